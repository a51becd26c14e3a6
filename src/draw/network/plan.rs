//! Plans: a network with its labels, for a layout to place.

use super::Network;
use super::actor::Actor;
use super::label::{Label, Measures, Side};
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
    pub(super) measures: Measures,
    pub(super) width: f64,
    sketch: Sketch,
}

impl<'n> Plan<'n> {
    pub(super) fn new(network: &'n Network<'n>, sheet: &Sheet, ruler: &'n Ruler) -> Self {
        let width = sheet.width();
        let measures = Measures::of(network.actors.len(), width);
        let label = |actor| label(network, actor, &measures, (ruler, Side::Below));
        let number: BTreeMap<&Id, usize> =
            (0..).zip(&network.actors).map(|(number, actor)| (&actor.id, number)).collect();
        let tie = |tie: &super::Tie| Some((*number.get(&tie.ends[0])?, *number.get(&tie.ends[1])?, tie.events.len()));
        let sketch = Sketch {
            rooms: network.actors.iter().map(|actor| label(actor).room).collect(),
            groups: network.actors.iter().map(|actor| network.groups.number(actor)).collect(),
            ties: network.ties.iter().filter_map(tie).collect(),
        };
        Self { network, ruler, measures, width, sketch }
    }

    /// What a layout has to know.
    pub fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// The picture, with points near the places that a layout found, as far as labels let them.
    pub fn panel(&self, places: &[Point]) -> Panel {
        let places = &self.sketch.along(places, self.width);
        let sides = free_sides(&self.sketch, places);
        let label = |(actor, side)| label(self.network, actor, &self.measures, (self.ruler, side));
        let labels: Vec<Label> = self.network.actors.iter().zip(sides).map(label).collect();
        let rooms = labels.iter().map(|label| label.room).collect();
        let (places, height) = Sketch { rooms, ..self.sketch.clone() }.fitted(places, self.width);
        super::marks::panel(self, &labels, &places, height)
    }
}

fn label(network: &Network<'_>, actor: &Actor, measures: &Measures, on: (&Ruler, Side)) -> Label {
    Label::new(actor, network.groups.colour(actor), measures, on)
}

/// On which side of each point its label meets fewer of its ties: above, where most of what it is joined to lies below.
fn free_sides(sketch: &Sketch, places: &[Point]) -> Vec<Side> {
    let mut leaning = vec![0.0; places.len()];
    for (from, to, _) in &sketch.ties {
        let (Some(one), Some(other)) = (places.get(*from), places.get(*to)) else { continue };
        let down = (other.y - one.y) / one.distance(*other).max(1e-6);
        leaning.get_mut(*from).into_iter().for_each(|lean| *lean += down);
        leaning.get_mut(*to).into_iter().for_each(|lean| *lean -= down);
    }
    leaning.into_iter().map(|lean: f64| if lean > 0.3 { Side::Above } else { Side::Below }).collect()
}
