//! Dissent: what speaks against what an account says, and how the keeper judged.

use super::cite::CitedAt;
use super::said::{self, Said, canonical};
use crate::date::{Bounds, PointDate};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Account, Aspect, Fact};
use crate::record::{Body, Denial, Kind, Locus, Participation, Presence, Ruling, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What a complete list says of those whom it leaves out.
pub(super) const NOT_NAMED: &str = "names everybody, and not them";

/// Facts that speak about other facts, by the fact that they speak about.
#[derive(Default)]
pub(super) struct Objections<'g> {
    denials: BTreeMap<Id, Vec<&'g Fact>>,
    retractions: BTreeMap<Id, Vec<&'g Fact>>,
    remarks: BTreeMap<Id, Vec<&'g Fact>>,
    rulings: BTreeMap<Id, Vec<&'g Fact>>,
}

impl<'g> Objections<'g> {
    /// Every denial, retraction, remark and ruling of a graph.
    pub(super) fn of(graph: &'g KnowledgeGraph) -> Self {
        let mut all = Self::default();
        for fact in graph.facts().of_kinds(&[Kind::Denial, Kind::Retraction, Kind::Remark, Kind::Ruling]) {
            let (list, of) = match fact.body.as_deref() {
                Some(Body::Denial(denial)) => (&mut all.denials, std::slice::from_ref(&denial.of)),
                Some(Body::Retraction(retraction)) => (&mut all.retractions, std::slice::from_ref(&retraction.of)),
                Some(Body::Ruling(ruling)) => (&mut all.rulings, std::slice::from_ref(&ruling.of)),
                Some(Body::Remark(remark)) => (&mut all.remarks, remark.about.0.as_slice()),
                _ => continue,
            };
            for one in of {
                list.entry(canonical(graph, one)).or_default().push(fact);
            }
        }
        all
    }

    /// The ids of all facts that are denied.
    pub(super) fn denied_ids(&self) -> impl Iterator<Item = &Id> {
        let stands = |denials: &[&Fact]| denials.iter().any(|denial| !denial.is_withdrawn());
        self.denials.iter().filter(move |(_, denials)| stands(denials)).map(|(id, _)| id)
    }

    /// The denials of a fact, also those that their sources took back.
    pub(super) fn denials(&self, fact: &Fact) -> &[&'g Fact] {
        self.denials.get(&fact.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The denials of a fact that their sources did not take back.
    fn standing(&self, fact: &Fact) -> impl Iterator<Item = &'g Fact> {
        self.denials(fact).iter().copied().filter(|denial| !denial.is_withdrawn())
    }

    /// The retractions of accounts of a fact.
    pub(super) fn retractions(&self, fact: &Fact) -> &[&'g Fact] {
        self.retractions.get(&fact.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The remarks about a fact.
    pub(super) fn remarks(&self, fact: &Fact) -> &[&'g Fact] {
        self.remarks.get(&fact.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The record that holds a ruling on a fact.
    pub(super) fn record_of(&self, fact: &Fact, ruling: &Ruling) -> Option<&'g Fact> {
        let holds = |record: &&Fact| matches!(record.body.as_deref(), Some(Body::Ruling(own)) if own == ruling);
        self.rulings.get(&fact.id)?.iter().copied().find(holds)
    }

    /// The aspects of a fact that are denied, each once.
    pub(super) fn denied(&self, graph: &KnowledgeGraph, fact: &Fact) -> BTreeSet<Aspect> {
        self.standing(fact).filter_map(|denial| denied(graph, denial)).collect()
    }

    /// The sources that deny an aspect of a fact.
    pub(super) fn denied_by(&self, graph: &KnowledgeGraph, fact: &Fact, aspect: &Aspect) -> Vec<Id> {
        sources(self.denials_of(graph, fact, aspect))
    }

    /// The places at which an aspect of a fact is denied.
    pub(super) fn denials_at(&self, graph: &KnowledgeGraph, fact: &Fact, aspect: &Aspect) -> Vec<CitedAt> {
        self.denials_of(graph, fact, aspect).flat_map(CitedAt::all).collect()
    }

    fn denials_of(&self, graph: &KnowledgeGraph, fact: &Fact, aspect: &Aspect) -> impl Iterator<Item = &'g Fact> {
        self.standing(fact).filter(|denial| denied(graph, denial).as_ref() == Some(aspect))
    }
}

/// The aspect that a denial is about, as disputes name it.
pub(super) fn denied(graph: &KnowledgeGraph, denial: &Fact) -> Option<Aspect> {
    let Some(Body::Denial(Denial { who, aspect, .. })) = denial.body.as_deref() else {
        return None;
    };
    let silent = if who.is_some() { "participation" } else { "occurrence" };
    let name = aspect.clone().unwrap_or_else(|| silent.to_owned());
    Some(Aspect { name, who: who.as_ref().map(|who| canonical(graph, who)) })
}

/// The places that a retraction takes back, where the fact is one.
pub(super) fn withdraws(retraction: &Fact) -> &[Locus] {
    match retraction.body.as_deref() {
        Some(Body::Retraction(retraction)) => &retraction.withdraws,
        _ => &[],
    }
}

/// The sources that stand behind facts, each once; none that took its account back.
pub(super) fn sources<'f>(facts: impl Iterator<Item = &'f Fact>) -> Vec<Id> {
    let accounts = facts.flat_map(|fact| &fact.accounts).filter(|account| !account.withdrawn);
    let mut ids: Vec<Id> = accounts.filter_map(|account| Some(account.citation.as_ref()?.source.clone())).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// When what an account says became public.
pub(super) fn appeared(graph: &KnowledgeGraph, account: &Account) -> Option<PointDate> {
    let citation = account.citation.as_ref()?;
    let published = || match graph.facts().get(citation.source.as_str())?.body.as_deref() {
        Some(Body::Source(source)) => source.published.clone(),
        _ => None,
    };
    citation.appeared.as_deref().cloned().or_else(published)
}

/// Whether a dispute or ruling is about an aspect: one that names nobody is about everybody.
pub(super) fn is_about(named: &Aspect, aspect: &Aspect) -> bool {
    named.name == aspect.name && (named.who.is_none() || named.who == aspect.who)
}

/// The ruling that decided an aspect of a fact.
pub(super) fn ruling<'f>(graph: &KnowledgeGraph, fact: &'f Fact, aspect: &Aspect) -> Option<&'f Ruling> {
    let decided = |ruling: &&Ruling| {
        let ruled = Aspect { name: ruling.aspect.clone(), who: ruling.who.as_ref().map(|who| canonical(graph, who)) };
        fact.ruled.contains(&ruled) && is_about(&ruled, aspect)
    };
    fact.rulings.iter().find(decided)
}

/// Whether the keeper follows an account in a ruling; nothing where the ruling does not speak of it.
pub(super) fn follows(ruling: &Ruling, account: &Account) -> Option<bool> {
    let citation = account.citation.as_ref()?;
    let stands = |loci: &[Locus]| loci.iter().any(|locus| citation.stands_at(locus));
    match (stands(&ruling.prefers), ruling.over.is_empty() || stands(&ruling.over)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

/// The accounts of a fact, with what each says.
pub(super) struct Told<'g> {
    /// Where the fact stands.
    pub(super) graph: &'g KnowledgeGraph,
    /// The fact.
    pub(super) fact: &'g Fact,
    /// What each account says, in the order of the fact's accounts.
    pub(super) said: Vec<Vec<Said>>,
}

impl<'g> Told<'g> {
    /// What the accounts of a fact say.
    pub(super) fn of(graph: &'g KnowledgeGraph, fact: &'g Fact) -> Self {
        Self { graph, fact, said: fact.accounts.iter().map(|account| said::all(graph, &account.says)).collect() }
    }

    /// Whether accounts contradict each other in an aspect, ruled on or not.
    pub(super) fn is_open(&self, aspect: &Aspect) -> bool {
        self.fact.disputed.iter().chain(&self.fact.ruled).any(|dispute| is_about(dispute, aspect))
    }

    /// The accounts that contradict one in an aspect, each with what it says instead.
    pub(super) fn against(&self, number: usize, said: &Said) -> Vec<(usize, String)> {
        let Some(own) = self.fact.accounts.get(number).filter(|own| self.has_a_say(own, &said.aspect)) else {
            return Vec::new();
        };
        if !self.is_open(&said.aspect) {
            return Vec::new();
        }
        let others = self.fact.accounts.iter().enumerate();
        let others = others.filter(|(at, other)| *at != number && self.has_a_say(other, &said.aspect));
        others.filter_map(|(at, other)| Some((at, self.instead(own, said, at, other)?))).collect()
    }

    /// Whether an account counts in an aspect: one that only announces tells nothing of how it then went.
    pub(super) fn has_a_say(&self, account: &Account, aspect: &Aspect) -> bool {
        let status = self.fact.timing.as_ref().map_or(Status::Held, |timing| timing.status);
        if aspect.name == "occurrence" { !account.withdrawn } else { account.tells(&aspect.name, status) }
    }

    /// What another account says that can't be true together with what is said.
    fn instead(&self, own: &Account, said: &Said, at: usize, other: &Account) -> Option<String> {
        let theirs = self.said.get(at)?.iter().find(|theirs| theirs.aspect == said.aspect);
        match (said.aspect.name.as_str(), theirs) {
            ("participation", None) => self.left_out(own, said.aspect.who.as_ref()?, other),
            (_, None) => None,
            (_, Some(theirs)) => self.contradict(own, other, said, theirs).then(|| theirs.value.clone()),
        }
    }

    /// What an account says of an aspect: of everybody, where the aspect names nobody.
    pub(super) fn said_of(&self, number: usize, aspect: &Aspect) -> impl Iterator<Item = &Said> {
        let said = self.said.get(number).map(Vec::as_slice).unwrap_or_default();
        said.iter().filter(|said| is_about(aspect, &said.aspect))
    }

    /// Whether an account names everybody, and not the participant whom the aspect is about.
    pub(super) fn leaves_out(&self, account: &Account, aspect: &Aspect) -> bool {
        let Some(who) = aspect.who.as_ref().filter(|_| aspect.name == "participation") else {
            return false;
        };
        is_complete(account) && participation(self.graph, account, who).is_none()
    }

    /// Whether an account names everybody, and not somebody whom another has present.
    fn left_out(&self, own: &Account, who: &Id, other: &Account) -> Option<String> {
        let was_there = |part: &Participation| !matches!(presence(part), Presence::Absent | Presence::Expected);
        let named = participation(self.graph, own, who).is_some_and(was_there);
        (is_complete(other) && named).then(|| NOT_NAMED.to_owned())
    }

    fn contradict(&self, own: &Account, other: &Account, said: &Said, theirs: &Said) -> bool {
        match said.aspect.name.as_str() {
            "when" => match (self.bounds(own), self.bounds(other)) {
                (Some(own), Some(other)) => own.intersect(&other).is_none(),
                _ => false,
            },
            "place" => self.are_apart(own, other),
            "occurrence" => own.status != other.status && [own.status, other.status].contains(&Some(Status::Cancelled)),
            "participation" => said.aspect.who.as_ref().is_some_and(|who| self.differ_on(who, own, other)),
            // Capacities are united: one beside another is none against it.
            "capacity" => false,
            "rank" if [&said.value, &theirs.value].iter().any(|rank| rank.as_str() == "not-stated") => false,
            _ => said.value != theirs.value,
        }
    }

    fn bounds(&self, account: &Account) -> Option<Bounds> {
        let Body::Event(event) = account.says.as_ref() else {
            return None;
        };
        let day = appeared(self.graph, account).map(|day| day.first());
        Some(event.shared().when.as_ref()?.bounds(day))
    }

    fn are_apart(&self, own: &Account, other: &Account) -> bool {
        let (own, other) = (self.places(own), self.places(other));
        let lies = |a: &NodeId, b: &NodeId| self.graph.lies_in(*a, *b) || self.graph.lies_in(*b, *a);
        !own.is_empty() && !other.is_empty() && !own.iter().any(|a| other.iter().any(|b| lies(a, b)))
    }

    fn places(&self, account: &Account) -> Vec<NodeId> {
        match account.says.as_ref() {
            Body::Event(event) => {
                event.shared().place.iter().filter_map(|place| self.graph.node(place.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }

    fn differ_on(&self, who: &Id, own: &Account, other: &Account) -> bool {
        let part = |account| participation(self.graph, account, who);
        let (Some(own), Some(other)) = (part(own), part(other)) else {
            return false;
        };
        let (here, there) = (presence(own), presence(other));
        let open = [here, there].contains(&Presence::Expected);
        let absent = (here == Presence::Absent) != (there == Presence::Absent);
        let sides = matches!((&own.stands_for, &other.stands_for), (Some(own), Some(other)) if own != other);
        (absent && !open) || sides
    }
}

fn is_complete(account: &Account) -> bool {
    matches!(account.says.as_ref(), Body::Event(event) if event.shared().complete == Some(true))
}

fn presence(part: &Participation) -> Presence {
    part.presence.unwrap_or(Presence::Present)
}

/// What an account says of somebody's part.
fn participation<'a>(graph: &KnowledgeGraph, account: &'a Account, who: &Id) -> Option<&'a Participation> {
    let Body::Event(event) = account.says.as_ref() else {
        return None;
    };
    event.participations().map(|(_, part)| part).find(|part| canonical(graph, &part.who) == *who)
}
