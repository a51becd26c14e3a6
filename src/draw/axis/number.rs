//! Axes of counts.

/// The numbers that an axis names, from 0 to the first that is no less than the highest count: at most seven, in steps of
/// 1, 2 or 5 times a power of ten, as readers count in these.
pub(in crate::draw) fn numbers(highest: usize) -> Vec<usize> {
    const STEPS: usize = 5;
    let mut step = 1;
    let mut turn = [2, 5, 10].iter().cycle();
    let mut power = 1_usize;
    while step * STEPS < highest {
        let next = turn.next().copied().unwrap_or(10);
        step = power.saturating_mul(next);
        if next == 10 {
            power = step;
        }
    }
    let count = highest.div_ceil(step).max(1);
    (0..=count).map(|number| number * step).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn steps_are_ones_that_people_count_in() {
        let check = |highest: usize, expected: &[usize]| assert_eq!(numbers(highest), expected, "{highest}");
        check(0, &[0, 1]);
        check(1, &[0, 1]);
        check(4, &[0, 1, 2, 3, 4]);
        check(7, &[0, 2, 4, 6, 8]);
        check(12, &[0, 5, 10, 15]);
        check(25, &[0, 5, 10, 15, 20, 25]);
        check(41, &[0, 10, 20, 30, 40, 50]);
        check(260, &[0, 100, 200, 300]);
        check(1_000, &[0, 200, 400, 600, 800, 1_000]);
    }

    #[test]
    fn the_highest_count_has_room() {
        for highest in 0..5_000 {
            let numbers = numbers(highest);
            assert!(numbers.last().is_some_and(|last| *last >= highest), "{highest}");
            assert!((2..=7).contains(&numbers.len()), "{highest}");
        }
    }
}
