//! What an account says of actors, offices, places and subjects.

use super::said::Teller;
use crate::record::{Body, Names};
use std::collections::BTreeMap;

/// Actors, offices, places and subjects.
pub(super) fn thing(teller: &mut Teller<'_>, body: &Body) {
    match body {
        Body::Person(person) => {
            names(teller, &person.names);
            teller.maybe("family", person.family.as_ref());
            teller.maybe("born", person.born.as_ref().map(|day| day.cell()));
            teller.maybe("died", person.died.as_ref().map(|day| day.cell()));
        }
        Body::State(state) => {
            names(teller, &state.names);
            teller.maybe("kind", state.kind);
            teller.maybe("from", state.from.as_ref().map(|day| day.cell()));
            teller.maybe("until", state.until.as_ref().map(|day| day.cell()));
            teller.ids("succeeds", &state.succeeds);
        }
        Body::Party(party) => {
            names(teller, &party.names);
            teller.ids("of", &party.of);
            let spans = party.ruling.iter().map(|ruled| (&ruled.of, &ruled.from, &ruled.until));
            teller.spans("ruling", spans);
        }
        Body::Organization(organization) => {
            names(teller, &organization.names);
            teller.maybe("kind", organization.kind);
            teller.ids("of", &organization.of);
            teller.maybe("founded", organization.founded.as_ref().map(|day| day.cell()));
        }
        Body::Forum(forum) => {
            names(teller, &forum.names);
            teller.maybe("kind", forum.kind);
            teller.ids("of", &forum.of);
            teller.maybe("founded", forum.founded.as_ref().map(|day| day.cell()));
        }
        Body::Office(office) => {
            teller.say("title", office.title.as_str());
            spellings(teller, &office.names.0);
            teller.ids("of", [&office.of]);
            teller.ids("to", &office.to);
            teller.list("level", office.level.iter().map(ToString::to_string));
            teller.maybe("seats", office.seats);
        }
        Body::Place(place) => {
            names(teller, &place.names);
            let spans = place.within.iter().map(|within| (&within.place, &within.from, &within.until));
            teller.spans("within", spans);
            teller.maybe("lat", place.lat.map(|lat| lat.get()));
            teller.maybe("lon", place.lon.map(|lon| lon.get()));
            teller.maybe("kind", place.kind.as_ref());
        }
        Body::Initiative(initiative) => {
            names(teller, &initiative.names);
            teller.ids("proposed_by", initiative.proposed_by.iter().flatten());
            teller.maybe("kind", initiative.kind.as_ref());
            teller.maybe("from", initiative.from.as_ref().map(|day| day.cell()));
        }
        Body::Topic(topic) => names(teller, &topic.names),
        _ => {}
    }
}

fn names(teller: &mut Teller<'_>, names: &Names) {
    teller.say("name", names.name.as_str());
    teller.maybe("full", names.full.as_ref());
    spellings(teller, &names.names.0);
    teller.list("former", names.former.iter().map(|former| former.name.clone()));
}

/// Names by language, in the order of the languages' codes.
fn spellings(teller: &mut Teller<'_>, names: &BTreeMap<String, Vec<String>>) {
    let lines = names.iter().map(|(lang, spellings)| format!("{} ({lang})", spellings.join(", ")));
    teller.list("names", lines);
}
