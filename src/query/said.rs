//! What one account says, aspect by aspect, in our terms: what `why` prints and `conflicts` compares.

use super::answer::named;
use super::people::role_of;
use super::title;
use crate::date::{EventDate, PointDate};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Aspect;
use crate::record::{Body, Event, Leg, Participation, Presence, Shared, Slot, Source, Tally, TallyOf, Tenure, Visit};

/// What is said of one aspect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The aspect, as disputes name it.
    pub(super) aspect: Aspect,
    /// What is said, in words.
    pub(super) value: String,
}

/// Everything that an account says.
pub(super) fn all(graph: &KnowledgeGraph, body: &Body) -> Vec<Said> {
    let mut teller = Teller { graph, said: Vec::new() };
    teller.body(body);
    teller.said
}

/// The id by which a fact is known that may have several.
pub(super) fn canonical(graph: &KnowledgeGraph, id: &Id) -> Id {
    graph.facts().get(id.as_str()).map_or_else(|| id.clone(), |fact| fact.id.clone())
}

/// Collects what is said.
pub(super) struct Teller<'g> {
    graph: &'g KnowledgeGraph,
    said: Vec<Said>,
}

impl Teller<'_> {
    pub(super) fn say(&mut self, name: &str, value: impl Into<String>) {
        self.said.push(Said { aspect: Aspect { name: name.to_owned(), who: None }, value: value.into() });
    }

    fn say_of(&mut self, name: &str, who: &Id, value: String) {
        let who = Some(canonical(self.graph, who));
        self.said.push(Said { aspect: Aspect { name: name.to_owned(), who }, value });
    }

    fn maybe_of(&mut self, name: &str, who: &Id, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.say_of(name, who, value.to_string());
        }
    }

    pub(super) fn maybe(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.say(name, value.to_string());
        }
    }

    fn flag(&mut self, name: &str, value: Option<bool>) {
        self.maybe(name, value.map(|value| if value { "yes" } else { "no" }));
    }

    pub(super) fn list(&mut self, name: &str, values: impl Iterator<Item = String>) {
        let values: Vec<String> = values.collect();
        self.maybe(name, (!values.is_empty()).then(|| values.join(", ")));
    }

    pub(super) fn ids<'i>(&mut self, name: &str, ids: impl IntoIterator<Item = &'i Id>) {
        let graph = self.graph;
        self.list(name, ids.into_iter().map(|id| graph.facts().name(id).to_owned()));
    }

    /// What holds for a time, each with its days.
    pub(super) fn spans<'i>(
        &mut self,
        name: &str,
        spans: impl Iterator<Item = (&'i Id, &'i Option<PointDate>, &'i Option<PointDate>)>,
    ) {
        let graph = self.graph;
        let span = |(id, from, until): (&Id, &Option<PointDate>, &Option<PointDate>)| {
            let from = from.as_ref().map(|day| format!(" from {}", day.cell())).unwrap_or_default();
            let until = until.as_ref().map(|day| format!(" until {}", day.cell())).unwrap_or_default();
            format!("{}{from}{until}", graph.facts().name(id))
        };
        self.list(name, spans.map(span));
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::Event(event) => self.event(event),
            Body::Tenure(tenure) => self.tenure(tenure),
            Body::Membership(membership) => {
                self.ids("who", [&membership.who]);
                self.ids("of", [&membership.of]);
                self.maybe("kind", membership.kind);
                self.maybe("from", membership.from.as_ref().map(|day| day.cell()));
                self.maybe("until", membership.until.as_ref().map(|day| day.cell()));
            }
            Body::Source(source) => self.source(source),
            Body::Tally(tally) => self.tally(tally),
            Body::Remark(remark) => {
                self.ids("about", &remark.about);
                self.say("text", remark.text.as_str());
            }
            Body::Denial(denial) => {
                self.ids("of", [&denial.of]);
                self.ids("who", &denial.who);
                self.maybe("aspect", denial.aspect.as_ref());
            }
            Body::Retraction(retraction) => {
                self.ids("of", [&retraction.of]);
                self.list("withdraws", retraction.withdraws.iter().map(ToString::to_string));
            }
            Body::SameAs(pair) => self.ids("unites", [&pair.a, &pair.b]),
            Body::Different(pair) => self.ids("keeps apart", [&pair.a, &pair.b]),
            Body::Ruling(ruling) => {
                self.ids("of", [&ruling.of]);
                self.maybe("aspect", Some(&ruling.aspect));
                self.list("prefers", ruling.prefers.iter().map(ToString::to_string));
                self.say("why", ruling.why.as_str());
            }
            Body::Expect(expect) => {
                self.ids("of", [&expect.of]);
                self.say("why", expect.why.as_str());
            }
            _ => super::said_of_things::thing(self, body),
        }
    }

    fn tenure(&mut self, tenure: &Tenure) {
        self.ids("person", [&tenure.person]);
        self.ids("office", [&tenure.office]);
        self.maybe("from", tenure.from.as_ref().map(|day| day.cell()));
        self.maybe("until", tenure.until.as_ref().map(|day| day.cell()));
        self.list("held_on", tenure.held_on.iter().map(|day| day.cell()));
        self.flag("acting", tenure.acting);
        self.maybe("appointed", tenure.appointed.as_ref().map(|day| day.cell()));
        self.maybe("credentials", tenure.credentials.as_ref().map(|day| day.cell()));
        self.maybe("how_ended", tenure.how_ended);
    }

    fn source(&mut self, source: &Source) {
        self.say("title", source.title.as_str());
        self.maybe("author", source.author.as_ref());
        self.maybe("publisher", source.publisher.as_ref());
        self.maybe("published", source.published.as_ref().map(|day| day.cell()));
        self.maybe("kind", source.kind);
        self.ids("voice", &source.voice);
        self.ids("reprint_of", &source.reprint_of);
    }

    fn tally(&mut self, tally: &Tally) {
        match &tally.of {
            TallyOf::Event(event) => self.ids("of", [event]),
            TallyOf::Selection(selection) => {
                self.ids("who", &selection.who);
                self.ids("with", &selection.with);
                self.ids("by", &selection.by);
                self.ids("to", &selection.to);
            }
        }
        self.maybe("number", Some(tally.number));
        self.maybe("what", tally.what.as_ref());
        self.maybe("on", tally.on.as_ref().map(|day| day.cell()));
        self.maybe("rule", tally.rule.as_ref());
    }

    fn event(&mut self, event: &Event) {
        self.shared(event.shared());
        match event {
            Event::Visit(visit) => self.visit(visit),
            Event::Meeting(_) | Event::Activity(_) => {
                let name = if matches!(event, Event::Meeting(_)) { "format" } else { "kind" };
                self.maybe(name, super::filter::format(event));
            }
            Event::Call(_) => {}
            Event::Session(session) => {
                self.ids("of", [&session.of]);
                self.maybe("kind", session.kind);
                self.maybe("series", session.series.as_ref());
                self.maybe("number", session.number);
            }
            Event::Message(message) => self.maybe("kind", message.kind),
            Event::Document(document) => {
                self.maybe("kind", document.kind);
                self.ids("issued_by", &document.issued_by);
                self.ids("adopted", &document.adopted);
            }
            Event::Statement(statement) => {
                self.ids("to", &statement.to);
                self.maybe("text", statement.text.as_ref());
                self.maybe("stance", statement.stance.as_ref());
            }
        }
        for (slot, part) in event.participations() {
            self.part(slot, part);
        }
    }

    fn shared(&mut self, shared: &Shared) {
        self.say("occurrence", shared.status.map_or("held", |status| status.name()));
        self.maybe("name", shared.name.as_ref());
        self.maybe("when", shared.when.as_ref().map(EventDate::cell));
        self.maybe("time", shared.time.as_ref());
        self.maybe("zone", shared.zone.as_ref());
        self.maybe("medium", shared.medium);
        self.ids("place", &shared.place);
        self.ids("requested_by", shared.requested_by.iter().flatten());
        self.ids("hosted_by", &shared.hosted_by);
        self.ids("invited_by", &shared.invited_by);
        let graph = self.graph;
        for (name, ids) in [("part_of", &shared.part_of), ("beside", &shared.beside), ("after", &shared.after)] {
            self.list(name, ids.iter().map(|id| named(graph, id)));
        }
        self.ids("about", &shared.about);
        self.maybe("complete", (shared.complete == Some(true)).then_some("names everybody"));
    }

    fn visit(&mut self, visit: &Visit) {
        self.ids("to", &visit.to);
        self.maybe("rank", visit.rank);
        self.maybe("rank_text", visit.rank_text.as_ref());
        self.list("occasion", visit.occasion.iter().map(ToString::to_string));
        self.flag("unannounced", visit.unannounced);
        let graph = self.graph;
        let leg = |leg: &Leg| {
            let when = leg.when.as_ref().map(|when| format!(" {}", when.cell())).unwrap_or_default();
            format!("{}{when}", graph.facts().name(&leg.place))
        };
        self.list("legs", visit.legs.iter().map(leg));
    }

    fn part(&mut self, slot: Slot, part: &Participation) {
        let by_field = role_of(slot);
        let presence = part.presence.or((by_field.is_none()).then_some(Presence::Present));
        let mut words: Vec<String> = presence.iter().map(ToString::to_string).collect();
        words.extend(by_field.map(str::to_owned));
        words.extend(part.stands_for.as_ref().map(|id| format!("for {}", self.graph.facts().name(id))));
        words.extend(part.when.as_ref().map(|when| format!("on {}", when.cell())));
        self.say_of("participation", &part.who, words.join(", "));
        self.maybe_of("role", &part.who, part.role);
        self.maybe_of("part", &part.who, part.part);
        self.maybe_of("lead", &part.who, part.lead.filter(|lead| *lead).map(|_| "led"));
        self.maybe_of("reason", &part.who, part.reason.as_ref());
        let titles: Vec<String> = part.capacities.iter().map(|one| title::of_capacity(self.graph, one)).collect();
        let printed = part.printed.as_ref().map(|text| format!("printed \"{text}\""));
        let titles: Vec<String> = titles.into_iter().chain(printed).collect();
        if !titles.is_empty() {
            self.say_of("capacity", &part.who, titles.join(", "));
        }
    }
}
