//! For people at a terminal: a line a fact, and a line below for each aspect.

use super::{account, label, numbers, state};
use crate::diff::{Changed, Diff, Entry};
use crate::export::terminal::Charset;
use std::io;

/// Writes what differs.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(diff: &Diff, out: &mut dyn io::Write) -> io::Result<()> {
    line(out, "", &format!("from {}", state(&diff.before)))?;
    line(out, "", &format!("to   {}", state(&diff.after)))?;
    let mut all: Vec<(&Entry, &str, Option<&Changed>)> = Vec::new();
    all.extend(diff.added.iter().map(|entry| (entry, "+", None)));
    all.extend(diff.withdrawn.iter().map(|entry| (entry, "-", None)));
    all.extend(diff.changed.iter().map(|changed| (&changed.fact, "~", Some(changed))));
    all.sort_by_key(|(entry, mark, _)| (&entry.id, *mark));
    for (entry, mark, changed) in all {
        line(out, "", &head(entry, mark))?;
        if let Some(changed) = changed {
            below(changed, out)?;
        }
    }
    line(out, "", &numbers(diff))
}

fn head(entry: &Entry, mark: &str) -> String {
    let name = if entry.name == entry.id.as_str() { String::new() } else { format!(": {}", entry.name) };
    format!("{mark} {} {}{name}", entry.kind, entry.id)
}

/// What is to be said about a fact that changed.
fn below(changed: &Changed, out: &mut dyn io::Write) -> io::Result<()> {
    for change in &changed.aspects {
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "(nothing)".to_owned());
        line(out, "    ", &format!("{}: {} → {}", label(change), said(&change.before), said(&change.after)))?;
    }
    for citation in &changed.accounts_added {
        line(out, "    ", &format!("account added: {}", account(citation)))?;
    }
    for citation in &changed.accounts_withdrawn {
        line(out, "    ", &format!("account withdrawn: {}", account(citation)))?;
    }
    Ok(())
}

/// One line, in which nothing of a fact speaks to the terminal.
fn line(out: &mut dyn io::Write, indent: &str, text: &str) -> io::Result<()> {
    writeln!(out, "{indent}{}", Charset::Unicode.show(text))
}
