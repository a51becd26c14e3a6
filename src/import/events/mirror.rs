//! Mirrors: two rows that tell one event, one from each side.

use super::relation::RelationId;
use crate::date::Day;
use crate::table::Lone;

/// What a row tells, with its actors by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dyad {
    /// Who acts.
    pub source: u32,
    /// Towards whom.
    pub target: u32,
    /// What happens between them.
    pub relation: RelationId,
    /// The day.
    pub day: Day,
}

impl Dyad {
    /// The same event from the other side: the guest's visit as its host has it, a consultation the other way round.
    pub fn mirror(self) -> Option<Self> {
        let relation = self.relation.relation()?.mirror?;
        Some(Self { source: self.target, target: self.source, relation, day: self.day })
    }
}

/// Rows whose other side was not seen yet.
#[derive(Debug, Default)]
pub struct Mirrors(Lone<Dyad>);

impl Mirrors {
    /// Finds the earliest row that tells the same event from the other side, and gives its line; each row is given once. A
    /// row without one waits for it. The same row twice is no pair.
    pub fn pair(&mut self, dyad: Dyad, line: u64) -> Option<u64> {
        self.0.pair(dyad, &dyad.mirror()?, line)
    }

    /// Forgets the rows that wait: no more rows of their days come.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::super::relation::relation;
    use super::*;

    fn dyad(source: u32, code: &str, target: u32, day: &str) -> Dyad {
        Dyad { source, target, relation: relation(code, None).unwrap(), day: day.parse().unwrap() }
    }

    #[test]
    fn each_row_is_paired_once() {
        let mut mirrors = Mirrors::default();
        let rows = [
            (dyad(1, "042", 2, "2031-01-01"), None),
            (dyad(1, "042", 2, "2031-01-01"), None),
            (dyad(2, "043", 1, "2031-01-02"), None),
            (dyad(2, "042", 1, "2031-01-01"), None),
            (dyad(2, "043", 1, "2031-01-01"), Some(1)),
            (dyad(2, "043", 1, "2031-01-01"), Some(2)),
            (dyad(2, "043", 1, "2031-01-01"), None),
            (dyad(1, "042", 2, "2031-01-01"), Some(7)),
            (dyad(3, "040", 4, "2031-01-01"), None),
            (dyad(3, "040", 4, "2031-01-01"), None),
            (dyad(4, "040", 3, "2031-01-01"), Some(9)),
            (dyad(4, "041", 3, "2031-01-01"), None),
            (dyad(3, "111", 4, "2031-01-01"), None),
            (dyad(4, "111", 3, "2031-01-01"), None),
        ];
        for (line, (dyad, expected)) in (1..).zip(rows) {
            assert_eq!(mirrors.pair(dyad, line), expected, "{line}");
        }
    }
}
