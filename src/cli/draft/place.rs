//! Where a record goes: the folder whose facts it is checked against, and the file in it.

use crate::cli::Failure;
use crate::cli::facts::{SETTINGS, nearest};
use crate::cli::invocation::quoted;
use crate::cli::options::FactsArgs;
use chancery::read::files;
use std::path::{Path, PathBuf};

/// A facts folder of one's own.
pub(crate) struct Place {
    /// The folder, or a single file.
    pub(crate) folder: PathBuf,
}

impl Place {
    /// The folder that was named, or the nearest one.
    pub(crate) fn find(facts: &FactsArgs) -> Result<Self, Failure> {
        let folder = facts.facts.clone().or_else(nearest);
        folder.map(|folder| Self { folder }).ok_or_else(|| Failure::Usage {
            message: "there is no facts folder here, and nothing can be added to the built-in facts".to_owned(),
            hint: Some("chancery init DIR".to_owned()),
        })
    }

    /// The file that a record goes into, where only one can be meant.
    pub(crate) fn only_file(&self) -> Option<PathBuf> {
        self.folder.is_file().then(|| self.folder.clone())
    }

    /// The files that there are, as they would be typed here.
    pub(crate) fn files(&self) -> Vec<String> {
        files(&self.folder).0.iter().map(|file| file.path.to_string_lossy().into_owned()).collect()
    }

    /// Refuses a file from which the record would not be loaded.
    pub(crate) fn check(&self, file: &Path) -> Result<(), Failure> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if !name.ends_with(".ron") || name.ends_with(".map.ron") || name.starts_with('.') || name == SETTINGS {
            return Err(usage(format!("`{name}` is no file of facts"), "--file people.ron".to_owned()));
        }
        let is_inside = real(file).is_some_and(|file| real(&self.folder).is_some_and(|real| file.starts_with(real)));
        if !is_inside {
            let folder = self.folder.canonicalize().unwrap_or_else(|_| self.folder.clone());
            let message = format!("{} does not lie in the facts folder {}", file.display(), folder.display());
            let inside = self.folder.strip_prefix(".").unwrap_or(&self.folder).join(&*name);
            return Err(usage(message, format!("--file {}", quoted(&inside.to_string_lossy()))));
        }
        Ok(())
    }
}

/// The own path of a file, which need not be there, nor the folders that it would lie in.
fn real(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let there = path.ancestors().find(|ancestor| ancestor.exists())?;
    let rest = path.strip_prefix(there).ok()?;
    let is_plain = rest.components().all(|part| matches!(part, std::path::Component::Normal(_)));
    is_plain.then(|| there.canonicalize().ok().map(|there| there.join(rest)))?
}

fn usage(message: String, hint: String) -> Failure {
    Failure::Usage { message, hint: Some(hint) }
}
