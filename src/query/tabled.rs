//! Rows of tables in questions that count: which of their classes count, without a fact being made of any row.

use super::answer::Answer;
use super::filter::{self, Sieve};
use super::meetings::{self, InAnyMode, InPerson};
use super::network::Met;
use super::{CountBy, Counting, Per, Query, Scope, StatusWanted, Who, select};
use crate::graph::{KnowledgeGraph, NodeId, NodeKind, RowPartner};
use crate::model::Certainty;
use crate::record::{Kind, MeetingFormat, Mode, Status};
use crate::table::Class;

/// What becomes of the rows of one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// They are not what is asked about.
    Foreign,
    /// They are greetings, which nobody asked for.
    Greeting,
    /// They are meetings of more than two sides, which nobody asked for.
    Multilateral,
    /// They took place by another mode.
    OtherMode,
    /// They count.
    Counts,
}

/// Whether the columns of tables tell all that a scope asks about rows.
pub(super) fn suffice(graph: &KnowledgeGraph, scope: &Scope) -> bool {
    let held = matches!(scope.status, StatusWanted::Held | StatusWanted::Any | StatusWanted::Only(Status::Held));
    graph.tables().is_some() && held && filter::asks_little(scope) && !scope.asks_capacity()
}

/// What becomes of the rows of a class in a question that counts pairs, if the columns suffice.
pub(super) fn fate(class: &Class, scope: &Scope) -> Fate {
    let is = |format: MeetingFormat| class.kind == Kind::Meeting && class.within == Some(format.name());
    let modes: &[Mode] = if scope.modes.is_empty() { InPerson.modes } else { &scope.modes };
    if !filter::kind_wanted(class.kind, class.within, &scope.kinds, InPerson.kinds) {
        Fate::Foreign
    } else if is(MeetingFormat::Greeting) && scope.kinds.is_empty() {
        Fate::Greeting
    } else if is(MeetingFormat::Multilateral) && !scope.multilateral {
        Fate::Multilateral
    } else if !modes.contains(&class.mode) {
        Fate::OtherMode
    } else {
        Fate::Counts
    }
}

/// How often each two met by the rows that count, and what becomes of the other rows. Everything in a table is possible.
pub(super) fn pairs(graph: &KnowledgeGraph, scope: &Scope, sieve: &mut Sieve) -> Vec<([NodeId; 2], usize)> {
    for (class, rows) in graph.row_classes(scope.period) {
        leave_out(&class, rows, scope, sieve);
    }
    match scope.at_least {
        Certainty::Possible => graph.row_pairs(scope.period, |class| fate(class, scope) == Fate::Counts),
        _ => Vec::new(),
    }
}

/// The meeting of two that a row is, if it counts; what becomes of it otherwise is counted.
pub(super) fn met(graph: &KnowledgeGraph, row: NodeId, scope: &Scope, sieve: &mut Sieve) -> Option<Met> {
    let (_, class) = graph.row_class(row)?;
    let (class, [one, other]) = (class?, graph.row_actors(row)?);
    if one == other {
        return None;
    }
    leave_out(&class, 1, scope, sieve);
    let counts = fate(&class, scope) == Fate::Counts && scope.at_least == Certainty::Possible;
    counts.then_some(Met { event: row, seats: [(one, 0), (other, 1)], certainty: Certainty::Possible })
}

/// Counts rows of a class that are not shown.
fn leave_out(class: &Class, rows: usize, scope: &Scope, sieve: &mut Sieve) {
    let left_out = &mut sieve.left_out;
    match fate(class, scope) {
        Fate::Foreign => {}
        Fate::Greeting => left_out.greetings += rows,
        Fate::Multilateral => left_out.multilateral += rows,
        Fate::OtherMode => left_out.mode += rows,
        Fate::Counts if scope.at_least > Certainty::Possible => left_out.possible += rows,
        Fate::Counts => {}
    }
}

/// What a count finds: the rows about recorded events, and partners by rows of tables.
pub(super) struct Counted<'g> {
    /// The answer of the question that is counted, as far as facts tell.
    pub(super) whole: Answer,
    /// Whom the actor met by rows of tables.
    pub(super) partners: Vec<RowPartner<'g>>,
}

/// The contacts of one actor, with rows of tables counted from their columns; `None` where that does not tell all that is asked.
pub(super) fn counted<'g>(graph: &'g KnowledgeGraph, query: &Query, counting: Counting) -> Option<Counted<'g>> {
    let (question, silent) = match query {
        Query::Meetings(question) => (question, InPerson),
        Query::Contacts(question) => (question, InAnyMode),
        _ => return None,
    };
    let scope = &question.scope;
    let by_columns = counting.by == CountBy::Event && matches!(counting.per, None | Some(Per::Who | Per::State));
    let actor = only_actor(graph, &question.who, scope).filter(|_| by_columns && suffice(graph, scope))?;
    question.with.is_none().then_some(())?;
    let modes = if scope.modes.is_empty() { silent.modes } else { &scope.modes };
    let wanted = |class: &Class| filter::kind_wanted(class.kind, class.within, &scope.kinds, silent.kinds);
    let by_mode = |class: &Class| wanted(class) && modes.contains(&class.mode);
    let others = graph.row_contacts(actor, scope.period, |class| wanted(class) && !modes.contains(&class.mode));
    let mut sieve = Sieve::default();
    others.iter().for_each(|(event, _)| sieve.other_mode(*event));
    let whole = meetings::recorded(graph, question, &silent, sieve);
    let counts = scope.at_least == Certainty::Possible;
    let partners = if counts { graph.row_partners(actor, scope.period, by_mode) } else { Vec::new() };
    Some(Counted { whole, partners })
}

/// What takes part itself.
const ITSELF: [Kind; 4] = [Kind::Person, Kind::State, Kind::Party, Kind::Organization];

/// The one actor for whom a name stands, if it stands for nobody else.
fn only_actor(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> Option<NodeId> {
    match select::nodes(graph, who, scope).as_slice() {
        // A forum stands for what is under it, an office for its holders.
        [one] => Some(*one).filter(|one| matches!(graph.kind(*one), NodeKind::Of(kind) if ITSELF.contains(&kind))),
        _ => None,
    }
}
