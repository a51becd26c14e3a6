//! What a question asks to be covered: between whom, which kinds of records, by which modes, on which days.

use crate::date::Period;
use crate::graph::{KnowledgeGraph, event_mode};
use crate::id::Id;
use crate::query::{Attendance, Covering, Matrix, Messages, Query, Scope, Visits, Who, select};
use crate::record::{Event, Kind, Mode};

/// The kinds of events in which people are in contact.
const CONTACTS: [Kind; 3] = [Kind::Meeting, Kind::Call, Kind::Message];

/// A kind of record together with a mode; `None` for what has no mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    /// The kind.
    pub(super) kind: Kind,
    /// The mode.
    pub(super) mode: Option<Mode>,
}

impl Slot {
    /// Whether an event is of this kind and mode.
    pub(super) fn takes(self, event: Option<&Event>) -> bool {
        let mode = event.and_then(event_mode);
        event.map(Event::kind) == Some(self.kind) && (self.mode.is_none() || mode.is_none() || mode == self.mode)
    }
}

/// Two sides; one that is silent stands for anybody. The first of a visit is the visitor.
pub(super) type Pair = (Option<Who>, Option<Who>);

/// What a question asks to be covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// Between whom: all of these.
    pub(super) pairs: Vec<Pair>,
    /// Which kinds by which modes: all of these.
    pub(super) slots: Vec<Slot>,
    /// On which days.
    pub(super) period: Period,
}

impl Question {
    /// What a question asks to be covered; nothing where it asks about one fact, a text or the loaded facts themselves.
    pub(super) fn of(graph: &KnowledgeGraph, query: &Query) -> Option<Self> {
        let query = query.counted();
        if let Query::Coverage(one) = query {
            return Some(Self::of_covering(one));
        }
        let scope = query.scope()?;
        let known = |who: Option<Who>| who.map(|who| with_predecessors(graph, &who, scope));
        let pairs = pairs(query)?.into_iter().map(|(one, other)| (known(one), known(other))).collect();
        Some(Self { pairs, slots: slots(graph, query, scope), period: scope.period })
    }

    /// All that events can be.
    fn of_covering(one: &Covering) -> Self {
        let slots = event_kinds().flat_map(of_kind).collect();
        Self { pairs: vec![(one.who.clone(), None)], slots, period: one.period }
    }

    /// Whether it asks about two sides.
    pub(super) fn is_of_pairs(&self) -> bool {
        self.pairs.iter().all(|(one, other)| one.is_some() && other.is_some())
    }
}

fn pairs(query: &Query) -> Option<Vec<Pair>> {
    let single = |who: &Who| (Some(who.clone()), None);
    Some(match query {
        Query::Meetings(one) | Query::Contacts(one) => vec![(Some(one.who.clone()), one.with.clone())],
        Query::Visits(one) => of_visits(one),
        Query::Offices(one) => {
            let held = one.who.clone().or(one.of.clone());
            vec![match one.not_met_by.clone() {
                Some(who) => (Some(who), held),
                None => (held, None),
            }]
        }
        Query::Attendance(one) => of_attendance(one),
        Query::Common(one) => one.who.iter().map(single).collect(),
        // A chain may lead through anybody.
        Query::Path(one) => vec![single(&one.from.clone().into()), single(&one.to.clone().into()), (None, None)],
        Query::Reach(one) => vec![single(&one.who.clone().into()), (None, None)],
        Query::Rank(one) if one.among.is_empty() => vec![(None, None)],
        Query::Rank(one) => one.among.iter().map(single).collect(),
        Query::Timeline(one) | Query::Events(one) if one.who.is_empty() => vec![(None, None)],
        Query::Timeline(one) | Query::Events(one) => one.who.iter().map(single).collect(),
        Query::Statements(one) => vec![(one.by.clone(), one.to.clone())],
        Query::Messages(one) => of_messages(one),
        Query::Documents(one) if one.who.is_empty() => vec![(None, None)],
        Query::Documents(one) => one.who.iter().map(single).collect(),
        Query::Matrix(one) => of_matrix(one),
        Query::Show { .. }
        | Query::Search { .. }
        | Query::Why(_)
        | Query::Sources { .. }
        | Query::Changes { .. }
        | Query::Cite(_)
        | Query::Stats
        | Query::Conflicts(_)
        | Query::Coverage(_)
        | Query::Count { .. } => return None,
    })
}

/// A name with the states before a state, where the scope wants them.
fn with_predecessors(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> Who {
    let nodes = who.ids.iter().filter_map(|id| graph.node(id.as_str())).collect();
    let nodes = select::with_predecessors(graph, nodes, scope);
    Who { ids: nodes.into_iter().map(|node| graph.fact(node).id.clone()).collect() }
}

/// Each of the rows with each of the columns that is somebody else.
fn of_matrix(one: &Matrix) -> Vec<Pair> {
    let cols = if one.cols.is_empty() { &one.rows } else { &one.cols };
    let pairs = one.rows.iter().flat_map(|row| cols.iter().map(move |col| (row, col)));
    pairs.filter(|(row, col)| row != col).map(|(row, col)| (Some(row.clone()), Some(col.clone()))).collect()
}

fn of_messages(one: &Messages) -> Vec<Pair> {
    let carried = one.carried_by.clone().map(|bearer| (Some(bearer), None));
    let sent = one.from.is_some() || one.to.is_some() || carried.is_none();
    sent.then(|| (one.from.clone(), one.to.clone())).into_iter().chain(carried).collect()
}

fn of_visits(one: &Visits) -> Vec<Pair> {
    let to = one.to.clone();
    let visitors = one.by.as_ref().or(one.from.as_ref()).cloned();
    let others = one.overlapping.clone().map(|other| (Some(other), to.clone()));
    std::iter::once((visitors, to.clone())).chain(others).collect()
}

fn of_attendance(one: &Attendance) -> Vec<Pair> {
    let event = one.event.clone().map(Who::from);
    match (event, &one.of, &one.with) {
        (None, of, with) => vec![(of.clone(), with.clone())],
        (event, None, None) => vec![(event, None)],
        (event, of, with) => [of, with].into_iter().flatten().map(|who| (Some(who.clone()), event.clone())).collect(),
    }
}

fn slots(graph: &KnowledgeGraph, query: &Query, scope: &Scope) -> Vec<Slot> {
    let wanted = modes(query, scope);
    let possible: Vec<Slot> = kinds(graph, query, scope).into_iter().flat_map(of_kind).collect();
    let fits = |slot: &&Slot| wanted.is_empty() || slot.mode.is_some_and(|mode| wanted.contains(&mode));
    let fitting: Vec<Slot> = possible.iter().filter(fits).copied().collect();
    // Where no kind asked for can have the mode asked for, both together still have to be covered.
    let impossible = || possible.iter().flat_map(|slot| wanted.iter().map(|mode| Slot { mode: Some(*mode), ..*slot }));
    let mut slots = if fitting.is_empty() { impossible().collect() } else { fitting };
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// The modes that a question asks about; none where it takes any.
fn modes<'s>(query: &Query, scope: &'s Scope) -> &'s [Mode] {
    match query {
        _ if !scope.modes.is_empty() => &scope.modes,
        Query::Meetings(_) | Query::Matrix(_) | Query::Common(_) | Query::Path(_) => &[Mode::InPerson],
        Query::Offices(one) if one.not_met_by.is_some() => &[Mode::InPerson],
        Query::Reach(_) | Query::Rank(_) => &[Mode::InPerson],
        _ => &[],
    }
}

/// The kinds that a question asks about.
fn kinds(graph: &KnowledgeGraph, query: &Query, scope: &Scope) -> Vec<Kind> {
    if !scope.kinds.is_empty() {
        return scope.kinds.iter().map(|filter| filter.kind).collect();
    }
    let named = |event: &Id| graph.facts().get(event.as_str()).and_then(crate::model::Fact::kind);
    match query {
        Query::Meetings(_) | Query::Contacts(_) | Query::Matrix(_) => CONTACTS.to_vec(),
        Query::Common(_) | Query::Path(_) | Query::Reach(_) | Query::Rank(_) => vec![Kind::Meeting],
        Query::Visits(_) => vec![Kind::Visit],
        Query::Offices(one) if one.not_met_by.is_some() => CONTACTS.to_vec(),
        Query::Offices(_) => vec![Kind::Tenure],
        Query::Attendance(one) => {
            let event = one.event.as_ref().and_then(named).filter(|kind| kind.is_event());
            vec![event.unwrap_or(Kind::Session)]
        }
        Query::Statements(_) => vec![Kind::Statement],
        Query::Messages(_) => vec![Kind::Message],
        Query::Documents(_) => vec![Kind::Document],
        _ => event_kinds().collect(),
    }
}

fn event_kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.is_event())
}

/// A kind with each mode that it can have.
fn of_kind(kind: Kind) -> Vec<Slot> {
    let modes: &[Mode] = match kind {
        Kind::Visit => &[Mode::InPerson],
        Kind::Meeting | Kind::Session | Kind::Activity => &[Mode::InPerson, Mode::Video],
        Kind::Call => &[Mode::Phone, Mode::Video],
        Kind::Message => &[Mode::Written],
        _ => return vec![Slot { kind, mode: None }],
    };
    modes.iter().map(|mode| Slot { kind, mode: Some(*mode) }).collect()
}
