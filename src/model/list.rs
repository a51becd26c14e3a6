//! Lists: which facts are of a kind, or carry a mark, so that a question need not look at all.

use super::Fact;
use crate::record::Kind;

/// What is worth knowing of a fact before it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// All its accounts were taken back: [`Fact::is_withdrawn`].
    Withdrawn,
    /// Accounts of it contradict each other, or a denial speaks against it.
    Disputed,
    /// A ruling decided between accounts of it.
    Ruled,
}

impl Mark {
    /// Every mark.
    pub const ALL: &[Self] = &[Self::Withdrawn, Self::Disputed, Self::Ruled];

    /// Whether a fact carries it.
    pub fn is_on(self, fact: &Fact) -> bool {
        match self {
            Self::Withdrawn => fact.is_withdrawn(),
            Self::Disputed => !fact.disputed.is_empty(),
            Self::Ruled => !fact.ruled.is_empty(),
        }
    }
}

/// A list of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Those of a kind.
    Of(Kind),
    /// Ids that are used but have no readable record.
    Stubs,
    /// Those that carry a mark.
    Marked(Mark),
}

impl List {
    /// How many lists there are.
    pub const NUMBER: usize = Kind::ALL.len() + 1 + Mark::ALL.len();

    /// Every list, by its number.
    pub fn all() -> impl Iterator<Item = Self> {
        let kinds = Kind::ALL.iter().copied().map(Self::Of);
        kinds.chain([Self::Stubs]).chain(Mark::ALL.iter().copied().map(Self::Marked))
    }

    /// The number of the list, from 0.
    pub fn number(self) -> usize {
        match self {
            Self::Of(kind) => kind as usize,
            Self::Stubs => Kind::ALL.len(),
            Self::Marked(mark) => Kind::ALL.len() + 1 + mark as usize,
        }
    }

    /// The lists on which a fact stands.
    pub fn of(fact: &Fact) -> impl Iterator<Item = Self> {
        let marks = Mark::ALL.iter().filter(|mark| mark.is_on(fact)).map(|mark| Self::Marked(*mark));
        std::iter::once(fact.kind().map_or(Self::Stubs, Self::Of)).chain(marks)
    }
}

/// All lists of facts in memory: the places of each, in the order of ids.
#[derive(Clone, Debug)]
pub(super) struct Lists(Vec<Vec<u32>>);

impl Lists {
    pub(super) fn of(facts: &[Fact]) -> Self {
        let mut lists = vec![Vec::new(); List::NUMBER];
        for (fact, place) in facts.iter().zip(0_u32..) {
            for list in List::of(fact) {
                if let Some(list) = lists.get_mut(list.number()) {
                    list.push(place);
                }
            }
        }
        Self(lists)
    }

    pub(super) fn get(&self, list: List) -> &[u32] {
        self.0.get(list.number()).map(Vec::as_slice).unwrap_or_default()
    }
}
