//! Digests of what is written: SHA-256 (FIPS 180-4) over tokens, so that layout and comments don't count.

use super::lexer::Lexer;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The digest of one record.
pub(super) fn of_item(bytes: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for token in Lexer::new(bytes, 0) {
        hash.update(bytes.get(token.range()).unwrap_or_default());
        // A separator keeps `1 2` apart from `12`.
        hash.update([0]);
    }
    hash.finalize().into()
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
    bytes.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
