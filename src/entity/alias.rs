//! Names that differ in writing but not in meaning.

use super::EntityKind;

/// Names of places, bodies and peoples that differ in all but meaning, a thing a line; written for Postil.
const ALIASES: &str = "\
united states|us|u.s.|u.s|usa|u.s.a.|u.s.a|united states of america|america\n\
united kingdom|uk|u.k.|u.k|britain|great britain|united kingdom of great britain and northern ireland\n\
united nations|un|u.n.|u.n|united nations organization\n\
european union|eu|e.u.|e.u\n\
united arab emirates|uae|u.a.e.|u.a.e|emirates\n\
islamic state|is|isis|isil|daesh|da'esh|islamic state of iraq and syria|islamic state in iraq and syria|islamic state of iraq and the levant|\
islamic state in iraq and the levant|so-called islamic state|self-styled islamic state\n\
soviet union|ussr|u.s.s.r.|u.s.s.r\n\
czech republic|czechia\n\
myanmar|burma\n\
north korea|dprk|democratic people's republic of korea\n\
south korea|republic of korea|rok\n\
russia|russian federation\n\
china|people's republic of china|prc\n\
taiwan|republic of china\n\
iran|islamic republic of iran|islamic republic\n\
syria|syrian arab republic\n\
germany|federal republic of germany\n\
france|french republic\n\
ireland|republic of ireland|irish republic\n\
turkey|türkiye|turkiye\n\
saudi arabia|kingdom of saudi arabia|ksa\n\
democratic republic of the congo|democratic republic of congo|dr congo|drc|d.r.c.|congo-kinshasa\n\
republic of the congo|congo-brazzaville\n\
washington|washington d.c|washington, d.c|washington d.c.|washington, d.c.|washington dc|district of columbia\n\
netherlands|holland\n\
ivory coast|cote d'ivoire|côte d'ivoire\n\
cape verde|cabo verde\n\
eswatini|swaziland\n\
timor-leste|east timor\n\
north macedonia|macedonia\n\
bosnia|bosnia and herzegovina|bosnia-herzegovina\n\
vatican|vatican city|holy see\n\
kyiv|kiev\n\
mumbai|bombay\n\
kolkata|calcutta\n\
chennai|madras\n\
beijing|peking\n\
new york city|nyc\n\
los angeles|l.a.|l.a|la\n\
federal reserve|fed|federal reserve board|federal reserve system\n\
democrat|democratic\n\
democratic party|democrats\n\
republican party|gop|g.o.p.|g.o.p|grand old party\n\
federal bureau of investigation|fbi|f.b.i.|f.b.i\n\
central intelligence agency|cia|c.i.a.|c.i.a\n\
world health organization|world health organisation\n\
north atlantic treaty organization|nato\n\
international monetary fund|imf\n\
european central bank|ecb\n\
british broadcasting corporation|bbc\n\
french|frenchman|frenchmen|frenchwoman|frenchwomen\n\
british|briton|brit\n\
english|englishman|englishmen|englishwoman\n\
irish|irishman|irishmen\n\
welsh|welshman|welshmen\n\
dutch|dutchman|dutchmen\n\
scottish|scot|scotsman|scotsmen|scots\n\
spanish|spaniard\n\
danish|dane\n\
swedish|swede\n\
finnish|finn\n\
polish|pole\n\
turkish|turk\n\
kurdish|kurd\n\
jewish|jew\n\
serbian|serb\n\
croatian|croat\n\
american|u.s.-born\n";

/// Words at the end of a company's name that say only its legal form.
#[rustfmt::skip] // a word a line would take half a page
const FORMS: &[&str] = &[
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "lp", "group", "holding",
    "holdings", "gmbh", "ag", "se", "kg", "nv", "n.v", "bv", "sa", "s.a", "spa", "s.p.a", "srl", "ab", "asa", "oyj", "pty", "&",
];

/// What makes two names of `kind` the same: case, articles, possessives, stops, legal forms and known aliases set aside.
pub(super) fn key(kind: EntityKind, name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'").replace(['‐', '‑'], "-");
    let stripped = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    let mut words: Vec<&str> = stripped.split_whitespace().collect();
    if words.len() > 1 && words.first() == Some(&"the") {
        words.remove(0);
    }
    if let Some(known) = canonical(&words.join(" ")) {
        return known.to_owned();
    }
    // “St. Louis” is “St Louis”, “Co.,” is “Co”
    for word in &mut words {
        *word = word.trim_end_matches(['.', ',']);
    }
    if kind == EntityKind::Organization {
        while words.len() > 1 && words.last().is_some_and(|w| FORMS.contains(w)) {
            words.pop();
        }
    }
    let folded = words.join(" ");
    let plural =
        folded.strip_suffix('s').filter(|one| kind == EntityKind::Group && one.len() > 2 && !one.ends_with('s'));
    let folded = plural.map(str::to_owned).unwrap_or(folded);
    canonical(&folded).map(str::to_owned).unwrap_or(folded)
}

/// Whether `name` ends in a company's legal form.
pub(super) fn is_company(name: &str) -> bool {
    let lower = name.to_lowercase();
    let last = lower.split_whitespace().skip(1).last().unwrap_or_default().trim_end_matches('.');
    FORMS.contains(&last) && !matches!(last, "group" | "company" | "holding" | "se" | "ab" | "&")
}

/// The first name of the line of aliases that holds `name`.
fn canonical(name: &str) -> Option<&'static str> {
    let line = ALIASES.lines().find(|line| line.split('|').any(|alias| alias == name))?;
    line.split('|').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityKind::{Group, Location, Organization};

    fn same(kind: EntityKind, names: &[&str]) {
        let keys: Vec<String> = names.iter().map(|n| key(kind, n)).collect();
        assert!(keys.iter().all(|k| *k == keys[0]), "{keys:?}");
    }

    #[test]
    fn countries_and_cities_have_several_names() {
        same(Location, &["United States", "the U.S.", "US", "USA", "U.S.A.", "United States’"]);
        same(Location, &["Washington, D.C.", "Washington", "Washington DC"]);
        same(Location, &["St. Louis", "St Louis", "ST.\nLOUIS"]);
        assert_ne!(key(Location, "South Korea"), key(Location, "North Korea"));
    }

    #[test]
    fn legal_forms_and_articles_name_nobody() {
        same(Organization, &["Apple Inc.", "Apple", "Apple Inc", "Apple's", "APPLE"]);
        same(Organization, &["Harlow & Sons Co. Ltd.", "Harlow & Sons"]);
        same(Organization, &["the Islamic State group", "Islamic State", "IS", "ISIS"]);
        assert_ne!(key(Organization, "Group"), key(Organization, "Company"));
    }

    #[test]
    fn peoples_are_one_in_singular_and_plural_noun_and_adjective() {
        same(Group, &["Iraqi", "Iraqis"]);
        same(Group, &["Danish", "Danes", "Dane"]);
        same(Group, &["South Korean", "South Koreans"]);
    }

    #[test]
    fn no_alias_stands_twice() {
        let mut all: Vec<&str> = ALIASES.lines().flat_map(|l| l.split('|')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
