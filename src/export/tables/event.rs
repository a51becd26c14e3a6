//! Events.

use super::{Table, bounds, facts, supporting};
use crate::date::Bounds;
use crate::export::closure::Closure;
use crate::export::dot::date;
use crate::export::field::{Value, fields};
use crate::export::network::detail;
use crate::graph::{View, event_mode};
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Event as Body, Kind, Shared};

fields! {
    /// An event.
    Event {
        id: Text "The id, unique in the package.",
        kind: Text "visit, meeting, call, session, activity, message, document or statement.",
        detail: Text "The kind within the kind: format of a meeting, rank of a visit, kind of a session …",
        name: Text "What the event is called.",
        date: Text "When it took place, for people; alternatives where accounts contradict each other.",
        start_first: Day "The first day on which it can have begun; nothing if open.",
        start_last: Day "The last day on which it can have begun; nothing if open.",
        end_first: Day "The first day on which it can have ended; nothing if open.",
        end_last: Day "The last day on which it can have ended; nothing if open.",
        date_sure: Flag "Whether no source marks the date as doubtful or approximate.",
        alternatives: List "Where accounts contradict each other: each alternative, first day/last day.",
        date_line: Flag "Whether two days in a row come from two time zones, which is no contradiction.",
        time: Text "The time of day, as a source gives it.",
        zone: Text "The time zone by which a source dates.",
        mode: Text "in-person, phone, video or written; nothing for documents and statements.",
        status: Text "held, announced, postponed or cancelled.",
        certainty: Text "How surely it lies in the period that was selected: certain, disputed or possible.",
        places: Ids "Where it took place, as stated.",
        part_of: Ids "The events or forums that it was part of.",
        beside: Ids "The events on whose margins it took place.",
        after: Ids "The events that it followed.",
        about: Ids "What it was about.",
        requested_by: Ids "Who asked for it.",
        hosted_by: Ids "Who hosted it.",
        invited_by: Ids "Who invited to it.",
        complete: Flag "Whether an account says that its list of participants is complete.",
        to: Ids "Of a visit: the receiving states or organization; of a statement: to whom.",
        rank_text: Text "Of a visit: its rank in the words of a source.",
        occasion: List "Of a visit: why it took place.",
        unannounced: Flag "Of a visit: whether it was not announced beforehand.",
        legs: List "Of a visit: its stations, each with its date (EDTF).",
        session_of: Id "Of a session: the forum, organization or party.",
        series: Text "Of a session: the series that it belongs to.",
        number: Number "Of a session: its number in the series.",
        issued_by: Ids "Of a document: who issued it.",
        adopted: Ids "Of a document: the session or event that adopted it.",
        text: Text "Of a statement: what was said, in the keeper's words.",
        stance: Text "Of a statement: the position taken, in words.",
        disputed: List "The aspects in which accounts contradict each other: aspect, or aspect of participant.",
        denied: List "The aspects of which a source says that they were not so.",
        ruled: List "The aspects in which the keeper decided between accounts.",
        accounts: Number "How many accounts support it.",
        earlier_ids: List "Other ids to which it answers.",
        other_ids: List "Ids in other collections: collection: id.",
        notes: List "Notes by the keeper.",
        selected: Flag "Whether it was selected, and is not only referred to.",
    }
}

/// The kinds of events.
const KINDS: &[Kind] = &[
    Kind::Visit,
    Kind::Meeting,
    Kind::Call,
    Kind::Session,
    Kind::Activity,
    Kind::Message,
    Kind::Document,
    Kind::Statement,
];

/// The table.
pub(super) fn table(closure: &Closure<'_>, view: &View<'_>) -> Table {
    let rows = facts(closure, KINDS).filter_map(|(fact, selected)| {
        let event = fact.event()?;
        let row = dated(closure, fact, shared(closure, event.shared()));
        let certainty = closure.graph.node(fact.id.as_str()).and_then(|node| view.certainty(node));
        let row = Event {
            kind: Value::text(event.kind()),
            certainty: Value::maybe(certainty.filter(|_| selected)),
            selected: Value::Flag(selected),
            mode: Value::maybe(event_mode(event).map(|mode| mode.name())),
            ..row
        };
        Some(own(closure, event, row))
    });
    Table::of::<Event>("events", "Everything dated, held or not: see `status`.", &["id"], rows.collect())
}

fn ids<'i>(closure: &Closure<'_>, ids: impl IntoIterator<Item = &'i Id>) -> Value {
    Value::list(ids.into_iter().map(|id| closure.id(id)))
}

/// What every event may say.
fn shared(closure: &Closure<'_>, shared: &Shared) -> Event {
    Event {
        name: Value::maybe(shared.name.as_ref()),
        time: Value::maybe(shared.time.as_ref()),
        zone: Value::maybe(shared.zone.as_ref()),
        places: ids(closure, &shared.place),
        part_of: ids(closure, &shared.part_of),
        beside: ids(closure, &shared.beside),
        after: ids(closure, &shared.after),
        about: ids(closure, &shared.about),
        requested_by: ids(closure, shared.requested_by.iter().flatten()),
        hosted_by: ids(closure, &shared.hosted_by),
        invited_by: ids(closure, &shared.invited_by),
        complete: Value::flag(shared.complete),
        ..Event::default()
    }
}

/// What loading found out.
fn dated(closure: &Closure<'_>, fact: &Fact, row: Event) -> Event {
    let node = closure.graph.node(fact.id.as_str());
    let days = node.and_then(|node| closure.graph.days(node));
    let [start_first, start_last, end_first, end_last] = bounds(days.as_ref());
    let alternatives = fact.timing.as_ref().map(|timing| timing.alternatives.as_slice()).unwrap_or_default();
    Event {
        id: Value::text(&fact.id),
        detail: Value::maybe(detail(fact)),
        date: Value::maybe(node.and_then(|node| date::of_event(closure.graph, node))),
        start_first,
        start_last,
        end_first,
        end_last,
        date_sure: days.map_or(Value::Nothing, |days| Value::Flag(days.is_sure())),
        alternatives: if alternatives.len() > 1 {
            Value::list(alternatives.iter().map(|one| span(&one.days)))
        } else {
            Value::Nothing
        },
        date_line: fact.timing.as_ref().filter(|timing| timing.date_line).map_or(Value::Nothing, |_| Value::Flag(true)),
        status: Value::maybe(fact.timing.as_ref().map(|timing| timing.status)),
        disputed: Value::list(&fact.disputed),
        denied: Value::list(&fact.denied),
        ruled: Value::list(&fact.ruled),
        accounts: supporting(fact),
        earlier_ids: Value::list(&fact.was),
        other_ids: super::outside(fact),
        notes: Value::list(&fact.notes),
        ..row
    }
}

fn span(days: &Bounds) -> String {
    let day = |day: crate::date::Day| if day.is_open() { "..".to_owned() } else { day.to_string() };
    format!("{}/{}", day(days.first()), day(days.last()))
}

/// What only events of its kind say.
fn own(closure: &Closure<'_>, event: &Body, row: Event) -> Event {
    match event {
        Body::Visit(visit) => Event {
            to: ids(closure, &visit.to),
            rank_text: Value::maybe(visit.rank_text.as_ref()),
            occasion: Value::list(&visit.occasion),
            unannounced: Value::flag(visit.unannounced),
            legs: Value::list(visit.legs.iter().map(|leg| {
                let when = leg.when.as_ref().map(|when| format!(" {when}")).unwrap_or_default();
                format!("{}{when}", closure.id(&leg.place))
            })),
            ..row
        },
        Body::Session(session) => Event {
            session_of: Value::text(closure.id(&session.of)),
            series: Value::maybe(session.series.as_ref()),
            number: session.number.map_or(Value::Nothing, Value::Number),
            ..row
        },
        Body::Document(document) => {
            Event { issued_by: ids(closure, &document.issued_by), adopted: ids(closure, &document.adopted), ..row }
        }
        Body::Statement(statement) => Event {
            to: ids(closure, &statement.to),
            text: Value::maybe(statement.text.as_ref()),
            stance: Value::maybe(statement.stance.as_ref()),
            ..row
        },
        Body::Meeting(_) | Body::Call(_) | Body::Activity(_) | Body::Message(_) => row,
    }
}
