//! Completions: what the program offers, and that real shells offer it, each in a terminal of its own (tmux).
//!
//! A shell or terminal that is not installed is skipped, and said so; `.ci/run` installs all of them.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it can not go on")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const PROGRAM: &str = env!("CARGO_BIN_EXE_chancery");

/// What the program offers for the last of some words, options aside, one a line, with a tab before what it is.
fn values(words: &[&str], variables: &[(&str, &str)]) -> String {
    let seen = offered(words, variables);
    seen.lines().filter(|line| !line.starts_with('-')).map(|line| format!("{line}\n")).collect()
}

/// The same with options.
fn offered(words: &[&str], variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(PROGRAM);
    command.arg("--").arg("chancery").args(words).stdin(Stdio::null()).current_dir(std::env::temp_dir());
    command.env_remove("CHANCERY_FACTS").env("CHANCERY_COMPLETE", "fish").envs(variables.iter().copied());
    let output = command.output().expect("the program starts");
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{words:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("completions are UTF-8")
}

fn check(words: &[&str], expected: &[&str]) {
    let seen = values(words, &[]);
    let lines: Vec<&str> = seen.lines().collect();
    assert_eq!(lines, expected, "{words:?}");
}

#[test]
fn ids_with_names() {
    check(&["meetings", "dmitry-me"], &["dmitry-medvedev\tDmitry Medvedev"]);
    check(&["meetings", "Dmitry-Me"], &["dmitry-medvedev\tDmitry Medvedev"]);
    check(&["meetings", "xi-jinping", "--with", "dmitry-me"], &["dmitry-medvedev\tDmitry Medvedev"]);
    check(&["visits", "--to", "chin"], &["china\tChina"]);
    check(&["show", "andrei-bel"], &["andrei-belousov\tAndrei Belousov", "andrei-belousov-geneva\tAndrei Belousov"]);
    check(&["why", "xi-medvedev-2024"], &["xi-medvedev-2024-12-12\tXi Jinping receives Dmitry Medvedev"]);
    check(&["meetings", "no-such"], &[]);
    check(&["check", "dmitry-me"], &[]);
    // A post is no link of a chain.
    check(&["meetings", "china-foreign-m"], &["china-foreign-minister\tMinister of Foreign Affairs of China"]);
    check(&["path", "china-foreign-m"], &[]);
    check(&["path", "xi-jinping", "dmitry-me"], &["dmitry-medvedev\tDmitry Medvedev"]);
    assert_eq!(values(&["show", ""], &[]).lines().count(), 100);
}

#[test]
fn lists_of_ids() {
    let seen = values(&["matrix", "--rows", "xi-jinping,dmitry-me"], &[]);
    assert_eq!(seen, "xi-jinping,dmitry-medvedev\tDmitry Medvedev\n");
}

#[test]
fn commands_options_and_values() {
    let begins = |words: &[&str], expected: &str| {
        let seen = offered(words, &[]);
        assert!(seen.lines().any(|line| line.split('\t').next() == Some(expected)), "{words:?}: {seen}");
    };
    begins(&["meet"], "meetings");
    begins(&["meetings", "xi-jinping", "--form"], "--format");
    begins(&["meetings", "xi-jinping", "--format", "js"], "jsonl");
    begins(&["completions", "f"], "fish");
}

#[test]
fn the_facts_that_the_command_asks() {
    let facts = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/facts/two-people");
    let by_option = values(&["--facts", facts, "show", ""], &[]);
    assert!(by_option.contains("person-") && !by_option.contains("dmitry-medvedev"), "{by_option}");
    assert_eq!(values(&["show", ""], &[("CHANCERY_FACTS", facts)]), by_option);
    assert_eq!(values(&["--facts", "/no/such/folder", "show", ""], &[]), "");
}

/// A shell in a terminal of its own.
struct Terminal {
    socket: String,
    home: PathBuf,
}

fn is_there(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
    found.is_ok_and(|output| output.status.success())
}

impl Terminal {
    /// Starts a shell; none where it or tmux is missing.
    fn start(shell: &str, command: &str) -> Option<Self> {
        if !is_there(shell) || !is_there("tmux") {
            let _ = writeln!(std::io::stderr(), "SKIPPED: completions in {shell}, as it or tmux is not installed");
            return None;
        }
        let socket = format!("chancery-{}-{shell}", std::process::id());
        let home = std::env::temp_dir().join(&socket);
        std::fs::create_dir_all(&home).expect("a folder can be made");
        let folder = Path::new(PROGRAM).parent().expect("the program lies in a folder");
        let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
        let terminal = Self { socket, home };
        let home = terminal.home.display();
        let started =
            format!("cd '{home}' && env -u CHANCERY_FACTS HOME='{home}' PATH='{path}' LC_ALL=C.UTF-8 {command}");
        terminal.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", "180", "-y", "40", &started]);
        Some(terminal)
    }

    fn tmux(&self, words: &[&str]) -> Output {
        Command::new("tmux").args(["-L", &self.socket]).args(words).output().expect("tmux starts")
    }

    fn type_in(&self, text: &str, keys: &[&str]) {
        self.tmux(&["send-keys", "-l", text]);
        self.tmux(&[&["send-keys"], keys].concat());
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p", "-J"]).stdout).into_owned()
    }

    /// Waits until the screen shows a text; gives up after a minute, as nothing tells when a shell is ready.
    fn wait_for(&self, text: &str) {
        for _ in 0..600 {
            if format!("\n{}", self.screen()).contains(text) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("`{text}` was not shown:\n{}", self.screen());
    }

    /// Leaves the line that is being typed, and waits until the next one may be typed.
    fn begin_anew(&self) {
        self.tmux(&["send-keys", "C-u"]);
        self.type_in(" clear; echo re''ady", &["Enter"]);
        self.wait_for("\nready");
    }

    /// Loads the script, and completes a command, an id, an option, and a word that several ids begin with.
    fn completes(&self, load: &str, described: bool) {
        self.type_in(load, &["Enter"]);
        self.begin_anew();
        self.type_in("chancery meeti", &["Tab"]);
        self.wait_for("chancery meetings");
        self.type_in(if self.screen().contains("meetings ") { "" } else { " " }, &[]);
        self.type_in("dmitry-me", &["Tab"]);
        self.wait_for("dmitry-medvedev");
        self.begin_anew();
        self.type_in("chancery show andrei-belousov", &["Tab"]);
        self.tmux(&["send-keys", "Tab"]);
        self.wait_for("-belousov-geneva");
        if described {
            self.wait_for("Andrei Belousov");
        }
        self.begin_anew();
        self.type_in("chancery stats --spreadsh", &["Tab"]);
        self.wait_for("--spreadsheet");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

#[test]
fn bash_completes() {
    if let Some(terminal) = Terminal::start("bash", "bash --norc --noprofile -i") {
        terminal.completes("source <(chancery completions bash)", false);
    }
}

#[test]
fn zsh_completes() {
    if let Some(terminal) = Terminal::start("zsh", "zsh -f -i") {
        terminal.completes("autoload -U compinit && compinit -D -u && source <(chancery completions zsh)", true);
    }
}

#[test]
fn fish_completes() {
    if let Some(terminal) = Terminal::start("fish", "fish --no-config -i") {
        terminal.completes("chancery completions fish | source", true);
    }
}
