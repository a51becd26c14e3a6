//! Where the compiled file of a folder lies.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_128;

/// The folder beside the facts in which the compiled file lies. Hidden, so that it holds no facts.
const FOLDER: &str = ".chancery";
const FILE: &str = "compiled";
/// A folder that git is to leave aside says so itself.
const IGNORED: &[u8] = b"# What lies here follows from the facts, and may be deleted.\n*\n";

/// A facts folder, or a single file, and where its compiled file may lie.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The folder or file.
    pub facts: &'a Path,
    /// A folder for the compiled files of folders that may not be written to, and of single files.
    pub cache: Option<&'a Path>,
}

impl Place<'_> {
    /// Where the file may lie, the first choice first.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.beside().into_iter().chain(self.cached()).collect()
    }

    fn beside(&self) -> Option<PathBuf> {
        self.facts.is_dir().then(|| self.facts.join(FOLDER).join(FILE))
    }

    /// By the folder's own path, whatever links lead to it.
    fn cached(&self) -> Option<PathBuf> {
        let real = fs::canonicalize(self.facts).ok()?;
        let name = format!("{:032x}.compiled", xxh3_128(real.as_os_str().as_encoded_bytes()));
        Some(self.cache?.join(name))
    }

    /// Makes the folder of a path that [`paths`](Self::paths) gave.
    pub(super) fn prepare(&self, path: &Path) -> io::Result<()> {
        let Some(folder) = path.parent() else {
            return Ok(());
        };
        fs::create_dir_all(folder)?;
        let ignored = folder.join(".gitignore");
        if self.beside().as_deref() == Some(path) && !ignored.exists() {
            fs::write(ignored, IGNORED)?;
        }
        Ok(())
    }
}
