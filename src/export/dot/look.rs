//! How each kind of node looks.
//!
//! Fills are those of Paul Tol's "light" scheme (*Colour Schemes*, SRON/EPS/TN/09-002), which is made to lie behind
//! black text and stays distinct for colour-blind readers. Kinds that share a fill differ in shape.

use super::statement::Pair;
use crate::graph::{EdgeKind, NodeKind};
use crate::model::Certainty;
use crate::record::Kind;

/// Lines and letters of what stands in the background.
pub(super) const GREY: &str = "#999999";

/// Lines and letters of everything else.
pub(super) const INK: &str = "#333333";

const BLUE: &str = "#77AADD";
const CYAN: &str = "#99DDFF";
const MINT: &str = "#44BB99";
const OLIVE: &str = "#AAAA00";
const ORANGE: &str = "#EE8866";
const PALE: &str = "#DDDDDD";
const PEAR: &str = "#BBCC33";
const PINK: &str = "#FFAABB";
const WHITE: &str = "#FFFFFF";
const YELLOW: &str = "#EEDD88";

/// Shape and fill.
fn shape_and_fill(kind: NodeKind) -> (&'static str, &'static str) {
    let NodeKind::Of(kind) = kind else {
        return ("box", WHITE);
    };
    match kind {
        Kind::Person => ("ellipse", YELLOW),
        Kind::State => ("box", BLUE),
        Kind::Party => ("tab", CYAN),
        Kind::Organization => ("component", CYAN),
        Kind::Forum => ("folder", CYAN),
        Kind::Office => ("box", PINK),
        Kind::Place => ("house", PALE),
        Kind::Visit => ("box", ORANGE),
        Kind::Meeting => ("octagon", MINT),
        Kind::Call => ("hexagon", MINT),
        Kind::Session => ("doubleoctagon", PEAR),
        Kind::Activity => ("box", PEAR),
        Kind::Message => ("note", ORANGE),
        Kind::Document => ("note", YELLOW),
        Kind::Statement => ("box", WHITE),
        Kind::Initiative => ("invhouse", OLIVE),
        Kind::Topic => ("underline", WHITE),
        Kind::Source => ("cylinder", WHITE),
        _ => ("box", WHITE),
    }
}

/// The look of a node of some kind.
pub(super) fn of_node(kind: NodeKind, certainty: Certainty) -> Vec<Pair> {
    let (shape, fill) = shape_and_fill(kind);
    let background = matches!(kind, NodeKind::Stub | NodeKind::Of(Kind::Source));
    let ink = if background { GREY } else { INK };
    vec![
        ("shape", shape.to_owned()),
        ("style", style(kind, certainty).to_owned()),
        ("fillcolor", fill.to_owned()),
        ("color", ink.to_owned()),
        ("fontcolor", if background { "#666666" } else { "#000000" }.to_owned()),
    ]
}

/// Fill and outline; stubs are dashed whatever else is said of them.
fn style(kind: NodeKind, certainty: Certainty) -> &'static str {
    match (kind, certainty) {
        (NodeKind::Stub, _) => "filled,dashed",
        (NodeKind::Of(Kind::Activity), Certainty::Certain) => "filled,diagonals",
        (NodeKind::Of(Kind::Office | Kind::Statement), Certainty::Certain) => "filled,rounded",
        (NodeKind::Of(Kind::Office | Kind::Statement), Certainty::Disputed) => "filled,rounded,dashed",
        (NodeKind::Of(Kind::Office | Kind::Statement), Certainty::Possible) => "filled,rounded,dotted",
        (_, Certainty::Certain) => "filled",
        (_, Certainty::Disputed) => "filled,dashed",
        (_, Certainty::Possible) => "filled,dotted",
    }
}

/// How a line is drawn for what is so sure.
pub(super) fn line(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "solid",
        Certainty::Disputed => "dashed",
        Certainty::Possible => "dotted",
    }
}

/// The colour of a line and of its words, by what it is about, so that the eye finds the words of a line: dark ones
/// of Paul Tol's "muted" and "dark" schemes, which need not be told apart to understand the drawing.
pub(super) fn ink(kind: EdgeKind) -> &'static str {
    use EdgeKind as E;
    match kind {
        E::Holds | E::Of | E::MemberOf => "#882255",
        E::Represented => "#117733",
        E::HeldAt | E::Within => "#666633",
        E::PartOf | E::Beside | E::SessionOf => "#225555",
        E::About | E::ProposedBy | E::Succeeded => "#555555",
        E::Supports | E::Denies => GREY,
        _ => "#332288",
    }
}
