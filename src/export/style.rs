//! How an answer is to look.

/// How an answer is to look. The default is plain text of 120 columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// How wide a table may be, in columns of a terminal; 120 where nothing is said.
    pub width: Option<u16>,
    /// Whether a table may use colour.
    pub color: bool,
    /// Whether a table keeps its own marks and lines to ASCII; letters of names stay as they are.
    pub ascii: bool,
    /// Whether cells that a spreadsheet would take for a formula get an apostrophe in front.
    pub spreadsheet: bool,
    /// The columns to print, where not those of the format's own choice.
    pub columns: Option<Vec<String>>,
    /// Whether each citation is printed in full.
    pub cite: bool,
    /// Whether only the rows and their sources are printed.
    pub quiet: bool,
}
