//! The built-in facts against the research sheet from which they were made: nothing of it may be dropped, and nothing
//! of what it could not confirm may be in.
//!
//! The sheet numbers its rows (`o-xi-gs`, `m-20241212-xi-medvedev`, `C-07` …), and a fact carries the numbers of the
//! rows behind it as the outside id `sheet`. The numbers of rows are those that the sheet itself gives.

use chancery::model::{Fact, Facts};
use chancery::read::built_in::FILES;
use chancery::record::{Body, Kind};
use chancery::resolve::load_built_in;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of rows: what they are called there, how their numbers begin, how many there are, and which facts they
/// become. One row may become several facts.
const GROUPS: [(&str, &[&str], usize, &[Kind]); 7] = [
    ("name records of people", &["n"], 24, &[Kind::Person]),
    ("offices", &["o"], 39, &[Kind::Tenure]),
    (
        "states, parties, forums, mechanisms, initiatives, venues",
        &["e"],
        30,
        &[Kind::State, Kind::Party, Kind::Organization, Kind::Forum, Kind::Initiative, Kind::Place],
    ),
    ("memberships", &["mb"], 15, &[Kind::Membership]),
    ("visits", &["v"], 36, &[Kind::Visit]),
    (
        "meetings, calls, events, absences",
        &["m", "c", "a"],
        128,
        &[Kind::Meeting, Kind::Call, Kind::Session, Kind::Activity],
    ),
    (
        "statements, letters, initiatives",
        &["s", "l"],
        32,
        &[Kind::Statement, Kind::Message, Kind::Document, Kind::Remark],
    ),
];

/// The sources that the sheet cites.
const SOURCES: usize = 324;

/// The conflicts of the sheet.
const CONFLICTS: usize = 47;

/// A conflict that no record of its own tells: it lies between accounts, which carry the numbers of their own rows.
struct Between {
    conflict: &'static str,
    fact: &'static str,
    /// The aspect in which the fact is disputed; empty where the sheet sees no contradiction, or none that is open.
    aspect: &'static str,
    /// The sources of which each must be heard.
    sources: &'static [&'static str],
    why: &'static str,
}

const BETWEEN: [Between; 15] = [
    Between {
        conflict: "C-04",
        fact: "shoigu-china-2024-11",
        aspect: "when",
        sources: &["sputnik-20241112", "ostrovok-202411", "wtn-202411", "tienphong-202411"],
        why: "two lengths of one visit",
    },
    Between {
        conflict: "C-06",
        fact: "xi-putin-2014-07-14",
        aspect: "",
        sources: &["k-46221", "bricspost-2014"],
        why: "two days by two zones",
    },
    Between {
        conflict: "C-07",
        fact: "putin-china-2014-05",
        aspect: "rank",
        sources: &["ccas-206", "tass-732235"],
        why: "two ranks of one visit",
    },
    Between {
        conflict: "C-08",
        fact: "putin-china-2016-06",
        aspect: "rank",
        sources: &["cd-2017list", "tass-884189"],
        why: "two ranks of one visit",
    },
    Between {
        conflict: "C-09",
        fact: "xi-russia-2017-07",
        aspect: "rank",
        sources: &["cd-2017list", "k-54973", "eagle-20170703"],
        why: "two ranks of one visit",
    },
    Between {
        conflict: "C-11",
        fact: "wang-yi-russia-2023-02",
        aspect: "when",
        sources: &["tass-1578715", "pravda-20230222"],
        why: "two days of one arrival",
    },
    Between {
        conflict: "C-13",
        fact: "li-qiang-russia-2024-08",
        aspect: "",
        sources: &["tass-1830785"],
        why: "the days in Russia",
    },
    Between {
        conflict: "C-13",
        fact: "li-qiang-tour-2024-08",
        aspect: "",
        sources: &["xhar-20240819"],
        why: "the days of the whole journey",
    },
    Between {
        conflict: "C-16",
        fact: "xi-putin-2016-10-15",
        aspect: "",
        sources: &["k-53098", "cri-fil-2016"],
        why: "a village and its state",
    },
    Between {
        conflict: "C-18",
        fact: "russia-india-china-2018-11-30",
        aspect: "",
        sources: &["ians-20181201", "nie-20181201"],
        why: "the day of the event and that of the reports",
    },
    Between {
        conflict: "C-32",
        fact: "modi-xi-2023-08-23",
        aspect: "requested_by",
        sources: &["ht-20230825", "statesman-20230825"],
        why: "two states on who asked",
    },
    Between {
        conflict: "C-38",
        fact: "medvedev-2024-12-12-ukraine-settlement",
        aspect: "",
        sources: &["cd-2024-12-13"],
        why: "what one readout has",
    },
    Between {
        conflict: "C-38",
        fact: "medvedev-2024-12-12-talks-realities",
        aspect: "",
        sources: &["vedomosti-20241213"],
        why: "what the other one has",
    },
    Between {
        conflict: "C-45",
        fact: "dong-jun-belousov-2024-10-14",
        aspect: "",
        sources: &["xh-20241015", "newsru-20251120"],
        why: "told again a year later, as background",
    },
    Between {
        conflict: "C-46",
        fact: "xi-medvedev-2024-12-12",
        aspect: "",
        sources: &["cd-2024-12-13", "xhzh-20241213", "novorosinform", "vedomosti-20241213"],
        why: "two capacities, both held",
    },
];

fn facts() -> Facts {
    load_built_in().facts
}

fn rows(fact: &Fact) -> impl Iterator<Item = &str> {
    fact.outside.get("sheet").into_iter().flatten().map(String::as_str)
}

fn begins_with(row: &str, prefix: &str) -> bool {
    row.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'))
}

/// The numbers of rows that begin so, each with the kinds of facts that carry it. Sources are named after themselves.
fn carried<'f>(facts: &'f Facts, prefixes: &[&str]) -> BTreeMap<&'f str, BTreeSet<Kind>> {
    let mut found: BTreeMap<&str, BTreeSet<Kind>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.kind() != Some(Kind::Source)) {
        for row in rows(fact).filter(|row| prefixes.iter().any(|prefix| begins_with(row, prefix))) {
            found.entry(row).or_default().extend(fact.kind());
        }
    }
    found
}

#[test]
fn no_row_was_dropped() {
    let facts = facts();
    for (what, prefixes, number, kinds) in GROUPS {
        let found = carried(&facts, prefixes);
        assert_eq!(found.len(), number, "{what}: {:?}", found.keys());
        let stray: Vec<_> = found.iter().filter(|(_, own)| !kinds.iter().any(|kind| own.contains(kind))).collect();
        assert!(stray.is_empty(), "{what} without a fact of their kind: {stray:?}");
    }
    let facts_in_all: usize = GROUPS.iter().map(|(_, _, number, _)| number).sum();
    assert_eq!(facts_in_all, 304);
}

#[test]
fn no_source_was_dropped() {
    let facts = facts();
    let sources = facts.iter().filter(|fact| fact.kind() == Some(Kind::Source));
    assert_eq!(sources.flat_map(rows).collect::<BTreeSet<_>>().len(), SOURCES);
}

#[test]
fn every_number_is_one_of_the_sheet() {
    let facts = facts();
    let known = |row: &&str| {
        let prefixes = GROUPS.iter().flat_map(|(_, prefixes, _, _)| prefixes.iter());
        prefixes.chain(&["C"]).any(|prefix| begins_with(row, prefix))
    };
    let others = facts.iter().filter(|fact| fact.kind() != Some(Kind::Source));
    assert_eq!(others.flat_map(rows).filter(|row| !known(row)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn no_conflict_was_dropped() {
    let facts = facts();
    let told: BTreeSet<String> = carried(&facts, &["C"]).into_keys().map(str::to_owned).collect();
    let between: BTreeSet<String> = BETWEEN.iter().map(|one| one.conflict.to_owned()).collect();
    assert_eq!(told.intersection(&between).collect::<Vec<_>>(), [""; 0], "counted twice");
    let all: BTreeSet<String> = (1..=CONFLICTS).map(|number| format!("C-{number:02}")).collect();
    assert_eq!(told.union(&between).cloned().collect::<BTreeSet<_>>(), all);
}

#[test]
fn conflicts_between_accounts_have_both_sides() {
    let facts = facts();
    for one in &BETWEEN {
        let Between { conflict, fact, why, .. } = one;
        let fact = facts.get(fact).unwrap_or_else(|| panic!("{conflict} ({why}): no `{fact}`"));
        let cited: BTreeSet<&str> =
            fact.accounts.iter().filter_map(|account| Some(account.citation.as_ref()?.source.as_str())).collect();
        let silent: Vec<_> = one.sources.iter().filter(|source| !cited.contains(**source)).collect();
        assert!(silent.is_empty(), "{conflict} ({why}): {silent:?} not heard on {}", fact.id);
        let disputed: Vec<String> = fact.disputed.iter().map(ToString::to_string).collect();
        match one.aspect {
            "" => assert_eq!(fact.disputed, [], "{conflict} ({why})"),
            aspect => assert_eq!(disputed, [aspect], "{conflict} ({why})"),
        }
    }
}

/// What the sheet writes from memory: days, names and spellings that no text read for it has.
const UNCONFIRMED: [&str; 16] = [
    "Михаил Мишустин",
    "Вячеслав Володин",
    "董军",
    "韩正",
    "Хань Чжэн",
    "नरेन्द्र मोदी",
    "Medvedef",
    "1949-10-02",
    "2014-05-26",
    "2025-01-20",
    "2011-01-01",
    "2000-05-07",
    "2004-05-07",
    "2018-05-07",
    "2011-04-14",
    "2019-11-13",
];

#[test]
fn what_was_not_confirmed_is_not_in() {
    for (path, text) in FILES {
        let found: Vec<_> = UNCONFIRMED.iter().filter(|one| text.contains(**one)).collect();
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}

#[test]
fn ends_of_terms_that_no_text_gives_are_open() {
    let facts = facts();
    let tenure = |id: &str| match facts.get(id).and_then(|fact| fact.body.as_deref()) {
        Some(Body::Tenure(tenure)) => tenure.clone(),
        _ => panic!("no tenure `{id}`"),
    };
    let cell = |date: &Option<chancery::date::PointDate>| date.as_ref().map(ToString::to_string);
    assert_eq!(cell(&tenure("biden-president").until), None);
    assert_eq!(cell(&tenure("wang-yi-foreign-affairs-office").from), None);
    assert_eq!(cell(&tenure("modi-prime-minister").from).as_deref(), Some("2014"));
    assert_eq!(cell(&tenure("putin-russia-president").from).as_deref(), Some("2012"));
    assert_eq!(cell(&tenure("putin-russia-president-2000").from).as_deref(), Some("2000"));
    assert_eq!(cell(&tenure("lula-brazil-president-2003").until).as_deref(), Some("2010~"));
}

#[test]
fn meetings_that_no_text_tells_are_not_in() {
    let facts = facts();
    let of_both = |fact: &&Fact| {
        let meets = matches!(fact.kind(), Some(Kind::Meeting));
        meets
            && ["xi-jinping", "vladimir-putin"]
                .iter()
                .all(|who| fact.parts.iter().any(|part| part.who.as_str() == *who))
    };
    let places: BTreeSet<&str> = facts
        .iter()
        .filter(of_both)
        .filter_map(|fact| fact.event())
        .flat_map(|event| event.shared().place.iter().map(chancery::id::Id::as_str))
        .collect();
    assert!(places.contains("astana"), "{places:?}");
    for place in ["brasilia", "qingdao", "bishkek", "osaka"] {
        assert!(!places.contains(place), "Xi and Putin in {place}");
    }
    let received = facts.get("lavrov-lula-2023-04-17").and_then(Fact::event).expect("Lula receives Lavrov");
    assert!(received.shared().place.iter().all(|place| place.as_str() != "alvorada-palace"));
    let principles = facts.get("ukraine-three-principles").and_then(|fact| fact.body.as_deref());
    let Some(Body::Initiative(principles)) = principles else {
        panic!("no three principles");
    };
    assert_eq!((&principles.from, &principles.proposed_by), (&None, &None));
}
