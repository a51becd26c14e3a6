//! Machine-coded events: what each format becomes, that every row is accounted for, and that nothing in a file can make the
//! importer fail otherwise than with a sentence.
//!
//! Each folder of `tests/import/events` holds an input and what becomes of it; `CHANCERY_UPDATE=1 cargo test --test
//! import_events` writes the latter, and the table of relations in `docs/importing-events.md`, anew.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::date::Period;
use chancery::graph::KnowledgeGraph;
use chancery::import::events::{
    EventFormat, EventsImport, EventsOptions, InputFile, MirrorRule, ReadError, Told, is_in_order, relations,
};
use chancery::import::{Sink, Tally};
use chancery::model::Certainty;
use chancery::read::{SourceText, read_texts};
use chancery::record::Kind;
use chancery::resolve::resolve;
use chancery::write::{Draft, format};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Keeps everything, file by file.
#[derive(Default)]
struct Kept {
    files: BTreeMap<String, String>,
    bytes: u64,
}

impl Sink for Kept {
    fn record(&mut self, file: &str, record: Draft) -> io::Result<()> {
        record.check().map_err(|problem| io::Error::other(problem.message))?;
        *self.files.entry(format!("{file}.ron")).or_default() += &format!("    {},\n", record.text());
        Ok(())
    }

    fn advance(&mut self, bytes: u64) {
        self.bytes += bytes;
    }
}

fn options() -> EventsOptions {
    EventsOptions {
        dataset: "set".parse().expect("an id"),
        title: Some("A dataset".to_owned()),
        reported_within: 3,
        format: None,
        mirrors: MirrorRule::Unite,
    }
}

fn import(bytes: &[u8], options: EventsOptions) -> Result<(Told, BTreeMap<String, String>), ReadError> {
    let file = InputFile {
        shown: "input.tsv".into(),
        name: "input.tsv".to_owned(),
        source: "set".parse().expect("an id"),
        is_in_order: is_in_order(bytes, options.format)?,
    };
    let mut kept = Kept::default();
    let told = EventsImport::new(options).file(bytes, &file, &mut kept)?;
    assert_eq!(kept.bytes, bytes.len() as u64, "every byte is reported");
    assert!(told.tally.is_balanced(), "{:?}", told.tally);
    let files = kept.files.into_iter().map(|(name, list)| (name, format!("[\n{list}]\n"))).collect();
    Ok((told, files))
}

fn graph(files: &BTreeMap<String, String>) -> KnowledgeGraph {
    let texts = files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes()));
    let loading = resolve(read_texts(texts));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

fn updates() -> bool {
    std::env::var_os("CHANCERY_UPDATE").is_some()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folders() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/import/events")).expect("there are cases");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders
}

/// The account of the rows as a text.
fn account(told: &Told) -> String {
    let Tally { read, kept, merged, skipped, aside } = &told.tally;
    let mut text =
        format!("{}: read {read} = kept {kept} + merged {merged} + skipped {}\n", told.format, told.tally.left_out());
    for (reason, aside) in aside {
        text += &format!("{} from line {}: {reason}\n", aside.rows, aside.line);
    }
    for skipped in skipped {
        text += &format!("line {}: {}\n", skipped.line, skipped.reason);
    }
    text
}

#[test]
fn each_format_becomes_what_is_expected() {
    let folders = folders();
    assert!(folders.len() >= 8, "the cases are found");
    for folder in &folders {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let input = std::fs::read(folder.join("input.tsv")).expect("there is an input");
        let (told, files) = import(&input, options()).expect("it can be read");
        let records: String = files.iter().map(|(file, text)| format!("// {file}\n{text}\n")).collect();
        let seen = format!("/* {}*/\n\n{records}", account(&told));
        let expected = folder.join("expected.ron");
        if updates() {
            std::fs::write(&expected, &seen).expect("it can be written");
        }
        assert_eq!(std::fs::read_to_string(&expected).unwrap_or_default(), seen, "{name}");
        for (file, text) in &files {
            let laid_out = format(&SourceText::new(file.as_str(), text.clone().into_bytes()));
            assert_eq!(laid_out.text.as_ref(), Some(text), "{name}/{file} is in the usual layout");
        }
        let graph = graph(&files);
        let events = graph.facts().iter().filter(|fact| fact.event().is_some()).count();
        assert_eq!(events as u64, told.tally.kept, "{name}: each row that is kept is an event");
    }
}

/// That every event of a graph is possible, whenever it is asked for.
fn check_possible(graph: &KnowledgeGraph) {
    for node in graph.nodes().filter(|node| graph.event(*node).is_some()) {
        let days = graph.days(node).expect("events have days");
        let all = [Period::ALL, Period { first: days.first(), last: days.last() }];
        for period in all {
            assert_eq!(graph.certainty_in(node, period), Some(Certainty::Possible), "{}", graph.fact(node).id);
            assert_eq!(graph.certainty_began(node, period), Some(Certainty::Possible), "{}", graph.fact(node).id);
        }
    }
}

#[test]
fn what_a_machine_codes_is_possible_until_somebody_else_tells_of_it() {
    let input = b"Actor A\tConsult\tActor B\t2031-01-05\n";
    let (_, mut files) = import(input, options()).expect("it can be read");
    check_possible(&graph(&files));
    let paper = r#"[Source(id: "paper", title: "Paper A", kind: Press), Meeting(id: "m", when: "2031-01-04",
        participants: ["set-actor-a", "set-actor-b"], source: "paper"), SameAs(id: "same", a: "m", b: "set-e1")]"#;
    files.insert("own.ron".to_owned(), paper.to_owned());
    let graph = graph(&files);
    let met = graph.node("m").expect("it is there");
    assert_eq!(graph.certainty_in(met, Period::ALL), Some(Certainty::Certain));
    assert_eq!(graph.fact(met).accounts.len(), 2);
}

#[test]
fn reports_can_be_dated_by_the_day_itself_and_mirrors_be_kept() {
    let input = b"Actor A\tConsult\tActor B\t2031-01-05\nActor B\tConsult\tActor A\t2031-01-05\n";
    let asked = EventsOptions { reported_within: 0, mirrors: MirrorRule::Keep, ..options() };
    let (told, files) = import(input, asked).expect("it can be read");
    assert_eq!((told.tally.kept, told.tally.merged), (2, 0));
    let events = &files["set/events-2031.ron"];
    assert_eq!(events.matches("when: \"2031-01-05\"").count(), 2, "{events}");
    check_possible(&graph(&files));
}

#[test]
fn a_format_can_be_forced_and_is_refused_where_it_does_not_fit() {
    let input = b"date\trelation\tsource\ttarget\n2031-01-05\tConsult\tActor A\tActor B\n";
    let forced = |format| import(input, EventsOptions { format: Some(format), ..options() });
    assert_eq!(forced(EventFormat::Dyads).expect("it fits").0.tally.kept, 1);
    for format in EventFormat::ALL.iter().filter(|format| **format != EventFormat::Dyads) {
        assert!(matches!(forced(*format), Err(ReadError::Format(_))), "{format}");
    }
    assert!(matches!(import(b"a,b,c\n", options()), Err(ReadError::Format(_))));
}

/// The table of the page on importing events.
fn table() -> String {
    let mut text = "| scheme | code | description | becomes | source | target | told from the other side by |\n\
                    |---|---|---|---|---|---|---|\n"
        .to_owned();
    for (_, relation) in relations() {
        let becomes = match (relation.kind, relation.format, relation.stance) {
            (None, ..) => "left out".to_owned(),
            (Some(kind), Some(format), _) => format!("{}, {format}", kind.tag()),
            (Some(kind), None, Some(stance)) => format!("{}, {stance}", kind.tag()),
            (Some(Kind::Document), ..) => "Document, agreement".to_owned(),
            (Some(kind), None, None) => kind.tag().to_owned(),
        };
        let [source, target] = relation.roles.map(|role| role.map_or(String::new(), |role| role.to_string()));
        let mirror = relation.mirror.and_then(|mirror| mirror.relation()).map_or("", |mirror| mirror.code);
        let scheme = format!("{:?}", relation.scheme).to_uppercase();
        text += &format!(
            "| {scheme} | `{}` | {} | {becomes} | {source} | {target} | {mirror} |\n",
            relation.code, relation.description
        );
    }
    text
}

#[test]
fn the_page_lists_every_relation() {
    let path = root().join("docs/importing-events.md");
    let page = std::fs::read_to_string(&path).expect("there is a page");
    let (before, _) = page.split_once("| scheme |").expect("there is a table, the last thing on the page");
    let renewed = format!("{before}{}", table());
    if updates() {
        return std::fs::write(&path, &renewed).expect("it can be written");
    }
    assert!(page == renewed, "CHANCERY_UPDATE=1 cargo test --test import_events writes it anew");
}

/// What the accounts of each event cite, and who takes part.
fn told(files: &BTreeMap<String, String>) -> BTreeMap<String, (Vec<String>, Vec<String>)> {
    let graph = graph(files);
    let events = graph.facts().iter().filter(|fact| fact.event().is_some());
    let told = events.map(|fact| {
        let cited = fact.accounts.iter().filter_map(|account| Some(account.citation.as_ref()?.locus().to_string()));
        let mut parts: Vec<String> = fact.parts.iter().map(|part| format!("{:?}", (&part.who, &part.role))).collect();
        parts.sort();
        (fact.id.to_string(), (cited.collect(), parts))
    });
    told.collect()
}

prop_compose! {
    /// A row that is mostly one, of few actors and days so that mirrors are frequent.
    fn row()(
        source in 0..3_u8,
        relation in prop::sample::select(vec![
            "Make a visit", "Host a visit", "Consult", "041", "Sign formal agreement", "Criticize or denounce", "190", "x",
        ]),
        target in 0..3_u8,
        day in 1..4_u8,
        spoilt in 0..12_u8,
    ) -> String {
        match spoilt {
            0 => format!("Actor {source}\t{relation}"),
            1 => format!("Actor {source}\t{relation}\t\t2031-01-0{day}"),
            2 => format!("Actor {source}\t{relation}\tActor {target}\t2031-01-4{day}"),
            _ => format!("Actor {source}\t{relation}\tActor {target}\t2031-01-0{day}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_row_is_accounted_for_and_possible(rows in prop::collection::vec(row(), 1..40)) {
        // The first row tells the format.
        let text = format!("Actor 0\tConsult\tActor 1\t2031-01-01\n{}\n", rows.join("\n"));
        let (first, files) = import(text.as_bytes(), options()).expect("it can be read");
        prop_assert_eq!(first.tally.read, rows.len() as u64 + 1);
        let facts = told(&files);
        prop_assert_eq!(facts.len() as u64, first.tally.kept);
        let cited: usize = facts.values().map(|(cited, _)| cited.len()).sum();
        prop_assert_eq!(cited as u64, first.tally.kept + first.tally.merged);
        check_possible(&graph(&files));
        let kept = EventsOptions { mirrors: MirrorRule::Keep, ..options() };
        let (second, files) = import(text.as_bytes(), kept).expect("it can be read");
        prop_assert_eq!(second.tally.kept, first.tally.kept + first.tally.merged);
        prop_assert_eq!(told(&files).len() as u64, second.tally.kept);
    }

    #[test]
    fn days_in_order_and_in_any_order_tell_the_same(mut rows in prop::collection::vec(row(), 1..30)) {
        rows.sort_by_key(|row| row.rsplit('\t').next().map(str::to_owned));
        let text = format!("Actor 0\tConsult\tActor 1\t2030-12-31\n{}\n", rows.join("\n"));
        let import = |is_in_order| {
            let source = "set".parse().expect("an id");
            let file = InputFile { shown: "input.tsv".into(), name: "input.tsv".to_owned(), source, is_in_order };
            let mut kept = Kept::default();
            let done = EventsImport::new(options()).file(text.as_bytes(), &file, &mut kept).expect("it can be read");
            let files = kept.files.into_iter().map(|(name, list)| (name, format!("[{list}]")));
            (done.tally, files.collect::<BTreeMap<_, _>>())
        };
        prop_assume!(is_in_order(text.as_bytes(), None).expect("it can be read"));
        let ((one, ordered), (other, any)) = (import(true), import(false));
        prop_assert_eq!(one, other);
        prop_assert_eq!(told(&ordered), told(&any));
    }

    #[test]
    fn no_bytes_make_it_fail_otherwise(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        wide in prop::collection::vec("[^\n]{0,12}", 0..64),
        header in 0..4_usize,
    ) {
        let head = [
            "", "Actor A\tConsult\tActor B\t2031-01-01\n", "date\tsource\trelation\ttarget\n",
            "Event ID\tEvent Date\tSource Name\tEvent Text\tTarget Name\tCity\tCountry\tLatitude\tLongitude\n",
        ];
        let head = head.get(header).expect("one of them").as_bytes();
        let text = [head, &bytes, b"\n", wide.join("\t").as_bytes(), b"\n"].concat();
        if let Ok((told, files)) = import(&text, options()) {
            prop_assert!(told.tally.is_balanced());
            let _ = graph(&files);
        }
        for format in EventFormat::ALL {
            let _ = import(&text, EventsOptions { format: Some(*format), ..options() });
        }
    }

    #[test]
    fn names_come_through_as_they_are(name in "[^\t\r\n]{1,30}") {
        prop_assume!(name.trim() == name && !["None", "NULL", "NA", "nan", "---", "Actor B"].contains(&name.as_str()));
        prop_assume!(!name.starts_with('\u{feff}'));
        let text = format!("{name}\tConsult\tActor B\t2031-01-01\n");
        let (told, files) = import(text.as_bytes(), options()).expect("it can be read");
        prop_assert_eq!(told.tally.kept, 1);
        let graph = graph(&files);
        prop_assert!(graph.facts().iter().any(|fact| fact.name() == name), "{:?}", files);
    }
}
