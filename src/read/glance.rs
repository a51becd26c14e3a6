//! Glances: the end of a record that is written as nearly all are, found without a look at every token twice.
//!
//! What is odd is left to [`item::scan`](super::item::scan), which would find the same end here: comments, escapes,
//! letters beyond ASCII outside texts, and whatever could be a slip.

use super::item::opens_record;
use memchr::memchr2;

/// What a byte outside a text begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    Word,
    Text,
    Open,
    Close,
    Comma,
    Colon,
    Odd,
}

/// The class of each byte.
static CLASSES: [Class; 256] = classes();

/// No record of which the end is found at a glance has more brackets in each other.
const DEEPEST: usize = 16;

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Odd; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = match byte {
            b' ' | b'\t'..=b'\r' => Class::Blank,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => Class::Word,
            b'"' => Class::Text,
            b'(' | b'[' | b'{' => Class::Open,
            b')' | b']' | b'}' => Class::Close,
            b',' => Class::Comma,
            b':' => Class::Colon,
            _ => Class::Odd,
        };
        if byte == u8::MAX {
            return classes;
        }
        byte += 1;
    }
}

/// The end of the record that begins here, if nothing in it is odd and a comma or the end of the list follows.
pub(super) fn end_of(bytes: &[u8], start: usize) -> Option<usize> {
    let mut glance = Glance { bytes, at: start, end: start, open: [0; DEEPEST], depth: 0, before: Class::Blank };
    loop {
        match glance.class()? {
            Class::Blank => glance.at += 1,
            class if glance.is_whole() => return glance.may_follow(class).then_some(glance.end),
            class => {
                glance.take(class)?;
                glance.before = class;
                glance.end = glance.at;
            }
        }
    }
}

struct Glance<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The end of the last token.
    end: usize,
    /// The bytes that close the brackets that are open.
    open: [u8; DEEPEST],
    depth: usize,
    /// What the last token was; blank before the first.
    before: Class,
}

impl Glance<'_> {
    fn class(&self) -> Option<Class> {
        let byte = self.bytes.get(self.at)?;
        CLASSES.get(usize::from(*byte)).copied()
    }

    /// Whether all brackets are closed again.
    fn is_whole(&self) -> bool {
        self.depth == 0 && self.before == Class::Close
    }

    fn may_follow(&self, class: Class) -> bool {
        class == Class::Comma || self.bytes.get(self.at) == Some(&b']')
    }

    /// Takes a token; nothing where it is odd.
    fn take(&mut self, class: Class) -> Option<()> {
        match (class, self.before, self.depth) {
            (Class::Word, Class::Blank, 0) => self.word(),
            (Class::Open, Class::Word, 0) => self.open(),
            (_, _, 0) | (Class::Odd | Class::Blank, _, _) => None,
            (Class::Word | Class::Open | Class::Text, Class::Text, _) => None,
            (Class::Text, Class::Word | Class::Close, _) => None,
            (Class::Word, _, _) => self.word(),
            (Class::Text, _, _) => self.text(),
            (Class::Open, _, _) => self.open(),
            (Class::Close, _, _) => self.close(),
            (Class::Comma | Class::Colon, _, _) => self.pass(1),
        }
    }

    fn pass(&mut self, length: usize) -> Option<()> {
        self.at += length;
        Some(())
    }

    /// A word. One that may begin the next record, where this one is not closed, is odd.
    fn word(&mut self) -> Option<()> {
        if self.depth > 0 && opens_record(self.bytes, self.at) {
            return None;
        }
        while self.class() == Some(Class::Word) {
            self.at += 1;
        }
        Some(())
    }

    fn text(&mut self) -> Option<()> {
        let inner = self.bytes.get(self.at + 1..)?;
        let length = memchr2(b'"', b'\\', inner)?;
        (inner.get(length) == Some(&b'"')).then(|| self.at += length + 2)
    }

    fn open(&mut self) -> Option<()> {
        let closing = match self.bytes.get(self.at)? {
            b'(' => b')',
            b'[' => b']',
            _ => b'}',
        };
        *self.open.get_mut(self.depth)? = closing;
        self.depth += 1;
        self.pass(1)
    }

    fn close(&mut self) -> Option<()> {
        self.depth -= 1;
        let is_right = self.bytes.get(self.at) == self.open.get(self.depth);
        is_right.then(|| self.at += 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::{End, scan};
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// What is seen at a glance is what a look at every token finds.
    fn check(text: &str) -> Option<usize> {
        let end = end_of(text.as_bytes(), 0)?;
        let scan = scan(text.as_bytes(), 0);
        assert_eq!((scan.end, scan.doubt, scan.bracket), (End::Closed(end), None, None), "{text}");
        Some(end)
    }

    #[test]
    fn plain_records_end_at_a_glance() {
        for (text, end) in [
            ("A(b: \"c\", d: [(e: 1), {\"f\": [x]}]) , ", Some(34)),
            ("A(b: \"c\")\n]", Some(9)),
            ("A(b: \"(\")]", Some(9)),
            ("A (b: Person)]", Some(13)),
            ("A(b: \"c\")", None),
            ("A(b: \"c\") B(", None),
            ("A(b: \"c\" d: 1),", None),
            ("A(b: c\"d\"),", None),
            ("A(b: [1)),", None),
            ("A(b: \"\\\"\"),", None),
            ("A(b: 1.5),", None),
            ("A(b: 1 /* ) */),", None),
            ("A(b: é),", None),
            ("A(b:\n Person(),", None),
            ("A(b: 1)),", None),
            ("A,", None),
            ("(b: 1),", None),
            ("", None),
        ] {
            assert_eq!(check(text), end, "{text}");
        }
    }

    const PIECES: [&str; 24] = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\\",
        "'",
        "/",
        "*",
        "//",
        "\n",
        " ",
        "a",
        "r",
        "b",
        "Person",
        "Person(",
        "\n    Meeting(",
        "\u{e9}",
    ];

    proptest! {
        #[test]
        fn what_is_seen_at_a_glance_is_so(pieces in prop::collection::vec(select(PIECES.as_slice()), 0..24)) {
            check(&format!("A({}", pieces.concat()));
            check(&pieces.concat());
        }
    }
}
