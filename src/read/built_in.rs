//! The facts that are part of the program, so that it answers without any set-up.

macro_rules! built_in {
    ($($path:literal)*) => {
        /// Every fact file, by path. A test holds this list against the folder.
        pub const FILES: &[(&str, &str)] = &[
            $((concat!("graph-data/", $path), include_str!(concat!("../../graph-data/", $path))),)*
        ];
    };
}

/// What the facts say about themselves.
pub(super) const SETTINGS: &str = include_str!("../../graph-data/chancery.ron");

built_in! {
    "events/2022-12-medvedev-china.ron"
    "events/2024-10-belousov-china.ron"
    "events/2024-11-airshow-china.ron"
    "events/2024-12-medvedev-china.ron"
    "forums.ron"
    "offices.ron"
    "organizations.ron"
    "parties.ron"
    "people.ron"
    "places.ron"
    "sources.ron"
    "states.ron"
}
