//! Laws for any bytes: no panic, every row accounted for, and every record can be read.

use crate::kept::{Kept, map};
use chancery::import::table_map::{Map, guess, import};
use chancery::read::SourceText;
use proptest::prelude::*;

/// Maps that use everything.
fn maps() -> Vec<Map> {
    let recipe = r#"records: [(
        kind: Meeting, id: "{c1}", fields: {"when": Days(from: "{c2}", to: "{c3}"), "name": Text("{c4}"), "note": Text("{c4} {line}"),
            "place": Named(kind: Place, from: "{c4}", separators: [","], of: "{c5}"), "about": List(from: "{c4}", separators: [";"]),
            "format": Text("{c5}"), "ids.x": Text("{c4}")},
        participants: [(from: "{c5}", separators: [";", ","], brackets: [Capacity, Side], side: "{c4}", capacity_separators: ["/"], doubt: ["?"])],
        certainty: [(if: [(from: "{c1}", filled: true)], then: [Uncertain("when"), Derived("place", "x"), Credibility(2)])],
        source: [(id: "s", locator: "{c4}", quote: "{c5}")])]"#;
    let dates = "dates: (order: DayMonthYear, pivot: 1950)";
    let columns = "columns: [\"c1\", \"c2\", \"c3\", \"c4\", \"c5\"]";
    [
        format!("(input: ({columns}), {dates}, {recipe})"),
        format!("(input: ({columns}, ragged: Fill, escape: '\\\\', comment: '#'), group: (by: [\"{{c1}}\"], rows: Anywhere), {recipe})"),
        format!("(input: ({columns}, ragged: Fill, encoding: \"utf-16le\"), repeats: Keep, {recipe})"),
        format!("(input: ({columns}, ragged: Fill, encoding: \"shift_jis\", delimiter: ';'), group: (by: [\"{{c2}}\"]), {dates}, {recipe})"),
    ]
    .iter()
    .map(|text| map(text))
    .collect()
}

/// Holds the laws for a table under all maps.
fn check(table: &[u8]) {
    maps().iter().for_each(|map| check_under(table, map));
    check_guess(table);
}

/// Holds the laws for a table under one map.
fn check_under(table: &[u8], map: &Map) {
    let mut kept = Kept::default();
    let done = import(table, "table.csv", map, &mut kept).unwrap();
    assert!(done.tally.is_balanced(), "{:?}", done.tally);
    assert_eq!(kept.bytes, table.len() as u64);
    let loaded = chancery::read::read_texts(kept.texts());
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
}

/// A first map is one, and fits its table.
fn check_guess(table: &[u8]) {
    if let Ok(first) = guess(table, "table.csv") {
        let map = Map::parse(SourceText::new("guess", first.into_bytes()));
        let map = map.unwrap_or_else(|problem| panic!("{}: {}", problem.span, problem.message));
        let mut kept = Kept::default();
        let done = import(table, "table.csv", &map, &mut kept).unwrap_or_else(|error| panic!("{error}"));
        assert!(done.tally.is_balanced());
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9 ]{0,6}",
        "[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}( [0-9]{1,2}:[0-9]{2})?",
        "\"?[A-Z][a-z]*, ?[A-Z]( [(].{0,8}[)])?[;,]?\"?",
        "\\PC{0,8}",
        Just("=1+1".to_owned()),
        Just("\0".to_owned()),
        Just("2031-13-45".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("c. 4–6 March 2031 (?)".to_owned()),
        Just("\"(((\"".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_table(rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..12), end in "\r?\n|\r") {
        let lines: Vec<String> = rows.iter().map(|cells| cells.join(",")).collect();
        check(lines.join(&end).as_bytes());
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_map(text in "\\PC{0,80}") {
        let _ = Map::parse(SourceText::new("map", text.into_bytes()));
    }
}

#[test]
fn tables_that_mean_harm() {
    let long = "x".repeat(10 << 20);
    let quoted = format!("a,2031,,\"{long}\",b\nb,2031,,c,d\n");
    let [map, ..] = &maps()[..] else { panic!("no map") };
    check_under(quoted.as_bytes(), map);
    check_under(format!("a,2031,,\"{long}\nb,2031,,c,d\n").as_bytes(), map);
    check_guess(quoted.as_bytes());
    check(format!("a,2031,,c,{}\n", "Person A (x);".repeat(100_000)).as_bytes());
    check(format!("a,2031,,c,{}\n", "(".repeat(1 << 20)).as_bytes());
    check(format!("a,2031,,c,x{}\n", "()".repeat(100_000)).as_bytes());
    check(",".repeat(200_000).as_bytes());
    check("\"\n".repeat(2_000).as_bytes());
    check("a,\"\n".repeat(2_000).as_bytes());
    check("same,2031,,a,b c\nsame,2031,,b,c\n".repeat(300).as_bytes());
    check(b"# a comment and nothing else\n");
    check(b"a,2031,,c,d\n# a comment at the end");
    check(&[0; 3_000]);
    check(&[0xFF; 3_000]);
    check("a,=cmd|' /C calc'!A0,+1,@SUM(1),-2\n".as_bytes());
}

#[cfg(feature = "excel")]
#[test]
fn workbooks_that_are_damaged() {
    let map = map("(records: [(kind: Meeting, id: \"m-{row}\", source: [(id: \"s\")])])");
    for file in ["book.xlsx", "book.xls", "book.ods"] {
        let whole = std::fs::read(format!("{}/tests/import_csv/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for at in (8..whole.len()).step_by(whole.len() / 300 + 1) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            let damaged = import(bytes.as_slice(), file, &map, &mut Kept::default());
            assert!(damaged.is_err() || damaged.is_ok_and(|done| done.tally.is_balanced()));
            let cut = import(&whole[..at], file, &map, &mut Kept::default());
            assert!(cut.is_err() || cut.is_ok_and(|done| done.tally.is_balanced()));
        }
    }
}
