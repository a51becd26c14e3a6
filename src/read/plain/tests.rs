//! What is read here is what ron reads.

use super::super::digest::{Digester, item_digest};
use super::super::parse::ron_options;
use super::super::{SourceText, built_in, split};
use super::{digested, read};
use crate::record::Record;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::sync::LazyLock;

/// Every record that is part of the program, as it is written.
static ITEMS: LazyLock<Vec<String>> = LazyLock::new(items);

fn items() -> Vec<String> {
    let of_file = |(name, text): &(&str, &str)| {
        let text = SourceText::new(*name, text.as_bytes().to_vec());
        let items = split(&text).items.into_iter();
        items.map(|item| String::from_utf8_lossy(text.slice(item.range)).into_owned()).collect::<Vec<_>>()
    };
    built_in::FILES.iter().flat_map(of_file).collect()
}

/// Whether the item is plain; if it is, ron has to read the same, and the lexer to find the same tokens.
fn check(item: &str) -> bool {
    let Some(plain) = read::<Record>(item) else { return false };
    assert_eq!(Ok(&plain), ron_options().from_str::<Record>(item).as_ref(), "{item}");
    assert_eq!(digested(item, &mut Digester::default()), Some((plain, item_digest(item.as_bytes()))), "{item}");
    true
}

/// What has a broken number is left to ron: places with coordinates.
#[test]
fn nearly_all_records_are_plain_and_read_as_by_ron() {
    let plain = ITEMS.iter().filter(|item| check(item)).count();
    assert!(plain * 100 > ITEMS.len() * 90, "{plain} of {} are plain", ITEMS.len());
}

#[test]
fn what_is_not_plain_is_left_to_ron() {
    for (item, is_plain) in [
        (r#"Person(id: "person-a", name: "Person A")"#, true),
        ("\n Person ( id : \"person-a\" ,\r\n\tname: \"Person \u{e4}\" , ) ", true),
        (r#"Person(id: "person-a", name: "Person \"A\"")"#, false),
        (r#"Person(id: "person-a", /* a */ name: "Person A")"#, false),
        (r#"Person(id: "person-a", name: "Person A", full: Some("A"))"#, false),
        (r#"Person(id: "person-a", name: r"Person A")"#, false),
        (r#"Person(id: "person-a", name: "Person A") x"#, false),
        (r#"Person(id: "person-a", name: "Person A",,)"#, false),
        (r#"Person(id: "person-a", name: "Person A", name: "B")"#, false),
        (r#"Person(id: "person-a")"#, false),
        (r#"Person(id: "Person A", name: "Person A")"#, false),
        (r#"Person(id: "person-a", name: "Person A", names: {"en": ["A"]})"#, true),
        (r#"Person(id: "person-a", name: "Person A", names: {en: ["A"]})"#, false),
        (r#"Session(id: "session-a", of: "forum-a", number: 7, source: "source-a#1")"#, true),
        (r#"Session(id: "session-a", of: "forum-a", number: 07, source: "source-a#1")"#, false),
        (r#"Session(id: "session-a", of: "forum-a", number: 0x7, source: "source-a#1")"#, false),
        (r#"Meeting(id: "meeting-a", participants: [(who: "person-a", lead: true), "person-b"])"#, true),
        (r#"Meeting(id: "meeting-a", participants: ())"#, false),
        (r#"Meeting((id: "meeting-a"))"#, false),
        ("", false),
    ] {
        assert_eq!(check(item), is_plain, "{item}");
    }
}

/// Pieces of RON by which an item is spoilt, or made odd.
const PIECES: [&str; 22] = [
    "", ",", "(", ")", "[", "]", "{", "}", ":", "\"", "\\", "Some(", "None", "true", "0", "1_0", " ", "//", "r\"", "'",
    "a", "\u{85}",
];

proptest! {
    #[test]
    fn what_is_read_is_what_ron_reads(
        which in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), 0..9_usize, select(PIECES.as_slice())), 1..4),
    ) {
        let mut item = which.get(&ITEMS).clone();
        for (at, length, piece) in changes {
            let places: Vec<usize> = item.char_indices().map(|(at, _)| at).chain([item.len()]).collect();
            let start = at.index(places.len());
            let end = (start + length).min(places.len() - 1);
            item.replace_range(places[start]..places[end], piece);
        }
        check(&item);
    }
}
