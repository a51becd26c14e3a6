//! Digests of what is written: SHA-256 (FIPS 180-4) over what a record says, so that layout does not count.
//!
//! Left out are comments, white space, spare commas, the order of fields and keys, and how a text is quoted and escaped.

use super::lexer::{Form, Lexer};
use super::parse::ron_options;
use rayon::slice::ParallelSliceMut;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// The digest of bytes as they are, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    hex(&digest)
}

/// The digest of bytes that come piece by piece.
#[derive(Clone, Debug, Default)]
pub struct RunningDigest(Sha256);

impl RunningDigest {
    /// Adds the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest in hexadecimal digits, as [`sha256`] gives it of the whole.
    pub fn finish(self) -> String {
        let digest: [u8; 32] = self.0.finalize().into();
        hex(&digest)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The digest of one record, as it is written: what it says, whatever its layout.
pub fn item_digest(item: &[u8]) -> [u8; 32] {
    Digester::default().of_item(item)
}

/// Digests records one after the other, in buffers that it keeps.
#[derive(Default)]
pub(super) struct Digester {
    /// What was read so far: the brackets that are open, one behind the other.
    text: Vec<u8>,
    /// The parts between the commas of all brackets that are open, as ranges of the text.
    parts: Vec<Range<usize>>,
    open: Vec<Bracket>,
    closed: Vec<u8>,
}

/// A bracket that is open.
#[derive(Clone, Copy, Default)]
struct Bracket {
    opening: Option<u8>,
    /// Where its content begins.
    start: usize,
    /// Where the part begins that no comma has ended yet.
    part: usize,
    /// How many parts there were before it.
    before: usize,
}

impl Digester {
    /// The digest of one record.
    pub(super) fn of_item(&mut self, bytes: &[u8]) -> [u8; 32] {
        self.begin();
        for token in Lexer::new(bytes, 0) {
            let written = bytes.get(token.range()).unwrap_or_default();
            match token.form {
                Form::Text => self.add(&meant(written)),
                form => self.take(form, written),
            }
        }
        self.finish()
    }

    /// Begins with a record.
    pub(super) fn begin(&mut self) {
        self.text.clear();
        self.parts.clear();
        self.open.clear();
        self.open(None);
    }

    /// Takes the next token of the record; a text in quotes without escapes.
    pub(super) fn take(&mut self, form: Form, written: &[u8]) {
        match form {
            Form::Open => self.open(written.first().copied()),
            Form::Close if self.open.len() > 1 => {
                self.close();
                self.text.push(0);
                self.add(written);
            }
            Form::Comma => self.comma(),
            _ => self.add(written),
        }
    }

    /// The digest of the record that was taken since the beginning.
    pub(super) fn finish(&mut self) -> [u8; 32] {
        while !self.open.is_empty() {
            self.close();
        }
        Sha256::digest(&self.text).into()
    }

    fn add(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
        // A separator keeps `1 2` apart from `12`.
        self.text.push(0);
    }

    fn open(&mut self, opening: Option<u8>) {
        let here = self.text.len();
        self.open.push(Bracket { opening, start: here, part: here, before: self.parts.len() });
    }

    fn comma(&mut self) {
        let here = self.text.len();
        if let Some(innermost) = self.open.last_mut() {
            self.parts.push(innermost.part..here);
            innermost.part = here;
        }
    }

    /// Puts the content of the innermost bracket in order; only in a list does the order count.
    fn close(&mut self) {
        if self.open.last().is_some_and(|bracket| bracket.part < self.text.len()) {
            self.comma();
        }
        let Some(bracket) = self.open.pop() else {
            return;
        };
        let text = &mut self.text;
        let parts = self.parts.get_mut(bracket.before..).unwrap_or_default();
        let bytes = |part: &Range<usize>| text.get(part.clone()).unwrap_or_default();
        if bracket.opening != Some(b'[') {
            parts.sort_unstable_by(|a, b| bytes(a).cmp(bytes(b)));
        }
        self.closed.clear();
        self.closed.extend(bracket.opening);
        self.closed.push(0);
        for (number, part) in parts.iter().enumerate() {
            self.closed.extend((number > 0).then_some(b','));
            self.closed.extend_from_slice(bytes(part));
        }
        self.closed.push(0);
        text.truncate(bracket.start);
        text.extend_from_slice(&self.closed);
        self.parts.truncate(bracket.before);
    }
}

/// What a text means; one with quotes and no escapes means what it says.
fn meant(written: &[u8]) -> Cow<'_, [u8]> {
    if written.starts_with(b"\"") && !written.contains(&b'\\') {
        return Cow::Borrowed(written);
    }
    let text = str::from_utf8(written).ok().and_then(|text| ron_options().from_str::<String>(text).ok());
    text.map_or(Cow::Borrowed(written), |text| Cow::Owned(format!("\"{text}\"").into_bytes()))
}

/// The digest of many records, in whatever order they come: the first 16 digits of it, enough to tell two states of a
/// collection apart.
pub(super) fn of_all(records: impl Iterator<Item = [u8; 32]>) -> String {
    let mut all: Vec<[u8; 32]> = records.collect();
    all.par_sort_unstable();
    let mut hash = Sha256::new();
    for one in all {
        hash.update(one);
    }
    let bytes: [u8; 32] = hash.finalize().into();
    bytes.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_item(bytes: &[u8]) -> [u8; 32] {
        Digester::default().of_item(bytes)
    }

    #[test]
    fn layout_does_not_count() {
        let one = of_item(br#"A(b: "c", d: ["e", "f"], g: {"h": 1, "i": (j: 2)})"#);
        let same = |text: &str| assert_eq!(of_item(text.as_bytes()), one, "{text}");
        same(r#"A ( g: {"i": (j: 2,), "h": 1,}, d: ["e", "f",], /* x */ b: r"c", )"#);
        same(r#"A(b: "\u{63}", d: ["\x65", "f"], g: {"h": 1, "i": (j: 2)})"#);
    }

    #[test]
    fn what_is_said_counts() {
        let texts = [
            r#"A(b: "c", d: ["e", "f"])"#,
            r#"A(b: "c", d: ["f", "e"])"#,
            r#"A(b: "c", d: ["e"], f: "f")"#,
            r#"A(b: "c", d: ["ef"])"#,
            r#"A(b: "c", d: "e")"#,
            r#"A(b: "c", d: ["e", ["f"]])"#,
            r#"A(d: "c", b: ["e", "f"])"#,
            r#"B(b: "c", d: ["e", "f"])"#,
            r#"A(b: "c, d: [e", d: ["e", "f"])"#,
        ];
        let digests: std::collections::HashSet<[u8; 32]> = texts.iter().map(|text| of_item(text.as_bytes())).collect();
        assert_eq!(digests.len(), texts.len());
    }
}
