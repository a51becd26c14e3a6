//! One chain, step by step.

use crate::draw::degree::dash;
use crate::draw::scene::{Fill, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::text::{Ruler, plain, wrap};
use crate::id::Id;
use crate::query::Answer;
use crate::query::row::{PathRow, Person};

/// Where the line runs, and where letters begin.
const LINE: f64 = 7.0;
const TEXT: f64 = 20.0;
const RADIUS: f64 = 4.5;
const NAME: f64 = 8.5;
const SMALL: f64 = 7.0;

/// The column in which chains are drawn.
pub(super) struct Column<'a> {
    pub(super) answer: &'a Answer,
    pub(super) ruler: &'a Ruler,
    pub(super) width: f64,
}

impl Column<'_> {
    /// The marks of a chain from the origin down, and its height. Lines come before points, which lie on them.
    pub(super) fn chain(&self, rows: &[PathRow]) -> (Vec<Mark>, f64) {
        let (mut lines, mut points) = (Vec::new(), Vec::new());
        let Some(first) = rows.first() else {
            return (lines, 0.0);
        };
        // The place of the person from whom the next line leads down, and the foot of what stands beside it.
        let mut at = 0.0;
        let (mark, mut down) = self.person(&first.from, at);
        points.push(mark);
        for row in rows {
            let (mut mark, height) = self.step(row, down);
            let (from, to) = (Point::new(LINE, at + RADIUS), Point::new(LINE, down + height + RADIUS));
            let stroke = Stroke { ink: Ink::Line, width: 1.4, dash: dash(row.certainty) };
            mark.shapes.insert(0, Shape::Line { from, to, stroke });
            lines.push(mark);
            at = down + height;
            let (person, own) = self.person(&row.to, at);
            points.push(person);
            down = at + own;
        }
        lines.extend(points);
        (lines, down)
    }

    /// Somebody on the chain, with offices.
    fn person(&self, person: &Person, down: f64) -> (Mark, f64) {
        let fill = Some(Fill::Even(Ink::Group(0)));
        let centre = Point::new(LINE, down + RADIUS + 0.5);
        let stroke = Some(Stroke::solid(Ink::Text, 0.8));
        let mut shapes = vec![Shape::Circle { centre, radius: RADIUS, fill, stroke }];
        let mut height = self.lines(&plain(&person.name), (NAME, Weight::Bold, Ink::Text), 2, down, &mut shapes);
        let offices = self.offices(person);
        if !offices.is_empty() {
            height += self.lines(&offices, (SMALL, Weight::Regular, Ink::Muted), 3, down + height, &mut shapes);
        }
        let mark = Mark { class: "node", about: vec![person.id.clone()], shapes, ..Mark::default() };
        (mark, height.max(2.0 * RADIUS + 1.0) + 3.0)
    }

    fn offices(&self, person: &Person) -> String {
        let titles: Vec<String> =
            person.capacities.iter().map(|capacity| capacity.in_words(|id| self.name(id))).collect();
        let text = plain(&titles.join("; "));
        if person.as_inferred { format!("[{text}]") } else { text }
    }

    fn name(&self, id: &Id) -> String {
        plain(self.answer.names.get(id).map_or(id.as_str(), String::as_str))
    }

    /// The meeting that joins two: when and where, how many were present, and who says so.
    fn step(&self, row: &PathRow, down: f64) -> (Mark, f64) {
        let places: Vec<String> = row.places.iter().map(|place| self.name(place)).collect();
        let head: Vec<String> = [plain(&row.date)].into_iter().chain(places).collect();
        let mut shapes = Vec::new();
        let mut height = 3.0;
        let mut add = |text: &str, ink: Ink, most: usize| {
            height += self.lines(text, (SMALL, Weight::Regular, ink), most, down + height, &mut shapes);
        };
        add(&head.join(" · "), Ink::Text, 2);
        let present = if row.present == 2 { String::new() } else { format!(" ({} present)", row.present) };
        add(&format!("{}{present}", self.name(&row.event)), Ink::Text, 2);
        if let Some(arrives) = &row.arrives {
            add(&format!("word has passed: {}", arrives.text), Ink::Text, 1);
        }
        add(&self.sources(row), Ink::Muted, 3);
        let mark = Mark {
            class: "tie",
            tip: None,
            events: vec![row.event.clone()],
            about: vec![row.from.id.clone(), row.to.id.clone()],
            shapes,
        };
        (mark, height + 5.0)
    }

    /// Who says so: each source once, by publisher and day.
    fn sources(&self, row: &PathRow) -> String {
        let mut told: Vec<String> = Vec::new();
        for cited in &row.support {
            let publication = self.answer.citations.publication(&cited.source);
            let published = publication.and_then(|publication| publication.published.as_ref());
            let publisher = publication.and_then(|publication| publication.publisher.clone());
            let day = published.map(|day| format!(", {day}")).unwrap_or_default();
            let text = format!("{}{day}", publisher.unwrap_or_else(|| cited.source.to_string()));
            if !told.contains(&text) {
                told.push(text);
            }
        }
        plain(&told.join("; "))
    }

    /// Lines right of the line that joins, and their height.
    fn lines(
        &self,
        text: &str,
        (size, weight, ink): (f64, Weight, Ink),
        most: usize,
        down: f64,
        shapes: &mut Vec<Shape>,
    ) -> f64 {
        let lines = wrap(self.ruler, text, self.width - TEXT, size, weight, most);
        let mut height = 0.0;
        for line in lines {
            let at = Point::new(TEXT, down + height + size);
            shapes.push(Shape::Text(Text { weight, ..Text::new(at, line, size).inked(ink) }));
            height += size * Ruler::LEADING;
        }
        height
    }
}
