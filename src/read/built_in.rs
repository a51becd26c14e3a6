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
    "events/meetings-2013-2016.ron"
    "events/meetings-2017-2019.ron"
    "events/meetings-2021-2022.ron"
    "events/meetings-2023.ron"
    "events/meetings-2024.ron"
    "events/sessions.ron"
    "events/statements.ron"
    "events/visits-2010-2016.ron"
    "events/visits-2017-2019.ron"
    "events/visits-2022-2023.ron"
    "events/visits-2024-2025.ron"
    "forums.ron"
    "memberships.ron"
    "offices.ron"
    "organizations.ron"
    "parties.ron"
    "people.ron"
    "places.ron"
    "rulings-meetings.ron"
    "rulings-people.ron"
    "rulings-visits.ron"
    "sources.ron"
    "sources/chinese-media.ron"
    "sources/official.ron"
    "sources/press-2013-2021.ron"
    "sources/press-2022-2023.ron"
    "sources/press-2024-september-on.ron"
    "sources/press-2024-to-august.ron"
    "sources/reference.ron"
    "sources/russian-media.ron"
    "states.ron"
    "tallies.ron"
    "tenures.ron"
}
