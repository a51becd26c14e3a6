//! Timelines, charts, matrices and maps: the same events as the answer, bars as high as counts, and whatever facts say
//! well-formed.

#![expect(clippy::unwrap_used, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]
#![expect(clippy::panic, reason = "a test stops where it can not go on")]

#[path = "pictures/facts.rs"]
mod facts;

use chancery::date::{Day, Period};
use chancery::draw::{
    Area, Borders, Chart, Extent, Fill, Ink, Lanes, Map, Mapped, Mark, Matrix, Panel, Ruler, Scene, Shape, Sheet,
    Stack, Timeline, TooLong, Weight, html, svg,
};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::row::CountRow;
use chancery::query::{
    Answer, CalendarUnit, CountBy, Counting, Events, Matrix as MatrixQuestion, Meetings, Query, Rows, Scope, Visits,
    Who,
};
use facts::{BUILT_IN, built_in_again, graph, graph_all_the_same, id};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

fn who(name: &str) -> Who {
    id(name).into()
}

fn during(period: &str) -> Scope {
    let all = Scope::default();
    if period.is_empty() { all } else { Scope { period: Period::parse(period, Day::FIRST).unwrap(), ..all } }
}

/// How an answer is drawn.
#[derive(Clone, Copy, Debug)]
enum Drawn {
    Timeline(Lanes),
    Chart(CalendarUnit, Option<Stack>),
    Matrix,
    Map(Mapped, Borders, Extent),
}

/// A picture, with the question whose JSON lists its events.
struct Picture {
    name: &'static str,
    query: Query,
    drawn: Drawn,
}

fn count(of: Query, unit: CalendarUnit) -> Query {
    Query::Count { of: Box::new(of), counting: Counting { by: CountBy::Event, per: Some(unit.into()) } }
}

fn panel(graph: &KnowledgeGraph, answer: &Answer, drawn: Drawn, sheet: &Sheet) -> Panel {
    let ruler = Ruler::new();
    match drawn {
        Drawn::Timeline(lanes) => {
            let Some(Query::Timeline(Events { who, scope })) = &answer.query else {
                panic!("it is a timeline");
            };
            let one =
                |one: &Who| Query::Timeline(Events { who: vec![one.clone()], scope: scope.clone() }).answer(graph);
            let each: Vec<Answer> = who.iter().map(one).collect();
            Timeline::new(answer, &each, graph, lanes).unwrap().panel(sheet, &ruler)
        }
        Drawn::Chart(unit, stack) => {
            let Some(Query::Count { of, .. }) = &answer.query else {
                panic!("it is a count");
            };
            let events = of.with_possible().answer(graph);
            Chart::new(answer, graph, unit, (stack, &events)).unwrap().panel(sheet, &ruler)
        }
        Drawn::Matrix => Matrix::new(answer, graph).unwrap().panel(sheet, &ruler),
        Drawn::Map(mapped, borders, extent) => Map::new(answer, graph, (mapped, borders)).panel(extent, sheet, &ruler),
    }
}

fn scene(graph: &KnowledgeGraph, query: &Query, drawn: Drawn, width_mm: f64) -> Scene {
    let (answer, sheet) = (query.answer(graph), Sheet { width_mm, ..Sheet::default() });
    let panel = panel(graph, &answer, drawn, &sheet);
    sheet.scene(&answer, panel, &Ruler::new()).unwrap()
}

/// Pictures of every kind, of the built-in facts.
fn pictures() -> Vec<Picture> {
    let (year, month) = (CalendarUnit::Year, CalendarUnit::Month);
    let with = |one: &str, other: Option<&str>, scope: Scope| Meetings { who: who(one), with: other.map(who), scope };
    let dated =
        |all: &[&str], scope: Scope| Query::Timeline(Events { who: all.iter().map(|one| who(one)).collect(), scope });
    let visits = |by: &str| Query::Visits(Visits { by: Some(who(by)), scope: during(""), ..Visits::default() });
    let two_states = || with("china", Some("russia"), during(""));
    let tour =
        Query::Events(Events { who: Vec::new(), scope: Scope { under: Some(id("xi-brazil-2024-11")), ..during("") } });
    let contacts = Query::Contacts(with("china", Some("russia"), during("2022..2024")));
    let map = |mapped, borders, extent| Drawn::Map(mapped, borders, extent);
    let list = [
        ("timeline", dated(&["xi-jinping"], during("")), Drawn::Timeline(Lanes::OneEach)),
        (
            "lanes",
            dated(&["xi-jinping", "vladimir-putin", "dmitry-medvedev"], during("2024")),
            Drawn::Timeline(Lanes::OneEach),
        ),
        ("pair", dated(&["china", "russia"], during("2019..2024")), Drawn::Timeline(Lanes::Pair)),
        (
            "chart",
            count(Query::Meetings(with("xi-jinping", Some("vladimir-putin"), during(""))), year),
            Drawn::Chart(year, None),
        ),
        ("by level", count(Query::Meetings(two_states()), year), Drawn::Chart(year, Some(Stack::Level))),
        ("by mode", count(contacts, month), Drawn::Chart(month, Some(Stack::Mode))),
        ("by rank", count(visits("china"), year), Drawn::Chart(year, Some(Stack::Rank))),
        (
            "by kind",
            count(dated(&["dmitry-medvedev"], during("2010..2025")), CalendarUnit::Quarter),
            Drawn::Chart(CalendarUnit::Quarter, Some(Stack::Kind)),
        ),
        ("hosts", visits("china"), map(Mapped::Countries, Borders::DeFacto, Extent::World)),
        ("hosts close by", visits("russia"), map(Mapped::Countries, Borders::DeFacto, Extent::Fit)),
        ("no borders", Query::Meetings(two_states()), map(Mapped::Countries, Borders::None, Extent::World)),
        ("places", Query::Meetings(two_states()), map(Mapped::Places, Borders::DeFacto, Extent::Fit)),
        ("tour", tour, map(Mapped::Route, Borders::DeFacto, Extent::Fit)),
    ];
    list.into_iter().map(|(name, query, drawn)| Picture { name, query, drawn }).collect()
}

/// The values of an attribute, and the names of elements, as an independent reader of XML finds them; it stops at what is
/// not well-formed.
fn read(xml: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut names, mut ids) = (BTreeSet::new(), BTreeSet::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                names.insert(start.name().0.to_owned());
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    if attribute.key.0 == "data-events" {
                        ids.extend(attribute.value.split(' ').map(str::to_owned));
                    }
                }
            }
            Event::Eof => return (names, ids),
            _ => {}
        }
    }
}

/// The ids of the events in the JSON of an answer; of a count in that of what is counted, with what is possible.
fn events_of_json(query: &Query) -> BTreeSet<String> {
    let query = match query {
        Query::Count { of, .. } => of.with_possible(),
        other => other.clone(),
    };
    let mut bytes = Vec::new();
    let style = chancery::export::Style::default();
    chancery::export::write(&query.answer(&BUILT_IN), chancery::export::Format::Json, &style, &mut bytes).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let rows = json["rows"].as_array().unwrap();
    rows.iter().map(|row| row["event"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn pictures_show_the_events_of_the_answer() {
    for Picture { name, query, drawn } in pictures() {
        let expected = events_of_json(&query);
        assert!(!expected.is_empty(), "{name}");
        for width in [84.0, 174.0] {
            let (_, found) = read(&svg(&scene(&BUILT_IN, &query, drawn, width)));
            assert_eq!(found, expected, "{name} {width}");
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let again = built_in_again();
    for Picture { name, query, drawn } in pictures() {
        let [one, other] = [&BUILT_IN, &again].map(|graph| scene(graph, &query, drawn, 174.0));
        assert_eq!(svg(&one), svg(&other), "{name}");
    }
}

fn of_class<'s>(scene: &'s Scene, class: &str) -> Vec<&'s Mark> {
    scene.marks.iter().filter(|mark| mark.class == class).collect()
}

fn rects(mark: &Mark) -> Vec<(Area, Option<Fill>)> {
    let rect = |shape: &Shape| match shape {
        Shape::Rect { area, fill, .. } => Some((*area, *fill)),
        _ => None,
    };
    mark.shapes.iter().filter_map(rect).collect()
}

fn texts(mark: &Mark) -> Vec<&chancery::draw::Text> {
    fn text(shape: &Shape) -> Option<&chancery::draw::Text> {
        match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        }
    }
    mark.shapes.iter().filter_map(text).collect()
}

fn counts(answer: &Answer) -> &[CountRow] {
    match &answer.rows {
        Rows::Counts(rows) => rows,
        other => panic!("{other:?} are no counts"),
    }
}

/// Bars by their place from the left: how high all parts are together.
fn bars(scene: &Scene) -> Vec<f64> {
    let mut bars: BTreeMap<i64, f64> = BTreeMap::new();
    for (area, _) in of_class(scene, "bar").into_iter().flat_map(rects) {
        #[expect(clippy::cast_possible_truncation, reason = "a place on paper")]
        let place = (area.x * 100.0).round() as i64;
        *bars.entry(place).or_default() += area.height;
    }
    bars.into_values().collect()
}

#[test]
fn bars_are_as_high_as_counts() {
    for Picture { name, query, drawn } in pictures() {
        if !matches!(query, Query::Count { .. }) {
            continue;
        }
        let answer = query.answer(&BUILT_IN);
        let counted: Vec<f64> = counts(&answer)
            .iter()
            .filter_map(|row| row.at_least.filter(|least| *least > 0))
            .map(|least| f64::from(u32::try_from(least).unwrap()))
            .collect();
        for width in [84.0, 174.0] {
            let scene = scene(&BUILT_IN, &query, drawn, width);
            let bars = bars(&scene);
            assert_eq!(bars.len(), counted.len(), "{name}: a bar for each bucket with certain ones");
            let unit = bars[0] / counted[0];
            for (bar, number) in bars.iter().zip(&counted) {
                assert!((bar / unit - number).abs() < 0.01, "{name}: {bar} for {number}");
            }
            let open = counts(&answer).iter().filter(|row| row.at_least < row.at_most).count();
            assert_eq!(of_class(&scene, "whisker").len(), open, "{name}");
        }
    }
}

#[test]
fn the_table_of_a_chart_is_the_count() {
    for Picture { name, query, drawn } in pictures() {
        if !matches!(query, Query::Count { .. }) {
            continue;
        }
        let answer = query.answer(&BUILT_IN);
        let expected: Vec<(String, String)> =
            counts(&answer).iter().map(|row| (row.bucket.clone(), row.count.clone())).collect();
        let table = scene(&BUILT_IN, &query, drawn, 174.0).table;
        let said = table.rows.iter().map(|row| (row[0].text(), row[1].text())).filter(|(_, count)| !count.is_empty());
        assert_eq!(said.collect::<Vec<_>>(), expected, "{name}");
    }
}

/// Meetings of which one source tells all of 2031 and a selection of 2032, and none anything of 2030.
const COVERED: &str = "[
    State(id: \"state-a\", name: \"State A\"), State(id: \"state-b\", name: \"State B\"),
    Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B\"),
    Source(id: \"all\", title: \"Source A\", published: \"2034\", covers: [
        (kinds: [Meeting], who: [\"person-a\"], with: [\"person-b\"], from: \"2031\", until: \"2031\", degree: ClaimsComplete),
        (kinds: [Meeting], who: [\"person-a\"], with: [\"person-b\"], from: \"2032\", until: \"2032\"),
    ]),
    Meeting(id: \"meeting-a\", when: \"2031-02-03\", source: \"all\", participants: [
        (who: \"person-a\", for: \"state-a\"), (who: \"person-b\", for: \"state-b\")]),
    Meeting(id: \"meeting-b\", when: \"[2032-05..2032-09]\", source: \"all\", participants: [
        (who: \"person-a\", for: \"state-a\"), (who: \"person-b\", for: \"state-b\")]),
]";

#[test]
fn only_what_is_known_to_be_nothing_is_a_zero() {
    let graph = graph(COVERED);
    let meetings = Meetings { who: who("person-a"), with: Some(who("person-b")), scope: during("2030..2032") };
    let unit = CalendarUnit::Quarter;
    let query = count(Query::Meetings(meetings), unit);
    let scene = scene(&graph, &query, Drawn::Chart(unit, None), 174.0);
    let numbers: Vec<&str> =
        of_class(&scene, "number").into_iter().flat_map(texts).map(|text| text.text.as_str()).collect();
    assert_eq!(numbers, ["1", "0", "0", "0", "0–1", "0–1"]);
    let grounds: Vec<(Area, Option<Fill>)> = of_class(&scene, "coverage").into_iter().flat_map(rects).collect();
    let bar = rects(of_class(&scene, "bar")[0])[0].0;
    assert_eq!(grounds.len(), 1, "{grounds:?}");
    assert_eq!(grounds[0].1, Some(Fill::Hatched(Ink::Rule)));
    // 2030 are four of twelve quarters, and the only bar stands in the fifth.
    let quarter = grounds[0].0.width / 4.0;
    let right = grounds[0].0.x + grounds[0].0.width;
    assert!(bar.x > right && bar.x + bar.width < right + quarter, "{bar:?} {grounds:?}");
    let covered: Vec<String> = scene.table.rows.iter().map(|row| row[2].text()).collect();
    assert_eq!(covered[0], "not covered");
    assert_eq!(covered[4], "covered by a source that claims to be complete");
    assert_eq!(covered[11], "covered by a selection only");
}

#[test]
fn cells_that_nothing_covers_are_hatched() {
    let before = "Meeting(id: \"meeting-c\", when: \"2030-02-03\", source: \"all\", participants: [
        (who: \"person-a\", for: \"state-a\"), (who: \"person-b\", for: \"state-b\")]),]";
    let graph = graph(&format!("{}{before}", COVERED.strip_suffix(']').unwrap()));
    let (rows, cols, per) = (vec![who("person-a")], vec![who("person-b")], Some(CalendarUnit::Quarter));
    let query = Query::Matrix(MatrixQuestion { rows, cols, by: CountBy::Event, per, scope: during("") });
    let scene = scene(&graph, &query, Drawn::Matrix, 174.0);
    let cells = of_class(&scene, "cell");
    let number = |cell: &&Mark| texts(cell).iter().map(|text| text.text.clone()).collect::<String>();
    let numbers: Vec<String> = cells.iter().map(number).collect();
    assert_eq!(numbers, ["1", "", "", "", "1", "0", "0", "0", "", "0–1", "0–1"]);
    let is_hatched = |cell: &&Mark| rects(cell)[0].1 == Some(Fill::Hatched(Ink::Rule));
    let hatched: Vec<bool> = cells.iter().map(is_hatched).collect();
    assert_eq!(hatched, [false, true, true, true, false, false, false, false, false, false, false]);
    assert_eq!(rects(cells[8])[0].1, Some(Fill::Even(Ink::Depth(0))));
    let covered: Vec<String> = scene.table.rows.iter().map(|row| row[4].text()).collect();
    assert_eq!((covered[0].as_str(), covered[1].as_str()), ("not covered", "not covered"));
    assert_eq!(covered[5], "covered by a source that claims to be complete");
    assert_eq!(covered[8], "covered by a selection only");
}

#[test]
fn what_is_only_possible_makes_no_cell_darker_and_no_sum_greater() {
    let facts = "[
        Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B\"),
        Person(id: \"person-c\", name: \"Person C\"), Source(id: \"source-a\", title: \"Source A\"),
        Meeting(id: \"meeting-a\", when: \"2031-03-01\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
        Meeting(id: \"meeting-b\", when: \"2031-04-01\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
        Meeting(id: \"meeting-c\", when: \"2031-05-01\", source: \"source-a\", participants: [\"person-a\", \"person-c\"]),
        Meeting(id: \"meeting-d\", when: \"2031-06-01?\", source: \"source-a\", participants: [\"person-a\", \"person-c\"]),
        Meeting(id: \"meeting-e\", when: \"2031-07-01?\", source: \"source-a\", participants: [\"person-a\", \"person-c\"]),
    ]";
    let graph = graph(facts);
    let (rows, cols) = (vec![who("person-a")], vec![who("person-b"), who("person-c")]);
    let scope = during("2031");
    let query = Query::Matrix(MatrixQuestion { rows, cols, by: CountBy::Event, per: None, scope });
    let scene = scene(&graph, &query, Drawn::Matrix, 174.0);
    let cells: Vec<(String, Option<Fill>)> = of_class(&scene, "cell")
        .into_iter()
        .map(|cell| (texts(cell).iter().map(|text| text.text.as_str()).collect(), rects(cell)[0].1))
        .collect();
    assert_eq!(cells[0], ("2".to_owned(), Some(Fill::Even(Ink::Depth(7)))));
    assert_eq!(cells[1], ("1–3".to_owned(), Some(Fill::Even(Ink::Depth(1)))));
    let begin = "3 meetings certain, 5 with those that are possible or disputed.";
    assert!(scene.description.starts_with(begin), "{}", scene.description);
}

#[test]
fn a_chart_says_what_counts_as_one() {
    let check = |by: CountBy, noun: &str| {
        let of = Meetings { who: who("xi-jinping"), with: Some(who("vladimir-putin")), scope: during("") };
        let counting = Counting { by, per: Some(CalendarUnit::Year.into()) };
        let query = Query::Count { of: Box::new(Query::Meetings(of)), counting };
        let scene = scene(&BUILT_IN, &query, Drawn::Chart(CalendarUnit::Year, None), 174.0);
        let axis: Vec<&str> =
            of_class(&scene, "axis").into_iter().flat_map(texts).map(|text| text.text.as_str()).collect();
        assert!(axis.contains(&noun), "{axis:?}");
        let counted = scene.description.split('.').next().unwrap();
        assert!(counted.contains(noun), "{counted}");
        let rule = counts(&query.answer(&BUILT_IN))[0].rule;
        assert_eq!(scene.description.contains(rule), by != CountBy::Event, "{}", scene.description);
    };
    check(CountBy::Event, "meetings");
    check(CountBy::Encounter, "encounters");
    check(CountBy::Day, "days with meetings");
    check(CountBy::Visit, "visits with meetings");
}

#[test]
fn no_two_parts_of_bars_have_one_colour_in_the_legend() {
    let of = Query::Timeline(Events { who: vec![who("xi-jinping")], scope: during("") });
    let drawn = Drawn::Chart(CalendarUnit::Year, Some(Stack::Kind));
    let scene = scene(&BUILT_IN, &count(of, CalendarUnit::Year), drawn, 174.0);
    let fills: Vec<Option<Fill>> =
        of_class(&scene, "legend").into_iter().flat_map(rects).map(|(_, fill)| fill).collect();
    assert!(fills.len() > 8);
    assert!(fills.iter().enumerate().all(|(place, fill)| !fills[..place].contains(fill)), "{fills:?}");
}

#[test]
fn a_tenure_that_ended_before_the_axis_begins_is_no_bar() {
    let facts = "[
        State(id: \"state-a\", name: \"State A\"), Office(id: \"minister-a\", title: \"Minister A\", of: \"state-a\"),
        Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B with a long name\"),
        Person(id: \"person-c\", name: \"Person C with a longer name\"), Source(id: \"source-a\", title: \"Source A\"),
        Tenure(id: \"early\", person: \"person-a\", office: \"minister-a\", from: \"2001-01-01\", until: \"2005-01-01\", source: \"source-a\"),
        Meeting(id: \"first\", when: \"2031-01-01\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
        Meeting(id: \"middle\", when: \"2031-06-20\", source: \"source-a\", participants: [\"person-a\", \"person-b\", \"person-c\"]),
        Meeting(id: \"last\", when: \"2031-12-31\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
    ]";
    let graph = graph(facts);
    let query = Query::Timeline(Events { who: vec![who("person-a")], scope: during("") });
    let scene = scene(&graph, &query, Drawn::Timeline(Lanes::OneEach), 60.0);
    let of_event = |wanted: &str| {
        let is_wanted = |mark: &&Mark| mark.events.iter().any(|event| event.as_str() == wanted);
        scene.marks.iter().find(is_wanted).unwrap()
    };
    assert_eq!(of_event("early").class, "undated");
    assert!(texts(of_event("early"))[0].text.starts_with("Not in these days: Minister A"));
    // The label of what lies in the middle stands beside its sign, whose room it would not fit into as a whole.
    let middle = of_event("middle");
    let Some(Shape::Circle { centre, radius, .. }) = middle.shapes.first() else { panic!("it is a point") };
    let (label, ruler) = (texts(middle)[0], Ruler::new());
    let width = ruler.width(&label.text, label.size, label.weight);
    let left = if label.anchor == chancery::draw::Anchor::End { label.at.x - width } else { label.at.x };
    assert!(left >= centre.x + radius || left + width <= centre.x - radius, "{label:?} {centre:?}");
}

#[test]
fn names_of_pairs_are_not_cut_off() {
    let names = ["xi-jinping", "vladimir-putin", "narendra-modi", "volodymyr-zelensky"];
    let rows = names.iter().map(|one| who(one)).collect();
    let per = Some(CalendarUnit::Year);
    let query = Query::Matrix(MatrixQuestion { rows, cols: Vec::new(), by: CountBy::Event, per, scope: during("") });
    let scene = scene(&BUILT_IN, &query, Drawn::Matrix, 84.0);
    let cut: Vec<&str> = of_class(&scene, "axis")
        .into_iter()
        .flat_map(texts)
        .map(|text| text.text.as_str())
        .filter(|text| text.contains('…'))
        .collect();
    assert_eq!(cut, [""; 0]);
}

#[test]
fn too_many_bars_are_refused() {
    let query = count(
        Query::Meetings(Meetings { who: who("xi-jinping"), with: None, scope: during("1900..2030") }),
        CalendarUnit::Month,
    );
    let answer = query.answer(&BUILT_IN);
    let chart = Chart::new(&answer, &BUILT_IN, CalendarUnit::Month, (None, &answer));
    assert_eq!(chart.err(), Some(TooLong { columns: 131 * 12 }));
}

#[test]
fn a_cell_stands_for_as_many_events_as_it_says() {
    let all = ["xi-jinping", "vladimir-putin", "narendra-modi", "joe-biden"];
    for per in [None, Some(CalendarUnit::Year)] {
        let rows: Vec<Who> = all.iter().map(|one| who(one)).collect();
        let by = CountBy::Event;
        let query = Query::Matrix(MatrixQuestion { rows, cols: Vec::new(), by, per, scope: during("") });
        let answer = query.answer(&BUILT_IN);
        let Rows::Matrix(cells) = &answer.rows else {
            panic!("it is a matrix");
        };
        let scene = scene(&BUILT_IN, &query, Drawn::Matrix, 174.0);
        let marks = of_class(&scene, "cell");
        let expected = if per.is_none() { cells.len() } else { cells.len() / 2 };
        assert_eq!(marks.len(), expected, "{per:?}");
        for mark in marks {
            let number = texts(mark).first().map(|text| text.text.clone()).unwrap_or_default();
            let most = number.rsplit('–').next().unwrap_or_default().parse().unwrap_or(0);
            assert_eq!(mark.events.len(), most, "{:?}", mark.tip);
        }
        let (_, found) = read(&svg(&scene));
        let counted = cells.iter().flat_map(|cell| &cell.events).map(|counted| counted.event.to_string());
        assert_eq!(found, counted.collect());
    }
}

/// The boxes of texts of marks of a class.
fn boxes(scene: &Scene, class: &str) -> Vec<(String, Area)> {
    let ruler = Ruler::new();
    let area = |text: &chancery::draw::Text| {
        let width = ruler.width(&text.text, text.size, text.weight);
        let left = match text.anchor {
            chancery::draw::Anchor::Start => text.at.x,
            chancery::draw::Anchor::Middle => text.at.x - width / 2.0,
            chancery::draw::Anchor::End => text.at.x - width,
        };
        (text.text.clone(), Area::new(left, text.at.y - text.size * 0.75, width, text.size * 0.95))
    };
    let all = of_class(scene, class).into_iter().flat_map(texts);
    all.filter(|text| text.turn == 0.0 && text.weight == Weight::Regular).map(area).collect()
}

#[test]
fn labels_do_not_overlap() {
    for Picture { name, query, drawn } in pictures() {
        for width in [84.0, 174.0] {
            let scene = scene(&BUILT_IN, &query, drawn, width);
            for class in ["event", "label", "number"] {
                let boxes = boxes(&scene, class);
                for (place, (text, area)) in boxes.iter().enumerate() {
                    assert!(
                        area.x >= -0.01 && area.x + area.width <= scene.width + 0.01,
                        "{name} {width}: {text} is cut off"
                    );
                    for (other, theirs) in &boxes[place + 1..] {
                        assert!(!area.overlaps(theirs), "{name} {width}: {text} and {other}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_not_known_to_the_day_is_as_long_as_it_can_have_been() {
    let facts = "[
        State(id: \"state-a\", name: \"State A\"), State(id: \"state-b\", name: \"State B\"),
        Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B\"),
        Source(id: \"source-a\", title: \"Source A\"),
        Meeting(id: \"month\", when: \"2031-03\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
        Meeting(id: \"set\", when: \"[2031-06-01..2031-07-15]\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
        Meeting(id: \"day\", when: \"2031-09-05\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
        Visit(id: \"trip\", when: \"2031-10-01/2031-10-30\", to: \"state-b\", visitors: [\"person-a\"], source: \"source-a\"),
        Meeting(id: \"dateless\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
    ]";
    let graph = graph(facts);
    let query = Query::Timeline(Events { who: vec![who("person-a")], scope: during("2031") });
    let all = Query::Timeline(Events {
        who: vec![who("person-a")],
        scope: Scope { at_least: Certainty::Possible, ..during("") },
    });
    let scene_of = |query: &Query| scene(&graph, query, Drawn::Timeline(Lanes::OneEach), 174.0);
    let scene = scene_of(&query);
    let bar = |id: &str| {
        let mark = of_class(&scene, "event").into_iter().find(|mark| mark.events.iter().any(|one| one.as_str() == id));
        mark.map(rects).unwrap().first().map(|(area, fill)| (area.width, *fill))
    };
    let day = Sheet::default().width() / 365.0;
    let check = |id: &str, days: f64, fill: Fill| {
        let (width, found) = bar(id).unwrap();
        assert!((width / day - days).abs() < 0.01, "{id}: {}", width / day);
        assert_eq!(found, Some(fill), "{id}");
    };
    check("month", 31.0, Fill::Even(Ink::Ground));
    check("set", 45.0, Fill::Hatched(Ink::Group(0)));
    check("trip", 30.0, Fill::Even(Ink::Group(1)));
    assert_eq!(bar("day"), None, "a day is a point");
    let all = scene_of(&all);
    let undated: Vec<&Id> = of_class(&all, "undated").into_iter().flat_map(|mark| &mark.events).collect();
    assert_eq!(undated, [&id("dateless")]);
}

#[test]
fn a_crowd_is_one_sign_that_says_how_many() {
    let scene = scene(&BUILT_IN, &pictures()[0].query, Drawn::Timeline(Lanes::OneEach), 174.0);
    let crowds: Vec<&Mark> = of_class(&scene, "event").into_iter().filter(|mark| mark.events.len() > 1).collect();
    assert!(!crowds.is_empty());
    for crowd in crowds {
        let label = texts(crowd).first().map(|text| text.text.clone()).unwrap_or_default();
        assert_eq!(label.split(' ').next().unwrap(), crowd.events.len().to_string(), "{label}");
    }
}

/// A tour through three places, one without coordinates, and a state that no map has.
const TOUR: &str = "[
    State(id: \"france\", name: \"France\", ids: {\"iso3166\": \"FR\"}), State(id: \"malta\", name: \"Malta\", ids: {\"iso3166\": \"MT\"}),
    State(id: \"old\", name: \"Old State\"), State(id: \"state-a\", name: \"State A\"),
    Place(id: \"paris\", name: \"Paris\", within: \"france\", lat: 48.86, lon: 2.35),
    Place(id: \"hall\", name: \"Hall A\", within: \"paris\"),
    Place(id: \"valletta\", name: \"Valletta\", within: \"malta\", lat: 35.9, lon: 14.51),
    Place(id: \"somewhere\", name: \"Somewhere\", within: \"old\"),
    Person(id: \"person-a\", name: \"Person A\"), Person(id: \"person-b\", name: \"Person B\"),
    Source(id: \"source-a\", title: \"Source A\"),
    Visit(id: \"tour\", when: \"2031-03-01/2031-03-09\", visitors: [\"person-a\"], source: \"source-a\",
        legs: [(place: \"paris\", when: \"2031-03-01/2031-03-02\"), (place: \"valletta\", when: \"2031-03-04\")]),
    Meeting(id: \"meeting-a\", when: \"2031-03-02\", place: \"hall\", part_of: \"tour\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
    Meeting(id: \"meeting-b\", when: \"2031-03-06\", place: \"hall\", part_of: \"tour\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
    Meeting(id: \"meeting-c\", when: \"2031-03-07\", place: \"somewhere\", part_of: \"tour\", source: \"source-a\", participants: [\"person-a\", \"person-b\"]),
]";

#[test]
fn a_tour_goes_from_stay_to_stay() {
    let graph = graph(TOUR);
    let scope = Scope { under: Some(id("tour")), ..during("") };
    let query = Query::Events(Events { who: Vec::new(), scope });
    let scene = scene(&graph, &query, Drawn::Map(Mapped::Route, Borders::DeFacto, Extent::Fit), 174.0);
    let table: Vec<Vec<String>> =
        scene.table.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect()).collect();
    assert_eq!(
        table,
        [
            ["1, 3", "Paris", "2031-03-01 to 2031-03-02; 2031-03-06"],
            ["2", "Valletta", "2031-03-04"],
            ["", "Somewhere (not on the map)", ""],
        ]
    );
    assert_eq!(of_class(&scene, "way").len(), 2, "there and back");
    assert!(scene.title.ends_with(": stations"), "{}", scene.title);
    assert!(scene.description.starts_with("3 of 4 events at 2 places."), "{}", scene.description);
    let lost: Vec<&Id> = of_class(&scene, "unplaced").into_iter().flat_map(|mark| &mark.events).collect();
    assert_eq!(lost, [&id("meeting-c")]);
}

#[test]
fn countries_are_found_by_code_and_small_ones_are_circles() {
    let graph = graph(TOUR);
    let scope = during("");
    let query = Query::Timeline(Events { who: vec![who("person-a")], scope });
    let scene = scene(&graph, &query, Drawn::Map(Mapped::Countries, Borders::DeFacto, Extent::World), 174.0);
    let hosts = of_class(&scene, "host");
    let is_circle = |mark: &&&Mark| mark.shapes.iter().any(|shape| matches!(shape, Shape::Circle { .. }));
    let circles: Vec<&Id> = hosts.iter().filter(is_circle).flat_map(|mark| &mark.about).collect();
    assert_eq!(circles, [&id("malta")], "France is large enough to be shaded");
    assert!(scene.description.starts_with("3 of 4 events in 2 countries."), "{}", scene.description);
    let table: Vec<String> =
        scene.table.rows.iter().map(|row| format!("{}: {}", row[0].text(), row[1].text())).collect();
    assert_eq!(table, ["France: 3", "Malta: 1", "Old State (not on the map): 1"]);
}

/// Facts in which every text is this one.
fn hostile(text: &str) -> String {
    let text = text.chars().fold(String::new(), |mut all, c| {
        let _ = write!(all, "\\u{{{:x}}}", u32::from(c));
        all
    });
    format!(
        "[Source(id: \"source-a\", title: \"a{text}\", publisher: \"{text}\"),
        State(id: \"state-a\", name: \"a{text}\", ids: {{\"iso3166\": \"FR\"}}), State(id: \"state-b\", name: \"b{text}\"),
        Place(id: \"place-a\", name: \"c{text}\", within: \"state-a\", lat: 48.0, lon: 2.0),
        Place(id: \"place-b\", name: \"c{text}\", within: \"state-b\"),
        Office(id: \"office-a\", title: \"d{text}\", of: \"state-a\"),
        Person(id: \"person-a\", name: \"e{text}\"), Person(id: \"person-b\", name: \"f{text}\"),
        Tenure(id: \"tenure-a\", person: \"person-a\", office: \"office-a\", from: \"2030\", source: \"source-a\"),
        Meeting(id: \"meeting-a\", name: \"h{text}\", when: \"2031-01-02\", place: \"place-a\", source: \"source-a\",
            participants: [(who: \"person-a\", as: \"office-a\"), (who: \"person-b\", for: \"state-b\")]),
        Meeting(id: \"meeting-b\", place: \"place-b\", source: \"source-a\",
            participants: [(who: \"person-a\", as: \"office-a\"), (who: \"person-b\", for: \"state-b\")]),
        ]"
    )
}

fn check_hostile(text: &str) {
    let graph = graph_all_the_same(&hostile(text));
    let meetings = Meetings { who: who("person-a"), with: None, scope: during("") };
    let dated = Query::Timeline(Events { who: vec![who("person-a"), who("person-b")], scope: during("") });
    let rows = vec![who("person-a"), who("person-b")];
    let (by, year) = (CountBy::Event, CalendarUnit::Year);
    let matrix = Query::Matrix(MatrixQuestion { rows, cols: Vec::new(), by, per: None, scope: during("") });
    let meetings = Query::Meetings(meetings);
    let map = |mapped| Drawn::Map(mapped, Borders::DeFacto, Extent::Fit);
    let pictures = [
        (dated.clone(), Drawn::Timeline(Lanes::OneEach)),
        (dated, Drawn::Timeline(Lanes::Pair)),
        (count(meetings.clone(), year), Drawn::Chart(year, Some(Stack::Kind))),
        (matrix, Drawn::Matrix),
        (meetings.clone(), map(Mapped::Countries)),
        (meetings.clone(), map(Mapped::Places)),
        (meetings, map(Mapped::Route)),
    ];
    for (query, drawn) in pictures {
        let scene = scene(&graph, &query, drawn, 84.0);
        let (names, events) = read(&svg(&scene));
        assert!(events.contains("meeting-a"), "{drawn:?} {text:?}");
        const OURS: &[&str] =
            &["svg", "title", "desc", "rect", "g", "text", "line", "path", "circle", "defs", "pattern"];
        assert!(names.iter().all(|name| OURS.contains(&name.as_str())), "{names:?} in a picture of {text:?}");
        let page = html(&scene);
        assert_eq!(page.matches("<script>").count(), 1, "{text:?}");
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
}
