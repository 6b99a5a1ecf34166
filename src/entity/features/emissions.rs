//! The emission scores of all words of a text.

use super::extractor::{FeatureExtractor, FeatureSet, placed};
use crate::entity::tokenized::{FormFeatures, MOST_CACHED, WINDOW};
use crate::model::{EmissionScores, Tagger};

/// Scores below which a small word is in no name, whatever stands around it: true of all but five in a thousand of the names that are
/// found, and it spares three words of five most of the work.
const HOPELESS: i32 = -8;

impl FeatureExtractor<'_> {
    /// The scores that `tagger`, which is the loaded model's, gives each word of the text for all its features. Names are not looked for in
    /// small words that by the forms around them are [`HOPELESS`].
    pub(crate) fn emissions(&self, tagger: &Tagger, set: FeatureSet) -> Vec<EmissionScores> {
        let mut outside = [EmissionScores::default(); WINDOW];
        for (position, scores) in outside.iter_mut().enumerate() {
            tagger.add_all(&[placed(0, position)], scores);
        }
        // what a form gives is the same wherever it stands: it is added up once
        let mut blocks = Vec::new();
        let mut sums = |form: usize| {
            blocks.clear();
            self.emit_form(form, set, |_, key, positions| blocks.push((tagger.block(key), positions)));
            let mut sums = [EmissionScores::default(); WINDOW];
            for &(block, positions) in &blocks {
                tagger.each(block, |position, row| {
                    if positions & 1 << position != 0 {
                        sums.get_mut(position as usize).into_iter().for_each(|sum| tagger.add(row, sum));
                    }
                });
            }
            sums
        };
        let forms = self.tokens.forms.iter().enumerate();
        // a text of more forms than are ever kept has them to itself, and no longer than it needs them
        let own: Vec<[EmissionScores; WINDOW]> =
            if forms.len() > MOST_CACHED { forms.clone().map(|(at, _)| sums(at)).collect() } else { Vec::new() };
        let known = forms.map(|(at, form)| {
            let [names, speech] = &form.cached.scores;
            let known = if set == FeatureSet::Names { names } else { speech };
            own.get(at).unwrap_or_else(|| known.get_or_init(|| Box::new(sums(at))))
        });
        let known: Vec<&[EmissionScores; WINDOW]> = known.collect();
        let mut emissions = vec![EmissionScores::default(); self.tokens.words.len()];
        let mut keys = Vec::new();
        // of the words of a sentence, and what stands for those beyond its ends
        let (mut words, mut forms): (Vec<&[EmissionScores; WINDOW]>, Vec<&FormFeatures>) = (Vec::new(), Vec::new());
        for sentence in &self.tokens.sentences {
            words.clear();
            words.extend([&outside; WINDOW / 2]);
            let own = self.tokens.words.get(sentence.words.clone()).unwrap_or_default();
            words.extend(own.iter().map(|w| known.get(w.form).copied().unwrap_or(&outside)));
            words.extend([&outside; WINDOW / 2]);
            forms.clear();
            forms.extend([&FormFeatures::OUTSIDE; WINDOW / 2]);
            forms.extend(sentence.words.clone().map(|at| self.form_at(at)));
            forms.extend([&FormFeatures::OUTSIDE; WINDOW / 2]);
            let emissions = emissions.get_mut(sentence.words.clone()).unwrap_or_default();
            let windows = words.array_windows::<WINDOW>().zip(forms.array_windows::<WINDOW>());
            for ((at, scores), (window, forms)) in sentence.words.clone().zip(emissions).zip(windows) {
                let [a, b, c, d, e] = window;
                [&a[0], &b[1], &c[2], &d[3], &e[4]].into_iter().for_each(|position| scores.join(position));
                if set == FeatureSet::Names && scores.highest_at_edge() < HOPELESS && self.is_small(sentence, at) {
                    continue;
                }
                keys.clear();
                self.emit_context(sentence, at, forms, set, &mut |_, key| keys.push(key));
                tagger.add_all(&keys, scores);
            }
        }
        emissions
    }
}
