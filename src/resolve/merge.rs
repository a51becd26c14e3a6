//! One fact from its accounts.

use super::account::{Group, Member};
use super::identity::Identities;
use super::timing::{self, PublicationDays};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Account, Aspect, COURSE, Fact, Origin};
use crate::read::{Loaded, Spot};
use crate::record::{Body, Clashes, Join, Silence, Status};
use std::sync::Arc;

/// Joins the accounts of a group.
pub(super) fn fact(
    group: &Group<'_>,
    loaded: &Loaded,
    identities: &Identities,
    published: &PublicationDays,
    problems: &mut Vec<Diagnostic>,
) -> Fact {
    let mut fact = Fact::stub(group.id.clone());
    fact.accounts = accounts(group, loaded, published);
    for member in &group.members {
        take_head(&mut fact, member);
        report_missing_source(member, loaded, problems);
    }
    settle(&mut fact, identities, published);
    fact
}

/// Works out everything that follows from the accounts; called again when an account was withdrawn.
pub(super) fn settle(fact: &mut Fact, identities: &Identities, published: &PublicationDays) {
    fact.disputed.clear();
    super::ruling::hear(fact, identities);
    let status = timing::status(fact);
    let (body, clashes) = join(&fact.accounts, status);
    fact.body = body.or_else(|| fact.accounts.first().map(|account| account.heard.clone()));
    if fact.event().is_none() {
        dispute(fact, &clashes);
        return;
    }
    fact.timing = Some(timing::timing(fact, status, published));
    fact.parts = super::parts::parts(fact, status, identities);
    dispute(fact, &clashes);
    timing::dispute(fact, published);
    super::parts::dispute(fact, status, identities);
}

fn accounts(group: &Group<'_>, loaded: &Loaded, published: &PublicationDays) -> Vec<Account> {
    let account = |member: &Member<'_>| {
        // A record that cites two sources is two accounts, which share what they say.
        let record = &member.item.record;
        let (says, evidence) = (record.body.clone(), record.evidence.clone());
        let span = loaded.span_of(member.item);
        let status = timing::account_status(&says, member.citation.map(Arc::as_ref), published);
        let origin = if loaded.built_in { Origin::BuiltIn(span) } else { Origin::File(span) };
        let citation = member.citation.cloned();
        Account { origin, citation, evidence, heard: says.clone(), says, status, withdrawn: false }
    };
    group.members.iter().map(account).collect()
}

fn take_head(fact: &mut Fact, member: &Member<'_>) {
    let head = &member.item.record.head;
    let also = head.was.iter().chain(Some(&head.id)).filter(|id| **id != fact.id);
    for id in also {
        if !fact.was.contains(id) {
            fact.was.push(id.clone());
        }
    }
    for (collection, id) in &head.outside {
        let ids = fact.outside.entry(collection.clone()).or_default();
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    if let Some(note) = &head.note
        && !fact.notes.contains(note)
    {
        fact.notes.push(Arc::clone(note));
    }
}

fn report_missing_source(member: &Member<'_>, loaded: &Loaded, problems: &mut Vec<Diagnostic>) {
    let record = &member.item.record;
    let kind = record.body.kind();
    if !kind.needs_evidence() || !record.evidence.source.is_empty() {
        return;
    }
    let message = format!("`{}` names no source: {} needs one", record.head.id, kind.with_article());
    let problem = loaded.problem(member.item, Spot::own(&record.head.id), |span| {
        Diagnostic::error(Code::MissingCitation, span, message)
    });
    problems.push(problem.with_hint("add `source: \"…#…\"`: the id of a source, and the place in it"));
}

/// What the accounts say together. Most facts have one record, and share what it says.
fn join(accounts: &[Account], status: Status) -> (Option<Arc<Body>>, Clashes) {
    let mut clashes = Clashes::new();
    if let [account] = accounts
        && account.supports(status)
    {
        return (Some(Arc::clone(&account.heard)), clashes);
    }
    let mut supporting: Vec<&Arc<Body>> =
        accounts.iter().filter(|account| account.supports(status)).map(|account| &account.heard).collect();
    supporting.dedup_by(|a, b| Arc::ptr_eq(a, b));
    let Some((first, others)) = supporting.split_first() else {
        return (None, clashes);
    };
    let beforehand: Vec<Body> = accounts.iter().filter_map(|account| beforehand(account, status)).collect();
    if others.is_empty() && beforehand.is_empty() {
        return (Some(Arc::clone(first)), clashes);
    }
    let others: Vec<&Body> = others.iter().map(|body| body.as_ref()).chain(&beforehand).collect();
    let mut body = first.as_ref().clone();
    body.join(&others, &mut clashes);
    super::ends::join(&mut body, accounts, &mut clashes);
    (Some(Arc::new(body)), clashes)
}

/// What an account that announced an event adds once it was held: the rank of a visit, who invited, the number of a
/// session and the like. When, where and with whom it took place only accounts of what happened can tell.
fn beforehand(account: &Account, status: Status) -> Option<Body> {
    if !account.announced(status) {
        return None;
    }
    let mut body = account.heard.as_ref().clone();
    if let Body::Event(event) = &mut body {
        event.silence_participant("participation", |_| true);
    }
    for aspect in COURSE {
        body.silence(aspect);
    }
    Some(body)
}

/// Dates, places and participations are judged by their own rules, not by plain difference; two sources that word a rank in
/// two ways do not contradict each other.
fn dispute(fact: &mut Fact, clashes: &Clashes) {
    const JUDGED_APART: [&str; 5] = ["when", "place", "participation", "for", "rank_text"];
    for name in clashes.iter().filter(|name| !JUDGED_APART.contains(name)) {
        fact.disputed.push(Aspect { name: (*name).to_owned(), who: None });
    }
}
