//! Actors: the names in a table, in their order.

use crate::column::Column;

/// The actors of a table, numbered in the order of the bytes of their names.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    /// All names, one after the other; known to be text, so that none has to be looked through when it is asked for.
    pub(super) text: String,
    /// Where each name ends.
    pub(super) ends: Column<u32>,
}

impl Actors {
    /// The names, which come in order; `None` if they are no text, or too long for a table.
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n [u8]>) -> Option<Self> {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for name in names {
            text.push_str(str::from_utf8(name).ok()?);
            ends.push(u32::try_from(text.len()).ok()?);
        }
        Some(Self { text, ends: ends.into() })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names, to look up many.
    pub fn names(&self) -> Names<'_> {
        Names { text: &self.text, ends: &self.ends }
    }

    /// The name of an actor; empty where there is no such number.
    pub fn name(&self, number: u32) -> &str {
        self.names().of(number)
    }

    /// The number of the actor of this name. Takes the logarithm of how many there are.
    pub fn find(&self, name: &str) -> Option<u32> {
        let names = self.names();
        let (mut low, mut high) = (0_u32, u32::try_from(self.len()).ok()?);
        while low < high {
            let middle = low + (high - low) / 2;
            match names.of(middle).as_bytes().cmp(name.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

/// The names of a table, where they lie.
#[derive(Clone, Copy, Debug)]
pub struct Names<'t> {
    text: &'t str,
    ends: &'t [u32],
}

impl<'t> Names<'t> {
    /// The name of an actor; empty where there is no such number.
    pub fn of(self, number: u32) -> &'t str {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |start| *start as usize);
        self.ends.get(at).and_then(|end| self.text.get(start..*end as usize)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_number_and_numbers_by_name() {
        let names = ["", "A", "AB", "B", "Ü"];
        let actors = Actors::new(names.iter().map(|name| name.as_bytes())).unwrap();
        for (name, number) in names.iter().zip(0..) {
            assert_eq!((actors.name(number), actors.find(name)), (*name, Some(number)));
        }
        assert_eq!((actors.name(5), actors.find("AA"), actors.find("Z")), ("", None, None));
        assert_eq!(Actors::default().find(""), None);
    }
}
