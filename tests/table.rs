//! Tables of events: what they answer is what a walk over all lines answers.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]

#[path = "table/naive.rs"]
mod naive;

use chancery::date::{Day, Period};
use chancery::record::{Kind, MessageKind, Mode, Role};
use chancery::table::{Choice, Damage, How, Reading, Settings, Shape, Table};
use naive::Naive;
use proptest::collection::vec;
use proptest::prelude::*;
use std::fmt::Write;

const NAMES: [&str; 7] = ["Actor A", "Actor B", "Actor C", "Actor D", "Actor Ü", "Person (of) A", "Z"];
const LABELS: [&str; 5] = ["Visit", "Talk", "Telephone", "Write", "State"];

/// One line of an input, as a test knows it.
#[derive(Clone, Debug)]
struct Line {
    source: &'static str,
    label: &'static str,
    target: &'static str,
    day: i32,
}

/// Which lines a question is about.
#[derive(Clone, Debug)]
struct Question {
    labels: Vec<&'static str>,
    first: i32,
    last: i32,
}

fn meaning(label: &str) -> Option<Shape> {
    Some(match label {
        "Visit" => Shape::Meeting { format: None, medium: None, roles: [Some(Role::Guest), Some(Role::Host)] },
        "Talk" => Shape::Meeting { format: None, medium: None, roles: [None, None] },
        "Telephone" => Shape::Call { medium: None },
        "Write" => Shape::Message { kind: Some(MessageKind::Letter) },
        "State" => Shape::Statement { text: "State".to_owned(), stance: "neutral".to_owned() },
        _ => return None,
    })
}

fn day(number: i32) -> Day {
    Day::from_number(number).expect("a day")
}

fn text(lines: &[Line]) -> String {
    lines.iter().fold(String::new(), |mut text, Line { source, label, target, day: number }| {
        writeln!(text, "{source}\t{label}\t{target}\t{}", day(*number)).expect("a text takes a line");
        text
    })
}

fn read(text: &str, lag: u16, threads: usize) -> Reading {
    let settings = Settings { source: "set-a".parse().expect("an id"), title: "Set A".to_owned(), lag };
    let how = How { settings, threads, meaning: &meaning, advance: &mut |_| {} };
    Reading::of(&mut text.as_bytes(), how).expect("a text in memory can be read")
}

fn choose<'t>(table: &'t Table, question: &Question) -> Choice<'t> {
    let period = Period { first: day(question.first), last: day(question.last) };
    table.choose(period, |class| {
        question.labels.iter().any(|label| meaning(label).and_then(|shape| shape.class()) == Some(*class))
    })
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let other = 1..NAMES.len();
    let line = (0..NAMES.len(), 0..LABELS.len(), other, 0..40_i32).prop_map(|(source, label, further, day)| Line {
        source: NAMES[source],
        label: LABELS[label],
        target: NAMES[(source + further) % NAMES.len()],
        day,
    });
    vec(line, 0..60)
}

fn question() -> impl Strategy<Value = Question> {
    // Visits and talks are of one class, so that a question counts both or none.
    let classes: [&[&str]; 4] = [&["Visit", "Talk"], &["Telephone"], &["Write"], &["State"]];
    (vec(any::<bool>(), 4), 0..40_i32, 0..40_i32).prop_map(move |(wanted, first, length)| Question {
        labels: classes
            .iter()
            .zip(wanted)
            .filter(|(_, wanted)| *wanted)
            .flat_map(|(class, _)| class.iter().copied())
            .collect(),
        first,
        last: first + length,
    })
}

/// Holds every answer about some actors against a walk over all lines.
fn check(table: &Table, lines: &[Line], question: &Question, lag: u16) {
    let (naive, choice, actors) =
        (Naive::new(lines, &contacts(question), lag), choose(table, question), table.actors());
    let named = |all: Vec<u32>| all.into_iter().map(|one| actors.name(one).to_owned()).collect::<Vec<_>>();
    let pairs: Vec<_> = choice
        .pairs(3)
        .iter()
        .map(|pair| (actors.name(pair.one), actors.name(pair.other), pair.times as usize))
        .collect();
    assert_eq!(pairs, naive.pairs(3));
    let known = || NAMES.iter().filter_map(|name| Some((*name, actors.find(name)?)));
    for (name, one) in known() {
        let partners = choice.partners(one).into_iter();
        let partners: Vec<_> = partners
            .map(|one| (actors.name(one.partner), one.times as usize, one.first.number(), one.last.number()))
            .collect();
        assert_eq!(partners, naive.partners(name));
        assert_eq!(named(choice.within(one, 2)), naive.within(name, 2));
        for (with, other) in known().filter(|(with, _)| *with != name) {
            let dates: Vec<i32> = choice.dates(one, other).iter().map(|(day, _)| day.number()).collect();
            assert_eq!(dates, naive.dates(name, with));
            let chain = choice.chain(one, other);
            assert_eq!(chain.as_ref().map(Vec::len), naive.distance(name, with));
            let steps = chain.unwrap_or_default();
            assert!(steps.windows(2).all(|pair| pair[0].to == pair[1].from));
            assert!(
                steps
                    .iter()
                    .all(|step| choice.dates(step.from, step.to).first().map(|(_, row)| *row) == Some(step.row))
            );
            assert_eq!(choice.arrival(one, other).map(|arrival| arrival.day.number()), naive.arrival(name, with));
        }
    }
}

/// A question without what is no contact.
fn contacts(question: &Question) -> Question {
    let labels = question.labels.iter().copied().filter(|label| *label != "State").collect();
    Question { labels, ..question.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_table_answers_as_its_lines_do(lines in lines(), question in question(), lag in 0..4_u16) {
        let table = read(&text(&lines), lag, 1).table;
        check(&table, &lines, &question, lag);
    }

    #[test]
    fn hidden_rows_are_as_if_they_were_not_there(lines in lines(), question in question(), hidden in vec(any::<bool>(), 60)) {
        let table = read(&text(&lines), 0, 1).table;
        let shown: Vec<Line> = lines.iter().zip(&hidden).filter(|(_, hidden)| !**hidden).map(|(line, _)| line.clone()).collect();
        let mut rows: Vec<u32> = (1..).zip(&hidden).filter(|(_, hidden)| **hidden).filter_map(|(line, _)| table.at_line(line)).collect();
        rows.sort_unstable();
        let other = read(&text(&shown), 0, 1).table;
        let (one, other) = (choose(&table, &question).without(&rows), choose(&other, &question));
        let named = |choice: &Choice<'_>| {
            let name = |number| choice.table().actors().name(number).to_owned();
            choice.pairs(100).into_iter().map(|pair| (name(pair.one), name(pair.other), pair.times)).collect::<Vec<_>>()
        };
        prop_assert_eq!(named(&one), named(&other));
        for name in NAMES {
            let met = |choice: &Choice<'_>| {
                let actors = choice.table().actors();
                let partners = actors.find(name).map(|one| choice.partners(one)).unwrap_or_default();
                partners.into_iter().map(|one| (actors.name(one.partner).to_owned(), one.times, one.first, one.last)).collect::<Vec<_>>()
            };
            prop_assert_eq!(met(&one), met(&other));
        }
    }
}

/// Many lines, more than one chunk holds, on days in no order.
fn many() -> Vec<Line> {
    let line = |number: usize| Line {
        source: NAMES[number * 7 % 5],
        label: LABELS[number / 3 % LABELS.len()],
        target: NAMES[(number * 7 % 5 + 1 + number % 6) % 7],
        day: i32::try_from(number * 7919 % 40).expect("a small number"),
    };
    (0..30_000).map(line).collect()
}

fn file(table: &Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    table.write(&mut bytes).expect("a list takes bytes");
    bytes
}

#[test]
fn the_same_text_gives_the_same_table_however_many_threads_read_it() {
    let lines = many();
    let text = text(&lines);
    let one = read(&text, 0, 1);
    assert_eq!((one.read, one.table.len(), one.unreadable.len()), (30_000, 30_000, 0));
    assert_eq!(file(&one.table), file(&read(&text, 0, 3).table));
    let question = Question { labels: vec!["Telephone", "Write"], first: 5, last: 20 };
    check(&one.table, &lines, &question, 0);
}

#[test]
fn every_line_is_accounted_for() {
    let text = "\u{feff}A\tTalk\tB\t2020-02-29\r\n\nA\tTalk\tB\nA\tFight\tB\t2020-01-01\nA\tTalk\tB\t2021-02-29\n\
                \tTalk\tB\t2020-01-01\nA\tFight\tA\t2020-01-02\nA\tState\tB\t2019-01-01\nA\tTalk\tA\t2020-01-01";
    let reading = read(text, 2, 2);
    let rows: Vec<_> =
        (0..).map_while(|row| reading.table.row(row)).map(|row| (row.line, row.day.to_string())).collect();
    assert_eq!(rows, [(8, "2019-01-01".to_owned()), (1, "2020-02-29".to_owned())]);
    assert_eq!(reading.read, 8);
    assert_eq!(reading.aside.into_iter().collect::<Vec<_>>(), [("Fight".to_owned(), (2, 4))]);
    let expected = [
        (3, "it has 3 columns, not four: source, relation, target, date"),
        (5, "\"2021-02-29\" is no day"),
        (6, "an actor has no name"),
        (9, "source and target are one actor"),
    ];
    assert_eq!(reading.unreadable, expected.map(|(line, reason)| (line, reason.to_owned())));
    assert_eq!([1, 8, 2].map(|line| reading.table.at_line(line)), [Some(1), Some(0), None]);
}

#[test]
fn a_file_gives_the_table_back_and_damage_is_found() {
    let table = read(&text(&many()), 3, 2).table;
    let folder = tempfile();
    let path = folder.join("set-a.events");
    let bytes = file(&table);
    let open = |bytes: &[u8]| {
        std::fs::write(&path, bytes).expect("the folder takes files");
        Table::open(&path)
    };
    let mapped = open(&bytes).expect("it was just written");
    assert_eq!(file(&mapped), bytes);
    assert_eq!((mapped.settings().lag, mapped.digest()), (3, table.digest()));
    assert_eq!(
        mapped.choose(Period::ALL, |class| class.mode == Mode::Phone).pairs(5),
        table.choose(Period::ALL, |class| class.kind == Kind::Call).pairs(5)
    );
    let flipped = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 4;
        open(&bytes)
    };
    assert!(matches!(flipped(3), Err(Damage::Foreign)));
    assert!(matches!(flipped(16), Err(Damage::Version)));
    for at in [30, 100, bytes.len() / 3, bytes.len() / 2, bytes.len() / 4 * 3] {
        assert!(matches!(flipped(at), Err(Damage::Broken)), "{at}");
    }
    for length in [0, 10, 100, bytes.len() / 2, bytes.len() - 64] {
        assert!(open(&bytes[..length]).is_err(), "{length}");
    }
    std::fs::remove_dir_all(folder).expect("it was just made");
}

fn tempfile() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("table");
    std::fs::create_dir_all(&folder).expect("the folder of the build takes folders");
    folder
}
