//! What each question asks: ids, days and options, one type a question.

use super::{CalendarUnit, CountBy, Scope, Through, Who};
use crate::date::{Length, Period};
use crate::id::Id;
use serde::{Serialize, Serializer};

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
    pub to: Option<Who>,
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
    pub of: Option<Who>,
    /// Words of the title or of the rank.
    pub office: Option<String>,
    /// Only held by those of whom no meeting with these is recorded in the period, not even a possible one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_met_by: Option<Who>,
    /// When, and how surely.
    pub scope: Scope,
}

/// Whether somebody on a list was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Attended {
    /// Was there; by video or telephone only where the event was held so.
    Present,
    /// Was not, whoever stood in.
    Absent,
}

impl Serialize for Attended {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(match self {
            Self::Present => "present",
            Self::Absent => "absent",
        })
    }
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
    /// Only those who were there, or only those who were not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<Attended>,
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

/// The shortest chain of meetings between two actors, or the one by which word passes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Path {
    /// One end.
    pub from: Id,
    /// The other end.
    pub to: Id,
    /// Whether each meeting has to come after the one before, as word passes from hand to hand.
    pub time_ordered: bool,
    /// Within how much time word passes from the first hand to the last.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "text")]
    #[schemars(with = "Option<String>")]
    pub within: Option<Length>,
    /// Of how many steps at most.
    #[serde(rename = "max", skip_serializing_if = "Option::is_none")]
    pub most_steps: Option<usize>,
    /// All chains that are as short, so many of them at most; one where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all: Option<usize>,
    /// Whom it leads through; where nothing is said, people between two people, and anybody else between others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<Through>,
    /// Which events.
    pub scope: Scope,
}

impl Path {
    /// One shortest chain, whatever the order of its meetings.
    pub fn new(from: Id, to: Id, scope: Scope) -> Self {
        Self { from, to, time_ordered: false, within: None, most_steps: None, all: None, through: None, scope }
    }
}

#[expect(clippy::ref_option, reason = "serde calls it so")]
fn text<S: Serializer>(length: &Option<Length>, to: S) -> Result<S::Ok, S::Error> {
    match length {
        Some(length) => to.collect_str(length),
        None => to.serialize_none(),
    }
}

/// Who is within so many meetings of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Reach {
    /// Of whom.
    pub who: Id,
    /// How many.
    pub steps: usize,
    /// Through whom; where nothing is said, people around a person, and anybody around others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<Through>,
    /// Which events.
    pub scope: Scope,
}

/// What is ranked, and by what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Measure {
    /// Actors by how many meetings they had.
    #[default]
    Meetings,
    /// Actors by how many they met.
    Partners,
    /// Actors by the share of shortest chains between two others that lead through them.
    Betweenness,
    /// Actors by how often they are met by those who are met often.
    Pagerank,
    /// Pairs of actors by how many meetings they had with each other.
    Pairs,
}

impl Measure {
    /// The name in options and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Partners => "partners",
            Self::Betweenness => "betweenness",
            Self::Pagerank => "pagerank",
            Self::Pairs => "pairs",
        }
    }

    /// Whether it looks at the whole network, so that each score rests on all meetings.
    pub fn is_of_network(self) -> bool {
        matches!(self, Self::Betweenness | Self::Pagerank)
    }
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// Who is central in the network of those who met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Rank {
    /// Only those who took part as one of these are ranked; of pairs, those with one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<Who>,
    /// By what.
    pub measure: Measure,
    /// So many of the first at most; all where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<usize>,
    /// Which events.
    pub scope: Scope,
}

/// Where accounts contradict each other, of what somebody has to do with or of the meetings of two.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Conflicts {
    /// Only what concerns them.
    pub who: Option<Who>,
    /// Only the meetings of these two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<(Who, Who)>,
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
