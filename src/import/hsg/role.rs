//! Roles: what posts are called.

use super::intake::{Came, Context, Made};
use super::register::words;
use super::source::Repository;
use super::xml::Element;
use std::collections::BTreeMap;

/// The titles of posts, by their ids.
#[derive(Debug, Default)]
pub(super) struct Roles(BTreeMap<String, String>);

impl Roles {
    /// The title of a role; its id as words where no file tells it.
    pub(super) fn title(&self, role: &str) -> String {
        self.0.get(role).cloned().unwrap_or_else(|| words(role))
    }

    /// Notes a title.
    pub(super) fn note(&mut self, role: String, title: String) {
        if !role.is_empty() && !title.is_empty() {
            self.0.insert(role, title);
        }
    }
}

/// Takes in what a role is called: it adds to the offices of the posts.
pub(super) fn made(context: &mut Context, row: &Element) -> Made {
    let (id, title) = (row.at("id"), row.at("names/singular"));
    if id.is_empty() || title.is_empty() {
        return Err("this role has no id or no name".to_owned());
    }
    context.extend(Repository::Pocom, "", "", row);
    context.roles.note(id, title);
    Ok(Came::Merged)
}
