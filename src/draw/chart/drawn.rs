//! A chart as marks.

use super::column::Column;
use super::ground::{Ground, GroundKind};
use super::labels::labels;
use super::{Chart, key};
use crate::draw::axis::numbers;
use crate::draw::scene::{Anchor, Area, Fill, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::sheet::{Panel, Sheet};
use crate::draw::text::{Ruler, number};

const SIZE: f64 = 7.0;
/// How much of its band a bar takes.
const BAR: f64 = 0.72;
const HAIR: f64 = 0.4;
/// Room above the highest number.
const HEAD: f64 = 6.0;
/// In which colours parts come, so that neighbours differ in grey print as well.
pub(super) const INKS: [usize; 8] = [0, 1, 2, 6, 5, 4, 3, 7];

pub(super) fn panel(chart: &Chart<'_>, sheet: &Sheet, ruler: &Ruler) -> Panel {
    let plot = Plot::new(chart, sheet, ruler);
    let mut marks = Vec::new();
    marks.extend(chart.grounds.iter().map(|ground| plot.ground(ground)));
    marks.push(plot.grid());
    for (place, column) in chart.columns.iter().enumerate() {
        marks.extend(plot.column(place, column));
    }
    marks.push(plot.foot());
    Panel {
        title: format!("{}, per {}", chart.title(), chart.unit.noun()),
        counted: counted(chart),
        notes: notes(chart, &plot),
        height: plot.height(),
        marks,
        legend: key::legend(chart),
        columns: None,
        table: Some(chart.table()),
    }
}

/// Where things lie.
struct Plot<'a> {
    chart: &'a Chart<'a>,
    ruler: &'a Ruler,
    /// The numbers that the axis names.
    numbers: Vec<usize>,
    /// The bars, without what is around them.
    area: Area,
    band: f64,
}

impl<'a> Plot<'a> {
    fn new(chart: &'a Chart<'a>, sheet: &Sheet, ruler: &'a Ruler) -> Self {
        let highest = chart.columns.iter().filter_map(|column| column.most).max().unwrap_or(0);
        let numbers = numbers(highest);
        let widest = numbers.iter().map(|number| ruler.width(&number.to_string(), SIZE, Weight::Regular));
        let left = widest.fold(0.0, f64::max) + 5.0;
        let width = (sheet.width() - left).max(1.0);
        let area = Area::new(left, HEAD + 2.0 * SIZE, width, (sheet.width() * 0.36).clamp(90.0, 190.0));
        #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
        let band = width / chart.columns.len().max(1) as f64;
        Self { chart, ruler, numbers, area, band }
    }

    fn bottom(&self) -> f64 {
        self.area.y + self.area.height
    }

    fn height(&self) -> f64 {
        let years = labels(self.chart, self.band, self.ruler, SIZE).iter().any(|label| !label.year.is_empty());
        self.bottom() + SIZE * if years { 2.9 } else { 1.6 }
    }

    /// Where a number lies.
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    fn y(&self, number: usize) -> f64 {
        let top = self.numbers.last().copied().unwrap_or(1).max(1);
        self.bottom() - self.area.height * number as f64 / top as f64
    }

    fn ground(&self, ground: &Ground) -> Mark {
        let (from, to) = (self.area.x + ground.from * self.band, self.area.x + ground.to * self.band);
        let area = Area::new(from, self.area.y, to - from, self.area.height);
        let fill = match ground.kind {
            GroundKind::Uncovered => Fill::Hatched(Ink::Rule),
            GroundKind::InPart => Fill::Even(Ink::Ground),
        };
        let tip = match ground.kind {
            GroundKind::Uncovered => "no source claims to cover this",
            GroundKind::InPart => "covered in part",
        };
        let shapes = vec![Shape::Rect { area, radius: 0.0, fill: Some(fill), stroke: None }];
        Mark { class: "coverage", tip: Some(tip.to_owned()), shapes, ..Mark::default() }
    }

    /// The numbers on the left with thin lines, and what they count above them.
    fn grid(&self) -> Mark {
        let mut shapes = Vec::new();
        for number in &self.numbers {
            let y = self.y(*number);
            let ink = if *number == 0 { Ink::Text } else { Ink::Rule };
            let (from, to) = (Point::new(self.area.x, y), Point::new(self.area.x + self.area.width, y));
            shapes.push(Shape::Line { from, to, stroke: Stroke::solid(ink, HAIR) });
            let at = Point::new(self.area.x - 3.0, y + SIZE * 0.35);
            shapes.push(Shape::Text(Text::new(at, number.to_string(), SIZE).anchored(Anchor::End)));
        }
        let noun = Text::new(Point::new(0.0, SIZE), self.chart.noun(), SIZE).inked(Ink::Muted);
        shapes.push(Shape::Text(noun));
        Mark::plain("axis", shapes)
    }

    /// What stands under the bars.
    fn foot(&self) -> Mark {
        let mut shapes = Vec::new();
        let labels = labels(self.chart, self.band, self.ruler, SIZE);
        for (place, label) in labels.into_iter().enumerate() {
            let middle = self.middle(place);
            if !label.name.is_empty() || !label.year.is_empty() {
                let (from, to) = (Point::new(middle, self.bottom()), Point::new(middle, self.bottom() + 2.0));
                shapes.push(Shape::Line { from, to, stroke: Stroke::solid(Ink::Text, HAIR) });
            }
            for (text, lines) in [(label.name, 1.35), (label.year, 2.6)] {
                if !text.is_empty() {
                    let at = Point::new(middle, self.bottom() + SIZE * lines);
                    shapes.push(Shape::Text(Text::new(at, text, SIZE).anchored(Anchor::Middle)));
                }
            }
        }
        Mark::plain("axis", shapes)
    }

    #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
    fn middle(&self, place: usize) -> f64 {
        self.area.x + (place as f64 + 0.5) * self.band
    }

    /// The bar of a column from the bottom up, the whisker on it, and the number on top.
    fn column(&self, place: usize, column: &Column) -> Vec<Mark> {
        let middle = self.middle(place);
        let mut marks = Vec::new();
        let mut below = 0;
        for slice in &column.slices {
            let (top, bottom) = (self.y(below + slice.number), self.y(below));
            let width = self.band * BAR;
            let area = Area::new(middle - width / 2.0, top, width, bottom - top);
            let fill = Some(Fill::Even(ink(slice.part)));
            let stroke = (self.chart.stack.is_some() && width > 2.0).then(|| Stroke::solid(Ink::Paper, HAIR));
            let part = self.chart.parts.get(slice.part).map(String::as_str).unwrap_or_default();
            marks.push(Mark {
                class: "bar",
                tip: Some([column.name.as_str(), part, &slice.number.to_string()].join(" ").replace("  ", " ")),
                events: slice.events.clone(),
                shapes: vec![Shape::Rect { area, radius: 0.0, fill, stroke }],
                ..Mark::default()
            });
            below += slice.number;
        }
        marks.extend(self.whisker(middle, column));
        marks.extend(self.number(middle, column));
        marks
    }

    /// From the certain ones to those that are possible or disputed.
    fn whisker(&self, middle: f64, column: &Column) -> Option<Mark> {
        let (least, most) = column.least.zip(column.most).filter(|(least, most)| least < most)?;
        let (bottom, top) = (self.y(least), self.y(most));
        let half = (self.band * BAR / 4.0).min(3.0);
        let stroke = Stroke::solid(Ink::Text, 0.8);
        let line = |from: (f64, f64), to: (f64, f64)| Shape::Line {
            from: Point::new(from.0, from.1),
            to: Point::new(to.0, to.1),
            stroke,
        };
        let shapes = vec![line((middle, bottom), (middle, top)), line((middle - half, top), (middle + half, top))];
        let tip = Some(format!("{}: {} possible or disputed", column.name, most - least));
        Some(Mark { class: "whisker", tip, events: column.open.clone(), shapes, ..Mark::default() })
    }

    /// The number above a bar, turned where bars are narrow, and left out where they are narrower than that.
    fn number(&self, middle: f64, column: &Column) -> Option<Mark> {
        let most = column.most.filter(|_| !column.count.is_empty())?;
        let y = self.y(most) - 2.0;
        let text = Text::new(Point::new(middle, y), column.count.clone(), SIZE).on_paper();
        let text = match self.numbers_lie() {
            Lie::Flat => text.anchored(Anchor::Middle),
            Lie::Turned => Text { at: Point::new(middle + SIZE * 0.35, y), ..text }.turned(-90.0),
            Lie::None => return None,
        };
        Some(Mark::plain("number", vec![Shape::Text(text)]))
    }

    fn numbers_lie(&self) -> Lie {
        let counts = self.chart.columns.iter().map(|column| &column.count);
        let widest = counts.map(|count| self.ruler.width(count, SIZE, Weight::Regular)).fold(0.0, f64::max);
        if widest + 1.0 <= self.band {
            Lie::Flat
        } else if self.band >= SIZE {
            Lie::Turned
        } else {
            Lie::None
        }
    }
}

/// How numbers lie on bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lie {
    Flat,
    Turned,
    None,
}

/// The colour of a part.
pub(super) fn ink(part: usize) -> Ink {
    INKS.get(part).map_or(Ink::Other, |group| Ink::Group(*group))
}

fn counted(chart: &Chart<'_>) -> String {
    let sum = |number: fn(&Column) -> Option<usize>| chart.columns.iter().filter_map(number).sum::<usize>();
    let (least, most) = (sum(|column| column.least), sum(|column| column.most));
    let noun = chart.noun();
    if least == most {
        // Of `visits with meetings` the first word tells how many.
        let (first, rest) =
            noun.split_once(' ').map_or((noun.as_str(), String::new()), |(first, rest)| (first, format!(" {rest}")));
        format!("{}{rest}", number(most, first.trim_end_matches('s')))
    } else {
        format!("{least} {noun} certain, {most} with those that are possible or disputed")
    }
}

fn notes(chart: &Chart<'_>, plot: &Plot<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if chart.columns.iter().any(|column| column.least != column.most) {
        notes.push("What may lie in two spans of time counts in both.".to_owned());
    }
    if chart.columns.iter().any(|column| column.most.is_none()) {
        notes.push("A missing bar is no zero.".to_owned());
    }
    if plot.numbers_lie() == Lie::None {
        notes.push("The numbers stand in the table.".to_owned());
    }
    notes.extend(chart.rule().map(|rule| format!("Rule of counting: {rule}.")));
    if let Some(stack) = chart.stack {
        notes.push(format!("Parts of a bar: by {}.", stack.noun()));
    }
    notes
}
