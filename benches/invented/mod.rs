//! Invented news articles, the same at every run: what the benchmarks measure on.

/// A linear congruential generator (Knuth's MMIX constants): the same text for the same seed on every machine.
struct Dice(u64);

impl Dice {
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let index = (self.0 >> 33) as usize % from.len();
        from[index]
    }
}

const PEOPLE: [&str; 8] = [
    "Ada Brook",
    "Tomas Lindqvist",
    "Miriam Okafor",
    "Jean Valcourt",
    "Priya Raman",
    "Sergio Benetti",
    "Leila Haddad",
    "Owen Marsh",
];
const PLACES: [&str; 6] = ["Lisbon", "Harrowgate", "Nairobi", "the northern valley", "Osaka", "Port Ellery"];
const BODIES: [&str; 5] =
    ["the Water Board", "Marsh & Sons", "the Harbour Authority", "the city council", "Unity Party"];
const VERBS: [&str; 6] = ["said", "told reporters", "added", "warned", "replied", "argued"];
const CLAIMS: [&str; 6] = [
    "We will not close the bridge before the winter",
    "Nobody asked the people who live here",
    "It costs $4.2 million, and that is the cheap way",
    "I have seen this river rise three times since 2011",
    "The figures are wrong by 12 percent",
    "They promised us an answer on Monday",
];
const PLAIN: [&str; 5] = [
    "The plan was drawn up after last year's flood",
    "Work on the second span should begin in March",
    "A vote is expected before the summer break",
    "Two of the four pumps failed during the storm",
    "Some shops in the old town stayed shut",
];

/// How long an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// 1,000 words of body text, an ordinary report.
    Words1000,
    /// 1 MB (10^6 bytes) of HTML, the largest that the budgets name.
    Megabyte,
}

impl Size {
    /// Both, the smaller first.
    pub(crate) const ALL: [Self; 2] = [Self::Words1000, Self::Megabyte];

    fn is_reached(self, words: usize, bytes: usize) -> bool {
        match self {
            Self::Words1000 => words >= 1_000,
            Self::Megabyte => bytes >= 1_000_000,
        }
    }
}

/// A page of this size as sites make them: headline, byline, paragraphs with quotes, and a comment for every ten paragraphs.
pub(crate) fn article(size: Size) -> String {
    let mut dice = Dice(7);
    let mut body = String::new();
    let mut thread = String::new();
    let (mut words, mut paragraphs) = (0, 0);
    while !size.is_reached(words, body.len() + thread.len()) {
        let text = paragraph(&mut dice);
        words += text.split_whitespace().count();
        paragraphs += 1;
        body.push_str(&format!("<p>{text}</p>\n"));
        if paragraphs % 10 == 0 {
            let (author, message) = (dice.pick(&PEOPLE), dice.pick(&CLAIMS));
            thread.push_str(&format!(
                "<div class=\"comment\"><b class=\"author\">{author}</b> \
                 <time datetime=\"2024-05-18\">18 May 2024</time><p>{message}.</p></div>\n"
            ));
        }
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Bridge vote divides the valley</title></head><body>\
         <nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a></li></ul></nav>\
         <article><h1>Bridge vote divides the valley</h1><p class=\"byline\">By Nora Whitlock</p>\
         <time datetime=\"2024-05-17\">17 May 2024</time>\n{body}</article>\
         <section id=\"comments\"><h2>Comments</h2>\n{thread}</section>\
         <footer><p>All rights reserved</p></footer></body></html>"
    )
}

fn paragraph(dice: &mut Dice) -> String {
    let person = dice.pick(&PEOPLE);
    let surname = person.rsplit(' ').next().unwrap_or(person);
    let opening = format!(
        "{}, {person} of {} {} in {}. ",
        dice.pick(&PLAIN),
        dice.pick(&BODIES),
        dice.pick(&VERBS),
        dice.pick(&PLACES)
    );
    let quote = format!("“{},” {surname} {}. “{}.” ", dice.pick(&CLAIMS), dice.pick(&VERBS), dice.pick(&CLAIMS));
    let indirect =
        format!("{surname} {} that {} had known. {}.", dice.pick(&VERBS), dice.pick(&BODIES), dice.pick(&PLAIN));
    opening + &quote + &indirect
}
