//! Findings as JSON (RFC 8259), one value for the whole report.

use crate::check::{Accepted, Finding, Report};
use crate::diagnostic::Severity;
use serde_json::{Value, json};
use std::io;

/// Writes a report.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let value = json!({
        "chancery": 1,
        "files": report.files,
        "records": report.records,
        "count": {
            "error": report.count(Severity::Error),
            "warning": report.count(Severity::Warning),
            "note": report.count(Severity::Note),
            "accepted": report.accepted.len(),
        },
        "left_out": {"only": report.left_out},
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "accepted": report.accepted.iter().map(accepted).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

fn finding(finding: &Finding) -> Value {
    let problem = &finding.problem;
    json!({
        "check": problem.code.name(),
        "severity": problem.severity.name(),
        "file": &*problem.span.file,
        "line": problem.span.line,
        "column": problem.span.column,
        "message": problem.message,
        "hint": problem.hint,
        "about": finding.about.iter().map(crate::id::Id::as_str).collect::<Vec<_>>(),
        "fixable": finding.fix.is_some(),
    })
}

fn accepted(one: &Accepted) -> Value {
    let mut value = finding(&one.finding);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("accepted_by".to_owned(), json!(one.by.as_str()));
        fields.insert("why".to_owned(), json!(one.why));
    }
    value
}
