//! Visits, common partners, timelines, search and cards.

use super::world::{
    check, common, during, events, held, id, lines, load, meeting, met, path, period, possible, timeline, visited, who,
};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Query, Scope, Visits, When};
use chancery::record::Mode;

const VISITS: &str = r#"
    Visit(id: "v1", to: "land-b", visitors: ["pa1"], when: "2024-05-01/2024-05-05", legs: [(place: "city-b")], source: "s"),
    Visit(id: "v2", to: "land-b", visitors: ["pc1"], when: "2024-05-04/2024-05-09", source: "s"),
    Visit(id: "v3", to: "land-c", visitors: ["pa1"], when: "2024-05-04/2024-05-09", place: "hall-a", source: "s"),
    Visit(id: "v4", to: "land-b", visitors: [(who: "pa2", for: "land-a")], when: "2024-06", participants: ["pb1"], source: "s"),
"#;

#[test]
fn visits() {
    let ask = |rule: &str, by: Option<&str>, to: Option<&str>, rows: &[&str]| {
        check(rule, VISITS, &visited(by, to, possible()), rows);
    };
    ask("by a person", Some("pa1"), None, &["v1 certain: pa1 | ", "v3 certain: pa1 | "]);
    ask("to a state", None, Some("land-b"), &["v1 certain: pa1 | ", "v2 certain: pc1 | ", "v4 certain: pa2 | pb1"]);
    ask("by somebody to a state", Some("pa1"), Some("land-b"), &["v1 certain: pa1 | "]);
    ask("to a place by a leg", None, Some("city-b"), &["v1 certain: pa1 | "]);
    ask("to what lies around a place", None, Some("country-a"), &["v3 certain: pa1 | "]);
    ask("for a state", Some("land-a"), None, &["v4 certain: pa2 | pb1"]);
    ask("who only took part did not travel", Some("pb1"), None, &[]);
}

#[test]
fn overlapping_trips() {
    let ask = |by: &str, other: &str| {
        Query::Visits(Visits {
            by: Some(who(by)),
            overlapping: Some(who(other)),
            scope: possible(),
            ..Visits::default()
        })
    };
    check("days in common", VISITS, &ask("pa1", "pc1"), &["v1 certain: pa1 | pc1 shared 2024-05-04–2024-05-05"]);
    check("none to one state", VISITS, &ask("pa1", "pa2"), &[]);
    check("another month", VISITS, &ask("pa2", "pc1"), &[]);
}

#[test]
fn common_partners() {
    let pair = |id: &str, day: &str, a: &str, b: &str| meeting(id, day, &format!(r#""{a}", "{b}""#));
    let facts = pair("m1", "2024-05-01", "pa1", "pb1")
        + &pair("m2", "2024-05-02", "pa2", "pb1")
        + &pair("m3", "2024-05-03", "pa1", "pb2")
        + &pair("m4", "2024-06-01", "pa2", "pb1");
    check("both", &facts, &common(&["pa1", "pa2"], possible()), &["pb1 certain: pa1 at m1; pa2 at m2,m4"]);
    let may = Scope { period: period("2024-05"), ..possible() };
    check("in a period", &facts, &common(&["pa1", "pa2"], may), &["pb1 certain: pa1 at m1; pa2 at m2"]);
    check("nobody", &facts, &common(&["pb1", "pb2", "pa2"], possible()), &[]);
}

#[test]
fn timelines() {
    let facts = r#"
        Tenure(id: "t", person: "pa1", office: "head-a", from: "2024-04-01", until: "2024-12-01", source: "register"),
        Meeting(id: "m", when: "2024-05-01", participants: ["pa1", "pb1"], source: "s"),
        Statement(id: "said", when: "2024-05-03", speaker: "pa1", to: "land-b", text: "Something was said.", source: "s"),
        Visit(id: "v", to: "land-b", visitors: ["pa1"], when: "2023-05", source: "s"),"#;
    check(
        "events and tenures",
        facts,
        &timeline("pa1", possible()),
        &["v certain: pa1 | ", "t certain:  | ", "m certain: pa1 | pb1", "said certain: pa1 | land-b"],
    );
    let later = Scope { period: period("2024-05-02.."), ..possible() };
    check("in a period", facts, &timeline("pa1", later), &["t certain:  | ", "said certain: pa1 | land-b"]);
    check(
        "events only",
        facts,
        &events(&["pa1"], possible()),
        &["v certain: pa1 | ", "m certain: pa1 | pb1", "said certain: pa1 | land-b"],
    );
}

#[test]
fn search() {
    let facts = r#"
        Statement(id: "said", when: "2024-05-03", speaker: "pa1", text: "Peace and trade, they said.", source: "s"),
        Person(id: "px", name: "Ümit Peace"),"#;
    let ask = |text: &str, rows: &[&str]| check(text, facts, &Query::Search { text: text.to_owned() }, rows);
    ask("peace", &["px person name: Ümit Peace", "said statement text: Peace and trade, they said."]);
    ask("PEACE trade", &["said statement text: Peace and trade, they said."]);
    ask("umit", &["px person name: Ümit Peace"]);
    ask("trade war", &[]);
    ask("  ", &[]);
}

#[test]
fn the_card_of_a_stub() {
    let facts = r#"Meeting(id: "m", when: "2024-05-01", participants: ["pa1", "unknown-person"], source: "s"),"#;
    let loading = load(facts);
    assert_eq!(loading.problems.len(), 1);
    let graph = KnowledgeGraph::new(loading.facts);
    let card = Query::Show { id: id("unknown-person") }.answer(&graph);
    assert_eq!(
        lines(&card),
        [
            "name: unknown-person",
            "kind: unknown: no readable record has this id",
            "id: unknown-person",
            "in events: 1 meeting",
        ]
    );
    assert_eq!(lines(&met("unknown-person", possible()).answer(&graph)), ["m certain: unknown-person | pa1"]);
}

#[test]
fn names_of_everything_that_rows_mention() {
    let graph = KnowledgeGraph::new(chancery::resolve::load_built_in().facts);
    let (one, other) = ("xi-jinping", "dmitry-medvedev");
    let all = [
        met(one, possible()),
        super::world::contacts("russia", possible()),
        visited(None, Some("china"), possible()),
        super::world::held("china", possible()),
        super::world::attended("airshow-china-2024", possible()),
        common(&[one, other], possible()),
        super::world::path(one, other, possible()),
        timeline(other, possible()),
        events(&[], possible()),
        Query::Show { id: id("cpc") },
        Query::Search { text: "china".to_owned() },
    ];
    for query in all {
        let answer = query.answer(&graph);
        let mut open = vec![serde_json::to_value(&answer.rows).expect("rows are plain values")];
        while let Some(value) = open.pop() {
            match value {
                serde_json::Value::Array(list) => open.extend(list),
                serde_json::Value::Object(map) => open.extend(map.into_iter().map(|(_, value)| value)),
                serde_json::Value::String(text) => {
                    let id = text.rsplit(':').next().unwrap_or_default();
                    let known = graph.facts().get(id).is_some();
                    assert!(!known || answer.names.contains_key(id), "{id} has no name in {}", query.name());
                }
                _ => {}
            }
        }
    }
}

#[test]
fn pairs_are_joined_by_the_modes_asked_for() {
    let facts = r#"Call(id: "c", when: "2024-05-01", source: "s",
                        participants: [(who: "pa1", as: "head-a"), (who: "pb1", as: "head-b")]),
                   Message(id: "l", when: "2024-05-02", source: "s",
                           from: (who: "pa1", as: "head-a"), to: (who: "pc1", for: "land-c")),"#;
    let by_phone = || Scope { modes: vec![Mode::Phone], ..possible() };
    check("no meeting joins them", facts, &path("pa1", "pb1", possible()), &[]);
    check("but a call does", facts, &path("pa1", "pb1", by_phone()), &["c certain pa1 -> pb1 (2 present)"]);
    check("for common acquaintances as well", facts, &common(&["pa1"], by_phone()), &["pb1 certain: pa1 at c"]);
    let in_writing = Scope { modes: vec![Mode::Written], ..possible() };
    check("a letter", facts, &path("pa1", "pc1", in_writing), &["l certain pa1 -> pc1 (2 present)"]);
}

#[test]
fn tenures_begin() {
    let facts = r#"Tenure(id: "t", person: "pa1", office: "head-a", from: "2020-03-01", until: "2024-01-01", source: "register"),
                   Tenure(id: "u", person: "pa2", office: "head-a", from: "2024", source: "register"),"#;
    let began = |period: &str| Scope { when: When::Began, ..during(period) };
    check("held, but not begun", facts, &held("pa1", began("2021")), &[]);
    check("begun", facts, &held("pa1", began("2020")), &["t certain: pa1 head-a"]);
    check("some day of the year", facts, &held("pa2", began("2024")), &["u certain: pa2 head-a"]);
    check("perhaps in May", facts, &held("pa2", began("2024-05")), &["u possible: pa2 head-a"]);
    check("a timeline as well", facts, &timeline("pa1", began("2021")), &[]);
}

#[test]
fn a_card_has_what_stands_beside_the_fact() {
    let facts = r#"
        Forum(id: "forum", name: "Forum"),
        Membership(id: "in-a", who: "land-a", of: "forum", kind: Member, from: "2006", source: "s#p1"),
        Membership(id: "in-a", who: "land-a", of: "forum", kind: Member, from: "2009", source: "s#p2"),
        Membership(id: "in-b", who: "land-b", of: "forum", kind: Member, from: "2010-02", source: "s#p1"),
        Membership(id: "in-b", who: "land-b", of: "forum", kind: Observer, from: "2010", until: "2011", source: "s#p2"),
        Ruling(id: "r", of: "in-b", aspect: "kind", prefers: "s#p1", why: "a test"),
        Remark(id: "remark", about: ["forum"], text: "It is small.", source: "s"),
        Tally(id: "size", of: (who: "forum", kinds: [Membership]), what: "members", number: 2, source: "s#p3"),
        Tally(id: "size", of: (who: "forum", kinds: [Membership]), what: "members", number: 3, rule: "with guests", source: "s#p4"),
        Tally(id: "meetings", of: (who: "forum", kinds: [Meeting]), number: 9, source: "s#p5"),
        Session(id: "s1", of: "forum", kind: Summit, series: "leaders", number: 2, when: "2024-05-01", source: "s"),
        Tally(id: "present", of: "s1", what: "present", number: 12, source: "s"),
    "#;
    let graph = super::world::graph(facts);
    let card = |of: &str, fields: &[&str]| {
        let lines = lines(&Query::Show { id: id(of) }.answer(&graph));
        let wanted = |line: &String| fields.iter().any(|field| line.starts_with(&format!("{field}: ")));
        lines.into_iter().filter(wanted).collect::<Vec<_>>()
    };
    assert_eq!(
        card("forum", &["member", "remark", "count"]),
        [
            "member: Land A (land-a), member, from 2006..2009 !",
            "member: Land B (land-b), member (ruled), from 2010-02, until 2011",
            "remark: It is small.",
            "count: Claimed by s: 2 (members).",
            "count: Claimed by s: 3 (members; its rule: with guests).",
        ]
    );
    assert_eq!(card("land-a", &["member of"]), ["member of: Forum (forum), member, from 2006..2009 !"]);
    assert_eq!(
        card("s1", &["series", "number", "count"]),
        ["series: leaders", "number: 2", "count: Claimed by s: 12 (present)."]
    );
    // A ruling on the number of a count, on which no account can be silent, decides it.
    let ruling = r#"Ruling(id: "n", of: "size", aspect: "number", prefers: "s#p4", why: "a test"),"#;
    let facts = super::world::load(&format!("{facts}{ruling}")).facts;
    let size = facts.get("size").expect("the count");
    let disputed: Vec<String> = size.disputed.iter().map(ToString::to_string).collect();
    let ruled: Vec<String> = size.ruled.iter().map(ToString::to_string).collect();
    assert_eq!((disputed.len(), ruled), (0, vec!["number".to_owned()]));
    let Some(chancery::record::Body::Tally(tally)) = size.body.as_deref() else {
        panic!("no count");
    };
    assert_eq!(tally.number, 3);
}
