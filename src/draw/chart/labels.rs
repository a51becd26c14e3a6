//! What columns are called on the axis: in one line where there is room, in two where the year is said once.

use super::Chart;
use super::column::Column;
use crate::draw::scene::Weight;
use crate::draw::text::Ruler;
use crate::query::CalendarUnit;

/// What stands under a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// The first line.
    pub(super) name: String,
    /// The year below, where it begins.
    pub(super) year: String,
}

const GAP: f64 = 3.0;

/// A label for each column; of some the name is left empty where all would not fit side by side.
pub(super) fn labels(chart: &Chart<'_>, band: f64, ruler: &Ruler, size: f64) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for column in &chart.columns {
        let year = column.days.map(|days| days.first.year().to_string()).unwrap_or_default();
        let known = labels.iter().rev().find(|label| !label.year.is_empty()).is_some_and(|label| label.year == year);
        let year = if has_years(chart.unit) && !known { year } else { String::new() };
        labels.push(Label { name: name(chart.unit, column), year });
    }
    let dated: Vec<f64> = labels.iter().map(|label| ruler.width(&label.name, size, Weight::Regular).max(1.0)).collect();
    let widest = dated.iter().copied().fold(1.0, f64::max);
    let every = steps(chart.unit).iter().copied().find(|every| f64::from(*every) * band >= widest + GAP);
    thin(chart, &mut labels, every);
    keep_years_apart(&mut labels, band, ruler, size);
    labels
}

/// How many columns go by from one name to the next, so that names stand at round years and at the same months; where none
/// of these leaves room, years alone are named.
fn steps(unit: CalendarUnit) -> &'static [u16] {
    match unit {
        CalendarUnit::Decade | CalendarUnit::Year => &[1, 2, 5, 10, 20, 50, 100],
        CalendarUnit::Quarter => &[1, 2],
        CalendarUnit::Month => &[1, 3, 6],
        CalendarUnit::Day => &[1, 5, 10],
    }
}

fn has_years(unit: CalendarUnit) -> bool {
    matches!(unit, CalendarUnit::Quarter | CalendarUnit::Month | CalendarUnit::Day)
}

fn name(unit: CalendarUnit, column: &Column) -> String {
    let Some(days) = column.days else {
        return "no date".to_owned();
    };
    match unit {
        CalendarUnit::Decade | CalendarUnit::Year => column.name.clone(),
        CalendarUnit::Quarter => format!("Q{}", days.first.month().div_ceil(3)),
        CalendarUnit::Month => days.first.month_name().get(..3).unwrap_or_default().to_owned(),
        CalendarUnit::Day => column.name.get(5..).unwrap_or(&column.name).to_owned(),
    }
}

/// Empties the names between those that are kept.
fn thin(chart: &Chart<'_>, labels: &mut [Label], every: Option<u16>) {
    for (label, column) in labels.iter_mut().zip(&chart.columns) {
        let Some(days) = column.days else {
            continue;
        };
        let (year, month, day) = days.first.ymd();
        let place = match chart.unit {
            CalendarUnit::Decade => year / 10,
            CalendarUnit::Year => year,
            CalendarUnit::Quarter => (i32::from(month) - 1) / 3,
            CalendarUnit::Month => i32::from(month) - 1,
            CalendarUnit::Day => i32::from(day) - 1,
        };
        if every.is_none_or(|every| place % i32::from(every) != 0) {
            label.name.clear();
        }
    }
}

/// Empties years that would touch the year before.
fn keep_years_apart(labels: &mut [Label], band: f64, ruler: &Ruler, size: f64) {
    let mut free = f64::NEG_INFINITY;
    for (place, label) in labels.iter_mut().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
        let middle = (place as f64 + 0.5) * band;
        let half = ruler.width(&label.year, size, Weight::Regular) / 2.0;
        if label.year.is_empty() {
            continue;
        }
        if middle - half < free {
            label.year.clear();
        } else {
            free = middle + half + GAP;
        }
    }
}
