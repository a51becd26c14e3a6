//! Facts that are exported: those built in, and some whose texts break out of careless quoting.

use chancery::graph::KnowledgeGraph;
use chancery::resolve::{load_built_in, resolve};

pub(crate) fn built_in() -> KnowledgeGraph {
    KnowledgeGraph::new(load_built_in().facts)
}

/// Texts that break out of careless quoting.
pub(crate) fn texts() -> Vec<String> {
    let texts = [
        "Person \"A\"",
        "\"",
        "'",
        "it's `quoted` ''",
        "ends with a backslash \\",
        "backslash and quote \\\"",
        "\\N \\n \\t \\u0041 \\x41",
        "two\nlines",
        "three\r\nlines\rhere",
        "a\ttab",
        "<b>bold</b>",
        "]]><![CDATA[ <!-- -->",
        "A &amp; B & C &lt; &#65; &copy;",
        "a; b; c",
        "a, b, \"c\"",
        "a|b|c",
        "right \u{202E}to\u{202C} left \u{2067}x\u{2069}\u{200F}",
        "\u{5E9}\u{5DC}\u{5D5}\u{5DD}",
        "\u{1F600} and \u{1F468}\u{200D}\u{1F469}",
        "e\u{301} is not \u{e9}",
        "nul \0 bell \u{7} escape \u{1B}[31m del \u{7F} next \u{85}",
        "\u{FFFE}\u{FFFF}\u{FEFF}",
        "line \u{2028} paragraph \u{2029}",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "null",
        "true",
        "1.5",
        "2024-12-12",
        " spaces around ",
        "{\"json\": [1]}",
        "@prefix x: <y> .",
        "\"\"\"^^xsd:string",
        "${x} $(x) `x` %s {0}",
        "end",
        "// no comment # no line",
    ];
    let long = ["ab ".repeat(3500), "&\"\\".repeat(3500), "<\n,;=".repeat(2100)];
    texts.into_iter().map(str::to_owned).chain(long).collect()
}

/// A string of RON that holds any text.
fn ron(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\u{{{:X}}}", u32::from(c))).collect();
    format!("\"{escaped}\"")
}

/// Facts with every such text in every place that holds a text, and with doubt of every kind.
pub(crate) fn hostile() -> KnowledgeGraph {
    let mut facts = String::from(DOUBTS);
    for (n, text) in texts().iter().enumerate() {
        let text = ron(text);
        facts += &format!(
            "Person(id: \"person-{n}\", name: {text}, full: {text}, names: {{\"ru\": [{text}]}}, family: {text}, note: {text}),
             Office(id: \"office-{n}\", title: {text}, of: \"state-a\", level: [Minister]),
             Tenure(id: \"tenure-{n}\", person: \"person-{n}\", office: \"office-{n}\", from: \"2023\", source: \"paper-{n}\"),
             Place(id: \"place-{n}\", name: {text}, kind: {text}, within: \"state-a\", lat: 1.5, lon: -2.25),
             Source(id: \"paper-{n}\", title: {text}, author: {text}, publisher: {text}, published: \"2024-12-13\",
                 archive: {text}, url: \"https://example.org/{n}\", lang: \"en\"),
             Topic(id: \"topic-{n}\", name: {text}),
             Remark(id: \"remark-{n}\", about: \"meeting-{n}\", text: {text}, source: \"paper-{n}\"),
             Meeting(id: \"meeting-{n}\", name: {text}, when: \"2024-12-12\", time: {text}, place: \"place-{n}\",
                 participants: [(who: \"person-{n}\", as: \"office-{n}\", reason: {text}, printed: {text}),
                     (who: \"person-b\", for: \"state-b\")],
                 about: \"topic-{n}\", derived: {{\"when\": {text}}},
                 source: (source: \"paper-{n}\", locator: {text}, quote: {text})),
             Statement(id: \"statement-{n}\", speaker: \"person-{n}\", text: {text}, stance: {text}, when: \"2024-12\",
                 source: \"paper-{n}\"),\n"
        );
    }
    let texts = [("hostile.ron".to_owned(), (facts + "]").into_bytes())];
    KnowledgeGraph::new(resolve(chancery::read::read_texts(texts)).facts)
}

/// Disputes, open dates, absence, denials, identities, and an id that nothing describes.
const DOUBTS: &str = r#"[
    State(id: "state-a", name: "State A", ids: {"iso3": "AAA", "cow": "901", "gw": "901", "wikidata": "Q1"}),
    State(id: "state-b", name: "State B", ids: {"iso3": "BBB", "cow": "902", "gw": "902"}, succeeds: "state-old"),
    State(id: "state-old", name: "State Old", kind: Historic, until: "1990-12-31"),
    Party(id: "party-a", name: "Party A", of: "state-a", ruling: [(of: "state-a", from: "2000")]),
    Organization(id: "ministry-a", name: "Ministry A", kind: Government, of: "state-a"),
    Forum(id: "forum-a", name: "Forum A", kind: Grouping),
    Membership(id: "state-a-in-forum-a", who: "state-a", of: "forum-a", from: "[2001..2002]", source: "daily"),
    Membership(id: "person-b-in-party-a", who: "person-b", of: "party-a", source: "daily"),
    Source(id: "daily", title: "The Daily", published: "2024-12-13", kind: Press, voice: "state-a",
        covers: [(who: "state-a", with: "state-b", kinds: [Meeting], modes: [InPerson], from: "2024-01-01",
            until: "2024-06-30", degree: ClaimsComplete, claimed_by: Source)]),
    Source(id: "reprint", title: "A reprint", published: "2024-12-14", reprint_of: "daily"),
    Source(id: "weekly", title: "The Weekly", published: "2024-12-20", kind: Press),
    Person(id: "person-b", name: "Person B", born: "1960-05", died: "2025-01-01"),
    Person(id: "person-c", name: "Person C", ids: {"wikidata": "Q2"}),
    Person(id: "person-c-again", name: "Person C."),
    SameAs(id: "one-c", a: "person-c", b: "person-c-again", source: "daily"),
    Different(id: "b-is-not-c", a: "person-b", b: "person-c", source: "daily"),
    Office(id: "minister-a", title: "Minister A", of: "ministry-a", level: [ForeignMinister], seats: 1),
    Tenure(id: "c-minister-a", person: "person-c", office: "minister-a", held_on: "2024-05-05", acting: true,
        source: "daily#p1"),
    Place(id: "town-a", name: "Town A", within: "state-a"),
    Session(id: "session-a", of: "forum-a", kind: Summit, number: 3, when: "2024-05-01/2024-05-03", place: "town-a",
        hosted_by: "state-a", participants: [(who: "person-c", as: "minister-a"),
            (who: "person-b", presence: Absent, reason: "ill"), "nobody-known"], source: "daily#p2"),
    Visit(id: "visit-b", to: "state-a", rank: Official, when: "2024-05-01/..", part_of: "session-a",
        visitors: [(who: "person-b", for: "state-b", lead: true)], legs: [(place: "town-a", when: "2024-05-02")],
        source: ["daily#p3", "reprint#p3"]),
    Meeting(id: "disputed", when: "2024-05-02", place: "town-a", participants: [(who: "person-b", for: "state-b"),
        (who: "person-c", as: "minister-a", role: Host)], source: "daily#p4"),
    Meeting(id: "disputed", when: "2024-05-03", participants: ["person-c-again"], source: "weekly#p1"),
    Ruling(id: "ruled", of: "disputed", aspect: "when", prefers: "daily#p4", over: "weekly#p1", why: "It was there."),
    Meeting(id: "possible", when: "2024-05~", participants: [(who: "person-b", for: "state-b"), "person-c"], source: "daily"),
    Meeting(id: "denied", when: "2024-04-04", participants: ["person-b", "person-c"], source: "daily"),
    Denial(id: "denial", of: "denied", who: "person-b", aspect: "participation", source: "weekly#p2"),
    Meeting(id: "withdrawn", when: "2024-04-05", participants: ["person-b", "person-c"], source: "weekly#p3"),
    Retraction(id: "retraction", of: "withdrawn", withdraws: "weekly#p3", source: "weekly#p9"),
    Call(id: "call", when: "2024-03-03", medium: Video, participants: [(who: "state-a"), (who: "state-b")], source: "daily"),
    Activity(id: "wreath", kind: Wreath, when: "2024-05-03", beside: "session-a", participants: ["person-c"], source: "daily"),
    Message(id: "letter", kind: Letter, from: "person-b", to: "person-c", conveyed_by: "person-b", when: "2024-02", source: "daily"),
    Document(id: "treaty", kind: Treaty, signatories: ["person-b", "person-c"], issued_by: ["state-a", "state-b"],
        adopted: "session-a", when: "2024-05-03", source: "daily"),
    Visit(id: "announced", to: "state-b", when: "2025-02", status: Announced, visitors: ["person-c"], source: "weekly"),
    Initiative(id: "plan", name: "Plan", proposed_by: "state-a", from: "2024"),
    Tally(id: "tally", of: (who: "state-a", with: "state-b"), number: 40, what: "meetings", on: "2024-12-13", source: "daily"),
"#;
