//! Slips in names of facts.

use super::{Count, graph, slips};
use chancery::date::Period;
use chancery::model::Fact;
use chancery::names::{NameEntry, NameError, Step, Wanted, fold};
use chancery::query::{Directory, wanted};
use chancery::record::Kind;
use std::collections::BTreeMap;

/// What a name of such a fact is asked for.
fn asked_as(kind: Kind) -> &'static Wanted<'static> {
    [&wanted::WHO, &wanted::PLACE, &wanted::SOURCE, &wanted::ABOVE]
        .into_iter()
        .find(|wanted| wanted.kinds.contains(&kind))
        .unwrap_or(&wanted::ANY)
}

/// Whether a text is a name of a fact, by a reading of the steps that is naive.
fn is_name_of(entry: &NameEntry, text: &str) -> bool {
    let folded = fold(text);
    let sorted = |text: &str| {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    let without_the = |text: &str| sorted(text).into_iter().filter(|word| word != "the").collect::<Vec<_>>();
    let names = || entry.names.iter().map(|name| fold(name));
    let is_id = std::iter::once(&entry.id).chain(&entry.also).any(|id| id.as_str() == text);
    let is_name = names().any(|name| without_the(&name) == without_the(&folded));
    let is_family = entry.family.as_ref().is_some_and(|family| fold(family) == folded);
    is_id
        || is_name
        || is_family
        || names().any(|name| is_short_for(&folded, &name))
        || names().any(|name| name.split(' ').any(|word| word == folded))
}

/// Whether a text has the words of a name but for single letters and generations.
fn is_short_for(text: &str, name: &str) -> bool {
    let kept = |word: &&str| word.chars().count() > 1 && !["jr", "sr", "ii", "iii", "iv"].contains(word);
    text.contains(' ') && name.split(' ').filter(kept).eq(text.split(' '))
}

#[test]
fn a_slip_in_a_name() {
    let looked_at = looked_at();
    // Titles of publications and names of events are long, and many.
    const OF_LONG: usize = 41;
    let (graph, mut count) = (graph(), Count::default());
    let directory = Directory::new(&graph);
    let entries: BTreeMap<String, NameEntry> =
        graph.facts().iter().filter_map(|fact| Some((fact.id.to_string(), graph.name_entry(fact)?))).collect();
    for fact in graph.facts() {
        let Some((entry, kind)) = entries.get(fact.id.as_str()).zip(fact.kind()) else { continue };
        let (wanted, ways) = (asked_as(kind), ways(fact, entry));
        for right in
            ways.iter().filter(|way| directory.find(way, wanted).is_ok_and(|found| found.ids == [fact.id.clone()]))
        {
            let step = if is_short(kind) { 1 } else { OF_LONG };
            for slip in slips(right).into_iter().step_by(step) {
                count.tried += 1;
                match directory.find(&slip, wanted) {
                    Ok(found) => {
                        let is = |id: &chancery::id::Id| is_name_of(&entries[id.as_str()], &slip);
                        assert!(found.step != Step::OutsideId && found.ids.iter().all(is), "{slip}: {found:?}");
                        count.valid += 1;
                    }
                    Err(NameError::Ambiguous { .. }) => count.valid += 1,
                    Err(_) if count.tried % looked_at != 0 => {}
                    Err(_) => {
                        let error = directory.resolve(&slip, wanted, Period::ALL).unwrap_err().error;
                        let says = error.near().iter().any(|one| one.id == fact.id);
                        count.refusal(&format!("{right}: {slip}"), says, &format!("{error:?}"));
                    }
                }
            }
        }
    }
    count.end(20_000);
}

/// Of how many slips what is suggested is looked at once: suggestions look at all names. `CHANCERY_SLIPS=1` looks at each.
fn looked_at() -> usize {
    const ONE_OF: usize = 197;
    std::env::var("CHANCERY_SLIPS").ok().and_then(|text| text.parse().ok()).filter(|of| *of > 0).unwrap_or(ONE_OF)
}

/// Whether what such facts are called is short.
fn is_short(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Person | Kind::State | Kind::Party | Kind::Organization | Kind::Forum | Kind::Place | Kind::Topic
    )
}

/// How a fact can be called.
fn ways(fact: &Fact, entry: &NameEntry) -> Vec<String> {
    let family = entry.family.iter().cloned();
    entry.names.iter().cloned().chain(family).chain([fact.id.to_string()]).collect()
}
