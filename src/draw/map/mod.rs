//! Maps: host countries by how much took place in them, places, or a tour as a route.
//!
//! Land is that of Natural Earth (public domain), in an equal-area projection. Borders are drawn by who holds the ground and
//! are no position of anybody's; they can be left out.

mod clip;
mod drawn;
mod fine;
mod hosts;
mod labels;
mod land;
mod outline;
mod placed;
mod projection;
mod route;
mod shade;
mod tour;
mod view;

pub use view::Extent;

use super::heading::heading;
use super::period::period_in_words;
use super::sheet::{Panel, Sheet};
use super::text::{Ruler, plain};
use crate::graph::KnowledgeGraph;
use crate::query::row::EventRow;
use crate::query::{Answer, Query, Rows};
use outline::Outline;
use placed::Placed;
use route::Route;

/// What a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mapped {
    /// Countries, darker the more took place in them.
    #[default]
    Countries,
    /// Places, as circles that are the larger the more took place at them.
    Places,
    /// The places of one event and what is under it, joined in order of time.
    Route,
}

/// Whether borders are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Borders {
    /// As Natural Earth has them, by who holds the ground.
    #[default]
    DeFacto,
    /// They are not; countries are circles then.
    None,
}

/// A map of events.
#[derive(Debug)]
pub struct Map<'a> {
    answer: &'a Answer,
    title: String,
    borders: Borders,
    outline: &'static Outline,
    shown: Shown,
}

/// What is placed on a map.
#[derive(Debug)]
enum Shown {
    Hosts(Placed),
    Route(Route),
}

impl<'a> Map<'a> {
    /// The map of an answer with rows about events; others give an empty one. Costs the rows and the outline.
    pub fn new(answer: &'a Answer, graph: &KnowledgeGraph, (mapped, borders): (Mapped, Borders)) -> Self {
        let outline = Outline::world();
        let rows: &[EventRow] = match &answer.rows {
            Rows::Events(rows) => rows,
            _ => &[],
        };
        let shown = match mapped {
            Mapped::Countries => Shown::Hosts(Placed::by_country(rows, graph, outline)),
            Mapped::Places => Shown::Hosts(Placed::by_place(rows, graph)),
            Mapped::Route => Shown::Route(Route::of(rows, graph)),
        };
        let title = tour_title(answer, graph).filter(|_| mapped == Mapped::Route);
        let title = title.unwrap_or_else(|| heading(answer, graph));
        Self { answer, title, borders, outline, shown }
    }

    /// The picture.
    pub fn panel(&self, extent: Extent, sheet: &Sheet, ruler: &Ruler) -> Panel {
        drawn::panel(self, extent, sheet, ruler)
    }

    /// What is counted, in the plural.
    fn noun(&self) -> &'static str {
        match &self.answer.query {
            Some(Query::Timeline(_)) | None => "events",
            Some(query) => query.name(),
        }
    }
}

/// What the map of a tour is called: as the tour is.
fn tour_title(answer: &Answer, graph: &KnowledgeGraph) -> Option<String> {
    let tour = answer.query.as_ref().and_then(Query::scope)?.under.as_ref()?;
    let name = graph.facts().name(tour);
    let when = period_in_words(answer.period).map(|period| format!(", {period}"));
    Some(plain(&format!("{name}: stations{}", when.unwrap_or_default())))
}
