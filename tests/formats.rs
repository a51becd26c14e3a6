//! What answers look like in every format, and that hostile texts come through each of them unchanged.
//!
//! The expected outputs lie in `tests/formats`; `CHANCERY_UPDATE=1` writes them anew, to be read as a diff.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use chancery::date::{Day, Period};
use chancery::export::{ExportError, Format, Style, left_out, write};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::query::{Answer, Attendance, Events, Meetings, Offices, Page, Query, Scope, Visits, Who};
use chancery::read::read_texts;
use chancery::resolve::{load_built_in, resolve};
use std::path::Path;

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn who(text: &str) -> Who {
    id(text).into()
}

fn graph_of(text: &str) -> KnowledgeGraph {
    let loading = resolve(read_texts([("facts.ron".to_owned(), text.as_bytes().to_vec())]));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

fn artificial() -> KnowledgeGraph {
    graph_of(include_str!("formats/facts.ron"))
}

fn meetings_of(person: &str, period: &str) -> Query {
    let scope = Scope::during(Period::parse(period, Day::MIN).unwrap());
    Query::Meetings(Meetings { who: who(person), with: None, scope })
}

fn text_of(answer: &Answer, format: Format, style: &Style) -> String {
    let mut out = Vec::new();
    write(answer, format, style, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Compares an answer with the file that holds what is expected; there an escape is written as its picture.
fn check(file: &str, graph: &KnowledgeGraph, query: &Query, format: Format, style: &Style) {
    let mut answer = query.answer(graph);
    answer.command = Some(format!("chancery {} …", query.name()));
    let found = text_of(&answer, format, style);
    assert_eq!(found, text_of(&answer, format, style), "{file}: the same answer gives the same bytes");
    let found = found.replace('\u{1b}', "␛");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(file);
    if std::env::var_os("CHANCERY_UPDATE").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{file}: if this is meant, CHANCERY_UPDATE=1 writes it anew");
}

fn wide(width: u16) -> Style {
    Style { width: Some(width), ..Style::default() }
}

#[test]
fn built_in_meetings() {
    let graph = KnowledgeGraph::new(load_built_in().facts);
    let query = meetings_of("dmitry-medvedev", "2024-12");
    check("built-in-meetings-160.txt", &graph, &query, Format::Table, &wide(160));
    check("built-in-meetings-100.txt", &graph, &query, Format::Table, &wide(100));
    check("built-in-meetings-40.txt", &graph, &query, Format::Table, &wide(40));
    check("built-in-meetings.md", &graph, &query, Format::Markdown, &Style::default());
    check("built-in-meetings.json", &graph, &query, Format::Json, &Style::default());
    check("built-in-meetings.jsonl", &graph, &query, Format::Jsonl, &Style::default());
    let columns = ["date", "with", "with_as", "place_id", "certainty"].map(str::to_owned).to_vec();
    let chosen = Style { columns: Some(columns), ..Style::default() };
    check("built-in-meetings.csv", &graph, &query, Format::Csv, &chosen);
    check("built-in-card.txt", &graph, &Query::Show { id: id("xi-jinping") }, Format::Table, &Style::default());
}

#[test]
fn artificial_answers() {
    let graph = artificial();
    let all = meetings_of("person-a", "2020");
    check("meetings.txt", &graph, &all, Format::Table, &wide(130));
    check("meetings-ascii.txt", &graph, &all, Format::Table, &Style { ascii: true, ..wide(130) });
    check("meetings-color.txt", &graph, &all, Format::Table, &Style { color: true, ..wide(130) });
    check("meetings-quiet.txt", &graph, &all, Format::Table, &Style { quiet: true, ..wide(130) });
    check("meetings.csv", &graph, &all, Format::Csv, &Style::default());
    check("meetings.tsv", &graph, &all, Format::Tsv, &Style::default());
    check("meetings.md", &graph, &all, Format::Markdown, &Style::default());
    check("nothing.txt", &graph, &meetings_of("person-a", "1999"), Format::Table, &Style::default());
    check("nothing.csv", &graph, &meetings_of("person-a", "1999"), Format::Csv, &Style::default());
    check("card.txt", &graph, &Query::Show { id: id("meeting-1") }, Format::Table, &Style::default());
    check("card.md", &graph, &Query::Show { id: id("meeting-1") }, Format::Markdown, &Style::default());
}

#[test]
fn every_question_in_every_format() {
    let graph = artificial();
    let queries = [
        Query::Visits(Visits::default()),
        Query::Offices(Offices { who: Some(who("person-a")), ..Offices::default() }),
        Query::Attendance(Attendance { of: Some(who("person-a")), ..Attendance::default() }),
        Query::Common(chancery::query::Common { who: vec![who("person-a")], scope: Scope::default() }),
        Query::Path(chancery::query::Path::new(id("person-a"), id("person-b"), Scope::default())),
        Query::Timeline(Events { who: vec![who("person-a")], ..Events::default() }),
        Query::Search { text: "person".to_owned() },
        Query::Why(chancery::query::Why::Fact(id("meeting-1"))),
        Query::Sources { source: None },
        Query::Sources { source: Some(id("paper-a")) },
        Query::Changes { known_since: Day::MIN, who: None },
        Query::Conflicts(chancery::query::Conflicts::default()),
        Query::Stats,
    ];
    for query in queries {
        let answer = query.answer(&graph);
        for format in Format::ALL {
            for width in [0, 1, 30, 90, u16::MAX] {
                let text = text_of(&answer, format, &wide(width));
                assert!(text.is_empty() || text.ends_with('\n'), "{} as {format}", query.name());
            }
        }
    }
}

#[test]
fn left_out_rows_are_counted_with_the_option_that_shows_them() {
    let graph = artificial();
    let mut answer = meetings_of("person-a", "2020").answer(&graph);
    answer.arrange(&Page { limit: Some(1), ..Page::default() }).unwrap();
    let told = left_out(&answer);
    assert!(told.iter().any(|one| one.contains("--limit")), "{told:?}");
    assert!(told.iter().any(|one| one.contains("--possible")), "{told:?}");
    assert!(told.iter().any(|one| one.contains("--mode any")), "{told:?}");
    assert!(told.iter().any(|one| one.contains("--status any")), "{told:?}");
    let table = text_of(&answer, Format::Table, &wide(200));
    for one in told {
        assert!(table.contains(&one), "{one}");
    }
}

#[test]
fn an_unknown_column_is_an_error_before_anything_is_written() {
    let answer = meetings_of("person-a", "2020").answer(&artificial());
    let style = Style { columns: Some(vec!["dtae".to_owned()]), ..Style::default() };
    for format in [Format::Table, Format::Csv, Format::Tsv, Format::Markdown] {
        let mut out = Vec::new();
        let error = write(&answer, format, &style, &mut out).unwrap_err();
        assert!(matches!(error, ExportError::UnknownColumn(unknown) if unknown.nearest == ["date"]));
        assert!(out.is_empty());
    }
}

/// A writer whose reader has gone.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_reported_as_such() {
    let answer = meetings_of("person-a", "2020").answer(&artificial());
    for format in Format::ALL {
        let error = write(&answer, format, &Style::default(), &mut Closed).unwrap_err();
        assert!(matches!(error, ExportError::Io(error) if error.kind() == std::io::ErrorKind::BrokenPipe), "{format}");
    }
}

#[test]
fn formats_are_found_by_exactly_their_name() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_name("JSON"), None);
    assert_eq!(Format::from_name("jso"), None);
}

/// Texts that could pass for a part of some format, steer a terminal, or be read as something else.
fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "\"quoted\" and 'quoted'",
        "back\\slash \\n \\| \\u{1b}",
        "line\nbreak",
        "carriage\r\nreturn\ttab",
        "<b>bold</b> <br> <!-- no -->",
        "a & b &amp; &#60; &nbsp;",
        "| a | b | \\| |",
        "*star* _under_ `code` ~~gone~~ [link](http://example.org) ![x](y)",
        "# head",
        "- item",
        "1. item",
        "=1+1",
        "@sum(1)",
        "abc \u{202e}fed\u{202c} \u{200f}\u{2066}x\u{2069}",
        "\u{1b}[31mred\u{1b}[0m \u{7} \u{9b}1m \u{7f}",
        "习近平 Дмитрий é e\u{301} 👩\u{200d}👩",
        "; a; b;",
        "a,b\tc;d",
        " blank at both ends ",
        "---",
        "$x$ {y} ^z^",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("x".repeat(10_000));
    texts.push("long words ".repeat(1_000));
    texts
}

/// An answer that holds a text as a place's name, a locator, a quote and a title.
fn answer_with(text: &str) -> Answer {
    let facts = format!(
        r#"[
            State(id: "state-a", name: "State A"),
            State(id: "state-b", name: "State B"),
            Person(id: "person-a", name: "Person A"),
            Person(id: "person-b", name: "Person B"),
            Place(id: "place-a", name: {text:?}),
            Source(id: "source-a", title: {text:?}, publisher: {text:?}),
            Meeting(
                id: "meeting-a",
                when: "2020-01-01",
                place: "place-a",
                participants: [(who: "person-a", for: "state-a"), (who: "person-b", for: "state-b")],
                source: (source: "source-a", locator: {text:?}, quote: {text:?}),
            ),
        ]"#
    );
    meetings_of("person-a", "2020").answer(&graph_of(&facts))
}

fn place_column() -> Style {
    Style { columns: Some(vec!["place".to_owned(), "date".to_owned()]), ..Style::default() }
}

#[test]
fn hostile_texts_come_through_csv_and_tsv() {
    for text in hostile() {
        let answer = answer_with(&text);
        for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
            let written = text_of(&answer, format, &place_column());
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(written.as_bytes());
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert_eq!(rows, [csv::StringRecord::from(vec![text.as_str(), "2020-01-01"])], "{format}");
        }
    }
}

#[test]
fn hostile_texts_come_through_json() {
    for text in hostile() {
        let answer = answer_with(&text);
        let value: serde_json::Value =
            serde_json::from_str(&text_of(&answer, Format::Json, &Style::default())).unwrap();
        assert_eq!(value["names"]["place-a"], text.as_str());
        assert_eq!(value["citations"]["1"]["source"], "source-a");
        for field in ["locator", "quote", "title", "publisher"] {
            assert_eq!(value["citations"]["1"][field], text.as_str(), "{field}");
        }
        let lines = text_of(&answer, Format::Jsonl, &Style::default());
        assert_eq!(lines.lines().count(), 1);
        let row: serde_json::Value = serde_json::from_str(&lines).unwrap();
        assert_eq!(row, value["rows"][0]);
    }
}

/// The cells of the tables and the items of the lists in a Markdown text, as an independent reader gives them.
fn read_markdown(text: &str) -> (Vec<String>, Vec<String>) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut cells, mut items, mut current) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH) {
        match event {
            Event::Start(Tag::TableCell | Tag::Item) => current.clear(),
            Event::End(TagEnd::TableCell) => cells.push(std::mem::take(&mut current)),
            Event::End(TagEnd::Item) => items.push(std::mem::take(&mut current)),
            Event::Text(text) => current.push_str(&text),
            Event::InlineHtml(html) if &*html == "<br>" => current.push('\n'),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Paragraph | Tag::List(_)) => {}
            Event::Start(Tag::Strong | Tag::Link { .. }) => {}
            Event::End(_) => {}
            other => panic!("a text became {other:?}"),
        }
    }
    (cells, items)
}

#[test]
fn hostile_texts_come_through_markdown() {
    for text in hostile() {
        let (cells, items) = read_markdown(&text_of(&answer_with(&text), Format::Markdown, &place_column()));
        assert_eq!(cells, ["PLACE", "DATE", text.as_str(), "2020-01-01"]);
        let source = items.first().map(String::as_str).unwrap_or_default();
        assert!(source.contains(&format!("{text}, \"{text}\", {text}: \"{text}\"")), "{source:?}");
    }
}

#[test]
fn nothing_unseen_reaches_a_terminal() {
    for text in hostile() {
        let answer = answer_with(&text);
        for style in [wide(30), wide(100), Style { ascii: true, ..wide(200) }] {
            let table = text_of(&answer, Format::Table, &style);
            let unseen = |letter: char| letter.is_control() && letter != '\n';
            assert!(!table.contains(unseen), "{table:?}");
            assert!(!table.contains(['\u{202e}', '\u{202c}', '\u{200f}', '\u{2066}', '\u{2069}']), "{table:?}");
            assert!(!text.contains('\u{202e}') || table.contains("\\u{202e}"));
        }
    }
}

#[test]
fn spreadsheets_run_nothing() {
    let style = Style { spreadsheet: true, ..place_column() };
    for text in ["=1+1", "+1", "-1", "@sum(1)", "\tx", "\rx"] {
        let written = text_of(&answer_with(text), Format::Csv, &style);
        let row = csv::Reader::from_reader(written.as_bytes()).records().next().unwrap().unwrap();
        assert_eq!(row.get(0), Some(format!("'{text}").as_str()));
    }
    let written = text_of(&answer_with("plain"), Format::Csv, &style);
    assert_eq!(written, "place,date\nplain,2020-01-01\n");
}

#[test]
fn long_texts_take_no_long_time() {
    for text in ["x".repeat(500_000), "words ".repeat(50_000), "\n".repeat(100_000), "習".repeat(100_000)] {
        let answer = answer_with(&text);
        for format in Format::ALL {
            assert!(!text_of(&answer, format, &wide(30)).is_empty());
            assert!(!text_of(&answer, format, &wide(120)).is_empty());
        }
    }
}

#[test]
fn no_line_of_a_grid_is_wider_than_asked() {
    for width in [80, 100, 130, 160] {
        let style = Style { quiet: true, ..wide(width) };
        let table = text_of(&meetings_of("person-a", "2020").answer(&artificial()), Format::Table, &style);
        let widest = table.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(usize::from(width)), "{width}: {table}");
    }
}
