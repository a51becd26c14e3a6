//! Rows of tables in a graph: every question has the answer that it has where the same rows are records.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::import::Sink;
use chancery::import::events::{EventFormat, EventsImport, EventsOptions, InputFile, MirrorRule, shape};
use chancery::model::{Certainty, Fact};
use chancery::query::{
    Common, CountBy, Counting, Events, Measure, Meetings, Path, Per, Query, Rank, Reach, Rows, Scope, Through, Who,
};
use chancery::read::read_texts;
use chancery::record::{DocumentKind, Kind, MeetingFormat, MessageKind, Mode, Role};
use chancery::resolve::resolve;
use chancery::table::{How, Reading, Settings, Shape, Table};
use chancery::write::Draft;
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::Arc;

const LABELS: [&str; 7] = ["Visit", "Talk", "Greet", "Telephone", "Write", "State", "Sign"];

fn meaning(label: &str) -> Option<Shape> {
    let meeting = |format, roles| Shape::Meeting { format, medium: None, roles };
    Some(match label {
        "Visit" => meeting(None, [Some(Role::Guest), Some(Role::Host)]),
        "Talk" => meeting(Some(MeetingFormat::Negotiation), [None, None]),
        "Greet" => meeting(Some(MeetingFormat::Greeting), [None, None]),
        "Telephone" => Shape::Call { medium: None },
        "Write" => Shape::Message { kind: Some(MessageKind::Letter) },
        "State" => Shape::Statement { text: "State".to_owned(), stance: "neutral".to_owned() },
        "Sign" => Shape::Document { kind: Some(DocumentKind::Agreement) },
        _ => return None,
    })
}

/// Records beside the table: people who met, one of them an actor of the table, and what is said of a row.
const BESIDE: &str = r#"[
    Source(id: "paper", title: "A paper", kind: Press, published: "2031-03-01"),
    Person(id: "person-a", name: "Person A"),
    Meeting(id: "m-1", when: "2031-01-05", participants: ["person-a", "set-actor-a"], source: "paper#1"),
    Meeting(id: "m-2", when: "2031-01-09", participants: ["person-a", "set-actor-b"], source: "paper#2"),
    Meeting(id: "m-3", when: "2031-01-12", participants: ["set-actor-a", "set-actor-b"], source: "paper#3"),
]"#;

fn table(rows: &[(usize, usize, usize, i32)], lag: u16) -> Table {
    let name = |number: usize| format!("Actor {}", ["A", "B", "C", "D", "E"][number]);
    let first: Day = "2031-01-01".parse().expect("a day");
    let lines = rows.iter().map(|(source, label, further, day)| {
        let target = (source + further) % 5;
        format!("{}\t{}\t{}\t{}\n", name(*source), LABELS[*label], name(target), first.plus_days(*day))
    });
    let settings = Settings { source: "set".parse().expect("an id"), title: "A set".to_owned(), lag };
    let how = How { settings, threads: 1, meaning: &meaning, advance: &mut |_| {} };
    Reading::of(&mut lines.collect::<String>().as_bytes(), how).expect("a text").table
}

/// The graph of the rows as records, and that of the table.
fn both(table: Table) -> [KnowledgeGraph; 2] {
    let actors: Vec<String> = (0..).map_while(|one| table.actor_record(one)).chain([table.source_record()]).collect();
    let rows: Vec<String> = (0..).map_while(|one| table.row_record(&table.row(one)?)).collect();
    let text = |records: Vec<String>| ("set.ron".to_owned(), format!("[{}]", records.join(", ")).into_bytes());
    let beside = ("beside.ron".to_owned(), BESIDE.as_bytes().to_vec());
    let graph = |records| KnowledgeGraph::new(resolve(read_texts([beside.clone(), text(records)])).facts);
    [graph([actors.clone(), rows].concat()), graph(actors).with_tables([Arc::new(table)], Day::MAX)]
}

fn who(id: &str) -> Who {
    id.parse::<chancery::id::Id>().expect("an id").into()
}

fn questions(scope: &Scope) -> Vec<Query> {
    let id = |id: &str| id.parse().expect("an id");
    let met = |one: &str, other: Option<&str>| Meetings { who: who(one), with: other.map(who), scope: scope.clone() };
    let dated = |all: &[&str]| Events { who: all.iter().map(|one| who(one)).collect(), scope: scope.clone() };
    let counted = |per| Counting { by: CountBy::Event, per };
    let in_time = |from: &str, to: &str| Path { time_ordered: true, ..Path::new(id(from), id(to), scope.clone()) };
    let near = |who: &str, steps, through| Reach { who: id(who), steps, through, scope: scope.clone() };
    let count = |of: Query, per| Query::Count { of: Box::new(of), counting: counted(per) };
    let ranked = |measure, top, among: &[&str]| {
        Query::Rank(Rank { among: among.iter().map(|one| who(one)).collect(), measure, top, scope: scope.clone() })
    };
    vec![
        Query::Meetings(met("set-actor-a", None)),
        Query::Meetings(met("person-a", None)),
        Query::Contacts(met("set-actor-a", None)),
        Query::Contacts(met("set-actor-a", Some("set-actor-b"))),
        Query::Timeline(dated(&["set-actor-b"])),
        Query::Events(dated(&[])),
        Query::Events(dated(&["set-actor-c"])),
        Query::Common(Common { who: vec![who("set-actor-a"), who("set-actor-b")], scope: scope.clone() }),
        Query::Path(Path::new(id("set-actor-a"), id("set-actor-d"), scope.clone())),
        Query::Path(Path::new(id("person-a"), id("set-actor-e"), scope.clone())),
        count(Query::Contacts(met("set-actor-a", None)), Some(Per::Who)),
        count(Query::Meetings(met("set-actor-a", None)), Some(Per::Who)),
        count(Query::Meetings(met("person-a", None)), Some(Per::Who)),
        count(Query::Contacts(met("set-actor-a", Some("set-actor-c"))), Some(Per::Who)),
        count(Query::Contacts(met("set-actor-c", None)), Some(Per::State)),
        count(Query::Contacts(met("set-actor-a", None)), Some(Per::Capacity)),
        count(Query::Meetings(met("set-actor-a", None)), Some(Per::Month)),
        count(Query::Contacts(met("set-actor-b", None)), None),
        Query::Path(in_time("set-actor-a", "set-actor-d")),
        Query::Path(in_time("person-a", "set-actor-e")),
        Query::Path(Path { all: Some(9), ..in_time("set-actor-b", "set-actor-e") }),
        Query::Path(Path { all: Some(9), ..Path::new(id("set-actor-b"), id("set-actor-e"), scope.clone()) }),
        Query::Path(Path {
            through: Some(Through::People),
            ..Path::new(id("set-actor-a"), id("set-actor-d"), scope.clone())
        }),
        Query::Reach(near("set-actor-a", 1, None)),
        Query::Reach(near("set-actor-b", 2, None)),
        Query::Reach(near("person-a", 3, None)),
        Query::Reach(near("person-a", 3, Some(Through::Any))),
        ranked(Measure::Meetings, None, &[]),
        ranked(Measure::Partners, Some(2), &[]),
        ranked(Measure::Betweenness, None, &[]),
        ranked(Measure::Pagerank, None, &[]),
        ranked(Measure::Pairs, None, &[]),
        ranked(Measure::Pairs, Some(2), &[]),
        ranked(Measure::Pairs, None, &["set-actor-a"]),
        ranked(Measure::Meetings, None, &["set-actor-a", "person-a"]),
        Query::Sources { source: None },
    ]
}

/// What an answer shows: the cells of all columns, in the order of rows. Where rows of a table are counted, the table is cited
/// as a whole, and a line says so.
fn shown(query: &Query, graph: &KnowledgeGraph) -> String {
    let mut answer = query.answer(graph);
    let of_whole = matches!(answer.rows, Rows::Counts(_) | Rows::Pairs(_) | Rows::Reach(_));
    answer.notices.retain(|notice| !notice.starts_with("Rows of tables are counted here"));
    let columns: Vec<String> =
        answer.columns().iter().filter(|name| !(of_whole && **name == "src")).map(ToString::to_string).collect();
    let table = answer.table(Some(&columns)).expect("a table");
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect::<Vec<_>>().join(" | "));
    let mut rows: Vec<String> = rows.collect();
    rows.push(format!("{:?} {:?} {:?} {:?}", answer.count, answer.left_out, answer.notices, answer.names));
    rows.join("\n")
}

fn bare(fact: &Fact) -> Fact {
    let mut fact = fact.clone();
    let nowhere = chancery::span::Span::whole_file("".into());
    fact.accounts.iter_mut().for_each(|one| one.origin = chancery::model::Origin::File(nowhere.clone()));
    fact
}

fn scopes() -> impl Strategy<Value = Scope> {
    let kinds = prop_oneof![Just(vec![]), Just(vec![Kind::Call]), Just(vec![Kind::Meeting, Kind::Message])];
    (kinds, any::<bool>(), any::<bool>(), 0..30_i32, 0..30_i32).prop_map(|(kinds, anyhow, possible, first, length)| {
        let day: Day = "2031-01-01".parse().expect("a day");
        let period = Period { first: day.plus_days(first), last: day.plus_days(first + length) };
        let filter = |kind| chancery::query::KindFilter { kind, within: None };
        Scope {
            kinds: kinds.into_iter().map(filter).collect(),
            modes: if anyhow { vec![Mode::InPerson, Mode::Phone, Mode::Video, Mode::Written] } else { vec![] },
            at_least: if possible { Certainty::Possible } else { Certainty::Disputed },
            ..Scope::during(period)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn rows_of_a_table_answer_as_records_do(
        rows in vec((0..5_usize, 0..LABELS.len(), 1..5_usize, 0..40_i32), 0..10),
        lag in 0..3_u16,
        scope in scopes(),
    ) {
        let [records, table] = both(table(&rows, lag));
        for fact in records.facts().iter() {
            let found = table.facts().get(fact.id.as_str()).expect("the same ids");
            prop_assert_eq!(bare(found), bare(fact));
            let nodes = (records.node(fact.id.as_str()), table.node(fact.id.as_str()));
            if let (Some(one), Some(other)) = nodes {
                prop_assert_eq!(records.kind(one), table.kind(other));
                prop_assert_eq!(records.days(one), table.days(other));
                prop_assert_eq!(records.activity(one), table.activity(other), "{}", fact.id);
            }
        }
        prop_assert_eq!(records.extent(), table.extent());
        for query in questions(&scope) {
            prop_assert_eq!(shown(&query, &records), shown(&query, &table), "{:?}", query);
        }
    }
}

/// Takes the records of an import as the text of a fact file.
#[derive(Default)]
struct Texts(Vec<String>);

impl Sink for Texts {
    fn record(&mut self, _: &str, record: Draft) -> std::io::Result<()> {
        self.0.push(record.text());
        Ok(())
    }

    fn advance(&mut self, _: u64) {}
}

#[test]
fn a_table_holds_what_importing_the_rows_as_records_gives() {
    let labels = [
        "Make_a_visit",
        "Host_a_visit",
        "Consult",
        "Engage_in_negotiation",
        "Discuss_by_telephone",
        "Make_statement",
        "Criticize_or_denounce",
        "Sign_formal_agreement",
        "Meet_at_a_'third'_location",
    ];
    let lines =
        labels.iter().zip(1..).map(|(label, day)| format!("Actor A\t{label}\tActor (of) “B”\t2031-01-{day:02}\n"));
    let text: String = lines.collect();
    for lag in [0, 3] {
        let dataset: Id = "set".parse().expect("an id");
        let options = EventsOptions {
            dataset: dataset.clone(),
            title: Some("A \"set\"".to_owned()),
            reported_within: lag,
            format: Some(EventFormat::Dyads),
            mirrors: MirrorRule::Keep,
        };
        let file =
            InputFile { shown: "set".into(), name: "set.tsv".to_owned(), source: dataset.clone(), is_in_order: true };
        let mut records = Texts::default();
        EventsImport::new(options).file(text.as_bytes(), &file, &mut records).expect("a text in memory");
        let settings = Settings { source: dataset, title: "A \"set\"".to_owned(), lag };
        let how = How { settings, threads: 1, meaning: &shape, advance: &mut |_| {} };
        let table = Reading::of(&mut text.as_bytes(), how).expect("a text in memory").table;
        assert_eq!(table.len(), labels.len(), "every label is known");
        let texts = [("a.ron".to_owned(), format!("[{}]", records.0.join(", ")).into_bytes())];
        let graph = KnowledgeGraph::new(resolve(read_texts(texts)).facts);
        let [_, rows] = both(table);
        for fact in graph.facts().iter().filter(|fact| fact.kind() != Some(Kind::Source)) {
            let found = rows.facts().get(fact.id.as_str()).expect("the same ids");
            assert_eq!(bare(found), bare(fact));
        }
    }
}
