//! `draw KIND`: one file a kind of picture.

mod chart;
#[cfg(any(feature = "png", feature = "pdf"))]
mod fonts;
mod graphviz;
mod map;
mod matrix;
mod network;
mod output;
mod path;
mod sequence;
mod timeline;

use super::Context;
use crate::cli::Failure;
use crate::cli::options::PictureArgs;
use crate::cli::ui::Ui;
use chancery::draw::{Panel, PictureFormat, Ruler, Scene, Sheet};
use chancery::export::{Format, Style};
use chancery::query::row::Table;
use chancery::query::{Answer, Query};
use std::process::ExitCode;

/// Draw the answer to a question as a picture: SVG that can be printed as it is
#[derive(Debug, clap::Args)]
pub(crate) struct DrawArgs {
    #[command(subcommand)]
    kind: DrawKind,
}

#[derive(Debug, clap::Subcommand)]
enum DrawKind {
    /// Who met whom: actors as points, joined by lines as wide as they met often
    Network(Box<network::NetworkArgs>),
    /// Everything dated, a lane for each: bars for visits and tenures, points for meetings
    Timeline(Box<timeline::TimelineArgs>),
    /// How many there were in each year, quarter or month: bars, stacked if wanted
    Chart(Box<chart::ChartArgs>),
    /// How often each of some met each of others: cells with the number
    Matrix(Box<matrix::MatrixArgs>),
    /// Where it took place: host countries by number, places, or one tour as a route
    Map(Box<map::MapArgs>),
    /// The shortest chain of meetings between two actors, with who says so
    Path(Box<path::ChainPictureArgs>),
    /// Who was in touch with whom, one after the other: messages and who carried them, calls, meetings
    Sequence(Box<sequence::SequenceArgs>),
}

/// A kind of picture.
trait Picture {
    /// How it is drawn and written.
    fn picture(&self) -> &PictureArgs;

    /// The question whose answer it shows, with what there is to say about its names.
    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure>;

    /// Draws the answer, which has rows.
    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure>;

    /// The table that says what the picture shows, where that is not the one of the question.
    fn table(&self, answer: &Answer, context: &Context<'_>) -> Result<Option<Table>, Failure> {
        let _ = (answer, context);
        Ok(None)
    }

    /// The answer in the DOT language, where it is a graph.
    fn dot(&self, answer: &Answer, context: &Context<'_>) -> Result<Vec<u8>, Failure> {
        let _ = (answer, context);
        Err(Failure::Usage {
            message: "the DOT language is for networks; this picture is none".to_owned(),
            hint: Some("write .svg, .html, .png or .pdf".to_owned()),
        })
    }
}

/// On what a picture is drawn.
pub(super) struct Paper {
    /// How wide, and in which colours.
    pub(super) sheet: Sheet,
    /// How texts are measured.
    pub(super) ruler: Ruler,
}

impl DrawArgs {
    fn kind(&self) -> &dyn Picture {
        match &self.kind {
            DrawKind::Network(args) => &**args,
            DrawKind::Timeline(args) => &**args,
            DrawKind::Chart(args) => &**args,
            DrawKind::Matrix(args) => &**args,
            DrawKind::Map(args) => &**args,
            DrawKind::Path(args) => &**args,
            DrawKind::Sequence(args) => &**args,
        }
    }

    /// How the picture is drawn and written.
    pub(crate) fn picture(&self) -> &PictureArgs {
        self.kind().picture()
    }
}

/// Asks the question, and writes the picture of its answer, or the table that says the same.
pub(super) fn run(args: &DrawArgs, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
    let kind = args.kind();
    let picture = kind.picture();
    let (query, notices) = kind.query(context)?;
    let mut answer = query.answer(context.graph);
    answer.command = Some(context.invocation.text());
    notices.iter().for_each(|notice| ui.note(notice));
    let bytes = if picture.is_table() {
        answer.notices.extend(notices);
        in_words(kind, &answer, context, ui)?
    } else {
        let paper = Paper { sheet: picture.sheet(), ruler: Ruler::new() };
        let scene = scene(kind, &answer, context, &paper)?;
        too_high(&scene, picture.format()?).into_iter().for_each(|note| ui.note(&note));
        output::written(kind, &scene, || kind.dot(&answer, context), ui)?
    };
    ui.answer(picture.file(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// How high a sheet of A4 is, in millimetres.
const SHEET: f64 = 297.0;

/// What is to be said of a picture that does not fit on a sheet of paper; a page of the web is as long as it has to be.
fn too_high(scene: &Scene, format: PictureFormat) -> Option<String> {
    let is_printed = !matches!(format, PictureFormat::Html | PictureFormat::Dot);
    (is_printed && scene.height_mm() > SHEET).then(|| {
        let height = scene.height_mm();
        format!("the picture is {height:.0} mm high, and a sheet of A4 {SHEET} mm; --during shows less of it at a time")
    })
}

/// The table that says the same.
fn in_words(kind: &dyn Picture, answer: &Answer, context: &Context<'_>, ui: &Ui) -> Result<Vec<u8>, Failure> {
    let style = Style { width: Ui::width(), color: ui.colors_answers(), ..Style::default() };
    let mut bytes = Vec::new();
    let table = if answer.rows.is_empty() { None } else { kind.table(answer, context)? };
    match table {
        Some(table) => chancery::export::write_as(answer, &table, &style, &mut bytes)?,
        None => chancery::export::write(answer, Format::Table, &style, &mut bytes)?,
    }
    Ok(bytes)
}

fn scene(kind: &dyn Picture, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Scene, Failure> {
    let mut panel = if answer.rows.is_empty() {
        Panel::of_nothing(answer, context.graph, &paper.sheet, &paper.ruler)
    } else {
        kind.panel(answer, context, paper)?
    };
    panel.notes.extend(context.as_of.map(|day| format!("Names are those of {day}.")));
    Ok(paper.sheet.scene(answer, panel, &paper.ruler)?)
}
