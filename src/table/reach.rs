//! Whom an actor reaches in so many steps.

use super::Choice;
use super::marks::Marks;

impl Choice<'_> {
    /// Everybody whom an actor reaches by so many contacts or fewer, one after the other, without the actor, by name. Takes a
    /// walk over the contacts of all who are reached in fewer.
    pub fn within(&self, actor: u32, steps: usize) -> Vec<u32> {
        let mut reached = Marks::new(self.table.actors.len());
        reached.add(actor);
        let mut at = vec![actor];
        for step in 0..steps {
            let mut next = Vec::new();
            let is_last = step + 1 == steps;
            for one in at {
                self.each(one, |contact| {
                    if reached.add(contact.partner()) && !is_last {
                        next.push(contact.partner());
                    }
                });
            }
            at = next;
        }
        reached.remove(actor);
        reached.list()
    }
}
