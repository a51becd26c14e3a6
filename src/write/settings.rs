//! Settings: the one structure of `chancery.ron`.

use super::Formatted;
use super::layout::Layout;
use super::order::arrange;
use super::tree::tree;
use super::trivia::{Comment, Gap};
use crate::read::SourceText;
use crate::read::lexer::Lexer;
use crate::read::settings::parse;

/// Lays the settings of a facts folder out anew; what cannot be read stays as it is, with a problem.
pub fn format_settings(text: &SourceText) -> Formatted {
    match parse(text) {
        Err(problem) => Formatted::untouched(vec![problem]),
        Ok(settings) => {
            let laid_out = laid_out(text.bytes()).filter(|written| {
                let again = SourceText::new("", written.clone().into_bytes());
                parse(&again).is_ok_and(|again| again == settings)
            });
            Formatted { text: laid_out, problems: Vec::new() }
        }
    }
}

fn laid_out(bytes: &[u8]) -> Option<String> {
    let whole = str::from_utf8(bytes).ok()?;
    let mut tokens = Lexer::new(bytes, 0);
    let start = tokens.next()?.start;
    let end = tokens.last()?.end;
    let mut node = tree(whole.get(start..end)?)?;
    arrange(&mut node);
    let mut layout = Layout::within(0);
    let above = Gap::of(whole.get(..start)?);
    let blank_after = above.blank_after;
    let comments: Vec<Comment> = above.all().collect();
    for (number, comment) in comments.iter().enumerate() {
        layout.text.push_str(if comment.blank_before && number > 0 { "\n" } else { "" });
        layout.text += &format!("{}\n", comment.text);
    }
    layout.text.push_str(if blank_after && !comments.is_empty() { "\n" } else { "" });
    layout.record(&node);
    let below = Gap::of(whole.get(end..)?);
    below.same_line.iter().for_each(|comment| layout.beside(comment));
    for comment in &below.below {
        layout.text.push_str(if comment.blank_before { "\n\n" } else { "\n" });
        layout.text += &comment.text;
    }
    layout.text.push('\n');
    Some(layout.text)
}
