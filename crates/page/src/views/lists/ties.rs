//! What a comment is tied to, in a line each, and how it quotes otherwise than the article.

use super::drawing::Drawing;
use crate::dom::{create, slot};
use crate::error::PageError;
use crate::page::reading::{Reading, voice_name};
use crate::views::difference::draw_difference;
use crate::views::print::voice_class;
use crate::words;
use postil::{Answer, AnsweredBy, CommentAnswers, Fidelity, Span};
use web_sys::Element;

/// Says in a comment's row what the comment is tied to.
pub(super) fn draw_ties(list: &Drawing, row: &Element, comment: usize) -> Result<(), PageError> {
    let reading = list.reading;
    let Some(answers) = reading.analysis.answers.get(comment) else { return Ok(()) };
    let into = slot(row, "ties")?;
    for quotation in &answers.quotations {
        match (quotation.passage, quotation.fidelity) {
            (Some(passage), Fidelity::Verbatim) => draw_tie(reading, &into, passage, words::word_for_word)?,
            (Some(passage), _) => {
                draw_tie(reading, &into, passage, words::not_quite)?;
                let line = create("span")?;
                line.set_class_name("differs");
                line.set_dir("auto");
                draw_difference(&line, quotation.span.str(reading.text()), passage.str(reading.text()))?;
                into.append_child(&line)?;
            }
            (None, _) => put_line(&into, words::NOT_FROM_HERE)?,
        }
    }
    for answer in answers.passages.iter().filter(|answer| answer.by != AnsweredBy::Quotation) {
        match topic(reading, answers, answer) {
            Some(topic) => put_line(&into, &words::on_topic(topic, reading.paragraph(answer.passage.start)))?,
            None => draw_tie(reading, &into, answer.passage, words::in_passage)?,
        }
    }
    Ok(())
}

/// What a comment that names what its passage names is on; a passage that somebody says is theirs.
fn topic<'a>(reading: &'a Reading, answers: &CommentAnswers, answer: &Answer) -> Option<&'a str> {
    let analysis = &reading.analysis;
    let is_there = |m: &&postil::MentionId| m.of(&analysis.mentions).is_some_and(|m| answer.passage.covers(m.span));
    let clusters = answers.names.iter().filter_map(|name| name.of(&analysis.clusters));
    let mut named = clusters.filter(|cluster| cluster.mentions.iter().any(|m| is_there(&m)));
    let free = answer.by == AnsweredBy::Names && reading.voice_over(answer.passage).is_none();
    named.next().filter(|_| free).map(|cluster| cluster.name.as_str())
}

/// Puts a line that names the speaker of a passage, if it has one, between two parts of `says`.
fn draw_tie(
    reading: &Reading,
    into: &Element,
    passage: Span,
    says: fn(bool, usize) -> [String; 2],
) -> Result<(), PageError> {
    let voice = reading.voice_over(passage).and_then(|number| Some((number, reading.voices.get(number)?)));
    let voice = voice.filter(|(_, voice)| voice.name.is_some());
    let [before, after] = says(voice.is_some(), reading.paragraph(passage.start));
    put_line(into, &before)?;
    let Some(line) = into.last_element_child() else { return Ok(()) };
    if let Some((number, voice)) = voice {
        let name = create("b")?;
        name.set_class_name(&voice_class(&reading.voices, number));
        name.set_text_content(Some(voice_name(voice)));
        line.append_child(&name)?;
    }
    line.append_with_str_1(&after)?;
    Ok(())
}

fn put_line(into: &Element, words: &str) -> Result<(), PageError> {
    let line = create("span")?;
    line.set_class_name("how");
    line.set_text_content(Some(words));
    into.append_child(&line)?;
    Ok(())
}
