//! Real facts that contradict each other: 276 events of Sino-Russian contacts from some 320 sources, and for each of
//! their conflicts a question that shows it.
//!
//! The facts lie in `tests/facts/contacts`, those of the article among them.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::process::Command;

fn ask(words: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(["--facts", concat!(env!("CARGO_MANIFEST_DIR"), "/graph-data")]);
    // Words in single quotes stay together, as in a shell.
    for (number, part) in words.split('\'').enumerate() {
        if number % 2 == 1 {
            command.arg(part);
        } else {
            command.args(part.split_whitespace());
        }
    }
    let output = command.args(["--width", "400"]).output().expect("the program starts");
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("output is text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a question must and must not print.
fn check(conflict: &str, words: &str, shown: &[&str], absent: &[&str]) {
    let answer = ask(words);
    for text in shown {
        assert!(answer.contains(text), "{conflict}: `{words}` should print {text:?}:\n{answer}");
    }
    for text in absent {
        assert!(!answer.contains(text), "{conflict}: `{words}` should not print {text:?}:\n{answer}");
    }
}

#[test]
fn the_facts_load_without_a_problem() {
    let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["stats", "--facts", concat!(env!("CARGO_MANIFEST_DIR"), "/graph-data")])
        .output()
        .expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn rulings_decide_and_say_so() {
    let december = "visits --by Medvedev --to china --during 2024-12";
    check("C-01, C-02", december, &["2024-12-10–2024-12-12 (ruled)", "working (ruled)", "● certain"], &[" !"]);
    check("C-02", &format!("{december} --no-rulings"), &["working !"], &["(ruled)"]);
    check("C-10", "visits --by Xi --during 2019-06", &["state (ruled)"], &[]);
    check("C-12", "visits --by 'Li Qiang'", &["2024-08-20–2024-08-22 (ruled)"], &[]);
    check("C-14", "meetings 'Wang Yi' --with Putin --during 2023-09", &["Constantine Palace (ruled)"], &[]);
    check(
        "C-14",
        "meetings 'Wang Yi' --with Putin --during 2023-09 --no-rulings --columns place",
        &["Constantine Palace; Moscow !"],
        &[],
    );
    check("C-17", "meetings Xi --with Lula --during 2023-04", &["2023-04-14 (ruled)"], &[]);
    check("C-17", "meetings Xi --with Putin --during 2017-06", &["2017-06-08 (ruled)"], &[]);
    check("C-19", "events --kind activity --during 2019-06", &["2019-06-05 (ruled)"], &[]);
    check("C-20", "events --on 2019-06-15", &["2019-06-15", "Dushanbe"], &[]);
}

#[test]
fn a_ruled_date_is_ruled_only_where_it_matters() {
    let woodside = "meetings Xi --with Biden";
    check(
        "C-34",
        &format!("{woodside} --during 2023-11"),
        &["2023-11-15 (ruled)", "● certain both sides"],
        &["certain (ruled)"],
    );
    check("C-34", &format!("{woodside} --on 2023-11-15"), &["● certain (ruled)"], &[]);
    check("C-34", &format!("{woodside} --on 2023-11-12"), &["No record"], &[]);
    check(
        "C-34",
        &format!("{woodside} --on 2023-11-12 --no-rulings"),
        &["2023-11-12..2023-11-15 !", "! disputed"],
        &[],
    );
}

#[test]
fn what_nobody_decides_stays_disputed() {
    check("C-04", "visits --by Shoigu --to china --during 2024-11", &["2024-11-11–2024-11-14..2024-11-15 !"], &[]);
    check(
        "C-06",
        "meetings Xi --with Putin --during 2014-07",
        &["2014-07-14..2014-07-15 (date line)", "● certain"],
        &[" !"],
    );
    check("C-07", "visits --by Putin --during 2014-05", &["state !"], &[]);
    check("C-09", "visits --by Xi --during 2017-07", &["official !"], &[]);
    check("C-11", "visits --by 'Wang Yi' --during 2023-02", &["..2023-02-21–2023-02-22.. !"], &[]);
    check("C-23", "meetings Putin --with Amorim", &["2023-03-28..2023-04-04 !"], &[]);
    check(
        "C-32",
        "meetings Xi --with Modi --during 2023-08 --columns date,held,disputed",
        &["2023-08-23 ● certain requested_by"],
        &[],
    );
}

#[test]
fn conflicts_are_listed_with_their_sides() {
    check(
        "C-34",
        "conflicts Xi --aspect when --ruled",
        &["2023-11-12: usoh-visits", "2023-11-15: almanac-20231115", "the register, though official, cannot be right"],
        &["! disputed"],
    );
    check(
        "C-32",
        "conflicts Modi",
        &["requested_by ! disputed China: ht-20230825, statesman-20230825;", "India: ht-20230825"],
        &[],
    );
    check("C-07", "conflicts Putin --aspect rank", &["official: ", "state: "], &["Biden"]);
    check("C-35", "conflicts Lula", &["reason of luiz-inacio-lula-da-silva ruled"], &[]);
}

#[test]
fn capacities_are_united() {
    check(
        "C-46",
        "meetings Medvedev --with Xi --during 2024-12",
        &[
            "Chairman of United Russia (cd-2024-12-13",
            "Deputy Chairman of the Security Council of Russia (novorosinform",
            "● certain",
        ],
        &[" !"],
    );
    check(
        "C-46",
        "meetings Medvedev --with Xi --during 2024-12 --source cd-2024-12-13",
        &["Chairman of United Russia"],
        &["Security Council"],
    );
}

#[test]
fn counts_of_sources_stand_beside_ours() {
    check(
        "C-05",
        "meetings Xi --with Putin --count",
        &["Claimed by pd-20150509: 10", "Claimed by cd-20130905: 2"],
        &[],
    );
    check("C-15", "meetings Xi --with Putin --count", &["Claimed by censor-ua-202410: 5"], &[]);
    check(
        "C-39",
        "meetings Xi --with Putin --count",
        &["Claimed by cd-2017list: 22", "Claimed by tass-962238: 19"],
        &[],
    );
}

#[test]
fn the_article_alone_says_no_more_than_it_does() {
    check(
        "the visits",
        "visits --by Medvedev --to china --source cd-2024-12-13",
        &["2022-12 Dmitry"],
        &["2017", "2018"],
    );
    check(
        "the visits of all",
        "visits --by Medvedev --to china",
        &["2022-12-20–2022-12-21", "2017-11-01", "2018-11-05"],
        &[],
    );
    let wang = "meetings Medvedev --with 'Wang Huning'";
    check("the place", &format!("{wang} --source cd-2024-12-13"), &["Wang Huning"], &["Beijing"]);
    check("the place of all", wang, &["Beijing"], &[]);
}

#[test]
fn other_modes_and_days_of_knowledge() {
    check("a call is no meeting", "meetings Xi --with Zelensky", &["No record", "the call of 2023-04-26"], &[]);
    check("it is a contact", "contacts Xi --with Zelensky", &["2023-04-26", "phone"], &[]);
    check("nobody on one's own side", "meetings Xi --since 2013 --columns with", &[], &["Wang Yi", "Li Qiang"]);
    check(
        "an end that nobody stated",
        "offices Biden --on 2026-06-01",
        &["○ possible", "last attested"],
        &["● certain"],
    );
    check(
        "hand-overs",
        "offices --of china --office 'foreign minister' --during 2022..2023 --columns person,until",
        &["Wang Yi 2022-12-30 Qin Gang 2023-07-25 Wang Yi not stated"],
        &[],
    );
    check("who it was", "meetings 'foreign minister of china' --during 2023", &["Wang Yi"], &["Qin Gang"]);
    check(
        "before it was told",
        "meetings Xi --with Medvedev --as-known-on 2024-12-11 --during 2024-12",
        &["No record"],
        &[],
    );
}
