//! The legend of a matrix: the shades and the empty cells that occur.

use super::Matrix;
use super::drawn::{SIZE, UNCOVERED, cells, depth, is_uncovered, most};
use crate::draw::legend::{Entry, Legend, Sign};
use crate::draw::scene::{Anchor, Fill, Ink, Point, Shape, Text};
use crate::draw::text::number;

/// The signs that occur.
pub(super) fn legend(matrix: &Matrix<'_>) -> Legend {
    let most = most(matrix);
    let mut entries = Vec::new();
    if most > 0 {
        let swatch = |number: usize| Sign::Swatch(Fill::Even(Ink::Depth(depth(number, most))));
        let mut numbers = vec![1, most.div_ceil(2), most];
        numbers.dedup();
        entries.extend(numbers.into_iter().map(|met| Entry::new(swatch(met), number(met, "meeting"))));
    }
    if cells(matrix).any(|cell| cell.at_most == Some(0)) {
        let text = Text::new(Point::new(0.0, 2.5), "0", SIZE).anchored(Anchor::Middle);
        entries.push(Entry::new(Sign::Shapes(vec![Shape::Text(text)]), "none, as a source claims to be complete"));
    }
    if cells(matrix).any(|cell| cell.count.is_none() && !is_uncovered(cell)) {
        entries.push(Entry::new(
            Sign::Swatch(Fill::Even(Ink::Depth(0))),
            "none recorded, and covered at best by a selection",
        ));
    }
    if cells(matrix).any(is_uncovered) {
        entries.push(Entry::new(Sign::Swatch(UNCOVERED), "none recorded, and no source claims to cover this"));
    }
    Legend { entries }
}
