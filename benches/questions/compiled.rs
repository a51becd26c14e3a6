//! How long it takes to write a compiled file, to open it, and to answer from it what is asked first.

use super::{Lazy, World, scope, who};
use chancery::compile::{Inputs, Place, open, write};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Directory, Meetings, Query};
use chancery::resolve::{Loading, load_folder};
use criterion::{Criterion, SamplingMode, Throughput};
use std::cell::LazyCell;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A folder with the texts of a world, removed at the end.
struct Folder(PathBuf);

impl Folder {
    /// Its files are as old as those of a folder that nobody has just changed.
    fn of(world: &World) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id())));
        fs::create_dir_all(&folder.0).expect("a folder can be made");
        for (name, text) in &world.texts {
            let path = folder.0.join(name);
            fs::write(&path, text).expect("can be written");
            let file = fs::File::options().write(true).open(path).expect("there");
            file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("can be set");
        }
        folder
    }

    fn place(&self) -> Place<'_> {
        Place { facts: &self.0, cache: None }
    }

    fn inputs(&self) -> Inputs {
        Inputs::look(&self.0, now()).expect("a folder that can be looked at")
    }

    fn open(&self) -> KnowledgeGraph {
        open(&self.place(), &self.inputs()).expect("it was compiled").graph
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970");
    i64::try_from(since.as_nanos()).expect("a time of this age")
}

/// Measures it over a world with so many events.
pub(crate) fn compiled(criterion: &mut Criterion, world: &Lazy<'_>, events: u64) {
    let folder = LazyCell::new(|| Folder::of(world));
    let loaded = LazyCell::new(|| {
        let Loading { facts, problems } = load_folder(&folder.0);
        assert_eq!(problems, []);
        KnowledgeGraph::new(facts)
    });
    let compile = || write(&folder.place(), &folder.inputs(), &loaded, &[], now()).expect("it can be compiled");
    let written = LazyCell::new(compile);
    let mut group = criterion.benchmark_group(format!("compiled {events}"));
    group.throughput(Throughput::Elements(events)).sampling_mode(SamplingMode::Flat);
    group.bench_function("write", |bench| bench.iter(compile));
    group.bench_function("open", |bench| {
        assert!(written.exists());
        bench.iter(|| black_box(folder.open()));
    });
    let question = Query::Meetings(Meetings { who: who("p40"), with: None, scope: scope("2015") });
    group.bench_function("open and ask", |bench| {
        assert!(written.exists());
        bench.iter(|| black_box(question.answer(&folder.open())));
    });
    group.bench_function("open and find a name", |bench| {
        assert!(written.exists());
        let wanted = chancery::names::Wanted { kinds: chancery::record::Kind::ALL, word: "anything" };
        bench.iter(|| {
            let graph = folder.open();
            black_box(Directory::new(&graph).resolve("Person 40", &wanted, chancery::date::Period::ALL).is_ok())
        });
    });
    group.finish();
}
