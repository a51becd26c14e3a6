//! Recovery where everything but one slot was read: what was read around it, and what may have been meant.

use super::matching::{Gap, Match, Matcher};
use super::reader::Reader;
use super::refusal::{Offer, Refusal};
use super::sentence::Sentence;
use super::shapes::shapes;
use super::slot::{Meaning, Slot};
use super::when;
use crate::date::Period;
use crate::id::Id;
use crate::names::{NameError, Suggestion, Wanted};
use std::cmp::Reverse;

/// How many suggestions become whole questions.
const OFFERED: usize = 3;

/// Why the best division of a sentence fails, if there is one in which a single slot does not resolve.
pub(super) fn gap(reader: &Reader<'_>, sentence: &Sentence) -> Option<Refusal> {
    let sphere = reader.sphere();
    let matcher = Matcher::new(sentence, &sphere);
    let found = shapes().iter().flat_map(|shape| matcher.but_one(shape));
    let plausible = found.filter_map(|found| {
        let gap = found.gap.clone().filter(|gap| is_plausible(reader, sentence, gap))?;
        Some((found, gap))
    });
    let (_, gap) = plausible.min_by_key(|(found, gap)| rank(found, gap))?;
    Some(refusal(reader, sentence, &gap))
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
        Meaning::Nothing => !name.is_empty() && !when::is_period(name, reader.today),
        _ => true,
    }
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
        _ => unknown(reader, sentence, gap, around),
    }
}

fn ambiguous(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap, ids: &[Id]) -> Refusal {
    let text = gap.slot.name_in(&sentence.text(gap.from, gap.to)).to_owned();
    let candidates = ids.iter().map(|id| reader.directory.candidate(id, Period::ALL)).collect();
    let offers = ids.iter().filter_map(|id| offer(reader, sentence, gap, id)).collect();
    Refusal::Ambiguous { text, candidates, offers }
}

fn unknown(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap, around: String) -> Refusal {
    let text = gap.slot.name_in(&sentence.text(gap.from, gap.to)).to_owned();
    let wanted = gap.slot.wanted().unwrap_or(crate::query::wanted::ANY);
    let suggestions = suggestions(reader, &text, &wanted);
    let fits = |near: &&Suggestion| wanted.kinds.contains(&near.kind);
    let near = suggestions.iter().filter(fits).take(OFFERED);
    let offers = near.filter_map(|near| offer(reader, sentence, gap, &near.id)).collect();
    Refusal::Unknown { text, slot: gap.slot, around, wanted: wanted.word.to_owned(), suggestions, offers }
}

/// What a text may have meant; where it names facts of other kinds, these.
fn suggestions(reader: &Reader<'_>, text: &str, wanted: &Wanted<'_>) -> Vec<Suggestion> {
    match reader.directory.resolve(text, wanted, Period::ALL).map_err(|error| error.error) {
        Err(NameError::Unknown { suggestions, .. }) => suggestions,
        Err(NameError::WrongKind { found, .. }) => {
            let named = |(id, kind): (Id, _)| Suggestion { name: reader.graph.facts().name(&id).to_owned(), id, kind };
            found.into_iter().take(OFFERED).map(named).collect()
        }
        _ => Vec::new(),
    }
}

/// The whole question with an id in place of the name, if it can be read so.
fn offer(reader: &Reader<'_>, sentence: &Sentence, gap: &Gap, id: &Id) -> Option<Offer> {
    let text = sentence.text(gap.from, gap.to);
    let opener = text.strip_suffix(gap.slot.name_in(&text)).unwrap_or_default();
    let question = sentence.with(gap.from, gap.to, &format!("{opener}{id}"));
    let reads = gap.slot == Slot::Posts || reader.readings(&Sentence::read(&question)?).len() == 1;
    reads.then_some(Offer { question, because: String::new() })
}
