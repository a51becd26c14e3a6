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
    /// Allowed, and worth a look.
    Note,
}

impl Severity {
    /// The word that is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal,)*) => {
        /// What went wrong, by its stable name, which is also that of the check that finds it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// Before the name of a code in a message that passes through a parser which knows no codes.
            pub(crate) const MARK: &str = "\u{1}code";

            /// The name that is printed and that a script can look for.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// The code of exactly this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }
        }
    };
}

codes! {
    /// A file or folder could not be read from disk.
    Unreadable "unreadable",
    /// A file is not UTF-8 text.
    Encoding "encoding",
    /// A record is not written as RON, or has a field or value of the wrong shape.
    Parse "parse",
    /// A date is none that the calendar has.
    ImpossibleDate "impossible-date",
    /// An id is used that no record has.
    UnknownId "unknown-id",
    /// An id is used where another kind of fact is needed.
    WrongKind "wrong-kind",
    /// One id stands on records of two kinds.
    KindClash "kind-clash",
    /// One source says two different things at one place.
    ContradictingDuplicate "contradicting-duplicate",
    /// One account is written twice.
    EqualDuplicate "equal-duplicate",
    /// A meeting or call has one participant on both ends.
    SelfMeeting "self-meeting",
    /// A chain of `part_of`, `of` or `within` leads back to its own start.
    PartOfCycle "part-of-cycle",
    /// A record that needs evidence has no `source`.
    MissingCitation "missing-citation",
    /// A fact holds identities that a `Different` record forbids.
    IdentityForbidden "identity-forbidden",
    /// A denial or ruling names an aspect that the fact does not have.
    UnknownAspect "unknown-aspect",
    /// Two facts claim one earlier id.
    EarlierIdTwice "earlier-id-twice",
    /// Something ends before it begins.
    EndBeforeStart "end-before-start",
    /// Somebody takes part before being born.
    BeforeBirth "before-birth",
    /// Somebody takes part after having died.
    AfterDeath "after-death",
    /// Two people hold an office with one seat at one time.
    TenureOverlap "tenure-overlap",
    /// Somebody takes part in a capacity that was not theirs that day.
    CapacityOutsideTenure "capacity-outside-tenure",
    /// Somebody is in two states on one day.
    TwoPlacesAtOnce "two-places-at-once",
    /// A state takes part that did not exist then.
    StateNotExistingThen "state-not-existing-then",
    /// A state takes part as a member before it joined.
    MemberBeforeJoining "member-before-joining",
    /// A source was published before what it is to show as held.
    HeldBeforePublished "held-before-published",
    /// Two facts of one kind have the same name.
    AliasCollision "alias-collision",
    /// A part lies outside the days of its whole.
    PartOutsideWhole "part-outside-whole",
    /// A citation names no place in its source.
    MissingLocator "missing-locator",
    /// A quote is longer than a sentence.
    QuoteTooLong "quote-too-long",
    /// An address is none of the web.
    UrlNotHttp "url-not-http",
    /// A text holds a character that steers what is shown.
    BidiOrControlCharacter "bidi-or-control-character",
    /// Two ids or names look alike.
    ConfusableId "confusable-id",
    /// Two events look like one.
    MirrorDuplicate "mirror-duplicate",
    /// Nothing cites a source.
    UnusedSource "unused-source",
    /// An `Expect` record accepts nothing.
    UnusedExpect "unused-expect",
    /// A file is not laid out as `fmt` does.
    FileNotFormatted "file-not-formatted",
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

    /// A note at a place.
    pub fn note(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, span, message) }
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
