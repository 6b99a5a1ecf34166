//! Names that are known beyond the article.

use super::EntityKind;
use crate::model::model;

/// The Wikidata item of the one widely known thing of `kind` that `name` means, `Q142`; `None` where there is none, or several.
pub(super) fn id(name: &str, kind: EntityKind) -> Option<String> {
    let number = model()?.wikidata.item(name, kind as u8)?;
    Some(format!("Q{number}"))
}
