//! Lines that speak to the reader of the page and are no part of the article: “Read more”, a newsletter's box, a copyright.

use super::flow::FlowBlock;
use super::prose::{ends_like_sentence, linked_share};
use crate::article::BlockKind;

/// Longest block that can be a note by how it begins, in bytes.
const NOTE: usize = 160;

/// Longest block that can be one by what it says, in bytes.
const OFFER: usize = 320;

/// How a note to the reader begins, in lower case; whole words.
const NOTES: &[&str] = &[
    "advertisement",
    "advertising",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "article continues below",
    "story continues below",
    "read more",
    "read also",
    "also read",
    "see also",
    "more on this",
    "related",
    "recommended",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "leer también",
    "sign up",
    "subscribe",
    "follow us",
    "follow me on",
    "share this",
    "share on",
    "click here to",
    "continue reading",
    "skip to",
    "newsletter",
    "most read",
    "image source",
    "image caption",
    "photo credit",
    "loading",
];

/// What offers, notices and disclosures say, in lower case; nobody who is written about is asked for an address.
const OFFERS: &[&str] = &[
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "may not be published, broadcast",
    "may not be reproduced",
    "your email address",
    "unseren newsletter",
    "unserem newsletter",
    "notre newsletter",
    "nuestra newsletter",
    "nuestro boletín",
    "nostra newsletter",
    "follow us on",
    "like us on facebook",
    "subscribe to our",
    "subscribe to the podcast",
    "download our app",
    "earn a commission",
    "earn an affiliate commission",
    "contains affiliate links",
    "contain affiliate links",
    "story continues below",
    "article continues below",
    "we use cookies",
    "uses cookies",
    "javascript is disabled",
    "enable javascript",
];

/// What such lines say too, and articles as well: two of them in one line are an offer.
const OFFERING: &[&str] = &[
    "enter your email",
    "free trial",
    "inbox",
    "newsletter",
    "sign up",
    "signing up",
    "subscribe",
    "subscription",
    "unsubscribe",
];

/// Whether a block speaks to the reader of the page.
pub(crate) fn is_note(block: &FlowBlock) -> bool {
    if block.text.len() > OFFER || matches!(block.kind, BlockKind::Quote | BlockKind::Code | BlockKind::Table) {
        return false;
    }
    let text = block.text.to_lowercase();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (length, linked) = linked_share(block);
    let begins = || {
        NOTES.iter().any(|note| {
            text.strip_prefix(note).is_some_and(|rest| {
                let whole = rest.trim().is_empty();
                let word_ends = !rest.starts_with(char::is_alphanumeric);
                word_ends && (whole || rest.starts_with(':') || linked * 2 > length || !ends_like_sentence(text))
            })
        })
    };
    // what stands between marks is said in the article
    let said = || block.text.contains(['“', '”', '"', '«', '„']);
    let offering = || OFFERING.iter().filter(|o| text.contains(*o)).count() > 1;
    let offers = || !said() && (OFFERS.iter().any(|offer| text.contains(offer)) || offering());
    (block.text.len() <= NOTE && begins()) || offers()
}
