//! Sources, and what stands in them: each account is a link from a source to what it supports.

use super::entity::{Entity, Ids, is_thing, is_web, stated};
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Kind, Source};
use std::collections::BTreeSet;

/// The sources whose accounts support a fact.
pub(super) fn sources(fact: &Fact) -> BTreeSet<&Id> {
    let accounts = fact.accounts.iter().filter(|account| !account.withdrawn);
    accounts.filter_map(|account| Some(&account.citation.as_ref()?.source)).collect()
}

/// A source.
pub(super) fn article(ids: &Ids<'_, '_>, fact: &Fact, source: &Source) -> Entity {
    let entity = Entity::new(ids.of(&fact.id), "Article").with("title", [&source.title]).with("name", [&source.title]);
    let entity = entity.with("author", source.author.iter()).with("publisher", source.publisher.iter());
    let entity = entity.with("publishedAt", stated(source.published.as_ref()));
    let urls = source.url.iter().chain(&source.archived).filter(|url| is_web(url));
    let entity = entity.with("sourceUrl", urls).with("retrievedAt", source.accessed).with("keywords", source.kind);
    let kept = [&source.archive, &source.collection, &source.r#box, &source.folder, &source.document];
    let kept: Vec<&str> = kept.into_iter().flatten().map(String::as_str).collect();
    let kept = (!kept.is_empty()).then(|| format!("kept in: {}", kept.join(", ")));
    let voice = source.voice.as_ref().and_then(|id| ids.fact(id)).map(|fact| format!("voice of {}", fact.name()));
    entity.with("notes", kept).with("notes", voice).with("notes", &fact.notes)
}

/// What supports a fact: a link for each account, with the place in its source and the words there.
pub(super) fn documentation(ids: &Ids<'_, '_>, fact: &Fact) -> Vec<Entity> {
    // Only things can be documented in the model, and no links.
    if !fact.kind().is_some_and(is_thing) {
        return Vec::new();
    }
    let accounts = fact.accounts.iter().enumerate();
    let links = accounts.filter_map(|(number, account)| {
        let citation = account.citation.as_deref()?;
        let source = ids.of_kind(&citation.source, Kind::Source)?;
        let status = match (account.withdrawn, account.status) {
            (true, _) => "withdrawn".to_owned(),
            (_, Some(status)) => status.to_string(),
            _ => String::new(),
        };
        let entity = Entity::new(ids.link(fact, "account", number + 1), "Documentation");
        let entity = entity.with("document", [source]).with("entity", [ids.of(&fact.id)]);
        let role = citation.locator.as_deref().map(|locator| format!("supports, at {locator}"));
        let entity = entity.with("role", [role.as_deref().unwrap_or("supports")]).with("status", [status]);
        Some(entity.with("description", citation.quote.iter()))
    });
    links.collect()
}

/// Denials as links, remarks and rulings as notes; other judgements have no place in the model.
pub(super) fn judgement(ids: &Ids<'_, '_>, fact: &Fact, body: &Body) -> Vec<Entity> {
    match body {
        Body::Denial(denial) => {
            let aspect = denial.aspect.as_deref().unwrap_or("occurrence");
            let who = denial.who.as_ref().map(|who| format!(" of {who}")).unwrap_or_default();
            let sources = sources(fact).into_iter().filter_map(|id| ids.of_kind(id, Kind::Source));
            let links = sources.enumerate().filter_map(|(number, source)| {
                let entity = Entity::new(ids.link(fact, "denial", number + 1), "Documentation");
                let entity = entity.with("document", [source]).with("entity", [ids.thing(&denial.of)?]);
                Some(entity.with("role", [format!("denies: {aspect}{who} of {}", denial.of)]))
            });
            links.collect()
        }
        Body::Remark(remark) => {
            let entity = note(ids, fact, remark.about.iter()).with("description", [&remark.text]);
            vec![entity.with("sourceUrl", ids.urls(fact))]
        }
        Body::Ruling(ruling) => {
            let text = format!("The keeper's ruling on {} of {}: {}", ruling.aspect, ruling.of, ruling.why);
            vec![note(ids, fact, std::iter::once(&ruling.of)).with("description", [text])]
        }
        _ => Vec::new(),
    }
}

fn note<'i>(ids: &Ids<'_, '_>, fact: &Fact, about: impl Iterator<Item = &'i Id>) -> Entity {
    Entity::new(ids.of(&fact.id), "Note").with("entity", about.filter_map(|id| ids.thing(id)))
}
