//! The accounts of one fact, as rows: each aspect with what is said of it, what speaks against it, and the judgement.

use super::cite::CitedAt;
use super::dissent::{self, Objections, Told, appeared};
use super::people::date_cell;
use super::row::{AccountOf, Instead, Judged, WhyRow};
use super::said::Said;
use super::said_by;
use super::title::title;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Account, Aspect, Certainty, Fact};
use crate::record::{Body, Kind, Ruling, Source, Status};

/// What a denial says of what it denies.
const NOT_SO: &str = "not so";

/// A fact with everything that is said about it.
pub(super) struct Case<'g, 'o> {
    told: Told<'g>,
    objections: &'o Objections<'g>,
}

impl<'g, 'o> Case<'g, 'o> {
    /// Gathers what is said. Costs the accounts of the fact.
    pub(super) fn of(graph: &'g KnowledgeGraph, fact: &'g Fact, objections: &'o Objections<'g>) -> Self {
        Self { told: Told::of(graph, fact), objections }
    }

    /// The fact's own accounts in their order, then what other records say about it.
    pub(super) fn rows(&self) -> Vec<WhyRow> {
        let mut rows = Vec::new();
        for (at, account) in self.told.fact.accounts.iter().enumerate() {
            let mut of = account_of(self.told.graph, account, at, "account");
            of.withdrawn_by = self.taken_back_by(account);
            for said in self.told.said.get(at).into_iter().flatten() {
                rows.push(self.stated(at, account, &of, said));
            }
        }
        rows.extend(self.about());
        rows
    }

    /// What an account of the fact itself says of an aspect.
    fn stated(&self, at: usize, account: &Account, of: &AccountOf, said: &Said) -> WhyRow {
        let mut row = self.row(account, of.clone(), said.clone());
        row.derived = derived(account, said);
        row.against = self.against(at, said);
        row.ruling = dissent::ruling(self.told.graph, self.told.fact, &said.aspect)
            .and_then(|ruling| Some(self.judged(ruling, dissent::follows(ruling, account)?)));
        let stands = self.told.fact.disputed.iter().any(|dispute| dissent::is_about(dispute, &said.aspect));
        let is_passed_over = row.ruling.as_ref().is_some_and(|judged| !judged.followed);
        // A day that was reckoned from the day of an issue counts as stated; what else was worked out does not.
        let is_worked_out = row.derived.is_some() && said.aspect.name != "when";
        row.certainty = match () {
            () if account.withdrawn || (!row.against.is_empty() && (stands || is_passed_over)) => Certainty::Disputed,
            () if is_worked_out => Certainty::Possible,
            () => Certainty::Certain,
        };
        row
    }

    /// What an account says of an aspect, as long as nothing speaks against it.
    fn row(&self, account: &Account, of: AccountOf, said: Said) -> WhyRow {
        let (graph, fact) = (self.told.graph, self.told.fact);
        let event = graph.node(fact.id.as_str()).filter(|_| fact.event().is_some());
        let sources = fact.accounts.iter().filter(|account| !account.withdrawn);
        let sources = sources.filter_map(|account| Some(account.citation.as_ref()?.source.as_str()));
        WhyRow {
            fact: fact.id.clone(),
            name: title(graph, fact),
            kind: fact.kind().map_or("unknown", Kind::name),
            date: event.map(|event| date_cell(graph, event)).filter(|date| !date.is_empty() && !fact.is_withdrawn()),
            status: match &fact.timing {
                Some(_) if fact.is_withdrawn() => Some("withdrawn"),
                timing => timing.as_ref().map(|timing| timing.status.name()),
            },
            sources: said_by::originals(graph, sources) as u64,
            account: of,
            aspect: said.aspect.name,
            who: said.aspect.who,
            says: said.value,
            derived: None,
            against: Vec::new(),
            ruling: None,
            certainty: Certainty::Certain,
            cites: Vec::new(),
            support: CitedAt::of_any(account).into_iter().collect(),
        }
    }

    fn judged(&self, ruling: &Ruling, followed: bool) -> Judged {
        let record = self.objections.record_of(self.told.fact, ruling);
        Judged {
            ruling: record.map(|record| record.id.clone()),
            followed,
            why: ruling.why.clone(),
            by: ruling.by.clone(),
            on: ruling.on,
            written_at: record.and_then(|record| Some(record.accounts.first()?.origin.to_string())),
        }
    }

    /// What other accounts and denials say instead.
    fn against(&self, at: usize, said: &Said) -> Vec<Instead> {
        let citation = |at: usize| self.told.fact.accounts.get(at)?.citation.as_ref();
        let others = self.told.against(at, said).into_iter().map(|(at, says)| Instead {
            number: Some(number(at)),
            source: citation(at).map(|citation| citation.source.clone()),
            quotes: citation(at).and_then(|citation| citation.says.clone()),
            says,
        });
        let denials = self.speakers().into_iter().enumerate();
        let speaks =
            |one: &Speaker<'_>| one.kind == "denial" && !one.account.withdrawn && one.said.aspect == said.aspect;
        let denials = denials.filter(|(_, one)| speaks(one));
        let denials = denials.map(|(after, one)| Instead {
            number: Some(number(self.told.fact.accounts.len() + after)),
            source: one.account.citation.as_ref().map(|citation| citation.source.clone()),
            quotes: one.account.citation.as_ref().and_then(|citation| citation.says.clone()),
            says: NOT_SO.to_owned(),
        });
        others.chain(denials).collect()
    }

    /// The sources that say that an account was taken back.
    fn taken_back_by(&self, account: &Account) -> Vec<Id> {
        let Some(citation) = account.citation.as_ref().filter(|_| account.withdrawn) else {
            return Vec::new();
        };
        let takes = |retraction: &&&Fact| dissent::withdraws(retraction).iter().any(|locus| citation.stands_at(locus));
        dissent::sources(self.objections.retractions(self.told.fact).iter().filter(takes).copied())
    }

    /// What denials, retractions and remarks say of the fact, as accounts after its own.
    fn about(&self) -> Vec<WhyRow> {
        let own = self.told.fact.accounts.len();
        let row = |(after, one): (usize, Speaker<'g>)| {
            let of = account_of(self.told.graph, one.account, own + after, one.kind);
            let ruling = dissent::ruling(self.told.graph, self.told.fact, &one.said.aspect);
            let mut row = self.row(one.account, of, one.said);
            if one.kind == "denial" {
                // A ruling on what is denied follows an account, and so not the denial.
                row.ruling = ruling.map(|ruling| self.judged(ruling, false));
                row.certainty = Certainty::Disputed;
            }
            row
        };
        self.speakers().into_iter().enumerate().map(row).collect()
    }

    /// The accounts of records that speak about the fact.
    fn speakers(&self) -> Vec<Speaker<'g>> {
        let (graph, fact) = (self.told.graph, self.told.fact);
        let denials = self.objections.denials(fact).iter().filter_map(|denial| {
            let aspect = dissent::denied(graph, denial)?;
            Some((*denial, "denial", Said { aspect, value: NOT_SO.to_owned() }))
        });
        let retractions = self.objections.retractions(fact).iter().map(|retraction| {
            let loci: Vec<String> = dissent::withdraws(retraction).iter().map(ToString::to_string).collect();
            (*retraction, "retraction", plain("accounts", format!("takes back {}", loci.join(", "))))
        });
        let remarks = self.objections.remarks(fact).iter().map(|remark| {
            let text = title(graph, remark);
            (*remark, "remark", plain("remark", text))
        });
        let all = denials.chain(retractions).chain(remarks);
        all.flat_map(|(by, kind, said)| {
            by.accounts.iter().map(move |account| Speaker { account, kind, said: said.clone() })
        })
        .collect()
    }
}

/// An account of a record that speaks about another fact.
struct Speaker<'g> {
    account: &'g Account,
    kind: &'static str,
    said: Said,
}

fn plain(aspect: &str, value: String) -> Said {
    Said { aspect: Aspect { name: aspect.to_owned(), who: None }, value }
}

/// The reason why a field was inferred; participations are written under the field that they stand in.
fn derived(account: &Account, said: &Said) -> Option<String> {
    let derived = &account.evidence.derived;
    let fields: &[&str] = match said.aspect.name.as_str() {
        "participation" | "role" | "part" => &["participants", "visitors", "signatories", "speaker", "who"],
        "capacity" => &["as", "capacity"],
        "occurrence" => &["status", "occurrence"],
        _ => &[],
    };
    let mut names = std::iter::once(said.aspect.name.as_str()).chain(fields.iter().copied());
    names.find_map(|name| derived.get(name).cloned())
}

fn number(at: usize) -> u64 {
    at as u64 + 1
}

fn account_of(graph: &KnowledgeGraph, account: &Account, at: usize, kind: &'static str) -> AccountOf {
    let citation = account.citation.as_ref();
    let source: Option<&Source> =
        citation.and_then(|citation| match graph.facts().get(citation.source.as_str())?.body.as_deref() {
            Some(Body::Source(source)) => Some(source.as_ref()),
            _ => None,
        });
    let stated = match account.says.as_ref() {
        Body::Event(event) => Some(event.shared().status.unwrap_or(Status::Held)),
        _ => None,
    };
    AccountOf {
        number: number(at),
        kind,
        source: citation.map(|citation| citation.source.clone()),
        locator: citation.and_then(|citation| citation.locator.as_ref().map(ToString::to_string)),
        title: source.map(|source| source.title.clone()),
        publisher: source.and_then(|source| source.publisher.clone()),
        published: appeared(graph, account).map(|day| day.to_string()),
        voice: source.and_then(|source| source.voice.clone()),
        reprint_of: source.and_then(|source| source.reprint_of.clone()),
        quotes: citation.and_then(|citation| citation.says.clone()),
        quote: citation.and_then(|citation| citation.quote.clone()),
        lang: citation.filter(|citation| citation.quote.is_some()).and_then(|citation| {
            let own = citation.lang.clone();
            own.or_else(|| source.and_then(|source| source.lang.clone()))
        }),
        status: account.status.map(Status::name).filter(|_| account.says.kind().is_event()),
        announced_by_publication: account.status != stated,
        withdrawn: account.withdrawn,
        withdrawn_by: Vec::new(),
        written_at: account.origin.to_string(),
    }
}
