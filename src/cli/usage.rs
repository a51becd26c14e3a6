//! Words of the command line that clap refuses, said as our own errors are: with hints.

use super::examples;
use super::invocation::command as in_shell;
use super::options::did_you_mean;
use super::surplus::behind_options;
use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::io::Write;
use std::process::ExitCode;

/// Prints what clap has to say, be it help or an error, and gives the exit code.
pub(super) fn refuse(error: &Error) -> ExitCode {
    if !error.use_stderr() {
        // A reader that has seen enough is no failure.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    // Options that all commands have are known below only then.
    let mut root = examples::command();
    root.build();
    let words: Vec<String> = std::env::args_os().skip(1).filter_map(|word| word.into_string().ok()).collect();
    let _ = anstream::stderr().write_all(told(error, &words, &root).as_bytes());
    ExitCode::from(2)
}

/// An error in words, with hints, for the words of a command line that is built.
pub(super) fn told(error: &Error, words: &[String], root: &Command) -> String {
    let text = with_hints(&error.render().ansi().to_string());
    let typed = |kind| match error.get(kind) {
        Some(ContextValue::String(typed)) => Some(typed.as_str()),
        _ => None,
    };
    let command = |typed: &str| below(root, words.iter().take_while(|word| *word != typed));
    let hint = match error.kind() {
        ErrorKind::InvalidSubcommand => typed(ContextKind::InvalidSubcommand).and_then(|typed| {
            let is_known = error.get(ContextKind::SuggestedSubcommand).is_some();
            question(typed, words, root).or_else(|| of_names(typed, command(typed), is_known))
        }),
        ErrorKind::UnknownArgument => typed(ContextKind::InvalidArg).and_then(|typed| {
            if typed.starts_with('-') {
                behind(typed, words, root).or_else(|| of_options(typed, command("")))
            } else {
                behind_options(typed, words, root)
            }
        }),
        _ => None,
    };
    let end = text.find('\n').unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let plain = error.to_string();
    // Clap may have said all of it.
    let says = |hint: &str| hint.contains('`') && words_of(hint).all(|word| plain.contains(&format!("'{word}'")));
    match hint {
        Some(hint) if !says(&hint) => format!("{first}\nhint: {hint}{rest}"),
        _ => text,
    }
}

/// What stands between backquotes.
fn words_of(hint: &str) -> impl Iterator<Item = &str> {
    hint.split('`').skip(1).step_by(2)
}

/// The command that some words lead to.
pub(super) fn below<'w>(root: &Command, words: impl Iterator<Item = &'w String>) -> &Command {
    words.fold(root, |command, word| command.find_subcommand(word).unwrap_or(command))
}

/// A command line, if the program takes it: a hint has to work as it is printed.
pub(super) fn if_taken(words: &[String], root: &Command) -> Option<String> {
    let typed = std::iter::once("chancery").chain(words.iter().map(String::as_str));
    let is_taken = root.clone().try_get_matches_from(typed).is_ok();
    is_taken.then(|| in_shell(words.iter().map(String::as_str)))
}

/// The command line with an option that stands before its command behind it, if the command has it.
fn behind(typed: &str, words: &[String], root: &Command) -> Option<String> {
    let at = words.iter().position(|word| word == typed)?;
    let is_command = |word: &&String| root.find_subcommand(word).is_some();
    if words.iter().take(at).any(|word| is_command(&word)) {
        return None;
    }
    let command = root.find_subcommand(words.iter().skip(at + 1).find(is_command)?)?;
    let option = command.get_arguments().find(|arg| is_named(arg, typed))?;
    let value = option.get_action().takes_values() && !typed.contains('=');
    let end = (at + 1 + usize::from(value)).min(words.len());
    let (moved, rest) = (words.get(at..end)?, words.iter().take(at).chain(words.iter().skip(end)));
    Some(in_shell(rest.chain(moved).map(String::as_str)))
}

/// Whether an option is called so, its value aside.
fn is_named(arg: &clap::Arg, typed: &str) -> bool {
    let name = typed.split('=').next().unwrap_or_default();
    let long = arg.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long));
    let short = arg.get_short().is_some_and(|short| name.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])));
    long || short
}

/// Words with which people begin a question in English.
const BEGINS_QUESTION: &[&str] =
    &["who", "whom", "when", "where", "which", "what", "how", "did", "has", "have", "is", "was", "could"];

/// The command that takes a question in English, where one stands in place of a command.
fn question(typed: &str, words: &[String], root: &Command) -> Option<String> {
    let at = words.iter().position(|word| word == typed)?;
    let (before, rest) = words.split_at_checked(at)?;
    let first = typed.split(' ').next().unwrap_or_default().to_lowercase();
    let count = rest.iter().take_while(|word| !word.starts_with('-')).count();
    let (sentence, after) = rest.split_at_checked(count)?;
    let is_one = BEGINS_QUESTION.contains(&first.as_str()) && (sentence.len() > 1 || typed.contains(' '));
    let said = [before, &["ask".to_owned(), sentence.join(" ")], after].concat();
    if is_one { if_taken(&said, root) } else { None }
}

/// What a mistyped name of a command, as of a format, can have meant; all of them where they are few.
fn of_names(typed: &str, command: &Command, is_known: bool) -> Option<String> {
    let names: Vec<&str> = command.get_subcommands().flat_map(Command::get_name_and_visible_aliases).collect();
    let few = (names.len() < FEW && !is_known).then(|| format!("it is one of {}", names.join(", ")));
    did_you_mean(typed, names.iter().copied()).or(few)
}

/// What a mistyped option can have meant. One letter is near to every other: then all short options are told.
fn of_options(typed: &str, command: &Command) -> Option<String> {
    let typed = typed.split(['=', ' ']).next().unwrap_or_default();
    let longs = command.get_arguments().filter_map(|arg| arg.get_long()).map(|long| format!("--{long}"));
    let longs: Vec<String> = longs.chain(["--help".to_owned()]).collect();
    if typed.starts_with("--") {
        return did_you_mean(typed, longs.iter().map(String::as_str));
    }
    let shorts = command.get_arguments().filter_map(|arg| Some((arg.get_short()?, arg.get_long().unwrap_or_default())));
    let shorts: Vec<String> = shorts.map(|(short, long)| format!("-{short} (--{long})")).collect();
    (!shorts.is_empty()).then(|| format!("the short options here are {}", shorts.join(", ")))
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
