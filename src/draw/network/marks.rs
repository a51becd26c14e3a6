//! A network as marks: ties below, then their labels, then points.

use super::actor::{Actor, Standing};
use super::label::{Label, SMALL};
use super::plan::Plan;
use super::tie::Tie;
use super::title::{counted, title};
use super::{Network, key};
use crate::draw::degree::{dash, in_words};
use crate::draw::scene::{Anchor, Area, Ink, Mark, Point, Shape, Stroke, Text, Weight};
use crate::draw::sheet::Panel;
use crate::draw::text::number;
use crate::id::Id;
use std::collections::BTreeMap;

/// With more ties than this, their counts and dates stand in the table only.
const LABELLED: usize = 45;

/// More ties than this are drawn finer, or they would hide each other.
const MANY: usize = 200;

/// The network at these places.
pub(super) fn panel(plan: &Plan<'_>, labels: &[Label], places: &[Point], height: f64) -> Panel {
    let network = plan.network;
    let at: BTreeMap<&Id, Point> = network.actors.iter().map(|actor| &actor.id).zip(places.iter().copied()).collect();
    let line = |tie: &Tie| Some((*at.get(&tie.ends[0])?, *at.get(&tie.ends[1])?));
    let mut order: Vec<&Tie> = network.ties.iter().collect();
    order.sort_by_key(|tie| std::cmp::Reverse(tie.events.len()));
    let mut taken: Vec<Area> =
        labels.iter().zip(places).map(|(label, place)| label.room.moved(place.x, place.y)).collect();
    let lines: Vec<(Point, Point)> = order.iter().filter_map(|tie| line(tie)).collect();
    // An event has its days below its own name.
    let is_event = |tie: &Tie| {
        network.actors.iter().any(|actor| tie.ends.contains(&actor.id) && actor.standing == Standing::Event)
    };
    let (mut marks, mut unlabelled) = (Vec::new(), 0);
    let mut dates: Vec<String> = network.actors.iter().filter_map(|actor| actor.date.clone()).collect();
    for tie in &order {
        let Some((from, to)) = line(tie) else { continue };
        let mut mark = tie_mark(network, tie, from, to);
        if order.len() <= LABELLED && !is_event(tie) {
            let sheet = Area::new(0.0, 0.0, plan.width, height);
            match tie_label(plan, tie, (from, to), &Room { sheet, taken: &taken, lines: &lines }) {
                Some((text, area)) => {
                    taken.push(area);
                    // The dates in it, without how often.
                    dates.extend(text.text.split(' ').skip_while(|word| word.ends_with('×')).map(str::to_owned));
                    mark.shapes.extend([Shape::blank(area), Shape::Text(text)]);
                }
                None => unlabelled += 1,
            }
        }
        marks.push(mark);
    }
    let nodes = network.actors.iter().zip(labels).zip(places);
    marks.extend(nodes.map(|((actor, label), place)| Mark {
        class: "node",
        tip: Some(tip_of_actor(network, actor)),
        events: Vec::new(),
        about: vec![actor.id.clone()],
        shapes: label.shapes.iter().map(|shape| shape.clone().moved(place.x, place.y)).collect(),
    }));
    Panel {
        title: title(network.answer, network.graph),
        counted: counted(network),
        notes: key::notes(plan, &dates, order.len() > LABELLED || unlabelled > 0),
        height,
        marks,
        legend: key::legend(network),
        columns: None,
        table: network.table(),
    }
}

/// How wide the line of so many meetings is among so many ties: by the root, so that the many do not hide the few.
pub(super) fn line_width(ties: usize, times: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "two do not meet so often")]
    let root = (times.max(1) as f64).sqrt();
    let fine = if ties > MANY { 0.6 } else { 1.0 };
    (0.1 + 0.75 * root).min(6.0) * fine
}

fn tie_mark(network: &Network<'_>, tie: &Tie, from: Point, to: Point) -> Mark {
    let stroke =
        Stroke { ink: Ink::Line, width: line_width(network.ties.len(), tie.events.len()), dash: dash(tie.certainty()) };
    Mark {
        class: "tie",
        tip: Some(tip_of_tie(network, tie)),
        events: tie.events.iter().map(|(event, _)| event.clone()).collect(),
        about: tie.ends.to_vec(),
        shapes: vec![Shape::Line { from, to, stroke }],
    }
}

/// Where along a line its label may stand.
const SHARES: [f64; 9] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];

/// The label of a tie where there is room for it: count and dates, or the shorter one of these.
fn tie_label(plan: &Plan<'_>, tie: &Tie, (from, to): (Point, Point), room: &Room<'_>) -> Option<(Text, Area)> {
    let times = tie.events.len();
    let texts = match times {
        1 => vec![tie.dates()],
        _ => {
            let years = tie.years().map(|years| format!("{times}× {years}"));
            [Some(format!("{times}× {}", tie.dates())), years, Some(format!("{times}×"))]
                .into_iter()
                .flatten()
                .collect()
        }
    };
    let own = (from, to);
    texts.into_iter().find_map(|text| {
        let width = plan.ruler.width(&text, SMALL, Weight::Regular) + 2.0;
        let area = |share: f64| {
            let middle = from.toward(to, share);
            Area::new(middle.x - width / 2.0, middle.y - SMALL * 0.6, width, SMALL * 1.2)
        };
        let area = SHARES.into_iter().map(area).find(|area| room.is_free(area, own))?;
        let at = Point::new(area.x + width / 2.0, area.y + SMALL * 0.95);
        Some((Text::new(at, text, SMALL).anchored(Anchor::Middle).inked(Ink::Muted), area))
    })
}

/// Where labels of ties may stand: on the sheet, on no other label, and on no line but their own, so that it is plain to
/// which they belong.
struct Room<'a> {
    sheet: Area,
    taken: &'a [Area],
    lines: &'a [(Point, Point)],
}

impl Room<'_> {
    fn is_free(&self, area: &Area, own: (Point, Point)) -> bool {
        let is_crossed = || self.lines.iter().any(|line| *line != own && area.is_crossed(line.0, line.1));
        self.sheet.contains(area) && !self.taken.iter().any(|other| other.overlaps(area)) && !is_crossed()
    }
}

fn name<'n>(network: &'n Network<'_>, id: &'n Id) -> &'n str {
    network.actors.iter().find(|actor| actor.id == *id).map_or(id.as_str(), |actor| actor.name.as_str())
}

fn tip_of_tie(network: &Network<'_>, tie: &Tie) -> String {
    let told = in_words(tie.events.iter().map(|(_, certainty)| *certainty));
    let [one, other] = [0, 1].map(|end| name(network, &tie.ends[end]));
    format!("{one} – {other}: {}, {} ({})", number(tie.events.len(), "event"), tie.dates(), told)
}

fn tip_of_actor(network: &Network<'_>, actor: &Actor) -> String {
    let ties = network.ties.iter().filter(|tie| tie.ends.contains(&actor.id));
    let office = actor.offices.as_ref().map(|offices| format!(", {}", offices.full()));
    let group = actor.group.as_ref().map(|(_, name)| format!(" ({name})"));
    let partners = number(ties.count(), "tie");
    format!("{}{}{}: {partners}", actor.name, office.unwrap_or_default(), group.unwrap_or_default())
}
