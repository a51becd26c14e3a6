//! Marks: one bit for each actor.

/// A set of actors; takes a bit for each actor that there is.
#[derive(Clone, Debug)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    pub(super) fn new(actors: usize) -> Self {
        Self(vec![0; actors.div_ceil(64)])
    }

    pub(super) fn has(&self, actor: u32) -> bool {
        self.0.get(actor as usize / 64).is_some_and(|word| word >> (actor % 64) & 1 == 1)
    }

    /// Marks an actor; whether it was not marked before.
    pub(super) fn add(&mut self, actor: u32) -> bool {
        let Some(word) = self.0.get_mut(actor as usize / 64) else {
            return false;
        };
        let bit = 1 << (actor % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Marks an actor if a condition holds.
    pub(super) fn add_where(&mut self, condition: bool, actor: u32) {
        if let Some(word) = self.0.get_mut(actor as usize / 64) {
            *word |= u64::from(condition) << (actor % 64);
        }
    }

    pub(super) fn remove(&mut self, actor: u32) {
        if let Some(word) = self.0.get_mut(actor as usize / 64) {
            *word &= !(1 << (actor % 64));
        }
    }

    /// All marked actors, in order.
    pub(super) fn list(&self) -> Vec<u32> {
        let mut all = Vec::with_capacity(self.0.iter().map(|word| word.count_ones() as usize).sum());
        for (word, base) in self.0.iter().zip((0..).step_by(64)) {
            let mut rest = *word;
            while rest != 0 {
                all.push(base + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
        all
    }
}
