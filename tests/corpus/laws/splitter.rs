//! The splitter: items lie in the text one after the other, and are what a reader of RON finds in a list that is whole.

use super::{comments, places};
use chancery::read::{SourceText, Split, ron_options, split};
use chancery::record::Kind;
use ron::Value;

/// How deep a list may be nested to be compared; its items may be one less deep.
const DEEPEST: usize = 64;

/// Splits a text.
pub(crate) fn hold(input: &[u8]) {
    let text = SourceText::new("a.ron", input.to_vec());
    let found = split(&text);
    places::hold(&text, &found.problems);
    lie_in_order(&text, &found);
    stay_items(&text, &found);
    // A NUL, which RON takes, is never read here.
    if let Some(whole) = str::from_utf8(text.bytes()).ok().filter(|whole| !whole.contains('\0')) {
        agrees_with_ron(&text, whole, &found);
    }
}

/// Every item lies in the text, is text, and ends before the next begins.
fn lie_in_order(text: &SourceText, found: &Split) {
    let mut end = 0;
    for item in &found.items {
        let range = item.range.clone();
        assert!(end <= range.start && range.start < range.end && range.end <= text.bytes().len(), "{found:?}");
        let written = str::from_utf8(text.slice(range.clone())).ok();
        assert!(written.is_some_and(|written| !written.contains('\0')), "{found:?}");
        end = range.end;
    }
}

/// An item that RON reads is one in a list of such items too. Where the next to one that it does not read begins is for
/// the whole text to show.
fn stay_items(text: &SourceText, found: &Split) {
    let items: Vec<&[u8]> = found.items.iter().map(|item| text.slice(item.range.clone())).collect();
    let items: Vec<&[u8]> = items.into_iter().filter(|item| value(item).is_some()).collect();
    let mut list = b"[\n".to_vec();
    for item in &items {
        list.extend_from_slice(item);
        list.extend_from_slice(b",\n");
    }
    list.extend_from_slice(b"]\n");
    let again = SourceText::new("a.ron", list);
    let joined = split(&again);
    assert_eq!(joined.problems, [], "{again:?}");
    let again: Vec<&[u8]> = joined.items.iter().map(|item| again.slice(item.range.clone())).collect();
    assert_eq!(again, items, "{text:?}");
}

/// A list that RON reads is whole and has the same items; a whole list of what RON reads is a list that it reads.
fn agrees_with_ron(text: &SourceText, whole: &str, found: &Split) {
    if nests_records(whole) {
        return;
    }
    let options = ron_options().with_recursion_limit(DEEPEST);
    let items: Option<Vec<Value>> = found.items.iter().map(|item| value(text.slice(item.range.clone()))).collect();
    match options.from_str::<Vec<Value>>(whole) {
        Ok(values) => {
            assert_eq!(found.problems, [], "{whole:?}");
            assert_eq!(items.as_ref(), Some(&values), "{whole:?}");
        }
        Err(error) => {
            let is_whole = found.problems.is_empty() && items.is_some();
            // Attributes are passed over here, and are for RON to judge there.
            assert!(!is_whole || whole.contains('#'), "{error}: {whole:?}");
        }
    }
}

/// Whether a line within an item begins like a record, at which an item that is not closed would end.
fn nests_records(whole: &str) -> bool {
    let (mut depth, mut begins_line) = (0_usize, false);
    comments::tokens(whole).into_iter().any(|token| {
        let is_nested = begins_line && depth > 1 && Kind::from_tag(token).is_some();
        match token {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        begins_line = token.ends_with('\n') || (begins_line && matches!(token, " " | "\t"));
        is_nested
    })
}

fn value(item: &[u8]) -> Option<Value> {
    let item = str::from_utf8(item).ok()?;
    ron_options().with_recursion_limit(DEEPEST - 1).from_str(item).ok()
}
