//! Two events that look like one: often the account of each side, entered as an event of its own.

use super::alias_collision::apart as kept_apart;
use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::Day;
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::model::Fact;
use crate::read::Spot;
use crate::record::{Event, Kind, Slot};
use std::collections::{BTreeSet, HashMap};

/// Of events that are alike so many are compared with each.
const COMPARED: usize = 16;

pub(super) const CHECK: Check = Check {
    code: Code::MirrorDuplicate,
    severity: Severity::Warning,
    page: Page {
        what: "two events of one kind have the same day and the same participants, and nothing tells them apart.",
        why: "Each side reports a meeting in its own words. Entered twice, it counts twice, and what the two sides say \
              differently is no longer seen as a dispute.",
        mend: "Give both records one id: they become two accounts of one event. Two events that are really two differ in format, \
               place or time, have a locator each in one source, or are kept apart by a `Different` record.",
        wrong: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Source(id: "paper-a", title: "Paper A"),
Source(id: "paper-b", title: "Paper B"),
Meeting(id: "a-meets-b", when: "2031-03-04", participants: ["person-a", "person-b"], source: "paper-a#p1"),
Meeting(id: "b-meets-a", when: "2031-03-04", participants: ["person-b", "person-a"], source: "paper-b#p1"),"#,
        right: r#"Person(id: "person-a", name: "Person A"),
Person(id: "person-b", name: "Person B"),
Source(id: "paper-a", title: "Paper A"),
Source(id: "paper-b", title: "Paper B"),
Meeting(id: "a-meets-b", when: "2031-03-04", participants: ["person-a", "person-b"], source: "paper-a#p1"),
Meeting(id: "a-meets-b", when: "2031-03-04", participants: ["person-b", "person-a"], source: "paper-b#p1"),"#,
    },
    run: Run::Facts(run),
};

/// What two events that look like one have in common: days, and who took part in which direction.
type Likeness<'a> = (Kind, Day, Day, Vec<(Slot, &'a Id)>);

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let mut alike: HashMap<Likeness<'_>, Vec<&Fact>> = HashMap::new();
    for (fact, days) in checked.events() {
        let exact = days.is_sure() && days.start_first == days.start_last && days.end_first == days.end_last;
        let kind = fact.kind().filter(|kind| exact && reported_by_each_side(*kind));
        let mut who: Vec<(Slot, &Id)> = fact.parts.iter().map(|part| (direction(part.slot), &part.who)).collect();
        who.sort_unstable();
        who.dedup();
        if let Some(kind) = kind.filter(|_| who.len() > 1 || fact.kind() == Some(Kind::Visit)) {
            alike.entry((kind, days.first(), days.last(), who)).or_default().push(fact);
        }
    }
    let mut groups: Vec<Vec<&Fact>> = alike.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by(|a, b| a.iter().map(|fact| &fact.id).cmp(b.iter().map(|fact| &fact.id)));
    let kept_apart = kept_apart(checked);
    for group in groups {
        for (at, fact) in group.iter().enumerate() {
            let before = group.iter().take(at).rev().take(COMPARED);
            if let Some(other) =
                before.rev().find(|other| !kept_apart.contains(&(&other.id, &fact.id)) && are_one(checked, other, fact))
            {
                report(checked, other, fact, findings);
            }
        }
    }
}

/// The direction of a message matters; in which field of another event somebody stands does not.
fn direction(slot: Slot) -> Slot {
    if matches!(slot, Slot::From | Slot::To) { slot } else { Slot::Participants }
}

fn reported_by_each_side(kind: Kind) -> bool {
    matches!(kind, Kind::Visit | Kind::Meeting | Kind::Call | Kind::Message | Kind::Session)
}

fn report(checked: &Checked<'_>, one: &Fact, other: &Fact, findings: &mut Findings<'_>) {
    let mut pair = [one, other].map(|fact| (checked.records_of(fact).next(), fact));
    pair.sort_by_key(|(item, _)| item.map(|item| (item.text, item.range.start)));
    let [(_, earlier), (Some(item), later)] = pair else { return };
    let message = format!("`{}` and `{}` look like one event", earlier.id, later.id);
    let hint = "if they are one, give both records one id; if two, say what tells them apart";
    findings.between(item, Spot::own(&item.record.head.id), Some(&earlier.id), message, hint);
}

/// Whether nothing that is stated tells two events apart.
fn are_one(checked: &Checked<'_>, a: &Fact, b: &Fact) -> bool {
    let (Some(one), Some(other)) = (a.event(), b.event()) else {
        return false;
    };
    let (x, y) = (one.shared(), other.shared());
    let joined = |x: &crate::record::Shared, b: &Fact| {
        [&x.part_of, &x.beside, &x.after].iter().any(|list| list.iter().any(|id| checked.is_same(id, &b.id)))
    };
    !differ(x.time.as_ref(), y.time.as_ref())
        && !differ(x.name.as_ref(), y.name.as_ref())
        && !differ(x.medium, y.medium)
        && !apart(checked, &x.place, &y.place)
        && !details_differ(one, other)
        && !joined(x, b)
        && !joined(y, a)
        && !told_apart_by_a_source(a, b)
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Whether both have places and none of them lies in one of the other's.
fn apart(checked: &Checked<'_>, a: &[Id], b: &[Id]) -> bool {
    let node = |id: &Id| checked.graph.node(id.as_str());
    let near = |a: &Id, b: &Id| match (node(a), node(b)) {
        (Some(a), Some(b)) => checked.graph.lies_in(a, b) || checked.graph.lies_in(b, a),
        _ => a == b,
    };
    !a.is_empty() && !b.is_empty() && !a.iter().any(|one| b.iter().any(|other| near(one, other)))
}

fn details_differ(one: &Event, other: &Event) -> bool {
    match (one, other) {
        (Event::Meeting(a), Event::Meeting(b)) => differ(a.format, b.format),
        (Event::Visit(a), Event::Visit(b)) => a.to.0 != b.to.0 || a.visitors.is_empty(),
        (Event::Session(a), Event::Session(b)) => a.of != b.of || differ(a.kind, b.kind) || differ(a.number, b.number),
        (Event::Message(a), Event::Message(b)) => differ(a.kind, b.kind),
        (Event::Call(_), Event::Call(_)) => false,
        _ => true,
    }
}

/// Whether one source tells of both at places of their own: it then speaks of two.
fn told_apart_by_a_source(a: &Fact, b: &Fact) -> bool {
    let cited = |fact: &Fact| {
        let citations = fact.accounts.iter().filter_map(|account| account.citation.as_ref());
        citations.map(|citation| citation.locus()).collect::<BTreeSet<_>>()
    };
    let (one, other) = (cited(a), cited(b));
    let sources: BTreeSet<&Id> = one.iter().map(|locus| &locus.source).collect();
    let shared = other.iter().any(|locus| sources.contains(&locus.source));
    shared && one.is_disjoint(&other)
}
