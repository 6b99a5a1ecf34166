//! The form that the output is asked for in.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use postil::format::{ARTICLE_FORMATS, ArticleFormat};
use std::sync::LazyLock;

/// A report to read, or one of the forms that files have.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Report,
    File(&'static ArticleFormat),
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    [Form::Report].into_iter().chain(ARTICLE_FORMATS.iter().map(|format| Form::File(format))).collect()
});

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &FORMS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Report => {
                PossibleValue::new("text").help("To read: share of voice, quotes by speaker, names by type, comments")
            }
            Self::File(format) => PossibleValue::new(format.name).help(format.about),
        })
    }
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.to_possible_value().as_ref().map_or("", PossibleValue::get_name))
    }
}
