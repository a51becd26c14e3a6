//! Which facts are asked: a folder that was named, the nearest one around, or those built in.

use super::Failure;
use super::compiled::{self, Before, Keeping};
use super::invocation::Invocation;
use super::names::{Names, SOURCE};
use super::options::FactsArgs;
use super::ui::Ui;
use chancery::compile::Soundness;
use chancery::date::{Day, Period};
use chancery::diagnostic::Diagnostic;
use chancery::graph::KnowledgeGraph;
use chancery::model::Facts;
use chancery::read::{Loaded, read_built_in, read_folder, tables};
use chancery::resolve::{Loading, World, resolve, resolve_in};
use std::path::{Path, PathBuf};

/// The file that makes a folder a facts folder.
pub(crate) const SETTINGS: &str = "chancery.ron";

/// Facts to ask.
pub(crate) struct Asked {
    pub(crate) graph: KnowledgeGraph,
    /// Tells whether what was asked for so far is what was written, where the facts were compiled.
    pub(crate) soundness: Option<Soundness>,
    /// What is to be done once the question is answered.
    pub(crate) keeping: Option<Keeping>,
}

impl From<KnowledgeGraph> for Asked {
    fn from(graph: KnowledgeGraph) -> Self {
        Self { graph, soundness: None, keeping: None }
    }
}

/// Whether compiled facts may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Compiled,
    Files,
}

/// Loads the facts and prints every problem with them.
pub(crate) fn load(args: &FactsArgs, from: Origin, invocation: &Invocation, ui: &mut Ui) -> Result<Asked, Failure> {
    let Some(folder) = folder(args) else {
        return built_in(args, invocation, ui);
    };
    let asked = load_folder(args, from, &folder, invocation, ui)?;
    // A problem with a table was reported when the folder was read.
    let (tables, _) = tables(&folder);
    if tables.is_empty() {
        return Ok(asked);
    }
    let world = world(args, &asked.graph, invocation)?;
    let heard = tables.into_iter().map(|found| found.table).filter(|table| world.hears(&table.settings().source));
    let until = world.known_on.unwrap_or(Day::MAX);
    Ok(Asked { graph: asked.graph.with_tables(heard, until), ..asked })
}

/// Loads the facts of a folder without the rows of its tables.
fn load_folder(
    args: &FactsArgs,
    from: Origin,
    folder: &Path,
    invocation: &Invocation,
    ui: &mut Ui,
) -> Result<Asked, Failure> {
    // Which accounts there are is decided among records, which compiled facts are no longer.
    if args.no_cache || !args.ask_all() {
        return of_folder(args, folder, invocation, ui).map(|(graph, _)| graph.into());
    }
    let before = match from {
        Origin::Files => Before::damaged(folder),
        Origin::Compiled => match compiled::find(folder) {
            Ok(found) => {
                say(found.graph.facts(), &found.problems, folder, ui)?;
                return Ok(Asked { graph: found.graph, soundness: Some(found.soundness), keeping: found.keeping });
            }
            Err(before) => before,
        },
    };
    let (graph, problems) = of_folder(args, folder, invocation, ui)?;
    Ok(Asked { graph, soundness: None, keeping: before.keeping(folder, &problems) })
}

fn built_in(args: &FactsArgs, invocation: &Invocation, ui: &mut Ui) -> Result<Asked, Failure> {
    let Loading { facts, problems } = resolve(read_built_in());
    let version = facts.identity.version.as_deref().unwrap_or_default();
    let name = &facts.identity.name;
    ui.note(&format!("answering from the built-in facts ({name} {version}), a sample; --facts DIR asks your own"));
    say(&facts, &problems, Path::new(""), ui)?;
    in_world(args, facts, read_built_in, invocation).map(Asked::from)
}

/// The graph of a folder that is read, with what was found on the way.
fn of_folder(
    args: &FactsArgs,
    folder: &Path,
    invocation: &Invocation,
    ui: &mut Ui,
) -> Result<(KnowledgeGraph, Vec<Diagnostic>), Failure> {
    let Loading { facts, problems } = resolve(read_folder(folder));
    say(&facts, &problems, folder, ui)?;
    Ok((in_world(args, facts, || read_folder(folder), invocation)?, problems))
}

/// The graph over those accounts that the options want.
fn in_world(
    args: &FactsArgs,
    facts: Facts,
    read: impl FnOnce() -> Loaded,
    invocation: &Invocation,
) -> Result<KnowledgeGraph, Failure> {
    let graph = KnowledgeGraph::new(facts);
    if args.ask_all() {
        return Ok(graph);
    }
    let world = world(args, &graph, invocation)?;
    Ok(KnowledgeGraph::new(resolve_in(read(), &world).facts))
}

/// Prints every problem; without a fact there is nothing to ask.
pub(crate) fn say(facts: &Facts, problems: &[Diagnostic], folder: &Path, ui: &mut Ui) -> Result<(), Failure> {
    ui.problems(problems);
    if facts.is_empty() {
        if problems.is_empty() {
            ui.note("no record lies there; `chancery add KIND` writes one, `chancery init --example DIR` makes a folder with some");
        }
        return Err(Failure::Facts { place: folder.to_owned() });
    }
    if !problems.is_empty() {
        let number = problems.len();
        let counted = if number == 1 { "1 problem".to_owned() } else { format!("{number} problems") };
        ui.note(&format!("{counted} in the facts; the rest was loaded"));
    }
    Ok(())
}

/// Which accounts the options want, with the names of sources resolved among all facts.
fn world(args: &FactsArgs, graph: &KnowledgeGraph, invocation: &Invocation) -> Result<World, Failure> {
    let mut names = Names::new(graph, invocation, Period::ALL);
    let mut sources =
        |texts: &[String]| texts.iter().map(|text| names.one(text, &SOURCE)).collect::<Result<Vec<_>, _>>();
    let known_on = args.as_known_on.as_ref().map(|text| text.parse::<Day>());
    Ok(World {
        only: sources(&args.source)?,
        without: sources(&args.not_source)?,
        known_on: known_on.transpose().map_err(|error| Failure::Usage {
            message: format!("--as-known-on: {error}"),
            hint: Some("write it as 2024-12-31".to_owned()),
        })?,
        unruled: args.no_rulings,
    })
}

/// The folder that is asked: one that was named, or the nearest one around; none for the built-in facts.
pub(crate) fn folder(args: &FactsArgs) -> Option<PathBuf> {
    args.facts.clone().or_else(nearest)
}

/// The nearest folder that has settings, from a path upwards; by the path's own words if it lies in them.
pub(crate) fn around(path: &Path) -> Option<PathBuf> {
    let has_settings = |folder: &&Path| folder.join(SETTINGS).is_file();
    let own = path.ancestors().filter(|folder| !folder.as_os_str().is_empty()).find(has_settings);
    own.map(PathBuf::from).or_else(|| {
        let whole = std::path::absolute(path).ok()?;
        whole.ancestors().find(has_settings).map(from_here)
    })
}

/// The nearest folder, from here upwards, that has settings of a facts folder.
pub(crate) fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().find(|folder| folder.join(SETTINGS).is_file()).map(from_here)
}

/// A folder by the shortest words for it here: `.` and `..` where it is this one or lies around it.
fn from_here(folder: &Path) -> PathBuf {
    let steps =
        std::env::current_dir().ok().and_then(|here| Some(here.strip_prefix(folder).ok()?.components().count()));
    match steps {
        None => folder.to_owned(),
        Some(0) => PathBuf::from("."),
        Some(steps) => vec![".."; steps].iter().collect(),
    }
}
