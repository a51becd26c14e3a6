//! The three repositories as sources, with what their rows cover.

use super::record::{Making, quoted};
use crate::record::Kind;
use crate::write::structure;

/// One of the repositories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repository {
    /// Visits of foreign leaders to the United States.
    Visits,
    /// Travels abroad of presidents and secretaries of state, and the list of presidents.
    Travels,
    /// Principal officers and chiefs of mission.
    Pocom,
}

impl Repository {
    /// The id of the source.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Visits => "hsg-visits",
            Self::Travels => "hsg-travels",
            Self::Pocom => "hsg-pocom",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Travels => "travels",
            Self::Pocom => "pocom",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Visits => "Visits by Foreign Leaders",
            Self::Travels => "Travels Abroad of the President and the Secretary of State",
            Self::Pocom => "Principal Officers and Chiefs of Mission",
        }
    }

    /// The citation of a row.
    pub(super) fn row(self, locator: &str) -> String {
        format!("{}#{locator}", self.id())
    }
}

/// The days that the rows of a repository are about, and when one of them was last changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    first: String,
    last: String,
    changed: String,
}

impl Extent {
    /// Takes in the days of a row and the day of its last change.
    pub(super) fn take(&mut self, first: &str, last: &str, changed: &str) {
        if !first.is_empty() && (self.first.is_empty() || first < self.first.as_str()) {
            first.clone_into(&mut self.first);
        }
        if last > self.last.as_str() {
            last.clone_into(&mut self.last);
        }
        let changed = changed.get(..10).unwrap_or_default();
        if changed > self.changed.as_str() {
            changed.clone_into(&mut self.changed);
        }
    }
}

/// The source of a repository.
pub(super) fn source(repository: Repository, extent: &Extent) -> Making {
    let mut note =
        "By its licence note in the public domain in the United States, and elsewhere under CC0 1.0.".to_owned();
    if !extent.changed.is_empty() {
        note += &format!(" The row that was changed last is of {}.", extent.changed);
    }
    let url = format!("https://github.com/HistoryAtState/{}", repository.name());
    let making = Making::new(Kind::Source, repository.id())
        .text("title", repository.title())
        .text("publisher", "Office of the Historian, U.S. Department of State")
        .text("url", &url)
        .value("kind", "Reference")
        .value("genre", "Dataset")
        .text("voice", "united-states")
        .text("lang", "en");
    making.value("covers", &cover(repository, extent)).text("note", &note)
}

/// What the rows cover: they are a selection as long as the publisher does not claim that they are all.
fn cover(repository: Repository, extent: &Extent) -> String {
    let fields: &[(&str, &str)] = match repository {
        Repository::Visits => {
            &[("to", "\"united-states\""), ("kinds", "[Visit]"), ("levels", "[HeadOfState, HeadOfGovernment]")]
        }
        Repository::Travels => {
            &[("by", "\"united-states\""), ("kinds", "[Visit]"), ("levels", "[HeadOfState, ForeignMinister]")]
        }
        Repository::Pocom => &[("who", "\"united-states\""), ("kinds", "[Tenure]")],
    };
    let days = [("from", &extent.first), ("until", &extent.last)];
    let days = days.into_iter().filter(|(_, day)| !day.is_empty()).map(|(name, day)| (name, quoted(day)));
    let degree = [("degree", "Sample".to_owned()), ("claimed_by", "Keeper".to_owned())];
    structure(fields.iter().map(|(name, value)| (*name, (*value).to_owned())).chain(days).chain(degree))
}
