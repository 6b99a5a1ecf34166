//! Pages: markup nested, unclosed, repeated, and what stands in their heads.

use super::Form::{self, Count, Nest, Repeat};
use super::{FAMILY, GIVEN, one_of, paragraph, sentence, word};

const HEAD: &str = "<!doctype html><html lang=en><head><title>Bridge vote divides the valley</title></head><body><article><h1>Bridge vote divides the valley</h1>";
const THREAD: &str = "<!doctype html><title>Bridge vote</title><article><h1>Bridge vote</h1><p>The bridge stays shut until March, the council said on Monday.</p></article><section id=comments class=comments><h2>Comments</h2>";
const TAIL: &str = "<p>The bridge stays shut until March, the council said on Monday.</p></article>";

fn author(number: usize) -> String {
    format!("{} {}", one_of(&GIVEN, number), one_of(&FAMILY, number / 8))
}

fn post(number: usize) -> String {
    format!(
        "<div class=comment id=c{number}><b class=author>{}</b> <time datetime=2024-05-18>18 May 2024</time><p>{}</p>",
        author(number),
        sentence(number)
    )
}

pub(super) const SHAPES: &[(&str, Form)] = &[
    ("page", Count(HEAD, |n| format!("<p>{}</p>\n", paragraph(n)), TAIL)),
    ("page of one paragraph", Count(HEAD, sentence, TAIL)),
    ("paragraphs of a letter", Repeat(HEAD, "<p>a", TAIL)),
    ("empty paragraphs", Repeat(HEAD, "<p></p>", TAIL)),
    ("divs nested", Nest("<div>", "</div>")),
    ("divs with words nested", Nest("<div>a ", "</div>")),
    ("divs unclosed", Repeat("", "<div>", "x")),
    ("divs side by side", Repeat(HEAD, "<div>a</div>", TAIL)),
    ("spans nested", Nest("<span>", "</span>")),
    ("spans around letters", Repeat(HEAD, "<span>a</span>", TAIL)),
    ("bold unclosed", Repeat("", "<b>a", "")),
    ("bold unclosed in paragraphs", Repeat("", "<p><b>a", "")),
    ("misnested formatting", Repeat("", "<b><p>a</b>b</p>", "")),
    ("links unclosed", Repeat("", "<a href=x>a", "")),
    ("block quotes nested", Nest("<blockquote>", "</blockquote>")),
    ("block quotes", Count(HEAD, |n| format!("<blockquote><p>{}</p></blockquote>", sentence(n)), TAIL)),
    ("tables nested", Nest("<table><tr><td>", "</table>")),
    ("table rows", Count(HEAD, |n| format!("<tr><td>{}<td>{n}", word(n)), TAIL)),
    ("a table of rows", Count("<table>", |n| format!("<tr><td>{}<td>{n}", word(n)), "</table>")),
    ("table cells", Repeat("<table><tr>", "<td>a", "</table>")),
    ("words in a table's way", Repeat("<table>", "a<tr>", "</table>")),
    ("lists nested", Nest("<ul><li>a", "</ul>")),
    ("list items", Count("<ul>", |n| format!("<li>{}", sentence(n)), "</ul>")),
    ("list items of a letter", Repeat("<ul>", "<li>a", "</ul>")),
    ("headings", Count(HEAD, |n| format!("<h2>{}</h2><p>{}</p>", word(n), sentence(n)), TAIL)),
    ("first headings", Count("", |n| format!("<h1>{}</h1>", sentence(n)), TAIL)),
    (
        "articles",
        Count("", |n| format!("<article><h2><a href=/{n}>{}</a></h2><p>{}</p></article>", word(n), sentence(n)), ""),
    ),
    ("links", Count(HEAD, |n| format!("<a href=\"/news/{n}\">{}</a> ", word(n)), TAIL)),
    ("links in paragraphs", Count(HEAD, |n| format!("<p><a href=\"/news/{n}\">{}</a></p>", sentence(n)), TAIL)),
    ("line breaks", Repeat(HEAD, "a<br>", TAIL)),
    ("double line breaks", Count(HEAD, |n| format!("{}<br><br>", sentence(n)), TAIL)),
    ("only line breaks", Repeat(HEAD, "<br>", TAIL)),
    ("rules", Repeat(HEAD, "<hr>", TAIL)),
    (
        "images",
        Count(
            HEAD,
            |n| {
                format!(
                    "<figure><img src=/{n}.jpg alt=\"{}\"><figcaption>{}</figcaption></figure>",
                    word(n),
                    sentence(n)
                )
            },
            TAIL,
        ),
    ),
    ("entities", Repeat(HEAD, "&amp;&quot;&eacute; ", TAIL)),
    ("broken entities", Repeat(HEAD, "&am &#x ", TAIL)),
    ("comments of markup", Repeat(HEAD, "<!-- a -->", TAIL)),
    ("one comment of markup", Repeat("<p>The bridge stays shut.</p><!-- ", "a <div> ", "")),
    ("scripts", Repeat(HEAD, "<script>if (a < b) { c() }</script>", TAIL)),
    ("one script", Repeat("<p>The bridge stays shut.</p><script>", "if (a < b) { c('<p>') } ", "</script>")),
    ("scripts unclosed", Repeat("<p>The bridge stays shut.</p>", "<script>", "")),
    ("styles", Repeat(HEAD, "<style>p{color:red}</style>", TAIL)),
    ("attributes on one tag", Count("<p>The bridge.</p><p ", |n| format!("a{n}=b "), ">x</p>")),
    (
        "tags with attributes",
        Count(HEAD, |n| format!("<p class=\"a{n} b\" id=p{n} data-x=y style=\"margin:0\">{}</p>", word(n)), TAIL),
    ),
    ("one long attribute", Repeat("<p>The bridge stays shut.</p><a href=\"", "abcdefghij", "\">x</a>")),
    ("many classes", Count("<p>The bridge stays shut.</p><p class=\"", |n| format!("{} ", word(n)), "\">x</p>")),
    ("tags of many names", Count(HEAD, |n| format!("<x-{}>a</x-{}>", word(n), word(n)), TAIL)),
    ("less-than signs", Repeat(HEAD, "< ", TAIL)),
    ("open tags", Repeat("<p>The bridge stays shut.</p>", "<", "")),
    ("end tags", Repeat(HEAD, "</p>", TAIL)),
    ("end tags of nothing", Repeat(HEAD, "</b>", TAIL)),
    ("forms", Repeat(HEAD, "<form><input><select><option>a</select></form>", TAIL)),
    ("options", Repeat("<select>", "<option>a", "</select>")),
    ("svg", Repeat(HEAD, "<svg><path d=\"M0 0\"/></svg>", TAIL)),
    ("svg nested", Nest("<svg><g>", "</g></svg>")),
    ("templates nested", Nest("<template>", "</template>")),
    ("hidden parts", Repeat(HEAD, "<p hidden>a</p>", TAIL)),
    ("preformatted lines", Count("<pre>", |n| format!("{}\n", word(n)), "</pre>")),
    (
        "metas",
        Count(
            "<head>",
            |n| format!("<meta name=\"{}\" content=\"{}\">", word(n), sentence(n)),
            "</head><p>The bridge stays shut until March.</p>",
        ),
    ),
    (
        "metas of one name",
        Count(
            "<head>",
            |n| format!("<meta property=article:author content=\"{} {}\">", one_of(&GIVEN, n), word(n)),
            "</head><p>The bridge stays shut until March.</p>",
        ),
    ),
    ("long title", Count("<title>", sentence, "</title><p>The bridge stays shut until March.</p>")),
    ("titles", Repeat("", "<title>Bridge vote</title>", "<p>The bridge stays shut until March.</p>")),
    ("bylines", Count(HEAD, |n| format!("<p class=byline>By {} {}</p>", one_of(&GIVEN, n), word(n)), TAIL)),
    (
        "times of markup",
        Count(HEAD, |n| format!("<time datetime=\"2024-05-{:02}\">{} May 2024</time>", n % 28 + 1, n % 28 + 1), TAIL),
    ),
    (
        "JSON-LD of many things",
        Count(
            "<script type=\"application/ld+json\">[",
            |n| {
                format!(
                    "{{\"@type\":\"NewsArticle\",\"headline\":\"{}\",\"author\":{{\"name\":\"{}\"}}}},",
                    word(n),
                    word(n + 1)
                )
            },
            "{}]</script><p>The bridge stays shut until March.</p>",
        ),
    ),
    (
        "JSON-LD nested",
        Repeat(
            "<p>The bridge stays shut until March.</p><script type=\"application/ld+json\">",
            "{\"author\":[",
            "</script>",
        ),
    ),
    (
        "JSON-LD of one long string",
        Count(
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"",
            sentence,
            "\"}</script><p>The bridge stays shut until March.</p>",
        ),
    ),
    (
        "JSON-LD scripts",
        Repeat(HEAD, "<script type=\"application/ld+json\">{\"@type\":\"Person\",\"name\":\"Ann\"}</script>", TAIL),
    ),
    ("thread", Count(THREAD, |n| post(n) + "</div>\n", "</section>")),
    ("thread nested", Count(THREAD, post, "</section>")),
    ("thread of lists", Count(THREAD, |n| format!("<ul class=children><li>{}</div>", post(n)), "</section>")),
    (
        "thread of letters",
        Repeat(THREAD, "<div class=comment><b class=author>Ann</b><time>2 days ago</time><p>a</div>", "</section>"),
    ),
    (
        "thread without classes",
        Count(
            "<h2>Comments</h2>",
            |n| format!("<div><b>{}</b><i>{} hours ago</i><p>{}</p></div>", author(n), n % 20 + 2, sentence(n)),
            "",
        ),
    ),
    ("Chinese page", Repeat(HEAD, "<p>市长说：“桥梁将在冬天之前关闭。”</p>", TAIL)),
];
