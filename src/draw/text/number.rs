//! Numbers with words.

/// A number with a word whose plural ends in `s`: `1 meeting`, `2 meetings`.
pub fn number(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}
