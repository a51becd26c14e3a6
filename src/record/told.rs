//! Telling: what a record says, aspect by aspect, as text that people read and that differs where the meaning does.

use super::{
    Capacity, Cover, FormerName, Kind, Latitude, Leg, Locus, Longitude, Many, Names, Participation, Ruled, Shared,
    Table, TallyOf, TallySelection, Within,
};
use crate::date::{Day, EventDate, PointDate};
use crate::id::Id;
use std::fmt::Display;
use std::sync::Arc;

/// One aspect of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// `participation`, `capacity` or the name of the field.
    pub aspect: &'static str,
    /// The participant concerned.
    pub who: Option<Id>,
    /// What is said.
    pub text: String,
}

/// Something that says something, or is silent.
pub trait Tell {
    /// Adds what is said in the field called `aspect`.
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>);
}

fn add(aspect: &'static str, text: String, into: &mut Vec<Told>) {
    into.push(Told { aspect, who: None, text });
}

macro_rules! tell_as_shown {
    ($($kind:ty),* $(,)?) => {$(
        impl Tell for $kind {
            fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
                add(aspect, self.to_string(), into);
            }
        }
    )*};
}

tell_as_shown! {
    String, Arc<str>, bool, u32, u64, Id, Day, PointDate, EventDate, Locus, Capacity, Kind,
    super::StateKind, super::OrganizationKind, super::ForumKind, super::Level, super::HowEnded, super::MembershipKind,
    super::Medium, super::Status, super::Rank, super::Occasion, super::MeetingFormat, super::SessionKind,
    super::ActivityKind, super::MessageKind, super::DocumentKind, super::SourceKind, super::Genre, super::ReadExtent,
    super::Grade,
}

macro_rules! tell_numbers {
    ($($kind:ty),*) => {$(
        impl Tell for $kind {
            fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
                add(aspect, self.get().to_string(), into);
            }
        }
    )*};
}

tell_numbers!(Latitude, Longitude);

impl<T: Tell> Tell for Option<T> {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        if let Some(value) = self {
            value.tell(aspect, into);
        }
    }
}

impl<T: Tell> Tell for Vec<T> {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        self.as_slice().tell(aspect, into);
    }
}

impl<T: Tell> Tell for [T] {
    /// What is said of one aspect and person becomes one text.
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        let mut own: Vec<Told> = Vec::new();
        for value in self {
            let begun = own.len();
            value.tell(aspect, &mut own);
            // Values of a plain list follow each other under one name; participants have a name each.
            if let (Some(before), [next]) = (begun.checked_sub(1), own.get(begun..).unwrap_or_default())
                && let Some(last) = own.get(before).filter(|last| last.aspect == next.aspect && last.who == next.who)
            {
                let text = format!("{}, {}", last.text, next.text);
                own.truncate(begun);
                if let Some(last) = own.last_mut() {
                    last.text = text;
                }
            }
        }
        into.extend(own);
    }
}

impl<T: Tell> Tell for Many<T> {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        self.0.as_slice().tell(aspect, into);
    }
}

impl Tell for Table<Vec<String>> {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        let rows: Vec<String> = self.iter().map(|(key, values)| format!("{key}: {}", values.join(", "))).collect();
        if !rows.is_empty() {
            add(aspect, rows.join("; "), into);
        }
    }
}

/// Parts of a structure, joined: what is silent is left out.
struct Words(Vec<String>);

impl Words {
    fn with(mut self, label: &str, value: Option<&impl Display>) -> Self {
        self.0.extend(value.map(|value| format!("{label}{value}")));
        self
    }

    fn list<T: Display>(self, label: &str, values: &[T]) -> Self {
        let list = values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ");
        self.with(label, (!list.is_empty()).then_some(&list))
    }

    fn text(&self) -> String {
        self.0.join(" ")
    }
}

fn words(first: &impl Display) -> Words {
    Words(vec![first.to_string()])
}

fn spanned(first: &Id, from: Option<&PointDate>, until: Option<&PointDate>) -> String {
    words(first).with("from ", from).with("until ", until).text()
}

impl Tell for Within {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        add(aspect, spanned(&self.place, self.from.as_ref(), self.until.as_ref()), into);
    }
}

impl Tell for Ruled {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        add(aspect, spanned(&self.of, self.from.as_ref(), self.until.as_ref()), into);
    }
}

impl Tell for FormerName {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        add(aspect, words(&self.name).with("until ", self.until.as_ref()).text(), into);
    }
}

impl Tell for Leg {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        add(aspect, words(&self.place).with("", self.when.as_ref()).text(), into);
    }
}

impl Tell for Cover {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        let text = Words(Vec::new()).list("who ", &self.who).list("with ", &self.with).list("by ", &self.by);
        let text = text.list("to ", &self.to).list("kinds ", &self.kinds).list("modes ", &self.modes);
        let text = text.list("levels ", &self.levels).with("from ", self.from.as_ref());
        let text = text.with("until ", self.until.as_ref()).with("degree ", self.degree.as_ref());
        let text = text.with("claimed by ", self.claimed_by.as_ref()).with("note ", self.note.as_ref());
        add(aspect, format!("({})", text.text()), into);
    }
}

impl Tell for TallySelection {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        let text = Words(Vec::new()).list("who ", &self.who).list("with ", &self.with).list("by ", &self.by);
        let text = text.list("to ", &self.to).list("kinds ", &self.kinds);
        add(aspect, text.with("from ", self.from.as_ref()).with("until ", self.until.as_ref()).text(), into);
    }
}

impl Tell for TallyOf {
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        match self {
            Self::Event(id) => id.tell(aspect, into),
            Self::Selection(selection) => selection.tell(aspect, into),
        }
    }
}

impl Tell for Participation {
    /// The participation, and each capacity in one text, both with the participant.
    fn tell(&self, aspect: &'static str, into: &mut Vec<Told>) {
        let text = words(&aspect).with("role ", self.role.as_ref()).with("for ", self.stands_for.as_ref());
        let text = text.with("part ", self.part.as_ref()).with("presence ", self.presence.as_ref());
        let text = text.with("reason ", self.reason.as_ref()).with("lead ", self.lead.as_ref());
        let text = text.with("when ", self.when.as_ref()).with("printed ", self.printed.as_ref()).text();
        into.push(Told { aspect: "participation", who: Some(self.who.clone()), text });
        if !self.capacities.is_empty() {
            let text = self.capacities.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            into.push(Told { aspect: "capacity", who: Some(self.who.clone()), text });
        }
    }
}

impl Tell for Names {
    fn tell(&self, _: &'static str, into: &mut Vec<Told>) {
        self.name.tell("name", into);
        self.full.tell("full", into);
        self.names.tell("names", into);
        self.former.tell("former", into);
    }
}

impl Tell for Shared {
    fn tell(&self, _: &'static str, into: &mut Vec<Told>) {
        macro_rules! tell {
            ($($field:ident)*) => { $(self.$field.tell(stringify!($field), into);)* };
        }
        tell!(name when time zone medium place status part_of beside after about requested_by);
        tell!(hosted_by invited_by complete participants);
    }
}
