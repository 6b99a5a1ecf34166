//! Which mentions name the same thing.

use super::people::{NameUse, persons_of_uses};
use super::short_names::DistinctNames;
use super::wikidata::wikidata_item;
use crate::entity::kind::EntityKind;
use crate::entity::mention::{Cluster, ClusterId, Mention, MentionId};
use crate::entity::name::{
    PersonName, defines, gender_of_title, name_key, text_before, without_accents, without_possessive,
};
use crate::language::Language;
use crate::language::person::Gender;
use foldhash::HashMap;

/// Puts `mentions` into clusters and sets the cluster of each. `text` is the article's; the mentions stand in its order.
pub(crate) fn clusters_of(text: &str, mentions: &mut [Mention], language: &Language) -> Vec<Cluster> {
    let mut labels: Vec<Option<usize>> = vec![None; mentions.len()];
    let next = label_persons(text, mentions, &mut labels, language);
    label_others(text, mentions, &mut labels, next, language);

    // numbered by first mention
    let mut order: Vec<Option<usize>> = vec![None; mentions.len() * 3];
    let mut clusters: Vec<Cluster> = Vec::new();
    for (index, (mention, label)) in mentions.iter_mut().zip(&labels).enumerate() {
        let known = label.and_then(|label| order.get(label)).copied().flatten();
        let id = known.unwrap_or_else(|| {
            clusters.push(Cluster {
                name: String::new(),
                kind: mention.kind,
                mentions: Vec::new(),
                references: Vec::new(),
                description: None,
                wikidata: None,
            });
            clusters.len() - 1
        });
        if let Some(slot) = label.and_then(|label| order.get_mut(label)) {
            *slot = Some(id);
        }
        mention.cluster = ClusterId::new(id);
        if let Some(cluster) = clusters.get_mut(id) {
            cluster.mentions.push(MentionId::new(index));
        }
    }
    for cluster in &mut clusters {
        cluster.name = fullest_name(text, mentions, cluster, language);
        cluster.wikidata = wikidata_item(&cluster.name, cluster.kind);
    }
    clusters
}

/// The longest of a cluster's names, one that is not all capitals before one that is; white space folded, no possessive.
fn fullest_name(text: &str, mentions: &[Mention], cluster: &Cluster, language: &Language) -> String {
    let names = cluster.mentions.iter().filter_map(|&i| i.of(mentions)).map(|m| m.span.str(text));
    let mut best: Option<((bool, usize), &str)> = None;
    for name in names {
        let bare = without_possessive(name, language).filter(|b| !b.is_empty());
        let name = bare.unwrap_or(name);
        let cased = name.chars().any(char::is_lowercase);
        let rank = (cased, without_accents(name).chars().count());
        if best.is_none_or(|(r, _)| rank > r) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

/// Labels the persons' mentions; gives the first label that is free after them.
fn label_persons(text: &str, mentions: &[Mention], labels: &mut [Option<usize>], language: &Language) -> usize {
    // what is written alike after the same title is one name
    let mut known: HashMap<(&str, Option<Gender>), usize> = HashMap::default();
    let mut names: Vec<PersonName> = Vec::new();
    let mut uses: Vec<NameUse> = Vec::new();
    let mut indices: Vec<usize> = Vec::new();
    let (mut paragraph, mut read) = (0, 0);
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person) {
        paragraph += paragraph_breaks(text.get(read..mention.span.start).unwrap_or_default());
        read = mention.span.start.max(read);
        let title = gender_of_title(text_before(text, mention), language);
        let name = mention.span.str(text);
        let name = *known.entry((name, title)).or_insert_with(|| {
            names.push(PersonName::new(name, language).titled(title));
            names.len() - 1
        });
        uses.push(NameUse { name, paragraph });
        indices.push(index);
    }
    for (index, who) in indices.into_iter().zip(persons_of_uses(&names, &uses, language)) {
        if let Some(label) = labels.get_mut(index) {
            *label = Some(who);
        }
    }
    names.len() * 2
}

/// Line breaks in `gap`, a blank line and the next counted as one.
fn paragraph_breaks(gap: &str) -> usize {
    let mut lines = gap.split('\n').skip(1).peekable();
    let mut count = 0;
    while let Some(line) = lines.next() {
        count += usize::from(lines.peek().is_none() || !line.trim().is_empty());
    }
    count
}

/// Labels names that are no persons', and measures, from `first` on: equal keys, then defined acronyms, then acronyms and
/// shortened names where only one fits.
fn label_others(text: &str, mentions: &[Mention], labels: &mut [Option<usize>], first: usize, language: &Language) {
    let mut names = DistinctNames::default();
    let mut by_spelling: HashMap<(EntityKind, &str), usize> = HashMap::default();
    let mut by_value: HashMap<(EntityKind, &str), usize> = HashMap::default();
    let mut by_key: HashMap<(EntityKind, String), usize> = HashMap::default();
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind != EntityKind::Person) {
        let kind = mention.kind;
        let mut name_of = |key: String| *by_key.entry((kind, key)).or_insert_with_key(|key| names.add(key.clone()));
        // a value is its own key; what is written alike has the same
        let name = match mention.value.as_deref() {
            Some(value) => *by_value.entry((kind, value)).or_insert_with(|| name_of(value.to_owned())),
            None => {
                let spelling = mention.span.str(text);
                *by_spelling.entry((kind, spelling)).or_insert_with(|| name_of(name_key(kind, spelling, language)))
            }
        };
        named.push((index, name));
    }
    for pair in named.windows(2) {
        let [(a, long), (b, short)] = pair else { continue };
        let (Some(a), Some(b)) = (mentions.get(*a), mentions.get(*b)) else { continue };
        if a.value.is_none() && b.value.is_none() && defines(text, a, b, language) {
            names.join(*short, *long);
        }
    }
    names.join_short_names(language);
    for (index, name) in named {
        if let Some(label) = labels.get_mut(index) {
            *label = Some(first + names.root(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognize::settle_kinds;
    use crate::language::language_of;
    use crate::text::Span;
    use EntityKind::{Group, Location, Misc, Organization, Person};

    /// The clusters of hand-made mentions: each name in `names` is sought in `text` after the one before it.
    fn clusters(text: &str, names: &[(&str, EntityKind)]) -> Vec<String> {
        let mut at = 0;
        let mut mentions: Vec<Mention> = Vec::new();
        for (name, kind) in names {
            let start = at + text[at..].find(name).unwrap_or_else(|| panic!("no {name} after {at}"));
            at = start + name.len();
            mentions.push(Mention { span: Span::new(start, at), kind: *kind, cluster: ClusterId::new(0), value: None });
        }
        let english = language_of(None, "").unwrap();
        settle_kinds(text, &mut mentions, english);
        let shown = |cluster: &Cluster| {
            let names: Vec<&str> = cluster.mentions.iter().map(|&i| i.of(&mentions).unwrap().span.str(text)).collect();
            format!("{:?} {}: {}", cluster.kind, cluster.name, names.join(", "))
        };
        let clusters = clusters_of(text, &mut mentions.clone(), english);
        clusters.iter().map(shown).collect()
    }

    #[test]
    fn acronyms_are_joined_where_the_text_defines_them() {
        let text =
            "The Kurdistan Workers' Party (PKK) and the Water and Marine Authority (“WMA”) met. PKK said WMA won.";
        let names = ["Kurdistan Workers' Party", "PKK", "Water and Marine Authority", "WMA", "PKK", "WMA"];
        assert_eq!(
            clusters(text, &names.map(|n| (n, Organization))),
            [
                "Organization Kurdistan Workers' Party: Kurdistan Workers' Party, PKK, PKK",
                "Organization Water and Marine Authority: Water and Marine Authority, WMA, WMA"
            ]
        );
        let text = "The WMA (Water and Marine Authority) met the Dock Workers' Front, or DWF.";
        let names = ["WMA", "Water and Marine Authority", "Dock Workers' Front", "DWF"];
        assert_eq!(clusters(text, &names.map(|n| (n, Organization))).len(), 2);
    }

    #[test]
    fn a_group_by_any_name_is_one() {
        let text = "The Islamic State group fled. Islamic State was weak, and IS or ISIS was gone. Daesh, said Iraqis.";
        let names = ["Islamic State group", "Islamic State", "IS", "ISIS", "Daesh"].map(|n| (n, Organization));
        let named = [names.as_slice(), &[("Iraqis", Group)]].concat();
        assert_eq!(
            clusters(text, &named),
            [
                "Organization Islamic State group: Islamic State group, Islamic State, IS, ISIS, Daesh",
                "Group Iraqis: Iraqis"
            ]
        );
    }

    #[test]
    fn a_kind_that_wavers_is_settled_and_no_cluster_mixes_kinds() {
        let text = "Merrow fell. In Merrow, by Merrow, near Merrow, to Merrow, on Merrow. The (WMA) of Water and Marine Authority (WMA) left.";
        let kinds = [Organization, Location, Location, Location, Location, Location];
        let mut named: Vec<(&str, EntityKind)> = kinds.map(|k| ("Merrow", k)).to_vec();
        named.extend([("WMA", Misc), ("Water and Marine Authority", Organization), ("WMA", Misc)]);
        assert_eq!(
            clusters(text, &named),
            [
                "Location Merrow: Merrow, Merrow, Merrow, Merrow, Merrow, Merrow",
                "Organization Water and Marine Authority: WMA, Water and Marine Authority, WMA"
            ]
        );
    }

    #[test]
    fn an_acronym_has_the_kind_of_the_only_name_it_may_stand_for() {
        let text = "The Central Dock District was shut. The CDD is old.";
        let named = [("Central Dock District", Location), ("CDD", Organization)];
        assert_eq!(clusters(text, &named), ["Location Central Dock District: Central Dock District, CDD"]);
    }

    #[test]
    fn a_person_named_like_a_city_stays_one() {
        let text = "Mr Washington met Dora Washington in Washington. Washington, then Washington and Washington.";
        let named = [
            ("Washington", Person),
            ("Dora Washington", Person),
            ("Washington", Location),
            ("Washington", Location),
            ("Washington", Location),
            ("Washington", Location),
        ];
        assert_eq!(
            clusters(text, &named),
            [
                "Person Washington: Washington",
                "Person Dora Washington: Dora Washington",
                "Location Washington: Washington, Washington, Washington, Washington"
            ]
        );
    }

    #[test]
    fn a_family_name_taken_for_something_else_goes_to_its_person() {
        let text = "HOLT WINS. Jana Holt won, and Holt’s party cheered Holt.";
        let named = [("HOLT", Organization), ("Jana Holt", Person), ("Holt’s", Person), ("Holt", Person)];
        assert_eq!(clusters(text, &named), ["Person Jana Holt: HOLT, Jana Holt, Holt’s, Holt"]);
    }

    #[test]
    fn families_and_namesakes_are_not_merged() {
        let text = "Bill Clinton and Hillary Clinton came. The Clintons left.\nClinton spoke.";
        let named = ["Bill Clinton", "Hillary Clinton", "Clintons", "Clinton"].map(|n| (n, Person));
        assert_eq!(clusters(text, &named).len(), 4);
    }

    #[test]
    fn blank_lines_separate_no_more_than_others() {
        assert_eq!(["a b", "a\n", "a\r\n\r\nb", "a\n\nb\n\n\nc", ""].map(paragraph_breaks), [0, 1, 1, 2, 0]);
    }

    #[test]
    fn companies_lose_their_legal_form() {
        let text = "Harlow Tide Inc. rose. Harlow Tide said so, and Harlow Tide's owner, Tide Holdings.";
        let names = ["Harlow Tide Inc", "Harlow Tide", "Harlow Tide's", "Tide Holdings"].map(|n| (n, Organization));
        assert_eq!(
            clusters(text, &names),
            [
                "Organization Harlow Tide Inc: Harlow Tide Inc, Harlow Tide, Harlow Tide's",
                "Organization Tide Holdings: Tide Holdings"
            ]
        );
    }

    #[test]
    fn a_line_break_or_capitals_make_no_other_name() {
        let text = "OBAMA SPEAKS\nBarack Obama spoke. Barack\nObama left.";
        let names = ["OBAMA", "Barack Obama", "Barack\nObama"].map(|n| (n, Person));
        assert_eq!(clusters(text, &names), ["Person Barack Obama: OBAMA, Barack Obama, Barack\nObama"]);
    }

    proptest::proptest! {
        #[test]
        fn any_mentions_are_put_into_clusters_of_one_kind(
            picks in proptest::collection::vec((0usize..14, 0usize..9, proptest::bool::ANY), 0..40)
        ) {
            const NAMES: [&str; 14] = [
                "Jana Holt", "Holt", "Peter Holt", "Mr Holt", "IS", "Islamic State group", "WMA", "Water and Marine Authority",
                "Holts", "Washington", "U.S.", "“Bo” van der Berg", "'s", "İ\u{300}",
            ];
            const KINDS: [EntityKind; 9] = [
                Person, Organization, Location, Group, EntityKind::Event, EntityKind::Work, Misc, EntityKind::Date, EntityKind::Money,
            ];
            let (mut text, mut mentions) = (String::new(), Vec::new());
            for (name, kind, valued) in picks {
                let start = text.len();
                text.push_str(NAMES[name]);
                let value = (valued && kind > 6).then(|| "2019".to_owned());
                mentions.push(Mention { span: Span::new(start, text.len()), kind: KINDS[kind], cluster: ClusterId::new(0), value });
                text.push_str([" ", " (", ") ", "\n"][(name + kind) % 4]);
            }
            let english = language_of(None, "").unwrap();
            settle_kinds(&text, &mut mentions, english);
            let mut again = mentions.clone();
            let clusters = clusters_of(&text, &mut mentions, english);
            let mut seen = vec![0; mentions.len()];
            for (id, cluster) in clusters.iter().enumerate() {
                proptest::prop_assert!(!cluster.mentions.is_empty() && cluster.mentions.is_sorted());
                for &mention in &cluster.mentions {
                    seen[mention.index()] += 1;
                    let mention = &mentions[mention.index()];
                    proptest::prop_assert_eq!((mention.kind, mention.cluster.index()), (cluster.kind, id));
                }
            }
            proptest::prop_assert!(seen.iter().all(|&n| n == 1));
            proptest::prop_assert_eq!(clusters_of(&text, &mut again, english), clusters);
        }
    }
}
