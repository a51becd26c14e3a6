//! Problems in facts, drawn with the user's own text.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use chancery::diagnostic::{Diagnostic, Severity};

/// Draws one problem: what, where, the text and what to write instead.
pub(crate) fn draw(problem: &Diagnostic, color: bool) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.code.name());
    let place = Origin::path(&*problem.span.file);
    let place = match (problem.span.line, problem.span.column) {
        (0, _) => place,
        (line, 0) => place.line(line as usize),
        (line, column) => place.line(line as usize).char_column(column as usize),
    };
    let mut group = Group::with_title(title).element(place);
    if let Some(excerpt) = &problem.excerpt {
        // The excerpt may be a part of its line, so that its own column is not the one to print.
        let snippet = Snippet::source(excerpt.text.as_str()).line_start(problem.span.line as usize);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)));
    }
    if let Some(hint) = &problem.hint {
        group = group.element(Level::HELP.with_name("hint").message(hint.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    without_second_place(&renderer.render(&[group]))
}

/// Takes out the line `:::` that names the place of an excerpt again, with nothing behind it because it is the same place.
fn without_second_place(drawn: &str) -> String {
    let is_empty_place = |line: &&str| anstream::adapter::strip_str(line).to_string().trim() == ":::";
    drawn.lines().filter(|line| !is_empty_place(line)).collect::<Vec<_>>().join("\n")
}
