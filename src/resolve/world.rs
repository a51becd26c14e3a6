//! Worlds: the facts as some sources tell them, or as they were known on a day.

use super::identity::Identities;
use super::timing;
use crate::date::{Day, PointDate};
use crate::id::Id;
use crate::read::{Loaded, PlacedRecord};
use crate::record::{Body, Citation, Kind, Many};
use std::sync::Arc;
use thin_vec::ThinVec;

/// Which accounts there are. The default is: all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// Only accounts of these sources, if any are named.
    pub only: Vec<Id>,
    /// No accounts of these sources.
    pub without: Vec<Id>,
    /// Only accounts that had appeared by this day.
    pub known_on: Option<Day>,
    /// Whether the keeper's rulings are left aside.
    pub unruled: bool,
}

impl World {
    /// Whether this is the world of all accounts.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it has accounts of a source.
    pub fn hears(&self, source: &Id) -> bool {
        (self.only.is_empty() || self.only.contains(source)) && !self.without.contains(source)
    }

    /// The world in words; empty for the world of all accounts.
    pub fn words(&self) -> String {
        let list = |ids: &[Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
        let mut words = Vec::new();
        if !self.only.is_empty() {
            words.push(format!("as only {} tells", list(&self.only)));
        }
        if !self.without.is_empty() {
            words.push(format!("without {}", list(&self.without)));
        }
        if let Some(day) = self.known_on {
            words.push(format!("as known on {day}"));
        }
        if self.unruled {
            words.push("without rulings".to_owned());
        }
        words.join(", ")
    }
}

/// What a world leaves out and still uses, or counts.
pub(super) struct LeftAside {
    /// Records of tenures by other sources: they still tell in what capacity somebody came.
    pub(super) tenures: Vec<PlacedRecord>,
    /// How many accounts were left out because nobody tells when they appeared.
    pub(super) undated: usize,
}

/// Leaves out the accounts that a world does not have, and counts those whose day of appearance nobody tells.
///
/// Actors, names and places stay in every world: they need no evidence. An id that only stood on records left out is no
/// unknown one.
pub(super) fn restrict(loaded: &mut Loaded, world: &World, identities: &Identities) -> LeftAside {
    let published = timing::publication_days(loaded, identities);
    let serves_capacity = !world.only.is_empty() && world.known_on.is_none();
    let mut undated = 0;
    let mut gone = Vec::new();
    let mut tenures = Vec::new();
    loaded.records.retain_mut(|record| {
        let all = Arc::clone(&record.record.evidence);
        let day = |citation: &Citation| {
            citation.appeared.as_deref().cloned().or_else(|| published.get(&citation.source).cloned())
        };
        let stays = keep(record, world, &day, &mut undated);
        if !stays {
            gone.push(record.record.head.id.clone());
            if record.record.body.kind() == Kind::Tenure && serves_capacity {
                record.record.evidence = all;
                tenures.push(record.clone());
            }
        }
        stays
    });
    loaded.unreadable.extend(gone);
    LeftAside { tenures, undated }
}

/// Takes the citations that the world does not have out of a record; tells whether the record stays.
fn keep(
    record: &mut PlacedRecord,
    world: &World,
    day: &dyn Fn(&Citation) -> Option<PointDate>,
    undated: &mut usize,
) -> bool {
    let body = record.record.body.as_ref();
    if let Body::Ruling(ruling) = body {
        return !world.unruled && ruling.on.is_none_or(|on| world.known_on.is_none_or(|day| on <= day));
    }
    let citations = &record.record.evidence.source;
    if citations.is_empty() {
        return true;
    }
    let mut stays = |citation: &Citation| {
        let named = world.only.is_empty() || world.only.contains(&citation.source);
        named && !world.without.contains(&citation.source) && known(citation, world, day, undated)
    };
    let kept: ThinVec<Arc<Citation>> = citations.iter().filter(|citation| stays(citation)).cloned().collect();
    if kept.is_empty() {
        // What needs no evidence stays as it is.
        return !body.kind().needs_evidence();
    }
    if kept.len() < citations.len() {
        Arc::make_mut(&mut record.record.evidence).source = Many(kept);
    }
    true
}

/// Whether an account had appeared by the day of knowledge.
fn known(
    citation: &Citation,
    world: &World,
    day: &dyn Fn(&Citation) -> Option<PointDate>,
    undated: &mut usize,
) -> bool {
    let Some(known_on) = world.known_on else {
        return true;
    };
    match day(citation) {
        Some(day) => day.last() <= known_on,
        None => {
            *undated += 1;
            false
        }
    }
}
