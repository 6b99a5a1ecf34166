//! The key under which an article's annotations are kept.

use crate::article::{Article, BlockKind};

/// Query parameters that say how a reader came, not which article it is. `utm_` and the like are prefixes.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "yclid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "mkt_tok",
    "vero_id",
    "wickedid",
    "oly_anon_id",
    "oly_enc_id",
    "s_cid",
    "cmpid",
    "ns_campaign",
    "ns_mchannel",
    "ns_source",
    "ns_linkname",
    "smid",
    "ocid",
    "ref_src",
    "ref_url",
];

/// Beginnings of such parameters: Urchin's and its successors', Matomo's, Piano's.
const TRACKING_PREFIXES: &[&str] = &["utm_", "mtm_", "pk_", "at_medium", "at_campaign"];

/// The key of an article: its address without fragment and tracking parameters, or, when it has none, `urn:postil:` and a
/// hash of its headline and its first paragraph, so that more comments or another footer do not lose the notes.
///
/// The hash is FNV-1a with 128 bits over both texts, lower-cased, white space folded, separated by a line feed: stable across
/// versions and platforms, and not meant against forgery, which gains nothing here.
#[must_use]
pub fn source_key(article: &Article) -> String {
    let address = article.metadata.url.as_deref().map(str::trim).filter(|u| !u.is_empty());
    if let Some(url) = address {
        return plain_address(url);
    }
    let title = match &article.metadata.title {
        Some(title) => title.as_str(),
        None => article.title().map_or("", |b| b.span.str(&article.text)),
    };
    let first = article.blocks.iter().find(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Quote));
    let first = first.map_or("", |b| b.span.str(&article.text));
    let mut hash = Fnv::new();
    hash.words(title);
    hash.byte(b'\n');
    hash.words(first);
    format!("urn:postil:{:032x}", hash.0)
}

/// `url` without fragment and tracking parameters; the rest stays as it is, in its order.
pub(super) fn plain_address(url: &str) -> String {
    // a fragment that routes (`#!/…`, `#/…`) names the page itself
    let whole = match url.split_once('#') {
        Some((page, fragment)) if !fragment.starts_with(['!', '/']) => page,
        _ => url,
    };
    let Some((page, query)) = whole.split_once('?') else {
        return whole.to_owned();
    };
    let kept: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !is_tracking(p)).collect();
    if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join("&")) }
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split_once('=').map_or(parameter, |(name, _)| name).to_ascii_lowercase();
    TRACKING.contains(&name.as_str()) || TRACKING_PREFIXES.iter().any(|p| name.starts_with(p))
}

/// FNV-1a, 128 bits (<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>).
pub(crate) struct Fnv(pub(crate) u128);

impl Fnv {
    pub(crate) fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Hashes `text` as it is, and a mark that no text contains, so that “a”, “b” is not “ab”.
    pub(crate) fn text(&mut self, text: &str) {
        text.bytes().chain([0xff]).for_each(|b| self.byte(b));
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }

    /// Hashes the words of `text`, lower-cased, a space between two.
    fn words(&mut self, text: &str) {
        for (n, word) in text.split_whitespace().enumerate() {
            if n > 0 {
                self.byte(b' ');
            }
            word.to_lowercase().bytes().for_each(|b| self.byte(b));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Metadata};
    use crate::text::Span;

    fn at(url: &str) -> String {
        let metadata = Metadata { url: Some(url.into()), ..Metadata::default() };
        source_key(&Article { metadata, ..Article::default() })
    }

    fn article(parts: &[&str]) -> Article {
        let mut article = Article::default();
        for part in parts {
            let start = article.text.len();
            article.text.push_str(part);
            let kind = if start == 0 { BlockKind::Title } else { BlockKind::Paragraph };
            article.blocks.push(Block { kind, span: Span::new(start, article.text.len()), level: 0 });
            article.text.push_str("\n\n");
        }
        article
    }

    #[test]
    fn an_address_loses_its_fragment_and_tracking() {
        assert_eq!(
            at("https://quay.example/a?id=7&utm_source=x&fbclid=y&page=2#top"),
            "https://quay.example/a?id=7&page=2"
        );
        assert_eq!(at("https://quay.example/a?UTM_medium=mail"), "https://quay.example/a");
        assert_eq!(at("https://quay.example/a?q=a?b"), "https://quay.example/a?q=a?b");
        assert_eq!(at("https://quay.example/#!/news/7"), "https://quay.example/#!/news/7");
    }

    #[test]
    fn without_an_address_headline_and_first_paragraph_count() {
        let short = source_key(&article(&["Harbour to close", "The harbour will close."]));
        assert_eq!(short, "urn:postil:7ed15365c965f6b2b0f00406f25cdd65");
        let longer = article(&["Harbour  to close", "The harbour will\u{a0}close.", "A new footer"]);
        assert_eq!(source_key(&longer), short);
        assert_ne!(source_key(&article(&["Harbour to close", "It will not."])), short);
        assert_ne!(source_key(&Article::default()), short);
    }

    #[test]
    fn the_hash_is_fnv() {
        let mut hash = Fnv::new();
        hash.byte(b'a');
        assert_eq!(hash.0, 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
