//! Names that two facts of one kind share.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::model::Fact;
use crate::names::fold;
use crate::read::Spot;
use crate::record::{Body, Kind, Record};
use std::collections::{HashMap, HashSet};

pub(super) const CHECK: Check = Check {
    code: Code::AliasCollision,
    severity: Severity::Warning,
    page: Page {
        what: "two facts of one kind have the same whole name or alias.",
        why: "Who asks by that name is told that it is ambiguous. Often the two are one, under two ids.",
        mend: "Unite them with `SameAs` if they are one. If they are two, tell their names apart, or state it with a \
               `Different` record. Family names, and names of earlier days, may be shared.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B", names: {"en": ["Person A"]}),"#,
        right: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B", names: {"en": ["Person A the younger"]}),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let apart = apart(checked);
    let mut first: HashMap<(Kind, String), &Fact> = HashMap::new();
    let mut told: HashSet<(&Id, &Id)> = HashSet::new();
    for fact in checked.in_order() {
        let Some(kind) = fact.kind() else { continue };
        for name in names(fact) {
            let known = first.entry((kind, fold(name))).or_insert(fact);
            let pair = (&known.id, &fact.id);
            if known.id != fact.id && !apart.contains(&pair) && told.insert(pair) {
                report(checked, known, fact, name, findings);
            }
        }
    }
}

/// The names by which a fact is asked for: those of today, without the family name.
pub(super) fn names(fact: &Fact) -> Vec<&str> {
    if let Some(Body::Office(office)) = fact.body.as_deref() {
        return std::iter::once(&office.title).chain(office.names.values().flatten()).map(String::as_str).collect();
    }
    let Some(names) = fact.names() else {
        return Vec::new();
    };
    let others = names.full.iter().chain(names.names.values().flatten());
    std::iter::once(&names.name).chain(others).map(String::as_str).collect()
}

/// The pairs that `Different` records keep apart, either way round.
pub(super) fn apart<'a>(checked: &Checked<'a>) -> HashSet<(&'a Id, &'a Id)> {
    let known = |id: &Id| checked.facts().get(id.as_str()).map(|fact| &fact.id);
    let pair = |fact: &'a Fact| match fact.body.as_deref() {
        Some(Body::Different(different)) => Some((known(&different.a)?, known(&different.b)?)),
        _ => None,
    };
    checked.facts().iter().filter_map(pair).flat_map(|(a, b)| [(a, b), (b, a)]).collect()
}

fn report(checked: &Checked<'_>, known: &Fact, fact: &Fact, name: &str, findings: &mut Findings<'_>) {
    let message = format!("`{}` and `{}` share the name \"{}\"", known.id, fact.id, shown(name));
    let hint = "unite the two with `SameAs`, tell their names apart, or keep them apart with `Different`";
    if let Some((item, spot)) = name_spot(checked, fact, name) {
        findings.between(item, spot, Some(&known.id), message, hint);
    }
}

/// Where a name of a fact stands.
pub(super) fn name_spot<'a>(
    checked: &Checked<'a>,
    fact: &Fact,
    name: &str,
) -> Option<(&'a crate::read::PlacedRecord, Spot<'a>)> {
    let item = checked.record(fact, |record| field(record, name).is_some())?;
    let spot = field(&item.record, name).map_or(Spot::own(&item.record.head.id), Spot::field);
    Some((item, spot))
}

/// The field of a record in which a name stands.
fn field(record: &Record, name: &str) -> Option<&'static str> {
    let names = match record.body.as_ref() {
        Body::Office(office) if office.title == name => return Some("title"),
        Body::Office(office) => return office.names.values().flatten().any(|one| one == name).then_some("names"),
        Body::Person(one) => &one.names,
        Body::State(one) => &one.names,
        Body::Party(one) => &one.names,
        Body::Organization(one) => &one.names,
        Body::Forum(one) => &one.names,
        Body::Place(one) => &one.names,
        Body::Initiative(one) => &one.names,
        Body::Topic(one) => &one.names,
        _ => return None,
    };
    match name {
        _ if names.name == name => Some("name"),
        _ if names.full.as_deref() == Some(name) => Some("full"),
        _ => names.names.values().flatten().any(|one| one == name).then_some("names"),
    }
}

/// The beginning of a name, for a message.
pub(super) fn shown(name: &str) -> String {
    name.chars().take(60).collect::<String>().replace(char::is_control, " ")
}
