//! Laws of loading: files and their order don't matter, a broken record changes no other fact, nothing panics.
#![allow(clippy::unwrap_used)]

use chancery::diagnostic::{Code, Diagnostic, Severity};
use chancery::model::Facts;
use chancery::read::built_in::FILES;
use chancery::read::read_texts;
use chancery::resolve::{Loading, resolve};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use std::fmt::Write;

/// Everything that facts say, but not where it was written down.
fn canonical(facts: &Facts) -> String {
    let mut text = String::new();
    for fact in facts {
        let _ = writeln!(text, "{} {:?} {:?} {:?}", fact.id, fact.was, fact.outside, fact.notes);
        let _ = writeln!(text, "  {:?}\n  {:?} {:?}", fact.body, fact.timing, fact.disputed);
        for account in &fact.accounts {
            let said = (&account.citation, &account.evidence, &account.says, account.status, account.withdrawn);
            let _ = writeln!(text, "  account {said:?}");
        }
        for part in &fact.parts {
            let _ = writeln!(text, "  {part:?}");
        }
    }
    text
}

fn load(files: Vec<(String, String)>) -> Loading {
    resolve(read_texts(files.into_iter().map(|(name, text)| (name, text.into_bytes()))))
}

/// The codes of all problems; where they stand and whom they name first depends on the order of files.
fn codes(problems: &[Diagnostic]) -> Vec<(Code, Severity)> {
    let mut codes: Vec<_> = problems.iter().map(|problem| (problem.code, problem.severity)).collect();
    codes.sort_unstable();
    codes
}

/// The list of records as a file.
fn file(records: &[&str]) -> String {
    format!("[\n{}\n]\n", records.iter().map(|record| format!("    {record},\n")).collect::<String>())
}

/// An id of a small pool, so that records often speak of the same.
fn id(kind: &'static str, count: u8) -> impl Strategy<Value = String> {
    (0..count).prop_map(move |number| format!("{kind}-{}", char::from(b'a' + number)))
}

fn citation() -> impl Strategy<Value = String> {
    let locator = select(vec!["", "#p2", "#p10", "#p02", "#caption"]);
    let one = (id("paper", 3), locator).prop_map(|(paper, locator)| format!("\"{paper}{locator}\""));
    let voice = (id("paper", 3), id("person", 5))
        .prop_map(|(paper, person)| format!("(source: \"{paper}\", says: \"{person}\")"));
    prop::collection::vec(prop_oneof![4 => one, 1 => voice], 1..3)
        .prop_map(|citations| format!("source: [{}]", citations.join(", ")))
}

fn date() -> impl Strategy<Value = &'static str> {
    select(vec![
        "2031-03-04",
        "2031-03-05",
        "2031-03",
        "[2031-03-01..2031-03-04]",
        "2031-03-06~",
        "2031-03-04/2031-03-06",
    ])
}

fn participants() -> impl Strategy<Value = String> {
    let one = (id("person", 5), id("office", 2), 0..4u8).prop_map(|(person, office, form)| match form {
        0 => format!("(who: \"{person}\", as: \"{office}\", role: Host)"),
        1 => format!("(who: \"{person}\", presence: Absent)"),
        2 => format!("(who: \"{person}\", as: [\"former:{office}\", \"private\"], for: \"land-a\")"),
        _ => format!("\"{person}\""),
    });
    prop::collection::vec(one, 1..4).prop_map(|all| all.join(", "))
}

fn event() -> impl Strategy<Value = String> {
    let kind = select(vec!["Meeting", "Meeting", "Call"]);
    let more = subsequence(
        vec!["complete: true", "place: \"place-a\"", "status: Cancelled", "about: \"land-a\"", "note: \"N.\""],
        0..3,
    );
    (kind, id("event", 4), date(), participants(), more, citation()).prop_map(|(kind, id, date, who, more, cite)| {
        let more: String = more.iter().map(|field| format!("{field}, ")).collect();
        format!("{kind}(id: \"{id}\", when: \"{date}\", {more}participants: [{who}], {cite})")
    })
}

fn actor() -> impl Strategy<Value = String> {
    let name = select(vec!["Person A", "Person B"]);
    prop_oneof![
        4 => (id("person", 5), name, select(vec!["1950", "1951"]), id("person", 6)).prop_map(|(id, name, born, was)| {
            format!("Person(id: \"{id}\", name: \"{name}\", born: \"{born}\", was: \"{was}-old\")")
        }),
        2 => id("office", 3).prop_map(|id| format!("Office(id: \"{id}\", title: \"Head\", of: \"land-a\")")),
        1 => id("paper", 3).prop_map(|id| format!("Source(id: \"{id}\", title: \"Paper\", published: \"2031-03-01\")")),
        1 => id("paper", 3).prop_map(|id| format!("Source(id: \"{id}\", title: \"Paper\", published: \"2031-04-01\")")),
        1 => id("person", 5).prop_map(|id| format!("State(id: \"{id}\", name: \"Land\")")),
        1 => Just("State(id: \"land-a\", name: \"Land A\")".to_owned()),
        1 => Just("Place(id: \"place-a\", name: \"Place A\", within: \"place-a\")".to_owned()),
    ]
}

fn judgement() -> impl Strategy<Value = String> {
    let pair = || (id("person", 6), id("person", 6));
    prop_oneof![
        pair().prop_map(|(a, b)| format!("SameAs(id: \"same-{a}-{b}\", a: \"{a}\", b: \"{b}\")")),
        pair().prop_map(|(a, b)| format!("SameAs(id: \"same-{a}-{b}\", a: \"{a}-old\", b: \"{b}\")")),
        pair().prop_map(|(a, b)| format!("Different(id: \"different-{a}-{b}\", a: \"{a}\", b: \"{b}\")")),
        (id("event", 4), id("person", 5), citation())
            .prop_map(|(of, who, cite)| format!("Denial(id: \"denial-{of}\", of: \"{of}\", who: \"{who}\", {cite})")),
        (id("event", 4), id("paper", 3), citation()).prop_map(|(of, paper, cite)| {
            format!("Retraction(id: \"retraction-{of}\", of: \"{of}\", withdraws: \"{paper}#p2\", {cite})")
        }),
        (id("person", 5), id("office", 2), date(), citation()).prop_map(|(person, office, day, cite)| {
            format!("Tenure(id: \"tenure-{office}\", person: \"{person}\", office: \"{office}\", held_on: \"{day}\", {cite})")
        }),
    ]
}

fn records() -> impl Strategy<Value = Vec<String>> {
    let record = prop_oneof![3 => event(), 2 => actor(), 1 => judgement()];
    prop::collection::vec(record, 0..16).prop_flat_map(|records| {
        // Some are written twice.
        let again = subsequence(records.clone(), 0..=records.len().min(3));
        again.prop_map(move |again| [records.clone(), again].concat())
    })
}

/// The records, shuffled, in up to three files of any names.
fn layout(records: Vec<String>) -> impl Strategy<Value = Vec<(String, String)>> {
    let places = prop::collection::vec(0..3usize, records.len());
    let names = Just(vec!["a.ron", "b/a.ron", "b.ron"]).prop_shuffle();
    (Just(records).prop_shuffle(), places, names).prop_map(|(records, places, names)| {
        let of = |number: usize| -> Vec<&str> {
            records.iter().zip(&places).filter(|(_, place)| **place == number).map(|(one, _)| one.as_str()).collect()
        };
        names.iter().enumerate().map(|(number, name)| ((*name).to_owned(), file(&of(number)))).collect()
    })
}

const BROKEN: [&str; 16] = [
    "Person(id: \"x, name: \"X\"),",
    "Person(id: \"x\", name: \"X),",
    "Person(id: \"x\", name: \"X\"",
    "Person(id: \"x\", name: \"X\"],",
    "Person id: \"x\", name: \"X\"),",
    "Person id: \"x\", name: \"X\",",
    "Person(id: \"x\", nmae: \"X\"),",
    "Person(id: \"x\"),",
    "Persn(id: \"x\", name: \"X\"),",
    "Meeting(id: \"event-a\", when: 2031-03-04, source: \"paper-a\"),",
    "Meeting(id: \"event-a\", when: \"2031-02-30\", source: \"paper-a\"),",
    "Meeting(id: \"event-a\", participants: [[[[(, source: \"paper-a\"),",
    "\"",
    "r#\"",
    "(((",
    ",",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn files_and_their_order_do_not_matter(
        (one, other) in records().prop_flat_map(|records| (layout(records.clone()), layout(records))),
    ) {
        let (one, other) = (load(one), load(other));
        prop_assert_eq!(canonical(&one.facts), canonical(&other.facts));
        prop_assert_eq!(&one.facts.identity.digest, &other.facts.identity.digest);
        prop_assert_eq!(codes(&one.problems), codes(&other.problems));
    }

    #[test]
    fn a_broken_record_changes_no_other_fact(
        records in records(), broken in select(BROKEN.to_vec()), at in any::<Index>(),
    ) {
        let whole = file(&records.iter().map(String::as_str).collect::<Vec<_>>());
        let lines: Vec<&str> = whole.lines().collect();
        let at = 1 + at.index(lines.len() - 1);
        let with = [&lines[..at], &[broken], &lines[at..]].concat().join("\n");
        let (without, with) = (load(vec![("a.ron".to_owned(), whole)]), load(vec![("a.ron".to_owned(), with)]));
        prop_assert_eq!(canonical(&without.facts), canonical(&with.facts));
        let unread = |one: &&Diagnostic| matches!(one.code, Code::Parse | Code::ImpossibleDate);
        let number = |loading: &Loading| loading.problems.iter().filter(unread).count();
        prop_assert!(number(&with) > number(&without));
    }

    #[test]
    fn mutated_facts_never_panic(
        file in select(FILES.to_vec()),
        changes in prop::collection::vec((any::<Index>(), any::<u8>(), 0..4u8), 1..12),
    ) {
        let mut bytes = file.1.as_bytes().to_vec();
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] ^= 1 << (byte % 8),
                1 => bytes.insert(at, byte),
                2 => bytes.insert(at, b"\"()[]{},:\\/*\n#"[usize::from(byte) % 14]),
                _ => drop(bytes.remove(at)),
            }
        }
        let others = FILES.iter().filter(|other| other.0 != file.0);
        let texts = others.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        let lines = bytes.split(|byte| *byte == b'\n').count();
        let loading = resolve(read_texts(texts.chain([(file.0.to_owned(), bytes)])));
        for problem in loading.problems.iter().filter(|problem| *problem.span.file == *file.0) {
            prop_assert!(problem.span.line as usize <= lines, "{problem:?}");
            if let Some(excerpt) = &problem.excerpt {
                prop_assert!(excerpt.text.get(excerpt.start..excerpt.end).is_some(), "{problem:?}");
            }
        }
    }
}
