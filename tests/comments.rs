//! Threads of readers' comments, in many kinds of markup and in pasted text.
#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read fails its test")]

use postil::{Analysis, BlockKind, Options, analyze, from_html, from_text};
use proptest::prelude::*;

/// Author, date as printed, depth and message of each comment.
fn thread(analysis: &Analysis) -> Vec<(&str, &str, u16, &str)> {
    let text = &analysis.article.text;
    analysis
        .comments
        .iter()
        .map(|c| {
            (
                c.author.as_deref().unwrap_or_default(),
                c.posted.as_deref().unwrap_or_default(),
                c.depth,
                c.span.of(text).unwrap(),
            )
        })
        .collect()
}

fn html(page: &str) -> Analysis {
    analyze(&from_html(page).unwrap(), &Options::default())
}

fn plain(text: &str) -> Analysis {
    let analysis = analyze(&from_text(text).unwrap(), &Options::default());
    assert_eq!(analysis.article.text, text);
    // blocks in order and apart, also from the messages
    let mut spans: Vec<_> = analysis.article.blocks.iter().map(|b| b.span).collect();
    assert!(spans.is_sorted());
    spans.extend(analysis.comments.iter().map(|c| c.span));
    spans.sort_unstable();
    assert!(spans.windows(2).all(|w| w[0].end <= w[1].start));
    let dense = |s: &str| s.chars().filter(|c| !c.is_whitespace()).count();
    assert_eq!(spans.iter().map(|s| dense(s.of(text).unwrap())).sum::<usize>(), dense(text));
    analysis
}

#[test]
fn a_script_in_a_name_is_no_part_of_it() {
    let page = "<p>The ferry stayed in harbour on Sunday because nobody could find its key.</p><ol class=comment-list>\
        <li class=comment><cite class=comment-author>Ann<script>track('ann')</script></cite> <time datetime=2024-05-18>18 May 2024</time>\
        <p>We have looked under every mat.</p><li class=comment><cite class=comment-author>Bert<style>b{}</style></cite>\
        <time datetime=2024-05-19>19 May 2024</time><p>Tomorrow we look under the cat.</p></ol>";
    let authors: Vec<_> = html(page).comments.into_iter().filter_map(|c| c.author).collect();
    assert_eq!(authors, ["Ann", "Bert"]);
}

#[test]
fn rows_of_an_old_table() {
    assert_eq!(
        thread(&html(include_str!("fixtures/comments-table/source.html"))),
        [
            (
                "Wilf Arden",
                "12 March 2009, 10:04",
                0,
                "My grandmother carried sacks there. She would have laughed at goose fat."
            ),
            ("quayside_kim", "12 March 2009, 13:40", 0, "Best bread I ever had.\nShame about the parking."),
            ("Wilf Arden", "14 March 2009, 08:15", 0, "Park at the church, Kim."),
        ]
    );
}

#[test]
fn a_definition_list() {
    assert_eq!(
        thread(&html(include_str!("fixtures/comments-dl/source.html"))),
        [
            (
                "Dora Finch",
                "June 4, 2007 at 9:12 am",
                0,
                "Leave them there. They are the only ones in that building who work."
            ),
            (
                "Council watcher",
                "June 4, 2007 at 9:30 am",
                0,
                "The clock was right before.\nIt was the mayor who was late."
            ),
        ]
    );
}

#[test]
fn depths_by_attribute() {
    let analysis = html(include_str!("fixtures/comments-nested/source.html"));
    assert_eq!(
        thread(&analysis),
        [
            ("Ilse", "2 May", 0, "Six goats! Who counted?"),
            ("Goatherd", "2 May", 1, "I did. They did not like it."),
            ("R. Öberg", "3 May", 0, "Stone next time, please."),
        ]
    );
    assert_eq!(analysis.comments[1].posted_iso.as_deref(), Some("2024-05-02T09:30:00Z"));
}

#[test]
fn headers_below_their_messages() {
    assert_eq!(
        thread(&html(include_str!("fixtures/comments-forum/source.html"))),
        [
            ("Maëlle", "3 février 2018 à 21:10", 0, "On le voit depuis ma cuisine."),
            ("Yann L.", "4 février 2018 à 00:15", 1, "Et moi depuis mon lit, hélas."),
            ("Soizic", "5 février 2018 à 09:00", 0, "Bravo aux électriciens."),
        ]
    );
}

#[test]
fn forms_side_bars_and_teasers_are_no_thread() {
    assert_eq!(thread(&html(include_str!("fixtures/comments-none/source.html"))), []);
}

#[test]
fn pasted_with_bars_and_arrows() {
    let analysis = plain(include_str!("fixtures/comments-plain-bars/source.txt"));
    assert_eq!(
        thread(&analysis),
        [
            ("Rita Moss", "4 June 2022 | 08:14", 0, "It has a season ticket, I suppose."),
            ("Dan", "4 June 2022 | 08:20", 1, "Concession, surely."),
            ("Rita Moss", "5 June 2022 | 11:02", 0, "Very good, Dan.\n\nAnd it swims better than you."),
        ]
    );
    assert_eq!(analysis.comments[0].posted_iso.as_deref(), Some("2022-06-04T08:14:00"));
    let body: Vec<_> = analysis.article.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).collect();
    assert_eq!(body.len(), 2);
}

#[test]
fn pasted_and_signed_below() {
    assert_eq!(
        thread(&plain(include_str!("fixtures/comments-plain-signed/source.txt"))),
        [
            ("Hob", "10:22 on 3 May 2021", 0, "Can the pianist be heard this time?"),
            ("Winnie Pell", "11:05 on 3 May 2021", 0, "The pianist was stolen too."),
        ]
    );
}

#[test]
fn pasted_in_german_with_numbers() {
    assert_eq!(
        thread(&plain(include_str!("fixtures/comments-plain-german/source.txt"))),
        [
            ("Horst K.", "12. Januar 2020 um 9.15 Uhr", 0, "Endlich wieder Brötchen ohne Auto."),
            ("Mia", "13. Januar 2020 um 18.40 Uhr", 0, "Und Milch!"),
        ]
    );
}

const LINES: &[&str] = &[
    "Comments 2",
    "Ann says:",
    "Thumb bo 7 months",
    "3 May 2021 at 10:15",
    "Reply • Share ›",
    "↳ Cy > Ann · 3h",
    "It was late.\r",
    "",
    "  Dé: “No,” he said.",
    "#4 Eve",
    "\u{2028}İ — Fay, 12/09/2025",
];
const MARKUP: &[&str] = &[
    "<ul class=comments>",
    "<li class='comment depth-2'>",
    "<b class=author>Ann</b>",
    "<time>3 May 2021</time>",
    "<p class=text>Late.",
    "</li>",
    "</ul>",
    "<div>",
    "</div>",
    "<a>Reply</a>",
    "İstanbul ",
];

proptest! {
    #[test]
    fn messages_of_pasted_text_stand_apart_and_nothing_is_lost(picks in prop::collection::vec(0..LINES.len(), 1..30)) {
        let text = picks.iter().map(|&i| LINES[i]).collect::<Vec<_>>().join("\n");
        let Ok(snapshot) = from_text(&text) else { return Ok(()) };
        let analysis = analyze(&snapshot, &Options::default());
        let blocks = analysis.article.blocks.iter().map(|b| b.span);
        let mut spans: Vec<_> = blocks.chain(analysis.comments.iter().map(|c| c.span)).collect();
        spans.sort_unstable();
        prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start));
        let dense = |s: &str| s.chars().filter(|c| !c.is_whitespace()).count();
        prop_assert_eq!(spans.iter().map(|s| dense(s.of(&text).unwrap())).sum::<usize>(), dense(&text));
    }

    #[test]
    fn messages_of_pages_are_spans_of_the_text(picks in prop::collection::vec(0..MARKUP.len(), 1..40)) {
        let html = picks.iter().map(|&i| MARKUP[i]).collect::<String>();
        let analysis = analyze(&from_html(&html).unwrap(), &Options::default());
        for comment in &analysis.comments {
            prop_assert!(comment.span.of(&analysis.article.text).is_some_and(|t| !t.trim().is_empty()));
        }
    }
}

#[test]
fn comments_that_only_json_ld_states_are_read() {
    let page = r#"<title>Lock gate fails</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lock gate fails",
        "comment": [{"@type": "Comment", "text": "It was &quot;promised&quot; in May.\nTwice.", "author": {"name": "Ada Pole"},
            "dateCreated": "2024-05-02T10:00:00Z", "comment": [{"@type": "Comment", "text": "And in June.", "author": "Bo"}]},
          {"@type": "Comment", "text": "The pole would have freed it, as every year before this one.", "author": {"name": "Cy"}},
          {"@type": "Comment", "text": "Nobody signed this."}]}</script>
        <article><h1>Lock gate fails</h1><p>The lock gate at Ansel failed on Monday, and forty barges waited below it until a diver came.</p>
        <p>The keeper said that the hinge had been weak for a year, and that the yard at Skarn had been told.</p></article>
        <div><p>The pole would have freed it, as every year before this one.</p></div>"#;
    let analysis = html(page);
    let text = &analysis.article.text;
    let found: Vec<_> = analysis
        .comments
        .iter()
        .map(|c| (c.author.as_deref().unwrap_or("-"), c.depth, c.span.of(text).unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("Ada Pole", 0, "It was \"promised\" in May.\nTwice."),
            ("Bo", 1, "And in June."),
            ("Cy", 0, "The pole would have freed it, as every year before this one."),
        ]
    );
    assert_eq!(analysis.comments.first().and_then(|c| c.posted_iso.as_deref()), Some("2024-05-02T10:00:00Z"));
    assert_eq!(text.matches("The pole would").count(), 1, "what the page shows of it is not the article's");
}
