//! Chains in time, reach and rank.

use super::world::{check, during, id, meeting, period, possible, rank, word};
use chancery::date::Length;
use chancery::model::Certainty;
use chancery::query::{Measure, Path, Query, Rank, Reach, Scope};

fn pair(id: &str, when: &str, one: &str, other: &str) -> String {
    meeting(id, when, &format!(r#""{one}", "{other}""#))
}

/// Whether word passes by what is certain or disputed, as is asked by default.
fn by_default(from: &str, to: &str, days: &str) -> Path {
    word(from, to, Scope::during(period(days)))
}

#[test]
fn word_moves_a_hand_a_day() {
    let same_day = pair("m1", "2024-05-01", "pa1", "pb1") + &pair("m2", "2024-05-01", "pb1", "pc1");
    let ask = |facts: &str, days: &str, rows: &[&str]| {
        check("a hand a day", facts, &Query::Path(by_default("pa1", "pc1", days)), rows);
    };
    ask(&same_day, "2024", &[]);
    let next_day = same_day.clone() + &pair("m3", "2024-05-02", "pb1", "pc1");
    let arrives =
        ["m1 certain pa1 -> pb1 (2 present) by 2024-05-01", "m3 certain pb1 -> pc1 (2 present) by 2024-05-02"];
    ask(&next_day, "2024", &arrives);
    ask(&next_day, "..", &arrives);
    ask(&next_day, "2024-05-01..2024-05-02", &arrives);
    ask(&next_day, "2024-05-02..", &[]);
    ask(&next_day, "..2024-05-01", &[]);
    let long = same_day + &pair("m4", "2024-04-30/2024-05-03", "pb1", "pc1");
    let during_it = "m4 certain pb1 -> pc1 (2 present) by 2024-05-02";
    ask(&long, "2024", &[arrives[0], during_it]);
}

#[test]
fn days_that_are_not_known_prove_no_order() {
    let facts = pair("m1", "2024-05-10", "pa1", "pb1") + &pair("m2", "2024-05", "pb1", "pc1");
    check("by default", &facts, &Query::Path(by_default("pa1", "pc1", "2024")), &[]);
    check(
        "possibly",
        &facts,
        &Query::Path(word("pa1", "pc1", during("2024"))),
        &["m1 certain pa1 -> pb1 (2 present) by 2024-05-10", "m2 possible pb1 -> pc1 (2 present) by 2024-05-11.."],
    );
    let later = pair("m1", "2024-04", "pa1", "pb1") + &pair("m2", "2024-05", "pb1", "pc1");
    check(
        "some day of a month before some day of another",
        &later,
        &Query::Path(by_default("pa1", "pc1", "2024")),
        &[
            "m1 certain pa1 -> pb1 (2 present) by 2024-04-01..2024-04-30",
            "m2 certain pb1 -> pc1 (2 present) by 2024-05-01..2024-05-31",
        ],
    );
}

#[test]
fn a_disputed_day_disputes_the_arrival_and_what_follows() {
    let told = |id: &str, when: &str, source: &str| {
        format!(r#"Meeting(id: "{id}", when: "{when}", participants: ["pb1", "pc1"], source: "{source}"),"#)
    };
    let on = |first: &str, second: &str| {
        pair("m1", "2024-05-10", "pa1", "pb1")
            + &told("m2", first, "s")
            + &told("m2", second, "late")
            + &pair("m3", "2024-07-01", "pc1", "pa2")
    };
    let first = "m1 certain pa1 -> pb1 (2 present) by 2024-05-10";
    let ask = |facts: &str, degree: Certainty, rows: &[&str]| {
        let scope = Scope { at_least: degree, ..Scope::during(period("2024")) };
        check("a disputed day", facts, &Query::Path(word("pa1", "pa2", scope)), rows);
    };
    let disputed = on("2024-05-12", "2024-05-01");
    let rows =
        [first, "m2 disputed pb1 -> pc1 (2 present) by 2024-05-12", "m3 disputed pc1 -> pa2 (2 present) by 2024-07-01"];
    ask(&disputed, Certainty::Disputed, &rows);
    ask(&disputed, Certainty::Certain, &[]);
    // Both days come after the first meeting and before the last.
    let either = on("2024-05-12", "2024-06-01");
    let rows = [
        first,
        "m2 certain pb1 -> pc1 (2 present) by 2024-05-12..2024-06-01",
        "m3 certain pc1 -> pa2 (2 present) by 2024-07-01",
    ];
    ask(&either, Certainty::Certain, &rows);
}

#[test]
fn time_and_steps_are_limited() {
    let facts = pair("m1", "2024-01-01", "pa1", "pb1")
        + &pair("m2", "2024-01-10", "pb1", "pc1")
        + &pair("m3", "2024-03-01", "pa1", "pb2")
        + &pair("m4", "2024-03-05", "pb2", "pc1")
        + &pair("m5", "2024-06-01", "pa1", "pc1");
    let ask = |rule: &str, path: Path, rows: &[&str]| check(rule, &facts, &Query::Path(path), rows);
    let path = || by_default("pa1", "pc1", "2024");
    let within = |text: &str| Path { within: Some(Length::parse(text).expect("a length")), ..path() };
    let early = ["m1 certain pa1 -> pb1 (2 present) by 2024-01-01", "m2 certain pb1 -> pc1 (2 present) by 2024-01-10"];
    let quick = ["m3 certain pa1 -> pb2 (2 present) by 2024-03-01", "m4 certain pb2 -> pc1 (2 present) by 2024-03-05"];
    let direct = ["m5 certain pa1 -> pc1 (2 present) by 2024-06-01"];
    ask("as early as can be", path(), &early);
    ask("within ten days, both counted", within("10d"), &early);
    ask("within nine", within("9d"), &quick);
    ask("within a day", within("1d"), &direct);
    ask("in one step", Path { most_steps: Some(1), ..path() }, &direct);
    let all = Path { all: Some(5), ..path() };
    ask("all that are as early", all, &[&format!("1. {}", early[0]), &format!("1. {}", early[1])]);
}

#[test]
fn all_chains_are_told_apart_by_people() {
    let facts = pair("m1", "2024-05-01", "pa1", "pb1")
        + &pair("m2", "2024-05-02", "pa1", "pb1")
        + &pair("m3", "2024-05-03", "pb1", "pc1")
        + &pair("m4", "2024-05-04", "pa1", "pb2")
        + &pair("m5", "2024-05-05", "pb2", "pc1");
    let path = Path { all: Some(9), ..Path::new(id("pa1"), id("pc1"), possible()) };
    let rows = [
        "1. m1 certain pa1 -> pb1 (2 present)",
        "1. m3 certain pb1 -> pc1 (2 present)",
        "2. m4 certain pa1 -> pb2 (2 present)",
        "2. m5 certain pb2 -> pc1 (2 present)",
    ];
    check("two chains", &facts, &Query::Path(path.clone()), &rows);
    check("too long", &facts, &Query::Path(Path { most_steps: Some(1), ..path }), &[]);
}

#[test]
fn reach_counts_steps_and_keeps_the_surest() {
    let facts = pair("m1", "2024-05-01", "pa1", "pb1")
        + &pair("m2", "2024-05-01?", "pa1", "pb2")
        + &pair("m3", "2024-05-02", "pb1", "pc1")
        + &pair("m4", "2024-05-02", "pb2", "pc1")
        + &pair("m5", "2024-05-03", "pc1", "pc2");
    let ask = |steps: usize, scope: Scope, rows: &[&str]| {
        check("reach", &facts, &Query::Reach(Reach { who: id("pa1"), steps, through: None, scope }), rows);
    };
    ask(2, during("2024-05"), &["1 pb1 certain via 1", "1 pb2 possible via 1", "2 pc1 certain via 2"]);
    ask(2, Scope::during(period("2024-05")), &["1 pb1 certain via 1", "2 pc1 certain via 1", "left out: 1 possible"]);
    ask(9, Scope::during(period("2024-05-03")), &[]);
}

#[test]
fn ranks_count_certain_and_other_meetings_apart() {
    let facts = pair("m1", "2024-05-01", "pa1", "pb1")
        + &pair("m2", "2024-05-02?", "pa1", "pb1")
        + &pair("m3", "2024-05-03", "pb1", "pc1")
        + &meeting(
            "m4",
            "2024-05-04",
            r#"(who: "pa1", as: "head-a"), (who: "pb1", as: "head-b"), (who: "pc1", as: "head-c")"#,
        )
        + r#"Call(id: "c", when: "2024-05-05", participants: ["pa1", "pc1"], source: "s"),"#;
    let left = "left out: 1 mode, 1 multilateral";
    check(
        "meetings",
        &facts,
        &rank(Measure::Meetings, &[], during("2024-05")),
        &["1 pb1 2–3 meetings, 2 partners", "2 pa1 1–2 meetings, 1 partners", "3 pc1 1 meetings, 1 partners", left],
    );
    let certain = Scope { at_least: Certainty::Certain, ..during("2024-05") };
    let out = "left out: 1 possible, 1 mode, 1 multilateral";
    check(
        "certain ones",
        &facts,
        &rank(Measure::Meetings, &[], certain),
        &["1 pb1 2 meetings, 2 partners", "2 pa1 1 meetings, 1 partners", "2 pc1 1 meetings, 1 partners", out],
    );
    check(
        "pairs",
        &facts,
        &rank(Measure::Pairs, &[], during("2024-05")),
        &["1 pa1 pb1 1–2, 2024-05-01 to 2024-05-02?", "2 pb1 pc1 1, 2024-05-03 to 2024-05-03", left],
    );
    let top =
        Query::Rank(Rank { measure: Measure::Partners, top: Some(1), scope: during("2024-05"), ..Rank::default() });
    check("the first", &facts, &top, &["1 pb1 2–3 meetings, 2 partners", left]);
    let large = Scope { multilateral: true, ..during("2024-05-04") };
    check(
        "of more than two sides",
        &facts,
        &rank(Measure::Partners, &[], large),
        &["1 pa1 1 meetings, 2 partners", "1 pb1 1 meetings, 2 partners", "1 pc1 1 meetings, 2 partners"],
    );
}

#[test]
fn those_who_are_ranked_took_part_as_asked() {
    let facts = meeting("m1", "2024-05-01", r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#)
        + &meeting("m2", "2024-05-02", r#"(who: "pa1", for: "land-c"), (who: "pb1", for: "land-b")"#)
        + &meeting("m3", "2024-05-03", r#"(who: "pa2", as: "head-a"), (who: "pb1", for: "land-b")"#)
        + &meeting("m4", "2024-05-04", r#""pb1", "pc1""#);
    let ask = |measure: Measure, among: &[&str], rows: &[&str]| {
        check("among", &facts, &rank(measure, among, possible()), rows);
    };
    ask(Measure::Meetings, &["land-a"], &["1 pa1 1 meetings, 1 partners", "1 pa2 1 meetings, 1 partners"]);
    ask(Measure::Meetings, &["head-a", "pc1"], &["1 pa2 1 meetings, 1 partners", "1 pc1 1 meetings, 1 partners"]);
    ask(Measure::Betweenness, &["pb1"], &["1 pb1 4 meetings, 3 partners"]);
    ask(
        Measure::Pairs,
        &["pa2", "pc1"],
        &["1 pa2 pb1 1, 2024-05-03 to 2024-05-03", "1 pb1 pc1 1, 2024-05-04 to 2024-05-04"],
    );
    let in_office = Scope {
        levels: vec![],
        capacity: Some(chancery::query::Stated { offices: vec![id("head-a")], words: None }),
        ..possible()
    };
    check("in a capacity", &facts, &rank(Measure::Meetings, &[], in_office), &["1 pa2 1 meetings, 1 partners"]);
}
