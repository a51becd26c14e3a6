//! Holders of offices of whom no meeting with somebody is recorded.
//!
//! What is not recorded may have taken place all the same: the answer says so, and how far meetings of the two are covered.

use super::meetings::{InPerson, meetings};
use super::row::OfficeRow;
use super::{Meetings, Scope, Who};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use std::collections::BTreeMap;

/// Keeps the rows of those of whom no meeting with somebody is recorded in the period, and gives sentences on the others.
///
/// A meeting counts in whatever capacity, and be it only possible. Costs one question about meetings for each holder.
pub(super) fn keep(graph: &KnowledgeGraph, rows: &mut Vec<OfficeRow>, who: &Who, period: Period) -> Vec<String> {
    let people: BTreeMap<Id, bool> =
        rows.iter().map(|row| (row.person.clone(), is_recorded(graph, who, &row.person, period))).collect();
    let is_himself = |person: &Id| who.ids.contains(person);
    rows.retain(|row| people.get(&row.person) == Some(&false) && !is_himself(&row.person));
    let name = |person: &Id| graph.facts().name(person).to_owned();
    let himself = people.keys().filter(|person| is_himself(person)).map(name);
    let mut sentences: Vec<String> = himself.map(|name| format!("{name} is one of the holders.")).collect();
    let met = people.iter().filter(|(_, recorded)| **recorded).map(|(person, _)| name(person));
    sentences.extend(left_out(&met.collect::<Vec<_>>()));
    let end = if !rows.is_empty() {
        "That no meeting is recorded does not mean that they did not meet."
    } else if people.is_empty() {
        "No holder is recorded there."
    } else {
        "There is no other holder, as far as is recorded."
    };
    sentences.push(end.to_owned());
    sentences
}

fn left_out(met: &[String]) -> Option<String> {
    const NAMED: usize = 8;
    let named = met.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = met.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!met.is_empty()).then(|| format!("Left out, as a meeting is recorded, be it only possible: {named}{more}."))
}

/// Whether a meeting in person of both is recorded in the period.
fn is_recorded(graph: &KnowledgeGraph, who: &Who, person: &Id, period: Period) -> bool {
    let scope = Scope { period, at_least: Certainty::Possible, ..Scope::default() };
    let question = Meetings { who: who.clone(), with: Some(person.clone().into()), scope };
    !meetings(graph, &question, InPerson).rows.is_empty()
}
