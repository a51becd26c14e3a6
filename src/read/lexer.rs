//! The lexer: what a text consists of, as far as brackets, commas, texts and comments go.
//!
//! It knows the lexical rules of RON (<https://github.com/ron-rs/ron/blob/master/docs/grammar.md>),
//! works on bytes that need not be UTF-8, never fails and looks at each byte a bounded number of times.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One of `( [ {`.
    Open,
    /// One of `) ] }`.
    Close,
    /// `,`.
    Comma,
    /// A run of letters, digits, `_` and everything beyond ASCII.
    Word,
    /// A string, byte string, character or byte in its quotes.
    Text,
    /// Any other single byte.
    Mark,
    /// A string that is not closed before the end.
    UnclosedText,
    /// A block comment that is not closed before the end.
    UnclosedComment,
}

/// One token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub form: Form,
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Reads tokens one after the other; white space and closed comments are passed over.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    /// Reads `bytes` from the offset `at` on.
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// How far this has read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// A token of the next `length` bytes.
    fn take(&mut self, form: Form, length: usize) -> Token {
        let start = self.at;
        self.at = (start + length).min(self.bytes.len());
        Token { form, start, end: self.at }
    }

    /// Passes over white space and comments; gives a comment that is never closed.
    fn pass_blanks(&mut self) -> Option<Token> {
        loop {
            let rest = self.rest();
            self.at += blanks(rest);
            let rest = self.rest();
            match rest {
                [b'/', b'/', ..] => self.at += find(rest, |byte| byte == b'\n'),
                [b'/', b'*', ..] => match comment(rest) {
                    Some(length) => self.at += length,
                    None => return Some(self.take(Form::UnclosedComment, rest.len())),
                },
                _ => return None,
            }
        }
    }

    fn text(&mut self, found: Option<usize>) -> Token {
        match found {
            Some(length) => self.take(Form::Text, length),
            None => self.take(Form::UnclosedText, self.rest().len()),
        }
    }

    fn word(&mut self, rest: &[u8]) -> Token {
        match rest {
            [b'b', b'"', tail @ ..] => self.text(string(tail).map(|length| length + 2)),
            [b'b', b'\'', tail @ ..] if character(tail).is_some() => {
                self.text(character(tail).map(|length| length + 2))
            }
            [b'b', b'r', tail @ ..] if opens_raw(tail) => self.text(raw(tail).map(|n| n + 2)),
            [b'r', tail @ ..] if opens_raw(tail) => self.text(raw(tail).map(|n| n + 1)),
            _ => self.take(Form::Word, find(rest, |byte| !is_word(byte))),
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(unclosed) = self.pass_blanks() {
            return Some(unclosed);
        }
        let rest = self.rest();
        Some(match rest {
            [] => return None,
            [b'(' | b'[' | b'{', ..] => self.take(Form::Open, 1),
            [b')' | b']' | b'}', ..] => self.take(Form::Close, 1),
            [b',', ..] => self.take(Form::Comma, 1),
            [b'"', tail @ ..] => self.text(string(tail).map(|length| length + 1)),
            [b'\'', tail @ ..] => match character(tail) {
                Some(length) => self.take(Form::Text, length + 1),
                None => self.take(Form::Mark, 1),
            },
            [byte, ..] if is_word(*byte) => self.word(rest),
            _ => self.take(Form::Mark, 1),
        })
    }
}

/// The offset of the first byte that fits, or the length.
pub(super) fn find(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    let found = bytes.iter().position(|byte| fits(*byte));
    found.unwrap_or(bytes.len())
}

#[inline]
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// The length of the white space of RON at the start, with its characters beyond ASCII:
/// next line, both direction marks, line and paragraph separator.
pub(crate) fn blanks(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match bytes.get(at..).unwrap_or_default() {
            [b' ' | b'\t'..=b'\r', ..] => 1,
            [0xC2, 0x85, ..] => 2,
            [0xE2, 0x80, 0x8E | 0x8F | 0xA8 | 0xA9, ..] => 3,
            _ => return at,
        };
    }
}

/// The length of a block comment with those inside it.
pub(crate) fn comment(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0_usize, 0_usize);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += find(rest, |byte| byte == b'/' || byte == b'*');
        match bytes.get(at..).unwrap_or_default() {
            [] => return None,
            [b'/', b'*', ..] => (at, depth) = (at + 2, depth + 1),
            [b'*', b'/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The length of a string after its opening quote, closing quote included.
fn string(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += find(rest, |byte| byte == b'"' || byte == b'\\');
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            _ => at += 2,
        }
    }
}

/// Whether a raw string goes on here after its `r`: signs without a quote begin a raw identifier.
fn opens_raw(bytes: &[u8]) -> bool {
    bytes.get(find(bytes, |byte| byte != b'#')) == Some(&b'"')
}

/// The length of a raw string after its `r`: it ends at a quote with as many `#` as it began with.
fn raw(bytes: &[u8]) -> Option<usize> {
    let signs = find(bytes, |byte| byte != b'#');
    let mut at = signs + 1;
    loop {
        let rest = bytes.get(at..)?;
        at += find(rest, |byte| byte == b'"') + 1;
        let tail = bytes.get(at..)?;
        let closing = find(tail.get(..signs.min(tail.len()))?, |byte| byte != b'#');
        at += closing;
        if closing == signs {
            return Some(at);
        }
    }
}

/// The length of a character after its opening quote, closing quote included.
///
/// A quote that no character follows is an apostrophe that strayed; it must not swallow what follows.
fn character(bytes: &[u8]) -> Option<usize> {
    /// The longest escape is `\u{10FFFF}`, the longest character has 4 bytes.
    const LONGEST: usize = 11;
    let head = bytes.get(..bytes.len().min(LONGEST))?;
    let skipped = match head {
        [b'\\', ..] => 2,
        _ => 1,
    };
    let tail = head.get(skipped..)?;
    let length = find(tail, |byte| matches!(byte, b'\'' | b'\n'));
    let closed = tail.get(length) == Some(&b'\'');
    let single = skipped == 2 || length == 0 || is_one_character(head.get(..1 + length)?);
    (closed && single).then_some(skipped + length + 1)
}

fn is_one_character(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_ok_and(|text| text.chars().nth(1).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of a text, joined by spaces, each with its form's first letter.
    fn drawn(text: &str) -> String {
        let letter = |form| match form {
            Form::Open | Form::Close | Form::Comma | Form::Mark => "",
            Form::Word => "w:",
            Form::Text => "t:",
            Form::UnclosedText => "T:",
            Form::UnclosedComment => "C:",
        };
        Lexer::new(text.as_bytes(), 0)
            .map(|token| format!("{}{}", letter(token.form), &text[token.range()]))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn tokens() {
        for (text, expected) in [
            ("", ""),
            (" \t\r\n\u{85}\u{2028}a", "w:a"),
            ("A(b: 1),", "w:A ( w:b : w:1 ) ,"),
            (r#""a\"b" c"#, r#"t:"a\"b" w:c"#),
            (r#""a\\" c"#, r#"t:"a\\" w:c"#),
            (r#""a\"#, r#"T:"a\"#),
            (r#""a"#, r#"T:"a"#),
            (r#"b"a" br"\" b'"' b"#, r#"t:b"a" t:br"\" t:b'"' w:b"#),
            (r##"r"\" r#"a"b"# r"##, r##"t:r"\" t:r#"a"b"# w:r"##),
            (r###"r##"a"#"##x"###, r###"t:r##"a"#"## w:x"###),
            (r##"r#"a" b"##, r##"T:r#"a" b"##),
            ("r#type: 1", "w:r # w:type : w:1"),
            ("r## a", "w:r # # w:a"),
            (r#"'"' '\'' ''' '\\' '\u{1F600}' 'й' x"#, r#"t:'"' t:'\'' t:''' t:'\\' t:'\u{1F600}' t:'й' w:x"#),
            ("it's its'", "w:it ' w:s w:its '"),
            ("a // \" ( \n b", "w:a w:b"),
            ("a // \"", "w:a"),
            ("a /* \" /* ( */ ' */ b", "w:a w:b"),
            ("a /*/ b */ c", "w:a w:c"),
            ("a /* /* */ b", "w:a C:/* /* */ b"),
            ("a / b * c \\", "w:a / w:b * w:c \\"),
            ("\"// /*\" x", "t:\"// /*\" w:x"),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }
}
