//! Slips in commands and options.

use super::{Count, Line, names_it, paths, slips};
use clap::{Arg, Command};

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
