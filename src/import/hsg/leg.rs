//! Legs of travels abroad of presidents and secretaries of state: one country, a range of days.

use super::country::State;
use super::intake::{Came, Context, Made};
use super::meeting::{self, Guest, Stay};
use super::record::Making;
use super::register::Office;
use super::source::Repository;
use super::visit::{days, decade};
use super::xml::Element;
use super::{person, president};
use crate::record::Kind;

/// The id of the office, which the list of posts has too.
const SECRETARY: &str = "hsg-secretary";

/// The records of a leg: the visit to a state, and the meeting that the remarks state.
pub(super) fn made(context: &mut Context, row: &Element) -> Made {
    let own = row.at("id");
    let (first, last) = (row.at("start-date"), row.at("end-date"));
    let country = row.child("country").map(|country| country.attribute("id").to_owned()).unwrap_or_default();
    if own.is_empty() || country.is_empty() || first.is_empty() {
        return Err("this trip has no id, no country or no first day".to_owned());
    }
    let traveller = traveller(context, row, &first)?;
    if !context.is_new(&format!("trip {own}")) {
        return Err(format!("there was a trip {own} before"));
    }
    context.extend(Repository::Travels, &first, &last, row);
    let state = context.register.state(&country, &row.at("country"), &first);
    let (id, cited) = (format!("hsg-trip-{own}"), Repository::Travels.row(&own));
    let text = row.at("remarks");
    let making = Making::new(Kind::Visit, &id).text("to", &state.id).text("when", &days(&first, &last));
    let places = places(context, &row.at("locale"), &country, &state);
    let making = making.texts("place", places.iter().map(String::as_str)).value("visitors", &traveller.written(None));
    let making = making.under("ids", "hsg", &format!("trip-{own}")).text("note", &text).text("source", &cited);
    let guests = [traveller];
    let stay = Stay { id: &id, first: &first, last: &last, cited: &cited, text: &text, guests: &guests };
    let meeting = meeting::with_visitor(context, &stay, &country, &state);
    let meeting = meeting.map(|making| (decade("meetings", &first), making));
    Ok(Came::Kept(std::iter::once((decade("trips", &first), making)).chain(meeting).collect()))
}

/// The places that a locale names, parted by commas.
fn places(context: &mut Context, locale: &str, country: &str, state: &State) -> Vec<String> {
    let mut places = Vec::new();
    for name in locale.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let place = context.register.place(country, name, state);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Who travelled, in the capacity that the role states.
fn traveller(context: &mut Context, row: &Element, day: &str) -> Result<Guest, String> {
    let (who, name) = (row.attribute("who"), row.at("name"));
    if who.is_empty() {
        return Err("this trip names no traveller".to_owned());
    }
    let (who, capacity, printed) = match row.attribute("role") {
        "president" => {
            let who = president::id(who);
            president::note_office(context);
            let capacity = as_president(context, &who, day);
            (who, capacity, "President")
        }
        "secretary" => {
            context.register.office(&Office {
                id: SECRETARY,
                title: "Secretary of State",
                of: "united-states",
                to: None,
                level: "ForeignMinister",
            });
            (person::id(who), Some(SECRETARY.to_owned()), "Secretary")
        }
        role => return Err(format!("`{role}` is no role of a traveller: it is president or secretary")),
    };
    context.named.insert(who.clone(), name);
    let capacities = capacity.into_iter().collect();
    Ok(Guest { who, capacities, state: "united-states".to_owned(), printed: printed.to_owned() })
}

/// The capacity of a president: the office on the days in office, the office to come in the months before them.
fn as_president(context: &Context, who: &str, day: &str) -> Option<String> {
    match context.presidents.held(who, day) {
        Some(false) if context.presidents.took_office_after(who, day) => Some(format!("elect:{}", president::OFFICE)),
        Some(false) => None,
        _ => Some(president::OFFICE.to_owned()),
    }
}
