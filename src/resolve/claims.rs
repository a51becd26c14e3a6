//! Claims of coverage in a world: who is not heard claims nothing, and a keeper claims all only of all accounts.

use super::World;
use super::identity::Identities;
use super::timing;
use crate::id::Id;
use crate::read::Loaded;
use crate::record::{Body, Degree, Kind, Source};
use std::sync::Arc;

/// Takes back the covers that do not hold in a world.
///
/// Sources that a world leaves out claim nothing there. What the keeper's own source claims of the collection as a
/// whole is no more than a sample where accounts of it are left out; where only some sources are heard it is not said.
pub(super) fn restrict(loaded: &mut Loaded, world: &World, identities: &Identities) {
    if world.only.is_empty() && world.without.is_empty() && world.known_on.is_none() {
        return;
    }
    let published = timing::publication_days(loaded, identities);
    let keeper = loaded.settings.source.clone();
    let had_appeared = |id: &Id| {
        let day = published.get(id);
        world.known_on.is_none_or(|known_on| day.is_some_and(|day| day.last() <= known_on))
    };
    for record in &mut loaded.records {
        let id = &record.record.head.id;
        if record.record.body.kind() != Kind::Source {
            continue;
        }
        let Body::Source(source) = Arc::make_mut(&mut record.record.body) else {
            continue;
        };
        let is_heard = (world.only.is_empty() || world.only.contains(id)) && !world.without.contains(id);
        if is_heard && keeper.as_ref() == Some(id) {
            weaken(source);
        } else if !is_heard || !had_appeared(id) {
            source.covers.clear();
        }
    }
}

fn weaken(source: &mut Source) {
    for cover in &mut source.covers {
        cover.degree = Some(Degree::Sample);
    }
}
