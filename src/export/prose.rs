//! Prose: sentences wrapped between words. A word that is too long stays whole, so that addresses can be copied.

use super::grid::measure;

/// Wraps a text; the lines after the first begin with as many blanks as `indent` says.
pub(super) fn wrap(text: &str, indent: usize, width: u16) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used: u16 = 0;
    for word in text.split(' ') {
        let wide = measure(word);
        if !line.trim().is_empty() && used.saturating_add(wide).saturating_add(1) > width {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            used = u16::try_from(indent).unwrap_or(u16::MAX);
        } else if !line.is_empty() {
            line.push(' ');
            used = used.saturating_add(1);
        }
        line.push_str(word);
        used = used.saturating_add(wide);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_between_words_only() {
        assert_eq!(wrap("one two three", 2, 8), ["one two", "  three"]);
        assert_eq!(wrap("a http://example.org/long b", 0, 8), ["a", "http://example.org/long", "b"]);
        assert_eq!(wrap("", 2, 8), [""]);
    }
}
