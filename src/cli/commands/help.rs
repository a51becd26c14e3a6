//! `help [TOPIC…]`: the help of a command, or the page of a check.

use crate::cli::ui::Ui;
use crate::cli::{Cli, Failure};
use chancery::check::{ALL, Check};
use chancery::names::nearest;
use clap::CommandFactory;
use std::process::ExitCode;

/// Print this message, the help of a command, or the page of a check (`help check NAME`, `help checks`)
#[derive(Debug, clap::Args)]
pub(crate) struct HelpArgs {
    /// A command, `checks`, or `check` and the name of one
    topic: Vec<String>,
}

/// Prints help.
pub(super) fn run(args: &HelpArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    let topic: Vec<&str> = args.topic.iter().map(String::as_str).collect();
    let text = match topic.as_slice() {
        ["checks"] => checks(),
        ["check", name] => page(name)?,
        words => command(words, ui.colors_answers())?,
    };
    ui.answer(None, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
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
    let mut root = Cli::command();
    root.build();
    let mut at = &mut root;
    for word in words {
        if at.find_subcommand(word).is_none() {
            return Err(unknown(word, at));
        }
        // It was found a line above, so that what is beside it is never taken.
        at = match at.find_subcommand_mut(word) {
            Some(found) => found,
            None => return Ok(String::new()),
        };
    }
    let help = at.render_long_help();
    Ok(if color { help.ansi().to_string() } else { help.to_string() })
}

fn unknown(word: &str, at: &clap::Command) -> Failure {
    let names: Vec<&str> = at.get_subcommands().flat_map(clap::Command::get_name_and_visible_aliases).collect();
    let hint = nearest(word, names.iter().copied()).map(|near| format!("chancery help {near}"));
    Failure::Usage {
        message: format!("there is no help on `{word}`"),
        hint: hint.or_else(|| (!names.is_empty()).then(|| format!("there is help on {}, checks", names.join(", ")))),
    }
}
