//! Checking the recipes of a map against the fields that records have.

use super::cast::field;
use super::check::{Checked, Checker};
use super::map::{Cast, Effect, NameOrder, Named, Parts, Recipe, Value};
use crate::names::nearest;
use crate::record::{Field, Kind, Shape};

impl Checker<'_> {
    /// What has to hold of the records that a row makes, or the whole table.
    pub(super) fn recipes(&self, recipes: &[Recipe]) -> Checked {
        let labels: Vec<&str> = recipes.iter().filter_map(|recipe| recipe.label.as_deref()).collect();
        for (at, label) in labels.iter().enumerate() {
            if labels.iter().skip(at + 1).any(|other| other == label) {
                return Err(self.at(label, format!("two records have the label `{label}`")));
            }
        }
        recipes.iter().try_for_each(|recipe| self.recipe(recipe, &labels))
    }

    fn recipe(&self, recipe: &Recipe, labels: &[&str]) -> Checked {
        let kind = recipe.kind;
        let fields = kind.fields();
        recipe.file.iter().try_for_each(|file| self.path(&file.replace("{year}", "2000")))?;
        recipe.each.iter().try_for_each(|each| self.separators(&each.separators))?;
        for (name, value) in &recipe.fields {
            self.field(kind, &fields, name)?;
            self.value(value, labels)?;
        }
        for cast in &recipe.participants {
            self.cast(kind, &fields, cast)?;
        }
        let effects = recipe.certainty.iter().flat_map(|doubt| &doubt.then);
        effects.into_iter().try_for_each(|effect| self.effect(kind, &fields, effect))?;
        if kind.needs_evidence() && recipe.source.is_empty() {
            let hint = "write `source: [(id: \"…\", locator: \"row {row}\")]`";
            return Err(self.at(kind.tag(), format!("{} needs a `source`", kind.with_article())).with_hint(hint));
        }
        let stated = |field: &&Field| {
            let cast = recipe.participants.iter().any(|cast| self::field(cast, kind) == field.name);
            field.name == "id" || cast || recipe.fields.contains_key(field.name)
        };
        match fields.iter().filter(|field| field.must).find(|field| !stated(field)) {
            Some(field) => {
                Err(self.at(kind.tag(), format!("{} needs the field `{}`", kind.with_article(), field.name)))
            }
            None => Ok(()),
        }
    }

    fn field(&self, kind: Kind, fields: &[Field], written: &str) -> Checked {
        let (name, key) = written.split_once('.').map_or((written, None), |(name, key)| (name, Some(key)));
        if matches!(name, "id" | "source") {
            return Err(self.at(written, format!("`{name}` is written beside `fields`, not in it")));
        }
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            let near = nearest(name, fields.iter().map(|field| field.name));
            let problem = self.at(written, format!("{} has no field `{name}`", kind.with_article()));
            return Err(match near {
                Some(near) => problem.with_hint(format!("did you mean `{near}`?")),
                None => problem,
            });
        };
        match (matches!(field.shape, Shape::Table(_)), key) {
            (true, None) => Err(self.at(written, format!("`{name}` needs a key: `{name}.…`"))),
            (true, Some(key)) if key.is_empty() || key.contains(['=', '"', '\\']) || key.starts_with('{') => {
                Err(self.at(written, format!("`{key}` can't be a key")))
            }
            (false, Some(_)) => Err(self.at(written, format!("`{name}` has no keys"))),
            _ => Ok(()),
        }
    }

    fn value(&self, value: &Value, labels: &[&str]) -> Checked {
        match value {
            Value::List(Parts { separators, .. }) => self.separators(separators),
            Value::Record(label) if !labels.contains(&label.as_str()) => {
                Err(self.at(label, format!("no record of the map has the label `{label}`")))
            }
            Value::Days(days) => days.read.iter().try_for_each(|reading| self.reading(reading)),
            Value::Named(named) => self.named(named),
            _ => Ok(()),
        }
    }

    fn named(&self, named: &Named) -> Checked {
        self.separators(&named.separators)?;
        self.order(named.order, &named.separators)?;
        self.nameable(named.kind, &[Kind::Place, Kind::Office, Kind::Topic])?;
        named.of_kind.iter().try_for_each(|kind| self.nameable(*kind, &[Kind::Place]))?;
        match named.kind == Kind::Office && named.of.is_none() {
            true => Err(self.at(named.from.written(), "an office needs `of`, the actor that it belongs to")),
            false => Ok(()),
        }
    }

    fn cast(&self, kind: Kind, fields: &[Field], cast: &Cast) -> Checked {
        let name = field(cast, kind);
        let takes = |field: &Field| match field.shape {
            Shape::Many(inner) => {
                matches!(inner, Shape::Loose(_, inner) if inner.iter().any(|field| field.name == "who"))
            }
            _ => false,
        };
        if !fields.iter().any(|field| field.name == name && takes(field)) {
            let names: Vec<&str> = fields.iter().filter(|field| takes(field)).map(|field| field.name).collect();
            let problem = self.at(name, format!("`{name}` of {} takes no participants", kind.with_article()));
            return Err(problem.with_hint(format!("those that do are {}", names.join(", "))));
        }
        self.separators(&cast.separators)?;
        self.separators(&cast.capacity_separators)?;
        self.separators(&cast.doubt)?;
        self.order(cast.order, &cast.separators)?;
        cast.kind.iter().chain(&cast.side_kind).try_for_each(|kind| self.nameable(*kind, &[]))
    }

    fn effect(&self, kind: Kind, fields: &[Field], effect: &Effect) -> Checked {
        match effect {
            Effect::Uncertain(name) => {
                let date = |shape: Shape| matches!(shape, Shape::Date | Shape::Many(Shape::Date));
                match fields.iter().any(|field| field.name == name && date(field.shape)) {
                    true => Ok(()),
                    false => Err(self.at(name, format!("{} has no date `{name}`", kind.with_article()))),
                }
            }
            Effect::Derived(name, _) => match fields.iter().any(|field| field.name == name) {
                true => Ok(()),
                false => Err(self.at(name, format!("{} has no field `{name}`", kind.with_article()))),
            },
            Effect::Credibility(1..=6) => Ok(()),
            Effect::Credibility(_) => Err(self.at("Credibility", "the credibility is 1 to 6")),
        }
    }

    fn separators(&self, separators: &[String]) -> Checked {
        match separators.iter().any(String::is_empty) {
            true => Err(self.at("separators", "a separator can't be empty")),
            false => Ok(()),
        }
    }

    fn order(&self, order: NameOrder, separators: &[String]) -> Checked {
        match order == NameOrder::FamilyGiven && separators.iter().any(|separator| separator.trim() == ",") {
            true => Err(self.at("FamilyGiven", "a comma can't stand both within a name and between two")),
            false => Ok(()),
        }
    }

    fn nameable(&self, kind: Kind, more: &[Kind]) -> Checked {
        match kind.is_actor() || more.contains(&kind) {
            true => Ok(()),
            false => Err(self.at(kind.tag(), format!("{} is not made from a name here", kind.with_article()))),
        }
    }
}
