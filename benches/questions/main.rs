//! How long loading, each question and compiled facts take, at three sizes of a made-up world.
//!
//! Run with `cargo bench --bench questions`; with `-- "ask 100000/path"` after it, only what begins so.

#![expect(clippy::expect_used, reason = "a benchmark stops where it can not go on")]

mod compiled;
mod world;

use chancery::check::check;
use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::query::{
    Attendance, Common, Events, Measure, Meetings, Offices, Path, Query, Rank, Reach, Scope, Visits, Who,
};
use chancery::read::read_texts;
use chancery::resolve::resolve;
use criterion::{BatchSize, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use std::cell::LazyCell;
use std::hint::black_box;
use std::time::Duration;
use world::World;

fn id(text: &str) -> Id {
    text.parse().expect("an id")
}

fn who(text: &str) -> Who {
    id(text).into()
}

fn scope(period: &str) -> Scope {
    Scope::during(Period::parse(period, Day::MIN).expect("a period"))
}

fn met(one: &str, scope: Scope) -> Query {
    Query::Meetings(Meetings { who: who(one), with: None, scope })
}

/// Every question, by name.
fn questions(events: u64) -> Vec<(&'static str, Query)> {
    let (busy, middling) = ("p0".to_owned(), format!("p{}", world::people(events) / 2));
    let with = |scope| Meetings { who: who("state-1"), with: Some(who("state-2")), scope };
    let dated = |all: &[&str], scope| Events { who: all.iter().map(|one| who(one)).collect(), scope };
    let visits = Visits { to: Some(who("state-3")), scope: scope("2015"), ..Visits::default() };
    vec![
        ("meetings, middling, a year", met(&middling, scope("2015"))),
        ("meetings, middling, all", met(&middling, Scope::default())),
        ("meetings, busiest, a year", met(&busy, scope("2015"))),
        ("meetings, busiest, all", met(&busy, Scope::default())),
        ("meetings, state with state, a year", Query::Meetings(with(scope("2015")))),
        ("contacts, middling", {
            Query::Contacts(Meetings { who: who(&middling), with: None, scope: Scope::default() })
        }),
        ("visits to a state, a year", Query::Visits(visits)),
        ("offices, middling", Query::Offices(Offices { who: Some(who(&middling)), ..Offices::default() })),
        ("offices of a state", Query::Offices(Offices { of: Some(who("state-3")), ..Offices::default() })),
        ("attendance, one event", Query::Attendance(Attendance { event: Some(id("e7")), ..Attendance::default() })),
        ("common, middling and busiest", {
            Query::Common(Common { who: vec![who(&middling), who(&busy)], scope: Scope::default() })
        }),
        ("path, a year", Query::Path(Path::new(id(&middling), id("p3"), scope("2015")))),
        ("path, all", Query::Path(Path::new(id(&middling), id("p77"), Scope::default()))),
        ("path, in time", {
            let path = Path::new(id(&middling), id("p77"), scope("2015.."));
            Query::Path(Path { time_ordered: true, ..path })
        }),
        ("reach, a year", Query::Reach(Reach { who: id(&middling), steps: 2, through: None, scope: scope("2015") })),
        ("rank, a year", Query::Rank(Rank { top: Some(20), scope: scope("2015"), ..Rank::default() })),
        ("rank of pairs, a year", {
            Query::Rank(Rank { measure: Measure::Pairs, top: Some(20), scope: scope("2015"), ..Rank::default() })
        }),
        ("timeline, middling", Query::Timeline(dated(&[&middling], Scope::default()))),
        ("events, a month", Query::Events(dated(&[], scope("2015-03")))),
        ("show, middling", Query::Show { id: id(&middling) }),
        ("show, a state", Query::Show { id: id("state-1") }),
        ("search", Query::Search { text: "subject 976".to_owned() }),
        ("stats", Query::Stats),
    ]
}

/// A world that is made when a benchmark first looks at it, so that those not asked for cost nothing.
type Lazy<'w> = LazyCell<World, Box<dyn FnOnce() -> World + 'w>>;

fn loading(criterion: &mut Criterion, world: &Lazy<'_>, events: u64) {
    let mut group = criterion.benchmark_group(format!("load {events}"));
    group.throughput(Throughput::Elements(events)).sampling_mode(SamplingMode::Flat);
    let texts = || world.texts.clone();
    let size = BatchSize::PerIteration;
    group.bench_function("read", |bench| bench.iter_batched(texts, read_texts, size));
    let read = || read_texts(texts());
    group.bench_function("resolve", |bench| bench.iter_batched(read, resolve, size));
    let facts = || resolve(read()).facts;
    group.bench_function("graph", |bench| bench.iter_batched(facts, KnowledgeGraph::new, size));
    let whole = |texts| KnowledgeGraph::new(resolve(read_texts(texts)).facts);
    group.bench_function("whole", |bench| bench.iter_batched(texts, whole, size));
    // The aim is under twice the time of `whole`.
    let checked = |texts| check(&read_texts(texts), &[]);
    group.bench_function("checked", |bench| bench.iter_batched(texts, checked, size));
    group.finish();
}

fn asking(criterion: &mut Criterion, world: &Lazy<'_>, events: u64) {
    let graph = LazyCell::new(|| {
        let loading = resolve(read_texts(world.texts.clone()));
        assert_eq!(loading.problems, []);
        KnowledgeGraph::new(loading.facts)
    });
    let mut group = criterion.benchmark_group(format!("ask {events}"));
    for (name, query) in questions(events) {
        group.bench_function(name, |bench| {
            let graph = &*graph;
            bench.iter(|| black_box(query.answer(graph)));
        });
    }
    group.finish();
}

fn all(criterion: &mut Criterion) {
    for events in [1_000, 10_000, 100_000] {
        let world: Lazy<'_> = LazyCell::new(Box::new(move || World::new(events)));
        loading(criterion, &world, events);
        asking(criterion, &world, events);
        compiled::compiled(criterion, &world, events);
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(500))
        .without_plots();
    targets = all
}
criterion_main!(benches);
