//! States that sit as members in what they had not joined.

use super::checked::{Checked, was_there};
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::date::{Bounds, PointDate};
use crate::diagnostic::{Code, Severity};
use crate::graph::{Basis, NodeId};
use crate::id::Id;
use crate::model::{Fact, Part};
use crate::record::{Body, Event, Membership, MembershipKind, Role};
use std::collections::HashMap;

pub(super) const CHECK: Check = Check {
    code: Code::MemberBeforeJoining,
    severity: Severity::Warning,
    page: Page {
        what: "somebody takes part in a session for a state that joined the forum or organization only later.",
        why: "The session looks like one of the wider circle. Observers and guests take part before they join; then their \
              `role` says so.",
        mend: "Write `role: Observer` or `role: Guest`, add the earlier membership (`kind: Observer`, `Partner` …), or correct \
               one of the dates.",
        wrong: r#"State(id: "state-a", name: "State A"),
Organization(id: "union-a", name: "Union A"),
Source(id: "paper-a", title: "Paper A"),
Membership(id: "membership-a", who: "state-a", of: "union-a", kind: Member, from: "2017-06-09", source: "paper-a#p1"),
Session(id: "session-a", of: "union-a", when: "2016-06-23", participants: "state-a", source: "paper-a#p2"),"#,
        right: r#"State(id: "state-a", name: "State A"),
Organization(id: "union-a", name: "Union A"),
Source(id: "paper-a", title: "Paper A"),
Membership(id: "membership-a", who: "state-a", of: "union-a", kind: Member, from: "2017-06-09", source: "paper-a#p1"),
Session(id: "session-a", of: "union-a", when: "2016-06-23", participants: [(who: "state-a", role: Observer)], source: "paper-a#p2"),"#,
    },
    run: Run::Facts(run),
};

/// The memberships, by member and by what it is a member of.
type Memberships<'a> = HashMap<(NodeId, NodeId), Vec<(&'a Fact, &'a Membership)>>;

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let memberships = memberships(checked);
    if memberships.is_empty() {
        return;
    }
    for (fact, days) in checked.events().filter(|(_, days)| days.is_sure()) {
        let Some(Event::Session(session)) = fact.event() else { continue };
        let Some(of) = checked.graph.node(session.of.as_str()) else { continue };
        for part in fact.parts.iter().filter(|part| was_there(part) && sits(part)) {
            if let Some((one, state)) = early(checked, (fact, &days), part, of, &memberships) {
                report(checked, fact, part, (one, &state), findings);
            }
        }
    }
}

fn report(checked: &Checked<'_>, fact: &Fact, part: &Part, (one, state): (&Fact, &Id), findings: &mut Findings<'_>) {
    let from = match one.body.as_deref() {
        Some(Body::Membership(membership)) => membership.from.as_ref(),
        _ => None,
    };
    if let (Some((item, spot)), Some(from)) = (checked.participation(fact, part), from) {
        let message = format!("`{state}` joined only on {from} (`{}`), after `{}`", one.id, fact.id);
        findings.between(
            item,
            spot,
            Some(&one.id),
            message,
            "write `role: Observer` or `Guest`, or correct one of the dates",
        );
    }
}

fn memberships<'a>(checked: &Checked<'a>) -> Memberships<'a> {
    let mut all = Memberships::new();
    for fact in checked.facts().iter().filter(|fact| !fact.is_withdrawn()) {
        if let Some(Body::Membership(one)) = fact.body.as_deref()
            && let (Some(who), Some(of)) = (checked.graph.node(one.who.as_str()), checked.graph.node(one.of.as_str()))
        {
            all.entry((who, of)).or_default().push((fact, one));
        }
    }
    all
}

/// Whether somebody is said to sit there as members do.
fn sits(part: &Part) -> bool {
    !matches!(part.role, Some(Role::Guest | Role::Observer | Role::Mediator))
}

/// The membership that a participant's state had only later, if it had none of any kind on the days.
fn early<'a>(
    checked: &Checked<'a>,
    (fact, days): (&Fact, &Bounds),
    part: &Part,
    of: NodeId,
    memberships: &Memberships<'a>,
) -> Option<(&'a Fact, Id)> {
    let graph = checked.graph;
    let side = graph.side(graph.node(fact.id.as_str())?, part);
    let [state] = side.actors.as_slice() else { return None };
    let all = memberships.get(&(*state, of)).filter(|_| side.basis == Basis::Stated)?;
    let began = |one: &Membership| one.from.as_ref().is_none_or(|from| from.first() <= days.last());
    if all.iter().any(|(_, one)| began(one)) {
        return None;
    }
    let joined = |one: &Membership| {
        one.kind.is_none_or(|kind| kind == MembershipKind::Member) && one.from.as_ref().is_some_and(PointDate::is_sure)
    };
    let (membership, _) = all.iter().find(|(_, one)| joined(one))?;
    Some((membership, graph.fact(*state).id.clone()))
}
