//! What several workers read, made one table.

use super::chunk::{ActorSaid, Aside, PlaceSaid, Worker};
use super::collected::Collected;
use super::ids::Ids;
use super::intern::{Kept, united};
use super::lines::{self, Meant};
use super::meta::Meta;
use super::places::Places;
use super::register::Register;
use super::table::Cast;
use super::twins::Twins;
use super::{Actors, Dataset, MirrorRule, Naming, Reading, Settings, Table};
use std::collections::BTreeMap;
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
    collected: Collected,
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
pub(super) struct Now {
    pub(super) actors: Vec<u32>,
    pub(super) places: Vec<u32>,
    pub(super) relations: Vec<u16>,
}

/// The same with ids: what only has to be put in order and indexed.
pub(super) struct Named {
    cast: Cast,
    places: Places,
    gathered: Gathered,
}

impl Gathered {
    /// What was collected from workers, who come in the order of their numbers.
    pub(super) fn new(collected: Collected, workers: Vec<Worker<'_>>) -> Self {
        let (mut actors, mut places, mut labelled) = (Vec::new(), Vec::new(), Vec::new());
        let (mut aside, mut decoded) = (BTreeMap::new(), 0);
        for (worker, number) in workers.into_iter().zip(0_usize..) {
            let meant = |relation: Option<u16>| worker.lines.relation(relation?);
            labelled.push(collected.used(number).map(meant).collect());
            set_aside(&mut aside, &worker);
            decoded += worker.lines.decoded();
            actors.push(worker.actors);
            places.push(worker.places);
        }
        let (actors, own_actors) = united(actors);
        let (places, own_places) = united(places);
        let (relations, own_relations) = sorted(labelled);
        let now = own_actors.into_iter().zip(own_places).zip(own_relations);
        let now = now.map(|((actors, places), relations)| Now { actors, places, relations }).collect();
        Self { collected, actors, places, now, relations, aside, decoded }
    }

    /// Gives ids to all who were named, and to the rows the numbers that these have in the table.
    pub(super) fn named(mut self, naming: Naming, register: &mut Register) -> io::Result<Named> {
        let cast = cast(std::mem::take(&mut self.actors), naming, register).ok_or_else(too_much)?;
        let (places, place_now) = Places::new(std::mem::take(&mut self.places), register).ok_or_else(too_much)?;
        for now in &mut self.now {
            let all: Option<_> = now.places.iter().map(|place| place_now.get(*place as usize).copied()).collect();
            now.places = all.ok_or_else(unknown)?;
        }
        self.collected.rows.renumber(&self.collected.stretches, &self.now).ok_or_else(unknown)?;
        Ok(Named { cast, places, gathered: Self { now: Vec::new(), ..self } })
    }
}

impl Named {
    pub(super) fn finish(self, about: About) -> io::Result<Reading> {
        let Self { cast, places, gathered: Gathered { collected, relations, aside, decoded, .. } } = self;
        let Collected { rows, lines, .. } = collected;
        let columns = rows.sorted();
        let (columns, twins) = match about.mirrors {
            MirrorRule::Keep => (columns, Twins::default()),
            MirrorRule::Unite => Twins::unite(columns, &mirrors(&relations)),
        };
        let merged = twins.len() as u64;
        let relations = relations.into_iter().map(|meant| meant.relation).collect();
        let About { settings, dataset, digest, .. } = about;
        let meta = Meta { settings, dataset, digest, relations };
        let table = Table::new(meta, cast, columns, twins, places).ok_or_else(too_much)?;
        let aside = aside.into_iter().map(|(why, aside)| (why, (aside.rows, lines.number(aside.first)))).collect();
        Ok(Reading { table, read: lines.read, merged, decoded, unreadable: lines.unreadable, aside })
    }
}

/// What can't be, as workers number what they keep.
fn unknown() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "a row has somebody, somewhere or something that nobody numbered")
}

pub(super) fn too_much() -> io::Error {
    io::Error::new(ErrorKind::FileTooLarge, "it holds more than a table of events can")
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
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_unstable_by_key(|at| said.get(*at).map(|(_, said)| said.first));
    let (mut ids, mut codes) = (vec![String::new(); said.len()], vec![Box::<str>::default(); said.len()]);
    let mut countries = codes.clone();
    for at in order {
        let (key, ActorSaid { name, code, country, .. }) = said.get(at)?;
        let name = str::from_utf8(key.get(..*name)?).ok()?;
        let entry = register.actor(key, naming, lines::Named { name, code, country });
        ids.get_mut(at)?.clone_from(&entry.id);
        codes.get_mut(at)?.clone_from(&entry.code);
        countries.get_mut(at)?.clone_from(&entry.country);
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
