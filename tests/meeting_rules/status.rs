//! Whether an event took place.

use super::world::{check, events, graph, lines, meeting, met, possible};
use chancery::query::{Query, Scope, StatusWanted};
use chancery::record::Status;

const TWO: &str = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#;

fn account(when: &str, status: &str, source: &str) -> String {
    format!(r#"Meeting(id: "m", when: "{when}", {status} participants: [{TWO}], source: "{source}"),"#)
}

#[test]
fn announced_only() {
    let facts = account("2024-05-01", "status: Announced,", "s");
    let left: &[&str] = &["left out: 1 announced"];
    check("announced", &facts, &met("pa1", possible()), left);
    check("published before the day", &account("2024-05-01", "", "early"), &met("pa1", possible()), left);
    check("events", &account("2024-05-01", "", "early"), &events(&["pa1"], possible()), left);
    check(
        "not if it can have been published after it",
        &account("2020-01", "", "early"),
        &met("pa1", possible()),
        &["m certain: pa1 | pb1"],
    );
    check(
        "nor without a day of publication",
        &account("2024-05-01", "", "undated"),
        &met("pa1", possible()),
        &["m certain: pa1 | pb1"],
    );
    let asked = Scope { status: StatusWanted::Only(Status::Announced), ..possible() };
    check("when asked", &facts, &met("pa1", asked.clone()), &["m certain: pa1 | pb1 announced"]);
    let any = Scope { status: StatusWanted::Any, ..possible() };
    check("any", &facts, &met("pa1", any), &["m certain: pa1 | pb1 announced"]);
    check("held is not announced", &account("2024-05-01", "", "s"), &met("pa1", asked), &["left out: 1 announced"]);
}

#[test]
fn held_beats_the_others() {
    let held = account("2024-05-02", "", "s");
    let announced = account("2024-05-01", "", "early");
    check(
        "only held accounts give the day",
        &(announced + &held),
        &met("pa1", super::world::during("2024-05-02")),
        &["m certain: pa1 | pb1"],
    );
    let cancelled = account("2024-05-02", "status: Cancelled,", "early");
    check("cancelled before", &(cancelled + &held), &met("pa1", possible()), &["m certain: pa1 | pb1"]);
    let cancelled = account("2024-05-02", "status: Cancelled,", "late");
    check("cancelled after", &(cancelled.clone() + &held), &met("pa1", possible()), &["m disputed: pa1 | pb1"]);
    check("cancelled", &cancelled, &met("pa1", possible()), &["left out: 1 announced"]);
    let certain = Scope { at_least: chancery::model::Certainty::Certain, ..possible() };
    check("certain only", &(cancelled + &held), &met("pa1", certain), &["left out: 1 disputed"]);
}

#[test]
fn what_was_announced_beside_what_was_held() {
    let account = |source: &str, rest: &str| format!(r#"Visit(id: "v", to: "land-b", {rest}, source: "{source}#p1"),"#);
    let held =
        account("s", r#"rank: State, when: "2024-05-02", place: "city-b", visitors: [(who: "pa1", as: "head-a")]"#);
    let early = account(
        "early",
        r#"rank: Official, when: "2024-05-01", place: "city-a", invited_by: "pb1",
           visitors: [(who: "pa1", as: "minister-a"), (who: "pa2", as: "director-a")]"#,
    );
    let fact = |facts: &str| super::world::load(facts).facts.get("v").expect("the visit").clone();
    let both = fact(&(held.clone() + &early));
    let disputed: Vec<String> = both.disputed.iter().map(ToString::to_string).collect();
    assert_eq!(disputed, ["rank"], "day and place are those of the visit as it was held");
    let people: Vec<_> = both.parts.iter().map(|part| part.who.as_str()).collect();
    assert_eq!(people, ["pa1"], "and so are the people");
    let capacities = |fact: &chancery::model::Fact| {
        fact.parts.iter().flat_map(|part| &part.capacities).map(|one| one.capacity.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(capacities(&both), ["head-a", "minister-a"], "the capacities are united");
    let shared = |fact: &chancery::model::Fact| fact.event().expect("an event").shared().clone();
    assert_eq!(shared(&both).invited_by.0, [super::world::id("pb1")], "who invited is told");
    assert_eq!(shared(&both).place.0, [super::world::id("city-b")]);
    let ruling = r#"Ruling(id: "r", of: "v", aspect: "rank", prefers: "early#p1", why: "a test"),"#;
    let ruled = fact(&(held.clone() + &early + ruling));
    assert_eq!((ruled.disputed.len(), ruled.ruled.len()), (0, 1));
    let Some(chancery::record::Event::Visit(visit)) = ruled.event() else {
        panic!("no visit");
    };
    assert_eq!(visit.rank, Some(chancery::record::Rank::Official));
    let cancelled = held + &early.replace("rank: Official", "status: Cancelled, rank: Official");
    assert_eq!(fact(&cancelled).disputed, [], "what was called off tells nothing of the visit");
}

#[test]
fn denials_and_retractions() {
    let held = meeting("m", "2024-05-01", TWO);
    let denial = r#"Denial(id: "d", of: "m", source: "late"),"#;
    check("denied", &format!("{held}{denial}"), &met("pa1", possible()), &["m disputed: pa1 | pb1"]);
    let denial = r#"Denial(id: "d", of: "m", who: "pb1", source: "late"),"#;
    check("denied for one", &format!("{held}{denial}"), &met("pa1", possible()), &["m disputed: pa1! | pb1!"]);
    let place = r#"Denial(id: "d", of: "m", aspect: "place", source: "late"),"#;
    check(
        "an aspect that the claim does not use",
        &format!("{held}{place}"),
        &met("pa1", possible()),
        &["m certain: pa1 | pb1"],
    );
    let back = r#"Retraction(id: "r", of: "m", withdraws: "s", source: "late"),"#;
    check("taken back", &format!("{held}{back}"), &met("pa1", possible()), &[]);
    let two = account("2024-05-01", "", "s") + &account("2024-06-01", "", "late");
    check(
        "the other account remains",
        &format!("{two}{back}"),
        &met("pa1", super::world::during("2024-06")),
        &["m certain: pa1 | pb1"],
    );
    let card = Query::Show { id: super::world::id("m") }.answer(&graph(&format!("{held}{back}")));
    assert!(lines(&card).iter().any(|line| line == "status: taken back by its source"), "{:?}", lines(&card));
}
