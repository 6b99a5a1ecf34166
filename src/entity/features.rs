//! What the tagger sees of each word: the word itself, its neighbours, and what the whole article tells of it.

use super::around::elsewhere;
use super::form::{form, letters};
use super::tokenized::{Case, Line, Shape, TokenizedText, Word};
use super::word_cache::MOST;
use crate::model::{EmissionScores, Key, LexicalResources, Tagger, mix, model};
use crate::sentence::Sentence;

/// Kinds of features. A number never changes its meaning: trained weights are found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Feature {
    /// The word in lower case, at a distance of up to two words.
    Word = 1,
    /// The word as written.
    Written,
    /// Its shape, at a distance of up to two words.
    Shape,
    /// Its first and last letters.
    Affix,
    /// Its clusters, at a distance of up to two words.
    Cluster = 6,
    /// What the word lists say of it.
    Mark,
    /// Two or three neighbouring words.
    Pair,
    /// Neighbouring clusters.
    ClusterPair,
    /// Neighbouring shapes.
    ShapePair,
    /// Its line's capitals and its place in it.
    Line,
    /// A name of the gazetteer.
    Gazetteer,
    /// How the article writes it elsewhere.
    Elsewhere,
    /// What stands beside it elsewhere in the article.
    Company,
    /// What it was taken for elsewhere in the article.
    Evidence,
}

/// A word's place as seen from the word that is tagged: bits for -2, -1, 0, 1 and 2.
pub(super) type Places = u8;
/// Places that count.
pub(super) const PLACES: usize = 5;
pub(super) const HERE: Places = 0b00100;
pub(super) const BESIDE: Places = 0b01110;
pub(super) const NEAR: Places = 0b11111;

/// What a tagger is shown of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FeatureSet {
    /// For names, which are found better without the letters of words in text unlike that of training.
    Names,
    /// For reported speech, whose cues are inflected and may be any words.
    Speech,
}

/// EmissionScores below which a small word is in no name, whatever stands around it: true of all but five in a thousand of the names that are
/// found, and it spares three words of five most of the work.
const HOPELESS: i32 = -8;

/// What is known of the form of a word, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FormFeatures {
    pub(super) class: Key,
    pub(super) lower: Key,
    pub(super) fine: Option<Key>,
    pub(super) middle: Key,
    pub(super) coarse: Key,
}

impl FormFeatures {
    /// Of no word: beyond the ends of a line.
    pub(super) const OUTSIDE: Self = Self { class: 90, lower: 90, fine: None, middle: 990, coarse: 990 };
}

/// The key of a feature: of its kind, of one of the templates of that kind (1 to 63), and of a value.
pub(super) const fn feature(kind: Feature, template: Key, value: Key) -> Key {
    mix((kind as Key) << 6 | template, value)
}

/// The key of a form's feature at `place`, 0 to 4. The keys for all places make a block: they are found at once, and their weights are
/// neighbours in memory.
const fn placed(key: Key, place: usize) -> Key {
    key ^ Tagger::in_block(place as Key)
}

/// The forms of a word and of those around it.
type Window<'f> = [&'f FormFeatures; PLACES];

/// A text as words, and what taggers see of each.
pub(crate) struct FeatureExtractor<'t> {
    pub(crate) page: TokenizedText<'t>,
    pub(crate) forms: Vec<FormFeatures>,
    /// For each word the parts of the gazetteer's names that it may be: four bits a list, for its only, first, inner and last word.
    pub(super) listed: Vec<u64>,
    /// For each entry of the vocabulary what stands beside it, a bit each.
    pub(super) company: Vec<u32>,
    /// For each word how the article writes it in other places.
    elsewhere: Vec<u8>,
}

impl<'t> FeatureExtractor<'t> {
    /// Reads `sentences` of `text`, with what the loaded model knows of the world.
    pub(crate) fn new(text: &'t str, sentences: &[Sentence]) -> Self {
        let Some(model) = model() else { return Self::with(text, sentences, &LexicalResources::default()) };
        Self::of(TokenizedText::read(text, sentences), &model.world, |page, at| {
            let known = page.forms.get(at).map(|f| *f.known.features.get_or_init(|| form(page, at, &model.world)));
            known.unwrap_or(FormFeatures::OUTSIDE)
        })
    }

    pub(crate) fn with(text: &'t str, sentences: &[Sentence], world: &LexicalResources) -> Self {
        Self::of(TokenizedText::read(text, sentences), world, |page, at| form(page, at, world))
    }

    fn of(
        page: TokenizedText<'t>,
        world: &LexicalResources,
        form: impl Fn(&TokenizedText, usize) -> FormFeatures,
    ) -> Self {
        let forms = (0..page.forms.len()).map(|at| form(&page, at)).collect();
        let (words, entries) = (page.words.len(), page.vocabulary.len());
        let elsewhere = elsewhere(&page);
        let mut reading = Self { page, forms, listed: vec![0; words], company: vec![0; entries], elsewhere };
        reading.look_up(world);
        reading.meet();
        reading
    }

    /// The form of the word at `at`.
    fn form_at(&self, at: usize) -> &FormFeatures {
        self.page.word(at).and_then(|w| self.forms.get(w.form)).unwrap_or(&FormFeatures::OUTSIDE)
    }

    /// Gives `each` the features of the word at `at` in `line` that depend on more than one form: `forms` are its own and those around
    /// it. Reports are told by pairs of words: all else that tells names costs more time than it is worth to them.
    fn at(&self, line: &Line, at: usize, forms: &Window<'_>, sight: FeatureSet, each: &mut impl FnMut(Feature, Key)) {
        let page = &self.page;
        let Some(word) = page.word(at) else { return };
        let [earlier, before, here, next, later] = forms;
        let mut give = |kind: Feature, template: Key, value: Key| each(kind, feature(kind, template, value));
        give(Feature::Pair, 1, mix(before.lower, here.lower));
        give(Feature::Pair, 2, mix(here.lower, next.lower));
        give(Feature::Pair, 3, mix(before.lower, next.lower));
        if sight == FeatureSet::Speech {
            return;
        }
        let case = line.case as Key + 4 * Key::from(line.shouts);

        give(
            Feature::ShapePair,
            4,
            mix(earlier.class, mix(before.class, mix(here.class, mix(next.class, later.class)))),
        );
        give(Feature::Line, 1, mix(case, here.class));
        give(Feature::ClusterPair, 1, mix(before.middle, here.middle));
        give(Feature::ClusterPair, 2, mix(here.middle, next.middle));
        give(Feature::ClusterPair, 3, mix(before.middle, next.middle));
        give(Feature::ClusterPair, 4, mix(before.coarse, mix(here.class, next.coarse)));
        give(Feature::ClusterPair, 5, mix(earlier.middle, mix(before.middle, here.class)));
        give(Feature::ClusterPair, 6, mix(next.middle, mix(later.middle, here.class)));
        give(Feature::ShapePair, 1, mix(before.class, here.class));
        give(Feature::ShapePair, 2, mix(here.class, next.class));
        give(Feature::ShapePair, 3, mix(before.class, mix(here.class, next.class)));

        let first = at == line.words.start;
        let last = at + 1 == line.words.end;
        let length = (line.words.len().min(40) as Key).ilog2();
        let begins = Key::from(word.begins);
        give(Feature::Line, 2, mix(begins, here.class));
        give(Feature::Line, 3, mix(begins, here.coarse));
        give(Feature::Line, 4, Key::from(first) + 2 * Key::from(last) + 4 * length + 64 * case);
        give(Feature::Line, 5, mix(here.class, length));

        for part in bits(self.listed.get(at)) {
            give(Feature::Gazetteer, 1, part);
            give(Feature::Gazetteer, 2, mix(part, mix(case, here.class)));
            give(Feature::Gazetteer, 5, mix(part, before.coarse));
        }
        for (template, neighbour) in [(3, at.checked_sub(1)), (4, Some(at + 1))] {
            let neighbour = neighbour.filter(|n| line.words.contains(n));
            for part in bits(neighbour.and_then(|n| self.listed.get(n))) {
                give(Feature::Gazetteer, template, part);
            }
        }

        for (template, place) in [(1, Some(at)), (2, at.checked_sub(1)), (3, Some(at + 1))] {
            let Some(place) = place.filter(|p| line.words.contains(p)) else { continue };
            let ways = self.elsewhere.get(place).copied().map_or(0, Key::from);
            give(Feature::Elsewhere, template, mix(ways, Key::from(page.begins(place))));
            if template == 1 {
                give(Feature::Elsewhere, 4, mix(ways, mix(begins, here.class)));
                give(Feature::Elsewhere, 5, mix(ways, mix(begins, here.coarse)));
            }
        }
        for sign in bits(self.company.get(word.id)) {
            give(Feature::Company, 1, sign);
        }
    }

    /// Whether the word at `at` is a mark or stands in lower case, in a line where a capital means something.
    fn is_small(&self, line: &Line, at: usize) -> bool {
        let small = |w: &Word| matches!(w.shape, Shape::Lower | Shape::Mark | Shape::Clitic);
        matches!(line.case, Case::Prose | Case::Title) && self.page.word(at).is_some_and(small)
    }

    /// Gives `each` all features of the word at `at` in `line`.
    #[cfg(feature = "train")]
    pub(crate) fn all(&self, line: &Line, at: usize, sight: FeatureSet, each: &mut impl FnMut(Feature, Key)) {
        for place in 0..PLACES {
            match self.neighbour(line, at, place) {
                Some(form) => self.form(form, sight, |kind, key, places| {
                    if places & 1 << place != 0 {
                        each(kind, placed(key, place));
                    }
                }),
                None => each(Feature::Line, placed(0, place)),
            }
        }
        let form =
            |place| self.neighbour(line, at, place).map_or(&FormFeatures::OUTSIDE, |_| self.form_at(at + place - 2));
        self.at(line, at, &std::array::from_fn(form), sight, each);
    }

    /// Gives `each` what the form with this number tells, and where.
    fn form(&self, number: usize, sight: FeatureSet, mut each: impl FnMut(Feature, Key, Places)) {
        if let (Some(known), Some(form)) = (self.forms.get(number), self.page.forms.get(number)) {
            known.tell(form, &mut each);
        }
        if sight == FeatureSet::Speech {
            letters(&self.page, number, each);
        }
    }

    /// The points that `tagger`, which is the loaded model's, gives each word of the page for all that [`Self::all`] gives. Names are not
    /// looked for in small words that by the forms around them are [`HOPELESS`].
    pub(crate) fn emissions(&self, tagger: &Tagger, sight: FeatureSet) -> Vec<EmissionScores> {
        let mut outside = [EmissionScores::default(); PLACES];
        for (place, points) in outside.iter_mut().enumerate() {
            tagger.add_all(&[placed(0, place)], points);
        }
        // what a form gives is the same wherever it stands: it is added up once
        let mut blocks = Vec::new();
        let mut sums = |form: usize| {
            blocks.clear();
            self.form(form, sight, |_, key, places| blocks.push((tagger.block(key), places)));
            let mut sums = [EmissionScores::default(); PLACES];
            for &(block, places) in &blocks {
                tagger.each(block, |place, row| {
                    if places & 1 << place != 0 {
                        sums.get_mut(place as usize).into_iter().for_each(|sum| tagger.add(row, sum));
                    }
                });
            }
            sums
        };
        let forms = self.page.forms.iter().enumerate();
        // a text of more forms than are ever kept has them to itself, and no longer than it needs them
        let own: Vec<[EmissionScores; PLACES]> =
            if forms.len() > MOST { forms.clone().map(|(at, _)| sums(at)).collect() } else { Vec::new() };
        let known = forms.map(|(at, form)| {
            let [names, speech] = &form.known.points;
            let known = if sight == FeatureSet::Names { names } else { speech };
            own.get(at).unwrap_or_else(|| known.get_or_init(|| Box::new(sums(at))))
        });
        let known: Vec<&[EmissionScores; PLACES]> = known.collect();
        let mut emissions = vec![EmissionScores::default(); self.page.words.len()];
        let mut keys = Vec::new();
        // of the words of a line, and what stands for those beyond its ends
        let (mut words, mut forms): (Vec<&[EmissionScores; PLACES]>, Vec<&FormFeatures>) = (Vec::new(), Vec::new());
        for line in &self.page.lines {
            words.clear();
            words.extend([&outside; PLACES / 2]);
            let own = self.page.words.get(line.words.clone()).unwrap_or_default();
            words.extend(own.iter().map(|w| known.get(w.form).copied().unwrap_or(&outside)));
            words.extend([&outside; PLACES / 2]);
            forms.clear();
            forms.extend([&FormFeatures::OUTSIDE; PLACES / 2]);
            forms.extend(line.words.clone().map(|at| self.form_at(at)));
            forms.extend([&FormFeatures::OUTSIDE; PLACES / 2]);
            let emissions = emissions.get_mut(line.words.clone()).unwrap_or_default();
            let windows = words.array_windows::<PLACES>().zip(forms.array_windows::<PLACES>());
            for ((at, points), (window, forms)) in line.words.clone().zip(emissions).zip(windows) {
                let [a, b, c, d, e] = window;
                [&a[0], &b[1], &c[2], &d[3], &e[4]].into_iter().for_each(|place| points.join(place));
                if sight == FeatureSet::Names && points.likeliest() < HOPELESS && self.is_small(line, at) {
                    continue;
                }
                keys.clear();
                self.at(line, at, forms, sight, &mut |_, key| keys.push(key));
                tagger.add_all(&keys, points);
            }
        }
        emissions
    }

    /// The form of the word at `place` (0 to 4) as seen from the word at `at`, if there is one in `line`.
    #[cfg(feature = "train")]
    fn neighbour(&self, line: &Line, at: usize, place: usize) -> Option<usize> {
        let neighbour = (at + place).checked_sub(PLACES / 2).filter(|n| line.words.contains(n))?;
        self.page.word(neighbour).map(|w| w.form)
    }

    /// For each entry of the vocabulary, how often it carries each label in `labels`, one for each word of the page.
    pub(super) fn tally(&self, labels: &[u8]) -> Vec<Tally> {
        let mut tally = vec![Tally::default(); self.page.vocabulary.len()];
        for (word, &label) in self.page.words.iter().zip(labels) {
            if word.shape == Shape::Mark || word.shape == Shape::Clitic {
                continue;
            }
            let Some(tally) = tally.get_mut(word.id) else { continue };
            if let Some(count) = tally.labels.get_mut(usize::from(label)) {
                *count += 1;
                tally.all += 1;
            }
        }
        tally
    }

    /// Gives `each` what the word at `at` was taken for in the article's other places, by `labels` and their `tally`.
    pub(super) fn evidence(
        &self,
        line: &Line,
        at: usize,
        labels: &[u8],
        tally: &[Tally],
        each: &mut impl FnMut(Feature, Key),
    ) {
        let page = &self.page;
        let mut give = |template: Key, value: Key| each(Feature::Evidence, feature(Feature::Evidence, template, value));
        let here = at.saturating_sub(1).max(line.words.start)..(at + 2).min(line.words.end);
        let words = page.words.get(here).unwrap_or_default();
        if words.iter().all(|w| tally.get(w.id).is_none_or(|t| t.all < 2 || w.shape == Shape::Lower && t.is_plain())) {
            return;
        }
        for (template, place) in [(1, Some(at)), (2, at.checked_sub(1)), (3, Some(at + 1))] {
            let Some(place) = place.filter(|p| line.words.contains(p)) else { continue };
            let (Some(word), Some(&own)) = (page.word(place), labels.get(place)) else { continue };
            let Some(&Tally { labels: mut counts, all }) = tally.get(word.id).filter(|t| t.all > 1) else { continue };
            if word.shape == Shape::Lower && (template > 1 || Tally { labels: counts, all }.is_plain()) {
                continue;
            }
            if let Some(count) = counts.get_mut(usize::from(own)) {
                *count = count.saturating_sub(1);
            }
            let total: u32 = counts.iter().sum();
            if total == 0 {
                continue;
            }
            let mut kinds = [0u32; 5];
            for (label, count) in counts.iter().enumerate() {
                kinds[label.div_ceil(4)] += count;
            }
            let most = (0..5).max_by_key(|&k| (kinds[k], k)).unwrap_or_default();
            let share = kinds[most] * 4 / total;
            let label = (0..17).max_by_key(|&l| (counts[l], l)).unwrap_or_default();
            give(template, mix(most as Key, share));
            if template == 1 {
                give(4, mix(most as Key, mix(share, Key::from(word.begins) + 2 * Key::from(word.is_capital()))));
                give(5, label as Key);
                give(6, mix(most as Key, total.min(4)));
            }
        }
    }
}

/// How often an entry of the vocabulary carries each label, and any.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    labels: [u32; 17],
    all: u32,
}

impl Tally {
    /// Whether it was never taken for a name.
    fn is_plain(&self) -> bool {
        self.labels.first() == Some(&self.all)
    }
}

/// The numbers of the bits that are set.
pub(super) fn bits<T: Copy + Into<u64>>(set: Option<&T>) -> impl Iterator<Item = Key> + use<T> {
    let mut rest: u64 = set.map_or(0, |&s| s.into());
    std::iter::from_fn(move || {
        let bit = (rest != 0).then(|| rest.trailing_zeros())?;
        rest &= rest - 1;
        Some(bit)
    })
}
