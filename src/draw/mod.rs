//! Drawings: an [`Answer`](crate::query::Answer) as a picture that can be printed as it is.
//!
//! Nothing here selects: a picture shows the events of the answer that it is given, so that table, JSON and picture say the
//! same. Each kind of picture makes the [`Panel`] that is its own (marks on a plane, and a legend of what occurs);
//! [`Sheet`] puts it under a title and over a caption, and gives a [`Scene`]; backends write a scene down. Lengths are in
//! points, 72 to the inch, as they come out in print.

mod axis;
mod brief;
mod caption;
mod chart;
mod degree;
#[cfg(any(feature = "png", feature = "pdf"))]
mod fonts;
mod format;
mod heading;
mod html;
mod layout;
mod legend;
mod map;
mod matrix;
mod network;
mod path;
#[cfg(feature = "pdf")]
mod pdf;
mod period;
#[cfg(feature = "png")]
mod png;
mod scene;
mod sequence;
mod sheet;
mod svg;
mod text;
mod timeline;

pub use chart::{Chart, Stack, TooLong};
#[cfg(any(feature = "png", feature = "pdf"))]
pub use fonts::{Fonts, PaintError};
pub use format::PictureFormat;
pub use html::html;
pub use layout::{Sketch, UnreadPlaces};
pub use legend::{Entry, Legend, Sign};
pub use map::{Borders, Extent, Map, Mapped};
pub use matrix::{Matrix, TooWide};
pub use network::{Cluster, Network, Plan, TooMany};
pub use path::path;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
#[cfg(feature = "png")]
pub use png::png;
pub use scene::{
    Anchor, Area, Dash, Fill, Halo, Ink, Mark, Palette, Point, Scene, Shape, Step, Stroke, Text, Theme, Weight,
};
pub use sequence::{kinds_in_touch, sequence};
pub use sheet::{Captioned, Panel, Sheet};
pub use svg::svg;
pub use text::{Ruler, number, plain, wrap};
pub use timeline::{Lanes, Timeline, TooFull};
