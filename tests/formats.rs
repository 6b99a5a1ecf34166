//! What leaves Postil in an open format comes back as it was.
#![cfg(not(target_arch = "wasm32"))]

mod notes;

use notes::annotation;
use postil::format::{Library, NOTES_FORMATS, NotesView, hypothesis, import, markdown, w3c};
use postil::{ArticleIdentity, KeptArticle, KeptPage, KnownArticle, Metadata};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_w3c_file_comes_back_as_it_went(annotations in prop::collection::vec(annotation(), 0..6)) {
        let imported = w3c::import(&w3c::export(&annotations)).unwrap();
        prop_assert_eq!(imported.annotations, annotations);
        prop_assert_eq!(imported.rejected, []);
    }

    #[test]
    fn hypothesis_gets_all_but_positions_and_gives_it_back(mut annotations in prop::collection::vec(annotation(), 0..6)) {
        let imported = import(&hypothesis::export(&annotations)).unwrap();
        annotations.iter_mut().for_each(|a| a.selectors.position = None);
        prop_assert_eq!(imported.annotations, annotations);
        prop_assert_eq!(imported.rejected, []);
    }

    #[test]
    fn a_library_comes_back_as_it_went(
        annotations in prop::collection::vec(annotation(), 0..6),
        pages in prop::collection::vec(("[a-z]{1,9}", any::<bool>(), "\\PC{0,40}", prop::option::of("\\PC{0,20}")), 0..3),
    ) {
        let articles = pages.iter().map(|(source, ..)| KeptArticle {
            source: source.clone(), title: "Gate".into(), size: 7, read: 0.25, ..KeptArticle::default()
        });
        let library = Library {
            annotations,
            articles: articles.collect(),
            pages: pages.into_iter().map(|(source, html, content, url)| KeptPage { source, html, content, url }).collect(),
            known: vec![KnownArticle {
                source: "https://quay.example/a".into(),
                identity: ArticleIdentity::of_key("https://quay.example/a"),
            }],
            tags: vec![serde_json::json!({"name": "claim", "colour": 3})],
        };
        let (back, left_out) = Library::from_file(&library.to_file()).unwrap();
        prop_assert_eq!(back, library);
        prop_assert!(left_out.is_empty());
    }

    #[test]
    fn a_page_that_stands_by_itself_gives_its_notes_back(annotations in prop::collection::vec(annotation(), 0..6)) {
        let html = NOTES_FORMATS.iter().find(|format| format.extension == "html").unwrap();
        let page = (html.write)(&NotesView::new(&annotations, &Metadata::default()));
        prop_assert_eq!(import(&page).unwrap().annotations, annotations);
    }

    #[test]
    fn import_never_panics(text in "(\\PC|[{}\\[\\]\",:]|target|source|\"type\"|null){0,80}") {
        let _either = import(&text);
    }

    #[test]
    fn every_line_of_a_passage_stays_inside_its_block_quotation(annotation in annotation()) {
        let text = markdown::notes(&NotesView::new(std::slice::from_ref(&annotation), &Metadata::default()));
        let open = text.lines().skip_while(|l| !l.starts_with('>'));
        let quoted: Vec<&str> = open.take_while(|l| l.starts_with('>') && !l.starts_with("> — [to the words]")).collect();
        prop_assert!(!quoted.is_empty());
        // `<` and `>` are written as references
        let letters = |t: &str| t.replace("&lt;", "").replace("&gt;", "").chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if annotation.selectors.quote.as_ref().is_some_and(|q| !q.exact.trim().is_empty()) {
            let passage = annotation.passage().replace("&lt;", "").replace("&gt;", "");
            prop_assert_eq!(letters(&quoted.concat().replace("\\&lt;", "").replace("\\&gt;", "")), letters(&passage));
        }
    }
}
