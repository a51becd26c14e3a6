//! The one place where a question becomes a command line again.
//!
//! What the command line has no words for gives nothing, so that no command is printed that asks something else.

use chancery::ask::Asked;
use chancery::date::Period;
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::{
    Attended, CountBy, Counting, End, ForumTrips, Matrix, Meetings, Path, Query, Rank, Scope, StatusWanted, When, Who,
    Why,
};
use chancery::record::Listed;

/// The words of a command line, the program's own name left out; none if it cannot say what is asked.
pub(crate) fn words(asked: &Asked, graph: &KnowledgeGraph) -> Option<Vec<String>> {
    let mut line = Line { graph, words: Vec::new() };
    line.query(&asked.query)?;
    match asked.end {
        Some(End::First) => line.flag("--first"),
        Some(End::Last) => line.flag("--final"),
        None => {}
    }
    line.maybe("--source", asked.source.as_ref().map(Id::to_string));
    Some(line.words)
}

struct Line<'g> {
    graph: &'g KnowledgeGraph,
    words: Vec<String>,
}

impl Line<'_> {
    fn flag(&mut self, word: &str) {
        self.words.push(word.to_owned());
    }

    fn flag_if(&mut self, word: &str, given: bool) {
        if given {
            self.flag(word);
        }
    }

    fn option(&mut self, option: &str, value: impl ToString) {
        self.words.extend([option.to_owned(), value.to_string()]);
    }

    fn maybe(&mut self, option: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.option(option, value);
        }
    }

    fn list(&mut self, option: &str, values: Vec<String>) {
        if !values.is_empty() {
            self.option(option, values.join(","));
        }
    }

    /// A name that stands for just these facts: an id, or an outside id that they all carry.
    fn name(&self, who: &Who) -> Option<String> {
        if let [id] = who.ids.as_slice() {
            return Some(id.to_string());
        }
        let facts = self.graph.facts();
        let first = facts.get(who.ids.first()?.as_str())?;
        let outside = first.outside.iter().flat_map(|(scheme, ids)| ids.iter().map(move |id| (scheme, id)));
        let carries = |id: &Id, scheme: &str, value: &str| {
            let fact = facts.get(id.as_str());
            fact.and_then(|fact| fact.outside.get(scheme)).is_some_and(|ids| ids.iter().any(|own| own == value))
        };
        let mut shared = outside.filter(|(scheme, value)| who.ids.iter().all(|id| carries(id, scheme, value)));
        shared.next().map(|(scheme, value)| format!("{scheme}:{value}"))
    }

    fn who(&mut self, who: &Who) -> Option<()> {
        let name = self.name(who)?;
        self.words.push(name);
        Some(())
    }

    fn all(&mut self, all: &[Who]) -> Option<()> {
        all.iter().try_for_each(|who| self.who(who))
    }

    fn who_option(&mut self, option: &str, who: Option<&Who>) -> Option<()> {
        if let Some(who) = who {
            let name = self.name(who)?;
            self.option(option, name);
        }
        Some(())
    }

    fn names_option(&mut self, option: &str, all: &[Who]) -> Option<()> {
        let names: Vec<String> = all.iter().map(|who| self.name(who)).collect::<Option<_>>()?;
        self.list(option, names);
        Some(())
    }

    fn query(&mut self, query: &Query) -> Option<()> {
        if let Query::Count { of, counting } = query {
            self.query(of)?;
            self.counting(*counting);
            return Some(());
        }
        self.flag(query.name());
        self.question(query)?;
        match query {
            Query::Coverage(question) => self.period("--during", question.period),
            Query::Offices(question) => self.scope(&question.scope, Certainty::Possible)?,
            Query::Why(Why::Met(question)) => self.scope(&question.scope, Certainty::Possible)?,
            query => query.scope().map_or(Some(()), |scope| self.scope(scope, Certainty::Disputed))?,
        }
        Some(())
    }

    fn question(&mut self, query: &Query) -> Option<()> {
        match query {
            Query::Meetings(one) | Query::Contacts(one) => self.meetings(one)?,
            Query::Visits(one) => {
                self.who_option("--by", one.by.as_ref())?;
                self.who_option("--from", one.from.as_ref())?;
                self.who_option("--to", one.to.as_ref())?;
                self.who_option("--overlapping", one.overlapping.as_ref())?;
            }
            Query::Offices(one) => {
                one.who.as_ref().map_or(Some(()), |who| self.who(who))?;
                self.who_option("--of", one.of.as_ref())?;
                self.maybe("--office", one.office.as_ref());
                self.who_option("--not-met-by", one.not_met_by.as_ref())?;
            }
            Query::Attendance(one) => {
                self.words.extend(one.event.as_ref().map(Id::to_string));
                self.who_option("--of", one.of.as_ref())?;
                self.who_option("--with", one.with.as_ref())?;
                self.flag_if("--present", one.only == Some(Attended::Present));
                self.flag_if("--absent", one.only == Some(Attended::Absent));
            }
            Query::Common(one) => self.all(&one.who)?,
            Query::Path(one) => self.path(one),
            Query::Reach(one) => {
                self.flag(one.who.as_str());
                self.option("--steps", one.steps);
                self.maybe("--through", one.through.map(|through| through.name()));
            }
            Query::Rank(one) => self.rank(one)?,
            Query::Timeline(one) | Query::Events(one) => self.all(&one.who)?,
            Query::Matrix(one) => self.matrix(one)?,
            query => self.speech_or_trust(query)?,
        }
        Some(())
    }

    fn speech_or_trust(&mut self, query: &Query) -> Option<()> {
        match query {
            Query::Statements(one) => {
                self.who_option("--by", one.by.as_ref())?;
                self.who_option("--to", one.to.as_ref())?;
            }
            Query::Messages(one) => {
                self.who_option("--from", one.from.as_ref())?;
                self.who_option("--to", one.to.as_ref())?;
                self.who_option("--carried-by", one.carried_by.as_ref())?;
            }
            Query::Documents(one) => self.all(&one.who)?,
            Query::Conflicts(one) => {
                one.who.as_ref().map_or(Some(()), |who| self.who(who))?;
                one.met.as_ref().map_or(Some(()), |(who, with)| self.met(who, with))?;
                self.maybe("--aspect", one.aspect.as_ref());
                self.flag_if("--ruled", one.only_ruled);
                self.flag_if("--denied", one.only_denied);
            }
            Query::Why(Why::Met(one)) => self.met(&one.who, one.with.as_ref()?)?,
            Query::Why(Why::Fact(id)) | Query::Show { id } => self.flag(id.as_str()),
            Query::Search { text } => self.words.extend(["--".to_owned(), text.clone()]),
            Query::Sources { source } => self.words.extend(source.as_ref().map(Id::to_string)),
            Query::Changes { known_since, who } => {
                who.as_ref().map_or(Some(()), |who| self.who(who))?;
                self.option("--known-since", known_since);
            }
            Query::Cite(one) if one.of.is_empty() => self.flag("--data"),
            // A bibliography is printed unless a format is asked for.
            Query::Cite(one) => {
                self.words.extend(one.of.iter().map(Id::to_string));
                self.option("--format", "table");
            }
            Query::Coverage(one) => one.who.as_ref().map_or(Some(()), |who| self.who(who))?,
            _ => {}
        }
        Some(())
    }

    fn meetings(&mut self, one: &Meetings) -> Option<()> {
        self.who(&one.who)?;
        self.who_option("--with", one.with.as_ref())
    }

    fn met(&mut self, who: &Who, with: &Who) -> Option<()> {
        self.flag("--met");
        self.who(who)?;
        self.who(with)
    }

    fn path(&mut self, one: &Path) {
        self.words.extend([one.from.to_string(), one.to.to_string()]);
        self.flag_if("--time-ordered", one.time_ordered);
        self.maybe("--within", one.within);
        self.maybe("--max", one.most_steps);
        self.maybe("--through", one.through.map(|through| through.name()));
        if let Some(all) = one.all {
            self.flag("--all");
            self.option("--limit", all);
        }
    }

    fn rank(&mut self, one: &Rank) -> Option<()> {
        self.names_option("--among", &one.among)?;
        match one.measure.name() {
            "meetings" => {}
            "pairs" => self.flag("--pairs"),
            measure => self.option("--measure", measure),
        }
        self.maybe("--limit", one.top);
        Some(())
    }

    fn matrix(&mut self, one: &Matrix) -> Option<()> {
        self.names_option("--rows", &one.rows)?;
        self.names_option("--cols", &one.cols)?;
        self.maybe("--per", one.per.map(chancery::query::Per::from).map(chancery::query::Per::name));
        self.count_by(one.by);
        Some(())
    }

    fn counting(&mut self, counting: Counting) {
        self.flag("--count");
        self.maybe("--per", counting.per.map(chancery::query::Per::name));
        self.count_by(counting.by);
    }

    fn count_by(&mut self, by: CountBy) {
        if by != CountBy::Event {
            self.option("--count-by", by.name());
        }
    }

    fn period(&mut self, option: &str, period: Period) {
        if period != Period::ALL {
            self.option(option, period);
        }
    }

    /// Everything that a scope asks beyond what its command asks by itself.
    fn scope(&mut self, scope: &Scope, silent: Certainty) -> Option<()> {
        match scope.when {
            When::During => self.period("--during", scope.period),
            When::Began => self.option("--began", scope.period),
        }
        self.certainty(scope, silent)?;
        self.which_events(scope);
        self.which_officials(scope)?;
        self.flag_if("--delegations", scope.delegations);
        self.flag_if("--multilateral", scope.multilateral);
        self.maybe(
            "--forum-trips",
            match scope.forum_trips {
                ForumTrips::Include => None,
                ForumTrips::Exclude => Some("exclude"),
                ForumTrips::Only => Some("only"),
            },
        );
        Some(())
    }

    fn certainty(&mut self, scope: &Scope, silent: Certainty) -> Option<()> {
        match (scope.only_disputed, scope.at_least) {
            (true, Certainty::Disputed) => self.flag("--disputed"),
            (true, _) => return None,
            (false, degree) if degree == silent => {}
            (false, Certainty::Certain) => self.flag("--certain"),
            (false, Certainty::Possible) => self.flag("--possible"),
            (false, Certainty::Disputed) => return None,
        }
        Some(())
    }

    fn which_events(&mut self, scope: &Scope) {
        let kinds = scope.kinds.iter().map(|kind| match &kind.within {
            Some(within) => format!("{}/{within}", kind.kind.name()),
            None => kind.kind.name().to_owned(),
        });
        self.list("--kind", kinds.collect());
        self.list("--mode", names(&scope.modes));
        match scope.status {
            StatusWanted::Held => {}
            StatusWanted::Only(status) => self.option("--status", status.name()),
            StatusWanted::Any => self.option("--status", "any"),
        }
        self.maybe("--at", scope.at.as_ref());
        self.maybe("--under", scope.under.as_ref());
        self.maybe("--about", scope.about.as_ref());
        self.list("--rank", names(&scope.ranks));
        self.list("--said-by", names(&scope.said_by));
    }

    fn which_officials(&mut self, scope: &Scope) -> Option<()> {
        if let Some(stated) = &scope.capacity {
            let text = match (stated.offices.as_slice(), &stated.words) {
                ([office], None) => office.to_string(),
                (_, Some(words)) => words.clone(),
                _ => return None,
            };
            self.option("--as", text);
        }
        self.flag_if("--in-capacity", scope.in_capacity);
        self.list("--level", names(&scope.levels));
        self.list("--with-level", names(&scope.with_levels));
        self.list("--channel", names(&scope.channels));
        self.flag_if("--principals", scope.principals);
        self.flag_if("--with-predecessors", scope.with_predecessors);
        Some(())
    }
}

fn names<T: Listed + Copy + 'static>(all: &[T]) -> Vec<String> {
    all.iter().map(|one| one.word().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use crate::cli::commands::Context;
    use crate::cli::invocation::Invocation;
    use chancery::ask::{Reader, shapes};
    use chancery::read::read_built_in;
    use chancery::resolve::resolve;
    use clap::Parser;

    /// What a command line asks, read as any other is.
    fn read_back(line: &[String], graph: &KnowledgeGraph) -> Asked {
        let words = std::iter::once("chancery").chain(line.iter().map(String::as_str));
        let cli = Cli::try_parse_from(words).unwrap_or_else(|error| panic!("{line:?}: {error}"));
        let invocation = Invocation::of_process();
        let context = Context { graph, invocation: &invocation, as_of: None, facts: &cli.facts };
        let (query, end) = cli.command.asked(&context).unwrap_or_else(|error| panic!("{line:?}: {error:?}"));
        let source = cli.facts.source.first().map(|source| source.parse().unwrap());
        Asked { query, end, source }
    }

    /// Every question of the table and of the books in `tests/ask`.
    fn questions() -> Vec<String> {
        let mut questions: Vec<String> = shapes().iter().map(|shape| shape.example.to_owned()).collect();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ask");
        for book in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(book.unwrap().path()).unwrap();
            questions.extend(text.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned));
        }
        questions
    }

    #[test]
    fn commands_ask_what_was_asked() {
        let graph = KnowledgeGraph::new(resolve(read_built_in()).facts);
        let reader = Reader::new(&graph, "2024-12-31".parse().unwrap());
        let mut seen = 0;
        for question in questions() {
            let Ok(reading) = reader.read(&question) else { continue };
            let line = words(&reading.asked, &graph).unwrap_or_else(|| panic!("{question}: there is no command"));
            assert_eq!(read_back(&line, &graph), reading.asked, "{question}\n{line:?}");
            seen += 1;
        }
        assert!(seen > 250, "{seen} questions were read");
    }

    /// What the command line has words for and no question in English asks yet.
    #[test]
    fn command_lines_come_back_as_they_were() {
        let graph = KnowledgeGraph::new(resolve(read_built_in()).facts);
        for line in [
            "meetings wikidata:Q7747 --began 2024-01-01..2024-12-31 --certain --kind meeting/talks,session --mode in-person,phone",
            "meetings xi-jinping --with vladimir-putin --status any --under brics --rank state,official --said-by both,host",
            "meetings china --as china-president --in-capacity --level head-of-state --channel state,party --principals",
            "contacts china --with-predecessors --forum-trips exclude --possible --count --per state --count-by encounter",
            "meetings china --with russia --level minister --with-level foreign-minister,head-of-state",
            "offices --of russia --level minister --not-met-by xi-jinping --during 2024-01-01..2024-12-31",
            "offices brazil-president --not-met-by xi-jinping",
            "conflicts --met xi-jinping vladimir-putin --denied",
            "why --met xi-jinping vladimir-putin --during 2024-01-01..2024-12-31 --at moscow --under brics",
            "visits --by xi-jinping --to russia --overlapping vladimir-putin --disputed --forum-trips only",
            "offices --of china --office minister --certain",
            "attendance --of xi-jinping --with vladimir-putin --present --kind session/summit",
            "common xi-jinping vladimir-putin --delegations --multilateral",
            "path dmytro-kuleba xi-jinping --time-ordered --within '1 year' --max 4 --all --limit 7",
            "rank --among xi-jinping,china --measure pagerank --limit 5",
            "rank --pairs --limit 5",
            "matrix --rows xi-jinping,vladimir-putin --cols narendra-modi --per year --count-by visit",
            "messages --from xi-jinping --to vladimir-putin --carried-by dmitry-medvedev --kind message/letter",
            "conflicts xi-jinping --aspect place --ruled --denied",
            "changes xi-jinping --known-since 2024-01-01",
            "search -- 'two words'",
            "cite --data",
        ] {
            let typed: Vec<String> = shell(line);
            let asked = read_back(&typed, &graph);
            let again = words(&asked, &graph).unwrap_or_else(|| panic!("{line}: there is no command"));
            assert_eq!(read_back(&again, &graph), asked, "{line}\n{again:?}");
        }
    }

    /// The words of a line, of which some stand in single quotes.
    fn shell(line: &str) -> Vec<String> {
        let parts = line.split('\'').enumerate();
        let words = parts.flat_map(|(number, part)| match number % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        });
        words.collect()
    }
}
