//! The table itself: rows in columns, with an index of contacts by actor.

use super::columns::Columns;
use super::meta::Meta;
use super::{Actors, Class, Contact, Relation, Settings, Shape};
use crate::column::Column;
use crate::date::Day;

/// How many bits of a [`Contact`] tell the partner; the others tell the class.
pub(super) const PARTNER_BITS: u32 = 27;

/// How many classes of contacts a table can tell apart.
pub(super) const CLASSES: usize = 1 << (u32::BITS - PARTNER_BITS);

/// Events of two actors each, one a row. See the [module](super).
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) meta: Meta,
    /// The classes of its relations.
    pub(super) classes: Vec<Class>,
    /// The class of each relation.
    pub(super) class_of: Vec<Option<u8>>,
    pub(super) actors: Actors,
    pub(super) columns: Columns,
    /// Where the contacts of each actor begin, and where the last ones end.
    pub(super) offsets: Column<u32>,
    /// The contacts of every actor, actor by actor, by day and row.
    pub(super) contacts: Column<Contact>,
    /// The row of each contact.
    pub(super) rows: Column<u32>,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The actor who acts.
    pub source: u32,
    /// The actor with whom, or towards whom.
    pub target: u32,
    /// The day of the report: the event took place on it, or so many days before as the [settings](Settings) allow.
    pub day: Day,
    /// The number of its relation.
    pub relation: u16,
    /// The line of the input, from 1.
    pub line: u32,
}

impl Table {
    /// A table without its index; `None` where there are more classes, actors or rows than one can hold.
    pub(super) fn new(meta: Meta, actors: Actors, columns: Columns) -> Option<Self> {
        let (classes, class_of) = classes(&meta.relations)?;
        let mut table = Self {
            meta,
            classes,
            class_of,
            actors,
            columns,
            offsets: Column::default(),
            contacts: Column::default(),
            rows: Column::default(),
        };
        let fits = table.actors.len() < 1 << PARTNER_BITS && table.len() < i32::MAX as usize;
        fits.then(|| {
            table.index();
            table
        })
    }

    /// What is said of it as a whole.
    pub fn settings(&self) -> &Settings {
        &self.meta.settings
    }

    /// The SHA-256 digest of the input it was made from, in hexadecimal digits.
    pub fn digest(&self) -> &str {
        &self.meta.digest
    }

    /// The names in it.
    pub fn actors(&self) -> &Actors {
        &self.actors
    }

    /// Its relations, in the order of their labels.
    pub fn relations(&self) -> &[Relation] {
        &self.meta.relations
    }

    /// The classes of contacts in it.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.columns.day.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One row.
    pub fn row(&self, number: u32) -> Option<Row> {
        self.columns.row(number as usize)
    }

    /// The row of a line of the input. Takes the logarithm of the rows, or a walk over them where the input was not in the
    /// order of days.
    pub fn at_line(&self, line: u32) -> Option<u32> {
        let lines: &[u32] = &self.columns.line;
        let found = match lines.is_sorted() {
            true => lines.binary_search(&line).ok(),
            false => lines.iter().position(|one| *one == line),
        };
        found.and_then(|row| u32::try_from(row).ok())
    }

    /// The rows of these days of report, first to last; they lie together.
    pub fn between(&self, first: Day, last: Day) -> std::ops::Range<u32> {
        let days: &[i32] = &self.columns.day;
        let start = days.partition_point(|day| *day < first.number());
        let end = days.partition_point(|day| *day <= last.number()).max(start);
        u32::try_from(start).unwrap_or(u32::MAX)..u32::try_from(end).unwrap_or(u32::MAX)
    }

    /// The shape of a relation.
    pub fn shape(&self, relation: u16) -> Option<&Shape> {
        self.meta.relations.get(usize::from(relation)).map(|relation| &relation.shape)
    }

    /// How many bytes of memory, or of a mapped file, its rows and its index take.
    pub fn bytes(&self) -> usize {
        let index = [self.offsets.bytes().len(), self.contacts.bytes().len(), self.rows.bytes().len()];
        let actors = [self.actors.text.bytes().len(), self.actors.ends.bytes().len()];
        self.columns.bytes() + index.iter().sum::<usize>() + actors.iter().sum::<usize>()
    }

    /// The class of a relation's contacts, as it stands in the index.
    pub(super) fn class(&self, relation: u16) -> Option<u8> {
        self.class_of.get(usize::from(relation)).copied().flatten()
    }

    /// Sorts the contacts by actor, keeping the order of rows: counts them, then puts each in its place.
    fn index(&mut self) {
        let mut next = vec![0_u32; self.actors.len() + 1];
        self.each_contact(|_, actor, _| {
            if let Some(count) = next.get_mut(actor as usize + 1) {
                *count += 1;
            }
        });
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        let offsets = next.clone();
        let mut contacts = vec![Contact::default(); sum as usize];
        let mut rows = vec![0_u32; sum as usize];
        self.each_contact(|row, actor, contact| {
            let Some(place) = next.get_mut(actor as usize) else { return };
            if let (Some(one), Some(at)) = (contacts.get_mut(*place as usize), rows.get_mut(*place as usize)) {
                (*one, *at) = (contact, row);
                *place += 1;
            }
        });
        (self.offsets, self.contacts, self.rows) = (offsets.into(), contacts.into(), rows.into());
    }

    /// Every row at which two met, once for each of them.
    fn each_contact(&self, mut take: impl FnMut(u32, u32, Contact)) {
        let Columns { source, target, day, relation, .. } = &self.columns;
        let rows = source.iter().zip(target.iter()).zip(day.iter()).zip(relation.iter());
        for ((((source, target), day), relation), row) in rows.zip(0_u32..) {
            if let Some(class) = self.class(*relation)
                && source != target
            {
                take(row, *source, Contact::new(*day, *target, class));
                take(row, *target, Contact::new(*day, *source, class));
            }
        }
    }
}

/// The classes of some relations, and which relation is of which.
pub(super) fn classes(relations: &[Relation]) -> Option<(Vec<Class>, Vec<Option<u8>>)> {
    let mut classes: Vec<Class> = Vec::new();
    let mut class_of = Vec::with_capacity(relations.len());
    for relation in relations {
        let class = relation.shape.class().map(|class| {
            classes.iter().position(|known| *known == class).unwrap_or_else(|| {
                classes.push(class);
                classes.len() - 1
            })
        });
        class_of.push(class.and_then(|class| u8::try_from(class).ok()));
    }
    (classes.len() <= CLASSES).then_some((classes, class_of))
}
