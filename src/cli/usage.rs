//! Words of the command line that clap refuses, said as our own errors are: with hints.

use super::Cli;
use chancery::names::nearest;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, Error};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Prints what clap has to say, be it help or an error, and gives the exit code.
pub(super) fn refuse(error: &Error) -> ExitCode {
    if !error.use_stderr() {
        // A reader that has seen enough is no failure.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let mut text = with_hints(&error.render().ansi().to_string());
    if let Some(hint) = meant(error, std::env::args_os().skip(1)) {
        let end = text.find('\n').unwrap_or(text.len());
        text.insert_str(end, &format!("\nhint: {hint}"));
    }
    let _ = anstream::stderr().write_all(text.as_bytes());
    ExitCode::from(2)
}

/// What a mistyped word among few can have meant, as the name of a format, where clap sees nothing like it.
fn meant(error: &Error, words: impl Iterator<Item = OsString>) -> Option<String> {
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else { return None };
    let known = error.get(ContextKind::SuggestedSubcommand).is_some();
    let mut command = Cli::command();
    for word in words.filter_map(|word| word.into_string().ok()).take_while(|word| word != typed) {
        if let Some(below) = command.find_subcommand(&word) {
            command = below.clone();
        }
    }
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let near = nearest(typed, names.iter().map(String::as_str)).filter(|_| !known);
    let few = (names.len() < FEW && !known).then(|| format!("it is one of {}", names.join(", ")));
    near.map(|near| format!("did you mean `{near}`?")).or(few)
}

/// So many words can be listed in a hint.
const FEW: usize = 10;

/// What clap advises where an option is unknown, as if it were meant for a name; it hardly ever is.
const NO_OPTION: &str = "to pass '";

/// Tips become hints directly below the error.
fn with_hints(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let Some(tip) = line.strip_prefix("  ").filter(|line| is_tip(line)) else {
            lines.push(line.to_owned());
            continue;
        };
        if lines.last().is_some_and(|before| before.is_empty()) {
            lines.pop();
        }
        if !tip.contains(NO_OPTION) {
            lines.push(tip.replacen("tip:", "hint:", 1));
        }
    }
    lines.join("\n") + "\n"
}

/// Whether a line begins with the word, which may be coloured.
fn is_tip(line: &str) -> bool {
    let bare = line.strip_prefix("\u{1b}[").and_then(|rest| rest.split_once('m')).map_or(line, |(_, rest)| rest);
    bare.starts_with("tip:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tips_become_hints() {
        let check = |text: &str, expected: &str| assert_eq!(with_hints(text), expected);
        check("error: a\n\n  tip: b\n  tip: c\n\nUsage: d\n", "error: a\nhint: b\nhint: c\n\nUsage: d\n");
        check("a\n\n  \u{1b}[32mtip:\u{1b}[0m b\n", "a\n\u{1b}[32mhint:\u{1b}[0m b\n");
        check("a\n\n  tip: to pass '--b' as a value, use '-- --b'\n\nc\n", "a\n\nc\n");
        check("a: '\n tip: b'\n  - tip: c\n", "a: '\n tip: b'\n  - tip: c\n");
    }
}
