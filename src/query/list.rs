//! Lists in a sentence.

/// Names as a sentence has them: `A`, `A and B`, `A, B and C`; nothing where there are none.
pub(crate) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn the_last_name_has_its_and() {
        let check = |names: &[&str], expected: &str| assert_eq!(listed(names), expected, "{names:?}");
        check(&[], "");
        check(&["A"], "A");
        check(&["A", "B"], "A and B");
        check(&["A", "B", "C"], "A, B and C");
    }
}
