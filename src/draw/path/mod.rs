//! Chains: those on a chain from above downwards, and between each two the meeting that joins them, with who says so.

mod step;

use super::degree::{in_words, legend, note_on_dates};
use super::legend::Legend;
use super::period::period_in_words;
use super::scene::Ink;
use super::sheet::{Panel, Sheet};
use super::text::{Ruler, number};
use crate::model::Certainty;
use crate::query::row::PathRow;
use crate::query::{Answer, Query, Rows};
use step::Column;

/// How wide a chain is at least.
const NARROWEST: f64 = 150.0;
/// Between chains that stand side by side, and above each other.
const GAP: f64 = 14.0;

/// The chains of an answer about paths; of any other answer none. Costs the steps.
pub fn path(answer: &Answer, sheet: &Sheet, ruler: &Ruler) -> Panel {
    let rows: &[PathRow] = if let Rows::Path(rows) = &answer.rows { rows } else { &[] };
    let chains = chains(rows);
    let width = sheet.width();
    let abreast = abreast(chains.len(), width);
    #[expect(clippy::cast_precision_loss, reason = "few chains stand side by side")]
    let column = Column { answer, ruler, width: (width + GAP) / abreast as f64 - GAP };
    let (mut marks, mut down) = (Vec::new(), 0.0);
    for line in chains.chunks(abreast) {
        let drawn = line.iter().map(|chain| column.chain(chain));
        let mut tallest: f64 = 0.0;
        let mut right = 0.0;
        for (chain, height) in drawn {
            marks.extend(chain.into_iter().map(|mark| mark.moved(right, down)));
            tallest = tallest.max(height);
            right += column.width + GAP;
        }
        down += tallest + GAP;
    }
    Panel {
        title: title(answer),
        counted: counted(answer, rows, chains.len()),
        notes: notes(answer, rows),
        height: (down - GAP).max(0.0),
        marks,
        legend: Legend { entries: legend(rows.iter().map(|row| row.certainty), Ink::Line, Certainty::name) },
        columns: None,
        table: None,
    }
}

/// How many chains stand side by side.
fn abreast(chains: usize, width: f64) -> usize {
    let fits = |number: &usize| {
        #[expect(clippy::cast_precision_loss, reason = "few chains stand side by side")]
        let number = *number as f64;
        number * (NARROWEST + GAP) - GAP <= width
    };
    (1..=chains.max(1)).take_while(fits).last().unwrap_or(1)
}

/// The rows chain by chain.
fn chains(rows: &[PathRow]) -> Vec<&[PathRow]> {
    rows.chunk_by(|one, other| one.chain == other.chain && other.step > one.step).collect()
}

fn title(answer: &Answer) -> String {
    let Some(Query::Path(asked)) = &answer.query else {
        return "Chains of meetings".to_owned();
    };
    let name = |id: &crate::id::Id| answer.names.get(id).cloned().unwrap_or_else(|| id.to_string());
    let (from, to) = (name(&asked.from), name(&asked.to));
    let what = if asked.time_ordered {
        format!("How word could have passed from {from} to {to}")
    } else {
        format!("By whom {from} and {to} are joined")
    };
    let when = period_in_words(answer.period).map(|period| format!(", {period}"));
    format!("{what}{}", when.unwrap_or_default())
}

fn counted(answer: &Answer, rows: &[PathRow], chains: usize) -> String {
    let steps = rows.iter().map(|row| row.step).max().unwrap_or(0);
    let told = in_words(rows.iter().map(|row| row.certainty));
    let more = if answer.total > rows.len() { ", the first of more" } else { "" };
    let steps = number(steps, "step");
    match chains {
        1 => format!("One chain of {steps} ({})", told),
        chains => format!("{} of {steps}{more} (of their steps {})", number(chains, "chain"), told),
    }
}

fn notes(answer: &Answer, rows: &[PathRow]) -> Vec<String> {
    let mut notes = Vec::new();
    if matches!(&answer.query, Some(Query::Path(asked)) if asked.all.is_none()) {
        notes.push("Others can be as short.".to_owned());
    }
    if rows.iter().any(|row| row.from.as_inferred || row.to.as_inferred) {
        notes.push("In brackets offices held that day and stated in no account.".to_owned());
    }
    notes.extend(note_on_dates(rows.iter().map(|row| row.date.as_str())));
    notes
}
