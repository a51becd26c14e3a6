//! What stands beside an edge, in words.

use super::date;
use super::picture::{Picture, disputes_capacity};
use crate::graph::{Edge, EdgeKind};
use crate::model::{Fact, Part};
use crate::record::{Body, Part as PartKind, Presence};

/// The words for one edge: what it means, and what is known of how and when.
pub(in crate::export) fn of_edge(picture: &Picture<'_>, edge: &Edge) -> String {
    let kind = kind_of_edge(edge.kind);
    match (picture.view.graph().basis(edge).body.as_deref(), picture.part(edge)) {
        (Some(Body::Tenure(tenure)), _) => format!("{kind}\n{}", date::of_tenure(tenure, picture.holding(edge))),
        (Some(Body::Membership(membership)), _) => match date::of_membership(membership) {
            Some(date) => format!("{kind}\n{date}"),
            None => kind,
        },
        (_, Some(part)) => of_participation(picture, edge, part),
        _ => kind,
    }
}

/// A kind of edge in words: `took part in`.
fn kind_of_edge(kind: EdgeKind) -> String {
    kind.name().replace('_', " ")
}

fn of_participation(picture: &Picture<'_>, edge: &Edge, part: &Part) -> String {
    let verb = match (edge.kind, part.presence) {
        (EdgeKind::TookPartIn, Presence::Video) => "took part by video in".to_owned(),
        (EdgeKind::TookPartIn, Presence::Phone) => "took part by telephone in".to_owned(),
        (EdgeKind::TookPartIn, Presence::Absent) => "was absent from".to_owned(),
        (EdgeKind::TookPartIn, Presence::Expected) => "was expected at".to_owned(),
        (kind, Presence::Absent | Presence::Expected) => format!("{} ({})", kind_of_edge(kind), part.presence),
        (kind, _) => kind_of_edge(kind),
    };
    if edge.kind == EdgeKind::Represented {
        return verb;
    }
    let function = match part.kind {
        PartKind::Principal => String::new(),
        kind => format!(" ({kind})"),
    };
    format!("{verb}{function}{}", capacities(picture, edge, part))
}

fn capacities(picture: &Picture<'_>, edge: &Edge, part: &Part) -> String {
    let graph = picture.view.graph();
    let event: &Fact = graph.basis(edge);
    let titles: Vec<String> =
        part.capacities.iter().map(|stated| stated.capacity.in_words(|id| graph.facts().name(id).to_owned())).collect();
    match titles.as_slice() {
        [] => String::new(),
        titles if disputes_capacity(event, part) => format!("\nas {} !", titles.join(", ")),
        titles => format!("\nas {}", titles.join(", ")),
    }
}
