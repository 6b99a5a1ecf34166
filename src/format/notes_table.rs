//! A reader's notes as CSV (RFC 4180), one passage a row, for spreadsheets and data frames.

use super::cell::cell;
use super::notes_format::{NotesFormat, NotesView};
use super::type_name;
use crate::annotation::Correction;

/// One row a passage.
pub(super) static NOTES: NotesFormat =
    NotesFormat { name: "CSV", extension: "csv", media_type: "text/csv;charset=utf-8", write };

const COLUMNS: [&str; 12] = [
    "article",
    "site",
    "published",
    "passage",
    "speaker",
    "tags",
    "note",
    "set right",
    "link",
    "created",
    "modified",
    "id",
];

fn write(notes: &NotesView<'_>) -> String {
    // without a byte order mark Excel takes the file for the system's old encoding
    let mut out = String::from("\u{feff}");
    line(&COLUMNS, &mut out);
    for (index, annotation) in notes.annotations.iter().enumerate() {
        let set_right = match &annotation.correction {
            Some(Correction::Kind(kind)) => kind.map_or("no name", type_name).to_owned(),
            Some(Correction::Speaker(name)) => format!("said by {}", name.as_deref().unwrap_or("nobody")),
            None => String::new(),
        };
        let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
        line(
            &[
                notes.title().unwrap_or(&annotation.title),
                &or_none(&notes.metadata.site),
                &or_none(&notes.metadata.published),
                annotation.passage(),
                notes.speaker(index).unwrap_or_default(),
                &annotation.tags.join("; "),
                &annotation.note,
                &set_right,
                &notes.link(index).unwrap_or_else(|| annotation.source.clone()),
                &annotation.created,
                &annotation.modified,
                &annotation.id,
            ],
            &mut out,
        );
    }
    out
}

fn line(cells: &[&str], out: &mut String) {
    for (index, text) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let text = cell(text);
        if text.contains(['"', ',', '\n', '\r', ';', '\'']) {
            out.push_str(&format!("\"{}\"", text.replace('"', "\"\"")));
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::{Selectors, TextQuote};
    use crate::annotation::Annotation;
    use crate::article::Metadata;
    use crate::format::record::tests::Sample;
    use crate::text::Span;

    #[test]
    fn a_row_holds_passage_speaker_tags_note_and_link() {
        let sample = Sample::page();
        let view = sample.view();
        let start = view.article.text.find("promised").unwrap();
        let quote = TextQuote { exact: "promised a gate".into(), ..TextQuote::default() };
        let annotation = Annotation {
            id: "urn:uuid:1".into(),
            source: "https://quay.example/gate".into(),
            title: String::new(),
            selectors: Selectors { quote: Some(quote), position: None },
            tags: vec!["claim".into(), "check".into()],
            note: "=HYPERLINK(\"http://a.example\")\nline".into(),
            correction: None,
            created: "2026-01-01T00:00:00Z".into(),
            modified: "2026-01-01T00:00:00Z".into(),
        };
        let metadata = Metadata { title: Some("Gate, shut".into()), ..view.article.metadata.clone() };
        let notes = NotesView {
            annotations: &[annotation],
            metadata: &metadata,
            found: Some(view),
            places: &[Some(Span::new(start, start + 15))],
        };
        let text = write(&notes);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(
            row.iter().take(9).collect::<Vec<_>>(),
            [
                "Gate, shut",
                "The Quay Courier",
                "2026-03-03",
                "promised a gate",
                "Noor Haddad",
                "claim; check",
                "'=HYPERLINK(\"http://a.example\")\nline",
                "",
                "https://quay.example/gate#:~:text=promised%20a%20gate"
            ]
        );
    }
}
