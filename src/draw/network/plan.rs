//! Plans: a network with its labels, for a layout to place.

use super::Network;
use super::label::{Label, Measures};
use crate::draw::layout::Sketch;
use crate::draw::scene::Point;
use crate::draw::sheet::{Panel, Sheet};
use crate::draw::text::Ruler;
use crate::id::Id;
use std::collections::BTreeMap;

/// A network with its labels.
#[derive(Debug)]
pub struct Plan<'n> {
    pub(super) network: &'n Network<'n>,
    pub(super) ruler: &'n Ruler,
    pub(super) labels: Vec<Label>,
    pub(super) measures: Measures,
    pub(super) width: f64,
    sketch: Sketch,
}

impl<'n> Plan<'n> {
    pub(super) fn new(network: &'n Network<'n>, sheet: &Sheet, ruler: &'n Ruler) -> Self {
        let width = sheet.width();
        let measures = Measures::of(network.actors.len(), width);
        let label = |actor| Label::new(actor, network.groups.colour(actor), &measures, ruler);
        let labels: Vec<Label> = network.actors.iter().map(label).collect();
        let number: BTreeMap<&Id, usize> =
            (0..).zip(&network.actors).map(|(number, actor)| (&actor.id, number)).collect();
        let tie = |tie: &super::Tie| Some((*number.get(&tie.ends[0])?, *number.get(&tie.ends[1])?, tie.events.len()));
        let sketch = Sketch {
            rooms: labels.iter().map(|label| label.room).collect(),
            groups: network.actors.iter().map(|actor| network.groups.number(actor)).collect(),
            ties: network.ties.iter().filter_map(tie).collect(),
        };
        Self { network, ruler, labels, measures, width, sketch }
    }

    /// What a layout has to know.
    pub fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// The picture, with points near the places that a layout found, as far as labels let them.
    pub fn panel(&self, places: &[Point]) -> Panel {
        let (places, height) = self.sketch.fitted(places, self.width);
        super::marks::panel(self, &places, height)
    }
}
