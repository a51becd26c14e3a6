//! How a record is written: the fields that every record has, around those of its kind.

use super::citation::Evidence;
use crate::id::Id;
use borsh::{BorshDeserialize, BorshSerialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use thin_vec::ThinVec;

/// The fields that name a record.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Head {
    /// The id of the fact that the record speaks of.
    pub id: Id,
    /// Earlier ids of the same fact.
    #[borsh(serialize_with = "crate::record::thin::write", deserialize_with = "crate::record::thin::read")]
    pub was: ThinVec<Id>,
    /// Ids in other collections, by the name of the collection (`wikidata`, `iso3166`, `cow` …).
    pub outside: BTreeMap<String, String>,
    /// A note by the keeper.
    pub note: Option<Arc<str>>,
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
/// `must` fields have to be written, `may` fields may be left out; their one line of documentation is what `add` asks. The first word after the name says
/// which shared fields are written among them: `plain` none, `named` those of [`Names`](super::Names),
/// `event` those of [`Occasioned`](super::event::Shared).
macro_rules! record {
    ($(#[$doc:meta])* $name:ident plain $fields:tt) => {
        record!(@body $(#[$doc])* $name [] $fields);
        record!(@fields $name [&[], &[]] $fields);
        record!(@read [$(#[$doc])*] flat $name [] [] [] $fields);
    };
    ($(#[$doc:meta])* $name:ident named $fields:tt) => {
        record!(@body $(#[$doc])* $name [
            /// What it is called.
            names: crate::record::Names,
        ] $fields);
        record!(@fields $name [crate::record::fields::NAMED, &[]] $fields);
        record!(@read [$(#[$doc])*] flat $name
            [
                /// The name that answers print.
                name: String,
            ]
            [
                /// The full or official name.
                full: Option<String>,
                /// Names in other languages and spellings, by language or language and script (`ru`, `zh-Hant`).
                names: crate::record::Table<Vec<String>>,
                /// Names that it had before.
                former: Vec<crate::record::FormerName>,
            ]
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
        record!(@fields $name [crate::record::fields::EVENT_NAME, crate::record::fields::EVENT] $fields);
        record!(@read [$(#[$doc])*] flat $name []
            [
                /// What the event is called.
                name: Option<std::sync::Arc<str>>,
                /// When it took place.
                when: Option<crate::date::EventDate>,
                /// The time of day, as the source gives it.
                time: Option<std::sync::Arc<str>>,
                /// The time zone by which the source dates.
                zone: Option<std::sync::Arc<str>>,
                /// By what means.
                medium: Option<crate::record::Medium>,
                /// Where.
                place: crate::record::Many<crate::id::Id>,
                /// How far it is known to have taken place.
                status: Option<crate::record::Status>,
                /// The events that it was part of.
                part_of: crate::record::Many<crate::id::Id>,
                /// The events on whose margins it took place.
                beside: crate::record::Many<crate::id::Id>,
                /// The events that it followed.
                after: crate::record::Many<crate::id::Id>,
                /// What it was about.
                about: crate::record::Many<crate::id::Id>,
                /// Who asked for it.
                requested_by: Option<crate::record::Many<crate::id::Id>>,
                /// Who hosted it.
                hosted_by: crate::record::Many<crate::id::Id>,
                /// Who invited to it.
                invited_by: crate::record::Many<crate::id::Id>,
                /// Whether the account names everybody.
                complete: Option<bool>,
                /// Who took part.
                participants: crate::record::Many<crate::record::Participation>,
            ]
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
        #[derive(Clone, Debug, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
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

        impl crate::record::Tell for $name {
            fn tell(&self, _: &'static str, into: &mut Vec<crate::record::Told>) {
                $(crate::record::Tell::tell(&self.$s, stringify!($s), into);)*
                $(crate::record::Tell::tell(&self.$m, stringify!($m), into);)*
                $(crate::record::Tell::tell(&self.$o, stringify!($o), into);)*
                let _ = into;
            }
        }

        impl crate::record::spell::SpellFields for $name {
            fn spell_fields(&self, into: &mut Vec<crate::record::Spelled>) {
                $(crate::record::spell::SpellFields::spell_fields(&self.$s, into);)*
                $(crate::record::spell::add(stringify!($m), &self.$m, into);)*
                $(crate::record::spell::add(stringify!($o), &self.$o, into);)*
                let _ = into;
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
    (@fields $name:ident [$($group:expr),*]
        { must { $($(#[doc = $md:literal])* $m:ident: $mt:ty,)* } may { $($(#[doc = $od:literal])* $o:ident: $ot:ty,)* } }) => {
        impl $name {
            /// The fields of such a record, in the order in which they are written.
            pub(crate) fn fields() -> Vec<crate::record::Field> {
                let own = vec![
                    $(record!(@field $m true [$($md)*] $mt),)*
                    $(record!(@field $o false [$($od)*] $ot),)*
                ];
                let kind = crate::record::Kind::$name;
                crate::record::fields::ordered([$($group),*], own, kind.first_fields())
            }
        }
    };
    (@field $field:ident $must:literal [$($about:literal)*] $type:ty) => {
        crate::record::Field {
            name: stringify!($field).trim_start_matches("r#"),
            must: $must,
            about: concat!($($about),*).trim_ascii(),
            shape: <$type as crate::record::Shaped>::SHAPE,
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
    (@read [$(#[$doc:meta])*] $flat:ident $name:ident
        [$($(#[$fmd:meta])* $fm:ident: $fmt:ty,)*] [$($(#[$fod:meta])* $fo:ident: $fot:ty,)*]
        [$($s:ident: $make:expr,)*]
        { must { $($(#[$md:meta])* $m:ident: $mt:ty,)* } may { $($(#[$od:meta])* $o:ident: $ot:ty,)* } }) => {
        const _: () = {
            $(#[$doc])*
            #[derive(serde::Deserialize, schemars::JsonSchema)]
            #[serde(deny_unknown_fields)]
            struct Flat {
                /// The id of the fact that the record speaks of.
                #[serde(deserialize_with = "crate::record::scalar::own_id")]
                id: crate::id::Id,
                $($(#[$fmd])* $fm: $fmt,)*
                $($(#[$md])* $m: $mt,)*
                $($(#[$fod])* #[serde(default)] $fo: $fot,)*
                $($(#[$od])* #[serde(default)] $o: $ot,)*
                /// The citations; each is an account of its own.
                #[serde(default)]
                source: crate::record::Many<std::sync::Arc<crate::record::Citation>>,
                /// For each field that the source does not state: how it was worked out.
                #[serde(default)]
                derived: crate::record::Table<String>,
                /// Credibility of the information, 1 (confirmed) to 6 (cannot be judged).
                #[serde(default)]
                credibility: Option<crate::record::Credibility>,
                /// Earlier ids of the same fact.
                #[serde(default)]
                was: crate::record::Many<crate::id::Id>,
                /// Ids in other collections, by the name of the collection (`wikidata`, `iso3166`, `cow` …).
                #[serde(default)]
                ids: crate::record::Table<String>,
                /// A note by the keeper.
                #[serde(default)]
                note: Option<std::sync::Arc<str>>,
            }

            impl schemars::JsonSchema for crate::record::Written<$name> {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    crate::record::schema::of_record(crate::record::Kind::$name, Flat::json_schema(generator))
                }
            }

            impl<'de> serde::Deserialize<'de> for crate::record::Written<$name> {
                fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    let $flat = Flat::deserialize(from)?;
                    let head =
                        crate::record::Head { id: $flat.id, was: $flat.was.0, outside: $flat.ids.0, note: $flat.note };
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
    };
}

pub(crate) use record;
