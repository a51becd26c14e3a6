//! One question, and what its answer must and must not print.

use std::process::{Command, Output};

/// A question that shows a conflict.
pub(crate) struct Case {
    /// The conflicts that it shows, parted by blanks; nothing where it shows a rule of answers.
    pub(crate) shows: &'static str,
    /// The words after `chancery`; those in single quotes stay together, as in a shell.
    pub(crate) ask: &'static str,
    /// What must be printed.
    pub(crate) prints: &'static [&'static str],
    /// What must not be printed.
    pub(crate) never: &'static [&'static str],
}

impl Case {
    /// The conflicts that the case shows.
    pub(crate) fn conflicts(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.shows.split(' ').filter(|one| !one.is_empty())
    }

    /// What is wrong with the answer, if anything is.
    fn fault(&self) -> Option<String> {
        let output = run(self.ask);
        let answer = flat(&output.stdout);
        let missing: Vec<_> = self.prints.iter().filter(|text| !answer.contains(**text)).collect();
        let wrong: Vec<_> = self.never.iter().filter(|text| answer.contains(**text)).collect();
        let fine = output.status.success() && missing.is_empty() && wrong.is_empty();
        let errors = String::from_utf8_lossy(&output.stderr);
        let Self { shows, ask, .. } = self;
        (!fine)
            .then(|| format!("{shows}: chancery {ask}\nmissing: {missing:?}\nwrong: {wrong:?}\n{answer}\n{errors}\n"))
    }
}

/// Asks every question of a table and names all that is wrong.
#[track_caller]
pub(crate) fn hold(cases: &[Case]) {
    let silent = cases.iter().filter(|case| case.prints.is_empty()).map(|case| case.ask);
    assert_eq!(silent.collect::<Vec<_>>(), [""; 0], "each case names something that must be printed");
    let faults: Vec<String> = cases.iter().filter_map(Case::fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Runs the program over the built-in facts, on a line wide enough that no cell is folded.
pub(crate) fn run(words: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    for (number, part) in words.split('\'').enumerate() {
        match number % 2 {
            1 => command.arg(part),
            _ => command.args(part.split_whitespace()),
        };
    }
    command.args(["--facts", concat!(env!("CARGO_MANIFEST_DIR"), "/graph-data")]);
    if words != "stats" {
        command.args(["--width", "600"]);
    }
    command.output().expect("the program starts")
}

/// An answer in one line, each run of blanks as one.
fn flat(text: &[u8]) -> String {
    String::from_utf8_lossy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
