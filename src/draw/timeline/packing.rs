//! Packing: which things lie in one row, so that none lies on another.

/// The row of each stretch, from left to right in the first row that is free. Grows with the number of stretches times that
/// of rows.
pub(super) fn rows(stretches: &[(f64, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    let at = |number: &usize| stretches.get(*number).copied().unwrap_or_default();
    order.sort_by(|a, b| at(a).0.total_cmp(&at(b).0).then(a.cmp(b)));
    let mut free: Vec<f64> = Vec::new();
    let mut rows = vec![0; stretches.len()];
    for number in order {
        let (from, to) = at(&number);
        let row = free.iter().position(|free| *free <= from).unwrap_or(free.len());
        match free.get_mut(row) {
            Some(end) => *end = to,
            None => free.push(to),
        }
        if let Some(own) = rows.get_mut(number) {
            *own = row;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;
    use proptest::prelude::*;

    #[test]
    fn the_first_free_row_is_taken() {
        assert_eq!(rows(&[]), [0_usize; 0]);
        assert_eq!(rows(&[(0.0, 5.0), (1.0, 3.0), (4.0, 6.0), (5.0, 7.0)]), [0, 1, 1, 0]);
    }

    proptest! {
        #[test]
        fn nothing_lies_on_another(stretches in prop::collection::vec((0.0..100.0_f64, 0.0..30.0_f64), 0..40)) {
            let stretches: Vec<(f64, f64)> = stretches.into_iter().map(|(from, length)| (from, from + length)).collect();
            let rows = rows(&stretches);
            for (one, (from, to)) in stretches.iter().enumerate() {
                for (other, (begins, ends)) in stretches.iter().enumerate().skip(one + 1) {
                    prop_assert!(rows[one] != rows[other] || to <= begins || ends <= from);
                }
            }
        }

        #[test]
        fn no_row_is_more_than_needed(stretches in prop::collection::vec((0.0..100.0_f64, 0.1..30.0_f64), 1..40)) {
            let stretches: Vec<(f64, f64)> = stretches.into_iter().map(|(from, length)| (from, from + length)).collect();
            let most = rows(&stretches).into_iter().max().unwrap_or(0) + 1;
            let at = |x: f64| stretches.iter().filter(|(from, to)| *from <= x && x < *to).count();
            let needed = stretches.iter().map(|(from, _)| at(*from)).max().unwrap_or(0);
            prop_assert_eq!(most, needed);
        }
    }
}
