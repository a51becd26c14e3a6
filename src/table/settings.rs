//! What is said of a table as a whole.

use crate::id::Id;

/// What is said of a table as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The source that its rows cite, a machine; its rows answer to `SOURCE-e` and the number of their line.
    pub source: Id,
    /// The title of the source.
    pub title: String,
    /// How many days before the day of its report an event can have taken place.
    pub lag: u16,
}
