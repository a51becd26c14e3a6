//! The command as it was typed, so that hints and answers can print one that works.

use std::ffi::OsString;

/// The words of the command line, the program's own name left out.
#[derive(Debug)]
pub(crate) struct Invocation {
    words: Vec<String>,
}

impl Invocation {
    /// How the process was called.
    pub(crate) fn of_process() -> Self {
        let words = std::env::args_os().skip(1).map(|word: OsString| word.to_string_lossy().into_owned());
        Self { words: words.collect() }
    }

    /// The command as a shell reads it.
    pub(crate) fn text(&self) -> String {
        self.join(self.words.iter().map(String::as_str))
    }

    /// The command with one word replaced; `None` where the word does not stand in it.
    pub(crate) fn with(&self, word: &str, replacement: &str) -> Option<String> {
        // The word may stand alone or behind `--option=`.
        let replaced = |own: &str| match own.split_once('=') {
            _ if own == word => Some(replacement.to_owned()),
            Some((option, value)) if value == word => Some(format!("{option}={replacement}")),
            _ => None,
        };
        let at = self.words.iter().position(|own| replaced(own).is_some())?;
        let new = self.words.get(at).and_then(|own| replaced(own))?;
        let words = self.words.iter().enumerate();
        Some(self.join(words.map(|(number, own)| if number == at { new.as_str() } else { own.as_str() })))
    }

    /// Whether an option was typed.
    pub(crate) fn has(&self, option: &str) -> bool {
        let is = |word: &String| word.split_once('=').map_or(word.as_str(), |(name, _)| name) == option;
        self.words.iter().any(is)
    }

    fn join<'w>(&self, words: impl Iterator<Item = &'w str>) -> String {
        command(words)
    }
}

/// A command of these words, as a shell reads it.
pub(crate) fn command<'w>(words: impl Iterator<Item = &'w str>) -> String {
    std::iter::once("chancery".to_owned()).chain(words.map(quoted)).collect::<Vec<_>>().join(" ")
}

/// A word as a POSIX shell reads it back.
pub(crate) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./,:=+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    if word.contains('\'') && !word.contains(['"', '$', '`', '\\', '!']) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invocation(words: &[&str]) -> Invocation {
        Invocation { words: words.iter().map(|word| (*word).to_owned()).collect() }
    }

    #[test]
    fn commands_read_back() {
        assert_eq!(
            invocation(&["meetings", "foreign minister", "--with=A"]).text(),
            "chancery meetings 'foreign minister' --with=A"
        );
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("a'$b"), r"'a'\''$b'");
    }

    #[test]
    fn one_word_is_replaced() {
        let typed = invocation(&["meetings", "Medvedef", "--with=Medvedef"]);
        assert_eq!(
            typed.with("Medvedef", "dmitry-medvedev").unwrap(),
            "chancery meetings dmitry-medvedev --with=Medvedef"
        );
        assert_eq!(typed.with("nobody", "x"), None);
        let typed = invocation(&["meetings", "A", "--with=B C"]);
        assert_eq!(typed.with("B C", "b-c").unwrap(), "chancery meetings A --with=b-c");
    }
}
