//! `ask QUESTION`: controlled English.

use super::{Ask, Context, answered};
use crate::cli::Failure;
use crate::cli::command_line;
use crate::cli::facts::{Origin, load};
use crate::cli::invocation::command;
use crate::cli::options::{FactsArgs, OutputArgs, today};
use crate::cli::ui::Ui;
use chancery::ask::{Asked, FollowUp, Reader, Reading, Refusal, page};
use chancery::export::{Format, write_reading};
use chancery::query::{Answer, End, Measure, Page, Query, Why};
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

/// A question in plain English
///
/// Questions have fixed shapes, whose slots take only names and periods that resolve, so that a question has one meaning
/// or none. The answer says how it was read, and the command that asks the same.
#[derive(Debug, clap::Args)]
pub(crate) struct AskArgs {
    /// The question, as people put it
    #[arg(required_unless_present_any = ["interactive", "shapes"])]
    question: Vec<String>,
    /// Read questions line by line, each of which may change one thing about the one before: and in 2023? why the second?
    #[arg(short, long, conflicts_with = "dry_run")]
    interactive: bool,
    /// List what can be asked, shape by shape, with examples
    #[arg(long, conflicts_with_all = ["interactive", "dry_run", "question"])]
    shapes: bool,
    /// Say how the question is read, and do not answer it
    #[arg(long)]
    dry_run: bool,
    /// Take this day for today
    #[arg(long, value_name = "DATE", env = "CHANCERY_TODAY", help_heading = "When")]
    today: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

impl AskArgs {
    pub(super) fn output(&self) -> &OutputArgs {
        &self.output
    }

    /// Whether the options go together.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.dry_run && !matches!(self.output.format(), Format::Table | Format::Json | Format::Jsonl) {
            return Err(Failure::Usage {
                message: "--dry-run: there are no rows in how a question is read".to_owned(),
                hint: Some("leave out --format, or write -f json".to_owned()),
            });
        }
        self.output.check()
    }
}

/// A question that was put in English, asked as any other.
struct Spoken<'s> {
    asked: &'s Asked,
    notices: &'s [String],
    same_as: Option<String>,
    output: &'s OutputArgs,
}

impl Ask for Spoken<'_> {
    fn output(&self) -> &OutputArgs {
        self.output
    }

    fn check(&self) -> Result<(), Failure> {
        match &self.asked.query {
            Query::Rank(rank) if rank.measure != Measure::Pairs => self.output.check_ranking(),
            Query::Matrix(_) => self.output.check_grid(),
            Query::Stats => self.output.check_numbers(),
            _ => Ok(()),
        }
    }

    fn end(&self) -> Option<End> {
        self.asked.end
    }

    fn same_as(&self) -> Option<String> {
        self.same_as.clone()
    }

    fn page(&self) -> Page {
        self.output.page()
    }

    fn query(&self, _: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        Ok((self.asked.query.clone(), self.notices.to_vec()))
    }
}

/// Lists the shapes, which are those of the program, whatever facts are asked.
pub(super) fn list(args: &AskArgs, ui: &Ui) -> Option<Result<ExitCode, Failure>> {
    let listed =
        |()| ui.answer(args.output.output.as_deref(), page().trim_start().as_bytes()).map(|()| ExitCode::SUCCESS);
    args.shapes.then_some(()).map(listed)
}

/// Reads and answers.
pub(super) fn run(args: &AskArgs, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
    let reader = Reader::new(context.graph, today(args.today.as_deref())?);
    let mut talk = Talk { args, context, reader, before: None };
    if args.interactive {
        return talk.go_on(ui);
    }
    let question = args.question.join(" ");
    let reading = talk.reader.read(&question).map_err(|refusal| talk.failure(&refusal))?;
    if args.dry_run {
        talk.dry_run(&reading, ui)?;
        return Ok(ExitCode::SUCCESS);
    }
    let answer = talk.answer(&reading.asked, &reading.notices, ui)?;
    let is_failure = answer.rows.is_empty() && args.output.exit_status;
    Ok(if is_failure { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Questions, one after the other.
struct Talk<'t> {
    args: &'t AskArgs,
    context: &'t Context<'t>,
    reader: Reader<'t>,
    /// The question before, with its answer.
    before: Option<(Reading, Answer)>,
}

impl Talk<'_> {
    /// Reads questions from standard input until it ends. Where nobody sits there, a refusal shows in the exit code.
    fn go_on(&mut self, ui: &mut Ui) -> Result<ExitCode, Failure> {
        let input = std::io::stdin();
        let is_terminal = input.is_terminal();
        let mut code = ExitCode::SUCCESS;
        let first = self.args.question.join(" ");
        let mut lines = input.lock().lines();
        let mut line = Some(first).filter(|first| !first.is_empty());
        loop {
            let text = match line.take() {
                Some(text) => text,
                None => match next(&mut lines, is_terminal, ui)? {
                    Some(text) => text,
                    None => return Ok(code),
                },
            };
            match self.one(text.trim(), ui) {
                Err(failure @ (Failure::Question { .. } | Failure::Usage { .. })) => {
                    ui.failure(&failure);
                    if !is_terminal {
                        code = failure.exit_code();
                    }
                }
                done => done?,
            }
        }
    }

    /// Answers one line.
    fn one(&mut self, text: &str, ui: &mut Ui) -> Result<(), Failure> {
        if text.is_empty() {
            return Ok(());
        }
        let before = self.before.as_ref().map(|(reading, _)| reading);
        let read = self.reader.read_on(before, text).map_err(|refusal| self.failure(&refusal))?;
        match read {
            FollowUp::Question(reading) => {
                let answer = self.answer(&reading.asked, &reading.notices, ui)?;
                self.before = Some((*reading, answer));
            }
            FollowUp::Why(row) => {
                let asked = self.row(row)?.into();
                self.answer(&asked, &[], ui)?;
            }
        }
        Ok(())
    }

    /// Why a row of the answer before is there.
    fn row(&self, row: usize) -> Result<Query, Failure> {
        let rows = self.before.as_ref().map(|(_, answer)| &answer.rows);
        let fact = rows.and_then(|rows| rows.fact(row.checked_sub(1)?));
        let message = || match rows.map_or(0, chancery::query::Rows::len) {
            0 => "there is no answer before, with rows to ask about".to_owned(),
            len if row > len => format!("the answer before has no row {row}; it has {len}"),
            _ => "the rows of the answer before are about no single fact".to_owned(),
        };
        let id = fact.ok_or_else(|| Failure::Question { message: message(), hints: Vec::new() })?;
        Ok(Query::Why(Why::Fact(id.clone())))
    }

    fn dry_run(&self, reading: &Reading, ui: &Ui) -> Result<(), Failure> {
        let understood = reading.asked.understood(self.context.graph);
        let same_as = self.same_as(&reading.asked);
        let mut bytes = Vec::new();
        write_reading(&reading.asked, &understood, same_as.as_deref(), self.args.output.format(), &mut bytes)?;
        reading.notices.iter().for_each(|notice| ui.note(notice));
        ui.answer(self.args.output.output.as_deref(), &bytes)
    }

    fn answer(&self, asked: &Asked, notices: &[String], ui: &mut Ui) -> Result<Answer, Failure> {
        let spoken = Spoken { asked, notices, same_as: self.same_as(asked), output: &self.args.output };
        spoken.check()?;
        let Some(source) = &asked.source else {
            return answered(&spoken, self.context, ui);
        };
        let facts = self.context.facts;
        if !facts.source.is_empty() {
            return Err(Failure::Usage {
                message: format!("--source: the question itself names the source {source}"),
                hint: Some("leave out one of the two".to_owned()),
            });
        }
        let facts = FactsArgs { source: vec![source.to_string()], ..facts.clone() };
        let told = load(&facts, Origin::Files, self.context.invocation, ui)?;
        answered(&spoken, &Context { graph: &told.graph, ..*self.context }, ui)
    }

    /// The command that asks the same of the same facts.
    fn same_as(&self, asked: &Asked) -> Option<String> {
        let mut words = command_line::words(asked, self.context.graph)?;
        words.extend(self.context.facts.words(self.context.invocation));
        Some(command(words.iter().map(String::as_str)))
    }

    /// Why a question is not answered, with commands that work.
    fn failure(&self, refusal: &Refusal) -> Failure {
        let facts = self.context.facts.words(self.context.invocation);
        let ask = |question: &str| {
            let words = ["ask", question].into_iter().chain(facts.iter().map(String::as_str));
            command(words)
        };
        let mut hints: Vec<String> = refusal.hint().into_iter().collect();
        hints.extend(refusal.offers().iter().map(|offer| ask(&offer.question)));
        if let Refusal::Several { meant } = refusal {
            hints.extend(meant.iter().filter_map(|one| self.same_as(&one.asked)));
        }
        if matches!(refusal, Refusal::NoShape { .. } | Refusal::Empty | Refusal::TooLong) {
            hints.push("chancery ask --shapes".to_owned());
        }
        Failure::Question { message: refusal.to_string(), hints }
    }
}

/// The next line, or none at the end; a terminal is shown that one is waited for.
fn next(
    lines: &mut std::io::Lines<std::io::StdinLock<'_>>,
    is_terminal: bool,
    ui: &Ui,
) -> Result<Option<String>, Failure> {
    if is_terminal {
        ui.prompt("ask> ");
    }
    match lines.next().transpose()? {
        Some(line) if matches!(line.trim(), "quit" | "exit") => Ok(None),
        line => Ok(line),
    }
}
