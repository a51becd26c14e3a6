//! Which facts are asked: a folder that was named, the nearest one around, or those built in.

use super::Failure;
use super::options::FactsArgs;
use super::ui::Ui;
use chancery::graph::KnowledgeGraph;
use chancery::resolve::{Loading, load_built_in, load_folder};
use std::path::PathBuf;

/// The file that makes a folder a facts folder.
const SETTINGS: &str = "chancery.ron";

/// Loads the facts and prints every problem with them.
pub(crate) fn load(args: &FactsArgs, ui: &mut Ui) -> Result<KnowledgeGraph, Failure> {
    let folder = args.facts.clone().or_else(nearest);
    let loading = match &folder {
        Some(folder) => load_folder(folder),
        None => {
            let loading = load_built_in();
            let identity = &loading.facts.identity;
            let version = identity.version.as_deref().unwrap_or_default();
            ui.note(&format!(
                "answering from the built-in facts ({} {version}), a sample; --facts DIR asks your own",
                identity.name
            ));
            loading
        }
    };
    let Loading { facts, problems } = loading;
    ui.problems(&problems);
    if facts.is_empty() {
        return Err(Failure::Facts { place: folder.unwrap_or_default() });
    }
    if !problems.is_empty() {
        let number = problems.len();
        let counted = if number == 1 { "1 problem".to_owned() } else { format!("{number} problems") };
        ui.note(&format!("{counted} in the facts; the rest was loaded"));
    }
    Ok(KnowledgeGraph::new(facts))
}

/// The nearest folder, from here upwards, that has settings of a facts folder.
fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().find(|folder| folder.join(SETTINGS).is_file()).map(PathBuf::from)
}
