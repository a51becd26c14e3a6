//! Sources: which there are and how much rests on each; or one, with everything that rests on it.

use super::answer::{Answer, named};
use super::dissent::{self, appeared};
use super::people::date_cell;
use super::row::{CardRow, SourceRow};
use super::said::canonical;
use super::said_by;
use super::title::titled;
use super::{LeftOut, Rows};
use crate::date::Day;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Account, Certainty, Fact};
use crate::record::{Body, Cover, Kind, Source};
use crate::table::Tables;
use std::collections::BTreeMap;

const SHOWN: &[&str] =
    &["source", "publisher", "title", "published", "kind", "voice", "reprint_of", "accounts", "facts", "events"];
const SHOWN_OF_ONE: &[&str] = &["field", "value"];

/// So many rows of a table are listed on the card of their source one by one; of more it says how many there are.
const LISTED: usize = 10_000;

/// What rests on a source.
type Resting<'g> = BTreeMap<Id, Vec<(&'g Fact, &'g Account)>>;

/// Answers which sources there are, or what rests on one.
pub(super) fn sources(graph: &KnowledgeGraph, source: Option<&Id>) -> Answer {
    let resting = resting(graph);
    match source {
        Some(id) => Answer::new(graph, Rows::Card(card(graph, id, &resting)), LeftOut::default(), SHOWN_OF_ONE),
        None => Answer::new(graph, Rows::Sources(list(graph, &resting)), LeftOut::default(), SHOWN),
    }
}

fn resting(graph: &KnowledgeGraph) -> Resting<'_> {
    let mut resting = Resting::new();
    for fact in graph.facts() {
        for account in &fact.accounts {
            if let Some(citation) = &account.citation {
                resting.entry(canonical(graph, &citation.source)).or_default().push((fact, account));
            }
        }
    }
    resting
}

/// Every source, by its day of publication; those without one last, then those that no readable record describes.
fn list(graph: &KnowledgeGraph, resting: &Resting<'_>) -> Vec<SourceRow> {
    let known = graph.facts().of_kinds(&[Kind::Source]).map(|fact| &fact.id);
    let mut ids: Vec<&Id> = known.chain(resting.keys()).collect();
    ids.sort();
    ids.dedup();
    ids.sort_by_cached_key(|id| (source_of(graph, id).is_none(), first_day(graph, id), (*id).clone()));
    ids.into_iter().map(|id| row(graph, id, resting)).collect()
}

fn first_day(graph: &KnowledgeGraph, id: &Id) -> Day {
    source_of(graph, id).and_then(|source| source.published.as_ref()).map_or(Day::MAX, |day| day.first())
}

fn source_of<'g>(graph: &'g KnowledgeGraph, id: &Id) -> Option<&'g Source> {
    match graph.facts().get(id.as_str())?.body.as_deref() {
        Some(Body::Source(source)) => Some(source),
        _ => None,
    }
}

fn row(graph: &KnowledgeGraph, id: &Id, resting: &Resting<'_>) -> SourceRow {
    let source = source_of(graph, id);
    let on_it = resting.get(id).map(Vec::as_slice).unwrap_or_default();
    let facts = facts(on_it);
    let alone = facts.iter().filter(|fact| rests_alone(graph, fact)).count();
    let (rows, accounts) = in_tables(graph, id);
    let text = |of: fn(&Source) -> &Option<String>| source.and_then(|source| of(source).clone());
    SourceRow {
        source: id.clone(),
        publisher: text(|source| &source.publisher),
        title: source.map(|source| source.title.clone()),
        author: text(|source| &source.author),
        published: source.and_then(|source| source.published.as_ref()).map(ToString::to_string),
        kind: source.and_then(|source| source.kind).map(|kind| kind.name()),
        genre: source.and_then(|source| source.genre).map(|genre| genre.name()),
        voice: source.and_then(|source| source.voice.clone()),
        reprint_of: source.and_then(|source| source.reprint_of.clone()),
        reprinted_by: reprints(graph, id),
        lang: text(|source| &source.lang),
        url: text(|source| &source.url),
        accounts: (on_it.len() + accounts) as u64,
        facts: (facts.len() + rows) as u64,
        events: (events(&facts) + rows) as u64,
        alone: (alone + rows) as u64,
        withdrawn: on_it.iter().filter(|(_, account)| account.withdrawn).count() as u64,
        cites: Vec::new(),
        support: Vec::new(),
    }
}

/// How many rows of tables rest on a source, and how many accounts they have.
fn in_tables(graph: &KnowledgeGraph, id: &Id) -> (usize, usize) {
    let tables = graph.tables().into_iter().flat_map(Tables::shown_of_each);
    let own = tables.filter(|(table, ..)| canonical(graph, &table.settings().source) == *id);
    own.fold((0, 0), |sum, (_, rows, accounts)| (sum.0 + rows, sum.1 + accounts))
}

/// The facts among accounts, each once.
fn facts<'g>(on_it: &[(&'g Fact, &'g Account)]) -> Vec<&'g Fact> {
    let mut facts: Vec<&Fact> = on_it.iter().map(|(fact, _)| *fact).collect();
    facts.dedup_by_key(|fact| &fact.id);
    facts
}

fn events(facts: &[&Fact]) -> usize {
    facts.iter().filter(|fact| fact.event().is_some()).count()
}

fn rests_alone(graph: &KnowledgeGraph, fact: &Fact) -> bool {
    let standing = fact.accounts.iter().filter(|account| !account.withdrawn);
    let sources = standing.filter_map(|account| account.citation.as_ref()).map(|citation| citation.source.as_str());
    said_by::originals(graph, sources) == 1
}

fn reprints(graph: &KnowledgeGraph, id: &Id) -> Vec<Id> {
    let prints = |fact: &&Fact| match fact.body.as_deref() {
        Some(Body::Source(source)) => source.reprint_of.as_ref().is_some_and(|one| canonical(graph, one) == *id),
        _ => false,
    };
    graph.facts().of_kinds(&[Kind::Source]).filter(prints).map(|fact| fact.id.clone()).collect()
}

/// The card of one source.
fn card(graph: &KnowledgeGraph, id: &Id, resting: &Resting<'_>) -> Vec<CardRow> {
    let mut card = Card { rows: Vec::new() };
    card.line("id", id.to_string(), vec![id.clone()]);
    match source_of(graph, id) {
        Some(source) => card.source(graph, source),
        None => card.line("kind", "unknown: no readable record describes this source".to_owned(), Vec::new()),
    }
    for reprint in reprints(graph, id) {
        card.line("reprinted by", named(graph, &reprint), vec![reprint.clone()]);
    }
    card.taken_back(graph, id);
    let mut on_it = resting.get(id).cloned().unwrap_or_default();
    let (rows, accounts) = in_tables(graph, id);
    if rows <= LISTED {
        let tables = graph.tables().into_iter().flat_map(Tables::shown_of_each);
        let sources = tables.map(|(table, ..)| &table.settings().source).filter(|one| canonical(graph, one) == *id);
        let facts = sources.flat_map(|one| graph.rows_citing(one.as_str())).map(|row| graph.fact(row));
        on_it.extend(facts.flat_map(|fact| fact.accounts.iter().map(move |account| (fact, account))));
        on_it.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    }
    on_it.sort_by_cached_key(|(fact, _)| (fact.kind(), fact.timing.as_ref().map(|timing| timing.hull().start_first)));
    let unlisted = if rows > LISTED { (rows, accounts) } else { (0, 0) };
    card.line("supports", supports(&on_it, unlisted), Vec::new());
    if unlisted.0 > 0 {
        card.line("table", in_table(id, rows), Vec::new());
    }
    for of_fact in on_it.chunk_by(|a, b| a.0.id == b.0.id) {
        card.fact(graph, of_fact);
    }
    card.rows
}

/// How much rests on a source, in words; with rows that are not listed, and their accounts.
fn supports(on_it: &[(&Fact, &Account)], (rows, accounts): (usize, usize)) -> String {
    let facts = facts(on_it);
    let events = events(&facts) + rows;
    let events = if events == 0 { String::new() } else { format!(", {events} of them events") };
    format!("{} of {}{events}", number(on_it.len() + accounts, "account"), number(facts.len() + rows, "fact"))
}

fn number(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// What lies in the table of a source, of which a card lists no single row.
fn in_table(id: &Id, rows: usize) -> String {
    let events = format!("`chancery events --source {id} --possible` lists them");
    format!("{} of it, not listed one by one; {events}", number(rows, "row"))
}

struct Card {
    rows: Vec<CardRow>,
}

impl Card {
    fn line(&mut self, field: &'static str, value: String, ids: Vec<Id>) {
        let certainty = Certainty::Certain;
        self.rows.push(CardRow { field, value, ids, certainty, cites: Vec::new(), support: Vec::new() });
    }

    fn maybe(&mut self, field: &'static str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.line(field, value.to_string(), Vec::new());
        }
    }

    fn linked(&mut self, graph: &KnowledgeGraph, field: &'static str, id: Option<&Id>) {
        if let Some(id) = id {
            self.line(field, named(graph, id), vec![id.clone()]);
        }
    }

    fn source(&mut self, graph: &KnowledgeGraph, source: &Source) {
        self.maybe("title", Some(&source.title));
        self.maybe("author", source.author.as_ref());
        self.maybe("publisher", source.publisher.as_ref());
        self.maybe("published", source.published.as_ref());
        self.maybe("kind", source.kind);
        self.maybe("genre", source.genre);
        self.linked(graph, "voice", source.voice.as_ref());
        self.linked(graph, "reprint of", source.reprint_of.as_ref());
        self.linked(graph, "translation of", source.translation_of.as_ref());
        self.maybe("language", source.lang.as_ref());
        self.maybe("address", source.url.as_ref());
        self.maybe("copy", source.archived.as_ref());
        self.maybe("accessed", source.accessed);
        self.maybe("archive", source.archive.as_ref());
        self.maybe("collection", source.collection.as_ref());
        self.maybe("box", source.r#box.as_ref());
        self.maybe("folder", source.folder.as_ref());
        self.maybe("document", source.document.as_ref());
        self.maybe("read", source.read);
        self.maybe("grade", source.grade.map(|grade| grade.name().to_uppercase()));
        for cover in &source.covers {
            self.line("covers", covered(graph, cover), Vec::new());
        }
    }

    /// The accounts of a source that were taken back, and by whom.
    fn taken_back(&mut self, graph: &KnowledgeGraph, id: &Id) {
        for fact in graph.facts().of_kinds(&[Kind::Retraction]) {
            let places = dissent::withdraws(fact).iter().filter(|locus| canonical(graph, &locus.source) == *id);
            let places: Vec<String> = places.map(ToString::to_string).collect();
            if places.is_empty() {
                continue;
            }
            let by = fact.accounts.iter().filter_map(|account| {
                let day = appeared(graph, account).map(|day| format!(", {day}")).unwrap_or_default();
                Some(format!("{}{day}", account.citation.as_ref()?.locus()))
            });
            let by = by.collect::<Vec<_>>().join(", ");
            self.line("retracted", format!("{} by {by} ({})", places.join(", "), fact.id), vec![fact.id.clone()]);
        }
    }

    /// What the source says of one fact: where it says so, and whether that stands.
    fn fact(&mut self, graph: &KnowledgeGraph, accounts: &[(&Fact, &Account)]) {
        let Some((fact, _)) = accounts.first() else {
            return;
        };
        let places: Vec<String> = accounts.iter().filter_map(|(_, account)| place(account)).collect();
        let places = if places.is_empty() { String::new() } else { format!(": {}", places.join(", ")) };
        let open: Vec<String> = fact.disputed.iter().map(|aspect| format!("! {aspect}")).collect();
        let open = if open.is_empty() { String::new() } else { format!(" ({})", open.join(", ")) };
        let event = graph.node(fact.id.as_str()).filter(|_| fact.event().is_some());
        let date = event.map(|event| date_cell(graph, event)).filter(|date| !date.is_empty() && !fact.is_withdrawn());
        let date = date.map(|date| format!(", {date}")).unwrap_or_default();
        let field = fact.kind().map_or("unknown", Kind::name);
        self.line(field, format!("{}{date}{places}{open}", titled(graph, fact)), vec![fact.id.clone()]);
        if let Some(row) = self.rows.last_mut().filter(|_| !fact.disputed.is_empty()) {
            row.certainty = Certainty::Disputed;
        }
    }
}

/// The place at which an account stands, and whether that stands.
fn place(account: &Account) -> Option<String> {
    let locator = account.citation.as_ref().and_then(|citation| citation.locator.as_ref().map(ToString::to_string));
    let withdrawn = account.withdrawn.then(|| "✕ withdrawn".to_owned());
    let words: Vec<String> = locator.into_iter().chain(withdrawn).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What a source claims to cover, in words.
fn covered(graph: &KnowledgeGraph, cover: &Cover) -> String {
    let names = |word: &str, ids: &[Id]| {
        let names: Vec<&str> = ids.iter().map(|id| graph.facts().name(id)).collect();
        (!names.is_empty()).then(|| format!("{word} {}", names.join(", ")))
    };
    let words = |words: Vec<&str>| (!words.is_empty()).then(|| words.join(", "));
    let about = [
        words(cover.kinds.iter().map(|kind| kind.name()).collect()),
        words(cover.modes.iter().map(|mode| mode.name()).collect()),
        words(cover.levels.iter().map(|level| level.name()).collect()),
        names("of", &cover.who),
        names("with", &cover.with),
        names("by", &cover.by),
        names("to", &cover.to),
        cover.from.as_ref().map(|day| format!("from {}", day.cell())),
        cover.until.as_ref().map(|day| format!("until {}", day.cell())),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let degree = match cover.degree {
        Some(degree) => degree.name(),
        None => "not said how completely",
    };
    let by = cover.claimed_by.map(|by| format!(", as the {by} says")).unwrap_or_default();
    let note = cover.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{degree}{by}: {about}{note}")
}
