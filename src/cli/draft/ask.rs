//! Questions on a terminal: field by field, with the ids and words that may stand there.

use super::names::{innermost, resolved};
use super::{Place, about, flag, takes_several, words};
use crate::cli::Failure;
use crate::cli::names::Names;
use crate::cli::ui::{Ui, escaped};
use chancery::model::Facts;
use chancery::record::{Field, Kind, Shape};
use chancery::write::Draft;
use inquire::autocompletion::{Autocomplete, Replacement};
use inquire::{Confirm, CustomUserError, InquireError, Text};
use std::path::PathBuf;

/// Stands between what is typed and what explains it in a list of suggestions.
const EXPLAINED: &str = " — ";

/// So many suggestions are offered at a time.
const OFFERED: usize = 60;

/// Asks for what a draft lacks, then for whatever else is known.
pub(crate) fn ask(
    draft: &mut Draft,
    file: Option<PathBuf>,
    place: &Place,
    facts: &Facts,
    names: &mut Names<'_>,
    ui: &Ui,
) -> Result<PathBuf, Failure> {
    let mut asker = Asker { draft, facts, names, ui };
    for field in asker.draft.missing() {
        asker.field(&field, Need::Must)?;
    }
    while let Some(field) = asker.another()? {
        asker.field(&field, Need::May)?;
    }
    match file {
        Some(file) => Ok(file),
        None => Ok(PathBuf::from(until_given("file", "The file it goes into; a new one is made", place.files())?)),
    }
}

/// Whether to add what was shown.
pub(crate) fn confirm(question: &str) -> Result<bool, Failure> {
    Confirm::new(question).with_default(true).prompt().map_err(stopped)
}

/// Whether a field may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Must,
    May,
}

struct Asker<'a, 'n> {
    draft: &'a mut Draft,
    facts: &'a Facts,
    names: &'a mut Names<'n>,
    ui: &'a Ui,
}

impl Asker<'_, '_> {
    /// Asks for the values of a field until one fits, and for more where it takes several.
    fn field(&mut self, field: &Field, need: Need) -> Result<(), Failure> {
        loop {
            let typed = text(&flag(field), &about(field), self.suggestions(field))?;
            if typed.is_empty() {
                match need == Need::Must && !self.draft.has(field.name) {
                    true => continue,
                    false => return Ok(()),
                }
            }
            match self.value(field, &typed) {
                Ok(()) if takes_several(field.shape) => {}
                Ok(()) => return Ok(()),
                Err(failure) => self.ui.failure(&failure),
            }
        }
    }

    fn value(&mut self, field: &Field, typed: &str) -> Result<(), Failure> {
        let value = resolved(field, typed, self.facts, self.names)?;
        self.draft.add(field.name, &value).map_err(|error| Failure::Usage { message: error.message, hint: error.hint })
    }

    /// A further field, if there is more to say.
    fn another(&self) -> Result<Option<Field>, Failure> {
        let open: Vec<Field> =
            self.draft.fields().iter().filter(|field| !self.draft.has(field.name)).copied().collect();
        let listed: Vec<String> =
            open.iter().map(|field| format!("{}{EXPLAINED}{}", flag(field), field.about)).collect();
        loop {
            let typed = text("another field", "Enter alone ends the record", listed.clone())?;
            if typed.is_empty() {
                return Ok(None);
            }
            match open.iter().find(|field| flag(field) == typed || field.name == typed) {
                Some(field) => return Ok(Some(*field)),
                None => self.ui.error(&format!("there is no open field `{typed}`")),
            }
        }
    }

    /// What may stand in a field: its words, or the ids of facts with their names.
    fn suggestions(&self, field: &Field) -> Vec<String> {
        if matches!(field.name, "id" | "was") {
            return Vec::new();
        }
        let of = |kind: Option<Kind>| {
            let facts = self.facts.iter().filter(|fact| kind.is_none() || fact.kind() == kind);
            // A name in a file must not speak to the terminal.
            facts.map(|fact| escaped(&format!("{}{EXPLAINED}{}", fact.id, fact.name()))).collect()
        };
        match innermost(field.shape) {
            Some(Shape::Id) => of(None),
            Some(Shape::Capacity) => of(Some(Kind::Office)),
            Some(Shape::Locus) => of(Some(Kind::Source)),
            _ => words(field.shape).iter().map(|word| (*word).to_owned()).collect(),
        }
    }
}

fn until_given(label: &str, help: &str, offered: Vec<String>) -> Result<String, Failure> {
    loop {
        let typed = text(label, help, offered.clone())?;
        if !typed.is_empty() {
            return Ok(typed);
        }
    }
}

/// One line, without what explains a suggestion.
fn text(label: &str, help: &str, offered: Vec<String>) -> Result<String, Failure> {
    let label = format!("{label}:");
    let prompt = Text::new(&label).with_help_message(help).with_autocomplete(Offer { offered });
    let typed = prompt.prompt().map_err(stopped)?;
    Ok(bare(&typed).trim().to_owned())
}

fn bare(typed: &str) -> &str {
    typed.split(EXPLAINED).next().unwrap_or(typed)
}

fn stopped(error: InquireError) -> Failure {
    match error {
        InquireError::IO(error) => Failure::Output(error),
        _ => Failure::Stopped,
    }
}

/// Suggestions that hold what was typed so far, in any case.
#[derive(Clone)]
struct Offer {
    offered: Vec<String>,
}

impl Autocomplete for Offer {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        let typed = typed.to_lowercase();
        let fits = |one: &&String| one.to_lowercase().contains(&typed);
        Ok(self.offered.iter().filter(fits).take(OFFERED).cloned().collect())
    }

    fn get_completion(&mut self, typed: &str, chosen: Option<String>) -> Result<Replacement, CustomUserError> {
        let first = || self.offered.iter().find(|one| one.to_lowercase().starts_with(&typed.to_lowercase())).cloned();
        Ok(chosen.or_else(first).map(|one| bare(&one).to_owned()))
    }
}
