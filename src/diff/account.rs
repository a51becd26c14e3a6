//! Accounts that came, went, or say something else.

use super::aspect::{Aspects, Change, changes, of_body};
use crate::model::{Account, Fact};
use std::collections::BTreeMap;

/// The accounts that only one of two states has.
#[derive(Default)]
pub(super) struct Accounts {
    pub(super) added: Vec<String>,
    pub(super) withdrawn: Vec<String>,
}

/// Pairs the accounts of two states by what they cite, and adds what a pair says differently where the fact as a whole
/// does not show it.
pub(super) fn compare(before: &Fact, after: &Fact, aspects: &mut Vec<Change>) -> Accounts {
    let (earlier, later) = (by_citation(before), by_citation(after));
    let mut accounts = Accounts::default();
    for (citation, old) in &earlier {
        let new = later.get(citation).map(Vec::as_slice).unwrap_or_default();
        pair(citation, (old, new), aspects, &mut accounts);
    }
    for (citation, new) in later.iter().filter(|(citation, _)| !earlier.contains_key(*citation)) {
        pair(citation, (&[], new), aspects, &mut accounts);
    }
    accounts
}

/// Accounts of one place: those that say the same are left aside, and the others are held against each other in order.
fn pair(citation: &str, (old, new): (&[Aspects], &[Aspects]), aspects: &mut Vec<Change>, accounts: &mut Accounts) {
    let mut new: Vec<&Aspects> = new.iter().collect();
    let mut left = Vec::new();
    for one in old {
        match new.iter().position(|other| *other == one) {
            Some(at) => drop(new.remove(at)),
            None => left.push(one),
        }
    }
    let both = left.len().min(new.len());
    for (before, after) in left.iter().zip(&new) {
        for change in changes(before, after) {
            if !aspects.contains(&change) {
                aspects.push(Change { account: Some(citation.to_owned()), ..change });
            }
        }
    }
    accounts.withdrawn.extend(left.iter().skip(both).map(|_| citation.to_owned()));
    accounts.added.extend(new.iter().skip(both).map(|_| citation.to_owned()));
}

/// What each account says, by what it cites; a record that cites nothing stands under an empty text.
fn by_citation(fact: &Fact) -> BTreeMap<String, Vec<Aspects>> {
    let mut accounts: BTreeMap<String, Vec<Aspects>> = BTreeMap::new();
    for account in &fact.accounts {
        accounts.entry(cited(account)).or_default().push(said(account));
    }
    accounts
}

/// Source, locator and voice of an account: what makes two accounts the same one.
fn cited(account: &Account) -> String {
    let Some(citation) = &account.citation else { return String::new() };
    let says = citation.says.iter().map(|says| format!(" ({says} says)"));
    format!("{}{}", citation.locus(), says.collect::<String>())
}

/// What an account says, with how it says it.
fn said(account: &Account) -> Aspects {
    let mut said = of_body(&account.says);
    let mut add = |aspect: &str, text: Option<String>| {
        said.extend(text.map(|text| ((aspect.to_owned(), None), text)));
    };
    if let Some(citation) = &account.citation {
        add("quote", citation.quote.clone());
        add("lang of the quote", citation.lang.clone());
        add("appeared", citation.appeared.as_ref().map(ToString::to_string));
    }
    for (field, reason) in &account.evidence.derived {
        add(&format!("derived {field}"), Some(reason.clone()));
    }
    add("credibility", account.evidence.credibility.map(|one| one.get().to_string()));
    add("retraction", account.withdrawn.then(|| "taken back by its source".to_owned()));
    said
}
