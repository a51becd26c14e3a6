//! `export FORMAT [WHO…]`.

use super::Context;
use crate::cli::Failure;
use crate::cli::names::ANY;
use crate::cli::options::{DegreeArgs, Degrees, WhenArgs, file};
use crate::cli::ui::Ui;
use chancery::export::dot::{DotOptions, dot};
use chancery::graph::{Filter, NodeId, View};
use chancery::model::Certainty;
use chancery::query::When;
use std::path::PathBuf;
use std::process::ExitCode;

/// Write facts in the format of another program
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// In which format
    format: ExportFormat,
    /// Around whom or what; everything without any
    who: Vec<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: DegreeArgs,
    /// Write to this file, which is replaced as a whole
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_parser = file)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ExportFormat {
    /// A diagram for Graphviz: `chancery export dot | dot -Tsvg > all.svg`
    Dot,
}

/// Writes the export.
pub(super) fn run(args: &ExportArgs, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
    let asked = args.when.asked()?;
    if asked.when == When::Began {
        return Err(Failure::Usage {
            message: "--began: a diagram shows what lies in a period, whenever it began".to_owned(),
            hint: context.invocation.with("--began", "--during"),
        });
    }
    let mut names = context.names(asked.period);
    let mut centres: Vec<NodeId> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    for text in &args.who {
        let id = names.one(text, &ANY)?;
        centres.extend(context.graph.node(id.as_str()));
        titles.push(context.graph.facts().name(&id).to_owned());
    }
    names.notices.iter().for_each(|notice| ui.note(notice));
    let filter = Filter { at_least: args.certainty.at_least(Certainty::Disputed), ..Filter::for_drawing(asked.period) };
    let whole = View::new(context.graph, filter);
    let view = if centres.is_empty() { whole } else { whole.around(&centres) }.without_lone_nodes(&centres);
    let title = (!titles.is_empty()).then(|| titles.join(", "));
    let mut bytes = Vec::new();
    let ExportFormat::Dot = args.format;
    dot(&view, &mut bytes, &DotOptions { title, centres })?;
    ui.answer(args.output.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}
