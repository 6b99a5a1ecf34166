//! Steps taken back in any order, and done again.

use super::*;
use crate::anchor::Selectors;
use crate::annotation::{Command, Notebook};
use proptest::prelude::*;

fn note(id: &str, tags: &[&str]) -> Annotation {
    Annotation {
        id: id.into(),
        source: "urn:x".into(),
        title: String::new(),
        selectors: Selectors::default(),
        tags: tags.iter().map(|&t| t.into()).collect(),
        note: String::new(),
        correction: None,
        created: "t".into(),
        modified: "t".into(),
    }
}

struct Desk {
    book: Notebook,
    history: History,
}

impl Desk {
    fn new() -> Self {
        Self { book: Notebook::default(), history: History::default() }
    }

    fn act(&mut self, command: Command) -> Option<u32> {
        let edit = self.book.apply(command, "t").ok()?;
        self.history.record(String::new(), vec![edit], Vec::new())
    }

    fn undo(&mut self, number: Option<u32>) -> bool {
        let Some(step) = self.history.undo(number) else { return false };
        for edit in &step.edits {
            self.book.carry_out(edit, "t");
        }
        true
    }

    fn redo(&mut self, number: Option<u32>) -> bool {
        let Some(step) = self.history.redo(number) else { return false };
        for edit in &step.edits {
            self.book.carry_out(edit, "t");
        }
        true
    }

    fn all(&self) -> Vec<Annotation> {
        let mut all = self.book.annotations().to_vec();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    fn tags(&self) -> Vec<&str> {
        self.book.annotations().iter().flat_map(|a| a.tags.iter().map(String::as_str)).collect()
    }
}

fn retag(id: &str, tags: &[&str]) -> Command {
    Command::Retag(id.into(), tags.iter().map(|&t| t.into()).collect())
}

#[test]
fn a_step_is_taken_back_by_itself_in_any_order() {
    let mut desk = Desk::new();
    let first = desk.act(Command::Add(note("a", &["source"])));
    let second = desk.act(retag("a", &["source", "figure"]));
    let third = desk.act(Command::Note("a".into(), "ask".into()));
    assert!(desk.undo(second));
    assert_eq!((desk.tags(), desk.book.annotations()[0].note.as_str()), (vec!["source"], "ask"));
    assert!(!desk.undo(second), "taken back once");
    assert!(desk.undo(first));
    assert_eq!(
        (desk.tags(), desk.book.annotations()[0].note.as_str()),
        (vec![], "ask"),
        "the note stays: it is another step's"
    );
    assert!(desk.redo(second));
    assert_eq!(desk.tags(), ["figure"]);
    assert!(desk.undo(third) && desk.undo(second));
    assert_eq!(desk.book.annotations(), [], "nothing is left of it");
    assert!(!desk.undo(None));
}

#[test]
fn what_was_changed_again_since_is_left_as_it_is() {
    let mut desk = Desk::new();
    desk.act(Command::Add(note("a", &["source"])));
    let noted = desk.act(Command::Note("a".into(), "ask".into()));
    desk.act(Command::Note("a".into(), "asked".into()));
    desk.undo(noted);
    assert_eq!(desk.book.annotations()[0].note, "asked");
    // what another tab deleted does not come back in halves
    desk.book.forget(&["a".into()]);
    desk.redo(noted);
    assert_eq!(desk.book.annotations(), []);
}

#[test]
fn what_is_deleted_comes_back_whole() {
    let mut desk = Desk::new();
    desk.act(Command::Add(note("a", &["source", "figure"])));
    desk.act(Command::Note("a".into(), "ask".into()));
    let before = desk.all();
    let gone = desk.act(Command::Delete("a".into()));
    desk.undo(gone);
    assert_eq!(desk.all(), before);
}

#[test]
fn a_step_of_many_edits_is_one() {
    let mut desk = Desk::new();
    for id in ["a", "b"] {
        desk.act(Command::Add(note(id, &["source"])));
    }
    let before = desk.all();
    let edits = ["a", "b"].map(|id| desk.book.apply(Command::Delete(id.into()), "t").unwrap());
    desk.history.record("all".into(), edits.to_vec(), Vec::new());
    assert_eq!(desk.history.next(None, false).map(|step| step.what.as_str()), Some("all"));
    desk.undo(None);
    assert_eq!(desk.all(), before);
}

#[test]
fn a_command_that_changes_nothing_is_not_remembered_and_history_is_bounded() {
    let mut desk = Desk::new();
    desk.act(Command::Add(note("a", &["source"])));
    assert_eq!(desk.act(retag("a", &["source"])), None);
    for n in 0..LONGEST + 5 {
        desk.act(Command::Note("a".into(), n.to_string()));
    }
    assert_eq!(std::iter::from_fn(|| desk.undo(None).then_some(())).count(), LONGEST);
    assert_eq!(desk.book.annotations()[0].note, "4");
}

fn commands() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0_u8..4, 0_u8..4), 0..40)
}

fn act(desk: &mut Desk, (what, which): (u8, u8)) -> Option<u32> {
    let id = which.to_string();
    match what {
        0 => desk.act(Command::Add(note(&id, &["source"]))),
        1 => desk.act(Command::Retag(id, vec![which.to_string()])),
        2 => desk.act(Command::Note(id, "n".repeat(which.into()))),
        _ => desk.act(Command::Delete(id)),
    }
}

proptest! {
    #[test]
    fn undoing_all_gives_nothing_and_redoing_all_gives_it_back(commands in commands()) {
        let mut desk = Desk::new();
        for command in commands {
            act(&mut desk, command);
        }
        let before = desk.all();
        while desk.undo(None) {}
        prop_assert_eq!(desk.all(), []);
        while desk.redo(None) {}
        prop_assert_eq!(desk.all(), before);
    }

    #[test]
    fn taking_back_a_step_about_one_passage_touches_no_other(commands in commands(), which in 0_usize..40) {
        let mut desk = Desk::new();
        let numbers: Vec<_> = commands.into_iter().filter_map(|command| Some((act(&mut desk, command)?, command.1))).collect();
        let Some(&(number, about)) = numbers.get(which) else { return Ok(()) };
        let others = |desk: &Desk| desk.all().into_iter().filter(|a| a.id != about.to_string()).collect::<Vec<_>>();
        let before = others(&desk);
        desk.undo(Some(number));
        prop_assert_eq!(others(&desk), before);
    }
}
