//! How what the accounts say about one fact is joined, field by field.
//!
//! Lists are united; silence contradicts nothing; every other value that differs is a clash, and the
//! first one stays. Which account is first is decided by [`resolve`](crate::resolve), not by the order of files.
//! All accounts are joined at once, so that a fact of many accounts costs no more than their length.

use super::participation::Participation;
use super::scalar::Many;
use crate::date::{Day, EventDate, PointDate};
use crate::id::Id;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

/// The names of fields in which accounts differ.
pub type Clashes = BTreeSet<&'static str>;

/// A body that takes over what other accounts say of the same fact.
pub trait Join {
    /// Joins the other accounts' fields and notes those that differ.
    fn join(&mut self, others: &[&Self], clashes: &mut Clashes);
}

/// A field that takes over what other accounts say in it.
pub trait JoinField {
    /// Joins the field called `name`.
    fn join_field(&mut self, name: &'static str, others: &[&Self], clashes: &mut Clashes);
}

/// Takes over the first value that is stated and notes whether another one differs.
impl<T: Clone + PartialEq> JoinField for Option<T> {
    fn join_field(&mut self, name: &'static str, others: &[&Self], clashes: &mut Clashes) {
        for other in others {
            match (&*self, other) {
                (None, Some(_)) => self.clone_from(other),
                (Some(mine), Some(theirs)) if mine != theirs => {
                    clashes.insert(name);
                }
                _ => {}
            }
        }
    }
}

impl<T: Clone + Eq + Hash> JoinField for Vec<T> {
    fn join_field(&mut self, _: &'static str, others: &[&Self], _: &mut Clashes) {
        let new = new(self, others.iter().map(|other| other.as_slice()));
        self.extend(new);
    }
}

/// What others list and we do not, each once.
fn new<'a, T: Clone + Eq + Hash + 'a>(ours: &'a [T], theirs: impl Iterator<Item = &'a [T]>) -> Vec<T> {
    let mut known: HashSet<&T> = ours.iter().collect();
    theirs.flatten().filter(|one| known.insert(*one)).cloned().collect()
}

macro_rules! join_lists {
    ($($item:ty),*) => {$(
        impl JoinField for Many<$item> {
            fn join_field(&mut self, _: &'static str, others: &[&Self], _: &mut Clashes) {
                let new = new(self, others.iter().map(|other| &***other));
                self.0.extend(new);
            }
        }
    )*};
}

join_lists!(Id, PointDate, super::Locus, super::Within, super::Capacity);

impl JoinField for Many<Participation> {
    fn join_field(&mut self, name: &'static str, others: &[&Self], clashes: &mut Clashes) {
        let mut theirs: HashMap<&Id, Vec<&Participation>> = HashMap::new();
        let mut new: Vec<&Participation> = Vec::new();
        let mut known: HashSet<&Id> = self.iter().map(|mine| &mine.who).collect();
        for one in others.iter().flat_map(|other| other.iter()) {
            match known.insert(&one.who) {
                true => new.push(one),
                false => theirs.entry(&one.who).or_default().push(one),
            }
        }
        self.0.extend(new.into_iter().cloned());
        for mine in &mut self.0 {
            // Only the first of several participations of one actor takes over what others say of it.
            if let Some(theirs) = theirs.remove(&mine.who) {
                mine.join_field(name, &theirs, clashes);
            }
        }
    }
}

impl JoinField for Participation {
    fn join_field(&mut self, _: &'static str, others: &[&Self], clashes: &mut Clashes) {
        macro_rules! join {
            ($($field:ident $name:literal,)*) => {
                $(self.$field.join_field($name, &others.iter().map(|other| &other.$field).collect::<Vec<_>>(), clashes);)*
            };
        }
        join! {
            capacities "capacity",
            role "role",
            stands_for "for",
            part "part",
            presence "participation",
            reason "reason",
            lead "lead",
            when "participation",
        }
        // Each account prints a title in its own words, so that a difference is none of substance.
        first_stated(&mut self.printed, others.iter().map(|other| &other.printed));
    }
}

/// Takes over the first value that is stated, where a difference is none of substance.
pub(super) fn first_stated<'a, T: Clone + 'a>(mine: &mut Option<T>, theirs: impl IntoIterator<Item = &'a Option<T>>) {
    if mine.is_none() {
        *mine = theirs.into_iter().flatten().next().cloned();
    }
}

macro_rules! join_single {
    ($($value:ty),* $(,)?) => {$(
        impl JoinField for $value {
            fn join_field(&mut self, name: &'static str, others: &[&Self], clashes: &mut Clashes) {
                if others.iter().any(|other| *other != self) {
                    clashes.insert(name);
                }
            }
        }
    )*};
}

join_single!(String, Arc<str>, Id, Day, EventDate, PointDate, u64, super::TallyOf);
