//! What the signs of a network mean.

use super::actor::Standing;
use super::marks::{dash, line_width};
use super::plan::Plan;
use super::symbol::{event, symbol};
use super::title::number;
use super::{Cluster, Network};
use crate::draw::legend::{Entry, Legend, Sign};
use crate::draw::scene::{Dash, Ink, Stroke};
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
        let others = match network.groups.others() {
            0 => "not known".to_owned(),
            others => format!("{others} others, or not known"),
        };
        entries.push(Entry::new(Sign::Shapes(vec![symbol(None, RADIUS, 0.7)]), others));
    }
    if network.actors.iter().any(|actor| actor.standing == Standing::Event) {
        entries.push(Entry::new(Sign::Shapes(vec![event(RADIUS)]), "event"));
    }
    entries.extend(widths(network));
    entries.extend(degrees(network));
    Legend { entries }
}

/// How wide lines are, where they differ.
fn widths(network: &Network<'_>) -> Vec<Entry> {
    let times: BTreeSet<usize> = network.ties.iter().map(|tie| tie.events.len()).collect();
    let entry = |times: &usize| {
        let stroke = Stroke::solid(Ink::Line, line_width(*times));
        Entry::new(Sign::Line(stroke), number(*times, "event"))
    };
    match (times.first(), times.last()) {
        (Some(fewest), Some(most)) if fewest != most => vec![entry(fewest), entry(most)],
        _ => Vec::new(),
    }
}

/// How lines are broken, where any is.
fn degrees(network: &Network<'_>) -> Vec<Entry> {
    let found: BTreeSet<Certainty> = network.ties.iter().map(super::tie::Tie::certainty).collect();
    if found.iter().all(|degree| dash(*degree) == Dash::Solid) {
        return Vec::new();
    }
    let entry = |degree: &Certainty| {
        let stroke = Stroke { ink: Ink::Line, width: 1.2, dash: dash(*degree) };
        let text = match degree {
            Certainty::Certain => "at least one is certain",
            Certainty::Disputed => "disputed",
            Certainty::Possible => "only possible",
        };
        Entry::new(Sign::Line(stroke), text)
    };
    found.iter().rev().map(entry).collect()
}

/// How to read the picture, as far as the legend does not tell.
pub(super) fn notes(plan: &Plan<'_>, unlabelled: bool) -> Vec<String> {
    let network = plan.network;
    let mut notes = Vec::new();
    let by = match network.cluster {
        Cluster::State => Some("Shape and colour: the state or organization for which they stood most often."),
        Cluster::Party => Some("Shape and colour: the party."),
        Cluster::None => None,
    };
    notes.extend(by.filter(|_| network.groups.named().next().is_some()).map(str::to_owned));
    let shown =
        || network.actors.iter().filter_map(|actor| actor.office.as_deref()).filter(|_| plan.measures.has_offices());
    if shown().next().is_some() {
        let inferred = if shown().any(|office| office.starts_with('[')) {
            "; in brackets offices held that day and not stated in the accounts"
        } else {
            ""
        };
        notes.push(format!("Offices: as at the last event drawn{inferred}."));
    }
    if unlabelled {
        notes.push("Counts and dates of every line stand in the table that goes with the picture.".to_owned());
    }
    notes
}
