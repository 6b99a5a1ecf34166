//! The reader's tags: each with the key that gives it and the colour that shows it, in all articles alike.

use super::tags::{DEFAULT_TAGS, TagUse, tidy_tags};
use crate::order::sort_by_key;
use serde::{Deserialize, Serialize};

/// Colours that tags have; more tags than these share them.
pub const TAG_HUES: u8 = 10;
/// The keys that give a tag.
const KEYS: std::ops::RangeInclusive<u8> = 1..=9;
/// Tags that a new reader begins with.
const FIRST: usize = 5;

/// A tag of the reader's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its name; “/” leads from a tag to those under it.
    pub name: String,
    /// The digit that gives it, 1 to 9. It stays until the reader changes it.
    pub key: Option<u8>,
    /// Its colour, below [`TAG_HUES`].
    pub hue: u8,
}

/// A tag before and after a change; `None` where there was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagEdit {
    /// As it was.
    pub before: Option<Tag>,
    /// As it was made.
    pub after: Option<Tag>,
}

/// What a reader can do to a tag, everywhere at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagCommand {
    /// Gives it, and those under it, another name. Where that is another tag's, both become one.
    Rename(String, String),
    /// Gives it another colour.
    Recolour(String, u8),
    /// Gives it a key, or none. The tag that has the key gets this one's.
    Rekey(String, Option<u8>),
    /// Takes it off all passages.
    Delete(String),
}

/// All of the reader's tags. No two have the same name, whatever its case, or the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagBook {
    tags: Vec<Tag>,
}

impl Default for TagBook {
    /// What a new reader begins with.
    fn default() -> Self {
        let mut book = Self { tags: Vec::new() };
        book.learn(&DEFAULT_TAGS[..FIRST]);
        book
    }
}

/// Whether two names are one tag's: case makes no difference.
#[must_use]
pub fn same_tag(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

impl TagBook {
    /// What a store held.
    #[must_use]
    pub fn new(rows: Vec<Tag>) -> Self {
        let mut book = Self { tags: Vec::new() };
        for row in rows {
            book.put(row);
        }
        book
    }

    /// The tags of a library in which they had no keys of their own: they keep those that their use gave them.
    #[must_use]
    pub fn from_uses(uses: &[TagUse]) -> Self {
        let used = uses.iter().filter(|tag| tag.count > 0).count();
        let mut book = Self { tags: Vec::new() };
        book.learn(&uses.iter().take(used.max(FIRST)).map(|tag| tag.tag.as_str()).collect::<Vec<_>>());
        book
    }

    /// All tags: those with a key in the order of keys, then by name.
    #[must_use]
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// The tag with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Tag> {
        self.tags.iter().find(|tag| same_tag(&tag.name, name))
    }

    /// The tag that a key gives.
    #[must_use]
    pub fn by_key(&self, key: u8) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.key == Some(key))
    }

    /// The colour of a tag; of one that is not known, always the same.
    #[must_use]
    pub fn hue(&self, name: &str) -> u8 {
        self.get(name).map_or_else(|| (name.len() % usize::from(TAG_HUES)) as u8, |tag| tag.hue)
    }

    /// Takes up tags that are not known yet: each gets the lowest free key, while there is one, and the colour that the fewest have.
    pub fn learn<S: AsRef<str>>(&mut self, names: &[S]) -> Vec<TagEdit> {
        let mut edits = Vec::new();
        for name in tidy_tags(names) {
            if self.get(&name).is_some() {
                continue;
            }
            let key = KEYS.into_iter().find(|&key| self.by_key(key).is_none());
            let having = |hue: u8| self.tags.iter().filter(|tag| tag.hue == hue).count();
            let hue = (0..TAG_HUES).min_by_key(|&hue| having(hue)).unwrap_or_default();
            let tag = Tag { name, key, hue };
            edits.push(TagEdit { before: None, after: Some(tag.clone()) });
            self.put(tag);
        }
        edits
    }

    /// What a command would do to the tags themselves; nothing where it changes nothing.
    #[must_use]
    pub fn edits_of(&self, command: &TagCommand) -> Vec<TagEdit> {
        let edit = |before: &Tag, after: Option<Tag>| TagEdit { before: Some(before.clone()), after };
        let edits = match command {
            TagCommand::Rename(from, to) => self.renaming(from, to),
            TagCommand::Recolour(name, hue) => {
                let to = |tag: &Tag| Tag { hue: hue % TAG_HUES, ..tag.clone() };
                self.get(name).map(|tag| edit(tag, Some(to(tag)))).into_iter().collect()
            }
            TagCommand::Rekey(name, key) => {
                let key = key.filter(|key| KEYS.contains(key));
                let Some(tag) = self.get(name) else { return Vec::new() };
                let other = key.and_then(|key| self.by_key(key)).filter(|other| *other != tag);
                let swapped = other.map(|other| edit(other, Some(Tag { key: tag.key, ..other.clone() })));
                swapped.into_iter().chain([edit(tag, Some(Tag { key, ..tag.clone() }))]).collect()
            }
            TagCommand::Delete(name) => self.get(name).map(|tag| edit(tag, None)).into_iter().collect(),
        };
        edits.into_iter().filter(|edit| edit.before != edit.after).collect()
    }

    fn renaming(&self, from: &str, to: &str) -> Vec<TagEdit> {
        let mut now: Vec<Tag> = Vec::new();
        let mut gone: Vec<&Tag> = Vec::new();
        for tag in &self.tags {
            let Some(name) = renamed(&tag.name, from, to).filter(|name| *name != tag.name) else { continue };
            gone.push(tag);
            // one that exists by that name stays what it is, and gets the key if it has none
            let known = self.get(&name).filter(|known| !same_tag(&known.name, &tag.name));
            let kept = known.map(|known| Tag { key: known.key.or(tag.key), ..known.clone() });
            now.push(kept.unwrap_or_else(|| Tag { name, ..tag.clone() }));
        }
        let gone_edits = gone.iter().map(|tag| TagEdit { before: Some((*tag).clone()), after: None });
        let now_edits = now.iter().map(|tag| TagEdit {
            before: self.tags.iter().find(|t| t.name == tag.name).cloned(),
            after: Some(tag.clone()),
        });
        gone_edits.chain(now_edits).collect()
    }

    /// Makes changes. Those of other tags, and of what else changed about the same tags since, stay.
    pub fn carry_out(&mut self, edits: &[TagEdit]) {
        for edit in edits {
            match (&edit.before, &edit.after) {
                (Some(before), None) => self.tags.retain(|tag| !same_tag(&tag.name, &before.name)),
                (before, Some(after)) => {
                    let now =
                        self.get(&after.name).filter(|now| Some(&now.name) == before.as_ref().map(|tag| &tag.name));
                    let tag = match (now, before) {
                        (Some(now), Some(before)) => Tag {
                            name: after.name.clone(),
                            key: if before.key == after.key { now.key } else { after.key },
                            hue: if before.hue == after.hue { now.hue } else { after.hue },
                        },
                        _ => after.clone(),
                    };
                    self.put(tag);
                }
                (None, None) => {}
            }
        }
    }

    /// Puts a tag in the place of the one with its name. Its key is its own from now on.
    fn put(&mut self, tag: Tag) {
        let tag = Tag { key: tag.key.filter(|key| KEYS.contains(key)), hue: tag.hue % TAG_HUES, ..tag };
        self.tags.retain(|other| !same_tag(&other.name, &tag.name));
        for other in &mut self.tags {
            if other.key == tag.key {
                other.key = None;
            }
        }
        self.tags.push(tag);
        sort_by_key(&mut self.tags, |tag| (tag.key.unwrap_or(u8::MAX), tag.name.to_lowercase()));
    }
}

impl TagCommand {
    /// What it makes of a passage's tags; `None` where it changes nothing.
    #[must_use]
    pub fn retagged(&self, tags: &[String]) -> Option<Vec<String>> {
        let now = match self {
            Self::Rename(from, to) => {
                let name = |tag: &String| renamed(tag, from, to).unwrap_or_else(|| tag.clone());
                tidy_tags(&tags.iter().map(name).collect::<Vec<_>>())
            }
            Self::Delete(name) => tags.iter().filter(|tag| !same_tag(tag, name)).cloned().collect(),
            Self::Recolour(..) | Self::Rekey(..) => return None,
        };
        (now != tags).then_some(now)
    }
}

/// The parts of a tag's name, the highest first: “claim / check” is “check” under “claim”.
pub fn tag_parts(name: &str) -> impl Iterator<Item = &str> {
    name.split('/').map(str::trim).filter(|part| !part.is_empty())
}

/// What `tag` is called when `from`, and all under it, is called `to`; `None` when it is neither.
fn renamed(tag: &str, from: &str, to: &str) -> Option<String> {
    if same_tag(tag, from) {
        return Some(to.to_owned());
    }
    let mut parts = tag_parts(tag);
    for part in tag_parts(from) {
        if !same_tag(parts.next()?, part) {
            return None;
        }
    }
    let rest: Vec<&str> = std::iter::once(to).chain(parts).collect();
    Some(rest.join("/"))
}

#[cfg(test)]
#[path = "tag/tests.rs"]
mod tests;
