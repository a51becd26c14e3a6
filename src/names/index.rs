//! An index from keys to the entries that carry them.

use std::collections::HashMap;

/// From a text to the numbers of the entries that carry it.
///
/// Most keys have one entry, so the numbers of a key are a chain through one common list: eight bytes a number and no allocation.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The last link of each key's chain.
    last: HashMap<Box<str>, u32>,
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    number: u32,
    before: Option<Place>,
}

/// One more than the position of a link, so that an `Option` of it costs nothing.
type Place = std::num::NonZeroU32;

impl Index {
    /// Notes that an entry carries a key. The entries have to come in order; an empty key is left out.
    pub(super) fn insert(&mut self, key: &str, number: u32) {
        let before = self.last.get(key).copied().and_then(Place::new);
        if key.is_empty() || self.link(before).is_some_and(|link| link.number == number) {
            return;
        }
        self.links.push(Link { number, before });
        // Four thousand million names do not fit into memory; were it so, the rest would be unknown names.
        let Ok(place) = u32::try_from(self.links.len()) else {
            return;
        };
        match self.last.get_mut(key) {
            Some(last) => *last = place,
            None => drop(self.last.insert(key.into(), place)),
        }
    }

    /// The entries that carry a key, last first.
    pub(super) fn get<'i>(&'i self, key: &str) -> impl Iterator<Item = u32> + use<'i> {
        self.chain(self.last.get(key).copied())
    }

    /// Every key with its entries, in no particular order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = u32> + '_)> {
        self.last.iter().map(|(key, last)| (&**key, self.chain(Some(*last))))
    }

    fn chain(&self, last: Option<u32>) -> impl Iterator<Item = u32> + '_ {
        let first = self.link(last.and_then(Place::new));
        std::iter::successors(first, |link| self.link(link.before)).map(|link| link.number)
    }

    fn link(&self, place: Option<Place>) -> Option<&Link> {
        let position = usize::try_from(place?.get()).ok()?.checked_sub(1)?;
        self.links.get(position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(&str, u32)], key: &str, expected: &[u32]) {
        let mut index = Index::default();
        for (key, number) in pairs {
            index.insert(key, *number);
        }
        assert_eq!(index.get(key).collect::<Vec<_>>(), expected, "{key}");
    }

    #[test]
    fn chains() {
        let pairs = [("a", 0), ("b", 0), ("a", 0), ("a", 1), ("", 1), ("a", 3)];
        check(&pairs, "a", &[3, 1, 0]);
        check(&pairs, "b", &[0]);
        check(&pairs, "", &[]);
        check(&pairs, "c", &[]);
    }
}
