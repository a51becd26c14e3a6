//! Places: a problem stands where the text really has something.

use chancery::diagnostic::Diagnostic;
use chancery::read::SourceText;

/// Every problem has a message and a place, and its excerpt marks a part of one line.
pub(crate) fn hold(text: &SourceText, problems: &[Diagnostic]) {
    let lines: Vec<&[u8]> = text.bytes().split(|byte| *byte == b'\n').collect();
    for problem in problems {
        assert!(!problem.message.is_empty(), "{problem:?}");
        assert_eq!(problem.span.file, *text.name(), "{problem:?}");
        is_in(&lines, problem);
        if let Some(excerpt) = &problem.excerpt {
            assert!(excerpt.text.get(excerpt.start..excerpt.end).is_some(), "{problem:?}");
            assert!(!excerpt.text.contains('\n'), "{problem:?}");
        }
    }
}

fn is_in(lines: &[&[u8]], problem: &Diagnostic) {
    let (line, column) = (problem.span.line as usize, problem.span.column as usize);
    assert!(line <= lines.len(), "{problem:?}");
    assert!(line > 0 || column == 0, "{problem:?}");
    let written = line.checked_sub(1).and_then(|at| lines.get(at)).copied().unwrap_or_default();
    // A byte that belongs to no character is counted as one.
    assert!(column <= written.len() + 1, "{problem:?}");
    if let Ok(written) = str::from_utf8(written) {
        assert!(column <= written.chars().count() + 1, "{problem:?}");
    }
}
