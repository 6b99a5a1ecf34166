//! Quotes with their kinds and speakers, out of what was decided on each quoted span.

use super::kind::quote_kind;
use super::people::People;
use crate::quote::attribute::{Attribution, UNCLEAR, can_speak, is_pointer};
use crate::quote::clause::Phrase;
use crate::quote::input::{QuoteInput, is_name};
use crate::quote::passage::{Quote, QuoteKind, Speaker};
use crate::quote::segment::{QuotedSpan, Segments, Zone, headline_sources, source_line};

/// How sure the speaker is whom a line below the quote names.
const SIGNED: f32 = 0.95;

/// How much less sure than the quote in the body its words in the headline are.
const TIED: f32 = 0.95;

/// The quotes of `segments`, in their order, by what was decided on each.
pub(crate) fn attributed_quotes(
    input: &QuoteInput,
    segments: &Segments,
    people: &People,
    attributions: &[Attribution],
) -> Vec<Quote> {
    let pairs = segments.quoted.iter().zip(attributions);
    let mut quotes: Vec<Quote> =
        pairs.map(|(quoted, attribution)| attributed_quote(input, segments, people, quoted, attribution)).collect();
    for (title, body) in headline_sources(input.text(), segments) {
        let source = quotes.get(body).and_then(|q| q.speaker.map(|s| (s, q.confidence)));
        if let (Some(quote), Some((speaker, confidence))) =
            (quotes.get_mut(title).filter(|q| q.kind != QuoteKind::Marked), source)
        {
            // the same words have the same speaker, whom the body names better
            let span = quote.speaker.map_or(speaker.span, |s| s.span);
            quote.speaker = Some(Speaker { span, cluster: speaker.cluster });
            quote.confidence = confidence * TIED;
        }
    }
    quotes
}

fn attributed_quote(
    input: &QuoteInput,
    segments: &Segments,
    people: &People,
    quoted: &QuotedSpan,
    attribution: &Attribution,
) -> Quote {
    let text = input.text();
    let zone = segments.zone_of(quoted);
    let kind = quote_kind(text, quoted, attribution, zone == Zone::Title, input.language.speech);
    let mut quote = Quote { span: quoted.span, kind, cue: None, speaker: None, inside: quoted.inside, confidence: 0.0 };
    if kind == QuoteKind::Marked {
        return quote;
    }
    quote.cue = attribution.cue;
    if let Some(phrase) = attribution.phrase.filter(|p| is_speaker(input, p, attribution)) {
        let cluster = people.cluster(&phrase, attribution.paragraph, zone);
        // a name that a mark is glued to may reach into the quote: then its head is the speaker, if that stands outside
        let outside = [people.shown(&phrase), phrase.head].into_iter().find(|s| !s.overlaps(quoted.span));
        quote.speaker = outside.map(|span| Speaker { span, cluster: cluster.map(|c| c.0) });
        quote.confidence = outside.map_or(0.0, |_| attribution.confidence * cluster.map_or(1.0, |c| c.1));
    }
    if let Some(speaker) = signature(input, segments, quoted) {
        quote.speaker = Some(speaker);
        quote.confidence = SIGNED;
    }
    quote
}

/// Whether the phrase that was decided on may be shown as the speaker.
fn is_speaker(input: &QuoteInput, phrase: &Phrase, attribution: &Attribution) -> bool {
    let text = input.text();
    attribution.confidence >= UNCLEAR
        && (attribution.speech.is_some() || can_speak(text, phrase, attribution.confidence, input.language))
        && !is_pointer(text, phrase)
}

/// Whom the line below a quote that is set apart names.
fn signature(input: &QuoteInput, segments: &Segments, quoted: &QuotedSpan) -> Option<Speaker> {
    let line = source_line(input.text(), &segments.paragraphs, quoted)?;
    let from = input.mentions.partition_point(|m| m.span.start < line.start);
    let mut within = input.mentions.iter().skip(from).take_while(|m| line.covers(m.span));
    within.find(|m| is_name(m.kind)).map(|name| Speaker { span: name.span, cluster: Some(name.cluster) })
}
