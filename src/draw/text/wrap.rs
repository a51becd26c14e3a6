//! Where lines of text end.

use super::Ruler;
use crate::draw::scene::Weight;

/// So many letters of a text are looked at; no line of a picture holds more.
const LONGEST: usize = 2000;

/// A text as lines of at most this width, between words where words allow it; what does not fit into so many lines ends
/// in `…`. The text should be [`plain`](super::plain). There is at least one line. Costs the text's length.
pub fn wrap(ruler: &Ruler, text: &str, width: f64, size: f64, weight: Weight, most: usize) -> Vec<String> {
    let measured = |line: &str| ruler.width(line, size, weight);
    let mut lines = vec![String::new()];
    let mut cut = text.chars().nth(LONGEST).is_some();
    let short: String = text.chars().take(LONGEST).collect();
    for piece in pieces(&short) {
        let line = lines.last().map(String::as_str).unwrap_or_default();
        let joined = format!("{line}{piece}");
        if measured(joined.trim_end()) <= width {
            replace_last(&mut lines, joined);
            continue;
        }
        for piece in chopped(piece, |text| measured(text) <= width) {
            let line = lines.last().map(String::as_str).unwrap_or_default();
            if line.trim().is_empty() {
                replace_last(&mut lines, piece);
            } else {
                lines.push(piece);
            }
        }
    }
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        cut = true;
    }
    if cut && let Some(last) = lines.pop() {
        lines.push(ended(last.trim_end(), |text| measured(text) <= width));
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

fn replace_last(lines: &mut [String], line: String) {
    if let Some(last) = lines.last_mut() {
        *last = line;
    }
}

/// A text with `…` at its end, shortened until it fits: between words where that leaves half of it.
fn ended(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut short = text.to_owned();
    while !short.is_empty() && !fits(&format!("{short}…")) {
        short.pop();
    }
    let is_within_word = text.get(short.len()..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(' '));
    let between = short.rfind(' ').filter(|at| is_within_word && at * 2 >= short.len());
    let short = between.and_then(|at| short.get(..at)).unwrap_or(&short);
    format!("{}…", short.trim_end_matches([' ', ',', ';', '(']))
}

/// The words of a text, each with the blank behind it; a letter of Chinese, Japanese or Korean is a word of its own, and a
/// range of dates two.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c == ' ' || is_wide(c) || is_between_dates(text, at, c) {
            pieces.push(text.get(from..end).unwrap_or_default());
            from = end;
        }
    }
    pieces.push(text.get(from..).unwrap_or_default());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a letter ends what stands between two dates: `..`, or `–` behind a day; `2022–2024` is short enough to be whole.
fn is_between_dates(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let is_digit = |last: char| last.is_ascii_digit() || last == '?';
    match c {
        '.' => before.strip_suffix('.').is_some_and(|dated| dated.ends_with(is_digit)),
        '–' => before.trim_end_matches(is_digit).ends_with('-') && before.ends_with(is_digit),
        _ => false,
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// A word in pieces that fit, one letter at least.
fn chopped(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    if fits(word.trim_end()) {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let piece = pieces.last().map(String::as_str).unwrap_or_default();
        let joined = format!("{piece}{c}");
        if piece.is_empty() || fits(&joined) {
            replace_last(&mut pieces, joined);
        } else {
            pieces.push(c.to_string());
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let ruler = Ruler::new();
        let lines = |text: &str, width: f64, most: usize| wrap(&ruler, text, width, 8.0, Weight::Regular, most);
        assert_eq!(lines("", 50.0, 2), [""]);
        assert_eq!(lines("Person A", 500.0, 2), ["Person A"]);
        assert_eq!(lines("President of State A", 50.0, 9), ["President of", "State A"]);
        assert_eq!(lines("习近平主席", 17.0, 9), ["习近", "平主", "席"]);
        assert_eq!(lines("2031-01-01..2031-02-01", 60.0, 9), ["2031-01-01..", "2031-02-01"]);
        assert_eq!(lines("..2031-01-01–2031-01-02..", 60.0, 9), ["..2031-01-01–", "2031-01-02.."]);
        assert_eq!(lines("A..B: from A to B", 500.0, 9), ["A..B: from A to B"]);
        assert_eq!(lines("State A, 2031–2035", 60.0, 9), ["State A,", "2031–2035"]);
        assert_eq!(lines("Chairwoman of the Council", 90.0, 1), ["Chairwoman of the…"]);
        let one = lines("President of State A", 50.0, 1);
        assert!(matches!(one.as_slice(), [line] if line.starts_with("President") && line.ends_with('…')), "{one:?}");
        let long = "a".repeat(10_000);
        let cut = lines(&long, 60.0, 3);
        assert_eq!(cut.len(), 3);
        assert!(cut.last().is_some_and(|line| line.ends_with('…')));
        for line in cut {
            assert!(ruler.width(&line, 8.0, Weight::Regular) <= 60.0, "{line}");
        }
    }
}
