//! Ids of actors.

use super::Actors;
use crate::column::Column;

/// The ids of the actors of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// The id of each actor.
    pub(super) text: Actors,
    /// The numbers of the actors in the order of their ids.
    pub(super) order: Column<u32>,
}

impl Ids {
    /// The ids of all actors, by number; `None` if they are too long for a table.
    pub(super) fn new(ids: &[String]) -> Option<Self> {
        let mut order: Vec<u32> = (0..).take(ids.len()).collect();
        order.sort_unstable_by_key(|number| ids.get(*number as usize));
        Some(Self { text: Actors::new(ids.iter().map(String::as_bytes))?, order: order.into() })
    }

    /// The actor of an id. Takes the logarithm of how many there are.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        let (ids, order): (_, &[u32]) = (self.text.names(), &self.order);
        let at = order.partition_point(|number| ids.of(*number) < id);
        order.get(at).copied().filter(|number| ids.of(*number) == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_found_by_its_id() {
        let all = ["set-b", "set-a", "set-c"].map(str::to_owned);
        let ids = Ids::new(&all).unwrap();
        assert!((0..3).all(|number| ids.find(ids.text.name(number)) == Some(number)));
        assert_eq!((ids.find("set-c"), ids.find("set-d"), ids.find("")), (Some(2), None, None));
    }
}
