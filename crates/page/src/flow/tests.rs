//! What actions make of the state, without a browser.

mod tagging;
mod writing;

use super::action::{Action, Opened};
use super::apply::apply;
use super::effect::{Effect, Paint, View};
use super::incoming::{Incoming, Source};
use super::layer::{Layer, Tab};
use super::state::{Dialog, State, World};
use super::target::Target;
use super::unkept::{Kept, News, Writing};
use crate::page::reading::Reading;
use postil::{EntityKind, Options, Span, analyze, from_text};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

const HARBOUR: &str = "The ferry is late\n\n“The harbour will close,” said Anna Torvald on Monday. Peter Quist said the town needs a boat.\n\nAnna Torvald did not say when.";
const TOWER: &str = "The tower stands\n\nNobody climbed it this year, and nobody will.";

const WORLD: World = World {
    now: || "2026-01-01T00:00:00Z".to_owned(),
    new_id: || {
        static IDS: AtomicU32 = AtomicU32::new(0);
        format!("urn:uuid:{}", IDS.fetch_add(1, Ordering::Relaxed))
    },
    tabs: &[Tab::VOICES, Tab::NAMES, Tab::COMMENTS, Tab::NOTES],
    keeping: None,
};

#[allow(clippy::disallowed_methods, reason = "natively there is no analysis module to ask")]
fn reading(text: &str) -> Reading {
    let snapshot = from_text(text).unwrap();
    Reading::new(Rc::new(analyze(&snapshot, &Options::default())), format!("urn:{}", text.len()))
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    apply(state, action).unwrap()
}

/// The page with this article on it.
fn page_with(text: &str) -> State {
    let mut state = State::new(WORLD);
    open(&mut state, text);
    state
}

fn open(state: &mut State, text: &str) -> Vec<Effect> {
    act(state, Action::Open(Source::Articles(vec![Incoming::plain(text.to_owned(), None)])));
    act(state, opened(state.opening, text))
}

fn opened(number: u32, text: &str) -> Action {
    Action::Opened(Box::new(Opened {
        number,
        reading: reading(text),
        notes: Some(Ok(Kept::default())),
        from: None,
        rest: vec![],
    }))
}

fn span_of(words: &str) -> Span {
    let start = HARBOUR.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// Tags these words as a reader does.
fn tag(state: &mut State, words: &str) -> Vec<Effect> {
    act(state, Action::Select(Some(span_of(words))));
    act(state, Action::Tag("source".to_owned()))
}

fn stores(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Store(_)))
}

/// What the effects write.
fn written(effects: &[Effect]) -> Writing {
    let written = effects.iter().find_map(|effect| match effect {
        Effect::Store(writing) => Some(writing.clone()),
        _ => None,
    });
    written.unwrap_or_else(|| panic!("nothing is kept: {effects:?}"))
}

#[test]
fn an_action_that_changes_nothing_has_no_effect() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    act(&mut state, Action::LoadPictures);
    let kept = state.notebook.annotations().to_vec();
    let source = state.reading.as_ref().unwrap().source.clone();
    for (number, action) in [
        Action::ShowTab(Tab::VOICES.0.to_owned()),
        Action::Filter("  ".to_owned()),
        Action::PickVoice(None),
        Action::PickAbout(None),
        Action::LoadPictures,
        Action::Hover { at: None, near_card: false },
        Action::Tap { at: None },
        Action::Escape { in_card: false },
        Action::Select(None),
        Action::StartTag,
        Action::StartNote,
        Action::Tag("source".to_owned()),
        Action::CancelOpening,
        Action::StillReading(1),
        Action::CloseDialog,
        Action::Dismiss(99),
        Action::EditNote("nobody's".to_owned()),
        Action::PickKind { kind: Some(EntityKind::Work), mention: None },
        Action::NotesChangedElsewhere(News { keys: vec!["another article".to_owned()], deleted: vec![], tags: false }),
        Action::NotesRead { source, kept: Kept { notes: kept, unreadable: vec![] } },
        Action::TextRendered { of: 0, rows: 9_000 },
        Action::Remembered("another article".to_owned()),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(act(&mut state, action), [], "action number {number} of this list");
    }
}

#[test]
fn a_note_saved_as_it_was_is_not_kept_again() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    let id = state.notebook.annotations()[0].id.clone();
    act(&mut state, Action::EditNote(id.clone()));
    let save = || Action::SaveNote { tags: " source ".to_owned(), note: String::new() };
    assert_eq!(act(&mut state, save()), [Effect::Draw(View::Dialog)], "the dialog closes, and that is all");
    act(&mut state, Action::EditNote(id));
    let effects = act(&mut state, Action::SaveNote { tags: "boats, source".to_owned(), note: "ask".to_owned() });
    assert_eq!(effects.iter().filter(|effect| matches!(effect, Effect::Store(_))).count(), 1, "{effects:?}");
}

#[test]
fn what_is_set_right_as_it_was_found_is_not_kept() {
    let mut state = page_with(HARBOUR);
    let place = span_of("Anna Torvald");
    let mention = state.reading.as_ref().unwrap().mention_at(place);
    let pick = |kind| Action::PickKind { kind, mention };
    assert!(!stores(&act(&mut state, pick(Some(EntityKind::Person)))));
    let effects = act(&mut state, pick(Some(EntityKind::Organization)));
    assert!(stores(&effects) && effects.contains(&Effect::Draw(View::Voices)), "{effects:?}");
    let effects = act(&mut state, pick(Some(EntityKind::Person)));
    assert!(stores(&effects) && state.notebook.annotations().is_empty(), "the correction is taken back");
}

#[test]
fn a_tag_is_drawn_kept_and_then_told_to_other_tabs() {
    let mut state = page_with(HARBOUR);
    let effects = tag(&mut state, "needs a boat");
    let writing = written(&effects);
    assert_eq!((writing.put[0].passage(), &writing.put[0].tags[..]), ("needs a boat", &["source".to_owned()][..]));
    assert_eq!(writing.deleted, [] as [String; 0]);
    assert!(effects.contains(&Effect::Draw(View::MarginNotes)) && !effects.contains(&Effect::Draw(View::List)));
    let said = Effect::Say(writing.said.clone());
    assert!(!effects.contains(&said), "nothing is said to be tagged before it is kept");
    assert!(state.unkept.has(&writing.put[0].id), "it is painted as being saved");
    let news = News { keys: vec![writing.source.clone()], deleted: vec![], tags: false };
    let effects = act(&mut state, Action::Stored(Box::new(writing)));
    assert_eq!(
        effects,
        [Effect::KeepForGood, Effect::CountForBackup(1), Effect::Broadcast(news), said, Effect::Paint(Paint::Notes)]
    );
    assert!(state.unkept.is_empty());
    assert_eq!(state.passages_in_order().map(|(span, _)| span).collect::<Vec<_>>(), [span_of("needs a boat")]);
}

#[test]
fn what_another_tab_deleted_goes_and_what_it_added_comes() {
    let mut state = page_with(HARBOUR);
    let writing = written(&tag(&mut state, "needs a boat"));
    let (source, id) = (writing.source.clone(), writing.put[0].id.clone());
    act(&mut state, Action::Stored(Box::new(writing)));
    let news = News { keys: vec![source.clone()], deleted: vec![id], tags: false };
    let effects = act(&mut state, Action::NotesChangedElsewhere(news));
    assert!(!stores(&effects) && effects.contains(&Effect::Draw(View::MarginNotes)), "{effects:?}");
    assert!(effects.contains(&Effect::ReadNotes(vec![source.clone()])) && state.notebook.annotations().is_empty());
    let theirs = written(&tag(&mut page_with(HARBOUR), "Peter Quist")).put;
    act(&mut state, Action::NotesRead { source, kept: Kept { notes: theirs.clone(), unreadable: vec![] } });
    assert_eq!(state.notebook.annotations(), theirs);
}

#[test]
fn what_is_not_kept_yet_survives_what_other_tabs_do_and_a_refusal() {
    let mut state = page_with(HARBOUR);
    let writing = written(&tag(&mut state, "needs a boat"));
    let id = writing.put[0].id.clone();
    let effects = act(&mut state, Action::NotStored("the disk is full".to_owned()));
    assert!(effects.contains(&Effect::KeepLater), "{effects:?}");
    assert!(state.toasts.iter().any(|toast| toast.words == "the disk is full" && toast.bad));
    let news = News { keys: vec![writing.source.clone()], deleted: vec![id.clone()], tags: false };
    act(&mut state, Action::NotesChangedElsewhere(news));
    act(&mut state, Action::NotesRead { source: writing.source.clone(), kept: Kept::default() });
    assert!(state.notebook.get(&id).is_some());
    // also when another article is opened in between
    let opened = Opened {
        number: state.opening,
        reading: reading(HARBOUR),
        notes: Some(Ok(Kept::default())),
        from: None,
        rest: vec![],
    };
    act(&mut state, Action::Opened(Box::new(opened)));
    assert!(state.notebook.get(&id).is_some());
    let again = written(&act(&mut state, Action::KeepAgain { later: true }));
    assert_eq!((&again.put, &again.deleted), (&writing.put, &writing.deleted));
    act(&mut state, Action::Stored(Box::new(again)));
    assert!(state.unkept.is_empty() && !state.toasts.iter().any(|toast| toast.bad));
    assert_eq!(act(&mut state, Action::KeepAgain { later: true }), []);
}

#[test]
fn what_was_written_here_and_deleted_elsewhere_comes_back() {
    let mut state = page_with(HARBOUR);
    let writing = written(&tag(&mut state, "needs a boat"));
    let (source, id) = (writing.source.clone(), writing.put[0].id.clone());
    act(&mut state, Action::Stored(Box::new(writing)));
    act(&mut state, Action::EditNote(id.clone()));
    act(&mut state, Action::NotesChangedElsewhere(News { keys: vec![source], deleted: vec![id.clone()], tags: false }));
    assert!(state.notebook.get(&id).is_none());
    let writing =
        written(&act(&mut state, Action::SaveNote { tags: "source".to_owned(), note: "which one?".to_owned() }));
    assert_eq!((writing.put[0].id.as_str(), writing.put[0].note.as_str()), (id.as_str(), "which one?"));
}

#[test]
fn rows_that_cannot_be_read_are_listed_and_hide_nothing() {
    let mut state = page_with(HARBOUR);
    let source = state.reading.as_ref().unwrap().source.clone();
    let kept =
        Kept { notes: written(&tag(&mut page_with(HARBOUR), "Peter Quist")).put, unreadable: vec!["{}".to_owned()] };
    act(&mut state, Action::NotesRead { source, kept });
    assert_eq!((state.notebook.annotations().len(), &state.unreadable[..]), (1, &["{}".to_owned()][..]));
    assert!(state.toasts.iter().any(|toast| toast.bad));
}

#[test]
fn notes_that_come_late_take_nothing_away() {
    let mut state = State::new(WORLD);
    act(&mut state, Action::Open(Source::Sample));
    let opened = Opened { number: 1, reading: reading(HARBOUR), notes: None, from: None, rest: vec![] };
    let source = opened.reading.source.clone();
    let effects = act(&mut state, Action::Opened(Box::new(opened)));
    assert!(effects.contains(&Effect::ReadNotes(vec![source.clone()])), "{effects:?}");
    tag(&mut state, "needs a boat");
    act(&mut state, Action::NotesRead { source, kept: Kept::default() });
    assert_eq!(state.notebook.annotations().len(), 1);
}

#[test]
fn more_of_a_text_is_not_shown_under_another_title() {
    let mut state = page_with(HARBOUR);
    let effects = act(&mut state, Action::MoreText);
    let [Effect::Render { of, rows, .. }] = &effects[..] else { panic!("{effects:?}") };
    let rendered = || Action::TextRendered { of: *of, rows: *rows };
    assert!(act(&mut state, rendered()).contains(&Effect::ShowText));
    assert_eq!(act(&mut state, rendered()), [], "asked for twice, it is shown once");
    open(&mut state, TOWER);
    assert_eq!(act(&mut state, rendered()), []);
}

#[test]
fn an_article_that_was_overtaken_or_cancelled_is_not_shown() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::Open(Source::Sample));
    let first = state.opening;
    act(&mut state, Action::Open(Source::Sample));
    assert_eq!(act(&mut state, opened(first, TOWER)), []);
    act(&mut state, Action::CancelOpening);
    assert_eq!(act(&mut state, opened(first + 1, TOWER)), []);
    assert_eq!(act(&mut state, Action::OpeningFailed { number: first + 1, why: "late".to_owned(), again: None }), []);
    assert_eq!(state.reading.as_ref().map(Reading::title).as_deref(), Some("The ferry is late"));
}

#[test]
fn an_empty_page_shows_the_sample_where_what_was_asked_for_cannot_be_had() {
    let mut state = State::new(WORLD);
    act(&mut state, Action::Open(Source::PageAddress));
    let effects = act(&mut state, Action::OpeningFailed { number: 1, why: "no such address".to_owned(), again: None });
    assert!(effects.contains(&Effect::Open { number: 2, source: Source::Sample }), "{effects:?}");
    let effects = act(&mut state, Action::OpeningFailed { number: 2, why: "no sample".to_owned(), again: None });
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Open { .. })), "{effects:?}");
    let told: Vec<&str> = state.toasts.iter().map(|toast| toast.words.as_str()).collect();
    assert_eq!(told, ["no such address", "no sample"]);
}

#[test]
fn several_articles_are_opened_one_after_the_other_the_first_on_top() {
    let mut state = State::new(WORLD);
    let articles = [HARBOUR, TOWER].map(|text| Incoming::plain(text.to_owned(), None));
    act(&mut state, Action::Open(Source::Articles(articles.to_vec())));
    let next = |text: &str, rest: &[Incoming]| {
        let notes = Some(Ok(Kept::default()));
        Action::Opened(Box::new(Opened { number: 1, reading: reading(text), notes, from: None, rest: rest.to_vec() }))
    };
    let effects = act(&mut state, next(TOWER, &articles[..1]));
    let rest = Source::Articles(articles[..1].to_vec());
    assert!(effects.contains(&Effect::Open { number: 1, source: rest }) && state.busy, "{effects:?}");
    act(&mut state, next(HARBOUR, &[]));
    assert!(!state.busy && state.toasts[0].words.starts_with("2 articles opened"));
}

#[test]
fn undo_takes_the_last_step_back_and_says_when_there_is_none() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    assert!(stores(&act(&mut state, Action::Undo(None))) && state.notebook.annotations().is_empty());
    assert_eq!(act(&mut state, Action::Undo(None)), [Effect::Draw(View::Toasts)]);
    assert!(stores(&act(&mut state, Action::Redo(None))) && state.notebook.annotations().len() == 1);
}

#[test]
fn what_is_chosen_has_a_card_and_a_comment_has_none() {
    let mut state = page_with(HARBOUR);
    let effects = act(&mut state, Action::StepMark { forward: true });
    assert_eq!(effects.last(), Some(&Effect::SayCard));
    assert_eq!(state.card.len(), 1);
    act(&mut state, Action::ToggleLayer(Layer::Comments));
    act(&mut state, Action::Choose(Target::Comment(0)));
    assert!(state.is_on(Layer::Comments) && state.card.is_empty(), "its layer comes on, and nothing covers it");
}

#[test]
fn a_problem_of_the_open_dialog_is_said_there() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::AskForArticle);
    let nothing = Action::ReadDialog { files: vec![], address: String::new(), text: " ".to_owned() };
    assert!(matches!(&act(&mut state, nothing)[..], [Effect::Problem(words)] if words.contains("nothing to read")));
    let address = "https://quay.example/".to_owned();
    act(&mut state, Action::ReadDialog { files: vec![], address, text: String::new() });
    assert_eq!(state.dialog, Dialog::Open, "it stays until the article is there");
    let number = state.opening;
    let effects = act(&mut state, Action::OpeningFailed { number, why: "gone".to_owned(), again: None });
    assert!(effects.contains(&Effect::Problem("gone".to_owned())) && state.toasts.is_empty());
    open(&mut state, TOWER);
    assert_eq!(state.dialog, Dialog::None);
}

/// Buttons whose meaning is in the fields of their dialog.
const ANSWERS: [&str; 3] = ["read", "save", "save-speaker"];
/// Those whose act is set when they are made.
const PLACEHOLDERS: [&str; 1] = ["toast"];

#[test]
fn every_control_means_something() {
    let markup = [include_str!("../../../../www/templates.html"), include_str!("../../../../index.html")].concat();
    let acts: Vec<&str> = markup.split("data-act=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(acts.len() > 40, "{}", acts.len());
    for act in acts {
        let known = |id: &str| Action::of_control(act, id, None).is_some();
        let ids = ["0", Layer::Quotes.id(), Tab::VOICES.0];
        assert!(
            ids.into_iter().any(known) || ANSWERS.contains(&act) || PLACEHOLDERS.contains(&act),
            "“{act}” means nothing"
        );
    }
}

#[test]
fn a_card_that_was_asked_for_stays_when_the_pointer_rests_there_and_then_goes() {
    let mut state = page_with(HARBOUR);
    let at = Some(HARBOUR.find("harbour will close").unwrap());
    act(&mut state, Action::Hover { at, near_card: false });
    act(&mut state, Action::Hover { at: None, near_card: false });
    assert!(state.card.is_empty(), "a card that came by itself goes with the pointer");
    act(&mut state, Action::Tap { at });
    act(&mut state, Action::Hover { at, near_card: false });
    act(&mut state, Action::Hover { at: None, near_card: false });
    assert!(!state.card.is_empty());
}
