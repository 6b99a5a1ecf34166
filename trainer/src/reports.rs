//! The tagger of reported speech: who says it, by which words, and what.

use crate::data::Article;
use crate::index::Index;
use crate::score::Score;
use crate::tagger::{self, Plan, Texts, Trained};
use crate::text::Text;
use postil::train::{Example, Label, Prepared, prepared, write_cues};
use std::collections::HashMap;

/// Times that a feature has to occur.
const LEAST: u32 = 2;

/// Occurrences of a word before it may count as a reporting one.
const SEEN: u32 = 4;

/// The number of contents among the parts of reports.
const CONTENT: u8 = 2;

/// How much a content is favoured at each word, in logarithms of odds: the best F1 by characters on 140 of the training articles, by a model of
/// the other 700 (69.5 without it, 73.1 with it).
const FAVOUR: f32 = 0.19;

struct PreparedArticle<'a> {
    article: &'a Article,
    prepared: Prepared,
    cues: &'a HashMap<u32, u16>,
}

impl Text for PreparedArticle<'_> {
    fn examples(&self, first_pass: Option<&[Label]>) -> Vec<Example> {
        let cues = |word: u32| self.cues.get(&word).copied().unwrap_or_default() as u8;
        self.prepared.examples(&self.article.parts, &cues, first_pass)
    }
}

/// What was learned of reported speech.
pub(crate) struct Reports {
    trained: Trained,
    cues: HashMap<u32, u16>,
}

/// Trains on `articles`, read with the model that is loaded.
pub(crate) fn train(articles: &[Article], plan: &Plan) -> Reports {
    let articles: Vec<(&Article, Prepared)> = articles.iter().filter_map(|a| Some((a, prepared(&a.text)?))).collect();
    let cues = cues(&articles);
    let texts: Vec<PreparedArticle> =
        articles.into_iter().map(|(article, prepared)| PreparedArticle { article, prepared, cues: &cues }).collect();
    let annotated: Vec<(&dyn Text, f32)> = texts.iter().map(|t| (t as &dyn Text, 1.0)).collect();
    let index = Index::new(annotated.iter().map(|t| (t.0, 1)), LEAST, plan.without);
    let texts = Texts { annotated, further: Vec::new(), bare: Vec::new(), bare_weight: 0.0 };
    let mut trained = tagger::train(&texts, index, plan);
    trained.favour(CONTENT, FAVOUR);
    Reports { trained, cues }
}

/// How often each word reports: 1 seldom, 2 often, 3 mostly. The shares are quarters of what a word of the middle class has.
fn cues(articles: &[(&Article, Prepared)]) -> HashMap<u32, u16> {
    let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
    for (article, prepared) in articles {
        for (key, span) in prepared.words() {
            let (all, cue) = counts.entry(key).or_default();
            *all += 1;
            let from = article.parts.partition_point(|p| p.0.end <= span.start);
            *cue += u32::from(article.parts.get(from).is_some_and(|p| p.1 == 1 && p.0.overlaps(span)));
        }
    }
    let class = |(all, cue): (u32, u32)| match cue * 100 / all {
        _ if cue < SEEN => 0,
        0..12 => 0,
        12..30 => 1,
        30..60 => 2,
        _ => 3,
    };
    counts.into_iter().map(|(key, count)| (key, class(count))).filter(|c| c.1 > 0).collect()
}

impl Reports {
    /// As a model file holds it.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut cues: Vec<(u32, u16)> = self.cues.iter().map(|(&k, &v)| (k, v)).collect();
        cues.sort_unstable();
        let mut out = write_cues(&cues);
        out.extend(self.trained.write());
        out
    }

    /// Prints how well it does on `articles`.
    pub(crate) fn report(&mut self, articles: &[Article]) {
        let mut scores = [Score::default(), Score::default()];
        for article in articles {
            let Some(prepared) = prepared(&article.text) else { continue };
            let [first, second, gold] = self.trained.label(&PreparedArticle { article, prepared, cues: &self.cues });
            for (score, guess) in scores.iter_mut().zip([first, second]) {
                score.count(&gold, &guess);
            }
        }
        for (title, score) in ["one pass", "two passes"].iter().zip(&scores) {
            let [source, cue, content, quoted] = score.kinds();
            println!("{title}: source {source:.1} cue {cue:.1} content {content:.1} quoted {quoted:.1}");
        }
    }
}
