//! Networks in the DOT language.

use super::Network;
use super::actor::{Actor, Standing};
use super::tie::Tie;
use super::title::title;
use crate::draw::scene::{Ink, Palette, Theme};
use crate::export::dot::{Pair, Statement, digraph};
use crate::model::Certainty;
use std::io;

/// Writes a network; its lines have no direction.
pub(super) fn write(network: &Network<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut statements = vec![
        Statement::of_graph(&[
            ("label", title(network.answer, network.graph)),
            ("overlap", "prism".to_owned()),
            ("charset", "UTF-8".to_owned()),
        ]),
        Statement::of_nodes(&[("style", "filled".to_owned()), ("fontname", "Helvetica,Arial,sans-serif".to_owned())]),
        Statement::of_edges(&[("dir", "none".to_owned()), ("fontsize", "8".to_owned())]),
    ];
    statements.extend(network.actors.iter().map(|actor| point(network, actor)));
    statements.extend(network.ties.iter().map(line));
    out.write_all(digraph("network", statements).as_bytes())
}

fn point(network: &Network<'_>, actor: &Actor) -> Statement {
    let ink = network.groups.colour(actor).map_or(Ink::Other, Ink::Group);
    let office = actor.offices.as_ref().map(|offices| format!("\n{}", offices.short()));
    let shape = if actor.standing == Standing::Event { "box" } else { "ellipse" };
    let mut attributes: Vec<Pair> = vec![
        ("label", format!("{}{}", actor.name, office.unwrap_or_default())),
        ("shape", shape.to_owned()),
        // Half of the colour shows, so that letters can be read on it.
        ("fillcolor", format!("{}80", Palette::hex(Theme::Light, ink))),
    ];
    attributes.extend(actor.group.as_ref().map(|(_, name)| ("tooltip", name.clone())));
    Statement::node(actor.id.as_str(), &attributes)
}

fn line(tie: &Tie) -> Statement {
    let style = match tie.certainty() {
        Certainty::Certain => "solid",
        Certainty::Disputed => "dashed",
        Certainty::Possible => "dotted",
    };
    let label = match tie.events.len() {
        1 => tie.dates(),
        times => format!("{times}× {}", tie.dates()),
    };
    let events: Vec<&str> = tie.events.iter().map(|(event, _)| event.as_str()).collect();
    let attributes = [
        ("label", label),
        ("style", style.to_owned()),
        ("penwidth", format!("{:.2}", super::marks::line_width(0, tie.events.len()))),
        ("tooltip", events.join(" ")),
    ];
    Statement::edge(tie.ends[0].as_str(), tie.ends[1].as_str(), &attributes)
}
