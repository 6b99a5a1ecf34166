//! Quotes, names and comments as CSV (RFC 4180), one a row, for spreadsheets and data frames.

use super::AnalysisView;
use super::article_format::{ArticleFormat, ArticleWriter};
use super::cell::cell;
use super::record::{self, EntityRow, QuoteRow, Range, Record};
use super::{quote_name, type_name};
use crate::entity::ClusterId;
use std::io::{self, Write};

/// One row a quote, name and comment.
pub static ARTICLES: ArticleFormat = ArticleFormat {
    name: "csv",
    about: "One row a quote, name and comment, for spreadsheets and data frames",
    start: |out, _| Ok(Box::new(Writer::new(out)?)),
};

/// The columns. `part` is `text`, `headline` or `comment N` (from 1), and `start` and `end` count code points of that part's text.
const COLUMNS: [&str; 16] = [
    "source",
    "part",
    "item",
    "type",
    "text",
    "start",
    "end",
    "name",
    "mention",
    "cue",
    "confidence",
    "value",
    "author",
    "posted",
    "depth",
    "description",
];

/// Writes rows of one or more articles under one line of column names.
///
/// ```
/// use postil::{Options, analyze, format::csv, from_text};
/// let page = from_text("“We were promised a new gate,” said Noor Haddad on Monday.")?;
/// let mut out = Vec::new();
/// csv::Writer::new(&mut out)?.write_article("gate.txt", &analyze(&page, &Options::default()).view())?;
/// assert!(String::from_utf8(out)?.lines().any(|row| row.starts_with("gate.txt,text,quote,direct,")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Writer<W: Write> {
    inner: csv::Writer<W>,
}

/// One row; the default cell is empty.
#[derive(Default)]
struct Row<'a> {
    part: &'a str,
    item: &'a str,
    kind: &'a str,
    text: &'a str,
    range: Option<Range>,
    name: &'a str,
    mention: &'a str,
    cue: &'a str,
    confidence: Option<f32>,
    value: &'a str,
    author: &'a str,
    posted: &'a str,
    depth: Option<u16>,
    description: &'a str,
}

impl<W: Write> Writer<W> {
    /// Writes the column names.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn new(out: W) -> io::Result<Self> {
        let mut inner = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        inner.write_record(COLUMNS).map_err(into_io)?;
        Ok(Self { inner })
    }

    /// Writes what was found in one article, named `source`.
    ///
    /// # Errors
    /// When the rows cannot be written.
    pub fn write_article(&mut self, source: &str, view: &AnalysisView<'_>) -> io::Result<()> {
        let record = record::record(view, serde_json::Value::Null);
        self.list(source, "text", &record, &record.quotes, &record.entities)?;
        if let Some(headline) = &record.headline {
            self.list(source, "headline", &record, &headline.quotes, &headline.entities)?;
        }
        for (number, comment) in record.comments.iter().enumerate() {
            let part = format!("comment {}", number + 1);
            let range = comment.start.zip(comment.end).map(|(start, end)| Range { start, end });
            let row = Row {
                part: &part,
                item: "comment",
                text: comment.text,
                range,
                author: comment.author.unwrap_or_default(),
                posted: comment.posted.unwrap_or_default(),
                value: comment.posted_iso.unwrap_or_default(),
                depth: Some(comment.depth),
                ..Row::default()
            };
            self.row(source, &row)?;
            self.list(source, &part, &record, &comment.quotes, &comment.entities)?;
        }
        Ok(())
    }

    fn list(
        &mut self,
        source: &str,
        part: &str,
        record: &Record<'_>,
        quotes: &[QuoteRow<'_>],
        entities: &[EntityRow<'_>],
    ) -> io::Result<()> {
        let cluster = |id: Option<ClusterId>| id.and_then(|id| record.clusters.get(id.index()));
        // a quote, then those inside of it
        let mut waiting: Vec<&QuoteRow<'_>> = quotes.iter().rev().collect();
        while let Some(quote) = waiting.pop() {
            waiting.extend(quote.inner.iter().rev());
            let speaker = quote.speaker.as_ref();
            let row = Row {
                part,
                item: "quote",
                kind: quote_name(quote.manner),
                text: quote.text,
                range: Some(quote.range),
                name: cluster(speaker.and_then(|s| s.cluster)).map_or("", |c| c.name),
                mention: speaker.map_or("", |s| s.words.text),
                cue: quote.cue.as_ref().map_or("", |c| c.text),
                confidence: speaker.map(|_| quote.confidence),
                ..Row::default()
            };
            self.row(source, &row)?;
        }
        for entity in entities {
            let cluster = cluster(Some(entity.cluster));
            let row = Row {
                part,
                item: "entity",
                kind: type_name(entity.kind),
                text: entity.text,
                range: Some(entity.range),
                name: cluster.map_or("", |c| c.name),
                value: entity.value.unwrap_or_default(),
                description: cluster.and_then(|c| c.description).unwrap_or_default(),
                ..Row::default()
            };
            self.row(source, &row)?;
        }
        Ok(())
    }

    fn row(&mut self, source: &str, row: &Row<'_>) -> io::Result<()> {
        let number = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
        let cells = [
            cell(source),
            cell(row.part),
            cell(row.item),
            cell(row.kind),
            cell(row.text),
            number(row.range.map(|r| r.start)),
            number(row.range.map(|r| r.end)),
            cell(row.name),
            cell(row.mention),
            cell(row.cue),
            row.confidence.map(|c| c.to_string()).unwrap_or_default(),
            cell(row.value),
            cell(row.author),
            cell(row.posted),
            number(row.depth.map(usize::from)),
            cell(row.description),
        ];
        self.inner.write_record(cells).map_err(into_io)
    }
}

impl<W: Write> ArticleWriter for Writer<W> {
    fn article(&mut self, source: &str, view: &AnalysisView<'_>) -> io::Result<()> {
        self.write_article(source, view)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// The system's error under one of the CSV writer, its kind kept: a closed pipe is no failure.
fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::record::tests::Sample;

    fn rows(sample: &Sample) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        Writer::new(&mut out).unwrap().write_article("gate.html", &sample.view()).unwrap();
        let mut reader = csv::Reader::from_reader(out.as_slice());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
        reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn each_quote_name_and_comment_is_a_row() {
        let rows = rows(&Sample::page());
        let short: Vec<_> = rows.iter().map(|r| [r[1].as_str(), &r[2], &r[3], &r[7], &r[8]]).collect();
        assert_eq!(short[0], ["text", "quote", "direct", "Noor Haddad", "Noor Haddad"]);
        assert_eq!(short[1], ["text", "quote", "direct", "", "a spokesman"]);
        assert_eq!(short[3], ["text", "entity", "person", "Noor Haddad", ""]);
        assert!(short.contains(&["headline", "quote", "direct", "Noor Haddad", "Noor Haddad"]));
        assert!(short.contains(&["comment 1", "quote", "mixed", "Noor Haddad", "Haddad"]));
        let comment = rows.iter().find(|r| r[2] == "comment").unwrap();
        assert_eq!([&comment[12], &comment[13], &comment[14]], ["jetty_cat", "2 hours ago", "1"]);
        assert!(comment[4].contains("\n=SUM(A1)"), "a line break inside a cell is kept");
    }
}
