//! Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, an OASIS standard).

use crate::check::{ALL, Check, Finding, Report};
use serde_json::{Value, json};
use std::io;

/// Writes a report as one run. Accepted findings are there too, suppressed, with the reason.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let open = report.findings.iter().map(|finding| result(finding, None));
    let accepted = report.accepted.iter().map(|one| result(&one.finding, Some(&one.why)));
    let value = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "chancery",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": ALL.iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": open.chain(accepted).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

fn rule(check: &Check) -> Value {
    json!({
        "id": check.name(),
        "shortDescription": {"text": check.page.what},
        "fullDescription": {"text": check.page.why},
        "help": {"text": check.page.mend},
        "defaultConfiguration": {"level": check.severity.name()},
    })
}

fn result(finding: &Finding, accepted: Option<&String>) -> Value {
    let problem = &finding.problem;
    let mut place = json!({"artifactLocation": {"uri": uri(&problem.span.file)}});
    if problem.span.line > 0 {
        // The column is left out where the whole line is meant: it counts from 1.
        let column = (problem.span.column > 0).then_some(problem.span.column);
        place["region"] = match column {
            Some(column) => json!({"startLine": problem.span.line, "startColumn": column}),
            None => json!({"startLine": problem.span.line}),
        };
    }
    let hint = problem.hint.iter().map(|hint| format!("; {hint}")).collect::<String>();
    let suppression = accepted.map(|why| json!({"kind": "inSource", "justification": why}));
    json!({
        "ruleId": problem.code.name(),
        "ruleIndex": ALL.iter().position(|check| check.code == problem.code),
        "level": problem.severity.name(),
        "message": {"text": format!("{}{hint}", problem.message)},
        "locations": [{"physicalLocation": place}],
        "suppressions": suppression.into_iter().collect::<Vec<_>>(),
    })
}

/// A path as a relative reference (RFC 3986): what is no letter, digit or plain sign is written by its bytes.
fn uri(path: &str) -> String {
    let mut safe = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => safe.push(char::from(byte)),
            b'\\' => safe.push('/'),
            other => safe.push_str(&format!("%{other:02X}")),
        }
    }
    safe
}
