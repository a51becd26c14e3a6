//! Records: what a fact file may say, kind by kind and field by field.
//!
//! A [`Record`] is one item of a file as it was read: checked value by value, but not yet against other
//! records. Facts are made of records by [`resolve`](crate::resolve).

mod actor;
mod aspect;
mod citation;
mod event;
mod fields;
mod join;
mod judgement;
mod kind;
mod latest;
mod measure;
mod names;
mod participation;
mod reference;
mod scalar;
mod schema;
mod shape;
mod silence;
mod source;
mod spell;
mod table;
pub(crate) mod thin;
mod told;
mod vocabulary;
mod written;

pub use actor::{Forum, Membership, Office, Organization, Party, Person, Place, Ruled, State, Tenure, Within};
pub use aspect::{aspects, aspects_of_participants};
pub use citation::{Citation, Evidence, Locus};
pub use event::{Activity, Call, Document, Event, Leg, Meeting, Message, Session, Shared, Statement, Visit};
pub use join::{Clashes, Join, JoinField};
pub use judgement::{
    Denial, Different, Expect, Initiative, Remark, Retraction, Ruling, SameAs, Tally, TallyOf, TallySelection, Topic,
};
pub use kind::Kind;
pub use measure::{Credibility, Latitude, Longitude};
pub use names::{FormerName, Names};
pub use participation::{Capacity, Participation, Slot};
pub use reference::{Expected, Reference};
pub use scalar::{Loose, Many};
pub use schema::{Listed, Word, schema};
pub use shape::{Field, Shape, Shaped};
pub use silence::Silence;
pub use source::{Cover, Source};
pub use spell::{Spell, Spelled};
pub use table::Table;
pub use told::{Tell, Told};
pub use vocabulary::*;
pub use written::{Head, Written};

use serde::Deserialize;
use spell::SpellFields;
use std::borrow::Borrow;
use std::sync::Arc;

macro_rules! bodies {
    (@held $kind:ident) => { $kind };
    (@held $kind:ident boxed) => { Box<$kind> };
    ($($kind:ident $($boxed:ident)?,)* ; $($event:ident,)*) => {
        /// The fields of a record, by kind. Large ones that are not events lie elsewhere, so that events stay small.
        #[derive(Clone, Debug, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub enum Body {
            $(
                #[doc = concat!("See [`", stringify!($kind), "`].")]
                $kind(bodies!(@held $kind $($boxed)?)),
            )*
            /// Something dated.
            Event(Event),
        }

        impl Body {
            /// The kind of record.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)*
                    Self::Event(event) => event.kind(),
                }
            }
        }

        impl Kind {
            /// The fields of a record of this kind, in the order in which they are written.
            pub fn fields(self) -> Vec<Field> {
                match self {
                    $(Self::$kind => $kind::fields(),)*
                    $(Self::$event => $event::fields(),)*
                }
            }
        }

        impl Body {
            /// What it says, aspect by aspect, in the order of its fields.
            pub fn told(&self) -> Vec<Told> {
                let mut told = Vec::new();
                match self {
                    $(Self::$kind(body) => body.tell("", &mut told),)*
                    Self::Event(event) => event.tell("", &mut told),
                }
                told
            }
        }

        impl Body {
            /// The fields that say something, as a fact file writes them, in the order of their declaration.
            pub fn spelled(&self) -> Vec<Spelled> {
                let mut spelled = Vec::new();
                match self {
                    $(Self::$kind(body) => body.spell_fields(&mut spelled),)*
                    Self::Event(event) => event.spell_fields(&mut spelled),
                }
                spelled
            }
        }

        impl Silence for Body {
            fn silence(&mut self, aspect: &str) {
                match self {
                    $(Self::$kind(body) => body.silence(aspect),)*
                    Self::Event(event) => event.silence(aspect),
                }
            }

            fn follow(&mut self, aspect: &str, preferred: &Self) {
                match (self, preferred) {
                    $((Self::$kind(body), Self::$kind(preferred)) => body.follow(aspect, preferred),)*
                    (Self::Event(event), Self::Event(preferred)) => event.follow(aspect, preferred),
                    _ => {}
                }
            }
        }

        impl Join for Body {
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
                    Self::Event(mine) => {
                        let theirs = others.iter().filter_map(|other| match other {
                            Self::Event(theirs) => Some(theirs),
                            _ => None,
                        });
                        mine.join(&theirs.collect::<Vec<_>>(), clashes);
                    }
                }
            }
        }

        /// One item of a fact file.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Record {
            /// What the record is called.
            pub head: Head,
            /// What stands behind it; shared with the accounts that it becomes.
            pub evidence: Arc<Evidence>,
            /// What it says; shared with the accounts that it becomes.
            pub body: Arc<Body>,
        }

        impl Record {
            fn of(head: Head, evidence: Evidence, body: Body) -> Self {
                Self { head, evidence: Arc::new(evidence), body: Arc::new(body) }
            }
        }

        const _: () = {
            /// A record: its kind, then its fields. They lie elsewhere, so that what is handed on from reader to reader is small.
            #[derive(Deserialize, schemars::JsonSchema)]
            enum Item {
                $($kind(Box<Written<$kind>>),)*
                $($event(Box<Written<$event>>),)*
            }

            impl<'de> Deserialize<'de> for Record {
                fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    Ok(match Item::deserialize(from)? {
                        $(Item::$kind(written) => {
                            let Written { head, evidence, body } = *written;
                            Self::of(head, evidence, Body::$kind(body.into()))
                        })*
                        $(Item::$event(written) => {
                            let Written { head, evidence, body } = *written;
                            Self::of(head, evidence, Body::Event(Event::$event(body.into())))
                        })*
                    })
                }
            }

            impl schemars::JsonSchema for Record {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    "Record".into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    Item::json_schema(generator)
                }
            }
        };
    };
}

bodies! {
    Person, State, Party, Organization, Forum, Office, Tenure, Membership, Place, Initiative, Topic, Source boxed,
    Denial, Retraction, SameAs, Different, Ruling, Tally, Remark, Expect, ;
    Visit, Meeting, Call, Session, Activity, Message, Document, Statement,
}
