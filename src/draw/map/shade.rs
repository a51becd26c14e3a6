//! Shades: which numbers have the same depth of colour.

/// Classes of numbers, each with its least; the first begins at 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shades {
    starts: Vec<usize>,
    most: usize,
}

/// So many shades are told apart at a glance.
const CLASSES: u32 = 5;

impl Shades {
    /// The classes for numbers up to the highest: each number of its own where there are few, else each class so many times
    /// as wide as the one before.
    pub(super) fn new(highest: usize) -> Self {
        let most = highest.max(1);
        if most <= 5 {
            return Self { starts: (1..=most).collect(), most };
        }
        let factor = (2..).find(|factor: &usize| factor.saturating_pow(CLASSES) > most).unwrap_or(most);
        let starts = std::iter::successors(Some(1_usize), |start| start.checked_mul(factor));
        Self { starts: starts.take_while(|start| *start <= most).collect(), most }
    }

    /// The depth of a number, for [`Ink::Depth`](crate::draw::Ink).
    pub(super) fn depth(&self, number: usize) -> usize {
        let class = self.starts.iter().filter(|start| **start <= number).count();
        // The palest two depths are those of paper and land.
        2 + 6 * class.saturating_sub(1) / self.starts.len().saturating_sub(1).max(1)
    }

    /// The classes as a legend has them, each with a number that is in it.
    pub(super) fn classes(&self) -> Vec<(usize, String)> {
        let ends = self.starts.iter().skip(1).map(|start| start - 1).chain([self.most]);
        let name = |(start, end): (&usize, usize)| match *start {
            start if start == end => (start, start.to_string()),
            start => (start, format!("{start}–{end}")),
        };
        self.starts.iter().zip(ends).map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Shades;

    #[test]
    fn classes_hold_every_number_once() {
        let check = |highest: usize, expected: &[&str]| {
            let shades = Shades::new(highest);
            let classes: Vec<String> = shades.classes().into_iter().map(|class| class.1).collect();
            assert_eq!(classes, expected, "{highest}");
            let depths: Vec<usize> = (1..=highest).map(|number| shades.depth(number)).collect();
            assert!(depths.windows(2).all(|pair| pair[0] <= pair[1]), "{highest}: {depths:?}");
            assert!(depths.iter().all(|depth| (2..=8).contains(depth)), "{highest}: {depths:?}");
        };
        check(1, &["1"]);
        check(3, &["1", "2", "3"]);
        check(12, &["1", "2–3", "4–7", "8–12"]);
        check(40, &["1–2", "3–8", "9–26", "27–40"]);
        check(260, &["1–3", "4–15", "16–63", "64–255", "256–260"]);
    }
}
