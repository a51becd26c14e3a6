//! Partners of an actor, and the dates of a pair.

use super::Choice;
use crate::date::Day;

/// Somebody whom an actor met, how often, and when first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Whom.
    pub partner: u32,
    /// How often.
    pub times: u32,
    /// The first day of report.
    pub first: Day,
    /// The last day of report.
    pub last: Day,
}

impl Choice<'_> {
    /// Everybody whom an actor met, the most frequent first, and else by name. Takes a sort of the actor's contacts in the
    /// period.
    pub fn partners(&self, actor: u32) -> Vec<Partner> {
        let mut met: Vec<u64> = Vec::with_capacity(self.activity(actor));
        self.each(actor, |contact| met.push(u64::from(contact.partner()) << 32 | sortable(contact.day())));
        met.sort_unstable();
        let groups = met.chunk_by(|one, other| one >> 32 == other >> 32);
        let mut partners: Vec<Partner> = groups.filter_map(partner).collect();
        partners.sort_unstable_by_key(|one| u64::from(u32::MAX - one.times) << 32 | u64::from(one.partner));
        partners
    }

    /// The days of report of the contacts of two actors with each other, and the rows, by day. Takes a walk over the contacts
    /// of the one who has fewer.
    pub fn dates(&self, one: u32, other: u32) -> Vec<(Day, u32)> {
        self.between(one, other).filter_map(|(contact, row)| Some((Day::from_number(contact.day())?, row))).collect()
    }
}

/// The number of a day, so that its bits are in the order of days.
#[expect(clippy::cast_sign_loss, reason = "the sign bit is turned round, which is what orders them")]
fn sortable(day: i32) -> u64 {
    u64::from(day as u32 ^ 1 << 31)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "the way back")]
fn day(sortable: u64) -> Option<Day> {
    Day::from_number((sortable as u32 ^ 1 << 31) as i32)
}

fn partner(met: &[u64]) -> Option<Partner> {
    let (first, last) = (met.first()?, met.last()?);
    Some(Partner {
        partner: u32::try_from(first >> 32).ok()?,
        times: u32::try_from(met.len()).ok()?,
        first: day(*first)?,
        last: day(*last)?,
    })
}
