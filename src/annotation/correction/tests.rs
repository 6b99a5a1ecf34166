//! Corrections worked into what was found: kinds, names that were missed, speakers.

use super::*;
use proptest::prelude::*;

const TEXT: &str = "Ines Calder met the Quay Board. “We won,” Calder said. The Ferry Line paid. Ferry tickets cost more, the Ferry Line \
    says. “Never again,” it added. Old Calder Street is shut.";

struct Found {
    mentions: Vec<Mention>,
    clusters: Vec<Cluster>,
    quotes: Vec<Quote>,
}

fn place(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// What an analysis would give: Ines Calder twice, the board as a place, “Calder Street”; the second quote is nobody's.
fn found() -> Found {
    let mut found = Found { mentions: vec![], clusters: vec![], quotes: vec![] };
    let second = TEXT.find(" Calder said").unwrap() + 1;
    for (span, cluster) in [
        (place("Ines Calder"), 0),
        (place("Quay Board"), 1),
        (Span::new(second, second + 6), 0),
        (place("Calder Street"), 2),
    ] {
        let kind = if cluster == 0 { EntityKind::Person } else { EntityKind::Location };
        found.mentions.push(Mention { span, kind, cluster: ClusterId::new(cluster), value: None });
    }
    for (name, kind, mentions) in [
        ("Ines Calder", EntityKind::Person, vec![0, 2]),
        ("Quay Board", EntityKind::Location, vec![1]),
        ("Calder Street", EntityKind::Location, vec![3]),
    ] {
        found.clusters.push(Cluster {
            name: name.into(),
            kind,
            mentions: mentions.into_iter().map(MentionId::new).collect(),
            references: vec![],
            description: None,
            wikidata: None,
        });
    }
    let calder = Some(Speaker { span: Span::new(second, second + 6), cluster: Some(ClusterId::new(0)) });
    for (words, speaker) in [("“We won,”", calder), ("“Never again,”", None)] {
        let (span, kind) = (place(words), QuoteKind::Direct);
        found.quotes.push(Quote { span, kind, cue: None, speaker, inside: None, confidence: 0.7 });
    }
    found
}

fn corrected(corrections: &[(Span, Correction)]) -> Found {
    let mut found = found();
    let borrowed: Vec<_> = corrections.iter().map(|(span, c)| (*span, c)).collect();
    correct(TEXT, &borrowed, &mut found.mentions, &mut found.clusters, &mut found.quotes);
    found
}

impl Found {
    /// Words and kinds of a cluster's mentions.
    fn named(&self, cluster: usize) -> Vec<(&str, EntityKind)> {
        self.clusters[cluster]
            .mentions
            .iter()
            .map(|&m| &self.mentions[m.index()])
            .map(|m| (m.span.str(TEXT), m.kind))
            .collect()
    }

    fn speaker(&self, quote: usize) -> Option<(&str, Option<&str>)> {
        let speaker = self.quotes[quote].speaker?;
        Some((speaker.span.str(TEXT), speaker.cluster.map(|c| self.clusters[c.index()].name.as_str())))
    }
}

#[test]
fn a_kind_holds_for_all_mentions_of_the_name() {
    let found = corrected(&[(place("Ines Calder"), Correction::Kind(Some(EntityKind::Organization)))]);
    assert_eq!(found.named(0), [("Ines Calder", EntityKind::Organization), ("Calder", EntityKind::Organization)]);
    assert_eq!(found.clusters[0].kind, EntityKind::Organization);
    assert_eq!(found.named(2), [("Calder Street", EntityKind::Location)]);
}

#[test]
fn a_later_correction_holds_over_an_earlier_one() {
    let kind = |k| (place("Quay Board"), Correction::Kind(k));
    let found = corrected(&[kind(Some(EntityKind::Work)), kind(Some(EntityKind::Organization))]);
    assert_eq!(found.named(1), [("Quay Board", EntityKind::Organization)]);
    let found = corrected(&[kind(None), kind(Some(EntityKind::Organization))]);
    assert_eq!(found.named(3), [("Quay Board", EntityKind::Organization)]);
}

#[test]
fn what_is_no_name_leaves_the_words_beside_the_quote() {
    let found = corrected(&[(place("Ines Calder"), Correction::Kind(None))]);
    assert_eq!(found.named(0), []);
    assert_eq!(found.speaker(0), Some(("Calder", None)));
    assert_eq!(found.mentions.iter().map(|m| m.span.str(TEXT)).collect::<Vec<_>>(), ["Quay Board", "Calder Street"]);
}

#[test]
fn a_missed_name_is_found_wherever_its_words_stand_alone() {
    let found = corrected(&[(place("Ferry Line"), Correction::Kind(Some(EntityKind::Organization)))]);
    assert_eq!(found.named(3), [("Ferry Line", EntityKind::Organization); 2]);
    // not inside a longer name, unless the reader points there
    let found = corrected(&[(place("Street"), Correction::Kind(Some(EntityKind::Misc)))]);
    assert_eq!((found.named(3), found.named(2)), (vec![("Street", EntityKind::Misc)], vec![]));
    let found = corrected(&[(place("Board"), Correction::Kind(Some(EntityKind::Misc)))]);
    assert_eq!(found.named(1), []);
    assert_eq!(corrected(&[(place(". “"), Correction::Kind(Some(EntityKind::Misc)))]).clusters.len(), 3);
}

#[test]
fn a_longer_name_takes_the_place_of_its_part_and_its_speech() {
    let mut start = found();
    let line = place("Ferry Line");
    start.quotes[1].speaker = Some(Speaker { span: Span::new(line.start - 4, line.end), cluster: None });
    let kind = Correction::Kind(Some(EntityKind::Organization));
    correct(TEXT, &[(line, &kind)], &mut start.mentions, &mut start.clusters, &mut start.quotes);
    assert_eq!(start.speaker(1), Some(("The Ferry Line", Some("Ferry Line"))));
    let found = corrected(&[(place("Old Calder Street"), Correction::Kind(Some(EntityKind::Location)))]);
    assert_eq!(found.named(3), [("Old Calder Street", EntityKind::Location)]);
    assert_eq!(found.named(2), []);
}

#[test]
fn a_speaker_is_found_by_name_or_made() {
    let by = |name: &str| corrected(&[(place("“Never again,”"), Correction::Speaker(Some(name.into())))]);
    assert_eq!(by("ines  calder").speaker(1), Some(("Calder", Some("Ines Calder"))));
    assert_eq!(by("Calder").speaker(1), Some(("Calder", Some("Ines Calder"))));
    assert_eq!(by("Tom Okafor").speaker(1), Some(("", Some("Tom Okafor"))));
    assert_eq!(by("Tom Okafor").named(3), []);
    assert!((by("Calder").quotes[1].confidence - 1.0).abs() < 1e-6);
}

#[test]
fn nobody_can_be_the_speaker_and_marked_words_can_be_said() {
    let found = corrected(&[(place("“We won,”"), Correction::Speaker(None))]);
    assert_eq!(found.speaker(0), None);
    let mut start = self::found();
    start.quotes[1].kind = QuoteKind::Marked;
    let said = Correction::Speaker(Some("Calder".into()));
    correct(TEXT, &[(place("“Never again,”"), &said)], &mut start.mentions, &mut start.clusters, &mut start.quotes);
    assert_eq!((start.quotes[1].kind, start.speaker(1).is_some()), (QuoteKind::Mixed, true));
}

#[test]
fn a_quote_is_known_again_when_its_marks_moved() {
    let quotes = found().quotes;
    assert_eq!(quote_at(&quotes, place("We won,")), Some(0));
    assert_eq!(quote_at(&quotes, place("“We")), None);
    assert_eq!(quote_at(&quotes, place("Quay Board")), None);
    assert_eq!(quote_at(&[], place("We won,")), None);
    let mut nested = quotes;
    nested.insert(1, Quote { span: place("won"), inside: Some(0), ..nested[0].clone() });
    assert_eq!(quote_at(&nested, place("won")), Some(1));
    assert_eq!(quote_at(&nested, place("We won,”")), Some(0));
    assert_eq!(quote_at(&nested, place("Never again")), Some(2));
}

proptest! {
    #[test]
    fn mentions_stay_apart_and_clusters_part_them(
        corrections in prop::collection::vec((0..TEXT.len(), 0..40_usize, 0..5_usize), 0..8)
    ) {
        let cut = |at: usize| (0..=at).rev().find(|&a| TEXT.is_char_boundary(a)).unwrap();
        let corrections: Vec<_> = corrections.into_iter().map(|(start, length, what)| {
            let span = Span::new(cut(start), cut((start + length).min(TEXT.len())).max(cut(start)));
            (span, match what {
                0 => Correction::Kind(None),
                1 => Correction::Speaker(None),
                2 => Correction::Speaker(Some(span.str(TEXT).to_owned())),
                3 => Correction::Kind(Some(EntityKind::Event)),
                _ => Correction::Kind(Some(EntityKind::Person)),
            })
        }).collect();
        let found = corrected(&corrections);
        prop_assert!(found.mentions.windows(2).all(|m| m[0].span.end <= m[1].span.start));
        let mut seen = vec![0; found.mentions.len()];
        for (index, cluster) in found.clusters.iter().enumerate() {
            for &mention in &cluster.mentions {
                seen[mention.index()] += 1;
                let mention = &found.mentions[mention.index()];
                prop_assert_eq!((mention.cluster.index(), mention.kind), (index, cluster.kind));
            }
            prop_assert!(cluster.mentions.is_sorted());
        }
        prop_assert!(seen.iter().all(|&n| n == 1));
        prop_assert!(found.quotes.iter().all(|q| q.speaker.is_none_or(|s| !q.span.overlaps(s.span) || s.span.is_empty())));
    }
}
