//! Names that are known beyond the article.

use crate::entity::kind::EntityKind;
use crate::model::model;

/// The Wikidata item of the one widely known thing of `kind` that `name` means, `Q142`; `None` where there is none, or several.
pub(super) fn wikidata_item(name: &str, kind: EntityKind) -> Option<String> {
    let number = model()?.wikidata.item(name, kind.code())?;
    Some(format!("Q{number}"))
}
