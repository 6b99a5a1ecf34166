//! Drafts, and selecting by keyboard.

use super::super::caret::{End, Unit};
use super::super::drafting::draft_of_dialog;
use super::super::subject::Subject;
use super::*;

fn type_note(state: &mut State, note: &str) -> Vec<Effect> {
    act(state, Action::TypeNote { tags: String::new(), note: note.to_owned() })
}

#[test]
fn what_is_typed_and_not_saved_stays_as_a_draft_and_is_offered_again() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::Select(Some(span_of("needs a boat"))));
    act(&mut state, Action::StartNote);
    let effects = type_note(&mut state, "which one?");
    let [Effect::KeepDraft(draft)] = &effects[..] else { panic!("{effects:?}") };
    act(&mut state, Action::CloseDialog);
    assert!(state.toasts.iter().any(|toast| toast.button.is_some_and(|(_, act)| act == "go-on")));
    // after a reload, too
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::DraftsRead(vec![draft.clone()]));
    act(&mut state, Action::GoOnWithDraft);
    assert_eq!(state.dialog, Dialog::Note(Subject::Passage(span_of("needs a boat"))));
    assert_eq!(draft_of_dialog(&state).map(|draft| draft.note.as_str()), Some("which one?"));
    let effects = act(&mut state, Action::SaveNote { tags: String::new(), note: "which one?".to_owned() });
    assert!(effects.contains(&Effect::DropDraft(draft.key())) && state.drafts.is_empty(), "{effects:?}");
}

#[test]
fn a_draft_that_says_what_is_saved_is_none() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    let id = state.notebook.annotations()[0].id.clone();
    act(&mut state, Action::EditNote(id));
    let typed = |note: &str| Action::TypeNote { tags: "source".to_owned(), note: note.to_owned() };
    act(&mut state, typed("w"));
    assert!(matches!(&act(&mut state, typed(""))[..], [Effect::DropDraft(_)]));
    assert_eq!(act(&mut state, Action::CloseDialog), [Effect::Draw(View::Dialog)]);
}

#[test]
fn a_draft_of_what_another_tab_deleted_becomes_one_of_its_passage() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    let id = state.notebook.annotations()[0].id.clone();
    act(&mut state, Action::EditNote(id.clone()));
    type_note(&mut state, "which one?");
    act(&mut state, Action::CloseDialog);
    state.notebook.forget(&[id]);
    act(&mut state, Action::GoOnWithDraft);
    assert_eq!(state.dialog, Dialog::Note(Subject::Passage(span_of("needs a boat"))));
    assert_eq!(draft_of_dialog(&state).map(|draft| draft.note.as_str()), Some("which one?"));
    act(&mut state, Action::SaveNote { tags: String::new(), note: "which one?".to_owned() });
    assert!(state.drafts.is_empty() && state.notebook.annotations()[0].note == "which one?");
}

fn selected_words(state: &State) -> &str {
    state.selected.map_or("", |span| span.str(HARBOUR))
}

#[test]
fn both_ends_of_a_selection_move_by_keyboard() {
    let mut state = page_with(HARBOUR);
    let at = HARBOUR.find("The harbour").unwrap();
    act(&mut state, Action::ToggleCaret { in_view: at });
    let step = |state: &mut State, forward, unit| act(state, Action::MoveCaret { forward, unit });
    for (forward, unit, words) in [
        (true, Unit::Word, "The harbour"),
        (true, Unit::Character, "The harbour w"),
        (false, Unit::Word, "The harbour"),
        (true, Unit::Sentence, "The harbour will close,” said Anna Torvald on Monday."),
        (
            true,
            Unit::Paragraph,
            "The harbour will close,” said Anna Torvald on Monday. Peter Quist said the town needs a boat.",
        ),
    ] {
        step(&mut state, forward, unit);
        assert_eq!(selected_words(&state), words, "{unit:?}");
    }
    act(&mut state, Action::TurnCaret);
    step(&mut state, false, Unit::Character);
    assert!(selected_words(&state).starts_with("“The"));
    step(&mut state, true, Unit::Word);
    step(&mut state, true, Unit::Word);
    assert!(selected_words(&state).starts_with("will close"), "{}", selected_words(&state));
    act(&mut state, Action::TagByKey(1));
    assert!(state.caret.is_none() && state.notebook.annotations()[0].passage().starts_with("will close"));
}

#[test]
fn an_end_that_passes_the_other_becomes_it() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::Select(Some(span_of("Anna"))));
    act(&mut state, Action::ToggleCaret { in_view: 0 });
    act(&mut state, Action::MoveCaret { forward: false, unit: Unit::Paragraph });
    assert_eq!((state.caret, selected_words(&state)), (Some(End::Start), "“The harbour will close,” said"));
}
