//! The one file of what the recogniser knows: it names its version, checks itself, and holds parts by name.

use super::bits::Input;
use super::hash::Key;
use super::lexical::{LexicalResources, Sorted};
use super::tagger::Tagger;
use super::wikidata::WikidataItems;
use std::sync::OnceLock;

/// The first bytes of a model file; the number is the version of the form below and of the features that the weights are for.
const MAGIC: &[u8] = b"postil model 2\n";

/// Why a model file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// It is no model file of this version.
    #[error("the model is not of this version of Postil (it begins with “{0}”); copy the whole folder anew")]
    Foreign(String),
    /// Its content is not what it was when made.
    #[error("the model file is damaged; copy postil.model anew")]
    Damaged,
}

/// What the recogniser knows.
pub(crate) struct Model {
    pub(crate) lexical: LexicalResources,
    /// Finds names.
    pub(crate) names: Tagger,
    /// Finds reported speech.
    pub(crate) reports: Reports,
    /// Weights by which a quote gets its speaker: see `quote::weights`.
    pub(crate) speakers: Vec<u8>,
    /// Names with items in Wikidata.
    pub(crate) wikidata: WikidataItems,
    /// The word lists, where the file brings them along: each after a line `== name`.
    lists: Option<String>,
}

/// What finds reported speech: a tagger, and how often a word reports.
#[derive(Default)]
pub(crate) struct Reports {
    pub(crate) tagger: Tagger,
    cues: Sorted,
}

impl Reports {
    /// How often the word with this key is a reporting one: 0 never, to 3 mostly.
    pub(crate) fn strength(&self, word: Key) -> u8 {
        self.cues.get(word).unwrap_or_default() as u8
    }

    fn read(input: &mut Input) -> Option<Self> {
        let cues = Sorted::read(input, 2)?;
        Some(Self { tagger: Tagger::read(input)?, cues })
    }
}

#[cfg(any(not(target_arch = "wasm32"), test))]
mod built_in {
    /// The trained model.
    pub(super) const MODEL: Option<&[u8]> = Some(include_bytes!("../../models/postil.model"));
    /// All lists as one text: each opened by a line `== name`, in the order of their names.
    pub(super) const LISTS: Option<&str> = Some(concat!(
        "== cities\n",
        include_str!("../../models/cities.txt"),
        "== countries\n",
        include_str!("../../models/countries.txt"),
        "== cues\n",
        include_str!("../../models/cues.txt"),
        "== given-names\n",
        include_str!("../../models/given-names.txt"),
        "== nationalities\n",
        include_str!("../../models/nationalities.txt"),
        "== rules\n",
        include_str!("../../models/rules.txt"),
        "== surnames\n",
        include_str!("../../models/surnames.txt"),
        "== words\n",
        include_str!("../../models/words.txt"),
    ));
}

/// A page fetches them: they weigh more than the module, and change more seldom.
#[cfg(all(target_arch = "wasm32", not(test)))]
mod built_in {
    pub(super) const MODEL: Option<&[u8]> = None;
    pub(super) const LISTS: Option<&str> = None;
}

/// The model, or that the one that is built in is none.
static MODEL: OnceLock<Option<Model>> = OnceLock::new();

/// The model that was loaded, or else the one that is built in; none in a page that has loaded none.
pub(crate) fn model() -> Option<&'static Model> {
    let model = match built_in::MODEL {
        // it is read once, however many threads ask for it at a time
        Some(file) => MODEL.get_or_init(|| read(file).ok()),
        None => MODEL.get()?,
    };
    model.as_ref()
}

/// Whether there is a model to work with: natively one is built in, in a page only after [`load_model`].
#[must_use]
pub fn is_loaded() -> bool {
    model().is_some()
}

/// Takes a model file (`postil.model`, which `cargo xtask build` puts into `pkg/`). The first one taken holds; later ones are let be,
/// and so is one that comes after the first article was read natively.
///
/// # Errors
/// When `file` is another version's, or damaged.
pub fn load_model(file: &[u8]) -> Result<(), ModelError> {
    let model = read(file)?;
    MODEL.get_or_init(|| Some(model));
    Ok(())
}

/// The word lists by name; none where none were loaded.
pub(crate) fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lists = built_in::LISTS.or_else(|| model().and_then(|m| m.lists.as_deref()));
    let parts = lists.unwrap_or_default().split("== ").skip(1);
    parts.filter_map(|part| part.split_once('\n'))
}

/// The sum that a model file carries: one step of multiplying and turning for every eight bytes, the last ones filled up with zeros.
pub(crate) fn sum(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(bytes.len() as u64, |sum, chunk| {
        let word = chunk.first_chunk().copied().unwrap_or_else(|| {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            word
        });
        (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
    })
}

fn read(file: &[u8]) -> Result<Model, ModelError> {
    let Some(rest) = file.strip_prefix(MAGIC) else {
        let start = String::from_utf8_lossy(file.get(..file.len().min(40)).unwrap_or_default());
        return Err(ModelError::Foreign(start.lines().next().unwrap_or_default().to_owned()));
    };
    let (check, parts) = rest.split_at_checked(8).ok_or(ModelError::Damaged)?;
    if check != sum(parts).to_le_bytes() {
        return Err(ModelError::Damaged);
    }
    parse(parts).ok_or(ModelError::Damaged)
}

fn parse(parts: &[u8]) -> Option<Model> {
    let mut input = Input::new(parts);
    let (mut lexical, mut names, mut lists) = (None, None, None);
    let (mut reports, mut speakers, mut wikidata) = (None, Vec::new(), WikidataItems::default());
    while !input.is_empty() {
        let length = usize::from(input.byte()?);
        let name = input.bytes(length)?;
        let mut part = Input::new(input.part()?);
        match name {
            b"world" => lexical = Some(part),
            b"names" => names = Some(part),
            b"reports" => reports = Some(part),
            b"speakers" => speakers = part.rest().to_vec(),
            b"known" => wikidata = WikidataItems::read(&mut part)?,
            b"lists" => lists = Some(String::from_utf8(part.rest().to_owned()).ok()?),
            _ => {} // a part that a later version adds
        }
    }
    let (mut lexical, mut names) = (lexical?, names?);
    let reports = || reports.map_or(Some(Reports::default()), |mut part| Reports::read(&mut part));
    // the names' part is the largest
    let (names, (lexical, reports)) =
        both(|| Tagger::read(&mut names), || both(|| LexicalResources::read(&mut lexical), reports));
    Some(Model { lexical: lexical?, names: names?, reports: reports?, speakers, wikidata, lists })
}

/// What both give; side by side where there are threads.
#[cfg(not(target_arch = "wasm32"))]
fn both<A: Send, B>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let a = scope.spawn(a);
        let b = b();
        (a.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), b)
    })
}

#[cfg(target_arch = "wasm32")]
fn both<A, B>(a: impl FnOnce() -> A, b: impl FnOnce() -> B) -> (A, B) {
    (a(), b())
}

/// A model file of `parts` by name.
#[cfg(any(feature = "train", test))]
#[must_use]
pub fn write_model(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in parts {
        body.push(name.len() as u8);
        body.extend(name.as_bytes());
        super::bits::write::part(&mut body, bytes);
    }
    let mut file = MAGIC.to_vec();
    file.extend(sum(&body).to_le_bytes());
    file.extend(body);
    file
}

/// The parts of a model file by name.
///
/// # Errors
/// When `file` is another version's, or damaged.
#[cfg(feature = "train")]
pub fn model_parts(file: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ModelError> {
    read(file)?;
    let mut input = Input::new(file.get(MAGIC.len() + 8..).unwrap_or_default());
    let mut parts = Vec::new();
    while !input.is_empty() {
        let part = (|| {
            let length = usize::from(input.byte()?);
            let name = String::from_utf8_lossy(input.bytes(length)?).into_owned();
            Some((name, input.part()?.to_vec()))
        })();
        parts.push(part.ok_or(ModelError::Damaged)?);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_files_of_this_version_are_taken() {
        let built_in = built_in::MODEL.unwrap_or_default();
        assert!(read(built_in).is_ok());
        let mut damaged = built_in.to_vec();
        damaged[1000] ^= 1;
        assert_eq!(read(&damaged).err(), Some(ModelError::Damaged));
        assert_eq!(read(&built_in[..built_in.len() / 2]).err(), Some(ModelError::Damaged));
        assert_eq!(read(b"postil model 0\n").err(), Some(ModelError::Foreign("postil model 0".to_owned())));
        assert_eq!(read(b"<!doctype html>\n").err(), Some(ModelError::Foreign("<!doctype html>".to_owned())));
        assert_eq!(read(&write_model(&[("world", &[])])).err(), Some(ModelError::Damaged));
    }

    #[test]
    fn every_list_of_the_folder_is_built_in() {
        let names: Vec<&str> = sections().map(|s| s.0).collect();
        assert_eq!(
            names,
            ["cities", "countries", "cues", "given-names", "nationalities", "rules", "surnames", "words"]
        );
        assert!(sections().all(|(_, list)| list.ends_with('\n') && list.lines().count() > 20));
    }
}
