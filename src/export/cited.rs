//! The list of sources under an answer.

use crate::id::Id;
use crate::query::{Answer, CitedAt, Publication};
use std::collections::BTreeMap;

/// One line of the list.
pub(super) struct Cited<'a> {
    /// Its number in the column `src`.
    pub number: usize,
    /// What is cited, in words, not yet escaped for any format.
    pub sentence: String,
    /// The source and its address, where it is cited for the first time.
    pub first: Option<(&'a Id, Option<&'a str>)>,
}

/// The accounts behind the rows, in the order of their numbers.
pub(super) fn all(answer: &Answer) -> Vec<Cited<'_>> {
    let mut seen: BTreeMap<&Id, usize> = BTreeMap::new();
    let mut list = Vec::new();
    for (at, cited) in answer.citations.iter().enumerate() {
        let number = at + 1;
        let publication = answer.citations.publication(&cited.source);
        let known = *seen.entry(&cited.source).or_insert(number);
        let source = match publication {
            None => vec![format!("{} (no readable record describes this source)", cited.source)],
            Some(publication) if known == number => in_full(publication),
            Some(publication) => in_short(publication, known),
        };
        let url = publication.and_then(|publication| publication.url.as_deref());
        let first = (known == number && publication.is_some()).then_some((&cited.source, url));
        list.push(Cited { number, sentence: sentence(answer, cited, source), first });
    }
    list
}

fn sentence(answer: &Answer, cited: &CitedAt, mut parts: Vec<String>) -> String {
    parts.extend(cited.locator.clone());
    if let Some(says) = &cited.says {
        parts.push(format!("quoting {}", answer.names.get(says).map_or(says.as_str(), String::as_str)));
    }
    let mut sentence = parts.join(", ");
    if let Some(quote) = &cited.quote {
        sentence += &format!(": \"{quote}\"");
    }
    let derived = cited.derived.iter().map(|(field, how)| format!("{field} — {how}")).collect::<Vec<_>>();
    if !derived.is_empty() {
        sentence += &format!("; derived: {}", derived.join("; "));
    }
    sentence
}

/// Publisher, day, title and author, as far as they are known.
fn in_full(publication: &Publication) -> Vec<String> {
    let title = publication.title.as_ref().map(|title| format!("\"{title}\""));
    let author = publication.author.as_ref().map(|author| format!("by {author}"));
    [publication.publisher.clone(), publication.published.clone(), title, author].into_iter().flatten().collect()
}

/// Publisher and day, and under which number the rest stands.
fn in_short(publication: &Publication, known: usize) -> Vec<String> {
    let mut parts: Vec<String> =
        [&publication.publisher, &publication.published].into_iter().flatten().cloned().collect();
    match parts.last_mut() {
        Some(last) => *last += &format!(" (as [{known}])"),
        None => parts.push(format!("as [{known}]")),
    }
    parts
}
