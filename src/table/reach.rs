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
        for left in (0..steps).rev() {
            let mut next = Vec::new();
            for one in at {
                match left {
                    0 => self.mark_met(one, &mut reached),
                    _ => self.each(one, |contact| {
                        if reached.add(contact.partner()) {
                            next.push(contact.partner());
                        }
                    }),
                }
            }
            at = next;
        }
        reached.remove(actor);
        reached.list()
    }

    /// Marks everybody whom an actor met. Who was marked before is not looked at, and whether a contact counts is no branch
    /// that could be guessed wrong.
    fn mark_met(&self, actor: u32, reached: &mut Marks) {
        if !self.hidden.is_empty() {
            return self.each(actor, |contact| {
                reached.add(contact.partner());
            });
        }
        for contact in self.slice(actor).0 {
            reached.add_where(self.is_wanted(*contact), contact.partner());
        }
    }
}
