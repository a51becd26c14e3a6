//! Where everything that is printed goes through: answers to standard output, the rest to standard error.

use super::failure::Failure;
use super::options::OutputArgs;
use super::problems;
use anstream::{AutoStream, ColorChoice};
use chancery::compile::Soundness;
use chancery::diagnostic::Diagnostic;
use chancery::write::{ReplaceError, overwrite};
use std::cell::RefCell;
use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Problems are drawn one by one up to this number, and then named in one line each.
const DRAWN: usize = 12;

/// The two streams, and how much is said on them.
pub(crate) struct Ui {
    color: ColorChoice,
    quiet: bool,
    /// Tells whether what is said rests on what was written, where it rests on compiled facts.
    soundness: Option<Soundness>,
    /// What was said beside the answer: a question that is asked again says it once.
    said: RefCell<HashSet<String>>,
}

impl Ui {
    /// A terminal as the options want it.
    pub(crate) fn new(output: Option<&OutputArgs>) -> Self {
        let color = output.map_or(ColorChoice::Auto, OutputArgs::color);
        let quiet = output.is_some_and(|output| output.quiet);
        Self { color, quiet, soundness: None, said: RefCell::default() }
    }

    /// From now on prints no answer that rests on damaged facts.
    pub(crate) fn trust(&mut self, soundness: Option<Soundness>) {
        self.soundness = soundness;
    }

    /// Whether all that was asked for so far may be trusted.
    pub(crate) fn check_trust(&self) -> Result<(), Failure> {
        let holds = self.soundness.as_ref().is_none_or(Soundness::holds);
        if holds { Ok(()) } else { Err(Failure::Damaged) }
    }

    /// Whether something is said for the first time.
    fn is_new(&self, text: String) -> bool {
        self.said.borrow_mut().insert(text)
    }

    /// Whether answers are coloured.
    pub(crate) fn colors_answers(&self) -> bool {
        match self.color {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        }
    }

    fn colors_notes(&self) -> bool {
        match self.color {
            ColorChoice::Auto => AutoStream::choice(&io::stderr()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        }
    }

    /// The width of the terminal that answers go to, in columns.
    pub(crate) fn width() -> Option<u16> {
        if !io::stdout().is_terminal() {
            return None;
        }
        terminal_size::terminal_size().map(|(terminal_size::Width(columns), _)| columns)
    }

    /// Writes an answer to standard output, or to a file that is replaced as a whole.
    ///
    /// `/dev/stdout` is standard output under its own name, which may lead to a file that others write to as well.
    pub(crate) fn answer(&self, file: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
        self.check_trust()?;
        let Some(path) = file.filter(|path| *path != Path::new("/dev/stdout")) else {
            let mut out = io::stdout().lock();
            out.write_all(bytes)?;
            return Ok(out.flush()?);
        };
        overwrite(path, bytes).map_err(|error| match error {
            ReplaceError::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => Failure::Output(error),
            error => Failure::File { path: path.to_owned(), error },
        })
    }

    /// Says something beside the answer. A closed standard error is no reason to stop.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet && self.is_new(text.to_owned()) {
            self.say("note", anstyle::AnsiColor::Cyan, text);
        }
    }

    /// Shows that a line is waited for.
    pub(crate) fn prompt(&self, text: &str) {
        let mut err = io::stderr().lock();
        let _ = write!(err, "{text}");
        let _ = err.flush();
    }

    /// Writes a line of a list beside the answer.
    pub(crate) fn beside(&self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", escaped(line).replace('\n', "\\n"));
    }

    /// Says that a part of what was asked could not be done.
    pub(crate) fn error(&self, text: &str) {
        self.say("error", anstyle::AnsiColor::Red, text);
    }

    /// Draws every problem that was found in the facts.
    pub(crate) fn problems(&self, found: &[Diagnostic]) {
        let mut err = io::stderr().lock();
        for (number, problem) in found.iter().enumerate() {
            if !self.is_new(format!("{number} {} {}", problem.span, problem.message)) {
                continue;
            }
            let _ = if number < DRAWN {
                writeln!(err, "{}\n", problems::draw(problem, self.colors_notes()))
            } else {
                writeln!(err, "{}: {}[{}]: {}", problem.span, problem.severity.name(), problem.code, problem.message)
            };
        }
    }

    /// Says why the command stops.
    pub(crate) fn failure(&self, failure: &Failure) {
        if matches!(failure, Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return;
        }
        let (message, hints) = failure.words();
        self.say("error", anstyle::AnsiColor::Red, &message);
        for hint in hints {
            self.say("hint", anstyle::AnsiColor::Green, &hint);
        }
    }

    fn say(&self, label: &str, color: anstyle::AnsiColor, text: &str) {
        let style = anstyle::Style::new().bold().fg_color(Some(color.into()));
        let text = escaped(text);
        let _ = if self.colors_notes() {
            writeln!(io::stderr().lock(), "{style}{label}:{style:#} {text}")
        } else {
            writeln!(io::stderr().lock(), "{label}: {text}")
        };
    }
}

/// Control and direction characters would let a name in a file speak to the terminal, so they are shown escaped; the
/// line breaks of our own lists stay.
pub(crate) fn escaped(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' => c.to_string(),
        c if c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
        {
            c.escape_unicode().to_string()
        }
        c => c.to_string(),
    };
    text.chars().map(shown).collect()
}
