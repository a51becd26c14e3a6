//! Scenes: what is drawn where, before any format.

mod ink;
mod mark;
mod plane;
mod shape;

pub use ink::{Ink, Palette, Theme};
pub use mark::Mark;
pub use plane::{Area, Point};
pub use shape::{Anchor, Dash, Fill, Halo, Shape, Step, Stroke, Text, Weight};

use crate::id::Id;
use crate::query::row::Table;
use std::collections::BTreeSet;

/// A whole picture.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The width in points.
    pub width: f64,
    /// The height in points.
    pub height: f64,
    /// In which colours.
    pub theme: Theme,
    /// What the picture is called.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// What is drawn, the lowest first.
    pub marks: Vec<Mark>,
    /// The same in words: a row for each thing that the picture shows.
    pub table: Table,
    /// The accounts behind it, a line each.
    pub sources: Vec<String>,
}

/// Points in a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

impl Scene {
    /// The height in print, in millimetres.
    pub fn height_mm(&self) -> f64 {
        self.height / POINTS
    }

    /// Every event that some mark stands for.
    pub fn events(&self) -> BTreeSet<&Id> {
        self.marks.iter().flat_map(|mark| &mark.events).collect()
    }
}
