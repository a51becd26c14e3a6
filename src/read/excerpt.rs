//! Excerpts: one line of a text, cut short around a mark and safe to print.

use crate::diagnostic::Excerpt;
use std::ops::Range;

/// So many characters of a line are shown.
const WIDTH: usize = 120;

/// So many of them before the mark, where the line is longer.
const BEFORE: usize = 40;

/// The part of `line` around `mark`; a mark that is longer than the line ends with it.
pub(super) fn cut(bytes: &[u8], line: Range<usize>, mark: Range<usize>) -> Excerpt {
    let start = mark.start.clamp(line.start, line.end);
    let window = window(bytes, &line, start);
    let end = mark.end.clamp(start, window.end);
    let mut text = String::new();
    if window.start > line.start {
        text.push('…');
    }
    push(&mut text, bytes, window.start..start);
    let marked = text.len();
    push(&mut text, bytes, start..end);
    let marked = marked..text.len();
    push(&mut text, bytes, end..window.end);
    if window.end < line.end {
        text.push('…');
    }
    Excerpt { text, start: marked.start, end: marked.end }
}

/// The lengths of the characters of a text; each byte that is not UTF-8 stands for itself.
pub(super) fn steps(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        rest.first()?;
        let step = first(rest).map_or(1, char::len_utf8);
        rest = rest.get(step..)?;
        Some(step)
    })
}

/// What is shown of a line: its beginning where the mark lies there, its end where the mark lies there.
fn window(bytes: &[u8], line: &Range<usize>, mark: usize) -> Range<usize> {
    let near = back(bytes, line.start, mark, BEFORE);
    let rest = bytes.get(near..line.end).unwrap_or_default();
    let (count, length) = steps(rest).take(WIDTH).fold((0, 0), |(count, length), step| (count + 1, length + step));
    back(bytes, line.start, near, WIDTH - count)..near + length
}

/// The offset up to `count` characters before `from`, but not before `low`.
fn back(bytes: &[u8], low: usize, from: usize, count: usize) -> usize {
    let mut at = from;
    for _ in 0..count {
        if at <= low {
            break;
        }
        at -= last_step(bytes.get(low..at).unwrap_or_default());
    }
    at
}

/// The length of the last character of a text.
pub(super) fn last_step(bytes: &[u8]) -> usize {
    (1..=bytes.len().min(4))
        .find(|step| {
            let tail = bytes.get(bytes.len() - step..).unwrap_or_default();
            first(tail).is_some_and(|c| c.len_utf8() == *step)
        })
        .unwrap_or(1)
}

/// The first character, if the bytes begin with a whole one.
fn first(bytes: &[u8]) -> Option<char> {
    let width = match bytes.first()? {
        0..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    str::from_utf8(bytes.get(..width)?).ok()?.chars().next()
}

fn push(text: &mut String, bytes: &[u8], range: Range<usize>) {
    let mut rest = bytes.get(range).unwrap_or_default();
    while !rest.is_empty() {
        let found = first(rest);
        text.push(found.map_or(char::REPLACEMENT_CHARACTER, printable));
        rest = rest.get(found.map_or(1, char::len_utf8)..).unwrap_or_default();
    }
}

/// Characters that would move or turn what stands beside them become spaces, so that marks line up.
fn printable(c: char) -> char {
    let turns = matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    );
    if c.is_control() || turns { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::SourceText;

    /// The excerpt with its mark in `«»`.
    fn drawn(bytes: &[u8], mark: Range<usize>) -> String {
        let excerpt = SourceText::new("a.ron", bytes.to_vec()).excerpt(mark);
        let (head, tail) = excerpt.text.split_at(excerpt.end);
        let (head, marked) = head.split_at(excerpt.start);
        format!("{head}«{marked}»{tail}")
    }

    #[test]
    fn one_line_with_its_mark() {
        let check = |bytes: &[u8], mark: Range<usize>, expected: &str| {
            assert_eq!(drawn(bytes, mark), expected);
        };
        check(b"", 0..0, "«»");
        check(b"", 7..9, "«»");
        check(b"one\r\ntwo\r\nthree", 5..8, "«two»");
        check(b"one\ntwo", 1..6, "o«ne»");
        check(b"\ta\x1B[2J\0b", 1..2, " «a» [2J b");
        check(b"a\xFFb", 1..2, "a«\u{FFFD}»b");
        check("a\u{202E}йб".as_bytes(), 4..6, "a «й»б");
        check("йб".as_bytes(), 1..3, "\u{FFFD}«\u{FFFD}\u{FFFD}»\u{FFFD}");
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        for unit in ["x", "й", "漢"] {
            let line = unit.repeat(400);
            let whole = format!("a\n{line}\nb");
            let at = |count: usize| 2 + count * unit.len();
            for (mark, before, after) in [(0, 0, 120), (39, 39, 81), (200, 41, 81), (399, 120, 1)] {
                let shown = drawn(whole.as_bytes(), at(mark)..at(mark + 1));
                let (head, tail) = shown.split_once('«').expect("a mark");
                assert_eq!(head.chars().count(), before, "{shown}");
                let tail: String = tail.chars().filter(|c| *c != '»').collect();
                assert_eq!(
                    tail.chars().filter(|c| *c != '…').count() + before.min(40),
                    120.min(after + before.min(40)),
                    "{shown}"
                );
            }
        }
    }

    #[test]
    fn a_long_mark_ends_with_what_is_shown() {
        let shown = drawn(&b"y".repeat(1000), 500..900);
        assert!(shown.ends_with("y»…"), "{shown}");
    }
}
