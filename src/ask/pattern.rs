//! Patterns: what a shape consists of.

use super::slot::Slot;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// This word.
    Word(&'static str),
    /// One of several.
    Choice(Vec<Vec<Item>>),
    /// What may be left out.
    Optional(Vec<Item>),
    /// Something that is named.
    Slot(&'static str, Slot),
    /// Phrases, each at most once and in any order.
    Tail(Vec<Slot>),
}

/// Who makes sentences of a shape.
pub trait Teller {
    /// Chooses one of so many.
    fn choose(&mut self, among: usize) -> usize;

    /// The text for a slot, by its name in the pattern and its kind.
    fn fill(&mut self, name: &'static str, slot: Slot) -> String;
}

/// Reads a pattern. What is wrong with one, a test of the table says.
pub(super) fn parse(text: &'static str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut rest = text.trim();
    while let Some((item, after)) = next(rest) {
        items.push(item);
        rest = after.trim_start();
    }
    items
}

fn next(text: &'static str) -> Option<(Item, &'static str)> {
    let pairs = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')];
    let first = text.chars().next()?;
    let Some((open, close)) = pairs.into_iter().find(|(open, _)| *open == first) else {
        let end = text.find(' ').unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        return Some((Item::Word(word), rest));
    };
    let end = matching(text, open, close)?;
    let (inner, rest) = (text.get(1..end)?, text.get(end + 1..)?);
    let item = match open {
        '(' => Item::Choice(choices(inner).into_iter().map(parse).collect()),
        '[' => Item::Optional(parse(inner)),
        '<' => Item::Tail(inner.split(',').filter_map(|kind| Slot::of(kind.trim())).collect()),
        _ => {
            let (name, kind) = inner.split_once(':').unwrap_or((inner, inner));
            Item::Slot(name, Slot::of(kind)?)
        }
    };
    Some((item, rest))
}

/// Where the bracket that opens a text is closed.
fn matching(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        depth += usize::from(letter == open);
        if letter == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The parts between bars that stand in no further bracket.
fn choices(text: &'static str) -> Vec<&'static str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '|' if depth == 0 => {
                parts.extend(text.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// A pattern as people read it: the first of several, slots in capitals, and phrases that may follow in brackets.
pub(super) fn in_words(items: &[Item]) -> String {
    let word = |item: &Item| match item {
        Item::Word(word) => (*word).to_owned(),
        Item::Choice(all) => all.first().map(|first| in_words(first)).unwrap_or_default(),
        Item::Optional(inner) => match in_words(inner) {
            inner if inner.chars().any(char::is_uppercase) => format!("[{inner}]"),
            _ => String::new(),
        },
        Item::Slot(_, slot) => slot.in_words().to_owned(),
        Item::Tail(slots) => slots.iter().map(|slot| format!("[{}]", slot.in_words())).collect::<Vec<_>>().join(" "),
    };
    items.iter().map(word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Every word that a pattern has of its own.
pub(super) fn each_word(items: &[Item], give: &mut dyn FnMut(&'static str)) {
    for item in items {
        match item {
            Item::Word(word) => give(word),
            Item::Choice(all) => all.iter().for_each(|one| each_word(one, give)),
            Item::Optional(inner) => each_word(inner, give),
            Item::Slot(..) | Item::Tail(_) => {}
        }
    }
}

/// Makes a sentence.
pub(super) fn tell(items: &[Item], teller: &mut dyn Teller, words: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Word(word) => words.push((*word).to_owned()),
            Item::Choice(all) => {
                let chosen = teller.choose(all.len());
                all.get(chosen).into_iter().for_each(|one| tell(one, teller, words));
            }
            Item::Optional(inner) if teller.choose(2) == 1 => tell(inner, teller, words),
            Item::Optional(_) => {}
            Item::Slot(name, slot) => words.push(teller.fill(name, *slot)),
            Item::Tail(slots) => tell_tail(slots, teller, words),
        }
    }
}

fn tell_tail(slots: &[Slot], teller: &mut dyn Teller, words: &mut Vec<String>) {
    let mut left = slots.to_vec();
    while !left.is_empty() {
        let chosen = teller.choose(left.len() + 1);
        if chosen == left.len() {
            return;
        }
        let slot = left.remove(chosen);
        words.push(teller.fill(slot.name(), slot));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read() {
        let items = parse("(who|whom of all) did {a:who} [ever (x|y)] meet <place, period>");
        let expected = vec![
            Item::Choice(vec![vec![Item::Word("who")], parse("whom of all")]),
            Item::Word("did"),
            Item::Slot("a", Slot::Who),
            Item::Optional(vec![Item::Word("ever"), Item::Choice(vec![parse("x"), parse("y")])]),
            Item::Word("meet"),
            Item::Tail(vec![Slot::Place, Slot::Period]),
        ];
        assert_eq!(items, expected);
        assert_eq!(in_words(&items), "who did WHO meet [at PLACE] [in PERIOD]");
    }
}
