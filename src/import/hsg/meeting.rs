//! Meetings: those that a description states, with somebody who can be told.

use super::country::State;
use super::intake::Context;
use super::record::{Making, quoted};
use super::spelling;
use super::title::{self, Form};
use crate::names::fold;
use crate::record::Kind;
use crate::write::structure;
use std::collections::{BTreeMap, BTreeSet};

/// So many years before or after a visit, a title and a name of that country mean the visitor.
const YEARS: i32 = 10;

/// Words that stand small within names.
const PARTICLES: &[&str] =
    &["al", "ben", "bin", "da", "de", "del", "della", "dos", "el", "ibn", "la", "ul", "van", "von"];

/// Who visited from where, with which title.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeMap<String, Vec<Visitor>>);

#[derive(Debug)]
struct Visitor {
    id: String,
    office: &'static str,
    name: String,
    year: i32,
}

impl Seen {
    /// Notes that somebody visited.
    pub(super) fn note(&mut self, country: &str, office: &'static str, name: &str, id: &str, day: &str) {
        let visitor = Visitor { id: id.to_owned(), office, name: fold(name), year: year(day) };
        self.0.entry(country.to_owned()).or_default().push(visitor);
    }

    /// The only person of a country with a title and a name, or its last word, who visited within some years.
    fn only(&self, country: &str, office: &str, name: &str, day: &str) -> Option<&str> {
        let name = fold(name);
        let fits = |visitor: &&Visitor| {
            let last = visitor.name.rsplit(' ').next() == Some(name.as_str());
            visitor.office == office && (visitor.name == name || last) && (visitor.year - year(day)).abs() <= YEARS
        };
        let visitors: Vec<&Visitor> = self.0.get(country)?.iter().filter(fits).collect();
        let people: BTreeSet<String> = visitors.iter().map(|visitor| spelling::first_of(&visitor.id)).collect();
        let [_] = people.into_iter().collect::<Vec<_>>().as_slice() else {
            return None;
        };
        visitors.first().map(|visitor| visitor.id.as_str())
    }
}

fn year(day: &str) -> i32 {
    day.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// A stay in which meetings took place.
pub(super) struct Stay<'a> {
    /// The visit.
    pub(super) id: &'a str,
    /// Its first day.
    pub(super) first: &'a str,
    /// Its last day.
    pub(super) last: &'a str,
    /// The citation of its row.
    pub(super) cited: &'a str,
    /// What the source says about it.
    pub(super) text: &'a str,
    /// The visitors, each with the capacities, as fact files have them.
    pub(super) guests: &'a [Guest],
}

/// Somebody who travels.
pub(super) struct Guest {
    /// Who.
    pub(super) who: String,
    /// The capacities.
    pub(super) capacities: Vec<String>,
    /// The state.
    pub(super) state: String,
    /// The title as printed.
    pub(super) printed: String,
}

impl Guest {
    /// The participation, as fact files have it, with a role if there is one.
    pub(super) fn written(&self, role: Option<&str>) -> String {
        let capacities: Vec<String> = self.capacities.iter().map(|capacity| quoted(capacity)).collect();
        let mut fields = vec![("who", quoted(&self.who))];
        if !capacities.is_empty() {
            fields.push(("as", crate::write::list(&capacities)));
        }
        fields.extend(role.map(|role| ("role", role.to_owned())));
        fields.push(("for", quoted(&self.state)));
        if !self.printed.is_empty() {
            fields.push(("printed", quoted(&self.printed)));
        }
        structure(fields)
    }
}

impl Stay<'_> {
    /// When something took place that took place during the stay; each day with a mark, where it is in doubt.
    fn when(&self, mark: &str) -> String {
        let (first, last) = (self.first, self.last);
        if first == last { format!("{first}{mark}") } else { format!("[{first}{mark}..{last}{mark}]") }
    }

    fn meeting(&self, host: &Guest, mark: &str, reason: &str) -> Making {
        let making = Making::new(Kind::Meeting, &format!("{}-meeting", self.id)).text("when", &self.when(mark));
        let making = making.text("part_of", self.id);
        let guests = self.guests.iter().map(|guest| guest.written(Some("Guest")));
        let making = guests.fold(making, |making, guest| making.value("participants", &guest));
        let making = making.value("participants", &host.written(Some("Host")));
        let making = making.under("derived", "when", "within the days of the stay; the source gives no day of its own");
        making.under("derived", "participants", reason).text("source", self.cited)
    }
}

/// What follows each `met with` of a text.
fn met_with(text: &str) -> impl Iterator<Item = &str> {
    let found = text.match_indices("et with ");
    found.filter_map(|(at, words)| {
        let before = text.get(..at)?.chars().next_back()?;
        matches!(before, 'm' | 'M').then(|| text.get(at + words.len()..)).flatten()
    })
}

/// The meeting of visitors with the president in office, where the description names them after `met with President`.
pub(super) fn with_president(context: &Context, stay: &Stay<'_>) -> Option<Making> {
    let named = |rest: &str| {
        let rest = rest.strip_prefix("President ")?;
        let words = name_run(rest);
        let family = words.split(' ').find_map(|word| context.presidents.called(word, stay.first, stay.last));
        family.map(str::to_owned)
    };
    let who = met_with(stay.text).find_map(named)?;
    let host = Guest {
        who,
        capacities: vec![super::president::OFFICE.to_owned()],
        state: "united-states".to_owned(),
        printed: "President".to_owned(),
    };
    Some(stay.meeting(&host, "", "the description names the president, who was in office in those days"))
}

/// The meeting of a traveller with somebody whom the remarks name after `met with`, by a title and a name that only one
/// visitor from that country had in those years.
pub(super) fn with_visitor(context: &mut Context, stay: &Stay<'_>, country: &str, state: &State) -> Option<Making> {
    let named = |rest: &str| {
        let titled = title::titled(rest);
        let [office] = *titled.offices else { return None };
        let name = name_run(titled.name);
        let who = context
            .seen
            .only(super::country::canonical(country), office, &name, stay.first)
            .filter(|_| titled.form == Form::Held)?;
        Some((who.to_owned(), office, titled.printed.to_owned(), name))
    };
    let (who, office, printed, name) = met_with(stay.text).find_map(named)?;
    let level = super::level::level(office, country);
    let host = Guest {
        who,
        capacities: vec![context.register.titled(office, &state.id, level)],
        state: state.id.clone(),
        printed: printed.clone(),
    };
    let reason = format!(
        "the remarks name `{printed} {name}`; one visitor of that country had this title and name within {YEARS} years"
    );
    Some(stay.meeting(&host, "?", &reason))
}

/// The words of a name at the beginning of a text: it ends at the first small word or sign of punctuation.
fn name_run(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split(' ') {
        let bare = word.trim_end_matches(['.', ',', ';', ':', '(', ')']);
        let is_initial = word.ends_with('.') && bare.chars().count() == 1;
        let starts_small = bare.starts_with(char::is_lowercase);
        let particle = bare.split('-').next().is_some_and(|first| PARTICLES.contains(&first));
        if bare.is_empty() || starts_small && !particle {
            break;
        }
        let own = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s")).unwrap_or(bare);
        words.push(own);
        if bare.len() != word.len() && !is_initial {
            break;
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_no_name_goes_on() {
        for (text, name) in [
            ("Person A at Town A.", "Person A"),
            ("Person Alpha. Attended", "Person Alpha"),
            ("A. B. Person, and others", "A B Person"),
            ("Person al-A and", "Person al-A"),
            ("Person II.", "Person II"),
            ("and others", ""),
        ] {
            assert_eq!(name_run(text), name, "{text}");
        }
    }

    #[test]
    fn only_what_was_met_with_counts() {
        let found: Vec<&str> = met_with("Met with A. He met with B; will bet with C.").collect();
        assert_eq!(found.len(), 2);
    }
}
