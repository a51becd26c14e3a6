//! Canon: a record that stands in its usual layout already is known by one look at its tokens.
//!
//! What this does not know for sure, such as comments and texts with escapes, is left to the whole way over trees, which
//! costs several times as much.

use super::layout::{RECORD, STEP, VALUE};
use super::literal;
use crate::read::lexer::{Form, Lexer, Token};
use crate::record::{Field, Kind, Shape};
use std::iter::Peekable;

/// So deep may brackets stand in each other; records need four levels.
const DEEPEST: usize = 8;

/// The fields of every kind of record, made once for many records.
pub(super) struct Canon {
    kinds: Vec<Vec<Field>>,
}

impl Canon {
    pub(super) fn new() -> Self {
        Self { kinds: Kind::ALL.iter().map(|kind| kind.fields()).collect() }
    }

    /// Whether a record surely is as [`Layout`](super::layout::Layout) would have it, one step in.
    pub(super) fn knows(&self, record: &str) -> bool {
        let mut reader = Reader { text: record, tokens: Lexer::new(record.as_bytes(), 0).peekable(), end: 0 };
        let is_known = reader.record(self).is_some();
        is_known && reader.tokens.next().is_none() && reader.end == record.len()
    }

    fn fields(&self, tag: &str) -> Option<&[Field]> {
        let at = Kind::ALL.iter().position(|kind| kind.tag() == tag)?;
        self.kinds.get(at).map(Vec::as_slice)
    }
}

/// What is known of a value that was read.
#[derive(Clone, Copy)]
struct Seen {
    /// How many columns it takes on one line; none where it never stands on one.
    columns: Option<usize>,
    /// Whether it is a structure of several fields.
    is_structure: bool,
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Place {
    /// How far its line is moved in; none where what is around it stands on one line, so that it does as well.
    indent: Option<usize>,
    /// How many columns it may take on one line.
    room: usize,
    depth: usize,
}

impl Place {
    /// The place of a value in brackets that stand here, after a key of so many columns.
    fn within(self, is_broken: bool, key: usize) -> Self {
        let indent = self.indent.filter(|_| is_broken).map(|indent| indent + STEP);
        let room = indent.map_or(usize::MAX, |indent| VALUE.saturating_sub(indent + key + 1));
        Self { indent, room, depth: self.depth + 1 }
    }
}

/// What is known of what stands in brackets.
#[derive(Clone, Copy, Default)]
struct Inner<'f> {
    /// The fields that follow each other in this order.
    fields: Option<&'f [Field]>,
    /// The shape of every value.
    shape: Option<Shape>,
}

impl<'f> Inner<'f> {
    /// As records are arranged: a structure may stand where a list of it could.
    fn of(shape: Option<Shape>, bracket: &str) -> Self {
        match shape {
            Some(Shape::Struct(fields) | Shape::Loose(_, fields)) if bracket == "(" => {
                Self { fields: Some(fields), shape: None }
            }
            Some(Shape::Many(inner)) if bracket == "(" => Self::of(Some(*inner), bracket),
            Some(Shape::Many(inner) | Shape::List(inner)) => Self { fields: None, shape: Some(*inner) },
            _ => Self::default(),
        }
    }
}

/// Reads a record; each step gives none where something is not surely usual.
struct Reader<'a> {
    text: &'a str,
    tokens: Peekable<Lexer<'a>>,
    /// Where the last token ended.
    end: usize,
}

impl<'a> Reader<'a> {
    fn peek(&mut self) -> Option<(Token, &'a str)> {
        let token = *self.tokens.peek()?;
        Some((token, self.text.get(token.range())?))
    }

    /// Takes the next token, which stands directly behind the last one.
    fn next(&mut self) -> Option<(Token, &'a str)> {
        let next = self.peek().filter(|(token, _)| token.start == self.end)?;
        self.end = next.0.end;
        self.tokens.next();
        Some(next)
    }

    /// Passes the white space before the next token, which is exactly this.
    fn pass(&mut self, white: &str, columns: usize) -> Option<()> {
        let next = self.peek()?.0.start;
        let blank = self.text.get(self.end..next)?.strip_prefix(white)?;
        self.end = next;
        (blank.len() == columns && blank.bytes().all(|byte| byte == b' ')).then_some(())
    }

    fn record(&mut self, canon: &Canon) -> Option<Seen> {
        let (token, tag) = self.next().filter(|(token, _)| token.form == Form::Word)?;
        let fields = canon.fields(tag)?;
        let place = Place { indent: Some(STEP), room: RECORD - STEP - 1, depth: 0 };
        self.group(token.end - token.start, |_| Inner { fields: Some(fields), shape: None }, place)
    }

    /// What stands in brackets, after a word of so many columns.
    fn group<'f>(&mut self, head: usize, inner: impl FnOnce(&str) -> Inner<'f>, place: Place) -> Option<Seen> {
        let (_, open) = self.next().filter(|(token, _)| token.form == Form::Open && place.depth < DEEPEST)?;
        let (next, _) = self.peek()?;
        let is_broken = next.start != self.end;
        if is_broken && place.indent.is_none() {
            return None;
        }
        let parts = match next.form {
            Form::Close if !is_broken => Parts::none(),
            _ => self.parts(inner(open), place, is_broken)?,
        };
        let (_, close) = self.next()?;
        let columns = parts.columns.filter(|_| open != "[" || parts.structures < 2).map(|columns| head + columns + 2);
        let fits = columns.is_some_and(|columns| columns <= place.room);
        let is_usual = matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}")) && fits != is_broken;
        is_usual.then_some(Seen { columns, is_structure: open == "(" && parts.number > 1 })
    }

    fn parts(&mut self, inner: Inner<'_>, place: Place, is_broken: bool) -> Option<Parts> {
        let mut parts = Parts::none();
        let indent = place.indent.unwrap_or_default();
        let mut first = 0;
        loop {
            match is_broken {
                true => self.pass("\n", indent + STEP)?,
                false => self.pass("", usize::from(parts.number > 0))?,
            }
            let seen = self.part(inner, &mut first, |key| place.within(is_broken, key))?;
            parts.add(seen);
            let is_last = self.peek()?.0.form == Form::Close;
            if is_last && !is_broken {
                return Some(parts);
            }
            self.next().filter(|(token, _)| token.form == Form::Comma)?;
            if is_broken && self.peek()?.0.form == Form::Close {
                self.pass("\n", indent)?;
                return Some(parts);
            }
        }
    }

    /// A value with its key; `first` is the field that may stand here at the earliest.
    fn part(&mut self, inner: Inner<'_>, first: &mut usize, place: impl Fn(usize) -> Place) -> Option<Seen> {
        if self.peek()?.0.form == Form::Open {
            return self.value(inner.shape, place(0)).filter(|_| inner.fields.is_none());
        }
        let start = self.end;
        let leaf = self.leaf()?;
        if self.peek()?.1 != ":" {
            return Some(leaf).filter(|_| inner.fields.is_none());
        }
        let mut shape = inner.shape;
        if let Some(fields) = inner.fields {
            let name = self.text.get(start..self.end)?;
            *first += fields.get(*first..)?.iter().position(|field| field.name == name)?;
            shape = fields.get(*first).map(|field| field.shape);
        }
        self.next()?;
        self.pass("", 1)?;
        let key = leaf.columns? + 2;
        let value = self.value(shape, place(key))?;
        Some(Seen { columns: value.columns.map(|columns| columns + key), ..value })
    }

    fn value(&mut self, shape: Option<Shape>, place: Place) -> Option<Seen> {
        match self.peek()?.0.form {
            Form::Open => self.group(0, |open| Inner::of(shape, open), place),
            _ => self.leaf(),
        }
    }

    /// A text in quotes that needs no other signs, a word or a number.
    fn leaf(&mut self) -> Option<Seen> {
        let start = self.end;
        let (token, written) = self.next()?;
        let is_usual = match token.form {
            Form::Text => literal::is_plain(written),
            Form::Word | Form::Mark => is_part_of_number(token, written),
            _ => false,
        };
        while let Some((more, written)) = self.peek()
            && token.form != Form::Text
            && more.start == self.end
            && is_part_of_number(more, written)
        {
            self.next()?;
        }
        let columns = self.text.get(start..self.end)?.chars().count();
        is_usual.then_some(Seen { columns: Some(columns), is_structure: false })
    }
}

/// Words are part of it as well: what joins nothing stands alone.
fn is_part_of_number(token: Token, written: &str) -> bool {
    token.form == Form::Word || matches!(written, "-" | "+" | ".")
}

/// What is known of the parts in brackets.
struct Parts {
    /// How many columns they take on one line; none where one of them never stands on one.
    columns: Option<usize>,
    number: usize,
    structures: usize,
}

impl Parts {
    fn none() -> Self {
        Self { columns: Some(0), number: 0, structures: 0 }
    }

    fn add(&mut self, seen: Seen) {
        let comma = if self.number > 0 { 2 } else { 0 };
        self.columns = self.columns.zip(seen.columns).map(|(before, own)| before + comma + own);
        self.number += 1;
        self.structures += usize::from(seen.is_structure);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{SourceText, built_in, split};
    use crate::write::format;

    /// Every record of the built-in facts and of one file that has every field, in its usual layout.
    fn records() -> Vec<String> {
        let every = include_str!("../../tests/records/every-field.ron");
        let texts = built_in::FILES.iter().map(|(_, text)| *text).chain([every]);
        let text = |text: &str| SourceText::new("a.ron", text.as_bytes().to_vec());
        let laid_out = texts.map(|before| text(&format(&text(before)).text.unwrap()));
        let items = |text: &SourceText| {
            let items = split(text).items.into_iter();
            items.map(|item| String::from_utf8(text.slice(item.range).to_vec()).unwrap()).collect::<Vec<_>>()
        };
        laid_out.flat_map(|text| items(&text)).collect()
    }

    #[test]
    fn what_is_laid_out_is_known_unless_it_has_comments_or_escapes() {
        let canon = Canon::new();
        let records = records();
        let unknown: Vec<&String> = records.iter().filter(|record| !canon.knows(record)).collect();
        let is_special = |record: &&&String| ["//", "/*", "\\", "r\""].iter().any(|sign| record.contains(sign));
        let plain: Vec<&&String> = unknown.iter().filter(|record| !is_special(record)).collect();
        assert!(plain.is_empty(), "{plain:#?}");
        assert!(records.len() > 300 && unknown.len() * 20 < records.len(), "{} of {}", unknown.len(), records.len());
    }

    #[test]
    fn no_other_white_space_is_known() {
        let canon = Canon::new();
        for record in records().iter().filter(|record| canon.knows(record)).step_by(29) {
            for (at, _) in record.match_indices([' ', '\n', ',', '(', '[', ')']) {
                let (before, after) = record.split_at(at);
                for changed in
                    [format!("{before} {after}"), format!("{before}\n{after}"), before.to_owned() + &after[1..]]
                {
                    let is_in_text = before.matches('"').count() % 2 == 1;
                    assert!(is_in_text || !canon.knows(&changed), "{changed}");
                }
            }
        }
    }

    #[test]
    fn what_the_layout_would_change_is_not_known() {
        let check = |record: &str, expected: bool| assert_eq!(Canon::new().knows(record), expected, "{record}");
        check(r#"Person(id: "a", name: "A")"#, true);
        check(r#"Person(name: "A", id: "a")"#, false);
        check(r#"Person(id: "a", name: "A",)"#, false);
        check(r#"Person(id: "a", name: "\u{41}")"#, false);
        check("Person(id: \"a\", name: \"A\u{85}\")", false);
        check("Person(id: \"a\", name: \"A\") ", false);
        check("Person(\n        id: \"a\",\n        name: \"A\",\n    )", false);
        check(r#"Place(id: "a", name: "A", lat: -1.5e3, lon: 2)"#, true);
        check(r#"Place(id: "a", name: "A", lat: - 1.5)"#, false);
        check(r#"Person(id: "a", nmae: "A")"#, false);
        check(r#"Persona(id: "a", name: "A")"#, false);
        check(r#"Meeting(id: "a", participants: [(as: "o", who: "p")])"#, false);
        check(r#"Meeting(id: "a", participants: [(who: "p", as: "o")])"#, true);
        check(r#"Meeting(id: "a", participants: [(who: "p", as: "o"), (who: "q", as: "o")])"#, false);
        check(&format!("Topic(id: \"{}\")", "a".repeat(82)), true);
        check(&format!("Topic(id: \"{}\")", "a".repeat(83)), false);
        check(&format!("Topic(id: {}{})", "[".repeat(40), "]".repeat(40)), false);
        check("", false);
    }
}
