//! The closed lists of words that fields take, as they are written in fact files.
//!
//! Each word is written with a capital and without quotes; output uses its lower-case form.

use super::shape::{Shape, Shaped};
use serde::Deserialize;
use std::fmt;

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $list:ident { $($word:ident $name:literal,)* })*) => {$(
        $(#[$doc])*
        #[allow(missing_docs, reason = "the words are the field's own and speak for themselves")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, schemars::JsonSchema)]
        #[derive(borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub enum $list {
            $($word,)*
        }

        impl $list {
            /// Every word of the list, in the order of the data dictionary.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// The word in options and output: lower case, joined by `-`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$word => $name,)* }
            }
        }

        impl super::Listed for $list {
            const LIST: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.name()
            }
        }

        impl super::Spell for $list {
            fn spell(&self) -> Option<String> {
                Some(match self { $(Self::$word => stringify!($word),)* }.to_owned())
            }
        }

        impl Shaped for $list {
            const SHAPE: Shape = Shape::Word(&[$(stringify!($word)),*]);
        }

        impl fmt::Display for $list {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }
    )*};
}

vocabulary! {
    /// What kind of state.
    StateKind {
        Sovereign "sovereign",
        PartiallyRecognized "partially-recognized",
        Dependent "dependent",
        Historic "historic",
    }

    /// What kind of organization.
    OrganizationKind {
        Intergovernmental "intergovernmental",
        Government "government",
        Legislature "legislature",
        Military "military",
        Security "security",
        Party "party",
        Company "company",
        Media "media",
        Academic "academic",
        Other "other",
    }

    /// What kind of forum.
    ForumKind {
        Grouping "grouping",
        Mechanism "mechanism",
        Dialogue "dialogue",
        Conference "conference",
        Fair "fair",
        Games "games",
    }

    /// The rank of an office.
    Level {
        HeadOfState "head-of-state",
        HeadOfGovernment "head-of-government",
        DeputyHead "deputy-head",
        RulingPartyLeader "ruling-party-leader",
        Speaker "speaker",
        ForeignMinister "foreign-minister",
        DefenceMinister "defence-minister",
        Minister "minister",
        SecurityAdviser "security-adviser",
        DeputyMinister "deputy-minister",
        Ambassador "ambassador",
        Charge "charge",
        Envoy "envoy",
        OrganizationHead "organization-head",
        SeniorOfficial "senior-official",
        Other "other",
    }

    /// How a tenure ended.
    HowEnded {
        TermEnded "term-ended",
        Resigned "resigned",
        Removed "removed",
        Died "died",
        Abolished "abolished",
    }

    /// In what way somebody belongs to a grouping.
    MembershipKind {
        Member "member",
        Observer "observer",
        Partner "partner",
        DialoguePartner "dialogue-partner",
        Invited "invited",
        Acceding "acceding",
        Candidate "candidate",
        Suspended "suspended",
    }

    /// By what means an event took place.
    Medium {
        InPerson "in-person",
        Phone "phone",
        Video "video",
    }

    /// How far an event is known to have taken place.
    Status {
        Held "held",
        Announced "announced",
        Postponed "postponed",
        Cancelled "cancelled",
    }

    /// What a participant did.
    Role {
        Host "host",
        Guest "guest",
        Chair "chair",
        Participant "participant",
        Observer "observer",
        Mediator "mediator",
        Speaker "speaker",
        Signatory "signatory",
    }

    /// What kind of participant: principals and delegates meet the other side, the rest meet nobody.
    Part {
        Principal "principal",
        Delegation "delegation",
        Interpreter "interpreter",
        NoteTaker "note-taker",
        Observer "observer",
        Escort "escort",
    }

    /// Whether a participant was there.
    Presence {
        Present "present",
        Video "video",
        Phone "phone",
        Absent "absent",
        Expected "expected",
    }

    /// The protocol label of a visit.
    Rank {
        State "state",
        Official "official",
        OfficialWorking "official-working",
        Working "working",
        OfficialGoodwill "official-goodwill",
        Private "private",
        Transit "transit",
        NotStated "not-stated",
    }

    /// Why a visit took place.
    Occasion {
        Bilateral "bilateral",
        Forum "forum",
        Ceremony "ceremony",
        Funeral "funeral",
        Inauguration "inauguration",
        Games "games",
        Fair "fair",
        Treatment "treatment",
        Stopover "stopover",
    }

    /// In what form people met.
    MeetingFormat {
        Talks "talks",
        Restricted "restricted",
        Expanded "expanded",
        Audience "audience",
        CourtesyCall "courtesy-call",
        PullAside "pull-aside",
        Greeting "greeting",
        WorkingMeal "working-meal",
        Multilateral "multilateral",
        Negotiation "negotiation",
    }

    /// What kind of session.
    SessionKind {
        Summit "summit",
        Ministerial "ministerial",
        Round "round",
        Plenary "plenary",
        Edition "edition",
        Congress "congress",
        Consultation "consultation",
    }

    /// What kind of programme item.
    ActivityKind {
        Tour "tour",
        Wreath "wreath",
        Award "award",
        Lecture "lecture",
        Reception "reception",
        Dinner "dinner",
        Signing "signing",
        Parade "parade",
        PressConference "press-conference",
        Funeral "funeral",
        Inauguration "inauguration",
        Inspection "inspection",
        Ceremony "ceremony",
    }

    /// What kind of message.
    MessageKind {
        Letter "letter",
        Telegram "telegram",
        Oral "oral",
        Greeting "greeting",
        NoteVerbale "note-verbale",
        Demarche "demarche",
        AideMemoire "aide-memoire",
        NonPaper "non-paper",
    }

    /// What kind of document.
    DocumentKind {
        Treaty "treaty",
        Agreement "agreement",
        MoU "mou",
        JointStatement "joint-statement",
        Communique "communique",
        Declaration "declaration",
        Minutes "minutes",
        Plan "plan",
    }

    /// What kind of source.
    SourceKind {
        Official "official",
        Press "press",
        Archive "archive",
        Scholarly "scholarly",
        Reference "reference",
        Machine "machine",
        Own "own",
    }

    /// What kind of text.
    Genre {
        Readout "readout",
        Transcript "transcript",
        News "news",
        Schedule "schedule",
        Memcon "memcon",
        Telegram "telegram",
        Diary "diary",
        Memoir "memoir",
        Interview "interview",
        Register "register",
        Dataset "dataset",
    }

    /// How much of a source was read.
    ReadExtent {
        Whole "whole",
        Part "part",
    }

    /// Reliability of a source, A (reliable) to F (cannot be judged), as the NATO system grades it.
    Grade {
        A "a",
        B "b",
        C "c",
        D "d",
        E "e",
        F "f",
    }

    /// By what means a source covers contacts.
    Mode {
        InPerson "in-person",
        Phone "phone",
        Video "video",
        Written "written",
    }

    /// How much of its field a source claims to cover.
    Degree {
        ClaimsComplete "claims-complete",
        Sample "sample",
    }

    /// Who says how much a source covers.
    Claimant {
        Source "source",
        Keeper "keeper",
    }
}
