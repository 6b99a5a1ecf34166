//! More text made from what is there: the same documents with other names, and with other capitals.

use crate::data::Document;
use crate::random::Random;
use crate::resources::Gazetteer;
use postil::Span;
use std::collections::HashMap;

/// Share of the distinct names of a document that are replaced.
const REPLACED: f32 = 0.7;
/// Share of the lines that lose their capitals, as in comments.
const LOWERED: f32 = 0.06;
/// Share of the lines that are put in capitals, as in headlines.
const RAISED: f32 = 0.04;

/// Share of the lines whose words all get a capital, as in American headlines.
const TITLED: f32 = 0.06;

/// A variant of each document: most names replaced by others of their kind, all mentions of a name alike.
pub(crate) fn of(documents: &[Document], gazetteer: &Gazetteer) -> Vec<Document> {
    let mut random = Random::new(7);
    let lists = Lists::new(gazetteer);
    documents.iter().map(|d| recased(&renamed(d, &lists, &mut random), &mut random)).collect()
}

struct Lists<'g> {
    given: &'g [String],
    surnames: &'g [String],
    organisations: &'g [String],
    places: [&'g [String]; 3],
    peoples: &'g [String],
    /// In which of `places` a name stands, in lower case.
    kinds: HashMap<String, usize>,
}

impl<'g> Lists<'g> {
    fn new(gazetteer: &'g Gazetteer) -> Self {
        let places = ["cities", "regions", "countries"].map(|l| gazetteer.list(l));
        let mut kinds = HashMap::new();
        for (kind, list) in places.iter().enumerate() {
            kinds.extend(list.iter().map(|name| (name.to_lowercase(), kind)));
        }
        Self {
            given: gazetteer.list("given-names"),
            surnames: gazetteer.list("surnames"),
            organisations: gazetteer.list("organisations"),
            places,
            peoples: gazetteer.list("nationalities"),
            kinds,
        }
    }

    /// Another name instead of `name`, of the kind with this index; `None` where there is no fitting list.
    fn instead(
        &self,
        name: &str,
        kind: u8,
        parts: &mut HashMap<String, String>,
        random: &mut Random,
    ) -> Option<String> {
        let pick = |list: &[String], random: &mut Random| list.get(random.below(list.len())).map(|n| titled(n));
        match kind {
            // persons part by part, so that a surname alone stays the same person's
            0 => {
                let words: Vec<&str> = name.split(' ').collect();
                if words.len() > 3 || words.iter().any(|w| !w.chars().all(char::is_alphabetic)) {
                    return None;
                }
                let last = words.len() - 1;
                let mut out = Vec::new();
                for (at, word) in words.iter().enumerate() {
                    if !parts.contains_key(*word) {
                        let list = if at == last { self.surnames } else { self.given };
                        parts.insert((*word).to_owned(), pick(list, random)?);
                    }
                    out.push(parts.get(*word)?.clone());
                }
                Some(out.join(" "))
            }
            1 if random.unit() < 0.2 => Some(acronym(random)),
            1 => pick(self.organisations, random),
            2 => pick(self.places[*self.kinds.get(&name.to_lowercase()).unwrap_or(&random.below(2))], random),
            _ => {
                let known = self.peoples.iter().any(|p| p == name);
                known.then(|| pick(self.peoples, random)).flatten()
            }
        }
    }
}

/// A name of a list that is kept in lower case, in its natural casing.
fn titled(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    if name.chars().count() <= 4 && !name.contains(' ') {
        return name.to_uppercase();
    }
    let small = |word: &str| matches!(word, "of" | "the" | "and" | "for" | "in" | "on");
    let title = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|c| c.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    let words = name.split(' ').enumerate().map(|(at, w)| if at > 0 && small(w) { w.to_owned() } else { title(w) });
    words.collect::<Vec<_>>().join(" ")
}

/// A word of a headline: with a capital, unless it is a small one inside.
fn capitalised(word: &str, at: usize) -> String {
    let small = at > 0 && word.trim().len() < 4 && word.starts_with(char::is_lowercase);
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if !small => first.to_uppercase().chain(chars).collect(),
        _ => word.to_owned(),
    }
}

/// Two to five letters.
fn acronym(random: &mut Random) -> String {
    let letters = b"AAABCCDEEFGHIIILMMNNOOPRRSSSTTTUW";
    (0..2 + random.below(4)).map(|_| char::from(letters[random.below(letters.len())])).collect()
}

fn renamed(document: &Document, lists: &Lists, random: &mut Random) -> Document {
    let mut text = String::with_capacity(document.text.len());
    let mut names = Vec::with_capacity(document.names.len());
    let mut chosen: HashMap<(String, u8), Option<String>> = HashMap::new();
    let mut parts = HashMap::new();
    let mut from = 0;
    for &(span, kind) in &document.names {
        let old = span.str(&document.text);
        text.push_str(&document.text[from..span.start]);
        from = span.end;
        let shouted = old.len() > 4 && !old.chars().any(char::is_lowercase);
        let key = (if shouted { old.to_lowercase() } else { old.to_owned() }, kind);
        let new = chosen.entry(key).or_insert_with(|| {
            let keep = random.unit() >= REPLACED || (shouted && kind == 0);
            if keep { None } else { lists.instead(old, kind, &mut parts, random) }
        });
        let start = text.len();
        match new {
            Some(new) if shouted => text.push_str(&new.to_uppercase()),
            Some(new) => text.push_str(new),
            None => text.push_str(old),
        }
        names.push((Span::new(start, text.len()), kind));
    }
    text.push_str(&document.text[from..]);
    Document { text, names, ..document.clone() }
}

/// The document with some lines in small letters and some in capitals; a line whose length that would change stays.
fn recased(document: &Document, random: &mut Random) -> Document {
    let mut text = String::with_capacity(document.text.len());
    for line in document.text.split_inclusive('\n') {
        let dice = random.unit();
        let cased = if dice < LOWERED {
            line.to_lowercase()
        } else if dice < LOWERED + RAISED {
            line.to_uppercase()
        } else if dice < LOWERED + RAISED + TITLED {
            line.split_inclusive(' ').enumerate().map(|(at, w)| capitalised(w, at)).collect()
        } else {
            line.to_owned()
        };
        let same =
            cased.len() == line.len() && cased.chars().zip(line.chars()).all(|(a, b)| a.len_utf8() == b.len_utf8());
        text.push_str(if same { &cased } else { line });
    }
    Document { text, ..document.clone() }
}
