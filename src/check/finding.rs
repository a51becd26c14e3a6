//! Findings: problems with what they are about and, where it is certain, how they are mended.

use super::{Check, Fix};
use crate::diagnostic::{Diagnostic, Severity};
use crate::id::Id;
use crate::read::{Loaded, PlacedRecord, SourceText, Spot};
use std::ops::Range;

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What, and where.
    pub problem: Diagnostic,
    /// The facts that it is about, the one in whose record it stands first.
    pub about: Vec<Id>,
    /// How it is mended, where that is certain.
    pub fix: Option<Fix>,
}

/// What one check has found so far.
pub(super) struct Findings<'a> {
    loaded: &'a Loaded,
    check: &'a Check,
    found: &'a mut Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(check: &'a Check, loaded: &'a Loaded, found: &'a mut Vec<Finding>) -> Self {
        Self { loaded, check, found }
    }

    /// A finding at a spot of a record.
    pub(super) fn at(&mut self, item: &PlacedRecord, spot: Spot<'_>, message: String, hint: &str) {
        self.between(item, spot, None, message, hint);
    }

    /// A finding at a spot of a record that is about another fact as well.
    pub(super) fn between(
        &mut self,
        item: &PlacedRecord,
        spot: Spot<'_>,
        other: Option<&Id>,
        message: String,
        hint: &str,
    ) {
        let problem = self.loaded.problem(item, spot, |span| Diagnostic::error(self.check.code, span, message));
        let about = std::iter::once(&item.record.head.id).chain(other).cloned().collect();
        self.add(problem, about, hint, None);
    }

    /// A finding in a text, whatever record it stands in.
    pub(super) fn in_text(
        &mut self,
        text: &SourceText,
        range: Range<usize>,
        message: String,
        hint: &str,
        fix: Option<Fix>,
    ) {
        let problem = text.error(self.check.code, range, message);
        self.add(problem, Vec::new(), hint, fix);
    }

    fn add(&mut self, problem: Diagnostic, about: Vec<Id>, hint: &str, fix: Option<Fix>) {
        let problem = Diagnostic { severity: self.check.severity, ..problem }.with_hint(hint);
        self.found.push(Finding { problem, about, fix });
    }
}

impl Finding {
    /// Whether it fails a run that takes warnings for errors, or one that does not.
    pub fn fails(&self, strictness: Severity) -> bool {
        self.problem.severity <= strictness
    }
}
