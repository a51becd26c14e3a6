//! The plainest format: four cells between tabs, source, relation, target and date.

use super::lines::{Lines, Meant, Named, Told, Untold, Where, day_of_report};
use super::{Relation, Shape};
use std::borrow::Cow;
use std::collections::HashMap;

/// Which label is what: nothing for one whose rows are left aside.
pub(super) type Meaning<'m> = dyn Fn(&str) -> Option<Shape> + Sync + 'm;

/// So many different labels are remembered.
const REMEMBERED: usize = 4096;

/// Reads lines of four cells, with labels that somebody knows the meaning of.
pub(super) struct Plain<'m> {
    meaning: &'m Meaning<'m>,
    labels: HashMap<String, Option<u16>>,
    relations: Vec<Relation>,
}

impl<'m> Plain<'m> {
    pub(super) fn new(meaning: &'m Meaning<'m>) -> Self {
        Self { meaning, labels: HashMap::new(), relations: Vec::new() }
    }

    fn number(&mut self, label: &str) -> Result<Option<u16>, Untold> {
        if let Some(number) = self.labels.get(label) {
            return Ok(*number);
        }
        let number = match (self.meaning)(label) {
            None => None,
            Some(shape) => {
                let too_many = |_| Untold::Listed("there are too many relations".to_owned());
                let number = u16::try_from(self.relations.len()).map_err(too_many)?;
                self.relations.push(Relation { label: label.to_owned(), shape });
                Some(number)
            }
        };
        if number.is_some() || self.labels.len() < REMEMBERED {
            self.labels.insert(label.to_owned(), number);
        }
        Ok(number)
    }
}

impl Lines for Plain<'_> {
    fn told<'l>(&'l mut self, line: &'l [u8]) -> Result<Told<'l>, Untold> {
        let listed = |reason: &str| Untold::Listed(reason.to_owned());
        let Some([source, label, target, date]) = cells(line) else {
            let columns = memchr::memchr_iter(b'\t', line).count() + 1;
            return Err(Untold::Listed(format!("it has {columns} columns, not four: source, relation, target, date")));
        };
        let no_day = || Untold::Listed(format!("{:?} is no day", String::from_utf8_lossy(date)));
        let day = day_of_report(date).ok_or_else(no_day)?;
        let label = str::from_utf8(label).map_err(|_| listed("the relation is no UTF-8"))?;
        let Some(relation) = self.number(label)? else {
            return Err(Untold::Counted(Cow::Owned(label.to_owned())));
        };
        if source == target {
            return Err(listed("source and target are one actor"));
        }
        let name = |bytes| match str::from_utf8(bytes) {
            Err(_) => Err(listed("the name of an actor is no UTF-8")),
            Ok(name) if name.trim().is_empty() => Err(listed("an actor has no name")),
            Ok(name) => Ok(Named { name, ..Named::default() }),
        };
        Ok(Told { ends: [name(source)?, name(target)?], relation, day, place: Where::default() })
    }

    fn relation(&self, number: u16) -> Option<Meant> {
        Some(Meant { relation: self.relations.get(usize::from(number))?.clone(), mirror: None })
    }

    fn unused(&self, _: u16) -> String {
        String::new()
    }

    fn plain(&self) -> Option<[usize; 4]> {
        Some([0, 1, 2, 3])
    }
}

/// The four cells of a line; none if there are more or less.
pub(super) fn cells(line: &[u8]) -> Option<[&[u8]; 4]> {
    let mut tabs = memchr::memchr_iter(b'\t', line);
    let (Some(one), Some(two), Some(three), None) = (tabs.next(), tabs.next(), tabs.next(), tabs.next()) else {
        return None;
    };
    let cell = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    Some([cell(0, one), cell(one + 1, two), cell(two + 1, three), cell(three + 1, line.len())])
}
