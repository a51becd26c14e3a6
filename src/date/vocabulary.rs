//! The words that a period may be written with.

/// English names of the months, January first.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// All other words, for suggestions.
const WORDS: [&str; 31] = [
    "after",
    "and",
    "around",
    "before",
    "between",
    "circa",
    "day",
    "days",
    "from",
    "last",
    "month",
    "months",
    "next",
    "past",
    "previous",
    "quarter",
    "quarters",
    "since",
    "the",
    "this",
    "till",
    "to",
    "today",
    "tomorrow",
    "until",
    "week",
    "weeks",
    "year",
    "years",
    "yesterday",
    "through",
];

/// Number of the month with this name: whole, its first three letters or
/// `Sept`; a full stop after it and its case do not matter.
pub(super) fn month_number(word: &str) -> Option<u8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let names =
        |name: &str| name.eq_ignore_ascii_case(word) || name.get(..3).is_some_and(|n| n.eq_ignore_ascii_case(word));
    if word.eq_ignore_ascii_case("sept") {
        return Some(9);
    }
    let index = MONTHS.iter().position(|name| names(name))?;
    u8::try_from(index + 1).ok()
}

/// The known word nearest to a mistyped one, if one is near: one slip for a
/// short word, two for a long one.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    let allowed = match word.len() {
        3..=5 => 1,
        6..=12 => 2,
        _ => return None,
    };
    let word = word.to_ascii_lowercase();
    let slips = |known: &str| distance(&word, &known.to_ascii_lowercase());
    let words = MONTHS.iter().chain(&WORDS);
    let known = words.min_by_key(|known| slips(known))?;
    (1..=allowed).contains(&slips(known)).then_some(*known)
}

/// How many characters must be put in, taken out or changed (the distance of
/// Levenshtein), row by row. Both words are short.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (line, here) in from.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((there, above), before) in to.chars().zip(row.iter().skip(1)).zip(&row) {
            let changed = before + usize::from(here != there);
            let left = next.last().copied().unwrap_or(line + 1);
            next.push(changed.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_names() {
        let check = |word, number| assert_eq!(month_number(word), number, "{word}");
        check("december", Some(12));
        check("DEC", Some(12));
        check("Sept.", Some(9));
        check("may", Some(5));
        check("Decem", None);
        check("", None);
        check("é", None);
    }

    #[test]
    fn slips_find_the_word() {
        let check = |word, known| assert_eq!(nearest(word), known, "{word}");
        check("Decmber", Some("December"));
        check("yesteday", Some("yesterday"));
        check("sinse", Some("since"));
        check("since", None);
        check("xi", None);
        check("zzzzzz", None);
        check("ééé", None);
    }

    #[test]
    fn distance_counts_slips() {
        let check = |a, b, slips| assert_eq!(distance(a, b), slips, "{a} {b}");
        check("", "", 0);
        check("abc", "", 3);
        check("", "abc", 3);
        check("kitten", "sitting", 3);
        check("march", "macrh", 2);
    }
}
