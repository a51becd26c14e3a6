//! The cast: participants from the names of a cell, with what stands in brackets behind them.

use super::made::{Cell, Made, Part, join_part};
use super::making::{Maker, filled, has_room, name_of, said};
use super::map::{Bracket, Capacities, Cast};
use super::register::Mention;
use super::row::Scene;
use super::split::{brackets, parts};
use super::template::Template;
use crate::record::{Kind, Shape};
use crate::write::literal;
use std::collections::BTreeMap;

/// Who takes part in a record, by one column of it.
pub(super) struct Company<'c, 'm, 's> {
    pub maker: &'c mut Maker<'m>,
    pub made: &'c mut Made,
    pub cast: &'c Cast,
    pub scene: &'c Scene<'s>,
}

/// What is said of one participant.
#[derive(Default)]
struct Said<'t> {
    capacities: Vec<&'t str>,
    side: Option<&'t str>,
    more: BTreeMap<&'static str, String>,
}

impl Company<'_, '_, '_> {
    /// Adds everybody.
    pub(super) fn add(&mut self) -> Result<(), String> {
        let Some(text) = self.cast.from.fill(self.scene)? else { return Ok(()) };
        let column = self.cast.from.written();
        let names = parts(&text, &self.cast.separators).map_err(|why| format!("`{column}`: {why}"))?;
        for name in names {
            if !self.cast.ignore.iter().any(|ignored| ignored == name) {
                self.one(name).map_err(|why| format!("`{column}`: {why}"))?;
            }
        }
        Ok(())
    }

    fn one(&mut self, text: &str) -> Result<(), String> {
        has_room(self.made)?;
        let (text, mark) = self.undoubted(text);
        let (name, mut said_of) = self.read(text);
        if let Some(mark) = mark {
            said_of.more.insert("reason", literal(Shape::Text, &format!("the source marks the name with `{mark}`")));
            let reason = "the source marks a participant as uncertain".to_owned();
            self.made.fields.insert(format!("derived.{}", self.field()), vec![Cell::Text(reason)]);
        }
        let (cast, scene) = (self.cast, self.scene);
        let who = self.mention(cast.kind.unwrap_or(Kind::Person), &said(name, cast.order), None)?;
        let side = self.side(said_of.side)?;
        let of = match said_of.side {
            Some(_) => None,
            None => self.maker.owner(self.made, cast.of.as_ref(), cast.side_kind, scene)?,
        };
        let of = of.or_else(|| side.clone());
        let mut printed = said_of.more.remove("printed").into_iter().collect::<Vec<_>>();
        let whole = filled(cast.capacity.as_ref(), scene)?;
        let mut capacities = Vec::new();
        for text in whole.as_deref().into_iter().chain(said_of.capacities) {
            for capacity in parts(text, &cast.capacity_separators)? {
                match (&of, cast.capacities) {
                    (Some(of), Capacities::Offices) => capacities.push(self.capacity(capacity, of)?),
                    _ => printed.push(capacity.to_owned()),
                }
            }
        }
        let mut more = said_of.more;
        let printed = (!printed.is_empty()).then(|| literal(Shape::Text, &printed.join("; ")));
        more.extend(printed.map(|printed| ("printed", printed)));
        more.extend(side.map(|side| ("for", literal(Shape::Id, &side.id))));
        for (name, template) in [("role", &cast.role), ("part", &cast.part), ("presence", &cast.presence)] {
            let word = filled(template.as_ref(), scene)?;
            more.extend(word.map(|word| word_of(name, &word).map(|word| (name, word))).transpose()?);
        }
        let part = Part { field: self.field().to_owned(), who: who.id, capacities, more };
        join_part(&mut self.made.parts, part)
    }

    fn field(&self) -> &str {
        field(self.cast, self.made.kind)
    }

    /// Takes off the mark of a name that is uncertain.
    fn undoubted<'t>(&self, text: &'t str) -> (&'t str, Option<String>) {
        let found = self.cast.doubt.iter().find_map(|mark| Some((text.strip_suffix(mark.as_str())?, mark)));
        found.map_or((text, None), |(text, mark)| (text.trim_end(), Some(mark.clone())))
    }

    /// The name, and what the brackets behind it say.
    fn read<'t>(&self, text: &'t str) -> (&'t str, Said<'t>) {
        let mut said = Said::default();
        let (name, inside) = brackets(text);
        let meaning = |at: usize| {
            let brackets = &self.cast.brackets;
            brackets.get(at).or(brackets.last()).copied().unwrap_or(Bracket::Capacity)
        };
        let meanings: Vec<Bracket> = (0..inside.len()).map(meaning).collect();
        if meanings.contains(&Bracket::Name) {
            return (text, said);
        }
        for (text, meaning) in inside.into_iter().zip(meanings).filter(|(text, _)| !text.is_empty()) {
            match meaning {
                Bracket::Capacity => said.capacities.push(text),
                Bracket::Side => said.side = Some(text),
                Bracket::Printed => drop(said.more.insert("printed", text.to_owned())),
                Bracket::Reason => drop(said.more.insert("reason", literal(Shape::Text, text))),
                Bracket::Name | Bracket::Ignored => {}
            }
        }
        (name, said)
    }

    fn side(&mut self, named: Option<&str>) -> Result<Option<Mention>, String> {
        let kind = self.cast.side_kind;
        match named {
            Some(name) => self.mention(kind.unwrap_or(Kind::State), &name_of(name), None).map(Some),
            None => self.maker.owner(self.made, self.cast.side.as_ref(), kind, self.scene),
        }
    }

    /// The capacity that a title says: `former` and `elect` are no part of the office.
    fn capacity(&mut self, title: &str, of: &Mention) -> Result<String, String> {
        let starts = |word: &str| title.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).is_some();
        let former = ["former ", "ex-"].into_iter().find(|word| starts(word));
        let elect = ["-elect", " elect"].into_iter().find_map(|word| title.strip_suffix(word));
        let (before, plain) = match (former, elect) {
            (Some(word), _) => ("former:", title.get(word.len()..).unwrap_or(title)),
            (None, Some(plain)) => ("elect:", plain),
            (None, None) => ("", title),
        };
        let office = self.mention(Kind::Office, &name_of(plain), Some(of))?;
        Ok(format!("{before}{}", office.id))
    }

    fn mention(
        &mut self,
        kind: Kind,
        name: &(String, Option<String>),
        of: Option<&Mention>,
    ) -> Result<Mention, String> {
        self.maker.mention(self.made, kind, name, of)
    }
}

/// The field in which the participants of a column stand.
pub(super) fn field(cast: &Cast, kind: Kind) -> &str {
    let usual = if kind == Kind::Visit { "visitors" } else { "participants" };
    cast.field.as_deref().unwrap_or(usual)
}

/// A word of a participation, as it is written.
fn word_of(field: &str, word: &str) -> Result<String, String> {
    let words = words(field);
    let bare = |text: &str| text.replace(['-', '_', ' '], "").to_lowercase();
    let found = words.iter().find(|known| bare(known) == bare(word));
    found
        .map(|word| (*word).to_owned())
        .ok_or_else(|| format!("`{word}` is no {field}, which are {}", words.join(", ")))
}

/// The words of a field of a participation.
fn words(field: &str) -> &'static [&'static str] {
    let fields = Kind::Meeting.fields();
    let participants = fields.iter().find(|field| field.name == "participants");
    let Some(Shape::Many(Shape::Loose(_, fields))) = participants.map(|field| field.shape) else { return &[] };
    match fields.iter().find(|known| known.name == field).map(|field| field.shape) {
        Some(Shape::Word(words)) => words,
        _ => &[],
    }
}

/// What a cast names beside its column.
pub(super) fn templates(cast: &Cast) -> impl Iterator<Item = &Template> {
    let more = [&cast.capacity, &cast.side, &cast.of, &cast.role, &cast.part, &cast.presence];
    std::iter::once(&cast.from).chain(more.into_iter().flatten())
}
