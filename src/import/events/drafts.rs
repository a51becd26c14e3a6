//! Drafts: rows as records of a fact file.

use super::ids::{Ids, Seen};
use super::relation::Relation;
use super::row::{DyadActor, DyadPlace};
use super::{EventFormat, EventsOptions};
use crate::date::Day;
use crate::record::{Kind, Role};
use crate::write::{Draft, ValueError, quoted};

/// An event that waits for its other side.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    /// The line of its row, and that of its mirror.
    pub(super) lines: (u64, Option<u64>),
    pub(super) actors: [u32; 2],
    pub(super) relation: &'static Relation,
    pub(super) day: Day,
    /// Where it was, by its row and by the mirror.
    pub(super) places: (Option<u32>, Option<u32>),
}

/// What some lines of a file say of an event.
pub(super) struct Cited<'a> {
    /// The id of the file's own source record.
    pub(super) source: &'a str,
    /// The line that told the event first, after which it is called.
    pub(super) of: u64,
    pub(super) place: Option<u32>,
    pub(super) lines: &'a [u64],
}

/// The ids of a dataset, by which drafts name each other.
pub(super) struct Drafts {
    pub(super) dataset: String,
    pub(super) actors: Ids,
    pub(super) places: Ids,
}

impl Drafts {
    pub(super) fn new(dataset: &str) -> Self {
        let ids = |infix: &str| Ids::new(format!("{dataset}-{infix}"));
        Self { dataset: dataset.to_owned(), actors: ids(""), places: ids("at-") }
    }

    /// The number of an actor.
    pub(super) fn actor(&mut self, actor: DyadActor<'_>, format: EventFormat) -> Seen {
        match format.names_by_code() && actor.code != actor.name {
            true => self.actors.number(&[actor.name, actor.code]),
            false => self.actors.number(&[actor.name]),
        }
    }

    /// An actor as an organization of which nothing but the name is known.
    pub(super) fn actor_draft(
        &self,
        number: u32,
        actor: DyadActor<'_>,
        format: EventFormat,
    ) -> Result<Draft, ValueError> {
        let mut draft = Draft::new(Kind::Organization);
        draft.add("id", self.actors.id(number))?;
        draft.add("name", &quoted(actor.name))?;
        draft.add("kind", "Other")?;
        if !actor.code.is_empty() {
            draft.add("ids", &format!("{{{}: {}}}", quoted(format.codes()), quoted(actor.code)))?;
        }
        if !actor.country.is_empty() && actor.country != actor.name {
            draft.add("note", &quoted(&format!("country: {}", actor.country)))?;
        }
        Ok(draft)
    }

    /// The number of the place of a row, and that of its country where it is a town in one.
    pub(super) fn place(&mut self, place: DyadPlace<'_>) -> (Option<Seen>, Option<Seen>) {
        let country = (!place.country.is_empty()).then(|| self.places.number(&[place.country]));
        if place.name.is_empty() {
            return (country, None);
        }
        let named = [place.name, place.country];
        let named = if place.country.is_empty() { named.get(..1).unwrap_or_default() } else { &named };
        (Some(self.places.number(named)), country)
    }

    pub(super) fn place_draft(
        &self,
        number: u32,
        name: &str,
        within: Option<u32>,
        at: Option<[f64; 2]>,
    ) -> Result<Draft, ValueError> {
        let mut draft = Draft::new(Kind::Place);
        draft.add("id", self.places.id(number))?;
        draft.add("name", &quoted(name))?;
        if let Some(within) = within {
            draft.add("within", self.places.id(within))?;
        }
        if let Some([north, east]) = at {
            draft.add("lat", &north.to_string())?;
            draft.add("lon", &east.to_string())?;
        }
        Ok(draft)
    }

    /// An event, as some lines tell it.
    pub(super) fn event(
        &self,
        pending: &Pending,
        cited: &Cited<'_>,
        options: &EventsOptions,
    ) -> Result<Option<Draft>, ValueError> {
        let Some(kind) = pending.relation.kind else { return Ok(None) };
        let Cited { source, of, place, lines } = *cited;
        let mut draft = Draft::new(kind);
        draft.add("id", &format!("{source}-e{of}"))?;
        draft.add("when", &when(pending.day, options.reported_within))?;
        if let Some(place) = place {
            draft.add("place", self.places.id(place))?;
        }
        self.actors_of(&mut draft, pending)?;
        self.form(&mut draft, pending.relation)?;
        for line in lines {
            draft.add("source", &format!("{source}#{line}"))?;
        }
        Ok(Some(draft))
    }

    fn actors_of(&self, draft: &mut Draft, pending: &Pending) -> Result<(), ValueError> {
        let [source, target] = pending.actors.map(|number| self.actors.id(number));
        if pending.relation.kind == Some(Kind::Statement) {
            draft.add("speaker", source)?;
            return draft.add("to", target);
        }
        let field = if pending.relation.kind == Some(Kind::Document) { "signatories" } else { "participants" };
        for (who, role) in [source, target].into_iter().zip(pending.relation.roles) {
            // Who signs is a signatory without a word.
            let role = role.filter(|role| *role != Role::Signatory);
            let written = role.map_or(who.to_owned(), |role| format!("(who: {}, role: {role:?})", quoted(who)));
            draft.add(field, &written)?;
        }
        Ok(())
    }

    fn form(&self, draft: &mut Draft, relation: &Relation) -> Result<(), ValueError> {
        if let Some(format) = relation.format {
            draft.add("format", &format!("{format:?}"))?;
        }
        if relation.kind == Some(Kind::Document) {
            draft.add("kind", "Agreement")?;
        }
        if let Some(stance) = relation.stance {
            draft.add("text", &quoted(relation.description))?;
            draft.add("stance", &quoted(stance))?;
        }
        Ok(())
    }

    /// The source record of a file.
    pub(super) fn source(&self, file: &FileTold<'_>, options: &EventsOptions) -> Result<Draft, ValueError> {
        let mut draft = Draft::new(Kind::Source);
        draft.add("id", file.source)?;
        let title = options.title.as_deref().unwrap_or(file.name);
        draft.add("title", &quoted(title))?;
        draft.add("kind", "Machine")?;
        draft.add("genre", "Dataset")?;
        if let Some(digest) = file.digest {
            draft.add("ids", &format!("{{\"sha256\": {}}}", quoted(digest)))?;
        }
        if let Some((first, last)) = file.days {
            let kinds = "[Meeting, Call, Document, Statement]";
            draft.add(
                "covers",
                &format!(
                    "(kinds: {kinds}, from: \"{}\", until: \"{last}\", degree: Sample, claimed_by: Keeper)",
                    first.plus_days(-i32::from(options.reported_within))
                ),
            )?;
        }
        draft.add("note", &quoted(&note(file.name, file.format)))?;
        Ok(draft)
    }
}

/// What is said of a file.
pub(super) struct FileTold<'a> {
    pub(super) source: &'a str,
    pub(super) name: &'a str,
    /// The format of its rows; none where it has not even a first line.
    pub(super) format: Option<EventFormat>,
    pub(super) digest: Option<&'a str>,
    /// The first and the last day of its rows.
    pub(super) days: Option<(Day, Day)>,
}

/// The days on which what was reported on a day can have been.
fn when(day: Day, within: u16) -> String {
    match within {
        0 => day.to_string(),
        days => format!("[{}..{day}]", day.plus_days(-i32::from(days))),
    }
}

/// What the source of a file says of itself.
pub(super) fn note(file: &str, format: Option<EventFormat>) -> String {
    match format {
        Some(format) => format!("rows of {file} in the format {format}, coded by machine"),
        None => format!("{file} held no row when it was read"),
    }
}
