//! One small table, and what texts name in it.

use super::*;
use crate::names::made::{entry, person};
use crate::names::{NameEntry, Suggestion, office_phrases};

const ACTORS: Wanted<'_> =
    Wanted { kinds: &[Kind::Person, Kind::State, Kind::Party, Kind::Office], word: "a person, office or actor" };

fn outside(entry: NameEntry, scheme: &str, value: &str) -> NameEntry {
    NameEntry { outside: vec![(scheme.to_owned(), value.to_owned())], ..entry }
}

fn was(entry: NameEntry, earlier: &str) -> NameEntry {
    NameEntry { also: vec![earlier.parse().unwrap()], ..entry }
}

fn office(id: &str, title: &str, level: &str, actors: &[&str]) -> NameEntry {
    let phrases = office_phrases(title, &[level], actors);
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    entry(id, Kind::Office, &phrases)
}

/// `active-…` facts take part in events.
fn table() -> NameTable {
    let xi = person("xi-jinping", "Xi", &["Xi Jinping", "习近平", "Си Цзиньпин"]);
    let country = entry("country-a", Kind::State, &["Country A", "the Republic of A"]);
    NameTable::new(vec![
        outside(was(xi, "xi-j"), "wikidata", "Q15031"),
        person("wang-huning", "Wang", &["Wang Huning"]),
        person("erdogan", "Erdoğan", &["Recep Tayyip Erdoğan"]),
        person("initials", "Berg", &["Hedda B. (Bea) Berg Jr."]),
        person("whole", "Berg", &["Carl Berg"]),
        person("more-initials", "Berg", &["Carl D. Berg"]),
        person("active-sun", "Sun", &["Sun One"]),
        person("sun-two", "Sun", &["Sun Two"]),
        person("active-ray-1", "Ray", &["Ray"]),
        person("active-ray-2", "Ray", &["Ray"]),
        person("active-ray-3", "Moon", &["Moon Ray"]),
        person("dim-1", "Dim", &["Dim One"]),
        person("dim-2", "Dim", &["Dim Two"]),
        was(person("punctuation", "?!", &["…", "!"]), "xi-jinping"),
        outside(country, "HSG", "a"),
        outside(entry("old-a", Kind::State, &["Old A"]), "hsg", "a"),
        entry("a-city", Kind::Place, &["Country A", "City A"]),
        entry("party-a", Kind::Party, &["Party A: Colon"]),
        entry("summit-a", Kind::Session, &["Summit A"]),
        office("fm-a", "Minister of the Exterior", "foreign minister", &["Country A", "the Republic of A"]),
    ])
}

fn resolve(text: &str, wanted: &Wanted<'_>) -> Result<Resolved, NameError> {
    table().resolve(text, wanted, &|id| id.as_str().starts_with("active-"))
}

fn text_of(ids: &[Id]) -> Vec<&str> {
    ids.iter().map(Id::as_str).collect()
}

fn check(text: &str, step: Step, ids: &[&str], passed_over: &[&str]) {
    let seen = resolve(text, &ACTORS).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(seen.step, step, "{text}");
    assert_eq!(text_of(&seen.ids), ids, "{text}");
    assert_eq!(text_of(&seen.passed_over), passed_over, "{text}");
}

fn check_ambiguous(text: &str, expected: &[&str]) {
    match resolve(text, &ACTORS) {
        Err(NameError::Ambiguous { candidates, .. }) => {
            assert_eq!(text_of(&candidates), expected, "{text}")
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn check_unknown(text: &str, wanted: &Wanted<'_>, expected: &[&str]) {
    match resolve(text, wanted) {
        Err(NameError::Unknown { suggestions, .. }) => {
            let ids: Vec<&str> = suggestions.iter().map(|found: &Suggestion| found.id.as_str()).collect();
            assert_eq!(ids, expected, "{text}");
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn check_wrong_kind(text: &str, wanted: &Wanted<'_>, expected: &[&str]) {
    match resolve(text, wanted) {
        Err(NameError::WrongKind { found, .. }) => {
            let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
            assert_eq!(ids, expected, "{text}");
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn by_id() {
    check("xi-jinping", Step::Id, &["xi-jinping"], &[]);
    check("  xi-jinping ", Step::Id, &["xi-jinping"], &[]);
    check("xi-j", Step::EarlierId, &["xi-jinping"], &[]);
    check("Xi-Jinping", Step::Name, &["xi-jinping"], &[]);
    check_unknown("Punctuation", &ACTORS, &["punctuation"]);
}

#[test]
fn by_whole_name() {
    check("习近平", Step::Name, &["xi-jinping"], &[]);
    check("ＸＩ　jinping", Step::Name, &["xi-jinping"], &[]);
    check("СИ ЦЗИНЬПИН", Step::Name, &["xi-jinping"], &[]);
    check("Wang-Huning", Step::Name, &["wang-huning"], &[]);
    check("recep tayyip erdogan", Step::Name, &["erdogan"], &[]);
    check("party a — colon", Step::Name, &["party-a"], &[]);
    check("Party A: Colon", Step::Name, &["party-a"], &[]);
    check("Country A", Step::Name, &["country-a"], &[]);
}

#[test]
fn by_other_order_family_and_word() {
    check("Jinping Xi", Step::Words, &["xi-jinping"], &[]);
    check("Erdoğan, Recep Tayyip", Step::Words, &["erdogan"], &[]);
    check("wang", Step::Family, &["wang-huning"], &[]);
    check("Hedda Berg", Step::Shortened, &["initials"], &[]);
    check("Carl Berg", Step::Name, &["whole"], &[]);
    check_unknown("Heda Berg", &ACTORS, &["initials", "more-initials", "whole"]);
    check("TAYYIP", Step::Word, &["erdogan"], &[]);
    check_unknown("tayy", &ACTORS, &["erdogan"]);
    check_unknown("Tayyip Recep", &ACTORS, &["erdogan"]);
}

#[test]
fn several_of_one_name() {
    check("Sun", Step::Family, &["active-sun"], &["sun-two"]);
    check_ambiguous("ray", &["active-ray-1", "active-ray-2"]);
    check_ambiguous("dim", &["dim-1", "dim-2"]);
    check("moon", Step::Family, &["active-ray-3"], &[]);
}

#[test]
fn by_prefix() {
    check("person: xi", Step::Family, &["xi-jinping"], &[]);
    check("PERSON:xi-jinping", Step::Id, &["xi-jinping"], &[]);
    check("state：country a", Step::Name, &["country-a"], &[]);
    check("person: wikidata:Q15031", Step::OutsideId, &["xi-jinping"], &[]);
    check_wrong_kind("state: xi", &ACTORS, &["xi-jinping"]);
    check_wrong_kind("place: country a", &ACTORS, &["a-city"]);
    check_wrong_kind("place: nowhere", &ACTORS, &[]);
    check_wrong_kind("event: summit a", &ACTORS, &["summit-a"]);
    check_unknown("person:", &ACTORS, &[]);
    check_unknown("nothing: xi", &ACTORS, &["xi-jinping"]);
    let events = Wanted { kinds: &[Kind::Meeting, Kind::Session], word: "an event" };
    let seen = resolve("event: summit a", &events).unwrap();
    assert_eq!(text_of(&seen.ids), ["summit-a"]);
}

#[test]
fn by_outside_id() {
    check("wikidata:Q15031", Step::OutsideId, &["xi-jinping"], &[]);
    check("hsg: a", Step::OutsideId, &["country-a", "old-a"], &[]);
    check_unknown("wikidata:q15031", &ACTORS, &["xi-jinping"]);
    check_unknown("wikidata:Q15032", &ACTORS, &[]);
    check_unknown("hsg:", &ACTORS, &[]);
    check_wrong_kind("person: hsg:a", &ACTORS, &["country-a", "old-a"]);
}

#[test]
fn by_office_phrase() {
    check("foreign minister of country a", Step::Name, &["fm-a"], &[]);
    check("Country A foreign minister", Step::Name, &["fm-a"], &[]);
    check("the foreign minister of the Republic of A", Step::Name, &["fm-a"], &[]);
    check("the Minister of the Exterior", Step::Name, &["fm-a"], &[]);
    check("foreign minister country a of", Step::Words, &["fm-a"], &[]);
}

#[test]
fn of_other_kinds() {
    let persons = Wanted { kinds: &[Kind::Person], word: "a person" };
    check_wrong_kind("Country A", &persons, &["a-city", "country-a"]);
    check_wrong_kind("summit-a", &persons, &["summit-a"]);
    check_unknown("Contry A", &persons, &[]);
    let places = Wanted { kinds: &[Kind::Place], word: "a place" };
    assert_eq!(text_of(&resolve("country a", &places).unwrap().ids), ["a-city"]);
}

/// What names something else may be a slip.
#[test]
fn of_other_kinds_but_for_a_letter() {
    let table = NameTable::new(vec![
        entry("country-a", Kind::State, &["Acountry"]),
        entry("country-b", Kind::State, &["Becountry"]),
        entry("paper", Kind::Source, &["Acuntry and its news"]),
    ]);
    let near = |text: &str, kind: Kind| match table.resolve(text, &Wanted { kinds: &[kind], word: "it" }, &|_| false) {
        Err(NameError::WrongKind { near, .. }) => near.iter().map(|one| one.id.to_string()).collect::<Vec<_>>(),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(near("Acuntry", Kind::State), ["country-a"]);
    assert_eq!(near("Acountry", Kind::Person), [""; 0]);
    assert_eq!(near("news", Kind::State), [""; 0]);
    assert_eq!(near("source: Acuntry", Kind::State), [""; 0]);
}

#[test]
fn the_message_names_what_the_prefix_asked() {
    let error = resolve("state: xi", &ACTORS).unwrap_err();
    let expected = "`state: xi` does not name a state, but person `xi-jinping`";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn hostile_texts() {
    for text in ["", " ", ":", "::", "?!", "…", "\u{202e}", "\0", "of", "person:!"] {
        check_unknown(text, &ACTORS, &[]);
    }
    check_unknown("the", &ACTORS, &["country-a"]);
    check_unknown(&"e\u{301}".repeat(500_000), &ACTORS, &[]);
    check_unknown(&"z ".repeat(500_000), &ACTORS, &[]);
}
