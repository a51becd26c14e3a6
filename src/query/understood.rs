//! What was understood: the question in words, with the names and ids that it was resolved to.

use super::answer::named;
use super::list::listed;
use super::through::is_corporate_id;
use super::title::title;
use super::{
    Attendance, Attended, Cite, Conflicts, Covering, KindFilter, Measure, Messages, Offices, Path, Query, Rank, Reach,
    Scope, Statements, StatusWanted, Through, Visits, When, Who, Why,
};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use crate::record::Status;

/// The question in words.
pub(super) fn words(graph: &KnowledgeGraph, query: &Query) -> String {
    let head = head(&Speaker(graph), query);
    let scope = query.scope().map(|scope| of_scope(graph, scope)).unwrap_or_default();
    let world = &graph.facts().identity.world;
    if world.is_empty() { format!("{head}{scope}") } else { format!("{head}{scope}, {world}") }
}

struct Speaker<'g>(&'g KnowledgeGraph);

impl Speaker<'_> {
    fn id(&self, id: &Id) -> String {
        named(self.0, id)
    }

    /// A fact of any kind: one without a name by what it says.
    fn fact(&self, id: &Id) -> String {
        let Some(fact) = self.0.facts().get(id.as_str()) else {
            return id.to_string();
        };
        let title = title(self.0, fact);
        if title == fact.id.as_str() { title } else { format!("{title} ({})", fact.id) }
    }

    fn who(&self, who: &Who) -> String {
        who.ids.iter().map(|id| self.id(id)).collect::<Vec<_>>().join(", ")
    }

    fn all(&self, all: &[Who]) -> String {
        listed(&all.iter().map(|who| self.who(who)).collect::<Vec<_>>())
    }

    /// A list of things, of everybody or of some.
    fn listed(&self, what: &str, who: &[Who]) -> String {
        if who.is_empty() { what.to_owned() } else { format!("{what} of {}", self.all(who)) }
    }

    fn between(&self, who: &Who, with: &Who) -> String {
        format!(" about the meetings of {} with {}", self.who(who), self.who(with))
    }

    fn maybe(&self, word: &str, who: Option<&Who>) -> String {
        who.map(|who| format!(" {word} {}", self.who(who))).unwrap_or_default()
    }
}

fn head(speak: &Speaker<'_>, query: &Query) -> String {
    match query {
        Query::Meetings(one) => {
            format!("meetings of {}{}", speak.who(&one.who), speak.maybe("with", one.with.as_ref()))
        }
        Query::Contacts(one) => {
            format!("contacts of {}{}", speak.who(&one.who), speak.maybe("with", one.with.as_ref()))
        }
        Query::Visits(one) => visits(speak, one),
        Query::Offices(one) => offices(speak, one),
        Query::Attendance(one) => attendance(speak, one),
        Query::Common(one) => format!("who met all of {}", speak.all(&one.who)),
        Query::Path(one) => chain(speak, one),
        Query::Reach(one) => reached(speak, one),
        Query::Rank(one) => ranked(speak, one),
        Query::Timeline(one) => format!("everything dated about {}", speak.all(&one.who)),
        Query::Events(one) => speak.listed("events", &one.who),
        Query::Statements(one) => statements(speak, one),
        Query::Messages(one) => messages(speak, one),
        Query::Documents(one) => speak.listed("documents", &one.who),
        Query::Matrix(one) if one.cols.is_empty() => format!("how often {} met each other", speak.all(&one.rows)),
        Query::Matrix(one) => format!("how often {} met {}", speak.all(&one.rows), speak.all(&one.cols)),
        Query::Show { id } => format!("card of {}", speak.id(id)),
        Query::Search { text } => format!("texts that hold all words of \"{text}\""),
        Query::Conflicts(one) => conflicts(speak, one),
        Query::Why(Why::Fact(id)) => format!("what each account says of {}", speak.fact(id)),
        Query::Why(Why::Met(one)) => {
            let met = format!("{}{}", speak.who(&one.who), speak.maybe("with", one.with.as_ref()));
            format!("what each account says of the meetings of {met}{}", of_scope(speak.0, &one.scope))
        }
        Query::Sources { source: None } => "sources, and how much rests on each".to_owned(),
        Query::Sources { source: Some(id) } => format!("what rests on {}", speak.fact(id)),
        Query::Changes { known_since, who } => {
            let about = speak.maybe("about", who.as_ref());
            format!("what became known by publication{about} since {known_since}")
        }
        Query::Cite(one) => cited(speak, one),
        Query::Coverage(one) => covered(speak, one),
        Query::Stats => "what was loaded".to_owned(),
        Query::Count { of, .. } => format!("count of {}", head(speak, of)),
    }
}

fn visits(speak: &Speaker<'_>, one: &Visits) -> String {
    format!(
        "visits{}{}{}{}",
        speak.maybe("by", one.by.as_ref()),
        speak.maybe("for", one.from.as_ref()),
        speak.maybe("to", one.to.as_ref()),
        speak.maybe("overlapping those of", one.overlapping.as_ref())
    )
}

fn offices(speak: &Speaker<'_>, one: &Offices) -> String {
    format!(
        "offices{}{}{}{}",
        speak.maybe("of", one.who.as_ref()),
        speak.maybe("belonging to", one.of.as_ref()),
        one.office.as_ref().map(|text| format!(" named \"{text}\"")).unwrap_or_default(),
        speak.maybe("whose holders are not recorded to have met", one.not_met_by.as_ref())
    )
}

fn attendance(speak: &Speaker<'_>, one: &Attendance) -> String {
    format!(
        "attendance{}{}{}{}",
        one.event.as_ref().map(|event| format!(" at {}", speak.id(event))).unwrap_or_default(),
        speak.maybe("of", one.of.as_ref()),
        speak.maybe("together with", one.with.as_ref()),
        match one.only {
            None => "",
            Some(Attended::Present) => ", only those present",
            Some(Attended::Absent) => ", only those absent",
        }
    )
}

fn statements(speak: &Speaker<'_>, one: &Statements) -> String {
    format!("statements{}{}", speak.maybe("by", one.by.as_ref()), speak.maybe("to", one.to.as_ref()))
}

fn messages(speak: &Speaker<'_>, one: &Messages) -> String {
    format!(
        "messages{}{}{}",
        speak.maybe("from", one.from.as_ref()),
        speak.maybe("to", one.to.as_ref()),
        speak.maybe("carried by", one.carried_by.as_ref())
    )
}

fn reached(speak: &Speaker<'_>, one: &Reach) -> String {
    let meetings = if one.steps == 1 { "1 meeting".to_owned() } else { format!("{} meetings", one.steps) };
    let through = Through::of_reach(speak.0, &one.who, one.through);
    format!("who is within {meetings} of {}{}", speak.id(&one.who), own_parts(speak, &[&one.who], through))
}

fn chain(speak: &Speaker<'_>, one: &Path) -> String {
    let all = if one.all.is_some() { "all shortest chains" } else { "shortest chain" };
    let ends = format!("from {} to {}", speak.id(&one.from), speak.id(&one.to));
    let within = one.within.map(|within| format!(", within {within}")).unwrap_or_default();
    let most = one.most_steps.map(|most| format!(", in at most {most} steps")).unwrap_or_default();
    let chains = if one.all.is_some() { "all chains" } else { "the chain" };
    let passes = if one.scope.at_least == Certainty::Possible { "can have passed" } else { "has passed" };
    let head = match one.time_ordered {
        false => format!("{all} of meetings {ends}"),
        true => format!("{chains} of meetings by which word {passes} first {ends}"),
    };
    let own = own_parts(speak, &[&one.from, &one.to], Through::of_path(speak.0, one));
    format!("{head}{within}{most}{own}")
}

/// By which participations states, parties and organizations count, where they can.
fn own_parts(speak: &Speaker<'_>, ends: &[&Id], through: Through) -> String {
    let counts = through == Through::Any || ends.iter().any(|end| is_corporate_id(speak.0, end));
    let own = ", states, parties and organizations by their own participations, not those of their officials";
    if counts { own.to_owned() } else { String::new() }
}

fn ranked(speak: &Speaker<'_>, one: &Rank) -> String {
    let head = match one.measure {
        Measure::Meetings => "who had the most meetings",
        Measure::Partners => "who met the most others",
        Measure::Betweenness => "through whom the shortest chains of meetings lead (betweenness)",
        Measure::Pagerank => "who is met often by those who are (PageRank)",
        Measure::Pairs => "which two met most often",
    };
    let among = match (one.among.as_slice(), one.measure) {
        ([], _) => String::new(),
        (among, Measure::Pairs) => format!(", one of them among {}", speak.all(among)),
        (among, _) => format!(", among {}", speak.all(among)),
    };
    format!("{head}{among}")
}

fn conflicts(speak: &Speaker<'_>, one: &Conflicts) -> String {
    format!(
        "aspects in which accounts contradict each other{}{}{}{}{}",
        speak.maybe("about", one.who.as_ref()),
        one.met.as_ref().map(|(who, with)| speak.between(who, with)).unwrap_or_default(),
        one.aspect.as_ref().map(|aspect| format!(", only {aspect}")).unwrap_or_default(),
        if one.only_ruled { ", only with a ruling" } else { "" },
        if one.only_denied { ", only what a source denies" } else { "" },
    )
}

fn cited(speak: &Speaker<'_>, one: &Cite) -> String {
    if one.of.is_empty() {
        return "the loaded facts as a whole, to be cited".to_owned();
    }
    format!("sources behind {}", one.of.iter().map(|id| speak.id(id)).collect::<Vec<_>>().join(", "))
}

fn covered(speak: &Speaker<'_>, one: &Covering) -> String {
    let when = if one.period == Period::ALL { String::new() } else { format!(", during {}", one.period) };
    format!("what the loaded sources claim to cover{}{when}", speak.maybe("of", one.who.as_ref()))
}

fn of_scope(graph: &KnowledgeGraph, scope: &Scope) -> String {
    let speak = Speaker(graph);
    let mut words = String::new();
    if scope.period != Period::ALL {
        let how = if scope.when == When::Began { "begun" } else { "during" };
        words += &format!(", {how} {}", scope.period);
    }
    let kind = |one: &KindFilter| match &one.within {
        Some(within) => format!("{}/{within}", one.kind),
        None => one.kind.name().to_owned(),
    };
    let kinds: Vec<String> = scope.kinds.iter().map(kind).collect();
    if !kinds.is_empty() {
        words += &format!(", of kind {}", kinds.join(" or "));
    }
    for (word, id) in [("at", &scope.at), ("under", &scope.under), ("about", &scope.about)] {
        words += &id.as_ref().map(|id| format!(", {word} {}", speak.id(id))).unwrap_or_default();
    }
    words += &of_capacity(&speak, scope);
    let modes: Vec<&str> = scope.modes.iter().map(|mode| mode.name()).collect();
    if !modes.is_empty() {
        words += &format!(", {}", modes.join(" or "));
    }
    match scope.status {
        StatusWanted::Held => {}
        StatusWanted::Only(Status::Announced) => words += ", announced and not known to have been held",
        StatusWanted::Only(status) => words += &format!(", {}", status.name()),
        StatusWanted::Any => words += ", held or not",
    }
    words
}

fn of_capacity(speak: &Speaker<'_>, scope: &Scope) -> String {
    let mut words = String::new();
    let mut told = |head: &str, names: Vec<&str>| {
        if !names.is_empty() {
            words += &format!(", {head} {}", names.join(" or "));
        }
    };
    let stated = scope.capacity.as_ref().map(|stated| {
        let offices = stated.offices.iter().map(|id| speak.id(id));
        offices.chain(stated.words.iter().map(|words| format!("\"{words}\""))).collect::<Vec<_>>()
    });
    told("stated as", stated.iter().flatten().map(String::as_str).collect());
    told("office rank", scope.levels.iter().map(|level| level.name()).collect());
    told("with others of office rank", scope.with_levels.iter().map(|level| level.name()).collect());
    told("through the channel", scope.channels.iter().map(|channel| channel.name()).collect());
    told("visit rank", scope.ranks.iter().map(|rank| rank.name()).collect());
    told("said by", scope.said_by.iter().map(|voice| voice.in_rows()).collect());
    if scope.with_predecessors {
        words += ", states with those before them";
    }
    words
}
