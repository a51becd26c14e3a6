//! Texts that recur, each kept once.

use std::collections::HashMap;

/// Texts by number, in the order in which they first came.
#[derive(Debug, Default)]
pub(super) struct Interned {
    numbers: HashMap<Box<[u8]>, u32>,
}

impl Interned {
    /// The number of a text; a new one is kept.
    pub(super) fn number(&mut self, text: &[u8]) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.into(), number);
        number
    }

    /// Whether a text was kept.
    pub(super) fn has(&self, text: &[u8]) -> bool {
        self.numbers.contains_key(text)
    }
}

/// One numbering for what several have numbered: all texts in the order of their bytes, and of each numbering what its
/// numbers are now.
pub(super) fn united(all: Vec<Interned>) -> (Vec<Box<[u8]>>, Vec<Vec<u32>>) {
    let mut now: Vec<Vec<u32>> = all.iter().map(|one| vec![0; one.numbers.len()]).collect();
    let texts = all
        .into_iter()
        .zip(0_usize..)
        .flat_map(|(one, whose)| one.numbers.into_iter().map(move |(text, number)| (text, whose, number)));
    let mut texts: Vec<(Box<[u8]>, usize, u32)> = texts.collect();
    texts.sort_unstable();
    let mut united: Vec<Box<[u8]>> = Vec::with_capacity(texts.len());
    for (text, whose, number) in texts {
        if united.last() != Some(&text) {
            united.push(text);
        }
        let place = now.get_mut(whose).and_then(|numbers| numbers.get_mut(number as usize));
        if let (Some(place), Ok(last)) = (place, u32::try_from(united.len() - 1)) {
            *place = last;
        }
    }
    (united, now)
}
