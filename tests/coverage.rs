//! Coverage: which word an answer gets, over small artificial facts, and that a further claim never weakens it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::{
    Answer, Attendance, Common, Counting, Coverage, Covering, Events, KindFilter, Meetings, Offices, Per, Query, Rows,
    Scope, State, StatusWanted, Visits, Who, zero_is_known,
};
use chancery::read::{built_in, read_texts};
use chancery::record::{Kind, Mode, Status};
use chancery::resolve::{World, resolve, resolve_in};
use proptest::prelude::*;

/// Three states with an official each, one more of state A whom only a capacity tells, and what happened among them.
const ACTORS: &str = r#"
    Source(id: "paper", title: "Paper", published: "2030", kind: Press),
    Source(id: "other", title: "Other", published: "2030", kind: Press),
    State(id: "state-a", name: "State A"),
    State(id: "state-b", name: "State B"),
    State(id: "state-c", name: "State C"),
    Place(id: "town-b", name: "Town B", within: "state-b"),
    Party(id: "party-a", name: "Party A", ruling: [(of: "state-a")]),
    Organization(id: "ministry-b", name: "Ministry B", kind: Government, of: "state-b"),
    Forum(id: "forum-f", name: "Forum F", kind: Grouping),
    Office(id: "a-head", title: "Head of A", of: "state-a", level: [HeadOfState]),
    Office(id: "a-party-head", title: "Head of Party A", of: "party-a", level: [RulingPartyLeader]),
    Office(id: "b-minister", title: "Minister B", of: "ministry-b", level: [ForeignMinister]),
    Office(id: "c-head", title: "Head of C", of: "state-c", level: [HeadOfState]),
    Person(id: "person-a", name: "Person A"),
    Person(id: "person-b", name: "Person B"),
    Person(id: "person-c", name: "Person C"),
    Person(id: "person-e", name: "Person E"),
    Person(id: "person-m", name: "Person M"),
    Person(id: "person-p", name: "Person P"),
    Person(id: "person-x", name: "Person X"),
    Tenure(id: "t-a", person: "person-a", office: "a-head", from: "2000", source: "paper#1"),
    Tenure(id: "t-e", person: "person-e", office: "a-head", from: "1995", until: "1999-12-31", source: "paper#1"),
    Tenure(id: "t-m", person: "person-m", office: "a-head", from: "1990", until: "1991", source: "paper#1"),
    Tenure(id: "t-n", person: "person-m", office: "c-head", from: "1995", until: "1999", source: "paper#1"),
    Tenure(id: "t-b", person: "person-b", office: "b-minister", from: "2000", source: "paper#1"),
    Tenure(id: "t-c", person: "person-c", office: "c-head", from: "2000", source: "paper#1"),
    Meeting(id: "c-p", when: "1999-05-01", participants: ["person-c", (who: "person-p", as: "a-party-head")], source: "paper#2"),
    Meeting(id: "a-b", when: "2020-05-01", participants: ["person-a", "person-b"], source: "paper#3"),
"#;

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn who(text: &str) -> Who {
    id(text).into()
}

fn loaded(covers: &str, more: &str) -> chancery::read::Loaded {
    let keeper = format!(r#"Source(id: "keeper", title: "Keeper", kind: Own, covers: [{covers}]),"#);
    let text = format!("[{ACTORS}{keeper}{more}]");
    let mut loaded = read_texts([("facts.ron".to_owned(), text.into_bytes())]);
    loaded.settings.source = Some(id("keeper"));
    loaded
}

fn graph(covers: &str, more: &str) -> KnowledgeGraph {
    let loading = resolve(loaded(covers, more));
    assert_eq!(loading.problems, [], "{covers} {more}");
    KnowledgeGraph::new(loading.facts)
}

fn scope(period: &str) -> Scope {
    Scope::during(Period::parse(period, Day::FIRST).unwrap())
}

fn meetings(one: &str, other: &str, period: &str) -> Query {
    let with = (!other.is_empty()).then(|| who(other));
    Query::Meetings(Meetings { who: who(one), with, scope: scope(period) })
}

fn visits(by: &str, to: &str, period: &str) -> Query {
    let by = (!by.is_empty()).then(|| who(by));
    let to = (!to.is_empty()).then(|| who(to));
    Query::Visits(Visits { by, to, scope: scope(period), ..Visits::default() })
}

fn covered(covers: &str, query: &Query) -> Coverage {
    query.answer(&graph(covers, "")).coverage
}

fn state(covers: &str, query: &Query) -> State {
    covered(covers, query).state.unwrap()
}

#[track_caller]
fn check(covers: &str, query: &Query, expected: State) {
    assert_eq!(state(covers, query), expected, "{covers}\n{query:?}");
}

/// The days that are covered, as text.
fn days(coverage: &Coverage) -> Vec<String> {
    coverage.days.iter().map(|one| format!("{} {}", one.days, one.state.words())).collect()
}

const PAIR: &str =
    r#"(who: "state-a", with: "state-b", from: "2012", until: "2022", degree: Sample, claimed_by: Keeper)"#;
const ALL_OF_A: &str = r#"(who: "state-a", from: "2012", until: "2022", degree: ClaimsComplete)"#;

#[test]
fn one_pair_gets_three_words() {
    for (period, word) in [("2021", State::Selection), ("2010..2013", State::InPart), ("1990", State::NotCovered)] {
        check(PAIR, &meetings("person-a", "person-b", period), word);
        check(PAIR, &meetings("state-b", "person-a", period), word);
    }
    let part = covered(PAIR, &meetings("person-a", "person-b", "2010..2013"));
    assert_eq!(days(&part), ["2012-01-01..2013-12-31 covered by a selection only"]);
    assert_eq!(part.sources, [id("keeper")]);
    check(ALL_OF_A, &meetings("person-a", "person-b", "2021"), State::ClaimsComplete);
    check("", &meetings("person-a", "person-b", "2021"), State::NotCovered);
}

#[test]
fn a_pair_is_covered_by_what_covers_the_pair() {
    let pair = |one: &str, other: &str| meetings(one, other, "2015");
    check(PAIR, &pair("person-a", "person-c"), State::NotCovered);
    check(PAIR, &pair("person-a", "person-a"), State::NotCovered);
    check(PAIR, &pair("person-a", ""), State::InPart);
    check(PAIR, &pair("state-b", ""), State::InPart);
    check(PAIR, &pair("person-c", ""), State::NotCovered);
    check(ALL_OF_A, &pair("person-a", ""), State::ClaimsComplete);
    check(ALL_OF_A, &pair("person-c", "person-a"), State::ClaimsComplete);
    check(ALL_OF_A, &pair("person-c", ""), State::NotCovered);
    check(r#"(degree: Sample)"#, &pair("person-x", "person-c"), State::Selection);
    check(r#"(with: "state-c", degree: Sample)"#, &pair("person-x", "person-c"), State::Selection);
}

#[test]
fn people_count_under_those_whose_officials_they_are_or_were() {
    let of_a = |person: &str| meetings(person, "state-b", "2015");
    check(PAIR, &of_a("state-a"), State::Selection);
    check(PAIR, &of_a("person-a"), State::Selection);
    check(PAIR, &of_a("person-e"), State::Selection); // A tenure that ended before.
    check(PAIR, &of_a("person-m"), State::InPart); // An official of C as well.
    check(PAIR, &of_a("person-p"), State::Selection); // A stated capacity of the ruling party.
    check(PAIR, &of_a("party-a"), State::Selection);
    check(PAIR, &of_a("a-head"), State::Selection);
    check(PAIR, &of_a("person-x"), State::NotCovered);
    check(PAIR, &meetings("person-a", "ministry-b", "2015"), State::Selection);
    let narrow = r#"(who: "party-a", with: "state-b", degree: Sample)"#;
    check(narrow, &of_a("person-p"), State::Selection);
    check(narrow, &of_a("person-a"), State::NotCovered);
    // A claim about one person speaks of some of the state's contacts.
    check(r#"(who: "person-a", degree: ClaimsComplete)"#, &meetings("state-a", "", "2015"), State::InPart);
    check(r#"(who: "person-a", degree: ClaimsComplete)"#, &meetings("person-e", "", "2015"), State::NotCovered);
}

#[test]
fn what_is_complete_of_a_state_holds_its_officials_while_they_are() {
    let always = r#"(who: "state-a", degree: ClaimsComplete)"#;
    let named = r#"(who: ["person-e", "person-a"], degree: ClaimsComplete)"#;
    for (covers, person, period, word) in [
        (always, "person-a", "2001", State::ClaimsComplete),
        (always, "person-a", "1990", State::Selection),
        (always, "person-e", "1998", State::ClaimsComplete),
        (always, "person-e", "1999..2001", State::Selection),
        (always, "person-e", "2015", State::Selection),
        (always, "person-p", "2015", State::Selection), // Only a capacity stated in 1999 tells.
        (named, "person-e", "2015", State::ClaimsComplete),
    ] {
        check(covers, &meetings(person, "", period), word);
        check(covers, &meetings("person-c", person, period), word);
    }
    check(always, &meetings("state-a", "", "2015"), State::ClaimsComplete);
}

#[test]
fn modes_and_kinds_cover_only_themselves() {
    let with = |modes: Vec<Mode>| {
        let scope = Scope { modes, ..scope("2015") };
        Query::Meetings(Meetings { who: who("person-a"), with: Some(who("person-b")), scope })
    };
    let question = Meetings { who: who("person-a"), with: Some(who("person-b")), scope: scope("2015") };
    let (met, contacts) = (Query::Meetings(question.clone()), Query::Contacts(question));
    let in_person = r#"(who: "state-a", modes: [InPerson], degree: ClaimsComplete)"#;
    check(in_person, &met, State::ClaimsComplete);
    check(in_person, &with(vec![Mode::Phone]), State::NotCovered);
    check(in_person, &with(vec![Mode::InPerson, Mode::Phone]), State::InPart);
    check(in_person, &contacts, State::InPart);
    let calls = r#"(who: "state-a", kinds: [Call], degree: ClaimsComplete)"#;
    check(calls, &met, State::NotCovered);
    check(calls, &with(vec![Mode::Phone]), State::ClaimsComplete);
    check(calls, &contacts, State::InPart);
    check(r#"(who: "state-a", kinds: [Meeting, Call, Message], degree: Sample)"#, &contacts, State::Selection);
    let kinds = vec![KindFilter { kind: Kind::Document, within: None }];
    let documents = Query::Events(Events { who: vec![who("state-a")], scope: Scope { kinds, ..scope("2015") } });
    check(in_person, &documents, State::NotCovered);
    check(ALL_OF_A, &documents, State::ClaimsComplete);
}

#[test]
fn offices_are_covered_by_claims_that_name_them() {
    let of = Query::Offices(Offices { who: Some(who("person-a")), scope: scope("2015"), ..Offices::default() });
    check(ALL_OF_A, &of, State::NotCovered);
    check(r#"(who: "state-a", kinds: [Tenure], degree: ClaimsComplete)"#, &of, State::ClaimsComplete);
}

#[test]
fn ranks_cover_those_who_held_no_other() {
    let heads = r#"(who: "state-a", levels: [HeadOfState], degree: Sample)"#;
    check(heads, &meetings("person-a", "", "2015"), State::Selection);
    check(heads, &meetings("person-p", "", "2015"), State::NotCovered);
    check(heads, &meetings("state-a", "", "2015"), State::InPart);
    check(heads, &meetings("person-a", "person-c", "2015"), State::Selection);
    check(heads, &meetings("person-a", "person-b", "2015"), State::NotCovered);
}

#[test]
fn visits_have_a_direction() {
    let there = r#"(by: "state-a", to: "state-b", degree: ClaimsComplete)"#;
    check(there, &visits("person-a", "state-b", "2015"), State::ClaimsComplete);
    check(there, &visits("person-a", "town-b", "2015"), State::ClaimsComplete);
    check(there, &visits("person-b", "state-a", "2015"), State::NotCovered);
    check(there, &visits("person-a", "", "2015"), State::InPart);
    check(there, &visits("", "state-b", "2015"), State::InPart);
    check(there, &meetings("person-a", "person-b", "2015"), State::NotCovered);
    check(PAIR, &visits("person-b", "state-a", "2015"), State::Selection);
    check(r#"(to: "state-b", degree: Sample)"#, &visits("person-c", "state-b", "2015"), State::Selection);
    check(r#"(to: "state-b", degree: Sample)"#, &visits("person-c", "", "2015"), State::NotCovered);
}

#[test]
fn sessions_count_under_their_forum() {
    let at = |event: &str, of: Option<Who>| {
        Query::Attendance(Attendance { event: Some(id(event)), of, scope: scope("2015"), ..Attendance::default() })
    };
    let forum = r#"(who: "forum-f", kinds: [Session], degree: Sample)"#;
    let session = r#"Session(id: "round", of: "forum-f", when: "2014-01-01", source: "paper#8"),"#;
    let graph = graph(forum, session);
    for (event, of) in [("forum-f", None), ("forum-f", Some(who("person-a"))), ("round", None)] {
        assert_eq!(at(event, of).answer(&graph).coverage.covered, Some(State::Selection), "{event}");
    }
}

#[test]
fn open_ends_end_with_what_the_source_can_know() {
    let pair = |period: &str| meetings("person-a", "person-b", period);
    let of_source = |covers: &str, days: &str, period: &str| {
        let source = format!(r#"Source(id: "s", title: "S", {days} covers: [{covers}]),"#);
        pair(period).answer(&graph("", &source)).coverage.covered.unwrap()
    };
    for (covers, period, word) in [
        (r#"(who: "state-a", degree: Sample)"#, "..", State::Selection),
        (r#"(who: "state-a", degree: Sample, from: "2012")"#, "2013..", State::Selection),
        (r#"(who: "state-a", degree: Sample, from: "2012")"#, "..", State::InPart),
        (r#"(who: "state-a", degree: Sample, until: "2012")"#, "..2012", State::Selection),
        (r#"(who: "state-a", degree: Sample, until: "2012")"#, "2012..2013", State::InPart),
        (r#"(who: "state-a", degree: Sample, from: "2012~")"#, "2012", State::NotCovered),
        (r#"(who: "state-a", degree: Sample, from: "2012~")"#, "2014", State::Selection),
        (r#"(who: "state-a", degree: Sample, from: "2013", until: "2012")"#, "..", State::NotCovered),
        (r#"(who: "state-a")"#, "2012", State::Selection),
    ] {
        check(covers, &pair(period), word);
    }
    let open = r#"(who: "state-a", degree: ClaimsComplete)"#;
    assert_eq!(of_source(open, "", "2020"), State::ClaimsComplete);
    assert_eq!(of_source(open, r#"published: "2020-06-30","#, "2020"), State::InPart);
    assert_eq!(of_source(open, r#"published: "2020","#, "2019"), State::ClaimsComplete);
    assert_eq!(of_source(open, r#"published: "2020", accessed: "2022-01-01","#, "2021"), State::ClaimsComplete);
    // Of a source that was read in part the facts hold a selection.
    assert_eq!(of_source(open, "read: Part,", "2020"), State::Selection);
}

#[test]
fn two_sources_cover_different_years() {
    let more = r#"
        Source(id: "early", title: "Early", covers: [(who: "state-a", from: "2010", until: "2014", degree: ClaimsComplete)]),
        Source(id: "late", title: "Late", covers: [(who: "state-b", from: "2014", until: "2018", degree: Sample)]),"#;
    let graph = graph("", more);
    let ask = |period: &str| meetings("person-a", "person-b", period).answer(&graph).coverage;
    assert_eq!(ask("2010..2014").state, Some(State::ClaimsComplete));
    assert_eq!(ask("2010..2014").sources, [id("early")]);
    assert_eq!(ask("2010..2018").state, Some(State::Selection));
    assert_eq!(ask("2010..2018").sources, [id("early"), id("late")]);
    let all = ask("2009..2019");
    assert_eq!(all.state, Some(State::InPart));
    assert_eq!(
        days(&all),
        [
            "2010-01-01..2014-12-31 covered by a source that claims to be complete",
            "2015-01-01..2018-12-31 covered by a selection only"
        ]
    );
    let uncovered: Vec<String> = all.uncovered.iter().map(Period::to_string).collect();
    assert_eq!(uncovered, ["2009-01-01..2009-12-31", "2019-01-01..2019-12-31"]);
    let words = "covered in part: 2010-01-01..2014-12-31 by a source that claims to be complete; \
                 2015-01-01..2018-12-31 by a selection only (early, late)";
    assert!(all.sentence.starts_with(words), "{}", all.sentence);
}

/// What is recorded of a meeting of A and B without being one.
const ABSENT: &str = r#"Meeting(id: "absent", when: "2015-03-01", source: "paper#5",
    participants: [(who: "person-a", presence: Absent), "person-b", "person-c"]),"#;
const ANNOUNCED: &str = r#"Meeting(id: "planned", when: "2015-04-01", status: Announced, source: "paper#6",
    participants: ["person-a", "person-b"]),"#;
const DENIED: &str = r#"Meeting(id: "rumour", when: "2015-05-01", status: Announced, source: "paper#7",
    participants: ["person-a", "person-b"]), Denial(id: "denial", of: "rumour", source: "other#1"),"#;

#[test]
fn an_empty_answer_says_what_is_recorded() {
    let query = meetings("person-a", "person-b", "2015");
    let ask = |more: &str| query.answer(&graph(PAIR, more));
    for (more, word, event) in [
        (ABSENT, State::Absent, "absent"),
        (ANNOUNCED, State::AnnouncedOnly, "planned"),
        (DENIED, State::Denied, "rumour"),
        (&format!("{ABSENT}{ANNOUNCED}"), State::Absent, "absent"),
        (&format!("{ABSENT}{DENIED}{ANNOUNCED}"), State::Denied, "rumour"),
    ] {
        let Answer { coverage, rows, notices, .. } = ask(more);
        assert!(rows.is_empty());
        assert_eq!((coverage.state, coverage.covered), (Some(word), Some(State::Selection)), "{more}");
        assert_eq!(coverage.recorded, [id(event)]);
        let notice = notices.join(" ");
        assert!(notice.starts_with("Nothing that counts in 2015-01-01..2015-12-31: "), "{notice}");
        assert!(notice.contains(&format!("{} ({event}); covered by a selection only", word.words())), "{notice}");
    }
    let plain = ask("").notices.join(" ");
    assert!(
        plain.contains("No record in 2015-01-01..2015-12-31: covered by a selection only, none recorded (keeper);")
    );
    assert!(plain.ends_with("\"No record\" is not \"it did not happen\"."), "{plain}");
    // What is recorded of another pair is nothing to this one.
    let other = meetings("person-a", "person-x", "2015").answer(&graph(PAIR, DENIED)).coverage;
    assert_eq!(other.state, Some(State::NotCovered));
}

#[test]
fn a_denied_event_left_out_is_denied_and_a_doubtful_one_is_not_unrecorded() {
    let held =
        r#"Meeting(id: "doubt", when: "2015-05-01", participants: ["person-a", "person-b"], source: "paper#7"),"#;
    let denial = r#"Denial(id: "denial", of: "doubt", source: "other#1"),"#;
    let ask = |more: &str, scope: Scope| {
        let question = Meetings { who: who("person-a"), with: Some(who("person-b")), scope };
        Query::Meetings(question).answer(&graph(PAIR, more))
    };
    let both = format!("{held}{denial}");
    assert_eq!(ask(&both, scope("2015")).coverage.state, Some(State::Selection));
    let certain = Scope { at_least: Certainty::Certain, ..scope("2015") };
    assert_eq!(ask(&both, certain).coverage.state, Some(State::Denied));
    let within = ask(held, scope("2015-04-15..2015-05-01"));
    assert_eq!(within.rows.len(), 1);
    assert!(within.coverage.sentence.starts_with("covered by a selection only (keeper)"));
    let vague = held.replace("2015-05-01", "2015");
    let doubtful = ask(&vague, scope("2015-05"));
    assert!(doubtful.rows.is_empty());
    assert!(doubtful.coverage.sentence.contains("none recorded that fits all that was asked"), "{doubtful:?}");
}

#[test]
fn video_is_an_absence_from_a_meeting_in_person() {
    let video = ABSENT.replace("presence: Absent", "presence: Video");
    let query = meetings("person-a", "person-b", "2015");
    assert_eq!(query.answer(&graph(PAIR, &video)).coverage.state, Some(State::Absent));
}

#[test]
fn a_visit_that_was_only_announced_is_found_with_and_without_a_visitor() {
    let visit = r#"Visit(id: "trip", visitors: "person-a", to: "state-b", when: "2015", status: Announced, source: "paper#9"),"#;
    for (by, to) in [("person-a", "state-b"), ("person-a", ""), ("", "state-b")] {
        let coverage = visits(by, to, "2015").answer(&graph(PAIR, visit)).coverage;
        assert_eq!(coverage.state, Some(State::AnnouncedOnly), "{by} {to}");
    }
}

#[test]
fn zero_is_known_where_completeness_is_claimed_for_the_pair_and_the_period() {
    let check = |covers: &str, query: &Query, expected: bool| {
        assert_eq!(zero_is_known(&graph(covers, ""), query), expected, "{covers} {query:?}");
    };
    check(ALL_OF_A, &meetings("person-a", "person-c", "2015"), true);
    check(ALL_OF_A, &meetings("person-a", "person-c", "2011..2015"), false);
    check(ALL_OF_A, &meetings("person-b", "person-c", "2015"), false);
    check(PAIR, &meetings("person-a", "person-b", "2015"), false);
    let common = Query::Common(Common { who: vec![who("person-a"), who("person-b")], scope: scope("2015") });
    check(ALL_OF_A, &common, false);
    check(r#"(degree: ClaimsComplete)"#, &common, true);
    check(ALL_OF_A, &Query::Stats, false);
}

/// Counts meetings of A and C, some of which are doubtful, and lists the buckets and what is said of those left out.
#[track_caller]
fn check_count(covers: &str, more: &str, scope: Scope, per: Option<Per>, expected: &[&str]) {
    let of = Box::new(Query::Meetings(Meetings { who: who("person-a"), with: Some(who("person-c")), scope }));
    let answer = Query::Count { of, counting: Counting { per, ..Counting::default() } }.answer(&graph(covers, more));
    let Rows::Counts(rows) = &answer.rows else { panic!("{:?}", answer.rows) };
    let mut lines: Vec<String> = rows.iter().map(|row| format!("{} {}", row.bucket, row.count)).collect();
    lines.extend(
        answer
            .notices
            .iter()
            .filter_map(|notice| notice.strip_prefix("Not listed: "))
            .map(|words| words.chars().take(9).collect()),
    );
    assert_eq!(lines, expected, "{covers} {more}");
}

#[test]
fn an_empty_bucket_is_zero_only_where_completeness_is_claimed() {
    let meeting = |when: &str, more: &str| {
        format!(
            r#"Meeting(id: "m", when: "{when}", participants: ["person-a", "person-c"], source: "paper#9", {more}),"#
        )
    };
    let of_years = r#"(who: "state-a", from: "2012", until: "2014", degree: ClaimsComplete)"#;
    let in_2013 = meeting("2013-05-01", "");
    let year = Some(Per::Year);
    check_count(of_years, &in_2013, scope("2012..2014"), year, &["2012 0", "2013 1", "2014 0"]);
    check_count(of_years, &in_2013, scope("2011..2016"), year, &["2012 0", "2013 1", "2014 0", "3 years o"]);
    check_count(of_years, &in_2013, scope("2012-07..2013"), year, &["2012 0", "2013 1"]);
    check_count(of_years, &in_2013, scope(".."), year, &["2013 1"]);
    check_count("", &in_2013, scope("2012..2013"), year, &["2013 1", "1 year of"]);
    check_count(of_years, "", scope("2012..2014"), year, &["2012 0", "2013 0", "2014 0"]);
    check_count(of_years, "", scope("2012..2014"), None, &["all 0"]);
    check_count(of_years, "", scope("2012..2015"), None, &[]);
    check_count(of_years, &in_2013, scope("2012..2014"), Some(Per::Decade), &["2010s 1"]);
    check_count(of_years, &in_2013, scope("2012..2014"), Some(Per::Who), &["Person C 1"]);
    // What may have begun in a year leaves that year open, also between its first and last.
    check_count(
        of_years,
        &meeting("[2012-12-31..2014-01-01]", ""),
        scope("2012..2014"),
        year,
        &["2012 0–1", "2013 0–1", "2014 0–1"],
    );
    check_count(of_years, &meeting("[..2013-01-01]", ""), scope("2012..2014"), year, &["not stated 0–1", "3 years o"]);
    // A meeting whose place is not stated may have been at the place asked for.
    let in_town = Scope { at: Some(id("town-b")), ..scope("2012..2014") };
    check_count(of_years, &in_2013, in_town.clone(), None, &[]);
    check_count(of_years, &meeting("2013-05-01", r#"place: "state-c""#), in_town, None, &["all 0"]);
    // Nobody claims to list all that was announced.
    let announced = Scope { status: StatusWanted::Only(Status::Announced), ..scope("2012..2014") };
    check_count(of_years, "", announced, None, &[]);
}

#[test]
fn claims_change_no_row() {
    for query in questions() {
        let rows = |covers: &str| query.answer(&graph(covers, "")).table(None).unwrap().rows;
        assert_eq!(rows(""), rows(&format!("{PAIR}, {ALL_OF_A}")), "{query:?}");
    }
}

#[test]
fn worlds_hear_only_their_own_claims() {
    let claiming = r#"Source(id: "register", title: "Register", published: "2019", covers: [(who: "state-a", degree: ClaimsComplete)]),
        Meeting(id: "r", when: "2001", participants: ["person-a", "person-c"], source: "register#1"),"#;
    let query = meetings("state-a", "state-b", "2015");
    let ask = |world: World| {
        let all = loaded(ALL_OF_A, claiming);
        query.answer(&KnowledgeGraph::new(resolve_in(all, &world).facts)).coverage
    };
    let whole = ask(World::default());
    assert_eq!((whole.state, whole.sources), (Some(State::ClaimsComplete), vec![id("keeper"), id("register")]));
    assert_eq!(ask(World { only: vec![id("paper")], ..World::default() }).state, Some(State::NotCovered));
    let register = ask(World { only: vec![id("register")], ..World::default() });
    assert_eq!((register.state, register.sources), (Some(State::ClaimsComplete), vec![id("register")]));
    // Where accounts are left out, what the keeper claims of all of them is no more than a sample.
    let without = ask(World { without: vec![id("register")], ..World::default() });
    assert_eq!((without.state, without.sources), (Some(State::Selection), vec![id("keeper")]));
    let earlier = ask(World { known_on: Some("2018-01-01".parse().unwrap()), ..World::default() });
    assert_eq!((earlier.state, earlier.sources), (Some(State::Selection), vec![id("keeper")]));
    // Nothing tells of days after the day of knowledge.
    let before = ask(World { known_on: Some("2014-12-31".parse().unwrap()), ..World::default() });
    assert_eq!(before.state, Some(State::NotCovered));
}

#[test]
fn the_keeper_is_named_by_the_settings() {
    let facts = chancery::resolve::load_built_in().facts;
    assert_eq!(facts.identity.keeper, Some(id("chancery-keeper")));
    assert!(built_in::FILES.iter().any(|(name, _)| name.ends_with("chancery.ron") || name.ends_with("sources.ron")));
}

#[test]
fn claims_are_listed_with_the_events_in_them() {
    let covers =
        format!(r#"{PAIR}, (who: "state-c", kinds: [Meeting], degree: Sample, note: "A note."), (degree: Sample)"#);
    let graph = graph(&covers, "");
    let list = |who: Option<Who>| match Query::Coverage(Covering { who, period: Period::ALL }).answer(&graph).rows {
        Rows::Coverage(rows) => rows,
        rows => panic!("{rows:?}"),
    };
    let all = list(None);
    assert_eq!(all.iter().map(|row| row.events).collect::<Vec<_>>(), [1, 0, 2]);
    assert_eq!(all[0].from.as_deref(), Some("2012"));
    assert_eq!((all[0].degree, all[0].claimed_by), (Some("sample"), Some("keeper")));
    assert_eq!(all[1].note.as_deref(), Some("A note."));
    assert_eq!(list(Some(who("person-b"))).len(), 2, "the pair, and what is said of everybody");
    assert_eq!(list(Some(who("person-c"))).len(), 2);
    let none = Query::Coverage(Covering { who: None, period: Period::ALL }).answer(&self::graph("", ""));
    assert!(none.notices.join(" ").starts_with("No claim: not covered: no loaded source claims to cover this; "));
}

fn cover() -> impl Strategy<Value = String> {
    let actor = || prop_oneof![2 => Just(""), 1 => Just("state-a"), 1 => Just("state-b"), 1 => Just("person-a")];
    let kinds = prop_oneof![3 => Just(""), 1 => Just("Meeting"), 1 => Just("Visit, Meeting"), 1 => Just("Call")];
    let modes = prop_oneof![3 => Just(""), 1 => Just("InPerson"), 1 => Just("Phone, Video")];
    let levels = prop_oneof![4 => Just(""), 1 => Just("HeadOfState")];
    let degree = prop_oneof![Just("Sample"), Just("ClaimsComplete")];
    let sides = (
        actor(),
        actor(),
        prop_oneof![3 => Just(""), 1 => Just("state-a")],
        prop_oneof![3 => Just(""), 1 => Just("state-b")],
    );
    (sides, kinds, modes, levels, degree, prop::option::of(2008..2016_u16), prop::option::of(2012..2020_u16)).prop_map(
        |((who, with, by, to), kinds, modes, levels, degree, from, until)| {
            let mut text = format!("(degree: {degree}, kinds: [{kinds}], modes: [{modes}], levels: [{levels}]");
            for (field, side) in [("who", who), ("with", with), ("by", by), ("to", to)] {
                if !side.is_empty() {
                    text += &format!(r#", {field}: "{side}""#);
                }
            }
            for (field, year) in [("from", from), ("until", until)] {
                text += &year.map(|year| format!(r#", {field}: "{year}""#)).unwrap_or_default();
            }
            text + ")"
        },
    )
}

fn questions() -> Vec<Query> {
    let pair = Meetings { who: who("person-a"), with: Some(who("person-b")), scope: scope("2011..2014") };
    vec![
        meetings("person-a", "person-b", "2013"),
        meetings("person-a", "", "2010..2016"),
        meetings("state-b", "state-c", "..2015"),
        visits("person-a", "state-b", "2013.."),
        Query::Contacts(pair),
        Query::Timeline(Events { who: vec![who("state-a"), who("person-b")], scope: scope("2013") }),
        Query::Events(Events { who: Vec::new(), scope: scope("2013") }),
    ]
}

/// How two stretches of days are covered together.
fn join(one: State, other: State) -> State {
    match (one, other) {
        (one, other) if one == other => one,
        (State::Selection | State::ClaimsComplete, State::Selection | State::ClaimsComplete) => State::Selection,
        _ => State::InPart,
    }
}

fn with_period(query: &Query, period: &str) -> Query {
    let mut query = query.clone();
    match &mut query {
        Query::Meetings(one) | Query::Contacts(one) => one.scope = scope(period),
        Query::Visits(one) => one.scope = scope(period),
        _ => panic!("{query:?}"),
    }
    query
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_further_claim_never_weakens_the_word(covers in prop::collection::vec(cover(), 1..5), at in 0..5_usize) {
        let mut fewer = covers.clone();
        fewer.remove(at % covers.len());
        let (fewer, all) = (graph(&fewer.join(", "), ""), graph(&covers.join(", "), ""));
        for query in questions() {
            let (before, after) = (query.answer(&fewer).coverage, query.answer(&all).coverage);
            prop_assert!(before.state <= after.state, "{query:?}: {:?} {:?}", before.state, after.state);
            prop_assert!(!zero_is_known(&fewer, &query) || zero_is_known(&all, &query));
        }
    }

    #[test]
    fn the_order_of_claims_changes_nothing(covers in prop::collection::vec(cover(), 1..5)) {
        let mut turned = covers.clone();
        turned.reverse();
        let (one, other) = (graph(&covers.join(", "), ""), graph(&turned.join(", "), ""));
        for query in questions() {
            let (one, other) = (query.answer(&one).coverage, query.answer(&other).coverage);
            prop_assert_eq!(&one.days, &other.days);
            prop_assert_eq!((one.state, one.covered, &one.uncovered, &one.sources), (other.state, other.covered, &other.uncovered, &other.sources));
        }
    }

    #[test]
    fn a_period_is_covered_as_all_its_days_are(covers in prop::collection::vec(cover(), 0..5), first in 0..6_i32, length in 1..4_i32) {
        // Claims begin and end with years: half-years stand for their days.
        let graph = graph(&covers.join(", "), "");
        let first = 2008 + first;
        for query in [meetings("person-a", "person-b", ".."), meetings("state-b", "", ".."), visits("person-a", "state-b", "..")] {
            let ask = |period: &str| with_period(&query, period).answer(&graph).coverage.covered.unwrap();
            let halves: Vec<State> = (first..first + length).flat_map(|year| [format!("{year}-H1"), format!("{year}-H2")]).map(|half| ask(&half)).collect();
            let whole = ask(&format!("{first}..{}", first + length - 1));
            prop_assert_eq!(Some(whole), halves.iter().copied().reduce(join), "{:?}", halves);
        }
    }

    #[test]
    fn the_order_of_sources_changes_nothing(covers in prop::collection::vec(cover(), 1..5)) {
        let source = |(number, cover): (usize, &String)| format!(r#"Source(id: "s{number}", title: "S", covers: [{cover}]),"#);
        let texts: Vec<String> = covers.iter().enumerate().map(source).collect();
        let turned: Vec<String> = texts.iter().rev().cloned().collect();
        let (one, other) = (graph("", &texts.concat()), graph("", &turned.concat()));
        for query in questions() {
            prop_assert_eq!(query.answer(&one).coverage, query.answer(&other).coverage);
        }
    }

    #[test]
    fn a_shorter_period_is_covered_no_weaker(covers in prop::collection::vec(cover(), 1..5), year in 2010..2016_u16) {
        let graph = graph(&covers.join(", "), "");
        let ask = |period: &str| meetings("person-a", "person-b", period).answer(&graph).coverage.state.unwrap();
        let (long, short) = (ask("2010..2016"), ask(&year.to_string()));
        prop_assert!(long == State::InPart || long == State::Selection && short >= long || long == short, "{long:?} {short:?}");
    }
}
