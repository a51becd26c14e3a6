//! One letter changed in a word of the command line: it is never taken for another word, and the right one is suggested.
//!
//! Of one slip: a letter replaced, left out, doubled, or swapped with the next. What is a word of its kind all the same is
//! read as that word, which `Read as:` names; a sample of that goes through the program in `tests/slips.rs`.

use super::failure::Failure;
use super::{examples, usage};
use chancery::ask::{Reader, shapes};
use chancery::date::{Day, Length, Period};
use chancery::graph::KnowledgeGraph;
use chancery::model::Fact;
use chancery::names::{NameEntry, NameError, Step, Wanted, fold};
use chancery::query::{Answer, Channel, Directory, Page, SortBy, Voice, wanted};
use chancery::read::read_built_in;
use chancery::record::{Kind, Level, Mode, Rank};
use chancery::resolve::resolve;
use clap::{Arg, Command};
use std::collections::BTreeMap;

/// Every word that came of another by one slip.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let mut with = |others: &[char]| {
            let (before, after) = (&letters[..at], &letters[at + 1..]);
            slips.push(before.iter().chain(others).chain(after).collect::<String>());
        };
        others(*letter).into_iter().for_each(|other| with(&[other]));
        with(&[]);
        with(&[*letter, *letter]);
        if let Some(next) = letters.get(at + 1) {
            slips.push(letters[..at].iter().chain([next, letter]).chain(&letters[at + 2..]).collect());
        }
    }
    slips.retain(|slip| slip != word && !slip.is_empty());
    slips.sort();
    slips.dedup();
    slips
}

/// What is typed instead of a letter.
fn others(letter: char) -> Vec<char> {
    match letter {
        '0'..='8' => vec![char::from_u32(letter as u32 + 1).unwrap()],
        '9' => vec!['0'],
        'a'..='y' | 'A'..='Y' => vec![char::from_u32(letter as u32 + 1).unwrap(), 'k'],
        _ => vec!['e'],
    }
}

/// What became of the slips.
#[derive(Default)]
struct Count {
    tried: usize,
    valid: usize,
    refused: usize,
    suggested: usize,
    missed: Vec<String>,
}

impl Count {
    /// Notes what a refusal says about a slip.
    fn refusal(&mut self, slip: &str, says_it: bool, text: &str) {
        self.refused += 1;
        if says_it {
            self.suggested += 1;
        } else {
            self.missed.push(format!("{slip}: {text}"));
        }
    }

    fn end(self, at_least: usize) {
        let Self { tried, valid, refused, suggested, missed } = self;
        assert!(tried >= at_least, "{tried} slips are tried, of which {valid} are words");
        assert!(missed.is_empty(), "the right word is suggested for {suggested} of {refused}, not for {missed:#?}");
    }
}

/// Every command with the words that lead to it.
fn paths(command: &Command, path: &[String], give: &mut dyn FnMut(&[String], &Command)) {
    give(path, command);
    for sub in command.get_subcommands() {
        let below: Vec<String> = path.iter().cloned().chain([sub.get_name().to_owned()]).collect();
        paths(sub, &below, give);
    }
}

struct Line {
    root: Command,
}

impl Line {
    fn new() -> Self {
        let mut root = examples::command();
        root.build();
        Self { root }
    }

    /// What the program says to these words, if it does not take them.
    fn refusal(&mut self, words: &[String]) -> Option<String> {
        let typed = std::iter::once("chancery").chain(words.iter().map(String::as_str));
        let error = self.root.try_get_matches_from_mut(typed).err()?;
        error.use_stderr().then(|| plain(&usage::told(&error, words, &self.root)))
    }
}

/// A text without colours.
fn plain(text: &str) -> String {
    let parts = text.split('\u{1b}').enumerate();
    parts.map(|(at, part)| if at == 0 { part } else { part.split_once('m').map_or(part, |(_, rest)| rest) }).collect()
}

/// Whether an error or hint has a word as a whole, or as what the program lists.
fn names_it(text: &str, word: &str) -> bool {
    let says = |line: &&str| !line.starts_with("Usage:") && !line.starts_with("For more");
    let mut words = text.lines().filter(says).flat_map(|line| line.split(|c: char| " '`\",;:?()[]".contains(c)));
    words.any(|own| own == word)
}

#[test]
fn a_slip_in_a_command() {
    let (mut line, mut count) = (Line::new(), Count::default());
    let mut commands: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    paths(&line.root, &[], &mut |path, command| {
        let names = command.get_subcommands().flat_map(Command::get_name_and_visible_aliases);
        commands.push((path.to_vec(), names.map(str::to_owned).collect()));
    });
    for (path, names) in &commands {
        for name in names {
            for slip in slips(name) {
                count.tried += 1;
                if names.contains(&slip) {
                    count.valid += 1;
                    continue;
                }
                let words: Vec<String> = path.iter().cloned().chain([slip.clone()]).collect();
                let text = line.refusal(&words).unwrap_or_else(|| panic!("{words:?} is taken"));
                count.refusal(&words.join(" "), names_it(&text, name), &text);
            }
        }
    }
    count.end(1_000);
}

/// The options of a command; those that all have are tried with one of them.
fn longs(path: &[String], command: &Command) -> Vec<String> {
    let own = |arg: &&Arg| !arg.is_global_set() || path.len() == 1 && path[0] == "meetings";
    command.get_arguments().filter(own).filter_map(|arg| arg.get_long()).map(|long| format!("--{long}")).collect()
}

#[test]
fn a_slip_in_an_option() {
    let (mut line, mut count) = (Line::new(), Count::default());
    // Without its hyphens it is a name, and hyphens alone end the options.
    let is_option = |slip: &String| slip.starts_with('-') && slip != "--";
    let mut commands: Vec<(Vec<String>, Vec<String>, Vec<String>)> = Vec::new();
    paths(&line.root, &[], &mut |path, command| {
        let all = command.get_arguments().filter_map(|arg| arg.get_long()).map(|long| format!("--{long}"));
        commands.push((path.to_vec(), longs(path, command), all.collect()));
    });
    for (path, own, all) in &commands {
        for option in own {
            for slip in slips(option).into_iter().filter(is_option) {
                count.tried += 1;
                // `-h` prints help, whatever stands behind it.
                if all.contains(&slip) || slip.starts_with("-h") {
                    count.valid += 1;
                    continue;
                }
                let words: Vec<String> = path.iter().cloned().chain([slip.clone()]).collect();
                let text = line.refusal(&words).unwrap_or_else(|| panic!("{words:?} is taken"));
                // With one hyphen it is read as short options.
                let is_short = !slip.starts_with("--");
                count.refusal(&words.join(" "), is_short || names_it(&text, option), &text);
            }
        }
    }
    count.end(10_000);
}

#[test]
fn a_slip_in_a_short_option() {
    let mut line = Line::new();
    for slip in ["-F", "-g", "-d", "-p", "-Q"] {
        let words = ["meetings".to_owned(), "Xi".to_owned(), slip.to_owned()];
        let text = line.refusal(&words).unwrap_or_else(|| panic!("{slip} is taken"));
        assert!(text.contains("-f (--format)") && text.contains("-q (--quiet)"), "{slip}: {text}");
    }
    // Read as `-o` with the rest behind it, which would be a file.
    let text = line.refusal(&["meetings", "Xi", "-output"].map(str::to_owned)).expect("refused");
    assert!(names_it(&text, "--output"), "{text}");
}

/// Words of options that are read by parsers of their own.
fn parsed() -> Vec<(&'static str, Vec<&'static str>)> {
    let events = Kind::ALL.iter().filter(|kind| kind.is_event()).map(|kind| kind.name());
    vec![
        ("--kind", events.collect()),
        ("--level", Level::ALL.iter().map(|one| one.name()).collect()),
        ("--with-level", Level::ALL.iter().map(|one| one.name()).collect()),
        ("--channel", Channel::ALL.iter().map(|one| one.name()).collect()),
        ("--rank", Rank::ALL.iter().map(|one| one.name()).collect()),
        ("--said-by", Voice::ALL.iter().map(|one| one.name()).collect()),
        ("--mode", Mode::ALL.iter().map(|one| one.name()).collect()),
    ]
}

#[test]
fn a_slip_in_a_value() {
    let (mut line, mut count) = (Line::new(), Count::default());
    let mut lists: Vec<(Vec<String>, String, Vec<String>)> = Vec::new();
    paths(&line.root, &[], &mut |path, command| {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let words = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            let before = arg.get_long().map(|long| format!("--{long}=")).unwrap_or_default();
            lists.push((path.to_vec(), before, words));
        }
    });
    for (option, words) in parsed() {
        let words = words.into_iter().map(str::to_owned).collect();
        lists.push((vec!["meetings".to_owned()], format!("{option}="), words));
    }
    for (path, before, all) in &lists {
        for right in all {
            for slip in slips(right) {
                count.tried += 1;
                if all.contains(&slip) {
                    count.valid += 1;
                    continue;
                }
                let words: Vec<String> = path.iter().cloned().chain([format!("{before}{slip}")]).collect();
                let text = line.refusal(&words).unwrap_or_else(|| panic!("{words:?} is taken"));
                count.refusal(&words.join(" "), names_it(&text, right), &text);
            }
        }
    }
    count.end(5_000);
}

fn graph() -> KnowledgeGraph {
    KnowledgeGraph::new(resolve(read_built_in()).facts)
}

fn today() -> Day {
    "2024-12-31".parse().unwrap()
}

/// An answer to each question, with rows.
fn answers(graph: &KnowledgeGraph) -> BTreeMap<&'static str, Answer> {
    let reader = Reader::new(graph, today());
    let mut answers = BTreeMap::new();
    for shape in shapes() {
        let asked = reader.read(shape.example).unwrap().asked;
        answers.entry(asked.query.name()).or_insert_with(|| asked.query.answer(graph));
    }
    answers
}

#[test]
fn a_slip_in_a_column() {
    let (graph, mut count) = (graph(), Count::default());
    let answers = answers(&graph);
    assert!(answers.len() > 15, "{:?}", answers.keys());
    for (question, mut answer) in answers {
        let all = answer.table(Some(&["\u{0}".to_owned()])).unwrap_err().columns;
        for right in &all {
            for slip in slips(right) {
                count.tried += 1;
                if all.contains(&slip.as_str()) {
                    count.valid += 1;
                    continue;
                }
                let sort = Some(SortBy { column: slip.clone(), descending: false });
                let sorted = answer.arrange(&Page { sort, limit: None });
                assert!(sorted.is_err(), "{question}: {slip} is taken");
                let error = answer.table(Some(std::slice::from_ref(&slip))).unwrap_err();
                let (message, hints) = Failure::from(error).words();
                count.refusal(&format!("{question}: {slip}"), names_it(&hints.join(" "), right), &message);
            }
        }
    }
    count.end(5_000);
}

/// What a name of such a fact is asked for.
fn asked_as(kind: Kind) -> &'static Wanted<'static> {
    [&wanted::WHO, &wanted::PLACE, &wanted::SOURCE, &wanted::ABOVE]
        .into_iter()
        .find(|wanted| wanted.kinds.contains(&kind))
        .unwrap_or(&wanted::ANY)
}

/// Whether a text is a name of a fact, by a reading of the steps that is naive.
fn is_name_of(entry: &NameEntry, text: &str) -> bool {
    let folded = fold(text);
    let sorted = |text: &str| {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    let without_the = |text: &str| sorted(text).into_iter().filter(|word| word != "the").collect::<Vec<_>>();
    let names = || entry.names.iter().map(|name| fold(name));
    let is_id = std::iter::once(&entry.id).chain(&entry.also).any(|id| id.as_str() == text);
    let is_name = names().any(|name| without_the(&name) == without_the(&folded));
    let is_family = entry.family.as_ref().is_some_and(|family| fold(family) == folded);
    is_id || is_name || is_family || names().any(|name| name.split(' ').any(|word| word == folded))
}

#[test]
fn a_slip_in_a_name() {
    // Suggestions look at all names, so that only some of the slips can be looked at so.
    const LOOKED_AT: usize = 197;
    // Titles of publications and names of events are long, and many.
    const OF_LONG: usize = 41;
    let (graph, mut count) = (graph(), Count::default());
    let directory = Directory::new(&graph);
    let entries: BTreeMap<String, NameEntry> =
        graph.facts().iter().filter_map(|fact| Some((fact.id.to_string(), graph.name_entry(fact)?))).collect();
    for fact in graph.facts() {
        let Some((entry, kind)) = entries.get(fact.id.as_str()).zip(fact.kind()) else { continue };
        let (wanted, ways) = (asked_as(kind), ways(fact, entry));
        for right in
            ways.iter().filter(|way| directory.find(way, wanted).is_ok_and(|found| found.ids == [fact.id.clone()]))
        {
            let step = if is_short(kind) { 1 } else { OF_LONG };
            for slip in slips(right).into_iter().step_by(step) {
                count.tried += 1;
                match directory.find(&slip, wanted) {
                    Ok(found) => {
                        let is = |id: &chancery::id::Id| is_name_of(&entries[id.as_str()], &slip);
                        assert!(found.step != Step::OutsideId && found.ids.iter().all(is), "{slip}: {found:?}");
                        count.valid += 1;
                    }
                    Err(NameError::Ambiguous { .. }) => count.valid += 1,
                    Err(_) if count.tried % LOOKED_AT != 0 => {}
                    Err(_) => {
                        let error = directory.resolve(&slip, wanted, Period::ALL).unwrap_err().error;
                        let says = match &error {
                            NameError::Unknown { suggestions, .. } => suggestions.iter().any(|one| one.id == fact.id),
                            _ => false,
                        };
                        count.refusal(&format!("{right}: {slip}"), says, &format!("{error:?}"));
                    }
                }
            }
        }
    }
    count.end(20_000);
}

/// Whether what such facts are called is short.
fn is_short(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Person | Kind::State | Kind::Party | Kind::Organization | Kind::Forum | Kind::Place | Kind::Topic
    )
}

/// How a fact can be called.
fn ways(fact: &Fact, entry: &NameEntry) -> Vec<String> {
    let family = entry.family.iter().cloned();
    entry.names.iter().cloned().chain(family).chain([fact.id.to_string()]).collect()
}

const PERIODS: &[&str] = &[
    "2024",
    "2024-10",
    "2024-10-05",
    "2024-Q4",
    "2024-H2",
    "1970s",
    "Dec 2024",
    "12 December 2024",
    "December 12, 2024",
    "2023-07..2024-03",
    "2023-07 to 2024-03",
    "2022..",
    "since 2022",
    "until 2019",
    "before 2022",
    "after 2022",
    "today",
    "yesterday",
    "last month",
    "next month",
    "this year",
    "last week",
    "this quarter",
    "last 30 days",
    "next 30 days",
    "last 3 months",
    "between 2022 and 2024",
    "from 2022 to 2024",
    "around March 2023",
    "circa 2023",
    "Jan 2024",
    "Sept 2023",
    "April 2024",
    "May 2024",
    "3 June 2024",
    "July 4, 2024",
];

/// The one word of letters that a slip changed.
fn changed_word<'r>(right: &'r str, slip: &str) -> Option<&'r str> {
    let (own, others): (Vec<&str>, Vec<&str>) = (right.split(' ').collect(), slip.split(' ').collect());
    let mut changed = own.iter().zip(&others).filter(|(own, other)| own != other).map(|(own, _)| *own);
    let word = changed.next().filter(|_| changed.next().is_none() && own.len() == others.len())?;
    let word = word.trim_end_matches(',');
    word.chars().all(char::is_alphabetic).then_some(word)
}

#[test]
fn a_slip_in_a_period() {
    let mut count = Count::default();
    for right in PERIODS {
        for slip in slips(right) {
            count.tried += 1;
            let Err(error) = Period::parse(&slip, today()) else {
                // The days are printed in every answer.
                count.valid += 1;
                continue;
            };
            // Which digit was meant nobody can know; a word can be told.
            let hint = error.hint().unwrap_or_default();
            let says = changed_word(right, &slip).is_none_or(|word| names_it(hint, word));
            count.refusal(&format!("{right}: {slip}"), says, &format!("{error}; {hint}"));
        }
    }
    count.end(1_000);
}

#[test]
fn a_slip_in_a_span_of_time() {
    let mut count = Count::default();
    for right in ["30d", "6 months", "1 year", "2 weeks", "90 days"] {
        for slip in slips(right) {
            count.tried += 1;
            match (Length::parse(&slip), Period::last(&slip, today())) {
                (Ok(_), Ok(_)) => count.valid += 1,
                (Err(one), Err(_)) => count.refusal(&slip, one.hint().is_some(), &one.to_string()),
                (one, other) => panic!("{slip}: {one:?}, {other:?}"),
            }
        }
    }
    count.end(100);
}
