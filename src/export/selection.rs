//! What is exported, and what is said of it.

use crate::graph::{NodeId, View};
use crate::model::Identity;
use crate::query::{Answer, PanelAnswer};

/// What is exported: a view, with what a reader of the export should know of how it came about.
#[derive(Clone, Debug)]
pub struct Selection<'v> {
    /// What is exported, all of it and nothing else.
    pub view: &'v View<'v>,
    /// The nodes that it is about.
    pub centres: Vec<NodeId>,
    /// What it is about, in words; nothing where it is about everything.
    pub title: Option<String>,
    /// What was chosen, in a sentence.
    pub words: String,
    /// Counts that are exported instead of the view.
    pub counted: Option<Counted<'v>>,
}

/// Counts that are exported.
#[derive(Clone, Copy, Debug)]
pub enum Counted<'v> {
    /// How often each two states were in contact, for `dyads`.
    Panel(&'v PanelAnswer),
    /// How often each two met (`rank --pairs`), for formats that hold a network.
    Pairs(&'v Answer),
}

impl<'v> Selection<'v> {
    /// Everything that a view shows.
    pub fn of(view: &'v View<'v>) -> Self {
        Self { view, centres: Vec::new(), title: None, words: "all facts".to_owned(), counted: None }
    }

    /// What the facts are called.
    pub(super) fn identity(&self) -> &'v Identity {
        &self.view.graph().facts().identity
    }

    /// What the facts are called, with their version.
    pub(super) fn name(&self) -> String {
        let identity = self.identity();
        let name = if identity.name.is_empty() { "facts without a name" } else { identity.name.as_str() };
        let version = identity.version.as_ref().map(|version| format!(" {version}"));
        format!("{name}{}", version.unwrap_or_default())
    }

    /// By which program it was made.
    #[expect(clippy::unused_self, reason = "what is said of a selection is asked of it")]
    pub(super) fn maker(&self) -> &'static str {
        concat!("chancery ", env!("CARGO_PKG_VERSION"))
    }

    /// Sentences on what is in the export, from what facts and by what program it was made.
    pub(super) fn sentences(&self, projection: &str) -> String {
        let identity = self.identity();
        let licence = identity.licence.as_ref().map(|licence| format!(", licence {licence}")).unwrap_or_default();
        let world = if identity.world.is_empty() { String::new() } else { format!(" ({})", identity.world) };
        format!(
            "{projection} Selection: {}. Facts: {}, digest {}{licence}{world}. Made by {}. \
             Certain means: stated by the cited sources and disputed by none that was loaded. \
             What is not in here is not recorded; that does not mean that it did not happen.",
            self.words,
            self.name(),
            identity.digest,
            self.maker()
        )
    }
}
