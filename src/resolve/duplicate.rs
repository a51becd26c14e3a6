//! Accounts from one place in one source: written twice, or in contradiction.

use super::account::Member;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Body, Clashes, Join};
use std::collections::{HashMap, HashSet};

/// Among so many accounts from one place a pair that differs is looked for; one further off is not named.
const COMPARED: usize = 32;

/// Drops accounts that are written twice, and reports those in which one source contradicts itself.
///
/// The members are sorted, so that those from one place lie together.
pub(super) fn without<'a>(
    loaded: &Loaded,
    members: Vec<Member<'a>>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Member<'a>> {
    if members.len() < 2 {
        return members;
    }
    let mut reporter = Reporter { loaded, reported: HashSet::new(), problems };
    let mut kept: Vec<Member<'a>> = Vec::with_capacity(members.len());
    for run in members.chunk_by(|a, b| a.key() == b.key()) {
        let unlike = match run {
            [_] => run.to_vec(),
            _ => unlike(run, &mut reporter),
        };
        if let Some(clash) = clash(&unlike) {
            reporter.contradiction(&clash);
        }
        kept.extend(unlike);
    }
    kept
}

/// The accounts of which none says exactly what another one says.
fn unlike<'a>(run: &[Member<'a>], reporter: &mut Reporter<'_>) -> Vec<Member<'a>> {
    let mut first: HashMap<String, Member<'a>> = HashMap::new();
    let mut kept = Vec::new();
    for member in run {
        match first.get(&content(member)) {
            Some(other) => reporter.twice(member.item, other.item),
            None => {
                first.insert(content(member), *member);
                kept.push(*member);
            }
        }
    }
    kept
}

/// Everything that an account says, in whatever order and layout its fields were written.
fn content(member: &Member<'_>) -> String {
    let record = &member.item.record;
    let evidence = &record.evidence;
    format!("{:?}", (&record.head, record.body.as_ref(), member.citation, &evidence.derived, evidence.credibility))
}

/// Two accounts that differ, and in what.
struct Clash<'a> {
    pair: [&'a PlacedRecord; 2],
    fields: Clashes,
}

/// What the accounts of one place differ in, if they differ.
fn clash<'a>(members: &[Member<'a>]) -> Option<Clash<'a>> {
    let (first, rest) = members.split_first()?;
    let last = rest.last()?;
    let differ = |others: &[Member<'a>]| {
        let mut fields = Clashes::new();
        let others: Vec<_> = others.iter().map(|other| other.item.record.body.as_ref()).collect();
        Body::clone(&first.item.record.body).join(&others, &mut fields);
        fields
    };
    let fields = differ(rest);
    if fields.is_empty() {
        return None;
    }
    let other = rest.iter().take(COMPARED).find(|other| !differ(&[**other]).is_empty()).unwrap_or(last);
    Some(Clash { pair: [first.item, other.item], fields })
}

struct Reporter<'a> {
    loaded: &'a Loaded,
    /// The pairs of records that were reported, by their texts and places: one problem for each is enough.
    reported: HashSet<[(usize, usize); 2]>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Reporter<'_> {
    /// The pair in the order of files and lines, unless it was reported before.
    fn fresh<'b>(&mut self, a: &'b PlacedRecord, b: &'b PlacedRecord) -> Option<(&'b PlacedRecord, &'b PlacedRecord)> {
        let place = |item: &PlacedRecord| (item.text, item.range.start);
        let (earlier, later) = if place(a) <= place(b) { (a, b) } else { (b, a) };
        self.reported.insert([place(earlier), place(later)]).then_some((earlier, later))
    }

    fn twice(&mut self, a: &PlacedRecord, b: &PlacedRecord) {
        let Some((earlier, later)) = self.fresh(a, b) else {
            return;
        };
        let id = &later.record.head.id;
        let warning = |span, message| Diagnostic::warning(Code::EqualDuplicate, span, message);
        self.problems.push(if earlier.range == later.range && earlier.text == later.text {
            let message = format!("`{id}` cites one place twice");
            let spot = Spot::field("source");
            self.loaded
                .problem(later, spot, |span| warning(span, message))
                .with_hint("take one of the two citations out")
        } else {
            let message = format!("this account of `{id}` is written twice: also at {}", self.loaded.span_of(earlier));
            let spot = Spot::own(id);
            self.loaded.problem(later, spot, |span| warning(span, message)).with_hint("delete one of the two")
        });
    }

    fn contradiction(&mut self, clash: &Clash<'_>) {
        let [a, b] = clash.pair;
        let Some((earlier, later)) = self.fresh(a, b) else {
            return;
        };
        let id = &later.record.head.id;
        let fields: Vec<String> = clash.fields.iter().map(|field| format!("`{field}`")).collect();
        let (what, hint) = match later.record.evidence.source.is_empty() {
            true => (format!("records of `{id}`"), "correct one of them, or cite the source of each"),
            false => (
                format!("accounts of `{id}` from one place in one source"),
                "if they are two things, give one another id; if two places in the source, give each its locator",
            ),
        };
        let place = self.loaded.span_of(earlier);
        let message = format!("two {what} differ in {}: the other is at {place}", fields.join(", "));
        let spot = clash.fields.first().map_or(Spot::own(id), |field| Spot::field(field));
        let problem =
            self.loaded.problem(later, spot, |span| Diagnostic::error(Code::ContradictingDuplicate, span, message));
        self.problems.push(problem.with_hint(hint));
    }
}
