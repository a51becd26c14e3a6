//! People who held posts, or were named to them.

use super::intake::{Came, Context, Known, Made};
use super::record::Making;
use super::source::Repository;
use super::xml::Element;
use crate::record::Kind;

/// The id of a person.
pub(super) fn id(person: &str) -> String {
    format!("hsg-{person}")
}

/// The record of a person.
pub(super) fn made(context: &mut Context, row: &Element) -> Made {
    let own = row.at("id");
    let part = |name: &str| row.at(&format!("persName/{name}"));
    let (family, given, suffix) = (part("surname"), part("forename"), part("genName"));
    if own.is_empty() || family.is_empty() && given.is_empty() {
        return Err("this person has no id or no name".to_owned());
    }
    let id = id(&own);
    if context.people.insert(id.clone(), Known { born: row.at("birth") }).is_some() {
        return Err(format!("there was a person {own} before"));
    }
    context.extend(Repository::Pocom, "", "", row);
    let name = [&given, &family, &suffix].into_iter().filter(|part| !part.is_empty());
    let name = name.map(String::as_str).collect::<Vec<_>>().join(" ");
    let making = Making::new(Kind::Person, &id).text("name", &name).text("family", &family);
    let making = making.text("born", &row.at("birth")).text("died", &row.at("death")).under("ids", "hsg", &own);
    let others = row.child("persName").into_iter().flat_map(|names| names.all("altname"));
    let making = others.fold(making, |making, other| making.under("names", "en", &other.text()));
    let making = making.text("note", &note(row)).text("source", &Repository::Pocom.row(&format!("people/{own}")));
    let file = own.chars().next().map_or_else(|| "people/others".to_owned(), |letter| format!("people/{letter}"));
    Ok(Came::Kept(vec![(file, making)]))
}

/// What has no field of its own.
fn note(row: &Element) -> String {
    let mut note = Vec::new();
    for (field, word) in [("career-type", "career type"), ("residence/state-id", "residence")] {
        let value = row.at(field);
        if !value.is_empty() {
            note.push(format!("{word}: {value}"));
        }
    }
    let earlier: Vec<String> = row
        .child("old-ids")
        .into_iter()
        .flat_map(|ids| &ids.children)
        .map(Element::text)
        .filter(|id| !id.is_empty())
        .collect();
    if !earlier.is_empty() {
        note.push(format!("earlier ids: {}", earlier.join(", ")));
    }
    note.join("; ")
}
