//! Loading: the records of a facts folder, or of the facts that are part of the program.

use super::digest::{self, Digester};
use super::locate::{Places, Spot};
use super::parse::parse_digested;
use super::text::SourceText;
use super::{FactFile, FoundTable, Item, Settings, Split, files, read_file, split};
use super::{locate, settings};
use crate::diagnostic::Diagnostic;
use crate::id::Id;
use crate::record::Record;
use crate::span::Span;
use rayon::prelude::*;
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
    /// Line and column where it begins.
    begins: (u32, u32),
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
    let read = |file: &FactFile| read_file(file).map(Content::of);
    loaded.take(found.par_iter().map(read).collect());
    loaded.tables(folder);
    loaded.finish()
}

/// Reads texts that are at hand, each under the name it is to be called by.
pub fn read_texts(texts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Loaded {
    let mut loaded = Loaded::default();
    let texts: Vec<(String, Vec<u8>)> = texts.into_iter().collect();
    let read = |(name, bytes)| Ok(Content::of(SourceText::new(name, bytes)));
    loaded.take(texts.into_par_iter().map(read).collect());
    loaded.finish()
}

/// Reads the few records of a text of our own making; what could not be read of it is left out.
pub fn read_few(text: SourceText) -> Loaded {
    let mut digester = Digester::default();
    let items = split(&text).items.into_iter();
    let records = items.filter_map(|item| PlacedRecord::read(&mut digester, &text, 0, item.range).ok()).collect();
    Loaded { texts: vec![text], records, ..Loaded::default() }
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

/// So many records are read by one thread in one go.
const IN_ONE_GO: usize = 256;

/// A problem with the number of its text. Problems stand in the order of files; that of a file that could not be read comes
/// before those of the next text.
type Problem = ((usize, bool), Diagnostic);

/// A text, and the records that it lists.
struct Content {
    text: SourceText,
    split: Split,
}

impl Content {
    fn of(text: SourceText) -> Self {
        text.prepare();
        let split = split(&text);
        Self { text, split }
    }
}

impl PlacedRecord {
    fn read(
        digester: &mut Digester,
        source: &SourceText,
        text: usize,
        range: Range<usize>,
    ) -> Result<Self, Diagnostic> {
        let (record, digest) = parse_digested(source, range.clone(), digester)?;
        // Records are read in the order of lines, so that the table of lines is looked up where it was just looked up.
        let begins = source.place(range.start);
        Ok(Self { record, text, range, begins, digest })
    }
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
        let mut told = super::tables::AlreadyTold::default();
        for FoundTable { name, table } in tables {
            let lines = self.lines_of(table.settings().source.as_str());
            let text = super::tables::text(&table, &lines, &mut told);
            self.take(vec![Ok(Content::of(SourceText::new(name, text.into_bytes())))]);
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

    /// Takes the contents of files in their order; those that could not be read leave no text behind.
    fn take(&mut self, contents: Vec<Result<Content, Diagnostic>>) {
        let (first, from) = (self.texts.len(), self.records.len());
        let mut lists: Vec<(usize, Vec<Item>)> = Vec::with_capacity(contents.len());
        let mut problems: Vec<Problem> = Vec::new();
        for content in contents {
            let number = self.texts.len();
            match content {
                Ok(Content { text, split }) => {
                    lists.push((number, split.items));
                    problems.extend(split.problems.into_iter().map(|problem| ((number, true), problem)));
                    self.texts.push(text);
                }
                Err(problem) => problems.push(((number, false), problem)),
            }
        }
        self.read(lists, &mut problems);
        problems.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.span.cmp(&other.span)));
        self.problems.extend(problems.into_iter().map(|(_, problem)| problem));
        self.look_outside(first, from);
    }

    /// Reads the items of texts on as many threads as there are.
    fn read(&mut self, lists: Vec<(usize, Vec<Item>)>, problems: &mut Vec<Problem>) {
        let mut items: Vec<(&SourceText, usize, Item)> =
            Vec::with_capacity(lists.iter().map(|(_, list)| list.len()).sum());
        for (number, list) in lists {
            if let Some(text) = self.texts.get(number) {
                items.extend(list.into_iter().map(|item| (text, number, item)));
            }
        }
        let read = |digester: &mut Digester, (text, number, Item { range }): (&SourceText, usize, Item)| {
            PlacedRecord::read(digester, text, number, range).map_err(|problem| Box::new(((number, true), problem)))
        };
        let items = items.into_par_iter().with_min_len(IN_ONE_GO);
        let read: Vec<Result<PlacedRecord, Box<Problem>>> = items.map_init(Digester::default, read).collect();
        // The records stay where they lie, as far as what could not be read leaves no gaps between them.
        let records = read.into_iter().filter_map(|read| read.map_err(|problem| problems.push(*problem)).ok());
        match self.records.is_empty() {
            true => self.records = records.collect(),
            false => self.records.extend(records),
        }
    }

    /// Notes ids in those parts of texts that could not be read, from a text and its records on.
    fn look_outside(&mut self, first: usize, from: usize) {
        let records = self.records.get(from..).unwrap_or_default();
        let of_text = |(number, text): (usize, &SourceText)| {
            let start = records.partition_point(|record| record.text < number);
            let own = records.iter().skip(start).take_while(|record| record.text == number);
            locate::ids_outside(text, own.map(|record| record.range.clone()))
        };
        let texts = self.texts.par_iter().enumerate().skip(first);
        self.unreadable.par_extend(texts.flat_map_iter(of_text));
    }

    fn finish(mut self) -> Self {
        let names = self.texts.iter().map(|text| text.name().clone());
        self.order = names.enumerate().map(|(number, name)| (name, number)).collect();
        self.digest = digest::of_all(self.records.iter().map(|one| one.digest));
        self
    }

    /// Where a record begins.
    pub fn span_of(&self, record: &PlacedRecord) -> Span {
        let (line, column) = record.begins;
        self.texts.get(record.text).map_or_else(nowhere, |text| Span { file: text.name().clone(), line, column })
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
