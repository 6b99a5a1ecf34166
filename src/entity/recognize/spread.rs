//! Names that the article has shown, found again where nothing was made of them: “Islamic State” makes a name of every “IS” beside it,
//! and “Anna Weller” one of the “Weller” in the headline.

use crate::entity::kind::EntityKind;
use crate::entity::lexicon::LexicalClass;
use crate::entity::mention::{ClusterId, Mention};
use crate::entity::name::{initials, is_acronym, name_key};
use crate::entity::tokenized::{Case, Shape, TokenizedSentence, TokenizedText, Word};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// Kinds of names that are abbreviated.
const KINDS: [EntityKind; 3] = [EntityKind::Organization, EntityKind::Location, EntityKind::Event];

/// Adds to `mentions` the family names of those who are named in full in the prose: in sentences whose capitals say nothing, and in capitals
/// anywhere (“HOLT: I was there.”). Linear in the words and the mentions, which stay in order and apart.
pub(super) fn with_family_names(tokens: &TokenizedText, mentions: Vec<Mention>) -> Vec<Mention> {
    let headline = |sentence: &TokenizedSentence| matches!(sentence.case, Case::Title | Case::Upper);
    let shouted = |word: &Word| word.shape == Shape::Upper && word.text.len() > 2;
    if !tokens.sentences.iter().any(headline) && !tokens.words.iter().any(shouted) {
        return mentions;
    }
    let mut family = vec![false; tokens.vocabulary.len()];
    for mention in mentions.iter().filter(|m| m.kind == EntityKind::Person && m.span.str(tokens.text).contains(' ')) {
        let last = tokens.words.partition_point(|w| w.span.end < mention.span.end);
        let plain = tokens
            .words
            .get(last)
            .filter(|w| !w.is(LexicalClass::WORD.with(LexicalClass::FUNCTION)) && w.text.len() > 2);
        if let Some(family) = plain.and_then(|w| family.get_mut(w.entry)) {
            *family = true;
        }
    }
    let words = tokens.sentences.iter().flat_map(|sentence| {
        let words = tokens.words.get(sentence.words.clone()).unwrap_or_default();
        words.iter().filter(move |w| if headline(sentence) { w.is_capital() } else { shouted(w) })
    });
    let named = words.filter(|w| family.get(w.entry).copied().unwrap_or_default());
    insert(mentions, named.map(|w| (w.span, EntityKind::Person)))
}

/// `mentions` with those of `names` that are apart from them; both are in order.
fn insert(mentions: Vec<Mention>, names: impl Iterator<Item = (Span, EntityKind)>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut rest = mentions.into_iter().peekable();
    for (span, kind) in names {
        while let Some(mention) = rest.next_if(|m| m.span.end <= span.start) {
            out.push(mention);
        }
        let free = out.last().is_none_or(|m: &Mention| m.span.end <= span.start);
        if free && rest.peek().is_none_or(|m| m.span.start >= span.end) {
            out.push(Mention { span, kind, cluster: ClusterId::new(0), value: None });
        }
    }
    out.extend(rest);
    out
}

/// Adds to `mentions` the acronyms of the text that stand for one of them and that nothing was made of. They are looked for
/// where capitals mean something only. Linear in the words and the mentions, which stay in order and apart.
pub(super) fn with_acronyms(tokens: &TokenizedText, mentions: Vec<Mention>) -> Vec<Mention> {
    let possible = |shape: Shape| matches!(shape, Shape::Upper | Shape::Initial);
    let shorts: Vec<bool> = tokens.forms.iter().map(|f| possible(f.shape) && is_acronym(f.text)).collect();
    if !shorts.contains(&true) {
        return mentions;
    }
    // by initials, and after “=” by what else means the same
    let mut known: HashMap<String, EntityKind> = HashMap::new();
    let mut written: HashSet<&str> = HashSet::new();
    for mention in mentions.iter().filter(|m| KINDS.contains(&m.kind)) {
        let name = mention.span.str(tokens.text);
        if written.insert(name) && name.contains([' ', '-']) {
            let lower = name.to_lowercase();
            for letters in initials(&lower, tokens.language).into_iter().filter(|l| l.chars().count() > 1) {
                known.entry(letters).or_insert(mention.kind);
            }
            known.entry(format!("={}", name_key(mention.kind, name, tokens.language))).or_insert(mention.kind);
        }
    }
    let kinds: Vec<Option<EntityKind>> = tokens
        .forms
        .iter()
        .zip(&shorts)
        .map(|(form, &short)| {
            if !short {
                return None;
            }
            let letters: String = form.text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            let alias = || {
                KINDS.iter().find_map(|&k| {
                    known.get(&format!("={}", name_key(k, form.text, tokens.language))).filter(|f| **f == k)
                })
            };
            known.get(&letters).or_else(alias).copied()
        })
        .collect();
    let sentences = tokens.sentences.iter().filter(|l| l.case != Case::Upper && !l.shouts);
    let words = sentences.flat_map(|l| tokens.words.get(l.words.clone()).unwrap_or_default());
    let named = words.filter_map(|w| Some((w.span, kinds.get(w.form).copied().flatten()?)));
    insert(mentions, named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;

    #[test]
    fn acronyms_of_written_out_names_are_found() {
        let text = "Islamic State lost Calder. IS fled, the WMA said; it is gone.\nThe Water and Marine Authority met.\nWE SAW IS GO";
        let tokens = TokenizedText::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), &ENGLISH);
        let named = ["Islamic State", "Calder", "Water and Marine Authority"].map(|name| {
            let start = text.find(name).unwrap_or_default();
            let kind = if name == "Calder" { EntityKind::Location } else { EntityKind::Organization };
            Mention { span: Span::new(start, start + name.len()), kind, cluster: ClusterId::new(0), value: None }
        });
        let found = with_acronyms(&tokens, named.to_vec());
        let words: Vec<&str> = found.iter().map(|m| m.span.str(text)).collect();
        assert_eq!(words, ["Islamic State", "Calder", "IS", "WMA", "Water and Marine Authority"]);
    }

    #[test]
    fn headlines_name_by_family_name_who_is_named_in_full_below() {
        let text = "Council Backs Weller Plan for Old Harbour Bridge\nThe plan of Anna Weller was backed on Monday.";
        let tokens = TokenizedText::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), &ENGLISH);
        let start = text.find("Anna").unwrap_or_default();
        let anna = Mention {
            span: Span::new(start, start + 11),
            kind: EntityKind::Person,
            cluster: ClusterId::new(0),
            value: None,
        };
        let found = with_family_names(&tokens, vec![anna]);
        assert_eq!(found.iter().map(|m| m.span.str(text)).collect::<Vec<_>>(), ["Weller", "Anna Weller"]);
    }
}
