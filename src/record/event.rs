//! Events: visits, meetings, calls, sessions, activities, messages, documents and statements.

use super::join::{Clashes, JoinField, first_stated};
use super::participation::{Participation, Slot};
use super::scalar::Many;
use super::silence::Silence;
use super::told::{Tell, Told};
use super::vocabulary::{
    ActivityKind, DocumentKind, Medium, MeetingFormat, MessageKind, Occasion, Rank, SessionKind, Status,
};
use super::written::record;
use crate::date::EventDate;
use crate::id::Id;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;
use std::borrow::Borrow;
use std::sync::Arc;

/// The fields that every event may have.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Shared {
    /// What the event is called.
    pub name: Option<Arc<str>>,
    /// When it took place.
    pub when: Option<EventDate>,
    /// The time of day, as the source gives it.
    pub time: Option<Arc<str>>,
    /// The time zone by which the source dates.
    pub zone: Option<Arc<str>>,
    /// By what means.
    pub medium: Option<Medium>,
    /// Where.
    pub place: Many<Id>,
    /// How far it is known to have taken place.
    pub status: Option<Status>,
    /// The events that it was part of.
    pub part_of: Many<Id>,
    /// The events on whose margins it took place.
    pub beside: Many<Id>,
    /// The events that it followed.
    pub after: Many<Id>,
    /// What it was about.
    pub about: Many<Id>,
    /// Who asked for it.
    pub requested_by: Option<Many<Id>>,
    /// Who hosted it.
    pub hosted_by: Many<Id>,
    /// Who invited to it.
    pub invited_by: Many<Id>,
    /// Whether the account names everybody.
    pub complete: Option<bool>,
    /// Who took part.
    pub participants: Many<Participation>,
}

impl JoinField for Shared {
    fn join_field(&mut self, _: &'static str, others: &[&Self], clashes: &mut Clashes) {
        macro_rules! join {
            ($($field:ident $name:literal,)*) => {
                $(self.$field.join_field($name, &others.iter().map(|other| &other.$field).collect::<Vec<_>>(), clashes);)*
            };
        }
        join! {
            when "when",
            time "time",
            medium "medium",
            place "place",
            part_of "part_of",
            beside "beside",
            after "after",
            about "about",
            requested_by "requested_by",
            hosted_by "hosted_by",
            invited_by "invited_by",
            participants "participation",
        }
        first_stated(&mut self.name, others.iter().map(|other| &other.name));
        first_stated(&mut self.zone, others.iter().map(|other| &other.zone));
        self.status = others.iter().map(|other| other.status).fold(self.status, Option::max);
        self.complete = others.iter().map(|other| other.complete).fold(self.complete, Option::max);
    }
}

impl Silence for Shared {
    fn silence(&mut self, aspect: &str) {
        match aspect {
            "when" => self.when = None,
            "time" => self.time = None,
            "medium" => self.medium = None,
            "place" => self.place = Many::default(),
            "part_of" => self.part_of = Many::default(),
            "beside" => self.beside = Many::default(),
            "after" => self.after = Many::default(),
            "about" => self.about = Many::default(),
            "requested_by" => self.requested_by = None,
            "hosted_by" => self.hosted_by = Many::default(),
            "invited_by" => self.invited_by = Many::default(),
            "complete" => self.complete = None,
            _ => {}
        }
    }
}

record! {
    /// A stay of visitors in one state, or, without `to`, a tour of several.
    Visit event {
        must {}
        may {
            /// The receiving states, or the organization whose seat was visited.
            to: Many<Id>,
            /// Who travelled.
            visitors: Many<Participation>,
            /// The protocol label.
            rank: Option<Rank>,
            /// The protocol label in the words of the source.
            rank_text: Option<String>,
            /// Why it took place.
            occasion: Vec<Occasion>,
            /// Whether it was not announced beforehand.
            unannounced: Option<bool>,
            /// Its stations.
            legs: Vec<Leg>,
        }
    }
}

/// A station of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Hash, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// Where.
    pub place: Id,
    /// When.
    #[serde(default)]
    pub when: Option<EventDate>,
}

record! {
    /// A meeting.
    Meeting event {
        must {}
        may {
            /// In what form people met.
            format: Option<MeetingFormat>,
        }
    }
}

record! {
    /// A call by telephone or video.
    Call event {
        must {}
        may {}
    }
}

record! {
    /// One dated sitting, round, summit, congress or edition, of a forum or of an organization.
    Session event {
        must {
            /// The forum, organization or party.
            of: Id,
        }
        may {
            /// What kind of session.
            kind: Option<SessionKind>,
            /// The series that it belongs to.
            series: Option<String>,
            /// Its number in the series.
            number: Option<u64>,
        }
    }
}

record! {
    /// A programme item that is neither visit nor meeting.
    Activity event {
        must {}
        may {
            /// What kind of programme item.
            kind: Option<ActivityKind>,
        }
    }
}

record! {
    /// A letter, telegram or other message.
    Message event {
        must {}
        may {
            /// What kind of message.
            kind: Option<MessageKind>,
            /// Who sent it.
            from: Many<Participation>,
            /// Whom it was addressed to.
            to: Many<Participation>,
            /// Who handed it over.
            conveyed_by: Many<Participation>,
        }
    }
}

record! {
    /// A treaty, communique or other document.
    Document event {
        must {}
        may {
            /// What kind of document.
            kind: Option<DocumentKind>,
            /// Who signed it.
            signatories: Many<Participation>,
            /// Who issued it.
            issued_by: Many<Id>,
            /// The session or event that adopted it.
            adopted: Many<Id>,
        }
    }
}

record! {
    /// What somebody said.
    Statement event {
        must {}
        may {
            /// Who said it.
            speaker: Many<Participation>,
            /// Whom it was addressed to.
            to: Many<Id>,
            /// What was said, in the keeper's own words.
            text: Option<String>,
            /// The position taken, in words.
            stance: Option<String>,
        }
    }
}

/// The event's own fields, by kind.
macro_rules! details {
    (@held $kind:ident) => { $kind };
    (@held $kind:ident boxed) => { Box<$kind> };
    ($($kind:ident $($boxed:ident)?: [$($slot:ident $field:ident),*];)*) => {
        /// An event of any kind. What has more fields than others lies elsewhere, so that events stay small.
        #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
        pub enum Event {
            $(
                #[doc = concat!("See [`", stringify!($kind), "`].")]
                $kind(details!(@held $kind $($boxed)?)),
            )*
        }

        impl Event {
            /// The fields that every event may have.
            pub fn shared(&self) -> &Shared {
                match self { $(Self::$kind(event) => &event.shared,)* }
            }

            /// The kind of record.
            pub fn kind(&self) -> super::Kind {
                match self { $(Self::$kind(_) => super::Kind::$kind,)* }
            }

            /// Everybody who took part, with the field in which they are written.
            pub fn participations(&self) -> impl Iterator<Item = (Slot, &Participation)> {
                // No kind has more fields of its own.
                let mut own: [(Slot, &[Participation]); 3] = [(Slot::Participants, &[]); 3];
                match self {
                    $(Self::$kind(_event) => {
                        let fields: &[(Slot, &[Participation])] = &[$((Slot::$slot, &_event.$field),)*];
                        own.iter_mut().zip(fields).for_each(|(own, field)| *own = *field);
                    })*
                }
                let lists = own.into_iter().chain([(Slot::Participants, &*self.shared().participants)]);
                lists.flat_map(|(slot, list)| list.iter().map(move |one| (slot, one)))
            }
        }

        impl Tell for Event {
            fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
                match self { $(Self::$kind(event) => event.tell(aspect, into),)* }
            }
        }

        impl super::spell::SpellFields for Event {
            fn spell_fields(&self, into: &mut Vec<super::Spelled>) {
                match self { $(Self::$kind(event) => event.spell_fields(into),)* }
            }
        }

        impl Silence for Event {
            fn silence(&mut self, aspect: &str) {
                match self { $(Self::$kind(event) => event.silence(aspect),)* }
            }

            fn follow(&mut self, aspect: &str, preferred: &Self) {
                match (self, preferred) {
                    $((Self::$kind(event), Self::$kind(preferred)) => event.follow(aspect, preferred),)*
                    _ => {}
                }
            }
        }

        impl Event {
            /// Forgets what is said about the part that somebody took: all of it, or one aspect.
            pub fn silence_participant(&mut self, aspect: &str, is_meant: impl Fn(&Id) -> bool) {
                let lists: Vec<&mut Many<Participation>> = match self {
                    $(Self::$kind(event) => vec![&mut event.shared.participants, $(&mut event.$field),*],)*
                };
                for list in lists {
                    if matches!(aspect, "participation" | "presence") {
                        list.0.retain(|one| !is_meant(&one.who));
                    }
                    list.0.iter_mut().filter(|one| is_meant(&one.who)).for_each(|one| one.silence(aspect));
                }
            }
        }

        impl super::Join for Event {
            fn join(&mut self, others: &[&Self], clashes: &mut Clashes) {
                // Records of two kinds never become accounts of one fact.
                match self {
                    $(Self::$kind(mine) => {
                        let theirs = others.iter().filter_map(|other| match other {
                            Self::$kind(theirs) => Some(Borrow::<$kind>::borrow(theirs)),
                            _ => None,
                        });
                        mine.join(&theirs.collect::<Vec<_>>(), clashes);
                    })*
                }
            }
        }
    };
}

details! {
    Visit boxed: [Visitors visitors];
    Meeting: [];
    Call: [];
    Session: [];
    Activity: [];
    Message: [From from, To to, ConveyedBy conveyed_by];
    Document: [Signatories signatories];
    Statement: [Speaker speaker];
}
