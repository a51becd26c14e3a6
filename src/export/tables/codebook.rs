//! Codebooks: what stands in each column, for people, as Markdown.

use super::{Table, Tables};
use crate::export::field::{Field, Type};
use crate::export::markdown::escape;

/// The codebook of a package.
pub(super) fn codebook(tables: &Tables<'_>, extension: &str) -> String {
    let selection = tables.selection;
    let title = selection.title.clone().unwrap_or_else(|| selection.name());
    let mut lines = vec![
        format!("# {}", escape(&title)),
        String::new(),
        escape(&selection.sentences("Tables of facts that refer to each other.")),
        String::new(),
        "Dates marked EDTF are texts in the Extended Date/Time Format as the sources give them; days are days of the \
         calendar, and an empty cell is an open side or nothing stated. Lists are joined with `; `. A dispute is never \
         settled here: `disputed` names the aspects, and `accounts` holds what each source says."
            .to_owned(),
        String::new(),
        "| table | rows | what it holds |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    let line = |table: &Table| format!("| `{}.{extension}` | {} | {} |", table.name, table.rows.len(), table.about);
    lines.extend(tables.tables.iter().map(line));
    tables.tables.iter().for_each(|table| lines.extend(of_table(table)));
    lines.push(String::new());
    lines.join("\n")
}

fn of_table(table: &Table) -> Vec<String> {
    let mut lines =
        vec![String::new(), format!("## {}", table.name), String::new(), table.about.to_owned(), String::new()];
    lines.push("| column | type | meaning |".to_owned());
    lines.push("|---|---|---|".to_owned());
    lines.extend(table.fields.iter().map(|field| {
        let marks = marks(table, field);
        format!("| `{}` | {}{marks} | {} |", field.name, type_words(field), field.about)
    }));
    lines
}

/// What a column is for, beside what stands in it.
fn marks(table: &Table, field: &Field) -> String {
    let key = if table.key.contains(&field.name) { ", key" } else { "" };
    let foreign = table.foreign.iter().find(|foreign| foreign.column == field.name);
    let foreign = foreign.map(|foreign| format!(", of `{}`", foreign.table)).unwrap_or_default();
    format!("{key}{foreign}")
}

fn type_words(field: &Field) -> &'static str {
    match field.of {
        Type::Text => "text",
        Type::Id => "id",
        Type::Date => "date (EDTF)",
        Type::Number => "whole number",
        Type::Real => "number",
        Type::Flag => "true or false",
        Type::Day => "day",
        Type::List => "list",
        Type::Ids => "list of ids",
    }
}
