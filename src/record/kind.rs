//! The kinds of records.

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal,)*) => {
        /// A kind of record, as its name stands before the bracket in a fact file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, schemars::JsonSchema)]
        #[derive(borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// Every kind, in the order of the data dictionary.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// Their names as they are written in a fact file.
            pub(super) const TAGS: &[&str] = &[$(stringify!($kind)),*];

            /// The name in options and output: lower case, words joined by `-`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// The name as it is written in a fact file.
            pub fn tag(self) -> &'static str {
                match self { $(Self::$kind => stringify!($kind),)* }
            }
        }
    };
}

kinds! {
    /// A human being.
    Person "person",
    /// A state, or a dependent or historic one.
    State "state",
    /// A political party.
    Party "party",
    /// An organization: intergovernmental, a ministry, a parliament, a company.
    Organization "organization",
    /// A grouping, mechanism, dialogue, conference or fair.
    Forum "forum",
    /// A post.
    Office "office",
    /// One person's holding of an office.
    Tenure "tenure",
    /// A state in an organization or grouping, a person in a party.
    Membership "membership",
    /// A place.
    Place "place",
    /// A stay of visitors in one state.
    Visit "visit",
    /// A meeting in person or by video.
    Meeting "meeting",
    /// A call by telephone or video.
    Call "call",
    /// One dated sitting, round, summit, congress or edition.
    Session "session",
    /// A programme item that is neither visit nor meeting.
    Activity "activity",
    /// A letter, telegram or other message.
    Message "message",
    /// A treaty, communique or other document.
    Document "document",
    /// What somebody said.
    Statement "statement",
    /// A proposal that carries a name.
    Initiative "initiative",
    /// A subject that events and statements are about.
    Topic "topic",
    /// A publication.
    Source "source",
    /// A source says that something was not so.
    Denial "denial",
    /// A source took an account back.
    Retraction "retraction",
    /// Unites two ids of one kind.
    SameAs "same-as",
    /// Forbids to unite two ids.
    Different "different",
    /// The keeper's judgement on a dispute.
    Ruling "ruling",
    /// A count that a source claims.
    Tally "tally",
    /// An assertion about facts, shown and never computed with.
    Remark "remark",
    /// Accepts one finding of a check.
    Expect "expect",
}

impl Kind {
    /// The kinds that have names in several languages.
    pub const NAMED: &[Self] = &[
        Self::Person,
        Self::State,
        Self::Party,
        Self::Organization,
        Self::Forum,
        Self::Office,
        Self::Place,
        Self::Initiative,
        Self::Topic,
    ];

    /// Whether facts of this kind can take part in events for themselves.
    pub fn is_actor(self) -> bool {
        matches!(self, Self::Person | Self::State | Self::Party | Self::Organization | Self::Forum)
    }

    /// Whether facts of this kind are dated events.
    pub fn is_event(self) -> bool {
        matches!(
            self,
            Self::Visit
                | Self::Meeting
                | Self::Call
                | Self::Session
                | Self::Activity
                | Self::Message
                | Self::Document
                | Self::Statement
        )
    }

    /// Whether records of this kind must cite a source.
    pub fn needs_evidence(self) -> bool {
        self.is_event()
            || matches!(
                self,
                Self::Tenure | Self::Membership | Self::Denial | Self::Retraction | Self::Tally | Self::Remark
            )
    }

    /// The tag after `a` or `an`, for sentences.
    pub fn with_article(self) -> String {
        let article = if self.tag().starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
        format!("{article} {}", self.tag())
    }

    /// The kind whose [`tag`](Self::tag) this is.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.tag() == tag)
    }

    /// The kind whose [`name`](Self::name) this is.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl super::Listed for Kind {
    const LIST: &'static [Self] = Self::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
