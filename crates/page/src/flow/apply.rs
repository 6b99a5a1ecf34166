//! What an action makes of the state, and what is then to be done.

use super::action::Action;
use super::effect::{Effect, Effects, Focus, View};
use super::state::{Dialog, State};
use super::{
    attaching, backing_up, corrections, drafting, installing, keeping, keyboard_selection, leaving, library, lists,
    messages, notes, opening, pointing, selecting, steps, tagging, transfer,
};
use postil::NotebookError;

/// Applies an action; gives what the page is to do, in this order. An action that changes nothing gives nothing.
///
/// # Errors
/// When the passage that it is about is no longer there.
pub(crate) fn apply(state: &mut State, action: Action) -> Result<Vec<Effect>, NotebookError> {
    let mut effects = Effects::default();
    let fx = &mut effects;
    match action {
        Action::ToggleLayer(layer) => lists::toggle_layer(state, layer, fx),
        Action::ShowTab(id) => lists::choose_tab(state, &id, fx),
        Action::StepTab { forward } => lists::step_tab(state, forward, fx),
        Action::ToggleLists => lists::show_drawer(state, !state.drawer, fx),
        Action::FindInList => lists::find(state, fx),
        Action::Filter(words) => lists::filter(state, &words, fx),
        Action::MoreRows => lists::more_rows(state, fx),
        Action::PickFacet(id) => lists::pick_facet(state, &id, fx),
        Action::PickVoice(name) => lists::pick_voice(state, name, fx),
        Action::PickAbout(cluster) => lists::pick_about(state, cluster, fx),
        Action::OnlyVoice(index) => lists::only_voice(state, index, fx),
        Action::QuotesAbout(cluster) => lists::quotes_about(state, cluster, fx),
        Action::ShowVoice(index) => lists::show_voice(state, index, fx),
        Action::LoadPictures => installing::load_pictures(state, fx),
        Action::MoreText => installing::more_text(state, fx),
        Action::TextRendered { of, rows } => installing::text_rendered(state, of, rows, fx),

        Action::Choose(target) => pointing::choose_row(state, target, fx),
        Action::ChooseCluster(cluster) => pointing::choose_cluster(state, cluster, fx),
        Action::ChooseCorrection(id) => corrections::choose(state, id, fx),
        Action::StepMark { forward } => pointing::step_mark(state, forward, fx),
        Action::StepMention { from, forward } => pointing::step_mention(state, from, forward, fx),
        Action::StepCard { forward } => pointing::step_card(state, forward, fx),
        Action::StepAnswers(passage) => pointing::step_answers(state, passage, fx),
        Action::EnterCard => fx.focus(Focus::Card),
        Action::Hover { at, near_card } => pointing::hover(state, at, near_card, fx),
        Action::Tap { at } => pointing::tap(state, at, fx),
        Action::Escape { in_card } => pointing::escape(state, in_card, fx),

        Action::Select(span) => selecting::select(state, span, fx),
        Action::SelectSentence { forward, in_view } => selecting::select_sentence(state, forward, in_view, fx),
        Action::ExtendSelection { forward, unit } => fx.push(Effect::ExtendSelection { forward, unit }),
        Action::ToggleCaret { in_view } => keyboard_selection::toggle(state, in_view, fx),
        Action::MoveCaret { forward, unit } => keyboard_selection::step(state, forward, unit, fx),
        Action::TurnCaret => keyboard_selection::turn(state, fx),
        Action::EnterKinds => fx.focus(Focus::Kinds),

        Action::Tag(tag) => tagging::tag(state, &tag, fx)?,
        Action::TagByKey(key) => tagging::tag_by_key(state, key, fx)?,
        Action::StartTag => selecting::start_tag(state, fx),
        Action::NewTag(tag) => tagging::new_tag(state, tag.trim(), fx)?,
        Action::StartNote => notes::start_note(state, fx),
        Action::EditNote(id) => notes::edit(state, id, fx),
        Action::SaveNote { tags, note } => notes::save(state, &tags, note, fx)?,
        Action::TypeNote { tags, note } => drafting::typed(state, tags, note, fx),
        Action::DraftsRead(drafts) => drafting::read(state, drafts, fx),
        Action::GoOnWithDraft => drafting::go_on(state, fx),
        Action::DropDraft => drafting::throw_away(state, fx),
        Action::DeleteNote(id) => notes::delete(state, id, fx)?,
        Action::StartAttaching(id) => attaching::start(state, id, fx),
        Action::StopAttaching => attaching::stop(state, fx),
        Action::Attach => attaching::attach(state, fx)?,
        Action::DeleteAll => notes::ask_to_delete_all(state, fx),
        Action::DeleteAllAgreed => notes::delete_all(state, fx)?,
        Action::Undo(step) => steps::turn(state, step, false, fx),
        Action::Redo(step) => steps::turn(state, step, true, fx),
        Action::SelectCard => pointing::select_card(state, fx),
        Action::SelectArticle => selecting::select_article(state, fx),
        Action::ShowTags => tagging::show_tags(state, fx),
        Action::ChangeTag(command) => tagging::change(state, command, fx),
        Action::TagsRead(book, fresh) => tagging::tags_read(state, book, fresh, fx),
        Action::AllRead { purpose, notes } => steps::all_read(state, purpose, notes, fx),

        Action::PickKind { kind, mention } => corrections::pick_kind(state, kind, mention, fx)?,
        Action::AskSpeaker(index) => messages::show_dialog(state, Dialog::Speaker(index), fx),
        Action::PickSpeaker(name) => corrections::set_speaker(state, &name, fx)?,
        Action::TypeSpeaker(name) => corrections::type_speaker(state, name.trim(), fx)?,

        Action::AskForArticle => opening::ask(state, fx),
        Action::RecentListed(articles) => opening::recent_listed(state, articles, fx),
        Action::Forget(source) => fx.push(Effect::Forget(source)),
        Action::Forgotten(source) => opening::forgotten(state, &source, fx),
        Action::PastedInDialog { html, text } => opening::pasted_in_dialog(state, html, text, fx),
        Action::ReadDialog { files, address, text } => opening::read_dialog(state, files, address, text, fx),
        Action::Open(source) => opening::open(state, source, fx),
        Action::Opened(opened) => installing::opened(state, *opened, fx),
        Action::OpeningFailed { number, why, again } => opening::failed(state, number, why, again, fx),
        Action::OpenAgain => opening::again(state, fx),
        Action::StillReading(number) => opening::still_reading(state, number, fx),
        Action::CancelOpening => opening::cancel(state, fx),
        Action::Remembered(source) => opening::remembered(state, source, fx),

        Action::Export(format) => transfer::export(state, format, fx),
        Action::ChooseNotes => fx.push(Effect::ChooseNotesFile),
        Action::Import { file, text, kept } => transfer::import(state, &file, &text, kept, fx),
        Action::ShowLeftOut => messages::show_dialog(state, Dialog::LeftOut, fx),
        Action::ShowLibrary => library::show(state, fx),
        Action::LeaveLibrary => {
            leaving::leave(state, fx);
            fx.focus(Focus::Article);
        }
        Action::LibraryArticlesRead(articles) => library::articles_read(state, articles, fx),
        Action::LibraryRead { articles, notes } => library::read(state, articles, notes, fx),
        Action::LibraryChanged => library::changed(state, fx),
        Action::SearchLibrary(words) => library::ask(state, |query| query.words = words, fx),
        Action::NarrowLibrary(by, value) => library::ask(state, |query| by.set(query, value), fx),
        Action::ShowPassages(on) => library::show_passages(state, on, fx),
        Action::MoreOfLibrary => library::more(state, fx),
        Action::OpenKept(source) => library::open_article(state, &source, fx),
        Action::OpenPassage(id) => library::open_passage(state, id, fx),
        Action::RemoveKept(source) => library::ask_to_remove(state, source, fx),
        Action::RemoveKeptAgreed(source) => fx.push(Effect::Remove(source)),
        Action::Removed(removed) => library::removed(state, *removed, fx),
        Action::PutBack => library::put_back(state, fx),
        Action::SaveLibrary => library::save(state, fx),
        Action::CopyQuote(index) => transfer::copy_quote(state, index, fx),
        Action::CopyLink(index) => transfer::copy_link(state, index, fx),
        Action::Copied(words) => messages::toast(state, words, fx),

        Action::ShowHelp => messages::show_dialog(state, Dialog::Help, fx),
        Action::CloseDialog => drafting::close(state, fx),
        Action::Dismiss(number) => messages::dismiss(state, |toast| toast.number == number, fx),
        Action::EnterArticle => fx.focus(Focus::Article),
        Action::Problem(why) => fx.push(Effect::Problem(why)),
        Action::Failed(why) => messages::trouble(state, why, fx),

        Action::Resized => {
            fx.draw(View::MarginLayout);
            fx.draw(View::Map);
            fx.draw(View::Card);
            if !state.typing_tag {
                fx.draw(View::TagBar);
            }
        }
        Action::ColoursChanged => fx.draw(View::Map),
        Action::NewVersion => messages::announce_version(state, fx),
        Action::TakeVersion => fx.push(Effect::TakeVersion),
        Action::FollowMap(part) => fx.push(Effect::ScrollToPart(part)),
        Action::Stored(writing) => keeping::kept(state, *writing, fx),
        Action::KeptForGood(for_good) => backing_up::kept_for_good(state, for_good, fx),
        Action::CountedForBackup(before, now) => backing_up::counted(state, before, now, fx),
        Action::NotStored(why) => keeping::refused(state, why, fx),
        Action::KeepAgain { later } => keeping::keep_again(state, later, fx),
        Action::Database(trouble) => keeping::database(state, trouble, fx),
        Action::NotesChangedElsewhere(news) => keeping::changed_elsewhere(state, news, fx),
        Action::NotesRead { source, kept } => {
            keeping::take_over(state, &source, kept, fx);
            tagging::learn_used(state, fx);
        }
    }
    Ok(effects.into_vec())
}
