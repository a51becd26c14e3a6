//! One event across the lanes.

use super::lane::Lanes;
use super::{name, triangle};
use crate::draw::degree::dash;
use crate::draw::scene::{Anchor, Area, Dash, Fill, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::text::{Ruler, plain, wrap};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::query::Answer;
use crate::query::row::{EventRow, Person};
use crate::record::{Kind, Slot};

const SIZE: f64 = 7.0;
/// The height of the words above a line, and of the line with the gap below it.
const WORDS: f64 = SIZE * Ruler::LEADING;
const LINE: f64 = 10.0;
const RADIUS: f64 = 2.6;
/// How long the arrow of a message is whose other end has no lane.
const STUB: f64 = 12.0;

/// An event with those who took part in it.
pub(super) struct Drawn<'a> {
    pub(super) row: &'a EventRow,
    /// Everybody in the row, and who carried a message, each once.
    pub(super) people: Vec<Id>,
    senders: Vec<Id>,
    addressees: Vec<Id>,
    bearers: Vec<Id>,
    graph: &'a KnowledgeGraph,
}

impl<'a> Drawn<'a> {
    pub(super) fn new(row: &'a EventRow, graph: &'a KnowledgeGraph) -> Self {
        let everybody = || row.who.iter().chain(&row.with);
        let role = |role: &str| ids(everybody().filter(|person| person.role == Some(role)));
        let node = graph.node(row.event.as_str()).filter(|_| row.kind == Kind::Message);
        let parts = node.map(|node| graph.fact(node).parts.as_slice()).unwrap_or_default();
        let bearers = parts.iter().filter(|part| part.slot == Slot::ConveyedBy).map(|part| part.who.clone());
        let mut bearers: Vec<Id> = bearers.collect();
        bearers.dedup();
        let mut people = ids(everybody());
        people.extend(bearers.iter().cloned());
        let mut seen = std::collections::BTreeSet::new();
        people.retain(|id| seen.insert(id.clone()));
        Self { row, people, senders: role("sender"), addressees: role("addressee"), bearers, graph }
    }

    /// The event as a mark, and how high it is.
    pub(super) fn mark(
        &self,
        answer: &Answer,
        lanes: &Lanes,
        date: Option<&str>,
        (down, ruler): (f64, &Ruler),
    ) -> (Mark, f64) {
        let words = self.words(answer, lanes);
        let alone = self.people.iter().filter(|id| lanes.at(id).is_some()).count() == 1;
        // Beside a point there is room for words; above a line there has to be.
        let line = if alone { down + WORDS * 0.7 } else { down + WORDS + 5.0 };
        let mut shapes = Vec::new();
        if let Some(date) = date {
            let disputed = if self.row.disputed.is_empty() { "" } else { " !" };
            let text =
                wrap(ruler, &plain(&format!("{date}{disputed}")), super::lane::DATES - 4.0, SIZE, Weight::Regular, 2);
            let mut base = line + 2.5;
            for part in text {
                shapes.push(Shape::Text(Text::new(Point::new(0.0, base), part, SIZE)));
                base += WORDS;
            }
        }
        let (marks, steps) = self.lines(lanes, line);
        shapes.extend(marks);
        let base = if alone { line + 2.5 } else { line - 5.5 };
        shapes.extend(self.label(&words, lanes, base, ruler));
        let about = self.people.iter().filter(|id| lanes.at(id).is_some()).cloned().collect();
        let tip = format!("{}: {}", self.row.date, name(answer, self.graph, &self.row.event));
        let mark = Mark { class: "event", tip: Some(plain(&tip)), events: vec![self.row.event.clone()], about, shapes };
        let broken = if date.is_some_and(|date| date.len() > 12) { WORDS * 0.6 } else { 0.0 };
        (mark, line - down + LINE.min(if alone { 8.0 } else { LINE }) + broken + steps)
    }

    /// The lines of the event, and how much higher they are than one.
    fn lines(&self, lanes: &Lanes, line: f64) -> (Vec<Shape>, f64) {
        let at = |ids: &[Id]| ids.iter().filter_map(|id| lanes.at(id)).collect::<Vec<f64>>();
        if self.row.kind == Kind::Message {
            return self.message(&at(&self.senders), &at(&self.bearers), &at(&self.addressees), line);
        }
        let all = at(&self.people);
        let (from, to) = (all.iter().copied().fold(f64::INFINITY, f64::min), all.iter().copied().fold(0.0, f64::max));
        let stroke = Stroke { ink: Ink::Text, width: 1.0, dash: dash(self.row.certainty) };
        let fill = match self.row.kind {
            Kind::Meeting => Ink::Text,
            Kind::Call => Ink::Paper,
            _ => Ink::Rule,
        };
        let mut shapes = Vec::new();
        if from < to {
            shapes.push(Shape::Line { from: Point::new(from, line), to: Point::new(to, line), stroke });
        }
        shapes.extend(all.iter().map(|x| dot(Point::new(*x, line), fill)));
        (shapes, 0.0)
    }

    /// Arrows from each sender to each addressee; where somebody carries the message, to them first and from there below.
    fn message(&self, from: &[f64], over: &[f64], to: &[f64], line: f64) -> (Vec<Shape>, f64) {
        let dash = dash(self.row.certainty);
        let arrows = |from: &[f64], to: &[f64], line: f64| {
            let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to)));
            let pairs = pairs.filter(|(from, to)| (from - to).abs() > 1.0);
            pairs.flat_map(|(from, to)| arrow(Point::new(from, line), Point::new(to, line), dash)).collect::<Vec<_>>()
        };
        let mut shapes: Vec<Shape> = Vec::new();
        let mut more = 0.0;
        if over.is_empty() {
            shapes.extend(arrows(from, to, line));
        } else {
            more = 6.0;
            shapes.extend(arrows(from, over, line));
            shapes.extend(arrows(over, to, line + more));
            let joint = |x: &f64| {
                let stroke = Stroke { ink: Ink::Text, width: 1.0, dash };
                Shape::Line { from: Point::new(*x, line), to: Point::new(*x, line + more), stroke }
            };
            shapes.extend(over.iter().map(joint));
        }
        // Of whose partner has no lane the arrow is short; a point would be a meeting.
        if shapes.is_empty() {
            let short = |x: &f64, from: f64, to: f64| arrow(Point::new(x + from, line), Point::new(x + to, line), dash);
            shapes.extend(from.iter().flat_map(|x| short(x, 0.0, STUB)));
            shapes.extend(to.iter().flat_map(|x| short(x, STUB, 0.0)));
        }
        (shapes, more)
    }

    /// What the event is, who took part without a lane, and where.
    fn words(&self, answer: &Answer, lanes: &Lanes) -> String {
        let call = |id: &Id| plain(name(answer, self.graph, id));
        let mut words: Vec<String> = Vec::new();
        match (self.row.kind, self.row.format) {
            (Kind::Meeting, None) => {}
            (Kind::Call, _) => words.push(self.row.mode.map_or("call", crate::record::Mode::name).to_owned()),
            (kind, None) => words.push(kind.name().to_owned()),
            (_, Some(format)) => words.push(format.replace('-', " ")),
        }
        words.extend(self.row.place.iter().map(call));
        let left = |ids: &[Id]| ids.iter().filter(|id| lanes.at(id).is_none()).map(call).collect::<Vec<_>>();
        let named = |word: &str, names: Vec<String>| match names.as_slice() {
            [] => None,
            [one] => Some(format!("{word} {one}")),
            [one, other] => Some(format!("{word} {one} and {other}")),
            [one, others @ ..] => Some(format!("{word} {one} and {} others", others.len())),
        };
        if self.row.kind == Kind::Message {
            words.extend(named("from", left(&self.senders)));
            words.extend(named("to", left(&self.addressees)));
            words.extend(named("carried by", self.bearers.iter().map(call).collect()));
        } else {
            words.extend(named("with", left(&self.people)));
        }
        words.join(", ")
    }

    /// The words above the line, beginning where the event does, or ending at the edge of the sheet.
    fn label(&self, words: &str, lanes: &Lanes, base: f64, ruler: &Ruler) -> Vec<Shape> {
        if words.is_empty() {
            return Vec::new();
        }
        let first = self.people.iter().filter_map(|id| lanes.at(id)).fold(f64::INFINITY, f64::min);
        let alone = self.people.iter().filter(|id| lanes.at(id).is_some()).count() == 1;
        let beside = if alone && self.row.kind == Kind::Message { STUB + 3.0 } else { 5.0 };
        let begins = if first.is_finite() { first + beside } else { super::lane::DATES };
        let room = lanes.width - super::lane::DATES;
        let text = wrap(ruler, words, room, SIZE, Weight::Regular, 1).concat();
        let width = ruler.width(&text, SIZE, Weight::Regular);
        let x = begins.min(lanes.width - width);
        let area = Area::new(x - 1.0, base - SIZE * 0.85, width + 2.0, SIZE * 1.1);
        let text = Text::new(Point::new(x, base), text, SIZE).anchored(Anchor::Start).inked(Ink::Muted);
        vec![Shape::blank(area), Shape::Text(text)]
    }
}

fn ids<'p>(people: impl Iterator<Item = &'p Person>) -> Vec<Id> {
    people.map(|person| person.id.clone()).collect()
}

/// Somebody who took part.
pub(super) fn dot(centre: Point, fill: Ink) -> Shape {
    let stroke = Some(Stroke::solid(Ink::Text, 1.0));
    Shape::Circle { centre, radius: RADIUS, fill: Some(Fill::Even(fill)), stroke }
}

/// An arrow with its head at the end.
pub(super) fn arrow(from: Point, to: Point, dash: Dash) -> Vec<Shape> {
    const HEAD: f64 = 5.0;
    let back = if to.x > from.x { -HEAD } else { HEAD };
    let stroke = Stroke { ink: Ink::Text, width: 1.0, dash };
    vec![
        Shape::Line { from, to: to.moved(back * 0.8, 0.0), stroke },
        triangle([to, to.moved(back, -2.4), to.moved(back, 2.4)]),
    ]
}
