//! Dates of events, bounds on their days, and periods that are asked about.
//!
//! A [`PointDate`] and an [`EventDate`] say what a source says, in EDTF (the
//! Extended Date/Time Format, ISO 8601-2): level 0, level 1 and the one-of
//! sets of level 2. [`Bounds`] are the days on which it can have begun and
//! ended; a [`Period`] is the stretch of days that a question is about.
//! "Today" is always an argument: nothing here reads a clock.

mod bounds;
mod calendar;
mod coarse;
mod day;
mod error;
mod event;
mod event_text;
mod month;
mod numeric;
mod period;
mod period_error;
mod phrase;
mod point;
mod precision;
mod refusal;
mod relative;
mod set;
mod shortest;
mod stored;
mod vocabulary;
mod written;

pub use bounds::Bounds;
pub use day::Day;
pub use error::{DateError, Fault};
pub use event::EventDate;
pub use period::Period;
pub use period_error::PeriodError;
pub use point::PointDate;
pub use precision::Precision;
