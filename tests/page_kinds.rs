//! Kinds of pages that readers meet, each with the answer that a reader would give. All texts are invented.

use postil::{Analysis, Options, analyze, from_html};

/// Four sentences of an article, as paragraphs.
const STORY: [&str; 4] = [
    "The harbour board of Quell voted on Monday to mend the north light before the winter storms arrive.",
    "“The lamp has turned since my grandfather was a boy, and it will turn again,” said Ruth Amsel, its keeper.",
    "The glass alone will cost ninety thousand crowns, of which the fishing guild has promised a third.",
    "Until the spring a boat with a lantern will lie off the bar, as one did in the year of the great ice.",
];

const FRAME: (&str, &str) = (
    "<!doctype html><html lang=en><head><title>North light to be mended | The Quell Gazette</title></head><body><header>\
     <nav><ul><li><a href=/a>News</a><li><a href=/b>Ports</a></ul></nav></header>",
    "<footer><p>© 2011–2026 Gazette Press. All rights reserved. 9 Rope Walk, Quell.</p></footer></body></html>",
);

fn page(main: &str) -> Analysis {
    analyze(&from_html(&format!("{}{main}{}", FRAME.0, FRAME.1)).expect("a page"), &Options::default())
}

/// The story's paragraphs, each between `open` and `close`.
fn story(open: &str, close: &str) -> String {
    STORY.map(|p| format!("{open}{p}{close}")).concat()
}

/// An article of the story with `more` after it.
fn article(more: &str) -> Analysis {
    page(&format!("<article><h1>North light to be mended</h1>{}</article>{more}", story("<p>", "</p>")))
}

/// The blocks of the body, without the title.
fn body(analysis: &Analysis) -> Vec<&str> {
    let blocks = analysis.article.blocks.iter().filter(|b| b.kind != postil::BlockKind::Title);
    blocks.map(|b| b.span.str(&analysis.article.text)).collect()
}

/// Author, date and text of each comment.
fn thread<'a>(analysis: &'a Analysis) -> Vec<(&'a str, &'a str, &'a str)> {
    let text = &analysis.article.text;
    let parts = |c: &'a postil::Comment| (c.author.as_deref(), c.posted.as_deref(), c.span.str(text));
    analysis.comments.iter().map(parts).map(|(a, p, t)| (a.unwrap_or_default(), p.unwrap_or_default(), t)).collect()
}

#[test]
fn a_word_that_most_of_the_page_stands_under_is_no_side_bar() {
    let widgets = story("<div class='pb-widget pb-widget-text'><div class=inner><p>", "</p></div></div>");
    assert_eq!(body(&page(&format!("<div class=builder><h1>North light to be mended</h1>{widgets}</div>"))), STORY);
    let promo = story("<section class=promo-rail><p>", "</p></section>");
    assert_eq!(body(&page(&format!("<div><h1>North light to be mended</h1>{promo}</div>"))), STORY);
}

#[test]
fn a_lead_beside_the_article_is_its_first_paragraph() {
    let main = format!(
        "<article><h1>North light to be mended</h1><aside class=standfirst><p>{}</p></aside>{}</article>",
        STORY[0],
        STORY[1..].iter().map(|p| format!("<p>{p}</p>")).collect::<String>()
    );
    assert_eq!(body(&page(&main)), STORY);
}

#[test]
fn sentences_that_are_links_stay_and_menus_go() {
    let html = format!(
        "<article><h1>North light to be mended</h1><p>{}</p><p><a href=/w>“Nobody told the pilots a word of it,” \
         said Jon Hale, who steers the evening ferry.</a></p><p>Papers that the Gazette has read:</p><ul><li><a href=/1>The \
         survey of the tower</a><li><a href=/2>The guild's letter of May</a><li><a href=/3>The offer of the glassworks</a></ul>\
         <p>{}</p><p>Read more: <a href=/4>Ten lights that went out</a></p><p>The tower <a href=/5>leans</a>.</p></article>",
        STORY[0], STORY[2]
    );
    assert_eq!(
        body(&page(&html)),
        [
            STORY[0],
            "“Nobody told the pilots a word of it,” said Jon Hale, who steers the evening ferry.",
            "Papers that the Gazette has read:",
            "The survey of the tower",
            "The guild's letter of May",
            "The offer of the glassworks",
            STORY[2],
            "The tower leans.",
        ]
    );
}

#[test]
fn short_answers_are_an_article_too() {
    let html = "<article><h1>Three questions for Ruth Amsel</h1><p class=byline>By Ada Prior</p><p>The keeper is tired.</p>\
                <p><b>Will it turn?</b></p><p>It will.</p><p><b>When?</b></p><p>“In spring,” she said.</p></article>";
    let found = page(html);
    assert_eq!(body(&found), ["The keeper is tired.", "Will it turn?", "It will.", "When?", "“In spring,” she said."]);
}

#[test]
fn offers_and_notices_are_no_article() {
    let html = format!(
        "<article><h1>North light to be mended</h1><p>{}</p><div><p>Get the Gazette in your inbox. Sign up with your email \
         address.</p></div><p>{}</p><p>Follow us on Facebook and X.</p><p>We may earn a commission when you buy through \
         links.</p><h3>Latest news</h3><ul><li><a href=/1>Bell stolen from the chapel</a><li><a href=/2>New ropes for the \
         pier</a><li><a href=/3>School boat runs aground</a></ul></article>",
        STORY[0], STORY[1]
    );
    assert_eq!(body(&page(&html)), STORY[..2]);
}

#[test]
fn a_pull_quote_is_said_once() {
    let html = format!(
        "<article><h1>North light to be mended</h1><p>{}</p><figure><blockquote><p>it will turn again</p></blockquote></figure>\
         <figure class=pull><blockquote><p>The lamp has turned since my grandfather was a boy</p><cite>Ruth Amsel</cite>\
         </blockquote></figure><p>{}</p><p>{}</p></article>",
        STORY[0], STORY[1], STORY[2]
    );
    // four words are too few to be sure of
    assert_eq!(body(&page(&html)), [STORY[0], "it will turn again", STORY[1], STORY[2]]);
}

#[test]
fn a_live_blog_is_an_article_and_no_thread() {
    let entry = |time: &str, who: &str, text: &str| {
        format!(
            "<article class=entry><header><time datetime='2026-03-03T{time}:00Z'>{time}</time> <span class=contributor>{who}\
             </span></header><div class=entry-body><p>{text}</p></div><a href=#>Share</a></article>"
        )
    };
    let html = format!(
        "<main><h1>North light: the board votes – live</h1>{}{}{}</main>",
        entry("11:20", "Ada Prior", STORY[0]),
        entry("10:45", "Tom Reve", STORY[2]),
        entry("10:05", "Ada Prior", STORY[3])
    );
    let found = page(&html);
    assert_eq!(thread(&found), []);
    for sentence in [STORY[0], STORY[2], STORY[3]] {
        assert!(body(&found).contains(&sentence), "{:?}", body(&found));
    }
}

#[test]
fn an_empty_page_of_many_words_is_tried_again() {
    let teasers = story("<div class='sidebar'><p>", "</p></div>");
    assert!(!body(&page(&format!("<div class=comments-area>{teasers}</div>"))).is_empty());
}

#[test]
fn comments_without_dates_authors_or_names() {
    let undated = |who: &str, text: &str| format!("<div class=comment><b class=author>{who}</b><p>{text}</p></div>");
    let found = article(&format!(
        "<section class=comments><h2>2 comments</h2>{}{}</section>",
        undated("Ida", "About time, I sail by it every week."),
        undated("Per", "And who pays for the lantern boat?")
    ));
    assert_eq!(
        thread(&found),
        [("Ida", "", "About time, I sail by it every week."), ("Per", "", "And who pays for the lantern boat?")]
    );

    let nameless = |date: &str, text: &str| format!("<div class=comment><p>{text}</p><time>{date}</time></div>");
    let found = article(&format!(
        "<section class=comments><h2>Comments</h2>{}{}</section>",
        nameless("4 March 2026", "About time, I sail by it every week."),
        nameless("5 March 2026", "And who pays for it?")
    ));
    assert_eq!(
        thread(&found),
        [("", "4 March 2026", "About time, I sail by it every week."), ("", "5 March 2026", "And who pays for it?")]
    );

    let guest = |n: u8, who: &str| {
        format!(
            "<div class=comment><b class=author>{who}</b> <time>{n} March 2026</time><p>Opinion {n} of mine.</p></div>"
        )
    };
    let found = article(&format!(
        "<section class=comments>{}{}{}</section>",
        guest(4, "Guest"),
        guest(5, "Guest"),
        guest(6, "Ann")
    ));
    let authors: Vec<&str> = thread(&found).iter().map(|c| c.0).collect();
    assert_eq!(authors, ["Guest", "Guest", "Ann"]);
}

#[test]
fn a_comment_is_dated_by_its_own_date() {
    let comment = |who: &str, text: &str, date: &str| {
        format!("<li class=comment><b class=author>{who}</b><div class=text>{text}</div><time>{date}</time></li>")
    };
    let found = article(&format!(
        "<ul class=comments>{}{}</ul>",
        comment("Ida", "On 9 April 1962 it went out as well.", "4 March 2026"),
        comment("Per", "I first saw it on 2 May 1971.", "5 March 2026")
    ));
    let dates: Vec<&str> = thread(&found).iter().map(|c| c.1).collect();
    assert_eq!(dates, ["4 March 2026", "5 March 2026"]);
}

/// A post of a board that lists its writers at the side.
fn post(n: usize, who: &str, date: &str, text: &str) -> String {
    format!(
        "<div id=p{n} class='post bg{n}'><dl class=postprofile><dt><a href=/u{n} class=username>{who}</a></dt>\
         <dd><strong>Posts:</strong> 112</dd><dd><strong>Joined:</strong> 7 Feb 2010</dd></dl><div class=postbody>\
         <h3><a href=#p{n}>Re: The north light is out</a></h3><p>by <strong><a href=/u{n} class=username>{who}</a></strong> » {date}</p>\
         <div class=content>{text}</div><a href=/q{n}>Reply with quote</a></div></div>"
    )
}

#[test]
fn a_forums_first_post_is_the_article_and_the_others_answer_it() {
    let posts = [
        post(
            31,
            "ida",
            "3 Mar 2026 08:12",
            "Does anybody know when the lamp will be lit again? I have asked at the pier.",
        ),
        post(32, "per", "3 Mar 2026 09:40", "Not before Easter, they say at the guild."),
        post(33, "una", "4 Mar 2026 11:02", "Easter of which year?"),
    ];
    let found = page(&format!("<div id=page-body><h2>The north light is out</h2>{}</div>", posts.concat()));
    assert_eq!(body(&found), ["Does anybody know when the lamp will be lit again? I have asked at the pier."]);
    assert_eq!(
        thread(&found),
        [
            ("per", "3 Mar 2026 09:40", "Not before Easter, they say at the guild."),
            ("una", "4 Mar 2026 11:02", "Easter of which year?"),
        ]
    );
    assert_eq!(found.article.metadata.byline.as_deref(), Some("ida"));
}

#[test]
fn depth_and_text_beside_buttons_and_counts() {
    let row = |n: usize, indent: usize, who: &str, text: &str| {
        format!(
            "<tr class=comtr id=c{n}><td indent={indent}></td><td><span class=head><a class=user href=/u>{who}</a> <span class=age>\
             {n} hours ago</span> | <a href=#c2>next</a> <a>[–]</a></span><div class=comment><div class=text>{text}</div>\
             <a href=/r>reply</a></div></td></tr>"
        )
    };
    let found = article(&format!(
        "<table class=comment-tree>{}{}{}</table>",
        row(5, 0, "ida", "The glass is the smaller part of the bill."),
        row(4, 1, "per", "It always is, and then it is not."),
        row(3, 0, "una", "Lovely photograph of the bar, by the way.")
    ));
    let depths: Vec<u16> = found.comments.iter().map(|c| c.depth).collect();
    assert_eq!(depths, [0, 1, 0]);
    assert_eq!(thread(&found)[1], ("per", "4 hours ago", "It always is, and then it is not."));
}

#[test]
fn headlines_and_signs() {
    let title = |head: &str, main: &str| {
        let html = format!("<html><head>{head}</head><body>{main}{}</body></html>", story("<p>", "</p>"));
        analyze(&from_html(&html).unwrap(), &Options::default()).article.metadata.title
    };
    let site = "<meta property=og:site_name content=Beacon>";
    assert_eq!(
        title(
            &format!("{site}<title>Beacon walks return in May | Beacon</title>"),
            "<h1>Beacon walks return in May</h1>"
        )
        .as_deref(),
        Some("Beacon walks return in May")
    );
    assert_eq!(
        title(
            "<title>North light to be mended - The Gazette</title>",
            "<h1><a href=/>The Gazette</a></h1><h2>North light to be mended</h2>"
        )
        .as_deref(),
        Some("North light to be mended")
    );
}

#[test]
fn the_day_of_publication_among_others() {
    let published = |lines: &str, end: &str| {
        let html = format!("<article><h1>North light to be mended</h1>{lines}{}{end}</article>", story("<p>", "</p>"));
        page(&html).article.metadata.published
    };
    assert_eq!(published("<p>Updated: 9 Feb 2025. First published: 4 Feb 2025</p>", "").as_deref(), Some("2025-02-04"));
    assert_eq!(
        published("<ul><li>Received: 11 May 2022<li>Accepted: 16 December 2022<li>Published: 2 January 2023</ul>", "")
            .as_deref(),
        Some("2023-01-02")
    );
    assert_eq!(published("", "<p>The light was first lit on 14 June 1872 by the Queen.</p>"), None);
}

#[test]
fn bylines_are_names_of_this_article() {
    let byline = |lines: &str, below: &str| {
        let html =
            format!("<article><h1>North light to be mended</h1>{lines}{}</article>{below}", story("<p>", "</p>"));
        page(&html).article.metadata.byline
    };
    assert_eq!(byline("<p class=byline>By Ada Prior in Quell</p>", "").as_deref(), Some("Ada Prior"));
    assert_eq!(
        byline("<p class=autor>Von Ada Prior und Tom Reve, Berlin</p>", "").as_deref(),
        Some("Ada Prior, Tom Reve")
    );
    assert_eq!(
        byline("<div><span class=by>By Ada Prior</span><span>July 10, 2015</span></div>", "").as_deref(),
        Some("Ada Prior")
    );
    let card = |who: &str, n: u8| {
        format!("<div class=card><h3><a href=/{n}>Story {n} of the week</a></h3><p class=byline>By {who}</p></div>")
    };
    assert_eq!(
        byline("", &format!("<div class=more><h2>More</h2>{}{}</div>", card("Eva Lund", 1), card("Max Torn", 2))),
        None
    );
}

/// An article as it is copied from a page, with `thread` below.
fn pasted(thread: &str) -> Analysis {
    let text = format!("North light to be mended\n\nBy Ada Prior\n3 March 2026\n\n{}\n\n{thread}", STORY.join("\n\n"));
    analyze(&postil::from_text(&text).expect("a text"), &Options::default())
}

#[test]
fn pasted_words_go_to_who_wrote_them() {
    let right = [
        ("Ida Falk", "2h ago", "About time."),
        ("Per Moe", "3h ago", "And the boat?"),
        ("Una Roy", "1d ago", "We shall see."),
    ];
    for thread_text in [
        "Comments (3)\nSort by Newest\n\nIF\nIda Falk\n2h ago\nAbout time.\nLike (4) Reply\n\nPM\nPer Moe\n3h ago\nAnd the boat?\nReply\n\n\
         UR\nUna Roy\n1d ago\nWe shall see.\nReply",
        "3 Comments\nLog in to join the conversation\n\nIda Falk\n2h ago\nAbout time.\nReply\n\nPer Moe\n3h ago\nAnd the boat?\nReply\n\n\
         Una Roy\n1d ago\nWe shall see.\nReply",
        "Comments (3)\n\nIda Falk\nQuell\n2h ago\n\nAbout time.\n\nReply\n\nPer Moe\nNew Pier\n3h ago\n\nAnd the boat?\n\nReply\n\nUna Roy\n\
         Old Town\n1d ago\n\nWe shall see.\n\nReply",
        "Top comments\n\nIda Falk\n•\n2h ago\nAbout time.\n4\nReply\n\nPer Moe\n•\n3h ago\nAnd the boat?\nReply\n\nUna Roy\n•\n1d ago\n\
         We shall see.\nReply",
    ] {
        assert_eq!(thread(&pasted(thread_text)), right, "{thread_text}");
    }
}

#[test]
fn a_button_is_no_heading_of_a_thread() {
    let comments: String = (1..=8)
        .map(|n| {
            format!(
                "Reader {}\n{n}h ago\nThis is what I think, and I say it {n} times.\nReply\n\n",
                ["Ida", "Per", "Una", "Tom", "Eva", "Max", "Ada", "Jon"][n - 1]
            )
        })
        .collect();
    assert_eq!(thread(&pasted(&format!("8 Comments\n\n{comments}"))).len(), 8);
}

#[test]
fn votes_are_no_name_and_a_quoted_line_is_its_writers() {
    let found = pasted(
        "3 comments\n\n22 points by ida 3 hours ago | parent | next [-]\nThe glass is the smaller part.\n\n    9 points by per 2 hours ago | \
         parent [-]\n    > the smaller part\n    It always is.\n\n5 points by una 2 hours ago | prev [-]\nWe shall see.",
    );
    assert_eq!(
        thread(&found),
        [
            ("ida", "3 hours ago", "The glass is the smaller part."),
            ("per", "2 hours ago", "It always is."),
            ("una", "2 hours ago", "We shall see."),
        ]
    );
}
