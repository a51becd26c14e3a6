//! How long it takes to read a question in English where many names are loaded.
//!
//! It takes a while to load them, so that it measures only the number of names that it is given:
//! `cargo bench --bench asking -- 1000000`.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measures")]
#![expect(clippy::expect_used, reason = "a benchmark stops where it can not go on")]

use chancery::ask::Reader;
use chancery::compile::{Inputs, Place, open, write};
use chancery::date::Day;
use chancery::graph::KnowledgeGraph;
use chancery::read::read_texts;
use chancery::resolve::{Loading, load_folder, resolve};
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// How often each question is read.
const TIMES: u32 = 200;

const QUESTIONS: [&str; 8] = [
    "who did Person 77 Seventyseven meet?",
    "who did Person 77 Seventyseven meet in State A in 2023?",
    "when did Person 77 Seventyseven last meet Person 78 Seventyeight between 2010 and 2020?",
    "how often did Person 77 Seventyseven and Person 78 Seventyeight meet in State A per year?",
    "who met both Person 77 Seventyseven and Person 78 Seventyeight since 2020?",
    "could word have passed from Person 77 Seventyseven to Person 78 Seventyeight within 90 days?",
    "what did Person 77 Seventyseven say about State A in the last 3 months?",
    "why do you say that Person 77 Seventyseven met Person 78 Seventyeight?",
];

fn main() {
    let names = std::env::args().skip(1).find_map(|word| word.parse::<u32>().ok());
    match names {
        Some(names) => measure(names),
        None => println!("give a number of names: cargo bench --bench asking -- 1000000"),
    }
}

fn measure(names: u32) {
    let texts = texts(names);
    let Loading { facts, problems } = resolve(read_texts(texts.clone()));
    assert_eq!(problems, []);
    report("in memory", &KnowledgeGraph::new(facts));
    let folder = Folder::of(&texts);
    let place = Place { facts: &folder.0, cache: None };
    let now = nanoseconds();
    let inputs = Inputs::look(&folder.0, now).expect("a folder that can be looked at");
    let Loading { facts, problems } = load_folder(&folder.0);
    write(&place, &inputs, &KnowledgeGraph::new(facts), &problems, now).expect("it can be written");
    let compiled = open(&place, &inputs).expect("it was compiled");
    report("compiled", &compiled.graph);
}

fn report(how: &str, graph: &KnowledgeGraph) {
    let reader = Reader::new(graph, Day::from_number(20_000).expect("a day"));
    for question in QUESTIONS {
        let first = Instant::now();
        assert!(reader.read(question).is_ok(), "{question}");
        let first = first.elapsed();
        let start = Instant::now();
        for _ in 0..TIMES {
            black_box(reader.read(black_box(question)).expect("a question"));
        }
        let each = start.elapsed() / TIMES;
        println!("{how}: {each:>10.1?} ({first:>10.1?} the first time)  {question}");
    }
}

fn texts(names: u32) -> Vec<(String, Vec<u8>)> {
    let mut records = vec!["    State(id: \"state-a\", name: \"State A\"),\n".to_owned()];
    for number in 0..names {
        let word = match number {
            77 => "Seventyseven".to_owned(),
            78 => "Seventyeight".to_owned(),
            number => format!("Name{number}"),
        };
        let mut record = String::new();
        let _ = writeln!(record, "    Person(id: \"person-{number}\", name: \"Person {number} {word}\"),");
        records.push(record);
    }
    let chunks = records.chunks(20_000).enumerate();
    chunks
        .map(|(number, chunk)| (format!("{number:04}.ron"), format!("[\n{}]\n", chunk.concat()).into_bytes()))
        .collect()
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn of(texts: &[(String, Vec<u8>)]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("chancery-asking-{}", std::process::id())));
        fs::create_dir_all(&folder.0).expect("a folder can be made");
        for (name, text) in texts {
            let path = folder.0.join(name);
            fs::write(&path, text).expect("can be written");
            let file = fs::File::options().write(true).open(path).expect("there");
            file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("can be set");
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn nanoseconds() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a time after 1970");
    i64::try_from(since.as_nanos()).expect("a time of this age")
}
