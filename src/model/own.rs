//! Facts in memory, and where each lies.

use super::Fact;
use super::facts::IN_ONE_GO;
use super::list::Lists;
use crate::id::{Id, IdHasher, IdMap, Register};
use hashbrown::HashTable;
use rayon::prelude::*;
use std::hash::BuildHasher;
use std::sync::OnceLock;

/// Facts in memory.
#[derive(Clone, Debug)]
pub(super) struct Own {
    pub(super) facts: Vec<Fact>,
    /// The place of each fact, by the hash of its id.
    position: HashTable<u32>,
    hasher: IdHasher,
    /// The places of facts by their earlier ids.
    earlier: IdMap<u32>,
    /// What ids know these facts by.
    register: Register,
    lists: OnceLock<Lists>,
}

impl Default for Own {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Own {
    /// Facts that lie in the order of their ids.
    pub(super) fn of(facts: Vec<Fact>) -> Self {
        let (register, hasher) = (Register::new(), IdHasher::default());
        let hash = |(at, fact): (usize, &Fact)| {
            fact.id.note(register, at);
            hasher.hash_one(fact.id.as_str())
        };
        let hashes: Vec<u64> = facts.par_iter().enumerate().with_min_len(IN_ONE_GO).map(hash).collect();
        let mut position = HashTable::with_capacity(facts.len());
        let mut earlier = IdMap::default();
        for ((fact, at), hash) in facts.iter().zip(0_u32..).zip(&hashes) {
            position.insert_unique(*hash, at, |at| hashes.get(*at as usize).copied().unwrap_or_default());
            for id in &fact.was {
                earlier.entry(id.clone()).or_insert(at);
            }
        }
        Self { facts, position, hasher, earlier, register, lists: OnceLock::new() }
    }

    pub(super) fn position(&self, id: &str) -> Option<usize> {
        let is_it = |at: &u32| self.facts.get(*at as usize).is_some_and(|fact| fact.id.as_str() == id);
        let found = self.position.find(self.hasher.hash_one(id), is_it).or_else(|| self.earlier.get(id));
        found.map(|at| *at as usize)
    }

    /// The same, without a search where the id remembers.
    pub(super) fn place(&self, id: &Id) -> Option<usize> {
        id.place(self.register).or_else(|| {
            let found = self.position(id.as_str())?;
            id.note(self.register, found);
            Some(found)
        })
    }

    pub(super) fn lists(&self) -> &Lists {
        self.lists.get_or_init(|| Lists::of(&self.facts))
    }
}
