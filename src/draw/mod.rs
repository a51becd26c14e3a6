//! Drawings: an [`Answer`](crate::query::Answer) as a picture that can be printed as it is.
//!
//! Nothing here selects: a picture shows the events of the answer that it is given, so that table, JSON and picture say the
//! same. Each kind of picture makes the [`Panel`] that is its own (marks on a plane, and a legend of what occurs);
//! [`Sheet`] puts it under a title and over a caption, and gives a [`Scene`]; backends write a scene down. Lengths are in
//! points, 72 to the inch, as they come out in print.

mod axis;
mod caption;
mod chart;
mod format;
mod heading;
mod legend;
mod map;
mod matrix;
mod network;
mod scene;
mod sheet;
mod svg;
mod text;

pub use chart::{Chart, Stack, TooLong};
pub use format::PictureFormat;
pub use legend::{Entry, Legend, Sign};
pub use map::{Borders, Extent, Map, Mapped};
pub use matrix::{Matrix, TooWide};
pub use network::{Cluster, Network, TooMany};
pub use scene::{
    Anchor, Area, Dash, Fill, Halo, Ink, Mark, Palette, Point, Scene, Shape, Step, Stroke, Text, Theme, Weight,
};
pub use sheet::{Captioned, Panel, Sheet};
pub use svg::svg;
pub use text::{Ruler, plain, wrap};
