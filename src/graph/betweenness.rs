//! Betweenness: through whom shortest chains lead.

use super::network::Network;
use std::collections::VecDeque;

/// Up to this number of actors every actor is a start, and the scores are exact.
const EXACT: usize = 5_000;
/// From so many starts the scores of more actors are estimated.
const SAMPLE: usize = 500;
/// So that the same actors are the starts in every run.
const SEED: u64 = 0x6368_616e_6365_7279;
/// Standard errors around a mean between which 95 of 100 estimates lie.
const OF_95_IN_100: f64 = 1.96;

/// For each actor the share of the shortest chains between two others that lead through it.
#[derive(Clone, Debug, PartialEq)]
pub struct Betweenness {
    /// The scores, from 0 to 1, in the order of the actors.
    pub scores: Vec<f64>,
    /// From how many starts chains were followed; all actors where the scores are exact.
    pub starts: usize,
    /// How far scores may be off, at the one that is estimated worst: 95 of 100 estimates are nearer, as far as the
    /// spread between starts tells. Nothing where the scores are exact.
    pub error: Option<f64>,
}

impl<A> Network<A> {
    /// Measures betweenness by the method of Brandes (2001), exactly up to 5,000 actors, and above from 500 starts that
    /// are drawn with a fixed seed. Steps count as one, however often two met; scores are divided by the number of pairs
    /// of others, as NetworkX does it. Costs pairs × starts.
    pub fn betweenness(&self) -> Betweenness {
        let all = self.actors().len();
        if all <= EXACT { self.betweenness_from(all) } else { self.betweenness_from(SAMPLE) }
    }

    /// The same from so many starts.
    pub fn betweenness_from(&self, starts: usize) -> Betweenness {
        let all = self.actors().len();
        let drawn = draw(all, starts);
        let mut search = Search::new(all);
        let (mut sums, mut squares) = (vec![0.0; all], vec![0.0; all]);
        for start in &drawn {
            search.run(self, *start);
            for actor in search.order.iter().skip(1) {
                let share = search.shares.get(*actor).copied().unwrap_or_default();
                add(&mut sums, *actor, share);
                add(&mut squares, *actor, share * share);
            }
        }
        let others = count(all.saturating_sub(1)) * count(all.saturating_sub(2));
        let scale = if others > 0.0 { count(all) / count(drawn.len().max(1)) / others } else { 0.0 };
        let error = (drawn.len() < all).then(|| worst(&sums, &squares, drawn.len(), all) * scale);
        Betweenness { scores: sums.iter().map(|sum| sum * scale).collect(), starts: drawn.len(), error }
    }
}

/// How far the worst estimate of a sum may be off, from the spread of what the starts add to it.
fn worst(sums: &[f64], squares: &[f64], starts: usize, all: usize) -> f64 {
    let (drawn, all) = (count(starts), count(all));
    let variance = |(sum, square): (&f64, &f64)| (square - sum * sum / drawn) / (drawn - 1.0).max(1.0);
    let most = sums.iter().zip(squares).map(variance).fold(0.0, f64::max);
    OF_95_IN_100 * (most * drawn * (1.0 - drawn / all)).sqrt()
}

/// So many of the first numbers, each once, the same in every run.
fn draw(all: usize, starts: usize) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..all).collect();
    if starts >= all {
        return numbers;
    }
    let mut state = SEED;
    for at in 0..starts {
        let left = u64::try_from(all - at).unwrap_or(1);
        let further = usize::try_from(next(&mut state) % left).unwrap_or_default();
        numbers.swap(at, at + further);
    }
    numbers.truncate(starts);
    numbers
}

/// SplitMix64 (Steele, Lea and Flood 2014): a step of a sequence that looks like chance.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of actors are far below 2^53")]
fn count(number: usize) -> f64 {
    number as f64
}

fn add(list: &mut [f64], at: usize, more: f64) {
    if let Some(sum) = list.get_mut(at) {
        *sum += more;
    }
}

/// A search from one start, whose arrays serve for all of them.
struct Search {
    /// Those who were reached, the nearest first.
    order: Vec<usize>,
    queue: VecDeque<usize>,
    steps: Vec<usize>,
    /// How many shortest chains lead to each.
    chains: Vec<f64>,
    /// What part of the chains to all others leads through each.
    shares: Vec<f64>,
}

impl Search {
    const FAR: usize = usize::MAX;

    fn new(all: usize) -> Self {
        Self {
            order: Vec::with_capacity(all),
            queue: VecDeque::new(),
            steps: vec![Self::FAR; all],
            chains: vec![0.0; all],
            shares: vec![0.0; all],
        }
    }

    fn run<A>(&mut self, network: &Network<A>, start: usize) {
        self.forget();
        self.spread(network, start);
        self.gather(network);
    }

    fn forget(&mut self) {
        for actor in self.order.drain(..) {
            self.steps[actor] = Self::FAR;
            self.chains[actor] = 0.0;
            self.shares[actor] = 0.0;
        }
    }

    /// Counts the shortest chains to everybody, breadth first.
    fn spread<A>(&mut self, network: &Network<A>, start: usize) {
        self.steps[start] = 0;
        self.chains[start] = 1.0;
        self.queue.push_back(start);
        while let Some(at) = self.queue.pop_front() {
            self.order.push(at);
            for tie in network.ties(at) {
                let partner = tie.partner as usize;
                if self.steps[partner] == Self::FAR {
                    self.steps[partner] = self.steps[at] + 1;
                    self.queue.push_back(partner);
                }
                if self.steps[partner] == self.steps[at] + 1 {
                    self.chains[partner] += self.chains[at];
                }
            }
        }
    }

    /// Hands the chains back to those through whom they lead, the farthest first.
    fn gather<A>(&mut self, network: &Network<A>) {
        for at in self.order.iter().rev() {
            let share = (1.0 + self.shares[*at]) / self.chains[*at];
            for tie in network.ties(*at) {
                let partner = tie.partner as usize;
                if self.steps[partner] != Self::FAR && self.steps[partner] + 1 == self.steps[*at] {
                    self.shares[partner] += self.chains[partner] * share;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_drawn_once_each_and_alike() {
        let drawn = draw(100, 30);
        assert_eq!(drawn, draw(100, 30));
        let mut once = drawn.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), 30);
        assert_ne!(once, (0..30).collect::<Vec<_>>());
        assert_eq!(draw(3, 9), [0, 1, 2]);
        assert_eq!(draw(0, 9), [0; 0]);
    }
}
