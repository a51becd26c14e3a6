//! Visits of foreign leaders to the United States.

use super::intake::{Came, Context, Made};
use super::meeting::{self, Guest, Stay};
use super::record::Making;
use super::source::Repository;
use super::title::{Form, people};
use super::xml::Element;
use super::{country, level};
use crate::record::Kind;

/// Beginnings of descriptions, and the rank that they state.
const RANKS: &[(&str, &str)] = &[
    ("official working visit", "OfficialWorking"),
    ("state visit", "State"),
    ("official visit", "Official"),
    ("working visit", "Working"),
    ("private visit", "Private"),
];

/// The days of a stay, as fact files have them.
pub(super) fn days(first: &str, last: &str) -> String {
    if first == last { first.to_owned() } else { format!("{first}/{last}") }
}

/// The fact file of what began on a day: one a decade.
pub(super) fn decade(kind: &str, day: &str) -> String {
    let decade = day.get(..3).filter(|decade| decade.bytes().all(|byte| byte.is_ascii_digit()));
    decade.map_or_else(|| format!("{kind}/undated"), |decade| format!("{kind}/{decade}0s"))
}

/// The records of a visit: the visit, and the meeting that the description states.
pub(super) fn made(context: &mut Context, row: &Element) -> Made {
    let (own, visitor) = (row.at("id"), row.at("visitor"));
    let (first, last) = (row.at("start-date"), row.at("end-date"));
    let country = row.child("from").map(|from| from.attribute("id").to_owned()).unwrap_or_default();
    if own.is_empty() || visitor.is_empty() || country.is_empty() || first.is_empty() {
        return Err("this visit has no id, no visitor, no country or no first day".to_owned());
    }
    if !context.is_new(&format!("visit {own}")) {
        return Err(format!("there was a visit {own} before"));
    }
    context.extend(Repository::Visits, &first, &last, row);
    let guests = guests(context, &visitor, &country, &row.at("from"), &first);
    let (id, cited) = (format!("hsg-visit-{own}"), Repository::Visits.row(&own));
    let text = row.at("description");
    let making = Making::new(Kind::Visit, &id).text("to", "united-states").text("when", &days(&first, &last));
    let making = guests.iter().fold(making, |making, guest| making.value("visitors", &guest.written(None)));
    let making = rank(&text).into_iter().fold(making, |making, rank| making.value("rank", rank));
    let making = making.under("ids", "hsg", &format!("visit-{own}")).text("note", &text).text("source", &cited);
    let stay = Stay { id: &id, first: &first, last: &last, cited: &cited, text: &text, guests: &guests };
    let meeting = meeting::with_president(context, &stay).map(|making| (decade("meetings", &first), making));
    Ok(Came::Kept(std::iter::once((decade("visits", &first), making)).chain(meeting).collect()))
}

/// The visitors whom a row names, each with what the title states.
fn guests(context: &mut Context, visitor: &str, country: &str, label: &str, day: &str) -> Vec<Guest> {
    let state = context.register.state(country, label, day);
    let mut guests = Vec::new();
    for titled in people(visitor) {
        let who = context.register.visitor(country, titled.name, day);
        let mut capacities = Vec::new();
        for title in titled.offices {
            let office = context.register.titled(title, &state.id, level::level(title, country));
            capacities.push(if titled.form == Form::Elect { format!("elect:{office}") } else { office });
            context.seen.note(country::canonical(country), title, titled.name, &who, day);
        }
        guests.push(Guest { who, capacities, state: state.id.clone(), printed: titled.printed.to_owned() });
    }
    guests
}

/// The rank that a description begins with.
fn rank(text: &str) -> Option<&'static str> {
    let begins = |words: &str| text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    RANKS.iter().find(|(words, _)| begins(words)).map(|(_, rank)| *rank)
}
