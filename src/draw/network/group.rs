//! Groups: the states or parties that points are coloured by.

use super::actor::Actor;
use crate::draw::scene::Palette;
use crate::id::Id;
use std::collections::BTreeMap;

/// The groups of a network, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Groups {
    order: Vec<(Id, String)>,
}

impl Groups {
    /// So many groups have a colour of their own.
    const MOST: usize = Palette::GROUPS - 1;

    pub(super) fn of(actors: &[Actor]) -> Self {
        let mut counted: BTreeMap<&(Id, String), usize> = BTreeMap::new();
        for group in actors.iter().filter_map(|actor| actor.group.as_ref()) {
            *counted.entry(group).or_default() += 1;
        }
        let mut order: Vec<_> = counted.into_iter().collect();
        order.sort_by_key(|(group, number)| (std::cmp::Reverse(*number), *group));
        Self { order: order.into_iter().map(|(group, _)| group.clone()).collect() }
    }

    /// The number of an actor's group, whether or not it has a colour.
    pub(super) fn number(&self, actor: &Actor) -> Option<usize> {
        let group = actor.group.as_ref()?;
        self.order.iter().position(|own| own == group)
    }

    /// The number of the colour of an actor's group; none where the group has none of its own.
    pub(super) fn colour(&self, actor: &Actor) -> Option<usize> {
        self.number(actor).filter(|number| *number < Self::MOST)
    }

    /// The names of the groups with a colour, in the order of their numbers.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        self.order.iter().take(Self::MOST).map(|(_, name)| name.as_str())
    }

    /// How many groups have no colour.
    pub(super) fn others(&self) -> usize {
        self.order.len().saturating_sub(Self::MOST)
    }
}
