//! Shapes: what a field of a record is called, what may stand in it and what it means.
//!
//! They are declared with the fields themselves, so that whatever writes records needs no list of its own.

use super::fields::{CITATION, COVER, FORMER_NAME, LEG, PARTICIPATION, RULED, TALLY_SELECTION, WITHIN};
use super::scalar::Many;
use super::table::Table;
use super::{
    Capacity, Citation, Cover, Credibility, FormerName, Kind, Latitude, Leg, Locus, Longitude, Participation, Ruled,
    TallyOf, TallySelection, Within,
};
use crate::date::{Day, EventDate, PointDate};
use crate::id::Id;

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Any text, in quotes.
    Text,
    /// The id of a fact, in quotes.
    Id,
    /// A capacity, in quotes: an office, also with `former:` and the like before it.
    Capacity,
    /// A source with its locator, in quotes: `SOURCE#LOCATOR`.
    Locus,
    /// A date, in quotes.
    Date,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of these words, without quotes.
    Word(&'static [&'static str]),
    /// A structure in round brackets.
    Struct(&'static [Field]),
    /// One value, for which its text alone may stand.
    Loose(&'static Shape, &'static [Field]),
    /// One value, or a list in square brackets.
    Many(&'static Shape),
    /// A list in square brackets, also around one value.
    List(&'static Shape),
    /// Values by keys in quotes, in curly brackets.
    Table(&'static Shape),
}

/// A field of a record or structure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its name, as it is written.
    pub name: &'static str,
    /// Whether it has to be written.
    pub must: bool,
    /// What it means, in one sentence.
    pub about: &'static str,
    /// What may stand in it.
    pub shape: Shape,
}

/// A type that fields can have.
pub trait Shaped {
    /// How its values are written.
    const SHAPE: Shape;
}

macro_rules! shapes {
    ($($kind:ty: $shape:expr;)*) => {$(
        impl Shaped for $kind {
            const SHAPE: Shape = $shape;
        }
    )*};
}

shapes! {
    String: Shape::Text;
    Id: Shape::Id;
    Capacity: Shape::Capacity;
    Locus: Shape::Locus;
    Day: Shape::Date;
    PointDate: Shape::Date;
    EventDate: Shape::Date;
    bool: Shape::Flag;
    u32: Shape::Number;
    u64: Shape::Number;
    Latitude: Shape::Number;
    Longitude: Shape::Number;
    Credibility: Shape::Number;
    Kind: Shape::Word(Kind::TAGS);
    TallyOf: Shape::Loose(&Shape::Id, TALLY_SELECTION);
    Participation: Shape::Loose(&Shape::Id, PARTICIPATION);
    Citation: Shape::Loose(&Shape::Locus, CITATION);
    Within: Shape::Loose(&Shape::Id, WITHIN);
    Ruled: Shape::Struct(RULED);
    FormerName: Shape::Struct(FORMER_NAME);
    Leg: Shape::Struct(LEG);
    Cover: Shape::Struct(COVER);
    TallySelection: Shape::Struct(TALLY_SELECTION);
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = T::SHAPE;
}

impl<T: Shaped> Shaped for std::sync::Arc<T> {
    const SHAPE: Shape = T::SHAPE;
}

impl<T: Shaped> Shaped for Many<T> {
    const SHAPE: Shape = Shape::Many(&T::SHAPE);
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<V: Shaped> Shaped for Table<V> {
    const SHAPE: Shape = Shape::Table(&V::SHAPE);
}
