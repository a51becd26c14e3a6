//! The commands, one file each.

mod attendance;
mod changes;
mod common;
mod conflicts;
mod events;
mod export;
mod matrix;
mod meetings;
mod offices;
mod path;
mod search;
mod show;
mod sources;
mod speech;
mod stats;
mod visits;
mod why;

use super::Failure;
use super::invocation::Invocation;
use super::names::Names;
use super::options::OutputArgs;
use super::ui::Ui;
use chancery::date::{Day, Period};
use chancery::export::Format;
use chancery::graph::KnowledgeGraph;
use chancery::query::{Counting, End, Query, Shape};
use std::process::ExitCode;

/// What every command is given.
pub(crate) struct Context<'a> {
    /// The facts to ask.
    pub(crate) graph: &'a KnowledgeGraph,
    /// How the command was typed.
    pub(crate) invocation: &'a Invocation,
    /// As of which day the graph stands, where not as of now.
    pub(crate) as_of: Option<Day>,
}

impl<'a> Context<'a> {
    /// The names of the facts; the period tells how active candidates are.
    pub(crate) fn names(&self, period: Period) -> Names<'a> {
        Names::new(self.graph, self.invocation, period)
    }
}

/// A command that asks a question.
trait Ask {
    /// How the answer is printed.
    fn output(&self) -> &OutputArgs;

    /// Whether the options go together, beyond what all commands ask of them.
    fn check(&self) -> Result<(), Failure> {
        Ok(())
    }

    /// By which rule its rows are counted, if they are not to be listed.
    fn counting(&self) -> Option<Counting> {
        None
    }

    /// Which row alone is wanted.
    fn end(&self) -> Option<End> {
        None
    }

    /// In which shape the rows are wanted, where not in their own.
    fn shape(&self, format: Format) -> Result<Option<Shape>, Failure> {
        let _ = format;
        Ok(None)
    }

    /// The question, with what there is to say about its names.
    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure>;
}

macro_rules! commands {
    ($($(#[$attr:meta])* $command:ident($args:ty),)*) => {
        /// What to do.
        #[derive(Debug, clap::Subcommand)]
        pub(crate) enum Command {
            $($(#[$attr])* $command(Box<$args>),)*
            /// Write facts in the format of another program
            Export(Box<export::ExportArgs>),
        }

        impl Command {
            fn ask(&self) -> Option<&dyn Ask> {
                match self {
                    $(Self::$command(args) => Some(&**args),)*
                    Self::Export(_) => None,
                }
            }
        }
    };
}

commands! {
    /// Whom did X meet; when did X and Y meet (in person)
    #[command(visible_alias = "met")]
    Meetings(meetings::MeetingsArgs),
    /// The same in every mode: meetings, calls, video, messages
    Contacts(meetings::ContactsArgs),
    /// Who visited whom; where did X travel
    Visits(visits::VisitsArgs),
    /// What X held; who held it
    #[command(visible_alias = "holders")]
    Offices(offices::OfficesArgs),
    /// Who was there, absent, or stood in; which sessions X (and Y) attended
    #[command(visible_alias = "attended")]
    Attendance(attendance::AttendanceArgs),
    /// Who met all of them
    #[command(visible_alias = "mutual")]
    Common(common::CommonArgs),
    /// The shortest chain of meetings between two people
    #[command(visible_alias = "chain")]
    Path(path::PathArgs),
    /// Everything dated
    Timeline(events::TimelineArgs),
    /// Events by kind
    Events(events::EventsArgs),
    /// Who said what, and to whom
    Statements(speech::StatementsArgs),
    /// Who sent a message to whom, and who carried it
    Messages(speech::MessagesArgs),
    /// Treaties, communiques and other documents
    Documents(speech::DocumentsArgs),
    /// How often each of some met each of others
    Matrix(matrix::MatrixArgs),
    /// One fact as a card
    Show(show::ShowArgs),
    /// Names, titles, quotes and texts
    Search(search::SearchArgs),
    /// What each account says side by side, what speaks against it, and how the keeper judged
    Why(why::WhyArgs),
    /// Which sources there are and how much rests on each; or one, with everything that rests on it
    Sources(sources::SourcesArgs),
    /// Where accounts contradict each other, and what each side says
    Conflicts(conflicts::ConflictsArgs),
    /// What became known since a day, by the days on which sources were published
    Changes(changes::ChangesArgs),
    /// What was loaded, in numbers
    Stats(stats::StatsArgs),
}

impl Command {
    /// How the answer is printed, where the command has options for it.
    pub(crate) fn output(&self) -> Option<&OutputArgs> {
        self.ask().map(Ask::output)
    }

    /// Whether offices, memberships and names can be asked as they stood on a day.
    pub(crate) fn stands_on_a_day(&self) -> bool {
        matches!(self, Self::Offices(_) | Self::Attendance(_) | Self::Show(_) | Self::Stats(_) | Self::Export(_))
    }

    /// Whether the options go together; what would change nothing is refused before anything is done.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let Some(ask) = self.ask() else {
            return Ok(());
        };
        ask.output().check()?;
        ask.check()
    }

    /// Does it.
    pub(crate) fn run(&self, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
        match (self, self.ask()) {
            (_, Some(ask)) => answer(ask, context, ui),
            (Self::Export(args), _) => export::run(args, context, ui),
            _ => Ok(ExitCode::SUCCESS),
        }
    }
}

fn counted_and_listed() -> Failure {
    Failure::Usage {
        message: "--count counts all rows; --first, --final, --long and --dyads list them".to_owned(),
        hint: Some("leave out one of the two".to_owned()),
    }
}

/// Asks the question and prints the answer.
fn answer(ask: &dyn Ask, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
    let output = ask.output();
    let (query, notices) = ask.query(context)?;
    let (end, shape) = (ask.end(), ask.shape(output.format())?);
    let query = match ask.counting() {
        Some(_) if end.is_some() || shape.is_some() => return Err(counted_and_listed()),
        Some(counting) => Query::Count { of: Box::new(query), counting },
        None => query,
    };
    let mut answer = query.answer(context.graph);
    answer.command = Some(context.invocation.text());
    if let Some(end) = end {
        answer.keep_end(end);
    }
    if let Some(shape) = shape {
        answer.reshape(context.graph, shape);
    }
    answer.arrange(&output.page())?;
    for notice in &notices {
        ui.note(notice);
    }
    let empty = answer.rows.is_empty();
    let own = answer.notices.clone();
    answer.notices.extend(notices);
    let mut bytes = Vec::new();
    let style = output.style(ui.colors_answers(), Ui::width());
    chancery::export::write(&answer, output.format(), &style, &mut bytes)?;
    ui.answer(output.output.as_deref(), &bytes)?;
    if matches!(output.format(), Format::Csv | Format::Tsv | Format::Jsonl) {
        for line in chancery::export::left_out(&answer) {
            ui.note(&line);
        }
        own.iter().for_each(|notice| ui.note(notice));
    }
    Ok(if empty && output.exit_status { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
