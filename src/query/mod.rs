//! Questions: each a variant of one [`Query`], each answered by one [`Answer`].
//!
//! A query holds ids and days only; names and phrases are turned into them by [`Directory`] and by
//! [`Period::parse`](crate::date::Period::parse). What an answer means is written down in `docs/answers.md`.

mod accounts;
mod answer;
mod asides;
mod attendance;
mod besides;
mod bibliography;
mod bucket;
mod capacity;
mod changes;
mod cite;
mod common;
mod company;
mod conflicts;
mod contacts;
mod counted;
mod counting;
mod coverage;
mod directory;
mod dissent;
mod dyads;
mod ends;
mod entitled;
mod events;
mod filter;
mod forum_trip;
mod left_out;
mod list;
mod long;
mod matrix;
mod meetings;
mod namesakes;
mod near;
mod network;
mod offices;
mod pairs;
mod panel;
mod path;
mod people;
mod publication;
mod question;
mod rank;
mod reach;
mod relay;
pub mod row;
mod rows;
mod rules;
mod said;
mod said_by;
mod said_of_things;
mod schema;
mod scope;
mod search;
mod select;
mod shape;
mod show;
mod sources;
mod spans;
mod speech;
mod stats;
mod tabled;
mod tally;
mod through;
mod timeline;
mod title;
mod understood;
mod units;
mod unmet;
mod visits;
pub mod wanted;
mod why;
mod words;
mod zeros;

pub use answer::{Answer, Count, End, Page, SortBy};
pub use cite::{Citations, CitedAt};
pub use counting::{CountBy, Counting, Per};
pub use coverage::{Coverage, CoveredDays, State, zero_is_known};
pub use directory::{Candidate, CandidateMark, Directory, WhoError};
pub use entitled::{NoTitle, is_title, titled};
pub use forum_trip::ForumTrips;
pub use left_out::LeftOut;
pub(crate) use list::listed;
pub use panel::{Panel, PanelAnswer, PanelRow, panel};
pub use people::capacities;
pub use publication::{Earlier, EarlierKind, Kept, Publication, PublicationKind};
pub use question::{
    Attendance, Attended, Cite, Common, Conflicts, Covering, Documents, Events, Matrix, Measure, Meetings, Messages,
    Offices, Path, Rank, Reach, Statements, Visits,
};
pub use rows::Rows;
pub use schema::{columns, questions, schema};
pub use scope::{About, KindFilter, Scope, StatusWanted, When, Who};
pub use shape::Shape;
pub use spans::CalendarUnit;
pub use through::Through;
pub use why::Why;
pub use words::{Channel, Stated, Voice};

use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use serde::Serialize;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(tag = "question", rename_all = "kebab-case")]
pub enum Query {
    /// Meetings in person.
    Meetings(Meetings),
    /// Meetings, calls and messages.
    Contacts(Meetings),
    /// Visits.
    Visits(Visits),
    /// Offices and their holders.
    Offices(Offices),
    /// Who attended.
    Attendance(Attendance),
    /// Whom all of them met.
    Common(Common),
    /// The shortest chain of meetings.
    Path(Path),
    /// Who is within so many meetings.
    Reach(Reach),
    /// Who is central.
    Rank(Rank),
    /// Everything dated about somebody.
    Timeline(Events),
    /// Events by kind.
    Events(Events),
    /// What was said.
    Statements(Statements),
    /// What was sent.
    Messages(Messages),
    /// What was signed.
    Documents(Documents),
    /// How often who met whom.
    Matrix(Matrix),
    /// One fact as a card.
    Show {
        /// The fact.
        id: Id,
    },
    /// Names, titles, quotes and texts.
    Search {
        /// The words to look for.
        text: String,
    },
    /// Where accounts contradict each other.
    Conflicts(Conflicts),
    /// What each account says.
    Why(Why),
    /// Which sources there are, or what rests on one.
    Sources {
        /// The source, if one is asked about.
        source: Option<Id>,
    },
    /// What became known since a day.
    Changes {
        /// The first day.
        known_since: Day,
        /// Only what concerns them, if somebody or something is named.
        #[serde(skip_serializing_if = "Option::is_none")]
        who: Option<Who>,
    },
    /// The sources behind facts.
    Cite(Cite),
    /// What the loaded sources claim to cover.
    Coverage(Covering),
    /// What was loaded.
    Stats,
    /// How many rows a question about events has.
    Count {
        /// The question.
        of: Box<Query>,
        /// By which rule.
        counting: Counting,
    },
}

impl Query {
    /// The name of the question, as the command line has it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Meetings(_) => "meetings",
            Self::Contacts(_) => "contacts",
            Self::Visits(_) => "visits",
            Self::Offices(_) => "offices",
            Self::Attendance(_) => "attendance",
            Self::Common(_) => "common",
            Self::Path(_) => "path",
            Self::Reach(_) => "reach",
            Self::Rank(_) => "rank",
            Self::Timeline(_) => "timeline",
            Self::Events(_) => "events",
            Self::Statements(_) => "statements",
            Self::Messages(_) => "messages",
            Self::Documents(_) => "documents",
            Self::Matrix(_) => "matrix",
            Self::Show { .. } => "show",
            Self::Search { .. } => "search",
            Self::Conflicts(_) => "conflicts",
            Self::Why(_) => "why",
            Self::Sources { .. } => "sources",
            Self::Changes { .. } => "changes",
            Self::Cite(_) => "cite",
            Self::Coverage(_) => "coverage",
            Self::Stats => "stats",
            Self::Count { of, .. } => of.name(),
        }
    }

    /// Which events the question is about, if it is about events.
    pub fn scope(&self) -> Option<&Scope> {
        match self {
            Self::Meetings(question) | Self::Contacts(question) => Some(&question.scope),
            Self::Visits(question) => Some(&question.scope),
            Self::Offices(question) => Some(&question.scope),
            Self::Attendance(question) => Some(&question.scope),
            Self::Common(question) => Some(&question.scope),
            Self::Path(question) => Some(&question.scope),
            Self::Reach(question) => Some(&question.scope),
            Self::Rank(question) => Some(&question.scope),
            Self::Timeline(question) | Self::Events(question) => Some(&question.scope),
            Self::Count { of, .. } => of.scope(),
            Self::Statements(question) => Some(&question.scope),
            Self::Messages(question) => Some(&question.scope),
            Self::Documents(question) => Some(&question.scope),
            Self::Matrix(question) => Some(&question.scope),
            Self::Show { .. } | Self::Search { .. } | Self::Conflicts(_) | Self::Why(_) | Self::Cite(_) => None,
            Self::Sources { .. } | Self::Changes { .. } | Self::Coverage(_) | Self::Stats => None,
        }
    }

    /// The same, to be narrowed.
    pub(crate) fn scope_mut(&mut self) -> Option<&mut Scope> {
        match self {
            Self::Meetings(question) | Self::Contacts(question) => Some(&mut question.scope),
            Self::Visits(question) => Some(&mut question.scope),
            Self::Offices(question) => Some(&mut question.scope),
            Self::Attendance(question) => Some(&mut question.scope),
            Self::Common(question) => Some(&mut question.scope),
            Self::Path(question) => Some(&mut question.scope),
            Self::Reach(question) => Some(&mut question.scope),
            Self::Rank(question) => Some(&mut question.scope),
            Self::Timeline(question) | Self::Events(question) => Some(&mut question.scope),
            Self::Count { of, .. } => of.scope_mut(),
            Self::Statements(question) => Some(&mut question.scope),
            Self::Messages(question) => Some(&mut question.scope),
            Self::Documents(question) => Some(&mut question.scope),
            Self::Matrix(question) => Some(&mut question.scope),
            Self::Why(Why::Met(question)) => Some(&mut question.scope),
            Self::Show { .. } | Self::Search { .. } | Self::Conflicts(_) | Self::Why(_) | Self::Cite(_) => None,
            Self::Sources { .. } | Self::Changes { .. } | Self::Coverage(_) | Self::Stats => None,
        }
    }

    /// The days that the question is about; all days where it is not about events.
    pub(crate) fn period(&self) -> Period {
        match self {
            Self::Coverage(question) => question.period,
            Self::Why(Why::Met(question)) => question.scope.period,
            _ => self.scope().map_or(Period::ALL, |scope| scope.period),
        }
    }

    /// The question in words, with the names and ids that it was resolved to.
    pub fn understood(&self, graph: &KnowledgeGraph) -> String {
        understood::words(graph, self)
    }

    /// The question whose rows are counted, or this one itself.
    fn counted(&self) -> &Self {
        match self {
            Self::Count { of, .. } => of.counted(),
            _ => self,
        }
    }

    /// Whether an answer without rows says itself what that means: it is about accounts, or about what is not recorded,
    /// rather than about what took place.
    fn says_of_nothing(&self) -> bool {
        match self {
            Self::Conflicts(_) | Self::Sources { .. } | Self::Changes { .. } | Self::Cite(_) => true,
            Self::Why(Why::Fact(_)) => true,
            // From somebody to themselves no meeting leads, whatever is recorded.
            Self::Path(question) => question.from == question.to,
            Self::Offices(question) => question.not_met_by.is_some(),
            _ => false,
        }
    }

    /// The same question with rows that are only possible, as a count has to know them; a question for certain rows only
    /// stays as it is.
    pub fn with_possible(&self) -> Self {
        let mut question = self.clone();
        let scope = match &mut question {
            Self::Meetings(one) | Self::Contacts(one) => &mut one.scope,
            Self::Visits(one) => &mut one.scope,
            Self::Timeline(one) | Self::Events(one) => &mut one.scope,
            _ => return question,
        };
        if scope.at_least != Certainty::Certain {
            scope.at_least = Certainty::Possible;
        }
        question
    }

    /// Answers the question. Costs what it looks at: the events of those asked about, in the period.
    pub fn answer(&self, graph: &KnowledgeGraph) -> Answer {
        let mut answer = match self {
            Self::Meetings(question) => meetings::meetings(graph, question, meetings::InPerson),
            Self::Contacts(question) => meetings::meetings(graph, question, meetings::InAnyMode),
            Self::Visits(question) => visits::visits(graph, question),
            Self::Offices(question) => offices::offices(graph, question),
            Self::Attendance(question) => attendance::attendance(graph, question),
            Self::Common(question) => common::common(graph, question),
            Self::Path(question) => path::path(graph, question),
            Self::Reach(question) => reach::reach(graph, question),
            Self::Rank(question) => rank::rank(graph, question),
            Self::Timeline(question) => timeline::timeline(graph, question),
            Self::Events(question) => events::events(graph, question),
            Self::Statements(question) => speech::statements(graph, question),
            Self::Messages(question) => speech::messages(graph, question),
            Self::Documents(question) => speech::documents(graph, question),
            Self::Matrix(question) => matrix::matrix(graph, question),
            Self::Show { id } => show::show(graph, id),
            Self::Search { text } => search::search(graph, text),
            Self::Conflicts(question) => conflicts::conflicts(graph, question),
            Self::Why(question) => why::why(graph, question),
            Self::Sources { source } => sources::sources(graph, source.as_ref()),
            Self::Changes { known_since, who } => changes::changes(graph, *known_since, who.as_ref()),
            Self::Cite(question) => bibliography::bibliography(graph, question),
            Self::Coverage(question) => coverage::listed(graph, question),
            Self::Stats => stats::stats(graph),
            Self::Count { of, counting } => counting::count(graph, of, *counting),
        };
        answer.describe(graph, self);
        answer
    }
}
