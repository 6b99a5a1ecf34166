//! The types that JavaScript is given are those of what it gets: `crates/analysis/src/exports.d.ts` against what serde writes.
#![cfg(not(target_arch = "wasm32"))]

use postil::{
    Analysis, Answer, AnsweredBy, Article, Block, BlockKind, Cluster, ClusterId, Comment, CommentAnswers, EntityKind,
    Fidelity, Image, Link, Mention, MentionId, Metadata, Quotation, Quote, QuoteKind, Span, Speaker,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A type of TypeScript, as far as the declarations use them.
#[derive(Debug)]
enum Type {
    /// `string`, `number`, `boolean`, `null`, or the name of a declaration.
    Named(String),
    /// A string and no other.
    Literal(String),
    Array(Box<Type>),
    Union(Vec<Type>),
    Object(BTreeMap<String, Type>),
}

/// Reads declarations, one token after another.
struct Parser<'a>(std::iter::Peekable<std::vec::IntoIter<&'a str>>);

impl Parser<'_> {
    fn word(&mut self) -> String {
        self.0.next().expect("the declarations end in the middle").to_owned()
    }

    fn takes(&mut self, token: &str) -> bool {
        self.0.next_if(|next| *next == token).is_some()
    }

    fn declarations(&mut self) -> BTreeMap<String, Type> {
        let mut declared = BTreeMap::new();
        while self.takes("export") {
            let (kind, name) = (self.word(), self.word());
            assert!(kind == "interface" || self.takes("="), "{kind} {name}");
            declared.insert(name, self.union());
            self.takes(";");
        }
        assert_eq!(self.0.peek(), None);
        declared
    }

    fn union(&mut self) -> Type {
        self.takes("|");
        let mut types = vec![self.array()];
        while self.takes("|") {
            types.push(self.array());
        }
        if types.len() == 1 { types.remove(0) } else { Type::Union(types) }
    }

    fn array(&mut self) -> Type {
        let mut of = self.single();
        while self.takes("[]") {
            of = Type::Array(Box::new(of));
        }
        of
    }

    fn single(&mut self) -> Type {
        if !self.takes("{") {
            let word = self.word();
            return word.strip_prefix('"').map_or_else(|| Type::Named(word.clone()), |w| Type::Literal(w.to_owned()));
        }
        let mut fields = BTreeMap::new();
        while !self.takes("}") {
            let name = self.word();
            self.takes("?");
            assert!(self.takes(":"), "{name}");
            fields.insert(name, self.union());
            self.takes(";");
        }
        Type::Object(fields)
    }
}

/// Names, strings (without their second mark), `[]` and single signs; comments are passed over.
fn tokens(source: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let (token, after) = match first {
            '/' => ("", rest.find("*/").expect("a comment ends") + 2),
            '"' => {
                let end = rest[1..].find('"').expect("a string ends") + 1;
                (&rest[..end], end + 1)
            }
            '[' => (&rest[..2], 2),
            c if is_word(c) => {
                let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                (&rest[..end], end)
            }
            c => (&rest[..c.len_utf8()], c.len_utf8()),
        };
        tokens.extend((!token.is_empty()).then_some(token));
        rest = rest[after..].trim_start();
    }
    tokens
}

fn declared() -> BTreeMap<String, Type> {
    Parser(tokens(include_str!("../crates/analysis/src/exports.d.ts")).into_iter().peekable()).declarations()
}

/// Whether `value` is a `wanted`; notes at which places it is `null`.
fn check(value: &Value, wanted: &Type, at: &str, declared: &BTreeMap<String, Type>, nulls: &mut BTreeSet<String>) {
    match (value, wanted) {
        (Value::String(_), Type::Named(name)) if name == "string" => {}
        (Value::Number(_), Type::Named(name)) if name == "number" => {}
        (Value::Bool(_), Type::Named(name)) if name == "boolean" => {}
        (Value::String(word), Type::Union(types)) if types.iter().all(|t| matches!(t, Type::Literal(_))) => {
            assert!(types.iter().any(|t| matches!(t, Type::Literal(l) if l == word)), "{at} is never {word:?}");
        }
        (Value::Null, Type::Union(types)) if is_nullable(types) => drop(nulls.insert(at.to_owned())),
        (_, Type::Union(types)) if is_nullable(types) => {
            let [wanted, _] = &types[..] else { panic!("{at} is of more types than one") };
            check(value, wanted, at, declared, nulls);
        }
        (Value::Array(values), Type::Array(of)) => {
            assert!(!values.is_empty(), "the sample has nothing at {at}");
            values.iter().for_each(|value| check(value, of, at, declared, nulls));
        }
        (Value::Object(values), Type::Object(fields)) => {
            let (has, declares): (BTreeSet<_>, BTreeSet<_>) = (values.keys().collect(), fields.keys().collect());
            assert_eq!(has, declares, "{at}: what Rust gives (left) and what TypeScript is told (right)");
            fields.iter().for_each(|(name, of)| check(&values[name], of, &format!("{at}.{name}"), declared, nulls));
        }
        (_, Type::Named(name)) => {
            check(
                value,
                declared.get(name).unwrap_or_else(|| panic!("{at} is {value}, no {name}")),
                at,
                declared,
                nulls,
            );
        }
        _ => panic!("{at} is {value}, and not {wanted:?}"),
    }
}

fn is_nullable(types: &[Type]) -> bool {
    matches!(types.last(), Some(Type::Named(name)) if name == "null")
}

/// Where `| null` is declared under `wanted`.
fn nullable(wanted: &Type, at: &str, declared: &BTreeMap<String, Type>, places: &mut BTreeSet<String>) {
    match wanted {
        Type::Union(types) if is_nullable(types) => drop(places.insert(at.to_owned())),
        Type::Array(of) => nullable(of, at, declared, places),
        Type::Object(fields) => {
            fields.iter().for_each(|(name, of)| nullable(of, &format!("{at}.{name}"), declared, places))
        }
        Type::Named(name) => declared.get(name).into_iter().for_each(|of| nullable(of, at, declared, places)),
        Type::Union(_) | Type::Literal(_) => {}
    }
}

/// One of everything, with all that may be there (`full`) or with nothing that may be missing.
fn sample(full: bool) -> Analysis {
    let span = Span::new(0, 1);
    let thread = if full { Span::new(1, 1) } else { span };
    let word = || full.then(|| "x".to_owned());
    let (title, byline, published, site, language, url) = (word(), word(), word(), word(), word(), word());
    let speaker = Speaker { span, cluster: full.then_some(ClusterId::new(0)) };
    Analysis {
        article: Article {
            text: "x".to_owned(),
            verbatim: true,
            metadata: Metadata { title, byline, published, site, language, right_to_left: false, url },
            blocks: [full.then_some(BlockKind::Title), Some(BlockKind::ListItem)]
                .into_iter()
                .flatten()
                .map(|kind| Block { kind, span, level: 1 })
                .collect(),
            links: vec![Link { span, href: "x".to_owned() }],
            images: vec![Image { before: 0, src: "x".to_owned(), alt: "x".to_owned() }],
        },
        // a comment from the start on leaves no body
        comments: vec![Comment { author: word(), posted: word(), posted_iso: word(), depth: 0, span: thread }],
        mentions: vec![Mention { span, kind: EntityKind::Person, cluster: ClusterId::new(0), value: word() }],
        clusters: vec![Cluster {
            name: "x".to_owned(),
            kind: EntityKind::Person,
            mentions: vec![MentionId::new(0)],
            references: vec![span],
            description: word(),
            wikidata: word(),
        }],
        quotes: vec![Quote {
            span,
            kind: QuoteKind::Direct,
            cue: full.then_some(span),
            speaker: full.then_some(speaker),
            inside: full.then_some(0),
            confidence: 1.0,
        }],
        answers: vec![CommentAnswers {
            passages: vec![Answer {
                passage: span,
                by: AnsweredBy::Quotation,
                speaker: full.then_some(ClusterId::new(0)),
                score: 1.0,
            }],
            names: vec![ClusterId::new(0)],
            quotations: vec![Quotation {
                span,
                fidelity: Fidelity::Altered,
                passage: full.then_some(span),
                score: 1.0,
            }],
        }],
    }
}

/// The analysis as `analyze` gives it: with the parts of its text.
fn object(analysis: &Analysis) -> Value {
    let mut object = serde_json::to_value(analysis).expect("an object");
    object["document"] = serde_json::to_value(analysis.view().parts()).expect("an object");
    object
}

#[test]
fn javascript_is_told_what_it_gets() {
    let declared = declared();
    let analysis = &declared["Analysis"];
    let (mut seen, mut may) = (BTreeSet::new(), BTreeSet::new());
    check(&object(&sample(true)), analysis, "analysis", &declared, &mut seen);
    assert!(seen.is_empty(), "the full sample lacks {seen:?}");
    check(&object(&sample(false)), analysis, "analysis", &declared, &mut seen);
    nullable(analysis, "analysis", &declared, &mut may);
    assert_eq!(seen, may, "what may be missing in Rust (left) and in TypeScript (right)");

    // a speaker is missing or whole, but its cluster may be missing too
    let unnamed = serde_json::to_value(Speaker { span: Span::new(0, 1), cluster: None }).unwrap();
    assert!(unnamed["cluster"].is_null());
}

#[test]
fn javascript_is_told_of_every_kind() {
    let declared = declared();
    let literals = |name: &str| -> BTreeSet<String> {
        let Type::Union(types) = &declared[name] else { panic!("{name} is no union") };
        types.iter().map(|t| if let Type::Literal(word) = t { word.clone() } else { panic!("{t:?}") }).collect()
    };
    assert_eq!(literals("BlockKind"), variants::<BlockKind>());
    assert_eq!(literals("EntityKind"), variants::<EntityKind>());
    assert_eq!(literals("QuoteKind"), variants::<QuoteKind>());
}

/// The names of an enum's variants, as serde lists them to who brings none of them.
fn variants<T: DeserializeOwned>() -> BTreeSet<String> {
    let message = serde_json::from_str::<T>("\"no such variant\"").err().expect("it is none").to_string();
    let (_, listed) = message.split_once("expected ").expect("serde lists what it expects");
    listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn declarations_are_read_as_they_are_meant() {
    let source = "/** x */ export interface A { b?: string; c: { d: B[] | null }; }\nexport type B = \"e\" | \"f_g\";";
    let declared = Parser(tokens(source).into_iter().peekable()).declarations();
    assert_eq!(
        format!("{declared:?}"),
        r#"{"A": Object({"b": Named("string"), "c": Object({"d": Union([Array(Named("B")), Named("null")])})}), "B": Union([Literal("e"), Literal("f_g")])}"#
    );
}
