//! Facts as bytes.
//!
//! A fact is written with each body, evidence and citation once, however many of its accounts share it, and read so that
//! they share it again.

use crate::id::Id;
use crate::model::{Account, Aspect, Fact, Origin, Part, Timing};
use crate::record::{Body, Citation, Evidence, Ruling, Status};
use crate::span::Span;
use borsh::{BorshDeserialize, BorshSerialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A fact as it is written.
#[derive(BorshSerialize)]
struct Written<'f> {
    id: &'f Id,
    was: &'f [Id],
    outside: &'f BTreeMap<String, Vec<String>>,
    notes: &'f [Arc<str>],
    bodies: Vec<&'f Body>,
    evidences: Vec<&'f Evidence>,
    body: Option<u32>,
    accounts: Vec<StoredAccount>,
    parts: &'f [Part],
    timing: &'f Option<Timing>,
    disputed: &'f [Aspect],
    denied: &'f [Aspect],
    rulings: &'f [Ruling],
    ruled: &'f [Aspect],
}

/// The same as it is read: field by field what is written.
#[derive(BorshDeserialize)]
struct Read {
    id: Id,
    was: Vec<Id>,
    outside: BTreeMap<String, Vec<String>>,
    notes: Vec<Arc<str>>,
    bodies: Vec<Arc<Body>>,
    evidences: Vec<Arc<Evidence>>,
    body: Option<u32>,
    accounts: Vec<StoredAccount>,
    parts: Vec<Part>,
    timing: Option<Timing>,
    disputed: Vec<Aspect>,
    denied: Vec<Aspect>,
    rulings: Vec<Ruling>,
    ruled: Vec<Aspect>,
}

/// An account: where it stands, and which of the fact's bodies, evidences and their citations are its own.
#[derive(BorshSerialize, BorshDeserialize)]
struct StoredAccount {
    file: u32,
    line: u32,
    column: u32,
    citation: StoredCitation,
    evidence: u32,
    says: u32,
    heard: u32,
    status: Option<Status>,
    withdrawn: bool,
}

#[derive(BorshSerialize, BorshDeserialize)]
enum StoredCitation {
    None,
    /// That of the evidence with this number.
    Shared(u32),
    Own(Citation),
}

/// Things that are shared, each once, in the order in which they are first met.
struct Pool<'f, T>(Vec<&'f Arc<T>>);

impl<'f, T> Pool<'f, T> {
    /// The number of a thing, which is put in if it is not there.
    fn number(&mut self, thing: &'f Arc<T>) -> u32 {
        let known = self.0.iter().position(|own| Arc::ptr_eq(own, thing));
        let at = known.unwrap_or_else(|| {
            self.0.push(thing);
            self.0.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    fn things(self) -> Vec<&'f T> {
        self.0.into_iter().map(|thing| &**thing).collect()
    }
}

/// Writes a fact; `None` if an account of it stands in none of the files.
pub(super) fn write(fact: &Fact, files: &HashMap<Arc<str>, u32>, to: &mut Vec<u8>) -> Option<()> {
    let (mut bodies, mut evidences) = (Pool(Vec::new()), Pool(Vec::new()));
    let body = fact.body.as_ref().map(|body| bodies.number(body));
    let mut accounts = Vec::with_capacity(fact.accounts.len());
    for account in &fact.accounts {
        let Origin::File(Span { file, line, column }) = &account.origin else {
            return None;
        };
        accounts.push(StoredAccount {
            file: *files.get(file)?,
            line: *line,
            column: *column,
            citation: citation(account),
            evidence: evidences.number(&account.evidence),
            says: bodies.number(&account.says),
            heard: bodies.number(&account.heard),
            status: account.status,
            withdrawn: account.withdrawn,
        });
    }
    let written = Written {
        id: &fact.id,
        was: &fact.was,
        outside: &fact.outside,
        notes: &fact.notes,
        bodies: bodies.things(),
        evidences: evidences.things(),
        body,
        accounts,
        parts: &fact.parts,
        timing: &fact.timing,
        disputed: &fact.disputed,
        denied: &fact.denied,
        rulings: &fact.rulings,
        ruled: &fact.ruled,
    };
    written.serialize(to).ok()
}

fn citation(account: &Account) -> StoredCitation {
    let Some(citation) = &account.citation else {
        return StoredCitation::None;
    };
    let shared = account.evidence.source.iter().position(|own| Arc::ptr_eq(own, citation));
    match shared.and_then(|at| u32::try_from(at).ok()) {
        Some(at) => StoredCitation::Shared(at),
        None => StoredCitation::Own((**citation).clone()),
    }
}

/// Reads a fact; `None` if the bytes are none.
pub(super) fn read(bytes: &[u8], files: &[Arc<str>]) -> Option<Fact> {
    let read: Read = borsh::from_slice(bytes).ok()?;
    let body = |at: u32| read.bodies.get(at as usize).cloned();
    let evidence = |at: u32| read.evidences.get(at as usize).cloned();
    let accounts = read.accounts.into_iter().map(|account| {
        let evidence = evidence(account.evidence)?;
        let citation = match account.citation {
            StoredCitation::None => None,
            StoredCitation::Shared(at) => Some(evidence.source.get(at as usize)?.clone()),
            StoredCitation::Own(citation) => Some(Arc::new(citation)),
        };
        let file = files.get(account.file as usize)?.clone();
        Some(Account {
            origin: Origin::File(Span { file, line: account.line, column: account.column }),
            citation,
            evidence,
            says: body(account.says)?,
            heard: body(account.heard)?,
            status: account.status,
            withdrawn: account.withdrawn,
        })
    });
    let body = match read.body {
        Some(at) => Some(body(at)?),
        None => None,
    };
    Some(Fact {
        id: read.id,
        was: read.was.into(),
        outside: read.outside,
        notes: read.notes.into(),
        body,
        accounts: accounts.collect::<Option<_>>()?,
        parts: read.parts,
        timing: read.timing,
        disputed: read.disputed.into(),
        denied: read.denied.into(),
        rulings: read.rulings.into(),
        ruled: read.ruled.into(),
    })
}
