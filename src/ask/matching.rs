//! Matching: which divisions of a sentence among the words and slots of a shape there are.

use super::pattern::Item;
use super::said::{Said, Value};
use super::sentence::Sentence;
use super::shape::Shape;
use super::slot::{Aside, Meaning, Slot, Sphere, without};
use crate::id::Id;
use crate::model::Fact;
use crate::query::wanted::{ACTOR, OFFICE};
use crate::record::Kind;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// So many steps are taken at most for one shape; no question that people put takes a hundredth of it.
const MOST_STEPS: usize = 20_000;

/// The most words in one slot.
const LONGEST_NAME: usize = 20;

/// A slot whose words mean nothing, or not one thing.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    pub(super) slot: Slot,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) meaning: Rc<Meaning>,
}

/// A division of a sentence that a shape allows.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) shape: &'static Shape,
    pub(super) said: Said,
    pub(super) notices: Vec<String>,
    /// The one slot that does not resolve, where one was allowed not to.
    pub(super) gap: Option<Gap>,
    /// How many words of the sentence are the shape's own.
    pub(super) own_words: usize,
    /// How many names are only a word of a longer one.
    pub(super) parts: usize,
    /// Which words are names: from which word, up to which.
    pub(super) names: Vec<(usize, usize)>,
}

/// What words mean in a slot: from which word, up to which, in which.
type Meanings = RefCell<HashMap<(Slot, usize, usize), Rc<Meaning>>>;

/// A sentence with what was found out about its words.
pub(super) struct Matcher<'m, 'g> {
    pub(super) sentence: &'m Sentence,
    pub(super) sphere: &'m Sphere<'m, 'g>,
    meanings: Meanings,
}

/// The title of `the presidents of Russia`, which is of several whom the sentence goes on to name.
fn posts_in(text: &str) -> Option<String> {
    let (title, _) = without(text, "the ").unwrap_or(text).split_once(" of ")?;
    let is_plural = title.ends_with('s') && !title.ends_with("affaires");
    is_plural.then(|| title.to_owned())
}

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Word,
    Name,
}

/// What of a pattern is still to come.
struct Rest<'r> {
    items: &'r [Item],
    then: Option<&'r Rest<'r>>,
}

/// One walk through the pattern of a shape.
struct Walk<'w, 'g> {
    matcher: &'w Matcher<'w, 'g>,
    shape: &'static Shape,
    steps: usize,
    /// Whether one slot may be left unresolved.
    lenient: bool,
    values: Vec<(&'static str, Value)>,
    notices: Vec<String>,
    gap: Option<Gap>,
    own_words: usize,
    parts: usize,
    names: Vec<(usize, usize)>,
    /// Where the last slot ended.
    slot_end: Option<usize>,
    found: Vec<Match>,
}

impl<'m, 'g> Matcher<'m, 'g> {
    pub(super) fn new(sentence: &'m Sentence, sphere: &'m Sphere<'m, 'g>) -> Self {
        Self { sentence, sphere, meanings: RefCell::default() }
    }

    /// Every division in which all slots resolve.
    pub(super) fn whole(&self, shape: &'static Shape) -> Vec<Match> {
        self.walk(shape, false)
    }

    /// Every division in which at most one slot does not resolve.
    pub(super) fn but_one(&self, shape: &'static Shape) -> Vec<Match> {
        self.walk(shape, true)
    }

    fn walk(&self, shape: &'static Shape, lenient: bool) -> Vec<Match> {
        let mut walk = Walk {
            matcher: self,
            shape,
            steps: MOST_STEPS,
            lenient,
            values: Vec::new(),
            notices: Vec::new(),
            gap: None,
            own_words: 0,
            parts: 0,
            names: Vec::new(),
            slot_end: None,
            found: Vec::new(),
        };
        walk.go(&Rest { items: &shape.items, then: None }, 0);
        walk.found
    }

    fn meaning(&self, slot: Slot, from: usize, to: usize) -> Rc<Meaning> {
        let key = (slot, from, to);
        if let Some(known) = self.meanings.borrow().get(&key) {
            return Rc::clone(known);
        }
        let meaning = Rc::new(slot.read(&self.sentence.text(from, to), self.sphere));
        self.meanings.borrow_mut().insert(key, Rc::clone(&meaning));
        meaning
    }

    /// Whether a value is facts of some kinds.
    fn are(&self, value: &Value, kinds: &[Kind]) -> bool {
        let kind = |id: &Id| self.sphere.graph.facts().get(id.as_str()).and_then(Fact::kind);
        matches!(value, Value::Facts(ids) if ids.iter().all(|id| kind(id).is_some_and(|kind| kinds.contains(&kind))))
    }

    /// Where the name begins in the words of a slot; at their end where there is none.
    fn name_from(&self, slot: Slot, from: usize, to: usize) -> usize {
        if slot.wanted().is_none() {
            return to;
        }
        let text = self.sentence.text(from, to);
        let opener = text.strip_suffix(slot.name_in(&text)).unwrap_or_default();
        from + opener.split_whitespace().count()
    }

    /// Where a word of a shape ends that begins here. A comma before it says nothing, nor does an article, unless it may
    /// belong to a name: `Person A`.
    fn word(&self, word: &str, at: usize, before: Before) -> Option<usize> {
        if self.sentence.key(at) == Some(word) {
            return Some(at + 1);
        }
        let is_nothing = match before {
            Before::Name => self.sentence.key(at) == Some(","),
            Before::Word => self.sentence.is_article(at),
        };
        let skipped = is_nothing && self.sentence.key(at + 1) == Some(word);
        skipped.then_some(at + 2)
    }
}

impl Walk<'_, '_> {
    fn go(&mut self, rest: &Rest<'_>, at: usize) {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 {
            return;
        }
        let Some((item, items)) = rest.items.split_first() else {
            return match rest.then {
                Some(then) => self.go(then, at),
                None => self.end(at),
            };
        };
        let after = Rest { items, then: rest.then };
        match item {
            Item::Word(word) => self.word(word, &after, at),
            Item::Choice(all) => all.iter().for_each(|one| self.go(&Rest { items: one, then: Some(&after) }, at)),
            Item::Optional(inner) => {
                self.go(&Rest { items: inner, then: Some(&after) }, at);
                self.go(&after, at);
            }
            Item::Slot(name, slot) => self.slot(name, *slot, &after, at),
            Item::Tail(slots) => self.tail(slots, &after, at),
        }
    }

    fn word(&mut self, word: &str, after: &Rest<'_>, at: usize) {
        let before = if self.slot_end == Some(at) { Before::Name } else { Before::Word };
        if let Some(next) = self.matcher.word(word, at, before) {
            self.own_words += 1;
            self.go(after, next);
            self.own_words -= 1;
        }
    }

    /// Any of the phrases that are left, or none.
    fn tail(&mut self, slots: &[Slot], after: &Rest<'_>, at: usize) {
        self.go(after, at);
        let Some(key) = self.matcher.sentence.key(at) else {
            return;
        };
        // A comma divides phrases and says nothing.
        if key == "," {
            return self.tail(slots, after, at + 1);
        }
        for (number, slot) in slots.iter().enumerate().filter(|(_, slot)| slot.may_begin(key)) {
            let left: Vec<Slot> =
                slots.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, slot)| *slot).collect();
            self.slot(slot.name(), *slot, &Rest { items: &[Item::Tail(left)], then: Some(after) }, at);
        }
    }

    fn slot(&mut self, name: &'static str, slot: Slot, after: &Rest<'_>, at: usize) {
        let last = self.matcher.sentence.len().min(at + LONGEST_NAME);
        for end in at + 1..=last {
            if self.may_go_on(after, end) {
                self.fill(name, slot, after, (at, end));
            }
        }
    }

    fn fill(&mut self, name: &'static str, slot: Slot, after: &Rest<'_>, (from, to): (usize, usize)) {
        let slot_end = self.slot_end.replace(to);
        self.put(name, slot, after, (from, to));
        self.slot_end = slot_end;
    }

    fn put(&mut self, name: &'static str, slot: Slot, after: &Rest<'_>, (from, to): (usize, usize)) {
        let meaning = self.in_common(slot, (from, to)).unwrap_or_else(|| self.matcher.meaning(slot, from, to));
        match &*meaning {
            Meaning::Is(value, Aside { notice, is_part }) => {
                self.values.push((name, value.clone()));
                self.notices.extend(notice.clone());
                self.parts += usize::from(*is_part);
                self.names.push((self.matcher.name_from(slot, from, to), to));
                self.go(after, to);
                self.names.pop();
                self.parts -= usize::from(*is_part);
                self.values.pop();
                if notice.is_some() {
                    self.notices.pop();
                }
            }
            _ if self.lenient && self.gap.is_none() => {
                self.gap = Some(Gap { slot, from, to, meaning });
                self.go(after, to);
                self.gap = None;
            }
            _ => {}
        }
    }

    /// What an actor means behind posts in the plural: with `the presidents of Russia and China` the president of China is
    /// meant, and not China.
    fn in_common(&self, slot: Slot, (from, to): (usize, usize)) -> Option<Rc<Meaning>> {
        let title = self.shared_title(from)?;
        let of = self.matcher.sentence.text(from, to);
        let is_actor =
            |meaning: &Meaning| matches!(meaning, Meaning::Is(value, _) if self.matcher.are(value, ACTOR.kinds));
        let shares = is_actor(&self.matcher.meaning(slot, from, to));
        shares.then(|| Rc::new(slot.read(&format!("{title} of {of}"), self.matcher.sphere)))
    }

    /// The title of the posts in the plural to which a name is joined, be it over others: `the presidents of Russia, China
    /// and Brazil`.
    fn shared_title(&self, from: usize) -> Option<String> {
        let sentence = self.matcher.sentence;
        let mut next = from;
        for ((start, end), (_, value)) in self.names.iter().zip(&self.values).rev() {
            if !sentence.joins(*end, next) {
                return None;
            }
            let title = posts_in(&sentence.text(*start, *end)).filter(|_| self.matcher.are(value, OFFICE.kinds));
            if title.is_some() {
                return title;
            }
            next = *start;
        }
        None
    }

    /// Whether what is still to come can begin with a word, so that no name is looked up in vain.
    fn may_go_on(&self, rest: &Rest<'_>, at: usize) -> bool {
        let sentence = self.matcher.sentence;
        let Some((item, items)) = rest.items.split_first() else {
            return rest.then.map_or(at == sentence.len(), |then| self.may_go_on(then, at));
        };
        let after = Rest { items, then: rest.then };
        match item {
            Item::Word(word) => self.matcher.word(word, at, Before::Name).is_some(),
            Item::Choice(all) => all.iter().any(|one| self.may_go_on(&Rest { items: one, then: Some(&after) }, at)),
            Item::Optional(inner) => {
                self.may_go_on(&Rest { items: inner, then: Some(&after) }, at) || self.may_go_on(&after, at)
            }
            Item::Slot(..) => at < sentence.len(),
            Item::Tail(slots) => {
                let opens = |key: &str| key == "," || slots.iter().any(|slot| slot.may_begin(key));
                sentence.key(at).is_some_and(opens) || self.may_go_on(&after, at)
            }
        }
    }

    fn end(&mut self, at: usize) {
        if at != self.matcher.sentence.len() || (self.lenient && self.gap.is_none()) {
            return;
        }
        self.found.push(Match {
            shape: self.shape,
            said: Said { values: self.values.clone(), today: self.matcher.sphere.today },
            notices: self.notices.clone(),
            gap: self.gap.clone(),
            own_words: self.own_words,
            parts: self.parts,
            names: self.names.clone(),
        });
    }
}
