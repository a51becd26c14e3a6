//! What each question asks: ids, days and options, one type a question.

use super::{CalendarUnit, CountBy, Scope, Who};
use crate::date::Period;
use crate::id::Id;
use serde::Serialize;

/// Whom did X meet; when did X and Y meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Meetings {
    /// X.
    pub who: Who,
    /// Y, if only meetings with them are asked for.
    pub with: Option<Who>,
    /// Which events.
    pub scope: Scope,
}

/// Who visited whom; where did X travel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Visits {
    /// The visitors.
    pub by: Option<Who>,
    /// Whom the visitors stood for.
    pub from: Option<Who>,
    /// The destination: a state, an organization or a place.
    pub to: Option<Id>,
    /// Only trips that share days with a trip of these visitors to the same destination.
    pub overlapping: Option<Who>,
    /// Which events.
    pub scope: Scope,
}

/// What X held; who held it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Offices {
    /// The holder or the office.
    pub who: Option<Who>,
    /// Whose offices, with what belongs to it.
    pub of: Option<Id>,
    /// Words of the title or of the rank.
    pub office: Option<String>,
    /// When, and how surely.
    pub scope: Scope,
}

/// Who was there, absent, or stood in; which sessions X attended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Attendance {
    /// The forum, session or other event.
    pub event: Option<Id>,
    /// Only what concerns them.
    pub of: Option<Who>,
    /// And these as well.
    pub with: Option<Who>,
    /// Which events.
    pub scope: Scope,
}

/// Who met all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Common {
    /// All of whom.
    pub who: Vec<Who>,
    /// Which events.
    pub scope: Scope,
}

/// The shortest chain of meetings between two people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Path {
    /// One end.
    pub from: Id,
    /// The other end.
    pub to: Id,
    /// Which events.
    pub scope: Scope,
}

/// Where accounts contradict each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Conflicts {
    /// Only what concerns them.
    pub who: Option<Who>,
    /// Only this aspect.
    pub aspect: Option<String>,
    /// Only what a ruling decided.
    pub only_ruled: bool,
    /// Only what a source says was not so.
    pub only_denied: bool,
}

/// The sources behind facts, as a bibliography lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Cite {
    /// The facts; a source stands for itself. Where none is named, the loaded facts as a whole are cited.
    pub of: Vec<Id>,
}

/// Everything dated about somebody, or events in general.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Events {
    /// About whom; everything where nobody is named.
    pub who: Vec<Who>,
    /// Which events.
    pub scope: Scope,
}

/// Who said what, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Statements {
    /// Who said it.
    pub by: Option<Who>,
    /// Whom it was addressed to.
    pub to: Option<Who>,
    /// Which statements.
    pub scope: Scope,
}

/// Who sent a message to whom, and who carried it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Messages {
    /// Who sent it.
    pub from: Option<Who>,
    /// Whom it was addressed to.
    pub to: Option<Who>,
    /// Who handed it over.
    pub carried_by: Option<Who>,
    /// Which messages.
    pub scope: Scope,
}

/// Which documents there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Documents {
    /// All of whom signed or issued them; all documents where nobody is named.
    pub who: Vec<Who>,
    /// Which documents.
    pub scope: Scope,
}

/// How often each of some met each of others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Matrix {
    /// Whose meetings.
    pub rows: Vec<Who>,
    /// With whom; with each other where nobody is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cols: Vec<Who>,
    /// What counts as one.
    pub by: CountBy,
    /// A count for each of these; one in all where nothing is named.
    pub per: Option<CalendarUnit>,
    /// Which events.
    pub scope: Scope,
}

/// What the loaded sources claim to cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Covering {
    /// Of whom; everything where nobody is named.
    pub who: Option<Who>,
    /// On which days.
    #[serde(skip)]
    pub period: Period,
}
