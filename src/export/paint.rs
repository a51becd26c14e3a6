//! Colour for a terminal. It only repeats what words say already.

use anstyle::{AnsiColor, Style as Colour};

/// Whether and how lines get colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// No colour.
    Plain,
    /// Colours of the terminal's own palette.
    Coloured,
}

/// The words of a degree, with its mark in either charset.
const DEGREES: [(&str, AnsiColor); 3] =
    [("! disputed", AnsiColor::Red), ("○ possible", AnsiColor::Yellow), ("o possible", AnsiColor::Yellow)];

impl Paint {
    /// A line of the table, with disputed and possible degrees in colour.
    pub(super) fn degrees(self, line: String) -> String {
        if self == Self::Plain {
            return line;
        }
        DEGREES.iter().fold(line, |line, (words, colour)| {
            let colour = colour.on_default();
            line.replace(words, &format!("{colour}{words}{colour:#}"))
        })
    }

    /// A line that is less important than others.
    pub(super) fn aside(self, line: String) -> String {
        let dim = Colour::new().dimmed();
        if self == Self::Plain || line.is_empty() { line } else { format!("{dim}{line}{dim:#}") }
    }
}
