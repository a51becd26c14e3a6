//! Concurrent appointments: one person accredited to several countries at once.

use super::intake::{Came, Context, Made};
use super::record::Making;
use super::register::words;
use super::source::Repository;
use super::xml::Element;
use crate::record::Kind;

/// A remark about the posts of a group, which says that they were one mission.
pub(super) fn made(context: &mut Context, row: &Element) -> Made {
    let own = row.at("id");
    let links: Vec<String> = row.all("chief-id").map(Element::text).filter(|link| !link.is_empty()).collect();
    let known: Vec<&str> = links.iter().filter_map(|link| context.posts.record(link)).collect();
    if own.is_empty() || known.is_empty() {
        return Err(format!("none of the posts of this group was read: {}", links.join(", ")));
    }
    let mut text = format!("One person held these posts at once: {}", links.join(", "));
    let (locality, country) = (row.at("resident-at/locale-id"), row.at("resident-at/contemporary-territory-id"));
    let seat: Vec<String> = [locality, country].iter().filter(|id| !id.is_empty()).map(|id| words(id)).collect();
    if !seat.is_empty() {
        text += &format!("; resident at {}", seat.join(", "));
    }
    let missing: Vec<&str> =
        links.iter().map(String::as_str).filter(|link| context.posts.record(link).is_none()).collect();
    if !missing.is_empty() {
        text += &format!("; not among the posts that were read: {}", missing.join(", "));
    }
    let making = Making::new(Kind::Remark, &format!("hsg-concurrent-{own}")).texts("about", known.iter().copied());
    let making =
        making.text("text", &text).text("source", &Repository::Pocom.row(&format!("concurrent-appointments/{own}")));
    context.extend(Repository::Pocom, "", "", row);
    Ok(Came::Kept(vec![("posts/concurrent".to_owned(), making)]))
}
