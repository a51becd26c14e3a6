//! Accounts: what one source says about one thing.

use crate::record::{Body, Citation, Evidence, Status};
use crate::span::Span;
use std::fmt;
use std::sync::Arc;

/// Where an account was written down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// In a file of the user's.
    File(Span),
    /// In a file that is part of the program.
    BuiltIn(Span),
}

impl Origin {
    /// File, line and column.
    pub fn span(&self) -> &Span {
        match self {
            Self::File(span) | Self::BuiltIn(span) => span,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(span) => write!(f, "{span}"),
            Self::BuiltIn(span) => write!(f, "{span} (built in)"),
        }
    }
}

/// What one source says about one thing: a record seen with one of its citations.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// Where it was written down.
    pub origin: Origin,
    /// The source and the place in it; none for facts that need no evidence.
    pub citation: Option<Arc<Citation>>,
    /// The evidence of the whole record, with the reasons for what was derived.
    pub evidence: Arc<Evidence>,
    /// What it says.
    pub says: Arc<Body>,
    /// What is heard of it: what it says, without the aspects in which a ruling follows another account.
    pub heard: Arc<Body>,
    /// What kind of happening it can support, for events: an account that was published before the day it gives
    /// supports only an announcement.
    pub status: Option<Status>,
    /// Whether its source took it back.
    pub withdrawn: bool,
}

/// The aspects of which only accounts of what happened can tell: when, where and with whom. What was announced of the
/// others, such as the rank of a visit, who invited, the number of a session or in what capacity somebody was to come,
/// stands beside what was said later.
pub const COURSE: [&str; 21] = [
    "occurrence",
    "when",
    "time",
    "zone",
    "medium",
    "place",
    "to",
    "legs",
    "complete",
    "hosted_by",
    "part_of",
    "beside",
    "after",
    "about",
    "participation",
    "for",
    "role",
    "part",
    "lead",
    "reason",
    "presence",
];

impl Account {
    /// Whether the account has a say in an aspect of the fact as it stands.
    pub fn tells(&self, aspect: &str, status: Status) -> bool {
        self.supports(status) || self.announced(status) && !COURSE.contains(&aspect)
    }

    /// Whether it announced what was then held.
    pub fn announced(&self, status: Status) -> bool {
        status == Status::Held && self.supports(Status::Announced) && self.status.is_some()
    }

    /// Whether the account counts towards the fact as it stands.
    pub fn supports(&self, status: Status) -> bool {
        !self.withdrawn && self.status.is_none_or(|own| own == status)
    }
}
