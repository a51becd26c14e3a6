//! Findings as commands of GitHub's workflows, which shows them beside the lines of a change.

use crate::check::Report;
use crate::diagnostic::{Diagnostic, Severity};
use std::io;

/// Writes a line a finding: `::error file=a.ron,line=2,col=5,title=parse::…`.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in &report.findings {
        command(&finding.problem, out)?;
    }
    Ok(())
}

fn command(problem: &Diagnostic, out: &mut dyn io::Write) -> io::Result<()> {
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    write!(out, "::{level} file={}", escaped(&problem.span.file, Part::Property))?;
    if problem.span.line > 0 {
        write!(out, ",line={}", problem.span.line)?;
    }
    if problem.span.column > 0 {
        write!(out, ",col={}", problem.span.column)?;
    }
    let hint = problem.hint.iter().map(|hint| format!("; {hint}")).collect::<String>();
    writeln!(out, ",title={}::{}", problem.code, escaped(&format!("{}{hint}", problem.message), Part::Message))
}

/// The parts of a command: what follows the second `::` is read back with fewer escapes than what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Property,
    Message,
}

/// A text that ends neither its part nor its command.
fn escaped(text: &str, part: Part) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '%' => safe.push_str("%25"),
            '\r' => safe.push_str("%0D"),
            '\n' => safe.push_str("%0A"),
            ':' if part == Part::Property => safe.push_str("%3A"),
            ',' if part == Part::Property => safe.push_str("%2C"),
            letter if letter.is_control() => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}
