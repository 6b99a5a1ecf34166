//! Whose words an article quotes, and how many of them each voice gets.

use super::passage::{Quote, QuoteKind};
use crate::entity::{Cluster, ClusterId};
use crate::language::{Speakers, language_of};
use crate::order::sort_by_numbers;
use crate::text::{Span, TokenKind, tokenize};
use std::cell::LazyCell;
use std::collections::HashMap;

/// One speaker of an article and all that is quoted of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The speaker's fullest name, or the words that name them (“officials”); `None` for passages whose speaker is unclear.
    pub name: Option<String>,
    /// The speaker's cluster, where known.
    pub cluster: Option<ClusterId>,
    /// Indices of their quotes, in order.
    pub quotes: Vec<usize>,
    /// Words of theirs between quotation marks.
    pub words: usize,
    /// Their part of all such words in the article, 0 to 1.
    pub share: f64,
}

/// Who speaks in the article, most quoted words first; the unclear ones last. Quotes inside other people's quotes and
/// those in `comments` are left out: they are not the article's reporting.
#[must_use]
pub fn voices(text: &str, quotes: &[Quote], clusters: &[Cluster], comments: &[Span]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut comments = comments.to_vec();
    sort_by_numbers(&mut comments, |c| (c.start, 0));
    // asked for only where a speaker has no name
    let language = LazyCell::new(|| language_of(None, text).map(|l| l.speakers));
    for (index, quote) in quotes.iter().enumerate() {
        let nested = quote.inside.and_then(|i| quotes.get(i)).is_some_and(|outer| outer.kind != QuoteKind::Marked);
        let reported = quote.kind != QuoteKind::Marked && !nested;
        // comments do not overlap
        let before = comments.partition_point(|c| c.start <= quote.span.start);
        let in_comment = before.checked_sub(1).and_then(|c| comments.get(c)).is_some_and(|c| c.covers(quote.span));
        if !reported || in_comment {
            continue;
        }
        let cluster = quote.speaker.and_then(|s| s.cluster);
        let name = match (cluster.and_then(|c| c.of(clusters)), quote.speaker) {
            (Some(cluster), _) => Some(cluster.name.clone()),
            (None, Some(speaker)) => voice_name(speaker.span.str(text), *language),
            (None, None) => None,
        };
        let key = match (cluster, &name) {
            (Some(cluster), _) => format!("#{}", cluster.index()),
            (None, Some(name)) => name.to_lowercase(),
            (None, None) => String::new(),
        };
        let at = *by_key.entry(key).or_insert_with(|| {
            voices.push(Voice { name, cluster, quotes: Vec::new(), words: 0, share: 0.0 });
            voices.len() - 1
        });
        if let Some(voice) = voices.get_mut(at) {
            voice.quotes.push(index);
            voice.words += quoted_words(text, quote);
        }
    }
    let all: usize = voices.iter().map(|v| v.words).sum();
    for voice in &mut voices {
        // counts of words stay far below the 2^53 up to which f64 is exact
        voice.share = if all == 0 { 0.0 } else { voice.words as f64 / all as f64 };
    }
    sort_by_numbers(&mut voices, |v| (usize::from(v.name.is_none()), usize::MAX - v.words));
    voices
}

/// The words that name a speaker as they read outside of their sentence: on one line, without its capital letter. `None` for a pronoun.
fn voice_name(words: &str, language: Option<&Speakers>) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(speakers) = language else { return Some(words) };
    if speakers.pronouns.contains(&words.to_lowercase().as_str()) {
        return None;
    }
    Some(match words.split_once(' ') {
        Some((first, rest)) if speakers.opening_determiners.contains(&first) => {
            format!("{} {rest}", first.to_lowercase())
        }
        _ => words,
    })
}

/// Words of `quote` that stand between its marks; a paraphrase has none.
fn quoted_words(text: &str, quote: &Quote) -> usize {
    if quote.kind == QuoteKind::Indirect {
        return 0;
    }
    tokenize(text, quote.span).iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::Speaker;

    fn quote(text: &str, words: &str, speaker: Option<&str>) -> Quote {
        let span = |w: &str| text.find(w).map(|at| Span::new(at, at + w.len())).unwrap();
        Quote {
            span: span(words),
            kind: QuoteKind::Direct,
            cue: None,
            speaker: speaker.map(|s| Speaker { span: span(s), cluster: None }),
            inside: None,
            confidence: 1.0,
        }
    }

    #[test]
    fn shares_follow_the_words() {
        let text = "“One two three,” said officials. “Four,” Officials said. “Five six seven eight.” “No.” she said.";
        let quotes = [
            quote(text, "“One two three,”", Some("officials")),
            quote(text, "“Four,”", Some("Officials")),
            quote(text, "“Five six seven eight.”", None),
            quote(text, "“No.”", Some("she")),
        ];
        let found = voices(text, &quotes, &[], &[]);
        let rows: Vec<_> = found.iter().map(|v| (v.name.as_deref(), v.words, v.quotes.clone())).collect();
        assert_eq!(rows, [(Some("officials"), 4, vec![0, 1]), (None, 5, vec![2, 3])]);
        assert!((found.iter().map(|v| v.share).sum::<f64>() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn words_in_comments_are_not_the_articles() {
        let text = "“One,” she said. “Two,” wrote a reader.";
        let quotes = [quote(text, "“Two,”", Some("a reader"))];
        assert!(voices(text, &quotes, &[], &[Span::new(17, text.len())]).is_empty());
    }
}
