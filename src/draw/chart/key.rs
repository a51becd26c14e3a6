//! The legend of a chart: the parts of bars, and what is no bar.

use super::Chart;
use super::drawn::{INKS, ink};
use super::ground::GroundKind;
use crate::draw::legend::{Entry, Legend, Sign};
use crate::draw::scene::{Fill, Ink, Point, Shape, Stroke};

/// The signs that occur.
pub(super) fn legend(chart: &Chart<'_>) -> Legend {
    let mut entries = of_parts(&chart.parts);
    if chart.columns.iter().any(|column| column.least < column.most) {
        let stroke = Stroke::solid(Ink::Text, 0.8);
        let line = |from: (f64, f64), to: (f64, f64)| Shape::Line {
            from: Point::new(from.0, from.1),
            to: Point::new(to.0, to.1),
            stroke,
        };
        let sign = Sign::Shapes(vec![line((0.0, 3.5), (0.0, -3.5)), line((-2.5, -3.5), (2.5, -3.5))]);
        entries.push(Entry::new(sign, "possible or disputed"));
    }
    let kinds = [
        (GroundKind::Uncovered, Fill::Hatched(Ink::Rule), "no source claims to cover this"),
        (GroundKind::InPart, Fill::Even(Ink::Ground), "covered in part"),
    ];
    for (kind, fill, text) in kinds {
        if chart.grounds.iter().any(|ground| ground.kind == kind) {
            entries.push(Entry::new(Sign::Swatch(fill), text));
        }
    }
    Legend { entries }
}

/// What each colour of bars means; what has none of its own is one entry, as nothing tells it apart.
fn of_parts(parts: &[String]) -> Vec<Entry> {
    let swatch = |part: usize, text: String| Entry::new(Sign::Swatch(Fill::Even(ink(part))), text);
    let named = parts.iter().take(INKS.len()).enumerate().filter(|(_, part)| !part.is_empty());
    let mut entries: Vec<Entry> = named.map(|(place, part)| swatch(place, part.clone())).collect();
    match parts.get(INKS.len()..).unwrap_or_default() {
        [] => {}
        [one] => entries.push(swatch(INKS.len(), one.clone())),
        others => entries.push(swatch(INKS.len(), format!("{} others, told apart in the table", others.len()))),
    }
    entries
}
