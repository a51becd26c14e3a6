//! Networks: who met whom and how often, in compact arrays, for measures that look at everybody.

use super::csr::Grouped;

/// Actors joined by how often they met: a simple graph with weights and without directions.
///
/// It knows nothing of facts: whoever has pairs of actors, from records or from a table of events, makes one of them.
/// Memory grows with actors and pairs.
#[derive(Clone, Debug)]
pub struct Network<A> {
    actors: Vec<A>,
    ties: Grouped<Tie>,
}

/// What joins an actor to a partner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The partner, as a position among the actors.
    pub partner: u32,
    /// How often they met.
    pub weight: f64,
}

impl<A: Copy + Ord> Network<A> {
    /// A network of meetings of two, each with its weight; weights of one pair add up, and nobody is joined to
    /// themselves. Takes two sorts.
    pub fn new(meetings: impl IntoIterator<Item = (A, A, f64)>) -> Self {
        let meetings: Vec<(A, A, f64)> = meetings.into_iter().filter(|(one, other, _)| one != other).collect();
        let mut actors: Vec<A> = meetings.iter().flat_map(|(one, other, _)| [*one, *other]).collect();
        actors.sort_unstable();
        actors.dedup();
        let place = |actor: &A| actors.binary_search(actor).ok().and_then(|at| u32::try_from(at).ok());
        let both = |(one, other, weight): &(A, A, f64)| {
            let (one, other) = (place(one)?, place(other)?);
            Some([(one, Tie { partner: other, weight: *weight }), (other, Tie { partner: one, weight: *weight })])
        };
        let mut ties: Vec<(u32, Tie)> = meetings.iter().filter_map(both).flatten().collect();
        ties.sort_by_key(|(row, tie)| (*row, tie.partner));
        ties.dedup_by(|next, kept| {
            let same = (next.0, next.1.partner) == (kept.0, kept.1.partner);
            if same {
                kept.1.weight += next.1.weight;
            }
            same
        });
        let ties = Grouped::new(actors.len(), &ties);
        Self { actors, ties }
    }
}

impl<A> Network<A> {
    /// The actors, each of whom met somebody, in their order. What is measured comes in this order.
    pub fn actors(&self) -> &[A] {
        &self.actors
    }

    /// How many pairs met.
    pub fn pairs(&self) -> usize {
        self.ties.items().len() / 2
    }

    /// The partners of an actor, who is named by position, in the order of positions.
    pub fn ties(&self, actor: usize) -> &[Tie] {
        self.ties.row(actor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_a_pair_add_up() {
        let network = Network::new([("b", "a", 1.0), ("a", "b", 2.0), ("c", "b", 1.0), ("d", "d", 1.0)]);
        assert_eq!(network.actors(), ["a", "b", "c"]);
        assert_eq!(network.pairs(), 2);
        assert_eq!(network.ties(0), [Tie { partner: 1, weight: 3.0 }]);
        assert_eq!(network.ties(1), [Tie { partner: 0, weight: 3.0 }, Tie { partner: 2, weight: 1.0 }]);
        assert_eq!(network.ties(7), []);
    }
}
