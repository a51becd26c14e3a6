//! How what two accounts say about one fact is joined, field by field.
//!
//! Lists are united; silence contradicts nothing; every other value that differs is a clash, and the
//! first one stays. Which account is first is decided by [`resolve`](crate::resolve), not by the order of files.

use super::participation::Participation;
use super::scalar::Many;
use crate::date::{Day, EventDate, PointDate};
use crate::id::Id;
use std::collections::{BTreeMap, BTreeSet};

/// The names of fields in which accounts differ.
pub type Clashes = BTreeSet<&'static str>;

/// A body that takes over what another account says of the same fact.
pub trait Join {
    /// Joins the other account's fields and notes those that differ.
    fn join(&mut self, other: &Self, clashes: &mut Clashes);
}

/// A field that takes over what another account says in it.
pub trait JoinField {
    /// Joins the field called `name`.
    fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes);
}

impl<T: Clone + PartialEq> JoinField for Option<T> {
    fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes) {
        match (&*self, other) {
            (None, Some(_)) => self.clone_from(other),
            (Some(mine), Some(theirs)) if mine != theirs => {
                clashes.insert(name);
            }
            _ => {}
        }
    }
}

impl<T: Clone + PartialEq> JoinField for Vec<T> {
    fn join_field(&mut self, _: &'static str, other: &Self, _: &mut Clashes) {
        for value in other {
            if !self.contains(value) {
                self.push(value.clone());
            }
        }
    }
}

macro_rules! join_lists {
    ($($item:ty),*) => {$(
        impl JoinField for Many<$item> {
            fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes) {
                self.0.join_field(name, &other.0, clashes);
            }
        }
    )*};
}

join_lists!(Id, PointDate, super::Locus, super::Within);

impl JoinField for Many<Participation> {
    fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes) {
        for theirs in other {
            match self.0.iter_mut().find(|mine| mine.who == theirs.who) {
                Some(mine) => mine.join_field(name, theirs, clashes),
                None => self.0.push(theirs.clone()),
            }
        }
    }
}

impl JoinField for Participation {
    fn join_field(&mut self, _: &'static str, other: &Self, clashes: &mut Clashes) {
        self.capacities.0.join_field("capacity", &other.capacities.0, clashes);
        self.role.join_field("role", &other.role, clashes);
        self.stands_for.join_field("for", &other.stands_for, clashes);
        self.part.join_field("part", &other.part, clashes);
        self.presence.join_field("participation", &other.presence, clashes);
        self.reason.join_field("reason", &other.reason, clashes);
        self.lead.join_field("lead", &other.lead, clashes);
        self.when.join_field("participation", &other.when, clashes);
        // Each account prints a title in its own words, so that a difference is none of substance.
        self.printed = self.printed.take().or_else(|| other.printed.clone());
    }
}

impl JoinField for BTreeMap<String, Vec<String>> {
    fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes) {
        for (key, values) in other {
            self.entry(key.clone()).or_default().join_field(name, values, clashes);
        }
    }
}

macro_rules! join_single {
    ($($value:ty),* $(,)?) => {$(
        impl JoinField for $value {
            fn join_field(&mut self, name: &'static str, other: &Self, clashes: &mut Clashes) {
                if self != other {
                    clashes.insert(name);
                }
            }
        }
    )*};
}

join_single!(String, Id, Day, EventDate, PointDate, u64, super::TallyOf);
