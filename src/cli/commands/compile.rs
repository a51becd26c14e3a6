//! `compile [DIR] [--verify]`.

use crate::cli::Failure;
use crate::cli::compiled::{cache, now};
use crate::cli::facts;
use crate::cli::options::FactsArgs;
use crate::cli::ui::Ui;
use chancery::compile::{Difference, Inputs, Place, verify, write};
use chancery::graph::KnowledgeGraph;
use chancery::read::read_folder;
use chancery::resolve::{Loading, resolve};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compile a folder of facts, so that questions need not read it
///
/// Folders of some size are compiled by themselves when they are first asked. The compiled file lies in a hidden folder
/// beside the facts, or in the user's cache folder where that may not be written to. It is made anew whenever a fact file
/// was changed; deleting it loses nothing.
#[derive(Debug, clap::Args)]
pub(crate) struct CompileArgs {
    /// The folder; without one, that of --facts or the nearest one around
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Read the folder anew and compare every fact and every array with what is compiled, instead of writing it
    #[arg(long)]
    verify: bool,
}

/// Compiles the folder, or compares what was compiled.
pub(super) fn run(args: &CompileArgs, facts: &FactsArgs, ui: &mut Ui) -> Result<ExitCode, Failure> {
    facts.refuse_worlds("compile")?;
    let folder = args.dir.clone().or_else(|| facts::folder(facts)).ok_or_else(|| Failure::Usage {
        message: "there is no facts folder here, and the built-in facts are part of the program".to_owned(),
        hint: Some("chancery compile DIR".to_owned()),
    })?;
    let cache = cache();
    let place = Place { facts: &folder, cache: cache.as_deref() };
    let before = Inputs::look(&folder, now());
    let Loading { facts, problems } = resolve(read_folder(&folder));
    facts::say(&facts, &problems, &folder, ui)?;
    let inputs = before.ok_or_else(|| refused(&folder, "not everything in it can be read"))?;
    let graph = KnowledgeGraph::new(facts);
    if args.verify {
        return match verify(&place, &inputs, &graph, &problems) {
            Ok(()) => say(&graph, "what is compiled is what was read", ui),
            Err(difference) => Err(refused(&folder, &words(&difference))),
        };
    }
    match write(&place, &inputs, &graph, &problems, now()) {
        Ok(path) => say(&graph, &path.display().to_string(), ui),
        Err(error) => Err(refused(&folder, &error.to_string())),
    }
}

fn say(graph: &KnowledgeGraph, what: &str, ui: &Ui) -> Result<ExitCode, Failure> {
    ui.answer(None, format!("{what}: {} facts, {} edges\n", graph.facts().len(), graph.edge_count()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn refused(folder: &Path, why: &str) -> Failure {
    Failure::Refused { message: format!("{} is not compiled: {why}", folder.display()) }
}

fn words(difference: &Difference) -> String {
    match difference {
        Difference::Unused(why) => why.to_string(),
        Difference::Collection => "what is compiled tells otherwise of the collection".to_owned(),
        Difference::Problems => "what is compiled tells of other problems".to_owned(),
        Difference::Fact(id) => format!("what is compiled tells otherwise of `{id}`"),
        Difference::Array(name) => format!("what is compiled has another array `{name}`"),
    }
}
