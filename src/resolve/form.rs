//! What a record says in a form that can be read but is not allowed.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Body, Event, Medium};

/// The word for a capacity that is no office; an office of this name could never be told from it.
const PRIVATE: &str = "private";

/// The problem of an office with the name of a capacity, or of a call in person.
pub(super) fn check(loaded: &Loaded, item: &PlacedRecord) -> Option<Diagnostic> {
    let id = &item.record.head.id;
    match item.record.body.as_ref() {
        Body::Office(_) if id.as_str() == PRIVATE => Some(private_office(loaded, item, id)),
        Body::Event(Event::Call(call)) if call.shared.medium == Some(Medium::InPerson) => {
            Some(call_in_person(loaded, item, id))
        }
        _ => None,
    }
}

fn private_office(loaded: &Loaded, item: &PlacedRecord, id: &Id) -> Diagnostic {
    let message = "no office may have the id `private`, which stands for taking part without an office";
    let problem = loaded.problem(item, Spot::own(id), |span| Diagnostic::error(Code::Parse, span, message));
    problem.with_hint("give the office another id")
}

fn call_in_person(loaded: &Loaded, item: &PlacedRecord, id: &Id) -> Diagnostic {
    let message = format!("the call `{id}` cannot be in person");
    let problem = loaded.problem(item, Spot::field("medium"), |span| Diagnostic::error(Code::Parse, span, message));
    problem.with_hint("write `Phone` or `Video`; people who met in person had a `Meeting`")
}
