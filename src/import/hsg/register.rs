//! What many rows name: states, offices, places and visitors, collected until the end, so that each is one record.

use super::country;
use super::record::{Making, of_texts};
use super::spelling;
use crate::names::slug;
use crate::record::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// A state with everything that it was called.
#[derive(Debug, Default)]
struct StateEntry {
    /// The ids under which the source has it.
    outside: BTreeSet<String>,
    /// What a rule calls it.
    fixed: &'static str,
    from: Option<&'static str>,
    until: Option<&'static str>,
    /// The labels, each with the last day on which it is printed.
    labels: BTreeMap<String, String>,
    /// Labels that are names of other states.
    lagging: BTreeSet<String>,
}

/// An office.
#[derive(Debug)]
struct OfficeEntry {
    title: String,
    /// Whether the name of the state follows the title.
    names_state: bool,
    of: String,
    to: Option<String>,
    level: &'static str,
}

/// A place that a row names, in the states that it lay in.
#[derive(Debug, Default)]
struct PlaceEntry {
    name: String,
    within: BTreeMap<String, (Option<&'static str>, Option<&'static str>)>,
}

/// A visitor with all spellings that fold to one id.
#[derive(Debug, Default)]
struct VisitorEntry {
    spellings: BTreeSet<String>,
    note: Option<&'static str>,
}

/// What was named so far.
#[derive(Debug, Default)]
pub(super) struct Register {
    states: BTreeMap<String, StateEntry>,
    offices: BTreeMap<String, OfficeEntry>,
    places: BTreeMap<String, PlaceEntry>,
    visitors: BTreeMap<String, VisitorEntry>,
}

/// An office that a row names.
pub(super) struct Office<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// Its title.
    pub(super) title: &'a str,
    /// The state that it belongs to.
    pub(super) of: &'a str,
    /// The state to which an ambassador is sent.
    pub(super) to: Option<&'a str>,
    /// Its rank, as fact files have it; empty where the title tells none.
    pub(super) level: &'static str,
}

impl Register {
    /// The state that a country id means on a day; the label is one of its names.
    pub(super) fn state(&mut self, country: &str, label: &str, day: &str) -> country::State {
        let state = country::state(country, day);
        let entry = self.states.entry(state.id.clone()).or_default();
        entry.outside.insert(country.to_owned());
        entry.fixed = state.name;
        (entry.from, entry.until) = (state.from.or(entry.from), state.until.or(entry.until));
        if country::is_of_another(country, &state.id, label) {
            entry.lagging.insert(label.to_owned());
        } else if !label.is_empty() {
            let seen = entry.labels.entry(label.to_owned()).or_default();
            if day > seen.as_str() {
                day.clone_into(seen);
            }
        }
        state
    }

    /// Notes an office whose title stands alone.
    pub(super) fn office(&mut self, office: &Office<'_>) {
        self.office_of(office, false);
    }

    /// Notes an office of a title and a state, and gives its id.
    pub(super) fn titled(&mut self, title: &str, state: &str, level: &'static str) -> String {
        let id = format!("{}-of-{state}", slug(title));
        self.office_of(&Office { id: &id, title, of: state, to: None, level }, true);
        id
    }

    fn office_of(&mut self, office: &Office<'_>, names_state: bool) {
        self.offices.entry(office.id.to_owned()).or_insert_with(|| OfficeEntry {
            title: office.title.to_owned(),
            names_state,
            of: office.of.to_owned(),
            to: office.to.map(str::to_owned),
            level: office.level,
        });
    }

    /// The place of a name in a country, and the state around it on that day.
    pub(super) fn place(&mut self, country: &str, name: &str, state: &country::State) -> String {
        let (local, country) = (slug(name), country::canonical(country));
        let id = format!("hsg-place-{country}-{}", if local.is_empty() { "unnamed" } else { &local });
        let entry = self.places.entry(id.clone()).or_default();
        if entry.name.is_empty() {
            name.clone_into(&mut entry.name);
        }
        entry.within.insert(state.id.clone(), (state.from, state.until));
        id
    }

    /// The visitor of a spelling.
    pub(super) fn visitor(&mut self, country: &str, name: &str, day: &str) -> String {
        let country = country::canonical(country);
        let id = spelling::visitor_id(country, name, day);
        let entry = self.visitors.entry(id.clone()).or_default();
        entry.spellings.insert(name.to_owned());
        entry.note = spelling::why_two(country, name);
        id
    }

    /// Whether somebody of this id visited.
    pub(super) fn has_visitor(&self, id: &str) -> bool {
        self.visitors.contains_key(id)
    }

    fn state_name(&self, id: &str) -> String {
        let Some(entry) = self.states.get(id) else {
            return words(id);
        };
        let last = entry.labels.iter().max_by_key(|(label, day)| (day.as_str(), label.as_str()));
        match (entry.fixed, last) {
            ("", Some((label, _))) => country::turned(label),
            ("", None) => words(id),
            (fixed, _) => fixed.to_owned(),
        }
    }

    /// The states, as records.
    pub(super) fn state_records(&self) -> impl Iterator<Item = Making> {
        self.states.iter().map(|(id, entry)| {
            let name = self.state_name(id);
            let known = [&name].into_iter().cloned().collect::<BTreeSet<_>>();
            let labels: BTreeSet<String> =
                entry.labels.keys().flat_map(|label| [label.clone(), country::turned(label)]).collect();
            let others = labels.difference(&known);
            let making = Making::new(Kind::State, id).text("name", &name);
            let making = others.fold(making, |making, label| making.under("names", "en", label));
            // A table holds one id of a scheme; the others are earlier ids of the state.
            let own = entry.outside.iter().map(|id| country::canonical(id)).next().unwrap_or_default();
            let others: Vec<&String> = entry.outside.iter().filter(|other| *other != own).collect();
            let also = others.iter().map(|other| match country::why_same(other) {
                Some(reason) => format!("also under the id {other}: {reason}"),
                None => format!("also under the id {other}"),
            });
            let lagging = entry.lagging.iter().map(|label| format!("printed as `{label}`"));
            let note = also.chain(lagging).collect::<Vec<_>>().join("; ");
            let is_one = |other: &&str| country::why_same(other).is_some() && !country::is_joined(other);
            let was = others.iter().map(|other| other.as_str()).filter(is_one);
            let making = making.texts("was", was);
            let from = entry.from.and_then(next_day).unwrap_or_default();
            let making =
                making.under("ids", "hsg", own).text("from", &from).text("until", entry.until.unwrap_or_default());
            // Maps and other tables need the code.
            let code = country::code(id, &name, entry.until.is_some()).unwrap_or_default();
            let making = making.under("ids", "iso3166", code);
            making.text("note", &note)
        })
    }

    /// The offices, as records.
    pub(super) fn office_records(&self) -> impl Iterator<Item = Making> {
        self.offices.iter().map(|(id, entry)| {
            let suffix = if entry.names_state { format!(" of {}", self.state_name(&entry.of)) } else { String::new() };
            let to = entry.to.as_ref().map(|to| format!(" to {}", self.state_name(to))).unwrap_or_default();
            let making = Making::new(Kind::Office, id).text("title", &format!("{}{suffix}{to}", entry.title));
            let making = making.text("of", &entry.of).text("to", entry.to.as_deref().unwrap_or_default());
            if entry.level.is_empty() { making } else { making.value("level", entry.level) }
        })
    }

    /// The places, as records.
    pub(super) fn place_records(&self) -> impl Iterator<Item = Making> {
        self.places.iter().map(|(id, entry)| {
            let making = Making::new(Kind::Place, id).text("name", &entry.name);
            entry.within.iter().fold(making, |making, (state, (from, until))| {
                let from = from.and_then(next_day).unwrap_or_default();
                let within = [("place", state.as_str()), ("from", &from), ("until", until.unwrap_or_default())];
                making.value("within", &of_texts(within))
            })
        })
    }

    /// The visitors, as records: each with the name that the rules of spelling prefer, and with its own spellings.
    pub(super) fn visitor_records(&self) -> impl Iterator<Item = Making> {
        self.visitors.iter().map(|(id, entry)| {
            let preferred = self.visitors.get(&spelling::first_of(id)).unwrap_or(entry);
            let name = preferred.spellings.first().map_or("", String::as_str);
            let making = Making::new(Kind::Person, id).text("name", name);
            let others = entry.spellings.iter().filter(|spelling| *spelling != name);
            let making = others.fold(making, |making, other| making.under("names", "en", other));
            making.text("note", entry.note.unwrap_or_default())
        })
    }
}

/// An id as words: `land-a` is `Land A`.
pub(super) fn words(id: &str) -> String {
    let upper = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    id.split('-').map(upper).collect::<Vec<_>>().join(" ")
}

fn next_day(day: &str) -> Option<String> {
    let day: crate::date::Day = day.parse().ok()?;
    Some(day.plus_days(1).to_string())
}
