//! The aspects that denials and rulings name: a misspelt one would deny or decide nothing, and nobody would know.

use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::model::Fact;
use crate::names::nearest;
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Body, Kind, aspects, aspects_of_participants};

/// The problem of an aspect that the fact in question does not have. The facts lie in the order of their ids.
pub(super) fn check(
    loaded: &Loaded,
    item: &PlacedRecord,
    facts: &[Fact],
    identities: &Identities,
) -> Option<Diagnostic> {
    let (of, aspect, who) = match item.record.body.as_ref() {
        Body::Denial(denial) => (&denial.of, denial.aspect.as_deref()?, denial.who.as_ref()),
        Body::Ruling(ruling) => (&ruling.of, ruling.aspect.as_str(), ruling.who.as_ref()),
        _ => return None,
    };
    let of = identities.canonical(of);
    // What a fact is that no record describes nobody can know.
    let at = facts.binary_search_by(|fact| fact.id.cmp(&of)).ok()?;
    let kind = facts.get(at)?.kind()?;
    misnamed(kind, aspect, who).map(|wrong| problem(loaded, item, wrong))
}

/// What is wrong, and what to write.
struct Misnamed {
    message: String,
    hint: String,
}

fn misnamed(kind: Kind, aspect: &str, who: Option<&Id>) -> Option<Misnamed> {
    let (own, of_participants) = (aspects(kind), aspects_of_participants(kind));
    let known = if who.is_some() { of_participants } else { own.as_slice() };
    if known.contains(&aspect) {
        return None;
    }
    let kind = kind.with_article();
    let message = match who {
        Some(_) if known.is_empty() => format!("{kind} has no participants, so that `{aspect}` is no aspect of one"),
        Some(_) => format!("`{aspect}` is no aspect of a participant in {kind}"),
        None => format!("`{aspect}` is no aspect of {kind}"),
    };
    let hint = match (who, nearest(aspect, known.iter().copied())) {
        (None, _) if of_participants.contains(&aspect) => {
            "it is one of a participant: name the participant in `who`".to_owned()
        }
        (Some(_), _) if own.contains(&aspect) => "it is one of the whole fact: leave out `who`".to_owned(),
        (_, Some(near)) => format!("did you mean `{near}`?"),
        (_, None) if known.is_empty() => "leave out `who`: only events have participants".to_owned(),
        (_, None) => format!("write one of {}", known.join(", ")),
    };
    Some(Misnamed { message, hint })
}

fn problem(loaded: &Loaded, item: &PlacedRecord, Misnamed { message, hint }: Misnamed) -> Diagnostic {
    let at = |span| Diagnostic::error(Code::UnknownAspect, span, message);
    loaded.problem(item, Spot::field("aspect"), at).with_hint(hint)
}
