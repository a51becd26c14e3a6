//! What each kind of shape asks, made of what was said in its slots.
//!
//! Slots are called the same in all shapes: `a` is who is asked about, `b` the other side, `s` a destination, `f` an event or
//! forum, `x` any fact.

use super::asked::Asked;
use super::said::Said;
use crate::date::{Day, Period};
use crate::model::Certainty;
use crate::query::{
    Attendance, Attended, Cite, Common, Conflicts, CountBy, Counting, Covering, Documents, Events, KindFilter, Measure,
    Meetings, Messages, Offices, Path, Per, Query, Rank, Reach, Scope, Statements, StatusWanted, Visits, Who, Why,
};
use crate::record::{Kind, Level, Mode, Status};

type Made = Option<Asked>;

/// Meetings of A, with B where B is named. Nobody meets himself: such a reading is none.
fn meetings(said: &Said) -> Option<Meetings> {
    are_others(said, &["a", "b"])?;
    Some(Meetings { who: said.who("a")?, with: said.who("b"), scope: said.scope() })
}

/// Whom A met in person.
pub(super) fn met(said: &Said) -> Made {
    Some(Query::Meetings(meetings(said)?).into())
}

/// The same, with officials of B of the ranks that A's are asked about by.
pub(super) fn met_equals(said: &Said) -> Made {
    let mut question = meetings(said)?;
    question.scope.with_levels.clone_from(&question.scope.levels);
    Some(Query::Meetings(question).into())
}

/// With whom A was in contact, by any means or those that were said.
pub(super) fn in_contact(said: &Said) -> Made {
    Some(Query::Contacts(meetings(said)?).into())
}

/// With whom A spoke: in person, by telephone or by video, or by the means that was said.
pub(super) fn spoke(said: &Said) -> Made {
    let mut question = meetings(said)?;
    if question.scope.modes.is_empty() {
        question.scope.modes = vec![Mode::InPerson, Mode::Phone, Mode::Video];
    }
    Some(Query::Contacts(question).into())
}

/// With whom A spoke by one of some means.
pub(super) fn spoke_by(said: &Said, modes: &[Mode]) -> Made {
    let mut question = meetings(said)?;
    question.scope.modes = modes.to_vec();
    Some(Query::Contacts(question).into())
}

/// What another question asks, narrowed to a topic that stands in the middle of the sentence.
pub(super) fn about(said: &Said, of: impl Fn(&Said) -> Made) -> Made {
    let mut asked = of(said)?;
    asked.query.scope_mut()?.about = said.one("t");
    Some(asked)
}

/// How many rows another question has, per span of time where one is said.
pub(super) fn counted(said: &Said, of: impl Fn(&Said) -> Made) -> Made {
    let query = of(said)?.query;
    let counting = Counting { by: CountBy::Event, per: said.unit().map(Per::from) };
    Some(Query::Count { of: Box::new(query), counting }.into())
}

/// What meetings or visits of A with B are announced, from today on where nothing else is said.
pub(super) fn planned(said: &Said) -> Made {
    let mut question = meetings(said)?;
    announced(said, &mut question.scope);
    Some(Query::Contacts(question).into())
}

/// Which visits are announced.
pub(super) fn planned_visits(said: &Said) -> Made {
    let mut question = visits(said);
    announced(said, &mut question.scope);
    Some(Query::Visits(question).into())
}

/// Everything that is announced, of A where A is named.
pub(super) fn planned_events(said: &Said) -> Made {
    let mut scope = said.scope();
    announced(said, &mut scope);
    Some(Query::Events(Events { who: said.who("a").into_iter().collect(), scope }).into())
}

fn announced(said: &Said, scope: &mut Scope) {
    scope.status = StatusWanted::Only(Status::Announced);
    if said.period().is_none() {
        scope.period = Period { first: said.today, last: Day::MAX };
    }
}

fn visits(said: &Said) -> Visits {
    Visits { by: said.who("a"), from: said.who("o"), to: said.who("s"), overlapping: None, scope: said.scope() }
}

/// Visits of A, or of those who stand for O, to S.
pub(super) fn visited(said: &Said) -> Made {
    Some(Query::Visits(visits(said)).into())
}

/// What A held.
pub(super) fn held(said: &Said) -> Made {
    let scope = Scope { at_least: Certainty::Possible, ..said.scope() };
    Some(Query::Offices(Offices { who: Some(said.who("a")?), scope, ..Offices::default() }).into())
}

/// Who held A, or an office of O, and is not recorded to have met B in the period.
pub(super) fn unmet(said: &Said) -> Made {
    let scope = Scope { at_least: Certainty::Possible, ..said.scope() };
    let (who, of) = (said.who("a"), said.who("o"));
    (who.is_some() || of.is_some()).then_some(())?;
    Some(Query::Offices(Offices { who, of, not_met_by: Some(said.who("b")?), scope, ..Offices::default() }).into())
}

/// Who was at the head of O: its state, its government or, where that rules, its party.
pub(super) fn led(said: &Said) -> Made {
    let levels = vec![Level::HeadOfState, Level::HeadOfGovernment, Level::RulingPartyLeader];
    let scope = Scope { at_least: Certainty::Possible, levels, ..said.scope() };
    Some(Query::Offices(Offices { of: Some(said.who("o")?), scope, ..Offices::default() }).into())
}

/// Who is at the head of O today.
pub(super) fn lead(said: &Said) -> Made {
    let mut asked = led(said)?;
    asked.query.scope_mut()?.period = said.now();
    Some(asked)
}

/// What A holds today.
pub(super) fn holds(said: &Said) -> Made {
    let mut asked = held(said)?;
    if let (Query::Offices(offices), None) = (&mut asked.query, said.period()) {
        offices.scope.period = said.now();
    }
    Some(asked)
}

/// Whether A was at F: present, absent, and who stood in.
pub(super) fn attended(said: &Said) -> Made {
    attendance(said).map(|question| Query::Attendance(question).into())
}

/// Who was absent from F, and who stood in.
pub(super) fn absent(said: &Said) -> Made {
    attendance(said).map(|question| Query::Attendance(Attendance { only: Some(Attended::Absent), ..question }).into())
}

/// Who was there, and nobody else.
pub(super) fn present(said: &Said) -> Made {
    attendance(said).map(|question| Query::Attendance(Attendance { only: Some(Attended::Present), ..question }).into())
}

fn attendance(said: &Said) -> Option<Attendance> {
    are_others(said, &["a", "b"])?;
    let (event, of, with) = (said.one("f"), said.who("a"), said.who("b"));
    let is_asked = event.is_some() || of.is_some();
    is_asked.then(|| Attendance { event, of, with, only: None, scope: said.scope() })
}

/// Something where no two of these slots name the same.
fn are_others(said: &Said, names: &[&str]) -> Option<()> {
    let named: Vec<Who> = names.iter().filter_map(|name| said.who(name)).collect();
    let twice = named.iter().enumerate().any(|(at, who)| named.iter().skip(at + 1).any(|other| other == who));
    (!twice).then_some(())
}

/// Who met all of A, B and C.
pub(super) fn common(said: &Said) -> Made {
    are_others(said, &["a", "b", "c"])?;
    let who = ["a", "b", "c"].iter().filter_map(|name| said.who(name)).collect();
    Some(Query::Common(Common { who, scope: said.scope() }).into())
}

fn path(said: &Said) -> Option<Path> {
    are_others(said, &["a", "b"])?;
    Some(Path::new(said.one("a")?, said.one("b")?, said.scope()))
}

/// The shortest chain of meetings from A to B.
pub(super) fn connected(said: &Said) -> Made {
    Some(Query::Path(path(said)?).into())
}

/// Whether word can have passed from A to B.
pub(super) fn passed(said: &Said) -> Made {
    Some(Query::Path(Path { time_ordered: true, within: said.length(), ..path(said)? }).into())
}

/// The same by the end of a period.
pub(super) fn passed_by(said: &Said) -> Made {
    let mut path = path(said)?;
    let last = said.period()?.last;
    path.scope.period = Period { first: Day::MIN, last };
    Some(Query::Path(Path { time_ordered: true, ..path }).into())
}

/// Who is within so many meetings of A.
pub(super) fn within(said: &Said) -> Made {
    Some(Query::Reach(Reach { who: said.one("a")?, steps: said.number()?, through: None, scope: said.scope() }).into())
}

/// Who is first by a measure.
pub(super) fn ranked(said: &Said, measure: Measure) -> Made {
    Some(Query::Rank(Rank { among: Vec::new(), measure, top: None, scope: said.scope() }).into())
}

fn events(said: &Said) -> Events {
    Events { who: said.who("a").into_iter().collect(), scope: said.scope() }
}

/// Everything dated about A.
pub(super) fn did(said: &Said) -> Made {
    said.who("a").map(|_| Query::Timeline(events(said)).into())
}

/// Everything dated about A at a place.
pub(super) fn stayed(said: &Said) -> Made {
    let mut events = events(said);
    events.scope.at = Some(said.one("s")?);
    Some(Query::Timeline(events).into())
}

/// What took place.
pub(super) fn happened(said: &Said) -> Made {
    Some(Query::Events(events(said)).into())
}

/// Which meetings there were, whoever met.
pub(super) fn encounters(said: &Said) -> Made {
    let mut events = events(said);
    events.scope.kinds = vec![KindFilter { kind: Kind::Meeting, within: None }];
    events.scope.at = said.one("s").or(events.scope.at);
    Some(Query::Events(events).into())
}

/// What A said, to B where B is named.
pub(super) fn stated(said: &Said) -> Made {
    Some(Query::Statements(Statements { by: said.who("a"), to: said.who("b"), scope: said.scope() }).into())
}

/// What A sent to B, and who carried it.
pub(super) fn sent(said: &Said) -> Made {
    let (from, to, carried_by) = (said.who("a"), said.who("b"), said.who("c"));
    Some(Query::Messages(Messages { from, to, carried_by, scope: said.scope() }).into())
}

/// What A and B signed.
pub(super) fn signed(said: &Said) -> Made {
    are_others(said, &["a", "b"])?;
    let who = ["a", "b"].iter().filter_map(|name| said.who(name)).collect();
    Some(Query::Documents(Documents { who, scope: said.scope() }).into())
}

/// One fact as a card.
pub(super) fn card(said: &Said) -> Made {
    Some(Query::Show { id: said.one("x")? }.into())
}

/// What each account says of X.
pub(super) fn why(said: &Said) -> Made {
    Some(Query::Why(Why::Fact(said.one("x")?)).into())
}

/// What each account says of the meetings of A and B.
pub(super) fn why_met(said: &Said) -> Made {
    are_others(said, &["a", "b"])?;
    let scope = Scope { at_least: Certainty::Possible, ..said.scope() };
    Some(Query::Why(Why::Met(Box::new(Meetings { scope, ..meetings(said)? }))).into())
}

/// What sources deny of the meetings of A and B.
pub(super) fn denied_met(said: &Said) -> Made {
    are_others(said, &["a", "b"])?;
    let met = Some((said.who("a")?, said.who("b")?));
    Some(Query::Conflicts(Conflicts { met, only_denied: true, ..Conflicts::default() }).into())
}

fn conflicts(said: &Said) -> Conflicts {
    Conflicts { who: said.who("x").or_else(|| said.who("a")), ..Conflicts::default() }
}

/// Where accounts contradict each other.
pub(super) fn disputed(said: &Said) -> Made {
    Some(Query::Conflicts(conflicts(said)).into())
}

/// What a source says was not so.
pub(super) fn denied(said: &Said) -> Made {
    Some(Query::Conflicts(Conflicts { only_denied: true, ..conflicts(said) }).into())
}

/// What the keeper ruled.
pub(super) fn ruled(said: &Said) -> Made {
    Some(Query::Conflicts(Conflicts { only_ruled: true, ..conflicts(said) }).into())
}

/// Everything dated about A, as one source tells it.
pub(super) fn as_told(said: &Said) -> Made {
    Some(Asked { source: Some(said.one("r")?), ..did(said)? })
}

/// What rests on a source, or all sources.
pub(super) fn sources(said: &Said) -> Made {
    Some(Query::Sources { source: said.one("r") }.into())
}

/// What became known since a day.
pub(super) fn changed(said: &Said) -> Made {
    let known_since = said.period()?.first;
    (!known_since.is_open()).then(|| Query::Changes { known_since, who: said.who("x") }.into())
}

/// The sources behind X.
pub(super) fn cited(said: &Said) -> Made {
    Some(Query::Cite(Cite { of: vec![said.one("x")?] }).into())
}

/// What is covered, of A where A is named.
pub(super) fn covered(said: &Said) -> Made {
    let period = said.period().unwrap_or(Period::ALL);
    Some(Query::Coverage(Covering { who: said.who("a"), period }).into())
}

/// What was loaded.
pub(super) fn loaded(_: &Said) -> Made {
    Some(Query::Stats.into())
}
