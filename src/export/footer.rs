//! What stands under an answer for people: what was counted and left out, what is covered, what the degrees mean.

use super::left_out;
use crate::query::row::PathRow;
use crate::query::{Answer, Query, Rows};

/// The sentences under an answer, not yet escaped for any format.
pub(super) fn sentences(answer: &Answer) -> Vec<String> {
    let mut sentences = Vec::new();
    if is_of_rows(answer) {
        sentences.push(counted(answer));
        sentences.extend(rules(answer));
    }
    if matches!(answer.rows, Rows::Counts(_)) {
        sentences.extend(rules(answer));
        sentences.push("A span a–b: a are certain, b with those that are possible or disputed.".to_owned());
    }
    if matches!(answer.rows, Rows::Matrix(_)) && !answer.rows.is_empty() {
        sentences.extend(rules(answer));
        sentences.extend(OF_MATRIX.map(str::to_owned));
    }
    if matches!(answer.rows, Rows::Rank(_) | Rows::Pairs(_)) && !answer.rows.is_empty() {
        sentences.extend(rules(answer));
        sentences.extend(OF_RANK.map(str::to_owned));
    }
    sentences.extend(left_out(answer).into_iter().map(|reason| format!("Not shown: {reason}.")));
    let coverage = &answer.coverage.sentence;
    if !answer.notices.iter().any(|notice| notice.contains(coverage.as_str())) {
        sentences.push(format!("Coverage: {coverage}."));
    }
    sentences.extend(meanings(answer));
    sentences.extend(answer.notices.iter().cloned());
    sentences.push(made_by(answer));
    sentences
}

/// How to read a table of counts.
const OF_MATRIX: [&str; 3] = [
    "A span a–b: a are certain, b with those that are possible or disputed.",
    "An empty cell: none is recorded, and no source claims to be complete. \"No record\" is not \"it did not happen\".",
    "Cells are not to be added up: one meeting can be in several.",
];

/// How to read a ranking.
const OF_RANK: [&str; 2] = [
    "A span a–b: a are certain, b with those that are not.",
    "It ranks what is recorded. \"No record\" is not \"it did not happen\".",
];

/// What an answer without rows says in place of them.
pub(super) fn of_nothing(answer: &Answer) -> &[String] {
    if answer.rows.is_empty() { &answer.notices } else { &[] }
}

/// Whether the rows make claims of a degree; the lines of a card, finds and numbers do not.
fn is_of_rows(answer: &Answer) -> bool {
    !answer.rows.is_empty()
        && !matches!(answer.rows, Rows::Card(_) | Rows::Stats(_) | Rows::Search(_) | Rows::Counts(_) | Rows::Matrix(_))
        && !matches!(answer.rows, Rows::Rank(_) | Rows::Pairs(_))
        && !is_about_accounts(answer)
}

/// Whether the rows tell of accounts, sources and claims, which are there or not: no degree is theirs.
fn is_about_accounts(answer: &Answer) -> bool {
    matches!(answer.rows, Rows::Why(_) | Rows::Sources(_) | Rows::Changes(_) | Rows::Cited(_) | Rows::Coverage(_))
}

fn counted(answer: &Answer) -> String {
    let count = &answer.count;
    let degrees = [(count.certain, "certain"), (count.disputed, "disputed"), (count.possible, "possible")];
    let told: Vec<String> =
        degrees.iter().filter(|(number, _)| *number > 0).map(|(number, degree)| format!("{number} {degree}")).collect();
    let rows = if answer.total == 1 { "row" } else { "rows" };
    let shown = answer.rows.len();
    // Of chains that are only counted nobody has looked how sure they are.
    if count.certain + count.disputed + count.possible < answer.total {
        return format!("{} {rows}, the first {shown} shown: {}.", answer.total, told.join(", "));
    }
    let part = if answer.left_out.farther > 0 {
        ", one shown".to_owned()
    } else if shown < answer.total {
        format!(", the first {shown} shown")
    } else {
        String::new()
    };
    format!("{} {rows}: {}{part}.", answer.total, told.join(", "))
}

/// The rules by which rows were chosen, in words; nothing where there are none to tell.
pub fn rules(answer: &Answer) -> Option<String> {
    const FIRST: [&str; 4] = ["status", "mode", "period", "shown"];
    let others = answer.rules.keys().copied().filter(|rule| !FIRST.contains(rule));
    let rules = FIRST.into_iter().chain(others).filter_map(|rule| Some((rule, answer.rules.get(rule)?.as_str())));
    let words: Vec<String> = rules.filter_map(|(rule, value)| rule_words(answer, rule, value)).collect();
    (!words.is_empty()).then(|| format!("Counted: {}.", words.join("; ")))
}

fn rule_words(answer: &Answer, rule: &str, value: &str) -> Option<String> {
    let is_whole_time = answer.period == crate::date::Period::ALL;
    Some(match (rule, value) {
        ("period", _) if is_whole_time => return None,
        ("period", "overlaps it") => "at least one day in the period".to_owned(),
        ("period", _) => "the first day in the period".to_owned(),
        ("status", _) if matches!(answer.query, Some(Query::Offices(_))) => return None,
        ("status", "any") => "held or not".to_owned(),
        ("mode", "any") => "in person, by phone, by video or in writing".to_owned(),
        ("shown", degrees) if degrees.contains("rows") || degrees.contains("meetings") => degrees.to_owned(),
        ("capacity", from) => format!("capacities {from}"),
        ("shown", degrees) => format!("{degrees} rows"),
        ("counted", parts) => format!("{parts} only"),
        ("status" | "mode", value) => value.to_owned(),
        (rule, value) => format!("{rule} {value}"),
    })
}

fn meanings(answer: &Answer) -> Vec<String> {
    let dates =
        (has_open_dates(answer), "Dates: A..B is some day from A to B, ..B some day up to B; A–B went on from A to B.");
    let told = |meanings: Vec<(bool, &str)>| {
        meanings.into_iter().filter(|(told, _)| *told).map(|(_, meaning)| meaning.to_owned()).collect()
    };
    if !is_of_rows(answer) {
        return told(vec![dates]);
    }
    let meanings = [
        (
            answer.count.certain > 0,
            "Certain: stated by the cited sources and disputed by none loaded. It is no judgement that they are right.",
        ),
        (
            answer.count.disputed > 0 || has_disputed_cell(&answer.rows),
            "Disputed, or marked !: loaded accounts contradict each other there; `chancery show ID` says in what.",
        ),
        (answer.count.possible > 0, "Possible: the cited sources leave it open."),
        (
            is_said_by_somebody(answer),
            "Said by: whose account the sources are; the host's, the guest's, both sides' or a third party's.",
        ),
    ];
    told(meanings.into_iter().chain([dates]).collect())
}

/// Whether a date is written with signs that a newcomer can't know.
fn has_open_dates(answer: &Answer) -> bool {
    let signs = |date: &str| date.contains("..") || date.contains('–');
    match &answer.rows {
        Rows::Events(rows) => rows.iter().any(|row| signs(&row.date)),
        Rows::Attendance(rows) => rows.iter().any(|row| signs(&row.date)),
        Rows::Path(rows) => {
            let arrives = |row: &PathRow| row.arrives.as_ref().is_some_and(|arrives| signs(&arrives.text));
            rows.iter().any(|row| signs(&row.date) || arrives(row))
        }
        Rows::Pairs(rows) => rows.iter().any(|row| signs(&row.first) || signs(&row.last)),
        Rows::Counts(rows) => {
            let has = |date: &Option<String>| date.as_deref().is_some_and(signs);
            rows.iter().any(|row| has(&row.first) || has(&row.last))
        }
        Rows::Changes(rows) => rows.iter().any(|row| row.date.as_deref().is_some_and(signs)),
        Rows::Why(rows) => rows.iter().any(|row| row.aspect == "when" && signs(&row.says)),
        _ => false,
    }
}

fn has_disputed_cell(rows: &Rows) -> bool {
    matches!(rows, Rows::Events(rows) if rows.iter().any(|row| !row.disputed.is_empty()))
}

fn is_said_by_somebody(answer: &Answer) -> bool {
    answer.shown.contains(&"said_by")
        && matches!(&answer.rows, Rows::Events(rows) if rows.iter().any(|row| row.said_by.is_some()))
}

/// With which facts and program the answer was made, and how to make it again.
fn made_by(answer: &Answer) -> String {
    let command = answer.command.as_ref().map(|command| format!("; {command}")).unwrap_or_default();
    format!("{}{command}", made_with(answer))
}

/// With which facts and program the answer was made.
pub fn made_with(answer: &Answer) -> String {
    let data = &answer.data;
    let name = if data.name.is_empty() { "facts without a name" } else { data.name.as_str() };
    let version = data.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
    format!("{name}{version}, digest {}; chancery {}", data.digest, env!("CARGO_PKG_VERSION"))
}
