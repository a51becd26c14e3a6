//! Words of the command line that clap refuses, said as our own errors are: with hints.

use clap::error::Error;
use std::io::Write;
use std::process::ExitCode;

/// Prints what clap has to say, be it help or an error, and gives the exit code.
pub(super) fn refuse(error: &Error) -> ExitCode {
    if !error.use_stderr() {
        // A reader that has seen enough is no failure.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = with_hints(&error.render().ansi().to_string());
    let _ = anstream::stderr().write_all(text.as_bytes());
    ExitCode::from(2)
}

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
