//! Lanes: one for each of those who took part, as far as they fit.

use super::name;
use super::row::Drawn;
use crate::draw::scene::{Anchor, Dash, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::text::{Ruler, plain, wrap};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::query::{Answer, Query, Who};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How wide the column of dates is, and a lane at least and at most.
pub(super) const DATES: f64 = 62.0;
const NARROWEST: f64 = 54.0;
const WIDEST: f64 = 110.0;
const SIZE: f64 = 7.5;

/// The lanes of a picture.
pub(super) struct Lanes {
    order: Vec<(Id, String)>,
    heads: Vec<Vec<String>>,
    wide: f64,
    without: usize,
    /// The right edge of the picture.
    pub(super) width: f64,
}

impl Lanes {
    pub(super) fn new(answer: &Answer, graph: &KnowledgeGraph, drawn: &[Drawn<'_>], width: f64, ruler: &Ruler) -> Self {
        let mut times: BTreeMap<&Id, usize> = BTreeMap::new();
        for id in drawn.iter().flat_map(|row| &row.people) {
            *times.entry(id).or_default() += 1;
        }
        let asked: Vec<&Id> = asked(answer).into_iter().flat_map(|who| &who.ids).collect();
        let place = |id: &Id| asked.iter().position(|own| *own == id).unwrap_or(usize::MAX);
        let mut order: Vec<(&Id, usize)> = times.into_iter().collect();
        order.sort_by_key(|(id, times)| (place(id), Reverse(*times), *id));
        let room = ((width - DATES) / NARROWEST).floor().max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sheet has few lanes")]
        let most = room as usize;
        let without = order.len().saturating_sub(most);
        order.truncate(most);
        #[expect(clippy::cast_precision_loss, reason = "a sheet has few lanes")]
        let wide = ((width - DATES) / order.len().max(1) as f64).min(WIDEST);
        let named = |(id, _): (&Id, usize)| (id.clone(), plain(name(answer, graph, id)));
        let order: Vec<(Id, String)> = order.into_iter().map(named).collect();
        let head = |(_, name): &(Id, String)| wrap(ruler, name, wide - 5.0, SIZE, Weight::Bold, 3);
        let heads = order.iter().map(head).collect();
        Self { order, heads, wide, without, width }
    }

    /// Where the lane of somebody runs, if they have one.
    pub(super) fn at(&self, id: &Id) -> Option<f64> {
        self.order.iter().position(|(own, _)| own == id).map(|place| self.middle(place))
    }

    fn middle(&self, place: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a sheet has few lanes")]
        let place = place as f64;
        DATES + (place + 0.5) * self.wide
    }

    /// How many have no lane.
    pub(super) fn without(&self) -> usize {
        self.without
    }

    /// The names above the lanes, and how far down they reach.
    pub(super) fn heads(&self) -> (Vec<Mark>, f64) {
        let leading = SIZE * Ruler::LEADING;
        #[expect(clippy::cast_precision_loss, reason = "a name has few lines")]
        let height = self.heads.iter().map(Vec::len).max().unwrap_or(0) as f64 * leading;
        let mark = |(place, ((id, _), lines)): (usize, (&(Id, String), &Vec<String>))| {
            let line = |(number, line): (usize, &String)| {
                #[expect(clippy::cast_precision_loss, reason = "a name has few lines")]
                let down = height - (lines.len() - number - 1) as f64 * leading - SIZE * 0.3;
                let text = Text::new(Point::new(self.middle(place), down), line.clone(), SIZE);
                Shape::Text(text.anchored(Anchor::Middle).bold())
            };
            let shapes = lines.iter().enumerate().map(line).collect();
            Mark { class: "node", about: vec![id.clone()], shapes, ..Mark::default() }
        };
        let marks = self.order.iter().zip(&self.heads).enumerate().map(mark).collect();
        (marks, height + 4.0)
    }

    /// The lines down to the foot of the picture.
    pub(super) fn lines(&self, foot: f64) -> Mark {
        let (_, head) = self.heads();
        let line = |place: usize| {
            let x = self.middle(place);
            let stroke = Stroke { ink: Ink::Rule, width: 0.8, dash: Dash::Solid };
            Shape::Line { from: Point::new(x, head - 2.0), to: Point::new(x, foot), stroke }
        };
        Mark::plain("lanes", (0..self.order.len()).map(line).collect())
    }
}

fn asked(answer: &Answer) -> Vec<&Who> {
    match &answer.query {
        Some(Query::Events(asked) | Query::Timeline(asked)) => asked.who.iter().collect(),
        Some(Query::Contacts(asked) | Query::Meetings(asked)) => {
            std::iter::once(&asked.who).chain(&asked.with).collect()
        }
        _ => Vec::new(),
    }
}
