//! Entities of FollowTheMoney (followthemoney.tech, model 4), one JSON object a line.
//!
//! Actors become Person, PublicBody, Company and Organization, posts Position, tenures Occupancy, places Address,
//! sources Article. An event is an Event, and every part in it a link of its own, as the model cannot say of a
//! property how sure it is: `involved` names only those whom nothing disputes and who were there.

mod actor;
mod entity;
mod event;
mod evidence;
mod office;

use super::closure::Closure;
use super::selection::Selection;
use crate::record::{Body, Kind};
use entity::{Entity, Ids};
use std::io;

/// Writes the entities of a selection, in the order of the ids of facts. All escaping is done by `serde_json`.
pub(super) fn entities(selection: &Selection<'_>) -> io::Result<Vec<u8>> {
    let closure = Closure::of(selection);
    let ids = Ids::new(&closure);
    let mut bytes = Vec::new();
    for (fact, _) in closure.iter() {
        let own = match fact.body.as_deref() {
            Some(Body::Event(event)) => event::entities(&ids, fact, event),
            Some(Body::Office(office)) => vec![office::position(&ids, fact, office)],
            Some(Body::Tenure(tenure)) => office::occupancy(&ids, fact, tenure).into_iter().collect(),
            Some(Body::Membership(membership)) => actor::membership(&ids, fact, membership).into_iter().collect(),
            Some(Body::Place(place)) => vec![actor::address(&ids, fact, place)],
            Some(Body::Source(source)) => vec![evidence::article(&ids, fact, source)],
            Some(body) if fact.kind().is_some_and(Kind::is_actor) => vec![actor::actor(&ids, fact, body)],
            Some(body) => evidence::judgement(&ids, fact, body),
            None => Vec::new(),
        };
        let links = if own.is_empty() { Vec::new() } else { evidence::documentation(&ids, fact) };
        for entity in own.into_iter().chain(links) {
            serde_json::to_writer(&mut bytes, &Entity::json(entity))?;
            bytes.push(b'\n');
        }
    }
    Ok(bytes)
}
