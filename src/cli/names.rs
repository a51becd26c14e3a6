//! Names on the command line: resolved exactly or not at all, with the next command to type where they are not.

use super::Failure;
use super::invocation::Invocation;
use chancery::date::Period;
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::names::{NameError, Resolved, Wanted};
use chancery::query::wanted::PARTNER;
pub(crate) use chancery::query::wanted::{ABOVE, ACTOR, ANY, CHAINED, DESTINATION, OFFICE, PLACE, SOURCE, WHO};
use chancery::query::{Directory, NoTitle, Who, WhoError, titled};
use chancery::record::Kind;

/// Resolves the names of one command.
pub(crate) struct Names<'a> {
    graph: &'a KnowledgeGraph,
    directory: Directory<'a>,
    invocation: &'a Invocation,
    period: Period,
    /// What there is to say about names that could have meant others.
    pub(crate) notices: Vec<String>,
}

impl<'a> Names<'a> {
    /// Takes in the names of a graph; the period tells how active candidates are.
    pub(crate) fn new(graph: &'a KnowledgeGraph, invocation: &'a Invocation, period: Period) -> Self {
        Self { graph, directory: Directory::new(graph), invocation, period, notices: Vec::new() }
    }

    /// Somebody asked about.
    pub(crate) fn who(&mut self, text: &str) -> Result<Who, Failure> {
        self.resolve(text, &WHO).map(|resolved| Who { ids: resolved.ids })
    }

    /// As [`who`](Self::who), where somebody is named.
    pub(crate) fn maybe_who(&mut self, text: Option<&String>) -> Result<Option<Who>, Failure> {
        text.map(|text| self.who(text)).transpose()
    }

    /// Somebody whom others met, where somebody is named.
    pub(crate) fn maybe_partner(&mut self, text: Option<&String>) -> Result<Option<Who>, Failure> {
        let resolve = |text: &String| self.resolve(text, &PARTNER).map(|resolved| Who { ids: resolved.ids });
        text.map(resolve).transpose()
    }

    /// Somebody asked about, or any other fact where the text names nobody but that.
    pub(crate) fn maybe_any(&mut self, text: Option<&String>) -> Result<Option<Who>, Failure> {
        let Some(text) = text else { return Ok(None) };
        let names_nobody = |error: WhoError| !matches!(error.error, NameError::Ambiguous { .. });
        let is_other = self.directory.resolve(text, &WHO, self.period).err().is_some_and(names_nobody);
        let wanted = if is_other { &ANY } else { &WHO };
        self.resolve(text, wanted).map(|resolved| Some(Who { ids: resolved.ids }))
    }

    /// All of several.
    pub(crate) fn all(&mut self, texts: &[String]) -> Result<Vec<Who>, Failure> {
        texts.iter().map(|text| self.who(text)).collect()
    }

    /// Exactly one fact.
    pub(crate) fn one(&mut self, text: &str, wanted: &Wanted<'_>) -> Result<Id, Failure> {
        let resolved = self.resolve(text, wanted)?;
        match resolved.ids.as_slice() {
            [id] => Ok(id.clone()),
            ids => {
                let error = NameError::Ambiguous { text: text.to_owned(), candidates: ids.to_vec() };
                let candidates = ids.iter().map(|id| self.directory.candidate(id, self.period)).collect();
                Err(self.failure(text, wanted, WhoError { error, candidates }))
            }
        }
    }

    /// Any fact; a stub has no names, but its id may be asked about all the same.
    pub(crate) fn fact(&mut self, text: &str) -> Result<Id, Failure> {
        match self.graph.facts().get(text) {
            Some(fact) => Ok(fact.id.clone()),
            None => self.one(text, &ANY),
        }
    }

    /// As [`one`](Self::one), where something is named.
    pub(crate) fn maybe_one(&mut self, text: Option<&String>, wanted: &Wanted<'_>) -> Result<Option<Id>, Failure> {
        text.map(|text| self.one(text, wanted)).transpose()
    }

    /// What a text names, where it names anything: several, where an outside id is carried by several.
    pub(crate) fn maybe_several(&mut self, text: Option<&String>, wanted: &Wanted<'_>) -> Result<Option<Who>, Failure> {
        text.map(|text| self.resolve(text, wanted).map(|resolved| Who { ids: resolved.ids })).transpose()
    }

    /// The offices that a text names, if it names any; several where one name means several.
    pub(crate) fn offices(&self, text: &str) -> Vec<Id> {
        match self.directory.resolve(text, &OFFICE, self.period) {
            Ok(resolved) => resolved.ids.into_iter().chain(resolved.passed_over).collect(),
            Err(WhoError { error: NameError::Ambiguous { candidates, .. }, .. }) => candidates,
            Err(_) => Vec::new(),
        }
    }

    /// Words of titles, which an office has to have.
    pub(crate) fn title(&self, text: &str) -> Result<(), Failure> {
        titled(self.graph, text).map_err(|NoTitle { meant }| {
            let better = meant.and_then(|meant| self.invocation.with(text, &meant));
            let hint = better.unwrap_or_else(|| format!("chancery search {}", super::invocation::quoted(text)));
            let message = format!("the words of `{text}` stand together in no title or rank of an office");
            Failure::Question { message, hints: vec![hint] }
        })
    }

    fn resolve(&mut self, text: &str, wanted: &Wanted<'_>) -> Result<Resolved, Failure> {
        if text.trim().is_empty() {
            let message = format!("a name is empty; {} is wanted here", wanted.word);
            return Err(Failure::Usage { message, hint: Some("`chancery search TEXT` finds names".to_owned()) });
        }
        let resolved =
            self.directory.resolve(text, wanted, self.period).map_err(|error| self.failure(text, wanted, error))?;
        if let ([taken], [_, ..]) = (resolved.ids.as_slice(), resolved.passed_over.as_slice()) {
            let others: Vec<String> = resolved.passed_over.iter().map(Id::to_string).collect();
            self.notices.push(format!(
                "`{text}` was taken to mean {taken}; also so named, but in no event: {}",
                others.join(", ")
            ));
        }
        Ok(resolved)
    }

    /// Says what is wrong with a name and which command would work.
    fn failure(&self, text: &str, wanted: &Wanted<'_>, error: WhoError) -> Failure {
        let ids: Vec<&Id> = match &error.error {
            // Only the nearest: a suggestion is a guess, and a list of them stands in the message.
            NameError::Unknown { suggestions, .. } => suggestions.iter().take(1).map(|near| &near.id).collect(),
            NameError::Ambiguous { candidates, .. } => candidates.iter().collect(),
            NameError::Unfit { bearers, .. } => bearers.iter().map(|bearer| &bearer.id).collect(),
            NameError::WrongKind { found, near, .. } => {
                let wanted = found.iter().filter(|(_, kind)| wanted.kinds.contains(kind)).map(|(id, _)| id);
                wanted.chain(near.iter().take(1).map(|near| &near.id)).collect()
            }
        };
        let commands = ids.iter().take(8).filter_map(|id| self.invocation.with(text, id.as_str()));
        let mut hints: Vec<String> = commands.collect();
        if let (NameError::WrongKind { found, .. }, true) = (&error.error, hints.is_empty()) {
            hints.extend(found.iter().take(1).map(|(id, kind)| format!("chancery {} {id}", about(*kind))));
        }
        if hints.is_empty() {
            let words = text.rsplit(':').next().unwrap_or_default();
            let search = super::invocation::quoted(words);
            hints.push(format!("chancery search {search}"));
        }
        Failure::Who { error: Box::new(error), hints }
    }
}

/// The question that tells who stands behind something that is nobody itself.
fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Office => "offices",
        Kind::Forum | Kind::Session => "attendance",
        _ => "show",
    }
}

/// What is wrong with a name, with a line per candidate.
pub(crate) fn words(error: &WhoError) -> String {
    let mut words = error.error.to_string();
    for near in error.error.near() {
        words += &format!("\n  {} ({}, {})", near.id, near.name, near.kind);
    }
    for candidate in &error.candidates {
        words += &format!("\n  {candidate}");
    }
    words
}
