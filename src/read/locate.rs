//! Finding again where a value stands in the text of a record: positions are worked out when a problem needs one.

use super::lexer::{Form, Lexer, Token};
use super::text::SourceText;
use crate::id::Id;
use std::collections::HashMap;
use std::ops::Range;

/// The fields of structs that stand in another field, by whose name a use of an id is known.
const INNER: [&[u8]; 7] = [b"who", b"with", b"by", b"to", b"place", b"of", b"source"];

/// What in a record a problem is about.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    field: &'a str,
    id: Option<&'a Id>,
    skipped: usize,
}

impl<'a> Spot<'a> {
    /// The id of the record.
    pub fn own(id: &'a Id) -> Self {
        Self::used("id", id)
    }

    /// The first use of an id in a field, alone or as part of a citation or capacity.
    pub fn used(field: &'a str, id: &'a Id) -> Self {
        Self { field, id: Some(id), skipped: 0 }
    }

    /// The name of a field.
    pub fn field(field: &'a str) -> Self {
        Self { field, id: None, skipped: 0 }
    }

    /// The use after so many others of the same id in the same field.
    #[must_use]
    pub fn after(self, skipped: usize) -> Self {
        Self { skipped, ..self }
    }
}

/// Where ids and fields stand in a record.
///
/// Made once for all problems of a record, so that many problems in a long record stay cheap.
#[derive(Debug, Default)]
pub(super) struct Places<'a> {
    kind: Range<usize>,
    fields: HashMap<&'a [u8], Range<usize>>,
    uses: HashMap<&'a [u8], Vec<Use<'a>>>,
}

#[derive(Clone, Debug)]
struct Use<'a> {
    range: Range<usize>,
    /// The field and the one around it.
    fields: [Option<&'a [u8]>; 2],
}

impl<'a> Places<'a> {
    /// Looks through the text of a record.
    pub(super) fn of(text: &'a SourceText, record: Range<usize>) -> Self {
        let bytes = text.bytes().get(..record.end).unwrap_or_default();
        let mut places = Self { kind: record.start..record.start, ..Self::default() };
        let mut open: Vec<Option<&[u8]>> = Vec::new();
        let mut previous: Option<Token> = None;
        for token in Lexer::new(bytes, record.start) {
            let written = bytes.get(token.range()).unwrap_or_default();
            match token.form {
                Form::Open => open.push(None),
                Form::Close => drop(open.pop()),
                Form::Word if open.is_empty() => places.kind = token.range(),
                Form::Text => places.text(content(written), token, &open),
                Form::Mark if written == b":" => {
                    if let Some(name) = previous.filter(|name| name.form == Form::Word) {
                        places.field(bytes.get(name.range()).unwrap_or_default(), name, &mut open);
                    }
                }
                _ => {}
            }
            previous = Some(token);
        }
        places
    }

    fn field(&mut self, name: &'a [u8], token: Token, open: &mut [Option<&'a [u8]>]) {
        if open.len() == 1 {
            self.fields.entry(name).or_insert(token.range());
        }
        if let Some(last) = open.last_mut() {
            *last = Some(name);
        }
    }

    fn text(&mut self, content: &'a [u8], token: Token, open: &[Option<&'a [u8]>]) {
        let mut fields = open.iter().rev().flatten().copied();
        let one = Use { range: token.range(), fields: [fields.next(), fields.next()] };
        let before_locator = content.split(|byte| *byte == b'#').next().unwrap_or_default();
        let after_prefix = content.rsplit(|byte| *byte == b':').next().unwrap_or_default();
        if after_prefix != before_locator {
            self.uses.entry(after_prefix).or_default().push(one.clone());
        }
        self.uses.entry(before_locator).or_default().push(one);
    }

    /// Where a spot is; where it can't be found, the kind of the record.
    pub(super) fn find(&self, spot: Spot<'_>) -> Range<usize> {
        let field = spot.field.as_bytes();
        let found = match spot.id {
            None => self.fields.get(field).cloned(),
            Some(id) => self
                .uses
                .get(id.as_str().as_bytes())
                .and_then(|uses| {
                    let fitting = uses.iter().filter(|one| one.stands_in(field));
                    fitting.clone().nth(spot.skipped).or_else(|| fitting.clone().next()).or(uses.first())
                })
                .map(|one| one.range.clone()),
        };
        found.unwrap_or_else(|| self.kind.clone())
    }
}

impl Use<'_> {
    fn stands_in(&self, field: &[u8]) -> bool {
        match self.fields {
            [Some(inner), _] if inner == field => true,
            [Some(inner), Some(outer)] => outer == field && INNER.contains(&inner),
            _ => false,
        }
    }
}

/// What stands between the quotes of a text.
fn content(text: &[u8]) -> &[u8] {
    let quote = |byte: &u8| *byte == b'"';
    match (text.iter().position(quote), text.iter().rposition(quote)) {
        (Some(first), Some(last)) if first < last => text.get(first + 1..last).unwrap_or_default(),
        _ => &[],
    }
}

/// The ids of records in those parts of a text that could not be read: whatever follows `id:`.
pub(super) fn ids_outside(text: &SourceText, readable: impl Iterator<Item = Range<usize>>) -> Vec<Id> {
    let mut found = Vec::new();
    let mut from = 0;
    let end = text.bytes().len();
    for next in readable.chain(Some(end..end)) {
        found.extend(ids_in(text.slice(from..next.start)));
        from = next.end;
    }
    found
}

fn ids_in(bytes: &[u8]) -> Vec<Id> {
    // Between two records mostly nothing but a comma and white space stands.
    if memchr::memchr(b':', bytes).is_none() {
        return Vec::new();
    }
    let tokens: Vec<Token> = Lexer::new(bytes, 0).collect();
    let id = |three: &[Token]| match three {
        [field, colon, value] if bytes.get(field.range()) == Some(b"id") && bytes.get(colon.range()) == Some(b":") => {
            std::str::from_utf8(content(bytes.get(value.range())?)).ok()?.parse().ok()
        }
        _ => None,
    };
    tokens.windows(3).filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_by_their_fields() {
        let text = "Visit(id: \"a\", name: \"b\", to: \"b\", visitors: [(who: \"b\", as: \"former:o\"), \"b\"], source: \"s#p1\")";
        let text = SourceText::new("a.ron", text.as_bytes().to_vec());
        let places = Places::of(&text, 0..text.bytes().len());
        let at =
            |field: &str, id: &str, skipped| places.find(Spot::used(field, &id.parse().unwrap()).after(skipped)).start;
        assert_eq!(at("id", "a", 0), 10);
        assert_eq!(at("to", "b", 0), 30);
        assert_eq!(at("visitors", "b", 0), 52);
        assert_eq!(at("visitors", "b", 1), 74);
        assert_eq!(at("as", "o", 0), 61);
        assert_eq!(at("source", "s", 0), 88);
        assert_eq!(at("place", "s", 0), 88);
        assert_eq!(at("place", "p1", 0), 0);
        assert_eq!(places.find(Spot::field("visitors")), 35..43);
        assert_eq!(places.find(Spot::field("who")), 0..5);
    }

    #[test]
    fn ids_of_unreadable_parts_are_known() {
        let text = SourceText::new("a.ron", b"[ Person(id: \"a\"), Person(id: \"b\", nmae: \"B\") ]".to_vec());
        let ids = ids_outside(&text, std::iter::once(2..17));
        assert_eq!(ids.iter().map(Id::as_str).collect::<Vec<_>>(), ["b"]);
    }
}
