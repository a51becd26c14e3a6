//! Participations: what all accounts of an event say of each actor.

use super::identity::Identities;
use super::ruling;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{Id, IdMap, IdSet};
use crate::model::{Account, Aspect, Fact, Part, StatedCapacity};
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Body, Event, Kind, Part as PartKind, Participation, Presence, Slot, Status};
use std::collections::BTreeSet;

/// Joins the participations of the accounts that support the event as it stands.
pub(super) fn parts(fact: &Fact, status: Status, identities: &Identities) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut known = Known::default();
    for (number, account) in fact.accounts.iter().enumerate() {
        let Body::Event(event) = account.heard.as_ref() else {
            continue;
        };
        if !account.supports(status) {
            continue;
        }
        for (slot, stated) in event.participations() {
            let who = identities.canonical(&stated.who);
            let at = known.find(&parts, &who, slot).unwrap_or_else(|| {
                parts.push(Part::of(who, slot));
                known.note(&parts)
            });
            if let Some(part) = parts.get_mut(at) {
                add(part, stated, number);
            }
        }
    }
    add_announced(fact, status, &mut parts, &known, identities);
    parts.shrink_to_fit();
    parts
}

/// Where the participations of an actor stand, by field: among few they are looked for, of many there is a table.
#[derive(Default)]
struct Known(IdMap<Vec<usize>>);

impl Known {
    /// So many participations are few.
    const FEW: usize = 16;

    fn find(&self, parts: &[Part], who: &Id, slot: Slot) -> Option<usize> {
        let is_it = |part: &Part| part.slot == slot && part.who == *who;
        if parts.len() <= Self::FEW {
            return parts.iter().position(is_it);
        }
        let places = self.0.get(who)?;
        places.iter().copied().find(|at| parts.get(*at).is_some_and(is_it))
    }

    /// Notes the last part; gives its place.
    fn note(&mut self, parts: &[Part]) -> usize {
        let from = match parts.len() {
            few if few <= Self::FEW => few,
            more if more == Self::FEW + 1 => 0,
            more => more - 1,
        };
        for (at, part) in parts.iter().enumerate().skip(from) {
            self.0.entry(part.who.clone()).or_default().push(at);
        }
        parts.len() - 1
    }
}

/// Adds in what capacity accounts announced those who then took part: each with who said so.
fn add_announced(fact: &Fact, status: Status, parts: &mut [Part], known: &Known, identities: &Identities) {
    for (number, account) in fact.accounts.iter().enumerate() {
        let Body::Event(event) = account.heard.as_ref() else {
            continue;
        };
        if !account.announced(status) {
            continue;
        }
        for (slot, stated) in event.participations() {
            let at = known.find(parts, &identities.canonical(&stated.who), slot);
            if let Some(part) = at.and_then(|at| parts.get_mut(at)) {
                add_capacities(part, stated, number);
            }
        }
    }
}

fn add_capacities(part: &mut Part, stated: &Participation, account: usize) {
    part.capacities.reserve_exact(stated.capacities.len().saturating_sub(part.capacities.len()));
    for capacity in &stated.capacities {
        match part.capacities.iter_mut().find(|known| known.capacity == *capacity) {
            Some(known) => known.accounts.push(account),
            None => {
                part.capacities.push(StatedCapacity { capacity: capacity.clone(), accounts: vec![account] });
            }
        }
    }
}

/// Takes over what one account states.
fn add(part: &mut Part, stated: &Participation, account: usize) {
    let first = part.accounts.is_empty();
    add_capacities(part, stated, account);
    add_presence(part, stated.presence, first);
    part.disputed |= differs(part.stands_for.as_ref(), stated.stands_for.as_ref());
    if part.kind == PartKind::Principal {
        part.kind = stated.part.unwrap_or(PartKind::Principal);
    }
    part.role = part.role.or(stated.role);
    part.stands_for = part.stands_for.take().or_else(|| stated.stands_for.clone());
    part.reason = part.reason.take().or_else(|| stated.reason.clone());
    part.when = part.when.take().or_else(|| stated.when.clone());
    part.printed = part.printed.take().or_else(|| stated.printed.clone());
    part.lead |= stated.lead == Some(true);
    part.accounts.push(account);
}

/// Joins whether somebody was there. Where one account has the participant present and another absent, that is disputed
/// and the participant keeps a place among those present, so that the row can be shown; what was only expected gives
/// way, and how somebody took part is more than that somebody did.
fn add_presence(part: &mut Part, stated: Option<Presence>, first: bool) {
    let presence = stated.unwrap_or(Presence::Present);
    let absent = |presence| presence == Presence::Absent;
    part.disputed |= !first && absent(presence) != absent(part.presence) && !open(presence) && !open(part.presence);
    let weight = |presence| match presence {
        Presence::Expected => 0,
        Presence::Absent => 1,
        Presence::Present => 2,
        Presence::Video | Presence::Phone => 3,
    };
    if first || weight(presence) > weight(part.presence) {
        part.presence = presence;
    }
}

/// Whether it is left open if the participant came.
fn open(presence: Presence) -> bool {
    presence == Presence::Expected
}

fn differs<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Marks participants whom a supporting account with a complete list leaves out. A list of those present need not name
/// the absent, and one that a ruling passes over says nothing.
pub(super) fn dispute(fact: &mut Fact, status: Status, identities: &Identities) {
    if fact.accounts.len() == 1 {
        // One account leaves out none of those that it names.
        return mark(fact);
    }
    let complete = |account: &&Account| match account.heard.as_ref() {
        Body::Event(event) => account.supports(status) && event.shared().complete == Some(true),
        _ => false,
    };
    let lists: Vec<(usize, &Account)> = fact.accounts.iter().enumerate().filter(|(_, one)| complete(one)).collect();
    let leaves_out = |part: &Part| {
        let named: BTreeSet<usize> = part.accounts.iter().copied().collect();
        let rulings = ruling::on_participation(fact, &part.who, identities);
        let speaks = |account: &Account| !rulings.iter().any(|ruling| ruling::is_passed_over(account, ruling));
        lists.iter().any(|(number, account)| !named.contains(number) && speaks(account))
    };
    let named = |part: &Part| !matches!(part.presence, Presence::Absent | Presence::Expected);
    let left_out: Vec<bool> = fact.parts.iter().map(|part| named(part) && leaves_out(part)).collect();
    for (part, left_out) in fact.parts.iter_mut().zip(left_out) {
        part.disputed |= left_out;
    }
    mark(fact);
}

/// Marks the participations that are disputed by themselves.
fn mark(fact: &mut Fact) {
    for part in fact.parts.iter().filter(|part| part.disputed) {
        let name = "participation".to_owned();
        fact.disputed.push(Aspect { name, who: Some(part.who.clone()) });
    }
}

/// The problem of a meeting or call in which one record names a participant twice.
pub(super) fn check_self_meeting(loaded: &Loaded, item: &PlacedRecord, identities: &Identities) -> Option<Diagnostic> {
    let Body::Event(event) = item.record.body.as_ref() else {
        return None;
    };
    meets_oneself(event, identities).map(|twice| self_meeting(loaded, item, twice))
}

fn meets_oneself<'a>(event: &'a Event, identities: &Identities) -> Option<&'a Id> {
    if !matches!(event.kind(), Kind::Meeting | Kind::Call) {
        return None;
    }
    let people = &event.shared().participants;
    if people.len() <= Known::FEW {
        let are_one = |a: &Participation, b: &Participation| identities.known_as(&a.who) == identities.known_as(&b.who);
        let is_second = |at: usize, one: &Participation| people.iter().take(at).any(|other| are_one(other, one));
        return people.iter().enumerate().find(|(at, one)| is_second(*at, one)).map(|(_, one)| &one.who);
    }
    let mut seen = IdSet::with_capacity_and_hasher(people.len(), Default::default());
    people.iter().map(|one| &one.who).find(|who| !seen.insert(identities.canonical(who)))
}

fn self_meeting(loaded: &Loaded, item: &PlacedRecord, who: &Id) -> Diagnostic {
    let message = format!("`{who}` is named twice in `{}`: nobody meets themselves", item.record.head.id);
    // Where two ids of one person stand, the second one is found at its first use.
    loaded
        .problem(item, Spot::used("participants", who).after(1), |span| {
            Diagnostic::error(Code::SelfMeeting, span, message)
        })
        .with_hint("name each participant once; several capacities go in one list: `as: [\"…\", \"…\"]`")
}
