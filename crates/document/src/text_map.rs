//! From places in an article's text to places in the text that a document shows of it, and back: a table, and no document.

use crate::utf16::Utf16Span;
use postil::Span;

/// Collects what of an article's text is shown, while it is rendered.
#[derive(Debug, Default)]
pub struct TextMapBuilder {
    pieces: Vec<Span>,
}

impl TextMapBuilder {
    /// Notes that the text under `span` is shown, after everything that was noted before. Pieces come in the article's order.
    pub fn push(&mut self, span: Span) {
        self.pieces.push(span);
    }

    /// The finished table for the article's whole `text`.
    #[must_use]
    pub fn finish(self, text: &str) -> TextMap {
        // one pass over the text, that counts what lies before each piece
        let (mut byte, mut article, mut shown) = (0, 0, 0);
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for span in self.pieces {
            article += units(Span::new(byte, span.start).str(text));
            let length = units(span.str(text));
            pieces.push(Piece { article, shown, length });
            article += length;
            shown += length;
            byte = span.end;
        }
        TextMap { pieces, length: shown }
    }
}

/// A part of the article's text that is shown in one piece.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it begins in the article's text.
    article: u32,
    /// Where it begins in the shown text.
    shown: u32,
    /// Its UTF-16 units.
    length: u32,
}

impl Piece {
    fn in_article(self) -> Utf16Span {
        Utf16Span::new(self.article, self.article + self.length)
    }

    fn in_shown(self) -> Utf16Span {
        Utf16Span::new(self.shown, self.shown + self.length)
    }
}

/// What of an article's text is shown, and where. Both texts are counted in UTF-16 units; the shown one is the text that a
/// port numbers.
#[derive(Debug)]
pub struct TextMap {
    /// In the order of both texts.
    pieces: Vec<Piece>,
    length: u32,
}

impl TextMap {
    /// The length of the shown text.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.length
    }

    /// Where a span of the article is shown: what of it is not shown takes no room there.
    #[must_use]
    pub fn shown(&self, article: Utf16Span) -> Option<Utf16Span> {
        let first = self.pieces.get(self.pieces.partition_point(|p| p.in_article().end <= article.start))?;
        let before = self.pieces.partition_point(|p| p.article < article.end);
        let last = self.pieces.get(before.checked_sub(1)?)?;
        let start = first.shown + article.start.saturating_sub(first.article);
        let end = last.shown + (article.end - last.article).min(last.length);
        Some(Utf16Span::new(start, end)).filter(|s| !s.is_empty())
    }

    /// The article's text from the first to the last of what is shown under a span.
    #[must_use]
    pub fn article(&self, shown: Utf16Span) -> Option<Utf16Span> {
        let first = self.pieces.get(self.pieces.partition_point(|p| p.in_shown().end <= shown.start))?;
        let before = self.pieces.partition_point(|p| p.shown < shown.end);
        let last = self.pieces.get(before.checked_sub(1)?)?;
        let start = first.article + (shown.start - first.shown);
        let end = last.article + (shown.end - last.shown).min(last.length);
        Some(Utf16Span::new(start, end)).filter(|s| !s.is_empty())
    }

    /// The article's unit that is shown as unit `shown`.
    #[must_use]
    pub fn article_offset(&self, shown: u32) -> Option<u32> {
        self.article(Utf16Span::new(shown, shown.saturating_add(1))).map(|s| s.start)
    }
}

/// The UTF-16 units of `text`; articles stay far below 2^32 of them.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Late 😀 ferry\n\nA second one. Not shown. The end.";

    fn span_of(words: &str) -> Span {
        let start = TEXT.find(words).expect("words of the text");
        Span::new(start, start + words.len())
    }

    fn in_article(words: &str) -> Utf16Span {
        let start = units(&TEXT[..span_of(words).start]);
        Utf16Span::new(start, start + units(words))
    }

    fn map(shown: &[&str]) -> (TextMap, Vec<u16>) {
        let mut builder = TextMapBuilder::default();
        shown.iter().for_each(|words| builder.push(span_of(words)));
        (builder.finish(TEXT), shown.concat().encode_utf16().collect())
    }

    fn shown(map: &(TextMap, Vec<u16>), words: &str) -> Option<String> {
        let span = map.0.shown(in_article(words))?;
        Some(String::from_utf16_lossy(&map.1[span.start as usize..span.end as usize]))
    }

    #[test]
    fn spans_are_found_where_they_are_shown() {
        let map = map(&["Late 😀 ", "ferry", "A second one.", "The end."]);
        for (words, expected) in [
            ("Late", "Late"),
            ("😀 ferry", "😀 ferry"),
            ("ferry\n\nA second", "ferryA second"),
            ("one. Not shown. The", "one.The"),
            ("Not shown. The end.", "The end."),
            ("one. Not", "one."),
        ] {
            assert_eq!(shown(&map, words).as_deref(), Some(expected));
        }
        assert_eq!(shown(&map, "Not shown."), None);
        assert_eq!(map.0.shown(Utf16Span::new(900, 901)), None);
        assert_eq!(map.0.length() as usize, map.1.len());
        let nothing = TextMapBuilder::default().finish(TEXT);
        assert_eq!((nothing.length(), nothing.shown(in_article("ferry")), nothing.article_offset(0)), (0, None, None));
    }

    #[test]
    fn what_is_shown_leads_back() {
        let (map, text) = map(&["Late 😀 ", "ferry", "A second one.", "The end."]);
        let back = |shown: &str| {
            let all = String::from_utf16_lossy(&text);
            let start = units(&all[..all.find(shown).expect("shown words")]);
            map.article(Utf16Span::new(start, start + units(shown)))
        };
        assert_eq!(back("😀 fe"), Some(in_article("😀 fe")));
        assert_eq!(back("ferryA second"), Some(in_article("ferry\n\nA second")));
        assert_eq!(back("one.The end."), Some(in_article("one. Not shown. The end.")));
        let end = map.length();
        assert_eq!(map.article(Utf16Span::new(end, end + 3)), None);
        assert_eq!(map.article_offset(0), Some(0));
        assert_eq!(map.article_offset(13), Some(in_article("A second").start));
        assert_eq!(map.article_offset(end), None);
    }
}
