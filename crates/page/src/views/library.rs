//! The library: articles by month, or passages by article, in the three columns of an article: who or when, the words, the reader.

use super::print::{draw_tags, tag_class, whether};
use crate::dom::{Templates, create, document, element, fill, slot};
use crate::error::PageError;
use crate::flow::shelved::{KINDS, Library, Narrowing, kind_of};
use crate::flow::state::State;
use crate::words;
use postil::order::{sort_by, sort_by_key};
use postil::{Query, ShelvedArticle, ShelvedPassage};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The id of the field that searches.
pub(crate) const LIBRARY_FIELD: &str = "library-words";

/// The library's place on the page.
pub(crate) struct LibraryView {
    templates: Templates,
    whole: HtmlElement,
    article: HtmlElement,
    rows: HtmlElement,
    words: HtmlInputElement,
}

impl LibraryView {
    /// Finds its place.
    pub(crate) fn new(templates: Templates) -> Result<Self, PageError> {
        Ok(Self {
            templates,
            whole: element("#library")?,
            article: element(".app")?,
            rows: element("#library-rows")?,
            words: element("#library-words")?,
        })
    }

    /// Puts the focus where it is searched.
    pub(crate) fn focus(&self) -> Result<(), PageError> {
        Ok(self.words.focus()?)
    }

    /// Shows it in the place of the article, or the article again.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        let shown = state.library.is_some();
        self.whole.set_hidden(!shown);
        self.article.set_hidden(shown);
        let body = document()?.body().ok_or(PageError::Missing("body"))?;
        body.class_list().toggle_with_force("in-library", shown)?;
        let button: HtmlElement = element(".bar .nav")?;
        button.set_attribute("aria-pressed", whether(shown))?;
        button.set_attribute("data-act", if shown { "reading" } else { "library" })?;
        let Some(library) = &state.library else {
            self.rows.set_text_content(None);
            return Ok(());
        };
        self.words.set_value(&library.query.words);
        self.draw_fields(library)?;
        element::<HtmlElement>("#library-size")?.set_text_content(Some(&words::kept_here(library.shelf.size())));
        self.draw_rows(state)
    }

    /// What the fields offer.
    fn draw_fields(&self, library: &Library) -> Result<(), PageError> {
        let Query { tag, speaker, site, kind, .. } = &library.query;
        let shelf = &library.shelf;
        let named = |all: Vec<(&str, usize)>| {
            all.into_iter().map(|(name, count)| (name.to_owned(), words::with_count(name, count))).collect::<Vec<_>>()
        };
        let kinds = KINDS.iter().zip(words::PASSAGE_KINDS);
        let kinds = kinds.map(|((_, id), name)| ((*id).to_owned(), name.to_owned())).collect();
        let kind = kind.and_then(|kind| KINDS.iter().find(|(k, _)| *k == kind)).map(|(_, id)| (*id).to_owned());
        let offered = [
            (named(shelf.tags()), tag.clone()),
            (named(shelf.speakers()), speaker.clone()),
            (named(shelf.sites()), site.clone()),
            (kinds, kind),
        ];
        for ((by, any), (options, chosen)) in Narrowing::ALL.into_iter().zip(words::ANY).zip(offered) {
            let found = self.whole.query_selector(&format!("#{}", by.field()))?;
            let Some(field) = found else { return Err(PageError::Missing("select")) };
            field.set_text_content(None);
            for (value, name) in std::iter::once((String::new(), any.to_owned())).chain(options) {
                let option = create("option")?;
                option.set_attribute("value", &value)?;
                option.set_text_content(Some(&name));
                field.append_child(&option)?;
            }
            if let Some(field) = wasm_bindgen::JsCast::dyn_ref::<HtmlSelectElement>(&field) {
                field.set_value(&chosen.unwrap_or_default());
            }
        }
        Ok(())
    }

    /// What matches.
    pub(crate) fn draw_rows(&self, state: &State) -> Result<(), PageError> {
        let Some(library) = &state.library else { return Ok(()) };
        let matches = &library.matches;
        let counts = [matches.articles.len(), matches.passages.len()];
        for ((act, count), on) in
            ["library-articles", "library-passages"].into_iter().zip(counts).zip([!library.passages, library.passages])
        {
            let button =
                self.whole.query_selector(&format!("[data-act={act}]"))?.ok_or(PageError::Missing("button"))?;
            button.set_attribute("aria-pressed", whether(on))?;
            let small = button.query_selector("small")?.ok_or(PageError::Missing("small"))?;
            small.set_text_content(Some(&if library.whole { count.to_string() } else { String::new() }));
        }
        // filled before it is put on the page: a browser lays out a thousand rows once
        let rows = document()?.create_document_fragment();
        let all = if library.passages { matches.passages.len() } else { matches.articles.len() };
        if all == 0 {
            let empty = library.shelf.articles().is_empty();
            let row = self.templates.copy("empty")?;
            row.set_text_content(Some(match (library.whole, empty) {
                (false, _) => words::LIBRARY_COMES,
                (true, true) => words::LIBRARY_EMPTY,
                (true, false) => words::NOTHING_KEPT_MATCHES,
            }));
            rows.append_child(&row)?;
        } else if library.passages {
            self.passages(state, library, &rows)?;
        } else {
            self.articles(state, library, &rows)?;
        }
        if all > library.rows {
            let more = self.templates.copy("more")?;
            more.set_attribute("data-act", "library-more")?;
            more.set_text_content(Some(words::MORE_ROWS));
            rows.append_child(&more)?;
        }
        self.rows.set_text_content(None);
        self.rows.append_child(&rows)?;
        Ok(())
    }

    fn articles(&self, state: &State, library: &Library, into: &web_sys::Node) -> Result<(), PageError> {
        let mut month = None;
        let articles = library.shelf.articles();
        for article in library.matches.articles.iter().take(library.rows).filter_map(|&index| articles.get(index)) {
            let opened_in = words::month(&article.kept.opened);
            if opened_in != month {
                let row = self.templates.copy("kept-month")?;
                let name = opened_in.as_deref().unwrap_or(words::NOT_OPENED);
                row.first_element_child().ok_or(PageError::Missing("h2"))?.set_text_content(Some(name));
                into.append_child(&row)?;
                month = opened_in;
            }
            into.append_child(&*self.article(state, library, article)?)?;
        }
        Ok(())
    }

    fn article(&self, state: &State, library: &Library, article: &ShelvedArticle) -> Result<HtmlElement, PageError> {
        let row = self.templates.copy("kept-article")?;
        let kept = &article.kept;
        row.set_attribute("data-id", &kept.source)?;
        row.class_list().toggle_with_force("not", kept.opened.is_empty())?;
        fill(&row, "when", &words::day(&kept.opened).unwrap_or_default())?;
        fill(&row, "title", &kept.title)?;
        fill(&row, "from", &from(article))?;
        let passages = library.shelf.passages_of(article);
        let notes = passages.iter().filter(|p| !p.annotation.note.is_empty()).count();
        let count = if library.whole { passages.len() } else { kept.said.len() };
        fill(&row, "count", &words::passages_and_notes(count, notes))?;
        slot(&row, "remove")?.set_attribute("aria-label", &words::remove(&kept.title))?;
        let tags = slot(&row, "tags")?;
        for (tag, count) in tag_counts(passages) {
            let line = self.templates.copy("kept-tag")?;
            slot(&line, "dot")?.class_list().add_1(&tag_class(state, std::slice::from_ref(&tag)))?;
            fill(&line, "name", &format!("{tag} {count}"))?;
            tags.append_child(&line)?;
        }
        Ok(row)
    }

    fn passages(&self, state: &State, library: &Library, into: &web_sys::Node) -> Result<(), PageError> {
        let (mut source, all) = (None, library.shelf.passages());
        for passage in library.matches.passages.iter().take(library.rows).filter_map(|&index| all.get(index)) {
            if source != Some(passage.article) {
                source = Some(passage.article);
                if let Some(article) = library.shelf.articles().get(passage.article) {
                    let row = self.templates.copy("kept-source")?;
                    row.set_attribute("data-id", &article.kept.source)?;
                    fill(&row, "title", &article.kept.title)?;
                    fill(&row, "from", &from(article))?;
                    into.append_child(&row)?;
                }
            }
            into.append_child(&*self.passage(state, &library.query.words, passage)?)?;
        }
        Ok(())
    }

    fn passage(&self, state: &State, words: &str, passage: &ShelvedPassage) -> Result<HtmlElement, PageError> {
        let row = self.templates.copy("kept-passage")?;
        let annotation = &passage.annotation;
        row.set_attribute("data-id", &annotation.id)?;
        let class = tag_class(state, &annotation.tags);
        slot(&row, "words")?.closest("p")?.ok_or(PageError::Missing("p"))?.set_class_name(&class);
        fill(&row, "speaker", passage.speaker.as_deref().unwrap_or_default())?;
        mark_words(&*slot(&row, "words")?, annotation.passage(), words)?;
        draw_tags(&slot(&row, "tags")?, state, &annotation.tags)?;
        let kind = kind_of(passage).map(|kind| [words::DOT, kind].concat()).unwrap_or_default();
        fill(&row, "kind", &kind)?;
        mark_words(&*slot(&row, "note")?, &annotation.note, words)?;
        Ok(row)
    }
}

/// Site, author and day of an article, in a line.
fn from(article: &ShelvedArticle) -> String {
    let kept = &article.kept;
    let unopened = kept.opened.is_empty().then_some(words::NOT_OPENED);
    let published = kept.published.as_deref().and_then(words::day);
    let parts = [article.site(), kept.byline.as_deref(), published.as_deref(), unopened];
    parts.into_iter().flatten().collect::<Vec<_>>().join(words::DOT)
}

/// How often passages have each tag: the most first.
fn tag_counts(passages: &[ShelvedPassage]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for tag in passages.iter().flat_map(|passage| &passage.annotation.tags) {
        match counts.iter_mut().find(|(known, _)| known == tag) {
            Some((_, count)) => *count += 1,
            None => counts.push((tag.clone(), 1)),
        }
    }
    sort_by_key(&mut counts, |(_, count)| usize::MAX - count);
    counts
}

/// Fills an element with text in which the words that were searched for are marked.
fn mark_words(into: &Element, text: &str, words: &str) -> Result<(), PageError> {
    let lower = text.to_lowercase();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    // where lower case has as many bytes, places are the same
    if lower.len() == text.len() {
        for word in words.to_lowercase().split_whitespace() {
            marks.extend(lower.match_indices(word).map(|(at, found)| (at, at + found.len())));
        }
    }
    sort_by(&mut marks, Ord::cmp);
    let mut at = 0;
    let document = document()?;
    let push = |text: &str, marked: bool| -> Result<(), PageError> {
        if marked {
            let mark = create("mark")?;
            mark.set_text_content(Some(text));
            into.append_child(&mark)?;
        } else {
            into.append_child(&document.create_text_node(text))?;
        }
        Ok(())
    };
    for (start, end) in marks {
        if start < at {
            continue;
        }
        let (Some(before), Some(word)) = (text.get(at..start), text.get(start..end)) else { continue };
        push(before, false)?;
        push(word, true)?;
        at = end;
    }
    push(text.get(at..).unwrap_or_default(), false)
}
