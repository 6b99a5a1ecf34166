//! Which mentions name the same thing.

use super::ids::Ids;
use super::people::{self, Use};
use super::person::{self, Name};
use super::shorten::{Names, abbreviates, is_acronym};
use super::{Cluster, EntityKind, Mention, alias, known};

/// Puts `mentions` into clusters and sets the cluster of each. `text` is the article's; the mentions stand in its order.
pub(super) fn group(text: &str, mentions: &mut [Mention]) -> Vec<Cluster> {
    let mut labels: Vec<Option<usize>> = vec![None; mentions.len()];
    let next = persons(text, mentions, &mut labels);
    others(text, mentions, &mut labels, next);

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
        mention.cluster = id;
        if let Some(cluster) = clusters.get_mut(id) {
            cluster.mentions.push(index);
        }
    }
    for cluster in &mut clusters {
        cluster.name = fullest(text, mentions, cluster);
        cluster.wikidata = known::id(&cluster.name, cluster.kind);
    }
    clusters
}

/// The longest of a cluster's names, one that is not all capitals before one that is; white space folded, no possessive.
fn fullest(text: &str, mentions: &[Mention], cluster: &Cluster) -> String {
    let names = cluster.mentions.iter().filter_map(|&i| mentions.get(i)).map(|m| m.span.str(text));
    let mut best: Option<((bool, usize), &str)> = None;
    for name in names {
        let bare = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).filter(|b| !b.is_empty());
        let name = bare.unwrap_or(name);
        let cased = name.chars().any(char::is_lowercase);
        let rank = (cased, name.chars().count());
        if best.is_none_or(|(r, _)| rank > r) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

/// Labels the persons' mentions; gives the first label that is free behind them.
fn persons(text: &str, mentions: &[Mention], labels: &mut [Option<usize>]) -> usize {
    // what is written alike behind the same title is one name
    let mut known = Ids::default();
    let mut names: Vec<Name> = Vec::new();
    let mut uses: Vec<Use> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    let (mut paragraph, mut read) = (0, 0);
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person) {
        paragraph += breaks(text.get(read..mention.span.start).unwrap_or_default());
        read = mention.span.start.max(read);
        let titled = person::titled(before(text, mention));
        let name = mention.span.str(text);
        let id = match titled {
            Some(titled) => known.id(&[name, titled.mark()].concat()),
            None => known.id(name),
        };
        if id == names.len() {
            names.push(Name::read(name).titled(titled));
        }
        uses.push(Use { name: id, paragraph });
        places.push(index);
    }
    for (index, who) in places.into_iter().zip(people::resolve(&names, &uses)) {
        if let Some(label) = labels.get_mut(index) {
            *label = Some(who);
        }
    }
    names.len() * 2
}

/// Line breaks in `gap`, a blank line and the next counted as one.
fn breaks(gap: &str) -> usize {
    let mut lines = gap.split('\n').skip(1).peekable();
    let mut count = 0;
    while let Some(line) = lines.next() {
        count += usize::from(lines.peek().is_none() || !line.trim().is_empty());
    }
    count
}

/// The dozen characters in front of a mention, where its title stands.
pub(super) fn before<'t>(text: &'t str, mention: &Mention) -> &'t str {
    let before = text.get(..mention.span.start).unwrap_or_default();
    let from = before.char_indices().rev().nth(12).map_or(0, |(at, _)| at);
    before.get(from..).unwrap_or_default()
}

/// Labels names that are no persons', and measures, from `first` on: equal keys, then defined acronyms, then acronyms and
/// shortened names where only one fits.
fn others(text: &str, mentions: &[Mention], labels: &mut [Option<usize>], first: usize) {
    let mut names = Names::default();
    let (mut groups, mut written) = (Ids::default(), Ids::default());
    let mut group_of: Vec<usize> = Vec::new();
    let mut keyed: Vec<(usize, usize)> = Vec::new();
    let mut written_as = String::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind != EntityKind::Person) {
        let kind = char::from(b'a' + mention.kind as u8);
        // a value is its own key; what is written alike has the same
        let (name, mark) = mention.value.as_deref().map_or((mention.span.str(text), ""), |value| (value, "="));
        written_as.clear();
        written_as.push(kind);
        written_as.extend([mark, name]);
        let spelling = written.id(&written_as);
        let id = group_of.get(spelling).copied().unwrap_or_else(|| {
            let key = if mark.is_empty() { alias::key(mention.kind, name) } else { name.to_owned() };
            written_as.truncate(1);
            written_as.push_str(&key);
            let id = groups.id(&written_as);
            if id == names.keys.len() {
                names.add((mention.kind, key));
            }
            group_of.push(id);
            id
        });
        keyed.push((index, id));
    }
    for pair in keyed.windows(2) {
        let [(a, long), (b, short)] = pair else { continue };
        let (Some(a), Some(b)) = (mentions.get(*a), mentions.get(*b)) else { continue };
        if a.value.is_none() && b.value.is_none() && defines(text, a, b) {
            names.join(*short, *long);
        }
    }
    names.shorten();
    for (index, id) in keyed {
        if let Some(label) = labels.get_mut(index) {
            *label = Some(first + names.root(id));
        }
    }
}

/// Whether `b`, the mention behind `a`, is given there as another name for it: “Water and Marine Authority (WMA)”,
/// “WMA (Water and Marine Authority)”, “Islamic State group, or IS”.
pub(super) fn defines(text: &str, a: &Mention, b: &Mention) -> bool {
    let name = |m: &Mention| m.span.str(text);
    let between = text.get(a.span.end..b.span.start).unwrap_or_default();
    let called = [" or ", ", or ", ", known as ", ", also known as ", ", known by its initials "].contains(&between);
    let opened = matches!(between.trim_end_matches(['"', '“', '‘', '\'']), " (" | " (the ");
    // most names that follow each other are turned away by the words between them
    if !called && !opened {
        return false;
    }
    let (long, short) = if is_acronym(name(a)) { (name(b), name(a)) } else { (name(a), name(b)) };
    if !is_acronym(short) || is_acronym(long) || !long.contains([' ', '-']) {
        return false;
    }
    let bracketed =
        text.get(b.span.end..).is_some_and(|rest| rest.trim_start_matches(['"', '”', '\'', '’']).starts_with(')'));
    (bracketed && opened) || (called && abbreviates(short, long))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use EntityKind::{Group, Location, Misc, Organization, Person};

    /// The clusters of hand-made mentions: each name in `names` is sought in `text` behind the one before it.
    fn clusters(text: &str, names: &[(&str, EntityKind)]) -> Vec<String> {
        let mut at = 0;
        let mut mentions: Vec<Mention> = Vec::new();
        for (name, kind) in names {
            let start = at + text[at..].find(name).unwrap_or_else(|| panic!("no {name} behind {at}"));
            at = start + name.len();
            mentions.push(Mention { span: Span::new(start, at), kind: *kind, cluster: 0, value: None });
        }
        super::super::agree::settle(text, &mut mentions);
        let shown = |cluster: &Cluster| {
            let names: Vec<&str> = cluster.mentions.iter().map(|&i| mentions[i].span.str(text)).collect();
            format!("{:?} {}: {}", cluster.kind, cluster.name, names.join(", "))
        };
        let clusters = group(text, &mut mentions.clone());
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
    fn blank_lines_part_no_more_than_others() {
        assert_eq!(["a b", "a\n", "a\r\n\r\nb", "a\n\nb\n\n\nc", ""].map(breaks), [0, 1, 1, 2, 0]);
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
        fn any_mentions_are_parted_into_clusters_of_one_kind(
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
                mentions.push(Mention { span: Span::new(start, text.len()), kind: KINDS[kind], cluster: 0, value });
                text.push_str([" ", " (", ") ", "\n"][(name + kind) % 4]);
            }
            super::super::agree::settle(&text, &mut mentions);
            let mut again = mentions.clone();
            let clusters = group(&text, &mut mentions);
            let mut seen = vec![0; mentions.len()];
            for (id, cluster) in clusters.iter().enumerate() {
                proptest::prop_assert!(!cluster.mentions.is_empty() && cluster.mentions.is_sorted());
                for &index in &cluster.mentions {
                    seen[index] += 1;
                    proptest::prop_assert_eq!((mentions[index].kind, mentions[index].cluster), (cluster.kind, id));
                }
            }
            proptest::prop_assert!(seen.iter().all(|&n| n == 1));
            proptest::prop_assert_eq!(group(&text, &mut again), clusters);
        }
    }
}
