//! Tags and steps.

use super::super::purpose::Purpose;
use super::*;
use postil::TagCommand;

#[test]
fn a_second_tag_on_the_same_words_joins_the_first_and_the_same_again_goes() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    let key = |state: &mut State, words: &str, key| {
        act(state, Action::Select(Some(span_of(words))));
        act(state, Action::TagByKey(key))
    };
    key(&mut state, "needs a boat", 1);
    assert_eq!(state.notebook.annotations().len(), 1);
    assert_eq!(state.notebook.annotations()[0].tags, ["source", "claim / check"]);
    key(&mut state, "needs a boat", 2);
    assert_eq!(state.notebook.annotations()[0].tags, ["claim / check"]);
    let gone = key(&mut state, "needs a boat", 1);
    assert!(stores(&gone) && state.notebook.annotations().is_empty());
    assert!(!stores(&key(&mut state, "needs a boat", 9)), "no tag has that key");
}

#[test]
fn what_a_card_is_about_and_a_chosen_comment_are_tagged_by_key() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::Choose(Target::Quote(0)));
    act(&mut state, Action::TagByKey(1));
    assert!(state.notebook.annotations()[0].passage().contains("The harbour will close"));
    let id = state.notebook.annotations()[0].id.clone();
    assert_eq!(state.card, [Target::Note(id)], "the card shows what it became");
    act(&mut state, Action::TagByKey(2));
    assert_eq!(state.notebook.annotations()[0].tags, ["claim / check", "source"]);
}

#[test]
fn the_whole_article_is_tagged_once_and_stands_at_its_headline() {
    let mut state = page_with(HARBOUR);
    for expected in [1, 0, 1] {
        act(&mut state, Action::SelectArticle);
        act(&mut state, Action::TagByKey(1));
        assert_eq!(state.notebook.annotations().len(), expected);
    }
    assert_eq!(state.notebook.annotations()[0].selectors, postil::Selectors::default());
    let places: Vec<Span> = state.passages_in_order().map(|(span, _)| span).collect();
    assert_eq!(places, [span_of("The ferry is late")]);
    // the headline's own words are another matter
    act(&mut state, Action::Select(None));
    tag(&mut state, "The ferry is late");
    assert_eq!(state.notebook.annotations().len(), 2);
}

#[test]
fn a_new_tag_gets_a_key_and_is_kept_with_its_passage() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::Select(Some(span_of("needs a boat"))));
    let writing = written(&act(&mut state, Action::NewTag("sea/boats".to_owned())));
    assert_eq!((writing.put.len(), writing.tags[0].name.as_str(), writing.tags[0].key), (1, "sea/boats", Some(6)));
    let effects = act(&mut state, Action::Stored(Box::new(writing)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Broadcast(news) if news.tags)));
    act(&mut state, Action::Undo(None));
    assert!(state.tags.get("sea/boats").is_none());
}

#[test]
fn a_tag_is_renamed_in_all_articles_as_one_step() {
    let mut state = page_with(HARBOUR);
    tag(&mut state, "needs a boat");
    let there = written(&tag(&mut page_with(HARBOUR), "Peter Quist")).put;
    let elsewhere = || there.iter().cloned().map(|a| postil::Annotation { source: "urn:else".to_owned(), ..a });
    let rename = TagCommand::Rename("source".to_owned(), "origin".to_owned());
    let effects = act(&mut state, Action::ChangeTag(rename.clone()));
    assert_eq!(effects, [Effect::ReadAll(Purpose::Tag(rename.clone()))]);
    let effects = act(&mut state, Action::AllRead { purpose: Purpose::Tag(rename), notes: elsewhere().collect() });
    let tags = |effects: &[Effect]| {
        let writings = effects.iter().filter_map(|effect| match effect {
            Effect::Store(writing) => Some(writing.put.iter().flat_map(|a| a.tags.clone()).collect::<Vec<_>>()),
            _ => None,
        });
        writings.flatten().collect::<Vec<_>>()
    };
    assert_eq!(tags(&effects), ["origin", "origin"]);
    assert_eq!(state.tags.by_key(2).map(|tag| tag.name.as_str()), Some("origin"));
    // after another article was opened it is still one step, and known by name
    open(&mut state, TOWER);
    let purpose = Purpose::Step { number: None, again: false };
    assert_eq!(act(&mut state, Action::Undo(None)), [Effect::ReadAll(purpose.clone())]);
    let now: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Store(writing) => Some(writing.put.clone()),
            _ => None,
        })
        .collect();
    let effects = act(&mut state, Action::AllRead { purpose, notes: now.concat() });
    assert_eq!(tags(&effects), ["source", "source"]);
    assert_eq!(state.tags.by_key(2).map(|tag| tag.name.as_str()), Some("source"));
    let told = &state.toasts.last().unwrap().words;
    assert!(told.starts_with("Taken back: Tag source is now origin"), "{told}");
}

#[test]
fn steps_are_taken_back_by_their_own_messages_in_any_order() {
    let mut state = page_with(HARBOUR);
    for words in ["needs a boat", "Peter Quist"] {
        tag(&mut state, words);
    }
    let ids: Vec<String> = state.notebook.annotations().iter().map(|a| a.id.clone()).collect();
    for id in &ids {
        act(&mut state, Action::DeleteNote(id.clone()));
    }
    let steps: Vec<_> = state.toasts.iter().map(|toast| (toast.step, toast.words.clone())).collect();
    assert_eq!(steps[0].1, "Deleted: “needs a boat”");
    act(&mut state, Action::Undo(steps[0].0));
    let passages =
        |state: &State| state.notebook.annotations().iter().map(|a| a.passage().to_owned()).collect::<Vec<_>>();
    assert_eq!(passages(&state), ["needs a boat"]);
    act(&mut state, Action::Undo(steps[1].0));
    assert_eq!(passages(&state), ["needs a boat", "Peter Quist"]);
    act(&mut state, Action::DeleteAllAgreed);
    assert_eq!(passages(&state), [""; 0]);
    act(&mut state, Action::Undo(None));
    assert_eq!(passages(&state).len(), 2, "all at once");
}

#[test]
fn a_tap_again_on_the_same_place_shows_what_lies_under_it() {
    let mut state = page_with(HARBOUR);
    for words in ["the town needs a boat", "a boat"] {
        tag(&mut state, words);
    }
    let at = HARBOUR.find("boat").map(Some).unwrap();
    let first = |state: &State| match &state.card[0] {
        Target::Note(id) => state.notebook.get(id).unwrap().passage().to_owned(),
        other => format!("{other:?}"),
    };
    act(&mut state, Action::Tap { at });
    assert_eq!(first(&state), "a boat");
    act(&mut state, Action::Tap { at });
    assert_eq!(first(&state), "the town needs a boat");
}

#[test]
fn tags_of_the_store_take_the_place_of_those_one_begins_with() {
    let mut state = page_with(HARBOUR);
    act(&mut state, Action::Select(Some(span_of("needs a boat"))));
    act(&mut state, Action::NewTag("boats".to_owned()));
    let kept = postil::TagBook::new(vec![postil::Tag { name: "lamps".to_owned(), key: Some(1), hue: 4 }]);
    act(&mut state, Action::TagsRead(kept, false));
    let names: Vec<_> = state.tags.tags().iter().map(|tag| (tag.key, tag.name.as_str())).collect();
    assert_eq!(names, [(Some(1), "lamps"), (Some(2), "boats")], "and what was made meanwhile stays");
}
