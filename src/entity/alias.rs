//! Names that differ in writing but not in meaning.

use super::EntityKind;
use super::listed::value;

/// Names of places, bodies and peoples by which others mean the same; written for Postil.
const ALIASES: &str = "\
    america=united states|bbc=british broadcasting corporation|bombay=mumbai|bosnia and herzegovina=bosnia|\
    bosnia-herzegovina=bosnia|brit=british|britain=united kingdom|briton=british|burma=myanmar|\
    c.i.a=central intelligence agency|c.i.a.=central intelligence agency|cabo verde=cape verde|calcutta=kolkata|\
    cia=central intelligence agency|congo-brazzaville=republic of the congo|\
    congo-kinshasa=democratic republic of the congo|cote d'ivoire=ivory coast|croat=croatian|czechia=czech republic|\
    côte d'ivoire=ivory coast|d.r.c.=democratic republic of the congo|da'esh=islamic state|daesh=islamic state|\
    dane=danish|democratic=democrat|democratic people's republic of korea=north korea|\
    democratic republic of congo=democratic republic of the congo|democrats=democratic party|\
    district of columbia=washington|dprk=north korea|dr congo=democratic republic of the congo|\
    drc=democratic republic of the congo|dutchman=dutch|dutchmen=dutch|e.u=european union|e.u.=european union|\
    east timor=timor-leste|ecb=european central bank|emirates=united arab emirates|englishman=english|englishmen=english|\
    englishwoman=english|eu=european union|f.b.i=federal bureau of investigation|f.b.i.=federal bureau of investigation|\
    fbi=federal bureau of investigation|fed=federal reserve|federal republic of germany=germany|\
    federal reserve board=federal reserve|federal reserve system=federal reserve|finn=finnish|french republic=france|\
    frenchman=french|frenchmen=french|frenchwoman=french|frenchwomen=french|g.o.p=republican party|\
    g.o.p.=republican party|gop=republican party|grand old party=republican party|great britain=united kingdom|\
    holland=netherlands|holy see=vatican|imf=international monetary fund|irish republic=ireland|irishman=irish|\
    irishmen=irish|is=islamic state|isil=islamic state|isis=islamic state|islamic republic=iran|\
    islamic republic of iran=iran|islamic state in iraq and syria=islamic state|\
    islamic state in iraq and the levant=islamic state|islamic state of iraq and syria=islamic state|\
    islamic state of iraq and the levant=islamic state|jew=jewish|kiev=kyiv|kingdom of saudi arabia=saudi arabia|\
    ksa=saudi arabia|kurd=kurdish|l.a=los angeles|l.a.=los angeles|la=los angeles|macedonia=north macedonia|\
    madras=chennai|nato=north atlantic treaty organization|nyc=new york city|peking=beijing|\
    people's republic of china=china|pole=polish|prc=china|republic of china=taiwan|republic of ireland=ireland|\
    republic of korea=south korea|rok=south korea|russian federation=russia|scot=scottish|scots=scottish|\
    scotsman=scottish|scotsmen=scottish|self-styled islamic state=islamic state|serb=serbian|\
    so-called islamic state=islamic state|spaniard=spanish|swaziland=eswatini|swede=swedish|syrian arab republic=syria|\
    turk=turkish|turkiye=turkey|türkiye=turkey|u.a.e=united arab emirates|u.a.e.=united arab emirates|u.k=united kingdom|\
    u.k.=united kingdom|u.n=united nations|u.n.=united nations|u.s=united states|u.s.=united states|u.s.-born=american|\
    u.s.a=united states|u.s.a.=united states|u.s.s.r=soviet union|u.s.s.r.=soviet union|uae=united arab emirates|\
    uk=united kingdom|un=united nations|united kingdom of great britain and northern ireland=united kingdom|\
    united nations organization=united nations|united states of america=united states|us=united states|usa=united states|\
    ussr=soviet union|vatican city=vatican|washington d.c=washington|washington d.c.=washington|washington dc=washington|\
    washington, d.c=washington|washington, d.c.=washington|welshman=welsh|welshmen=welsh|\
    world health organisation=world health organization";

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

/// The name that `name` is an alias of.
fn canonical(name: &str) -> Option<&'static str> {
    value(ALIASES, name)
}

#[cfg(test)]
mod tests {
    use super::super::listed::in_order;
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
    fn aliases_are_in_order_and_mean_no_alias() {
        assert!(in_order(&[ALIASES]));
        assert!(ALIASES.split('|').filter_map(|e| e.split_once('=')).all(|(_, name)| canonical(name).is_none()));
    }
}
