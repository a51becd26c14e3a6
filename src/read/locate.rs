//! Finding again where a value stands in the text of a record: positions are worked out when a problem needs one.

use super::lexer::{Form, Lexer, Token};
use super::text::SourceText;
use crate::id::Id;
use std::ops::Range;

/// The first text in a record that holds the id `needle`, alone or as part of a citation or capacity.
pub(super) fn locate(text: &SourceText, record: Range<usize>, needle: &str) -> Option<Range<usize>> {
    let bytes = text.slice(record.clone());
    let mut tokens = Lexer::new(bytes, 0).filter(|token| token.form == Form::Text);
    let found = tokens.find(|token| names(content(bytes, *token), needle))?;
    Some(record.start + found.start..record.start + found.end)
}

/// Whether a text names an id: `id`, `id#locator` or `former:id`.
fn names(content: &[u8], needle: &str) -> bool {
    let needle = needle.as_bytes();
    let before_locator = content.split(|byte| *byte == b'#').next().unwrap_or_default();
    let after_prefix = content.rsplit(|byte| *byte == b':').next().unwrap_or_default();
    before_locator == needle || after_prefix == needle
}

/// What stands between the quotes of a text.
fn content(bytes: &[u8], token: Token) -> &[u8] {
    let text = bytes.get(token.range()).unwrap_or_default();
    let quote = |byte: &u8| *byte == b'"';
    match (text.iter().position(quote), text.iter().rposition(quote)) {
        (Some(first), Some(last)) if first < last => text.get(first + 1..last).unwrap_or_default(),
        _ => &[],
    }
}

/// The ids of records in those parts of a text that could not be read: whatever follows `id:`.
pub(super) fn ids_outside(text: &SourceText, readable: &[Range<usize>]) -> Vec<Id> {
    let mut found = Vec::new();
    let mut from = 0;
    let end = text.bytes().len();
    for next in readable.iter().cloned().chain(Some(end..end)) {
        found.extend(ids_in(text.slice(from..next.start)));
        from = next.end;
    }
    found
}

fn ids_in(bytes: &[u8]) -> Vec<Id> {
    let tokens: Vec<Token> = Lexer::new(bytes, 0).collect();
    let id = |three: &[Token]| match three {
        [field, colon, value] if bytes.get(field.range()) == Some(b"id") && bytes.get(colon.range()) == Some(b":") => {
            std::str::from_utf8(content(bytes, *value)).ok()?.parse().ok()
        }
        _ => None,
    };
    tokens.windows(3).filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_and_a_capacity_name_an_id() {
        let text = SourceText::new("a.ron", b"Visit(id: \"a-b\", source: \"s#p1\", as: \"former:o\")".to_vec());
        let end = text.bytes().len();
        let at = |needle: &str| locate(&text, 0..end, needle).map(|range| range.start);
        assert_eq!(at("a-b"), Some(10));
        assert_eq!(at("s"), Some(25));
        assert_eq!(at("o"), Some(37));
        assert_eq!(at("p1"), None);
    }

    #[test]
    fn ids_of_unreadable_parts_are_known() {
        let text = SourceText::new("a.ron", b"[ Person(id: \"a\"), Person(id: \"b\", nmae: \"B\") ]".to_vec());
        let ids = ids_outside(&text, &[Range { start: 2, end: 17 }]);
        assert_eq!(ids.iter().map(Id::as_str).collect::<Vec<_>>(), ["b"]);
    }
}
