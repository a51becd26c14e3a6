//! Laws of names, held on made-up ones.

use chancery::id::Id;
use chancery::names::{NameEntry, NameError, NameTable, Resolved, Wanted, fold, nearest};
use chancery::record::Kind;
use proptest::prelude::*;

const ANY: Wanted<'_> = Wanted { kinds: Kind::ALL, word: "a fact" };

fn name() -> impl Strategy<Value = String> {
    let artificial = "(Person|Persön|ПЕРСОНА|人物|شخص)[ -](A|B|C|Á|甲|乙)( the Second)?";
    prop_oneof![4 => artificial, 1 => "\\PC{0,8}"]
}

fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Person, Kind::State, Kind::Place, Kind::Meeting])
}

/// Entries with ids `x-0`, `x-1` …, so that every id is there once.
fn entries() -> impl Strategy<Value = Vec<NameEntry>> {
    let one = (
        kind(),
        prop::collection::vec(name(), 0..3),
        prop::option::of(name()),
        prop::collection::vec(("[a-c:]{0,2}", "[a-c:]{0,2}"), 0..2),
        prop::collection::vec(0..9_u32, 0..2),
    );
    prop::collection::vec(one, 0..8).prop_map(|list| {
        let numbered = list.into_iter().enumerate();
        let entry = |(n, (kind, names, family, outside, also))| NameEntry {
            id: id(n),
            also: Vec::into_iter(also).map(|n: u32| id(n as usize)).collect(),
            kind,
            names,
            family,
            outside,
        };
        numbered.map(entry).collect()
    })
}

#[expect(clippy::unwrap_used, reason = "such a slug is always well formed")]
fn id(number: usize) -> Id {
    format!("x-{number}").parse().unwrap()
}

/// Texts that are likely to hit something.
fn asked() -> impl Strategy<Value = String> {
    prop_oneof![
        name(),
        "(person|place|event|[a-c]): ?[a-c甲x0-9-]{0,3}",
        "(A|B|Person|Second|The|x-[0-9])",
        "\\PC{0,12}",
        any::<String>(),
    ]
}

fn resolve(table: &NameTable, text: &str) -> Result<Resolved, NameError> {
    table.resolve(text, &ANY, &|id| id.as_str().ends_with(['1', '4']))
}

fn names(result: &Result<Resolved, NameError>, id: &Id) -> bool {
    match result {
        Ok(found) => found.ids.contains(id) || found.passed_over.contains(id),
        Err(NameError::Ambiguous { candidates, .. }) => candidates.contains(id),
        Err(_) => false,
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
    }

    #[test]
    fn folding_marked_letters_twice_changes_nothing(
        text in "[aéßΣςйがカ각ᄀ\u{1161}\u{301}\u{327}\u{3099}\u{5b8}\u{94d}क\u{200d}\u{fe0f}１ﬁ'’ -]{0,12}"
    ) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_ignores_case_of_ascii(text in "[ -~]{0,20}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        // The letter outside ASCII takes the other way through the function.
        let (plain, marked) = (fold(&text), fold(&format!("{text} é")));
        let plain = format!("{plain} e");
        prop_assert_eq!(plain.trim_start(), marked);
    }

    #[test]
    fn any_text_resolves_in_any_order_alike(
        (given, shuffled) in entries().prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
        text in asked(),
    ) {
        let seen = resolve(&NameTable::new(given), &text);
        prop_assert_eq!(&seen, &resolve(&NameTable::new(shuffled), &text));
        if let Ok(found) = &seen {
            prop_assert!(!found.ids.is_empty());
        }
        if let Err(NameError::Unknown { suggestions, .. }) = &seen {
            prop_assert!(suggestions.len() <= 12);
        }
    }

    #[test]
    fn an_id_names_its_fact(list in entries()) {
        let table = NameTable::new(list.clone());
        for entry in &list {
            let found = resolve(&table, entry.id.as_str()).unwrap();
            prop_assert_eq!(&found.ids, std::slice::from_ref(&entry.id));
            prop_assert_eq!(table.entry(&entry.id), Some(entry));
        }
    }

    #[test]
    fn a_name_names_its_fact(list in entries()) {
        let table = NameTable::new(list.clone());
        for entry in &list {
            let folded = entry.names.iter().map(|name| fold(name));
            for name in folded.filter(|name| !name.is_empty()) {
                prop_assert!(names(&resolve(&table, &name), &entry.id), "{}", name);
            }
        }
    }

    #[test]
    fn punctuation_names_nothing(list in entries(), text in "[ -/?-@…—。\u{301}\u{200b}]{0,6}") {
        prop_assert_eq!(fold(&text), "");
        prop_assert!(resolve(&NameTable::new(list), &text).is_err());
    }

    #[test]
    fn a_valid_word_is_nearest_to_itself(words in prop::collection::vec("[a-z]{1,9}", 1..6)) {
        for word in &words {
            let all = words.iter().map(String::as_str);
            prop_assert_eq!(nearest(word, all), Some(word.as_str()));
        }
    }
}
