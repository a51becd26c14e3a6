//! What two states of a collection say differently: as text, JSON and Markdown. Each has one function that escapes.

mod json;
mod markdown;
mod text;

pub use json::write as write_json;
pub use markdown::write as write_markdown;
pub use text::write as write_text;

use crate::diff::{Change, Diff, State};

/// The name of an aspect, with the participant and the account where there are any.
fn label(change: &Change) -> String {
    let who = change.who.iter().map(|who| format!(" of {who}")).collect::<String>();
    let account = change.account.iter().map(|account| match account.as_str() {
        "" => " in a record without a source".to_owned(),
        account => format!(" by {account}"),
    });
    format!("{}{who}{}", change.aspect, account.collect::<String>())
}

/// An account by what it cites.
fn account(citation: &str) -> &str {
    if citation.is_empty() { "a record without a source" } else { citation }
}

/// What a state is called.
fn state(state: &State) -> String {
    let version = state.identity.version.iter().map(|version| format!(" {version}")).collect::<String>();
    let State { place, identity, facts } = state;
    let noun = if *facts == 1 { "fact" } else { "facts" };
    format!("{place} ({}{version}: {facts} {noun}, digest {})", identity.name, identity.digest)
}

/// The numbers at the end.
fn numbers(diff: &Diff) -> String {
    let Diff { added, withdrawn, changed, unchanged, .. } = diff;
    format!("{} added, {} withdrawn, {} changed, {unchanged} unchanged", added.len(), withdrawn.len(), changed.len())
}
