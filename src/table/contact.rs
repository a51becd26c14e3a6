//! Contacts of an actor, and which of them count for a question.

use super::table::PARTNER_BITS;
use super::{Class, Table};
use crate::date::{Day, Period};
use bytemuck::{Pod, Zeroable};

/// Somebody met somebody: whom, when and in which class of events, in eight bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Contact {
    day: i32,
    partner: u32,
}

impl Contact {
    pub(super) fn new(day: i32, partner: u32, class: u8) -> Self {
        Self { day, partner: partner | u32::from(class) << PARTNER_BITS }
    }

    /// The number of the day of report.
    pub(super) fn day(self) -> i32 {
        self.day
    }

    /// With whom.
    pub(super) fn partner(self) -> u32 {
        self.partner & ((1 << PARTNER_BITS) - 1)
    }

    #[inline]
    fn is_with(self, partner: u32) -> bool {
        (self.partner ^ partner) << (u32::BITS - PARTNER_BITS) == 0
    }

    /// A bit that tells the class.
    fn class(self) -> u32 {
        1 << (self.partner >> PARTNER_BITS)
    }
}

/// How many contacts are compared at once.
const BLOCK: usize = 8;

/// Whether one of them is with somebody. All are compared, which processors do side by side; to stop at the first costs more.
#[inline]
fn is_among(block: &[Contact; BLOCK], partner: u32) -> bool {
    block.iter().fold(false, |found, contact| found | contact.is_with(partner))
}

/// Which contacts of a table count: those of some classes that possibly took place in a period.
///
/// Everything in a table is possible and no more: a machine read the reports. A row that is dated by its report can have
/// taken place on that day and on so many before it as the [settings](super::Settings) say, so it counts where any of
/// these days lies in the period.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'t> {
    pub(super) table: &'t Table,
    /// A bit for each class that counts.
    classes: u32,
    /// The first and last day of report that count.
    pub(super) first: i32,
    pub(super) last: i32,
    /// The last day of the period.
    pub(super) ends: i32,
    /// Rows that do not count, in order: records speak of them, so that they are looked at as such.
    pub(super) hidden: &'t [u32],
}

impl Table {
    /// The contacts of the classes that fit which possibly took place in a period.
    pub fn choose(&self, period: Period, fits: impl Fn(&Class) -> bool) -> Choice<'_> {
        Choice::of(self, period, Day::MAX, fits)
    }
}

impl<'t> Choice<'t> {
    /// The same, of what was reported by a day.
    pub(super) fn of(table: &'t Table, period: Period, until: Day, fits: impl Fn(&Class) -> bool) -> Self {
        let bits = table.classes.iter().zip(0_u32..).filter(|(class, _)| fits(class)).map(|(_, at)| 1_u32 << at);
        let lag = i32::from(table.meta.settings.lag);
        let last = period.last.number().saturating_add(lag).min(until.number());
        let (first, ends) = (period.first.number(), period.last.number());
        Self { table, classes: bits.fold(0, |all, bit| all | bit), first, last, ends, hidden: &[] }
    }

    /// Of these only those in other rows; the rows come in order.
    #[must_use]
    pub fn without(self, hidden: &'t [u32]) -> Self {
        Self { hidden, ..self }
    }

    /// The table.
    pub fn table(&self) -> &'t Table {
        self.table
    }

    /// Of each relation whether its rows count.
    pub(super) fn relations(&self) -> Vec<bool> {
        let counts = |class: &Option<u8>| class.is_some_and(|class| self.classes >> class & 1 == 1);
        self.table.class_of.iter().map(counts).collect()
    }

    pub(super) fn shows(&self, row: u32) -> bool {
        self.hidden.is_empty() || self.hidden.binary_search(&row).is_err()
    }

    /// Whether contacts of this class count.
    pub(super) fn is_wanted(&self, contact: Contact) -> bool {
        contact.class() & self.classes != 0
    }

    /// The contacts of an actor in the days that count, with the row of each; those of other classes among them.
    pub(super) fn slice(&self, actor: u32) -> (&'t [Contact], &'t [u32]) {
        let table = self.table;
        let (offsets, contacts, rows): (&[u32], &[Contact], &[u32]) = (&table.offsets, &table.contacts, &table.rows);
        let at = actor as usize;
        let Some([start, end]) = offsets.get(at..at + 2) else {
            return (&[], &[]);
        };
        let own = contacts.get(*start as usize..*end as usize).unwrap_or_default();
        // Where no end is asked for, a search for it would only wait for memory.
        let skipped = match own.first() {
            Some(first) if first.day < self.first => own.partition_point(|contact| contact.day < self.first),
            _ => 0,
        };
        let own = own.get(skipped..).unwrap_or_default();
        let kept = match own.last() {
            Some(last) if last.day > self.last => own.partition_point(|contact| contact.day <= self.last),
            _ => own.len(),
        };
        let start = *start as usize + skipped;
        (own.get(..kept).unwrap_or_default(), rows.get(start..start + kept).unwrap_or_default())
    }

    /// Looks at the contacts of an actor, by day, until one is taken.
    pub(super) fn find<T>(&self, actor: u32, take: impl FnMut(Contact) -> Option<T>) -> Option<T> {
        let (contacts, rows) = self.slice(actor);
        let mut counting = contacts.iter().copied().filter(|contact| self.is_wanted(*contact));
        if self.hidden.is_empty() {
            return counting.find_map(take);
        }
        let all = contacts.iter().zip(rows).filter(|(contact, row)| self.is_wanted(**contact) && self.shows(**row));
        all.map(|(contact, _)| *contact).find_map(take)
    }

    /// Every contact of an actor that counts, by day.
    pub(super) fn each(&self, actor: u32, mut take: impl FnMut(Contact)) {
        self.find(actor, |contact| {
            take(contact);
            None::<()>
        });
    }

    /// The contacts of two actors with each other that count, by day, each with its row. Takes a walk over the contacts of
    /// the one who has fewer.
    pub(super) fn between(&self, one: u32, other: u32) -> impl Iterator<Item = (Contact, u32)> + use<'t> {
        let (mut own, mut others) = (self.slice(one), self.slice(other));
        let swapped = others.0.len() < own.0.len();
        if swapped {
            std::mem::swap(&mut own, &mut others);
        }
        let (choice, many) = (*self, if swapped { one } else { other });
        let (blocks, rest) = own.0.as_chunks::<BLOCK>();
        let found = blocks.iter().enumerate().filter(move |(_, block)| is_among(block, many));
        let found = found.flat_map(|(number, block)| (number * BLOCK..).zip(block));
        let likely = found.chain((blocks.len() * BLOCK..).zip(rest));
        let shared = likely.filter(move |(_, contact)| contact.is_with(many));
        let rows = shared.filter_map(move |(at, contact)| Some((*contact, *own.1.get(at)?)));
        rows.filter(move |(contact, row)| choice.is_wanted(*contact) && choice.shows(*row))
    }

    /// The rows of the contacts of an actor that count, by day.
    pub fn rows(&self, actor: u32) -> impl Iterator<Item = u32> + use<'t> {
        let (contacts, rows) = self.slice(actor);
        let choice = *self;
        let counting =
            contacts.iter().zip(rows).filter(move |(contact, row)| choice.is_wanted(**contact) && choice.shows(**row));
        counting.map(|(_, row)| *row)
    }

    /// With whom an actor was in contact, by day, and the row.
    pub fn met(&self, actor: u32) -> impl Iterator<Item = (u32, u32)> + use<'t> {
        let (contacts, rows) = self.slice(actor);
        let choice = *self;
        let counting =
            contacts.iter().zip(rows).filter(move |(contact, row)| choice.is_wanted(**contact) && choice.shows(**row));
        counting.map(|(contact, row)| (contact.partner(), *row))
    }

    /// How many contacts an actor has in these days, those of other classes among them. Takes the logarithm of them.
    pub fn activity(&self, actor: u32) -> usize {
        self.slice(actor).0.len()
    }
}
