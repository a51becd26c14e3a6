//! Loading: the records of a facts folder, or of the facts that are part of the program.

use super::locate::{Places, Spot};
use super::text::SourceText;
use super::{FactFile, Settings, files, read_file};
use super::{digest, list, locate, settings};
use crate::diagnostic::Diagnostic;
use crate::id::Id;
use crate::record::Record;
use crate::span::Span;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A record and where it stands.
#[derive(Clone, Debug)]
pub struct PlacedRecord {
    /// What was read.
    pub record: Record,
    /// The text, as a position in [`Loaded::texts`].
    pub text: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// A digest of what it says, whatever its layout.
    pub digest: [u8; 32],
}

/// Everything that could be read, with all problems.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The texts, in the order of their paths.
    pub texts: Vec<SourceText>,
    /// The records, in the order of texts and lines.
    pub records: Vec<PlacedRecord>,
    /// What could not be read.
    pub problems: Vec<Diagnostic>,
    /// Ids that stand on records that could not be read.
    pub unreadable: BTreeSet<Id>,
    /// What the collection says about itself.
    pub settings: Settings,
    /// The text in which it says so.
    pub settings_text: Option<SourceText>,
    /// Whether these are the facts that are part of the program.
    pub built_in: bool,
    /// A digest of all records, whatever files they lie in.
    pub digest: String,
    order: HashMap<Arc<str>, usize>,
}

/// Reads a folder of fact files, or a single file.
pub fn read_folder(folder: &Path) -> Loaded {
    let (found, problems) = files(folder);
    let mut loaded = Loaded { problems, ..Loaded::default() };
    match settings::text(folder) {
        Ok(text) => loaded.set(text),
        Err(problem) => loaded.problems.push(problem),
    }
    for file in &found {
        loaded.file(file);
    }
    loaded.tables(folder);
    loaded.finish()
}

/// Reads texts that are at hand, each under the name it is to be called by.
pub fn read_texts(texts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Loaded {
    let mut loaded = Loaded::default();
    for (name, bytes) in texts {
        loaded.text(SourceText::new(name, bytes));
    }
    loaded.finish()
}

/// Reads texts that are at hand, and the settings that belong to them.
pub fn read_collection(settings: Option<SourceText>, texts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Loaded {
    let mut loaded = read_texts(texts);
    loaded.set(settings);
    loaded
}

/// Reads the facts that are part of the program.
pub fn read_built_in() -> Loaded {
    let texts = super::built_in::FILES.iter();
    let texts = texts.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    let own = SourceText::new("graph-data/chancery.ron", super::built_in::SETTINGS.as_bytes().to_vec());
    Loaded { built_in: true, ..read_collection(Some(own), texts) }
}

impl Loaded {
    fn set(&mut self, text: Option<SourceText>) {
        match text.as_ref().map(settings::parse) {
            Some(Ok(settings)) => self.settings = settings,
            Some(Err(problem)) => self.problems.push(problem),
            None => {}
        }
        self.settings_text = text;
    }

    /// A problem at the source that the settings name.
    pub fn settings_problem(&self, source: &Id, make: impl FnOnce(Span) -> Diagnostic) -> Diagnostic {
        let text = self.settings_text.as_ref();
        let record = 0..text.map_or(0, |text| text.bytes().len());
        Marker { text, record, places: OnceCell::new() }.problem(Spot::used("source", source), make)
    }

    /// Adds what the records of tables are that a collection needs.
    fn tables(&mut self, folder: &Path) {
        let (tables, problems) = super::tables(folder);
        self.problems.extend(problems);
        for table in tables {
            let lines = self.lines_of(table.settings().source.as_str());
            let text = super::tables::text(&table, &lines);
            self.text(SourceText::new(
                format!("{}{}", table.settings().source, super::TABLE_ENDING),
                text.into_bytes(),
            ));
        }
    }

    /// The lines of a table of whose rows records speak.
    fn lines_of(&self, source: &str) -> Vec<u32> {
        let begins = format!("{source}-e");
        let line = |id: &Id| id.as_str().strip_prefix(begins.as_str())?.parse::<u32>().ok();
        let mut lines: Vec<u32> = Vec::new();
        for record in self.records.iter().map(|placed| &placed.record) {
            let spoken_of = record.references();
            lines.extend(spoken_of.iter().filter_map(|reference| line(reference.id)).chain(line(&record.head.id)));
        }
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    fn file(&mut self, file: &FactFile) {
        match read_file(file) {
            Ok(text) => self.text(text),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn text(&mut self, text: SourceText) {
        let number = self.texts.len();
        let listed = list::<Record>(&text);
        let readable: Vec<Range<usize>> = listed.values.iter().map(|one| one.range.clone()).collect();
        self.unreadable.extend(locate::ids_outside(&text, &readable));
        for one in listed.values {
            let digest = digest::of_item(text.slice(one.range.clone()));
            self.records.push(PlacedRecord { record: one.value, text: number, range: one.range, digest });
        }
        self.problems.extend(listed.problems);
        self.texts.push(text);
    }

    fn finish(mut self) -> Self {
        let names = self.texts.iter().map(|text| text.name().clone());
        self.order = names.enumerate().map(|(number, name)| (name, number)).collect();
        self.digest = digest::of_all(self.records.iter().map(|one| one.digest));
        self
    }

    /// Where a record begins.
    pub fn span_of(&self, record: &PlacedRecord) -> Span {
        self.texts.get(record.text).map_or_else(nowhere, |text| text.span(record.range.start))
    }

    /// A problem at a spot in a record.
    pub fn problem(&self, record: &PlacedRecord, spot: Spot<'_>, make: impl FnOnce(Span) -> Diagnostic) -> Diagnostic {
        self.marker(record).problem(spot, make)
    }

    /// What finds the spots of many problems in one record.
    pub fn marker(&self, record: &PlacedRecord) -> Marker<'_> {
        Marker { text: self.texts.get(record.text), record: record.range.clone(), places: OnceCell::new() }
    }

    /// What sorts a place into the order of files and lines.
    pub fn order_of(&self, span: &Span) -> (usize, u32, u32, Arc<str>) {
        let file = self.order.get(&span.file).copied().unwrap_or(usize::MAX);
        (file, span.line, span.column, span.file.clone())
    }
}

/// Finds spots in one record; its text is looked through when the first one is asked for.
pub struct Marker<'a> {
    text: Option<&'a SourceText>,
    record: Range<usize>,
    places: OnceCell<Places<'a>>,
}

impl Marker<'_> {
    /// A problem at a spot.
    pub fn problem(&self, spot: Spot<'_>, make: impl FnOnce(Span) -> Diagnostic) -> Diagnostic {
        let Some(text) = self.text else {
            return make(nowhere());
        };
        let place = self.places.get_or_init(|| Places::of(text, self.record.clone())).find(spot);
        make(text.span(place.start)).with_excerpt(Some(text.excerpt(place)))
    }
}

fn nowhere() -> Span {
    Span::whole_file("".into())
}
