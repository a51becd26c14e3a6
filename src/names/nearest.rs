//! The nearest of a few valid words.

/// Longer words are cut before they are compared: nobody mistypes a word of this length.
const LONGEST: usize = 64;

/// The candidate that a mistyped word most likely meant, for a hint.
///
/// Compared in lower case by the distance of Damerau and Levenshtein; at most a third of the word's letters may differ, and always one.
/// Of equally near candidates the first is given.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    all_nearest(word, candidates).into_iter().next()
}

/// The same with every candidate that is as near, in their order.
pub fn all_nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = comparable(word);
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    let within = |candidate: &'a str| {
        let other = comparable(candidate);
        let near = other.chars().count().abs_diff(length) <= limit;
        let distance = near.then(|| strsim::damerau_levenshtein(&word, &other))?;
        (distance <= limit).then_some((distance, candidate))
    };
    let near: Vec<(usize, &str)> = candidates.into_iter().filter_map(within).collect();
    let least = near.iter().map(|(distance, _)| *distance).min();
    near.into_iter().filter(|(distance, _)| Some(*distance) == least).map(|(_, candidate)| candidate).collect()
}

/// Whether one word became another by one slip: a letter too many, too few, another one, or two neighbours swapped. Letter
/// case does not matter.
pub fn is_one_slip_away(word: &str, other: &str) -> bool {
    let (word, other) = (comparable(word), comparable(other));
    let lengths = (word.chars().count(), other.chars().count());
    lengths.0.min(lengths.1) > 0
        && lengths.0.max(lengths.1) > 1
        && lengths.0.abs_diff(lengths.1) <= 1
        && strsim::osa_distance(&word, &other) == 1
}

fn comparable(word: &str) -> String {
    let lower = word.chars().flat_map(char::to_lowercase);
    lower.take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 4] = ["meetings", "meeting", "chain", "état"];

    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(nearest(word, WORDS), expected, "{word}");
    }

    #[test]
    fn at_most_a_third() {
        check("meetngs", Some("meetings"));
        check("MEETING", Some("meeting"));
        check("chian", Some("chain"));
        check("ÉTATS", Some("état"));
        check("cha", None);
        check("", None);
        check(&"m".repeat(1_000_000), None);
    }

    #[test]
    fn one_slip() {
        for (word, other, is) in [
            ("met", "meet", true),
            ("wiht", "with", true),
            ("meet", "meet", false),
            ("a", "an", true),
            ("a", "b", false),
            ("", "a", false),
            ("wo", "who", true),
            ("abc", "xyz", false),
        ] {
            assert_eq!(is_one_slip_away(word, other), is, "{word} {other}");
        }
    }

    #[test]
    fn ties_by_order() {
        assert_eq!(nearest("ab", ["ac", "ad"]), Some("ac"));
        assert_eq!(nearest("ab", ["ad", "ac"]), Some("ad"));
    }
}
