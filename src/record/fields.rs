//! Fields that are declared for more than one kind of record, and the order in which all are written.

use super::scalar::Many;
use super::shape::{Field, Shaped};
use super::table::Table;
use super::{
    Capacity, Citation, Claimant, Credibility, Degree, FormerName, Kind, Level, Medium, Mode, Part, Participation,
    Presence, Role, Status,
};
use crate::date::{EventDate, PointDate};
use crate::id::Id;
use std::sync::Arc;

macro_rules! structures {
    ($($list:ident { $($name:literal $kind:ty, $about:literal;)* })*) => {$(
        pub(super) const $list: &[Field] = &[$(
            Field { name: $name, must: false, about: $about, shape: <$kind as Shaped>::SHAPE },
        )*];
    )*};
}

structures! {
    PARTICIPATION {
        "who" Id, "Who took part.";
        "as" Many<Capacity>, "The capacities that the account states.";
        "role" Role, "What the participant did in the event.";
        "for" Id, "Whom the participant stood for.";
        "part" Part, "What kind of participant.";
        "presence" Presence, "Whether the participant was there.";
        "reason" String, "Why the participant was absent, or took part in this way.";
        "lead" bool, "Whether the participant led the delegation.";
        "when" EventDate, "The participant's own days in a longer event.";
        "printed" String, "The title as the source prints it.";
    }
    CITATION {
        "source" Id, "The source.";
        "locator" String, "The place in it.";
        "quote" String, "The words of the source, at most a sentence.";
        "lang" String, "The language of the quote.";
        "says" Id, "Whom the source quotes.";
        "appeared" PointDate, "The day on which this part became public.";
    }
    WITHIN {
        "place" Id, "The place or state around it.";
        "from" PointDate, "The first day.";
        "until" PointDate, "The last day.";
    }
    RULED {
        "of" Id, "The state.";
        "from" PointDate, "The first day.";
        "until" PointDate, "The last day.";
    }
    FORMER_NAME {
        "name" String, "The name.";
        "until" PointDate, "The last day on which it was used.";
    }
    LEG {
        "place" Id, "Where.";
        "when" EventDate, "When.";
    }
    COVER {
        "who" Many<Id>, "Whose events.";
        "with" Many<Id>, "With whom.";
        "by" Many<Id>, "Visits by whom.";
        "to" Many<Id>, "Visits to where.";
        "kinds" Vec<Kind>, "Which kinds of records.";
        "modes" Vec<Mode>, "Which modes.";
        "levels" Vec<Level>, "Offices of which rank.";
        "from" PointDate, "From when.";
        "until" PointDate, "Until when.";
        "degree" Degree, "How much of it.";
        "claimed_by" Claimant, "Who says so.";
        "note" String, "A note.";
    }
    TALLY_SELECTION {
        "who" Many<Id>, "Whose events.";
        "with" Many<Id>, "With whom.";
        "by" Many<Id>, "Visits by whom.";
        "to" Many<Id>, "Visits to where.";
        "kinds" Vec<Kind>, "Which kinds of records.";
        "from" PointDate, "From when.";
        "until" PointDate, "Until when.";
    }
}

/// A group of fields that records of several kinds share.
macro_rules! shared {
    ($($(#[$doc:meta])* $list:ident { $($must:ident $name:literal $kind:ty, $about:literal;)* })*) => {$(
        $(#[$doc])*
        pub(super) const $list: &[Field] = &[$(
            Field { name: $name, must: shared!(@ $must), about: $about, shape: <$kind as Shaped>::SHAPE },
        )*];
    )*};
    (@ must) => { true };
    (@ may) => { false };
}

shared! {
    /// What every record begins with.
    HEAD {
        must "id" Id, "The id of the fact that the record speaks of.";
        may "was" Many<Id>, "Earlier ids of the same fact.";
    }
    /// What it is called, for what has a name.
    NAMED {
        must "name" String, "The name that answers print.";
        may "full" String, "The full or official name.";
        may "names" Table<Vec<String>>, "Names in other languages and spellings, by language.";
        may "former" Vec<FormerName>, "Names that it had before.";
    }
    /// What an event is called.
    EVENT_NAME {
        may "name" String, "What the event is called.";
    }
    /// What every event may have.
    EVENT {
        may "when" EventDate, "When it took place.";
        may "time" String, "The time of day, as the source gives it.";
        may "zone" String, "The time zone by which the source dates.";
        may "medium" Medium, "By what means.";
        may "place" Many<Id>, "Where.";
        may "status" Status, "How far it is known to have taken place.";
        may "part_of" Many<Id>, "The events that it was part of.";
        may "beside" Many<Id>, "The events on whose margins it took place.";
        may "after" Many<Id>, "The events that it followed.";
        may "about" Many<Id>, "What it was about.";
        may "requested_by" Many<Id>, "Who asked for it.";
        may "hosted_by" Many<Id>, "Who hosted it.";
        may "invited_by" Many<Id>, "Who invited to it.";
        may "complete" bool, "Whether the account names everybody.";
        may "participants" Many<Participation>, "Who took part.";
    }
    /// What every record ends with.
    FOOT {
        may "derived" Table<String>, "For each field that the source does not state: how it was worked out.";
        may "credibility" Credibility, "From 1 (confirmed) to 6 (cannot be judged).";
        may "note" String, "A note by the keeper.";
        may "ids" Table<String>, "Ids in other collections, by the name of the collection.";
        may "source" Many<Arc<Citation>>, "The citations; each is an account of its own.";
    }
}

/// The fields of a kind in the order in which they are written: `first`, then names, the kind's own, what events share.
pub(super) fn ordered(groups: [&[Field]; 2], own: Vec<Field>, first: &[&str]) -> Vec<Field> {
    let [names, shared] = groups;
    let mut middle: Vec<Field> = names.iter().copied().chain(own).chain(shared.iter().copied()).collect();
    middle.sort_by_key(|field| first.iter().position(|name| *name == field.name).unwrap_or(first.len()));
    HEAD.iter().copied().chain(middle).chain(FOOT.iter().copied()).collect()
}

/// Whether every record has such a field, whatever its kind.
pub(super) fn is_of_every_record(name: &str) -> bool {
    HEAD.iter().chain(FOOT).any(|field| field.name == name)
}

impl Kind {
    /// The order of fields, where it is not that of their declaration: what belongs together stands together.
    pub(super) fn first_fields(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["name", "family"],
            Self::Visit => &[
                "name",
                "to",
                "place",
                "rank",
                "rank_text",
                "occasion",
                "hosted_by",
                "invited_by",
                "when",
                "time",
                "zone",
                "status",
                "unannounced",
                "visitors",
                "legs",
            ],
            Self::Statement => &["name", "speaker", "to", "text", "stance", "about"],
            Self::Tally => &["of", "what", "number"],
            Self::Ruling => &["of", "who", "aspect", "prefers", "over"],
            _ => &[],
        }
    }
}
