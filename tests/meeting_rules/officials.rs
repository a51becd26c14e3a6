//! Officials of a state, offices as phrases, and capacities.

use super::world::{check, graph, held, id, meeting, met, met_with, possible};
use chancery::query::{Query, Rows, Scope};

const FOREIGNER: &str = r#"(who: "pb1", for: "land-b")"#;

fn tenure(office: &str) -> String {
    format!(
        r#"Tenure(id: "t", person: "pa1", office: "{office}", from: "2020-01-01", until: "2024-05-10", source: "register"),"#
    )
}

fn met_at(when: &str, own: &str) -> String {
    meeting("m", when, &format!("{own}, {FOREIGNER}"))
}

#[test]
fn of_a_state() {
    let official = |rule: &str, facts: &str, degree: &str| {
        let own = if degree == "possible" { "pa1?" } else { "pa1" };
        let row = format!("m {degree}: {own} | {}", if degree == "possible" { "pb1?" } else { "pb1" });
        let rows: &[&str] = if degree == "no" { &[] } else { &[&row] };
        check(rule, facts, &met("land-a", possible()), rows);
    };
    official("for the state", &met_at("2024-05-01", r#"(who: "pa1", for: "land-a")"#), "certain");
    official("for a ministry", &met_at("2024-05-01", r#"(who: "pa1", for: "department-a")"#), "certain");
    official("by capacity", &met_at("2024-05-01", r#"(who: "pa1", as: "director-a")"#), "certain");
    official("as a former official", &met_at("2024-05-01", r#"(who: "pa1", as: "former:director-a")"#), "no");
    official("as an envoy", &met_at("2024-05-01", r#"(who: "pa1", as: "envoy-of:land-a")"#), "certain");
    official("by nothing", &met_at("2024-05-01", r#""pa1""#), "no");
    for office in ["head-a", "minister-a", "director-a"] {
        let held = |when: &str| tenure(office) + &met_at(when, r#""pa1""#);
        official("by office", &held("2024-05-01"), "certain");
        official("after it", &held("2024-05-11"), "no");
        official("perhaps after it", &held("2024-05"), "possible");
    }
    let stated = Scope { in_capacity: true, ..possible() };
    let by_office = tenure("head-a") + &met_at("2024-05-01", r#""pa1""#);
    check("only by stated capacity", &by_office, &met("land-a", stated.clone()), &[]);
    let by_capacity = met_at("2024-05-01", r#"(who: "pa1", as: "director-a")"#);
    check("by stated capacity", &by_capacity, &met("land-a", stated), &["m certain: pa1 | pb1"]);
    check("two states", &by_capacity, &met_with("land-a", "land-b", possible()), &["m certain: pa1 | pb1"]);
    check("an organization's own", &by_capacity, &met("ministry-a", possible()), &["m certain: pa1 | pb1"]);
    check(
        "the state itself",
        &met_at("2024-05-01", r#""land-a""#),
        &met("land-a", possible()),
        &["m certain: land-a | pb1"],
    );
}

#[test]
fn of_a_party_while_it_rules() {
    let party = |ruling: &str| {
        format!(
            r#"
        Party(id: "party-a", name: "Party A", {ruling}),
        Office(id: "chair", title: "Chair", of: "party-a"),
        Tenure(id: "t", person: "pa1", office: "chair", from: "2000-01-01", until: "2030-01-01", source: "register"),"#
        )
    };
    let ask = |rule: &str, ruling: &str, rows: &[&str]| {
        check(rule, &(party(ruling) + &met_at("2024-05-01", r#""pa1""#)), &met("land-a", possible()), rows);
    };
    let yes: &[&str] = &["m certain: pa1 | pb1"];
    let doubt: &[&str] = &["m possible: pa1? | pb1?"];
    ask("while it rules", r#"of: "land-a", ruling: [(of: "land-a", from: "2020", until: "2025")]"#, yes);
    ask("before", r#"of: "land-a", ruling: [(of: "land-a", from: "2024-06")]"#, &[]);
    ask("after", r#"of: "land-a", ruling: [(of: "land-a", from: "2020", until: "2023")]"#, &[]);
    ask("in the month", r#"of: "land-a", ruling: [(of: "land-a", from: "2024-05")]"#, doubt);
    ask("without an end it goes on", r#"of: "land-a", ruling: [(of: "land-a", from: "2020")]"#, yes);
    ask("without a start", r#"of: "land-a", ruling: [(of: "land-a", until: "2025")]"#, doubt);
    ask("since some day before", r#"of: "land-a", ruling: [(of: "land-a", from: "[..2024-01-01]")]"#, yes);
    ask("never", r#"of: "land-a""#, &[]);
    ask("another state", r#"of: "land-a", ruling: [(of: "land-b", from: "2020")]"#, &[]);
    let facts = party(r#"of: "land-a""#) + &met_at("2024-05-01", r#""pa1""#);
    check("of the party", &facts, &met("party-a", possible()), yes);
}

#[test]
fn an_office_means_its_holders_while_holding_it() {
    let facts = tenure("head-a")
        + &meeting("before", "2019-05-01", &format!(r#""pa1", {FOREIGNER}"#))
        + &meeting("during", "2024-05-01", &format!(r#""pa1", {FOREIGNER}"#))
        + &meeting("after", "2024-05-11", &format!(r#""pa1", {FOREIGNER}"#))
        + &meeting("stated", "2018-05-01", &format!(r#"(who: "pa2", as: "head-a"), {FOREIGNER}"#));
    check("holders", &facts, &met("head-a", possible()), &["stated certain: pa2 | pb1", "during certain: pa1 | pb1"]);
    check(
        "with holders",
        &facts,
        &met_with("pb1", "head-a", possible()),
        &["stated certain: pb1 | pa2", "during certain: pb1 | pa1"],
    );
    let stated = Scope { in_capacity: true, ..possible() };
    check("by stated capacity", &facts, &met("head-a", stated), &["stated certain: pa2 | pb1"]);
    check("belonging to a state", &facts, &held("land-a", possible()), &["t certain: pa1 head-a"]);
}

#[test]
fn capacities_in_rows() {
    let ask = |rule: &str, facts: &str, expected: &str| {
        let answer = met("pa1", possible()).answer(&graph(facts));
        let Rows::Events(rows) = &answer.rows else { panic!("events") };
        let own = &rows[0].who[0];
        let capacities: Vec<String> = own.capacities.iter().map(ToString::to_string).collect();
        let offices: Vec<&str> = own.offices.iter().map(chancery::id::Id::as_str).collect();
        let inferred = if own.as_inferred { " inferred" } else { "" };
        assert_eq!(format!("{}{inferred} / {}", capacities.join(","), offices.join(",")), expected, "{rule}");
    };
    ask(
        "stated",
        &(tenure("head-a") + &met_at("2024-05-01", r#"(who: "pa1", as: "director-a")"#)),
        "director-a / head-a",
    );
    ask("inferred", &(tenure("head-a") + &met_at("2024-05-01", r#""pa1""#)), "head-a inferred / head-a");
    ask("not what is only possible", &(tenure("head-a") + &met_at("2024-05", r#""pa1""#)), " / head-a");
    ask("none", &(tenure("head-a") + &met_at("2024-06-01", r#""pa1""#)), " / ");
    let two = met_at("2024-05-01", r#"(who: "pa1", as: "head-a")"#)
        + &met_at("2024-05-01", r#"(who: "pa1", as: "director-a")"#).replace(r#"source: "s""#, r#"source: "late""#);
    ask("united", &two, "director-a,head-a / ");
}

#[test]
fn ids_that_were_united() {
    let same = r#"
        Person(id: "pa0", name: "Person A1"), SameAs(id: "same", a: "pa0", b: "pa1", source: "s"),
        Office(id: "h", title: "Head A", of: "land-a"), SameAs(id: "same-office", a: "h", b: "head-a", source: "s"),"#;
    let facts = format!("{same}{}", met_at("2024-05-01", r#"(who: "pa1", as: "head-a")"#));
    check("by the other id", &facts, &met("pa1", possible()), &["m certain: pa0 | pb1"]);
    check("by the first", &facts, &met("pa0", possible()), &["m certain: pa0 | pb1"]);
    check("an office", &facts, &met("h", possible()), &["m certain: pa0 | pb1"]);
    let nameless = r#"SameAs(id: "same", a: "pa1", b: "nobody", source: "s"),"#;
    let facts = format!("{nameless}{}", met_at("2024-05-01", r#""nobody""#));
    check("an id without a record of its own", &facts, &met("nobody", possible()), &["m certain: nobody | pb1"]);
    check("and the other", &facts, &met("pa1", possible()), &["m certain: nobody | pb1"]);
    let facts = facts.replace("nobody", "somebody");
    check("whichever comes first", &facts, &met("somebody", possible()), &["m certain: pa1 | pb1"]);
    let earlier = format!(r#"Person(id: "px", was: "py", name: "Person X"),{}"#, met_at("2024-05-01", r#""py""#));
    check("an earlier id", &earlier, &met("px", possible()), &["m certain: px | pb1"]);
    check("by it", &earlier, &met("py", possible()), &["m certain: px | pb1"]);
    let stand_in = meeting("m", "2024-05-01", r#"(who: "pa1", presence: Absent), (who: "pa2", for: "pa1"), "pb1""#);
    let query = super::world::attended("m", possible());
    check(
        "a stand-in",
        &format!("{same}{stand_in}"),
        &query,
        &["m certain: pa0 absent, stand-in pa2", "m certain: pa2 present", "m certain: pb1 present"],
    );
    let shown = Query::Show { id: id("pa1") }.answer(&graph(same));
    assert!(super::world::lines(&shown).contains(&"id: pa0".to_owned()));
}

#[test]
fn a_card_says_who_no_longer_or_not_yet_held_an_office() {
    let met = meeting(
        "m",
        "2024-05-01",
        r#"(who: "pa1", as: ["former:head-a", "elect:minister-a"]), (who: "pb1", as: "envoy-of:land-b")"#,
    );
    let lines = super::world::lines(&Query::Show { id: id("m") }.answer(&graph(&met)));
    let says = |words: &str| assert!(lines.iter().any(|line| line.ends_with(words)), "{words}: {lines:?}");
    says("as former Head A and Minister A (elect)");
    says("as envoy of Land B");
}
