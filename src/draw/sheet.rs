//! Sheets: a picture under its title and over its legend and caption, as wide as it will be printed.

use super::caption;
use super::heading::heading;
use super::legend::Legend;
use super::network;
use super::scene::{Ink, Mark, POINTS, Point, Scene, Shape, Text, Theme, Weight};
use super::text::{Ruler, plain, wrap};
use crate::export::sources_in_words;
use crate::graph::KnowledgeGraph;
use crate::query::row::{Table, UnknownColumn};
use crate::query::{Answer, Query};

const TITLE: f64 = 9.0;
const SMALL: f64 = 7.0;
const GAP: f64 = 6.0;

/// Whether a caption stands below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Captioned {
    /// It does.
    #[default]
    Full,
    /// Only the legend does; the caption is set with the text around the picture.
    LegendOnly,
}

/// What all pictures have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// The width in print, in millimetres: 84 for one column of a journal, 174 for two.
    pub width_mm: f64,
    /// In which colours.
    pub theme: Theme,
    /// What stands below.
    pub captioned: Captioned,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { width_mm: 174.0, theme: Theme::Light, captioned: Captioned::Full }
    }
}

/// What is a kind's own in a picture, from the origin to the right and down.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What the picture is called.
    pub title: String,
    /// What is drawn, in words and numbers: `35 meetings of 21 actors`. It begins the caption and the description.
    pub counted: String,
    /// How to read it, sentence by sentence, as far as the legend does not tell.
    pub notes: Vec<String>,
    /// Its height; it is as wide as [`Sheet::width`].
    pub height: f64,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// The signs that occur.
    pub legend: Legend,
    /// The columns of the answer's table that say the same in words; those of the question where none are named.
    pub columns: Option<&'static [&'static str]>,
    /// What says the same in words where the answer's table does not.
    pub table: Option<Table>,
}

impl Sheet {
    /// How wide a panel is, in points.
    pub fn width(&self) -> f64 {
        self.width_mm * POINTS - 2.0 * GAP
    }

    /// Puts a panel under its title and over legend and caption.
    ///
    /// # Errors
    /// If the panel names a column that the answer does not have.
    pub fn scene(&self, answer: &Answer, panel: Panel, ruler: &Ruler) -> Result<Scene, UnknownColumn> {
        let width = self.width();
        let table = match panel.table {
            Some(table) => table,
            None => table(answer, panel.columns)?,
        };
        let caption = caption::sentences(answer, &panel.counted, &panel.notes);
        let title = plain(&panel.title);
        let mut down = GAP;
        let mut marks = Vec::new();
        let lines = Lines { width, size: TITLE, weight: Weight::Bold, ink: Ink::Text };
        marks.extend(lines.mark("title", &title, ruler, &mut down));
        down += GAP;
        marks.extend(panel.marks.into_iter().map(|mark| mark.moved(GAP, down)));
        down += panel.height + GAP;
        let (legend, height) = panel.legend.shapes(ruler, width);
        if height > 0.0 {
            marks.push(Mark::plain("legend", legend).moved(GAP, down));
            down += height + GAP / 2.0;
        }
        if self.captioned == Captioned::Full {
            let lines = Lines { width, size: SMALL, weight: Weight::Regular, ink: Ink::Muted };
            marks.extend(lines.mark("caption", &caption.join(" "), ruler, &mut down));
        }
        let description = caption::description(answer, &panel.counted, &panel.notes).join(" ");
        let (width, height) = (self.width_mm * POINTS, down + GAP);
        let sources = sources_in_words(answer).iter().map(|line| plain(line)).collect();
        Ok(Scene { width, height, theme: self.theme, title, description, marks, table, sources })
    }
}

fn table(answer: &Answer, columns: Option<&[&str]>) -> Result<Table, UnknownColumn> {
    let columns = columns.map(|names| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>());
    answer.table(columns.as_deref())
}

impl Panel {
    /// What is drawn of an answer without rows: that none are on record, and what that means.
    pub fn of_nothing(answer: &Answer, graph: &KnowledgeGraph, sheet: &Sheet, ruler: &Ruler) -> Self {
        let lines = Lines { width: sheet.width(), size: 8.0, weight: Weight::Regular, ink: Ink::Text };
        let (told, mut down) = (answer.notices.join(" "), 0.0);
        let text = if told.is_empty() { "Nothing of this is on record.".to_owned() } else { plain(&told) };
        let mark = lines.mark("nothing", &text, ruler, &mut down).map(|mark| mark.moved(-GAP, 0.0));
        Self {
            title: title_of_nothing(answer, graph),
            counted: "Nothing is drawn".to_owned(),
            notes: Vec::new(),
            height: down,
            marks: mark.into_iter().collect(),
            legend: Legend::default(),
            columns: None,
            table: None,
        }
    }
}

/// What a picture would have been called if there were anything in it.
fn title_of_nothing(answer: &Answer, graph: &KnowledgeGraph) -> String {
    match &answer.query {
        Some(Query::Rank(_) | Query::Attendance(_)) => network::title(answer, graph),
        _ => heading(answer, graph),
    }
}

/// How a block of text is set.
struct Lines {
    width: f64,
    size: f64,
    weight: Weight,
    ink: Ink,
}

/// So many lines of a title or caption at most.
const MOST: usize = 40;

impl Lines {
    /// The text as a mark, and `down` moved below it.
    fn mark(&self, class: &'static str, text: &str, ruler: &Ruler, down: &mut f64) -> Option<Mark> {
        let lines = wrap(ruler, text, self.width, self.size, self.weight, MOST);
        let leading = self.size * Ruler::LEADING;
        let set = |(number, line): (usize, String)| {
            #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
            let at = Point::new(GAP, *down + self.size + leading * number as f64);
            let text = Text::new(at, line, self.size).inked(self.ink);
            Shape::Text(Text { weight: self.weight, ..text })
        };
        #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
        let height = leading * lines.len() as f64;
        let shapes: Vec<Shape> = lines.into_iter().enumerate().map(set).collect();
        *down += height;
        (!text.is_empty()).then(|| Mark::plain(class, shapes))
    }
}
