//! Opening articles: pasted, dropped, chosen, by address, from before, or the sample.

use super::app::App;
use super::mine::now;
use super::reading::Reading;
use super::render::render;
use crate::dom::{fill, sleep, slot, window, within};
use crate::error::PageError;
use crate::fetch::{self, Fetched};
use crate::storage::{Opened, Page};
use postil::{Analysis, MAX_BYTES, Notebook, Offsets, Options, SnapshotError, source_key};
use postil_document::{Content, Request};
use std::rc::Rc;
use web_sys::{DataTransfer, Element, HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};

/// The sample's file, beside the page.
const SAMPLE: &str = "www/sample.html";

/// Paragraphs and comments that are shown at first; each “Show more” shows as many again. No article has as many; a file of
/// megabytes does, and a browser lays out a few thousand in the blink of an eye.
const PARAGRAPHS: usize = 4_000;

/// After how long reading says that it is under way, in milliseconds.
const LONG: i32 = 500;

/// An article as it came in.
#[derive(Clone, Debug)]
pub(super) struct Incoming {
    pub(super) html: Option<String>,
    pub(super) text: Option<String>,
    pub(super) url: Option<String>,
}

/// An article that could not be read, and whether it is to be remembered once it is.
pub(super) struct Unread {
    incoming: Incoming,
    remember: bool,
}

impl Incoming {
    /// Of the two flavours that a clipboard or a drag holds, what is worth reading.
    pub(super) fn of(data: &DataTransfer) -> Option<Self> {
        let flavour = |kind: &str| data.get_data(kind).ok().filter(|d| !d.trim().is_empty());
        let incoming = Self { html: flavour("text/html"), text: flavour("text/plain"), url: None };
        (incoming.html.is_some() || incoming.text.is_some()).then_some(incoming)
    }

    /// The address that the text is, when it is nothing else.
    pub(super) fn address(&self) -> Option<String> {
        let text = self.text.as_deref()?.trim();
        let single = !text.contains(char::is_whitespace);
        (single && (text.starts_with("https://") || text.starts_with("http://"))).then(|| text.to_owned())
    }
}

impl App {
    /// Opens what the page's own address names: `?url=`, an article opened before, or the sample.
    pub(super) async fn open_address(self: &Rc<Self>) {
        let opened = self.try_address().await;
        if let Err(error) = opened {
            let nothing_yet = self.state.borrow().reading.is_none();
            let may_pass = error.may_pass();
            self.report(Err(error));
            // what keeps this article from being read keeps the sample from it too
            if nothing_yet && !may_pass {
                let sample = self.open_sample().await;
                self.report(sample);
            }
        }
    }

    async fn try_address(self: &Rc<Self>) -> Result<(), PageError> {
        let location = window()?.location();
        let query = web_sys::UrlSearchParams::new_with_str(&location.search()?)?;
        let before = js_sys::decode_uri_component(location.hash()?.trim_start_matches('#')).map(String::from);
        if let Some(source) = before.ok().filter(|s| !s.is_empty() && s != "read") {
            return self.open_before(&source).await;
        }
        match query.get("url").filter(|u| !u.trim().is_empty()) {
            Some(url) => self.open_url(url.trim()).await,
            None => self.open_sample().await,
        }
    }

    /// Opens the sample article.
    pub(super) async fn open_sample(self: &Rc<Self>) -> Result<(), PageError> {
        let Fetched { bytes, charset } = fetch::own(SAMPLE).await?;
        let html = fetch::decode(&bytes, charset.as_deref())?;
        self.open(Incoming { html: Some(html), text: None, url: None }, false).await
    }

    /// Opens the page at an address, if its site lets other pages read it.
    pub(super) async fn open_url(self: &Rc<Self>, url: &str) -> Result<(), PageError> {
        let Fetched { bytes, charset } = fetch::article(url).await?;
        let content = fetch::decode(&bytes, charset.as_deref())?;
        let incoming = match looks_like_html(&content) {
            true => Incoming { html: Some(content), text: None, url: Some(url.to_owned()) },
            false => Incoming { html: None, text: Some(content), url: Some(url.to_owned()) },
        };
        self.open(incoming, true).await
    }

    /// Opens an article that was opened before.
    pub(super) async fn open_before(self: &Rc<Self>, source: &str) -> Result<(), PageError> {
        let storage = self.storage.borrow().clone();
        let Some(page) = storage.page(source).await? else {
            return Err(PageError::Fetch(
                "This browser no longer has that article. Its passages are kept: open the article again and they come back.".to_owned(),
            ));
        };
        let (html, text) = if page.html { (Some(page.content), None) } else { (None, Some(page.content)) };
        self.open(Incoming { html, text, url: page.url }, true).await
    }

    /// Opens chosen or dropped files: the first on the page, all of them in the list of articles opened before.
    pub(super) async fn open_files(self: Rc<Self>, files: Vec<web_sys::File>) -> Result<(), PageError> {
        let count = files.len();
        for file in files.into_iter().rev() {
            let incoming = read_file(&file).await?;
            self.open(incoming, true).await?;
        }
        if count > 1 {
            self.toast(&format!("{count} articles opened. The others are under “Open article”."));
        }
        Ok(())
    }

    /// Analyses and shows an article, and remembers it when asked to.
    pub(super) async fn open(self: &Rc<Self>, incoming: Incoming, remember: bool) -> Result<(), PageError> {
        let number = self.opening.get() + 1;
        self.opening.set(number);
        self.worker.cancel();
        *self.unread.borrow_mut() = None;
        self.dismiss_act("retry")?;
        self.parts.read.set_attribute("aria-busy", "true")?;
        self.offer_to_cancel(number);
        let outcome = self.read_in(incoming, remember, number).await;
        if self.opening.get() == number {
            self.parts.read.remove_attribute("aria-busy")?;
            self.dismiss_act("cancel")?;
        }
        outcome
    }

    /// After a while says that a long article is being read, with a way out.
    fn offer_to_cancel(self: &Rc<Self>, number: u32) {
        let app = Rc::clone(self);
        self.spawn(async move {
            sleep(LONG).await?;
            if app.opening.get() == number && app.parts.read.has_attribute("aria-busy") {
                app.toast_with("Reading the article…", "Cancel", "cancel");
            }
            Ok(())
        });
    }

    /// Gives up the article that is being read; the one on the page stays.
    pub(super) fn cancel_reading(&self) -> Result<(), PageError> {
        self.opening.set(self.opening.get() + 1);
        self.worker.cancel();
        self.parts.read.remove_attribute("aria-busy")?;
        self.dismiss_act("cancel")
    }

    /// Opens again what could not be read.
    pub(super) fn try_again(self: &Rc<Self>) {
        let Some(Unread { incoming, remember }) = self.unread.take() else { return };
        let app = Rc::clone(self);
        self.spawn(async move { app.open(incoming, remember).await });
    }

    async fn read_in(self: &Rc<Self>, incoming: Incoming, remember: bool, number: u32) -> Result<(), PageError> {
        let overtaken = || self.opening.get() != number;
        let options = Options { url: incoming.url.clone(), published: None };
        let analysis = match self.best_analysis(&incoming, &options).await {
            Ok(analysis) => analysis,
            Err(error) => {
                if error.may_pass() && !overtaken() {
                    *self.unread.borrow_mut() = Some(Unread { incoming, remember });
                }
                return Err(error);
            }
        };
        let sheet = render(&self.parts.templates, &analysis, PARAGRAPHS).await?;
        let source = source_key(&analysis.article);
        let storage = self.storage.borrow().clone();
        let notes = storage.annotations(&source).await;
        if overtaken() {
            return Err(PageError::Cancelled);
        }
        let offsets = Offsets::new(&analysis.article.text);
        let element = sheet.element.clone();
        let reading = Reading::new(analysis, offsets, sheet, source.clone(), PARAGRAPHS);
        let opened =
            Opened { source: source.clone(), title: reading.title(), opened: now(), url: incoming.url.clone() };
        self.parts.read.replace_children_with_node_1(&element);
        let (notes, trouble) = match notes {
            Ok(notes) => (notes, None),
            Err(trouble) => (Vec::new(), Some(trouble)),
        };
        self.install(reading, Notebook::new(notes))?;
        window()?.scroll_to_with_x_and_y(0.0, 0.0);
        self.say(&format!("Opened: {}", opened.title));
        if let Some(trouble) = trouble {
            return Err(trouble);
        }
        if remember {
            let html = incoming.html.is_some();
            let content = incoming.html.or(incoming.text).unwrap_or_default();
            storage.remember(&opened, &Page { source: source.clone(), html, content, url: incoming.url }).await?;
            show_address(&format!("#{}", String::from(js_sys::encode_uri_component(&source))))?;
        } else {
            show_address("")?;
        }
        Ok(())
    }

    /// Shows more of a text that is too long to show at once.
    pub(super) fn more_text(self: &Rc<Self>) {
        let app = Rc::clone(self);
        self.spawn(async move {
            let Some(mut reading) = app.state.borrow_mut().reading.take() else { return Ok(()) };
            reading.rows += PARAGRAPHS;
            let sheet = render(&app.parts.templates, &reading.analysis, reading.rows).await;
            if let Ok(sheet) = &sheet {
                app.parts.read.replace_children_with_node_1(&sheet.element);
            }
            let outcome = sheet.map(|sheet| (reading.map, reading.glosses) = (sheet.map, sheet.glosses));
            app.state.borrow_mut().reading = Some(reading);
            app.draw_all()?;
            outcome
        });
    }

    /// Reads the HTML flavour, unless the plain one says much more: what some programs copy as HTML is a picture of text.
    async fn best_analysis(&self, incoming: &Incoming, options: &Options) -> Result<Analysis, PageError> {
        let text = incoming.text.as_deref().unwrap_or_default();
        if let Some(html) = &incoming.html {
            if html.len() > MAX_BYTES {
                return Err(SnapshotError::TooLarge(html.len()).into());
            }
            if html.trim().is_empty() {
                return Err(SnapshotError::Empty.into());
            }
            let analysis = self.ask(Content::Html(html.clone()), options).await?;
            if analysis.article.text.len() * 2 >= text.len() {
                return Ok(analysis);
            }
        }
        self.ask(Content::Text(text.to_owned()), options).await
    }

    async fn ask(&self, content: Content, options: &Options) -> Result<Analysis, PageError> {
        self.worker.ask(Request { content, options: options.clone() }).await
    }

    /// Opens the dialog that asks for an article.
    pub(super) fn ask_for_article(self: &Rc<Self>) -> Result<(), PageError> {
        let dialog = self.show_dialog("open")?;
        within::<HtmlTextAreaElement>(&dialog, "textarea")?.focus()?;
        let app = Rc::clone(self);
        self.spawn(async move { app.list_recent(&dialog).await });
        Ok(())
    }

    async fn list_recent(self: Rc<Self>, dialog: &HtmlDialogElement) -> Result<(), PageError> {
        let storage = self.storage.borrow().clone();
        if storage.trouble().is_some() {
            return Ok(()); // told when the page started
        }
        let articles = storage.articles().await?;
        let list = slot(dialog, "list")?;
        for article in &articles {
            let row = self.parts.templates.clone("recent")?;
            let title = slot(&row, "title")?;
            title.set_text_content(Some(&article.title));
            title.set_attribute("data-id", &article.source)?;
            title.set_dir("auto");
            fill(&row, "when", article.opened.get(..10).unwrap_or_default())?;
            let forget = slot(&row, "forget")?;
            forget.set_attribute("data-id", &article.source)?;
            forget.set_attribute("aria-label", &format!("Forget {}", article.title))?;
            list.append_child(&row)?;
        }
        slot(dialog, "recent")?.set_hidden(articles.is_empty());
        Ok(())
    }

    /// The dialog's “Read it”: files, else the address, else what was pasted.
    pub(super) fn read_dialog(self: &Rc<Self>, inside: &Element) -> Result<(), PageError> {
        let Some(dialog) = inside.closest("dialog")? else { return Ok(()) };
        let files = within::<HtmlInputElement>(&dialog, "#open-file")?.files();
        let files: Vec<_> = files.map(|f| (0..f.length()).filter_map(|i| f.item(i)).collect()).unwrap_or_default();
        let url = within::<HtmlInputElement>(&dialog, "#open-url")?.value().trim().to_owned();
        let text = within::<HtmlTextAreaElement>(&dialog, "#open-text")?.value();
        let app = Rc::clone(self);
        let pasted = self.pasted_html.take().filter(|(_, plain)| same_words(plain, &text)).map(|(html, _)| html);
        let dialog_for_problem = dialog.clone();
        if files.is_empty() && url.is_empty() && text.trim().is_empty() {
            fill(
                &dialog,
                "problem",
                "There is nothing to read yet: paste an article, choose a file, or give an address.",
            )?;
            return Ok(());
        }
        fill(&dialog, "problem", "")?;
        self.spawn(async move {
            let incoming = Incoming { html: pasted, text: Some(text).filter(|t| !t.trim().is_empty()), url: None };
            let outcome = match (files.is_empty(), url.is_empty(), incoming.address()) {
                (false, ..) => Rc::clone(&app).open_files(files).await,
                (true, false, _) => app.open_url(&url).await,
                (true, true, Some(address)) => app.open_url(&address).await,
                (true, true, None) => app.open(incoming, true).await,
            };
            match outcome {
                Ok(()) => app.close_dialog(),
                // its button stands outside the dialog
                Err(error) if error.may_pass() => {
                    app.close_dialog()?;
                    Err(error)
                }
                Err(error) => fill(&dialog_for_problem, "problem", &error.to_string()),
            }
        });
        Ok(())
    }

    /// Something was pasted or dropped onto the page itself.
    pub(super) fn take_in(self: &Rc<Self>, incoming: Incoming) {
        let app = Rc::clone(self);
        self.spawn(async move {
            app.close_dialog()?;
            match incoming.address() {
                Some(address) => app.open_url(&address).await,
                None => app.open(incoming, true).await,
            }
        });
    }
}

/// Whether two texts are the same but for white space: a text area folds line ends.
fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// Whether a text without a name is a page rather than prose.
fn looks_like_html(content: &str) -> bool {
    let start = content.trim_start_matches('\u{feff}').trim_start();
    let head: String = start.chars().take(512).collect::<String>().to_ascii_lowercase();
    head.starts_with('<')
        && ["<!doctype", "<html", "<head", "<body", "<article", "<p", "<div", "<!--"].iter().any(|t| head.contains(t))
}

async fn read_file(file: &web_sys::File) -> Result<Incoming, PageError> {
    if file.size() > MAX_BYTES as f64 {
        return Err(SnapshotError::TooLarge(file.size() as usize).into());
    }
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let name = file.name().to_lowercase();
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") {
        return Err(PageError::Fetch(format!(
            "“{}” is not a page: Postil reads HTML and plain text. Open it in its own program, copy the text, and paste it here.",
            file.name()
        )));
    }
    let content = fetch::decode(&bytes, None)?;
    if content.trim().is_empty() {
        return Err(SnapshotError::Empty.into());
    }
    let html = [".html", ".htm", ".xhtml"].iter().any(|e| name.ends_with(e)) || looks_like_html(&content);
    Ok(if html {
        Incoming { html: Some(content), text: None, url: None }
    } else {
        Incoming { html: None, text: Some(content), url: None }
    })
}

/// Shows what is open in the address bar, so that a reload and a bookmark find it again.
fn show_address(hash: &str) -> Result<(), PageError> {
    let window = window()?;
    let location = window.location();
    if location.hash()? == hash && location.search()?.is_empty() {
        return Ok(());
    }
    let path = format!("{}{hash}", location.pathname()?);
    let (history, nothing) = (window.history()?, wasm_bindgen::JsValue::NULL);
    // `?url=` gives way to what it opened: “back” would only open it again
    if location.search()?.is_empty() {
        history.push_state_with_url(&nothing, "", Some(&path))?;
    } else {
        history.replace_state_with_url(&nothing, "", Some(&path))?;
    }
    Ok(())
}
