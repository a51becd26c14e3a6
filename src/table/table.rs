//! The table itself: rows in columns, with an index of contacts by actor.

use super::columns::Columns;
use super::ids::Ids;
use super::lines::Named;
use super::meta::Meta;
use super::places::Places;
use super::twins::Twins;
use super::{Actors, Class, Contact, Dataset, Relation, Settings, Shape};
use crate::column::{Column, Maybe};
use crate::date::Day;
use std::sync::OnceLock;

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
    /// The codes of the actors and their countries; empty where the format has none.
    pub(super) codes: Actors,
    pub(super) countries: Actors,
    pub(super) ids: Ids,
    pub(super) columns: Columns,
    pub(super) twins: Twins,
    pub(super) places: Places,
    /// Where the contacts of each actor begin, and where the last ones end.
    pub(super) offsets: Column<u32>,
    /// The contacts of every actor, actor by actor, by day and row.
    pub(super) contacts: Column<Contact>,
    /// The row of each contact.
    pub(super) rows: Column<u32>,
    /// The rows of every actor that are no contacts, in the same way.
    pub(super) other_offsets: Column<u32>,
    pub(super) other_rows: Column<u32>,
    /// The rows in the order of lines, where that is not their own; made when it is first needed.
    pub(super) by_line: OnceLock<Option<Vec<u32>>>,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the table.
    pub number: u32,
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

/// The actors of a table, with what is said of them.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) actors: Actors,
    pub(super) codes: Actors,
    pub(super) countries: Actors,
    pub(super) ids: Ids,
}

impl Table {
    /// A table with its index; `None` where there are more classes, actors or rows than one can hold.
    pub(super) fn new(meta: Meta, cast: Cast, columns: Columns, twins: Twins, places: Places) -> Option<Self> {
        let (classes, class_of) = classes(&meta.relations)?;
        let Cast { actors, codes, countries, ids } = cast;
        let mut table = Self {
            meta,
            classes,
            class_of,
            actors,
            codes,
            countries,
            ids,
            columns,
            twins,
            places,
            offsets: Column::default(),
            contacts: Column::default(),
            rows: Column::default(),
            other_offsets: Column::default(),
            other_rows: Column::default(),
            by_line: OnceLock::new(),
        };
        let fits = table.actors.len() < 1 << PARTNER_BITS && table.len() < i32::MAX as usize;
        fits.then(|| {
            table.index();
            table.index_places();
            table
        })
    }

    /// What is said of it as a whole.
    pub fn settings(&self) -> &Settings {
        &self.meta.settings
    }

    /// The data set that it is of.
    pub fn dataset(&self) -> &Dataset {
        &self.meta.dataset
    }

    /// An actor as it is named; nothing where there is no such number.
    pub fn named(&self, actor: u32) -> Named<'_> {
        Named { name: self.actors.name(actor), code: self.codes.name(actor), country: self.countries.name(actor) }
    }

    /// The ids of the places at which a row was: what its first line says of it, and its second.
    pub fn places_of(&self, row: &Row) -> impl Iterator<Item = &str> {
        let own = self.place_of(row.number);
        let twin = self.twins.of_row(row.number).and_then(|twin| twin.place).filter(|twin| Some(*twin) != own);
        own.into_iter().chain(twin).map(|place| self.places.ids.name(place))
    }

    /// The rows at a place, by its id, in order. Takes the logarithm of how many places there are.
    pub fn rows_at(&self, id: &str) -> &[u32] {
        self.places.ids.find(id).map_or(&[], |place| self.places.rows(place))
    }

    /// What the first line of a row says of where it was.
    pub(super) fn place_of(&self, row: u32) -> Option<u32> {
        self.columns.place.get(row as usize).and_then(Maybe::get)
    }

    /// The SHA-256 digest of the input it was made from, in hexadecimal digits.
    pub fn digest(&self) -> &str {
        &self.meta.digest
    }

    /// Whether another table was made of the same input in the same way.
    pub fn is_like(&self, other: &Self) -> bool {
        self.meta == other.meta && self.len() == other.len()
    }

    /// The names in it.
    pub fn actors(&self) -> &Actors {
        &self.actors
    }

    /// The id of an actor; none where there is no such number.
    pub fn id(&self, actor: u32) -> Option<&str> {
        Some(self.ids.text.name(actor)).filter(|id| !id.is_empty())
    }

    /// The actor of an id. Takes the logarithm of how many there are.
    pub fn actor(&self, id: &str) -> Option<u32> {
        self.ids.find(id)
    }

    /// The rows of an actor on these days of report that are no contacts, in order.
    pub fn others(&self, actor: u32, first: Day, last: Day) -> &[u32] {
        let (offsets, rows): (&[u32], &[u32]) = (&self.other_offsets, &self.other_rows);
        let at = actor as usize;
        let Some([start, end]) = offsets.get(at..at + 2) else { return &[] };
        let own = rows.get(*start as usize..*end as usize).unwrap_or_default();
        let within = self.between(first, last);
        let start = own.partition_point(|row| *row < within.start);
        let end = own.partition_point(|row| *row < within.end);
        own.get(start..end).unwrap_or_default()
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

    /// The row of a line of the input. Takes the logarithm of the rows; the first time a walk over them, or a sort where the
    /// input was not in the order of days.
    pub fn at_line(&self, line: u32) -> Option<u32> {
        let lines: &[u32] = &self.columns.line;
        match self.by_line.get_or_init(|| by_line(lines)) {
            None => lines.binary_search(&line).ok().and_then(|row| u32::try_from(row).ok()),
            Some(rows) => {
                let of = |row: &u32| lines.get(*row as usize).copied().unwrap_or_default();
                rows.binary_search_by_key(&line, of).ok().and_then(|at| rows.get(at).copied())
            }
        }
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
        let others = [self.other_offsets.bytes().len(), self.other_rows.bytes().len(), self.ids.order.bytes().len()];
        let actors = [&self.actors, &self.ids.text, &self.codes, &self.countries]
            .map(|one| one.text.len() + one.ends.bytes().len());
        let more = self.places.bytes() + self.twins.bytes();
        more + self.columns.bytes() + [index.as_slice(), &others, &actors].concat().iter().sum::<usize>()
    }

    /// The class of a relation's contacts, as it stands in the index.
    pub(super) fn class(&self, relation: u16) -> Option<u8> {
        self.class_of.get(usize::from(relation)).copied().flatten()
    }

    /// Sorts rows by actor, keeping their order: counts those of each, then puts each in its place.
    fn index(&mut self) {
        let (offsets, mut next, sum) = self.places(|class| class.is_some());
        let mut contacts = vec![Contact::default(); sum];
        let mut rows = vec![0_u32; sum];
        let days: &[i32] = &self.columns.day;
        self.each_end(|row, actor, other, class| {
            let (Some(class), Some(place)) = (class, next.get_mut(actor as usize)) else { return };
            let day = days.get(row as usize).copied().unwrap_or_default();
            if let (Some(one), Some(at)) = (contacts.get_mut(*place as usize), rows.get_mut(*place as usize)) {
                (*one, *at) = (Contact::new(day, other, class), row);
                *place += 1;
            }
        });
        let (other_offsets, mut next, sum) = self.places(|class| class.is_none());
        let mut others = vec![0_u32; sum];
        self.each_end(|row, actor, _, class| {
            let (None, Some(place)) = (class, next.get_mut(actor as usize)) else { return };
            if let Some(at) = others.get_mut(*place as usize) {
                *at = row;
                *place += 1;
            }
        });
        (self.offsets, self.contacts, self.rows) = (offsets.into(), contacts.into(), rows.into());
        (self.other_offsets, self.other_rows) = (other_offsets.into(), others.into());
    }

    fn index_places(&mut self) {
        let rows = 0..u32::try_from(self.columns.place.len()).unwrap_or(u32::MAX);
        let twin = |row| self.twins.of_row(row).and_then(|twin| twin.place);
        let at = rows.flat_map(|row| {
            let own = self.place_of(row);
            let other = twin(row).filter(|twin| Some(*twin) != own);
            own.into_iter().chain(other).map(move |place| (place, row))
        });
        let at: Vec<(u32, u32)> = at.collect();
        if self.places.len() > 0 {
            self.places.index(&at);
        }
    }

    /// Where the rows of each actor begin that are of some classes, twice, and how many there are.
    fn places(&self, fits: impl Fn(Option<u8>) -> bool) -> (Vec<u32>, Vec<u32>, usize) {
        let mut next = vec![0_u32; self.actors.len() + 1];
        self.each_end(|_, actor, _, class| {
            if let (true, Some(count)) = (fits(class), next.get_mut(actor as usize + 1)) {
                *count += 1;
            }
        });
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        (next.clone(), next, sum as usize)
    }

    /// Every row, once for each of its actors: the actor, the other one, and the class.
    fn each_end(&self, mut take: impl FnMut(u32, u32, u32, Option<u8>)) {
        let Columns { source, target, relation, .. } = &self.columns;
        let rows = source.iter().zip(target.iter()).zip(relation.iter());
        for (((source, target), relation), row) in rows.zip(0_u32..) {
            let class = self.class(*relation);
            take(row, *source, *target, class);
            take(row, *target, *source, class);
        }
    }
}

/// The rows in the order of lines; none where they are in it.
fn by_line(lines: &[u32]) -> Option<Vec<u32>> {
    if lines.is_sorted() {
        return None;
    }
    let mut rows: Vec<u32> = (0..).take(lines.len()).collect();
    rows.sort_unstable_by_key(|row| lines.get(*row as usize));
    Some(rows)
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
