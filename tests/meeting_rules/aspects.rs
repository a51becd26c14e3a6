//! Which aspects of a claim decide, and how they decide together. What `tests/brute_force.rs` once found stands here.

use super::world::{attended, check, during, held, id, meeting, met, possible, visited};
use chancery::query::Scope;

const PAIR: &str = r#"(who: "pa1", as: "head-a"), (who: "pb1", as: "head-b")"#;

fn at(place: &str) -> Scope {
    Scope { at: Some(id(place)), ..possible() }
}

fn account(source: &str, more: &str) -> String {
    meeting("m", "2024-05-01", PAIR).replace(r#"source: "s""#, &format!(r#"{more}source: "{source}#p""#))
}

#[test]
fn a_dispute_of_one_aspect_is_one_of_the_claim() {
    let denial = r#"Denial(id: "d", of: "m", who: "pb1", source: "register#d"),"#;
    let facts = meeting("m", "2024", PAIR) + denial;
    check("possible and denied", &facts, &met("pa1", during("2024-05")), &["m disputed: pa1! | pb1!"]);
}

#[test]
fn who_denies_the_day_denies_what_asks_for_it() {
    let facts = meeting("m", "2024-05-01", PAIR) + r#"Denial(id: "d", of: "m", aspect: "when", source: "register#d"),"#;
    check("a period asks for the day", &facts, &met("pa1", during("2024-05")), &["m disputed: pa1 | pb1"]);
    check("all time does not", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
    let ruling = r#"Ruling(id: "r", of: "m", aspect: "when", prefers: "s", why: "a test"),"#;
    check("unless it is ruled", &(facts + ruling), &met("pa1", during("2024-05")), &["m certain: pa1 | pb1"]);
}

#[test]
fn a_doubtful_account_takes_nothing_from_a_sure_one() {
    let facts = meeting("m", "2024-05", PAIR)
        + &meeting("m", "2024-05-07?", PAIR).replace(r#"source: "s""#, r#"source: "register#p""#);
    check("the month is sure", &facts, &met("pa1", during("2024-05")), &["m certain: pa1 | pb1"]);
    check("the day is not", &facts, &met("pa1", during("2024-05-07")), &["m possible: pa1 | pb1"]);
    check("and no other day is", &facts, &met("pa1", during("2024-05-08")), &[]);
}

#[test]
fn places_apart_may_lie_in_one() {
    let facts = account("s", r#"place: "hall-a", "#)
        + &account("register", r#"place: "yard-a", "#)
        + r#"Place(id: "yard-a", name: "Yard", within: "city-a"),"#;
    check("both in the city", &facts, &met("pa1", at("city-a")), &["m certain: pa1 | pb1"]);
    check("one of them in the hall", &facts, &met("pa1", at("hall-a")), &["m disputed: pa1 | pb1"]);
    check("none of them elsewhere", &facts, &met("pa1", at("city-b")), &[]);
}

#[test]
fn a_list_that_a_ruling_passes_over_leaves_nobody_out() {
    let list = r#"Meeting(id: "m", when: "2024-05-01", complete: true, source: "register#p",
                          participants: [(who: "pa1", as: "head-a")]),"#;
    let facts = meeting("m", "2024-05-01", PAIR) + list;
    check("it leaves one out", &facts, &met("pa1", possible()), &["m disputed: pa1! | pb1!"]);
    let ruling = r#"Ruling(id: "r", of: "m", who: "pb1", aspect: "participation", prefers: "s", why: "a test"),"#;
    check("ruled", &(facts + ruling), &met("pa1", possible()), &["m certain: pa1 | pb1"]);
}

#[test]
fn who_did_not_come_visited_nobody() {
    let facts = r#"Visit(id: "v", to: "land-b", when: "2024-05-01", source: "s",
                         visitors: [(who: "pa1", presence: Absent), (who: "pa2", for: "land-a"), (who: "pa3", presence: Expected)]),"#;
    check("absent", facts, &visited(Some("pa1"), None, possible()), &[]);
    check("expected", facts, &visited(Some("pa3"), None, possible()), &[]);
    check(
        "attendance tells",
        facts,
        &attended("v", possible()),
        &["v certain: pa1 absent", "v certain: pa2 present", "v certain: pa3 expected"],
    );
}

#[test]
fn how_a_tenure_ended_decides_nothing_about_its_days() {
    let tenure = |how: &str, source: &str| {
        format!(
            r#"Tenure(id: "t", person: "pa1", office: "head-a", from: "2020-01-01", until: "2024-01-01",
                      how_ended: {how}, source: "{source}#p"),"#
        )
    };
    let facts = tenure("Resigned", "s") + &tenure("Removed", "register");
    check("held", &facts, &held("pa1", during("2022")), &["t certain: pa1 head-a"]);
    let facts = facts.replace(
        r#"until: "2024-01-01",
                      how_ended: Removed"#,
        r#"until: "2023-01-01""#,
    );
    check("until when does", &facts, &held("pa1", during("2023-06")), &["t disputed: pa1 head-a"]);
    check("where the ends differ", &facts, &held("pa1", during("2022")), &["t certain: pa1 head-a"]);
    let denial = r#"Denial(id: "d", of: "t", aspect: "until", source: "late#d"),"#;
    let denied = tenure("Resigned", "s") + denial;
    check("an end denied is open", &denied, &held("pa1", during("2022")), &["t disputed: pa1 head-a"]);
}
