//! The dates of posts: what a note beside a date softens.

/// Words of notes, and what they make of a date `D`: checked in this order.
const SOFTENED: &[(&str, &str)] = &[
    ("or shortly before", "[..D]"),
    ("or before", "[..D]"),
    ("or on or before", "[..D]"),
    ("between", "[..D]"),
    ("or shortly after", "[D..]"),
    ("or soon after", "[D..]"),
    ("or after", "[D..]"),
    ("soon after", "[D..]"),
    ("about", "D~"),
    ("approximately", "D~"),
    ("presumably", "D~"),
    ("probably", "D~"),
];

/// A date as fact files have it, softened where the note says so; empty where the source gives none.
pub(super) fn softened(date: &str, note: &str) -> String {
    let note = note.to_lowercase();
    let rule = SOFTENED.iter().find(|(words, _)| note.contains(words)).filter(|_| !date.is_empty());
    rule.map_or_else(|| date.to_owned(), |(_, form)| form.replace('D', date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_soften_dates() {
        for (date, note, expected) in [
            ("1901-02-03", "", "1901-02-03"),
            ("1901-02", "Left post on", "1901-02"),
            ("1901-02-03", "On or shortly before", "[..1901-02-03]"),
            ("1901-02-03", "Left post on or soon after", "[1901-02-03..]"),
            ("1901-02-03", "Left post about", "1901-02-03~"),
            ("1901-02-03", "Between January 1 and", "[..1901-02-03]"),
            ("", "About", ""),
        ] {
            assert_eq!(softened(date, note), expected);
            if !expected.is_empty() {
                assert!(expected.parse::<crate::date::PointDate>().is_ok(), "{expected}");
            }
        }
    }
}
