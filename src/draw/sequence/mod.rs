//! Sequences: who was in touch with whom, one after the other; those who took part as lanes, time from above downwards.

mod lane;
mod row;

use super::degree::{self, in_words, note_on_dates};
use super::legend::{Entry, Legend, Sign};
use super::period::period_in_words;
use super::scene::{Dash, Fill, Ink, Point, Shape, Step, Stroke};
use super::sheet::{Panel, Sheet};
use super::text::{Ruler, number};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::row::EventRow;
use crate::query::{Answer, KindFilter, Query, Rows, Who, listed};
use crate::record::Kind;
use lane::Lanes;
use row::Drawn;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of events by which people are in touch, for questions that name none: meetings, calls, messages.
pub fn kinds_in_touch() -> Vec<KindFilter> {
    [Kind::Meeting, Kind::Call, Kind::Message].map(|kind| KindFilter { kind, within: None }).to_vec()
}

/// The events of an answer in the order of their days, which is that of its rows; answers without rows about events give
/// none. Every event is drawn. As many of those who took part have a lane as fit, those asked about first, then those who
/// took part most often; the others are named beside the event. Costs the rows and those in them.
pub fn sequence(answer: &Answer, graph: &KnowledgeGraph, sheet: &Sheet, ruler: &Ruler) -> Panel {
    let rows: &[EventRow] = if let Rows::Events(rows) = &answer.rows { rows } else { &[] };
    let drawn: Vec<Drawn<'_>> = rows.iter().map(|row| Drawn::new(row, graph)).collect();
    let lanes = Lanes::new(answer, graph, &drawn, sheet.width(), ruler);
    let (mut marks, mut down) = lanes.heads();
    let mut date = "";
    for one in &drawn {
        let shown = if one.row.date == date { None } else { Some(one.row.date.as_str()) };
        date = one.row.date.as_str();
        let (mark, height) = one.mark(answer, &lanes, shown, (down, ruler));
        marks.push(mark);
        down += height;
    }
    marks.insert(0, lanes.lines(down));
    Panel {
        title: title(answer, graph),
        counted: counted(rows),
        notes: notes(rows, &lanes),
        height: down + 2.0,
        marks,
        legend: legend(rows),
        columns: Some(&["date", "kind", "what", "who", "with", "mode", "place", "held", "said_by", "src"]),
        table: None,
    }
}

fn title(answer: &Answer, graph: &KnowledgeGraph) -> String {
    let named: Vec<&Who> = match &answer.query {
        Some(Query::Events(asked) | Query::Timeline(asked)) => asked.who.iter().collect(),
        Some(Query::Contacts(asked) | Query::Meetings(asked)) => vec![&asked.who],
        _ => Vec::new(),
    };
    let names: Vec<&str> = named.iter().flat_map(|who| &who.ids).map(|id| graph.facts().name(id)).collect();
    let who = match names.as_slice() {
        [] => "Who was in touch with whom".to_owned(),
        [one] => format!("{one} in touch with others"),
        several => format!("{} in touch", listed(several)),
    };
    let about = answer.query.as_ref().and_then(Query::scope).and_then(|scope| scope.about.as_ref());
    let about = about.map(|id| format!(", about {}", graph.facts().name(id)));
    let when = period_in_words(answer.period).map(|period| format!(", {period}"));
    format!("{who}{}{}", about.unwrap_or_default(), when.unwrap_or_default())
}

fn counted(rows: &[EventRow]) -> String {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *kinds.entry(row.kind.name()).or_default() += 1);
    let kinds: Vec<String> = kinds.into_iter().map(|(kind, times)| number(times, kind)).collect();
    format!("{} ({})", kinds.join(", "), in_words(rows.iter().map(|row| row.certainty)))
}

fn notes(rows: &[EventRow], lanes: &Lanes) -> Vec<String> {
    let mut notes = vec!["Time runs downwards, one line an event; the lines are not to scale.".to_owned()];
    if rows.iter().zip(rows.iter().skip(1)).any(|(one, next)| one.date == next.date) {
        notes.push("What has no date beside it was on that of the line above.".to_owned());
    }
    if lanes.without() > 0 {
        notes.push(match lanes.without() {
            1 => "One other has no line of their own and is named beside the event.".to_owned(),
            others => format!("{others} others have no line of their own and are named beside the event."),
        });
    }
    notes.extend(note_on_dates(rows.iter().map(|row| row.date.as_str())));
    if rows.iter().any(|row| !row.disputed.is_empty()) {
        notes.push("! at a date: accounts contradict each other in some aspect of the event.".to_owned());
    }
    notes
}

fn legend(rows: &[EventRow]) -> Legend {
    let kinds: BTreeSet<Kind> = rows.iter().map(|row| row.kind).collect();
    let line = |from: f64, to: f64| Shape::Line {
        from: Point::new(from, 0.0),
        to: Point::new(to, 0.0),
        stroke: Stroke::solid(Ink::Text, 1.0),
    };
    let ends = |fill: Ink| [-6.0, 6.0].map(|at| row::dot(Point::new(at, 0.0), fill)).to_vec();
    let mut entries = Vec::new();
    let mut add = |shapes: Vec<Shape>, text: &str| entries.push(Entry::new(Sign::Shapes(shapes), text));
    if kinds.contains(&Kind::Meeting) {
        add([vec![line(-6.0, 6.0)], ends(Ink::Text)].concat(), "meeting");
    }
    if kinds.contains(&Kind::Call) {
        add([vec![line(-6.0, 6.0)], ends(Ink::Paper)].concat(), "call");
    }
    if kinds.contains(&Kind::Message) {
        add(row::arrow(Point::new(-8.0, 0.0), Point::new(8.0, 0.0), Dash::Solid), "message, from whom to whom");
    }
    if kinds.iter().any(|kind| !matches!(kind, Kind::Meeting | Kind::Call | Kind::Message)) {
        add([vec![line(-6.0, 6.0)], ends(Ink::Rule)].concat(), "other event");
    }
    entries.extend(degree::legend(rows.iter().map(|row| row.certainty), Ink::Text, Certainty::name));
    Legend { entries }
}

/// A filled triangle of three points.
fn triangle(points: [Point; 3]) -> Shape {
    let [one, two, three] = points;
    let steps = vec![Step::Move(one), Step::Line(two), Step::Line(three), Step::Close];
    Shape::Path { steps, fill: Some(Fill::Even(Ink::Text)), stroke: None }
}

/// What an id is called.
fn name<'a>(answer: &'a Answer, graph: &'a KnowledgeGraph, id: &'a Id) -> &'a str {
    answer.names.get(id).map_or_else(|| graph.facts().name(id), String::as_str)
}
