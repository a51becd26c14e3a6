//! Shapes: lines, areas and texts, in points from the upper left corner.

use super::{Area, Ink, Point};

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dash {
    /// Not at all: what it stands for is certain.
    #[default]
    Solid,
    /// Into dashes: disputed.
    Dashed,
    /// Into dots: possible.
    Dotted,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// In which colour.
    pub ink: Ink,
    /// How wide.
    pub width: f64,
    /// How broken.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    pub const fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: Dash::Solid }
    }
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Evenly.
    Even(Ink),
    /// By thin slanting lines on the paper.
    Hatched(Ink),
    /// So thinly that lines below show through.
    Veiled(Ink),
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begin here.
    Move(Point),
    /// A straight line to there.
    Line(Point),
    /// A curve to the last point, bent towards the first (a quadratic Bézier curve).
    Bend(Point, Point),
    /// A straight line back to where it began.
    Close,
}

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Right of it.
    #[default]
    Start,
    /// On both sides.
    Middle,
    /// Left of it.
    End,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// As usual.
    #[default]
    Regular,
    /// Heavier.
    Bold,
}

/// Whether the paper shows around letters, so that lines below them do not touch them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Halo {
    /// It does not.
    #[default]
    None,
    /// It does.
    Paper,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where: on the line on which letters stand.
    pub at: Point,
    /// What it says; a backend escapes it.
    pub text: String,
    /// The size of the letters.
    pub size: f64,
    /// On which side of its place it stands.
    pub anchor: Anchor,
    /// How heavy the letters are.
    pub weight: Weight,
    /// In which colour.
    pub ink: Ink,
    /// What is around the letters.
    pub halo: Halo,
    /// By how many degrees it is turned clockwise about its place.
    pub turn: f64,
}

impl Text {
    /// A usual text.
    pub fn new(at: Point, text: impl Into<String>, size: f64) -> Self {
        Self {
            at,
            text: text.into(),
            size,
            anchor: Anchor::Start,
            weight: Weight::Regular,
            ink: Ink::Text,
            halo: Halo::None,
            turn: 0.0,
        }
    }

    /// The same on this side of its place.
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same in heavy letters.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    /// The same in this colour.
    #[must_use]
    pub fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same with paper around its letters.
    #[must_use]
    pub fn on_paper(self) -> Self {
        Self { halo: Halo::Paper, ..self }
    }

    /// The same turned clockwise about its place.
    #[must_use]
    pub fn turned(self, turn: f64) -> Self {
        Self { turn, ..self }
    }
}

/// Something to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line.
    Line {
        /// From here.
        from: Point,
        /// To there.
        to: Point,
        /// How.
        stroke: Stroke,
    },
    /// A path of lines and curves.
    Path {
        /// Step by step.
        steps: Vec<Step>,
        /// How what it surrounds is filled, if it is.
        fill: Option<Fill>,
        /// How it is drawn, if it is.
        stroke: Option<Stroke>,
    },
    /// A rectangle.
    Rect {
        /// Where.
        area: Area,
        /// How round its corners are.
        radius: f64,
        /// How it is filled, if it is.
        fill: Option<Fill>,
        /// How its edge is drawn, if it is.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Around here.
        centre: Point,
        /// How large.
        radius: f64,
        /// How it is filled, if it is.
        fill: Option<Fill>,
        /// How its edge is drawn, if it is.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text(Text),
}

impl Shape {
    /// A blank for letters to stand on, so that they can be read where lines run below them.
    pub fn blank(area: Area) -> Self {
        Self::Rect { area, radius: 1.0, fill: Some(Fill::Veiled(Ink::Paper)), stroke: None }
    }

    /// The same shape elsewhere.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        let moved = |point: Point| point.moved(right, down);
        match self {
            Self::Line { from, to, stroke } => Self::Line { from: moved(from), to: moved(to), stroke },
            Self::Path { steps, fill, stroke } => {
                Self::Path { steps: steps.into_iter().map(|step| step.moved(right, down)).collect(), fill, stroke }
            }
            Self::Rect { area, radius, fill, stroke } => {
                Self::Rect { area: area.moved(right, down), radius, fill, stroke }
            }
            Self::Circle { centre, radius, fill, stroke } => {
                Self::Circle { centre: moved(centre), radius, fill, stroke }
            }
            Self::Text(text) => Self::Text(Text { at: moved(text.at), ..text }),
        }
    }
}

impl Step {
    fn moved(self, right: f64, down: f64) -> Self {
        let moved = |point: Point| point.moved(right, down);
        match self {
            Self::Move(to) => Self::Move(moved(to)),
            Self::Line(to) => Self::Line(moved(to)),
            Self::Bend(over, to) => Self::Bend(moved(over), moved(to)),
            Self::Close => Self::Close,
        }
    }
}
