//! Our side: a table of events, with its file.

use super::labels::{X, Y, Z, meaning};
use super::report::Report;
use chancery::date::{Day, Period};
use chancery::table::{Choice, How, Reading, Settings, Table};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Reads the events, answers, and writes the file of the table.
pub(crate) fn read(file: &str) {
    let mut report = Report::new("chancery");
    let settings = Settings { source: "events".parse().expect("an id"), title: "Events".to_owned(), lag: 0 };
    let how = How { settings, threads: 2, meaning: &meaning, advance: &mut |_| {} };
    let mut input = File::open(file).expect("a file of events");
    let reading = Reading::of(&mut input, how).expect("a text");
    answer(&mut report, &reading.table);
    report.note("lines", count(reading.read));
    report.note("bytes_a_row", count(reading.table.bytes() as u64) / count(reading.read));
    report.print();
    let mut out = BufWriter::new(File::create(format!("{file}.events")).expect("a file that can be written"));
    reading.table.write(&mut out).expect("room on the disk");
}

/// Maps the file of the table and answers.
pub(crate) fn mapped(file: &str) {
    let mut report = Report::new("chancery, mapped");
    let table = Table::open(Path::new(&format!("{file}.events"))).expect("a file that `ours` wrote");
    answer(&mut report, &table);
    report.print();
}

#[expect(clippy::cast_precision_loss, reason = "shown with two digits")]
fn count(number: u64) -> f64 {
    number as f64
}

fn answer(report: &mut Report, table: &Table) {
    let period = |text: &str| Period::parse(text, Day::MIN).expect("a period");
    let choose = |text: &str| table.choose(period(text), |_| true);
    let all = || table.choose(Period::ALL, |_| true);
    let actors = table.actors();
    let find = |name: &str| actors.find(name).expect("an actor");
    // A question holds ids, not names.
    let (x, y, z) = (find(X), find(Y), find(Z));
    let name = |actor: u32| actors.name(actor).to_owned();
    drop(partners(&choose("2012..2016"), x));
    report.loaded();
    let lines = |lines: Vec<String>| lines.concat();
    report.ask(
        "q1",
        || partners(&choose("2012..2016"), x),
        |rows| {
            lines(rows.iter().map(|(who, times, first, last)| format!("{who}\t{times}\t{first}\t{last}\n")).collect())
        },
    );
    report.ask("q2", || all().dates(x, y), |rows| lines(rows.iter().map(|(day, _)| format!("{day}\n")).collect()));
    report.ask(
        "q3",
        || named(table, choose("2015").within(x, 2)),
        |rows| lines(rows.iter().map(|who| format!("{who}\n")).collect()),
    );
    report.ask(
        "q4",
        || choose("2019").pairs(20),
        |rows| {
            lines(
                rows.iter().map(|pair| format!("{}\t{}\t{}\n", name(pair.one), name(pair.other), pair.times)).collect(),
            )
        },
    );
    report.ask(
        "q5",
        || all().chain(x, z),
        |chain| chain.map_or("none\n".to_owned(), |chain| format!("{}\n", chain.len())),
    );
    report.ask(
        "q6",
        || choose("2015..").arrival(x, z),
        |arrival| arrival.map_or("never\n".to_owned(), |arrival| format!("{}\n", arrival.day)),
    );
}

/// The partners of an actor with their names.
fn partners<'t>(choice: &Choice<'t>, actor: u32) -> Vec<(&'t str, u32, Day, Day)> {
    let names = choice.table().actors().names();
    let rows = choice.partners(actor).into_iter();
    rows.map(|row| (names.of(row.partner), row.times, row.first, row.last)).collect()
}

fn named(table: &Table, all: Vec<u32>) -> Vec<&str> {
    let names = table.actors().names();
    all.into_iter().map(|actor| names.of(actor)).collect()
}
