//! Draws everything around Dmitry Medvedev in December 2024, for Graphviz.
//!
//! Run with `cargo run --example draw_ego_network | dot -Tsvg > medvedev.svg`.

use chancery::date::{Day, Period};
use chancery::export::dot::{DotOptions, dot};
use chancery::graph::{Filter, KnowledgeGraph, View};
use chancery::resolve::load_built_in;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let graph = KnowledgeGraph::new(load_built_in().facts);
    let centre = graph.node("dmitry-medvedev").ok_or("nobody has this id")?;
    let period = Period::parse("2024-12", Day::MIN)?;

    // A view is a filter over the graph, not a copy; views of views only ever show less.
    let everything = View::new(&graph, Filter::for_drawing(period));
    let surroundings = everything.around(&[centre]).without_lone_nodes(&[centre]);

    let title = Some("Dmitry Medvedev, December 2024".to_owned());
    dot(&surroundings, &mut std::io::stdout().lock(), &DotOptions { title, centres: vec![centre] })?;
    Ok(())
}
