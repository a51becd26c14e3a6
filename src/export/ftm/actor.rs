//! Actors, memberships and places.

use super::entity::{Entity, Ids, stated};
use crate::model::Fact;
use crate::record::{Body, Membership, Names, OrganizationKind, Place, State};

/// A person or body.
pub(super) fn actor(ids: &Ids<'_, '_>, fact: &Fact, body: &Body) -> Entity {
    let entity = named(Entity::new(ids.of(&fact.id), schema(body)), fact);
    let entity = entity.with("notes", &fact.notes).with("notes", doubts(fact)).with("sourceUrl", ids.urls(fact));
    match body {
        Body::Person(one) => entity
            .with("lastName", one.family.iter())
            .with("birthDate", stated(one.born.as_ref()))
            .with("deathDate", stated(one.died.as_ref())),
        Body::State(one) => of_state(entity, fact, one),
        Body::Party(one) => {
            let parent = one.of.as_ref().and_then(|id| ids.organization(id));
            entity.with("topics", ["pol.party"]).with("parent", parent)
        }
        Body::Organization(one) => {
            let topics = (one.kind == Some(OrganizationKind::Intergovernmental)).then_some("gov.igo");
            let parent = one.of.as_ref().and_then(|id| ids.organization(id));
            let entity = entity.with("topics", topics).with("parent", parent).with("classification", one.kind);
            entity.with("incorporationDate", stated(one.founded.as_ref()))
        }
        Body::Forum(one) => {
            let parent = one.of.as_ref().and_then(|id| ids.organization(id));
            let entity = entity.with("parent", parent).with("classification", one.kind);
            entity.with("incorporationDate", stated(one.founded.as_ref()))
        }
        _ => entity,
    }
}

fn schema(body: &Body) -> &'static str {
    use OrganizationKind as O;
    match body {
        Body::Person(_) => "Person",
        Body::State(_) => "PublicBody",
        Body::Organization(one) => match one.kind {
            Some(O::Government | O::Legislature | O::Military | O::Security) => "PublicBody",
            Some(O::Company) => "Company",
            _ => "Organization",
        },
        _ => "Organization",
    }
}

fn of_state(entity: Entity, fact: &Fact, state: &State) -> Entity {
    let codes = fact.outside.get("iso3166").into_iter().flatten();
    let entity = entity.with("topics", ["gov.national"]).with("country", codes.map(|code| code.to_lowercase()));
    let entity = entity.with("classification", state.kind).with("incorporationDate", stated(state.from.as_ref()));
    entity.with("dissolutionDate", stated(state.until.as_ref()))
}

/// An entity with the names of a fact and its id in Wikidata.
fn named(entity: Entity, fact: &Fact) -> Entity {
    let empty = Names::default();
    let names = fact.names().unwrap_or(&empty);
    let entity = entity.with("name", [fact.name()]).with("alias", names.full.iter());
    let entity = entity.with("alias", names.names.values().flatten());
    let entity = entity.with("previousName", names.former.iter().map(|former| &former.name));
    entity.with("wikidataId", fact.outside.get("wikidata").into_iter().flatten())
}

/// What accounts contradict each other in, as the model has no place for it.
pub(super) fn doubts(fact: &Fact) -> Option<String> {
    let aspects: Vec<String> = fact.disputed.iter().map(ToString::to_string).collect();
    (!aspects.is_empty()).then(|| format!("Accounts contradict each other in: {}.", aspects.join(", ")))
}

/// Who belongs to what; nothing where one end is no body that the export knows.
pub(super) fn membership(ids: &Ids<'_, '_>, fact: &Fact, membership: &Membership) -> Option<Entity> {
    let (member, of) = (ids.legal(&membership.who)?, ids.organization(&membership.of)?);
    let entity = Entity::new(ids.of(&fact.id), "Membership").with("member", [member]).with("organization", [of]);
    let entity = entity.with("role", membership.kind).with("status", doubts(fact).map(|_| "disputed"));
    let entity = entity.with("startDate", stated(membership.from.as_ref()));
    let entity = entity.with("endDate", stated(membership.until.as_ref()));
    Some(entity.with("description", doubts(fact)).with("sourceUrl", ids.urls(fact)))
}

/// A place.
pub(super) fn address(ids: &Ids<'_, '_>, fact: &Fact, place: &Place) -> Entity {
    let entity = named(Entity::new(ids.of(&fact.id), "Address"), fact).with("full", [fact.name()]);
    let entity = entity.with("latitude", place.lat.map(crate::record::Latitude::get));
    let entity = entity.with("longitude", place.lon.map(crate::record::Longitude::get));
    entity.with("remarks", place.kind.iter()).with("notes", &fact.notes)
}
