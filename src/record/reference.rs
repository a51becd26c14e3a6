//! The ids that a record uses, and what kinds of facts they may name.

use super::{
    Body, Capacity, Citation, Different, Event, Evidence, Kind, Participation, Record, SameAs, Shared, TallyOf,
    TallySelection,
};
use crate::id::Id;

/// What kind of fact a field may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any fact.
    Any,
    /// A person, state, party, organization or forum.
    Actor,
    /// An actor, or a session that receives messages.
    ActorOrSession,
    /// A person.
    Person,
    /// A state.
    State,
    /// A state or an organization, as the destination of a visit.
    Destination,
    /// An office.
    Office,
    /// A forum, organization or party, as what holds sessions and has members.
    Body,
    /// An office or an actor.
    OfficeOrActor,
    /// A place or a state.
    Place,
    /// An event.
    Event,
    /// An event, or a forum under which events stand.
    EventOrForum,
    /// A source.
    Source,
}

impl Expected {
    /// Whether a fact of this kind may stand here.
    pub fn admits(self, kind: Kind) -> bool {
        match self {
            Self::Any => true,
            Self::Actor => kind.is_actor(),
            Self::ActorOrSession => kind.is_actor() || kind == Kind::Session,
            Self::Person => kind == Kind::Person,
            Self::State => kind == Kind::State,
            Self::Destination => matches!(kind, Kind::State | Kind::Organization),
            Self::Office => kind == Kind::Office,
            Self::Body => matches!(kind, Kind::Forum | Kind::Organization | Kind::Party),
            Self::OfficeOrActor => kind == Kind::Office || kind.is_actor(),
            Self::Place => matches!(kind, Kind::Place | Kind::State),
            Self::Event => kind.is_event(),
            Self::EventOrForum => kind.is_event() || kind == Kind::Forum,
            Self::Source => kind == Kind::Source,
        }
    }

    /// What is expected, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Any => "a fact",
            Self::Actor => "an actor",
            Self::ActorOrSession => "an actor or a session",
            Self::Person => "a person",
            Self::State => "a state",
            Self::Destination => "a state or an organization",
            Self::Office => "an office",
            Self::Body => "a forum, organization or party",
            Self::OfficeOrActor => "an office or an actor",
            Self::Place => "a place or a state",
            Self::Event => "an event",
            Self::EventOrForum => "an event or a forum",
            Self::Source => "a source",
        }
    }
}

/// One use of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The field.
    pub field: &'static str,
    /// The id.
    pub id: &'a Id,
    /// What it may name.
    pub expected: Expected,
}

/// Hands every use of an id on.
struct Collector<F>(F);

impl<'a, F: FnMut(Reference<'a>)> Collector<F> {
    fn add(&mut self, field: &'static str, id: &'a Id, expected: Expected) {
        (self.0)(Reference { field, id, expected });
    }

    fn all(&mut self, field: &'static str, ids: impl IntoIterator<Item = &'a Id>, expected: Expected) {
        for id in ids {
            self.add(field, id, expected);
        }
    }

    fn evidence(&mut self, evidence: &'a Evidence) {
        for citation in &evidence.source {
            let Citation { source, says, .. } = citation.as_ref();
            self.add("source", source, Expected::Source);
            self.all("says", says, Expected::Actor);
        }
    }

    fn participation(&mut self, field: &'static str, one: &'a Participation, expected: Expected) {
        self.add(field, &one.who, expected);
        for capacity in &one.capacities {
            match capacity {
                Capacity::Office(id) | Capacity::Former(id) | Capacity::Elect(id) => {
                    self.add("as", id, Expected::Office);
                }
                Capacity::EnvoyOf(id) => self.add("as", id, Expected::Actor),
                Capacity::Private => {}
            }
        }
        self.all("for", &one.stands_for, Expected::Actor);
    }

    fn shared(&mut self, shared: &'a Shared) {
        self.all("place", &shared.place, Expected::Place);
        self.all("part_of", &shared.part_of, Expected::EventOrForum);
        self.all("beside", &shared.beside, Expected::EventOrForum);
        self.all("after", &shared.after, Expected::Event);
        self.all("about", &shared.about, Expected::Any);
        self.all("requested_by", shared.requested_by.iter().flat_map(|list| list.iter()), Expected::Actor);
        self.all("hosted_by", &shared.hosted_by, Expected::Actor);
        self.all("invited_by", &shared.invited_by, Expected::Actor);
    }

    fn event(&mut self, event: &'a Event) {
        self.shared(event.shared());
        for (slot, one) in event.participations() {
            self.participation(slot.name(), one, Expected::ActorOrSession);
        }
        match event {
            Event::Visit(visit) => {
                self.all("to", &visit.to, Expected::Destination);
                self.all("legs", visit.legs.iter().map(|leg| &leg.place), Expected::Place);
            }
            Event::Session(session) => self.add("of", &session.of, Expected::Body),
            Event::Document(document) => {
                self.all("issued_by", &document.issued_by, Expected::ActorOrSession);
                self.all("adopted", &document.adopted, Expected::Event);
            }
            Event::Statement(statement) => self.all("to", &statement.to, Expected::ActorOrSession),
            Event::Meeting(_) | Event::Call(_) | Event::Activity(_) | Event::Message(_) => {}
        }
    }

    fn selection(&mut self, of: &'a TallySelection) {
        for list in [&of.who, &of.with, &of.by] {
            self.all("of", list, Expected::OfficeOrActor);
        }
        self.all("of", &of.to, Expected::Any);
    }

    fn body(&mut self, body: &'a Body) {
        match body {
            Body::Event(event) => self.event(event),
            Body::State(state) => self.all("succeeds", &state.succeeds, Expected::State),
            Body::Party(party) => {
                self.all("of", &party.of, Expected::Actor);
                self.all("ruling", party.ruling.iter().map(|ruled| &ruled.of), Expected::State);
            }
            Body::Organization(organization) => self.all("of", &organization.of, Expected::Actor),
            Body::Forum(forum) => self.all("of", &forum.of, Expected::Actor),
            Body::Office(office) => {
                self.add("of", &office.of, Expected::Actor);
                self.all("to", &office.to, Expected::Actor);
            }
            Body::Tenure(tenure) => {
                self.add("person", &tenure.person, Expected::Person);
                self.add("office", &tenure.office, Expected::Office);
            }
            Body::Membership(membership) => {
                self.add("who", &membership.who, Expected::Actor);
                self.add("of", &membership.of, Expected::Body);
            }
            Body::Place(place) => {
                self.all("within", place.within.iter().map(|within| &within.place), Expected::Place);
            }
            Body::Person(_) | Body::Topic(_) => {}
            Body::Expect(expect) => self.add("of", &expect.of, Expected::Any),
            judgement => self.judgement(judgement),
        }
    }

    fn judgement(&mut self, body: &'a Body) {
        match body {
            Body::Initiative(initiative) => {
                let proposers = initiative.proposed_by.iter().flat_map(|list| list.iter());
                self.all("proposed_by", proposers, Expected::Actor);
            }
            Body::Source(source) => {
                self.all("translation_of", &source.translation_of, Expected::Source);
                self.all("voice", &source.voice, Expected::Actor);
                self.all("reprint_of", &source.reprint_of, Expected::Source);
                for cover in &source.covers {
                    for list in [&cover.who, &cover.with, &cover.by, &cover.to] {
                        self.all("covers", list, Expected::Any);
                    }
                }
            }
            Body::Denial(denial) => {
                self.add("of", &denial.of, Expected::Any);
                self.all("who", &denial.who, Expected::Actor);
            }
            Body::Retraction(retraction) => {
                self.add("of", &retraction.of, Expected::Any);
                let sources = retraction.withdraws.iter().map(|locus| &locus.source);
                self.all("withdraws", sources, Expected::Source);
            }
            Body::SameAs(SameAs { a, b }) | Body::Different(Different { a, b }) => {
                self.add("a", a, Expected::Any);
                self.add("b", b, Expected::Any);
            }
            Body::Ruling(ruling) => {
                self.add("of", &ruling.of, Expected::Any);
                self.all("who", &ruling.who, Expected::Actor);
                for (field, loci) in [("prefers", &ruling.prefers), ("over", &ruling.over)] {
                    self.all(field, loci.iter().map(|locus| &locus.source), Expected::Source);
                }
            }
            Body::Tally(tally) => match &tally.of {
                TallyOf::Event(id) => self.add("of", id, Expected::Event),
                TallyOf::Selection(selection) => self.selection(selection),
            },
            Body::Remark(remark) => self.all("about", &remark.about, Expected::Any),
            _ => {}
        }
    }
}

impl Body {
    /// Hands on every id that the fields use, in their order.
    pub fn each_reference<'a>(&'a self, hand_on: impl FnMut(Reference<'a>)) {
        Collector(hand_on).body(self);
    }
}

impl Record {
    /// Every id that the record uses, in the order of the fields, its own id left out.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut all = Vec::new();
        self.each_reference(|one| all.push(one));
        all
    }

    /// Hands on every id that the record uses, as [`Record::references`] lists them.
    pub fn each_reference<'a>(&'a self, hand_on: impl FnMut(Reference<'a>)) {
        let mut all = Collector(hand_on);
        all.body(&self.body);
        all.evidence(&self.evidence);
    }
}
