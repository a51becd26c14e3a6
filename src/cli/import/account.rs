//! The account of an import: what became of every row, and of the records.

use super::IntakeArgs;
use super::receiver::{Done, Shown};
use crate::cli::Failure;
use crate::cli::ui::{Ui, escaped};
use chancery::import::{Skipped, Tally};
use chancery::write::Taken;
use std::io::{self, IsTerminal};

/// So many skipped rows are listed on a terminal, unless all are asked for.
const LISTED: usize = 20;

/// Prints what became of the rows and the records; rows that could not be read are listed beside the answer.
pub(super) fn print(tally: &Tally, done: &Done, args: &IntakeArgs, ui: &Ui) -> Result<(), Failure> {
    list(tally, args, ui);
    let mut text = match done {
        Done::Shown(shown) => first(shown),
        Done::Taken(_) => String::new(),
    };
    text += &rows(tally);
    text += &match done {
        Done::Shown(shown) => would(shown),
        Done::Taken(taken) => records(taken, args),
    };
    ui.answer(None, escaped(&text).as_bytes())
}

/// Lists the rows that could not be read.
pub(super) fn list(tally: &Tally, args: &IntakeArgs, ui: &Ui) {
    let listed = match io::stderr().is_terminal() && !args.verbose {
        true => tally.skipped.len().min(LISTED),
        false => tally.skipped.len(),
    };
    for Skipped { file, line, reason } in tally.skipped.iter().take(listed) {
        ui.beside(&format!("{file}:{line}: {reason}"));
    }
    let more = tally.skipped.len() - listed;
    if more > 0 {
        ui.note(&format!(
            "{more} more rows were skipped; --verbose lists all of them, `2> FILE` writes the list to a file"
        ));
    }
}

/// The sum, then the reasons that many rows share.
pub(super) fn rows(tally: &Tally) -> String {
    let Tally { read, kept, merged, .. } = tally;
    let mut text = format!("read {read} = kept {kept} + merged {merged} + skipped {}\n", tally.left_out());
    let mut aside: Vec<_> = tally.aside.iter().collect();
    aside.sort_by_key(|(reason, aside)| (std::cmp::Reverse(aside.rows), *reason));
    for (reason, aside) in aside {
        text += &format!("  {} skipped: {reason}, first at {}:{}\n", aside.rows, aside.file, aside.line);
    }
    if !tally.skipped.is_empty() {
        text += &format!("  {} skipped, each listed by line on standard error\n", tally.skipped.len());
    }
    text
}

fn records(taken: &Taken, args: &IntakeArgs) -> String {
    let Taken { added, there, changed, files } = taken;
    let dir = args.to.as_deref().unwrap_or(std::path::Path::new("")).display();
    let mut text = match files.as_slice() {
        [] => format!("no record is new in {dir}\n"),
        files => format!("{} added to {dir}: {}\n", counted(*added, "record"), in_words(files)),
    };
    if *there > 0 {
        text += &format!("{} lay there already\n", counted(*there, "record"));
    }
    if *changed > 0 {
        text += &format!("{} lay there with other words, and were left as they are\n", counted(*changed, "record"));
    }
    text
}

/// The names of some files; of many the first.
fn in_words(files: &[String]) -> String {
    const NAMED: usize = 8;
    match files.split_at_checked(NAMED) {
        Some((first, rest @ [_, ..])) => {
            format!("{} and {}", first.join(", "), counted(rest.len() as u64, "more file"))
        }
        _ => files.join(", "),
    }
}

fn first(shown: &Shown) -> String {
    let more = match shown.more() {
        0 => String::new(),
        more => format!("    // {} more\n", counted(more, "record")),
    };
    format!("[\n{}{more}]\n", shown.first)
}

fn would(shown: &Shown) -> String {
    if shown.files.is_empty() {
        return "nothing was written; there is no record in it\n".to_owned();
    }
    let files = shown.files.iter().map(|(file, number)| format!("{file}.ron ({number})"));
    format!("nothing was written; the records would go into {}\n", files.collect::<Vec<_>>().join(", "))
}

fn counted(number: u64, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
