//! Shapes: each a pattern of words and slots, and the question that it asks.

use super::asked::Asked;
use super::pattern::{Item, Teller, parse};
use super::said::Said;

/// From what was said in the slots to what is asked.
pub(super) type Make = fn(&Said) -> Option<Asked>;

/// One way to put a question.
#[derive(Debug)]
pub struct Shape {
    /// What shapes of this kind ask.
    pub family: &'static str,
    /// The words and slots: `(a|b)` is one of several, `[a]` may be left out, `{name:kind}` is a slot, and of the phrases
    /// in `<a, b>` any may follow in any order.
    pub pattern: &'static str,
    /// A question of this shape about the built-in facts.
    pub example: &'static str,
    pub(super) make: Make,
    pub(super) items: Vec<Item>,
}

impl Shape {
    pub(super) fn new(family: &'static str, pattern: &'static str, make: Make, example: &'static str) -> Self {
        Self { family, pattern, example, make, items: parse(pattern) }
    }

    /// The shape as people read it: `who did WHO meet [at PLACE] [in PERIOD]`.
    pub fn in_words(&self) -> String {
        super::pattern::in_words(&self.items)
    }

    /// A sentence of this shape, as a teller chooses among the words and fills the slots.
    pub fn tell(&self, teller: &mut dyn Teller) -> String {
        let mut words = Vec::new();
        super::pattern::tell(&self.items, teller, &mut words);
        words.join(" ")
    }
}
