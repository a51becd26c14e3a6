//! The formats by name.

use std::fmt;

/// In which form an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For a terminal, a mail or a printer.
    #[default]
    Table,
    /// The whole answer as one JSON value (RFC 8259).
    Json,
    /// One JSON value a line, for each row.
    Jsonl,
    /// Rows as comma-separated values (RFC 4180).
    Csv,
    /// Rows separated by tabs, quoted as in CSV where needed.
    Tsv,
    /// CommonMark with the tables of GitHub.
    Markdown,
    /// The whole answer as one RON value, with the data of the JSON.
    Ron,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 7] = [Self::Table, Self::Json, Self::Jsonl, Self::Csv, Self::Tsv, Self::Markdown, Self::Ron];

    /// The name, as options have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
            Self::Ron => "ron",
        }
    }

    /// The format of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether only rows are written, so that what was left out has to be told elsewhere.
    pub fn is_rows_only(self) -> bool {
        matches!(self, Self::Jsonl | Self::Csv | Self::Tsv)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
