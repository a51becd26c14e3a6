//! Ids of actors: those that importing the rows as records gives them.

use super::Actors;
use crate::column::Column;
use crate::names::slug;
use std::collections::HashSet;

/// The ids of the actors of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// The id of each actor.
    pub(super) text: Actors,
    /// The numbers of the actors in the order of their ids.
    pub(super) order: Column<u32>,
}

impl Ids {
    /// Ids that begin with the id of the source; `None` if they are too long for a table.
    pub(super) fn new(source: &str, actors: &Actors) -> Option<Self> {
        let names = actors.names();
        let mut taken = HashSet::with_capacity(actors.len());
        let mut ids: Vec<String> = Vec::with_capacity(actors.len());
        for number in 0..u32::try_from(actors.len()).ok()? {
            let id = own(source, names.of(number), &taken);
            taken.insert(id.clone());
            ids.push(id);
        }
        let mut order: Vec<u32> = (0..).take(ids.len()).collect();
        order.sort_unstable_by_key(|number| ids.get(*number as usize));
        let text = Actors::new(ids.iter().map(String::as_bytes))?;
        Some(Self { text, order: order.into() })
    }

    /// The actor of an id. Takes the logarithm of how many there are.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        let (ids, order): (_, &[u32]) = (self.text.names(), &self.order);
        let at = order.partition_point(|number| ids.of(*number) < id);
        order.get(at).copied().filter(|number| ids.of(*number) == id)
    }
}

/// An id that is not taken: the words of the name, with a digest of it behind where others have the same.
fn own(source: &str, name: &str, taken: &HashSet<String>) -> String {
    let slug = slug(name);
    let plain = format!("{source}-{slug}");
    // Rows have ids such as `e12`.
    let is_row = slug.strip_prefix('e').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if !slug.is_empty() && !is_row && !taken.contains(&plain) {
        return plain;
    }
    let digest = digest(name);
    let mut id = match slug.as_str() {
        "" => format!("{source}-x{digest:08x}"),
        slug => format!("{source}-{slug}-{digest:08x}"),
    };
    while taken.contains(&id) {
        id.push('x');
    }
    id
}

/// A digest that is the same in every version and on every machine (FNV-1a, folded to 32 bits), of the name and a null.
#[expect(clippy::cast_possible_truncation, reason = "that is the folding")]
fn digest(name: &str) -> u32 {
    let step = |digest: u64, byte: u8| (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let digest = name.bytes().chain([0]).fold(0xcbf2_9ce4_8422_2325, step);
    (digest ^ digest >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_actor_has_an_id_of_its_own() {
        let names = ["", "...", "Actor A", "Actor-A", "E12", "actor a"];
        let actors = Actors::new(names.iter().map(|name| name.as_bytes())).unwrap();
        let ids = Ids::new("set", &actors).unwrap();
        let all: Vec<&str> = (0..6).map(|number| ids.text.name(number)).collect();
        assert_eq!(all[2], "set-actor-a");
        assert!(all.iter().all(|id| id.parse::<crate::id::Id>().is_ok()), "{all:?}");
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), 6);
        assert!((0..6).all(|number| ids.find(ids.text.name(number)) == Some(number)));
        assert_eq!(ids.find("set-actor-b"), None);
    }
}
