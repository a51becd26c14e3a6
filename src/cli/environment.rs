//! The environment: a variable that is set to nothing is as good as none.

use clap::{Arg, Command};

/// A command whose options do not look at variables that are empty, with all its sub-commands.
pub(super) fn without_empty(command: Command) -> Command {
    command.mut_args(unless_empty).mut_subcommands(without_empty)
}

fn unless_empty(arg: Arg) -> Arg {
    let value = arg.get_env().and_then(std::env::var_os);
    if value.is_some_and(|value| value.is_empty()) { arg.env(None) } else { arg }
}
