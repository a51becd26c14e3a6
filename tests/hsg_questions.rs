//! The ten questions about visits and travels, answered by the documented commands from the published files, where those
//! are: `CHANCERY_HSG_DIR` names their folder. The answers were worked out from the XML by a program that shares nothing
//! with the importer.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::print_stdout, reason = "a test that does not run says so")]

mod hsg;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The facts of the published files, written once for all questions.
struct Facts(PathBuf);

impl Facts {
    /// The answer to a command in JSON.
    fn ask(&self, command: &str) -> Value {
        let words = command.split('|').map(str::trim);
        let run = Command::new(env!("CARGO_BIN_EXE_chancery"))
            .args(words)
            .arg("--facts")
            .arg(&self.0)
            .args(["-f", "json"])
            .output();
        let output = run.expect("the program runs");
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("the answer is JSON")
    }

    /// The rows of an answer, each by the fields that a function takes from it.
    fn rows(&self, command: &str, row: impl Fn(&Value) -> String) -> BTreeSet<String> {
        let answer = self.ask(command);
        let rows = answer["rows"].as_array().expect("an answer has rows");
        let read: BTreeSet<String> = rows.iter().map(row).collect();
        assert_eq!(read.len(), rows.len(), "{command}: no row twice");
        read
    }

    /// The counts of an answer, by bucket.
    fn counts(&self, command: &str) -> BTreeMap<String, u64> {
        let answer = self.ask(command);
        let rows = answer["rows"].as_array().expect("an answer has rows");
        let count = |row: &Value| {
            assert_eq!(row["at_least"], row["at_most"], "{command}: a count is no span");
            (text(&row["bucket"]), row["at_most"].as_u64().expect("a count is a number"))
        };
        rows.iter().map(count).collect()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn days(row: &Value) -> String {
    format!("{} {}", text(&row["date_first"]), text(&row["date_last"]))
}

fn number(row: &Value) -> String {
    text(&row["event"]).rsplit('-').next().unwrap_or_default().to_owned()
}

fn dated(row: &Value) -> String {
    format!("{} {}", number(row), days(row))
}

fn named(row: &Value) -> String {
    format!("{} {}", text(&row["who"][0]["name"]), dated(row))
}

/// The capacity before the name, as the source prints it.
fn titled(row: &Value) -> String {
    format!("{} {}", text(&row["who"][0]["as"][0]), dated(row))
}

fn placed(row: &Value) -> String {
    let places = row["places"].as_array().expect("a row has places");
    let places: Vec<String> = places.iter().map(text).collect();
    format!("{} {}", dated(row), places.join(" "))
}

fn set(rows: &[&str]) -> BTreeSet<String> {
    rows.iter().map(ToString::to_string).collect()
}

fn buckets(counts: &[(&str, u64)]) -> BTreeMap<String, u64> {
    counts.iter().map(|(bucket, count)| ((*bucket).to_owned(), *count)).collect()
}

#[test]
fn the_published_files_answer_the_ten_questions() {
    let Some(published) = hsg::published("the ten questions") else { return };
    let (folder, _) = hsg::import(&[published]);
    let facts = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hsg-questions");
    if facts.exists() {
        fs::remove_dir_all(&facts).expect("the folder of an earlier run can go");
    }
    folder.write(&facts);
    let facts = Facts(facts);
    nothing_is_wrong_but_what_is_explained(&facts);
    h1_every_visit_of_one_person(&facts);
    h2_counts_by_visitor(&facts);
    h3_visitors_while_somebody_was_president(&facts);
    h4_where_a_secretary_travelled_in_a_country(&facts);
    h5_who_travelled_to_a_town(&facts);
    h6_trips_by_decade_and_role(&facts);
    h7_trips_that_share_days(&facts);
    h8_capacities_of_one_visitor(&facts);
    h9_a_gap_and_its_edges(&facts);
    h10_where_somebody_was_on_a_day(&facts);
}

/// The post that ends before it starts, and the one that lies before a birth, are accepted with the reason.
fn nothing_is_wrong_but_what_is_explained(facts: &Facts) {
    let run = Command::new(env!("CARGO_BIN_EXE_chancery")).arg("check").arg("--facts").arg(&facts.0).output();
    let run = run.expect("the program runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with("0 errors, ") && last.ends_with("; 2 findings accepted by `Expect` records"), "{last}");
}

fn h1_every_visit_of_one_person(facts: &Facts) {
    let expected = set(&[
        "prime-minister-of-israel 105 1969-09-25 1969-09-26",
        "prime-minister-of-israel 124 1970-09-18 1970-09-18",
        "prime-minister-of-israel 135 1970-10-24 1970-10-24",
        "prime-minister-of-israel 178 1971-12-02 1971-12-06",
        "prime-minister-of-israel 195 1973-03-01 1973-03-01",
        "prime-minister-of-israel 213 1973-11-01 1973-11-01",
    ]);
    assert_eq!(facts.rows("visits | --by | Golda Meir", titled), expected);
}

fn h2_counts_by_visitor(facts: &Facts) {
    let seen = facts.counts("visits | --from | israel | --began | 1970..1979 | --count | --per | who");
    let expected =
        [("Ephraim Katzir", 1), ("Golda Meir", 5), ("Menachem Begin", 8), ("Yitzhak Rabin", 4), ("Zalman Shazar", 1)];
    assert_eq!(seen, buckets(&expected));
    let all = facts.counts("visits | --from | israel | --began | 1970..1979 | --count");
    assert_eq!(all, buckets(&[("all", 19)]));
}

fn h3_visitors_while_somebody_was_president(facts: &Facts) {
    let term = facts.ask("offices | Richard M. Nixon");
    let term = &term["rows"][0];
    assert_eq!((text(&term["from"]), text(&term["until"])), ("1969-01-20".to_owned(), "1974-08-09".to_owned()));
    // The day of the handover belongs to the successor.
    let expected = set(&[
        "Harold Wilson 113 1970-01-26 1970-01-28",
        "Edward R. G. Heath 133 1970-10-24 1970-10-24",
        "Edward R. G. Heath 158 1970-12-17 1970-12-18",
        "Edward R. G. Heath 193 1973-02-01 1973-02-02",
    ]);
    assert_eq!(facts.rows("visits | --from | United Kingdom | --began | 1969-01-20..1974-08-08", named), expected);
}

fn h4_where_a_secretary_travelled_in_a_country(facts: &Facts) {
    let expected = set(&[
        "987 1973-11-10 1973-11-14 hsg-place-china-peking",
        "1080 1974-11-25 1974-11-29 hsg-place-china-peking hsg-place-china-soochow",
        "1132 1975-10-19 1975-10-23 hsg-place-china-peking",
        "1135 1975-12-01 1975-12-05 hsg-place-china-peking",
    ]);
    assert_eq!(facts.rows("visits | --by | Kissinger | --to | China", placed), expected);
}

fn h5_who_travelled_to_a_town(facts: &Facts) {
    let expected =
        set(&["William Pierce Rogers 1750 1972-05-22 1972-05-29", "Richard M. Nixon 2847 1972-05-22 1972-05-30"]);
    assert_eq!(facts.rows("visits | --from | United States | --at | Moscow | --during | 1972", named), expected);
}

fn h6_trips_by_decade_and_role(facts: &Facts) {
    let table: &[(&str, u64, u64)] = &[
        ("1860s", 0, 4),
        ("1900s", 3, 14),
        ("1910s", 10, 14),
        ("1920s", 14, 18),
        ("1930s", 22, 31),
        ("1940s", 38, 44),
        ("1950s", 27, 145),
        ("1960s", 68, 157),
        ("1970s", 71, 417),
        ("1980s", 72, 384),
        ("1990s", 154, 606),
        ("2000s", 187, 613),
        ("2010s", 127, 688),
        ("2020s", 39, 304),
    ];
    let of = |count: &dyn Fn(&(&str, u64, u64)) -> u64| {
        let counts = table.iter().map(|row| (row.0, count(row))).filter(|(_, count)| *count > 0);
        buckets(&counts.collect::<Vec<_>>())
    };
    let all = "visits | --from | United States | --count | --per | decade";
    assert_eq!(facts.counts(all), of(&|row| row.1 + row.2));
    assert_eq!(facts.counts(&format!("{all} | --as | President")), of(&|row| row.1));
    assert_eq!(facts.counts(&format!("{all} | --as | Secretary")), of(&|row| row.2));
}

fn h7_trips_that_share_days(facts: &Facts) {
    let answer = facts.ask("visits | --by | Ford | --overlapping | secretary of state");
    let cited = |row: &Value| {
        let numbers = row["cites"].as_array().expect("a row has citations");
        let mut rows: Vec<u64> = numbers
            .iter()
            .filter_map(|number| text(&answer["citations"][text(number)]["locator"]).parse().ok())
            .collect();
        rows.sort_unstable();
        let [secretary, president] = rows.as_slice() else { unreachable!("{row}") };
        format!("{president} {secretary} {} {}", text(&row["to"][0]), text(&row["shared"]))
    };
    let rows = answer["rows"].as_array().expect("an answer has rows");
    let seen: BTreeSet<String> = rows.iter().map(cited).collect();
    let expected = set(&[
        "2861 1059 mexico 1974-10-21",
        "2862 1076 japan 1974-11-18–1974-11-22",
        "2863 1077 korea-south 1974-11-22–1974-11-23",
        "2864 1078 soviet-union 1974-11-23–1974-11-24",
        "2865 1082 france 1974-12-14–1974-12-16",
        "2866 1108 belgium 1975-05-28–1975-05-31",
        "2867 1109 spain 1975-05-31–1975-06-01",
        "2868 1110 austria 1975-06-01–1975-06-03",
        "2869 1111 italy 1975-06-03",
        "2870 1112 holy-see 1975-06-03",
        "2871 1117 germany 1975-07-26–1975-07-28",
        "2872 1118 poland 1975-07-28–1975-07-29",
        "2873 1119 finland 1975-07-30–1975-08-01",
        "2874 1120 romania 1975-08-02–1975-08-03",
        "2875 1121 yugoslavia 1975-08-03–1975-08-04",
        "2876 1134 france 1975-11-15–1975-11-17",
        "2877 1135 china 1975-12-01–1975-12-05",
        "2878 1136 indonesia 1975-12-05–1975-12-06",
        "2879 1137 philippines 1975-12-06–1975-12-07",
    ]);
    assert_eq!((seen, rows.len()), (expected, 19));
    let own = facts.rows("visits | --by | Ford", number);
    let overlapping: BTreeSet<String> = rows.iter().map(number).collect();
    assert_eq!(own, overlapping, "no trip of the president overlaps with none");
}

fn h8_capacities_of_one_visitor(facts: &Facts) {
    let seen = facts.counts("visits | --by | Mugabe | --count | --per | capacity");
    assert_eq!(seen, buckets(&[("President of Zimbabwe", 2), ("Prime Minister of Zimbabwe", 2)]));
    let expected = set(&[
        "prime-minister-of-zimbabwe 415 1980-08-21 1980-08-27",
        "prime-minister-of-zimbabwe 523 1983-09-12 1983-09-14",
        "president-of-zimbabwe 867 1991-07-23 1991-07-25",
        "president-of-zimbabwe 1137 1995-05-17 1995-05-19",
    ]);
    assert_eq!(facts.rows("visits | --by | Mugabe", titled), expected);
}

fn h9_a_gap_and_its_edges(facts: &Facts) {
    let gap = facts.ask("visits | --from | Cuba | --began | 1960..2014");
    assert_eq!(gap["rows"], Value::Array(Vec::new()));
    assert_eq!(gap["total"], 0);
    let before = facts.rows("visits | --from | Cuba | --until | 1959-12-31 | --final", named);
    assert_eq!(before, set(&["Castro 2382 1959-04-15 1959-04-20"]));
    let after = facts.rows("visits | --from | Cuba | --since | 2015-01-01 | --first", named);
    assert_eq!(after, set(&["Raul Castro 2806 2015-09-29 2015-09-29"]));
    assert_eq!(facts.counts("visits | --from | Cuba | --count"), buckets(&[("all", 8)]));
    let trips = "visits | --from | United States | --to | Cuba";
    assert_eq!(facts.ask(&format!("{trips} | --began | 1960..2014"))["total"], 0);
    let last = facts.rows(&format!("{trips} | --until | 1959-12-31 | --final"), named);
    assert_eq!(last, set(&["Edward Reilly Stettinius Jr. 2197 1945-03-09 1945-03-09"]));
    assert_eq!(facts.counts(&format!("{trips} | --count")), buckets(&[("all", 8)]));
    let run = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["visits", "--from", "cuba", "--began", "1960..2014"])
        .arg("--facts")
        .arg(&facts.0)
        .output();
    let said = String::from_utf8(run.expect("the program runs").stdout).expect("it is a text");
    assert!(said.contains("No record in 1960-01-01..2014-12-31"), "{said}");
    assert!(said.contains("\"No record\" is not \"it did not happen\""), "{said}");
}

fn h10_where_somebody_was_on_a_day(facts: &Facts) {
    let expected = set(&[
        "1028 1974-05-03 1974-05-29 hsg-place-syria-damascus",
        "1029 1974-05-04 1974-05-31 hsg-place-israel-jerusalem",
        "1032 1974-05-09 1974-05-09 hsg-place-saudi-arabia-riyadh",
        "1033 1974-05-09 1974-05-10 hsg-place-egypt-cairo",
    ]);
    assert_eq!(facts.rows("visits | --by | Kissinger | --on | 1974-05-09", placed), expected);
}
