//! What Postil takes for the article of a page: blocks, metadata, links and pictures of the invented pages in `tests/fixtures`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read fails its test")]

use postil::{Article, Options, analyze, decode, from_html};
use std::fmt::Write as _;

/// The article of a fixture, read from this address.
fn article(name: &str) -> Article {
    let path = format!("{}/tests/fixtures/{name}/page.html", env!("CARGO_MANIFEST_DIR"));
    let page = from_html(&decode(&std::fs::read(path).unwrap())).unwrap();
    let options = Options { url: Some("https://quay.example/news/today/page.html".to_owned()), published: None };
    analyze(&page, &options).article
}

/// The article as text that a person can review.
fn shown(article: &Article) -> String {
    let mut shown = String::new();
    let metadata = &article.metadata;
    for (name, value) in [
        ("title", &metadata.title),
        ("byline", &metadata.byline),
        ("published", &metadata.published),
        ("site", &metadata.site),
        ("language", &metadata.language),
        ("url", &metadata.url),
    ] {
        writeln!(shown, "{name}: {}", value.as_deref().unwrap_or("-")).unwrap();
    }
    writeln!(shown, "right to left: {}", metadata.right_to_left).unwrap();
    for block in &article.blocks {
        writeln!(shown, "[{:?} {}] {:?}", block.kind, block.level, block.span.str(&article.text)).unwrap();
    }
    for link in &article.links {
        writeln!(shown, "link {:?} -> {}", link.span.str(&article.text), link.href).unwrap();
    }
    for image in &article.images {
        writeln!(shown, "image before {}: {} {:?}", image.before, image.src, image.alt).unwrap();
    }
    shown
}

#[test]
fn a_news_report_without_the_page_around_it() {
    insta::assert_snapshot!(shown(&article("news-report")));
}

#[test]
fn an_old_page_laid_out_with_a_table() {
    insta::assert_snapshot!(shown(&article("table-layout")));
}

#[test]
fn a_german_page_with_microdata_and_a_table_of_data() {
    insta::assert_snapshot!(shown(&article("german-microdata")));
}

#[test]
fn a_page_in_arabic() {
    insta::assert_snapshot!(shown(&article("right-to-left")));
}

#[test]
fn broken_and_hidden_markup() {
    insta::assert_snapshot!(shown(&article("broken-markup")));
}

#[test]
fn a_front_page_gives_the_text_it_has() {
    insta::assert_snapshot!(shown(&article("front-page")));
}

#[test]
fn a_very_short_article() {
    insta::assert_snapshot!(shown(&article("short-note")));
}

#[test]
fn a_page_without_text_has_no_blocks() {
    let page = from_html("<!doctype html><script>let a = 1;</script>").unwrap();
    assert_eq!(analyze(&page, &Options::default()).article.blocks, []);
}

#[test]
fn blocks_are_in_order_and_parted_by_two_line_breaks() {
    let article = article("news-report");
    let texts: Vec<&str> = article.blocks.iter().map(|b| b.span.str(&article.text)).collect();
    assert_eq!(texts.join("\n\n"), article.text);
}

#[test]
fn the_caller_knows_the_day_best() {
    let page =
        from_html("<title>A</title><meta name=date content=2020-01-01><p>Some words of an article, long enough.")
            .unwrap();
    let options = Options { url: None, published: Some("2021-02-03".to_owned()) };
    assert_eq!(analyze(&page, &options).article.metadata.published.as_deref(), Some("2021-02-03"));
}
