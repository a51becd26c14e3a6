//! The list of sources under an answer.

use super::Style;
use super::bibliography;
use crate::id::Id;
use crate::query::{Answer, CitedAt, Publication};
use std::collections::BTreeMap;

/// One line of the list.
pub(super) struct Cited<'a> {
    /// Its number in the column `src`.
    pub number: usize,
    /// What is cited, in words, not yet escaped for any format.
    pub sentence: String,
    /// The source and its address, where it is cited for the first time or in full.
    pub first: Option<(&'a Id, Option<&'a str>)>,
}

/// How much of each citation is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// In full where a source comes first, then with the number under which that is.
    Short,
    /// Each in full, as a note by the Chicago Manual of Style.
    Full,
}

impl Length {
    /// The length that a style asks for.
    pub(super) fn of(style: &Style) -> Self {
        if style.cite { Self::Full } else { Self::Short }
    }
}

/// The accounts behind the rows, in the order of their numbers.
pub(super) fn all(answer: &Answer, length: Length) -> Vec<Cited<'_>> {
    let mut seen: BTreeMap<&Id, usize> = BTreeMap::new();
    let mut list = Vec::new();
    for (at, cited) in answer.citations.iter().enumerate() {
        let number = at + 1;
        let publication = answer.citations.publication(&cited.source);
        let known = *seen.entry(&cited.source).or_insert(number);
        let source = match publication {
            Some(publication) if length == Length::Full => {
                vec![bibliography::note(publication, cited.locator.as_slice()).text()]
            }
            None => vec![format!("{} (no readable record describes this source)", cited.source)],
            Some(publication) if known == number => in_full(publication),
            Some(publication) => in_short(publication, known),
        };
        let url = publication.and_then(|publication| publication.url.as_deref());
        let in_full = known == number || length == Length::Full;
        let first = (in_full && publication.is_some()).then_some((&cited.source, url));
        list.push(Cited { number, sentence: sentence(answer, cited, source, length), first });
    }
    list
}

/// The accounts behind the rows in words, a line each: number, source, and where it is cited first its id and address.
pub fn sources_in_words(answer: &Answer) -> Vec<String> {
    let line = |cited: Cited<'_>| {
        let first = cited.first.map(|(id, url)| match url {
            Some(url) => format!("; {id}, {url}"),
            None => format!("; {id}"),
        });
        format!("[{}] {}{}", cited.number, cited.sentence, first.unwrap_or_default())
    };
    all(answer, Length::Short).into_iter().map(line).collect()
}

fn sentence(answer: &Answer, cited: &CitedAt, mut parts: Vec<String>, length: Length) -> String {
    parts.extend(cited.locator.clone().filter(|_| length == Length::Short));
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
    let published = publication.published.as_ref().map(ToString::to_string);
    [publication.publisher.clone(), published, title, author].into_iter().flatten().collect()
}

/// Publisher and day, and under which number the rest stands.
fn in_short(publication: &Publication, known: usize) -> Vec<String> {
    let published = publication.published.as_ref().map(ToString::to_string);
    let mut parts: Vec<String> = publication.publisher.clone().into_iter().chain(published).collect();
    match parts.last_mut() {
        Some(last) => *last += &format!(" (as [{known}])"),
        None => parts.push(format!("as [{known}]")),
    }
    parts
}
