//! BibTeX for biblatex: one entry a source, its key the id of the source.

use super::author::Author;
use super::date::{biblatex, in_words};
use crate::export::terminal::is_unseen;
use crate::query::row::CiteRow;
use crate::query::{EarlierKind, Publication, PublicationKind};
use std::fmt::Write;

/// What stands before each field.
const INDENT: &str = "    ";

/// The entry of a row, with a line break at the end.
pub(super) fn entry(row: &CiteRow) -> String {
    let fields = match &row.publication {
        Some(publication) => fields(row, publication),
        None => {
            let mut fields = Fields::default();
            fields.title(Some(&row.key));
            fields.text("note", Some("no readable record describes this source"));
            fields
        }
    };
    let mut entry = format!("@{}{{{},\n", entry_type(row), row.key);
    for (name, value) in fields.0 {
        // Writing into a String cannot fail.
        let _ = writeln!(entry, "{INDENT}{name} = {{{value}}},");
    }
    entry + "}\n"
}

fn entry_type(row: &CiteRow) -> &'static str {
    match row.publication.as_ref().map(|publication| publication.kind) {
        Some(PublicationKind::NewspaperArticle) => "article",
        Some(PublicationKind::WebPage) => "online",
        Some(PublicationKind::GovernmentDocument) => "report",
        Some(PublicationKind::Dataset) => "dataset",
        Some(PublicationKind::Manuscript) => "unpublished",
        Some(PublicationKind::Book) => "book",
        Some(PublicationKind::Register | PublicationKind::Document) | None => "misc",
    }
}

/// Fields of an entry with their values, which are escaped.
#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    fn text(&mut self, name: &'static str, value: Option<&str>) {
        self.0.extend(value.map(|value| (name, escape(value))));
    }

    fn verbatim(&mut self, name: &'static str, value: Option<&str>) {
        self.0.extend(value.map(|value| (name, address(value))));
    }

    /// A date, whose signs biblatex takes as they are.
    fn date(&mut self, name: &'static str, date: String) {
        self.0.push((name, date));
    }

    /// A title in braces of its own, so that no style changes its capitals.
    fn title(&mut self, value: Option<&str>) {
        self.0.extend(value.map(|value| ("title", format!("{{{}}}", escape(value)))));
    }

    fn authors(&mut self, authors: &[Author]) {
        let name = |author: &Author| match author {
            Author::Person { family, given } => format!("{{{}}}, {{{}}}", escape(family), escape(given)),
            Author::Whole(name) => format!("{{{}}}", escape(name)),
        };
        if !authors.is_empty() {
            self.0.push(("author", authors.iter().map(name).collect::<Vec<_>>().join(" and ")));
        }
    }

    fn notes(&mut self, notes: &[String]) {
        self.text("note", (!notes.is_empty()).then(|| notes.join(", ")).as_deref());
    }
}

fn fields(row: &CiteRow, publication: &Publication) -> Fields {
    let mut fields = Fields::default();
    fields.authors(&Author::all(publication.author.as_deref().unwrap_or_default()));
    fields.title(publication.title.as_deref());
    fields.text(publisher_field(publication.kind), publication.publisher.as_deref());
    fields.text("type", kind_in_words(publication).as_deref());
    let date = publication.published.as_ref();
    match date.and_then(biblatex) {
        Some(date) => fields.date("date", date),
        // biblatex prints a year that is no number as it is.
        None => fields.text("year", date.map(in_words).as_deref()),
    }
    fields.text("version", row.version.as_deref());
    fields.text("language", publication.lang.as_deref());
    earlier(&mut fields, publication);
    fields.notes(&notes(row, publication));
    fields.text("library", publication.kept.archive.as_deref());
    fields.verbatim("url", publication.url.as_deref());
    fields.text("urldate", publication.accessed.map(|day| day.to_string()).as_deref());
    fields.text("addendum", publication.archived.as_ref().map(|copy| format!("copy at {copy}")).as_deref());
    let places = (!row.locators.is_empty()).then(|| format!("cited: {}", row.locators.join("; ")));
    fields.text("annotation", places.as_deref());
    fields
}

fn publisher_field(kind: PublicationKind) -> &'static str {
    match kind {
        PublicationKind::NewspaperArticle => "journaltitle",
        PublicationKind::GovernmentDocument => "institution",
        PublicationKind::Book | PublicationKind::Dataset => "publisher",
        PublicationKind::WebPage
        | PublicationKind::Register
        | PublicationKind::Manuscript
        | PublicationKind::Document => "organization",
    }
}

/// The field `type`, which reports must have.
fn kind_in_words(publication: &Publication) -> Option<String> {
    let genre = publication.genre.map(|genre| genre.name().to_owned());
    match publication.kind {
        PublicationKind::GovernmentDocument => genre.or_else(|| Some("official document".to_owned())),
        PublicationKind::Register | PublicationKind::Manuscript | PublicationKind::Document => genre,
        _ => None,
    }
}

fn notes(row: &CiteRow, publication: &Publication) -> Vec<String> {
    let digest = row.digest.as_ref().map(|digest| format!("digest {digest}"));
    let licence = row.licence.as_ref().map(|licence| format!("licence {licence}"));
    publication.kept.parts().chain(digest).chain(licence).chain(row.world.clone()).collect()
}

/// What it translates or prints again, in the fields that biblatex has for one earlier publication.
fn earlier(fields: &mut Fields, publication: &Publication) {
    let Some(first) = publication.earlier.first() else {
        return;
    };
    fields.text("origtitle", Some(&first.title));
    fields.text("origpublisher", first.publisher.as_deref());
    if let Some(date) = first.published.as_ref().and_then(biblatex) {
        fields.date("origdate", date);
    }
    if first.kind == EarlierKind::Translation {
        fields.text("origlanguage", first.lang.as_deref());
    }
}

/// A text within the braces of a field. Every text of an entry goes through here, but addresses. Braces become
/// commands, because BibTeX counts escaped ones as well; what nothing shows becomes a blank or nothing.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        if is_ligature(before, letter) {
            escaped.push_str("{}");
        }
        before = letter;
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '$' | '&' | '#' | '%' | '_' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            steering if steering.is_control() || matches!(steering, '\u{2028}' | '\u{2029}') => escaped.push(' '),
            unseen if is_unseen(unseen) => {}
            shown => escaped.push(shown),
        }
    }
    escaped
}

/// Whether TeX makes one sign of two, such as a dash of two hyphens.
fn is_ligature(before: char, letter: char) -> bool {
    (before == letter && matches!(letter, '-' | '\'' | '`' | ',' | '<' | '>'))
        || (matches!(before, '?' | '!') && letter == '`')
}

/// An address, which biblatex takes letter by letter: what could end the field, or be read otherwise by a program before
/// it, is written in hundredths (RFC 3986, section 2.1).
fn address(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '{' | '}' | '\\' | '"' | '^' | '`' | '<' | '>' | '|')
            || letter.is_whitespace()
            || is_unseen(letter)
        {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                // Writing into a String cannot fail.
                let _ = write!(escaped, "%{byte:02X}");
            }
        } else {
            escaped.push(letter);
        }
    }
    escaped
}
