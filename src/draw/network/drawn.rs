//! A network as marks.

use super::Network;
use super::actor::Actor;
use super::symbol::symbol;
use super::tie::Tie;
use crate::draw::legend::{Entry, Legend, Sign};
use crate::draw::scene::{Anchor, Dash, Ink, Mark, Point, Shape, Stroke, Text};
use crate::draw::sheet::{Panel, Sheet};
use crate::draw::text::Ruler;
use crate::id::Id;
use crate::model::Certainty;
use std::collections::BTreeMap;

pub(super) fn panel(network: &Network<'_>, sheet: &Sheet, _: &Ruler) -> Panel {
    let width = sheet.width();
    let height = width * 0.7;
    let places = ring(network.actors.len(), width, height);
    let at: BTreeMap<&Id, Point> = network.actors.iter().map(|actor| &actor.id).zip(places.iter().copied()).collect();
    let mut marks: Vec<Mark> = network.ties.iter().filter_map(|tie| tie_mark(tie, &at)).collect();
    marks.extend(network.actors.iter().zip(&places).map(|(actor, place)| actor_mark(actor, *place)));
    Panel {
        title: network.answer.understood.clone(),
        counted: format!("{} ties of {} actors", network.ties.len(), network.actors.len()),
        notes: Vec::new(),
        height,
        marks,
        legend: Legend { entries: vec![Entry::new(Sign::Line(Stroke::solid(Ink::Line, 1.0)), "met")] },
        columns: None,
        table: None,
    }
}

fn ring(number: usize, width: f64, height: f64) -> Vec<Point> {
    #[expect(clippy::cast_precision_loss, reason = "there are few actors")]
    let turn = |place: usize| std::f64::consts::TAU * place as f64 / number.max(1) as f64;
    let point = |place: usize| {
        let (sin, cos) = turn(place).sin_cos();
        Point::new(width * (0.5 + 0.4 * cos), height * (0.5 + 0.4 * sin))
    };
    (0..number).map(point).collect()
}

fn tie_mark(tie: &Tie, at: &BTreeMap<&Id, Point>) -> Option<Mark> {
    let dash = match tie.certainty() {
        Certainty::Certain => Dash::Solid,
        Certainty::Disputed => Dash::Dashed,
        Certainty::Possible => Dash::Dotted,
    };
    let stroke = Stroke { ink: Ink::Line, width: 1.0, dash };
    let line = Shape::Line { from: *at.get(&tie.ends[0])?, to: *at.get(&tie.ends[1])?, stroke };
    Some(Mark {
        class: "tie",
        tip: Some(tie.dates()),
        events: tie.events.iter().map(|(event, _)| event.clone()).collect(),
        about: tie.ends.to_vec(),
        shapes: vec![line],
    })
}

fn actor_mark(actor: &Actor, place: Point) -> Mark {
    let name = Text::new(Point::new(0.0, 14.0), actor.name.clone(), 8.0).anchored(Anchor::Middle).on_paper();
    let shapes = vec![symbol(None, 4.0, 0.8), Shape::Text(name)];
    let mark = Mark { class: "node", about: vec![actor.id.clone()], shapes, ..Mark::default() };
    mark.moved(place.x, place.y)
}
