//! What a source took back: accounts, denials, and retractions themselves.

use super::world::{check, meeting, met, possible};

const PAIR: &str = r#"(who: "pa1", as: "head-a"), (who: "pb1", as: "head-b")"#;
const MET: &str = "m certain: pa1 | pb1";

fn retraction(id: &str, of: &str, withdraws: &str, source: &str) -> String {
    format!(r#"Retraction(id: "{id}", of: "{of}", withdraws: "{withdraws}", source: "{source}"),"#)
}

#[track_caller]
fn with(rule: &str, more: &[String], rows: &[&str]) {
    let facts = meeting("m", "2024-05-01", PAIR) + &more.concat();
    check(rule, &facts, &met("pa1", possible()), rows);
}

#[test]
fn a_retraction_taken_back_takes_nothing_back() {
    let first = retraction("r1", "m", "s", "late#1");
    let second = retraction("r2", "r1", "late#1", "register#2");
    let third = retraction("r3", "r2", "register#2", "dataset#3");
    with("taken back", std::slice::from_ref(&first), &[]);
    with("that taken back", &[first.clone(), second.clone()], &[MET]);
    with("and that", &[first.clone(), second.clone(), third], &[]);
    let other = retraction("r2", "r1", "late#9", "register#2");
    with("another account of it", &[first.clone(), other], &[]);
    let circle = retraction("r2", "r3", "dataset#3", "register#2") + &retraction("r3", "r2", "register#2", "dataset#3");
    with("a circle ends", &[first, circle], &[]);
}

#[test]
fn a_long_chain_of_retractions_is_judged_from_its_end() {
    let nth = |n: usize| match n {
        0 => retraction("r0", "m", "s", "dataset#0"),
        n => {
            retraction(&format!("r{n}"), &format!("r{}", n - 1), &format!("dataset#{}", n - 1), &format!("dataset#{n}"))
        }
    };
    let chain = |length: usize| (0..length).map(nth).collect::<Vec<_>>();
    with("an odd number", &chain(3001), &[]);
    with("an even number", &chain(3000), &[MET]);
}

#[test]
fn a_denial_taken_back_denies_nothing() {
    let denial = |source: &str| format!(r#"Denial(id: "d", of: "m", source: "{source}"),"#);
    let back = retraction("r", "d", "late#1", "register#2");
    with("denied", &[denial("late#1")], &["m disputed: pa1 | pb1"]);
    with("taken back", &[denial("late#1"), back.clone()], &[MET]);
    with("by one of two", &[denial("late#1"), denial("dataset#1"), back.clone()], &["m disputed: pa1 | pb1"]);
    let again = retraction("r2", "r", "register#2", "dataset#3");
    with("and denied again", &[denial("late#1"), back, again], &["m disputed: pa1 | pb1"]);
}
