//! A union of ids into classes (disjoint sets with union by size and path halving, after Tarjan), with pairs that
//! must stay apart. Long chains and many forbidden pairs cost little more than their number.

use crate::id::{Id, IdMap};
use crate::record::Kind;
use std::collections::HashSet;

/// Why two classes were not united.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// They hold ids that must stay apart.
    Forbidden,
    /// They hold facts of two kinds.
    Kinds(Kind, Kind),
}

/// Ids in classes.
#[derive(Debug, Default)]
pub(super) struct Union {
    number: IdMap<usize>,
    members: Vec<Member>,
}

#[derive(Debug)]
struct Member {
    parent: usize,
    size: usize,
    /// The first id of the class in byte order.
    first: Id,
    /// The kind of the class, if a record tells.
    kind: Option<Kind>,
    /// The roots of the classes that must stay apart from this one.
    apart: HashSet<usize>,
}

impl Union {
    /// Adds an id as a class of its own, unless it is known; gives the root of its class.
    pub(super) fn add(&mut self, id: &Id, kind: Option<Kind>) -> usize {
        if let Some(number) = self.number.get(id) {
            return self.root(*number);
        }
        let number = self.members.len();
        self.number.insert(id.clone(), number);
        self.members.push(Member { parent: number, size: 1, first: id.clone(), kind, apart: HashSet::new() });
        number
    }

    /// Keeps two ids apart; to be called before anything is joined.
    pub(super) fn forbid(&mut self, a: &Id, b: &Id) {
        let (a, b) = (self.add(a, None), self.add(b, None));
        if let Some(member) = self.members.get_mut(a) {
            member.apart.insert(b);
        }
        if let Some(member) = self.members.get_mut(b) {
            member.apart.insert(a);
        }
    }

    /// Unites the classes of two ids.
    ///
    /// # Errors
    /// If the classes must stay apart or are of two kinds; they then stay as they are.
    pub(super) fn join(&mut self, a: &Id, b: &Id) -> Result<(), Refusal> {
        let (a, b) = (self.add(a, None), self.add(b, None));
        let (Some(one), Some(other)) = (self.members.get(a), self.members.get(b)) else {
            return Ok(());
        };
        match (one.kind, other.kind) {
            _ if a == b => return Ok(()),
            _ if one.apart.contains(&b) => return Err(Refusal::Forbidden),
            (Some(one), Some(other)) if one != other => return Err(Refusal::Kinds(one, other)),
            _ if one.size < other.size => self.hang(a, b),
            _ => self.hang(b, a),
        }
        Ok(())
    }

    /// Hangs the class of one root under another root.
    fn hang(&mut self, root: usize, under: usize) {
        let Some(member) = self.members.get_mut(root) else {
            return;
        };
        member.parent = under;
        let (size, kind, first) = (member.size, member.kind, member.first.clone());
        let apart = std::mem::take(&mut member.apart);
        for other in &apart {
            if let Some(other) = self.members.get_mut(*other) {
                other.apart.remove(&root);
                other.apart.insert(under);
            }
        }
        if let Some(member) = self.members.get_mut(under) {
            member.size += size;
            member.kind = member.kind.or(kind);
            member.apart.extend(apart);
            member.first = first.min(member.first.clone());
        }
    }

    fn root(&mut self, number: usize) -> usize {
        let mut at = number;
        while let Some(parent) = self.parent(at).filter(|parent| *parent != at) {
            let above = self.parent(parent).unwrap_or(parent);
            if let Some(member) = self.members.get_mut(at) {
                member.parent = above;
            }
            at = above;
        }
        at
    }

    fn parent(&self, number: usize) -> Option<usize> {
        self.members.get(number).map(|member| member.parent)
    }

    /// The first id of the class of every id that is not the first itself.
    pub(super) fn representatives(mut self) -> IdMap<Id> {
        let numbers: Vec<(Id, usize)> = self.number.drain().collect();
        let first = |(id, number)| {
            let root = self.root(number);
            self.members.get(root).map(|member| (id, member.first.clone()))
        };
        numbers.into_iter().filter_map(first).filter(|(id, first)| id != first).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    #[test]
    fn classes_are_known_by_their_first_id() {
        let mut union = Union::default();
        for (a, b) in [("c", "b"), ("d", "e"), ("e", "c"), ("b", "a"), ("x", "x")] {
            assert_eq!(union.join(&id(a), &id(b)), Ok(()));
        }
        let found = union.representatives();
        assert!(["b", "c", "d", "e"].iter().all(|one| found[&id(one)] == id("a")), "{found:?}");
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn chains_to_what_must_stay_apart_are_refused() {
        let mut union = Union::default();
        union.add(&id("p"), Some(Kind::Person));
        union.add(&id("s"), Some(Kind::State));
        union.forbid(&id("a"), &id("d"));
        for (a, b, expected) in [
            ("a", "b", Ok(())),
            ("c", "d", Ok(())),
            ("b", "c", Err(Refusal::Forbidden)),
            ("c", "e", Ok(())),
            ("e", "a", Err(Refusal::Forbidden)),
            ("p", "q", Ok(())),
            ("q", "s", Err(Refusal::Kinds(Kind::Person, Kind::State))),
        ] {
            assert_eq!(union.join(&id(a), &id(b)), expected, "{a} {b}");
        }
    }
}
