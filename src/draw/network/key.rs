//! What the signs of a network mean.

use super::actor::Standing;
use super::marks::line_width;
use super::office::Offices;
use super::plan::Plan;
use super::symbol::{event, symbol};
use super::tie::Tie;
use super::{Cluster, Network};
use crate::draw::degree;
use crate::draw::legend::{Entry, Legend, Sign};
use crate::draw::scene::{Ink, Stroke};
use crate::draw::text::number;
use crate::model::Certainty;
use std::collections::BTreeSet;

/// The size of points in a legend.
const RADIUS: f64 = 3.5;

/// The signs that occur.
pub(super) fn legend(network: &Network<'_>) -> Legend {
    let mut entries: Vec<Entry> = Vec::new();
    let names = network.groups.named().enumerate();
    entries.extend(names.map(|(place, name)| Entry::new(Sign::Shapes(vec![symbol(Some(place), RADIUS, 0.7)]), name)));
    let has_other =
        network.actors.iter().any(|actor| actor.standing != Standing::Event && network.groups.colour(actor).is_none());
    if has_other && !entries.is_empty() {
        let unknown = network.actors.iter().any(|actor| actor.standing != Standing::Event && actor.group.is_none());
        let others = match (network.groups.others(), unknown) {
            (0, _) => "not known".to_owned(),
            (1, false) => "1 other".to_owned(),
            (1, true) => "1 other, or not known".to_owned(),
            (others, false) => format!("{others} others"),
            (others, true) => format!("{others} others, or not known"),
        };
        entries.push(Entry::new(Sign::Shapes(vec![symbol(None, RADIUS, 0.7)]), others));
    }
    if network.actors.iter().any(|actor| actor.standing == Standing::Event) {
        entries.push(Entry::new(Sign::Shapes(vec![event(RADIUS)]), "event"));
    }
    entries.extend(widths(network));
    entries.extend(degree::legend(network.ties.iter().map(Tie::certainty), Ink::Line, of_ties));
    Legend { entries }
}

/// What a degree says of a tie, which is as sure as the surest of its events.
fn of_ties(degree: Certainty) -> &'static str {
    match degree {
        Certainty::Certain => "at least one is certain",
        Certainty::Disputed => "disputed",
        Certainty::Possible => "only possible",
    }
}

/// How wide lines are, where they differ.
fn widths(network: &Network<'_>) -> Vec<Entry> {
    let times: BTreeSet<usize> = network.ties.iter().map(|tie| tie.events.len()).collect();
    let entry = |times: &usize| {
        let stroke = Stroke::solid(Ink::Line, line_width(network.ties.len(), *times));
        Entry::new(Sign::Line(stroke), number(*times, "event"))
    };
    match (times.first(), times.last()) {
        (Some(fewest), Some(most)) if fewest != most => vec![entry(fewest), entry(most)],
        _ => Vec::new(),
    }
}

/// By what points are coloured; where nothing of it is known, that.
fn coloured_by(network: &Network<'_>) -> Option<String> {
    let is_known = network.groups.named().next().is_some();
    Some(match (network.cluster, network.as_of, is_known) {
        (Cluster::None, ..) => return None,
        (Cluster::State, _, true) => "Shape and colour: for whom they stood most often.".to_owned(),
        (Cluster::State, _, false) => "For whom they stood is not on record.".to_owned(),
        (Cluster::Party, Some(day), true) => format!("Shape and colour: the party on {day}."),
        (Cluster::Party, None, true) => "Shape and colour: the party.".to_owned(),
        (Cluster::Party, _, false) => "To which parties they belong is not on record.".to_owned(),
    })
}

/// How to read the picture, as far as the legend does not tell; `dates` are those that stand in it.
pub(super) fn notes(plan: &Plan<'_>, dates: &[String], unlabelled: bool) -> Vec<String> {
    let network = plan.network;
    let mut notes = Vec::new();
    notes.extend(coloured_by(network));
    let offices: Vec<&Offices> = match plan.measures.has_offices() {
        true => network.actors.iter().filter_map(|actor| actor.offices.as_ref()).collect(),
        false => Vec::new(),
    };
    if !offices.is_empty() {
        let inferred = offices.iter().any(|one| one.is_inferred());
        let inferred = if inferred { "; in brackets those held that day and stated in no account" } else { "" };
        let several = offices.iter().any(|one| one.are_several());
        let several = if several { "; (+1): one more at once" } else { "" };
        let when = match network.as_of {
            Some(day) => format!("as on {day}"),
            None => "as at the last event drawn".to_owned(),
        };
        notes.push(format!("Offices: {when}{inferred}{several}."));
    }
    notes.extend(degree::note_on_dates(dates.iter().map(String::as_str)));
    if unlabelled {
        notes.push("The days of every line stand in the table.".to_owned());
    }
    notes
}
