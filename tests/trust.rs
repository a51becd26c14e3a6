//! Trust: what answers tell of accounts, of artificial facts and, as laws, of every fact of whole folders.
#![expect(clippy::expect_used, reason = "a test may fail aloud")]

use chancery::date::{Day, Period};
use chancery::export::{Format, Style, write};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::{Certainty, Fact};
use chancery::query::row::{ChangeRow, SourceRow, WhyRow};
use chancery::query::{Answer, Conflicts, Query, Rows, Why};
use chancery::read::{read_folder, read_texts};
use chancery::resolve::{World, resolve, resolve_in};
use std::collections::BTreeSet;
use std::path::Path;

const FOLDERS: [&str; 3] = ["tests/facts/accounts", "tests/facts/two-people", "graph-data"];

fn world(folder: &str, world: &World) -> KnowledgeGraph {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    KnowledgeGraph::new(resolve_in(read_folder(&folder), world).facts)
}

fn folder(name: &str) -> KnowledgeGraph {
    world(name, &World::default())
}

fn text(facts: &str) -> KnowledgeGraph {
    let facts = format!("[{facts}]").into_bytes();
    KnowledgeGraph::new(resolve(read_texts([("facts.ron".to_owned(), facts)])).facts)
}

fn id(text: &str) -> Id {
    text.parse().expect("an id")
}

fn why(graph: &KnowledgeGraph, fact: &str) -> Vec<WhyRow> {
    match Query::Why(Why::Fact(id(fact))).answer(graph).rows {
        Rows::Why(rows) => rows,
        _ => Vec::new(),
    }
}

fn met(graph: &KnowledgeGraph, who: &str, with: &str) -> Answer {
    Query::Why(Why::met(id(who).into(), id(with).into())).answer(graph)
}

fn changes(graph: &KnowledgeGraph, since: Day) -> Vec<ChangeRow> {
    match (Query::Changes { known_since: since, who: None }).answer(graph).rows {
        Rows::Changes(rows) => rows,
        _ => Vec::new(),
    }
}

fn sources(graph: &KnowledgeGraph) -> Vec<SourceRow> {
    match (Query::Sources { source: None }).answer(graph).rows {
        Rows::Sources(rows) => rows,
        _ => Vec::new(),
    }
}

/// What the rows of a fact say of an aspect: number of the account, what it says, against which, verdict, degree.
fn of_aspect(rows: &[WhyRow], aspect: &str) -> Vec<String> {
    let line = |row: &WhyRow| {
        let against: Vec<String> = row.against.iter().filter_map(|one| Some(one.number?.to_string())).collect();
        let verdict = row.ruling.as_ref().map_or("", |judged| judged.verdict());
        format!("{} {} [{}] {verdict} {}", row.account.number, row.says, against.join(","), row.certainty)
    };
    rows.iter().filter(|row| row.aspect == aspect).map(line).collect()
}

#[test]
fn contradictions_name_each_other_and_rulings_their_side() {
    let graph = folder("tests/facts/accounts");
    let check = |fact: &str, aspect: &str, expected: &[&str]| {
        assert_eq!(of_aspect(&why(&graph, fact), aspect), expected, "{fact} {aspect}");
    };
    check(
        "talks",
        "when",
        &["1 2020-01-09 [2,3] not followed disputed", "2 2020-01-10 [1] followed certain", "3 2020-01-10 [1]  certain"],
    );
    check("talks", "place", &["1 Port [2,3]  disputed", "2 Town [1]  disputed", "3 Town [1]  disputed"]);
    check("secret", "occurrence", &["1 held [2]  disputed", "2 not so []  disputed"]);
    check("handshake", "occurrence", &["1 held [2] followed certain", "2 not so [] not followed disputed"]);
    check("lunch", "when", &["1 2020-01-06 []  disputed"]);
    check("lunch", "accounts", &["2 takes back courier-b#p6 []  certain"]);
    check("talks", "remark", &["4 Both papers print the same photograph. []  certain"]);
    check("a-minister-person-a", "from", &["1 2019-02-01 [2]  disputed", "2 2019-01-01 [1]  disputed"]);
}

#[test]
fn what_was_worked_out_is_possible_except_a_day() {
    let graph = text(
        r#"Source(id: "s", title: "S"), Person(id: "pa", name: "A"), Person(id: "pb", name: "B"), Place(id: "town", name: "T"),
        Meeting(id: "m", when: "2020-01-01", place: "town", participants: ["pa", "pb"], source: "s#p1",
            derived: {"when": "the day before the issue", "place": "where both were that week"})"#,
    );
    let rows = why(&graph, "m");
    assert_eq!(of_aspect(&rows, "when"), ["1 2020-01-01 []  certain"]);
    assert_eq!(of_aspect(&rows, "place"), ["1 T []  possible"]);
    let derived: Vec<&str> = rows.iter().filter_map(|row| row.derived.as_deref()).collect();
    assert_eq!(derived, ["the day before the issue", "where both were that week"]);
}

#[test]
fn a_complete_list_speaks_against_those_whom_it_leaves_out() {
    let graph = text(
        r#"Source(id: "s", title: "S"), Source(id: "t", title: "T"), Person(id: "pa", name: "A"), Person(id: "pb", name: "B"),
        Meeting(id: "m", when: "2020-01-01", participants: ["pa", "pb"], source: "s#p1"),
        Meeting(id: "m", when: "2020-01-01", participants: ["pa"], complete: true, source: "t#p1")"#,
    );
    let rows = why(&graph, "m");
    let against: Vec<&str> = rows.iter().flat_map(|row| &row.against).map(|one| one.says.as_str()).collect();
    assert_eq!(against, ["names everybody, and not them"]);
}

#[test]
fn every_account_is_told_with_where_it_is_written() {
    for name in FOLDERS {
        let graph = folder(name);
        for fact in graph.facts().iter() {
            let rows = why(&graph, fact.id.as_str());
            let told: BTreeSet<(u64, String)> = rows
                .iter()
                .filter(|row| row.account.kind == "account")
                .map(|row| (row.account.number, row.account.written_at.clone()))
                .collect();
            let accounts = fact.accounts.iter().zip(1_u64..);
            let accounts = accounts.map(|(account, number)| (number, account.origin.to_string()));
            assert_eq!(told, accounts.collect(), "{} in {name}", fact.id);
        }
    }
}

#[test]
fn every_dispute_shows_both_sides() {
    for name in FOLDERS {
        let graph = folder(name);
        for fact in graph.facts().iter() {
            let rows = why(&graph, fact.id.as_str());
            for aspect in &fact.disputed {
                let is_shown = rows.iter().any(|row| {
                    row.aspect == aspect.name
                        && (aspect.who.is_none() || row.who == aspect.who)
                        && (!row.against.is_empty() || row.account.kind == "denial")
                });
                assert!(is_shown, "{aspect} of {} in {name}", fact.id);
            }
        }
    }
}

#[test]
fn who_is_spoken_against_speaks_against() {
    for name in FOLDERS {
        let graph = folder(name);
        for fact in graph.facts().iter() {
            let rows = why(&graph, fact.id.as_str());
            for row in &rows {
                for other in &row.against {
                    let number = other.number.expect("the account that speaks against is shown");
                    let theirs = rows.iter().find(|their| {
                        their.account.number == number && their.aspect == row.aspect && their.who == row.who
                    });
                    // A complete list says by silence whom it leaves out.
                    assert!(theirs.is_none_or(|their| their.says == other.says), "{} of {}", row.aspect, fact.id);
                    let back = theirs.is_none_or(|their| {
                        their.account.kind == "denial"
                            || their.against.iter().any(|back| back.number == Some(row.account.number))
                    });
                    assert!(back, "{} of {}", row.aspect, fact.id);
                }
            }
        }
    }
}

#[test]
fn what_comes_closest_to_a_meeting_says_why_it_is_none() {
    let graph = text(
        r#"Source(id: "s", title: "S", published: "2020-06-01"), State(id: "land", name: "Land"), State(id: "isle", name: "Isle"),
        Forum(id: "club", name: "Club"),
        Person(id: "pa", name: "A"), Person(id: "pb", name: "B"), Person(id: "pc", name: "C"), Person(id: "pd", name: "D"),
        Call(id: "c", when: "2020-01-01", participants: ["pa", "pb"], medium: Video, source: "s#p1"),
        Message(id: "l", when: "2020-01-02", from: "pa", to: "pb", source: "s#p1"),
        Meeting(id: "off", when: "2020-01-03", status: Cancelled, participants: ["pa", "pb"], source: "s#p1"),
        Meeting(id: "away", when: "2020-01-04", participants: ["pa", "pc", (who: "pb", presence: Absent)], source: "s#p1"),
        Meeting(id: "team", when: "2020-01-05", participants: [(who: "pa", for: "land"), (who: "pb", for: "land"),
            (who: "pc", for: "isle")], source: "s#p1"),
        Activity(id: "parade", when: "2020-01-06", participants: ["pa", "pb"], source: "s#p1"),
        Meeting(id: "back", when: "2020-01-07", participants: ["pa", "pb"], source: "s#p7"),
        Retraction(id: "r", of: "back", withdraws: "s#p7", source: "s#p8")"#,
    );
    let answer = met(&graph, "pa", "pb");
    assert!(answer.rows.is_empty());
    let expected = [
        "call of A and B (c), 2020-01-01: a call by video.",
        "message of A and B (l), 2020-01-02: a message, in writing.",
        "meeting of A and B (off), 2020-01-03: a meeting cancelled, not known to have been held.",
        "meeting of A and C (away), 2020-01-04: a meeting from which B was absent.",
        "meeting of A and B (team), 2020-01-05: a meeting at which they were not two sides that met.",
        "activity of A and B (parade), 2020-01-06: an activity counts as no meeting.",
        "back: taken back by its source.",
    ];
    let closest: Vec<&str> = answer.notices.iter().filter_map(|notice| notice.strip_prefix("Closest: ")).collect();
    assert_eq!(closest, expected);
    assert!(answer.notices.iter().any(|notice| notice.contains("is not \"it did not happen\"")));
    assert!(met(&graph, "pc", "pd").notices.iter().any(|notice| notice.starts_with("No loaded event")));
    assert!(!met(&graph, "pa", "pc").rows.is_empty());
}

#[test]
fn closest_events_are_few_and_the_others_counted() {
    let calls = (1..=12).map(|day| {
        format!(r#"Call(id: "c{day}", when: "2020-01-{day:02}", participants: ["pa", "pb"], source: "s"),"#)
    });
    let graph = text(&format!(
        r#"Source(id: "s", title: "S"), Person(id: "pa", name: "A"), Person(id: "pb", name: "B"), {}"#,
        calls.collect::<String>()
    ));
    let notices = met(&graph, "pa", "pb").notices;
    assert_eq!(notices.iter().filter(|notice| notice.starts_with("Closest: ")).count(), 8);
    assert!(notices.iter().any(|notice| notice.starts_with("4 more events")), "{notices:?}");
}

/// The accounts that have a source, by fact, source and place.
fn accounts(graph: &KnowledgeGraph) -> BTreeSet<String> {
    let of = |fact: &Fact| {
        let loci = fact.accounts.iter().filter_map(|account| Some(account.citation.as_ref()?.locus().to_string()));
        loci.map(|locus| format!("{} {locus}", fact.id)).collect::<Vec<_>>()
    };
    graph.facts().iter().flat_map(of).collect()
}

#[test]
fn each_dated_account_was_known_before_or_became_known_since() {
    for (name, day) in
        [("tests/facts/accounts", "2020-01-12"), ("tests/facts/two-people", "2001-05-03"), ("graph-data", "2024-12-13")]
    {
        let day: Day = day.parse().expect("a day");
        let eve = day.plus_days(-1);
        let whole = folder(name);
        let before = accounts(&world(name, &World { known_on: Some(eve), ..World::default() }));
        let of = |row: &ChangeRow| {
            let at = |cited: &chancery::query::CitedAt| {
                let place = cited.locator.as_ref().map(|place| format!("#{place}")).unwrap_or_default();
                format!("{} {}{place}", row.fact, cited.source)
            };
            row.support.iter().map(at).collect::<Vec<_>>()
        };
        let since: BTreeSet<String> = changes(&whole, day).iter().flat_map(of).collect();
        let ever: BTreeSet<String> = changes(&whole, Day::MIN).iter().flat_map(of).collect();
        assert!(!since.is_empty(), "{name}");
        // What needs no evidence stays in every world, and so may stand in both.
        let kinds_that_stay = |account: &String| {
            let fact = account.split(' ').next().and_then(|id| whole.facts().get(id));
            fact.and_then(Fact::kind).is_some_and(|kind| !kind.needs_evidence())
        };
        let both: Vec<&String> = since.intersection(&before).filter(|account| !kinds_that_stay(account)).collect();
        assert!(both.is_empty(), "{name}: {both:?}");
        let neither: Vec<&String> = ever.iter().filter(|one| !since.contains(*one) && !before.contains(*one)).collect();
        assert!(neither.is_empty(), "{name}: {neither:?}");
    }
}

#[test]
fn changes_tell_what_each_is() {
    let graph = folder("tests/facts/accounts");
    let since: Day = "2020-01-12".parse().expect("a day");
    let line = |row: &ChangeRow| {
        let about = row.about.as_ref().map(|about| format!(" of {about}")).unwrap_or_default();
        format!("{} {} {}{about} {}", row.known, row.change, row.fact, row.certainty)
    };
    let told: Vec<String> = changes(&graph, since).iter().map(line).collect();
    let expected = [
        "2020-01-12 another account a-minister-person-a certain",
        "2020-01-12 denial dinner-without-c of dinner certain",
        "2020-01-12 denial handshake-denied of handshake certain",
        "2020-01-12 new lunch certain",
        "2020-01-12 denial secret-denied of secret certain",
        "2020-01-12 another account talks certain",
        "2020-01-13 another account talks certain",
        "2020-03-01 retraction lunch-withdrawn of lunch certain",
        "2020-03-01 new words certain",
        "2020-04-01 ruling talks-day of talks certain",
        "2020 new club-b possible",
        "2020 new talks-remark possible",
    ];
    assert_eq!(told, expected);
    let notices = (Query::Changes { known_since: since, who: None }).answer(&graph).notices;
    for words in ["Known by publication", "`diff`", "1 ruling has no day", "may have appeared before 2020-01-12"] {
        assert!(notices.iter().any(|notice| notice.contains(words)), "{words}: {notices:?}");
    }
}

#[test]
fn a_part_that_appeared_on_its_own_day_goes_by_that() {
    let graph = text(
        r#"Source(id: "s", title: "S", published: "2020-01-01"), Person(id: "pa", name: "A"),
        Statement(id: "w", when: "2020-01-01", speaker: "pa", source: (source: "s", locator: "p1", appeared: "2021-05-01"))"#,
    );
    let known: Vec<String> =
        changes(&graph, "2021-01-01".parse().expect("a day")).into_iter().map(|row| row.known).collect();
    assert_eq!(known, ["2021-05-01"]);
}

#[test]
fn sources_count_every_account_once() {
    for name in FOLDERS {
        let graph = folder(name);
        let cited = graph.facts().iter().flat_map(|fact| &fact.accounts).filter(|one| one.citation.is_some()).count();
        let told: u64 = sources(&graph).iter().map(|row| row.accounts).sum();
        assert_eq!(told, cited as u64, "{name}");
    }
}

#[test]
fn sources_tell_what_rests_on_each() {
    let rows = sources(&folder("tests/facts/accounts"));
    let line = |row: &SourceRow| {
        let of = row.reprint_of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
        format!("{} {} {} {} {} {}{of}", row.source, row.accounts, row.facts, row.events, row.alone, row.withdrawn)
    };
    let told: Vec<String> = rows.iter().map(line).collect();
    let expected = [
        "yearbook 2 2 0 2 0",
        "gazette-a 9 9 8 7 0",
        "courier-b 6 6 2 3 1",
        "reprint-a 1 1 1 0 0 of gazette-a",
        "correction-b 2 2 1 2 0",
        "diary 1 1 1 1 0",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_nobody_asserts_may_be_denied() {
    let graph = text(r#"Source(id: "s", title: "S"), Denial(id: "d", of: "rumour", source: "s#p1")"#);
    let question = Conflicts { only_denied: true, ..Conflicts::default() };
    let answer = Query::Conflicts(question).answer(&graph);
    let Rows::Conflicts(rows) = &answer.rows else {
        return assert!(answer.rows.is_empty());
    };
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (row.fact.as_str(), row.state)).collect();
    assert_eq!(told, [("rumour", "denied")]);
    assert_eq!(rows.first().map(|row| row.certainty), Some(Certainty::Disputed));
    assert_eq!(rows.first().map(|row| row.support.len()), Some(1));
    assert_eq!(of_aspect(&why(&graph, "rumour"), "occurrence"), ["1 not so []  disputed"]);
}

#[test]
fn denials_of_the_meetings_of_two() {
    let graph = text(
        r#"Source(id: "s", title: "S"), Source(id: "t", title: "T"),
        Person(id: "pa", name: "A"), Person(id: "pb", name: "B"), Person(id: "pc", name: "C"),
        Meeting(id: "m", when: "2020-01-01", participants: ["pa", "pb"], source: "s"),
        Meeting(id: "n", when: "2021-01-01", participants: ["pa", "pc"], source: "s"),
        Denial(id: "d", of: "m", source: "t"), Denial(id: "e", of: "n", who: "pb", aspect: "participation", source: "t")"#,
    );
    let denied = |who: &str, with: &str| {
        let met = Some((id(who).into(), id(with).into()));
        let answer = Query::Conflicts(Conflicts { met, only_denied: true, ..Conflicts::default() }).answer(&graph);
        let facts = match &answer.rows {
            Rows::Conflicts(rows) => rows.iter().map(|row| row.fact.to_string()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        (facts, answer.notices.join(" "))
    };
    // Of the second meeting only a denial has B.
    assert_eq!(denied("pa", "pb").0, ["m", "n"]);
    assert_eq!(denied("pb", "pa").0, ["m", "n"]);
    assert_eq!(denied("pb", "pc").0, ["n"]);
    let (facts, said) = denied("pa", "pc");
    assert_eq!(facts, ["n"], "{said}");
}

#[test]
fn why_two_met_in_a_period() {
    let graph = text(
        r#"Source(id: "s", title: "S"), Person(id: "pa", name: "A"), Person(id: "pb", name: "B"),
        Meeting(id: "m", when: "2020-01-01", participants: ["pa", "pb"], source: "s"),
        Meeting(id: "n", when: "2021-01-01", participants: ["pa", "pb"], source: "s")"#,
    );
    let facts = |period: &str| {
        let mut why = Why::met(id("pa").into(), id("pb").into());
        if let Why::Met(met) = &mut why {
            met.scope.period = Period::parse(period, "2024-01-01".parse().expect("a day")).expect("a period");
        }
        match Query::Why(why).answer(&graph).rows {
            Rows::Why(rows) => rows.iter().map(|row| row.fact.to_string()).collect::<BTreeSet<_>>(),
            _ => BTreeSet::new(),
        }
    };
    assert_eq!(facts("2021").into_iter().collect::<Vec<_>>(), ["n"]);
    assert_eq!(facts("2020..2021").len(), 2);
    assert!(facts("2022").is_empty());
}

#[test]
fn only_denials_are_listed_where_only_they_are_asked_for() {
    let graph = folder("tests/facts/accounts");
    let facts = |only_denied: bool| {
        let question = Conflicts { only_denied, ..Conflicts::default() };
        match Query::Conflicts(question).answer(&graph).rows {
            Rows::Conflicts(rows) => rows.iter().map(|row| format!("{} {}", row.fact, row.state)).collect(),
            _ => Vec::new(),
        }
    };
    assert_eq!(facts(true), ["dinner denied", "handshake ruled", "secret denied"]);
    assert_eq!(facts(false).len(), 6);
}

#[test]
fn nothing_unseen_reaches_a_terminal() {
    let graph = text(
        r#"Source(id: "s", title: "T\u{1b}[31m\u{202e}", publisher: "P\u{7}\u{202e}", published: "2020-01-01"),
        Person(id: "pa", name: "A\u{1b}]0;x\u{7}"), Person(id: "pb", name: "B\u{202e}\r"),
        Meeting(id: "m", name: "N\u{1b}[2J\u{9b}", when: "2020-01-01", participants: ["pa", (who: "pb", reason: "R\u{8}\u{202e}")],
            source: (source: "s", locator: "p\u{202e}", quote: "Q\u{1b}[0m\nline"), derived: {"when": "W\u{202e}"}),
        Denial(id: "d", of: "m", who: "pb", source: "s#q\u{202e}"),
        Ruling(id: "r", of: "m", aspect: "participation", who: "pb", prefers: "s#p\u{202e}", why: "Y\u{1b}c", by: "K\u{202e}"),
        Remark(id: "k", about: "m", text: "R\u{1b}c\u{202e}", source: "s")"#,
    );
    let queries = [
        Query::Why(Why::Fact(id("m"))),
        Query::Why(Why::met(id("pa").into(), id("pb").into())),
        Query::Sources { source: None },
        Query::Sources { source: Some(id("s")) },
        Query::Changes { known_since: Day::MIN, who: None },
        Query::Conflicts(Conflicts::default()),
    ];
    for query in queries {
        let answer = query.answer(&graph);
        assert!(!answer.rows.is_empty(), "{}", query.name());
        for width in [0, 30, 80, u16::MAX] {
            for ascii in [false, true] {
                let mut out = Vec::new();
                let style = Style { width: Some(width), ascii, ..Style::default() };
                write(&answer, Format::Table, &style, &mut out).expect("a table");
                let table = String::from_utf8(out).expect("text");
                let unseen = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
                assert!(!table.contains(unseen), "{} at {width}: {table:?}", query.name());
            }
        }
    }
}

#[test]
fn cards_keep_together_however_rows_are_sorted() {
    let graph = folder("tests/facts/accounts");
    let mut answer = Query::Why(Why::Fact(id("talks"))).answer(&graph);
    let sort = chancery::query::SortBy { column: "says".to_owned(), descending: true };
    answer.arrange(&chancery::query::Page { sort: Some(sort), limit: None }).expect("a column");
    let mut out = Vec::new();
    write(&answer, Format::Table, &Style { width: Some(80), ..Style::default() }, &mut out).expect("a table");
    let table = String::from_utf8(out).expect("text");
    assert!(table.contains("3 accounts from 2 sources · 1 remark"), "{table}");
    assert_eq!(table.matches("courier-b#p1").count(), 1, "{table}");
}
