//! Digests of what is written: SHA-256 (FIPS 180-4) over what a record says, so that layout does not count.
//!
//! Left out are comments, white space, spare commas, the order of fields and keys, and how a text is quoted and escaped.

use super::lexer::{Form, Lexer};
use super::parse::ron_options;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;

/// The digest of one record.
pub(super) fn of_item(bytes: &[u8]) -> [u8; 32] {
    let mut open = vec![Bracket::default()];
    for token in Lexer::new(bytes, 0) {
        let written = bytes.get(token.range()).unwrap_or_default();
        match token.form {
            Form::Open => open.push(Bracket { opening: written.to_vec(), ..Bracket::default() }),
            Form::Close if open.len() > 1 => {
                let inner = open.pop().map(Bracket::finish).unwrap_or_default();
                add(&mut open, &inner);
                add(&mut open, written);
            }
            Form::Comma => open.iter_mut().last().into_iter().for_each(Bracket::comma),
            Form::Text => add(&mut open, &meant(written)),
            _ => add(&mut open, written),
        }
    }
    let whole = open.into_iter().fold(Vec::new(), |before, bracket| [before, bracket.finish()].concat());
    Sha256::digest(whole).into()
}

fn add(open: &mut [Bracket], bytes: &[u8]) {
    if let Some(innermost) = open.last_mut() {
        innermost.part.extend_from_slice(bytes);
        // A separator keeps `1 2` apart from `12`.
        innermost.part.push(0);
    }
}

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

/// What stands in a bracket so far.
#[derive(Default)]
struct Bracket {
    opening: Vec<u8>,
    parts: Vec<Vec<u8>>,
    part: Vec<u8>,
}

impl Bracket {
    fn comma(&mut self) {
        self.parts.push(std::mem::take(&mut self.part));
    }

    /// Everything in it; only in a list does the order count.
    fn finish(mut self) -> Vec<u8> {
        if !self.part.is_empty() {
            self.comma();
        }
        if self.opening != b"[" {
            self.parts.sort_unstable();
        }
        [self.opening, self.parts.join(&b','), Vec::new()].join(&0)
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
    all.sort_unstable();
    let mut hash = Sha256::new();
    for one in all {
        hash.update(one);
    }
    let bytes: [u8; 32] = hash.finalize().into();
    hex(bytes.get(..8).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

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
