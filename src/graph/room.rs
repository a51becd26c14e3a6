//! Rooms: who was present at one event, on which side, by what means.

use super::{KnowledgeGraph, NodeId, Side};
use crate::model::{Certainty, Part};
use crate::record::{Event, Kind, Medium, MeetingFormat, Mode, Part as PartKind, Presence, Slot};

/// A participant who was there.
#[derive(Clone, Debug)]
pub struct Seat<'g> {
    /// Who.
    pub actor: NodeId,
    /// The participation.
    pub part: &'g Part,
    /// Its place in the event's list.
    pub number: u32,
    /// Whom the participant stood for.
    pub side: Side,
    /// By what means the participant took part.
    pub mode: Mode,
}

impl Seat<'_> {
    /// Whether the participant counts as having met others: principals and members of a delegation do.
    pub fn meets(&self) -> bool {
        matches!(self.part.kind, PartKind::Principal | PartKind::Delegation)
    }

    /// The actors at the side; none where it is not known.
    fn actors(&self) -> &[NodeId] {
        &self.side.actors
    }

    /// Whether the participant was a principal.
    pub fn is_principal(&self) -> bool {
        self.part.kind == PartKind::Principal
    }
}

/// Who was present at an event.
#[derive(Clone, Debug)]
pub struct Room<'g> {
    /// The event.
    pub event: NodeId,
    /// What kind of event.
    pub kind: Kind,
    /// In what form people met, for a meeting.
    pub format: Option<MeetingFormat>,
    /// Everybody present, in the order of the event's list.
    pub seats: Vec<Seat<'g>>,
}

impl<'g> Room<'g> {
    /// Looks into the room. Costs the number of participants.
    pub fn of(graph: &'g KnowledgeGraph, event: NodeId) -> Option<Self> {
        let fact = graph.fact(event);
        let body = fact.event()?;
        let parts = fact.parts.iter().zip(0_u32..);
        let seats = parts.filter_map(|(part, number)| {
            let mode = mode_of(body, part)?;
            let actor = graph.node_of(&part.who)?;
            Some(Seat { actor, part, number, side: graph.side(event, part), mode })
        });
        let format = match body {
            Event::Meeting(meeting) => meeting.format,
            _ => None,
        };
        Some(Self { event, kind: body.kind(), format, seats: seats.collect() })
    }

    /// How many different sides sat in the room. Participants without a known side count together as one; who stood for
    /// several sides that others stood for as well is no further one.
    pub fn sides(&self) -> usize {
        let mut sides: Vec<&[NodeId]> = self.seats.iter().filter(|seat| seat.meets()).map(Seat::actors).collect();
        sides.sort_unstable_by_key(|side| (side.len(), *side));
        sides.dedup();
        let within = |side: &[NodeId], of: &[NodeId]| !side.is_empty() && side.iter().all(|one| of.contains(one));
        let further = |at: usize, side: &[NodeId]| !sides.iter().take(at).any(|smaller| within(smaller, side));
        sides.iter().enumerate().filter(|(at, side)| further(*at, side)).count()
    }

    /// Whether more than two sides sat in the room, so that it gives no pairs unless asked.
    pub fn is_multilateral(&self) -> bool {
        self.format == Some(MeetingFormat::Multilateral) || self.sides() > 2
    }

    /// Whether two of those present met: they were not on the same side. Where all are on one side, all met.
    pub fn met(&self, a: &Seat<'_>, b: &Seat<'_>) -> Option<Certainty> {
        if a.actor == b.actor || !a.meets() || !b.meets() {
            return None;
        }
        // A message joins its sender with whom it is addressed to, and neither side within itself.
        if self.kind == Kind::Message && a.part.slot == b.part.slot {
            return None;
        }
        let among = self.occurrence(a).and(self.occurrence(b));
        let all_on_one = self.sides() < 2;
        match a.side.same(&b.side) {
            _ if all_on_one => Some(among),
            // Two whose sides nobody tells may well have come together.
            None if a.actors().is_empty() && b.actors().is_empty() => Some(among.and(Certainty::Possible)),
            Some(Certainty::Certain) => None,
            Some(_) => Some(among.and(Certainty::Possible)),
            None => Some(among),
        }
    }

    /// How surely a participant was there.
    fn occurrence(&self, seat: &Seat<'_>) -> Certainty {
        if seat.part.disputed { Certainty::Disputed } else { Certainty::Certain }
    }

    /// Everybody who met a participant, with how surely.
    pub fn partners<'s>(&'s self, of: &'s Seat<'g>) -> impl Iterator<Item = (&'s Seat<'g>, Certainty)> {
        self.seats.iter().filter_map(move |seat| Some((seat, self.met(of, seat)?)))
    }

    /// The means by which two of those present were in contact.
    pub fn mode(&self, a: &Seat<'_>, b: &Seat<'_>) -> Mode {
        a.mode.max(b.mode)
    }
}

/// By what means an event took place: in writing for messages, by telephone for calls, in person for others, unless
/// its account says otherwise. Documents and statements have none.
pub fn event_mode(event: &Event) -> Option<Mode> {
    let silent = match event.kind() {
        Kind::Message => return Some(Mode::Written),
        Kind::Document | Kind::Statement => return None,
        Kind::Call => Medium::Phone,
        _ => Medium::InPerson,
    };
    Some(match event.shared().medium.unwrap_or(silent) {
        Medium::InPerson => Mode::InPerson,
        Medium::Phone => Mode::Phone,
        Medium::Video => Mode::Video,
    })
}

/// By what means somebody took part; `None` for those who were not there.
fn mode_of(event: &Event, part: &Part) -> Option<Mode> {
    let own = event_mode(event)?;
    match part.slot {
        Slot::From | Slot::To => return Some(own),
        Slot::Participants | Slot::Visitors => {}
        Slot::ConveyedBy | Slot::Signatories | Slot::Speaker => return None,
    }
    match part.presence {
        Presence::Present => Some(own),
        Presence::Video => Some(Mode::Video),
        Presence::Phone => Some(Mode::Phone),
        Presence::Absent | Presence::Expected => None,
    }
}
