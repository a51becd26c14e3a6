//! What somebody did and held, and whether that lies outside of their life.

use super::checked::Checked;
use crate::date::{Bounds, PointDate};
use crate::id::Id;
use crate::model::Fact;
use crate::read::{PlacedRecord, Spot};
use crate::record::{Body, Person, Presence, Tenure};

/// Something that somebody alive does.
pub(super) struct Deed<'a> {
    /// Who.
    pub(super) who: &'a Fact,
    /// The life of that person.
    pub(super) person: &'a Person,
    /// The event or tenure.
    pub(super) fact: &'a Fact,
    /// Its days.
    pub(super) days: Bounds,
    item: &'a PlacedRecord,
    spot: Spot<'a>,
}

impl<'a> Deed<'a> {
    pub(super) fn place(&self) -> (&'a PlacedRecord, Spot<'a>) {
        (self.item, self.spot)
    }
}

/// Every deed that `is_outside` of the life of the person, by what is certain.
pub(super) fn deeds<'a>(checked: &Checked<'a>, is_outside: impl Fn(&Person, &Bounds) -> bool) -> Vec<Deed<'a>> {
    let mut found = Vec::new();
    let is_dated = |fact: &Fact| matches!(fact.body.as_deref(), Some(Body::Person(one)) if one.born.is_some() || one.died.is_some());
    if !checked.facts().iter().any(is_dated) {
        return found;
    }
    for (fact, days) in checked.events().filter(|(_, days)| days.is_sure()) {
        for part in fact.parts.iter().filter(|part| part.presence != Presence::Absent) {
            let Some((who, person)) = person(checked, &part.who).filter(|(_, one)| is_outside(one, &days)) else {
                continue;
            };
            let place = checked.participation(fact, part);
            found.extend(place.map(|(item, spot)| Deed { who, person, fact, days, item, spot }));
        }
    }
    for fact in checked.facts().iter().filter(|fact| !fact.is_withdrawn()) {
        if let Some(Body::Tenure(tenure)) = fact.body.as_deref()
            && let Some((who, person)) = person(checked, &tenure.person)
        {
            found.extend(held(checked, (who, person), fact, tenure, &is_outside));
        }
    }
    found
}

/// The first date of a tenure that lies outside of the holder's life.
fn held<'a>(
    checked: &Checked<'a>,
    (who, person): (&'a Fact, &'a Person),
    fact: &'a Fact,
    tenure: &'a Tenure,
    is_outside: impl Fn(&Person, &Bounds) -> bool,
) -> Option<Deed<'a>> {
    let ends = [("from", &tenure.from), ("until", &tenure.until), ("appointed", &tenure.appointed)];
    let stated = ends.into_iter().filter_map(|(field, date)| Some((field, date.as_ref()?)));
    let mut all = stated.chain(tenure.held_on.iter().map(|date| ("held_on", date))).filter(|(_, date)| date.is_sure());
    let (field, date) = all.find(|(_, date)| is_outside(person, &date.bounds()))?;
    let item =
        checked.record(fact, |record| matches!(record.body.as_ref(), Body::Tenure(own) if states(own, field, date)))?;
    Some(Deed { who, person, fact, days: date.bounds(), item, spot: Spot::field(field) })
}

fn states(tenure: &Tenure, field: &str, date: &PointDate) -> bool {
    match field {
        "from" => tenure.from.as_ref() == Some(date),
        "until" => tenure.until.as_ref() == Some(date),
        "appointed" => tenure.appointed.as_ref() == Some(date),
        _ => tenure.held_on.contains(date),
    }
}

fn person<'a>(checked: &Checked<'a>, who: &Id) -> Option<(&'a Fact, &'a Person)> {
    let fact = checked.facts().get(who.as_str())?;
    match fact.body.as_deref() {
        Some(Body::Person(person)) => Some((fact, person)),
        _ => None,
    }
}
