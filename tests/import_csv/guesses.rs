//! First maps for the tables of `docs/importing.md` and for what can't be told from a table alone.

use crate::kept::{Kept, map};
use chancery::import::table_map::{guess, import};
use std::fs;

fn root() -> String {
    env!("CARGO_MANIFEST_DIR").to_owned()
}

#[test]
fn the_examples() {
    for name in ["engagements", "conversations"] {
        let table = fs::read(format!("{}/examples/import/{name}.csv", root())).unwrap();
        let seen = guess(table.as_slice(), &format!("{name}.csv")).unwrap();
        let expected = format!("{}/tests/import_csv/{name}.guess.txt", root());
        if std::env::var_os("CHANCERY_UPDATE").is_some() {
            fs::write(&expected, &seen).unwrap();
        }
        assert_eq!(seen, fs::read_to_string(expected).unwrap());
        let done = import(table.as_slice(), name, &map(&seen), &mut Kept::default()).unwrap();
        assert!(done.tally.is_balanced() && done.tally.kept > 0, "{seen}");
    }
}

#[test]
fn what_can_not_be_told_is_left_to_the_user() {
    let check = |table: &[u8], there: &[&str], absent: &[&str]| {
        let seen = guess(table, "t.csv").unwrap();
        map(&seen);
        for text in there {
            assert!(seen.contains(text), "{text}\n{seen}");
        }
        for text in absent {
            assert!(!seen.contains(text), "{text}\n{seen}");
        }
    };
    let both = ["    // dates: (order: DayMonthYear", "    // dates: (order: MonthDayYear", "`03/04/2031`"];
    check(b"Date\n03/04/2031\n05/06/2031\n", &both, &["\n    dates:", "pivot"]);
    check(b"Date\n03/04/2031\n25/06/2031\n", &["\n    dates: (order: DayMonthYear),"], &["// dates"]);
    check(b"Date\n03/24/31\n", &["order: MonthDayYear, pivot: 1950", "Is it right?"], &["DayMonthYear"]);
    check(b"Date\n2031-03-04\n", &["Days(from: \"{Date}\")"], &["order"]);
    check(b"Date|Name\n2031-03-04|\xC9\n", &["windows-1252", "delimiter: '|'"], &[]);
    check("Na\"me,{x}\na,b\n".as_bytes(), &["can't be named"], &["{{"]);
    check(b"a\tb\n1\t2\n", &["delimiter: '\\t'"], &[]);
    check(
        b"Date,Partner,Met with\n2031-03-04,A,B\n",
        &["(from: \"{Partner}\")", "(from: \"{Met with}\")"],
        &["Text(\"{P"],
    );
    assert!(guess(&b""[..], "t").is_err());
}
