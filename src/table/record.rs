//! Rows, actors and the source as records of a fact file: what importing the rows as records would write.

use super::lines::Named;
use super::{Relation, Row, Shape, Table};
use crate::column::Maybe;
use crate::date::Day;
use crate::record::{Kind, Role};
use std::fmt::Write;

impl Table {
    /// The id of a row: that of the source, and the number of the line.
    pub fn row_id(&self, row: &Row) -> String {
        format!("{}-e{}", self.meta.settings.source, row.line)
    }

    /// The kind of event that a row is.
    pub fn kind(&self, row: &Row) -> Option<Kind> {
        self.shape(row.relation).map(Shape::kind)
    }

    /// The record of a row, in the language of fact files; none where its numbers mean nothing. A row of two lines is one
    /// record that cites both, or two of one id where the lines tell of different places.
    pub fn row_record(&self, row: &Row) -> Option<String> {
        let relation = self.relations().get(usize::from(row.relation))?;
        let [source, target] = [self.id(row.source)?, self.id(row.target)?];
        let (own, id) = (self.place_of(row.number), self.row_id(row));
        let record = |place: Option<u32>, lines: &[u32]| {
            let mut record = format!("{}(id: \"{id}\", when: \"{}\"", relation.shape.kind().tag(), self.when(row.day));
            record += &place.map_or(String::new(), |place| format!(", place: \"{}\"", self.places.ids.name(place)));
            record += &actors(relation, source, target);
            record + &form(&relation.shape) + &self.cited(lines) + ")"
        };
        Some(match self.twins.of_row(row.number) {
            None => record(own, &[row.line]),
            Some(twin) if twin.place == own => record(own, &[row.line, twin.line]),
            Some(twin) => record(own, &[row.line]) + ",\n" + &record(twin.place, &[twin.line]),
        })
    }

    /// The records of the places at which a row was if its lines tell of different ones, and of those around: whether they
    /// contradict each other depends on which lies in which.
    pub fn places_around(&self, row: &Row) -> Vec<String> {
        let Some(twin) = self.twins.of_row(row.number) else { return Vec::new() };
        let own = self.place_of(row.number);
        let told = [own, twin.place].into_iter().flatten().filter(|_| twin.place != own);
        let around = |place: u32| self.places.within.get(place as usize).and_then(Maybe::get);
        let mut all: Vec<u32> = told.flat_map(|place| [Some(place), around(place)]).flatten().collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().filter_map(|place| self.place_record(place)).collect()
    }

    fn cited(&self, lines: &[u32]) -> String {
        let source = &self.meta.settings.source;
        let cites: Vec<String> = lines.iter().map(|line| format!("\"{source}#{line}\"")).collect();
        match cites.as_slice() {
            [one] => format!(", source: {one}"),
            cites => format!(", source: [{}]", cites.join(", ")),
        }
    }

    /// The record of an actor: an organization of which nothing is known but what it is called.
    pub fn actor_record(&self, actor: u32) -> Option<String> {
        let Named { name, code, country } = self.named(actor);
        let mut record = format!("Organization(id: \"{}\", name: {}, kind: Other", self.id(actor)?, quoted(name));
        if !code.is_empty() {
            write!(record, ", ids: {{{}: {}}}", quoted(&self.meta.dataset.scheme), quoted(code)).ok()?;
        }
        if !country.is_empty() && country != name {
            write!(record, ", note: {}", quoted(&format!("country: {country}"))).ok()?;
        }
        Some(record + ")")
    }

    /// The record of a place; none where there is no such number.
    pub fn place_record(&self, place: u32) -> Option<String> {
        let (places, at) = (&self.places, place as usize);
        let (id, name) = (places.ids.name(place), quoted(places.names.name(place)));
        let mut record = format!("Place(id: \"{id}\", name: {name}");
        if let Some(around) = places.within.get(at)?.get() {
            write!(record, ", within: \"{}\"", places.ids.name(around)).ok()?;
        }
        match places.degrees.get(at)? {
            [north, east] if north.is_nan() || east.is_nan() => {}
            [north, east] => write!(record, ", lat: {north}, lon: {east}").ok()?,
        }
        Some(record + ")")
    }

    /// The record of the source.
    pub fn source_record(&self) -> String {
        let settings = self.settings();
        let mut record = format!(
            "Source(id: \"{}\", title: {}, kind: Machine, genre: Dataset, ids: {{\"sha256\": {}}}",
            settings.source,
            quoted(&settings.title),
            quoted(self.digest())
        );
        if let Some((first, last)) = self.days() {
            record += &format!(
                ", covers: [(kinds: [Meeting, Call, Document, Statement], from: \"{first}\", until: \"{last}\", \
                 degree: Sample, claimed_by: Keeper)]"
            );
        }
        record + ", note: " + &quoted(&self.meta.dataset.note) + ")"
    }

    /// The first and the last day on which a row can have taken place.
    pub fn days(&self) -> Option<(Day, Day)> {
        let last = u32::try_from(self.len().checked_sub(1)?).ok()?;
        Some((self.first_day(self.row(0)?.day), self.row(last)?.day))
    }

    /// The first day on which what was reported on a day can have taken place.
    pub fn first_day(&self, reported: Day) -> Day {
        reported.plus_days(-i32::from(self.meta.settings.lag))
    }

    fn when(&self, reported: Day) -> String {
        match self.first_day(reported) {
            first if first == reported => reported.to_string(),
            first => format!("[{first}..{reported}]"),
        }
    }
}

fn actors(relation: &Relation, source: &str, target: &str) -> String {
    let field = match &relation.shape {
        Shape::Statement { .. } => return format!(", speaker: \"{source}\", to: \"{target}\""),
        Shape::Message { .. } => return format!(", from: \"{source}\", to: \"{target}\""),
        Shape::Document { .. } => "signatories",
        Shape::Meeting { .. } | Shape::Call { .. } => "participants",
    };
    let roles = match relation.shape {
        Shape::Meeting { roles, .. } => roles,
        _ => [None, None],
    };
    let who = |(who, role): (&str, Option<Role>)| match role {
        Some(role) => format!("(who: \"{who}\", role: {role:?})"),
        None => format!("\"{who}\""),
    };
    format!(", {field}: [{}]", [source, target].into_iter().zip(roles).map(who).collect::<Vec<_>>().join(", "))
}

fn form(shape: &Shape) -> String {
    let field = |name: &str, word: Option<String>| word.map_or(String::new(), |word| format!(", {name}: {word}"));
    let word = |word: &dyn std::fmt::Debug| format!("{word:?}");
    match shape {
        Shape::Meeting { format, medium, .. } => {
            field("format", format.as_ref().map(|one| word(one)))
                + &field("medium", medium.as_ref().map(|one| word(one)))
        }
        Shape::Call { medium } => field("medium", medium.as_ref().map(|one| word(one))),
        Shape::Message { kind } => field("kind", kind.as_ref().map(|one| word(one))),
        Shape::Document { kind } => field("kind", kind.as_ref().map(|one| word(one))),
        Shape::Statement { text, stance } => {
            let told = |text: &String| Some(quoted(text)).filter(|_| !text.is_empty());
            field("text", told(text)) + &field("stance", told(stance))
        }
    }
}

/// A text in quotes, with what is needed before signs that end it.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}
