//! What is exported: from names and options to a view.

use super::Failure;
use super::commands::{Context, ExportArgs};
use super::names::{ACTOR, ANY, Names};
use super::options::Asked;
use chancery::graph::{Filter, KnowledgeGraph, NodeId, View};
use chancery::id::Id;
use chancery::model::{Certainty, Fact};
use chancery::query::{
    Answer, Events, Measure, Panel, PanelAnswer, Query, Rank, Rows, Scope, StatusWanted, Who, panel,
};
use chancery::record::{Kind, Level};

/// What was chosen.
pub(crate) struct Chosen<'g> {
    /// What is exported.
    pub(crate) view: View<'g>,
    /// The nodes that it is about.
    pub(crate) centres: Vec<NodeId>,
    /// What these are called.
    pub(crate) title: Option<String>,
    /// What was chosen, in words.
    pub(crate) words: String,
    /// What there is to say beside it.
    pub(crate) notices: Vec<String>,
}

/// Chooses what the options ask for.
///
/// Where nothing but names, a period and a degree is given, that is what belongs around the names; as soon as an option
/// chooses among events, it is the events that the question `events` lists, with what belongs to each. Announced and
/// cancelled events are exported as such unless `--status` says otherwise: a format can say what they are.
pub(crate) fn choose<'g>(args: &ExportArgs, context: &Context<'g>) -> Result<Chosen<'g>, Failure> {
    let asked = args.when.asked()?;
    let mut names = context.names(asked.period);
    let mut scope = args.events.scope(asked, &args.certainty, &mut names)?;
    if !context.invocation.has("--status") {
        scope.status = StatusWanted::Any;
    }
    let mut chosen = if scope == plain(&scope, asked) {
        let ids = args.who.iter().map(|text| names.one(text, &ANY)).collect::<Result<Vec<_>, _>>()?;
        around(context.graph, ids.into_iter().map(Who::from).collect(), &scope)
    } else {
        listed(context.graph, names.all(&args.who)?, &scope)
    };
    chosen.notices.splice(0..0, names.notices);
    let rows = context.graph.facts().rows();
    if rows > 0 {
        chosen.notices.push(format!("not exported: {rows} rows of tables of machine-coded events, which are no facts"));
    }
    Ok(chosen)
}

/// The ranks that are counted by themselves where none is named.
const LEVELS: [Level; 4] =
    [Level::HeadOfState, Level::HeadOfGovernment, Level::ForeignMinister, Level::DefenceMinister];

/// Counts the contacts of pairs of states: of each of the names with every state, or of all.
pub(crate) fn count(args: &ExportArgs, context: &Context<'_>) -> Result<(PanelAnswer, Vec<String>), Failure> {
    let asked = args.when.asked()?;
    let mut names = context.names(asked.period);
    let mut scope = args.events.scope(asked, &args.certainty, &mut names)?;
    args.pairs.widen(&mut scope);
    if !scope.modes.is_empty() {
        return Err(Failure::Usage {
            message: "--mode: dyads are counted by each mode and by all together".to_owned(),
            hint: Some("leave it out, and choose among the rows by their column `mode`".to_owned()),
        });
    }
    let levels = if scope.levels.is_empty() { LEVELS.to_vec() } else { std::mem::take(&mut scope.levels) };
    let graph = context.graph;
    let all: Vec<Id> = graph.of_kind(Kind::State).map(|node| graph.fact(node).id.clone()).collect();
    let named = args.who.iter().map(|text| state(&mut names, graph, text)).collect::<Result<Vec<Id>, _>>()?;
    let ends = if named.is_empty() { all.clone() } else { named };
    let answer = panel(graph, &Panel { ends, others: all, per: args.per(), levels, scope });
    let mut notices = names.notices;
    notices.extend(left_out(graph, &answer));
    Ok((answer, notices))
}

/// Counts how often each two met: of each of the names with everybody, or of all.
pub(crate) fn pairs<'g>(args: &ExportArgs, context: &Context<'g>) -> Result<(Chosen<'g>, Answer), Failure> {
    let asked = args.when.asked()?;
    let mut names = context.names(asked.period);
    let mut scope = args.events.scope(asked, &args.certainty, &mut names)?;
    args.pairs.widen(&mut scope);
    let among = names.all(&args.who)?;
    let graph = context.graph;
    let (centres, title) = (nodes(graph, &among), title(graph, &among));
    let answer = Query::Rank(Rank { among, measure: Measure::Pairs, top: None, scope }).answer(graph);
    let mut notices = names.notices;
    notices.extend(chancery::export::left_out(&answer));
    let words = answer.understood.clone();
    Ok((Chosen { view: graph.view(), centres, title, words, notices }, answer))
}

fn state(names: &mut Names<'_>, graph: &KnowledgeGraph, text: &str) -> Result<Id, Failure> {
    let id = names.one(text, &ACTOR)?;
    match graph.facts().get(id.as_str()).and_then(Fact::kind) {
        Some(Kind::State) => Ok(id),
        _ => Err(Failure::Usage {
            message: format!("`{text}` is no state, and dyads are pairs of states"),
            hint: Some("`chancery export gephi WHO -o FOLDER` exports who met whom".to_owned()),
        }),
    }
}

/// What is in no cell, and what empty cells mean.
fn left_out(graph: &KnowledgeGraph, answer: &PanelAnswer) -> Vec<String> {
    let out = &answer.left_out;
    let reasons = [
        (out.multilateral, "of more than two sides; --multilateral counts them"),
        (out.greetings, "greetings; --kind meeting/greeting counts them"),
        (out.announced, "announced and not confirmed, or cancelled"),
        (graph.facts().rows(), "rows of tables of machine-coded events"),
    ];
    let told = reasons.into_iter().filter(|(number, _)| *number > 0);
    let told = told.map(|(number, why)| format!("not counted: {number}, {why}"));
    let empty = "an empty cell is no zero: nothing is recorded, and no source claims that there was nothing".to_owned();
    told.chain([empty]).collect()
}

/// A scope that chooses among events by period and degree only.
fn plain(scope: &Scope, asked: Asked) -> Scope {
    Scope { at_least: scope.at_least, status: StatusWanted::Any, ..Scope::during(asked.period) }
}

fn nodes(graph: &KnowledgeGraph, who: &[Who]) -> Vec<NodeId> {
    who.iter().flat_map(|who| &who.ids).filter_map(|id| graph.node(id.as_str())).collect()
}

fn title(graph: &KnowledgeGraph, who: &[Who]) -> Option<String> {
    let names: Vec<&str> = who.iter().flat_map(|who| &who.ids).map(|id| graph.facts().name(id)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// What belongs around some names, or everything.
fn around<'g>(graph: &'g KnowledgeGraph, who: Vec<Who>, scope: &Scope) -> Chosen<'g> {
    let centres = nodes(graph, &who);
    let view = |at_least: Certainty| {
        let whole = View::new(graph, Filter { at_least, ..Filter::for_drawing(scope.period) });
        if centres.is_empty() { whole } else { whole.around(&centres) }.without_lone_nodes(&centres)
    };
    let (shown, all) = (view(scope.at_least), view(Certainty::Possible));
    let events = |view: &View<'_>| view.nodes().filter(|node| graph.kind(*node).is_event()).count();
    let left_out = events(&all).saturating_sub(events(&shown));
    let degrees = if scope.at_least == Certainty::Certain { "not certain" } else { "only possible" };
    let notice = (left_out > 0).then(|| format!("left out: {left_out} events that are {degrees}"));
    let title = title(graph, &who);
    let about = title.as_ref().map_or("everything".to_owned(), |title| format!("what belongs around {title}"));
    let days = if scope.period == chancery::date::Period::ALL { String::new() } else { format!(", {}", scope.period) };
    let words = format!("{about}{days}, {}", degree_words(scope.at_least));
    Chosen { view: shown, centres, title, words, notices: notice.into_iter().collect() }
}

fn degree_words(at_least: Certainty) -> &'static str {
    match at_least {
        Certainty::Certain => "events that are certain",
        Certainty::Disputed => "events that are certain or disputed",
        Certainty::Possible => "events that are certain, disputed or possible",
    }
}

/// The events of a question, with what belongs to each.
fn listed<'g>(graph: &'g KnowledgeGraph, who: Vec<Who>, scope: &Scope) -> Chosen<'g> {
    let (centres, title) = (nodes(graph, &who), title(graph, &who));
    let query = Query::Events(Events { who, scope: scope.clone() });
    let answer = query.answer(graph);
    let rows = match &answer.rows {
        Rows::Events(rows) => rows.as_slice(),
        _ => &[],
    };
    let events: Vec<NodeId> = rows.iter().filter_map(|row| graph.node(row.event.as_str())).collect();
    let whole = View::new(graph, Filter::for_drawing(scope.period));
    let view = whole.telling(events, &centres).without_lone_nodes(&centres);
    let notices = chancery::export::left_out(&answer);
    Chosen { view, centres, title, words: answer.understood, notices }
}
