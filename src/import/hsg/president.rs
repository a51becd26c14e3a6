//! Presidents: people, and the days on which they were in office.

use super::intake::{Came, Context, Known, Made};
use super::record::Making;
use super::register::Office;
use super::source::Repository;
use super::xml::Element;
use crate::record::Kind;

/// The id of the office.
pub(super) const OFFICE: &str = "president-of-united-states";

/// Rows of the list of presidents about people who are in the list of people under another id.
const SAME: &[(&str, &str)] = &[("bush-george-h-w", "bush-george-herbert-walker")];

/// Who was president when.
#[derive(Debug, Default)]
pub(super) struct Presidents(Vec<Term>);

#[derive(Debug)]
struct Term {
    id: String,
    name: String,
    took: String,
    left: String,
}

impl Term {
    /// Whether the term and the days have one in common.
    fn meets(&self, first: &str, last: &str) -> bool {
        self.took.as_str() <= last && (self.left.is_empty() || first <= self.left.as_str())
    }
}

impl Presidents {
    /// The president with this family name who was in office on one of the days.
    pub(super) fn called(&self, family: &str, first: &str, last: &str) -> Option<&str> {
        let own = |term: &&Term| term.name.rsplit(' ').next() == Some(family) && term.meets(first, last);
        self.0.iter().find(own).map(|term| term.id.as_str())
    }

    /// Whether somebody was in office on a day: none where the list has no such person.
    pub(super) fn held(&self, id: &str, day: &str) -> Option<bool> {
        let mut terms = self.0.iter().filter(|term| term.id == id).peekable();
        terms.peek()?;
        Some(terms.any(|term| term.meets(day, day)))
    }

    /// Whether somebody took office within the months after a day.
    pub(super) fn took_office_after(&self, id: &str, day: &str) -> bool {
        let Ok(day) = day.parse::<crate::date::Day>() else {
            return false;
        };
        let soon = |term: &Term| {
            let days = term.took.parse().ok().and_then(|took| day.days_until(took));
            days.is_some_and(|days| (1..=130).contains(&days))
        };
        self.0.iter().any(|term| term.id == id && soon(term))
    }
}

/// The id of a president.
pub(super) fn id(president: &str) -> String {
    format!("hsg-president-{president}")
}

/// The office of the president.
pub(super) fn note_office(context: &mut Context) {
    context.register.office(&Office {
        id: OFFICE,
        title: "President of the United States",
        of: "united-states",
        to: None,
        level: "HeadOfState",
    });
}

/// The family name: the last word of the name, where the id begins with it.
fn family<'a>(id: &str, name: &'a str) -> &'a str {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let begins = id.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(last));
    if begins { last } else { "" }
}

/// The records of a president: the person, once, and the tenure.
pub(super) fn made(context: &mut Context, row: &Element) -> Made {
    let (own, name) = (row.at("id"), row.at("name"));
    let number = row.attribute("n");
    if own.is_empty() || name.is_empty() || number.is_empty() {
        return Err("this president has no id, no name or no number".to_owned());
    }
    let (took, left) = (row.at("took-office-date"), row.at("left-office-date"));
    context.extend(Repository::Travels, "", "", row);
    note_office(context);
    let (id, born) = (id(&own), row.at("birth-year"));
    let cited = Repository::Travels.row(&format!("presidents/{number}"));
    let mut made = Vec::new();
    if context.people.insert(id.clone(), Known { born: born.clone() }).is_none() {
        let person = Making::new(Kind::Person, &id).text("name", &name).text("family", family(&own, &name));
        let person = person.text("born", &born);
        let person = person.text("died", &row.at("death-year")).under("ids", "hsg", &own);
        made.push(("people/presidents".to_owned(), person.text("source", &cited)));
    }
    let tenure = Making::new(Kind::Tenure, &format!("hsg-presidency-{number}"));
    let tenure = tenure.text("person", &id).text("office", OFFICE).text("from", &took).text("until", &left);
    made.push(("posts/presidents".to_owned(), tenure.text("source", &cited)));
    context.presidents.0.push(Term { id, name, took, left });
    Ok(Came::Kept(made))
}

/// Presidents who held posts as well, with the reason: the same id and year of birth in both lists, or a listed pair.
pub(super) fn same(context: &Context) -> Vec<(String, String, String)> {
    let both = context.people.iter().filter_map(|(person, known)| {
        let plain = person.strip_prefix("hsg-").filter(|plain| !plain.starts_with("president-"))?;
        let listed = SAME.iter().find(|(_, other)| *other == plain).map(|(own, _)| *own);
        let president = id(listed.unwrap_or(plain));
        let born = &context.people.get(&president)?.born;
        let same = !born.is_empty() && *born == known.born;
        let reason = "the list of presidents and the list of people have one person, born in one year";
        same.then(|| (person.clone(), president, reason.to_owned()))
    });
    both.collect()
}
