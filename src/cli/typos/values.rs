//! Slips in values that options list.

use super::{Count, Line, names_it, paths, slips};
use chancery::query::{Channel, Voice};
use chancery::record::{Kind, Level, Mode, Rank};

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
