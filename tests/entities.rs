//! What is found in whole articles: names and their kinds, dates and amounts, and what is the same.
#![cfg(not(target_arch = "wasm32"))]

use postil::{Analysis, Cluster, EntityKind, Options, analyze, from_text};
use proptest::prelude::*;

fn read(text: &str) -> Analysis {
    let Ok(snapshot) = from_text(text) else { panic!("no text: {text:?}") };
    analyze(&snapshot, &Options::default())
}

/// The mentions of `kind`, as printed.
fn named(analysis: &Analysis, kind: EntityKind) -> Vec<&str> {
    let mentions = analysis.mentions.iter().filter(|m| m.kind == kind);
    mentions.map(|m| m.span.str(&analysis.article.text)).collect()
}

fn cluster<'a>(analysis: &'a Analysis, name: &str) -> &'a Cluster {
    analysis
        .clusters
        .iter()
        .find(|c| c.name == name)
        .unwrap_or_else(|| panic!("no cluster {name}: {:?}", analysis.clusters))
}

fn words(analysis: &Analysis, cluster: &Cluster) -> Vec<String> {
    let spans = cluster.mentions.iter().filter_map(|&i| i.of(&analysis.mentions)).map(|m| m.span);
    spans.map(|s| s.str(&analysis.article.text).to_owned()).collect()
}

fn references<'a>(analysis: &'a Analysis, cluster: &Cluster) -> Vec<&'a str> {
    cluster.references.iter().map(|r| r.str(&analysis.article.text)).collect()
}

const HARBOUR: &str = "Mayor Warns 'Ferry Not Safe' After WMA Report\n\n\
Rotterdam's mayor warned Tuesday that the old ferry to Denmark must stop, a day after the Water and Marine Authority (WMA) published its report.\n\n\
\"We have waited too long,\" Mayor Jana Holt told reporters in Copenhagen. \"The WMA is right.\"\n\n\
Holt, who took office in 2017, said she would ask the government for €62 million by next year.\n\n\
Peter Lindqvist, a spokesman for the Dockworkers' Union, said the Danish owners knew of the cracks. He called the plan \"a start\".\n\n\
Lindqvist met Holt on Feb. 8, 2019. The union wants 12.5 per cent more pay.\n";

#[test]
fn names_have_their_kinds() {
    let analysis = read(HARBOUR);
    assert_eq!(named(&analysis, EntityKind::Person), ["Jana Holt", "Holt", "Peter Lindqvist", "Lindqvist", "Holt"]);
    assert_eq!(
        named(&analysis, EntityKind::Organization),
        ["WMA", "Water and Marine Authority", "WMA", "WMA", "Dockworkers' Union"]
    );
    assert_eq!(named(&analysis, EntityKind::Location), ["Rotterdam", "Denmark", "Copenhagen"]);
    assert_eq!(named(&analysis, EntityKind::Group), ["Danish"]);
}

#[test]
fn dates_and_amounts_have_values() {
    let analysis = read(HARBOUR);
    let values: Vec<_> = analysis.mentions.iter().filter_map(|m| m.value.as_deref()).collect();
    assert_eq!(values, ["2017", "EUR 62000000", "2019-02-08", "12.5 %"]);
    assert_eq!(named(&analysis, EntityKind::Date), ["Tuesday", "2017", "next year", "Feb. 8, 2019"]);
}

#[test]
fn short_names_and_acronyms_join_their_cluster() {
    let analysis = read(HARBOUR);
    assert_eq!(words(&analysis, cluster(&analysis, "Jana Holt")), ["Jana Holt", "Holt", "Holt"]);
    let authority = cluster(&analysis, "Water and Marine Authority");
    assert_eq!(words(&analysis, authority), ["WMA", "Water and Marine Authority", "WMA", "WMA"]);
}

#[test]
fn pronouns_and_nominals_refer_where_only_one_is_meant() {
    let analysis = read(HARBOUR);
    assert_eq!(references(&analysis, cluster(&analysis, "Jana Holt")), ["Rotterdam's mayor", "she"]);
    assert_eq!(references(&analysis, cluster(&analysis, "Peter Lindqvist")), ["He"]);
    assert_eq!(references(&analysis, cluster(&analysis, "Dockworkers' Union")), ["The union"]);
}

#[test]
fn descriptions_come_from_beside_the_name() {
    let analysis = read(HARBOUR);
    assert_eq!(cluster(&analysis, "Jana Holt").description.as_deref(), Some("Rotterdam's mayor"));
    assert_eq!(
        cluster(&analysis, "Peter Lindqvist").description.as_deref(),
        Some("spokesman for the Dockworkers' Union")
    );
}

#[test]
fn namesakes_are_never_merged() {
    let analysis = read("Anna Weller met Tom Weller in Vienna. Weller said the house was sold.");
    assert_eq!(words(&analysis, cluster(&analysis, "Anna Weller")), ["Anna Weller"]);
    assert_eq!(words(&analysis, cluster(&analysis, "Tom Weller")), ["Tom Weller"]);
    assert_eq!(words(&analysis, cluster(&analysis, "Weller")), ["Weller"]);
}

#[test]
fn a_pronoun_between_two_of_one_sex_stays_open() {
    let analysis = read("Anna Weller met Jana Holt in Vienna. She said the house was sold.");
    assert!(analysis.clusters.iter().all(|c| c.references.is_empty()));
}

#[test]
fn titles_articles_and_possessives_stay_outside() {
    let analysis = read("The talks began when Lt. Col. James Ortega's unit met the European Union in Brussels.");
    assert_eq!(named(&analysis, EntityKind::Person), ["James Ortega"]);
    assert_eq!(named(&analysis, EntityKind::Organization), ["European Union"]);
}

#[test]
fn hyphens_and_particles_are_read() {
    let analysis =
        read("A Berlin-backed plan of Ursula van der Brugge angered anti-NATO groups near Paris-based firms.");
    assert_eq!(named(&analysis, EntityKind::Location), ["Berlin", "Paris"]);
    assert_eq!(named(&analysis, EntityKind::Person), ["Ursula van der Brugge"]);
    assert_eq!(named(&analysis, EntityKind::Organization), ["NATO"]);
}

#[test]
fn a_function_word_may_be_an_acronym_and_titles_stay_outside() {
    let analysis = read(
        "Islamic State lost the town. The army said IS fled and IS was weak. It is over, said Lt. Col. (ret.) \"Bo\" Marsh of the unit.",
    );
    assert_eq!(named(&analysis, EntityKind::Organization), ["Islamic State", "IS", "IS"]);
    assert_eq!(named(&analysis, EntityKind::Person), ["\"Bo\" Marsh"]);
}

#[test]
fn a_headline_names_only_what_the_text_knows() {
    let analysis = read("Weller Wins Vote on Old Harbour Bridge\n\nThe plan of Anna Weller was backed on Monday.");
    assert_eq!(named(&analysis, EntityKind::Person), ["Weller", "Anna Weller"]);
    assert_eq!(words(&analysis, cluster(&analysis, "Anna Weller")), ["Weller", "Anna Weller"]);
}

/// Text made of pieces that names, dates and amounts are made of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("President"),
        Just("Anna"),
        Just("Holt"),
        Just("IS"),
        Just("the"),
        Just("of"),
        Just("."),
        Just(","),
        Just("\""),
        Just("“"),
        Just("'s"),
        Just("\n\n"),
        Just("May"),
        Just("5"),
        Just("2019"),
        Just("€"),
        Just("million"),
        Just("she"),
        Just("Union"),
        Just("(UN)"),
        Just("al-Ébène"),
        Just("😀"),
        Just("next"),
        Just("week"),
        Just("Friday"),
        Just("-"),
        Just("New"),
        Just("York"),
        Just("said"),
        Just("10:30"),
        Just("p.m."),
        Just("İ"),
        Just("Minister"),
        Just("and"),
        Just("to"),
        Just("the"),
        Just("mayor"),
        Just("who"),
        Just("is"),
        Just("March"),
        Just("3-5"),
        Just("half"),
        Just("minus"),
        Just("°C"),
        Just("6ft"),
        Just("Rs"),
        Just("Q3"),
        Just("last"),
        Just("autumn"),
        Just("19th"),
        Just("century"),
        Just("Mr"),
        Just("9999"),
        Just("99999999999999999999"),
        Just("(D-Maine)"),
    ];
    prop::collection::vec((piece, any::<bool>()), 0..60)
        .prop_map(|v| v.into_iter().map(|(p, space)| format!("{p}{}", if space { " " } else { "" })).collect())
}

proptest! {
    #[test]
    fn mentions_are_ordered_slices_inside_a_block(text in prop_oneof![pieces(), any::<String>()]) {
        let analysis = read(&format!("x {text}"));
        let text = &analysis.article.text;
        let mut end = 0;
        for mention in &analysis.mentions {
            prop_assert!(mention.span.start >= end && !mention.span.is_empty());
            prop_assert!(mention.span.of(text).is_some());
            prop_assert!(analysis.article.blocks.iter().any(|b| b.span.covers(mention.span)));
            end = mention.span.end;
        }
    }

    #[test]
    fn clusters_partition_mentions_of_one_kind_and_are_the_same_each_time(text in pieces()) {
        let analysis = read(&format!("x {text}"));
        let again = read(&format!("x {text}"));
        prop_assert_eq!((&again.mentions, &again.clusters), (&analysis.mentions, &analysis.clusters));
        let mut seen = vec![0; analysis.mentions.len()];
        for (id, cluster) in analysis.clusters.iter().enumerate() {
            prop_assert!(!cluster.mentions.is_empty() && !cluster.name.is_empty());
            for &mention in &cluster.mentions {
                seen[mention.index()] += 1;
                let mention = mention.of(&analysis.mentions).expect("a mention of the article");
                prop_assert_eq!((mention.kind, mention.cluster.index()), (cluster.kind, id));
            }
        }
        prop_assert!(seen.iter().all(|&n| n == 1));
    }

    #[test]
    fn references_hold_whole_names_of_others_or_none(text in prop_oneof![pieces(), any::<String>()]) {
        let analysis = read(&format!("x {text}"));
        let mut taken: Vec<postil::Span> = Vec::new();
        for (id, cluster) in analysis.clusters.iter().enumerate() {
            prop_assert!(cluster.references.is_sorted());
            for reference in &cluster.references {
                prop_assert!(reference.of(&analysis.article.text).is_some_and(|words| !words.is_empty()));
                for mention in analysis.mentions.iter().filter(|m| m.span.overlaps(*reference)) {
                    prop_assert!(reference.covers(mention.span) && mention.cluster.index() != id);
                }
                prop_assert!(taken.iter().all(|t| !t.overlaps(*reference) || t.covers(*reference) || reference.covers(*t)));
                taken.push(*reference);
            }
        }
    }
}
