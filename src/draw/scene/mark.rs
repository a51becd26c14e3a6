//! Marks: shapes that together stand for one thing.

use super::Shape;
use crate::id::Id;

/// Shapes that together stand for one thing: an actor, a tie between two, a bar, a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// What kind of thing, as a word for style sheets: `node`, `tie`, `bar`.
    pub class: &'static str,
    /// What a pointer that rests on it is told; nothing where it says no more than what is drawn.
    pub tip: Option<String>,
    /// The events that it stands for.
    pub events: Vec<Id>,
    /// Whom it concerns: one actor for a node, two for a tie. A page highlights what concerns the same.
    pub about: Vec<Id>,
    /// How it looks, the lowest first.
    pub shapes: Vec<Shape>,
}

impl Mark {
    /// A mark that stands for nothing by itself: titles, rules, legends.
    pub fn plain(class: &'static str, shapes: Vec<Shape>) -> Self {
        Self { class, shapes, ..Self::default() }
    }

    /// The same mark elsewhere.
    pub fn moved(mut self, right: f64, down: f64) -> Self {
        self.shapes = self.shapes.into_iter().map(|shape| shape.moved(right, down)).collect();
        self
    }
}
