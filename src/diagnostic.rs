//! Diagnostics: problems found in facts, each with a code, a place in the user's own text and, where possible, a hint.
//!
//! Nothing here is printed: the front ends draw diagnostics, the layers below only collect them.

use crate::span::Span;
use std::fmt;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was not read, or an answer may be wrong.
    Error,
    /// Read, but surely not meant so.
    Warning,
}

/// What went wrong, by its stable name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// A file or folder could not be read from disk.
    Unreadable,
    /// A file is not UTF-8 text.
    Encoding,
    /// A record is not written as RON, or has a field or value of the wrong shape.
    Parse,
    /// An id is used that no record has.
    UnknownId,
    /// An id is used where another kind of fact is needed.
    WrongKind,
    /// One id stands on records of two kinds.
    KindClash,
    /// One source says two different things at one place.
    ContradictingDuplicate,
    /// One account is written twice.
    EqualDuplicate,
    /// A meeting or call has one participant on both ends.
    SelfMeeting,
    /// A chain of `part_of`, `of` or `within` leads back to its own start.
    Cycle,
    /// A record that needs evidence has no `source`.
    MissingSource,
    /// A fact holds identities that a `Different` record forbids.
    IdentityForbidden,
    /// A denial or ruling names an aspect that the fact does not have.
    UnknownAspect,
    /// Two facts claim one earlier id.
    EarlierIdTwice,
}

impl Code {
    /// The name that is printed and that a script can look for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Encoding => "encoding",
            Self::Parse => "parse",
            Self::UnknownId => "unknown-id",
            Self::WrongKind => "wrong-kind",
            Self::KindClash => "kind-clash",
            Self::ContradictingDuplicate => "contradicting-duplicate",
            Self::EqualDuplicate => "equal-duplicate",
            Self::SelfMeeting => "self-meeting",
            Self::Cycle => "cycle",
            Self::MissingSource => "missing-source",
            Self::IdentityForbidden => "identity-forbidden",
            Self::UnknownAspect => "unknown-aspect",
            Self::EarlierIdTwice => "earlier-id-twice",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The part of a line that a diagnostic is about, cut short where the line is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// One line of the user's own text, or the part of it around the problem.
    pub text: String,
    /// Byte offset in `text` at which the marked part begins.
    pub start: usize,
    /// Byte offset in `text` at which the marked part ends.
    pub end: usize,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What went wrong.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The text at `span`.
    pub excerpt: Option<Excerpt>,
    /// What to write instead.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, span, message: message.into(), excerpt: None, hint: None }
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// The same with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with an excerpt.
    #[must_use]
    pub fn with_excerpt(mut self, excerpt: Option<Excerpt>) -> Self {
        self.excerpt = excerpt;
        self
    }
}
