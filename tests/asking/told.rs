//! Every shape, told with names, periods and options as they come, is read as what it was told for, and as nothing else.

use crate::{built_in, reader, small};
use chancery::ask::{Reader, Refusal, Shape, Slot, Teller, shapes};
use chancery::graph::KnowledgeGraph;
use chancery::query::Directory;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// What can be put into slots.
struct Pool {
    graph: KnowledgeGraph,
    names: HashMap<Slot, Vec<String>>,
}

impl Pool {
    /// The names of facts, as they are written and otherwise; those with a word of a shape in them only where `tricky` is
    /// such that their parts name nothing.
    fn new(graph: KnowledgeGraph, keeps: impl Fn(&str) -> bool) -> Self {
        let directory = Directory::new(&graph);
        let mut names: HashMap<Slot, Vec<String>> = HashMap::new();
        for fact in graph.facts() {
            let Some(entry) = graph.name_entry(fact) else { continue };
            let ways = entry.names.iter().flat_map(|name| [name.clone(), name.to_uppercase(), format!("the {name}")]);
            let ways: Vec<String> = ways.chain([fact.id.to_string()]).filter(|name| keeps(name)).collect();
            for slot in Slot::ALL {
                let Some(wanted) = slot.wanted() else { continue };
                let names_it =
                    |name: &&String| directory.find(name, &wanted).is_ok_and(|found| found.ids == [fact.id.clone()]);
                let fit = ways.iter().filter(names_it);
                names.entry(*slot).or_default().extend(fit.cloned());
            }
        }
        drop(directory);
        Self { graph, names }
    }

    fn name(&self, slot: Slot, number: usize) -> String {
        let names = &self.names[&slot];
        names[number % names.len()].clone()
    }
}

/// Chooses by numbers that a test drew.
struct Drawn<'d> {
    pool: &'d Pool,
    numbers: &'d [usize],
    at: usize,
    told: Vec<(&'static str, Slot, String)>,
}

impl Drawn<'_> {
    fn next(&mut self) -> usize {
        self.at += 1;
        self.numbers[(self.at - 1) % self.numbers.len()]
    }

    fn one(&mut self, of: &[&str]) -> String {
        let number = self.next();
        of[number % of.len()].to_owned()
    }

    fn name(&mut self, slot: Slot) -> String {
        let number = self.next();
        self.pool.name(slot, number)
    }

    fn day(&mut self) -> String {
        let (year, month, day) = (1990 + self.next() % 40, 1 + self.next() % 12, 1 + self.next() % 28);
        format!("{year}-{month:02}-{day:02}")
    }

    fn period(&mut self) -> String {
        let (year, more) = (1990 + self.next() % 40, 1 + self.next() % 9);
        let month = self.one(&["January", "May", "Sept", "December"]);
        let day = self.day();
        match self.next() % 15 {
            0 => format!("in {year}"),
            1 => format!("in {month} {year}"),
            2 => format!("on {more} {month} {year}"),
            3 => format!("on {month} {more}, {year}"),
            4 => format!("on {day}"),
            5 => format!("since {year}"),
            6 => format!("until {day}"),
            7 => format!("before {month} {year}"),
            8 => format!("after {year}"),
            9 => format!("between {year} and {}", year + more),
            10 => format!("from {year} to {}", year + more),
            11 => format!("around {month} {year}"),
            12 => format!("in the last {more} months"),
            13 => "last year".to_owned(),
            _ => format!("during {year}-Q{}", 1 + more % 4),
        }
    }
}

impl Teller for Drawn<'_> {
    fn choose(&mut self, among: usize) -> usize {
        self.next() % among
    }

    fn fill(&mut self, name: &'static str, slot: Slot) -> String {
        let text = match slot {
            Slot::Rank => self.one(&["officials", "leaders", "foreign ministers", "heads of state"]),
            Slot::Number => self.one(&["one", "two", "3", "10"]),
            Slot::Length => self.one(&["90 days", "3 months", "1y"]),
            Slot::Day => self.day(),
            Slot::Period => self.period(),
            Slot::Standing if self.next().is_multiple_of(3) => format!("as of {}", self.day()),
            Slot::Standing => self.period(),
            Slot::About => format!("{} {}", self.one(&["about", "regarding"]), self.name(slot)),
            Slot::Capacity => format!("as {}", self.name(slot)),
            Slot::Means => self.one(&["in person", "by phone", "by video"]),
            Slot::Unit => self.one(&["per year", "each month", "per decade"]),
            Slot::Place if self.next().is_multiple_of(2) => format!("in {}", self.name(Slot::Destination)),
            Slot::Place => format!("at {}", self.name(Slot::Event)),
            Slot::Posts => self.post(),
            Slot::Officials => {
                self.one(&["Chinese officials", "Russian ministers", "Indian leaders", "Brazilian officials"])
            }
            Slot::Official => self.one(&["Chinese official", "Russian minister", "Indian leader"]),
            Slot::Title => "president".to_owned(),
            Slot::Owner => format!("{}'s", self.name(slot)),
            slot => self.name(slot),
        };
        self.told.push((name, slot, text.clone()));
        text
    }
}

impl Drawn<'_> {
    /// A post in the plural.
    fn post(&mut self) -> String {
        let post = self.name(Slot::Office);
        match post.split_once(" of ") {
            Some((head, rest)) => format!("{head}s of {rest}"),
            None => format!("{post}s"),
        }
    }
}

/// The words that shapes have of their own.
fn own_words() -> BTreeSet<String> {
    let patterns = shapes().iter().flat_map(|shape| shape.pattern.split(|c: char| !c.is_alphabetic()));
    let phrases =
        ["in on at during since until about per as by for from under with the part within sidelines each every"];
    patterns.chain(phrases.into_iter().flat_map(|words| words.split(' '))).map(str::to_owned).collect()
}

fn check(reader: &Reader<'_>, pool: &Pool, shape: &'static Shape, numbers: &[usize]) {
    let mut drawn = Drawn { pool, numbers, at: 0, told: Vec::new() };
    let sentence = shape.tell(&mut drawn);
    // Nobody meets himself, and a period may be none: then nothing is asked.
    let Some(asked) = reader.asked(shape, &drawn.told) else { return };
    match reader.read(&sentence) {
        Ok(reading) => assert_eq!(reading.asked, asked, "{sentence}\n{}", shape.pattern),
        Err(Refusal::Several { meant }) => {
            let meant: Vec<String> = meant.iter().map(|one| one.understood.clone()).collect();
            panic!("{sentence} is read as {meant:#?}\n{}", shape.pattern)
        }
        Err(refusal) => panic!("{sentence}: {refusal}\n{}", shape.pattern),
    }
}

fn check_all(pool: &Pool) {
    let reader = reader(&pool.graph);
    let numbers = (0..shapes().len(), prop::collection::vec(0_usize..10_000, 24));
    proptest!(|((shape, numbers) in numbers)| check(&reader, pool, &shapes()[shape], &numbers));
}

#[test]
fn sentences_about_the_built_in_facts_have_one_reading() {
    let own = own_words();
    // A name with a word of a shape in it may be taken apart, and the parts may be names: then there are two readings.
    let is_plain =
        |name: &str| !name.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| own.contains(word));
    let is_id = |name: &str| name.parse::<chancery::id::Id>().is_ok();
    check_all(&Pool::new(built_in(), |name| is_id(name) || is_plain(name.trim_start_matches("the "))));
}

/// Names that have words of shapes in them, whose parts name nothing or the same.
#[test]
fn sentences_with_awkward_names_have_one_reading() {
    check_all(&Pool::new(small(), |_| true));
}
