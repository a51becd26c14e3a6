//! All ways of so many steps, counted without listing them.

use std::collections::BTreeMap;

/// Every way of a fixed number of steps from one state to the goal.
///
/// A state is what the rest of a way depends on: who has the word, and from which day on. States are kept round by round,
/// so that ways are counted by adding up, however many there are.
#[derive(Clone, Debug)]
pub struct Ways<S, H> {
    rounds: Vec<BTreeMap<S, Vec<(S, H)>>>,
    /// How many ways lead on from each state, round by round; the last one is of the goals.
    counts: Vec<BTreeMap<S, usize>>,
    start: S,
}

impl<S: Copy + Ord, H: Clone> Ways<S, H> {
    /// Every way of so many steps: `next` tells the steps from a state in the order in which they are to be listed, given
    /// how many steps are left after them, and after the last step gives goals only. Costs the states that are reached.
    pub fn new(start: S, steps: usize, next: impl Fn(S, usize) -> Vec<(S, H)>) -> Self {
        let mut rounds: Vec<BTreeMap<S, Vec<(S, H)>>> = Vec::with_capacity(steps);
        let mut states = vec![start];
        for left in (0..steps).rev() {
            let round: BTreeMap<S, Vec<(S, H)>> = states.iter().map(|state| (*state, next(*state, left))).collect();
            states = round.values().flatten().map(|(state, _)| *state).collect();
            states.sort_unstable();
            states.dedup();
            rounds.push(round);
        }
        let mut counts = vec![states.into_iter().map(|state| (state, 1)).collect::<BTreeMap<S, usize>>()];
        for round in rounds.iter().rev() {
            let after = counts.last().cloned().unwrap_or_default();
            let ways = |steps: &[(S, H)]| {
                steps.iter().fold(0_usize, |sum, (state, _)| sum.saturating_add(after.get(state).copied().unwrap_or(0)))
            };
            counts.push(round.iter().map(|(state, steps)| (*state, ways(steps))).collect());
        }
        counts.reverse();
        Self { rounds, counts, start }
    }

    /// How many there are; the largest number that fits, if there are more.
    pub fn count(&self) -> usize {
        self.counts.first().and_then(|counts| counts.get(&self.start)).copied().unwrap_or(0)
    }

    /// The first ones, in the order in which their steps were told. Costs what it lists.
    pub fn list(&self, most: usize) -> Vec<Vec<H>> {
        let mut found: Vec<(S, Vec<H>)> = vec![(self.start, Vec::new())];
        for (round, after) in self.rounds.iter().zip(self.counts.iter().skip(1)) {
            let leads = |state: &S| after.get(state).is_some_and(|ways| *ways > 0);
            let longer = found.iter().flat_map(|(state, way)| {
                let steps = round.get(state).into_iter().flatten().filter(|(next, _)| leads(next));
                steps.map(|(next, step)| (*next, way.iter().cloned().chain([step.clone()]).collect::<Vec<H>>()))
            });
            // Every way so far leads on, so that no more of them are needed than are wanted in the end.
            found = longer.take(most).collect();
        }
        let complete = found.into_iter().filter(|_| self.count() > 0);
        complete.map(|(_, way)| way).take(most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ways up a lattice: each step goes right or up, and the goal is the opposite corner.
    fn lattice(size: usize) -> Ways<(usize, usize), char> {
        Ways::new((0, 0), 2 * size, |(x, y), left| {
            let steps = [((x + 1, y), 'r'), ((x, y + 1), 'u')];
            let fits = |x: usize, y: usize| x <= size && y <= size && (left > 0 || x == size && y == size);
            steps.into_iter().filter(|((x, y), _)| fits(*x, *y)).collect()
        })
    }

    #[test]
    fn ways_are_counted_and_listed_in_order() {
        let ways = lattice(2);
        assert_eq!(ways.count(), 6);
        let texts = |most| ways.list(most).into_iter().map(String::from_iter).collect::<Vec<_>>();
        assert_eq!(texts(9), ["rruu", "ruru", "ruur", "urru", "urur", "uurr"]);
        assert_eq!(texts(2), ["rruu", "ruru"]);
        assert_eq!(texts(0), [""; 0]);
    }

    #[test]
    fn ways_beyond_counting_are_still_listed() {
        let ways = lattice(100);
        assert_eq!(ways.count(), usize::MAX);
        assert_eq!(ways.list(3).len(), 3);
    }

    #[test]
    fn dead_ends_are_no_ways() {
        let ways: Ways<u32, u32> =
            Ways::new(0, 3, |state, _| if state < 2 { vec![(state + 1, state)] } else { vec![] });
        assert_eq!((ways.count(), ways.list(5).len()), (0, 0));
    }
}
