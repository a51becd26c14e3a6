//! Encodings: fact files are UTF-8, and what is not gets one clear problem.

use super::SourceText;
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

/// The problem of a text that is UTF-16 as a whole.
///
/// Without a byte order mark it is known by its first two characters, which in a fact file are ASCII.
pub(super) fn utf16(text: &SourceText) -> Option<Diagnostic> {
    let bytes = text.bytes();
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let units = || bytes.chunks_exact(2).take(2);
    let low_first = units().all(|unit| matches!(unit, [low, 0] if *low != 0));
    let high_first = units().all(|unit| matches!(unit, [0, low] if *low != 0));
    (marked || bytes.len() >= 2 && (low_first || high_first))
        .then(|| Diagnostic::error(Code::Encoding, text.whole(), "this file is UTF-16 text, so nothing in it was read"))
        .map(|problem| problem.with_hint("save it as UTF-8, which editors offer beside the name of the file"))
}

/// The part of a text as a string, or the problem at its first byte that cannot be read.
pub(super) fn decoded(text: &SourceText, range: Range<usize>) -> Result<&str, Diagnostic> {
    if let Some(plain) = text.plain(range.clone()) {
        return Ok(plain);
    }
    let bytes = text.slice(range.clone());
    let string = str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let message = format!("the byte 0x{byte:02X} is not UTF-8, so this record was not read");
        text.error(Code::Encoding, one_byte(&range, at), message).with_hint("save the file as UTF-8")
    })?;
    match bytes.contains(&0).then(|| bytes.iter().position(|byte| *byte == 0)).flatten() {
        None => Ok(string),
        Some(at) => {
            let message = "a NUL byte stands here, so this record was not read";
            Err(text.error(Code::Encoding, one_byte(&range, at), message).with_hint("take it out"))
        }
    }
}

fn one_byte(range: &Range<usize>, at: usize) -> Range<usize> {
    range.start + at..range.start + at + 1
}
