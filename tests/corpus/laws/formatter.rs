//! The formatter: what a text says and all its comments stay, and what was laid out once stays as it is.

use super::{comments, places};
use chancery::read::settings::parse;
use chancery::read::{Loaded, SourceText, parse_item, read_texts, split};
use chancery::record::Record;
use chancery::write::{deviation, format, format_settings};

/// Lays a text out as a file of facts and as settings.
pub(crate) fn hold(input: &[u8]) {
    let text = SourceText::new("a.ron", input.to_vec());
    of_facts(&text);
    of_settings(&text);
}

fn source(text: &str) -> SourceText {
    SourceText::new("a.ron", text.as_bytes().to_vec())
}

fn of_facts(text: &SourceText) {
    let formatted = format(text);
    places::hold(text, &formatted.problems);
    deviates_alike(text, formatted.text.as_deref());
    let Some(after) = &formatted.text else {
        let is_whole = split(text).problems.is_empty() && str::from_utf8(text.bytes()).is_ok();
        assert!(!is_whole, "a whole list was not laid out: {text:?}");
        return assert!(!formatted.problems.is_empty(), "{text:?}");
    };
    assert_eq!(format(&source(after)).text.as_ref(), Some(after), "the second time it changed");
    deviates_alike(&source(after), Some(after));
    says_the_same(&load(text.bytes()), &load(after.as_bytes()));
    broken_stay(text, &source(after));
    if formatted.problems.is_empty() {
        comments_stay(text, after);
    }
}

fn load(bytes: &[u8]) -> Loaded {
    read_texts([("a.ron".to_owned(), bytes.to_vec())])
}

fn says_the_same(before: &Loaded, after: &Loaded) {
    let records = |loaded: &Loaded| -> Vec<Record> { loaded.records.iter().map(|one| one.record.clone()).collect() };
    assert_eq!(records(before), records(after));
    assert_eq!(before.digest, after.digest);
    assert_eq!(before.problems.len(), after.problems.len());
}

/// The quick look of `check` sees the first place that the formatter would change, and none where there is none.
fn deviates_alike(text: &SourceText, after: Option<&str>) {
    let split = split(text);
    let items = || split.items.iter().map(|item| item.range.clone()).collect();
    let seen = if split.problems.is_empty() { deviation(text, items()) } else { None };
    let before = text.bytes();
    let new = after.map(str::as_bytes).filter(|new| *new != before);
    let same = new.map(|new| before.iter().zip(new).take_while(|(now, wanted)| now == wanted).count());
    assert_eq!(seen, same.map(|same| same.min(before.len() - 1)), "{text:?}");
}

/// What cannot be read keeps its bytes and its place among the others.
fn broken_stay(before: &SourceText, after: &SourceText) {
    let (items, again) = (split(before).items, split(after).items);
    assert_eq!(items.len(), again.len());
    for (item, again) in items.iter().zip(&again) {
        if parse_item::<Record>(before, item.range.clone()).is_err() {
            assert_eq!(before.slice(item.range.clone()), after.slice(again.range.clone()));
        }
    }
}

fn comments_stay(before: &SourceText, after: &str) {
    let before = str::from_utf8(before.bytes()).unwrap_or_default();
    assert_eq!(comments::of(before), comments::of(after));
}

fn of_settings(text: &SourceText) {
    let formatted = format_settings(text);
    places::hold(text, &formatted.problems);
    let Some(after) = formatted.text else { return };
    let again = source(&after);
    assert_eq!(parse(text), parse(&again));
    comments_stay(text, &after);
    assert_eq!(format_settings(&again).text, Some(after), "the second time it changed");
}
