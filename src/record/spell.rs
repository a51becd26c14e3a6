//! Spelling: what a record says, as a fact file says it.
//!
//! The counterpart of reading: what is spelled here reads back as the same record. How it is laid out is for
//! [`write`](crate::write).

use super::{
    Capacity, Citation, Cover, Credibility, FormerName, Kind, Latitude, Leg, Locus, Longitude, Many, Names,
    Participation, Ruled, Shared, Table, TallyOf, TallySelection, Within,
};
use crate::date::{Day, EventDate, PointDate};
use crate::id::Id;
use std::fmt::Display;
use std::sync::Arc;

/// A field that says something: its name, and the value as it is written.
pub type Spelled = (&'static str, String);

/// A value that can be written into a fact file.
pub trait Spell {
    /// The value as it is written; nothing where nothing is said.
    fn spell(&self) -> Option<String>;
}

/// Fields that stand among those of a record.
pub(crate) trait SpellFields {
    /// Adds those that say something.
    fn spell_fields(&self, into: &mut Vec<Spelled>);
}

/// Adds a field, where it says something.
pub(crate) fn add(name: &'static str, value: &impl Spell, into: &mut Vec<Spelled>) {
    into.extend(value.spell().map(|value| (name.trim_start_matches("r#"), value)));
}

/// A text in quotes. What a terminal or an editor would act on is written by number.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => quoted.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn in_quotes(value: &impl Display) -> String {
    quoted(&value.to_string())
}

macro_rules! spell {
    ($($kind:ty: $how:expr;)*) => {$(
        impl Spell for $kind {
            fn spell(&self) -> Option<String> {
                let how: fn(&Self) -> String = $how;
                Some(how(self))
            }
        }
    )*};
}

spell! {
    String: |text| quoted(text);
    Arc<str>: |text| quoted(text);
    smol_str::SmolStr: |text| quoted(text);
    Id: in_quotes;
    Day: in_quotes;
    PointDate: in_quotes;
    EventDate: in_quotes;
    Locus: in_quotes;
    Capacity: in_quotes;
    bool: bool::to_string;
    u32: u32::to_string;
    u64: u64::to_string;
    Kind: |kind| kind.tag().to_owned();
    Latitude: |degrees| degrees.get().to_string();
    Longitude: |degrees| degrees.get().to_string();
    Credibility: |grade| grade.get().to_string();
}

impl<T: Spell> Spell for Option<T> {
    fn spell(&self) -> Option<String> {
        self.as_ref().and_then(Spell::spell)
    }
}

impl<T: Spell> Spell for Box<T> {
    fn spell(&self) -> Option<String> {
        (**self).spell()
    }
}

impl<T: Spell> Spell for Vec<T> {
    fn spell(&self) -> Option<String> {
        let values: Vec<String> = self.iter().filter_map(Spell::spell).collect();
        (!values.is_empty()).then(|| format!("[{}]", values.join(", ")))
    }
}

impl<T: Spell> Spell for Many<T> {
    /// One value stands without brackets.
    fn spell(&self) -> Option<String> {
        let values: Vec<String> = self.iter().filter_map(Spell::spell).collect();
        match values.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            _ => Some(format!("[{}]", values.join(", "))),
        }
    }
}

impl<V: Spell> Spell for Table<V> {
    fn spell(&self) -> Option<String> {
        let rows = self.iter().filter_map(|(key, value)| Some(format!("{}: {}", quoted(key), value.spell()?)));
        let rows: Vec<String> = rows.collect();
        (!rows.is_empty()).then(|| format!("{{{}}}", rows.join(", ")))
    }
}

/// A structure of the fields that say something.
macro_rules! structure {
    ($this:ident: $($name:literal $field:ident),*) => {{
        let mut fields: Vec<Spelled> = Vec::new();
        $(add($name, &$this.$field, &mut fields);)*
        let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
        format!("({})", fields.join(", "))
    }};
}

spell! {
    FormerName: |it| structure!(it: "name" name, "until" until);
    Ruled: |it| structure!(it: "of" of, "from" from, "until" until);
    Leg: |it| structure!(it: "place" place, "when" when);
    Within: |it| match (&it.from, &it.until) {
        (None, None) => in_quotes(&it.place),
        _ => structure!(it: "place" place, "from" from, "until" until),
    };
    Cover: |it| structure!(it: "who" who, "with" with, "by" by, "to" to, "kinds" kinds, "modes" modes, "levels" levels,
        "from" from, "until" until, "degree" degree, "claimed_by" claimed_by, "note" note);
    TallySelection: |it| structure!(it: "who" who, "with" with, "by" by, "to" to, "kinds" kinds, "from" from,
        "until" until);
    TallyOf: |it| match it {
        TallyOf::Event(id) => in_quotes(id),
        TallyOf::Selection(selection) => selection.spell().unwrap_or_else(|| "()".to_owned()),
    };
    Participation: |it| match *it == Participation::of(it.who.clone()) {
        true => in_quotes(&it.who),
        false => structure!(it: "who" who, "as" capacities, "role" role, "for" stands_for, "part" part,
            "presence" presence, "reason" reason, "lead" lead, "when" when, "printed" printed),
    };
    Citation: |it| {
        let locus = it.locus().to_string();
        // A locator may be empty or hold what would be read as another source's.
        let reads_back = locus.parse::<Locus>().is_ok_and(|read| read == it.locus());
        let is_plain = it.quote.is_none() && it.lang.is_none() && it.says.is_none() && it.appeared.is_none();
        match is_plain && reads_back {
            true => quoted(&locus),
            false => structure!(it: "source" source, "locator" locator, "quote" quote, "lang" lang, "says" says,
                "appeared" appeared),
        }
    };
}

impl SpellFields for Names {
    fn spell_fields(&self, into: &mut Vec<Spelled>) {
        add("name", &self.name, into);
        add("full", &self.full, into);
        add("names", &self.names, into);
        add("former", &self.former, into);
    }
}

impl SpellFields for Shared {
    fn spell_fields(&self, into: &mut Vec<Spelled>) {
        macro_rules! fields {
            ($($field:ident)*) => { $(add(stringify!($field), &self.$field, into);)* };
        }
        fields!(name when time zone medium place status part_of beside after about requested_by hosted_by invited_by);
        fields!(complete participants);
    }
}
