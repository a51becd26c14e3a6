//! The command line of Chancery.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
