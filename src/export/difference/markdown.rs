//! As Markdown, for a change that is talked over: a table for each list.

use super::{account, label, numbers, state};
use crate::diff::{Changed, Diff, Entry};
use crate::export::markdown::escape;
use std::io;

/// Writes what differs.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(diff: &Diff, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "From {} to {}: {}.", escape(&state(&diff.before)), escape(&state(&diff.after)), numbers(diff))?;
    list("Added", &diff.added, out)?;
    list("Withdrawn", &diff.withdrawn, out)?;
    if diff.changed.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Changed\n\n| fact | aspect | before | after |\n|---|---|---|---|")?;
    diff.changed.iter().try_for_each(|one| changed(one, out))
}

fn list(title: &str, entries: &[Entry], out: &mut dyn io::Write) -> io::Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {title}\n\n| id | kind | name |\n|---|---|---|")?;
    for entry in entries {
        writeln!(out, "| {} | {} | {} |", escape(entry.id.as_str()), entry.kind, escape(&entry.name))?;
    }
    Ok(())
}

fn changed(changed: &Changed, out: &mut dyn io::Write) -> io::Result<()> {
    let id = escape(changed.fact.id.as_str());
    let cell = |text: &Option<String>| text.as_deref().map(escape).unwrap_or_default();
    for change in &changed.aspects {
        let (before, after) = (cell(&change.before), cell(&change.after));
        writeln!(out, "| {id} | {} | {before} | {after} |", escape(&label(change)))?;
    }
    for citation in &changed.accounts_added {
        writeln!(out, "| {id} | account |  | {} |", escape(account(citation)))?;
    }
    for citation in &changed.accounts_withdrawn {
        writeln!(out, "| {id} | account | {} |  |", escape(account(citation)))?;
    }
    Ok(())
}
