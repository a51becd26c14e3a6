//! Bibliographies: the sources of an answer in the styles that authors and reference managers use.
//!
//! Crates that render citation styles were compared in `docs/decisions/0003-crates.md`.

mod author;
mod bibtex;
mod chicago;
mod csl;
mod date;

use super::Style;
use super::terminal::Charset;
use crate::query::row::CiteRow;
use crate::query::{Answer, Rows};
pub(super) use chicago::note;
use std::fmt;
use std::io::{self, Write};

/// In which style a bibliography is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitationStyle {
    /// Notes by the Chicago Manual of Style (17th and 18th edition, notes and bibliography), one a line.
    #[default]
    Chicago,
    /// Entries for biblatex.
    Bibtex,
    /// Items of the Citation Style Language (1.0.2), as reference managers read them.
    CslJson,
}

impl CitationStyle {
    /// Every style, in the order in which help lists them.
    pub const ALL: [Self; 3] = [Self::Chicago, Self::Bibtex, Self::CslJson];

    /// The name, as options have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chicago => "chicago",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
        }
    }

    /// The style of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }
}

impl fmt::Display for CitationStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Writes the sources of an answer to [`Query::Cite`](crate::query::Query::Cite) as a bibliography; of another answer
/// nothing. What stands beside the rows of the answer is not written: its notices have to be told elsewhere. Costs what
/// is written.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_bibliography(
    answer: &Answer,
    citations: CitationStyle,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows: &[CiteRow] = match &answer.rows {
        Rows::Cited(rows) => rows,
        _ => &[],
    };
    match citations {
        CitationStyle::Chicago => {
            let charset = if style.ascii { Charset::Ascii } else { Charset::Unicode };
            rows.iter().try_for_each(|row| writeln!(out, "{}", charset.show(&chicago::sentence(row))))
        }
        CitationStyle::Bibtex => {
            let entries: Vec<String> = rows.iter().map(bibtex::entry).collect();
            out.write_all(entries.join("\n").as_bytes())
        }
        CitationStyle::CslJson => csl::write(rows, out),
    }
}
