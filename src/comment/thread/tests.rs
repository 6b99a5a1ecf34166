//! Threads as forum software writes them, in articles of this project.

use super::thread_in;
use crate::snapshot::from_html;

/// Who writes, when, and the beginning of what, for each post of a page.
fn posts(html: &str) -> Vec<(String, String, String)> {
    let thread = thread_in(&from_html(html).unwrap());
    let start = |text: &str| text.chars().take(40).collect();
    let post = |c: &super::RawComment| {
        (c.author.clone().unwrap_or_default(), c.posted.clone().unwrap_or_default(), start(&c.text))
    };
    thread.comments.iter().map(post).collect()
}

fn triple(author: &str, posted: &str, text: &str) -> (String, String, String) {
    (author.to_owned(), posted.to_owned(), text.to_owned())
}

const WRITERS: [&str; 4] = ["tarnished_oar", "Lugworm", "Bowline Bess", "Ada Pole"];

/// What they write, below forty letters each.
const SAID: [&str; 4] = [
    "The slip has silted up again.",
    "I asked in January.",
    "April of which year, though?",
    "Same as every spring, then.",
];

#[test]
fn posts_that_are_called_messages_are_read_whole_and_without_what_they_say_of_their_writers() {
    let post = |at: usize, name: &str, said: &str| {
        let quote = if at == 3 {
            "<blockquote class='bbCodeBlock bbCodeBlock--expandable'><div class='bbCodeBlock-title'><a>Lugworm said:</a></div>\
             <div class='bbCodeBlock-content'><div class='bbCodeBlock-expandContent'>I asked in January.</div>\
             <div class='bbCodeBlock-expandLink'><a>Click to expand...</a></div></div></blockquote>"
        } else {
            ""
        };
        format!(
            "<article class='message message--post js-post{}' data-author='{name}' id='js-post-10{at}'>\
             <header class='message-attribution'><a href='/t/post-10{at}'><time datetime='2024-03-0{at}T10:00:00Z'>Mar {at}, 2024</time></a></header>\
             <div class='message-inner'><div class='message-cell message-cell--user'><section class='message-user'>\
             <h4 class='message-name'><a class='username'>{name}</a></h4><h5 class='userTitle'>Well-known member</h5>\
             <dl><dt><i class='fa fa-user'></i></dt><dd>Jan 1, 2010</dd></dl></section></div>\
             <div class='message-cell message-cell--main'><div class='message-main js-quickEditTarget'><div class='message-userContent'>\
             <article class='message-body js-selectToQuote'><div class='bbWrapper'>{quote}{said}</div></article></div></div></div></div>\
             <footer class='message-footer'><a>Report</a></footer></article>",
            if at == 1 { " message-threadStarterPost" } else { "" }
        )
    };
    let thread: String =
        WRITERS.iter().zip(SAID).enumerate().map(|(at, (name, said))| post(at + 1, name, said)).collect();
    let page = format!(
        "<body><h1>Kettle Bay slip</h1><ul><li><a class=username>tarnished_oar</a></li><li><time>Mar 1, 2024</time></li></ul>\
         <div class='p-body-main p-body-main--withSidebar'>{thread}</div></body>"
    );
    assert_eq!(
        posts(&page),
        [
            triple("tarnished_oar", "Mar 1, 2024", SAID[0]),
            triple("Lugworm", "Mar 2, 2024", SAID[1]),
            triple("Bowline Bess", "Mar 3, 2024", "Lugworm said:\nI asked in January.\nApril "),
            triple("Ada Pole", "Mar 4, 2024", SAID[3]),
        ]
    );
}

#[test]
fn an_icon_that_was_never_closed_names_no_part_of_a_post() {
    let post = |at: usize, name: &str, said: &str| {
        format!(
            "<div id='p4{at}' class='post has-profile bg{}'><dl class='postprofile'><dt><a class='username'>{name}</a></dt>\
             <dd><strong>Registriert:</strong> 01 Dez 2007, 18:25</dd></dl><div class='postbody'><h3><a href='#p4{at}'>Re: Slip</a></h3>\
             <ul class='post-buttons'><li><a><i class='icon fa-user'/><span>Zitat</span></a></li></ul>\
             <p class='author'><a class='unread'><i class='icon fa-file'/>Beitrag</a> von <a class='username'>{name}</a> » 12 Jan 2018, 1{at}:27</p>\
             <div class='content'>{said}</div></div></div><hr>",
            at % 2 + 1
        )
    };
    let thread: String =
        WRITERS.iter().zip(SAID).enumerate().map(|(at, (name, said))| post(at + 1, name, said)).collect();
    let expected: Vec<_> = WRITERS
        .iter()
        .zip(SAID)
        .enumerate()
        .map(|(at, (name, said))| triple(name, &format!("12 Jan 2018, 1{}:27", at + 1), said))
        .collect();
    assert_eq!(posts(&format!("<h1>Slip</h1>{thread}")), expected);
}

#[test]
fn posts_are_told_by_their_numbers_where_no_class_tells_and_other_threads_are_none() {
    let post = |at: usize, name: &str, said: &str| {
        format!(
            "<tr><td class=td1><a name={at}></a><b>{name}</b><br><span>Inventar</span></td><td>#{at} erstellt: 20. Apr 2004,\
             <span class=time>09:1{at}</span> <a href='#top'>oben</a></td></tr><tr class=row><td><div>{said}</div></td></tr>"
        )
    };
    let thread: String =
        WRITERS.iter().zip(SAID).enumerate().map(|(at, (name, said))| post(at + 1, name, said)).collect();
    let others: String = (1..6)
        .map(|n| format!("<tr><td><a href='/t{n}'>Slip {n} or slip {n}0</a></td><td class=author>Rita</td><td class=date>0{n}.01.2006</td></tr>"))
        .collect();
    let page =
        format!("<h1>Slip</h1><table>{thread}</table><h2>Ähnliche Themen</h2><table class=threads>{others}</table>");
    let found = posts(&page);
    assert_eq!(found.iter().map(|p| p.0.as_str()).collect::<Vec<_>>(), WRITERS);
    assert!(found.iter().zip(SAID).all(|(p, said)| p.2.contains(said)), "{found:?}");
}
