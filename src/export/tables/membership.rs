//! Memberships: states in organizations and groupings, people in parties.

use super::{Foreign, Table, date, facts, supporting};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::record::{Body, Kind};

fields! {
    /// A membership.
    Membership {
        id: Text "The id, unique in the package.",
        who: Id "The member.",
        of: Id "The organization, forum or party.",
        kind: Text "In what way: member, observer, partner …; nothing where no source tells.",
        from: Date "The first day, as stated (EDTF).",
        until: Date "The last day, as stated (EDTF); nothing where no record ends it.",
        disputed: List "The aspects in which accounts contradict each other.",
        ruled: List "The aspects in which the keeper decided between accounts.",
        accounts: Number "How many accounts support it.",
        notes: List "Notes by the keeper.",
        selected: Flag "Whether it was selected, and is not only referred to.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let rows = facts(closure, &[Kind::Membership]).filter_map(|(fact, selected)| {
        let Some(Body::Membership(membership)) = fact.body.as_deref() else { return None };
        Some(Membership {
            id: Value::text(&fact.id),
            who: Value::text(closure.id(&membership.who)),
            of: Value::text(closure.id(&membership.of)),
            kind: Value::maybe(membership.kind),
            from: date(membership.from.as_ref()),
            until: date(membership.until.as_ref()),
            disputed: Value::list(&fact.disputed),
            ruled: Value::list(&fact.ruled),
            accounts: supporting(fact),
            notes: Value::list(&fact.notes),
            selected: Value::Flag(selected),
        })
    });
    const FOREIGN: &[Foreign] =
        &[Foreign { column: "who", table: "actors" }, Foreign { column: "of", table: "actors" }];
    let about = "Who belonged to which organization, forum or party.";
    Table::of::<Membership>("memberships", about, &["id"], rows.collect()).referring(FOREIGN)
}
