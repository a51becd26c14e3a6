//! A run of checks: its findings, what was accepted, and what was left out.

use super::checked::Checked;
use super::finding::{Finding, Findings};
use super::{ALL, Check, Run, equal_duplicate, expectation};
use crate::diagnostic::{Code, Severity};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::read::Loaded;
use crate::resolve::resolve_of;

/// What checks found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Every finding, in the order of files and lines.
    pub findings: Vec<Finding>,
    /// The findings that a record accepts, in the same order.
    pub accepted: Vec<Accepted>,
    /// How many findings of loading belong to checks that were not asked for.
    pub left_out: usize,
    /// How many files were read.
    pub files: usize,
    /// How many records were read.
    pub records: usize,
}

/// A finding that an `Expect` record accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What was found.
    pub finding: Finding,
    /// The record that accepts it.
    pub by: Id,
    /// The reason that it gives.
    pub why: String,
}

impl Report {
    /// Takes over the report on another folder.
    pub fn absorb(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.accepted.extend(other.accepted);
        self.left_out += other.left_out;
        self.files += other.files;
        self.records += other.records;
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.problem.severity == severity).count()
    }
}

/// Runs checks over what was read: those named, or all if none is.
///
/// Takes about as long as loading; no check compares every fact with every other.
pub fn check(loaded: &Loaded, only: &[Code]) -> Report {
    let loading = resolve_of(loaded);
    let graph = KnowledgeGraph::new(loading.facts);
    let asked: Vec<&Check> = ALL.iter().filter(|check| only.is_empty() || only.contains(&check.code)).collect();
    let is_asked = |code: Code| asked.iter().any(|check| check.code == code);
    let mut findings = Vec::new();
    let mut left_out = 0;
    for problem in loading.problems {
        match is_asked(problem.code) {
            true => findings.push(Finding { problem, about: Vec::new(), fix: None }),
            false => left_out += 1,
        }
    }
    let checked = Checked::new(loaded, &graph);
    equal_duplicate::mend(loaded, &mut findings);
    for check in &asked {
        if let Run::Facts(run) = check.run {
            run(&checked, &mut Findings::of(check, loaded, &mut findings));
        }
    }
    let accepted = expectation::accept(&checked, &asked, &mut findings);
    findings.sort_by_cached_key(|finding| (loaded.order_of(&finding.problem.span), finding.problem.code));
    Report { findings, accepted, left_out, files: loaded.texts.len(), records: loaded.records.len() }
}
