//! Labels: texts cut and broken into lines so that a drawing stays readable.

use super::escape::clean;

/// Longer labels are cut; the whole text is the tooltip then.
const LONGEST_LABEL: usize = 200;

/// Longer tooltips are cut.
const LONGEST_TOOLTIP: usize = 2000;

/// Longer words are broken; shorter ones stay whole, though they be wider than a line, because many are dates.
const LONGEST_WORD: usize = 40;

/// How wide lines may be, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// In a node.
    Node = 22,
    /// Beside an edge.
    Edge = 20,
    /// Below the drawing.
    Title = 60,
}

/// A text as it is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Its lines, ended by `\n` save the last.
    pub(super) lines: String,
    /// The whole text, where the lines leave something out.
    pub(super) whole: Option<String>,
}

impl Label {
    /// Cuts and breaks a text.
    pub(super) fn new(text: &str, width: Width) -> Self {
        let text = clean(text);
        let short = cut(&text, LONGEST_LABEL);
        let whole = (short != text).then(|| cut(&text, LONGEST_TOOLTIP));
        let lines: Vec<String> = short.split('\n').map(|line| wrap(line, width as usize)).collect();
        Self { lines: lines.join("\n"), whole }
    }
}

/// At most so many characters, the last of them `…` where some are left out.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().nth(longest).is_none() {
        return text.to_owned();
    }
    text.chars().take(longest - 1).chain(['…']).collect()
}

/// Breaks a line at spaces, and words that are far too long.
fn wrap(line: &str, width: usize) -> String {
    let mut wrapped = String::with_capacity(line.len());
    let mut used = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        if used > 0 {
            let fits = used + 1 + length <= width;
            wrapped.push(if fits { ' ' } else { '\n' });
            used = if fits { used + 1 } else { 0 };
        }
        for c in word.chars() {
            if used == width.max(LONGEST_WORD) {
                wrapped.push('\n');
                used = 0;
            }
            wrapped.push(c);
            used += 1;
        }
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_at_spaces() {
        let check = |text: &str, width: usize, expected: &str| assert_eq!(wrap(text, width), expected, "{text}");
        check("Person A", 8, "Person A");
        check("Person A", 7, "Person\nA");
        check("Person", 3, "Person");
        check("a bcdef g", 3, "a\nbcdef\ng");
        check(&"a".repeat(41), 3, &format!("{}\na", "a".repeat(40)));
        check(&"a".repeat(61), 60, &format!("{}\na", "a".repeat(60)));
        check("", 3, "");
    }

    #[test]
    fn long_texts_are_cut() {
        let check = |length: usize, label: usize, whole: Option<usize>| {
            let found = Label::new(&"é".repeat(length), Width::Title);
            assert_eq!(found.lines.replace('\n', "").chars().count(), label, "{length}");
            assert_eq!(found.whole.map(|whole| whole.chars().count()), whole, "{length}");
        };
        check(0, 0, None);
        check(200, 200, None);
        check(201, 200, Some(201));
        check(2001, 200, Some(2000));
        check(10_000, 200, Some(2000));
    }

    proptest! {
        #[test]
        fn wrapping_moves_no_text(words in prop::collection::vec("[a-zé人]{1,9}", 1..9), width in 1..12_usize) {
            let line = words.join(" ");
            let wrapped = wrap(&line, width);
            let fits = |line: &str| line.chars().count() <= width || !line.contains(' ');
            prop_assert!(wrapped.lines().all(fits));
            prop_assert_eq!(wrapped.replace(['\n', ' '], ""), line.replace(' ', ""));
        }
    }
}
