//! How exactly a date is given.

/// The unit of the last digit that a date gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day: `2024-12-12`.
    Day,
    /// A month: `2024-12`.
    Month,
    /// A season: `2024-21`.
    Season,
    /// A year: `2024`.
    Year,
    /// Ten years: `202X`.
    Decade,
    /// A hundred years: `20XX`.
    Century,
    /// A set or an interval, whose ends may each have a precision of their own.
    Span,
}
