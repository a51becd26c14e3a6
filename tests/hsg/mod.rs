//! What tests of the import of the Office of the Historian's data share: a sink in memory, and the published files where
//! they are.

use chancery::import::{Sink, Tally, hsg};
use chancery::write::Draft;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Records by fact file, as they came.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    pub(crate) files: BTreeMap<String, Vec<String>>,
    pub(crate) bytes: u64,
}

impl Sink for Folder {
    fn record(&mut self, file: &str, record: Draft) -> io::Result<()> {
        self.files.entry(file.to_owned()).or_default().push(record.text());
        Ok(())
    }

    fn advance(&mut self, bytes: u64) {
        self.bytes += bytes;
    }
}

impl Folder {
    /// The files as texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (String, String)> {
        self.files.iter().map(|(file, records)| {
            let records: String = records.iter().map(|record| format!("    {record},\n")).collect();
            (format!("{file}.ron"), format!("[\n{records}]\n"))
        })
    }

    /// Writes the files below a folder.
    #[allow(dead_code, reason = "one of the tests that share this file asks the program about the folder")]
    pub(crate) fn write(&self, below: &Path) {
        for (file, text) in self.texts() {
            let file = below.join(file);
            fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder can be made");
            fs::write(file, text).expect("a file can be written");
        }
        fs::write(below.join("chancery.ron"), "(name: \"hsg\")\n").expect("the settings can be written");
    }
}

/// Imports files into memory.
pub(crate) fn import(files: &[PathBuf]) -> (Folder, Tally) {
    let mut folder = Folder::default();
    let tally = hsg::import(files, &mut folder).expect("the files can be read");
    assert!(tally.is_balanced(), "every row is accounted for");
    (folder, tally)
}

/// The folder of the published files; without it the test says loudly that it did not run.
pub(crate) fn published(test: &str) -> Option<PathBuf> {
    let folder = env::var_os("CHANCERY_HSG_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!(
            "WARNING: {test} did not run: CHANCERY_HSG_DIR names no folder with the files of the Office of the Historian"
        );
    }
    folder
}
