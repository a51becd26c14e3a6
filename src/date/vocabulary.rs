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

/// What months are called for short.
const SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"];

/// The known words that a mistyped one may be: all that are one slip away, else for a long word the nearest of two slips.
/// None for a known word.
pub(super) fn near(word: &str) -> Vec<&'static str> {
    let allowed = match word.len() {
        1..=5 => 1,
        6..=12 => 2,
        _ => return Vec::new(),
    };
    let word = word.to_ascii_lowercase();
    let known = || MONTHS.iter().chain(&SHORT).chain(&WORDS).copied();
    let slips = |known: &str| distance(&word, &known.to_ascii_lowercase());
    if known().any(|known| slips(known) == 0) {
        return Vec::new();
    }
    let close: Vec<&str> = known().filter(|known| slips(known) == 1).collect();
    let nearest = || known().min_by_key(|known| slips(known)).filter(|known| slips(known) <= allowed);
    if close.is_empty() { nearest().into_iter().collect() } else { close }
}

/// How many characters must be put in, taken out, changed or swapped with the next (optimal string alignment), row by row.
/// Both words are short.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let (mut before, mut row): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=to.len()).collect());
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
    for (line, here) in from.iter().enumerate() {
        let mut next = vec![line + 1];
        for (column, there) in to.iter().enumerate() {
            let changed = at(&row, column) + usize::from(here != there);
            let one = (at(&row, column + 1) + 1).min(at(&next, column) + 1).min(changed);
            let is_swapped =
                line > 0 && column > 0 && from.get(line - 1) == Some(there) && to.get(column - 1) == Some(here);
            next.push(if is_swapped { one.min(at(&before, column - 1) + 1) } else { one });
        }
        before = std::mem::replace(&mut row, next);
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
    fn slips_find_the_words() {
        let check = |word: &str, known: &[&str]| assert_eq!(near(word), known, "{word}");
        check("Decmber", &["December"]);
        check("Dceember", &["December"]);
        check("Decembre", &["December"]);
        check("Dcc", &["Dec"]);
        check("Dck", &[]);
        check("Ma", &["May", "Mar"]);
        check("yesteday", &["yesterday"]);
        check("yestrday", &["yesterday"]);
        check("yesetrdayy", &["yesterday"]);
        check("sinse", &["since"]);
        check("ot", &["Oct", "to"]);
        check("o", &["to"]);
        check("since", &[]);
        check("xi", &[]);
        check("zzzzzz", &[]);
        check("ééé", &[]);
    }

    #[test]
    fn distance_counts_slips() {
        let check = |a, b, slips| assert_eq!(distance(a, b), slips, "{a} {b}");
        check("", "", 0);
        check("abc", "", 3);
        check("", "abc", 3);
        check("kitten", "sitting", 3);
        check("march", "macrh", 1);
        check("ab", "ba", 1);
        check("abc", "ca", 3);
    }
}
