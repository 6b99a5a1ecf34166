//! Hand-made mentions through settling, clusters, references and descriptions: what holds whatever the recogniser.

use super::among_words::MentionsAmongWords;
use super::recognize::{settle_kinds, with_edges_repaired};
use super::resolve::{add_references, clusters_of};
use super::tokenized::TokenizedText;
use super::*;
use crate::article::{Article, Block, BlockKind};
use crate::language::ENGLISH;
use crate::sentence::sentences;
use crate::text::Span;

/// Reads `{p Jana Holt}` in `marked` as a mention of a person, by the first letter of the kind (`x` for misc), and gives a line a
/// cluster: `kind name: mentions · references = description`, without the parts that are empty.
fn read(marked: &str) -> Vec<String> {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    for part in marked.split('{') {
        let Some((mention, rest)) = part.split_once('}') else {
            text.push_str(part);
            continue;
        };
        let (kind, name) = mention.split_once(' ').unwrap();
        let kind = match kind {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organization,
            "l" => EntityKind::Location,
            "g" => EntityKind::Group,
            "e" => EntityKind::Event,
            _ => EntityKind::Misc,
        };
        let start = text.len();
        text.push_str(name);
        mentions.push(Mention { span: Span::new(start, text.len()), kind, cluster: ClusterId::new(0), value: None });
        text.push_str(rest);
    }
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(at, at + paragraph.len()), level: 0 });
        at += paragraph.len() + 2;
    }
    let sentences: Vec<_> = blocks.iter().flat_map(|b| sentences(&text, b.span, Some(&ENGLISH))).collect();
    let article = Article { text: text.clone(), blocks, ..Article::default() };
    let english = &ENGLISH;
    let tokens = TokenizedText::new(&text, &sentences, english);
    let mut mentions = with_edges_repaired(&text, mentions, english);
    settle_kinds(&text, &mut mentions, english);
    let mut clusters = clusters_of(&text, &mut mentions, english);
    let among = MentionsAmongWords::new(&tokens, &mentions);
    add_references(&article, &tokens, &mentions, &among, &mut clusters);
    let show = |cluster: &Cluster| {
        let kind = format!("{:?}", cluster.kind).to_lowercase();
        let names: Vec<&str> = cluster.mentions.iter().map(|&i| i.of(&mentions).unwrap().span.str(&text)).collect();
        let references: Vec<&str> = cluster.references.iter().map(|r| r.str(&text)).collect();
        let mut line = format!("{kind} {}: {}", cluster.name, names.join(", "));
        if !references.is_empty() {
            line.push_str(" · ");
            line.push_str(&references.join(", "));
        }
        if let Some(description) = &cluster.description {
            line.push_str(" = ");
            line.push_str(description);
        }
        line
    };
    clusters.iter().map(show).collect()
}

/// The description of the first cluster of `marked`.
fn description(marked: &str) -> String {
    let line = read(marked).swap_remove(0);
    line.split_once(" = ").map(|(_, d)| d.to_owned()).unwrap_or_default()
}

#[test]
fn a_persons_names_are_one_cluster() {
    assert_eq!(
        read(
            "{p Robert “Bob” Hale} spoke. {p Bob Hale} ate. {p Bob} sat, and {p Hale’s} dog. Mr {p R. Hale}. {p HALE}"
        ),
        ["person Robert “Bob” Hale: Robert “Bob” Hale, Bob Hale, Bob, Hale’s, R. Hale, HALE"]
    );
    assert_eq!(
        read(
            "{p Ursula van der Berg} met {p J.K. Rowling}. {p Van der Berg} liked {p Joanne Rowling}. {p Rowling} left."
        ),
        [
            "person Ursula van der Berg: Ursula van der Berg, Van der Berg",
            "person Joanne Rowling: J.K. Rowling, Joanne Rowling, Rowling"
        ]
    );
    assert_eq!(
        read("{p Jean-Luc Ardant} and {p Anne Smith-Jones} met. {p Ardant} hugged {p Smith-Jones}."),
        ["person Jean-Luc Ardant: Jean-Luc Ardant, Ardant", "person Anne Smith-Jones: Anne Smith-Jones, Smith-Jones"]
    );
}

#[test]
fn namesakes_are_kept_apart_and_bare_names_go_where_it_is_safe() {
    assert_eq!(
        read(
            "{p Hillary Clinton} spoke. {p Clinton} won.\n\n{p Bill Clinton} came. The {o Clintons} left.\n\n{p Clinton} sang."
        ),
        [
            "person Hillary Clinton: Hillary Clinton, Clinton",
            "person Bill Clinton: Bill Clinton",
            "person Clintons: Clintons",
            "person Clinton: Clinton"
        ]
    );
    assert_eq!(
        read("{p Martin King Jr.} met {p Martin King III} and {p Coretta King}. Mrs. {p King} smiled."),
        [
            "person Martin King Jr.: Martin King Jr.",
            "person Martin King III: Martin King III",
            "person Coretta King: Coretta King, King"
        ]
    );
}

#[test]
fn a_wavering_recogniser_is_settled_by_the_article() {
    assert_eq!(
        read(
            "{o Merrow} lost. In {l Merrow} and near {l Merrow}, {l Merrow}'s mayor and {l Merrow}-based {l Merrow} folk, {l Merrow}."
        ),
        ["location Merrow: Merrow, Merrow, Merrow, Merrow, Merrow, Merrow, Merrow"]
    );
    assert_eq!(
        read(
            "{l Washington} mourns. Ms. {l Washington}, or {p Dora Washington}, left {l Washington} for {l Washington, D.C.}"
        ),
        [
            "location Washington, D.C.: Washington, Washington, Washington, D.C.",
            "person Dora Washington: Washington, Dora Washington"
        ]
    );
    assert_eq!(
        read(
            "{p Dora Austin} won. {p Austin} and {p Austin} and {p Austin} met in {l Austin}. {p Paris Cole}; {p Paris}. {l Paris}, {l Paris}."
        ),
        [
            "person Dora Austin: Dora Austin, Austin, Austin, Austin",
            "location Austin: Austin",
            "person Paris Cole: Paris Cole, Paris",
            "location Paris: Paris, Paris"
        ]
    );
    assert_eq!(
        read("{x Islamic State} fled. {o Islamic State} group, {o IS} and {x ISIS}, and {o Daesh}; {o IS} again."),
        ["organization Islamic State: Islamic State, Islamic State, IS, ISIS, Daesh, IS"]
    );
}

#[test]
fn edges_are_brought_to_one_convention() {
    assert_eq!(
        read(
            "{p Sen. Laura Pell} ({p D-Maine}) met {p Robert} “{p Bob}” {p Hale} and the {p pope}, {p Pope Francis}. {p Pell} left."
        ),
        [
            "person Laura Pell: Laura Pell, Pell = Sen., D-Maine",
            "person Robert “Bob” Hale: Robert “Bob” Hale",
            "person Francis: Francis · the pope = pope"
        ]
    );
    assert_eq!(
        read(
            "{p Luis} \"{x Lucho}\" {p Ferrer} and {p Hillary} {p Clinton} won {p when van Eyken} lost. {p Moon invited Xi} home."
        ),
        [
            "person Luis \"Lucho\" Ferrer: Luis \"Lucho\" Ferrer",
            "person Hillary Clinton: Hillary Clinton",
            "person van Eyken: van Eyken",
            "person Moon: Moon",
            "person Xi: Xi"
        ]
    );
    assert_eq!(
        read(
            "The {l Democratic Republic} of the {l Congo} and {l Bosnia} and {l Herzegovina}, {l Ghent} and {l Mons}."
        ),
        [
            "location Democratic Republic of the Congo: Democratic Republic of the Congo",
            "location Bosnia and Herzegovina: Bosnia and Herzegovina",
            "location Ghent: Ghent",
            "location Mons: Mons"
        ]
    );
    assert_eq!(
        read("{o Bank of Calder (BoC)} and {o The Dock Union} met in {l The Hague}. {o BoC} won."),
        [
            "organization Bank of Calder: Bank of Calder, BoC, BoC",
            "organization Dock Union: Dock Union",
            "location The Hague: The Hague"
        ]
    );
}

#[test]
fn nicknames_states_and_degrees_are_no_names_of_their_own() {
    assert_eq!(
        read(
            "{p Tony} “Two Shoes” {p Carbone} fled. {p Ann Lee}, {x Ph.D}., of {l Bethesda}, {l MD}, won. {p Carbone} hid."
        ),
        [
            "person Tony “Two Shoes” Carbone: Tony “Two Shoes” Carbone, Carbone",
            "person Ann Lee: Ann Lee",
            "location Bethesda, MD: Bethesda, MD"
        ]
    );
}

#[test]
fn a_title_has_a_capital_and_a_name_in_capitals_is_a_persons() {
    assert_eq!(
        read(
            "She will miss {l Calder}. {p Jana Holt} came.\n\n{l HOLT}: I sang.\n\n{l HOLT}: I left.\n\n{l HOLT}: Yes.\n\n{l HOLT}: No."
        ),
        ["location Calder: Calder", "person Jana Holt: Jana Holt, HOLT, HOLT, HOLT, HOLT"]
    );
}

#[test]
fn accents_may_be_missing_or_be_marks_of_their_own() {
    assert_eq!(
        read("{p José Ruiz} spoke in {l Bogotá}. {p Jose\u{301} Ruiz} left {l Bogota}; {p Ruiz} slept."),
        ["person José Ruiz: José Ruiz, Jose\u{301} Ruiz, Ruiz", "location Bogotá: Bogotá, Bogota"]
    );
}

#[test]
fn parts_of_names_have_the_kind_of_the_whole() {
    assert_eq!(
        read("{p Orrin} rose. {o Orrin Systems Corp} sued. {o Peter Lindqvist} left, said {p Lindqvist}."),
        [
            "organization Orrin Systems Corp: Orrin, Orrin Systems Corp",
            "person Peter Lindqvist: Peter Lindqvist, Lindqvist"
        ]
    );
}

#[test]
fn organisations_are_called_by_their_heads() {
    assert_eq!(
        read(
            "The {o Bank of Calder} fell. The bank said so. {o Harlow Tide Inc.} rose, and the company hired. {o Harlow Tide} won."
        ),
        [
            "organization Bank of Calder: Bank of Calder · The bank",
            "organization Harlow Tide Inc.: Harlow Tide Inc., Harlow Tide · the company"
        ]
    );
    assert_eq!(
        read("The {o Bank of Calder} and {o Ost Bank} fell. The bank said so."),
        ["organization Bank of Calder: Bank of Calder", "organization Ost Bank: Ost Bank"]
    );
    assert_eq!(
        read(
            "{o Fly Air}, the Irish airline, rose. The airline flew. {l Goma}, a city on the lake, slept. The city woke."
        ),
        [
            "organization Fly Air: Fly Air · The airline = Irish airline",
            "location Goma: Goma · The city = city on the lake"
        ]
    );
}

#[test]
fn descriptions_stand_before_after_and_around_the_name() {
    let cases = [
        ("{p Jana Holt}, the mayor of {l Port Ansel}, said no.", "mayor of Port Ansel"),
        ("{p Jana Holt}, 61, a former nurse, said no.", "former nurse"),
        ("The mayor of Port Ansel, {p Jana Holt}, said no.", "mayor of Port Ansel"),
        ("Reporters asked its chairman, Lord {p Pym}, who said no.", "chairman"),
        ("Former defense minister {p Jana Holt} said no.", "Former defense minister"),
        ("France's defense minister {p Jana Holt} said no.", "France's defense minister"),
        ("WHO chief {p Jana Holt} said no.", "WHO chief"),
        ("Sen. {p Jana Holt} (D-Maine) said no.", "Sen., D-Maine"),
        ("{p Jana Holt}, who is the mayor of {l Port Ansel}, said no.", "mayor of Port Ansel"),
        ("{p Jana Holt} is director of the Rivers Trust.", "director of the Rivers Trust"),
        ("{p Jana Holt}, who runs the port, said no.", "runs the port"),
        ("Lt. Col. (ret.) {p James Ortega} said no.", "Lt. Col. (ret.)"),
        ("said spokesman {p Mike Doyle}.", "spokesman"),
        ("Gen. Sir {p Peter Wall} and Mr. {p Doyle} left.", "Gen."),
        ("Mr. {p Doyle} left.", ""),
        ("{p Jana Holt} was elected president.", ""),
        ("{p Jana Holt}, who sat for a talk with Mr. {p King}, left.", "sat for a talk with Mr. King"),
        ("Former President {p Carl Ames}, her husband, left.", "Former President"),
        ("They thanked the mayor, {p Jana Holt}, and {p Peter Lind} for it.", ""),
    ];
    for (text, wanted) in cases {
        assert_eq!(description(text), wanted, "{text}");
    }
}

#[test]
fn pronouns_mean_the_only_person_of_their_sex_nearby() {
    assert_eq!(
        read("{p Jana Holt} met {p Peter Lind}. She left, and he stayed.\n\n{p Anna Weld} sat. She rose."),
        ["person Jana Holt: Jana Holt · She", "person Peter Lind: Peter Lind · he", "person Anna Weld: Anna Weld"]
    );
    assert_eq!(
        read("{p Jana Holt} was the daughter of a fisherman. “She lied,” said {p Lind}."),
        ["person Jana Holt: Jana Holt = daughter of a fisherman", "person Lind: Lind"]
    );
}

#[test]
fn epithets_mean_the_one_person_of_the_paragraph() {
    let cases = [
        ("{p Marco Desailly} watched. “No,” the {l Calder}-born coach said.", "the Calder-born coach"),
        ("{p Ann Pell}, 79, stayed. “No,” the retired shearer said.", "the retired shearer"),
        ("{p Ann Pell} had time.\n\nThe mother of three was out. She ran.", "The mother of three, She"),
        ("{p Ann Pell} stayed, and the 79-year-old laughed.", "the 79-year-old"),
        ("{p Ann Pell} won. The {g Belgian} striker smiled.", "The Belgian striker"),
        (
            "{p Ann Pell} had time.\n\nThe mother of three sat.\n\n{p Jo Roe} met {p Al Lee}.\n\nThe mother of three rose.",
            "The mother of three, The mother of three",
        ),
        // an office of a country, a bare role, two persons, another sex
        ("{p Ann Pell} won. The {g Belgian} president wept.", ""),
        ("{p Ann Pell} won. The {g Republicans} want it.", ""),
        ("{p Ann Pell} won. The officer wept.", ""),
        ("{p Ann Pell} met {p Jo Roe}. The retired shearer wept.", ""),
        ("{p Ann Pell} won. The father of three wept.", ""),
    ];
    for (text, wanted) in cases {
        let line = read(text).swap_remove(0);
        let references = line.split_once(" · ").map(|(_, r)| r.split(" = ").next().unwrap_or_default());
        assert_eq!(references.unwrap_or_default(), wanted, "{text}: {line}");
    }
}

#[test]
fn what_stands_before_the_name_means_it() {
    let line = read("It fell. Its chairman, {p Urs de Meuron}, told the mayor, {p Jana Holt}, to wait.");
    assert_eq!(
        line,
        [
            "person Urs de Meuron: Urs de Meuron · Its chairman = chairman",
            "person Jana Holt: Jana Holt · the mayor = mayor"
        ]
    );
}

#[test]
fn countries_by_other_names_are_one() {
    assert_eq!(
        read(
            "The {l United States} and the {l U.S.} and {l US}; {g Americans}, {g American}. {l Britain} is the {l UK}."
        ),
        [
            "location United States: United States, U.S., US",
            "group Americans: Americans, American",
            "location Britain: Britain, UK"
        ]
    );
}
