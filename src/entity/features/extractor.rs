//! What taggers see of each word: the word itself, its neighbours, and what the whole article says of it.

use super::document::{document_case, document_contexts};
use super::feature::{Feature, Positions, bits_of, feature_key};
use super::form::{emit_affixes, emit_form, form_features};
use super::gazetteer::gazetteer_parts;
use crate::entity::tokenized::{Case, FormFeatures, Shape, TokenizedSentence, TokenizedText, WINDOW, Word, WordForm};
use crate::language::Language;
use crate::model::{Key, LexicalResources, Tagger, mix, model};
use crate::sentence::Sentence;

/// What a tagger sees of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FeatureSet {
    /// For names, which are found better without the letters of words in text unlike that of training.
    Names,
    /// For reported speech, whose cues are inflected and may be any words.
    Speech,
}

/// The key of a form's feature at a position of the window, 0 to 4. The keys for all positions make a block: they are found at once, and
/// their weights are neighbours in memory.
pub(super) const fn placed(key: Key, position: usize) -> Key {
    key ^ Tagger::in_block(position as Key)
}

/// What the features of a word and of those around it are made of.
pub(super) type Window<'f> = [&'f FormFeatures; WINDOW];

/// The words of a text, and what taggers see of each.
pub(crate) struct FeatureExtractor<'t> {
    pub(crate) tokens: TokenizedText<'t>,
    /// For each form of the text.
    pub(super) forms: Vec<FormFeatures>,
    /// For each word the parts of the gazetteer's names that it may be.
    gazetteer_parts: Vec<u64>,
    /// For each entry of the vocabulary what stands beside it.
    document_contexts: Vec<u32>,
    /// For each word how the article writes it in other places.
    document_case: Vec<u8>,
}

impl<'t> FeatureExtractor<'t> {
    /// Separates the words of `sentences`, and extracts what the loaded model's taggers see of them.
    pub(crate) fn new(text: &'t str, sentences: &[Sentence], language: &'static Language) -> Self {
        let tokens = TokenizedText::new(text, sentences, language);
        let Some(model) = model() else { return Self::with_resources(tokens, &LexicalResources::default()) };
        // they are the same in every text
        let cached = |(index, form): (usize, &WordForm)| {
            *form.cached.features.get_or_init(|| form_features(&tokens, index, &model.lexical))
        };
        let forms = tokens.forms.iter().enumerate().map(cached).collect();
        Self::with_forms(tokens, forms, &model.lexical)
    }

    /// The same with other resources than the loaded model's, which are kept for no other text.
    pub(crate) fn with_resources(tokens: TokenizedText<'t>, resources: &LexicalResources) -> Self {
        let forms = (0..tokens.forms.len()).map(|index| form_features(&tokens, index, resources)).collect();
        Self::with_forms(tokens, forms, resources)
    }

    fn with_forms(tokens: TokenizedText<'t>, forms: Vec<FormFeatures>, resources: &LexicalResources) -> Self {
        let gazetteer_parts = gazetteer_parts(&tokens, &forms, resources);
        let (document_contexts, document_case) = (document_contexts(&tokens), document_case(&tokens));
        Self { tokens, forms, gazetteer_parts, document_contexts, document_case }
    }

    /// What the features of the word at `at` are made of.
    pub(super) fn form_at(&self, at: usize) -> &FormFeatures {
        self.tokens.word(at).and_then(|w| self.forms.get(w.form)).unwrap_or(&FormFeatures::OUTSIDE)
    }

    /// Gives `each` the features of the word at `at` in `sentence` that depend on more than one form: `forms` are its own and those around
    /// it. Reports are found by pairs of words: all else by which names are found costs more time than it is worth to them.
    pub(super) fn emit_context(
        &self,
        sentence: &TokenizedSentence,
        at: usize,
        forms: &Window<'_>,
        set: FeatureSet,
        each: &mut impl FnMut(Feature, Key),
    ) {
        let tokens = &self.tokens;
        let Some(word) = tokens.word(at) else { return };
        let [earlier, before, here, next, later] = forms;
        let mut give = |kind: Feature, template: Key, value: Key| each(kind, feature_key(kind, template, value));
        give(Feature::Pair, 1, mix(before.lower, here.lower));
        give(Feature::Pair, 2, mix(here.lower, next.lower));
        give(Feature::Pair, 3, mix(before.lower, next.lower));
        if set == FeatureSet::Speech {
            return;
        }
        let case = sentence.case as Key + 4 * Key::from(sentence.shouts);

        give(
            Feature::ShapePair,
            4,
            mix(earlier.shape, mix(before.shape, mix(here.shape, mix(next.shape, later.shape)))),
        );
        give(Feature::Sentence, 1, mix(case, here.shape));
        give(Feature::ClusterPair, 1, mix(before.middle, here.middle));
        give(Feature::ClusterPair, 2, mix(here.middle, next.middle));
        give(Feature::ClusterPair, 3, mix(before.middle, next.middle));
        give(Feature::ClusterPair, 4, mix(before.coarse, mix(here.shape, next.coarse)));
        give(Feature::ClusterPair, 5, mix(earlier.middle, mix(before.middle, here.shape)));
        give(Feature::ClusterPair, 6, mix(next.middle, mix(later.middle, here.shape)));
        give(Feature::ShapePair, 1, mix(before.shape, here.shape));
        give(Feature::ShapePair, 2, mix(here.shape, next.shape));
        give(Feature::ShapePair, 3, mix(before.shape, mix(here.shape, next.shape)));

        let first = at == sentence.words.start;
        let last = at + 1 == sentence.words.end;
        let length = (sentence.words.len().min(40) as Key).ilog2();
        let begins = Key::from(word.begins);
        give(Feature::Sentence, 2, mix(begins, here.shape));
        give(Feature::Sentence, 3, mix(begins, here.coarse));
        give(Feature::Sentence, 4, Key::from(first) + 2 * Key::from(last) + 4 * length + 64 * case);
        give(Feature::Sentence, 5, mix(here.shape, length));

        for part in bits_of(self.gazetteer_parts.get(at)) {
            give(Feature::Gazetteer, 1, part);
            give(Feature::Gazetteer, 2, mix(part, mix(case, here.shape)));
            give(Feature::Gazetteer, 5, mix(part, before.coarse));
        }
        for (template, neighbour) in [(3, at.checked_sub(1)), (4, Some(at + 1))] {
            let neighbour = neighbour.filter(|n| sentence.words.contains(n));
            for part in bits_of(neighbour.and_then(|n| self.gazetteer_parts.get(n))) {
                give(Feature::Gazetteer, template, part);
            }
        }

        for (template, word) in [(1, Some(at)), (2, at.checked_sub(1)), (3, Some(at + 1))] {
            let Some(word) = word.filter(|w| sentence.words.contains(w)) else { continue };
            let case = self.document_case.get(word).copied().map_or(0, Key::from);
            give(Feature::DocumentCase, template, mix(case, Key::from(tokens.begins(word))));
            if template == 1 {
                give(Feature::DocumentCase, 4, mix(case, mix(begins, here.shape)));
                give(Feature::DocumentCase, 5, mix(case, mix(begins, here.coarse)));
            }
        }
        for sign in bits_of(self.document_contexts.get(word.entry)) {
            give(Feature::DocumentContext, 1, sign);
        }
    }

    /// Whether the word at `at` is a mark or stands in lower case, in a sentence where a capital means something.
    pub(super) fn is_small(&self, sentence: &TokenizedSentence, at: usize) -> bool {
        let small = |w: &Word| matches!(w.shape, Shape::Lower | Shape::Mark | Shape::Clitic);
        matches!(sentence.case, Case::Prose | Case::Title) && self.tokens.word(at).is_some_and(small)
    }

    /// Gives `each` all features of the word at `at` in `sentence`.
    #[cfg(feature = "train")]
    pub(crate) fn emit_all(
        &self,
        sentence: &TokenizedSentence,
        at: usize,
        set: FeatureSet,
        each: &mut impl FnMut(Feature, Key),
    ) {
        for position in 0..WINDOW {
            match self.neighbour(sentence, at, position) {
                Some(form) => self.emit_form(form, set, |kind, key, positions| {
                    if positions & 1 << position != 0 {
                        each(kind, placed(key, position));
                    }
                }),
                None => each(Feature::Sentence, placed(0, position)),
            }
        }
        let form = |position| {
            self.neighbour(sentence, at, position).map_or(&FormFeatures::OUTSIDE, |_| self.form_at(at + position - 2))
        };
        self.emit_context(sentence, at, &std::array::from_fn(form), set, each);
    }

    /// Gives `each` the features of the form with this index, and where they count.
    pub(super) fn emit_form(&self, index: usize, set: FeatureSet, mut each: impl FnMut(Feature, Key, Positions)) {
        if let (Some(known), Some(form)) = (self.forms.get(index), self.tokens.forms.get(index)) {
            emit_form(form, known, &mut each);
        }
        if set == FeatureSet::Speech {
            emit_affixes(&self.tokens, index, each);
        }
    }

    /// The form of the word at a position (0 to 4) as seen from the word at `at`, if there is one in `sentence`.
    #[cfg(feature = "train")]
    fn neighbour(&self, sentence: &TokenizedSentence, at: usize, position: usize) -> Option<usize> {
        let neighbour = (at + position).checked_sub(WINDOW / 2).filter(|n| sentence.words.contains(n))?;
        self.tokens.word(neighbour).map(|w| w.form)
    }
}
