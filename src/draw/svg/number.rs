//! Numbers, the same on every machine.

/// A length with at most two decimals.
pub(super) fn number(value: f64) -> String {
    let text = format!("{:.2}", if value.is_finite() { value } else { 0.0 });
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn two_decimals_are_enough() {
        let check = |value: f64, expected: &str| assert_eq!(number(value), expected, "{value}");
        check(0.0, "0");
        check(-0.001, "0");
        check(1.0, "1");
        check(10.0, "10");
        check(1.256, "1.26");
        check(-2.5, "-2.5");
        check(f64::NAN, "0");
    }
}
