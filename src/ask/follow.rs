//! Follow-ups: questions that change one thing about the one before.

use super::asked::{Asked, Reading};
use super::reader::Reader;
use super::recovery;
use super::refusal::Refusal;
use super::said::{Value, narrow};
use super::sentence::Sentence;
use super::slot::{Meaning, Slot, without};
use super::vocabulary::place_in_list;
use crate::date::Period;
use crate::query::{Query, Who, Why};

/// Words before the other side.
const OTHER: [&str; 2] = ["with ", "to "];

/// The most words of a name that is looked for in a follow-up.
const LONGEST_NAME: usize = 4;

/// What a follow-up asks.
#[derive(Clone, Debug)]
pub enum FollowUp {
    /// A question.
    Question(Box<Reading>),
    /// Why a row of the answer before is there: the first is 1.
    Why(usize),
}

/// Words that begin a follow-up.
const OPENERS: [&str; 5] = ["and what about", "what about", "how about", "and", "but"];

impl Reader<'_> {
    /// Reads a question that may change one thing about the one before: `and in 2023?`, `and with Putin?`, `and Modi?`,
    /// `why the second?`. A question that is whole in itself is read as one.
    ///
    /// # Errors
    /// Those of [`read`](Self::read), of the text as a question of its own.
    pub fn read_on(&self, before: Option<&Reading>, text: &str) -> Result<FollowUp, Refusal> {
        let whole = match self.read(text) {
            Ok(reading) => return Ok(FollowUp::Question(Box::new(reading))),
            Err(refusal) => refusal,
        };
        let (Some(before), Some(sentence)) = (before, Sentence::read(text)) else {
            return Err(whole);
        };
        let words: Vec<&str> = sentence.words.iter().map(|word| word.key.as_str()).filter(|key| *key != ",").collect();
        if let Some(row) = row(&words) {
            return Ok(FollowUp::Why(row));
        }
        let Some(rest) = without_opener(&sentence) else {
            return Err(whole);
        };
        match self.amended(before, &rest) {
            Some(reading) => Ok(FollowUp::Question(Box::new(reading))),
            None => Err(self.not_amended(&rest).unwrap_or(whole)),
        }
    }

    /// Why what follows the words that begin a follow-up changes nothing about a question.
    fn not_amended(&self, rest: &str) -> Option<Refusal> {
        let sphere = self.sphere(Period::ALL);
        for slot in [Slot::Period, Slot::Day] {
            if let Meaning::NoPeriod(error) = slot.read(rest, &sphere) {
                return Some(Refusal::Period { text: rest.to_owned(), around: "and …".to_owned(), error });
            }
        }
        match OTHER.iter().find_map(|opener| without(rest, opener).map(|name| (opener, name))) {
            Some((opener, name)) => Some(recovery::name(self, Slot::Partner, name, format!("and {opener}…"))),
            None if !Slot::Place.name_in(rest).is_empty() => {
                Some(recovery::name(self, Slot::Place, Slot::Place.name_in(rest), "and …".to_owned()))
            }
            None if rest.split(' ').count() <= LONGEST_NAME => {
                Some(recovery::name(self, Slot::Who, rest, "and …".to_owned()))
            }
            None => None,
        }
    }

    /// The question before with one thing changed, if exactly one thing can be meant.
    fn amended(&self, before: &Reading, rest: &str) -> Option<Reading> {
        if let Ok(reading) = self.read(rest) {
            return Some(reading);
        }
        let sphere = self.sphere(Period::ALL);
        let mut found: Vec<Reading> = Vec::new();
        let phrases = [Slot::Period, Slot::Day, Slot::Place, Slot::About, Slot::Capacity, Slot::Means];
        for slot in phrases {
            if let Meaning::Is(value, aside) = slot.read(rest, &sphere) {
                let reading = narrowed(before, &value, aside.notice);
                found.extend(reading.filter(|new| found.iter().all(|other| other.asked != new.asked)));
            }
        }
        let with = OTHER.iter().find_map(|opener| without(rest, opener));
        if let Some(Meaning::Is(Value::Facts(ids), aside)) = with.map(|name| Slot::Partner.read(name, &sphere)) {
            found.extend(changed(before, aside.notice, |query| set_other(query, Who { ids: ids.clone() })));
        }
        if let Meaning::Is(Value::Facts(ids), aside) = Slot::Who.read(rest, &sphere) {
            found.extend(changed(before, aside.notice, |query| set_who(query, Who { ids: ids.clone() })));
        }
        let one = found.pop();
        one.filter(|_| found.is_empty())
    }
}

/// `why the second?`, `why 2?`
fn row(words: &[&str]) -> Option<usize> {
    match words {
        ["why", "the", which] | ["why", "row" | "number", which] => place_in_list(which),
        ["why", "the", which, "one" | "row"] => place_in_list(which),
        ["why", which] => place_in_list(which),
        _ => None,
    }
}

/// What follows the words that begin a follow-up; none where the sentence does not begin with them.
fn without_opener(sentence: &Sentence) -> Option<String> {
    let text = sentence.text(0, sentence.len());
    let lower = text.to_lowercase();
    let opener =
        OPENERS.iter().find(|opener| lower.strip_prefix(**opener).is_some_and(|rest| rest.starts_with(' ')))?;
    text.get(opener.len() + 1..).map(|rest| rest.trim_start_matches([',', ' ']).to_owned())
}

fn narrowed(before: &Reading, value: &Value, notice: Option<String>) -> Option<Reading> {
    changed(before, notice, |query| {
        // Of an event and a place one alone was asked for, and the new one takes its stead.
        let scope = query.scope_mut()?;
        match value {
            Value::At(_) => scope.under = None,
            Value::Under(_) => scope.at = None,
            _ => {}
        }
        narrow(scope, value);
        Some(())
    })
}

fn changed(before: &Reading, notice: Option<String>, change: impl Fn(&mut Query) -> Option<()>) -> Option<Reading> {
    let mut query = before.asked.query.clone();
    change(&mut query)?;
    let asked = Asked { query, ..before.asked.clone() };
    Some(Reading { shape: before.shape, asked, notices: notice.into_iter().collect() })
}

/// Puts another on the other side.
fn set_other(query: &mut Query, who: Who) -> Option<()> {
    match query {
        Query::Meetings(one) | Query::Contacts(one) => {
            one.with = Some(who);
            one.scope.with_levels.clear();
        }
        Query::Why(Why::Met(one)) => one.with = Some(who),
        Query::Attendance(one) if one.of.is_some() => one.with = Some(who),
        Query::Statements(one) => one.to = Some(who),
        Query::Messages(one) => one.to = Some(who),
        Query::Count { of, .. } => return set_other(of, who),
        _ => return None,
    }
    Some(())
}

/// Puts another in the place of the one who was asked about.
fn set_who(query: &mut Query, who: Who) -> Option<()> {
    match query {
        Query::Meetings(one) | Query::Contacts(one) => one.who = who,
        Query::Why(Why::Met(one)) => one.who = who,
        Query::Visits(one) if one.by.is_some() => one.by = Some(who),
        Query::Offices(one) if one.who.is_some() => one.who = Some(who),
        Query::Attendance(one) if one.of.is_some() => one.of = Some(who),
        Query::Timeline(one) => one.who = vec![who],
        Query::Statements(one) if one.by.is_some() => one.by = Some(who),
        Query::Count { of, .. } => return set_who(of, who),
        _ => return None,
    }
    Some(())
}
