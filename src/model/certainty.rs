//! The three degrees of a row.

use std::fmt;

/// How far the loaded accounts support a claim. Orders from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// An account leaves it open.
    Possible,
    /// One account says so and another contradicts.
    Disputed,
    /// Stated by the cited sources and disputed by none that was loaded.
    Certain,
}

impl Certainty {
    /// The word in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Disputed => "disputed",
            Self::Certain => "certain",
        }
    }

    /// How sure a claim is that makes this one and another: where one is disputed, some account lets it be and another
    /// does not, however open the rest is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == Self::Disputed || other == Self::Disputed { Self::Disputed } else { self.min(other) }
    }

    /// `Certain` if it is sure, else `Possible` if it can be at all.
    pub fn of(certainly: bool, possibly: bool) -> Option<Self> {
        if certainly { Some(Self::Certain) } else { possibly.then_some(Self::Possible) }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
