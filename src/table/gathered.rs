//! What several workers read, made one table.

use super::chunk::{ActorSaid, Aside, Part, PlaceSaid, Raw, Worker};
use super::columns::Growing;
use super::ids::Ids;
use super::intern::{Kept, united};
use super::lines::{Meant, Named};
use super::meta::Meta;
use super::pile::Pile;
use super::places::Places;
use super::register::Register;
use super::table::Cast;
use super::twins::Twins;
use super::{Actors, Dataset, MirrorRule, Naming, Reading, Row, Settings, Table};
use crate::date::Day;
use std::collections::{BTreeMap, HashMap};
use std::io::{self, ErrorKind};

/// What is said of a table as a whole, and what becomes of its mirrors.
pub(super) struct About {
    pub(super) settings: Settings,
    pub(super) dataset: Dataset,
    pub(super) mirrors: MirrorRule,
    pub(super) digest: String,
}

/// What the workers read, before it is one.
pub(super) struct Gathered {
    /// With the number of the chunk.
    parts: Vec<(usize, Part)>,
    /// The rows of each worker.
    piles: Vec<Pile>,
    actors: Vec<Kept<ActorSaid>>,
    places: Vec<Kept<PlaceSaid>>,
    /// Of each worker, what its numbers of actors, places and relations are in the table.
    now: Vec<Now>,
    relations: Vec<Meant>,
    aside: BTreeMap<String, Aside>,
    decoded: u64,
}

/// What the numbers of a worker are in the table.
#[derive(Debug, Default)]
struct Now {
    actors: Vec<u32>,
    places: Vec<u32>,
    relations: Vec<u16>,
}

impl Gathered {
    pub(super) fn new(workers: Vec<(Worker<'_>, Vec<(usize, Part)>)>) -> Self {
        let (mut parts, mut actors, mut places, mut labelled) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut piles, mut aside, mut decoded) = (Vec::new(), BTreeMap::new(), 0);
        for (worker, own) in workers {
            labelled.push(used(&worker));
            set_aside(&mut aside, &worker);
            decoded += worker.lines.decoded();
            parts.extend(own);
            piles.push(worker.pile);
            actors.push(worker.actors);
            places.push(worker.places);
        }
        // The parts of one chunk are of one worker and come in order.
        parts.sort_by_key(|(at, _)| *at);
        let (actors, own_actors) = united(actors);
        let (places, own_places) = united(places);
        let (relations, own_relations) = sorted(labelled);
        let now = own_actors.into_iter().zip(own_places).zip(own_relations);
        let now = now.map(|((actors, places), relations)| Now { actors, places, relations }).collect();
        Self { parts, piles, actors, places, now, relations, aside, decoded }
    }

    pub(super) fn finish(mut self, about: About, register: &mut Register) -> io::Result<Reading> {
        let cast = cast(self.actors, about.dataset.naming, register).ok_or_else(too_much)?;
        let (places, place_now) = Places::new(self.places, register).ok_or_else(too_much)?;
        let rows = self.parts.iter().map(|(_, part)| part.rows).sum();
        let mut lines = Lined { line: 1, read: 0, starts: HashMap::new(), unreadable: Vec::new() };
        let mut grown = Growing::with_capacity(rows);
        for (chunk, part) in self.parts {
            let first = u32::try_from(lines.line).map_err(|_| too_much())?;
            if let (Some(now), Some(pile)) = (self.now.get(part.worker), self.piles.get_mut(part.worker)) {
                now.rows(&part, pile, (first, &place_now), &mut grown);
            }
            lines.take(chunk, part);
        }
        let columns = grown.sorted();
        let (columns, twins) = match about.mirrors {
            MirrorRule::Keep => (columns, Twins::default()),
            MirrorRule::Unite => Twins::unite(columns, &mirrors(&self.relations)),
        };
        let merged = twins.len() as u64;
        let relations = self.relations.into_iter().map(|meant| meant.relation).collect();
        let About { settings, dataset, digest, .. } = about;
        let meta = Meta { settings, dataset, digest, relations };
        let table = Table::new(meta, cast, columns, twins, places).ok_or_else(too_much)?;
        let aside = self.aside.into_iter().map(|(why, aside)| (why, (aside.rows, lines.number(aside.first)))).collect();
        Ok(Reading { table, read: lines.read, merged, decoded: self.decoded, unreadable: lines.unreadable, aside })
    }
}

fn too_much() -> io::Error {
    io::Error::new(ErrorKind::FileTooLarge, "it holds more than a table of events can")
}

/// What the relations of a worker's rows mean, by its numbers; none for those that no row has.
fn used(worker: &Worker<'_>) -> Vec<Option<Meant>> {
    let mut used: Vec<Option<Meant>> = Vec::new();
    for row in worker.pile.iter() {
        let at = usize::from(row.relation);
        if used.len() <= at {
            used.resize(at + 1, None);
        }
        if let Some(unseen) = used.get_mut(at).filter(|meant| meant.is_none()) {
            *unseen = worker.lines.relation(row.relation);
        }
    }
    used
}

/// Adds what a worker left aside, by the reasons.
fn set_aside(all: &mut BTreeMap<String, Aside>, worker: &Worker<'_>) {
    let unused = worker.unused.iter().map(|(relation, aside)| (worker.lines.unused(*relation), aside));
    let counted = worker.counted.iter().map(|(reason, aside)| (reason.clone(), aside));
    for (why, own) in unused.chain(counted) {
        let known = all.entry(why).or_insert(Aside { rows: 0, first: own.first });
        *known = Aside { rows: known.rows + own.rows, first: known.first.min(own.first) };
    }
}

/// The relations of all workers by label, and of each worker where its own are among them.
fn sorted(labelled: Vec<Vec<Option<Meant>>>) -> (Vec<Meant>, Vec<Vec<u16>>) {
    let label = |meant: &Meant| meant.relation.label.clone();
    let mut all: Vec<Meant> = labelled.iter().flatten().flatten().cloned().collect();
    all.sort_by_key(label);
    all.dedup_by_key(|meant| label(meant));
    let place = |meant: &Option<Meant>| {
        let at = meant.as_ref().map(|meant| all.partition_point(|one| one.relation.label < meant.relation.label));
        at.and_then(|at| u16::try_from(at).ok()).unwrap_or(u16::MAX)
    };
    let places = labelled.iter().map(|own| own.iter().map(place).collect()).collect();
    (all, places)
}

/// The mirror of each relation, where rows have it.
fn mirrors(relations: &[Meant]) -> Vec<Option<u16>> {
    let find = |label: &String| relations.binary_search_by(|one| one.relation.label.cmp(label)).ok();
    relations.iter().map(|meant| u16::try_from(find(meant.mirror.as_ref()?)?).ok()).collect()
}

/// The actors by name, with ids in the order in which they were named first.
fn cast(said: Vec<Kept<ActorSaid>>, naming: Naming, register: &mut Register) -> Option<Cast> {
    let named = |(key, said): &Kept<ActorSaid>| Some(str::from_utf8(key.get(..said.name)?).ok()?.to_owned());
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_unstable_by_key(|at| said.get(*at).map(|(_, said)| said.first));
    let (mut ids, mut codes) = (vec![String::new(); said.len()], vec![Box::<str>::default(); said.len()]);
    let mut countries = codes.clone();
    for at in order {
        let one = said.get(at)?;
        let name = named(one)?;
        let entry = register.actor(&one.0, naming, Named { name: &name, code: &one.1.code, country: &one.1.country });
        *ids.get_mut(at)? = entry.id;
        *codes.get_mut(at)? = entry.code;
        *countries.get_mut(at)? = entry.country;
    }
    Some(Cast {
        actors: Actors::new(said.iter().map(|(key, said)| key.get(..said.name).unwrap_or_default()))?,
        codes: stated(&codes)?,
        countries: stated(&countries)?,
        ids: Ids::new(&ids)?,
    })
}

/// Texts that nobody keeps where all of them are empty.
fn stated(texts: &[Box<str>]) -> Option<Actors> {
    match texts.iter().all(|text| text.is_empty()) {
        true => Some(Actors::default()),
        false => Actors::new(texts.iter().map(|text| text.as_bytes())),
    }
}

impl Now {
    /// Adds the rows of a part, whose first line has this number; of places it is told what they are in the table.
    fn rows(&self, part: &Part, pile: &mut Pile, (first, places): (u32, &[u32]), grown: &mut Growing) {
        for at in 0..part.rows {
            let Some(row) = pile.take().and_then(|raw| self.row(&raw, first)) else { continue };
            grown.push(row);
            let own = part.places.get(at).and_then(|place| self.places.get(place.checked_sub(1)? as usize));
            if let Some(place) = own.and_then(|own| places.get(*own as usize)) {
                grown.place(*place);
            }
        }
    }

    fn row(&self, raw: &Raw, first: u32) -> Option<Row> {
        let actor = |number: u32| self.actors.get(number as usize).copied();
        Some(Row {
            number: 0,
            source: actor(raw.source)?,
            target: actor(raw.target)?,
            day: Day::from_number(raw.day)?,
            relation: *self.relations.get(usize::from(raw.relation))?,
            line: first.checked_add(u32::from(raw.line))?,
        })
    }
}

/// What became of lines, with their numbers in the whole text.
struct Lined {
    /// The number of the next line, from 1.
    line: u64,
    read: u64,
    /// The first line of each chunk.
    starts: HashMap<usize, u64>,
    unreadable: Vec<(u64, String)>,
}

impl Lined {
    fn take(&mut self, chunk: usize, part: Part) {
        self.starts.entry(chunk).or_insert(self.line);
        let line = self.line;
        self.unreadable.extend(part.unreadable.into_iter().map(|(at, reason)| (line + at as u64, reason)));
        self.read += (part.lines - part.empty) as u64;
        self.line += part.lines as u64;
    }

    fn number(&self, (chunk, at): (usize, usize)) -> u64 {
        self.starts.get(&chunk).map_or(0, |start| start + at as u64)
    }
}
