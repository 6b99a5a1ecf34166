//! The page's sentences, in English, in the order of the page: what stands above the article, the lists, the card, notes, dialogs, messages.

/// Stands between parts of a line.
pub(crate) const DOT: &str = " · ";

// --- the article ---

pub(crate) const NO_HEADLINE: &str = "An article without a headline";
pub(crate) const NO_ARTICLE: &str = "No article was found on this page. It may need to be opened in its own site first: copy its text there and paste it here.";
pub(crate) const NO_AUTHOR: &str = "No name";
pub(crate) const TABLE: &str = "Table";

/// The document's title while an article is open.
pub(crate) fn document_title(title: &str) -> String {
    format!("{title} – Postil")
}

pub(crate) fn by(name: &str) -> String {
    format!("By {name}")
}

pub(crate) fn load_pictures(count: usize) -> String {
    match count {
        1 => "Load 1 picture from its site".to_owned(),
        _ => format!("Load {count} pictures from their site"),
    }
}

pub(crate) fn comments(count: usize) -> String {
    plural(count, "comment", "comments")
}

pub(crate) fn first_paragraphs(shown: usize, all: usize) -> String {
    format!("The first {shown} of {all} paragraphs are shown: more would make the page slow. The lists know them all.")
}

/// What a screen reader says of the strip of shares, after which its parts follow.
pub(crate) fn shares(parts: &str) -> String {
    format!("Share of the quoted words: {parts}")
}

pub(crate) fn share(name: &str, share: f64) -> String {
    format!("{name} {}", percent(share))
}

/// Voices that are not named one by one.
pub(crate) fn more_voices(count: usize, share: f64) -> String {
    format!("{count} more {}", percent(share))
}

/// A share, in whole numbers: printing a fraction costs the page ten kilobytes.
pub(crate) fn percent(share: f64) -> String {
    format!("{} %", (share * 100.0).round() as u32)
}

// --- the lists ---

/// A speaker who is not known, in the strip above the article.
pub(crate) const UNCLEAR: &str = "Unclear";
/// The same in the list of voices.
pub(crate) const UNCLEAR_VOICE: &str = "Unclear who speaks";
pub(crate) const WHO_SPEAKS: &str = "Who speaks";
pub(crate) const ALL_SPEAKERS: &str = "All speakers";
pub(crate) const ABOUT_WHOM: &str = "About whom or what";
pub(crate) const ABOUT_ANYTHING: &str = "About anything";
pub(crate) const KINDS_OF_NAMES: &str = "Kinds of names";
pub(crate) const KINDS_OF_QUOTES: &str = "Kinds of quotes";
pub(crate) const SHOW_ALL_SPEAKERS: &str = "Show all speakers";
pub(crate) const SHOW_SPEAKER_ALONE: &str = "Show this speaker alone";
pub(crate) const QUOTES_ELSEWHERE: &str = "In comments and inside quotes";
pub(crate) const MARKED_WORDS: &str = "Words merely marked";
pub(crate) const ORPHANS: &str =
    "No longer in this article’s text, kept all the same. Attach each to other words, or leave it here:";
pub(crate) const CHANGED: &str = "The article has changed here: ";
pub(crate) const MOVED: &str = "The article has moved this passage.";
pub(crate) const WHOLE_ARTICLE: &str = "The whole article";
pub(crate) const CORRECTIONS: &str = "Set right by you";

pub(crate) const VOICES: &str = "Voices";
pub(crate) const NAMES: &str = "Names";
pub(crate) const COMMENTS: &str = "Comments";
pub(crate) const MINE: &str = "Mine";
pub(crate) const NOTHING_MATCHES: &str = "Nothing here matches what you typed.";
pub(crate) const NO_QUOTE_CHOSEN: &str = "No quote is what you chose above.";
pub(crate) const NO_QUOTES: &str = "Nobody is quoted in this article.";
pub(crate) const NO_NAMES: &str = "No names were found.";
pub(crate) const NO_COMMENTS: &str = "No readers’ comments stand below this article. Many sites load them late: scroll to them there, then copy or save the page.";
pub(crate) const NO_NOTES: &str =
    "Select a passage in the article to tag it or to note something. It stays on this machine.";

/// Who else can read the notes, where that is not clear.
pub(crate) fn kept_in(place: &str) -> &'static str {
    match place {
        "files" => {
            "Postil was opened from a file: other files that you open in this browser can read these notes, and a copy of it elsewhere may not find them. Export what you want to keep."
        }
        "site" => {
            "These notes are kept in this browser for this site alone, and where Postil lies on the site itself, its scripts can read them. Export what you want elsewhere."
        }
        _ => "These notes are kept by the extension, and go when you take it away: export them before.",
    }
}

pub(crate) fn show_more(shown: usize, all: usize) -> String {
    format!("Show more ({shown} of {all})")
}

pub(crate) fn rows(count: u32) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}

pub(crate) fn quotes_and_words(quotes: usize, words: usize) -> String {
    [plural(quotes, "quote", "quotes"), plural(words, "word", "words")].join(DOT)
}

pub(crate) fn of_quoted_words(share: f64) -> String {
    format!("{} of the quoted words", percent(share))
}

/// Quotes of one kind.
pub(crate) fn count_of(count: usize, kind: &str) -> String {
    format!("{count} {kind}")
}

/// The orders of the comments.
pub(crate) const ORDER_OF_COMMENTS: &str = "Order of the comments";
/// Of a comment that quotes what the article does not have.
pub(crate) const NOT_FROM_HERE: &str = "The quotation is not from this article";

/// Of a comment that quotes a passage otherwise than it stands there: what stands before its speaker, if that is known, and behind.
pub(crate) fn not_quite(said: bool, paragraph: usize) -> [String; 2] {
    match said {
        true => ["Not quite what ".to_owned(), format!(" said in paragraph {paragraph}:")],
        false => [format!("Not quite what paragraph {paragraph} says:"), String::new()],
    }
}

/// Of a comment that quotes a passage as it stands there, likewise.
pub(crate) fn word_for_word(said: bool, paragraph: usize) -> [String; 2] {
    let [before, after] = in_passage(said, paragraph);
    [before, after + ", word for word"]
}

/// What a comment answers, likewise.
pub(crate) fn in_passage(said: bool, paragraph: usize) -> [String; 2] {
    [String::new(), format!("{}aragraph {paragraph}", if said { ", p" } else { "P" })]
}

/// The same of a passage that names what the comment names.
pub(crate) fn on_topic(topic: &str, paragraph: usize) -> String {
    format!("On {topic}, paragraph {paragraph}")
}

/// Whom a comment answers, where it does not stand below it.
pub(crate) fn in_answer_to(author: &str) -> String {
    [DOT, "answers ", author].concat()
}

/// How many comments answer a passage.
pub(crate) fn comments_answer(count: usize) -> String {
    plural(count, "comment answers this", "comments answer this")
}

/// From which paragraph to which a voice is heard.
pub(crate) fn paragraphs(first: usize, last: usize, all: usize) -> String {
    match first == last {
        true => format!("paragraph {first} of {all}"),
        false => format!("paragraphs {first} to {last} of {all}"),
    }
}

pub(crate) fn times(count: usize) -> String {
    format!("× {count}")
}

// --- the card ---

pub(crate) const IN_MARKS: &str = "Words in quotation marks";
pub(crate) const IN_MARKS_HOW: &str = "a title, a nickname or a term; nobody is quoted";
pub(crate) const SPEAKER_UNCLEAR: &str = "Speaker unclear";
pub(crate) const SOMEBODY: &str = "Somebody";
pub(crate) const SET_BY_YOU: &str = "set by you";
pub(crate) const SURE: &str = "sure";
pub(crate) const LIKELY: &str = "likely";
pub(crate) const NOT_CLEAR: &str = "unclear";
pub(crate) const NO_TAG: &str = "note";

pub(crate) fn all_quotes(count: usize, share: f64) -> String {
    [format!("All {count} quotes"), percent(share)].join(DOT)
}

pub(crate) fn all_quotes_about(count: usize) -> String {
    format!("All {count} quotes about it")
}

pub(crate) fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// The words beside a quote that stand for its speaker.
pub(crate) fn here(words: &str) -> String {
    format!("here “{words}”")
}

pub(crate) fn number_of(number: usize, all: usize) -> String {
    format!("{number} of {all}")
}

pub(crate) const NO_FURTHER_MARK: &str = "No further mark";
pub(crate) const NO_MARK_BEFORE: &str = "No mark before this";

// --- what the reader sets right ---

pub(crate) const NAME_A_SPEAKER: &str = "Type a name, or choose one above.";

pub(crate) fn is_kind(words: &str, kind: &str) -> String {
    format!("“{words}”: {kind}.")
}

pub(crate) fn is_no_name(words: &str) -> String {
    format!("“{words}” is no longer marked as a name.")
}

pub(crate) fn said_by(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("Said by {name}."),
        None => "Said by nobody named.".to_owned(),
    }
}

// --- opening ---

pub(crate) const READING: &str = "Reading the article…";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const TRY_AGAIN: &str = "Try again";

/// What kept a page from being handed over, by who did.
pub(crate) fn withheld(by: &str) -> &'static str {
    match by {
        "copied" => "The article is on the clipboard: paste it here with Ctrl V.",
        "browser" => "The browser lets no extension read that page. Copy the article there, and paste it here.",
        _ => {
            "That site keeps its pages apart from others, so this one could not be handed over. Go back to it and press the bookmark once more: it then copies the article, for you to paste here."
        }
    }
}

pub(crate) const NEW_VERSION: &str = "A new version of Postil is here. What you have noted stays.";
pub(crate) const TAKE_VERSION: &str = "Take it";
pub(crate) const PASTED: &str = "Pasted with its formatting: headings, links and comments are read from that.";
pub(crate) const NOTHING_TO_READ: &str =
    "There is nothing to read yet: paste an article, choose a file, or give an address.";
pub(crate) const NOT_REMEMBERED: &str =
    "This browser no longer has that article. Its passages are kept: open the article again and they come back.";
pub(crate) const NOT_HTTP: &str = "Only addresses that begin with https:// or http:// can be opened.";

pub(crate) fn opened(title: &str) -> String {
    format!("Opened: {title}")
}

pub(crate) fn all_opened(count: usize) -> String {
    format!("{count} articles opened. The others are under “Open article”.")
}

pub(crate) fn forget(title: &str) -> String {
    format!("Forget {title}")
}

pub(crate) fn not_an_address(address: &str) -> String {
    format!("“{address}” is not an address. It should begin with https://, as in the browser’s address bar.")
}

pub(crate) fn site_refuses(host: &str, why: &str) -> String {
    format!(
        "{host} does not let other pages read it, or cannot be reached ({why}). Open the article there, select all, copy, and paste it here; or save the page and drop the file here."
    )
}

pub(crate) fn answers(address: &str, status: u16, text: &str) -> String {
    format!("{address} answers {status} {text}.")
}

pub(crate) fn is_a_file(address: &str, kind: &str) -> String {
    format!("{address} is no article but a file of type {kind}.")
}

pub(crate) fn not_a_page(file: &str) -> String {
    format!(
        "“{file}” is not a page: Postil reads HTML and plain text. Open it in its own program, copy the text, and paste it here."
    )
}

// --- out to files and back in ---

pub(crate) const CITATION_COPIED: &str = "Citation copied.";
pub(crate) const LINK_COPIED: &str = "Link copied: it opens the article at these words.";
pub(crate) const COPYING_REFUSED: &str = "The browser did not allow copying. Select the quote and copy it with Ctrl C.";
/// What a file is called when the article has no title and the clock no day.
pub(crate) const NOTES_FILE: &str = "notes";

pub(crate) fn file_problem(file: &str, why: &str) -> String {
    format!("“{file}”: {why}")
}

/// What an import did.
pub(crate) struct Imported {
    pub(crate) added: usize,
    pub(crate) completed: usize,
    pub(crate) beside: usize,
    pub(crate) same: usize,
    pub(crate) elsewhere: usize,
    pub(crate) left_out: usize,
}

pub(crate) fn imported(done: &Imported) -> String {
    let new = done.added + done.beside;
    let mut parts = vec![format!("{new} passage{} imported", if new == 1 { "" } else { "s" })];
    for (count, what) in [
        (done.beside, "of them beside yours, which say something else"),
        (done.completed, "of yours completed"),
        (done.same, "already here"),
        (done.elsewhere, "of other articles, kept for when those are opened"),
        (done.left_out, "left out"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    format!("{}.", parts.join(", "))
}

pub(crate) const SHOW_LEFT_OUT: &str = "What was left out?";

// --- what went wrong ---

pub(crate) const NO_HIGHLIGHTS: &str =
    "This browser cannot paint highlights in a page (it lacks the CSS Custom Highlight API). The lists work as ever.";
pub(crate) const DATABASE_BLOCKED: &str = "Another tab holds your notes open in an earlier Postil; close or reload it. What you note here is kept as soon as it lets go.";
pub(crate) const DATABASE_OUTDATED: &str =
    "A newer Postil was opened in another tab; reload this one. Nothing that you noted is lost.";
pub(crate) const DATABASE_CLOSED: &str = "The browser closed its storage; this site’s data may have been cleared. What you see here can still be exported, and what you note from now on is kept again.";
pub(crate) const KEPT_AFTER_ALL: &str = "All your notes are kept now.";
pub(crate) const NOTED: &str = "Kept.";
pub(crate) const BROUGHT_BACK: &str =
    "Another tab had deleted this passage; it is back, with what you wrote. Delete it if you do not want it.";
pub(crate) const UNREADABLE: &str = "Kept, but not readable by this version";
pub(crate) const DATABASE_SILENT: &str = "its database does not answer";
pub(crate) const UNREADABLE_ANSWER: &str = "what it answers cannot be read";
pub(crate) const STOPPED: &str = "stopped";

pub(crate) fn missing_part(part: &str) -> String {
    format!("the page lacks “{part}”; its folder may be from two versions: reload it without the cache")
}

pub(crate) fn no_worker(why: &str) -> String {
    format!(
        "this browser does not let the page start the worker that reads articles ({why}); allow workers for this site, or open it in another browser"
    )
}

/// Saves all notes in a form, such as Markdown.
pub(crate) fn export(form: &str) -> String {
    format!("Export {form}")
}

pub(crate) const WORKER_CANNOT_BE_FETCHED: &str = "the worker’s script cannot be fetched";

pub(crate) fn not_loaded(why: &str) -> String {
    format!("the analysis could not be loaded ({why}); check the connection, then try again")
}

pub(crate) fn broken_off(why: &str) -> String {
    format!("the analysis broke off while it read this article ({why}); try again, or open only a part of the article")
}

pub(crate) fn not_kept(why: &str) -> String {
    format!(
        "your notes could not be kept in this browser ({why}); export them now, they stay here until the tab is closed"
    )
}

pub(crate) fn unreadable_notes(count: usize) -> String {
    let (notes, they) = if count == 1 { ("One note", "it") } else { ("Some notes", "they") };
    format!(
        "{notes} of this article cannot be read by this version; {they} stay where they are, and are listed under “Mine”"
    )
}

pub(crate) fn not_read(why: &str) -> String {
    format!("what this browser keeps could not be read ({why}); nothing of it is lost: reload the page to try again")
}

/// “1 quote”, “2 quotes”.
pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
