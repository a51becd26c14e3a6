//! Wide rows for statistics programs: one a participant, or one a pair of sides.

use super::column::{Cell, Column, Names, Row};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

macro_rules! wide {
    ($($(#[$doc:meta])* $row:ident { $($field:ident)* })*) => {$(
        $(#[$doc])*
        #[allow(missing_docs, reason = "the columns are described with the options of the command line")]
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub struct $row {
            $(pub $field: Cell,)*
            /// How sure the row is.
            #[serde(skip)]
            pub degree: Certainty,
            /// The numbers of the citations.
            pub cites: Vec<String>,
            /// The accounts behind the row.
            #[serde(skip)]
            pub support: Vec<CitedAt>,
        }

        impl $row {
            /// A row of which only the degree and the accounts are known.
            pub(in crate::query) fn bare(degree: Certainty, support: Vec<CitedAt>) -> Self {
                Self { $($field: Cell::Empty,)* degree, cites: Vec::new(), support }
            }
        }

        impl Row for $row {
            const COLUMNS: &'static [Column<Self>] = &[
                $(Column { name: stringify!($field), cell: |row, _: &Names| row.$field.clone() },)*
            ];

            fn certainty(&self) -> Certainty {
                self.degree
            }

            fn support(&self) -> &[CitedAt] {
                &self.support
            }

            fn ids(&self) -> Vec<&Id> {
                // What these rows were made of has told its names already.
                Vec::new()
            }

            fn number(&mut self, cites: Vec<String>) {
                self.cites = cites;
            }
        }
    )*};
}

wide! {
    /// One participant of one event.
    LongRow {
        event_id kind format mode status rank occasion date date_first date_last date_precision duration_min
        duration_max place_id place place_iso3 part_of forum session person_id person wikidata role part side for_id
        for_iso3 for_cow for_gw as_stated as_inferred offices_held level channel certainty disputed said_by n_accounts
        n_sources citekeys
    }

    /// One pair of sides of one event.
    DyadRow {
        event_id kind date date_first date_last dyadid ccode1 ccode2 side1 side2 iso3_1 iso3_2 person1 person2 level1
        level2 directed host_ccode n_sides certainty said_by citekeys
    }
}
