//! Phrases: names as people write them in a sentence.
//!
//! What is a [name](super) stays one, by the same steps. Only what is none is read by rules, each of which is exact too:
//! a title or `Mr` before a name, initials, the possessive ending, an office or officials of a state by its adjective, what
//! a state was called earlier. Every other reading than by name says in words what was understood, and two are ambiguous.

mod country;
mod initials;
mod owner;
pub(super) mod part;
mod post;
mod title;
mod titled;
mod words;

pub use country::two_letters;
pub(super) use country::{first_code, three_letters};
pub(super) use initials::is_initial;
pub use post::{Careers, Post};

use super::asked::{Asked, Called};
use super::error::{NameError, Suggestion, repeated};
use super::keys::NameKeys;
use super::lookup::{Entries, Keyed, Lookup};
use super::resolve::{Resolved, Wanted, find, resolve};
use super::suggest::{self, Near};
use super::table::NameTable;
use crate::date::Period;
use crate::id::Id;
use crate::record::{Kind, Level};
use std::collections::HashSet;
use std::sync::LazyLock;
use words::Words;

/// What a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The facts, sorted by id.
    pub ids: Vec<Id>,
    /// Facts of the same name that take part in no event, sorted by id; a note has to name them.
    pub passed_over: Vec<Id>,
    /// Officials of the facts, rather than these themselves: of these levels, or all if there are none.
    pub officials: Option<&'static [Level]>,
    /// How the phrase was read, in words; nothing where it is a name.
    pub understood: Option<String>,
}

/// What a text may have meant, by likeness.
pub(super) type Suggest<'s> = &'s dyn Fn(&str, &[Kind]) -> Near;

/// What a rule makes of a phrase: nothing if it is not about such phrases.
type Ruled = Option<Result<Reading, NameError>>;

/// The rules for what is no name, from the surest.
const RULES: &[fn(&Reader<'_>) -> Ruled] =
    &[titled::titled, initials::alone, owner::office, owner::officials, owner::state];

/// A phrase that is read, and with what.
struct Reader<'r> {
    names: &'r dyn Lookup,
    careers: &'r dyn Careers,
    wanted: &'r Wanted<'r>,
    period: Period,
    text: &'r str,
    words: Words,
}

/// Whether a text that is no name may be a phrase: begins with a title or with what a state is called, or has an initial or
/// the ending `'s`. Takes one look into a table, so that words without end can be asked.
pub fn may_be_phrase(text: &str) -> bool {
    static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
        title::all().map(first).chain(country::callings().map(first)).collect()
    });
    let words = Words::read(text);
    let begins = words.all.first().is_some_and(|word| FIRST.contains(word) || FIRST.contains(singular(word)));
    begins || words.possessive || words.owner.is_some() || words.all.iter().any(|word| initials::is_initial(word))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

impl NameTable {
    /// Reads a name as it is written in a sentence; `period` is what the sentence asks about, in which a title has to fit.
    ///
    /// Some look-ups by hash for each word; an unknown phrase is compared with all names.
    ///
    /// # Errors
    ///
    /// [`NameError`] where the text names nothing, several facts, only facts of other kinds, or nobody who bore the title.
    pub fn phrase(
        &self,
        text: &str,
        wanted: &Wanted<'_>,
        period: Period,
        careers: &dyn Careers,
    ) -> Result<Reading, NameError> {
        let suggest = |text: &str, kinds: &[Kind]| suggest::suggestions(self, &Called::Name(text), kinds);
        read(self, text, wanted, period, careers, Some(&suggest))
    }
}

impl NameKeys {
    /// As [`NameTable::phrase`], without reading all names; an unknown phrase comes without suggestions.
    ///
    /// # Errors
    ///
    /// Those of [`NameTable::phrase`].
    pub fn phrase(
        &self,
        entries: &dyn Entries,
        text: &str,
        wanted: &Wanted<'_>,
        period: Period,
        careers: &dyn Careers,
    ) -> Result<Reading, NameError> {
        read(&Keyed { keys: self, entries }, text, wanted, period, careers, None)
    }
}

fn read(
    names: &dyn Lookup,
    text: &str,
    wanted: &Wanted<'_>,
    period: Period,
    careers: &dyn Careers,
    suggest: Option<Suggest<'_>>,
) -> Result<Reading, NameError> {
    let active = |id: &Id| careers.is_active(id);
    let by_name = |text: &str| resolve(names, text, wanted, &active, |_, _| Near::default());
    let error = match by_name(text) {
        Ok(resolved) => return Ok(resolved.into()),
        Err(error) => error,
    };
    let slips = |suggest: Suggest<'_>| suggest(text, wanted.kinds).slips;
    if !is_bare(text, names) {
        return Err(error.with_suggestions(suggest, |suggest| (None, suggest(text, wanted.kinds).all), slips));
    }
    let reader = Reader { names, careers, wanted, period, text, words: Words::read(text) };
    if let NameError::Ambiguous { candidates, .. } = &error {
        return reader.called_so(candidates).unwrap_or(Err(error));
    }
    if reader.words.possessive
        && let found @ (Ok(_) | Err(NameError::Ambiguous { .. })) = by_name(&reader.words.all.join(" "))
    {
        return found.map(|resolved| reader.told(resolved));
    }
    let ruled = joined(text, RULES.iter().filter_map(|rule| rule(&reader)).collect());
    ruled.unwrap_or_else(|| Err(error.with_suggestions(suggest, |suggest| reader.near(suggest), slips)))
}

/// Whether nothing before a colon says what a text is.
fn is_bare(text: &str, names: &dyn Lookup) -> bool {
    let asked = Asked::read(text, names);
    asked.forced.is_none() && matches!(asked.called, Called::Name(_))
}

/// What all rules say together: two readings of different facts are ambiguous.
fn joined(text: &str, ruled: Vec<Result<Reading, NameError>>) -> Ruled {
    let (good, bad): (Vec<_>, Vec<_>) = ruled.into_iter().partition(Result::is_ok);
    let mut readings: Vec<Reading> = good.into_iter().flatten().collect();
    readings.dedup_by(|one, other| one.ids == other.ids && one.officials == other.officials);
    match readings.len() {
        0 => bad.into_iter().next(),
        1 => readings.pop().map(Ok),
        _ => Some(Err(ambiguous(text, readings.into_iter().flat_map(|reading| reading.ids).collect()))),
    }
}

fn ambiguous(text: &str, mut candidates: Vec<Id>) -> NameError {
    candidates.sort_unstable();
    candidates.dedup();
    NameError::Ambiguous { text: repeated(text), candidates }
}

impl Reader<'_> {
    fn wants(&self, kind: Kind) -> bool {
        self.wanted.kinds.contains(&kind)
    }

    /// The name that is shown for an entry.
    fn shown(&self, number: u32) -> String {
        self.names.entry(number).map_or_else(String::new, |entry| format!("{} ({})", entry.shown(), entry.id))
    }

    fn ids(&self, numbers: &[u32]) -> Vec<Id> {
        super::resolve::ids(self.names, numbers)
    }

    /// The only one of some entries, with what was understood; several are ambiguous.
    fn only(&self, numbers: &[u32], understood: impl FnOnce(&str) -> String) -> Result<Reading, NameError> {
        match (self.ids(numbers), numbers) {
            (ids, [one, ..]) if ids.len() == 1 => {
                let understood = understood(&self.shown(*one));
                Ok(Reading { ids, passed_over: Vec::new(), officials: None, understood: Some(understood) })
            }
            (ids, _) => Err(ambiguous(self.text, ids)),
        }
    }

    /// Of several facts that have a word in their names, the state that is itself called so: `America`.
    fn called_so(&self, candidates: &[Id]) -> Ruled {
        owner::state(self).filter(|found| found.as_ref().is_ok_and(|reading| is_among(&reading.ids, candidates)))
    }

    /// A name in which more was read than it says.
    fn told(&self, resolved: Resolved) -> Reading {
        let shown = |id: &Id| {
            let of_one = |text: &str| find(self.names, &Called::Name(text), self.wanted.kinds);
            let number = of_one(id.as_str()).and_then(|(_, numbers)| numbers.first().copied());
            number.map_or_else(|| id.to_string(), |number| self.shown(number))
        };
        let understood = resolved.ids.iter().map(shown).collect::<Vec<_>>().join(", ");
        Reading { understood: Some(understood), ..resolved.into() }
    }

    /// What an unknown phrase may have meant, and which part of it is unknown where that can be told: by whose office it would
    /// be, by the words behind a title, honorific or initials, else by all of them.
    fn near(&self, suggest: Suggest<'_>) -> (Option<String>, Vec<Suggestion>) {
        let whole = suggest(self.text, self.wanted.kinds);
        if let Some(part) = part::unknown(self, suggest).filter(|_| !whole.is_slip) {
            return (Some(part.why), part.suggestions);
        }
        let words = self.words.all.as_slice();
        let is_title = |at: &usize| words.get(..*at).is_some_and(|front| title::title(&front.join(" ")).is_some());
        let behind = (1..words.len()).rev().find(is_title).and_then(|at| words.get(at..)).map(<[String]>::to_vec);
        let honored = title::without_honorifics(words).pop().map(<[String]>::to_vec);
        let full: Vec<String> = words.iter().filter(|word| !initials::is_initial(word)).cloned().collect();
        let shorter = [honored, Some(full)].into_iter().flatten().filter(|rest| rest.len() < words.len());
        let texts = behind.into_iter().chain(shorter).map(|words| words.join(" "));
        let mut found = texts.map(|text| suggest(&text, self.wanted.kinds).all);
        (None, found.find(|found| !found.is_empty()).unwrap_or(whole.all))
    }
}

fn is_among(ids: &[Id], candidates: &[Id]) -> bool {
    ids.iter().all(|id| candidates.contains(id))
}

impl Reading {
    /// Whether more is meant than the ids say, or something else than a name: answers then have to tell it.
    pub fn is_told(&self) -> bool {
        self.understood.is_some()
    }
}

impl From<Resolved> for Reading {
    fn from(resolved: Resolved) -> Self {
        Self { ids: resolved.ids, passed_over: resolved.passed_over, officials: None, understood: None }
    }
}

impl NameError {
    /// What is near to an unknown text; what names only facts of other kinds may be a slip.
    fn with_suggestions(
        self,
        suggest: Option<Suggest<'_>>,
        near: impl FnOnce(Suggest<'_>) -> (Option<String>, Vec<Suggestion>),
        slips: impl FnOnce(Suggest<'_>) -> Vec<Suggestion>,
    ) -> Self {
        match (self, suggest) {
            (Self::Unknown { text, wanted, .. }, Some(suggest)) => {
                let (part, suggestions) = near(suggest);
                Self::Unknown { text, wanted, part: part.map(Into::into), suggestions }
            }
            (Self::WrongKind { text, wanted, found, .. }, Some(suggest)) => {
                Self::WrongKind { text, wanted, found, near: slips(suggest).into() }
            }
            (other, _) => other,
        }
    }
}

#[cfg(test)]
mod tests;
