//! Compiled facts: what is opened again is what was written, and whatever is wrong with a file is seen.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "compiled/again.rs"]
mod again;
#[path = "brute_force/told.rs"]
#[allow(dead_code, reason = "only the facts are used here")]
mod told;

use again::{Folder, assert_same, both, now};
use chancery::compile::{Difference, Place, Unused, WriteError, open, restamp, verify, write};
use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::names::NameTable;
use chancery::query::{
    Attendance, Cite, Common, Conflicts, Covering, Directory, Events, Matrix, Meetings, Offices, Path, Query, Scope,
    Visits, Who,
};
use chancery::record::Kind;
use proptest::prelude::*;
use std::fs;

/// Many questions about what lies in a graph.
fn questions(graph: &KnowledgeGraph) -> Vec<Query> {
    let scope = Scope { at_least: chancery::model::Certainty::Possible, ..Scope::default() };
    let actors: Vec<Id> = graph
        .facts()
        .iter()
        .filter(|fact| fact.kind().is_some_and(Kind::is_actor))
        .map(|fact| fact.id.clone())
        .collect();
    let mut all = vec![
        Query::Stats,
        Query::Sources { source: None },
        Query::Conflicts(Conflicts::default()),
        Query::Changes { known_since: Day::FIRST, who: None },
        Query::Cite(Cite::default()),
        Query::Coverage(Covering { who: None, period: Period::ALL }),
        Query::Search { text: "a".to_owned() },
        Query::Offices(Offices::default()),
        Query::Events(Events { who: Vec::new(), scope: scope.clone() }),
        Query::Visits(Visits { scope: scope.clone(), ..Visits::default() }),
        Query::Attendance(Attendance { scope: scope.clone(), ..Attendance::default() }),
    ];
    all.extend(graph.facts().iter().map(|fact| Query::Show { id: fact.id.clone() }));
    for (at, actor) in actors.iter().enumerate() {
        let who = || Who::from(actor.clone());
        let next = actors.get((at + 1) % actors.len()).unwrap_or(actor).clone();
        all.extend([
            Query::Meetings(Meetings { who: who(), with: None, scope: scope.clone() }),
            Query::Meetings(Meetings { who: who(), with: Some(next.clone().into()), scope: scope.clone() }),
            Query::Contacts(Meetings { who: who(), with: None, scope: scope.clone() }),
            Query::Visits(Visits { by: Some(who()), scope: scope.clone(), ..Visits::default() }),
            Query::Offices(Offices { who: Some(who()), scope: scope.clone(), ..Offices::default() }),
            Query::Timeline(Events { who: vec![who()], scope: scope.clone() }),
            Query::Common(Common { who: vec![who(), next.clone().into()], scope: scope.clone() }),
            Query::Path(Path::new(actor.clone(), next.clone(), scope.clone())),
            Query::Matrix(Matrix { rows: vec![who()], scope: scope.clone(), ..Matrix::default() }),
            Query::Conflicts(Conflicts { who: Some(who()), ..Conflicts::default() }),
            Query::Coverage(Covering { who: Some(who()), period: Period::ALL }),
        ]);
    }
    let sources = graph.facts().iter().filter(|fact| fact.kind() == Some(Kind::Source));
    all.extend(sources.map(|fact| Query::Sources { source: Some(fact.id.clone()) }));
    all
}

#[track_caller]
fn same_answers(fresh: &KnowledgeGraph, compiled: &KnowledgeGraph) {
    for query in questions(fresh) {
        assert_same(fresh, compiled, &query);
    }
}

/// The built-in facts, as the files of a folder.
fn built_in() -> Folder {
    let folder = Folder::new();
    for (path, text) in chancery::read::built_in::FILES {
        folder.put(&path.replace('/', "-"), text);
    }
    folder
}

const SMALL: &[(&str, &str)] = &[
    (
        "a.ron",
        r#"[
        Person(id: "person-a", name: "Person A", family: "Ay", was: "person-old", ids: {"wikidata": "Q1"}),
        Person(id: "person-b", name: "Person B", names: {"ru": ["Лицо Бэ"]}),
        State(id: "land-a", name: "Land A"),
        Office(id: "head-a", title: "Head", of: "land-a", seats: 1, level: [HeadOfState]),
        Tenure(id: "t-1", person: "person-a", office: "head-a", from: "2020-01-01", source: "s"),
        Source(id: "s", title: "Source S", published: "2024-12-13"),
    ]"#,
    ),
    (
        "b.ron",
        r#"[
        Meeting(id: "m-1", when: "2024-12-12", participants: ["person-a", "person-b"], source: ["s#1", "s#2"]),
        Meeting(id: "m-2", when: "2024-12", participants: ["person-a", "nobody-known"], source: "s#3"),
    ]"#,
    ),
];

#[test]
fn the_built_in_facts_answer_as_before() {
    let folder = built_in();
    let (fresh, loading) = folder.compile();
    let compiled = folder.open();
    assert_eq!(compiled.problems, loading.problems);
    assert_eq!(verify(&folder.place(), &folder.inputs(), &fresh, &loading.problems), Ok(()));
    same_answers(&fresh, &compiled.graph);
    assert!(compiled.is_sound());
}

#[test]
fn names_mean_the_same() {
    let folder = built_in();
    let (fresh, _) = folder.compile();
    let compiled = folder.open().graph;
    let table = NameTable::new(fresh.facts().iter().filter_map(|fact| fresh.name_entry(fact)).collect());
    let is_active = |id: &Id| fresh.node(id.as_str()).is_some_and(|node| fresh.activity(node) > 0);
    let directories = [Directory::new(&fresh), Directory::new(&compiled)];
    let mut texts: Vec<String> = Vec::new();
    for fact in fresh.facts() {
        texts.push(fact.id.to_string());
        texts.extend(fact.was.iter().map(ToString::to_string));
        texts.extend(fact.outside.iter().flat_map(|(scheme, ids)| ids.iter().map(move |id| format!("{scheme}:{id}"))));
        for name in fresh.name_entry(fact).into_iter().flat_map(|entry| entry.names).take(4) {
            texts.extend(name.split(' ').map(str::to_owned));
            texts.push(name.split(' ').rev().collect::<Vec<_>>().join(" "));
            texts.push(format!("person:{name}"));
            texts.push(format!("THE {name}"));
            texts.push(name);
        }
    }
    texts.sort();
    texts.dedup();
    let wanted = |kinds| chancery::names::Wanted { kinds, word: "anything" };
    for text in texts.iter().step_by(29).map(String::as_str).chain(["", "?", "Nobody Such", "wikidata:Q0", "a:b"]) {
        for kinds in [Kind::ALL, &[Kind::Person], &[Kind::Office, Kind::State]] {
            let among_all = table.resolve(text, &wanted(kinds), &is_active);
            for names in &directories {
                let found = names.resolve(text, &wanted(kinds), Period::ALL).map_err(|error| error.error);
                assert_eq!(found, among_all, "{text}");
            }
        }
    }
}

#[test]
fn problems_are_those_of_the_folder_by_whatever_words_it_is_named() {
    let folder = Folder::with(SMALL);
    folder.put("c.ron", r#"[Person(id: "person-a", nmae: "A"), Topic(id: "t", name: "T"), Topic(id: "t", name: "T")]"#);
    let (_, loading) = folder.compile();
    assert!(loading.problems.len() > 1, "{:?}", loading.problems);
    assert_eq!(folder.open().problems, loading.problems);
    let otherwise = folder.0.join("../").join(folder.0.file_name().expect("a name"));
    let inputs = chancery::compile::Inputs::look(&otherwise, now()).expect("a folder");
    let opened = open(&Place { facts: &otherwise, cache: None }, &inputs).expect("compiled");
    let fresh = chancery::resolve::load_folder(&otherwise);
    assert_eq!(opened.problems, fresh.problems);
    assert!(opened.graph.facts().iter().eq(fresh.facts.iter()));
}

#[test]
fn every_change_of_a_file_is_seen() {
    let check = |what: &str, change: &dyn Fn(&Folder)| {
        let folder = Folder::with(SMALL);
        folder.compile();
        folder.open();
        change(&folder);
        let seen = open(&folder.place(), &folder.inputs()).map(|_| ());
        assert_eq!(seen, Err(Unused::Changed), "{what}");
    };
    check("a byte, length and time as before", &|folder| {
        let path = folder.0.join("b.ron");
        let then = fs::metadata(&path).expect("there").modified().expect("a time");
        folder.put("b.ron", &SMALL[1].1.replace("2024-12-12", "2024-12-11"));
        fs::File::options().write(true).open(&path).expect("there").set_modified(then).expect("can be set");
    });
    check("another length", &|folder| folder.put("b.ron", "[]"));
    check("a new file", &|folder| folder.put("c.ron", "[]"));
    check("a file less", &|folder| fs::remove_file(folder.0.join("a.ron")).expect("there"));
    check("another name", &|folder| {
        fs::rename(folder.0.join("a.ron"), folder.0.join("z.ron")).expect("there");
    });
    check("settings", &|folder| folder.put("chancery.ron", r#"(name: "Name")"#));
}

#[test]
fn a_file_that_holds_what_it_held_needs_no_reading_again() {
    let folder = Folder::with(SMALL);
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(100);
    let age = |by: u64| {
        for (name, _) in SMALL {
            let file = fs::File::options().write(true).open(folder.0.join(name)).expect("there");
            file.set_modified(old + std::time::Duration::from_secs(by)).expect("can be set");
        }
    };
    age(0);
    folder.compile();
    assert!(!folder.open().is_restamp_due, "old files are known by their times");
    age(10);
    assert!(folder.open().is_restamp_due, "files of another time are read");
    restamp(&folder.place(), &folder.inputs(), now()).expect("can be written");
    let opened = folder.open();
    assert!(!opened.is_restamp_due);
    let (fresh, _) = folder.compile();
    same_answers(&fresh, &opened.graph);
    age(1000);
    folder.compile();
    // Of files that were written just now, or later still, no time tells what they hold.
    assert!(!folder.open().is_restamp_due);
}

#[test]
fn what_changed_while_it_was_read_is_not_compiled() {
    let folder = Folder::with(SMALL);
    let inputs = folder.inputs();
    let loading = chancery::resolve::load_folder(&folder.0);
    folder.put("b.ron", "[]");
    let graph = KnowledgeGraph::new(loading.facts);
    let written = write(&folder.place(), &inputs, &graph, &loading.problems, now());
    assert!(matches!(written, Err(WriteError::Changed)), "{written:?}");
    assert!(!folder.compiled().exists());
}

#[test]
fn verifying_tells_what_differs() {
    let folder = Folder::with(SMALL);
    folder.compile();
    let verified = |texts: &[(&str, &str)]| {
        let other = Folder::with(texts);
        let loading = chancery::resolve::load_folder(&other.0);
        verify(&folder.place(), &folder.inputs(), &KnowledgeGraph::new(loading.facts), &loading.problems)
    };
    assert_eq!(verified(&SMALL[..1]), Err(Difference::Collection));
    fs::remove_file(folder.compiled()).expect("there");
    let (fresh, loading) = (KnowledgeGraph::new(chancery::resolve::load_folder(&folder.0).facts), Vec::new());
    assert_eq!(verify(&folder.place(), &folder.inputs(), &fresh, &loading), Err(Difference::Unused(Unused::Missing)));
}

/// What opening gives for other bytes in the place of a compiled file, and whether every answer is right or refused.
fn opened_with(folder: &Folder, fresh: &KnowledgeGraph, bytes: &[u8]) -> Result<bool, Unused> {
    fs::remove_file(folder.compiled()).expect("there");
    fs::write(folder.compiled(), bytes).expect("can be written");
    let compiled = open(&folder.place(), &folder.inputs())?;
    for query in questions(fresh) {
        let (seen, expected) = (query.answer(&compiled.graph), query.answer(fresh));
        let right = format!("{seen:?}") == format!("{expected:?}");
        assert!(right || !compiled.is_sound(), "a wrong answer that looks right: {query:?}");
    }
    Ok(compiled.is_sound())
}

#[test]
fn a_flipped_bit_anywhere_is_seen_or_in_nothing_that_was_asked_for() {
    let folder = Folder::with(SMALL);
    let (fresh, _) = folder.compile();
    let whole = fs::read(folder.compiled()).expect("there");
    let mut seen = 0;
    for at in (0..whole.len()).step_by(53) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        match opened_with(&folder, &fresh, &bytes) {
            Ok(true) => {
                // Only what no checksum needs: the empty rest of the head.
                assert!((64..4096).contains(&at), "byte {at} of {}", whole.len());
            }
            Ok(false) | Err(Unused::Damaged | Unused::Foreign) => seen += 1,
            Err(other) => panic!("byte {at}: {other}"),
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_file_cut_off_anywhere_or_longer_is_damaged() {
    let folder = Folder::with(SMALL);
    let (fresh, _) = folder.compile();
    let whole = fs::read(folder.compiled()).expect("there");
    let mut lengths: Vec<usize> = (0..whole.len()).step_by(997).collect();
    lengths.extend([1, 63, 64, 4095, 4096, whole.len() - 1]);
    for length in lengths {
        assert_eq!(opened_with(&folder, &fresh, &whole[..length]), Err(Unused::Damaged), "{length} bytes");
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert_eq!(opened_with(&folder, &fresh, &longer), Err(Unused::Damaged));
    assert_eq!(opened_with(&folder, &fresh, &[b'x'; 10_000]), Err(Unused::Foreign));
    assert_eq!(opened_with(&folder, &fresh, &whole), Ok(true));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_worlds_answer_as_before(events in prop::collection::vec(told::event(), 1..5), kind in 0..3_usize) {
        let kind = [told::Kind::Meeting, told::Kind::Session, told::Kind::Visit][kind];
        let (fresh, compiled) = both(&[("facts.ron", &told::facts(&events, kind))]);
        prop_assert!(fresh.facts().iter().eq(compiled.facts().iter()));
        same_answers(&fresh, &compiled);
    }

    #[test]
    fn bytes_of_any_kind_are_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..9000)) {
        let folder = Folder::with(SMALL);
        folder.compile();
        fs::write(folder.compiled(), bytes).expect("can be written");
        prop_assert!(open(&folder.place(), &folder.inputs()).is_err());
    }
}
