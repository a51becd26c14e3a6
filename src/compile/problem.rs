//! Problems as they lie in a compiled file.

use super::contents::Names;
use crate::diagnostic::{Code, Diagnostic, Excerpt, Severity};
use crate::span::Span;
use borsh::{BorshDeserialize, BorshSerialize};

/// A problem, with its code by name and its file without what stands before all names.
#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct StoredProblem {
    code: String,
    severity: u8,
    file: String,
    line: u32,
    column: u32,
    message: String,
    excerpt: Option<(String, usize, usize)>,
    hint: Option<String>,
}

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

impl StoredProblem {
    /// `None` for a problem with something outside of the folder.
    pub(super) fn of(problem: &Diagnostic, prefix: &str) -> Option<Self> {
        Some(Self {
            code: problem.code.name().to_owned(),
            severity: problem.severity as u8,
            file: problem.span.file.strip_prefix(prefix)?.to_owned(),
            line: problem.span.line,
            column: problem.span.column,
            message: problem.message.clone(),
            excerpt: problem.excerpt.as_ref().map(|part| (part.text.clone(), part.start, part.end)),
            hint: problem.hint.clone(),
        })
    }

    pub(super) fn read(&self, names: &Names) -> Option<Diagnostic> {
        // A part that does not lie in its text cannot be drawn.
        let whole = |(text, start, end): &&(String, usize, usize)| text.get(*start..*end).is_some();
        let excerpt =
            |(text, start, end): &(String, usize, usize)| Excerpt { text: text.clone(), start: *start, end: *end };
        Some(Diagnostic {
            code: Code::from_name(&self.code)?,
            severity: SEVERITIES.get(usize::from(self.severity)).copied()?,
            span: Span { file: names.file(&self.file), line: self.line, column: self.column },
            message: names.sentence(&self.message),
            excerpt: self.excerpt.as_ref().filter(whole).map(excerpt),
            hint: self.hint.as_ref().map(|hint| names.sentence(hint)),
        })
    }
}
