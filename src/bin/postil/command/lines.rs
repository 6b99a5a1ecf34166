//! JSON Lines: one article a line in, one result a line out, in the same order, on all cores.

use super::args::day;
use super::input::{Document, Input, Kind};
use super::{Outcome, complain};
use postil::format::record;
use postil::{MAX_BYTES, Options};
use serde_json::{Map, Value, json};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// The longest line, in bytes: the largest article with every second byte escaped.
const LONGEST_LINE: usize = MAX_BYTES * 2;

/// Lines that wait for a free core, per core.
const WAITING: usize = 4;

/// One line as read, and where its result goes.
struct Job {
    number: usize,
    line: InputLine,
    reply: SyncSender<Answer>,
}

enum InputLine {
    Bytes(Vec<u8>),
    TooLong,
}

/// One line of output, and whether it is a result rather than an error.
struct Answer {
    json: Vec<u8>,
    good: bool,
}

/// Reads the lines of `files` (or of standard input) and writes their results.
///
/// Each line is answered as soon as those before it are, so that a program can talk to this one line by line; at most a few lines a
/// core are in memory.
pub(crate) fn run(files: &[String]) -> Outcome {
    let inputs = Input::all(files);
    let mut out = io::stdout().lock();
    match thread::available_parallelism().map_or(1, usize::from) {
        1 => alone(&inputs, &mut out),
        cores => together(inputs, cores, &mut out),
    }
}

/// One line after another: on one core, threads would but wake each other.
fn alone(inputs: &[Input], out: &mut impl Write) -> Outcome {
    let (mut all_good, mut written) = (true, Ok(()));
    let all_read = each_line(inputs, |number, line| {
        let answered = answer(number, &line);
        all_good &= answered.good;
        written = write(out, &answered);
        written.is_ok()
    });
    written?;
    Ok(all_read && all_good)
}

/// As many lines at a time as there are cores.
fn together(inputs: Vec<Input>, cores: usize, out: &mut impl Write) -> Outcome {
    let (jobs, queue) = sync_channel::<Job>(cores * WAITING);
    let (replies, order) = sync_channel::<Receiver<Answer>>(cores * WAITING);
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..cores {
        let queue = Arc::clone(&queue);
        thread::spawn(move || work(&queue));
    }
    let reader = thread::spawn(move || {
        each_line(&inputs, |number, line| {
            let (reply, answer) = sync_channel(1);
            // both fail only when the writer has ended
            jobs.send(Job { number, line, reply }).is_ok() && replies.send(answer).is_ok()
        })
    });

    let mut all_good = true;
    for reply in order {
        // a worker that is gone has left its job without an answer
        let answered =
            reply.recv().unwrap_or_else(|_| error_answer(&Value::Null, "the analysis of this line broke off"));
        all_good &= answered.good;
        write(out, &answered)?;
    }
    Ok(reader.join().unwrap_or(false) && all_good)
}

fn write(out: &mut impl Write, answered: &Answer) -> io::Result<()> {
    out.write_all(&answered.json)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Gives `each` every line and its number, until it wants no more; says whether all inputs could be read to their end.
fn each_line(inputs: &[Input], mut each: impl FnMut(usize, InputLine) -> bool) -> bool {
    let mut all_read = true;
    for input in inputs {
        let mut number = 0;
        let opened = input.open().map(BufReader::new);
        let mut reader = match opened {
            Ok(reader) => reader,
            Err(failure) => {
                all_read = false;
                complain(&format!("{}: {failure}", input.name()));
                continue;
            }
        };
        loop {
            number += 1;
            let line = match next_line(&mut reader) {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(error) => {
                    all_read = false;
                    complain(&format!("{}: it cannot be read further than line {number}: {error}", input.name()));
                    break;
                }
            };
            if !each(number, line) {
                return all_read;
            }
        }
    }
    all_read
}

/// The next line without its end; of one that is too long, nothing is kept.
fn next_line(reader: &mut impl BufRead) -> io::Result<Option<InputLine>> {
    let mut bytes = Vec::new();
    let read = reader.by_ref().take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        return Ok(Some(InputLine::Bytes(bytes)));
    }
    if read <= LONGEST_LINE {
        return Ok(Some(InputLine::Bytes(bytes))); // the last line, without a line feed
    }
    reader.skip_until(b'\n')?;
    Ok(Some(InputLine::TooLong))
}

fn work(queue: &Mutex<Receiver<Job>>) {
    loop {
        let job = match queue.lock() {
            Ok(queue) => queue.recv(),
            Err(_) => return,
        };
        let Ok(Job { number, line, reply }) = job else {
            return;
        };
        // a writer that has ended wants no answer
        let _unwanted = reply.send(answer(number, &line));
    }
}

/// The result of one line.
fn answer(number: usize, line: &InputLine) -> Answer {
    let InputLine::Bytes(bytes) = line else {
        return error_answer(
            &Value::Null,
            &format!("line {number} is longer than {LONGEST_LINE} bytes; save the article alone"),
        );
    };
    if bytes.trim_ascii().is_empty() {
        return error_answer(&Value::Null, &format!("line {number} is empty; write one JSON object a line"));
    }
    let bytes = if number == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
    let object: Map<String, Value> = match serde_json::from_slice(bytes) {
        Ok(object) => object,
        Err(error) => {
            let what = error.to_string().replace(" at line 1 column ", " at column ");
            return error_answer(&Value::Null, &format!("line {number} is no JSON object: {what}"));
        }
    };
    let id = object.get("id").cloned().unwrap_or_default();
    let analysis = article(object).and_then(|(page, options)| page.analyze(&options).map_err(|e| e.to_string()));
    // a result is some five times as long as its line
    let mut json = Vec::with_capacity(5 * bytes.len());
    let written = analysis.and_then(|a| {
        serde_json::to_writer(&mut json, &record::record(&a.view(), id.clone())).map_err(|e| e.to_string())
    });
    match written {
        Ok(()) => Answer { json, good: true },
        Err(reason) => error_answer(&id, &format!("line {number}: {reason}")),
    }
}

/// The article in a line's object.
fn article(mut object: Map<String, Value>) -> Result<(Document, Options), String> {
    let mut string = |key: &str| match object.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("“{key}” is no string")),
    };
    let (html, text) = (string("html")?, string("text")?);
    let options = Options {
        url: string("url")?,
        published: string("published")?.map(|p| day(&p)).transpose().map_err(|e| format!("“published”: {e}"))?,
    };
    match (html, text) {
        (Some(html), None) => Ok((Document::new(Kind::Html, html), options)),
        (None, Some(text)) => Ok((Document::new(Kind::Text, text), options)),
        (Some(_), Some(_)) => Err("it has both “html” and “text”; give the one to read".to_owned()),
        (None, None) => Err("it has neither “html” nor “text”".to_owned()),
    }
}

fn error_answer(id: &Value, error: &str) -> Answer {
    Answer { json: json!({"id": id, "error": error}).to_string().into_bytes(), good: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(line: &str) -> Value {
        let answered = answer(3, &InputLine::Bytes(line.as_bytes().to_vec()));
        assert!(!answered.good);
        serde_json::from_slice(&answered.json).unwrap()
    }

    #[test]
    fn bad_lines_say_what_is_wrong_and_keep_their_id() {
        for (line, id, message) in [
            ("  ", json!(null), "line 3 is empty; write one JSON object a line"),
            ("{oops", json!(null), "line 3 is no JSON object: key must be a string at column 2"),
            ("[1]", json!(null), "line 3 is no JSON object: invalid type: sequence, expected a map at column 0"),
            (r#"{"id": "a"}"#, json!("a"), "line 3: it has neither “html” nor “text”"),
            (
                r#"{"id": 7, "html": "x", "text": "y"}"#,
                json!(7),
                "line 3: it has both “html” and “text”; give the one to read",
            ),
            (
                r#"{"id": "a", "text": "x", "published": "2024-02-30"}"#,
                json!("a"),
                "line 3: “published”: “2024-02-30” is no day; write it as YYYY-MM-DD, for example 2026-03-03",
            ),
            (r#"{"id": "a", "text": 7}"#, json!("a"), "line 3: “text” is no string"),
            (r#"{"id": "a", "text": " "}"#, json!("a"), "line 3: there is nothing to read here: the input is empty"),
        ] {
            assert_eq!(error(line), json!({"id": id, "error": message}));
        }
    }

    #[test]
    fn one_core_answers_as_many_do() {
        let path = std::env::temp_dir().join(format!("postil-lines-{}.jsonl", std::process::id()));
        let line = |n: usize| match n % 7 {
            3 => "{oops".to_owned(),
            _ => json!({"id": n, "text": "Roe said it was late. ".repeat(n)}).to_string(),
        };
        std::fs::write(&path, (1..40).map(line).collect::<Vec<_>>().join("\n")).unwrap();
        let inputs = || Input::all(&[path.to_string_lossy().into_owned(), "/missing/corpus.jsonl".to_owned()]);
        let (mut one, mut many) = (Vec::new(), Vec::new());
        assert!(!alone(&inputs(), &mut one).unwrap());
        assert!(!together(inputs(), 3, &mut many).unwrap());
        std::fs::remove_file(&path).unwrap();
        assert_eq!(one.split(|b| *b == b'\n').count(), 40);
        assert!(one == many);
    }

    #[test]
    fn a_writer_that_is_gone_ends_the_run() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let path = std::env::temp_dir().join(format!("postil-gone-{}.jsonl", std::process::id()));
        std::fs::write(&path, "{}\n".repeat(100)).unwrap();
        let inputs = || Input::all(&[path.to_string_lossy().into_owned()]);
        let ends = [alone(&inputs(), &mut Gone), together(inputs(), 2, &mut Gone)];
        std::fs::remove_file(&path).unwrap();
        assert!(ends.iter().all(Result::is_err));
    }

    #[test]
    fn lines_end_with_or_without_a_line_feed() {
        let mut reader = BufReader::new("a\n\nb".as_bytes());
        let mut next = || match next_line(&mut reader).unwrap() {
            Some(InputLine::Bytes(bytes)) => Some(String::from_utf8(bytes).unwrap()),
            _ => None,
        };
        assert_eq!([next(), next(), next(), next()], [Some("a".into()), Some(String::new()), Some("b".into()), None]);
    }
}
