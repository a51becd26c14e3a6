//! Headings: what a question asks, as a title has it.

use super::period::period_in_words;
use super::text::plain;
use crate::graph::KnowledgeGraph;
use crate::query::Answer;

/// The question in words, without the ids behind names, and beginning with a capital.
pub(super) fn heading(answer: &Answer, graph: &KnowledgeGraph) -> String {
    let text = without_ids(&answer.understood, |id| graph.facts().get(id).is_some());
    let text = text.strip_prefix("count of ").unwrap_or(&text);
    let text = match period_in_words(answer.period) {
        Some(words) => text.replace(&format!("during {}", answer.period), &words),
        None => text.to_owned(),
    };
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    plain(&format!("{first}{}", letters.as_str()))
}

/// A text without the ids that stand in brackets behind names.
fn without_ids(text: &str, is_id: impl Fn(&str) -> bool) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(" (") {
        left.push_str(before);
        match behind.split_once(')') {
            Some((id, behind)) if is_id(id) => rest = behind,
            _ => {
                left.push_str(" (");
                rest = behind;
            }
        }
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::without_ids;

    #[test]
    fn only_ids_are_left_out() {
        let check = |text: &str, expected: &str| assert_eq!(without_ids(text, |id| id == "a"), expected, "{text}");
        check("meetings of Person A (a) with Person B (b)", "meetings of Person A with Person B (b)");
        check("meetings of A (the first) (a)", "meetings of A (the first)");
        check("an open bracket (a", "an open bracket (a");
        check("", "");
    }
}
