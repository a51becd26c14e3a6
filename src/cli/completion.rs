//! What a shell offers behind what was typed: commands, options, values, and ids of facts with their names.
//!
//! The shell runs the program again, with [`VARIABLE`] set and the words typed so far; the scripts that `completions` prints
//! tell it to. Ids are offered rather than names, as shells take them without quotes.

use super::names::{ABOVE, ACTOR, ANY, CHAINED, DESTINATION, OFFICE, PLACE, SOURCE, WHO};
use super::{compiled, examples, facts};
use chancery::model::Facts;
use chancery::names::Wanted;
use chancery::read::{files, read_built_in, read_folder};
use chancery::resolve::resolve;
use clap::{Arg, Command};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The variable by which a script asks for completions.
pub(crate) const VARIABLE: &str = "CHANCERY_COMPLETE";

/// So many ids are offered at once: more would fill the terminal. More letters bring up the others.
const MOST: usize = 100;

/// Files of more bytes are not read to complete a word, unless they are compiled.
const MOST_READ: u64 = 2_000_000;

/// Commands that write facts, or take in the files of others: their words are no names of facts.
const KEEPING: &[&str] = &["add", "check", "compile", "diff", "fmt", "help", "import", "init", "man", "schema"];

/// Answers a shell that asks for completions. Says whether one did.
pub(crate) fn is_asked() -> bool {
    let here = std::env::current_dir().ok();
    let completing = CompleteEnv::with_factory(command).var(VARIABLE);
    // What goes wrong here has no place on a line that is being typed.
    completing.try_complete(std::env::args_os(), here.as_deref()).unwrap_or(true)
}

/// The command line, with what completes names.
fn command() -> Command {
    completed(examples::command(), "")
}

fn completed(command: Command, name: &str) -> Command {
    let subs: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = subs.iter().fold(command, |command, sub| {
        command.mut_subcommand(sub, |below| if KEEPING.contains(&sub.as_str()) { below } else { completed(below, sub) })
    });
    let args: Vec<(String, &Wanted<'static>)> =
        command.get_arguments().filter_map(|arg| Some((arg.get_id().to_string(), wanted(arg, name)?))).collect();
    for (id, wanted) in args {
        let completer = ArgValueCompleter::new(move |current: &OsStr| candidates(current, wanted));
        command = command.mut_arg(id, |arg| arg.add(completer));
    }
    command
}

/// What the value of an argument may name.
fn wanted(arg: &Arg, command: &str) -> Option<&'static Wanted<'static>> {
    let value = arg.get_value_names().and_then(|names| names.first());
    let value = value.map_or_else(|| arg.get_id().to_string().to_uppercase(), ToString::to_string);
    Some(match value.trim_end_matches(",…") {
        "FROM" | "TO" | "WHO" if matches!(command, "path" | "reach") => &CHAINED,
        "WHO" | "WHOM" => &WHO,
        "ACTOR" => &ACTOR,
        "PLACE" if arg.get_id() == "to" => &DESTINATION,
        "PLACE" => &PLACE,
        "FORUM|SESSION" | "EVENT|FORUM" => &ABOVE,
        "OFFICE|TEXT" => &OFFICE,
        "S" => &SOURCE,
        "ID" | "IDS" | "TOPIC" => &ANY,
        _ => return None,
    })
}

/// The facts whose ids begin so, in the order of ids.
fn candidates(current: &OsStr, wanted: &Wanted<'_>) -> Vec<CompletionCandidate> {
    let Some(begun) = current.to_str().map(str::to_lowercase) else {
        return Vec::new();
    };
    // Of a list, the last is completed.
    let (before, begun) = begun.split_at(begun.rfind(',').map_or(0, |comma| comma + 1));
    let found = with_facts(|facts| beginning(facts, begun, wanted));
    found.into_iter().map(|candidate| candidate.add_prefix(before)).collect()
}

fn beginning(facts: &Facts, begun: &str, wanted: &Wanted<'_>) -> Vec<CompletionCandidate> {
    let fitting = facts.beginning(begun).filter(|fact| fact.kind().is_some_and(|kind| wanted.kinds.contains(&kind)));
    let offered = fitting.take(MOST).map(|fact| {
        let name = Some(fact.name().to_owned()).filter(|name| name != fact.id.as_str());
        CompletionCandidate::new(fact.id.as_str()).help(name.map(Into::into))
    });
    offered.collect()
}

/// Looks at the facts that the command asks: from a compiled file, else from a folder that is read in no time, else built in.
fn with_facts<T: Default>(look: impl Fn(&Facts) -> T) -> T {
    let words: Vec<OsString> = std::env::args_os().collect();
    let of_environment = || std::env::var_os("CHANCERY_FACTS").filter(|value| !value.is_empty()).map(PathBuf::from);
    let named = named(&words).or_else(of_environment);
    let Some(folder) = named.or_else(facts::nearest) else {
        return look(&resolve(read_built_in()).facts);
    };
    match compiled::find(&folder) {
        Ok(found) => look(found.graph.facts()),
        Err(_) if bytes(&folder) <= MOST_READ => look(&resolve(read_folder(&folder)).facts),
        Err(_) => T::default(),
    }
}

/// The folder behind `--facts`.
fn named(words: &[OsString]) -> Option<PathBuf> {
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        match text.strip_prefix("--facts") {
            Some("") => return words.next().map(PathBuf::from),
            Some(value) if value.starts_with('=') => return value.get(1..).map(PathBuf::from),
            _ => {}
        }
    }
    None
}

/// The bytes of the fact files of a folder.
fn bytes(folder: &Path) -> u64 {
    files(folder).0.iter().filter_map(|file| file.path.metadata().ok()).map(|file| file.len()).sum()
}
