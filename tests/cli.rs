//! The `postil` command on files, on standard input and on JSON Lines, good and bad.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const TEXT: &str = "Lock gate fails 🛶\n\n“We were promised a new gate,” said Noor Haddad on Monday.\n";

const HTML: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Lock gate fails</title>\
    <meta property='og:site_name' content='The Quay Courier'></head><body><nav>Home News Sport</nav><article>\
    <h1>Lock gate fails for third time</h1>\
    <p>The lock gate at Ansel failed on Monday, and forty barges waited below it until the tide had turned.</p>\
    <p>“We were promised a new gate,” said Noor Haddad, who runs a café on a barge below the lock 🛶.</p>\
    <p>The canal trust said that the gate would be repaired by Friday, and that nobody had been hurt.</p>\
    </article></body></html>";

fn postil(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    command.args(args).env_remove("NO_COLOR").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command with `input` on its standard input.
fn run(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = postil(args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // the command may end before it has read everything
    let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    let _ended_early = writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A folder of this test's own, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _left_behind = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn help_shows_examples_and_exit_codes() {
    let output = run(&["analyze", "--help"], "");
    assert!(output.status.success());
    for part in ["postil analyze article.html", "--jsonl < corpus.jsonl", "Exit status: 0", "NO_COLOR"] {
        assert!(stdout(&output).contains(part), "{part}");
    }
    assert!(stdout(&run(&["--help"], "")).contains("analyze"));
    assert_eq!(run(&[], "").status.code(), Some(2));
}

#[test]
fn wrong_options_are_named() {
    for (args, part) in [
        (&["analyze", "--format", "yaml"][..], "yaml"),
        (&["analyze", "--html", "--text"], "--html"),
        (&["analyze", "--jsonl", "--format", "csv"], "--jsonl"),
        (&["analyze", "--published", "Friday"], "YYYY-MM-DD"),
        (&["analyze", "--published", "2024-02-30"], "“2024-02-30” is no day"),
        (&["analyze", "--url", "https://quay.example/", "a.html", "b.html"], "--url"),
    ] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    }
}

#[test]
fn plain_text_comes_back_untouched() {
    let text = format!("{TEXT}\r\nשלום e\u{301}\r\n");
    let output = run(&["analyze", "--format", "json"], &text);
    let row = json_of(&output);
    assert_eq!((output.status.code(), &row["text"]), (Some(0), &json!(text)));
    assert_eq!((&row["id"], &row["headline"]), (&json!("standard input"), &json!(null)));
    for block in row["blocks"].as_array().unwrap() {
        let (start, end) = (block["start"].as_u64().unwrap(), block["end"].as_u64().unwrap());
        assert!(start < end && end <= text.chars().count() as u64);
    }
}

#[test]
fn html_gives_the_body_without_headline_and_navigation() {
    let folder = Folder::new("html");
    let path = folder.file("gate.html", HTML);
    let row = json_of(&run(&["analyze", "--format", "json", &path], ""));
    let text = row["text"].as_str().unwrap();
    assert!(text.starts_with("The lock gate at Ansel failed") && text.ends_with("nobody had been hurt."), "{text}");
    assert_eq!(row["title"], "Lock gate fails for third time");
    assert_eq!(row["headline"]["text"], "Lock gate fails for third time");
    // the same from standard input, known by its beginning, and not when told otherwise
    assert_eq!(json_of(&run(&["analyze", "--format", "json"], HTML))["text"], text);
    assert_eq!(json_of(&run(&["analyze", "--format", "json", "--text", "-"], HTML))["text"], HTML);
}

#[test]
fn the_report_shows_headline_and_quote_without_colour_in_a_pipe() {
    let output = run(&["analyze"], HTML);
    let text = stdout(&output);
    assert!(text.starts_with("Lock gate fails for third time\n"), "{text}");
    assert!(!text.contains('\u{1b}'));
    assert!(text.lines().all(|l| l.chars().count() <= 80));
    assert!(stdout(&run(&["analyze", "--color", "always"], HTML)).contains("\u{1b}[1m"));
}

#[test]
fn page_text_cannot_command_the_terminal() {
    let output = run(
        &["analyze", "--color", "never", "--text"],
        "Title \u{1b}]0;owned\u{7}\n\n“No \u{1b}[2J,” said Noor Haddad.",
    );
    assert!(output.status.success());
    assert!(!stdout(&output).contains(['\u{1b}', '\u{7}']));
}

#[test]
fn several_files_keep_their_order_and_a_bad_one_does_not_stop_the_run() {
    let folder = Folder::new("several");
    let (one, two) = (folder.file("one.txt", TEXT), folder.file("two.html", HTML));
    let missing = folder.0.join("missing.html").to_str().unwrap().to_owned();
    let output = run(&["analyze", "--format", "json", &one, &missing, &two], "");
    assert_eq!(output.status.code(), Some(1));
    let rows = json_of(&output);
    let ids: Vec<&str> = rows.as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [&one, &missing, &two]);
    assert!(rows[1]["error"].as_str().unwrap().starts_with("it cannot be read"));
    assert!(stderr(&output).contains("missing.html: it cannot be read"));
}

#[test]
fn empty_binary_and_unreadable_inputs_say_what_to_do() {
    let folder = Folder::new("bad");
    let (empty, pdf) = (folder.file("empty.txt", " \n"), folder.file("paper.pdf", "%PDF-1.7 …"));
    let here = folder.0.to_str().unwrap();
    for (path, part) in
        [(empty.as_str(), "the input is empty"), (&pdf, "save the page as HTML"), (here, "it is a folder")]
    {
        let output = run(&["analyze", path], "");
        assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""), "{path}");
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    }
    assert_eq!(run(&["analyze"], "").status.code(), Some(1));
}

#[test]
fn bytes_that_are_not_utf8_are_read_as_browsers_do() {
    let folder = Folder::new("latin");
    let path = folder.file("gate.txt", b"Caf\xe9 shut\n\n\x93We are closed,\x94 said Noor Haddad.\n");
    let row = json_of(&run(&["analyze", "--format", "json", &path], ""));
    assert_eq!(row["text"], "Café shut\n\n“We are closed,” said Noor Haddad.\n");
}

#[test]
fn csv_and_markdown_are_written() {
    let folder = Folder::new("forms");
    let (one, two) = (folder.file("one.html", HTML), folder.file("two.html", HTML));
    let output = run(&["analyze", "--format", "csv", &one, &two], "");
    let mut reader = csv::Reader::from_reader(stdout(&output).as_bytes());
    assert_eq!(
        reader.headers().unwrap().iter().take(5).collect::<Vec<_>>(),
        ["source", "part", "item", "type", "text"]
    );
    assert!(reader.records().all(|row| [&one, &two].contains(&&row.unwrap()[0].to_owned())));
    let output = run(&["analyze", "--format", "markdown", &one], "");
    assert!(stdout(&output).starts_with("# Lock gate fails for third time\n"));
}

#[test]
fn json_lines_answer_every_line_in_order() {
    let mut input = Vec::new();
    for line in [
        json!({"id": "a", "text": TEXT}).to_string(),
        "{broken".to_owned(),
        json!({"id": 2, "html": HTML, "url": "https://quay.example/gate"}).to_string(),
        String::new(),
        json!({"id": "neither"}).to_string(),
        json!({"id": "both", "text": "x", "html": "x"}).to_string(),
        json!({"id": "empty", "text": ""}).to_string(),
        json!({"text": "No id, said Noor."}).to_string(),
    ] {
        input.extend(line.as_bytes());
        input.push(b'\n');
    }
    input.extend(b"{\"id\": \"latin\", \"text\": \"caf\xe9\"}");
    let output = run(&["analyze", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let rows: Vec<Value> = stdout(&output).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let ids: Vec<&Value> = rows.iter().map(|r| &r["id"]).collect();
    let null = Value::Null;
    assert_eq!(
        ids,
        [&json!("a"), &null, &json!(2), &null, &json!("neither"), &json!("both"), &json!("empty"), &null, &null]
    );
    let bad: Vec<usize> = rows.iter().enumerate().filter(|(_, r)| r.get("error").is_some()).map(|(i, _)| i).collect();
    assert_eq!(bad, [1, 3, 4, 5, 6, 8]);
    assert_eq!((&rows[0]["text"], &rows[7]["text"]), (&json!(TEXT), &json!("No id, said Noor.")));
    assert!(rows[1]["error"].as_str().unwrap().starts_with("line 2 is no JSON object"));
}

#[test]
fn json_lines_keep_their_order_over_many_cores() {
    let lines: Vec<String> =
        (0..60).map(|n| json!({"id": n, "text": format!("{}.", TEXT.repeat(1 + (n * 7) % 12))}).to_string()).collect();
    let output = run(&["analyze", "--jsonl"], lines.join("\n"));
    assert!(output.status.success());
    let ids: Vec<u64> =
        stdout(&output).lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..60).collect::<Vec<u64>>());
}

#[test]
fn json_lines_answer_while_the_input_is_open() {
    let mut child = postil(&["analyze", "--jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(stdin, "{}", json!({"id": id, "text": TEXT})).unwrap();
        let row: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(row["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn json_lines_from_files_and_a_missing_one() {
    let folder = Folder::new("jsonl");
    let path = folder.file("corpus.jsonl", format!("{}\n", json!({"id": "a", "text": TEXT})));
    let output = run(&["analyze", "--jsonl", "/missing/corpus.jsonl", &path], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("/missing/corpus.jsonl: it cannot be read"));
    assert_eq!(stdout(&output).lines().count(), 1);
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_run_quietly() {
    for args in [&["analyze", "--jsonl"][..], &["analyze", "--format", "json"]] {
        let mut child = postil(args).spawn().unwrap();
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        let line = if args.contains(&"--jsonl") { json!({"id": 1, "text": TEXT}).to_string() } else { TEXT.to_owned() };
        // it may be gone before all is written
        let _ended_early = (0..300).all(|_| writeln!(stdin, "{line}").is_ok());
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{args:?}");
    }
}
