//! Columns: what the cells of one have in common.

use super::date_text::read;
use super::map::{Order, Reading};
use super::split::{brackets, parts};
use crate::record::Shape;
use crate::write::literal;
use std::collections::{BTreeSet, HashSet};

/// So many different values are remembered.
const VALUES: usize = 12;

/// What a column seems to mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A name of the row.
    Id,
    /// The date.
    Date,
    /// The first day.
    Start,
    /// The last day.
    End,
    /// Where.
    Place,
    /// Who.
    Names,
    /// For whom.
    Side,
    /// How certain.
    Certainty,
    /// The place in a source.
    Locator,
    /// Something else.
    Other,
}

/// A column as far as it was looked at.
#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    filled: usize,
    values: BTreeSet<String>,
    distinct: bool,
    seen: HashSet<String>,
    /// How many cells are dates whatever the order, and in each order.
    dates: usize,
    by_order: [usize; 3],
    short_years: bool,
    example: Option<String>,
    separated: [usize; 4],
    commas: usize,
    bracketed: usize,
}

const ORDERS: [Order; 3] = [Order::DayMonthYear, Order::MonthDayYear, Order::YearMonthDay];

const SEPARATORS: [&str; 4] = [";", "|", " and ", ","];

impl Column {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            filled: 0,
            values: BTreeSet::new(),
            distinct: true,
            seen: HashSet::new(),
            dates: 0,
            by_order: [0; 3],
            short_years: false,
            example: None,
            separated: [0; 4],
            commas: 0,
            bracketed: 0,
        }
    }

    /// Looks at one cell.
    pub(super) fn look(&mut self, text: &str) {
        let text: String = text.chars().take(400).collect();
        self.filled += 1;
        self.distinct &= self.seen.insert(text.clone());
        if self.values.len() < VALUES {
            self.values.insert(text.clone());
        }
        self.look_for_dates(&text);
        self.look_for_names(&text);
    }

    fn look_for_dates(&mut self, text: &str) {
        let reading = |order, pivot| Reading { order, pivot, ..Reading::default() };
        if read(text, &reading(None, None)).is_ok() {
            self.dates += 1;
            self.by_order.iter_mut().for_each(|count| *count += 1);
            return;
        }
        let mut any = false;
        for (order, count) in ORDERS.into_iter().zip(&mut self.by_order) {
            let long = read(text, &reading(Some(order), None)).is_ok();
            let short = !long && read(text, &reading(Some(order), Some(1950))).is_ok();
            self.short_years |= short;
            *count += usize::from(long || short);
            any |= long || short;
        }
        if any && self.example.is_none() {
            self.example = Some(text.to_owned());
        }
    }

    fn look_for_names(&mut self, text: &str) {
        for (separator, count) in SEPARATORS.iter().zip(&mut self.separated) {
            let parts = parts(text, &[(*separator).to_owned()]).unwrap_or_default();
            // A comma may also stand within a name; behind a bracket, or twice, it does not.
            let within =
                *separator == "," && parts.len() < 3 && !parts.iter().rev().skip(1).any(|part| part.ends_with(')'));
            *count += usize::from(parts.len() > 1 && !within);
        }
        let separators: Vec<String> = self.separators().iter().map(|sign| (*sign).to_owned()).collect();
        let names = parts(text, &separators).unwrap_or_default();
        let (bare, inside): (Vec<&str>, Vec<Vec<&str>>) = names.into_iter().map(brackets).unzip();
        self.bracketed += usize::from(inside.iter().any(|inside| !inside.is_empty()));
        let has_comma = |name: &&str| name.split_once(',').is_some_and(|(_, given)| !given.contains(','));
        self.commas += usize::from(!bare.is_empty() && bare.iter().all(has_comma));
    }

    /// Whether most cells are dates.
    pub(super) fn is_date(&self) -> bool {
        let most = self.by_order.iter().copied().max().unwrap_or_default();
        self.filled > 0 && most * 10 >= self.filled * 8
    }

    /// Whether some cells are dates only in a stated order.
    pub(super) fn is_in_numbers(&self) -> bool {
        self.example.is_some()
    }

    /// Whether an order reads as many of its cells as any other.
    pub(super) fn admits(&self, order: Order) -> bool {
        let most = self.by_order.iter().copied().max().unwrap_or_default();
        ORDERS.iter().zip(self.by_order).any(|(known, count)| *known == order && count == most)
    }

    /// Whether some of its years have two digits.
    pub(super) fn has_short_years(&self) -> bool {
        self.short_years
    }

    /// A cell that can be read in a stated order only.
    pub(super) fn example(&self) -> Option<String> {
        self.example.as_deref().map(super::split::shortened)
    }

    /// Whether no value comes twice.
    pub(super) fn is_distinct(&self) -> bool {
        self.distinct
    }

    /// Its first few values.
    pub(super) fn values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(String::as_str)
    }

    /// What stands between several names in a cell.
    pub(super) fn separators(&self) -> Vec<&'static str> {
        let others = self.separated.iter().take(3).any(|count| *count > 0);
        let found = SEPARATORS.into_iter().zip(self.separated).filter(|(_, count)| *count > 0);
        found.map(|(separator, _)| separator).filter(|separator| *separator != "," || !others).collect()
    }

    /// Whether names stand as `Surname, Given`.
    pub(super) fn is_family_first(&self) -> bool {
        self.commas * 10 >= self.filled * 6 && self.commas > 0 && !self.separators().contains(&",")
    }

    /// Whether brackets stand behind names.
    pub(super) fn has_brackets(&self) -> bool {
        self.bracketed > 0
    }

    /// Whether a map can name it: brackets can't stand in the name of a column, and nobody names one that long.
    pub(super) fn is_nameable(&self) -> bool {
        !self.name.contains(['{', '}']) && self.name.len() <= 200
    }

    /// Its name in a template.
    pub(super) fn slot(&self) -> String {
        format!("{{{}}}", self.name)
    }

    /// A template that is the column alone, as it is written in a map.
    pub(super) fn template(&self) -> String {
        literal(Shape::Text, &self.slot())
    }

    /// What it seems to mean, by the words of its name and then by its cells.
    pub(super) fn meaning(&self) -> Meaning {
        if !self.is_nameable() {
            return Meaning::Other;
        }
        let name = crate::names::fold(&self.name.replace(['_', '-'], " "));
        let words: Vec<&str> = name.split(' ').collect();
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
        let begins = |wanted: &[&str]| words.iter().any(|word| wanted.iter().any(|begin| word.starts_with(begin)));
        if begins(&["certain", "uncertain", "doubt", "confiden", "reliab"]) && !self.values.is_empty() {
            return Meaning::Certainty;
        }
        if self.is_date() {
            return match () {
                () if has(&["end", "until", "to", "departure", "last", "close"]) => Meaning::End,
                () if begins(&["start", "begin", "from", "arriv", "first"]) => Meaning::Start,
                () => Meaning::Date,
            };
        }
        if has(&["id", "identifier", "key"]) && self.filled > 0 {
            return Meaning::Id;
        }
        if has(&["page", "locator", "paragraph", "document", "url", "link"]) {
            return Meaning::Locator;
        }
        if begins(&["place", "location", "city", "venue", "where", "site"]) {
            return Meaning::Place;
        }
        if begins(&["country", "countries", "state", "nation", "side", "delegation"]) {
            return Meaning::Side;
        }
        let people = [
            "participant",
            "leader",
            "counterpart",
            "partner",
            "interlocutor",
            "attend",
            "name",
            "people",
            "person",
            "visitor",
            "guest",
            "host",
            "who",
            "member",
        ];
        if begins(&people) || has(&["with", "met"]) || self.has_brackets() && !self.separators().is_empty() {
            return Meaning::Names;
        }
        Meaning::Other
    }
}
