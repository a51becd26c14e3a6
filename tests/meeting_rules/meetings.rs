//! Who met whom.

use super::world::{check, common, contacts, during, graph, meeting, met, met_with, of_kind, path, possible};
use chancery::query::Scope;
use chancery::record::{Kind, Mode};

#[test]
fn sides() {
    let pair = |rule, a: &str, b: &str, expected: &[&str]| {
        let participants = format!(r#"(who: "pa1", {a}), (who: "pb1", {b})"#);
        check(rule, &meeting("m", "2024-05-01", &participants), &met("pa1", possible()), expected);
    };
    let yes: &[&str] = &["m certain: pa1 | pb1"];
    pair("by for", r#"for: "land-a""#, r#"for: "land-b""#, yes);
    pair("by capacity", r#"as: "head-a""#, r#"as: "head-b""#, yes);
    pair("all on one side met", r#"for: "land-a""#, r#"for: "land-a""#, yes);
    pair("a ministry counts on the side of its state", r#"for: "land-a""#, r#"as: "director-a""#, yes);
    pair("no side known", "", "", yes);
    pair("one side unknown", r#"for: "land-a""#, "", yes);
}

#[test]
fn one_side_does_not_meet_itself() {
    let three = r#"(who: "pa1", as: "head-a"), (who: "pa2", as: "director-a"), (who: "pb1", for: "land-b")"#;
    let facts = meeting("m", "2024-05-01", three);
    check("the other side only", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
    check("the same side", &facts, &met_with("pa1", "pa2", possible()), &[]);
    check("both of the other side", &facts, &met("pb1", possible()), &["m certain: pb1 | pa1 & pa2"]);

    let tenures = r#"
        Tenure(id: "t1", person: "pa1", office: "head-a", from: "2020-01-01", until: "2026-01-01", source: "register"),
        Tenure(id: "t2", person: "pa2", office: "director-a", from: "2020-01-01", until: "2026-01-01", source: "register"),
        Tenure(id: "t3", person: "pb1", office: "head-b", from: "2020-01-01", until: "2026-01-01", source: "register"),"#;
    let held = format!("{tenures}{}", meeting("m", "2024-05-01", r#""pa1", "pa2", "pb1""#));
    check("by office held", &held, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
    let over = tenures.replace("2026-01-01", "2021-01-01");
    let over = format!("{over}{}", meeting("m", "2024-05-01", r#""pa1", "pa2", "pb1""#));
    check("an office no longer held tells no side", &over, &met("pa1", possible()), &["m certain: pa1 | pa2 & pb1"]);
    let open = tenures.replace(r#", until: "2026-01-01""#, "");
    let open = format!("{open}{}", meeting("m", "2024-05-01", r#""pa1", "pa2", "pb1""#));
    let doubt = &["m certain: pa1 | pa2? & pb1"];
    check("an office possibly held leaves it open", &open, &met("pa1", possible()), doubt);
    check(
        "what is possible is no row by itself",
        &open,
        &met_with("pa1", "pa2", Scope::default()),
        &["left out: 1 possible"],
    );

    let some = meeting("m", "2024-05-01", r#""pa1", "pa2", (who: "pb1", for: "land-b")"#);
    check("two of unknown side beside a known one", &some, &met("pa1", possible()), &["m certain: pa1 | pa2? & pb1"]);
}

#[test]
fn parties_count_on_the_side_of_their_state() {
    let parties = r#"
        Party(id: "party-a", name: "Party A", of: "land-a"),
        Party(id: "ruling-a", name: "Ruling A", ruling: [(of: "land-a", from: "2000")]),"#;
    let three = r#"(who: "pa1", for: "party-a"), (who: "pa2", for: "ruling-a"), (who: "pb1", for: "land-b")"#;
    let facts = format!("{parties}{}", meeting("m", "2024-05-01", three));
    check("two parties of one state", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
}

#[test]
fn parts() {
    let facts = meeting(
        "m",
        "2024-05-01",
        r#"(who: "pa1", for: "land-a"), (who: "pa2", for: "land-a", part: Interpreter),
           (who: "pa3", for: "land-a", part: Delegation), (who: "pb1", for: "land-b"),
           (who: "pb2", for: "land-b", part: NoteTaker), (who: "pc1", for: "land-b", part: Escort),
           (who: "pc2", for: "land-c", part: Observer)"#,
    );
    check("principals", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1"]);
    check("delegation is marked", &facts, &met("pb1", possible()), &["m certain: pb1 | pa1 & pa3 (delegation)"]);
    let principals = Scope { principals: true, ..possible() };
    check("principals only", &facts, &met("pb1", principals), &["m certain: pb1 | pa1"]);
    for one in ["pa2", "pb2", "pc1", "pc2"] {
        check("met nobody", &facts, &met(one, possible()), &[]);
    }
    check("pairs take principals", &facts, &path("pa3", "pb1", possible()), &[]);
    let all = Scope { delegations: true, ..possible() };
    check("pairs with delegations", &facts, &path("pa3", "pb1", all), &["m certain pa3 -> pb1 (7 present)"]);
    check("common takes principals", &facts, &common(&["pb1"], possible()), &["pa1 certain: pb1 at m"]);
}

#[test]
fn more_than_two_sides() {
    let three = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b"), (who: "pc1", for: "land-c")"#;
    let facts = meeting("m", "2024-05-01", three);
    check("one row", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1 & pc1"]);
    check("no chain", &facts, &path("pa1", "pb1", possible()), &[]);
    check("no pairs", &facts, &common(&["pa1", "pb1"], possible()), &["left out: 2 multilateral"]);
    let all = Scope { multilateral: true, ..possible() };
    check("a chain when asked", &facts, &path("pa1", "pb1", all.clone()), &["m certain pa1 -> pb1 (3 present)"]);
    check("pairs when asked", &facts, &common(&["pa1", "pb1"], all), &["pc1 certain: pa1 at m; pb1 at m"]);
    let both = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b"), (who: "pc1", as: ["head-a", "head-b"])"#;
    let facts = meeting("m", "2024-05-01", both);
    check(
        "who stands for two sides is no third",
        &facts,
        &path("pa1", "pb1", possible()),
        &["m certain pa1 -> pb1 (3 present)"],
    );
}

#[test]
fn kinds_that_give_none_unless_asked() {
    let two = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#;
    let facts = format!(
        r#"Session(id: "session", of: "forum", when: "2024-05-01", participants: [{two}], source: "s"),
        Forum(id: "forum", name: "Forum"),
        Activity(id: "activity", when: "2024-05-02", participants: [{two}], source: "s"),
        Meeting(id: "greeting", when: "2024-05-03", format: Greeting, participants: [{two}], source: "s"),"#
    );
    check("meetings", &facts, &met("pa1", possible()), &["greeting certain: pa1 | pb1"]);
    check("no chain", &facts, &path("pa1", "pb1", possible()), &[]);
    check("no pairs", &facts, &common(&["pa1"], possible()), &[]);
    let pair = |kind, within, event: &str| {
        let step = format!("{event} certain pa1 -> pb1 (2 present)");
        check("a chain by kind", &facts, &path("pa1", "pb1", of_kind(kind, within)), &[&step]);
        let row = format!("pb1 certain: pa1 at {event}");
        check("pairs by kind", &facts, &common(&["pa1"], of_kind(kind, within)), &[&row]);
        let row = format!("{event} certain: pa1 | pb1");
        check("meetings by kind", &facts, &met("pa1", of_kind(kind, within)), &[&row]);
    };
    pair(Kind::Session, None, "session");
    pair(Kind::Activity, None, "activity");
    pair(Kind::Meeting, Some("greeting"), "greeting");
    check("another format", &facts, &path("pa1", "pb1", of_kind(Kind::Meeting, Some("talks"))), &[]);
}

#[test]
fn modes() {
    let two = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#;
    let facts = format!(
        r#"Call(id: "call", when: "2024-05-01", participants: [{two}], source: "s"),
        Message(id: "letter", when: "2024-05-02", from: "pa1", to: "pb1", conveyed_by: "pc1", source: "s"),
        Meeting(id: "online", when: "2024-05-03", medium: Video, participants: [{two}], source: "s"),
        {}"#,
        meeting("m", "2024-05-04", two)
    );
    check("in person", &facts, &met("pa1", possible()), &["m certain: pa1 | pb1", "left out: 3 mode"]);
    check(
        "by every mode",
        &facts,
        &contacts("pa1", possible()),
        &[
            "call certain: pa1 | pb1 by phone",
            "letter certain: pa1 | pb1 by written",
            "online certain: pa1 | pb1 by video",
            "m certain: pa1 | pb1",
        ],
    );
    check("who conveys a letter is no side of it", &facts, &contacts("pc1", possible()), &[]);
    let video = Scope { modes: vec![Mode::Video], ..possible() };
    check("by one mode", &facts, &met("pa1", video), &["online certain: pa1 | pb1 by video", "left out: 3 mode"]);

    let remote =
        r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b", presence: Video), (who: "pb2", for: "land-b")"#;
    let facts = meeting("m", "2024-05-01", remote);
    check("by video in a meeting of others", &facts, &met("pa1", possible()), &["m certain: pa1 | pb2"]);
    check("left out by mode", &facts, &met("pb1", possible()), &["left out: 1 mode"]);
    check("marked", &facts, &contacts("pa1", possible()), &["m certain: pa1 | pb1 (video) & pb2"]);
    check("no chain", &facts, &path("pa1", "pb1", possible()), &[]);
}

#[test]
fn answers_to_scope_in_chains() {
    let two = r#"(who: "pa1", for: "land-a"), (who: "pb1", for: "land-b")"#;
    let facts = format!(
        r#"Meeting(id: "m1", when: "2024-05-01", place: "city-a", participants: [{two}], source: "s"),
        Meeting(id: "m2", when: "2024-05-02", place: "city-b", participants: [{two}], source: "s"),"#
    );
    let at = |place: &str| Scope { at: Some(super::world::id(place)), ..possible() };
    check("a chain at a place", &facts, &path("pa1", "pb1", at("city-b")), &["m2 certain pa1 -> pb1 (2 present)"]);
    check("none at another", &facts, &path("pa1", "pb1", at("hall-a")), &["m1 possible pa1 -> pb1 (2 present)"]);
}

#[test]
fn a_meeting_with_nobody_else_named_is_told() {
    let facts = meeting("m1", "2024-05-01", r#""pa1""#) + &meeting("m2", "2024-05-02", r#""pa1", "pb1""#);
    let told = |scope: Scope| {
        let notices = met("pa1", scope).answer(&graph(&facts)).notices;
        notices.into_iter().find(|notice| notice.contains("names nobody"))
    };
    assert_eq!(told(possible()).as_deref(), Some("1 meeting names nobody else who took part (m1)."));
    assert_eq!(told(during("2023")), None);
}
