//! Places: where rows took place, in a table of a format that tells it.

use super::Actors;
use super::chunk::PlaceSaid;
use super::intern::Kept;
use super::register::{PlaceEntry, Register};
use crate::column::{Column, Maybe};

/// The places of a table, numbered in the order of their ids; empty where its format has none.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) ids: Actors,
    pub(super) names: Actors,
    /// The place in which each lies.
    pub(super) within: Column<Maybe>,
    /// Degrees north and east; no number where they are not known.
    pub(super) degrees: Column<[f64; 2]>,
    /// Where the rows at each place begin, and where the last ones end.
    pub(super) offsets: Column<u32>,
    /// The rows at each place, in order.
    pub(super) rows: Column<u32>,
}

impl Places {
    /// The places that were named, and of each its number here; `None` if a table can't hold them.
    pub(super) fn new(said: Vec<Kept<PlaceSaid>>, register: &mut Register) -> Option<(Self, Vec<u32>)> {
        let mut order: Vec<usize> = (0..said.len()).collect();
        order.sort_unstable_by_key(|at| said.get(*at).map(|(_, said)| said.first));
        let mut entries: Vec<Option<PlaceEntry>> = vec![None; said.len()];
        for at in order {
            let (key, place) = said.get(at)?;
            *entries.get_mut(at)? = Some(register.place(key, &words(place), place.degrees).clone());
        }
        let entries: Vec<PlaceEntry> = entries.into_iter().collect::<Option<_>>()?;
        let mut by_id: Vec<usize> = (0..said.len()).collect();
        by_id.sort_unstable_by_key(|at| entries.get(*at).map(|entry| &entry.id));
        let mut now = vec![0; said.len()];
        for (at, number) in by_id.iter().zip(0_u32..) {
            now.get_mut(*at).map(|place| *place = number)?;
        }
        let sorted = || by_id.iter().filter_map(|at| said.get(*at)).map(|(_, place)| place);
        let entry = || by_id.iter().filter_map(|at| entries.get(*at));
        let country = |place: &PlaceSaid| {
            let key = place.within.as_deref()?.as_bytes();
            let at = said.binary_search_by(|(own, _)| own.as_ref().cmp(key)).ok()?;
            now.get(at).copied()
        };
        let places = Self {
            ids: Actors::new(entry().map(|entry| entry.id.as_bytes()))?,
            names: Actors::new(sorted().map(|place| place.name.as_bytes()))?,
            within: sorted().map(|place| Maybe::from(country(place))).collect::<Vec<_>>().into(),
            degrees: entry().map(|entry| entry.degrees).collect::<Vec<_>>().into(),
            ..Self::default()
        };
        Some((places, now))
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// What tells each place from others, its id and where it lies.
    pub(super) fn keys(&self) -> impl Iterator<Item = (Vec<u8>, &str, [f64; 2])> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(|number| {
            let within = self.within.get(number as usize).and_then(Maybe::get).map(|country| self.names.name(country));
            let words: Vec<&[u8]> = [self.names.name(number)].into_iter().chain(within).map(str::as_bytes).collect();
            let degrees = self.degrees.get(number as usize).unwrap_or([f64::NAN; 2]);
            (words.join(&0), self.ids.name(number), degrees)
        })
    }

    /// Sorts the rows by place: each with one or two.
    pub(super) fn index(&mut self, at: &[(u32, u32)]) {
        let mut next = vec![0_u32; self.len() + 1];
        for (place, _) in at {
            if let Some(count) = next.get_mut(*place as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        self.offsets = next.clone().into();
        let mut rows = vec![0_u32; at.len()];
        for (place, row) in at {
            let Some(begins) = next.get_mut(*place as usize) else { continue };
            if let Some(own) = rows.get_mut(*begins as usize) {
                *own = *row;
            }
            *begins += 1;
        }
        self.rows = rows.into();
    }

    /// The rows at a place, in order.
    pub(super) fn rows(&self, place: u32) -> &[u32] {
        let (offsets, rows): (&[u32], &[u32]) = (&self.offsets, &self.rows);
        let at = place as usize;
        let Some([start, end]) = offsets.get(at..at + 2) else { return &[] };
        rows.get(*start as usize..*end as usize).unwrap_or_default()
    }

    /// Whether its columns fit each other.
    pub(super) fn is_whole(&self) -> bool {
        let places = self.len();
        let lengths = [self.names.len(), self.within.len(), self.degrees.len()];
        lengths.iter().all(|length| *length == places) && (places == 0 || self.offsets.len() == places + 1)
    }

    /// How many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        let texts = [&self.ids, &self.names].map(|one| one.text.len() + one.ends.bytes().len());
        let columns = [self.offsets.bytes().len(), self.rows.bytes().len(), self.within.bytes().len()];
        texts.iter().chain(&columns).sum::<usize>() + self.degrees.bytes().len()
    }
}

/// The words of which the id of a place is made.
fn words(place: &PlaceSaid) -> Vec<&str> {
    std::iter::once(&*place.name).chain(place.within.as_deref()).collect()
}
