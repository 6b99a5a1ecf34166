//! Articles brought, analysed and rendered; and the page's own address.

use super::services::Services;
use crate::dom::window;
use crate::error::PageError;
use crate::fetch::{self, Fetched, decode, file_bytes};
use crate::flow::action::{Action, Opened};
use crate::flow::incoming::{Incoming, Source};
use crate::flow::unkept::Kept;
use crate::page::reading::{PARAGRAPHS, Reading};
use crate::page::unread::unread;
use crate::words;
use postil::{Analysis, ArticleIdentity, KnownArticle, MAX_BYTES, Options, SnapshotError, source_key};
use postil_document::{Content, Request};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{DataTransfer, File, UrlSearchParams};

/// How long an article waits for its notes, in milliseconds; after that they come when they come.
const NOTES_PATIENCE: i32 = 1_000;

/// Brings, analyses and renders an article; nothing, when it was cancelled.
pub(super) async fn open(services: Services, number: u32, source: Source) -> Option<Action> {
    match opened(services, number, source.clone()).await {
        Ok(opened) => Some(Action::Opened(Box::new(opened))),
        Err(PageError::Cancelled) => None,
        Err(error) => {
            let again = error.may_pass().then_some(source);
            Some(Action::OpeningFailed { number, why: error.to_string(), again })
        }
    }
}

async fn opened(services: Services, number: u32, source: Source) -> Result<Opened, PageError> {
    services.opening.set(number);
    let (incoming, remember, rest) = bring(&services, source).await?;
    if services.opening.get() != number {
        return Err(PageError::Cancelled);
    }
    let options = Options { url: incoming.url.clone(), published: None };
    let analysis = match services.analyses() {
        true => best_analysis(&services, &incoming, &options).await?,
        false => unread(incoming.text.as_deref().unwrap_or_default(), incoming.url.clone()),
    };
    let sheet = services.render(&analysis, PARAGRAPHS).await?;
    let (source, identity) = (source_key(&analysis.article), ArticleIdentity::new(&analysis.article));
    let article = KnownArticle { source: source.clone(), identity };
    let mut reading = Reading::new(Rc::new(analysis), source);
    reading.is_on_foreign_page = services.host.port_to().is_some();
    let notes = match services.storage.is_known_within(NOTES_PATIENCE).await? {
        true => Some(notes_of(&services, &article, &mut reading).await.map_err(|why| why.to_string())),
        false => None,
    };
    services.rendered.replace(Some(sheet));
    Ok(Opened { number, reading, notes, from: remember.then_some((incoming, article.identity)), rest })
}

/// The passages of an article, those included that were noted in other layouts of it.
async fn notes_of(services: &Services, article: &KnownArticle, reading: &mut Reading) -> Result<Kept, PageError> {
    reading.learn_keys(&services.storage.other_keys(article).await?);
    services.storage.notes(&reading.keys()).await
}

/// The article that a source gives, whether it is to be remembered, and what is to be opened after it.
async fn bring(services: &Services, source: Source) -> Result<(Incoming, bool, Vec<Incoming>), PageError> {
    let source = match source {
        Source::PageAddress => named_by_address()?,
        named => named,
    };
    match source {
        Source::PageAddress | Source::Sample => {
            let Fetched { bytes, charset } = fetch::own_file(&services.host.sample()).await?;
            Ok((Incoming::markup(decode(&bytes, charset.as_deref())?, None), false, Vec::new()))
        }
        Source::Address(url) => {
            let Fetched { bytes, charset } = fetch::page_at(&url).await?;
            Ok((Incoming::guessed(decode(&bytes, charset.as_deref())?, Some(url)), true, Vec::new()))
        }
        Source::Before(source) => {
            let content = services.storage.content(&source).await?;
            let incoming = content.ok_or_else(|| PageError::Fetch(words::NOT_REMEMBERED.to_owned()))?;
            Ok((incoming, true, Vec::new()))
        }
        Source::Articles(mut articles) => {
            let last = articles.pop().ok_or(SnapshotError::Empty)?;
            Ok((last, true, articles))
        }
    }
}

/// What the page's own address names: `?url=`, an article opened before, or the sample.
fn named_by_address() -> Result<Source, PageError> {
    let location = window()?.location();
    let query = UrlSearchParams::new_with_str(&location.search()?)?;
    let before = js_sys::decode_uri_component(location.hash()?.trim_start_matches('#')).map(String::from);
    if let Some(source) = before.ok().filter(|source| !source.is_empty() && source != "read") {
        return Ok(Source::Before(source));
    }
    let url = query.get("url").map(|url| url.trim().to_owned()).filter(|url| !url.is_empty());
    Ok(url.map_or(Source::Sample, Source::Address))
}

/// Reads the HTML flavour, unless the plain one says much more: what some programs copy as HTML is a picture of text.
async fn best_analysis(services: &Services, incoming: &Incoming, options: &Options) -> Result<Analysis, PageError> {
    let text = incoming.text.as_deref().unwrap_or_default();
    let ask = |content| services.worker.ask(Request { content, options: options.clone() });
    if let Some(html) = &incoming.html {
        if html.len() > MAX_BYTES {
            return Err(SnapshotError::TooLarge(html.len()).into());
        }
        if html.trim().is_empty() {
            return Err(SnapshotError::Empty.into());
        }
        let analysis = ask(Content::Html(html.clone())).await?;
        if analysis.article.text.len() * 2 >= text.len() {
            return Ok(analysis);
        }
    }
    ask(Content::Text(text.to_owned())).await
}

/// Renders more of the article that opening number `of` brought.
pub(super) async fn render_more(
    services: Services,
    of: u32,
    rows: usize,
    analysis: Rc<Analysis>,
) -> Result<Action, PageError> {
    let sheet = services.render(&analysis, rows).await?;
    services.rendered.replace(Some(sheet));
    Ok(Action::TextRendered { of, rows })
}

/// Of the two flavours that a clipboard or a drag holds, what is worth reading.
pub(super) fn incoming_of(data: &DataTransfer) -> Option<Incoming> {
    let flavour = |kind: &str| data.get_data(kind).ok().filter(|d| !d.trim().is_empty());
    let incoming = Incoming { html: flavour("text/html"), text: flavour("text/plain"), url: None };
    (incoming.html.is_some() || incoming.text.is_some()).then_some(incoming)
}

/// Reads files that the reader chose or dropped, in their order.
pub(super) async fn read_files(files: Vec<File>) -> Result<Vec<Incoming>, PageError> {
    let mut articles = Vec::with_capacity(files.len());
    for file in files {
        articles.push(read_file(&file).await?);
    }
    Ok(articles)
}

async fn read_file(file: &File) -> Result<Incoming, PageError> {
    let bytes = file_bytes(file).await?;
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") {
        return Err(PageError::Fetch(words::not_a_page(&file.name())));
    }
    let content = decode(&bytes, None)?;
    if content.trim().is_empty() {
        return Err(SnapshotError::Empty.into());
    }
    let name = file.name().to_lowercase();
    let named_so = [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending));
    Ok(if named_so { Incoming::markup(content, None) } else { Incoming::guessed(content, None) })
}

/// Shows what is open in the address bar, so that a reload and a bookmark find it again.
pub(super) fn show_address(source: Option<&str>) -> Result<(), PageError> {
    let hash =
        source.map(|source| format!("#{}", String::from(js_sys::encode_uri_component(source)))).unwrap_or_default();
    let window = window()?;
    let location = window.location();
    if location.hash()? == hash && location.search()?.is_empty() {
        return Ok(());
    }
    let path = format!("{}{hash}", location.pathname()?);
    let (history, nothing) = (window.history()?, JsValue::NULL);
    // `?url=` gives way to what it opened: “back” would only open it again
    if location.search()?.is_empty() {
        history.push_state_with_url(&nothing, "", Some(&path))?;
    } else {
        history.replace_state_with_url(&nothing, "", Some(&path))?;
    }
    Ok(())
}
