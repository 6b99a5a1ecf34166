//! What the page knows: the open article, what is shown of it, and what the reader points at.

use super::caret::End;
use super::draft::Draft;
use super::incoming::Source;
use super::layer::{Layer, Tab};
use super::places::Places;
use super::shelved::{Library, Removed};
use super::subject::Subject;
use super::target::Target;
use super::thread_order::ThreadOrder;
use super::unkept::Unkept;
use crate::page::reading::Reading;
use postil::order::sort_by_key;
use postil::{Annotation, ClusterId, EntityKind, History, KeptArticle, Notebook, QuoteKind, Span, TagBook, TagUse};

/// Rows that a list shows before it asks whether to show more.
pub(crate) const ROWS: usize = 200;

/// What the flow asks of the world.
#[derive(Clone, Copy)]
pub(crate) struct World {
    /// The time, ISO 8601 UTC.
    pub(crate) now: fn() -> String,
    /// A new `urn:uuid:…`.
    pub(crate) new_id: fn() -> String,
    /// The lists beside the article, in the order of their tabs.
    pub(crate) tabs: &'static [Tab],
    /// What the reader is told of where notes are kept, if there is anything to tell.
    pub(crate) keeping: Option<&'static str>,
}

/// What the reader wants of the lists of names and of voices; `None` wants all.
#[derive(Default)]
pub(crate) struct Facets {
    /// Names of this kind.
    pub(crate) kind: Option<EntityKind>,
    /// Quotes of this kind.
    pub(crate) quote_kind: Option<QuoteKind>,
    /// Quotes of this voice, by the name that the page gives it.
    pub(crate) voice: Option<String>,
    /// Quotes whose words mention this cluster.
    pub(crate) about: Option<ClusterId>,
}

/// The dialog that is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Dialog {
    #[default]
    None,
    /// Asks for an article.
    Open,
    /// Shows the keys.
    Help,
    /// Shows the tags, to change them.
    Tags,
    /// Edits a passage of the reader's, by id.
    Edit(String),
    /// Notes something on a passage that is not the reader's yet: saving makes it so.
    Note(Subject),
    /// Asks who says a quote.
    Speaker(usize),
    /// Lists what an import left out.
    LeftOut,
}

/// A message at the foot of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Toast {
    /// Counts messages: no two have the same.
    pub(crate) number: u32,
    /// What it says.
    pub(crate) words: String,
    /// What its button says and does.
    pub(crate) button: Option<(&'static str, &'static str)>,
    /// The step that the button is about.
    pub(crate) step: Option<u32>,
    /// Whether something went wrong.
    pub(crate) bad: bool,
}

/// All that changes while the page is open.
pub(crate) struct State {
    /// Where time and ids come from.
    pub(crate) world: World,

    /// The open article.
    pub(crate) reading: Option<Reading>,
    /// The number of the opening that brought it.
    pub(crate) shown: u32,
    /// The reader's passages of it.
    pub(crate) notebook: Notebook,
    /// What the reader did, in this article and in those before it.
    pub(crate) history: History,
    /// The reader's tags.
    pub(crate) tags: TagBook,
    /// Whether those are what the store holds.
    pub(crate) tags_known: bool,
    /// How often each is used in the library, when that was last counted.
    pub(crate) tag_uses: Vec<TagUse>,
    /// Where those stand, worked out once a change of either.
    pub(crate) places: Places,
    /// Whether the browser was asked not to clear what is kept by itself.
    pub(crate) kept_for_good: bool,
    /// Whether the browser may clear what is kept all the same.
    pub(crate) may_be_cleared: bool,
    /// What of them is not kept yet.
    pub(crate) unkept: Unkept,
    /// What stands in those rows of its passages that cannot be read.
    pub(crate) unreadable: Vec<String>,
    /// The passage that another tab deleted while its dialog was open here.
    pub(crate) deleted_elsewhere: Option<Annotation>,
    /// What was typed about them and not saved, the latest last.
    pub(crate) drafts: Vec<Draft>,
    /// Whether its pictures may be loaded.
    pub(crate) pictures: bool,

    /// Layers that the reader can switch.
    pub(crate) offered: Vec<Layer>,
    /// Layers that are off.
    pub(crate) off: Vec<Layer>,
    /// The list on show.
    pub(crate) tab: Tab,
    /// Whether the lists are open where they are a drawer.
    pub(crate) drawer: bool,
    /// What the list is filtered by, lower-case.
    pub(crate) filter: String,
    /// What else the lists of names and voices are filtered by.
    pub(crate) facets: Facets,
    /// How the comments are sorted.
    pub(crate) order: ThreadOrder,
    /// How many rows the list shows at most.
    pub(crate) rows: usize,

    /// What the card is about.
    pub(crate) card: Vec<Target>,
    /// What lay where the reader tapped last.
    pub(crate) tapped: Vec<Target>,
    /// What was chosen last.
    pub(crate) chosen: Option<Target>,
    /// What the pointer lies on.
    pub(crate) hovered: Vec<Target>,
    /// The passage that the tag bar is for.
    pub(crate) selected: Option<Span>,
    /// What was selected last, when that was let go.
    pub(crate) left: Option<Span>,
    /// The end of it that keys move, while they do.
    pub(crate) caret: Option<End>,
    /// Whether that stands for the whole article.
    pub(crate) whole: bool,
    /// The passage that is to be attached to other words, by its id.
    pub(crate) attaching: Option<String>,
    /// Whether the bar is a field for a new tag.
    pub(crate) typing_tag: bool,

    /// The dialog that is open.
    pub(crate) dialog: Dialog,
    /// The library, while it stands in the place of the article.
    pub(crate) library: Option<Library>,
    /// What was removed from it last, to put it back.
    pub(crate) removed: Option<Removed>,
    /// The passage that is to be shown once its article is open.
    pub(crate) awaited: Option<String>,
    /// What the last import left out, and why, a line each.
    pub(crate) left_out: Vec<String>,
    /// Articles opened before, as its list shows them.
    pub(crate) recent: Vec<KeptArticle>,
    /// What was pasted into the dialog: its HTML, and the plain text to know it by.
    pub(crate) pasted: Option<(String, String)>,
    /// The messages at the foot, the oldest first.
    pub(crate) toasts: Vec<Toast>,
    /// How many messages there have been.
    pub(crate) messages: u32,

    /// Counts openings, so that a slower one that was overtaken is known.
    pub(crate) opening: u32,
    /// Whether one is under way.
    pub(crate) busy: bool,
    /// How many articles it brings.
    pub(crate) bringing: usize,
    /// What could not be read for a reason that may pass.
    pub(crate) unread: Option<Source>,
}

impl State {
    /// Nothing yet.
    pub(crate) fn new(world: World) -> Self {
        Self {
            world,
            reading: None,
            shown: 0,
            notebook: Notebook::default(),
            history: History::default(),
            tags: TagBook::default(),
            tags_known: false,
            tag_uses: Vec::new(),
            places: Places::default(),
            kept_for_good: false,
            may_be_cleared: false,
            unkept: Unkept::default(),
            unreadable: Vec::new(),
            deleted_elsewhere: None,
            drafts: Vec::new(),
            pictures: false,
            offered: Layer::ALL.to_vec(),
            off: Vec::new(),
            tab: Tab::VOICES,
            drawer: false,
            filter: String::new(),
            facets: Facets::default(),
            order: ThreadOrder::default(),
            rows: ROWS,
            card: Vec::new(),
            tapped: Vec::new(),
            chosen: None,
            hovered: Vec::new(),
            selected: None,
            left: None,
            caret: None,
            whole: false,
            attaching: None,
            typing_tag: false,
            dialog: Dialog::None,
            library: None,
            removed: None,
            awaited: None,
            left_out: Vec::new(),
            recent: Vec::new(),
            pasted: None,
            toasts: Vec::new(),
            messages: 0,
            opening: 0,
            busy: false,
            bringing: 0,
            unread: None,
        }
    }

    /// Offers these layers, and the reader's own, and no others.
    pub(crate) fn offer(&mut self, ids: &[String]) {
        let left_out = |layer: &Layer| *layer != Layer::Notes && !ids.iter().any(|id| id == layer.id());
        self.off = Layer::ALL.into_iter().filter(left_out).collect();
        self.offered = Layer::ALL.into_iter().filter(|layer| !left_out(layer)).collect();
        self.tab = self.offered.first().map_or(Tab::NOTES, |layer| layer.tab());
    }

    /// Whether a layer is on.
    pub(crate) fn is_on(&self, layer: Layer) -> bool {
        !self.off.contains(&layer)
    }

    /// The reader's passages, each with its place. What is set right is none of them.
    pub(crate) fn passages(&self) -> impl Iterator<Item = (&Annotation, Option<Span>)> {
        let all = self.notebook.annotations().iter().zip(self.places.spans());
        all.filter(|(annotation, _)| annotation.correction.is_none())
    }

    /// The reader's passages that have a place, in the order of the article.
    pub(crate) fn passages_in_order(&self) -> impl Iterator<Item = (Span, &Annotation)> {
        let annotations = self.notebook.annotations();
        let placed = self.places.placed.found.iter().filter_map(|&(span, index)| Some((span, annotations.get(index)?)));
        placed.filter(|(_, annotation)| annotation.correction.is_none())
    }

    /// The passages that a comment answers, in the order of the article; none of anything else.
    pub(crate) fn answered(&self, target: &Target) -> Vec<Span> {
        let Target::Comment(index) = target else { return Vec::new() };
        let answers = self.reading.as_ref().and_then(|reading| reading.analysis.answers.get(*index));
        answers.map(|a| a.passages.iter().map(|answer| answer.passage).collect()).unwrap_or_default()
    }

    /// Where a target stands.
    pub(crate) fn span_of(&self, target: &Target) -> Option<Span> {
        match target {
            Target::Note(id) => {
                let index = self.notebook.annotations().iter().position(|a| a.id == *id)?;
                self.places.span(index)
            }
            other => self.reading.as_ref()?.span_of(other),
        }
    }

    /// Everything marked at byte `at` whose layer is on: the reader's own first, innermost first.
    pub(crate) fn targets_at(&self, at: usize) -> Vec<Target> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let here = self.passages().filter_map(|(annotation, place)| Some((place?, annotation)));
        let mut notes: Vec<_> = here.filter(|(span, _)| span.contains(at)).collect();
        sort_by_key(&mut notes, |(span, _)| span.len());
        let notes = notes.into_iter().map(|(_, annotation)| Target::Note(annotation.id.clone()));
        notes.chain(reading.marks_at(at)).filter(|target| self.is_on(target.layer())).collect()
    }
}
