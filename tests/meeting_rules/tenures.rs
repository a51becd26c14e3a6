//! Who held an office, as far as that is stated or attested.

use super::world::{check, held, meeting, period, possible};
use chancery::query::Scope;

fn on(text: &str) -> Scope {
    Scope { period: period(text), ..possible() }
}

fn tenure(id: &str, person: &str, office: &str, rest: &str) -> String {
    format!(r#"Tenure(id: "{id}", person: "{person}", office: "{office}", {rest}),"#)
}

/// Whether the tenure `t` of `pa1` as `head-a` holds on a day: `certain`, `possible` or `no`.
#[track_caller]
fn holds(facts: &str, day: &str, degree: &str, attested: &str) {
    let attested = if attested.is_empty() { String::new() } else { format!(" attested {attested}") };
    let row = format!("t {degree}: pa1 head-a{attested}");
    let rows: &[&str] = if degree == "no" { &[] } else { &[&row] };
    check(&format!("{facts} on {day}"), facts, &held("pa1", on(day)), rows);
}

#[test]
fn stated_ends() {
    let one = |rest: &str, day: &str, degree: &str| {
        holds(&tenure("t", "pa1", "head-a", &format!(r#"{rest} source: "register""#)), day, degree, "");
    };
    let both = r#"from: "2020-01-01", until: "2022-01-01","#;
    one(both, "2019-12-31", "no");
    one(both, "2020-01-01", "certain");
    one(both, "2022-01-01", "certain");
    one(both, "2022-01-02", "no");
    let coarse = r#"from: "2020-03", until: "2022","#;
    one(coarse, "2020-02", "no");
    one(coarse, "2020-03-15", "possible");
    one(coarse, "2020-03-31", "certain");
    one(coarse, "2022-01-01", "certain");
    one(coarse, "2022-06-01", "possible");
    one(r#"from: "2020-01-01?", until: "2022-01-01","#, "2021-01-01", "possible");
}

#[test]
fn without_an_end() {
    let open = |rest: &str, day: &str, degree: &str, attested: &str| {
        holds(&tenure("t", "pa1", "head-a", &format!(r#"from: "2020-01-01", {rest}"#)), day, degree, attested);
    };
    open(r#"source: "register""#, "2021-01-01", "possible", "");
    open(r#"source: "dataset""#, "2021-01-01", "possible", "");
    open(r#"source: "reference""#, "2021-01-01", "possible", "");
    open(r#"source: "undated""#, "2021-01-01", "possible", "");
    open(r#"source: "s""#, "2025-01-01", "certain", "2025-01-01");
    open(r#"source: "s""#, "2025-01-02", "possible", "2025-01-01");
    open(r#"source: "s""#, "2019-12-31", "no", "");
    let held_on = r#"held_on: ["2021-05-01", "2022-05-01"], source: "register""#;
    open(held_on, "2022-05-01", "certain", "2022-05-01");
    open(held_on, "2022-05-02", "possible", "2022-05-01");
    open(r#"held_on: "2022-05?", source: "register""#, "2022-05-31", "possible", "");
    let part = r#"source: (source: "s", locator: "p1", appeared: "2024-01-01")"#;
    open(part, "2024-01-02", "possible", "2024-01-01");
}

#[test]
fn without_a_start() {
    let facts = tenure("t", "pa1", "head-a", r#"held_on: ["2021-05-01", "2022-05-01"], source: "register""#);
    holds(&facts, "2021-04-30", "possible", "2022-05-01");
    holds(&facts, "2021-05-01", "certain", "2022-05-01");
    holds(&facts, "2022-05-01", "certain", "2022-05-01");
    holds(&facts, "2022-05-02", "possible", "2022-05-01");
}

#[test]
fn attested_by_events() {
    let open = tenure("t", "pa1", "head-a", r#"from: "2020-01-01", source: "register""#);
    let stated = format!("{open}{}", meeting("m", "2024-05-01", r#"(who: "pa1", as: "head-a"), "pb1""#));
    holds(&stated, "2024-05-01", "certain", "2024-05-01");
    holds(&stated, "2024-05-02", "possible", "2024-05-01");
    let month = format!("{open}{}", meeting("m", "2024-05", r#"(who: "pa1", as: "head-a"), "pb1""#));
    holds(&month, "2024-05-01", "certain", "2024-05-01");
    holds(&month, "2024-05-31", "possible", "2024-05-01");
    for other in [r#"(who: "pa1", as: "former:head-a")"#, r#"(who: "pa1", as: "elect:head-a")"#, r#""pa1""#] {
        let facts = format!("{open}{}", meeting("m", "2024-05-01", &format!(r#"{other}, "pb1""#)));
        holds(&facts, "2024-05-01", "possible", "");
    }
    let announced = meeting("m", "2024-05-01", r#"(who: "pa1", as: "head-a"), "pb1""#)
        .replace("source", "status: Announced, source");
    holds(&format!("{open}{announced}"), "2024-05-01", "possible", "");
}

#[test]
fn handing_over() {
    let facts = |seats: &str| {
        format!(
            r#"Office(id: "chair", title: "Chair", of: "land-a", {seats}),{}{}"#,
            tenure("t1", "pa1", "chair", r#"from: "2020-01-01", until: "2022-01-01", source: "register""#),
            tenure("t2", "pa2", "chair", r#"from: "2022-01-01", until: "2024-01-01", source: "register""#),
        )
    };
    let one = facts("seats: 1");
    let day = |day: &str, rows: &[&str]| check(day, &one, &held("chair", on(day)), rows);
    day("2021-12-31", &["t1 certain: pa1 chair"]);
    day("2022-01-01", &["t1 possible: pa1 chair", "t2 possible: pa2 chair"]);
    day("2022-01-02", &["t2 certain: pa2 chair"]);
    check(
        "several seats",
        &facts(""),
        &held("chair", on("2022-01-01")),
        &["t1 certain: pa1 chair", "t2 certain: pa2 chair"],
    );
}

#[test]
fn a_successor_ends_an_open_tenure() {
    let facts = |seats: &str, from: &str| {
        format!(
            r#"Office(id: "chair", title: "Chair", of: "land-a", {seats}),{}{}"#,
            tenure("t1", "pa1", "chair", r#"from: "2020-01-01", source: "register""#),
            tenure("t2", "pa2", "chair", &format!(r#"from: "{from}", source: "register""#)),
        )
    };
    let both: &[&str] = &["t1 possible: pa1 chair", "t2 possible: pa2 chair"];
    let certain = facts("seats: 1", "2022-01-01");
    check("after the successor came", &certain, &held("chair", on("2023-01-01")), &["t2 possible: pa2 chair"]);
    check("on the day itself", &certain, &held("chair", on("2022-01-01")), both);
    check("several seats", &facts("", "2022-01-01"), &held("chair", on("2023-01-01")), both);
    check("an uncertain successor", &facts("seats: 1", "2022-01-01?"), &held("chair", on("2023-01-01")), both);
    check("a successor at some time of a year", &facts("seats: 1", "2022"), &held("chair", on("2022-06-01")), both);
}

/// Two tenures of an office with one seat, and who holds it on a day.
#[track_caller]
fn chaired(first: &str, second: &str, day: &str, rows: &[&str]) {
    let office = r#"Office(id: "chair", title: "Chair", of: "land-a", seats: 1),"#;
    let first = tenure("t1", "pa1", "chair", &format!(r#"{first} source: "register""#));
    let second = tenure("t2", "pa2", "chair", &format!(r#"{second} source: "register""#));
    let facts = format!("{office}{first}{second}");
    check(&format!("{facts} on {day}"), &facts, &held("chair", on(day)), rows);
}

#[test]
fn a_coarse_neighbour_takes_nothing_from_a_stated_day() {
    let both = ["t1 possible: pa1 chair", "t2 possible: pa2 chair"];
    let day = |day: &str, rows: &[&str]| {
        chaired(r#"from: "2000", until: "2008","#, r#"from: "2008-05-07", until: "2012-05-07","#, day, rows);
    };
    day("2008-03-01", &["t1 possible: pa1 chair"]);
    day("2008-05-07", &both);
    day("2008-05-08", &["t2 certain: pa2 chair"]);
    day("2008-12-31", &["t2 certain: pa2 chair"]);
    let day = |day: &str, rows: &[&str]| {
        chaired(r#"from: "2008-05-07", until: "2012-05-07","#, r#"from: "2012", until: "2018","#, day, rows);
    };
    day("2012-02-01", &["t1 certain: pa1 chair", "t2 possible: pa2 chair"]);
    day("2012-05-06", &["t1 certain: pa1 chair", "t2 possible: pa2 chair"]);
    day("2012-05-07", &both);
    day("2013-01-01", &["t2 certain: pa2 chair"]);
}

#[test]
fn who_is_attested_later_held_it_later() {
    let (attested, ended) = (r#"held_on: "2020-05-05","#, r#"from: "2010-01-01", until: "2012-01-01","#);
    chaired(attested, ended, "2020-05-05", &["t1 certain: pa1 chair attested 2020-05-05"]);
    chaired(attested, ended, "2011-01-01", &["t1 possible: pa1 chair attested 2020-05-05", "t2 certain: pa2 chair"]);
    // Of two of whom both are attested together nobody certainly held the one seat, and nobody is left out.
    let (long, short) =
        (r#"from: "2005-01-01", held_on: "2020-05-05","#, r#"from: "2010-01-01", held_on: "2011-01-01","#);
    let rows = ["t1 possible: pa1 chair attested 2020-05-05", "t2 possible: pa2 chair attested 2011-01-01"];
    chaired(long, short, "2010-06-01", &rows);
    chaired(long, short, "2020-05-05", &rows);
    chaired(long, short, "2009-01-01", &["t1 certain: pa1 chair attested 2020-05-05"]);
}

#[test]
fn an_attested_successor_ends_an_open_tenure() {
    let (open, attested) = (r#"from: "2000-01-01","#, r#"held_on: "2005-05-05","#);
    chaired(open, attested, "2006-01-01", &["t2 possible: pa2 chair attested 2005-05-05"]);
    chaired(open, attested, "2004-01-01", &["t2 possible: pa2 chair attested 2005-05-05", "t1 possible: pa1 chair"]);
}

#[test]
fn who_acts_beside_the_holder_ends_nothing() {
    let acting = r#"from: "2021-11-19", until: "2021-11-20", acting: true,"#;
    let open = r#"from: "2021-01-20", held_on: "2024-01-01","#;
    chaired(open, acting, "2023-01-01", &["t1 certain: pa1 chair attested 2024-01-01"]);
    let both = r#"from: "2021-01-20", until: "2025-01-20","#;
    chaired(both, acting, "2021-11-19", &["t1 certain: pa1 chair", "t2 certain: pa2 chair acting"]);
    chaired(r#"from: "2021-01-20","#, acting, "2023-01-01", &["t1 possible: pa1 chair"]);
}

#[test]
fn acting() {
    let facts =
        tenure("t", "pa1", "head-a", r#"acting: true, from: "2020-01-01", until: "2022-01-01", source: "register""#)
            + &tenure("u", "pa1", "head-a", r#"from: "2022-01-01", until: "2024-01-01", source: "register""#);
    check("acting", &facts, &held("pa1", on("2021")), &["t certain: pa1 head-a acting"]);
    check("then in full", &facts, &held("pa1", on("2023")), &["u certain: pa1 head-a"]);
}

/// Two accounts of one tenure, and what follows them.
fn told_twice(one: &str, other: &str, rest: &str) -> String {
    let first = tenure("t", "pa1", "head-a", &format!(r#"{one} source: "register#p1""#));
    let second = tenure("t", "pa1", "head-a", &format!(r#"{other} source: "register#p2""#));
    format!("{first}{second}{rest}")
}

#[test]
fn disputed_ends() {
    let facts =
        told_twice(r#"from: "2020-01-01", until: "2022-01-01","#, r#"from: "2020-03-01", until: "2022-02-01","#, "");
    holds(&facts, "2019-12-31", "no", "");
    holds(&facts, "2020-02-01", "disputed", "");
    holds(&facts, "2020-03-01", "certain", "");
    holds(&facts, "2022-01-01", "certain", "");
    holds(&facts, "2022-01-15", "disputed", "");
    holds(&facts, "2022-02-02", "no", "");
    let ruling = r#"Ruling(id: "r", of: "t", aspect: "until", prefers: "register#p1", why: "a test"),"#;
    let ruled = facts + ruling;
    holds(&ruled, "2022-01-01", "certain", "");
    holds(&ruled, "2022-01-15", "no", "");
    holds(&ruled, "2020-02-01", "disputed", "");
}

#[test]
fn ends_that_agree() {
    let facts = told_twice(r#"from: "2020", until: "2022-01-01","#, r#"from: "2020-03","#, "");
    holds(&facts, "2020-02-28", "no", "");
    holds(&facts, "2020-03-15", "possible", "");
    holds(&facts, "2020-03-31", "certain", "");
    let facts = told_twice(r#"from: "[2020-01-01..2020-03-05]", until: "2022","#, r#"from: "2020-03","#, "");
    holds(&facts, "2020-02-28", "no", "");
    holds(&facts, "2020-03-05", "certain", "");
}

#[test]
fn disputed_holders() {
    let facts = tenure("t", "pa1", "head-a", r#"from: "2020-01-01", until: "2022-01-01", source: "register#p1""#)
        + &tenure("t", "pa2", "head-a", r#"source: "register#p2""#);
    holds(&facts, "2021", "disputed", "");
    // Whom a ruling follows is the holder, though a tenure can't be silent on the person.
    let ruling = |prefers: &str| {
        format!(r#"Ruling(id: "r", of: "t", aspect: "person", prefers: "register#{prefers}", why: "a test"),"#)
    };
    holds(&(facts.clone() + &ruling("p1")), "2021", "certain", "");
    let other = facts + &ruling("p2");
    check("not held", &other, &held("pa1", on("2021")), &[]);
    check("but by the other one", &other, &held("pa2", on("2021")), &["t certain: pa2 head-a"]);
}
