//! Sections: the structures of a map, each declared once with the words that its documentation prints.

/// A structure or choice of a map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The fields that have to be written, or the words of a choice: name, type, what it means.
    pub must: &'static [Entry],
    /// The fields that may be left out.
    pub may: &'static [Entry],
}

/// Name, type and meaning of a field or word.
pub(super) type Entry = (&'static str, &'static str, &'static str);

/// Declares a structure that is read from a map; fields it does not have are refused.
macro_rules! section {
    (
        $(#[doc = $about:literal])+ $name:ident
        must {}
        may $may:tt
    ) => {
        section!(@write [Default] [$(#[doc = $about])+] $name {} $may);
    };
    (
        $(#[doc = $about:literal])+ $name:ident
        must $must:tt
        may $may:tt
    ) => {
        section!(@write [] [$(#[doc = $about])+] $name $must $may);
    };
    (
        @write [$($derived:ident)?] [$(#[doc = $about:literal])+] $name:ident
        { $($(#[doc = $must_doc:literal])+ $must:ident: $must_type:ty,)* }
        { $($(#[doc = $may_doc:literal])+ $may:ident: $may_type:ty,)* }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, $($derived,)? serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $($(#[doc = $must_doc])+ pub(super) $must: $must_type,)*
            $($(#[doc = $may_doc])+ #[serde(default)] pub(super) $may: $may_type,)*
        }

        impl $name {
            pub(super) const SECTION: $crate::import::table_map::section::Section =
                $crate::import::table_map::section::Section {
                    name: stringify!($name),
                    about: concat!($($about),+),
                    must: &[$((stringify!($must), stringify!($must_type), concat!($($must_doc),+)),)*],
                    may: &[$((stringify!($may), stringify!($may_type), concat!($($may_doc),+)),)*],
                };
        }
    };
}

/// Declares the words or variants of which a map takes one.
macro_rules! choice {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])+ $word:ident $(($($type:ty),+))?,)* }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, serde::Deserialize)]
        pub(super) enum $name {
            $($(#[doc = $doc])+ $word $(($($type),+))?,)*
        }

        impl $name {
            pub(super) const SECTION: $crate::import::table_map::section::Section =
                $crate::import::table_map::section::Section {
                    name: stringify!($name),
                    about: concat!($($about),+),
                    must: &[$((stringify!($word), stringify!($($($type),+)?), concat!($($doc),+)),)*],
                    may: &[],
                };
        }
    };
}

/// Declares plain words of which a map takes one; the first is meant where none is written.
macro_rules! words {
    (
        $(#[doc = $about:literal])+ $name:ident {
            $(#[doc = $first_doc:literal])+ $first:ident,
            $($(#[doc = $doc:literal])+ $word:ident,)*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
        pub(super) enum $name {
            $(#[doc = $first_doc])+ #[default] $first,
            $($(#[doc = $doc])+ $word,)*
        }

        impl $name {
            pub(super) const SECTION: $crate::import::table_map::section::Section =
                $crate::import::table_map::section::Section {
                    name: stringify!($name),
                    about: concat!($($about),+),
                    must: &[
                        (stringify!($first), "", concat!($($first_doc),+)),
                        $((stringify!($word), "", concat!($($doc),+)),)*
                    ],
                    may: &[],
                };
        }
    };
}

pub(super) use {choice, section, words};
