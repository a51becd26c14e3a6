//! Those who were absent, and those who stood in for them.

use super::world::{attended, check, common, contacts, graph, meeting, met, path, possible, timeline};
use chancery::query::row::Cell;

#[test]
fn absent_people_count_nowhere_else() {
    let facts = meeting(
        "m",
        "2024-05-01",
        r#"(who: "pa1", as: "head-a", presence: Absent, reason: "ill"), (who: "pa2", for: "pa1"),
           (who: "pb1", as: "head-b")"#,
    );
    check(
        "attendance",
        &facts,
        &attended("m", possible()),
        &["m certain: pa1 absent, stand-in pa2, ill", "m certain: pa2 present", "m certain: pb1 present"],
    );
    check("no meeting", &facts, &met("pa1", possible()), &[]);
    check("no contact", &facts, &contacts("pa1", possible()), &[]);
    check("nobody met them", &facts, &met("pb1", possible()), &["m certain: pb1 | pa2"]);
    check("no chain", &facts, &path("pa1", "pb1", possible()), &[]);
    check("no pair", &facts, &common(&["pa1"], possible()), &[]);
    check("the state of the absent person", &facts, &met("land-a", possible()), &["m certain: pa2 | pb1"]);
}

#[test]
fn a_timeline_says_who_was_elsewhere() {
    let facts = meeting("m", "2024-05-01", r#"(who: "pa1", presence: Absent), (who: "pb1", presence: Video), "pb2""#);
    let graph = graph(&facts);
    let who = |one: &str| {
        let table = timeline(one, possible()).answer(&graph).table(None).expect("its own columns");
        let column = table.columns.iter().position(|column| *column == "who")?;
        table.rows.first()?.get(column).map(Cell::text)
    };
    assert_eq!(who("pa1").as_deref(), Some("Person A1 (absent)"));
    assert_eq!(who("pb1").as_deref(), Some("Person B1 (video)"));
    assert_eq!(who("pb2"), None);
}

#[test]
fn a_stand_in_is_on_the_side_of_the_absent_person() {
    let tenure = r#"Tenure(id: "t", person: "pa1", office: "head-a", from: "2020-01-01", until: "2026-01-01", source: "register"),"#;
    let facts = format!(
        "{tenure}{}",
        meeting(
            "m",
            "2024-05-01",
            r#"(who: "pa2", for: "pa1"), (who: "pa3", for: "land-a"), (who: "pb1", for: "land-b")"#
        )
    );
    check("the same side", &facts, &met("pa2", possible()), &["m certain: pa2 | pb1"]);
    check("an official as well", &facts, &met("land-a", possible()), &["m certain: pa2 & pa3 | pb1"]);
}

#[test]
fn forums() {
    let facts = r#"
        Forum(id: "forum", name: "Forum"),
        Session(id: "s1", of: "forum", when: "2024-05-01", participants: [(who: "land-a", presence: Absent), "pb1"], source: "s"),
        Session(id: "s2", of: "forum", when: "2024-06-01",
                participants: [(who: "pa1", presence: Video), (who: "pb1", presence: Expected)], source: "s"),
        Session(id: "s3", of: "forum", when: "2024-07-01", medium: Video, participants: [(who: "pa1", presence: Video)], source: "s"),
        Session(id: "s4", of: "forum", when: "2024-08-01", status: Announced, participants: ["pa1"], source: "s"),
        Meeting(id: "beside", when: "2024-05-01", part_of: "s1", participants: ["pa1", "pb1"], source: "s"),"#;
    check(
        "of a forum, its sessions",
        facts,
        &attended("forum", possible()),
        &[
            "s1 certain: land-a absent",
            "s1 certain: pb1 present",
            "s2 certain: pa1 absent (by video)",
            "s2 certain: pb1 expected",
            "s3 certain: pa1 by video",
            "left out: 1 announced",
        ],
    );
    check("a forum as who", facts, &met("forum", possible()), &["beside certain:  | pa1 & pb1"]);
}

#[test]
fn accounts_that_contradict_each_other_on_presence() {
    let two = |one: &str, source: &str| {
        format!(
            r#"Meeting(id: "m", when: "2024-05-01", participants: [{one}, (who: "pb1", for: "land-b")], source: "{source}"),"#
        )
    };
    let there = r#"(who: "pa1", for: "land-a")"#;
    let absent = r#"(who: "pa1", for: "land-a", presence: Absent)"#;
    let expected = r#"(who: "pa1", for: "land-a", presence: Expected)"#;
    let rows: &[&str] = &["m disputed: pa1! | pb1!"];
    for (first, second) in [(there, absent), (absent, there)] {
        let facts = two(first, "s#p1") + &two(second, "s#p2");
        check("present and absent", &facts, &met("pa1", possible()), rows);
        check("attendance", &facts, &attended("m", possible()), &["m disputed: pa1 present", "m certain: pb1 present"]);
    }
    let facts = two(there, "s#p1") + &two(expected, "s#p2");
    check("expected and present is no contradiction", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
}

#[test]
fn complete_lists() {
    let whole = |complete: &str, people: &str, source: &str| {
        format!(r#"Meeting(id: "m", when: "2024-05-01", {complete} participants: [{people}], source: "{source}"),"#)
    };
    let two = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#;
    let more = r#"(who: "pa1", for: "land-a"), (who: "pb2", for: "land-b"), (who: "pc1", presence: Absent)"#;
    let facts = whole("complete: true,", two, "s#p1") + &whole("", more, "s#p2");
    check("left out by a complete list", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1 & pb2!"]);
    check(
        "who was absent is not missing",
        &facts,
        &attended("m", possible()),
        &["m certain: pa1 present", "m certain: pb1 present", "m disputed: pb2 present", "m certain: pc1 absent"],
    );
    let facts = whole("", two, "s#p1") + &whole("", more, "s#p2");
    check("silence contradicts nothing", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1 & pb2"]);
    let announced = whole("complete: true,", r#""pa1""#, "early") + &whole("", two, "s");
    check(
        "an announced list is no list of those present",
        &announced,
        &met("pa1", possible()),
        &["m certain: pa1 | pb1"],
    );
    let withdrawn = whole("complete: true,", r#""pa1""#, "s#p1")
        + &whole("", two, "s#p2")
        + r#"Retraction(id: "r", of: "m", withdraws: "s#p1", source: "late"),"#;
    check("nor is one taken back", &withdrawn, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
}

#[test]
fn a_ruling_on_one_aspect_of_a_participant_leaves_the_others() {
    // Both accounts name everybody and have the guest absent; only why is ruled on.
    let account = |reason: &str, source: &str| {
        format!(
            r#"Meeting(id: "m", when: "2024-05-01", complete: true, source: "{source}#p1", participants: [
                (who: "pa1", as: "head-a"), (who: "pb1", as: "head-b", reason: "{reason}", role: Guest)]),"#
        )
    };
    let ruling = r#"Ruling(id: "r", of: "m", who: "pb1", aspect: "reason", prefers: "s#p1", why: "a test"),"#;
    let facts = account("snow", "s") + &account("rain", "register") + ruling;
    check("nobody disputes that they met", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
    check(
        "and the reason is the one preferred",
        &facts,
        &attended("m", possible()),
        &["m certain: pa1 present", "m certain: pb1 present, snow"],
    );
}

#[test]
fn reasons_that_differ_are_marked() {
    let account = |reason: &str, source: &str| {
        format!(
            r#"Meeting(id: "m", when: "2024-05-01", source: "{source}#p1", participants: [
                (who: "pa1", presence: Absent), (who: "pb1", presence: Absent, reason: "{reason}")]),"#
        )
    };
    let marks = |facts: &str| match attended("m", possible()).answer(&super::world::graph(facts)).rows {
        chancery::query::Rows::Attendance(rows) => rows.iter().map(|row| row.reason_mark).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let two = account("snow", "s") + &account("rain", "register");
    assert_eq!(marks(&two), [None, Some("disputed")]);
    assert_eq!(marks(&(account("snow", "s") + &account("snow", "register"))), [None, None]);
    let ruling = r#"Ruling(id: "r", of: "m", who: "pb1", aspect: "reason", prefers: "s#p1", why: "a test"),"#;
    assert_eq!(marks(&(two + ruling)), [None, Some("ruled")]);
}
