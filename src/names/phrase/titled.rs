//! Titles before a name: `President Putin`, `Mr Lavrov`, `the former Russian president Medvedev`.

use super::country::{self, Calling};
use super::initials;
use super::owner::states_called;
use super::post::Post;
use super::title::{Tense, tense, title, without_honorifics};
use super::{Reader, Reading, Ruled, ambiguous};
use crate::id::Id;
use crate::names::asked::Called;
use crate::names::error::{NameError, Suggestion, repeated};
use crate::names::resolve::find;
use crate::record::Kind;

/// Of a name that more people bear, offices are not looked up one by one.
const MOST: usize = 64;

/// A name with what stands before it.
struct Titled<'w> {
    /// Whose office it is, where the state is said; several where the adjective means several.
    states: Option<Vec<Id>>,
    tense: Tense,
    title: String,
    /// Who has the name.
    bearers: Vec<u32>,
    /// The name itself.
    name: &'w [String],
}

/// Somebody by title and name. The title has to be one that the person bore: in the period it is taken as said, at
/// another time that is told, and if nobody of the name ever bore it, nobody is meant.
pub(super) fn titled(reader: &Reader<'_>) -> Ruled {
    if !reader.wants(Kind::Person) {
        return None;
    }
    let mut unfit = None;
    let mut elsewhen = None;
    for (at, words) in without_honorifics(&reader.words.all).into_iter().enumerate() {
        if at > 0
            && let Some(found) = honored(reader, words)
        {
            return Some(found);
        }
        for titled in splits(reader, words) {
            match titled.read(reader) {
                Fit::Then(found) => return Some(found),
                Fit::Elsewhen(found) => elsewhen = elsewhen.or(Some(found)),
                Fit::Never(error) => unfit = unfit.or(Some(error)),
                Fit::NoTitle => {}
            }
        }
    }
    elsewhen.or(unfit.map(Err))
}

/// `Mr Lavrov`: says nothing but that a person is meant.
fn honored(reader: &Reader<'_>, words: &[String]) -> Ruled {
    let found = named(reader, words);
    let active: Vec<u32> = found.iter().copied().filter(|number| is_active(reader, *number)).collect();
    let (chosen, others) = if found.len() > 1 && active.len() == 1 { (&active, &found) } else { (&found, &found) };
    let reading = (!chosen.is_empty()).then(|| reader.only(chosen, |shown| shown.to_owned()))?;
    Some(reading.map(|mut reading| {
        reading.passed_over = reader.ids(others).into_iter().filter(|id| !reading.ids.contains(id)).collect();
        reading
    }))
}

fn is_active(reader: &Reader<'_>, number: u32) -> bool {
    reader.ids(&[number]).first().is_some_and(|id| reader.careers.is_active(id))
}

/// The people who have a name, by the steps of names, else by initials.
fn named(reader: &Reader<'_>, words: &[String]) -> Vec<u32> {
    let text = words.join(" ");
    let by_name = find(reader.names, &Called::Name(&text), &[Kind::Person]).map(|(_, numbers)| numbers);
    by_name.or_else(|| initials::bearers(reader, words)).unwrap_or_default()
}

/// Every way to take words apart into state, title and name.
fn splits<'w>(reader: &Reader<'_>, words: &'w [String]) -> Vec<Titled<'w>> {
    let (tense, words) = tense(words);
    let mut found = Vec::new();
    for (states, rest) in states(reader, words) {
        for at in 1..rest.len() {
            let Some((title, name)) = rest.split_at_checked(at) else { continue };
            let bearers = named(reader, name);
            if !bearers.is_empty() {
                found.push(Titled { states: states.clone(), tense, title: title.join(" "), bearers, name });
            }
        }
    }
    found
}

/// The words without a state, and behind each that they begin with: `Russian`, `Russia's`, `US`.
fn states<'w>(reader: &Reader<'_>, words: &'w [String]) -> Vec<(Option<Vec<Id>>, &'w [String])> {
    let mut found = vec![(None, words)];
    for at in 1..words.len().min(country::LONGEST + 1) {
        let Some((front, rest)) = words.split_at_checked(at) else { continue };
        let numbers = states_called(reader, &front.join(" "), |calling| calling != Calling::People);
        if !numbers.is_empty() {
            found.push((Some(reader.ids(&numbers)), rest));
        }
    }
    found
}

/// How a title fits those who have the name.
enum Fit {
    /// Somebody bore it in the period, or several.
    Then(Result<Reading, NameError>),
    /// Somebody bore it at another time, or several.
    Elsewhen(Result<Reading, NameError>),
    /// Nobody of the name ever bore it.
    Never(NameError),
    /// It is no title.
    NoTitle,
}

impl Titled<'_> {
    fn read(&self, reader: &Reader<'_>) -> Fit {
        let known = title(&self.title).is_some();
        if self.bearers.len() > MOST {
            let error = ambiguous(reader.text, reader.ids(&self.bearers));
            return if known { Fit::Then(Err(error)) } else { Fit::NoTitle };
        }
        let held: Vec<(Id, Post)> =
            reader.ids(&self.bearers).into_iter().flat_map(|id| self.posts(reader, id)).collect();
        let then: Vec<_> = held.iter().filter(|(_, post)| post.fits(self.tense, reader.period)).collect();
        match (then.as_slice(), held.as_slice()) {
            ([], []) if known => Fit::Never(self.unfit(reader)),
            ([], []) => Fit::NoTitle,
            ([], _) => Fit::Elsewhen(self.taken(reader, &held.iter().collect::<Vec<_>>())),
            (then, _) => Fit::Then(self.taken(reader, then)),
        }
    }

    /// The offices that one of those who have the name held and that are called by the title.
    fn posts(&self, reader: &Reader<'_>, person: Id) -> Vec<(Id, Post)> {
        let belongs =
            |post: &Post| self.states.as_ref().is_none_or(|states| post.of.iter().any(|owner| states.contains(owner)));
        let posts = reader.careers.posts(&person).into_iter();
        posts.filter(|post| belongs(post) && post.is_called(&self.title)).map(|post| (person.clone(), post)).collect()
    }

    fn taken(&self, reader: &Reader<'_>, held: &[&(Id, Post)]) -> Result<Reading, NameError> {
        let mut people: Vec<Id> = held.iter().map(|(person, _)| person.clone()).collect();
        people.sort_unstable();
        people.dedup();
        let ([person], Some((_, post))) = (people.as_slice(), held.first()) else {
            return Err(ambiguous(reader.text, people));
        };
        let number = self.bearers.iter().find(|number| reader.ids(&[**number]).first() == Some(person));
        let shown = number.map_or_else(|| person.to_string(), |number| reader.shown(*number));
        let understood = format!("{shown}, {}", self.told(post, held, reader));
        Ok(Reading { ids: people, passed_over: Vec::new(), officials: None, understood: Some(understood) })
    }

    /// What is known of the office that the title means.
    fn told(&self, post: &Post, held: &[&(Id, Post)], reader: &Reader<'_>) -> String {
        let Post { title, .. } = post;
        let mut same: Vec<&Post> = held.iter().map(|(_, one)| one).filter(|one| one.title == *title).collect();
        same.sort_by_key(|one| one.possible.first);
        let days = same.iter().map(|one| one.held.as_str()).collect::<Vec<_>>().join(" and ");
        match (post.fits(self.tense, reader.period), self.tense) {
            (true, Tense::Then) if held.iter().any(|(_, one)| one.spans(reader.period)) => title.clone(),
            (true, Tense::Then) => format!("{title} {days}; other days are asked about as well"),
            (true, Tense::Former) => format!("earlier {title}"),
            (false, Tense::Then) => format!("not {title} in {} but {days}", reader.period),
            (false, Tense::Former) => format!("{title} in all of {}", reader.period),
        }
    }

    fn unfit(&self, reader: &Reader<'_>) -> NameError {
        let bearers = self.bearers.iter().filter_map(|number| reader.names.entry(*number)).map(|entry| Suggestion {
            id: entry.id.clone(),
            kind: entry.kind,
            name: entry.shown().to_owned(),
        });
        let title = match &self.states {
            None => self.title.clone(),
            Some(states) => {
                let states: Vec<&str> = states.iter().map(Id::as_str).collect();
                format!("{} of {}", self.title, states.join(" or "))
            }
        };
        let mut bearers: Vec<Suggestion> = bearers.collect();
        bearers.sort_by(|one, other| one.id.cmp(&other.id));
        NameError::Unfit { text: repeated(reader.text), name: self.name.join(" "), title, bearers }
    }
}
