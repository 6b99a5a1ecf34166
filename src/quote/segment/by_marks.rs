//! Quotes by their marks alone, in a text whose language has no pack: nobody is said to speak.

use super::layout::Zone;
use super::quoted_span::QuotedSpan;
use super::segments::Segments;
use super::shape::{LONG, is_clause, is_nickname, is_title};
use crate::quote::passage::{Quote, QuoteKind};
use crate::sentence::Sentence;
use crate::text::Span;

/// The quotes of `segments`, in their order. `sentences` are those of every block and comment, in order.
pub(crate) fn quotes_by_marks(text: &str, segments: &Segments, sentences: &[Sentence]) -> Vec<Quote> {
    let quote = |quoted: &QuotedSpan| Quote {
        span: quoted.span,
        kind: kind_by_shape(text, quoted, sentences, segments.zone_of(quoted)),
        cue: None,
        speaker: None,
        inside: quoted.inside,
        confidence: 0.0,
    };
    segments.quoted.iter().map(quote).collect()
}

/// Words up to which a quoted span that is no clause is taken for words merely marked: a scare quote rather than a part of what was said.
const FEW: usize = 2;

/// What the look of quoted words makes of them.
fn kind_by_shape(text: &str, quoted: &QuotedSpan, sentences: &[Sentence], zone: Zone) -> QuoteKind {
    let alone = stands_alone(text, quoted.span, sentences);
    let inner = quoted.inner.str(text);
    let words = word_count(inner);
    let title = zone != Zone::Title && words < LONG && is_title(inner, |_| false);
    let clause = words > 1 && is_clause(text, quoted);
    if is_nickname(text, quoted) {
        QuoteKind::Marked
    } else if alone || clause && !title {
        QuoteKind::Direct
    } else if title || words <= FEW {
        QuoteKind::Marked
    } else {
        QuoteKind::Mixed
    }
}

/// How many words `inner` has, up to [`LONG`]; in scripts that put no spaces between words, each letter counts.
fn word_count(inner: &str) -> usize {
    let unspaced = inner.chars().filter(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{9fff}'));
    inner.split_whitespace().take(LONG).count().max(unspaced.take(LONG).count())
}

/// Marks beside a quote that are looked at, at most: more are no sentence.
const MARKS: usize = 32;

/// Whether no word stands beside `span` in the sentences that it touches.
fn stands_alone(text: &str, span: Span, sentences: &[Sentence]) -> bool {
    let first = sentences.partition_point(|s| s.span.end <= span.start);
    let end = sentences.partition_point(|s| s.span.start < span.end);
    let Some([first, .., last] | [last @ first]) = sentences.get(first..end) else {
        return false;
    };
    let before = text.get(first.span.start..span.start).unwrap_or_default();
    let after = text.get(span.end..last.span.end).unwrap_or_default();
    let is_mark = |c: char| !c.is_alphanumeric();
    before.len() <= MARKS && before.chars().all(is_mark) && after.len() <= MARKS && after.chars().all(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, BlockKind};
    use crate::sentence::sentences;

    fn kinds(text: &str) -> Vec<(&str, QuoteKind)> {
        let span = Span::new(0, text.len());
        let blocks = vec![Block { kind: BlockKind::Paragraph, span, level: 0 }];
        let article = Article { text: text.to_owned(), blocks, ..Article::default() };
        let segments = Segments::new(&article, &[], None);
        let quotes = quotes_by_marks(text, &segments, &sentences(text, span, None));
        assert!(quotes.iter().all(|q| q.cue.is_none() && q.speaker.is_none()));
        quotes.iter().map(|q| (q.span.str(text), q.kind)).collect()
    }

    #[test]
    fn german_quotes_have_kinds_without_speakers() {
        let text = "„Wir haben gewonnen“, sagte Ines Calder am Montag. Sie nannte das Ergebnis „sehr knapp und dennoch \
            klar“. Die Zeitung „Der Bote“ schrieb von einer „Sensation“. „Niemand hat uns gefragt.“";
        assert_eq!(
            kinds(text),
            [
                ("„Wir haben gewonnen“", QuoteKind::Direct),
                ("„sehr knapp und dennoch klar“", QuoteKind::Mixed),
                ("„Der Bote“", QuoteKind::Marked),
                ("„Sensation“", QuoteKind::Marked),
                ("„Niemand hat uns gefragt.“", QuoteKind::Direct),
            ]
        );
    }

    #[test]
    fn french_quotes_have_kinds_without_speakers() {
        let text = "« Nous avons gagné », a déclaré la maire à l'issue du vote. Selon elle, c'est « une victoire nette pour \
            la ville ». Le journal « Le Phare » parle d'un « choc ». Elle a dit : « personne ne nous a rien demandé. »";
        assert_eq!(
            kinds(text),
            [
                ("« Nous avons gagné »", QuoteKind::Direct),
                ("« une victoire nette pour la ville »", QuoteKind::Mixed),
                ("« Le Phare »", QuoteKind::Marked),
                ("« choc »", QuoteKind::Marked),
                ("« personne ne nous a rien demandé. »", QuoteKind::Direct),
            ]
        );
    }

    #[test]
    fn words_of_scripts_without_spaces_are_counted_by_letters() {
        assert_eq!(kinds("她说：「我们赢了。」"), [("「我们赢了。」", QuoteKind::Direct)]);
    }

    #[test]
    fn a_quote_in_a_sentence_of_many_marks_is_not_alone() {
        let text = format!("{}„ja“", "– ".repeat(MARKS));
        assert_eq!(kinds(&text), [("„ja“", QuoteKind::Marked)]);
    }
}
