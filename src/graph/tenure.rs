//! Who held which office when, as far as that is stated or attested.

use super::csr::{Grouped, Rows};
use super::{KnowledgeGraph, NodeId};
use crate::column::Column;
use crate::date::{Bounds, Day, Period, PointDate};
use crate::id::Id;
use crate::model::{Account, Certainty, Fact, Facts, StatedCapacity};
use crate::record::{Body, Capacity, Genre, SourceKind, Status, Tenure};
use bytemuck::{Pod, Zeroable};
use rayon::prelude::*;

/// The days of a tenure: those on which it certainly holds lie within those on which it can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TenureSpan {
    /// The days on which it can hold.
    pub possible: Period,
    /// The days on which it certainly holds, if any are stated or attested.
    pub certain: Option<Period>,
    /// The last day on which it is attested.
    pub last_attested: Option<Day>,
    /// Whether an end is stated.
    pub ended: bool,
}

impl TenureSpan {
    /// Whether the tenure holds on some day of an event.
    pub fn covers(&self, days: &Bounds) -> Option<Certainty> {
        let certainly = self.certain.is_some_and(|certain| days.certainly_in(certain));
        Certainty::of(certainly, days.possibly_in(self.possible))
    }

    /// Whether the tenure holds on some day of a period.
    pub fn within(&self, period: Period) -> Option<Certainty> {
        let certainly = self.certain.is_some_and(|certain| certain.intersect(period).is_some());
        Certainty::of(certainly, self.possible.intersect(period).is_some())
    }
}

/// One person's holding of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The holder.
    pub person: NodeId,
    /// The office.
    pub office: NodeId,
    /// When.
    pub span: TenureSpan,
    /// The tenure, as a position among the facts.
    pub(super) tenure: u32,
    /// Whether it rests only on sources that the facts were to leave aside.
    pub(super) aside: bool,
}

impl Holding {
    /// The tenure itself.
    pub fn fact<'g>(&self, graph: &'g KnowledgeGraph) -> &'g Fact {
        graph.facts.fact(self.tenure as usize)
    }

    /// Whether the tenure began on some day of a period: on the day that is stated, else on the first on which it is
    /// attested or any day before.
    pub fn began_in(&self, graph: &KnowledgeGraph, period: Period) -> Option<Certainty> {
        let from = tenure(self.fact(graph)).and_then(|tenure| tenure.from.as_ref());
        let attested = self.span.certain.map_or(self.span.possible.last, |certain| certain.first);
        let silent = Period { first: self.span.possible.first, last: attested };
        let begins = from.map_or(silent, |from| Period { first: from.first(), last: from.last() });
        let certainly =
            period.first <= begins.first && begins.last <= period.last && from.is_none_or(PointDate::is_sure);
        Certainty::of(certainly, begins.intersect(period).is_some())
    }
}

/// A holding as it lies in its column.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Stored {
    person: NodeId,
    office: NodeId,
    tenure: u32,
    possible: [Day; 2],
    certain: [Day; 2],
    last_attested: Day,
    flags: u32,
}

const CERTAIN: u32 = 1;
const ATTESTED: u32 = 2;
const ENDED: u32 = 4;
const ASIDE: u32 = 8;

impl From<Holding> for Stored {
    fn from(holding: Holding) -> Self {
        let Holding { person, office, span, tenure, aside } = holding;
        let days = |period: Period| [period.first, period.last];
        let flag = |is: bool, flag: u32| if is { flag } else { 0 };
        Self {
            person,
            office,
            tenure,
            possible: days(span.possible),
            certain: days(span.certain.unwrap_or(Period::ALL)),
            last_attested: span.last_attested.unwrap_or(Day::MIN),
            flags: flag(span.certain.is_some(), CERTAIN)
                | flag(span.last_attested.is_some(), ATTESTED)
                | flag(span.ended, ENDED)
                | flag(aside, ASIDE),
        }
    }
}

impl From<Stored> for Holding {
    fn from(stored: Stored) -> Self {
        let has = |flag| stored.flags & flag != 0;
        let period = |[first, last]: [Day; 2]| Period { first, last };
        let span = TenureSpan {
            possible: period(stored.possible),
            certain: has(CERTAIN).then_some(period(stored.certain)),
            last_attested: has(ATTESTED).then_some(stored.last_attested),
            ended: has(ENDED),
        };
        Self { person: stored.person, office: stored.office, span, tenure: stored.tenure, aside: has(ASIDE) }
    }
}

/// All tenures, by person and by office.
#[derive(Clone, Debug, Default)]
pub(super) struct Tenures {
    pub(super) all: Column<Stored>,
    pub(super) by_person: Rows<u32>,
    pub(super) by_office: Rows<u32>,
}

impl Tenures {
    pub(super) fn new(facts: &Facts, node_of: &[Option<NodeId>], nodes: usize) -> Self {
        let mut all = stated(facts, node_of);
        let rows = |end: fn(&Holding) -> NodeId, all: &[Holding]| {
            let pairs = all.iter().zip(0_u32..).map(|(one, number)| (end(one).0, number));
            Grouped::new(nodes, &pairs.collect::<Vec<_>>())
        };
        let by_office = rows(|one| one.office, &all);
        let by_person = rows(|one| one.person, &all);
        for (number, days) in attested_by_events(facts, node_of, &by_person, &all) {
            attest_one(facts, number, &days, &mut all);
        }
        for office in 0..nodes {
            super::succession::apply(facts, by_office.row(office), &mut all);
        }
        let all: Vec<Stored> = all.into_iter().map(Stored::from).collect();
        Self { all: all.into(), by_person: by_person.into(), by_office: by_office.into() }
    }

    fn numbered(&self, number: u32) -> Option<Holding> {
        self.all.get(number as usize).map(Holding::from)
    }
}

impl KnowledgeGraph {
    /// Whether a tenure rests only on sources that the facts were to leave aside: it then tells in what capacity
    /// somebody came, and nothing else.
    pub fn serves_capacity_only(&self, holding: &Holding) -> bool {
        holding.aside
    }

    /// Every tenure.
    pub(super) fn tenures(&self) -> impl Iterator<Item = Holding> {
        self.tenures.all.iter().map(|stored| Holding::from(*stored))
    }

    /// The tenures of a person, by id of tenure.
    pub fn offices_of(&self, person: NodeId) -> impl Iterator<Item = Holding> {
        let numbers = self.tenures.by_person.row(person.index()).iter();
        numbers.filter_map(|number| self.tenures.numbered(*number))
    }

    /// The tenures of an office, by id of tenure.
    pub fn holders_of(&self, office: NodeId) -> impl Iterator<Item = Holding> {
        let numbers = self.tenures.by_office.row(office.index()).iter();
        numbers.filter_map(|number| self.tenures.numbered(*number))
    }
}

pub(super) fn tenure(fact: &Fact) -> Option<&Tenure> {
    match fact.body.as_deref() {
        Some(Body::Tenure(tenure)) => Some(tenure),
        _ => None,
    }
}

/// The tenures as their own records and the publication days of their sources state them.
fn stated(facts: &Facts, node_of: &[Option<NodeId>]) -> Vec<Holding> {
    let node = |id: &Id| facts.place(id).and_then(|at| node_of.get(at).copied().flatten());
    let holding = |(fact, number): (&Fact, u32)| {
        let tenure = tenure(fact)?;
        let (person, office) = (node(&tenure.person)?, node(&tenure.office)?);
        let mut span = bare(tenure);
        for day in tenure.held_on.iter().filter(|day| day.is_sure()) {
            attest(&mut span, tenure, day.last(), day.first());
        }
        for day in fact.accounts.iter().filter_map(|account| publication(facts, account)) {
            attest(&mut span, tenure, day, day);
        }
        Some(Holding { person, office, span, tenure: number, aside: number as usize >= facts.len() })
    };
    facts
        .iter()
        .chain(facts.aside())
        .zip(0_u32..)
        .filter(|(fact, _)| !fact.is_withdrawn())
        .filter_map(holding)
        .collect()
}

/// What the tenure states of its own ends.
fn bare(tenure: &Tenure) -> TenureSpan {
    let first = tenure.from.as_ref().map_or(Day::MIN, PointDate::first);
    let last = tenure.until.as_ref().map_or(Day::MAX, PointDate::last);
    let stated = |date: &Option<PointDate>| date.clone().filter(PointDate::is_sure);
    let certain = match (stated(&tenure.from), stated(&tenure.until)) {
        (Some(from), Some(until)) if from.last() <= until.first() => {
            Some(Period { first: from.last(), last: until.first() })
        }
        _ => None,
    };
    TenureSpan { possible: Period { first, last }, certain, last_attested: None, ended: tenure.until.is_some() }
}

/// The day on which a source that speaks of its own present was published.
fn publication(facts: &Facts, account: &crate::model::Account) -> Option<Day> {
    let citation = account.citation.as_ref()?;
    let Some(Body::Source(source)) = facts.fact(facts.place(&citation.source)?).body.as_deref() else {
        return None;
    };
    let looks_back =
        source.kind == Some(SourceKind::Reference) || matches!(source.genre, Some(Genre::Register | Genre::Dataset));
    let day = citation.appeared.as_deref().or(source.published.as_ref())?;
    (!looks_back && !account.withdrawn && day.is_sure() && day.first() == day.last()).then(|| day.first())
}

/// Takes a day into the certain span. The day lies somewhere from `earliest` to `latest`, so that the span reaches
/// back to `latest` and forward to `earliest` only.
fn attest(span: &mut TenureSpan, tenure: &Tenure, latest: Day, earliest: Day) {
    if latest < span.possible.first || earliest > span.possible.last {
        return;
    }
    let stated = |date: &Option<PointDate>| date.clone().filter(PointDate::is_sure);
    let known = span.certain.unwrap_or(Period { first: Day::MAX, last: Day::MIN });
    let first = stated(&tenure.from).map_or(known.first.min(latest), |from| from.last());
    let last = stated(&tenure.until).map_or(known.last.max(earliest), |until| until.first());
    span.last_attested = span.last_attested.max(Some(earliest.min(span.possible.last)));
    if first <= last {
        span.certain = Some(Period { first, last });
    }
}

/// Events at which an account states the capacity attest the tenure that can hold then, if only one can: which, and
/// on which days. What is attested changes nothing of which tenures can hold.
fn attested_by_events(
    facts: &Facts,
    node_of: &[Option<NodeId>],
    by_person: &Grouped<u32>,
    all: &[Holding],
) -> Vec<(u32, Bounds)> {
    let node = |id: &Id| facts.place(id).and_then(|at| node_of.get(at).copied().flatten());
    let by_event = |at: usize| {
        let fact = facts.fact(at);
        let held = fact.timing.as_ref().filter(|timing| timing.status == Status::Held);
        let days = held.map(crate::model::Timing::hull).filter(Bounds::is_sure)?;
        let stated = fact.parts.iter().flat_map(|part| part.capacities.iter().map(move |stated| (part, stated)));
        let attested = stated.flat_map(move |(part, stated)| {
            let office = match &stated.capacity {
                Capacity::Office(office) if tells_of_what_happened(fact, stated) => node(office),
                _ => None,
            };
            let both = office.and_then(|office| Some((node(&part.who)?, office)));
            both.map(|(person, office)| only_ones(by_person.row(person.index()), office, &days, all))
                .into_iter()
                .flatten()
                .flatten()
                .map(move |number| (number, days))
        });
        Some(attested.collect::<Vec<_>>())
    };
    (0..facts.len()).into_par_iter().with_min_len(1024).filter_map(by_event).flatten_iter().collect()
}

/// Whether an account says so that is no mere announcement, which does not attest who held what on the day itself.
fn tells_of_what_happened(fact: &Fact, stated: &StatedCapacity) -> bool {
    let tells = |account: &Account| account.supports(Status::Held);
    stated.accounts.iter().any(|number| fact.accounts.get(*number).is_some_and(tells))
}

/// The only tenure of an office that can hold on some days, of those that count and of those left aside.
fn only_ones(numbers: &[u32], office: NodeId, days: &Bounds, all: &[Holding]) -> [Option<u32>; 2] {
    [false, true].map(|aside| {
        let fits = |one: &Holding| one.office == office && one.aside == aside && days.possibly_in(one.span.possible);
        let mut fitting = numbers.iter().copied().filter(|number| all.get(*number as usize).is_some_and(fits));
        fitting.next().filter(|_| fitting.next().is_none())
    })
}

fn attest_one(facts: &Facts, number: u32, days: &Bounds, all: &mut [Holding]) {
    if let Some(one) = all.get_mut(number as usize)
        && let Some(tenure) = tenure(facts.fact(one.tenure as usize))
    {
        attest(&mut one.span, tenure, days.start_last, days.end_first.min(days.start_first));
    }
}
