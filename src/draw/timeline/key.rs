//! The legend of a timeline: the kinds and degrees that occur.

use super::Timeline;
use super::item::{Item, Precision};
use super::sign;
use crate::draw::axis::TimeAxis;
use crate::draw::degree::dash;
use crate::draw::legend::{Entry, Legend, Sign};
use crate::draw::scene::{Area, Dash, Fill, Ink, Point, Shape, Stroke};
use crate::model::Certainty;
use crate::record::Kind;

/// The signs that occur.
pub(super) fn legend(timeline: &Timeline, axis: TimeAxis) -> Legend {
    let items = || timeline.lanes.iter().flat_map(|lane| &lane.items);
    let mut entries = Vec::new();
    for kind in Kind::ALL.iter().copied().filter(|kind| items().any(|item| item.kind == *kind)) {
        let is_bar = matches!(kind, Kind::Visit | Kind::Tenure);
        let shape = if is_bar { bar(kind) } else { sign::point(kind, Certainty::Certain, Point::default()) };
        entries.push(Entry::new(Sign::Shapes(vec![shape]), kind.name()));
    }
    for (certainty, text) in [(Certainty::Disputed, "disputed"), (Certainty::Possible, "possible")] {
        if items().any(|item| item.certainty == certainty) {
            let stroke = Stroke { ink: Ink::Line, width: 0.9, dash: dash(certainty) };
            entries.push(Entry::new(Sign::Shapes(vec![hollow(stroke)]), text));
        }
    }
    entries.extend(of_days(items, axis));
    Legend { entries }
}

fn of_days<'i, I: Iterator<Item = &'i Item>>(items: impl Fn() -> I, axis: TimeAxis) -> Vec<Entry> {
    let mut entries = Vec::new();
    let is_open = |item: &Item, precision: Precision| {
        let is_so = item.days.is_some_and(|days| days.certain.is_none() && days.precision == precision);
        is_so && sign::is_long(item, axis)
    };
    if items().any(|item| is_open(item, Precision::Coarse)) {
        entries.push(Entry::new(Sign::Swatch(Fill::Even(Ink::Ground)), "some day of this month or year"));
    }
    if items().any(|item| is_open(item, Precision::Open)) {
        entries.push(Entry::new(Sign::Swatch(Fill::Hatched(Ink::Line)), "some day of these"));
    }
    let reaches =
        |item: &Item| item.days.is_some_and(|days| days.certain.is_some_and(|certain| certain != days.possible));
    if items().any(reaches) {
        let stroke = Stroke { ink: Ink::Text, width: 0.8, dash: Dash::Dotted };
        entries.push(Entry::new(Sign::Line(stroke), "days on which it can have gone on"));
    }
    entries
}

fn bar(kind: Kind) -> Shape {
    let (fill, stroke) = sign::bar(kind, Certainty::Certain);
    Shape::Rect { area: Area::new(-4.0, -2.5, 8.0, 5.0), radius: 0.0, fill: Some(fill), stroke: Some(stroke) }
}

fn hollow(stroke: Stroke) -> Shape {
    let fill = Some(Fill::Even(Ink::Paper));
    Shape::Rect { area: Area::new(-4.0, -2.5, 8.0, 5.0), radius: 0.0, fill, stroke: Some(stroke) }
}
