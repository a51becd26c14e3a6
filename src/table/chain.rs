//! The shortest chain of contacts between two actors.

use super::marks::Marks;
use super::{Choice, Contact};

/// One step of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// From whom.
    pub from: u32,
    /// To whom.
    pub to: u32,
    /// The first row at which they met.
    pub row: u32,
}

/// Everybody reached from one end: who, and from the how-manieth.
struct End {
    marks: Marks,
    reached: Vec<(u32, u32)>,
    /// Where those begin who were reached last.
    newest: usize,
    /// How many contacts these have.
    cost: usize,
}

impl End {
    fn new(choice: &Choice<'_>, actor: u32) -> Self {
        let mut marks = Marks::new(choice.table.actors.len());
        marks.add(actor);
        Self { marks, reached: vec![(actor, 0)], newest: 0, cost: choice.activity(actor) }
    }

    /// Goes one step further, unless a contact leads to the other end: then who with whom.
    fn grow(&mut self, choice: &Choice<'_>, other: &Marks) -> Option<(u32, u32)> {
        let ends = self.newest..self.reached.len();
        self.newest = ends.end;
        self.cost = 0;
        for place in ends {
            let (actor, _) = *self.reached.get(place)?;
            let parent = u32::try_from(place).ok()?;
            let found = choice.find(actor, |contact: Contact| {
                let partner = contact.partner();
                if other.has(partner) {
                    return Some((actor, partner));
                }
                if self.marks.add(partner) {
                    self.reached.push((partner, parent));
                }
                None
            });
            if found.is_some() {
                return found;
            }
        }
        self.cost = self.reached.iter().skip(self.newest).map(|(actor, _)| choice.activity(*actor)).sum();
        None
    }

    fn is_stuck(&self) -> bool {
        self.newest == self.reached.len()
    }

    /// From an actor back to the end.
    fn back(&self, actor: u32) -> Vec<u32> {
        let mut way = Vec::new();
        let mut place = self.reached.iter().position(|(one, _)| *one == actor);
        while let Some((actor, parent)) = place.and_then(|place| self.reached.get(place)) {
            way.push(*actor);
            place = (place != Some(0)).then_some(*parent as usize);
        }
        way
    }
}

impl Choice<'_> {
    /// A chain of contacts from one actor to another than which none is shorter; empty where both are one, nothing where
    /// none joins them. Searches from both ends, always where there is less to look at.
    pub fn chain(&self, from: u32, to: u32) -> Option<Vec<Step>> {
        if from == to {
            return Some(Vec::new());
        }
        let (mut front, mut back) = (End::new(self, from), End::new(self, to));
        while !front.is_stuck() && !back.is_stuck() {
            let forward = front.cost <= back.cost;
            let met = match forward {
                true => front.grow(self, &back.marks),
                false => back.grow(self, &front.marks).map(|(one, other)| (other, one)),
            };
            if let Some((near, far)) = met {
                let mut way = front.back(near);
                way.reverse();
                way.extend(back.back(far));
                return Some(way.windows(2).filter_map(|pair| self.step(pair)).collect());
            }
        }
        None
    }

    fn step(&self, pair: &[u32]) -> Option<Step> {
        let [from, to] = *pair else { return None };
        let (_, row) = self.between(from, to).next()?;
        Some(Step { from, to, row })
    }
}
