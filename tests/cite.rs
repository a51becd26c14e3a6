//! Bibliographies: read back by readers of others, with hostile texts in every field.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use biblatex::ChunksExt;
use chancery::export::{CitationStyle, Style, write_bibliography};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::query::{Cite, Query};
use chancery::read::read_texts;
use chancery::resolve::{load_folder, resolve};
use citationberg::json::Item;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

fn id(text: &str) -> Id {
    text.parse().expect(text)
}

fn cited() -> KnowledgeGraph {
    let loading = load_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/cited"));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

fn graph_of(text: &str) -> KnowledgeGraph {
    KnowledgeGraph::new(resolve(read_texts([("facts.ron".to_owned(), text.as_bytes().to_vec())])).facts)
}

fn bibliography(graph: &KnowledgeGraph, of: &[&str], citations: CitationStyle) -> String {
    let answer = Query::Cite(Cite { of: of.iter().map(|text| id(text)).collect() }).answer(graph);
    let mut out = Vec::new();
    write_bibliography(&answer, citations, &Style::default(), &mut out).expect("a Vec takes everything");
    String::from_utf8(out).expect("output is text")
}

fn notices(graph: &KnowledgeGraph, of: &str) -> Vec<String> {
    Query::Cite(Cite { of: vec![id(of)] }).answer(graph).notices
}

const SOURCES: [&str; 12] = [
    "article",
    "page",
    "readout",
    "data",
    "register",
    "memcon",
    "book",
    "original",
    "translation",
    "reprint",
    "plain",
    "keepers",
];

#[track_caller]
fn check_note(of: &[&str], expected: &str) {
    assert_eq!(bibliography(&cited(), of, CitationStyle::Chicago), expected);
}

#[test]
fn a_note_for_every_kind_of_source() {
    check_note(
        &["article"],
        "Anna Alpha, “Lands A and B talk: 'good' progress,” Paper A, March 7, 2031, copy at https://example.org/copies/a, \
         accessed April 1, 2031, https://example.org/a_b?c=1&d=50%25#e.\n",
    );
    check_note(&["page"], "“Persons of Land A,” Site A, accessed April 2, 2031, https://example.org/persons.\n");
    check_note(
        &["readout"],
        "Ministry A, “On the talks of 5 March,” readout, March 2031, https://example.org/readout.\n",
    );
    check_note(
        &["data"],
        "Ben Beta and Gamma Institute, Visits_2031, dataset, Institute A, ca. 2032, https://example.org/data.\n",
    );
    check_note(&["register"], "Land A, Register of envoys, register, accessed April 3, 2031.\n");
    check_note(
        &["memcon"],
        "Office A, “Memorandum of conversation,” memcon, October 21, 1971, Document 4, folder 3, box 12, Papers of Person A, \
         Archive A.\n",
    );
    check_note(&["book"], "Person A, Person B, and Anna Alpha, My 100% years (House A, 2033 or 2035).\n");
    check_note(&["plain"], "“A leaflet,” n.d.\n");
}

#[test]
fn a_translation_and_a_reprint_name_what_they_came_of() {
    check_note(
        &["translation"],
        "“Talks of Lands A and B,” Paper B, March 8, 2031, translation of “Переговоры стран А и Б,” Газета А, \
         March 6, 2031.\n",
    );
    check_note(
        &["reprint"],
        "“Talks,” Paper C, n.d., reprinted from “Lands A and B talk: 'good' progress,” Paper A, March 7, 2031.\n",
    );
}

#[test]
fn all_sources_behind_a_fact_each_once_with_its_places() {
    check_note(
        &["talks"],
        "Anna Alpha, “Lands A and B talk: 'good' progress,” Paper A, March 7, 2031, caption, p3, copy at \
         https://example.org/copies/a, accessed April 1, 2031, https://example.org/a_b?c=1&d=50%25#e.\n\
         Office A, “Memorandum of conversation,” memcon, October 21, 1971, page 1, Document 4, folder 3, box 12, Papers of \
         Person A, Archive A.\n\
         Ministry A, “On the talks of 5 March,” readout, March 2031, item 2, https://example.org/readout.\n",
    );
    let graph = cited();
    assert_eq!(notices(&graph, "talks"), [""; 0]);
    assert_eq!(notices(&graph, "person-a"), ["No source is cited for Person A (person-a)."]);
    let withdrawn = "1 account of call of Person A and Person B (call) is left out: its source took it back.";
    assert_eq!(notices(&graph, "call"), [withdrawn]);
}

#[test]
fn the_facts_as_a_whole() {
    let graph = cited();
    let digest = &graph.facts().identity.digest;
    let note = format!(
        "Karl Keeper, Cited & Sons, version 1.2, dataset, Society A, digest {digest}, licence CC0-1.0, \
         https://example.org/facts.\n"
    );
    assert_eq!(bibliography(&graph, &[], CitationStyle::Chicago), note);
    let bibtex = bibliography(&graph, &[], CitationStyle::Bibtex);
    let entries = biblatex::Bibliography::parse(&bibtex).expect(&bibtex);
    let entry = entries.get("cited-sons-1-2").expect("the entry");
    assert_eq!(entry.entry_type, biblatex::EntryType::Dataset);
    assert_eq!(entry.get("title").map(ChunksExt::format_verbatim).as_deref(), Some("Cited & Sons"));
    assert!(entry.get("note").expect("a note").format_verbatim().contains(digest.as_str()));
    let csl = bibliography(&graph, &[], CitationStyle::CslJson);
    let items: Vec<Item> = serde_json::from_str(&csl).expect(&csl);
    assert_eq!(items[0].type_().as_deref(), Some("dataset"));
    let nameless = graph_of("[State(id: \"land-a\", name: \"Land A\")]");
    assert!(bibliography(&nameless, &[], CitationStyle::Chicago).starts_with("facts, dataset, n.d., digest "));
}

#[test]
fn bibtex_is_read_back() {
    let graph = cited();
    let text = bibliography(&graph, &SOURCES, CitationStyle::Bibtex);
    let entries = biblatex::Bibliography::parse(&text).expect(&text);
    assert_eq!(entries.keys().collect::<BTreeSet<_>>(), SOURCES.into_iter().collect());
    for source in SOURCES {
        let entry = entries.get(source).expect(source);
        let title = entry.get("title").map(ChunksExt::format_verbatim);
        assert_eq!(title.as_deref(), Some(graph.facts().name(&id(source))), "{source}");
    }
    let article = entries.get("article").expect("the article");
    let authors = article.author().expect("authors");
    assert_eq!((authors[0].name.as_str(), authors[0].given_name.as_str()), ("Alpha", "Anna"));
    let url = article.get("url").map(ChunksExt::format_verbatim);
    assert_eq!(url.as_deref(), Some("https://example.org/a_b?c=1&d=50%25#e"));
    assert!(article.date().is_ok(), "{:?}", article.date());
    let data = entries.get("data").expect("the data set");
    assert_eq!(data.author().expect("authors").len(), 2);
    assert!(data.date().is_ok(), "{:?}", data.date());
    use biblatex::EntryType::{Article, Book, Dataset, Misc, Online, Report, Unpublished};
    let types = [Article, Online, Report, Dataset, Misc, Unpublished, Book];
    for (source, expected) in SOURCES.iter().zip(types) {
        assert_eq!(entries.get(source).map(|entry| &entry.entry_type), Some(&expected), "{source}");
    }
}

#[test]
fn csl_json_is_read_back() {
    let graph = cited();
    let text = bibliography(&graph, &SOURCES, CitationStyle::CslJson);
    let items: Vec<Item> = serde_json::from_str(&text).expect(&text);
    assert_eq!(items.iter().filter_map(Item::id).collect::<BTreeSet<_>>(), SOURCES.map(Into::into).into());
    let raw: Vec<serde_json::Value> = serde_json::from_str(&text).expect(&text);
    let of = |source: &str| raw.iter().find(|item| item["id"] == source).expect(source);
    assert_eq!(of("article")["author"], serde_json::json!([{"family": "Alpha", "given": "Anna"}]));
    assert_eq!(of("article")["accessed"], serde_json::json!({"date-parts": [[2031, 4, 1]]}));
    assert_eq!(of("readout")["issued"], serde_json::json!({"date-parts": [[2031, 3]]}));
    assert_eq!(of("memcon")["archive"], "Archive A");
    assert_eq!(of("memcon")["archive_collection"], "Papers of Person A");
    assert_eq!(of("memcon")["archive_location"], "Document 4, folder 3, box 12");
    assert_eq!(of("translation")["original-title"], "Переговоры стран А и Б");
    for item in &raw {
        check_variables(item);
    }
}

/// The types and variables of CSL 1.0.2 that a bibliography uses; any other would be refused by its schema.
fn check_variables(item: &serde_json::Value) {
    const TYPES: [&str; 7] = ["article-newspaper", "webpage", "report", "dataset", "manuscript", "book", "document"];
    const TEXTS: [&str; 15] = [
        "id",
        "type",
        "title",
        "container-title",
        "publisher",
        "URL",
        "language",
        "genre",
        "version",
        "archive",
        "archive_collection",
        "archive_location",
        "original-title",
        "original-publisher",
        "note",
    ];
    let fields = item.as_object().expect("an object");
    assert!(TYPES.contains(&item["type"].as_str().expect("a type")), "{item}");
    for (name, value) in fields {
        match name.as_str() {
            "issued" | "accessed" | "original-date" => {
                let parts = value["date-parts"].as_array().expect("date parts");
                assert!((1..=2).contains(&parts.len()), "{item}");
                let lengths = parts.iter().map(|part| part.as_array().map_or(0, Vec::len));
                assert!(lengths.into_iter().all(|length| (1..=3).contains(&length)), "{item}");
            }
            "author" => assert!(value.as_array().is_some_and(|names| !names.is_empty()), "{item}"),
            text => assert!(TEXTS.contains(&text) && value.is_string(), "{text} of {item}"),
        }
    }
}

#[test]
fn a_source_without_a_record_is_named_as_such() {
    let graph = graph_of(
        r#"[
            Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"),
            Meeting(id: "m", when: "2031", participants: ["person-a", "person-b"], source: "lost#p1"),
        ]"#,
    );
    for of in ["m", "lost"] {
        let note = bibliography(&graph, &[of], CitationStyle::Chicago);
        assert_eq!(note, "lost (no readable record describes this source).\n");
        let bibtex = bibliography(&graph, &[of], CitationStyle::Bibtex);
        assert!(biblatex::Bibliography::parse(&bibtex).expect(&bibtex).get("lost").is_some());
        let csl: Vec<Item> = serde_json::from_str(&bibliography(&graph, &[of], CitationStyle::CslJson)).expect("CSL");
        assert_eq!(csl[0].id().as_deref(), Some("lost"));
    }
}

#[test]
fn the_order_of_ids_and_files_changes_nothing() {
    let graph = cited();
    let mut backwards = SOURCES;
    backwards.reverse();
    for style in CitationStyle::ALL {
        assert_eq!(bibliography(&graph, &SOURCES, style), bibliography(&graph, &backwards, style), "{style}");
        assert_eq!(CitationStyle::from_name(style.name()), Some(style));
    }
    assert_eq!(CitationStyle::from_name("Chicago"), None);
}

/// Facts in which every text of a source, and a locator, is the same one.
fn hostile(text: &str, kind: &str) -> KnowledgeGraph {
    graph_of(&format!(
        r#"[
            Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"),
            Source(id: "s", title: {text:?}, author: {text:?}, publisher: {text:?}, url: {text:?}, archived: {text:?},
                   lang: {text:?}, {kind}),
            Meeting(id: "m", when: "2031", participants: ["person-a", "person-b"],
                    source: (source: "s", locator: {text:?})),
        ]"#
    ))
}

const KINDS: [&str; 6] = [
    "kind: Press",
    "kind: Official",
    "genre: Dataset",
    "kind: Scholarly",
    "archive: \"A\", box: \"1\"",
    "genre: Register",
];

/// Letters that mean something to TeX, to JSON, to BibTeX or to a terminal, and others.
fn texts() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        "{}\\%$&#_^~\"'`@,;=()<>|/\n\r\t \u{1b}\u{7}\u{9b}\u{7f}\u{202e}\u{2066}\u{200f}\u{2028}\u{e0041}“”é习д"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![3 => special, 1 => any::<char>()], 1..24).prop_map(String::from_iter)
}

/// Steers a terminal or turns the direction of reading.
fn steers(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How deep braces go at the end of a text, and that they never close more than they opened.
fn depth(text: &str) -> i64 {
    text.chars().fold(0, |depth, letter| {
        let depth = depth + i64::from(letter == '{') - i64::from(letter == '}');
        assert!(depth >= 0, "{text}");
        depth
    })
}

/// The words of a text: readers of BibTeX make one blank of several.
fn readable(text: &str) -> String {
    let words = text.split(char::is_whitespace);
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn hostile_texts_steer_nothing(text in texts(), kind in prop::sample::select(KINDS.to_vec())) {
        let graph = hostile(&text, kind);
        for style in CitationStyle::ALL {
            let written = bibliography(&graph, &["m"], style);
            prop_assert!(!written.chars().any(steers), "{style}: {written:?}");
        }
        prop_assert_eq!(bibliography(&graph, &["m"], CitationStyle::Chicago).lines().count(), 1);
    }

    #[test]
    fn hostile_texts_stay_within_their_field_of_bibtex(text in texts(), kind in prop::sample::select(KINDS.to_vec())) {
        let written = bibliography(&hostile(&text, kind), &["m"], CitationStyle::Bibtex);
        prop_assert_eq!(depth(&written), 0);
        let entries = biblatex::Bibliography::parse(&written);
        let entries = entries.map_err(|error| TestCaseError::fail(format!("{error}: {written}")))?;
        prop_assert_eq!(entries.keys().collect::<Vec<_>>(), ["s"]);
        let names: Vec<&str> = entries.iter().flat_map(|entry| entry.fields.keys().map(String::as_str)).collect();
        const OURS: [&str; 15] = [
            "addendum", "annotation", "author", "institution", "journaltitle", "language", "library", "note",
            "organization", "publisher", "title", "type", "url", "urldate", "date",
        ];
        prop_assert!(names.iter().all(|name| OURS.contains(name)), "{names:?}");
    }

    #[test]
    fn words_come_through_bibtex(text in "[a-zA-Z0-9éд习%$&#_ ,;:.!?@=()/'-]{1,30}") {
        let written = bibliography(&hostile(&text, "kind: Press"), &["m"], CitationStyle::Bibtex);
        let entries = biblatex::Bibliography::parse(&written).expect(&written);
        let title = entries.iter().next().and_then(|entry| entry.get("title")).map(ChunksExt::format_verbatim);
        prop_assert_eq!(title.map(|title| readable(&title)), Some(readable(&text)), "{}", written);
    }

    #[test]
    fn hostile_texts_come_through_csl_json(text in texts(), kind in prop::sample::select(KINDS.to_vec())) {
        let written = bibliography(&hostile(&text, kind), &["m"], CitationStyle::CslJson);
        let raw: Vec<serde_json::Value> = serde_json::from_str(&written).expect(&written);
        prop_assert_eq!(raw[0]["title"].as_str(), Some(text.as_str()));
        prop_assert_eq!(raw[0]["URL"].as_str(), Some(text.as_str()));
        raw.iter().for_each(check_variables);
        prop_assert!(serde_json::from_str::<Vec<Item>>(&written).is_ok(), "{}", written);
        let again: serde_json::Value = serde_json::from_str(&serde_json::to_string(&raw).expect("JSON")).expect("JSON");
        prop_assert_eq!(again, serde_json::Value::Array(raw));
    }
}
