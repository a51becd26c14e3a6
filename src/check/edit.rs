//! Edits: certain mendings of a text.

use std::ops::Range;
use std::sync::Arc;

/// A part of a file that is replaced.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The file, by the name under which it was read.
    pub file: Arc<str>,
    /// Where the replaced bytes begin, a byte order mark left out.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// What stands there instead.
    pub with: String,
}

impl Edit {
    /// Whether it replaces all of a text of so many bytes.
    pub fn is_whole(&self, bytes: usize) -> bool {
        self.start == 0 && self.end == bytes && bytes > 0
    }

    pub(super) fn removal(file: Arc<str>, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end, with: String::new() }
    }
}

/// The bytes of a text with edits in it; of edits that overlap the first alone.
pub fn edited<'e>(bytes: &[u8], edits: impl IntoIterator<Item = &'e Edit>) -> Vec<u8> {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort();
    let mut new = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for edit in edits.into_iter().filter(|edit| edit.start <= edit.end && edit.end <= bytes.len()) {
        if edit.start < at {
            continue;
        }
        new.extend_from_slice(bytes.get(at..edit.start).unwrap_or_default());
        new.extend_from_slice(edit.with.as_bytes());
        at = edit.end;
    }
    new.extend_from_slice(bytes.get(at..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_in_order_and_never_overlap() {
        let edit = |start, end, with: &str| Edit { file: "a.ron".into(), start, end, with: with.to_owned() };
        let check = |edits: &[Edit], expected: &str| {
            assert_eq!(String::from_utf8_lossy(&edited(b"0123456789", edits)), expected);
        };
        check(&[], "0123456789");
        check(&[edit(8, 9, ""), edit(0, 2, "ab")], "ab2345679");
        check(&[edit(2, 6, "x"), edit(4, 8, "y")], "01x6789");
        check(&[edit(5, 50, "x"), edit(6, 5, "y")], "0123456789");
    }
}
