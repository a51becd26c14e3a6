//! Programs of others, and the folders that they read.

use chancery::export::{Document, Interchange, Packing};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of one test, removed at the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("chancery-readers-{}-{number}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Lays an export down: a file of it, or a folder called as the format.
    pub(crate) fn write(&self, format: Interchange, documents: &[Document]) {
        let folder = match format.packing() {
            Packing::File => self.0.clone(),
            Packing::Folder => self.0.join(format.name()),
        };
        std::fs::create_dir_all(&folder).unwrap();
        for one in documents {
            std::fs::write(folder.join(&one.name), &one.bytes).unwrap();
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a script of `tests/readers` makes of a folder; nothing, and a loud line, where there is no interpreter for it.
/// Panics if the script fails.
pub(crate) fn python(script: &str, folder: &Path) -> Option<serde_json::Value> {
    let Some(interpreter) = std::env::var_os("CHANCERY_READERS") else {
        // Written past the test harness, which would keep the line to itself.
        let line = "SKIPPED: CHANCERY_READERS is not set, so no program of others reads what is exported";
        let _ = writeln!(std::io::stderr(), "{line}");
        return None;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(script);
    let output = Command::new(interpreter).arg(script).arg(folder).output().expect("the interpreter starts");
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{complaint}");
    Some(serde_json::from_slice(&output.stdout).expect(&complaint))
}
