//! Names that stand where a command takes none: the same command with the options behind which they go.

use super::usage::{below, if_taken};
use clap::Command;

/// How an option takes names.
#[derive(Clone, Copy)]
enum Takes {
    /// One name.
    One,
    /// All of them, with commas between.
    All,
    /// Two, of which the first was taken for what the command is about.
    Two,
}

/// The options behind which names too many go, by command, in the order in which people write them.
const BEHIND: &[(&str, &[(&str, Takes)])] = &[
    ("meetings", &[("with", Takes::One)]),
    ("contacts", &[("with", Takes::One)]),
    ("visits", &[("by", Takes::One), ("to", Takes::One)]),
    ("offices", &[("of", Takes::One)]),
    ("attendance", &[("of", Takes::One)]),
    ("rank", &[("among", Takes::All)]),
    ("statements", &[("by", Takes::One), ("to", Takes::One)]),
    ("messages", &[("from", Takes::One), ("to", Takes::One)]),
    ("matrix", &[("rows", Takes::All)]),
    ("why", &[("met", Takes::Two)]),
    ("conflicts", &[("met", Takes::Two)]),
    ("draw chart", &[("with", Takes::One)]),
    ("draw map", &[("with", Takes::One)]),
    ("draw matrix", &[("rows", Takes::All)]),
];

/// The command line that takes a name too many, if the command has options for it and all names that follow.
pub(super) fn behind_options(typed: &str, words: &[String], root: &Command) -> Option<String> {
    let at = words.iter().position(|word| word == typed)?;
    let (before, rest) = words.split_at_checked(at)?;
    let count = rest.iter().take_while(|word| !word.starts_with('-')).count();
    let (names, after) = rest.split_at_checked(count)?;
    let (_, path) = below(root, before.iter()).get_bin_name()?.split_once(' ')?;
    let (_, options) = BEHIND.iter().find(|(own, _)| *own == path)?;
    let unused = |long: &str| !words.iter().any(|word| word.strip_prefix("--").is_some_and(|word| word == long));
    let unused: Vec<_> = options.iter().filter(|(long, _)| unused(long)).collect();
    let said = match unused.as_slice() {
        [(long, Takes::All), ..] => [before, &[format!("--{long}"), names.join(",")]].concat(),
        [(long, Takes::Two), ..] if names.len() == 1 => two(long, before, names)?,
        [(_, Takes::One), ..] if names.len() <= unused.len() => {
            let each = unused.iter().zip(names).flat_map(|((long, _), name)| [format!("--{long}"), name.clone()]);
            before.iter().cloned().chain(each).collect()
        }
        _ => return None,
    };
    if_taken(&[&said, after].concat(), root)
}

fn two(long: &str, before: &[String], names: &[String]) -> Option<Vec<String>> {
    let (first, before) = before.split_last()?;
    (!first.starts_with('-')).then(|| [before, &[format!("--{long}"), first.clone()], names].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::examples;

    fn hint(line: &str) -> String {
        let mut root = examples::command();
        root.build();
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let typed = words.iter().map(String::as_str);
        let error = root.try_get_matches_from_mut(std::iter::once("chancery").chain(typed)).unwrap_err();
        let text = super::super::usage::told(&error, &words, &root);
        text.lines().find_map(|line| line.strip_prefix("hint: ")).unwrap_or_default().to_owned()
    }

    fn check(line: &str, expected: &str) {
        assert_eq!(hint(line), expected, "{line}");
        if let Some(line) = expected.strip_prefix("chancery ") {
            let words = std::iter::once("chancery").chain(line.split(' ').map(|word| word.trim_matches('\'')));
            assert!(examples::command().try_get_matches_from(words).is_ok(), "{expected}");
        }
    }

    #[test]
    fn names_go_behind_options() {
        check("meetings Xi Putin", "chancery meetings Xi --with Putin");
        check("meetings Xi Putin --during 2024", "chancery meetings Xi --with Putin --during 2024");
        check("meetings --during 2024 Xi Putin", "chancery meetings --during 2024 Xi --with Putin");
        check("meetings Xi Putin Modi", "");
        check("meetings Xi Putin --with Modi", "");
        check("visits Xi Moscow", "chancery visits --by Xi --to Moscow");
        check("visits --by Xi Moscow", "chancery visits --by Xi --to Moscow");
        check("matrix China Russia India", "chancery matrix --rows China,Russia,India");
        check("draw matrix China Russia -o a.svg", "chancery draw matrix --rows China,Russia -o a.svg");
        check("why Xi Putin", "chancery why --met Xi Putin");
        check("visits --during 2024 2024", "");
        check("meetings Xi Putin --with=Modi", "");
        check("who met Xi -f json", "chancery ask 'who met Xi' -f json");
        check("path Xi Putin Modi", "");
    }

    #[test]
    fn what_is_not_taken_is_no_hint() {
        assert!(!hint("who met Xi --during 2024").contains("ask"));
        assert!(!hint("is --during 2024").contains("ask"));
    }

    #[test]
    fn every_command_has_its_options() {
        let mut root = examples::command();
        root.build();
        for (path, options) in BEHIND {
            let command = path.split(' ').fold(&root, |command, word| command.find_subcommand(word).unwrap());
            let has = |long: &str| command.get_arguments().any(|arg| arg.get_long() == Some(long));
            assert!(options.iter().all(|(long, _)| has(long)), "{path}");
        }
    }
}
