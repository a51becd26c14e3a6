//! Recovery where everything but one slot was read: what was read around it, and what may have been meant.

use super::matching::{Gap, Match, Matcher};
use super::reader::Reader;
use super::refusal::{LISTED, Offer, Refusal};
use super::sentence::Sentence;
use super::shapes::{own_words, shapes};
use super::slot::{Meaning, Slot};
use super::vocabulary::RANKS;
use super::when;
use crate::date::Period;
use crate::id::Id;
use crate::model::Fact;
use crate::names::{NameError, Suggestion, Wanted};
use crate::record::Kind;
use std::cmp::Reverse;

/// How many suggestions become whole questions.
const OFFERED: usize = 1;

/// For how many slots that are as likely to be meant something near is looked for.
const TRIED: usize = 4;

/// Why the best division of a sentence fails, if there is one in which a single slot does not resolve.
///
/// Where a longer beginning can be read than what stands before the slot, the slot is not what is wrong.
pub(super) fn gap(reader: &Reader<'_>, sentence: &Sentence, beginning: Option<usize>) -> Option<Refusal> {
    let sphere = reader.sphere(reader.period_of(sentence));
    let matcher = Matcher::new(sentence, &sphere);
    let found = shapes().iter().flat_map(|shape| matcher.but_one(shape));
    let plausible = found.filter_map(|found| {
        let gap = found.gap.clone().filter(|gap| is_plausible(reader, sentence, gap))?;
        Some((found, gap))
    });
    let mut ranked: Vec<_> = plausible.map(|(found, gap)| (rank(&found, &gap), gap)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let best = ranked.first()?.0;
    let gaps = ranked.into_iter().take_while(|(rank, _)| *rank == best).map(|(_, gap)| gap);
    let mut refusals = gaps
        .filter(|gap| beginning.is_none_or(|end| end <= gap.from || is_longer_name(gap, end)))
        .take(TRIED)
        .map(|gap| refusal(reader, sentence, &gap));
    let first = refusals.next()?;
    if !first.offers().is_empty() {
        return Some(first);
    }
    // Of shapes that differ in what they want there, one for which something is near.
    Some(refusals.find(|other| !other.offers().is_empty()).unwrap_or(first))
}

/// Whether the slot has a name that goes on behind a beginning that can be read, and may mean several: `BRICS summit`.
fn is_longer_name(gap: &Gap, end: usize) -> bool {
    end < gap.to && matches!(&*gap.meaning, Meaning::Several(_))
}

/// The best division has a name that is known but not clear, then few words that mean nothing, then many of its own.
fn rank(found: &Match, gap: &Gap) -> (u8, usize, Reverse<usize>) {
    let kind = match &*gap.meaning {
        Meaning::Several(_) => 0,
        Meaning::Standing => 1,
        Meaning::NoPeriod(_) => 2,
        _ => 3,
    };
    (kind, gap.to - gap.from, Reverse(found.own_words))
}

/// Whether the words may have been meant for the slot.
fn is_plausible(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap) -> bool {
    let text = sentence.text(gap.from, gap.to);
    let name = gap.slot.name_in(&text);
    match &*gap.meaning {
        Meaning::Nothing if gap.slot.wanted().is_none() => false,
        Meaning::Nothing => {
            !name.is_empty() && !when::is_period(name, reader.today) && is_name_like(name) && !opens_phrase(name)
        }
        _ => true,
    }
}

/// Words that names have as well as questions.
const IN_NAMES: [&str; 10] = ["of", "the", "and", "in", "at", "on", "for", "to", "with", "by"];

/// Words that stand before names and begin none.
const BEFORE_NAMES: [&str; 9] = ["in", "at", "on", "for", "to", "with", "by", "from", "of"];

/// Whether a text is a phrase rather than a name: `in Kazan`.
fn opens_phrase(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, _)| BEFORE_NAMES.contains(&first.to_lowercase().as_str()))
}

/// Whether no word of questions stands among the words, so that they may be meant for one name.
fn is_name_like(name: &str) -> bool {
    let in_titles = |word: &str| RANKS.iter().any(|(phrase, _)| phrase.split(' ').any(|own| own == word));
    let in_names = |word: &str| IN_NAMES.contains(&word) || in_titles(word);
    let own = |word: &str| word == "not" || (own_words().contains(word) && !in_names(word));
    !name.to_lowercase().split(' ').any(own)
}

fn refusal(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap) -> Refusal {
    let text = sentence.text(gap.from, gap.to);
    let around = sentence.with(gap.from, gap.to, "…");
    match &*gap.meaning {
        Meaning::Several(ids) => ambiguous(reader, sentence, gap, ids),
        Meaning::NoPeriod(error) => Refusal::Period { text, around, error: error.clone() },
        Meaning::Standing => {
            let until = format!("until {}", when::as_of(&text).unwrap_or_default());
            let question = sentence.with(gap.from, gap.to, &until);
            Refusal::Standing { text, offer: Offer { question, because: String::new() } }
        }
        Meaning::Unfit(why) => unknown(reader, sentence, gap, around, Some(why.clone())),
        _ => unknown(reader, sentence, gap, around, None),
    }
}

fn ambiguous(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap, ids: &[Id]) -> Refusal {
    let text = gap.slot.name_in(&sentence.text(gap.from, gap.to)).to_owned();
    let ids = in_order(reader, gap, ids);
    let candidates = ids.iter().map(|id| reader.directory.candidate(id, Period::ALL)).collect();
    let offers = ids.iter().take(LISTED).filter_map(|id| offer(reader, sentence, gap, id)).collect();
    Refusal::Ambiguous { text, candidates, offers }
}

/// What is wanted first comes first: a person rather than the events that are named after them.
fn in_order(reader: &Reader<'_>, gap: &Gap, ids: &[Id]) -> Vec<Id> {
    let kinds = gap.slot.wanted().map_or(Kind::ALL, |wanted| wanted.kinds);
    let kind = |id: &Id| reader.graph.facts().get(id.as_str()).and_then(Fact::kind);
    let mut ids = ids.to_vec();
    ids.sort_by_key(|id| kind(id).and_then(|kind| kinds.iter().position(|one| *one == kind)));
    ids
}

fn unknown(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap, around: String, why: Option<String>) -> Refusal {
    let text = gap.slot.name_in(&sentence.text(gap.from, gap.to)).to_owned();
    let wanted = gap.slot.wanted().unwrap_or(crate::query::wanted::ANY);
    let (own, suggestions) = suggestions(reader, &text, &wanted);
    let fits = |near: &&Suggestion| wanted.kinds.contains(&near.kind);
    let near = suggestions.iter().filter(fits).take(OFFERED);
    let offers = near.filter_map(|near| offer(reader, sentence, gap, &near.id)).collect();
    let why = why.unwrap_or(own);
    Refusal::Unknown { text, slot: gap.slot, around, why, suggestions, offers }
}

/// Why a name of a follow-up changes nothing: it is unknown, or may mean several.
pub(super) fn name(reader: &Reader<'_>, slot: Slot, text: &str, around: String) -> Refusal {
    let wanted = slot.wanted().unwrap_or(crate::query::wanted::ANY);
    match reader.directory.resolve(text, &wanted, Period::ALL) {
        Err(error) if !error.candidates.is_empty() => {
            Refusal::Ambiguous { text: text.to_owned(), candidates: error.candidates, offers: Vec::new() }
        }
        _ => {
            let (why, suggestions) = suggestions(reader, text, &wanted);
            let text = text.to_owned();
            Refusal::Unknown { text, slot, around, why, suggestions, offers: Vec::new() }
        }
    }
}

fn nothing_called(text: &str, wanted: &Wanted<'_>) -> String {
    format!("`{text}` names nothing known (wanted: {})", wanted.word)
}

/// What is wrong with a text, and what it may have meant; where it names facts of other kinds, these.
fn suggestions(reader: &Reader<'_>, text: &str, wanted: &Wanted<'_>) -> (String, Vec<Suggestion>) {
    let error = reader.directory.phrase(text, wanted, Period::ALL).map_err(|error| error.error);
    let why = match &error {
        Err(error @ NameError::Unknown { .. }) => error.to_string(),
        _ => nothing_called(text, wanted),
    };
    let suggestions = match error {
        Err(NameError::Unknown { suggestions, .. }) => suggestions,
        Err(NameError::Unfit { bearers, .. }) => bearers,
        Err(NameError::WrongKind { found, near, .. }) => {
            let named = |(id, kind): (Id, _)| Suggestion { name: reader.graph.facts().name(&id).to_owned(), id, kind };
            near.into_iter().chain(found.into_iter().map(named)).take(OFFERED).collect()
        }
        _ => Vec::new(),
    };
    (why, suggestions)
}

/// The whole question with an id in place of the name, if it can be read so.
fn offer(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap, id: &Id) -> Option<Offer> {
    let text = sentence.text(gap.from, gap.to);
    let opener = text.strip_suffix(gap.slot.name_in(&text)).unwrap_or_default();
    let question = sentence.with(gap.from, gap.to, &format!("{opener}{id}"));
    let reads = reader.readings(&Sentence::read(&question)?).len() == 1;
    reads.then_some(Offer { question, because: String::new() })
}
