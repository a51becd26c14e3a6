//! Items: how far one record of a list reaches, and whether its texts can be trusted.
//!
//! A quotation mark too few turns texts inside out: what was text is read as words, and the other way round.
//! That shows: a text then stands directly beside a word, which RON never allows.
//! The first such place is the *doubt* of an item; before it, texts are where the user meant them.

use super::lexer::{Form, Lexer, Token, find};
use crate::record::Kind;

/// What reading one item showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scan {
    /// Where it ended, and why.
    pub end: End,
    /// The start of the first text that cannot be trusted.
    pub doubt: Option<usize>,
    /// What is wrong with its brackets, if anything is.
    pub bracket: Option<Bracket>,
    /// How far the text was looked at.
    pub reached: usize,
}

/// Why an item ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It is whole and ends here.
    Closed(usize),
    /// The next record begins here although this one is not closed.
    NextRecord(usize),
    /// A text opens here and is not closed.
    UnclosedText(usize),
    /// A comment opens here and is not closed.
    UnclosedComment(usize),
    /// The text ends although this one is not closed.
    OutOfText,
}

/// A bracket that is not closed as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// The one that opens here is not closed.
    Open(usize),
    /// The one that opens here is closed by another kind of bracket there.
    Mismatch { open: usize, close: usize },
}

/// Reads the item that begins at `start`, at the first token of it.
pub(super) fn scan(bytes: &[u8], start: usize) -> Scan {
    let mut scanner = Scanner { bytes, open: Vec::new(), previous: None, doubt: None, mismatch: None };
    let mut lexer = Lexer::new(bytes, start);
    let end = loop {
        let Some(token) = lexer.next() else {
            break scanner.finish(End::OutOfText);
        };
        if let Some(end) = scanner.step(token) {
            break end;
        }
    };
    Scan { end, doubt: scanner.doubt, bracket: scanner.bracket(), reached: lexer.at() }
}

/// The start of the first line after the one of `from` that begins with a record, if it lies before `limit`.
pub(super) fn next_record_line(bytes: &[u8], from: usize, limit: usize) -> Option<usize> {
    let limit = limit.min(bytes.len());
    let mut at = from;
    loop {
        at += find(bytes.get(at..limit)?, |byte| byte == b'\n') + 1;
        let line = bytes.get(at..limit)?;
        let word = at + find(line, |byte| !matches!(byte, b' ' | b'\t'));
        if opens_record(bytes, word) {
            return Some(word);
        }
    }
}

/// Whether the tag of a record and its bracket stand here.
pub(super) fn opens_record(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    if !rest.first().is_some_and(u8::is_ascii_uppercase) {
        return false;
    }
    let length = find(rest, |byte| !byte.is_ascii_alphanumeric());
    let tag = rest.get(..length).and_then(|tag| str::from_utf8(tag).ok());
    tag.and_then(Kind::from_tag).is_some() && opens_bracket(bytes, at + length)
}

/// Whether a round bracket stands here, after at most some spaces.
fn opens_bracket(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let blanks = find(rest, |byte| !matches!(byte, b' ' | b'\t'));
    rest.get(blanks) == Some(&b'(')
}

fn begins_line(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
    before.iter().rev().find(|byte| !blank(byte)) == Some(&b'\n')
}

struct Scanner<'a> {
    bytes: &'a [u8],
    /// The brackets that are open: the byte that closes each, and where it opened.
    open: Vec<(u8, usize)>,
    previous: Option<Token>,
    doubt: Option<usize>,
    mismatch: Option<(usize, usize)>,
}

impl Scanner<'_> {
    /// Takes one token; gives the end if the item ends before it.
    fn step(&mut self, token: Token) -> Option<End> {
        match token.form {
            Form::UnclosedText => {
                self.weigh(token);
                return Some(End::UnclosedText(token.start));
            }
            Form::UnclosedComment => return Some(self.finish(End::UnclosedComment(token.start))),
            Form::Comma if self.is_whole() => return self.closed(),
            Form::Close if self.is_whole() && self.byte(token) == Some(b']') => {
                return self.closed();
            }
            Form::Word if self.is_whole() && self.follows(token) => return self.closed(),
            Form::Word if !self.is_whole() && self.begins(token) => {
                return Some(End::NextRecord(token.start));
            }
            Form::Open => self.open(token),
            Form::Close => self.close(token),
            Form::Word if self.lacks_bracket() => self.open.push((b')', token.start)),
            _ => {}
        }
        self.weigh(token);
        self.previous = Some(token);
        None
    }

    fn byte(&self, token: Token) -> Option<u8> {
        self.bytes.get(token.start).copied()
    }

    /// Whether the item could end here.
    fn is_whole(&self) -> bool {
        self.open.is_empty() && self.mismatch.is_none()
    }

    fn closed(&self) -> Option<End> {
        self.previous.map(|token| End::Closed(token.end))
    }

    /// The end where nothing more can be read.
    fn finish(&self, otherwise: End) -> End {
        let whole = self.is_whole().then(|| self.closed()).flatten();
        whole.unwrap_or(otherwise)
    }

    /// Whether another record follows a whole one without a comma.
    fn follows(&self, token: Token) -> bool {
        let closed = self.previous.is_some_and(|token| token.form == Form::Close);
        (closed && opens_bracket(self.bytes, token.end)) || (self.previous.is_some() && self.begins(token))
    }

    /// Whether the fields of a record begin here without the bracket that should stand before them.
    fn lacks_bracket(&self) -> bool {
        let tag = self.previous.filter(|_| self.open.is_empty());
        let tag = tag.and_then(|tag| str::from_utf8(self.bytes.get(tag.range())?).ok());
        tag.and_then(Kind::from_tag).is_some()
    }

    fn begins(&self, token: Token) -> bool {
        opens_record(self.bytes, token.start) && begins_line(self.bytes, token.start)
    }

    fn open(&mut self, token: Token) {
        let closing = match self.byte(token) {
            Some(b'(') => b')',
            Some(b'[') => b']',
            _ => b'}',
        };
        self.open.push((closing, token.start));
    }

    /// A closing bracket where none is open stays in the item, where the parser will find it.
    fn close(&mut self, token: Token) {
        if self.mismatch.is_some() {
            return;
        }
        if let Some((closing, open)) = self.open.pop()
            && self.byte(token) != Some(closing)
        {
            self.mismatch = Some((open, token.start));
        }
    }

    fn bracket(&self) -> Option<Bracket> {
        match (self.mismatch, self.open.last()) {
            (Some((open, close)), _) => Some(Bracket::Mismatch { open, close }),
            (None, Some((_, open))) => Some(Bracket::Open(*open)),
            (None, None) => None,
        }
    }

    /// Notes the first text beside a word, and the first backslash outside a text.
    fn weigh(&mut self, token: Token) {
        if self.doubt.is_some() {
            return;
        }
        let text_before = self.previous.filter(|token| token.form == Form::Text);
        self.doubt = match (token.form, text_before, self.previous.map(|token| token.form)) {
            (Form::Comma | Form::Close, _, _) => None,
            (Form::Mark, _, _) if self.byte(token) != Some(b'\\') => None,
            (Form::Mark, _, _) => Some(token.start),
            (_, Some(text), _) => Some(text.start),
            (Form::Text, None, Some(Form::Word | Form::Close)) => Some(token.start),
            _ => None,
        };
    }
}
