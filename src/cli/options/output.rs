//! How answers are printed.

use crate::cli::Failure;
use anstream::ColorChoice;
use chancery::export::{Format, Style};
use chancery::query::{Page, SortBy};
use std::path::PathBuf;

/// How answers are printed.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// In which format [default: table]
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<FormatArg>,
    /// Only these columns, in this order
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    columns: Vec<String>,
    /// Order by this column; with `-` before it the highest first
    #[arg(long, value_name = "[-]COL", allow_hyphen_values = true)]
    sort: Option<String>,
    /// Names in this language, where they are known: zh, ru, zh-Hant; else the usual ones
    #[arg(long, value_name = "LANG")]
    pub(crate) names: Option<String>,
    /// At most so many rows; the others are counted
    #[arg(long, value_name = "N", value_parser = number, allow_negative_numbers = true)]
    limit: Option<usize>,
    /// Print each citation in full: author, title, publisher, dates, place, archive and address
    #[arg(long)]
    cite: bool,
    /// Write to this file, which is replaced as a whole
    #[arg(short, long, value_name = "FILE", value_parser = file)]
    pub(crate) output: Option<PathBuf>,
    /// When to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: ColorArg,
    /// How wide tables are, in columns
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..), allow_negative_numbers = true)]
    width: Option<u16>,
    /// Draw tables and marks in ASCII
    #[arg(long)]
    ascii: bool,
    /// Guard cells that a spreadsheet would take for formulas
    #[arg(long)]
    spreadsheet: bool,
    /// Only the answer, without notes and footer
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Exit with 1 if there are no rows
    #[arg(long)]
    pub(crate) exit_status: bool,
}

/// What is left of options whose first hyphen was lost: `-overlapping` is read as `-o` with the rest behind it.
const LOST: [&str; 6] = ["utput", "f", "n", "ffice", "verlapping", "nly"];

/// A file. Such a rest is none that anybody means, nor is what begins with a hyphen.
pub(crate) fn file(text: &str) -> Result<PathBuf, String> {
    let first = text.split('=').next().unwrap_or_default();
    let meant = LOST.contains(&first).then(|| format!("did you mean `--o{first}`? A"));
    let meant = meant.or_else(|| (text.len() > 1 && text.starts_with('-')).then(|| "a".to_owned()));
    match meant {
        Some(meant) => Err(format!("{meant} file of that name is written `./{text}`")),
        None => Ok(PathBuf::from(text)),
    }
}

/// How many.
fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "a whole number is wanted, 0 or more".to_owned())
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum FormatArg {
    Table,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Markdown,
    Ron,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ColorArg {
    Auto,
    Always,
    Never,
}

/// Refuses the first option that would change nothing.
fn refuse<const N: usize>(refusals: [(bool, &str, String, &str); N]) -> Result<(), Failure> {
    match refusals.into_iter().find(|(refused, ..)| *refused) {
        Some((_, option, why, hint)) => {
            Err(Failure::Usage { message: format!("{option}: {why}"), hint: Some(hint.to_owned()) })
        }
        None => Ok(()),
    }
}

fn of_tables(format: Format) -> String {
    format!("only a table is drawn, and {format} is none")
}

impl OutputArgs {
    /// The format of answers.
    pub(crate) fn format(&self) -> Format {
        match self.format {
            Some(FormatArg::Table) | None => Format::Table,
            Some(FormatArg::Json) => Format::Json,
            Some(FormatArg::Jsonl) => Format::Jsonl,
            Some(FormatArg::Csv) => Format::Csv,
            Some(FormatArg::Tsv) => Format::Tsv,
            Some(FormatArg::Markdown) => Format::Markdown,
            Some(FormatArg::Ron) => Format::Ron,
        }
    }

    /// Whether a format was asked for.
    pub(crate) fn names_format(&self) -> bool {
        self.format.is_some()
    }

    /// Whether the options go together with a bibliography, which has no columns.
    pub(crate) fn check_bibliography(&self) -> Result<(), Failure> {
        let asked =
            [("--columns", !self.columns.is_empty()), ("--spreadsheet", self.spreadsheet), ("--cite", self.cite)];
        match asked.into_iter().find(|(_, is_asked)| *is_asked) {
            None => Ok(()),
            Some((option, _)) => Err(Failure::Usage {
                message: format!("{option}: a bibliography has no rows"),
                hint: Some("-f table prints the sources as rows".to_owned()),
            }),
        }
    }

    /// Whether the options go together.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let format = self.format();
        let is_table = format == Format::Table;
        let is_whole = matches!(format, Format::Json | Format::Jsonl | Format::Ron);
        let is_delimited = matches!(format, Format::Csv | Format::Tsv);
        let rows_only = format!("{format} holds rows only, without their sources");
        let refusals = [
            (self.cite && format.is_rows_only(), "--cite", rows_only, "-f table, markdown, json or ron prints them"),
            (
                !self.columns.is_empty() && is_whole,
                "--columns",
                format!("{format} holds rows as a whole"),
                "-f table, csv, tsv or markdown prints some columns",
            ),
            (self.width.is_some() && !is_table, "--width", of_tables(format), "leave it out, or print a table"),
            (self.ascii && !is_table, "--ascii", of_tables(format), "leave it out, or print a table"),
            (
                self.spreadsheet && !is_delimited,
                "--spreadsheet",
                format!("no spreadsheet takes the cells of {format} for formulas"),
                "leave it out, or write -f csv or tsv",
            ),
        ];
        refuse(refusals)
    }

    /// Whether the options go together with numbers that rest on no citation and name nobody.
    pub(crate) fn check_numbers(&self) -> Result<(), Failure> {
        let hint = "leave it out";
        refuse([
            (self.cite, "--cite", "what was loaded is counted, not cited".to_owned(), hint),
            (self.names.is_some(), "--names", "what was loaded is counted, not named".to_owned(), hint),
        ])
    }

    /// Whether the options go together with a ranking of actors, whose rows rest on too many meetings to be cited.
    pub(crate) fn check_ranking(&self) -> Result<(), Failure> {
        let why = "a row rests on many meetings, and cites none".to_owned();
        refuse([(self.cite, "--cite", why, "`chancery meetings WHO` or `chancery rank --pairs` cites them")])
    }

    /// Whether the options go together with a table that is a grid.
    pub(crate) fn check_grid(&self) -> Result<(), Failure> {
        let is_grid = matches!(self.format(), Format::Table | Format::Markdown) && self.columns.is_empty();
        let listing = [("--sort", self.sort.is_some()), ("--limit", self.limit.is_some())];
        match listing.into_iter().find(|(_, given)| *given && is_grid) {
            Some((option, _)) => Err(Failure::Usage {
                message: format!("{option}: a grid has its own order and all of its cells"),
                hint: Some("--columns row,col,count or -f csv lists a cell a row".to_owned()),
            }),
            None => Ok(()),
        }
    }

    /// When to colour.
    pub(crate) fn color(&self) -> ColorChoice {
        match self.color {
            ColorArg::Auto => ColorChoice::Auto,
            ColorArg::Always => ColorChoice::Always,
            ColorArg::Never => ColorChoice::Never,
        }
    }

    /// Which rows are wanted.
    pub(crate) fn page(&self) -> Page {
        let sort = self.sort.as_ref().map(|text| match text.strip_prefix('-') {
            Some(column) => SortBy { column: column.to_owned(), descending: true },
            None => SortBy { column: text.clone(), descending: false },
        });
        Page { sort, limit: self.limit }
    }

    /// How they are printed; colour and the terminal's width are known by now.
    pub(crate) fn style(&self, color: bool, terminal: Option<u16>) -> Style {
        Style {
            width: self.width.or(terminal),
            color: color && self.output.is_none(),
            ascii: self.ascii,
            spreadsheet: self.spreadsheet,
            columns: (!self.columns.is_empty()).then(|| self.columns.clone()),
            cite: self.cite,
            quiet: self.quiet,
        }
    }
}
