//! The dates, times and amounts of a text, which no name may reach into.

use super::amount::amount_at;
use super::date::date_at;
use super::value::Value;
use crate::entity::lexicon::LexicalClass;
use crate::entity::tokenized::{Shape, TokenizedText};
use crate::model::List;
use time::Date;

/// The dates, times and amounts of a text, in order; relative dates count from `today`, the day the article appeared.
pub(crate) fn values_of(tokens: &TokenizedText, today: Option<Date>) -> Vec<Value> {
    let mut out = Vec::new();
    let opens = |at: usize| tokens.entry(at).is_some_and(|e| e.may_open_value);
    for sentence in &tokens.sentences {
        let (start, end) = (sentence.words.start, sentence.words.end);
        let mut at = start;
        while at < end {
            let article = tokens.language.grammar.indefinite_articles.contains(&tokens.lower(at));
            if !opens(at) || article && !is_counted(tokens, at + 1) {
                at += 1;
                continue;
            }
            let value = amount_at(tokens, at, end).or_else(|| date_at(tokens, at, end, start, today));
            let value = value.filter(|v| v.words.end <= end);
            at = value.as_ref().map_or(at + 1, |v| v.words.end);
            out.extend(value);
        }
    }
    out
}

/// Whether a date or amount may begin with “a” before the word at `at`: “a million”, “a year ago”, “A$15”.
fn is_counted(tokens: &TokenizedText, at: usize) -> bool {
    let (word, language) = (tokens.lower(at), tokens.language);
    word == "$"
        || word == language.number.dozen
        || language.number.magnitude(word).is_some()
        || List::Steps.has(language.inflection.in_singular(word))
}

/// Says of each word whether it belongs to one of `values`.
pub(crate) fn words_in_values(tokens: &TokenizedText, values: &[Value]) -> Vec<bool> {
    let mut in_value = vec![false; tokens.words.len()];
    for value in values {
        // a lone “May” is left to the names when a capital follows: Theresa's namesake, not the month
        let lone = value.words.len() == 1 && tokens.is(value.words.start, LexicalClass::MONTH);
        let named = lone && tokens.word(value.words.end).is_some_and(|w| w.shape == Shape::Capital);
        if !named {
            in_value.get_mut(value.words.clone()).unwrap_or_default().fill(true);
        }
    }
    in_value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::machine_day;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;
    use crate::text::Span;

    /// What is measured in `text` and its value, as of Friday, 8 February 2019.
    fn read(text: &str) -> Vec<(String, String)> {
        let tokens = TokenizedText::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), &ENGLISH);
        let shown = |v: Value| {
            (tokens.span(&v.words).unwrap_or_default().str(text).to_owned(), v.normalised.unwrap_or_default())
        };
        values_of(&tokens, machine_day("2019-02-08T10:30:00+01:00")).into_iter().map(shown).collect()
    }

    /// Checks lines of `text => words = value; words = value` as of Friday, 8 February 2019.
    fn check(table: &str) {
        for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let (text, wanted) = line.split_once(" =>").unwrap_or_else(|| panic!("no “=>” in {line}"));
            let shown = |(w, v): (String, String)| if v.is_empty() { w } else { format!("{w} = {v}") };
            let found: Vec<String> = read(text).into_iter().map(shown).collect();
            assert_eq!(found.join("; "), wanted.trim(), "{text}");
        }
    }

    #[test]
    fn full_dates_stand_by_themselves() {
        check(
            "On Feb. 8, 2019, it rained. => Feb. 8, 2019 = 2019-02-08
             on 8 February 2019, => 8 February 2019 = 2019-02-08
             on March 3rd, => March 3rd = 2019-03-03
             in May 1945, => May 1945 = 1945-05
             on 2019-01-31, => 2019-01-31 = 2019-01-31
             on 13/2/2019. => 13/2/2019 = 2019-02-13
             on 3/2/2019. => 3/2/2019
             am 8.2.2019. => 8.2.2019 = 2019-02-08
             It opened Friday, Feb. 8, 2019. => Friday, Feb. 8, 2019 = 2019-02-08
             It opened on Friday 8 February. => Friday 8 February = 2019-02-08
             since the 9/11 attacks and the Sept. 11 attacks => 9/11 = 2001-09-11; Sept. 11 = 2001-09-11",
        );
    }

    #[test]
    fn ranges_have_two_ends() {
        check(
            "from March 3-5 => March 3-5 = 2019-03-03/2019-03-05
             on 3–5 March 2018 => 3–5 March 2018 = 2018-03-03/2018-03-05
             between 2014 and 2016 => 2014 and 2016 = 2014/2016
             from 2014 to 2016 => 2014 to 2016 = 2014/2016
             in 2015-16 and in 2015/16 => 2015-16 = 2015/2016; 2015/16 = 2015/2016
             They met from Monday to Wednesday. => Monday to Wednesday = 2019-02-04/2019-02-06
             They met from Wednesday to Friday. => Wednesday to Friday = 2019-02-06/2019-02-08
             They will meet from Thursday to Saturday. => Thursday to Saturday = 2019-02-14/2019-02-16
             from May 5 to June 3, 2018 => May 5 to June 3, 2018 = 2018-05-05/2018-06-03
             from December 30 to January 2 => December 30 to January 2 = 2018-12-30/2019-01-02
             from May to September 2017 => May to September 2017 = 2017-05/2017-09
             In 2014 and 2016 => 2014 = 2014; 2016 = 2016",
        );
    }

    #[test]
    fn weekdays_are_just_past_unless_the_verb_looks_ahead() {
        check(
            "He spoke Friday and on Monday. => Friday = 2019-02-08; Monday = 2019-02-04
             They will meet on Monday. => Monday = 2019-02-11
             They met on Monday. => Monday = 2019-02-04
             On Monday, the council will meet. => Monday = 2019-02-11
             On Monday, the council met. => Monday = 2019-02-04
             They said Tuesday would be warm. => Tuesday = 2019-02-12
             A vote will be held Tuesday. => Tuesday = 2019-02-12
             The talks are expected to be resumed on Tuesday. => Tuesday = 2019-02-12
             The court agreed to meet on Tuesday. => Tuesday = 2019-02-12
             He left last Friday and returns next Friday. => last Friday = 2019-02-01; next Friday = 2019-02-15
             She must go by Wednesday. => Wednesday = 2019-02-13
             Until Wednesday, he has steadfastly refused. => Wednesday = 2019-02-06
             He asked them to stay until Wednesday. => Wednesday = 2019-02-13
             It is open until Wednesday. => Wednesday = 2019-02-13
             He died on Thursday morning. => Thursday morning = 2019-02-07
             The Sunday Times and the Mail on Sunday met the Sunday Telegraph. => Sunday = 2019-02-03
             Black Friday was calm. => Friday
             It opens every Friday. => Friday",
        );
    }

    #[test]
    fn months_and_days_without_a_year_follow_the_verb_when_they_are_far() {
        check(
            "It opened in March. => March = 2018-03
             It will open in December. => December = 2019-12
             in December, in March => December = 2018-12; March = 2019-03
             The show will open on September 12. => September 12 = 2019-09-12
             The show opened on June 20. => June 20 = 2018-06-20
             They announced a vote on March 3. => March 3 = 2019-03-03
             He left on the 5th, => 5th = 2019-02-05
             He will leave on the 5th. => 5th = 2019-03-05
             They flew to Christmas Island for Christmas. => Christmas = 2018-12-25
             They sang on Christmas Day. => Christmas Day = 2018-12-25
             on New Year's Eve => New Year's Eve = 2018-12-31",
        );
    }

    #[test]
    fn weeks_months_and_years_count_from_the_article() {
        check(
            "late last year => late last year = 2018
             next week, last month => next week = 2019-W07; last month = 2019-01
             earlier this month => earlier this month = 2019-02
             two weeks ago, a year ago => two weeks ago = 2019-W04; a year ago = 2018
             two days ago, yesterday => two days ago = 2019-02-06; yesterday = 2019-02-07
             last May, mid-March => last May = 2018-05; mid-March = 2019-03
             late 2016 and the early 1980s => late 2016 = 2016; early 1980s = 198X
             in three weeks' time => three weeks' time = 2019-W09
             the day after tomorrow => day after tomorrow = 2019-02-10
             last night, this morning => last night = 2019-02-07; this morning = 2019-02-08
             this weekend, last weekend => this weekend = 2019-02-09/2019-02-10; last weekend = 2019-02-02/2019-02-03
             in the 1990s, the nineties and the '80s => 1990s = 199X; nineties = 199X; 80s = 198X
             in his mid-30s =>
             in the 19th century => 19th century = 18XX
             in the twentieth century => twentieth century = 19XX
             over the past decade => past decade = 200X",
        );
    }

    #[test]
    fn seasons_and_quarters_are_parts_of_a_year() {
        check(
            "in spring 2018 and the summer of 2016 => spring 2018 = 2018-21; summer of 2016 = 2016-22
             last summer, next summer, this spring => last summer = 2018-22; next summer = 2019-22; this spring = 2019-21
             this winter, last winter => this winter = 2018-24; last winter = 2017-24
             Profit rose in the third quarter of 2018. => third quarter of 2018 = 2018-35
             Sales fell in the fourth quarter. => fourth quarter = 2018-36
             Q3 sales, Q1 2017 => Q3 = 2018-35; Q1 2017 = 2017-33
             in the first half of last year => first half of last year = 2018-40
             in fiscal 2016 and fiscal year 2017 => fiscal 2016 = 2016; fiscal year 2017 = 2017
             He scored in the first half and the third quarter. => ",
        );
    }

    #[test]
    fn numbers_and_verbs_are_no_dates() {
        check(
            "About 2000 people may march in the second week. => 
             He may march in, and the spring fed the fall. => 
             They won 3-1 and lost 2-0. => 
             The 5th man and the last man fell. => 
             She was the first to say so. => ",
        );
    }

    #[test]
    fn clocks_are_read() {
        check(
            "at 10:30 a.m., 3pm, 12 a.m. => 10:30 a.m. = 10:30; 3pm = 15:00; 12 a.m. = 00:00
             at noon, at midnight => noon = 12:00; midnight = 00:00
             by 09:00 GMT (1900 GMT) => 09:00 GMT = 09:00Z; 1900 GMT = 19:00Z
             at 8 p.m. EST, 7.30pm BST => 8 p.m. EST = 20:00-05:00; 7.30pm BST = 19:30+01:00
             at 8 p.m. ET, 9 p.m. local time => 8 p.m. ET = 20:00; 9 p.m. local time = 21:00
             at eight o'clock in the evening => eight o'clock in the evening = 20:00
             at 9:30, ran it in 1:34.2, won 1:34 =>  9:30 = 09:30
             at 8 o'clock sharp => 8 o'clock",
        );
    }

    #[test]
    fn money_has_a_currency_and_an_exact_amount() {
        check(
            "€62 million, $1.5bn, US$ 40m => €62 million = EUR 62000000; $1.5bn = USD 1500000000; US$ 40m = USD 40000000
             5 million pounds, HK$3,000, 20 cents => 5 million pounds = GBP 5000000; HK$3,000 = HKD 3000; 20 cents = USD 0.2
             60 pence, a 60p rise, 20 euro cents => 60 pence = GBP 0.6; 60p = GBP 0.6; 20 euro cents = EUR 0.2
             Rs 500 crore, Rs. 20 lakh, ₹5 crore => Rs 500 crore = INR 5000000000; Rs. 20 lakh = INR 2000000; ₹5 crore = INR 50000000
             30 Swiss francs, 40 US dollars => 30 Swiss francs = CHF 30; 40 US dollars = USD 40
             40 Hong Kong dollars, 9 Czech crowns => 40 Hong Kong dollars = HKD 40; 9 Czech crowns = CZK 9
             half a million euros, a billion dollars => half a million euros = EUR 500000; a billion dollars = USD 1000000000
             two and a half million yen => two and a half million yen = JPY 2500000
             two hundred and five thousand pounds => two hundred and five thousand pounds = GBP 205000
             $10-15 million, 5 to 10 million euros => $10-15 million = USD 10000000/15000000; 5 to 10 million euros = EUR 5000000/10000000
             a five-million-euro deal, a 40-dollar fee => five-million-euro = EUR 5000000; 40-dollar = USD 40
             $10 to 15 people => $10 = USD 10
             A $15 wage, an A$15 wage => $15 = USD 15; A$15 = AUD 15
             He won 20 races and 3 won. => ",
        );
    }

    #[test]
    fn shares_and_quantities_have_units() {
        check(
            "12.5 per cent, 40%, 10-15 percent => 12.5 per cent = 12.5 %; 40% = 40 %; 10-15 percent = 10/15 %
             25 basis points, two percentage points => 25 basis points = 0.25 %; two percentage points = 2 %
             40 kilometres, three tonnes => 40 kilometres = 40 km; three tonnes = 3 t
             a 40-mile run, 20 square kilometres => 40-mile = 40 mi; 20 square kilometres = 20 km²
             twenty-five acres, 12 nautical miles => twenty-five acres = 25 acre; 12 nautical miles = 12 nmi
             He stood six feet two. She is 6ft 2in tall. => six feet two = 6 ft 2 in; 6ft 2in = 6 ft 2 in
             300,000 barrels a day, 90 km per hour => 300,000 barrels a day = 300000 bbl/d; 90 km per hour = 90 km/h
             at 249 km/h, 30 mph => 249 km/h = 249 km/h; 30 mph = 30 mi/h
             It was minus 23 degrees Celsius. => minus 23 degrees Celsius = -23 °C
             30 degrees Celsius, 30°C, 40 km => 30 degrees Celsius = 30 °C; 30°C = 30 °C; 40 km = 40 km
             42 kg (92 pounds) of it => 42 kg = 42 kg; 92 pounds = 92 lb
             It weighed 200 pounds, five pounds of rice => 200 pounds = 200 lb; five pounds = 5 lb
             two dozen miles, 5 to 10 km => two dozen miles = 24 mi; 5 to 10 km = 5/10 km
             six feet of snow, a third of them => six feet = 6 ft",
        );
    }
}
