//! Pictures: the same events as the answer, labels that do not overlap, and whatever facts say well-formed.

#![expect(clippy::unwrap_used, reason = "a test stops where it can not go on")]
#![expect(clippy::panic, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]

#[path = "pictures/facts.rs"]
mod facts;

use chancery::date::{Day, Period};
use chancery::draw::{
    Area, Captioned, Cluster, Network, Panel, Point, Ruler, Scene, Shape, Sheet, Theme, TooMany, Weight, html, path,
    sequence, svg,
};
use chancery::graph::KnowledgeGraph;
use chancery::model::Certainty;
use chancery::query::{
    Answer, Attendance, Attended, Events, KindFilter, Measure, Meetings, Path, Query, Rank, Scope, Who,
};
use chancery::record::Kind;
use facts::{BUILT_IN, built_in_again, graph, graph_all_the_same, id};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::Instant;

fn scope(period: &str) -> Scope {
    Scope { period: Period::parse(period, Day::FIRST).unwrap(), ..Scope::default() }
}

fn sheet(width_mm: f64) -> Sheet {
    Sheet { width_mm, theme: Theme::Light, captioned: Captioned::Full }
}

/// The picture of an answer, of the kind that its rows are for.
fn panel(graph: &KnowledgeGraph, answer: &Answer, sheet: &Sheet, ruler: &Ruler) -> Panel {
    if answer.rows.is_empty() {
        return Panel::of_nothing(answer, graph, sheet, ruler);
    }
    match &answer.query {
        Some(Query::Path(_)) => path(answer, sheet, ruler),
        Some(Query::Events(_) | Query::Contacts(_)) => sequence(answer, graph, sheet, ruler),
        _ => {
            let network = Network::new(answer, graph, Cluster::State).unwrap();
            let plan = network.plan(sheet, ruler);
            plan.panel(&plan.sketch().embedded())
        }
    }
}

fn scene(graph: &KnowledgeGraph, query: &Query, width_mm: f64) -> Scene {
    let (answer, sheet, ruler) = (query.answer(graph), sheet(width_mm), Ruler::new());
    let panel = panel(graph, &answer, &sheet, &ruler);
    sheet.scene(&answer, panel, &ruler).unwrap()
}

/// One element of a picture, with its text.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn number(&self, name: &str) -> f64 {
        self.get(name).unwrap().parse().unwrap()
    }
}

fn started(start: &BytesStart<'_>) -> Element {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
        (attribute.key.as_ref().to_owned(), value)
    };
    let attributes = start.attributes().map(|own| attribute(own.unwrap())).collect();
    Element { name: start.name().as_ref().to_owned(), attributes, text: String::new() }
}

/// The elements as an independent reader of XML finds them; it stops at what is not well-formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    // Text is that of the element which began last and has not ended: ours hold text or elements, but not both.
    let (mut found, mut depth, mut open): (Vec<Element>, usize, bool) = (Vec::new(), 0, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                found.push(started(&start));
                (depth, open) = (depth + 1, true);
            }
            Event::Empty(start) => found.push(started(&start)),
            Event::End(_) => (depth, open) = (depth - 1, false),
            Event::Text(text) if open => found.last_mut().unwrap().text += text.trim_matches('\n'),
            Event::Text(text) => assert_eq!(text.trim(), "", "text stands in elements of its own"),
            Event::GeneralRef(reference) => {
                let named = quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                let text = named.or(reference.resolve_char_ref().unwrap().map(String::from)).unwrap();
                found.last_mut().unwrap().text += &text;
            }
            Event::Eof => break,
            other => panic!("{other:?} is not written"),
        }
    }
    assert_eq!(depth, 0, "every element ends");
    found
}

/// The ids in `data-events` of all elements.
fn events(elements: &[Element]) -> BTreeSet<String> {
    let lists = elements.iter().filter_map(|element| element.get("data-events"));
    lists.flat_map(|list| list.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The ids of the events in the rows of an answer's JSON.
fn events_of_json(answer: &Answer) -> BTreeSet<String> {
    let mut bytes = Vec::new();
    chancery::export::write(answer, chancery::export::Format::Json, &chancery::export::Style::default(), &mut bytes)
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let rows = json["rows"].as_array().unwrap();
    let of = |row: &serde_json::Value| match (&row["event"], &row["events"]) {
        (serde_json::Value::String(event), _) => vec![event.clone()],
        (_, serde_json::Value::Array(events)) => {
            events.iter().map(|event| event.as_str().unwrap().to_owned()).collect()
        }
        _ => Vec::new(),
    };
    rows.iter().flat_map(of).collect()
}

fn ask(who: &[&str]) -> Vec<Who> {
    who.iter().map(|who| id(who).into()).collect()
}

fn pairs(among: &[&str], scope: Scope) -> Query {
    Query::Rank(Rank { among: ask(among), measure: Measure::Pairs, top: None, scope })
}

/// A question for each kind of picture, on the built-in facts.
fn questions() -> Vec<(&'static str, Query)> {
    let of = |kinds: &[Kind]| kinds.iter().map(|kind| KindFilter { kind: *kind, within: None }).collect();
    let with =
        |who: &str, with: &str, scope: Scope| Meetings { who: id(who).into(), with: Some(id(with).into()), scope };
    let all = Who { ids: vec![id("vladimir-putin"), id("xi-jinping"), id("dmitry-medvedev")] };
    let wide = Scope { multilateral: true, delegations: true, at_least: Certainty::Possible, ..scope("..") };
    let events = Scope { kinds: of(&[Kind::Meeting, Kind::Call, Kind::Message]), ..scope("2024") };
    vec![
        ("ego", pairs(&["xi-jinping"], scope("2023"))),
        ("two egos", pairs(&["xi-jinping", "vladimir-putin"], scope("2023"))),
        ("everybody", pairs(&[], wide)),
        ("two states", Query::Meetings(with("china", "russia", Scope { principals: true, ..scope("..") }))),
        ("under a forum", pairs(&[], Scope { under: Some(id("brics")), multilateral: true, ..scope("..") })),
        (
            "two modes",
            Query::Attendance(Attendance {
                event: Some(id("brics")),
                only: Some(Attended::Present),
                scope: scope(".."),
                ..Attendance::default()
            }),
        ),
        ("chain", Query::Path(Path::new(id("volodymyr-zelensky"), id("xi-jinping"), scope("..")))),
        (
            "chains",
            Query::Path(Path { all: Some(6), ..Path::new(id("volodymyr-zelensky"), id("xi-jinping"), scope("..")) }),
        ),
        ("sequence", Query::Events(Events { who: ask(&["dmitry-medvedev"]), scope: events })),
        ("mediation", Query::Contacts(Meetings { who: all.clone(), with: Some(all), scope: scope("2022..2024") })),
        ("nothing", pairs(&["xi-jinping"], scope("1950"))),
    ]
}

#[test]
fn pictures_show_the_events_of_the_answer() {
    for (name, query) in questions() {
        let answer = query.answer(&BUILT_IN);
        let expected = events_of_json(&answer);
        assert_eq!(expected.is_empty(), name == "nothing", "{name}");
        for width in [84.0, 174.0] {
            let scene = scene(&BUILT_IN, &query, width);
            assert_eq!(events(&elements(&svg(&scene))), expected, "{name} {width}");
            assert_eq!(scene.table.rows.len(), answer.rows.len(), "{name}: the table says the same");
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let again = built_in_again();
    for (name, query) in questions() {
        let [one, other] = [&BUILT_IN, &again].map(|graph| scene(graph, &query, 174.0));
        assert_eq!(svg(&one), svg(&other), "{name}");
        assert_eq!(html(&one), html(&other), "{name}");
    }
}

/// The boxes of the texts of points, as wide as they were measured.
fn labels(elements: &[Element], ruler: &Ruler) -> Vec<(String, Area)> {
    let mut class = String::new();
    let mut found = Vec::new();
    for element in elements {
        if element.name == "g" {
            element.get("class").unwrap().clone_into(&mut class);
        }
        if element.name != "text" || !(class == "node" || class == "tie") {
            continue;
        }
        let weight = if element.get("font-weight") == Some("bold") { Weight::Bold } else { Weight::Regular };
        let size = element.number("font-size");
        let width = ruler.width(&element.text, size, weight);
        let left = match element.get("text-anchor") {
            Some("middle") => element.number("x") - width / 2.0,
            Some("end") => element.number("x") - width,
            _ => element.number("x"),
        };
        // Capital letters reach up to three quarters of the size, and tails a fifth below the line.
        let area = Area::new(left, element.number("y") - size * 0.75, width, size * 0.95);
        found.push((element.text.clone(), area));
    }
    found
}

fn check_labels(scene: &Scene) {
    let labels = labels(&elements(&svg(scene)), &Ruler::new());
    assert!(!labels.is_empty());
    for (number, (text, area)) in labels.iter().enumerate() {
        assert!(area.x >= 0.0 && area.x + area.width <= scene.width, "{text} is cut off: {area:?}");
        assert!(area.y >= 0.0 && area.y + area.height <= scene.height, "{text} is cut off: {area:?}");
        for (other, theirs) in &labels[number + 1..] {
            assert!(!area.overlaps(theirs), "{text} and {other} overlap: {area:?} {theirs:?}");
        }
    }
}

#[test]
fn labels_of_networks_do_not_overlap() {
    for (_, query) in questions().into_iter().filter(|(name, _)| *name != "nothing") {
        if !matches!(query, Query::Events(_) | Query::Contacts(_)) {
            for width in [84.0, 174.0] {
                check_labels(&scene(&BUILT_IN, &query, width));
            }
        }
    }
}

/// A network of so many people of ten states who met so often; who meets whom follows from the number of the meeting.
fn made_up(people: usize, meetings: usize) -> String {
    let mut facts = String::from("[Source(id: \"source-a\", title: \"Source A\"),");
    for state in 0..10 {
        let _ = write!(facts, "State(id: \"state-{state}\", name: \"State {state}\"),");
        let _ = write!(
            facts,
            "Office(id: \"office-{state}\", title: \"Minister of Something of State {state}\", of: \"state-{state}\"),"
        );
    }
    for person in 0..people {
        let _ = write!(facts, "Person(id: \"person-{person}\", name: \"Person Number {person}\"),");
    }
    for meeting in 0..meetings {
        let one = meeting % people;
        let other = (one + 1 + meeting * meeting / 7 % (people - 1)) % people;
        let (state, theirs) = (one % 10, other % 10);
        let _ = write!(
            facts,
            "Meeting(id: \"meeting-{meeting}\", when: \"2031-{:02}-{:02}\", source: \"source-a\", participants: [\
             (who: \"person-{one}\", as: \"office-{state}\", for: \"state-{state}\"), \
             (who: \"person-{other}\", as: \"office-{theirs}\", for: \"state-{theirs}\")]),",
            1 + meeting % 12,
            1 + meeting % 28,
        );
    }
    facts + "]"
}

#[test]
fn a_hundred_and_fifty_are_drawn_within_a_second_and_can_be_read() {
    let graph = graph(&made_up(150, 600));
    let answer = pairs(&[], scope("..")).answer(&graph);
    let (sheet, ruler) = (sheet(174.0), Ruler::new());
    let started = Instant::now();
    let network = Network::new(&answer, &graph, Cluster::State).unwrap();
    let plan = network.plan(&sheet, &ruler);
    let panel = plan.panel(&plan.sketch().embedded());
    let scene = sheet.scene(&answer, panel, &ruler).unwrap();
    let written = svg(&scene);
    let took = started.elapsed();
    assert_eq!(elements(&written).iter().filter(|element| element.get("class") == Some("node")).count(), 150);
    check_labels(&scene);
    // What was promised holds for a release build; one without optimization gets ten times as long.
    let most = if cfg!(debug_assertions) { 10.0 } else { 1.0 };
    assert!(took.as_secs_f64() < most, "150 actors and 600 events took {took:?}");
}

/// Two who met in 2031, one of whom was no minister any more in 2040, and whose state had another name.
const STANDING: &str = "[
    Source(id: \"source-a\", title: \"Source A\", genre: Register),
    State(id: \"state-a\", name: \"State A\", former: [(name: \"Old A\", until: \"2031-12-31\")]), State(id: \"state-b\", name: \"State B\"),
    Office(id: \"minister-a\", title: \"Minister A\", of: \"state-a\"), Office(id: \"speaker-a\", title: \"Speaker A\", of: \"state-a\"),
    Office(id: \"judge-a\", title: \"Judge A\", of: \"state-a\"),
    Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B\"),
    Tenure(id: \"tenure-a\", person: \"person-a\", office: \"minister-a\", from: \"2030-01-01\", until: \"2033-01-01\", source: \"source-a\"),
    Tenure(id: \"tenure-b\", person: \"person-a\", office: \"speaker-a\", from: \"2039-01-01\", until: \"2041-01-01\", source: \"source-a\"),
    Tenure(id: \"tenure-c\", person: \"person-a\", office: \"judge-a\", from: \"2039-01-01\", source: \"source-a\"),
    Meeting(id: \"meeting-a\", when: \"2031-02-03\", source: \"source-a\", participants: [
        (who: \"person-a\", as: \"minister-a\"), (who: \"person-b\", for: \"state-b\")]),
]";

/// The texts of points of the network of all who met, and the notes below it.
fn standing(day: Option<&str>) -> (BTreeSet<String>, Vec<String>) {
    let graph = graph(STANDING);
    let answer = pairs(&[], scope("..")).answer(&graph);
    let (sheet, ruler) = (sheet(174.0), Ruler::new());
    let network = Network::new(&answer, &graph, Cluster::State).unwrap();
    let network = day.map_or(network.clone(), |day| network.as_of(day.parse().unwrap()));
    let plan = network.plan(&sheet, &ruler);
    let panel = plan.panel(&plan.sketch().embedded());
    let notes = panel.notes.clone();
    let elements = elements(&svg(&sheet.scene(&answer, panel, &ruler).unwrap()));
    (labels(&elements, &ruler).into_iter().map(|(text, _)| text).collect(), notes)
}

#[test]
fn offices_are_those_of_the_last_event_or_of_a_day() {
    let (texts, notes) = standing(None);
    assert!(texts.contains("Minister A"), "{texts:?}");
    assert!(notes.iter().any(|note| note.starts_with("Offices: as at the last event drawn")), "{notes:?}");
    let (texts, notes) = standing(Some("2040-01-01"));
    assert!(texts.iter().any(|text| text.starts_with("Speaker A")), "{texts:?}");
    assert!(!texts.contains("Minister A"), "{texts:?}");
    assert!(notes.iter().any(|note| note.starts_with("Offices: as on 2040-01-01; (+1)")), "{notes:?}");
    let (texts, _) = standing(Some("2050-01-01"));
    assert!(texts.contains("possibly Judge A"), "{texts:?}");
}

#[test]
fn the_table_has_the_offices_below_names() {
    let graph = graph(STANDING);
    let answer = pairs(&[], scope("..")).answer(&graph);
    let network = Network::new(&answer, &graph, Cluster::State).unwrap();
    let offices = |network: &Network<'_>, column: &str| {
        let table = network.table().unwrap();
        let at = table.columns.iter().position(|name| *name == column).unwrap();
        table.rows[0][at].text()
    };
    assert_eq!(offices(&network, "as_at_last"), "Minister A");
    let network = network.as_of("2040-01-01".parse().unwrap());
    assert_eq!(offices(&network, "as_on_day"), "Speaker A; possibly Judge A");
    assert_eq!(offices(&network, "with_as_on_day"), "");
}

/// The middle of the sign of a point, which is the last of its shapes.
fn middle(mark: &chancery::draw::Mark) -> Point {
    match mark.shapes.last() {
        Some(Shape::Circle { centre, .. }) => *centre,
        Some(Shape::Rect { area, .. }) => Point::new(area.x + area.width / 2.0, area.y + area.height / 2.0),
        Some(Shape::Path { steps, .. }) => {
            let corners = steps.iter().filter_map(|step| match step {
                chancery::draw::Step::Move(at) | chancery::draw::Step::Line(at) => Some(*at),
                _ => None,
            });
            let all: Vec<Point> = corners.collect();
            #[expect(clippy::cast_precision_loss, reason = "a sign has few corners")]
            let number = all.len() as f64;
            Point::new(all.iter().map(|at| at.x).sum::<f64>() / number, all.iter().map(|at| at.y).sum::<f64>() / number)
        }
        other => panic!("{other:?} is no sign"),
    }
}

#[test]
fn no_line_runs_through_a_point_that_is_not_its_own() {
    // Of everybody who can have been at meetings of many sides there is no room for all at any place.
    let is_network = |query: &Query| matches!(query, Query::Rank(_) | Query::Meetings(_) | Query::Attendance(_));
    for (name, query) in questions().into_iter().filter(|(name, query)| *name != "everybody" && is_network(query)) {
        for width in [84.0, 174.0] {
            let scene = scene(&BUILT_IN, &query, width);
            let of = |class: &'static str| scene.marks.iter().filter(move |mark| mark.class == class);
            for tie in of("tie") {
                let Some(Shape::Line { from, to, .. }) = tie.shapes.first() else { continue };
                for node in of("node").filter(|node| !node.about.iter().any(|id| tie.about.contains(id))) {
                    let far = middle(node).distance_to_line(*from, *to);
                    assert!(far > 3.0, "{name} {width}: {:?} on the line of {:?}: {far}", node.about, tie.about);
                }
            }
        }
    }
}

#[test]
fn a_picture_of_nothing_is_called_as_one_of_something() {
    let scene = scene(&BUILT_IN, &pairs(&["xi-jinping"], scope("1950")), 174.0);
    assert_eq!(scene.title, "Who met Xi Jinping, 1950");
}

#[test]
fn a_picture_says_where_no_party_is_known() {
    let graph = graph(STANDING);
    let answer = pairs(&[], scope("..")).answer(&graph);
    let (sheet, ruler) = (sheet(174.0), Ruler::new());
    let network = Network::new(&answer, &graph, Cluster::Party).unwrap();
    let plan = network.plan(&sheet, &ruler);
    let notes = plan.panel(&plan.sketch().embedded()).notes;
    assert!(notes.iter().any(|note| note == "To which parties they belong is not on record."), "{notes:?}");
}

#[test]
fn a_message_to_one_without_a_lane_is_no_meeting() {
    let facts = "[
        Source(id: \"source-a\", title: \"Source A\"), Organization(id: \"body-a\", name: \"Body A\"),
        Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B\"),
        Message(id: \"message-a\", when: \"2031-02-03\", from: [\"person-a\"], to: [\"body-a\"], source: \"source-a\"),
    ]";
    let graph = graph(facts);
    let events = Events { who: ask(&["person-a"]), scope: scope("..") };
    let (answer, ruler) = (Query::Events(events).answer(&graph), Ruler::new());
    // So narrow that one lane fits.
    let panel = sequence(&answer, &graph, &sheet(45.0), &ruler);
    let drawn: Vec<&Shape> =
        panel.marks.iter().filter(|mark| mark.class == "event").flat_map(|mark| &mark.shapes).collect();
    assert!(drawn.iter().any(|shape| matches!(shape, Shape::Path { .. })), "there is an arrow: {drawn:?}");
    assert!(!drawn.iter().any(|shape| matches!(shape, Shape::Circle { .. })), "a point is a meeting: {drawn:?}");
}

#[test]
fn more_than_can_be_read_are_refused() {
    let graph = graph(&made_up(160, 600));
    let answer = pairs(&[], scope("..")).answer(&graph);
    assert_eq!(Network::new(&answer, &graph, Cluster::State).err(), Some(TooMany { actors: 160 }));
    let few = Query::Rank(Rank { measure: Measure::Pairs, top: Some(40), scope: scope(".."), ..Rank::default() });
    let answer = few.answer(&graph);
    assert!(Network::new(&answer, &graph, Cluster::State).is_ok());
    assert!(answer.left_out.limit > 0);
}

/// Facts in which every text is this one.
fn hostile(text: &str) -> String {
    let text = text.chars().fold(String::new(), |mut all, c| {
        let _ = write!(all, "\\u{{{:x}}}", u32::from(c));
        all
    });
    format!(
        "[Source(id: \"source-a\", title: \"a{text}\", publisher: \"{text}\"),
        State(id: \"state-a\", name: \"a{text}\"), State(id: \"state-b\", name: \"b{text}\"),
        Place(id: \"place-a\", name: \"c{text}\", within: \"state-a\"),
        Office(id: \"office-a\", title: \"d{text}\", of: \"state-a\"),
        Person(id: \"person-a\", name: \"e{text}\"), Person(id: \"person-b\", name: \"f{text}\"), Person(id: \"person-c\", name: \"g{text}\"),
        Meeting(id: \"meeting-a\", name: \"h{text}\", when: \"2031-01-02\", place: \"place-a\", source: \"source-a\",
            participants: [(who: \"person-a\", as: \"office-a\"), (who: \"person-b\", for: \"state-b\")]),
        Message(id: \"message-a\", from: \"person-a\", to: \"person-b\", conveyed_by: \"person-c\", when: \"2031-01-03\", source: \"source-a\"),
        ]"
    )
}

fn check_hostile(text: &str) {
    let graph = graph_all_the_same(&hostile(text));
    let all = Who { ids: vec![id("person-a"), id("person-b")] };
    let queries = [
        pairs(&["person-a"], scope("..")),
        Query::Path(Path::new(id("person-a"), id("person-b"), scope(".."))),
        Query::Contacts(Meetings { who: all.clone(), with: Some(all), scope: scope("..") }),
    ];
    for query in queries {
        let scene = scene(&graph, &query, 84.0);
        let found = elements(&svg(&scene));
        assert!(!events(&found).is_empty(), "{text:?}");
        const OURS: &[&str] = &["svg", "title", "desc", "rect", "g", "text", "line", "path", "circle"];
        for element in &found {
            assert!(OURS.contains(&element.name.as_str()), "{} in a picture of {text:?}", element.name);
            assert!(element.attributes.iter().all(|(name, _)| !name.starts_with("on") && name != "href"), "{text:?}");
        }
        let page = html(&scene);
        assert_eq!(page.matches("<script>").count(), 1, "{text:?}");
        assert_eq!(page.matches("</script").count(), 1, "{text:?}");
        let table = page.split("<div class=\"wide\"").nth(1).unwrap().split("</div>").next().unwrap();
        elements(&format!("<div{table}</div>"));
    }
}

#[test]
fn whatever_facts_say_stays_text() {
    let check = check_hostile;
    check("Person");
    check("\"><script>alert(1)</script>");
    check("</title></svg></text>]]><!-- & &amp; &#0; '\" =1+1");
    check("a\nb\r\nc\td\u{2028}e");
    check("\u{202e}abc\u{2066}\u{200f}\u{feff}");
    check("محمد بن سلمان 习近平 Путин नरेन्द्र 👩‍👩‍👧");
    check(&"long ".repeat(2000));
    check(&"x".repeat(10_000));
    check(&"长".repeat(3000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_text_stays_text(text in "(\\PC|\\p{Cf}|[<>&\"'\n]){0,40}") {
        check_hostile(&text);
    }
}

#[test]
fn pages_allow_their_own_style_and_script_only() {
    let page = html(&scene(&BUILT_IN, &questions()[0].1, 174.0));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    let policy = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(!page.contains(" style=") && !page.contains(" src=") && !page.contains(" href="));
    assert!(page.contains("<th scope=\"col\">") && page.contains("<th scope=\"row\">"));
}

#[cfg(feature = "png")]
#[test]
fn pixels_are_as_many_as_asked_for() {
    use chancery::draw::{Fonts, PaintError, png};
    let scene = scene(&BUILT_IN, &questions()[0].1, 84.0);
    let fonts = Fonts::carried();
    assert!(fonts.lacking(&scene).is_empty(), "the fonts that the program carries have Latin letters");
    let image = png(&scene, &fonts, 72).unwrap();
    assert_eq!(image[..8], *b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes(image[16..20].try_into().unwrap());
    assert_eq!(width, 239, "84 mm are 238.1 points");
    assert_eq!(&image[37..41], b"pHYs");
    let same = image == png(&scene, &fonts, 72).unwrap();
    assert!(same, "the same scene gives the same bytes");
    let huge = Scene { width: 1e6, height: 1e6, ..scene };
    assert!(matches!(png(&huge, &fonts, 300), Err(PaintError::TooLarge { .. })));
}

#[cfg(feature = "pdf")]
#[test]
fn pages_have_the_size_of_the_picture() {
    use chancery::draw::{Fonts, pdf};
    let scene = scene(&BUILT_IN, &questions()[0].1, 84.0);
    let page = pdf(&scene, &Fonts::carried()).unwrap();
    assert!(page.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&page);
    let size = text.split("/MediaBox [").nth(1).unwrap().split(']').next().unwrap();
    let numbers: Vec<f64> = size.split_whitespace().map(|number| number.parse().unwrap()).collect();
    assert!((numbers[2] - scene.width).abs() < 0.1 && (numbers[3] - scene.height).abs() < 0.1, "{size}");
    let same = page == pdf(&scene, &Fonts::carried()).unwrap();
    assert!(same, "the same scene gives the same bytes");
}

#[test]
fn a_network_is_dot_as_well() {
    for (name, query) in questions() {
        let answer = query.answer(&BUILT_IN);
        let network = Network::new(&answer, &BUILT_IN, Cluster::Party).unwrap();
        let mut bytes = Vec::new();
        network.dot(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("digraph \"network\""), "{name}");
        let shown: BTreeSet<String> = events_of_json(&answer);
        if matches!(query, Query::Rank(_) | Query::Meetings(_) | Query::Attendance(_)) {
            assert!(shown.iter().all(|event| text.contains(event)), "{name}");
        }
    }
}
