//! Pasted text as blocks: each line, or the lines that a fixed width broke, by what it is.

use super::line::{is_boilerplate, is_sentence, list_marker, opens_links, quote_depth};
use super::part::Part;
use super::{top, wrap};
use crate::article::{Article, Block, BlockKind, Metadata};
use crate::snapshot::Snapshot;
use crate::text::lines;

/// Splits plain text into blocks; the text stays as it is, and each line that is not blank is in a block.
pub(in crate::article) fn article_in(snapshot: &Snapshot) -> Article {
    let text = snapshot.text.clone();
    let lines = lines(&text);
    let parts = wrap::parts(&text, &lines);
    let (mut blocks, metadata) = top::head(&text, &parts);
    body(&text, &parts, &mut blocks);
    Article { text, verbatim: true, metadata: Metadata { language: None, ..metadata }, blocks, ..Article::default() }
}

/// The longest heading, in words.
const HEADING_WORDS: usize = 12;

/// Appends a block for each part after those that `blocks` holds already.
fn body(text: &str, parts: &[Part], blocks: &mut Vec<Block>) {
    let mut in_links = false; // after “Read more”: a run of headlines
    for (at, part) in parts.iter().enumerate().skip(blocks.len()) {
        let words = part.span.str(text);
        let next = parts.get(at + 1);
        let neighbour_item = |i: Option<usize>| {
            i.and_then(|i| parts.get(i)).is_some_and(|p| list_marker(p.span.str(text)) == list_marker(words))
        };
        in_links = (in_links && !part.after_blank && !is_sentence(words)) || opens_links(words);
        let (kind, level) = if in_links || is_boilerplate(words) {
            (BlockKind::Other, 0)
        } else if let Some(depth) = quote_depth(words) {
            (BlockKind::Quote, depth)
        } else if list_marker(words).is_some() && (neighbour_item(at.checked_sub(1)) || neighbour_item(Some(at + 1))) {
            (BlockKind::ListItem, u8::try_from(part.indent / 4).unwrap_or(u8::MAX).saturating_add(1))
        } else if let Some(level) = hashes(words) {
            (BlockKind::Heading, level)
        } else if next.is_some_and(|n| heads(text, part, n)) {
            (BlockKind::Heading, 2)
        } else {
            (BlockKind::Paragraph, 0)
        };
        blocks.push(Block { kind, span: part.span, level });
    }
}

/// The level of a heading in Markdown.
fn hashes(words: &str) -> Option<u8> {
    let count = words.chars().take_while(|&c| c == '#').count();
    let spaced = words.get(count..)?.starts_with(' ');
    ((1..=6).contains(&count) && spaced).then(|| u8::try_from(count).unwrap_or(2).max(2))
}

/// Whether `part` is a heading over `next`: short, on its own, no sentence, and prose follows.
fn heads(text: &str, part: &Part, next: &Part) -> bool {
    let words = part.span.str(text);
    let starts_big = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    part.after_blank
        && starts_big
        && words.split_whitespace().nth(HEADING_WORDS).is_none()
        && !words.ends_with([',', ';', ':', '"', '”', '»', '“', '…'])
        && !is_sentence(words)
        && is_sentence(next.span.str(text))
        && next.span.len() > words.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_text;
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        article_in(&from_text(text).unwrap())
    }

    fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
        article.blocks.iter().map(|b| (b.kind, b.span.str(&article.text))).collect()
    }

    use BlockKind::{Heading, ListItem, Other, Paragraph, Quote, Title};

    #[test]
    fn reads_a_pasted_page() {
        let text = "Ferry fares to rise in May\r\n\r\nBy Ana Ruiz and Tom Hall\r\nUpdated 4 April 2023, 10:15\r\n\r\nFares rise by 4%.\r\n\r\nWhy now\r\n\r\nFuel costs more than it did, the operator said.\r\nIslanders are angry.\r\n\r\nADVERTISEMENT\r\n\r\n- Adult: 12\r\n- Child: 6\r\n\r\nRead more\r\nA bridge to nowhere\r\nTen walks\r\n\r\nShare this article\r\n";
        let article = article(text);
        assert_eq!(article.text, text);
        assert_eq!(article.metadata.title.as_deref(), Some("Ferry fares to rise in May"));
        assert_eq!(article.metadata.byline.as_deref(), Some("Ana Ruiz, Tom Hall"));
        assert_eq!(article.metadata.published.as_deref(), Some("2023-04-04T10:15:00"));
        assert_eq!(
            blocks(&article),
            [
                (Title, "Ferry fares to rise in May"),
                (Other, "By Ana Ruiz and Tom Hall"),
                (Other, "Updated 4 April 2023, 10:15"),
                (Paragraph, "Fares rise by 4%."),
                (Heading, "Why now"),
                (Paragraph, "Fuel costs more than it did, the operator said."),
                (Paragraph, "Islanders are angry."),
                (Other, "ADVERTISEMENT"),
                (ListItem, "- Adult: 12"),
                (ListItem, "- Child: 6"),
                (Other, "Read more"),
                (Other, "A bridge to nowhere"),
                (Other, "Ten walks"),
                (Other, "Share this article"),
            ]
        );
    }

    #[test]
    fn a_sentence_is_no_title() {
        let article = article("The mayor resigned on Friday.\n\nNobody was surprised.");
        assert_eq!(article.metadata.title, None);
        assert_eq!(
            blocks(&article),
            [(Paragraph, "The mayor resigned on Friday."), (Paragraph, "Nobody was surprised.")]
        );
    }

    #[test]
    fn joins_wrapped_lines() {
        let text = "Dam opens early\n\nThe new dam above the town was opened two months early on Monday by\nthe minister, who said that it would keep the valley dry for at least a\nhundred years.\n\n> It will not, said the engineer who had built the last one, and went on to\n> explain why.\n\nNobody listened to the old man, because the band had begun to play by then\nand the beer was free.\n";
        let article = article(text);
        assert_eq!(
            blocks(&article),
            [
                (Title, "Dam opens early"),
                (
                    Paragraph,
                    "The new dam above the town was opened two months early on Monday by\nthe minister, who said that it would keep the valley dry for at least a\nhundred years."
                ),
                (Quote, "> It will not, said the engineer who had built the last one, and went on to\n> explain why."),
                (
                    Paragraph,
                    "Nobody listened to the old man, because the band had begun to play by then\nand the beer was free."
                ),
            ]
        );
    }

    #[test]
    fn reads_bylines_in_other_languages() {
        let article = article(
            "Mehr Geld für Radwege\nVon Uta Brandt\n3. März 2022 um 8.05 Uhr\n\nDer Rat hat am Montag mehr Geld beschlossen.\n",
        );
        assert_eq!(article.metadata.byline.as_deref(), Some("Uta Brandt"));
        assert_eq!(article.metadata.published.as_deref(), Some("2022-03-03T08:05:00"));
        let article = self::article("Une gare rouvre\nPar Luc Petit, le 7 mai 2020\n\nLa gare a rouvert lundi.\n");
        assert_eq!(article.metadata.byline.as_deref(), Some("Luc Petit"));
        assert_eq!(article.metadata.published.as_deref(), Some("2020-05-07"));
    }

    proptest! {
        #[test]
        fn every_line_is_in_one_block(text in "([ -~éß–“”\u{2028}\t]{0,90}(\r\n|\n|\n\n)){0,30}[a-z]") {
            let article = article(&text);
            prop_assert_eq!(&article.text, &text);
            let mut last = 0;
            let mut kept = String::new();
            for block in &article.blocks {
                prop_assert!(block.span.start >= last && !block.span.is_empty());
                kept.push_str(block.span.of(&text).unwrap());
                last = block.span.end;
            }
            let dense = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(dense(&kept), dense(&text));
        }
    }
}
