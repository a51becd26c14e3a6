//! How a record is written: the fields that every record has, around those of its kind.

use super::citation::Evidence;
use crate::id::Id;
use std::collections::BTreeMap;

/// The fields that name a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The id of the fact that the record speaks of.
    pub id: Id,
    /// Earlier ids of the same fact.
    pub was: Vec<Id>,
    /// Ids in other collections, by the name of the collection (`wikidata`, `iso3166`, `cow` …).
    pub outside: BTreeMap<String, String>,
    /// A note by the keeper.
    pub note: Option<String>,
}

/// A record as it was read: its head, its evidence and the fields of its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<B> {
    /// What the record is called.
    pub head: Head,
    /// What stands behind it.
    pub evidence: Evidence,
    /// What it says.
    pub body: B,
}

/// Declares the body of a record kind once, and from it the struct, its reading from a flat list of
/// fields, and how two accounts join.
///
/// `must` fields have to be written, `may` fields may be left out. The first word after the name says
/// which shared fields are written among them: `plain` none, `named` those of [`Names`](super::Names),
/// `event` those of [`Occasioned`](super::event::Shared).
macro_rules! record {
    ($(#[$doc:meta])* $name:ident plain $fields:tt) => {
        record!(@body $(#[$doc])* $name [] $fields);
        record!(@read flat $name [] [] [] $fields);
    };
    ($(#[$doc:meta])* $name:ident named $fields:tt) => {
        record!(@body $(#[$doc])* $name [
            /// What it is called.
            names: crate::record::Names,
        ] $fields);
        record!(@read flat $name
            [name: String,]
            [full: Option<String>, names: crate::record::Table<Vec<String>>, former: Vec<crate::record::FormerName>,]
            [names: crate::record::Names {
                name: flat.name, full: flat.full, names: flat.names, former: flat.former,
            },]
            $fields);
    };
    ($(#[$doc:meta])* $name:ident event $fields:tt) => {
        record!(@body $(#[$doc])* $name [
            /// What every event may have.
            shared: crate::record::Shared,
        ] $fields);
        record!(@read flat $name []
            [name: Option<String>, when: Option<crate::date::EventDate>, time: Option<String>, zone: Option<String>,
             medium: Option<crate::record::Medium>, place: crate::record::Many<crate::id::Id>,
             status: Option<crate::record::Status>,
             part_of: crate::record::Many<crate::id::Id>, beside: crate::record::Many<crate::id::Id>,
             after: crate::record::Many<crate::id::Id>, about: crate::record::Many<crate::id::Id>,
             requested_by: Option<crate::record::Many<crate::id::Id>>,
             hosted_by: crate::record::Many<crate::id::Id>, invited_by: crate::record::Many<crate::id::Id>,
             complete: Option<bool>, participants: crate::record::Many<crate::record::Participation>,]
            [shared: crate::record::Shared {
                name: flat.name, when: flat.when, time: flat.time, zone: flat.zone, medium: flat.medium,
                place: flat.place, status: flat.status, part_of: flat.part_of, beside: flat.beside,
                after: flat.after, about: flat.about, requested_by: flat.requested_by,
                hosted_by: flat.hosted_by, invited_by: flat.invited_by, complete: flat.complete,
                participants: flat.participants,
            },]
            $fields);
    };
    (@body $(#[$doc:meta])* $name:ident [$($(#[$sd:meta])* $s:ident: $st:ty,)*]
        { must { $($(#[$md:meta])* $m:ident: $mt:ty,)* } may { $($(#[$od:meta])* $o:ident: $ot:ty,)* } }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$sd])* pub $s: $st,)*
            $($(#[$md])* pub $m: $mt,)*
            $($(#[$od])* pub $o: $ot,)*
        }

        impl crate::record::Silence for $name {
            fn silence(&mut self, aspect: &str) {
                $(crate::record::Silence::silence(&mut self.$s, aspect);)*
                $(if aspect == stringify!($o) {
                    self.$o = Default::default();
                })*
                let _ = aspect;
            }

            fn follow(&mut self, aspect: &str, preferred: &Self) {
                $(if aspect == stringify!($m) {
                    self.$m = preferred.$m.clone();
                })*
                let _ = (aspect, preferred);
            }
        }

        impl crate::record::Join for $name {
            fn join(&mut self, others: &[&Self], clashes: &mut crate::record::Clashes) {
                $(record!(@join self others clashes $s);)*
                $(record!(@join self others clashes $m);)*
                $(record!(@join self others clashes $o);)*
            }
        }
    };
    (@join $self:ident $others:ident $clashes:ident $field:ident) => {
        crate::record::JoinField::join_field(
            &mut $self.$field,
            stringify!($field),
            &$others.iter().map(|other| &other.$field).collect::<Vec<_>>(),
            $clashes,
        )
    };
    (@read $flat:ident $name:ident [$($fm:ident: $fmt:ty,)*] [$($fo:ident: $fot:ty,)*] [$($s:ident: $make:expr,)*]
        { must { $($(#[$md:meta])* $m:ident: $mt:ty,)* } may { $($(#[$od:meta])* $o:ident: $ot:ty,)* } }) => {
        impl $name {
            /// The fields of this kind as they are written; those that every record has are left out.
            pub(in crate::record) const FIELDS: &'static [&'static str] =
                &[$(stringify!($fm),)* $(stringify!($m),)* $(stringify!($fo),)* $(stringify!($o),)*];
        }

        impl<'de> serde::Deserialize<'de> for crate::record::Written<$name> {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                #[derive(serde::Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Flat {
                    id: crate::id::Id,
                    $($fm: $fmt,)*
                    $($m: $mt,)*
                    $(#[serde(default)] $fo: $fot,)*
                    $(#[serde(default)] $o: $ot,)*
                    #[serde(default)]
                    source: crate::record::Many<crate::record::Citation>,
                    #[serde(default)]
                    derived: crate::record::Table<String>,
                    #[serde(default)]
                    credibility: Option<crate::record::Credibility>,
                    #[serde(default)]
                    was: crate::record::Many<crate::id::Id>,
                    #[serde(default)]
                    ids: crate::record::Table<String>,
                    #[serde(default)]
                    note: Option<String>,
                }
                let $flat = Flat::deserialize(from)?;
                let head = crate::record::Head { id: $flat.id, was: $flat.was.0, outside: $flat.ids.0, note: $flat.note };
                let evidence = crate::record::Evidence {
                    source: $flat.source, derived: $flat.derived.0, credibility: $flat.credibility,
                };
                let body = $name {
                    $($s: $make,)*
                    $($m: $flat.$m,)*
                    $($o: $flat.$o,)*
                };
                Ok(Self { head, evidence, body })
            }
        }
    };
}

pub(crate) use record;
