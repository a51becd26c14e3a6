//! The command line of Chancery.

mod cli;

/// Loading makes many small things on several threads, which this allocator serves faster than most systems' own.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
