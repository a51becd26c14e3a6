//! Posts and who held them.

use super::actor::doubts;
use super::entity::{Entity, Ids, stated};
use crate::model::Fact;
use crate::record::{Kind, Level, Office, Tenure};

/// A post.
pub(super) fn position(ids: &Ids<'_, '_>, fact: &Fact, office: &Office) -> Entity {
    let entity = Entity::new(ids.of(&fact.id), "Position").with("name", [&office.title]);
    let entity = entity.with("alias", office.names.values().flatten());
    let entity = entity.with("organization", ids.organization(&office.of)).with("numberOfSeats", office.seats);
    let entity = entity.with("topics", office.level.iter().filter_map(|level| topic(*level)));
    let entity = entity.with("keywords", &office.level).with("notes", &fact.notes).with("notes", doubts(fact));
    entity.with("wikidataId", fact.outside.get("wikidata").into_iter().flatten())
}

/// The topic of the model for a rank, where it has one.
fn topic(level: Level) -> Option<&'static str> {
    Some(match level {
        Level::HeadOfState | Level::HeadOfGovernment => "gov.head",
        Level::Speaker => "gov.legislative",
        Level::DefenceMinister | Level::SecurityAdviser => "gov.security",
        Level::ForeignMinister | Level::Minister | Level::DeputyMinister | Level::DeputyHead => "gov.executive",
        _ => return None,
    })
}

/// Who held a post; nothing where holder or post are none that the export knows.
pub(super) fn occupancy(ids: &Ids<'_, '_>, fact: &Fact, tenure: &Tenure) -> Option<Entity> {
    let holder = ids.of_kind(&tenure.person, Kind::Person)?;
    let post = ids.of_kind(&tenure.office, Kind::Office)?;
    let entity = Entity::new(ids.of(&fact.id), "Occupancy").with("holder", [holder]).with("post", [post]);
    let entity = entity.with("startDate", stated(tenure.from.as_ref())).with("endDate", stated(tenure.until.as_ref()));
    // Without an end nobody knows whether it goes on; only the days on which it is attested do.
    let status = if tenure.until.is_some() { "ended" } else { "unknown" };
    let entity =
        entity.with("status", [status]).with("date", tenure.held_on.iter().filter_map(|day| stated(Some(day))));
    Some(entity.with("description", words(fact, tenure)).with("sourceUrl", ids.urls(fact)))
}

/// What the model has no place for.
fn words(fact: &Fact, tenure: &Tenure) -> Vec<String> {
    let date = |what: &str, date: Option<&crate::date::PointDate>| date.map(|date| format!("{what} {date}"));
    let told = [
        (tenure.acting == Some(true)).then(|| "acting".to_owned()),
        date("from", tenure.from.as_ref()),
        date("until", tenure.until.as_ref()),
        date("appointed", tenure.appointed.as_ref()),
        date("credentials presented", tenure.credentials.as_ref()),
        tenure.how_ended.map(|how| format!("ended: {how}")),
        doubts(fact),
    ];
    told.into_iter().flatten().collect()
}
