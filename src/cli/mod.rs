//! The command line: from words to a query, and from an answer to a terminal.
//!
//! One file a command in `commands`, one file a group of options in `options`. Everything that is printed goes through
//! [`Ui`]; everything that goes wrong is a [`Failure`], which knows its exit code.

mod command_line;
mod commands;
mod compiled;
mod completion;
mod draft;
mod environment;
mod examples;
mod exporting;
mod facts;
mod failure;
mod import;
mod init;
mod invocation;
mod mending;
mod names;
mod options;
mod problems;
mod revision;
mod stand;
mod surplus;
mod topics;
#[cfg(test)]
mod typos;
mod ui;
mod usage;

use chancery::date::Day;
use clap::{FromArgMatches, Parser};
use commands::Command;
use facts::{Asked, Origin};
use failure::Failure;
use invocation::Invocation;
use options::FactsArgs;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::mem::ManuallyDrop;
use std::process::ExitCode;
use ui::Ui;

/// Who met whom, when, where, in what capacity, under which visit or forum, and who says so.
///
/// Answers come from facts kept in RON files, each with its sources; without any set-up from the facts that are built
/// in. Names may be ids, names in any script, family names or office phrases such as "foreign minister of china".
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    facts: FactsArgs,
    #[command(subcommand)]
    command: Command,
}

/// The stack of a thread, as large as that of the first one usually is.
const STACK: usize = 8 << 20;

/// Runs the program.
pub(crate) fn main() -> ExitCode {
    if completion::is_asked() {
        return ExitCode::SUCCESS;
    }
    let cli = match environment::without_empty(examples::command())
        .try_get_matches()
        .and_then(|found| Cli::from_arg_matches(&found))
    {
        Ok(cli) => cli,
        Err(error) => return usage::refuse(&error),
    };
    let invocation = Invocation::of_process();
    let mut ui = Ui::new(cli.command.output());
    let mut run = || run(&cli, &invocation, &mut ui);
    let done = match threads() {
        Some(threads) => threads.install(run),
        None => run(),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            ui.failure(&failure);
            failure.exit_code()
        }
    }
}

/// The threads on which loading works; where the system gives none, this one does all.
fn threads() -> Option<ThreadPool> {
    let own = || ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    ThreadPoolBuilder::new().stack_size(STACK).build().or_else(|_| own().build()).ok()
}

fn run(cli: &Cli, invocation: &Invocation, ui: &mut Ui) -> Result<ExitCode, Failure> {
    cli.command.check()?;
    if let Some(done) = cli.command.run_alone(&cli.facts, invocation, ui) {
        return done;
    }
    let as_of = stand::day(&cli.facts, &cli.command, invocation)?;
    match ask(cli, Origin::Compiled, as_of, invocation, ui) {
        // What is printed comes after all that is asked for, so that nothing was said that may be wrong.
        Err(Failure::Damaged) => ask(cli, Origin::Files, as_of, invocation, ui),
        done => done,
    }
}

fn ask(cli: &Cli, from: Origin, as_of: Option<Day>, invocation: &Invocation, ui: &mut Ui) -> Result<ExitCode, Failure> {
    let Asked { graph, soundness, keeping } = facts::load(&cli.facts, from, invocation, ui)?;
    ui.trust(soundness);
    // What is kept is the graph of all times and in the usual language.
    let keeping = keeping.filter(|_| as_of.is_none() && cli.command.language().is_none());
    let done = stand::stand(graph, as_of, &cli.command).map(|graph| {
        let done = cli.command.run(&commands::Context { graph: &graph, invocation, as_of, facts: &cli.facts }, ui);
        // The program ends with the answer: giving the memory back piece by piece would take as long as many an answer.
        (done, ManuallyDrop::new(graph))
    });
    ui.check_trust()?;
    let (done, graph) = done?;
    if let Some(keeping) = keeping {
        keeping.done(&graph, ui);
    }
    done
}
