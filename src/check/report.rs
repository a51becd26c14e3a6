//! A run of checks: its findings, what was accepted, and what was left out.

use super::checked::Checked;
use super::finding::{Finding, Findings};
use super::side_by_side::{all, both};
use super::{ALL, Check, Run, equal_duplicate, expectation};
use crate::diagnostic::{Code, Diagnostic, Severity};
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
/// Takes less time than loading, on as many threads as there are processors; no check compares every fact with every
/// other.
pub fn check(loaded: &Loaded, only: &[Code]) -> Report {
    let asked: Vec<&Check> = ALL.iter().filter(|check| only.is_empty() || only.contains(&check.code)).collect();
    let in_texts = || in_texts(loaded, &asked);
    let graph = || {
        let loading = resolve_of(loaded);
        (KnowledgeGraph::new(loading.facts), loading.problems)
    };
    let (in_texts, (graph, problems)) = both(in_texts, graph);
    let is_asked = |problem: &Diagnostic| asked.iter().any(|check| check.code == problem.code);
    let (shown, left_out): (Vec<_>, Vec<_>) = problems.into_iter().partition(is_asked);
    let mut findings: Vec<Finding> =
        shown.into_iter().map(|problem| Finding { problem, about: Vec::new(), fix: None }).collect();
    let checked = Checked::new(loaded, &graph);
    equal_duplicate::mend(loaded, &mut findings);
    findings.extend(in_texts);
    findings.extend(in_facts(&checked, &asked));
    let accepted = expectation::accept(&checked, &asked, &mut findings);
    findings.sort_by_cached_key(|finding| (loaded.order_of(&finding.problem.span), finding.problem.code));
    let (left_out, files, records) = (left_out.len(), loaded.texts.len(), loaded.records.len());
    Report { findings, accepted, left_out, files, records }
}

/// What is found in the texts alone.
fn in_texts(loaded: &Loaded, asked: &[&Check]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in asked {
        if let Run::Texts(run) = check.run {
            run(loaded, &mut Findings::of(check, loaded, &mut findings));
        }
    }
    findings
}

/// What is found in the facts, check by check.
fn in_facts(checked: &Checked<'_>, asked: &[&Check]) -> Vec<Finding> {
    let run = |check: &&Check| {
        let mut findings = Vec::new();
        if let Run::Facts(run) = check.run {
            run(checked, &mut Findings::of(check, checked.loaded, &mut findings));
        }
        findings
    };
    all(asked, run).into_iter().flatten().collect()
}
