//! Every template of a map, for what has to be known of all of them.

use super::cast;
use super::map::{Condition, Outline, Recipe, Value};
use super::template::Template;

/// All templates of a map.
pub(super) fn all(map: &Outline) -> Vec<&Template> {
    let mut all: Vec<&Template> = of_conditions(&map.r#where).collect();
    all.extend(map.group.iter().flat_map(|group| &group.by));
    for recipe in &map.records {
        all.extend(of_recipe(recipe));
    }
    all
}

/// All templates of a recipe.
pub(super) fn of_recipe(recipe: &Recipe) -> Vec<&Template> {
    let mut all = vec![&recipe.id];
    all.extend(of_conditions(&recipe.r#where));
    all.extend(recipe.each.iter().map(|each| &each.from));
    all.extend(recipe.fields.values().flat_map(of_value));
    all.extend(recipe.participants.iter().flat_map(cast::templates));
    all.extend(recipe.certainty.iter().flat_map(|doubt| of_conditions(&doubt.r#if)));
    for cited in &recipe.source {
        let more = [&cited.locator, &cited.quote, &cited.lang, &cited.says];
        all.extend(std::iter::once(&cited.id).chain(more.into_iter().flatten()));
    }
    all
}

fn of_conditions(conditions: &[Condition]) -> impl Iterator<Item = &Template> {
    conditions.iter().map(|condition| &condition.from)
}

/// All templates of the value of a field.
pub(super) fn of_value(value: &Value) -> Vec<&Template> {
    match value {
        Value::Text(template) | Value::Id(template) => vec![template],
        Value::List(list) => vec![&list.from],
        Value::Record(_) => Vec::new(),
        Value::Days(days) => std::iter::once(&days.from).chain(&days.to).collect(),
        Value::Named(named) => std::iter::once(&named.from).chain(&named.of).collect(),
        Value::Words(words) => vec![&words.from],
    }
}
