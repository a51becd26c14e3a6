//! As JSON (RFC 8259), one value for the whole comparison.

use crate::diff::{Change, Changed, Diff, Entry, State};
use serde_json::{Value, json};
use std::io;

/// Writes what differs.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(diff: &Diff, out: &mut dyn io::Write) -> io::Result<()> {
    let value = json!({
        "chancery": 1,
        "before": state(&diff.before),
        "after": state(&diff.after),
        "count": {
            "added": diff.added.len(),
            "withdrawn": diff.withdrawn.len(),
            "changed": diff.changed.len(),
            "unchanged": diff.unchanged,
        },
        "added": diff.added.iter().map(entry).collect::<Vec<_>>(),
        "withdrawn": diff.withdrawn.iter().map(entry).collect::<Vec<_>>(),
        "changed": diff.changed.iter().map(changed).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

fn state(state: &State) -> Value {
    let identity = &state.identity;
    json!({
        "place": state.place,
        "name": identity.name,
        "version": identity.version,
        "digest": identity.digest,
        "facts": state.facts,
    })
}

fn entry(entry: &Entry) -> Value {
    json!({"id": entry.id.as_str(), "kind": entry.kind.name(), "name": entry.name})
}

fn changed(changed: &Changed) -> Value {
    let mut value = entry(&changed.fact);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("aspects".to_owned(), changed.aspects.iter().map(change).collect());
        fields.insert("accounts_added".to_owned(), json!(changed.accounts_added));
        fields.insert("accounts_withdrawn".to_owned(), json!(changed.accounts_withdrawn));
    }
    value
}

fn change(change: &Change) -> Value {
    json!({
        "aspect": change.aspect,
        "who": change.who.as_ref().map(crate::id::Id::as_str),
        "account": change.account,
        "before": change.before,
        "after": change.after,
    })
}
