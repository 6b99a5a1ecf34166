//! Acronyms of names that the article has written out: “Islamic State” makes a name of every “IS” beside it.

use super::alias::key;
use super::page::{Case, Page, Shape};
use super::shorten::{initials, is_acronym};
use super::{EntityKind, Mention};
use crate::text::Span;
use std::collections::HashMap;

/// Kinds of names that are abbreviated.
const KINDS: [EntityKind; 3] = [EntityKind::Organization, EntityKind::Location, EntityKind::Event];

/// Adds to `mentions` the acronyms among the words of `page` that stand for one of them and that nothing was made of. They are looked for
/// where capitals mean something only. Linear in the words and the mentions, which stay in order and apart.
pub(super) fn add(text: &str, page: &Page, mentions: Vec<Mention>) -> Vec<Mention> {
    let possible = |shape: Shape| matches!(shape, Shape::Upper | Shape::Initial);
    let shorts: Vec<bool> = page.forms.iter().map(|f| possible(f.shape) && is_acronym(f.text)).collect();
    if !shorts.contains(&true) {
        return mentions;
    }
    // by initials and by what else means the same, each behind the number of its kind
    let mut known: HashMap<String, EntityKind> = HashMap::new();
    let mut written: HashMap<&str, ()> = HashMap::new();
    for mention in mentions.iter().filter(|m| KINDS.contains(&m.kind)) {
        let name = mention.span.str(text);
        if written.insert(name, ()).is_none() && name.contains([' ', '-']) {
            let lower = name.to_lowercase();
            for letters in initials(&lower).into_iter().filter(|l| l.chars().count() > 1) {
                known.entry(letters).or_insert(mention.kind);
            }
            known.entry(format!("={}", key(mention.kind, name))).or_insert(mention.kind);
        }
    }
    let kinds: Vec<Option<EntityKind>> = page
        .forms
        .iter()
        .zip(&shorts)
        .map(|(form, &short)| {
            if !short {
                return None;
            }
            let letters: String = form.text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            let alias =
                || KINDS.iter().find_map(|&k| known.get(&format!("={}", key(k, form.text))).filter(|f| **f == k));
            known.get(&letters).or_else(alias).copied()
        })
        .collect();
    let mut out: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut rest = mentions.into_iter().peekable();
    for line in page.lines.iter().filter(|l| l.case != Case::Upper && !l.shouts) {
        for word in page.words.get(line.words.clone()).unwrap_or_default() {
            let Some(kind) = kinds.get(word.form).copied().flatten() else { continue };
            while let Some(mention) = rest.next_if(|m| m.span.end <= word.span.start) {
                out.push(mention);
            }
            let free = out.last().is_none_or(|m: &Mention| m.span.end <= word.span.start);
            if free && rest.peek().is_none_or(|m| m.span.start >= word.span.end) {
                out.push(Mention { span: Span::new(word.span.start, word.span.end), kind, cluster: 0, value: None });
            }
        }
    }
    out.extend(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;

    #[test]
    fn acronyms_of_written_out_names_are_found() {
        let text = "Islamic State lost Calder. IS fled, the WMA said; it is gone.\nThe Water and Marine Authority met.\nWE SAW IS GO";
        let page = Page::read(text, &sentences(text, Span::new(0, text.len())));
        let named = ["Islamic State", "Calder", "Water and Marine Authority"].map(|name| {
            let start = text.find(name).unwrap_or_default();
            let kind = if name == "Calder" { EntityKind::Location } else { EntityKind::Organization };
            Mention { span: Span::new(start, start + name.len()), kind, cluster: 0, value: None }
        });
        let found = add(text, &page, named.to_vec());
        let words: Vec<&str> = found.iter().map(|m| m.span.str(text)).collect();
        assert_eq!(words, ["Islamic State", "Calder", "IS", "WMA", "Water and Marine Authority"]);
    }
}
