//! `help [TOPIC…]`: the help of a command, a topic, or the page of a check.

use crate::cli::ui::Ui;
use crate::cli::{Failure, examples, topics};
use chancery::check::{ALL, Check};
use chancery::names::nearest;
use chancery::query::questions;
use std::process::ExitCode;

/// Print this message, the help of a command, a topic (`help topics`), or the page of a check (`help check NAME`)
#[derive(Debug, clap::Args)]
pub(crate) struct HelpArgs {
    /// A command, a topic, or `check` and the name of one
    topic: Vec<String>,
}

/// Prints help.
pub(super) fn run(args: &HelpArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    let words: Vec<&str> = args.topic.iter().map(String::as_str).collect();
    let text = match words.as_slice() {
        ["topics"] => topics::list(),
        ["check", name] => page(name)?,
        ["ask"] => format!("{}\n{}", command(&["ask"], ui.colors_answers())?, topics::find("ask").unwrap_or_default()),
        ["checks"] => format!("{}\nChecks:\n{}", topics::find("checks").unwrap_or_default(), checks()),
        ["columns"] => format!("{}\n{}", topics::find("columns").unwrap_or_default(), columns()),
        [topic] if topics::find(topic).is_some() => topics::find(topic).unwrap_or_default(),
        words => command(words, ui.colors_answers())?,
    };
    ui.answer(None, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The columns of each question, and of each shape of its rows; questions with the same ones are told together.
fn columns() -> String {
    let mut lists: Vec<(&str, Vec<&str>, Vec<&str>)> = Vec::new();
    for question in questions() {
        for (words, columns) in chancery::query::columns(question) {
            match lists.iter_mut().find(|(own, same, _)| *own == words && *same == columns) {
                Some((.., questions)) => questions.push(question),
                None => lists.push((words, columns, vec![question])),
            }
        }
    }
    let told = |(words, columns, questions): (&str, Vec<&str>, Vec<&str>)| {
        let with = if words.is_empty() { String::new() } else { format!(" (with {words})") };
        let lines = wrapped(&columns).into_iter().map(|line| format!("  {line}\n"));
        format!("{}{with}:\n{}", questions.join(", "), lines.collect::<String>())
    };
    lists.into_iter().map(told).collect()
}

/// Words in lines that a terminal shows.
fn wrapped(words: &[&str]) -> Vec<String> {
    const WIDTH: usize = 94;
    let mut lines: Vec<String> = vec![String::new()];
    for word in words {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + 1 + word.len() <= WIDTH => *line += &format!(" {word}"),
            _ => lines.push((*word).to_owned()),
        }
    }
    lines
}

fn checks() -> String {
    let line = |check: &Check| format!("{:<27} {:<8} {}\n", check.name(), check.severity.name(), check.page.what);
    ALL.iter().map(line).collect()
}

fn page(name: &str) -> Result<String, Failure> {
    let found = ALL.iter().find(|check| check.name() == name);
    found.map(ToString::to_string).ok_or_else(|| {
        let near = nearest(name, ALL.iter().map(Check::name));
        let hint = near.map_or("chancery help checks".to_owned(), |near| format!("chancery help check {near}"));
        Failure::Usage { message: format!("there is no check `{name}`"), hint: Some(hint) }
    })
}

fn command(words: &[&str], color: bool) -> Result<String, Failure> {
    let mut root = examples::command();
    root.build();
    let help = find(&mut root, words)?.render_long_help();
    Ok(if color { help.ansi().to_string() } else { help.to_string() })
}

/// The command that some words name, from the program as a whole downwards.
pub(super) fn find<'c>(root: &'c mut clap::Command, words: &[&str]) -> Result<&'c mut clap::Command, Failure> {
    let mut at = root;
    for word in words {
        if at.find_subcommand(word).is_none() {
            return Err(unknown(word, at));
        }
        // It was found a line above.
        at = at.find_subcommand_mut(word).ok_or(Failure::Stopped)?;
    }
    Ok(at)
}

fn unknown(word: &str, at: &clap::Command) -> Failure {
    let names: Vec<&str> = at.get_subcommands().flat_map(clap::Command::get_name_and_visible_aliases).collect();
    let topics: Vec<&str> = topics::names().chain(["topics"]).collect();
    let hint = nearest(word, names.iter().chain(&topics).copied()).map(|near| format!("chancery help {near}"));
    Failure::Usage {
        message: format!("there is no help on `{word}`"),
        hint: hint.or_else(|| {
            (!names.is_empty()).then(|| format!("there is help on {}, and `chancery help topics`", names.join(", ")))
        }),
    }
}
