//! Machine-coded events in columns: of each format, and with both ways of treating mirrors, a table tells what the records
//! of the same file tell, and every question has the same answer.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::{EdgeKind, KnowledgeGraph};
use chancery::import::Sink;
use chancery::import::events::{
    EventFormat, EventsImport, EventsOptions, EventsTables, InputFile, MirrorRule, Told, is_in_order,
};
use chancery::model::{Certainty, Fact, Origin};
use chancery::query::{Counting, Events, Meetings, Path, Per, Query, Scope, Who, Why};
use chancery::read::read_texts;
use chancery::record::{Kind, Mode};
use chancery::resolve::resolve;
use chancery::table::Table;
use chancery::write::Draft;
use proptest::collection::vec;
use proptest::prelude::*;
use std::io;
use std::sync::Arc;

/// Takes the records of an import as texts.
#[derive(Default)]
struct Texts(Vec<String>);

impl Sink for Texts {
    fn record(&mut self, _: &str, record: Draft) -> io::Result<()> {
        self.0.push(record.text());
        Ok(())
    }

    fn advance(&mut self, _: u64) {}
}

/// A row as the tests make it up; numbers choose among a few words, so that mirrors and repetitions are frequent.
#[derive(Clone, Debug)]
struct Line {
    source: usize,
    relation: usize,
    target: usize,
    day: u8,
    place: usize,
    country: usize,
    spoilt: u8,
}

/// Two of the names have one id, one looks like that of a row, and one like that of a place.
const NAMES: [&str; 8] = ["Actor A", "Actor-A", "E12", "At Town", "  Actor B ", "None", "", "Äctor “C”"];
const CODES: [&str; 8] = ["AAAGOV", "AAA", "E12", "CCC", "BBB", "NULL", "DDD", "EEE"];
const CAMEO: [&str; 9] = ["042", "043", "040", "041", "057", "111", "190", "0999", "nothing"];
const TEXTS: [&str; 9] = [
    "Make a visit",
    "Host_a_visit",
    "Consult",
    "Discuss by telephone",
    "Sign formal agreement",
    "Criticize or denounce",
    "Use conventional military force",
    "Words of a later edition",
    "",
];
const PLOVER: [&str; 9] = [
    "CONSULT\tvisit",
    "CONSULT\tphone",
    "CONSULT\tNone",
    "AGREE\tmeet",
    "CONSULT\tthird-party",
    "ACCUSE\tNone",
    "ASSAULT\tNone",
    "CONSULT\tby letter",
    "DANCE\tNone",
];
const TOWNS: [&str; 4] = ["", "Town A", "Town (B)", "Land A"];
const LANDS: [&str; 3] = ["", "Land A", "Land B"];
const DEGREES: [(&str, &str); 4] = [("", ""), ("10.5", "-20.250"), ("95", "1"), (".5", "-0")];

impl Line {
    fn day(&self, dashed: bool) -> String {
        match (self.spoilt, dashed) {
            (1, _) => "someday".to_owned(),
            (2, true) => format!("2031-03-{:02} 10:00:00", self.day),
            (_, true) => format!("2031-03-{:02}", self.day),
            (_, false) => format!("203103{:02}", self.day),
        }
    }

    fn cells(&self, format: EventFormat) -> Vec<String> {
        let (source, target) = (NAMES[self.source], NAMES[self.target]);
        let (own, other) = (CODES[self.source], CODES[(self.target + self.country) % 8]);
        let (land, town) = (LANDS[self.country], TOWNS[self.place]);
        let (north, east) = DEGREES[(self.place + self.country) % 4];
        let wide = |width: usize, filled: &[(usize, &str)]| {
            let mut cells = vec![String::new(); width];
            filled.iter().for_each(|(at, text)| cells[*at] = (*text).to_owned());
            cells
        };
        let gdelt = |width, at: [usize; 3]| {
            let day = self.day(false);
            wide(
                width,
                &[
                    (1, &day),
                    (26, CAMEO[self.relation]),
                    (5, own),
                    (6, source),
                    (7, land),
                    (15, other),
                    (16, target),
                    (17, "BBB"),
                    (at[0], town),
                    (at[1], north),
                    (at[2], east),
                ],
            )
        };
        match format {
            EventFormat::Dyads => vec![source.into(), TEXTS[self.relation].into(), target.into(), self.day(true)],
            EventFormat::Icews => {
                let texts =
                    [&self.day(true), source, land, TEXTS[self.relation], CAMEO[self.relation], target, LANDS[2]];
                texts.into_iter().chain([town, land, north, east]).map(str::to_owned).collect()
            }
            EventFormat::Gdelt1 => gdelt(57, [50, 53, 54]),
            EventFormat::Gdelt2 => gdelt(61, [52, 56, 57]),
            EventFormat::Polecat => {
                let (kind, mode) = PLOVER[self.relation].split_once('\t').expect("two words");
                let texts = [&self.day(true), kind, mode, source, own, land, target, other, LANDS[1]];
                texts.into_iter().chain([town, land, north, east]).map(str::to_owned).collect()
            }
        }
    }

    /// The line; some have a cell too few or bytes that are no UTF-8.
    fn bytes(&self, format: EventFormat) -> Vec<u8> {
        let mut cells = self.cells(format);
        match self.spoilt {
            3 => drop(cells.pop()),
            4 => cells.push(String::new()),
            _ => {}
        }
        let mut line = cells.join("\t").into_bytes();
        if self.spoilt == 5 {
            line.iter_mut().filter(|byte| **byte == b'A').for_each(|byte| *byte = 0xc4);
        }
        if self.spoilt == 6 {
            line.push(b'\r');
        }
        line
    }
}

fn header(format: EventFormat) -> &'static str {
    match format {
        EventFormat::Icews => {
            "Event Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tTarget Name\tTarget Country\tCity\tCountry\t\
             Latitude\tLongitude\n"
        }
        EventFormat::Polecat => {
            "Event Date\tEvent Type\tEvent Mode\tActor Name\tWikipedia Actor ID\tActor Country\tRecipient Name\t\
             Wikipedia Recipient ID\tRecipient Country\tCity\tCountry\tLatitude\tLongitude\n"
        }
        _ => "",
    }
}

/// A text of a format; the first line of one without a header tells how many columns there are.
fn text(format: EventFormat, lines: &[Line]) -> Vec<u8> {
    let first = Line { source: 0, relation: 0, target: 4, day: 1, place: 0, country: 0, spoilt: 0 };
    let mut text = header(format).as_bytes().to_vec();
    for line in [&first].into_iter().chain(lines) {
        text.extend(line.bytes(format));
        text.push(b'\n');
        if line.spoilt == 7 {
            text.push(b'\n');
        }
    }
    text
}

fn options(format: EventFormat, mirrors: MirrorRule, within: u16) -> EventsOptions {
    let dataset = "set".parse().expect("an id");
    EventsOptions {
        dataset,
        title: Some("A \"set\"".to_owned()),
        reported_within: within,
        format: Some(format),
        mirrors,
    }
}

fn file(name: &str, text: &[u8], format: EventFormat) -> InputFile {
    let source = name.parse().expect("an id");
    let is_in_order = is_in_order(text, Some(format)).expect("a text in memory");
    InputFile { shown: name.into(), name: format!("{name}.tsv"), source, is_in_order }
}

fn import(texts: &[(&str, Vec<u8>)], options: &EventsOptions) -> (Vec<Told>, Vec<String>) {
    let (mut records, mut import) = (Texts::default(), EventsImport::new(options.clone()));
    let format = options.format.expect("a format");
    let told = texts.iter().map(|(name, text)| {
        import.file(text.as_slice(), &file(name, text, format), &mut records).expect("a text in memory")
    });
    (told.collect(), records.0)
}

fn tables(texts: &[(&str, Vec<u8>)], options: &EventsOptions, threads: usize) -> (Vec<Told>, Vec<Table>) {
    let mut import = EventsTables::new(options.clone());
    let format = options.format.expect("a format");
    let read = texts.iter().map(|(name, text)| {
        let file = file(name, text, format);
        let (table, told) = import.file(&mut text.as_slice(), &file, threads, &mut |_| {}).expect("a text in memory");
        (told, table)
    });
    read.unzip()
}

/// The records that a folder needs of tables.
fn around(tables: &[Table]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for table in tables {
        let actors = (0..).map_while(|one| table.actor_record(one));
        let places = (0..).map_while(|one| table.place_record(one));
        for record in actors.chain(places).chain([table.source_record()]) {
            if !all.contains(&record) {
                all.push(record);
            }
        }
    }
    all
}

fn graph(records: &[String]) -> KnowledgeGraph {
    let text = format!("[{}]", records.join(", "));
    let loading = resolve(read_texts([("set.ron".to_owned(), text.into_bytes())]));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

/// A fact without what tells where its records are written, and whether two accounts of one text are one record.
fn bare(fact: &Fact) -> Fact {
    let mut fact = fact.clone();
    let nowhere = chancery::span::Span::whole_file("".into());
    for account in &mut fact.accounts {
        account.origin = Origin::File(nowhere.clone());
        let mut evidence = (*account.evidence).clone();
        evidence.source.0.retain(|cited| Some(cited) == account.citation.as_ref());
        account.evidence = evidence.into();
    }
    fact
}

fn questions(scope: &Scope) -> Vec<Query> {
    let id = |id: &str| id.parse().expect("an id");
    let who = |id: &str| Who::from(id.parse::<chancery::id::Id>().expect("an id"));
    let met = |one: &str| Meetings { who: who(one), with: None, scope: scope.clone() };
    let dated = |all: &[&str]| Events { who: all.iter().map(|one| who(one)).collect(), scope: scope.clone() };
    let counting = Counting { per: Some(Per::Who), ..Counting::default() };
    vec![
        Query::Meetings(met("set-actor-a")),
        Query::Contacts(met("set-actor-b")),
        Query::Timeline(dated(&["set-actor-a"])),
        Query::Events(dated(&[])),
        Query::Events(dated(&["set-actor-b"])),
        Query::Path(Path::new(id("set-actor-a"), id("set-actor-b"), scope.clone())),
        Query::Count { of: Box::new(Query::Contacts(met("set-actor-a"))), counting },
    ]
}

/// The cells of an answer; where a record is written is left aside.
fn shown(query: &Query, graph: &KnowledgeGraph) -> String {
    let answer = query.answer(graph);
    let table = answer.table(None).expect("a table");
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect::<Vec<_>>().join(" | "));
    let mut rows: Vec<String> = rows.filter(|row| !row.starts_with("written at")).collect();
    // Rows are cited as a whole where they are counted, which is said.
    let notices = answer.notices.iter().filter(|notice| !notice.starts_with("Rows of tables are counted here"));
    rows.push(format!("{:?} {:?} {:?}", answer.count, answer.left_out, notices.collect::<Vec<_>>()));
    rows.join("\n")
}

fn check_facts(records: &KnowledgeGraph, tables: &KnowledgeGraph) {
    for fact in records.facts().iter() {
        let id = fact.id.as_str();
        assert_eq!(tables.facts().get(id).map(bare), Some(bare(fact)), "{id}");
        let (Some(one), Some(other)) = (records.node(id), tables.node(id)) else { continue };
        assert_eq!(records.kind(one), tables.kind(other));
        assert_eq!(records.days(one), tables.days(other));
        assert_eq!(records.activity(one), tables.activity(other), "{id}");
        let near = |graph: &KnowledgeGraph, node| {
            let kinds = [EdgeKind::HeldAt, EdgeKind::AddressedTo];
            let near = kinds.iter().flat_map(|kind| graph.to(node, *kind).collect::<Vec<_>>());
            near.map(|node| graph.fact(node).id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(near(records, one), near(tables, other), "{id}");
        for query in [Query::Show { id: fact.id.clone() }, Query::Why(Why::Fact(fact.id.clone()))] {
            assert_eq!(shown(&query, records), shown(&query, tables), "{query:?}");
        }
    }
    assert_eq!(records.extent(), tables.extent());
    for source in [None, Some("set".parse().expect("an id"))] {
        let query = Query::Sources { source };
        assert_eq!(shown(&query, records), shown(&query, tables));
    }
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = (0..8_usize, 0..9_usize, 0..8_usize, 1..4_u8, 0..4_usize, 0..3_usize, 0..24_u8).prop_map(
        |(source, relation, target, day, place, country, spoilt)| Line {
            source,
            relation,
            target,
            day,
            place,
            country,
            spoilt,
        },
    );
    // No more than nine, so that the order of ids is that of lines.
    vec(line, 0..8)
}

fn scopes() -> impl Strategy<Value = Scope> {
    let at = prop_oneof![Just(None), Just(Some("set-at-land-a")), Just(Some("set-at-town-a-land-a"))];
    let kinds = prop_oneof![Just(vec![]), Just(vec![Kind::Meeting, Kind::Statement])];
    (at, kinds, 0..5_i32, 0..5_i32).prop_map(|(at, kinds, first, length)| {
        let day: Day = "2031-02-27".parse().expect("a day");
        let period = Period { first: day.plus_days(first), last: day.plus_days(first + length) };
        Scope {
            at: at.map(|at| at.parse().expect("an id")),
            kinds: kinds.into_iter().map(|kind| chancery::query::KindFilter { kind, within: None }).collect(),
            modes: vec![Mode::InPerson, Mode::Phone, Mode::Video, Mode::Written],
            at_least: Certainty::Possible,
            ..Scope::during(period)
        }
    })
}

fn rules() -> impl Strategy<Value = MirrorRule> {
    prop_oneof![Just(MirrorRule::Unite), Just(MirrorRule::Keep)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_table_of_any_format_tells_what_records_tell(
        mut lines in lines(),
        format in prop::sample::select(EventFormat::ALL.to_vec()),
        mirrors in rules(),
        within in 0..3_u16,
        in_order in any::<bool>(),
        scope in scopes(),
    ) {
        if in_order {
            lines.sort_by_key(|line| line.day);
        }
        let options = options(format, mirrors, within);
        let texts = [("set", text(format, &lines))];
        let (told, records) = import(&texts, &options);
        let (seen, tables) = tables(&texts, &options, 2);
        prop_assert_eq!(&told[0].tally, &seen[0].tally);
        prop_assert_eq!(told[0].latin1_lines, seen[0].latin1_lines);
        let one = graph(&records);
        let other = graph(&around(&tables)).with_tables(tables.into_iter().map(Arc::new), Day::MAX);
        check_facts(&one, &other);
        for query in questions(&scope) {
            prop_assert_eq!(shown(&query, &one), shown(&query, &other), "{:?}", query);
        }
    }

    #[test]
    fn files_of_one_dataset_share_their_actors(
        first in lines(),
        second in lines(),
        format in prop::sample::select(EventFormat::ALL.to_vec()),
    ) {
        let options = options(format, MirrorRule::Unite, 0);
        let texts = [("set-b", text(format, &first)), ("set-a", text(format, &second))];
        let (_, records) = import(&texts, &options);
        let (_, tables) = tables(&texts, &options, 1);
        // Who comes later knows the ids of what was imported before.
        let mut later = EventsTables::new(options);
        later.know(&tables[0]);
        let file = file("set-a", &texts[1].1, format);
        let (again, _) = later.file(&mut texts[1].1.as_slice(), &file, 2, &mut |_| {}).expect("a text in memory");
        prop_assert!(again.is_like(&tables[1]));
        prop_assert_eq!(around(&[again]), around(&tables[1..]));
        let one = graph(&records);
        let other = graph(&around(&tables)).with_tables(tables.into_iter().map(Arc::new), Day::MAX);
        check_facts(&one, &other);
    }

    #[test]
    fn a_table_of_any_format_comes_back_from_its_file(
        lines in lines(),
        format in prop::sample::select(EventFormat::ALL.to_vec()),
        mirrors in rules(),
    ) {
        let (_, tables) = tables(&[("set", text(format, &lines))], &options(format, mirrors, 1), 1);
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("coded-{format}-{mirrors:?}.events"));
        tables[0].save(&path).expect("the folder of the build takes files");
        let back = Table::open(&path).expect("it was just written");
        let rows = |table: &Table| (0..).map_while(|row| table.row_record(&table.row(row)?)).collect::<Vec<_>>();
        prop_assert_eq!(rows(&back), rows(&tables[0]));
        prop_assert_eq!(around(&[back]), around(&tables));
    }
}

#[test]
fn lines_of_four_cells_take_no_more_room_than_before() {
    let line = |number: usize| format!("Actor {}\tConsult\tActor {}\t2031-03-01\n", number % 7, number % 5 + 7);
    let text: String = (0..10_000).map(line).collect();
    let (_, tables) = tables(&[("set", text.into_bytes())], &options(EventFormat::Dyads, MirrorRule::Keep, 0), 1);
    // Source, target, day, relation and line, and a contact with its row for each of the two.
    let room = 4 + 4 + 4 + 2 + 4 + 2 * (8 + 4);
    assert_eq!(tables[0].bytes() / tables[0].len(), room);
}
