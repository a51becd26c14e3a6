//! Edits: certain mendings of a text.

use crate::read::SourceText;
use crate::write::format;
use std::ops::Range;
use std::sync::Arc;

/// How a finding is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// By replacing a part of a file.
    Edit(Edit),
    /// By laying out this file anew.
    Layout(Arc<str>),
}

impl Fix {
    /// The file, by the name under which it was read.
    pub fn file(&self) -> &str {
        match self {
            Self::Edit(edit) => &edit.file,
            Self::Layout(file) => file,
        }
    }
}

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
    pub(super) fn removal(file: Arc<str>, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end, with: String::new() }
    }
}

/// A text with all its mendings: parts are replaced first, of those that overlap the first alone, and the whole is laid
/// out last.
pub fn mended<'f>(text: &SourceText, fixes: impl IntoIterator<Item = &'f Fix>) -> Vec<u8> {
    let (mut edits, mut is_laid_out) = (Vec::new(), false);
    for fix in fixes {
        match fix {
            Fix::Edit(edit) => edits.push(edit),
            Fix::Layout(_) => is_laid_out = true,
        }
    }
    let new = edited(text.bytes(), edits);
    match is_laid_out {
        true => format(&SourceText::new(text.name().clone(), new.clone())).text.map_or(new, String::into_bytes),
        false => new,
    }
}

/// The bytes of a text with edits in it; of edits that overlap the first alone.
fn edited(bytes: &[u8], mut edits: Vec<&Edit>) -> Vec<u8> {
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
            assert_eq!(String::from_utf8_lossy(&edited(b"0123456789", edits.iter().collect())), expected);
        };
        check(&[], "0123456789");
        check(&[edit(8, 9, ""), edit(0, 2, "ab")], "ab2345679");
        check(&[edit(2, 6, "x"), edit(4, 8, "y")], "01x6789");
        check(&[edit(5, 50, "x"), edit(6, 5, "y")], "0123456789");
    }
}
