//! Characters that steer what is shown, raw or escaped.

use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::{Loaded, SourceText};
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    code: Code::BidiOrControlCharacter,
    severity: Severity::Error,
    page: Page {
        what: "a file holds a control character, or one that turns the direction of text, raw or escaped.",
        why: "What is shown is then not what is written: a name can be made to read as another, and a terminal to obey it. \
              Output escapes such characters, so that the name also looks broken.",
        mend: "Take the character out. Arabic, Hebrew and Persian need none of them; joiners are allowed.",
        wrong: r#"Person(id: "person-a", name: "Person \u{202E}A"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),"#,
    },
    run: Run::Texts(run),
};

fn run(loaded: &Loaded, findings: &mut Findings<'_>) {
    for text in &loaded.texts {
        for (found, range) in steering(text.bytes()) {
            report(text, found, range, findings);
        }
    }
}

fn report(text: &SourceText, found: char, range: Range<usize>, findings: &mut Findings<'_>) {
    let what = match found {
        '\u{61c}' | '\u{200e}' | '\u{200f}' => "a mark of direction",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "which turns the direction of what follows",
        '\u{2028}' | '\u{2029}' => "which breaks the line",
        _ => "a control character",
    };
    let message = format!("here stands U+{:04X}, {what}", u32::from(found));
    findings.in_text(text, range, message, "take it out", None);
}

/// Every steering character of a text, with the bytes in which it is written. NUL hinders reading and is found there.
fn steering(bytes: &[u8]) -> Vec<(char, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let step = match byte {
            b'\\' => escape(bytes.get(at + 1..).unwrap_or_default()),
            0x01..=0x1F | 0x7F => Some((char::from(*byte), 1)),
            0xC2 | 0xD8 | 0xE2 => raw(bytes.get(at..).unwrap_or_default()),
            _ => None,
        };
        let (letter, length) = step.unwrap_or(('a', 1));
        if is_steering(letter) {
            found.push((letter, at..at + length));
        }
        at += length;
    }
    found
}

/// The character that begins here and its length.
fn raw(bytes: &[u8]) -> Option<(char, usize)> {
    let width = if bytes.first() == Some(&0xE2) { 3 } else { 2 };
    let letter = str::from_utf8(bytes.get(..width)?).ok()?.chars().next()?;
    Some((letter, width))
}

/// The character that an escape stands for, with its length and that of the backslash.
fn escape(rest: &[u8]) -> Option<(char, usize)> {
    match rest {
        [b'u', b'{', digits @ ..] => {
            let length = digits.iter().take(8).position(|byte| *byte == b'}')?;
            let letter = number(digits.get(..length)?)?;
            Some((letter, length + 4))
        }
        [b'x', high, low, ..] => Some((number(&[*high, *low])?, 4)),
        // A line end or tab is no more than a space; an escaped backslash begins no other escape.
        _ => Some(('a', 2)),
    }
}

fn number(digits: &[u8]) -> Option<char> {
    char::from_u32(u32::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?)
}

fn is_steering(letter: char) -> bool {
    let control = letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\0');
    let direction =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control || direction || matches!(letter, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_and_escaped() {
        let check = |bytes: &[u8], expected: &[(char, usize)]| {
            let found: Vec<(char, usize)> = steering(bytes).into_iter().map(|(c, range)| (c, range.start)).collect();
            assert_eq!(found, expected, "{bytes:?}");
        };
        check(b"plain\ttext\r\n", &[]);
        check("чай 习近平 é ’ می‌خواهم".as_bytes(), &[]);
        check("a\u{202e}b\u{85}".as_bytes(), &[('\u{202e}', 1), ('\u{85}', 5)]);
        check(b"\x1b[2J\x7f", &[('\x1b', 0), ('\x7f', 4)]);
        check(br"\u{202E} \x1b \\u{202E} \n \u{zz} \u{1F600", &[('\u{202e}', 0), ('\x1b', 9)]);
        check(b"\xE2\x80", &[]);
        check(b"\\", &[]);
    }
}
