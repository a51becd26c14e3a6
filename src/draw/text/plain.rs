//! Texts of facts as one line that a picture can hold.

use crate::export::dot::turns_direction;

/// The text as one line: line breaks, tabs and runs of blanks become one blank, other control characters and what XML
/// forbids become U+FFFD, and marks that turn the direction of writing are left out, as they would reach beyond the text.
pub fn plain(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() || c == '\u{85}' => {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            c if turns_direction(c) => {}
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => line.push(char::REPLACEMENT_CHARACTER),
            c => line.push(c),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn one_line_is_left() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text:?}");
        check("Person A", "Person A");
        check(" Person\n\r\t  A ", "Person A");
        check("a\0b\u{FFFF}", "a\u{FFFD}b\u{FFFD}");
        check("a\u{202E}b\u{2069}\u{200F}", "ab");
        check("\u{2028}\u{85}", "");
    }
}
