//! Facts compiled and opened again, beside the same facts fresh from their files.

#![allow(dead_code, reason = "each test program uses a part of it")]

use chancery::compile::{Compiled, Inputs, Place, open, write};
use chancery::graph::KnowledgeGraph;
use chancery::query::Query;
use chancery::read::read_folder;
use chancery::resolve::{Loading, resolve};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of a test's own, removed at the end.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("chancery-compiled-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path.canonicalize().expect("a folder"))
    }

    pub(crate) fn with(texts: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, text) in texts {
            folder.put(name, text);
        }
        folder
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("can be written");
    }

    /// Where its compiled file lies.
    pub(crate) fn compiled(&self) -> PathBuf {
        self.0.join(".chancery/compiled")
    }

    pub(crate) fn place(&self) -> Place<'_> {
        Place { facts: &self.0, cache: None }
    }

    pub(crate) fn inputs(&self) -> Inputs {
        Inputs::look(&self.0, now()).expect("a folder that can be looked at")
    }

    /// Reads the folder and compiles it.
    pub(crate) fn compile(&self) -> (KnowledgeGraph, Loading) {
        let inputs = self.inputs();
        let loading = resolve(read_folder(&self.0));
        let graph = KnowledgeGraph::new(loading.facts.clone());
        write(&self.place(), &inputs, &graph, &loading.problems, now()).expect("it can be compiled");
        (graph, loading)
    }

    pub(crate) fn open(&self) -> Compiled {
        open(&self.place(), &self.inputs()).expect("it was compiled")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The time, in nanoseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time after 1970");
    i64::try_from(since.as_nanos()).expect("a time of this age")
}

/// A graph from its file, beside that from which the file was made.
pub(crate) fn both(texts: &[(&str, &str)]) -> (KnowledgeGraph, KnowledgeGraph) {
    let folder = Folder::with(texts);
    let (fresh, _) = folder.compile();
    (fresh, folder.open().graph)
}

/// Asks both graphs.
#[track_caller]
pub(crate) fn assert_same(fresh: &KnowledgeGraph, compiled: &KnowledgeGraph, query: &Query) {
    assert_eq!(format!("{:?}", query.answer(compiled)), format!("{:?}", query.answer(fresh)), "{query:?}");
}
