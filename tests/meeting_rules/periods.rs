//! When an event lies in a period, and where at a place.

use super::world::{check, during, events, id, meeting, met, possible};
use chancery::query::{Scope, When};

const TWO: &str = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#;

#[test]
fn lying_in_a_period() {
    let lies = |when: &str, asked: &str, degree: &str| {
        let row = format!("m {degree}: pa1 | pb1");
        let rows: &[&str] = if degree == "no" { &[] } else { &[&row] };
        check(&format!("{when} in {asked}"), &meeting("m", when, TWO), &met("pa1", during(asked)), rows);
    };
    lies("2024-05-01", "2024-05", "certain");
    lies("2024-05-01", "2024-05-02", "no");
    lies("2024-05", "2024-05", "certain");
    lies("2024-05", "2024-05-02", "possible");
    lies("2024-05", "2024-04..2024-05", "certain");
    lies("2024", "2024-05", "possible");
    lies("[2024-05-01..2024-05-03]", "2024-05-03", "possible");
    lies("[2024-05-01..2024-05-03]", "2024-05-01..2024-05-03", "certain");
    lies("2024-05-01/2024-05-09", "2024-05-05", "certain");
    lies("2024-05-01?", "2024-05", "possible");
    lies("2024-05-01~", "2024-05-02", "possible");
    lies("2024-05-01~", "2024-05-03", "no");
}

#[test]
fn beginning_in_a_period() {
    let began = |when: &str, asked: &str, degree: &str| {
        let row = format!("m {degree}: pa1 | pb1");
        let rows: &[&str] = if degree == "no" { &[] } else { &[&row] };
        let scope = Scope { when: When::Began, ..during(asked) };
        check(&format!("{when} begun in {asked}"), &meeting("m", when, TWO), &met("pa1", scope), rows);
    };
    began("2024-05-01/2024-05-09", "2024-05-05", "no");
    began("2024-05-01/2024-05-09", "2024-05-01", "certain");
    began("2024-05/2024-06", "2024-05", "certain");
    began("2024-05/2024-06", "2024-05-02", "possible");
    began("[..2024-05-01]/[2024-05-01..]", "2024-05", "possible");
}

#[test]
fn accounts_with_different_dates() {
    let facts = |one: &str, other: &str| {
        meeting("m", one, TWO) + &meeting("m", other, TWO).replace(r#"source: "s""#, r#"source: "late""#)
    };
    let contradicting = facts("2024-05-01", "2024-05-03");
    check("both inside", &contradicting, &met("pa1", during("2024-05")), &["m certain: pa1 | pb1"]);
    check("one outside", &contradicting, &met("pa1", during("2024-05-01")), &["m disputed: pa1 | pb1"]);
    check("neither", &contradicting, &met("pa1", during("2024-05-02")), &[]);
    let narrowing = facts("2024-05", "2024-05-03");
    check("one narrows the other", &narrowing, &met("pa1", during("2024-05-03")), &["m certain: pa1 | pb1"]);
    check("what the other leaves is gone", &narrowing, &met("pa1", during("2024-05-02")), &[]);
}

#[test]
fn places() {
    let at = |place: &str, asked: &str, degree: &str| {
        let facts = format!(r#"Meeting(id: "m", when: "2024-05-01", {place} participants: [{TWO}], source: "s"),"#);
        let row = format!("m {degree}: pa1 | pb1");
        let rows: &[&str] = match degree {
            "no" => &[],
            "no place" => &["left out: 1 no place"],
            _ => &[&row],
        };
        let scope = Scope { at: Some(id(asked)), ..possible() };
        check(&format!("{place} at {asked}"), &facts, &met("pa1", scope), rows);
    };
    at(r#"place: "hall-a","#, "hall-a", "certain");
    at(r#"place: "hall-a","#, "country-a", "certain");
    at(r#"place: "country-a","#, "hall-a", "possible");
    at(r#"place: "city-b","#, "country-a", "no");
    at(r#"place: ["city-b", "hall-a"],"#, "city-a", "certain");
    at(r#"place: "hall-a", derived: {"place": "where they always meet"},"#, "city-a", "possible");
    at("", "city-a", "no place");
}

#[test]
fn under_and_about() {
    let facts = r#"
        Forum(id: "forum", name: "Forum"), Topic(id: "topic", name: "Topic"),
        Session(id: "session", of: "forum", when: "2024-05-01/2024-05-03", source: "s"),
        Visit(id: "visit", to: "land-b", visitors: ["pa1"], when: "2024-05-01/2024-05-03", part_of: "session", source: "s"),
        Meeting(id: "m", when: "2024-05-02", part_of: "visit", about: "topic",
                participants: [(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")], source: "s"),
        Meeting(id: "n", when: "2024-05-02", participants: [(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")], source: "s"),"#;
    let under = |above: &str| Scope { under: Some(id(above)), ..possible() };
    for above in ["visit", "session", "forum"] {
        check(above, facts, &met("pa1", under(above)), &["m certain: pa1 | pb1"]);
    }
    let about = Scope { about: Some(id("topic")), ..possible() };
    check("about", facts, &events(&[], about), &["m certain:  | pa1 & pb1"]);
}
