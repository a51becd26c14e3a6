//! Trivia: the comments between two tokens, and how the lines break around them.

use crate::read::lexer;

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// Its text with its signs; no white space at its end, no carriage returns.
    pub text: String,
    /// Whether a blank line stands before it.
    pub blank_before: bool,
}

impl Comment {
    /// Whether it goes on to the end of its line, so that nothing can follow there.
    pub(super) fn ends_line(&self) -> bool {
        self.text.starts_with("//")
    }
}

/// What stands between two tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// The comments that begin in the line of the token before.
    pub same_line: Vec<Comment>,
    /// The comments in lines of their own, and those in the line of the token after.
    pub below: Vec<Comment>,
    /// Whether a line ends in the gap.
    pub breaks: bool,
    /// Whether a blank line stands before the token after.
    pub blank_after: bool,
}

impl Gap {
    /// Reads what stands between two tokens, which is white space and whole comments only.
    pub(super) fn of(text: &str) -> Self {
        let mut gap = Self::default();
        let mut rest = text;
        loop {
            let (blank, tail) = split(rest, lexer::blanks(rest.as_bytes()));
            let lines = blank.matches('\n').count();
            gap.breaks |= lines > 0;
            let Some(length) = comment_length(tail) else {
                gap.blank_after = lines > 1;
                return gap;
            };
            let (comment, tail) = split(tail, length);
            let comment = Comment { text: tidy(comment), blank_before: lines > 1 };
            match gap.breaks {
                false => gap.same_line.push(comment),
                true => gap.below.push(comment),
            }
            rest = tail;
        }
    }

    /// All comments, as they follow each other.
    pub(super) fn all(self) -> impl Iterator<Item = Comment> {
        self.same_line.into_iter().chain(self.below)
    }

    /// Whether there is no comment.
    pub(super) fn is_silent(&self) -> bool {
        self.same_line.is_empty() && self.below.is_empty()
    }
}

/// How far the comments reach that begin in the line of the token before, if the line ends before the next one.
pub(super) fn same_line(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let (blank, tail) = split(rest, lexer::blanks(rest.as_bytes()));
        match comment_length(tail) {
            _ if blank.contains('\n') => return end,
            Some(length) => end += blank.len() + tail.get(..length).map_or(0, |text| text.trim_ascii_end().len()),
            None => return 0,
        }
    }
}

fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

fn comment_length(text: &str) -> Option<usize> {
    match text.as_bytes() {
        [b'/', b'/', ..] => Some(text.find('\n').unwrap_or(text.len())),
        bytes @ [b'/', b'*', ..] => lexer::comment(bytes),
        _ => None,
    }
}

/// A comment without what nobody sees: white space at the ends of lines.
fn tidy(comment: &str) -> String {
    let lines: Vec<&str> = comment.split('\n').map(str::trim_ascii_end).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_belong_to_lines() {
        let texts = |comments: &[Comment]| comments.iter().map(|one| one.text.clone()).collect::<Vec<_>>().join("|");
        for (text, same, below, breaks, blank) in [
            ("", "", "", false, false),
            (" \n\n ", "", "", true, true),
            (" // a  \r\n // b\n", "// a", "// b", true, false),
            ("/* a */ /* b\r\n */\n\n// c\n\n", "/* a */|/* b\n */", "// c", true, true),
            ("\n/* a */ ", "", "/* a */", true, false),
            ("// a", "// a", "", false, false),
            ("/* /* a */ */", "/* /* a */ */", "", false, false),
        ] {
            let gap = Gap::of(text);
            let seen = (texts(&gap.same_line), texts(&gap.below), gap.breaks, gap.blank_after);
            assert_eq!(seen, (same.to_owned(), below.to_owned(), breaks, blank), "{text:?}");
        }
        assert!(Gap::of("// a\n\n// b").below[0].blank_before);
    }
}
