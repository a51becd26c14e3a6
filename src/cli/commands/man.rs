//! `man [COMMAND…]`: pages for `man`.

use crate::cli::examples;
use crate::cli::ui::Ui;
use crate::cli::{Failure, commands::help};
use clap::Command;
use clap_mangen::Man;
use std::path::PathBuf;
use std::process::ExitCode;

/// Pages for `man`: one, or all into a folder
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A page is read with `chancery man meetings | man -l -`; those of a folder in `man1` of a path of man."
)]
pub(crate) struct ManArgs {
    /// The command; without one, the program as a whole
    #[arg(conflicts_with = "to")]
    command: Vec<String>,
    /// Write all pages into this folder, which is made where there is none
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

/// Prints a page, or writes all.
pub(super) fn run(args: &ManArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    let mut root = examples::command();
    root.build();
    match &args.to {
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            let mut pages = Vec::new();
            collect(&root, "chancery", &mut pages);
            for (name, command) in &pages {
                ui.answer(Some(&folder.join(format!("{name}.1"))), &page(name, command)?)?;
            }
            ui.note(&format!("{} pages were written into {}", pages.len(), folder.display()));
        }
        None => {
            let words: Vec<&str> = args.command.iter().map(String::as_str).collect();
            let name = std::iter::once("chancery").chain(words.iter().copied()).collect::<Vec<_>>().join("-");
            ui.answer(None, &page(&name, help::find(&mut root, &words)?)?)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Every command with the name of its page.
fn collect<'c>(command: &'c Command, name: &str, pages: &mut Vec<(String, &'c Command)>) {
    pages.push((name.to_owned(), command));
    for sub in command.get_subcommands() {
        collect(sub, &format!("{name}-{}", sub.get_name()), pages);
    }
}

fn page(name: &str, command: &Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    let path = name.strip_prefix("chancery").unwrap_or_default().trim_start_matches('-').replace('-', " ");
    let command = command.clone().display_name(name.to_owned()).name(name.to_owned());
    Man::new(command).section("1").manual("Chancery").render(&mut page)?;
    page.extend(section(&path).into_bytes());
    Ok(page)
}

/// The examples of a command, as roff has them.
fn section(path: &str) -> String {
    let lines: String = examples::of(path).map(|line| line.replace('\\', r"\e").replace('-', r"\-") + "\n").collect();
    if lines.is_empty() { String::new() } else { format!(".SH EXAMPLES\n.nf\n{lines}.fi\n") }
}
