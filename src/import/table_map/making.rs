//! Making: a row becomes records, as a recipe of the map says.

use super::cast::Company;
use super::date_text::{Seen, joined, read};
use super::made::{Cell, Made};
use super::map::{Cited, Condition, Days, Doubt, Effect, Ending, Named, Outline, Range, Reading, Recipe, Value, Words};
use super::notes::Notes;
use super::register::{Mention, Register};
use super::row::Scene;
use super::split::{MOST, parts, shortened};
use super::template::Template;
use crate::names::slug;
use crate::record::{Kind, Shape};
use crate::write::{literal, structure};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What is at hand while a record is made.
pub(super) struct Maker<'m> {
    pub map: &'m Outline,
    pub register: &'m mut Register,
    pub notes: &'m mut Notes,
}

/// Whether a row fits all conditions.
pub(super) fn fits(conditions: &[Condition], scene: &Scene<'_>) -> Result<bool, String> {
    for condition in conditions {
        let text = condition.from.fill(scene)?.unwrap_or_default();
        let is = condition.is.is_empty() || condition.is.iter().any(|wanted| *wanted == text);
        let not = condition.not.iter().all(|unwanted| *unwanted != text);
        if !is || !not || condition.filled.is_some_and(|filled| filled == text.is_empty()) {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Maker<'_> {
    /// All records that a row makes by some recipes.
    pub(super) fn all(&mut self, recipes: &[Recipe], scene: &Scene<'_>) -> Result<Vec<Made>, String> {
        let mut all = Vec::new();
        for (number, recipe) in recipes.iter().enumerate() {
            let Some(each) = &recipe.each else {
                all.extend(self.one(number, recipe, scene)?);
                continue;
            };
            let text = each.from.fill(scene)?.unwrap_or_default();
            for part in parts(&text, &each.separators)? {
                all.extend(self.one(number, recipe, &Scene { each: Some(part), ..*scene })?);
            }
        }
        Ok(all)
    }

    /// The record of one recipe, if the row fits it.
    fn one(&mut self, number: usize, recipe: &Recipe, scene: &Scene<'_>) -> Result<Option<Made>, String> {
        if !fits(&recipe.r#where, scene)? {
            return Ok(None);
        }
        let mut made = Made {
            recipe: number,
            kind: recipe.kind,
            id: String::new(),
            file: recipe.file.clone(),
            fields: BTreeMap::new(),
            parts: Vec::new(),
            names: Vec::new(),
        };
        for (name, value) in &recipe.fields {
            self.field(&mut made, name, value, scene).map_err(|why| format!("`{name}`: {why}"))?;
        }
        let when = made.fields.get("when").and_then(|when| when.first()?.text()).map(str::to_owned);
        let scene = &Scene { when: when.as_deref(), ..*scene };
        made.id = id(&recipe.id, scene)?;
        for cast in &recipe.participants {
            Company { maker: self, made: &mut made, cast, scene }.add()?;
        }
        for doubt in &recipe.certainty {
            add_doubt(&mut made, doubt, scene)?;
        }
        let source = recipe.source.iter().map(|cited| citation(cited, scene)).collect::<Result<Vec<_>, _>>()?;
        if !source.is_empty() {
            made.fields.insert("source".to_owned(), source);
        }
        Ok(Some(made))
    }

    fn field(&mut self, made: &mut Made, name: &str, value: &Value, scene: &Scene<'_>) -> Result<(), String> {
        let cells = match value {
            Value::Text(text) => text.fill(scene)?.map(|text| vec![Cell::Text(text.into_owned())]),
            Value::Id(template) => template.fill(scene)?.map(|_| id(template, scene)).transpose()?.map(text_cell),
            Value::Record(label) => Some(vec![Cell::Record(label.clone())]),
            Value::Words(words) => word(words, scene)?.map(text_cell),
            Value::List(list) => {
                let text = list.from.fill(scene)?.unwrap_or_default();
                Some(parts(&text, &list.separators)?.into_iter().map(|part| Cell::Text(part.to_owned())).collect())
            }
            Value::Named(named) => Some(self.named(made, named, scene)?),
            Value::Days(days) => self.days(made, name, days, scene)?.map(text_cell),
        };
        let cells = cells.unwrap_or_default();
        if !cells.is_empty() {
            made.fields.insert(name.to_owned(), cells);
        }
        Ok(())
    }

    /// The ids of what is named.
    fn named(&mut self, made: &mut Made, named: &Named, scene: &Scene<'_>) -> Result<Vec<Cell>, String> {
        let Some(text) = named.from.fill(scene)? else { return Ok(Vec::new()) };
        let owner = self.owner(made, named.of.as_ref(), named.of_kind, scene)?;
        let mut ids = Vec::new();
        for part in parts(&text, &named.separators)? {
            let mention = self.mention(made, named.kind, &said(part, named.order), owner.as_ref())?;
            ids.push(Cell::Text(mention.id));
        }
        Ok(ids)
    }

    /// The state or actor that a template names.
    pub(super) fn owner(
        &mut self,
        made: &mut Made,
        of: Option<&Template>,
        kind: Option<Kind>,
        scene: &Scene<'_>,
    ) -> Result<Option<Mention>, String> {
        let name = filled(of, scene)?;
        name.map(|name| self.mention(made, kind.unwrap_or(Kind::State), &name_of(&name), None)).transpose()
    }

    /// The id of a name, and the name among those of the record.
    pub(super) fn mention(
        &mut self,
        made: &mut Made,
        kind: Kind,
        (name, family): &(String, Option<String>),
        owner: Option<&Mention>,
    ) -> Result<Mention, String> {
        let family = family.iter().filter(|_| kind == Kind::Person);
        let more = family.map(|family| ("family", family.clone())).collect();
        let mention = self.register.mention(kind, name, owner, more, self.notes)?;
        made.names.extend(mention.thing);
        Ok(mention)
    }

    /// A date; the time of day behind it goes into `time`, if the record has such a field.
    fn days(&mut self, made: &mut Made, name: &str, days: &Days, scene: &Scene<'_>) -> Result<Option<String>, String> {
        let reading = days.read.as_ref().unwrap_or(&self.map.dates);
        let first = end(&days.from, reading, scene)?;
        let last = days.to.as_ref().map(|to| end(to, reading, scene)).transpose()?.flatten();
        let (date, time) = match (&first, &last) {
            (None, None) => return Ok(None),
            (Some(first), None) if days.to.is_some() && days.without_end == Ending::Unstated => {
                (format!("{}/", first.date), first.time.as_ref().map(ToString::to_string))
            }
            (Some(one), None) => (one.date.to_string(), one.time.as_ref().map(ToString::to_string)),
            (None, Some(last)) => (format!("/{}", last.date), None),
            (Some(first), Some(last)) => (between(first, last, reading.range)?, span_of_time(first, last)),
        };
        if let Some(time) = time {
            let has_time = name == "when" && made.kind.fields().iter().any(|field| field.name == "time");
            if !has_time {
                return Err(format!("the time of day {time} has no place here"));
            }
            made.fields.entry("time".to_owned()).or_insert_with(|| text_cell(time));
        }
        Ok(Some(date))
    }
}

/// The text of a template that a map may leave out.
pub(super) fn filled(template: Option<&Template>, scene: &Scene<'_>) -> Result<Option<String>, String> {
    template.map_or(Ok(None), |template| Ok(template.fill(scene)?.map(Cow::into_owned)))
}

fn text_cell(text: String) -> Vec<Cell> {
    vec![Cell::Text(text)]
}

/// An id: the text made into a slug.
fn id(template: &Template, scene: &Scene<'_>) -> Result<String, String> {
    let text = template.whole(scene)?;
    let id = slug(&text);
    (!id.is_empty()).then_some(id).ok_or_else(|| format!("`{}` makes no id", shortened(&text)))
}

/// A name in the order of the map.
pub(super) fn said(text: &str, order: super::map::NameOrder) -> (String, Option<String>) {
    match order {
        super::map::NameOrder::AsWritten => name_of(text),
        super::map::NameOrder::FamilyGiven => super::split::turned(text),
    }
}

pub(super) fn name_of(text: &str) -> (String, Option<String>) {
    (text.split_whitespace().collect::<Vec<_>>().join(" "), None)
}

fn word(words: &Words, scene: &Scene<'_>) -> Result<Option<String>, String> {
    let Some(text) = words.from.fill(scene)? else { return Ok(words.silent.clone()) };
    let word = words.of.get(text.as_ref()).or(words.other.as_ref());
    word.map(|word| Some(word.clone())).ok_or_else(|| format!("the map has no word for `{}`", shortened(&text)))
}

fn end(template: &Template, reading: &Reading, scene: &Scene<'_>) -> Result<Option<Seen>, String> {
    template.fill(scene)?.map(|text| read(&text, reading)).transpose()
}

/// Two dates as one; where one of them has two ends itself, only its outer one counts.
fn between(first: &Seen, last: &Seen, range: Range) -> Result<String, String> {
    let (start, close) = (first.date.to_string(), last.date.to_string());
    if start == close {
        return Ok(start);
    }
    let outer = |text: &str| text.contains('/').then(|| format!("`{text}` is more than one end of a range"));
    match outer(&start).or_else(|| outer(&close)) {
        Some(why) => Err(why),
        None => Ok(joined(&start, &close, range)),
    }
}

fn span_of_time(first: &Seen, last: &Seen) -> Option<String> {
    match (&first.time, &last.time) {
        (Some(start), Some(close)) if start != close => Some(format!("{start}–{close}")),
        (start, close) => start.as_ref().or(close.as_ref()).map(ToString::to_string),
    }
}

fn add_doubt(made: &mut Made, doubt: &Doubt, scene: &Scene<'_>) -> Result<(), String> {
    if !fits(&doubt.r#if, scene)? {
        return Ok(());
    }
    for effect in &doubt.then {
        match effect {
            Effect::Uncertain(field) => {
                if let Some([Cell::Text(date)]) = made.fields.get_mut(field).map(Vec::as_mut_slice) {
                    *date = super::date_text::uncertain(date);
                }
            }
            Effect::Derived(field, reason) => {
                made.fields.insert(format!("derived.{field}"), text_cell(reason.clone()));
            }
            Effect::Credibility(grade) => {
                made.fields.insert("credibility".to_owned(), text_cell(grade.to_string()));
            }
        }
    }
    Ok(())
}

fn citation(cited: &Cited, scene: &Scene<'_>) -> Result<Cell, String> {
    let source = id(&cited.id, scene)?;
    let (locator, quote) = (filled(cited.locator.as_ref(), scene)?, filled(cited.quote.as_ref(), scene)?);
    let (lang, says) = (filled(cited.lang.as_ref(), scene)?, filled(cited.says.as_ref(), scene)?);
    let says = says.map(|says| slug(&says));
    if let (None, None, None) = (&quote, &lang, &says) {
        let locator = locator.map(|locator| format!("#{locator}")).unwrap_or_default();
        return Ok(Cell::Written(literal(Shape::Locus, &format!("{source}{locator}"))));
    }
    let mut fields = vec![("source", literal(Shape::Id, &source))];
    let texts = [("locator", locator), ("quote", quote), ("lang", lang), ("says", says)];
    fields.extend(texts.into_iter().filter_map(|(name, text)| Some((name, literal(Shape::Text, &text?)))));
    Ok(Cell::Written(structure(fields)))
}

/// Whether a record takes more participants.
pub(super) fn has_room(made: &Made) -> Result<(), String> {
    match made.parts.len() {
        ..MOST => Ok(()),
        _ => Err(format!("more than {MOST} take part")),
    }
}
