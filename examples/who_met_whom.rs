//! Whom did Dmitry Medvedev meet in December 2024, and who says so?
//!
//! Run with `cargo run --example who_met_whom`.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Meetings, Query, Rows, Scope};
use chancery::resolve::load_built_in;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let graph = KnowledgeGraph::new(load_built_in().facts);
    // The day only matters for periods such as "last month".
    let period = Period::parse("2024-12", Day::MIN)?;
    let who = "dmitry-medvedev".parse::<chancery::id::Id>()?.into();
    let answer = Query::Meetings(Meetings { who, with: None, scope: Scope::during(period) }).answer(&graph);

    println!("{}", answer.understood);
    let Rows::Events(rows) = &answer.rows else { return Err("meetings are events".into()) };
    for row in rows {
        for met in &row.with {
            println!("{}  {}  ({})", row.date, met.name, row.certainty);
        }
        for account in &row.support {
            println!("            {} {}", account.source, account.locator.as_deref().unwrap_or_default());
        }
    }
    Ok(())
}
