//! Texts that recur, each kept once with what was said of it first.

use std::collections::HashMap;

/// Something that was said somewhere first.
pub(super) trait First {
    /// Where: the smaller the earlier in the text.
    fn first(&self) -> u64;
}

/// A text with what was said of it first.
pub(super) type Kept<D> = (Box<[u8]>, D);

/// Texts by number, in the order in which they first came, and what was said of each then.
#[derive(Debug)]
pub(super) struct Interned<D> {
    numbers: HashMap<Box<[u8]>, u32>,
    said: Vec<D>,
}

impl<D> Default for Interned<D> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), said: Vec::new() }
    }
}

impl<D: First> Interned<D> {
    /// The number of a text, if it was kept.
    pub(super) fn find(&self, text: &[u8]) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    /// The number of a text; a new one is kept with what is said of it.
    pub(super) fn number(&mut self, text: &[u8], say: impl FnOnce() -> D) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.said.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.into(), number);
        self.said.push(say());
        number
    }
}

/// One numbering for what several have numbered: all texts in the order of their bytes with what was said of each first,
/// and of each numbering what its numbers are now.
pub(super) fn united<D: First>(all: Vec<Interned<D>>) -> (Vec<Kept<D>>, Vec<Vec<u32>>) {
    let mut now: Vec<Vec<u32>> = all.iter().map(|one| vec![0; one.said.len()]).collect();
    let mut texts: Vec<(Box<[u8]>, usize, u32)> = Vec::with_capacity(now.iter().map(Vec::len).sum());
    let mut said: Vec<Vec<Option<D>>> = Vec::with_capacity(all.len());
    for (one, whose) in all.into_iter().zip(0_usize..) {
        texts.extend(one.numbers.into_iter().map(|(text, number)| (text, whose, number)));
        said.push(one.said.into_iter().map(Some).collect());
    }
    texts.sort_unstable();
    let mut united: Vec<Kept<D>> = Vec::with_capacity(texts.len());
    for (text, whose, number) in texts {
        let of = |said: &mut Vec<Vec<Option<D>>>| said.get_mut(whose)?.get_mut(number as usize)?.take();
        let Some(own) = of(&mut said) else { continue };
        match united.last_mut().filter(|(last, _)| *last == text) {
            None => united.push((text, own)),
            Some((_, first)) if own.first() < first.first() => *first = own,
            Some(_) => {}
        }
        let place = now.get_mut(whose).and_then(|numbers| numbers.get_mut(number as usize));
        if let (Some(place), Ok(last)) = (place, u32::try_from(united.len() - 1)) {
            *place = last;
        }
    }
    (united, now)
}
