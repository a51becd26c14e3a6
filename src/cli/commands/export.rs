//! `export FORMAT [WHO…]`.

use super::Context;
use crate::cli::Failure;
use crate::cli::exporting::{Chosen, choose, count, pairs};
use crate::cli::options::{CertaintyArgs, EventArgs, PairArgs, WhenArgs, file};
use crate::cli::ui::Ui;
use chancery::export::{Base, Cells, Counted, ExportOptions, Interchange, Packing, Selection, export};
use chancery::query::CalendarUnit;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write facts in the format of another program
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// In which format
    #[arg(value_parser = formats())]
    format: Interchange,
    /// Around whom or what; everything without any
    pub(crate) who: Vec<String>,
    #[command(flatten)]
    pub(crate) when: WhenArgs,
    #[command(flatten)]
    pub(crate) certainty: CertaintyArgs,
    #[command(flatten)]
    pub(crate) events: EventArgs,
    #[command(flatten)]
    pub(crate) pairs: PairArgs,
    /// Of graphs: what is a node and an edge [default: facts]
    #[arg(long, value_name = "WHICH")]
    projection: Option<ProjectionArg>,
    /// Of dyads: how long the spans of time are [default: year]
    #[arg(long, value_name = "SPAN", help_heading = "Counting")]
    per: Option<SpanArg>,
    /// Write to this file, for gephi, csv and parquet into this folder; files are replaced as a whole. `-` is standard
    /// output
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_parser = file)]
    output: Option<PathBuf>,
    /// Guard cells of tables that a spreadsheet would take for formulas
    #[arg(long, help_heading = "Output")]
    spreadsheet: bool,
    /// Where facts stand as linked data: an address that ends in `/`, `#` or the like [default: urn:chancery:fact:]
    #[arg(long, value_name = "IRI", help_heading = "Output")]
    base: Option<Base>,
}

/// What is a node and an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ProjectionArg {
    /// Facts, and their relations
    Facts,
    /// Actors, and how often they met
    Meetings,
}

/// How long the spans of dyads are.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum SpanArg {
    Year,
    Month,
    Day,
}

fn is_network(format: Interchange) -> bool {
    use Interchange as I;
    matches!(format, I::Graphml | I::Gexf | I::Gephi | I::Cytoscape | I::Mermaid | I::Json)
}

fn formats() -> impl TypedValueParser<Value = Interchange> {
    let values = Interchange::ALL.iter().map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|name| Interchange::from_name(&name).ok_or_else(|| format!("no format is called {name}")))
}

impl ExportArgs {
    /// Whether the options go together; what would change nothing is refused.
    fn check(&self, context: &Context<'_>) -> Result<(), Failure> {
        let format = self.format;
        let is_table = format.media_type() == "text/csv";
        let is_linked = matches!(format, Interchange::Turtle | Interchange::Jsonld);
        let is_dyads = format == Interchange::Dyads;
        let refusals = [
            (
                self.spreadsheet && !is_table,
                format!("--spreadsheet: no spreadsheet takes the texts of {format} for formulas"),
                "leave it out".to_owned(),
            ),
            (
                self.base.is_some() && !is_linked,
                format!("--base: {format} has no addresses of facts"),
                "leave it out, or export turtle or jsonld".to_owned(),
            ),
            (
                self.projection.is_some() && !is_network(format),
                format!("--projection: {format} is no network of nodes and edges"),
                "leave it out, or export graphml, gexf, gephi, cytoscape, mermaid or json".to_owned(),
            ),
            (
                !is_dyads && self.per.is_some(),
                format!("--per: {format} has no spans of time"),
                "leave it out, or export dyads".to_owned(),
            ),
            (
                !is_dyads && !self.counts_meetings() && self.pairs.is_asked(),
                format!("--delegations, --multilateral: {format} counts nothing"),
                "leave it out, or add --projection meetings".to_owned(),
            ),
            (
                format == Interchange::Ron && context.as_of.is_some(),
                "--as-of: records say what sources say, and not how things stood on a day".to_owned(),
                "leave it out".to_owned(),
            ),
            (
                format.packing() == Packing::Folder && self.folder().is_none(),
                format!("{format} is several files, and there is no folder to write them into"),
                format!("chancery export {format} -o {format}"),
            ),
        ];
        match refusals.into_iter().find(|(refused, ..)| *refused) {
            Some((_, message, hint)) => Err(Failure::Usage { message, hint: Some(hint) }),
            None => Ok(()),
        }
    }

    fn counts_meetings(&self) -> bool {
        self.projection == Some(ProjectionArg::Meetings)
    }

    /// How long the spans of dyads are.
    pub(crate) fn per(&self) -> CalendarUnit {
        match self.per {
            None | Some(SpanArg::Year) => CalendarUnit::Year,
            Some(SpanArg::Month) => CalendarUnit::Month,
            Some(SpanArg::Day) => CalendarUnit::Day,
        }
    }

    /// Where to write; none for standard output.
    fn folder(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    fn options(&self) -> ExportOptions {
        let cells = if self.spreadsheet { Cells::Guarded } else { Cells::Plain };
        ExportOptions { cells, base: self.base.clone().unwrap_or_default() }
    }
}

/// Writes the export.
pub(super) fn run(args: &ExportArgs, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
    args.check(context)?;
    if args.format == Interchange::Dyads {
        return dyads(args, context, ui);
    }
    let (Chosen { view, centres, title, words, notices }, pairs) = match args.counts_meetings() {
        true => pairs(args, context).map(|(chosen, answer)| (chosen, Some(answer)))?,
        false => (choose(args, context)?, None),
    };
    notices.iter().for_each(|notice| ui.note(notice));
    let counted = pairs.as_ref().map(Counted::Pairs);
    let selection = Selection { view: &view, centres, title, words, counted };
    let documents = export(&selection, args.format, &args.options())?;
    match (args.format.packing(), args.folder()) {
        (Packing::Folder, Some(folder)) => {
            make(folder)?;
            documents.iter().try_for_each(|one| ui.answer(Some(&folder.join(&one.name)), &one.bytes))?;
        }
        (_, path) => documents.iter().try_for_each(|one| ui.answer(path, &one.bytes))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes counts of pairs of states.
fn dyads(args: &ExportArgs, context: &Context<'_>, ui: &Ui) -> Result<ExitCode, Failure> {
    let (panel, notices) = count(args, context)?;
    notices.iter().for_each(|notice| ui.note(notice));
    let view = context.graph.view();
    let selection = Selection { counted: Some(Counted::Panel(&panel)), ..Selection::of(&view) };
    let documents = export(&selection, args.format, &args.options())?;
    documents.iter().try_for_each(|one| ui.answer(args.folder(), &one.bytes))?;
    Ok(ExitCode::SUCCESS)
}

fn make(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::File { path: folder.to_owned(), error: error.into() })
}
