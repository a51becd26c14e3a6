//! Notes as the Chicago Manual of Style (17th and 18th edition) has them: author, title, where and when it was
//! published, the places in it, archive, day of reading, address.
//!
//! Plain text has no italics, so that titles of books and papers stand as they are; titles of articles and pages stand
//! in quotation marks.

use super::author::{self, Author};
use super::date::{day_in_words, in_words};
use crate::query::row::CiteRow;
use crate::query::{Earlier, EarlierKind, Publication, PublicationKind};

/// A part of a note.
enum Part {
    /// In quotation marks; the comma after it stands inside.
    Quoted(String),
    /// As it is.
    Plain(String),
}

/// A note in the making.
#[derive(Default)]
pub(in crate::export) struct Note(Vec<Part>);

impl Note {
    /// Adds a part, if there is one.
    pub(in crate::export) fn add(&mut self, part: Option<impl Into<String>>) {
        self.0.extend(part.map(|part| Part::Plain(part.into())));
    }

    /// Adds a title. One in square brackets was supplied by the keeper and is none of the source's words.
    fn quote(&mut self, title: Option<&str>) {
        let is_supplied = |title: &str| title.starts_with('[') && title.ends_with(']');
        self.0.extend(title.map(|title| match title {
            supplied if is_supplied(supplied) => Part::Plain(supplied.to_owned()),
            own => Part::Quoted(inside_quotes(own)),
        }));
    }

    /// The parts with commas between them and without an end.
    pub(in crate::export) fn text(&self) -> String {
        let mut text = String::new();
        let last = self.0.len().saturating_sub(1);
        for (at, part) in self.0.iter().enumerate() {
            let (comma, blank) = if at == last { ("", "") } else { (",", " ") };
            match part {
                Part::Quoted(title) => text += &format!("“{title}{comma}”{blank}"),
                Part::Plain(part) => text += &format!("{part}{comma}{blank}"),
            }
        }
        text
    }

    /// The same with a full stop, which no address gets that would then be another.
    fn sentence(&self) -> String {
        let text = self.text();
        match text.strip_suffix('”') {
            Some(open) => format!("{open}.”"),
            None if text.ends_with('.') => text,
            None => format!("{text}."),
        }
    }
}

/// A title within quotation marks: those of its own become single ones.
fn inside_quotes(title: &str) -> String {
    title.replace('“', "‘").replace('”', "’").replace('"', "'")
}

/// The note of a row, with its address.
pub(super) fn sentence(row: &CiteRow) -> String {
    let Some(publication) = &row.publication else {
        return format!("{} (no readable record describes this source).", row.key);
    };
    let mut note = head(publication, &OfData::of(row));
    note.add(row.world.as_deref());
    tail(&mut note, publication, &row.locators);
    note.add(publication.url.as_deref());
    note.sentence()
}

/// The note of a publication, without its address.
pub(in crate::export) fn note(publication: &Publication, locators: &[String]) -> Note {
    let mut note = head(publication, &OfData::default());
    tail(&mut note, publication, locators);
    note
}

/// What only data sets have.
#[derive(Default)]
struct OfData<'r> {
    version: Option<&'r str>,
    digest: Option<&'r str>,
    licence: Option<&'r str>,
}

impl<'r> OfData<'r> {
    fn of(row: &'r CiteRow) -> Self {
        Self { version: row.version.as_deref(), digest: row.digest.as_deref(), licence: row.licence.as_deref() }
    }
}

/// Author, title, publisher and day, as the kind of publication orders them.
fn head(publication: &Publication, own: &OfData<'_>) -> Note {
    let author = author::spoken(&Author::all(publication.author.as_deref().unwrap_or_default()));
    let publisher = publication.publisher.as_deref();
    let title = publication.title.as_deref();
    // A body that speaks in its own name, or keeps a register, is the author where nobody else is.
    let (first, second) = match &author {
        Some(author) => (Some(author.as_str()), publisher),
        None => (publisher, None),
    };
    let mut note = Note::default();
    match publication.kind {
        PublicationKind::NewspaperArticle | PublicationKind::WebPage | PublicationKind::Document => {
            note.add(author.as_deref());
            note.quote(title);
            note.add(publisher);
            note.add(when(publication));
        }
        PublicationKind::GovernmentDocument => {
            note.add(first);
            note.quote(title);
            note.add(publication.genre.map(|genre| genre.name()));
            note.add(second);
            note.add(when(publication));
        }
        PublicationKind::Dataset | PublicationKind::Register => {
            note.add(first);
            note.add(title);
            note.add(own.version.map(|version| format!("version {version}")));
            note.add(Some(publication.kind.name()));
            note.add(second);
            note.add(when(publication).filter(|when| own.version.is_none() || when != NO_DATE));
            note.add(own.digest.map(|digest| format!("digest {digest}")));
            note.add(own.licence.map(|licence| format!("licence {licence}")));
        }
        PublicationKind::Manuscript => {
            note.add(author.as_deref());
            note.quote(title);
            note.add(publication.genre.map(|genre| genre.name()));
            note.add(when(publication));
        }
        PublicationKind::Book => {
            let imprint: Vec<String> = publisher.map(str::to_owned).into_iter().chain(when(publication)).collect();
            note.add(author.as_deref());
            note.add(title.map(|title| format!("{title} ({})", imprint.join(", "))));
        }
    }
    note
}

/// What a note says in place of a date.
const NO_DATE: &str = "n.d.";

/// When it was published; the day of reading alone does where nobody tells.
fn when(publication: &Publication) -> Option<String> {
    let published = publication.published.as_ref().map(in_words);
    published.or_else(|| publication.accessed.is_none().then(|| NO_DATE.to_owned()))
}

/// The places in it, what it was made of, where it is kept, and when it was read.
fn tail(note: &mut Note, publication: &Publication, locators: &[String]) {
    locators.iter().for_each(|locator| note.add(Some(locator.as_str())));
    publication.kept.parts().for_each(|part| note.add(Some(part)));
    publication.earlier.iter().for_each(|earlier| earlier_in(note, earlier));
    note.add(publication.archived.as_ref().map(|address| format!("copy at {address}")));
    note.add(publication.accessed.map(|day| format!("accessed {}", day_in_words(day))));
}

fn earlier_in(note: &mut Note, earlier: &Earlier) {
    let word = match earlier.kind {
        EarlierKind::Translation => "translation of",
        EarlierKind::Reprint => "reprinted from",
    };
    let mut own = Note::default();
    own.quote(Some(&earlier.title));
    own.add(earlier.publisher.as_deref());
    own.add(earlier.published.as_ref().map(in_words));
    note.add(Some(format!("{word} {}", own.text())));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_and_stops_stand_inside_of_quotation_marks() {
        let check = |title: &str, more: Option<&str>, expected: &str| {
            let mut note = Note::default();
            note.quote(Some(title));
            note.add(more);
            assert_eq!(note.sentence(), expected);
        };
        check("A", Some("B"), "“A,” B.");
        check("A", None, "“A.”");
        check("A “b” \"c\"", Some(NO_DATE), "“A ‘b’ 'c',” n.d.");
        check("[A meets B]", Some("C"), "[A meets B], C.");
    }
}
