//! The tagger of names.

use crate::data::Document;
use crate::index::Index;
use crate::mend;
use crate::resources::Gazetteer;
use crate::score::{self, Score};
use crate::tagger::{self, Plan, Texts, Trained};
use crate::text::Text;
use crate::variants;
use postil::train::{Example, Label, LexicalResources, name_examples};
use std::collections::BTreeMap;

/// Times that a feature has to occur, variants and bare texts counting half.
const LEAST: u32 = 2;

/// Kinds of text besides the annotated one, and how much a line of each counts.
#[derive(Clone, Debug)]
pub(crate) struct Mixture {
    /// Text in which names were replaced.
    pub(crate) varied: f32,
    /// Text without annotation.
    pub(crate) taught: f32,
    /// How much the documents of some corpora count, by the beginning of their names; 1 where nothing is said.
    pub(crate) weights: Vec<(String, f32)>,
}

struct Named<'d> {
    document: &'d Document,
    resources: &'d LexicalResources,
}

impl Text for Named<'_> {
    fn examples(&self, first_pass: Option<&[Label]>) -> Vec<Example> {
        name_examples(&self.document.text, &self.document.names, self.resources, first_pass)
    }
}

/// Trains on `documents`, on variants of them, and on what it makes itself of `bare` texts.
pub(crate) fn train(
    documents: &[Document],
    bare: &[Document],
    (resources, gazetteer): (&LexicalResources, &Gazetteer),
    mixture: &Mixture,
    plan: &Plan,
) -> Trained {
    let closed: Vec<Document> = documents
        .iter()
        .map(|d| if d.source.starts_with(mend::CUT) { mend::closed_up(d) } else { d.clone() })
        .collect();
    let varied = if mixture.varied > 0.0 { variants::of(&closed, gazetteer) } else { Vec::new() };
    let weight = |d: &Document| {
        let named = mixture.weights.iter().find(|(corpus, _)| d.source.starts_with(corpus.as_str()));
        named.map_or(1.0, |(_, weight)| *weight)
    };
    let annotated: Vec<Named> = documents.iter().map(|document| Named { document, resources }).collect();
    let further: Vec<Named> = varied.iter().map(|document| Named { document, resources }).collect();
    let bare: Vec<Named> = bare.iter().map(|document| Named { document, resources }).collect();
    let texts = Texts {
        annotated: annotated.iter().map(|t| (t as &dyn Text, weight(t.document))).collect(),
        further: further.iter().map(|t| (t as &dyn Text, mixture.varied * weight(t.document))).collect(),
        bare: bare.iter().map(|t| t as &dyn Text).collect(),
        bare_weight: mixture.taught,
    };
    let counted = texts
        .annotated
        .iter()
        .map(|t| (t.0, 2))
        .chain(texts.further.iter().map(|t| (t.0, 1)))
        .chain(texts.bare.iter().map(|t| (*t, 1)));
    let index = Index::new(counted, LEAST * 2, plan.without);
    tagger::train(&texts, index, plan)
}

/// Prints how well `trained` does on `documents`, in one pass and in two.
pub(crate) fn report(trained: &mut Trained, documents: &[Document], resources: &LexicalResources) {
    let mut passes = [BTreeMap::<String, Score>::new(), BTreeMap::new()];
    for document in documents {
        let [first, second, gold] = trained.label(&Named { document, resources });
        for (scores, guess) in passes.iter_mut().zip([first, second]) {
            let source = document.source.split('-').next().unwrap_or_default();
            for name in [source, "all"] {
                scores.entry(name.to_owned()).or_default().count(&gold, &guess);
            }
        }
    }
    for (title, scores) in ["one pass", "two passes"].iter().zip(&passes) {
        score::print(title, scores);
    }
}
