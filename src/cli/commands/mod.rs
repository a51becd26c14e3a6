//! The commands, one file each.

mod add;
mod ask;
mod attendance;
mod changes;
mod check;
mod cite;
mod common;
mod compile;
mod completions;
mod conflicts;
mod coverage;
mod diff;
mod draw;
mod events;
mod export;
mod fmt;
mod help;
mod import;
mod init;
mod man;
mod matrix;
mod meetings;
mod offices;
mod path;
mod rank;
mod reach;
mod schema;
mod search;
mod show;
mod sources;
mod speech;
mod stats;
mod visits;
mod why;

pub(crate) use export::ExportArgs;

use super::Failure;
use super::draft::AddArgs;
use super::invocation::Invocation;
use super::names::Names;
use super::options::{FactsArgs, OutputArgs};
use super::ui::Ui;
use chancery::date::{Day, Period};
use chancery::export::{CitationStyle, Format};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Answer, Counting, End, Page, Query, Shape};
use std::process::ExitCode;

/// What every command is given.
pub(crate) struct Context<'a> {
    /// The facts to ask.
    pub(crate) graph: &'a KnowledgeGraph,
    /// How the command was typed.
    pub(crate) invocation: &'a Invocation,
    /// As of which day the graph stands, where not as of now.
    pub(crate) as_of: Option<Day>,
    /// Which facts they are.
    pub(crate) facts: &'a FactsArgs,
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

    /// In which style the sources are wanted as a bibliography, where not as rows.
    fn bibliography(&self) -> Option<CitationStyle> {
        None
    }

    /// The command that asks the same, where the question was put in English.
    fn same_as(&self) -> Option<String> {
        None
    }

    /// Which of the rows are wanted, and in which order.
    fn page(&self) -> Page {
        self.output().page()
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
            /// A question in plain English: who did Xi meet in Kazan in 2024?
            Ask(Box<ask::AskArgs>),
            /// Write facts in the format of another program
            Export(Box<export::ExportArgs>),
            /// Draw the answer to a question as a picture: SVG that can be printed as it is
            Draw(Box<draw::DrawArgs>),
            /// What in the facts cannot be, or surely was not meant so
            Check(Box<check::CheckArgs>),
            /// Lay fact files out in the usual way, without changing what they say
            Fmt(Box<fmt::FmtArgs>),
            /// Make a folder for facts of your own
            Init(Box<init::InitArgs>),
            /// Compile a folder of facts, so that questions need not read it
            Compile(Box<compile::CompileArgs>),
            /// Write a new record and put it into a file
            Add(Box<AddArgs>),
            /// Take in data of another format, with its provenance
            Import(Box<import::ImportArgs>),
            /// Compare two folders, or two git revisions of one, by facts
            Diff(Box<diff::DiffArgs>),
            /// What a fact file may say, or what the JSON of an answer holds, as JSON Schema
            Schema(Box<schema::SchemaArgs>),
            /// A script for a shell, which then completes commands, options, values and ids of facts
            Completions(completions::CompletionsArgs),
            /// Pages for `man`: one, or all into a folder
            Man(man::ManArgs),
            /// Print this message, the help of a command, a topic (`help topics`), or the page of a check
            /// (`help check NAME`)
            Help(help::HelpArgs),
        }

        impl Command {
            fn ask(&self) -> Option<&dyn Ask> {
                match self {
                    $(Self::$command(args) => Some(&**args),)*
                    Self::Export(_) | Self::Schema(_) | Self::Init(_) | Self::Add(_) | Self::Fmt(_) => None,
                    Self::Check(_) | Self::Import(_) | Self::Diff(_) | Self::Help(_) | Self::Compile(_) => None,
                    Self::Ask(_) | Self::Completions(_) | Self::Man(_) | Self::Draw(_) => None,
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
    /// The shortest chain of meetings between two actors, or the one by which word passes first
    #[command(visible_alias = "chain")]
    Path(path::PathArgs),
    /// Who is within so many meetings of somebody, and in how many steps
    Reach(reach::ReachArgs),
    /// Who is central: by meetings, partners, or the place in the network; or which two met most often
    Rank(rank::RankedArgs),
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
    /// The sources behind facts as a bibliography, or a citation of the facts themselves
    Cite(cite::CiteArgs),
    /// What the loaded sources claim to cover, and what they leave open
    Coverage(coverage::CoverageArgs),
    /// What was loaded, in numbers
    Stats(stats::StatsArgs),
}

impl Command {
    /// How the answer is printed, where the command has options for it.
    pub(crate) fn output(&self) -> Option<&OutputArgs> {
        match self {
            Self::Ask(args) => Some(args.output()),
            _ => self.ask().map(Ask::output),
        }
    }

    /// In which language names are wanted, where not by the usual ones.
    pub(crate) fn language(&self) -> Option<&str> {
        match self {
            Self::Draw(args) => args.picture().names(),
            _ => self.output().and_then(|output| output.names.as_deref()),
        }
    }

    /// Whether offices, memberships and names can be asked as they stood on a day.
    pub(crate) fn stands_on_a_day(&self) -> bool {
        matches!(self, Self::Offices(_) | Self::Attendance(_) | Self::Show(_) | Self::Stats(_))
            || matches!(self, Self::Export(_) | Self::Draw(_))
    }

    /// Whether the options go together; what would change nothing is refused before anything is done.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        match self {
            Self::Ask(args) => return args.check(),
            Self::Draw(args) => return args.picture().check(),
            _ => {}
        }
        let Some(ask) = self.ask() else {
            return Ok(());
        };
        ask.output().check()?;
        ask.check()
    }

    /// Does what keeps facts or needs none, rather than asks them; gives none where facts are asked.
    pub(crate) fn run_alone(
        &self,
        facts: &FactsArgs,
        invocation: &Invocation,
        ui: &mut Ui,
    ) -> Option<Result<ExitCode, Failure>> {
        match self {
            Self::Schema(args) => Some(schema::run(args, ui)),
            Self::Init(args) => Some(init::run(args, ui)),
            Self::Add(args) => Some(add::run(args, facts, invocation, ui)),
            Self::Fmt(args) => Some(fmt::run(args, facts, ui)),
            Self::Check(args) => Some(check::run(args, facts, ui)),
            Self::Compile(args) => Some(compile::run(args, facts, ui)),
            Self::Import(args) => Some(import::run(args, facts, ui)),
            Self::Diff(args) => Some(diff::run(args, facts, ui)),
            Self::Completions(args) => Some(completions::run(args, ui)),
            Self::Man(args) => Some(man::run(args, ui)),
            Self::Help(args) => Some(help::run(args, ui)),
            Self::Ask(args) => ask::list(args, ui),
            _ => None,
        }
    }

    /// What it asks, as the tests of command lines want to know.
    #[cfg(test)]
    pub(crate) fn asked(&self, context: &Context<'_>) -> Result<(Query, Option<End>), Failure> {
        let ask = self.ask().ok_or(Failure::Stopped)?;
        let query = ask.query(context)?.0;
        let query = match ask.counting() {
            Some(counting) => Query::Count { of: Box::new(query), counting },
            None => query,
        };
        Ok((query, ask.end()))
    }

    /// Does it.
    pub(crate) fn run(&self, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
        match (self, self.ask()) {
            (_, Some(ask)) => answer(ask, context, ui),
            (Self::Ask(args), _) => ask::run(args, context, ui),
            (Self::Export(args), _) => export::run(args, context, ui),
            (Self::Draw(args), _) => draw::run(args, context, ui),
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
    let answer = answered(ask, context, ui)?;
    let is_failure = answer.rows.is_empty() && ask.output().exit_status;
    Ok(if is_failure { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Asks the question, prints the answer and gives it.
fn answered(ask: &dyn Ask, context: &Context<'_>, ui: &mut Ui) -> Result<Answer, Failure> {
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
    answer.same_as = ask.same_as();
    if let Some(end) = end {
        answer.keep_end(end);
    }
    if let Some(shape) = shape {
        answer.reshape(context.graph, shape);
    }
    answer.arrange(&ask.page())?;
    for notice in &notices {
        ui.note(notice);
    }
    if let Some(citations) = ask.bibliography() {
        bibliography(&answer, citations, output, ui)?;
    } else {
        rows(&mut answer, notices, output, ui)?;
    }
    Ok(answer)
}

/// Prints an answer in the format asked for.
fn rows(answer: &mut Answer, notices: Vec<String>, output: &OutputArgs, ui: &Ui) -> Result<(), Failure> {
    let own = answer.notices.clone();
    answer.notices.extend(notices);
    let mut bytes = Vec::new();
    let style = output.style(ui.colors_answers(), Ui::width());
    chancery::export::write(answer, output.format(), &style, &mut bytes)?;
    ui.answer(output.output.as_deref(), &bytes)?;
    if matches!(output.format(), Format::Csv | Format::Tsv | Format::Jsonl) {
        if let Some(command) = &answer.same_as {
            ui.note(&format!("read as: {}", answer.understood));
            ui.note(&format!("same as: {command}"));
        }
        say_beside(answer, &own, ui);
    }
    Ok(())
}

/// Prints the sources of an answer as a bibliography; what was understood is said beside it.
fn bibliography(answer: &Answer, citations: CitationStyle, output: &OutputArgs, ui: &Ui) -> Result<(), Failure> {
    output.check_bibliography()?;
    let mut bytes = Vec::new();
    let style = output.style(ui.colors_answers(), Ui::width());
    chancery::export::write_bibliography(answer, citations, &style, &mut bytes)?;
    ui.note(&format!("read as: {}", answer.understood));
    ui.answer(output.output.as_deref(), &bytes)?;
    say_beside(answer, &answer.notices, ui);
    Ok(())
}

/// Says what was left out, and the notices, where the output has no place for them.
fn say_beside(answer: &Answer, notices: &[String], ui: &Ui) {
    for line in chancery::export::left_out(answer) {
        ui.note(&line);
    }
    notices.iter().for_each(|notice| ui.note(notice));
}
