//! `completions SHELL`: a script that makes a shell complete commands, options, values and ids.

use crate::cli::Failure;
use crate::cli::completion::VARIABLE;
use crate::cli::ui::Ui;
use clap_complete::env::Shells;
use std::process::ExitCode;

/// A script for a shell, which then completes commands, options, values and ids of facts
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Where the script goes:\n  \
  bash        chancery completions bash > ~/.local/share/bash-completion/completions/chancery\n  \
  zsh         chancery completions zsh > DIR/_chancery, with DIR in your fpath\n  \
  fish        chancery completions fish > ~/.config/fish/completions/chancery.fish\n  \
  powershell  chancery completions powershell >> $PROFILE\n  \
  elvish      chancery completions elvish >> ~/.config/elvish/rc.elv\n\
\n\
The shell runs `chancery` itself to complete a word, so that what it offers is what the program takes. Ids are offered with \
the names of the facts: of --facts, of CHANCERY_FACTS, of the folder around, or the built-in ones. Large folders have to be \
compiled for that (`chancery compile`).")]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// A shell that can be completed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

impl Shell {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }
}

/// Prints the script.
pub(super) fn run(args: &CompletionsArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(args.shell.name()) {
        shell.write_registration(VARIABLE, "chancery", "chancery", "chancery", &mut script)?;
    }
    ui.answer(None, &script)?;
    Ok(ExitCode::SUCCESS)
}
