//! The run of an import: row by row from the table to the sink.

use super::check::Checker;
use super::delimited::Next;
use super::fact_file::{file, plural};
use super::group::Groups;
use super::made::Made;
use super::making::{Maker, fits};
use super::map::{Again, Recipe, Repeats};
use super::notes::Notes;
use super::register::{Behind, Register};
use super::row::{Header, Row, Scene};
use super::table::Table;
use super::{ImportError, Imported, Map};
use crate::import::{Sink, Tally};
use crate::write::Draft;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};
use std::sync::Arc;

/// A row that went into records: its line and the digest of its cells.
pub(super) type Origin = (u64, u128);

/// All that is known while a table is read.
struct Run<'m, 's> {
    map: &'m Map,
    file: Arc<str>,
    header: Header,
    register: Register,
    notes: Notes,
    tally: Tally,
    sink: &'s mut dyn Sink,
    /// Digests of the rows that went in.
    seen: HashSet<u128>,
    groups: Groups,
    /// What was said of ids whose record is made once: the digest, and in which line.
    once: HashMap<(usize, String), (u64, u64)>,
}

/// Reads a table and gives its records to a sink; see [`super::import`].
pub(super) fn run<R: Read>(input: R, name: &str, map: &Map, sink: &mut dyn Sink) -> Result<Imported, ImportError> {
    let mut table = Table::open(input, &map.outline.input).map_err(told)?;
    let header = table.header.clone();
    Checker { text: &map.text, map: &map.outline }
        .columns(&header)
        .map_err(|problem| ImportError::Map(Box::new(problem)))?;
    let file: Arc<str> = name.into();
    let mut run = Run {
        map,
        header,
        register: Register::new(&map.outline.names),
        notes: Notes::of(file.clone()),
        file,
        tally: Tally::default(),
        sink,
        seen: HashSet::new(),
        groups: Groups::new(map.outline.group.as_ref()),
        once: HashMap::new(),
    };
    run.first()?;
    let mut read = 0;
    while let Some(next) = table.next().map_err(told)? {
        match next {
            Next::Row(row) => run.row(&row)?,
            Next::Broken(line, why) => run.tally.skip(&run.file, line, why),
        }
        run.sink.advance(table.read() - read);
        read = table.read();
    }
    // Comments behind the last row are read without giving one.
    run.sink.advance(table.read() - read);
    run.finish()
}

/// An error of the table itself, or of reading it.
fn told(error: io::Error) -> ImportError {
    match error.kind() {
        io::ErrorKind::InvalidData => ImportError::Table(error.to_string()),
        _ => ImportError::Io(error),
    }
}

impl Run<'_, '_> {
    /// Makes the records that need no row.
    fn first(&mut self) -> Result<(), ImportError> {
        let outline = &self.map.outline;
        let (row, header) = (Row::default(), self.header.clone());
        let file = self.file.clone();
        let scene = Scene { row: &row, header: &header, empty: &[], file: &file, each: None, when: None };
        let mut maker = Maker { map: outline, register: &mut self.register, notes: &mut self.notes };
        let made = maker.all(&outline.first, &scene).map_err(ImportError::Table)?;
        match self.records(&outline.first, usize::MAX / 2, &made, 0)? {
            Ok(_) => Ok(()),
            Err(why) => Err(ImportError::Table(why)),
        }
    }

    fn row(&mut self, row: &Row) -> Result<(), ImportError> {
        self.notes.at(row.line);
        match self.made(row) {
            Err(why) => self.tally.skip(&self.file, row.line, why),
            Ok(None) => self.tally.merge(),
            Ok(Some((key, made))) => {
                let origin = (row.line, digest(row));
                match self.groups.add(key, origin, made) {
                    Err(why) => self.tally.skip(&self.file, row.line, why),
                    Ok(finished) => {
                        self.seen.extend((self.map.outline.repeats == Repeats::Merge).then_some(origin.1));
                        for (origins, made) in finished {
                            self.give(&origins, &made)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// The records of a row and the key of its group; nothing if the row was there already.
    fn made(&mut self, row: &Row) -> Result<Option<Keyed>, String> {
        let outline = &self.map.outline;
        let (empty, header, file) = (&outline.input.empty, &self.header, &self.file);
        let scene = Scene { row, header, empty, file, each: None, when: None };
        if !fits(&outline.r#where, &scene)? {
            return Err("the map leaves it out by `where`".to_owned());
        }
        let key = self.groups.key(&scene)?;
        if !self.groups.holds(key.as_deref()) && self.seen.contains(&digest(row)) {
            return Ok(None);
        }
        let mut maker = Maker { map: outline, register: &mut self.register, notes: &mut self.notes };
        let made = maker.all(&outline.records, &scene)?;
        match made.is_empty() {
            true => Err("no record of the map fits it".to_owned()),
            false => Ok(Some((key, made))),
        }
    }

    /// Gives the records of some rows to the sink, or none of them.
    fn give(&mut self, origins: &[Origin], made: &[Made]) -> Result<(), ImportError> {
        let line = origins.first().map_or(0, |(line, _)| *line);
        self.notes.at(line);
        match self.records(&self.map.outline.records, 0, made, line)? {
            Ok(count) => {
                for (at, _) in origins.iter().enumerate() {
                    if at == 0 && count > 0 { self.tally.keep() } else { self.tally.merge() }
                }
            }
            Err(why) => {
                for (line, digest) in origins {
                    self.seen.remove(digest);
                    self.tally.skip(&self.file, *line, why.clone());
                }
            }
        }
        Ok(())
    }

    /// Gives records, after those of the names in them; says how many there were, or why there are none.
    fn records(
        &mut self,
        recipes: &[Recipe],
        offset: usize,
        made: &[Made],
        line: u64,
    ) -> Result<Result<usize, String>, ImportError> {
        let drafts = match self.drafts(recipes, offset, made, line) {
            Ok(drafts) => drafts,
            Err(why) => return Ok(Err(why)),
        };
        let names = match self.names(made) {
            Ok(names) => names,
            Err(why) => return Ok(Err(why)),
        };
        for (number, draft) in names {
            let file = self.path(&plural(draft.kind()));
            if let Some(thing) = self.register.thing(number) {
                thing.declared = true;
            }
            self.sink.record(&file, draft)?;
        }
        let count = drafts.len();
        for Ready { file, draft, once } in drafts {
            if let Some((key, digest)) = once {
                self.register.give(draft.kind(), &key.1);
                self.once.insert(key, (digest, line));
            }
            self.sink.record(&file, draft)?;
        }
        Ok(Ok(count))
    }

    /// The records under their final ids, those left out that are made once and were.
    fn drafts(&mut self, recipes: &[Recipe], offset: usize, made: &[Made], line: u64) -> Result<Vec<Ready>, String> {
        let mut labels = BTreeMap::new();
        let mut named = Vec::new();
        for one in made {
            let recipe = recipes.get(one.recipe).ok_or("no recipe")?;
            let id = self.id(recipe, one);
            labels.extend(recipe.label.clone().map(|label| (label, id.clone())));
            named.push((one, again(recipe), id));
        }
        let mut drafts = Vec::new();
        for (one, again, id) in named {
            let once = (again != Again::Number).then(|| ((offset + one.recipe, id.clone()), content(one)));
            if again == Again::Once && self.was_made(once.as_ref(), line) {
                continue;
            }
            let draft = one.draft(&id, &labels)?;
            draft.check().map_err(|problem| problem.message)?;
            drafts.push(Ready { file: self.path(&file(one)), draft, once });
        }
        Ok(drafts)
    }

    /// The id of a record: that of its row, unless it is that of another one.
    fn id(&mut self, recipe: &Recipe, made: &Made) -> String {
        if again(recipe) != Again::Number {
            return made.id.clone();
        }
        let id = self.register.free(made.kind, &made.id, Behind::Number);
        if id != made.id {
            self.notes.add(format!("the id `{}` is taken, and this record gets `{id}`", made.id));
        }
        id
    }

    /// Whether a record that is made once was made.
    fn was_made(&mut self, once: Option<&((usize, String), u64)>, line: u64) -> bool {
        let known = once.and_then(|(key, digest)| Some((self.once.get(key)?, digest, &key.1)));
        if let Some(((before, first), digest, id)) = known
            && before != digest
        {
            self.notes.add(format!("of `{id}` line {line} says something else than line {first}, which counts"));
        }
        known.is_some()
    }

    /// The records of what is named and was not given yet; what others belong to is named before them.
    fn names(&mut self, made: &[Made]) -> Result<Vec<(usize, Draft)>, String> {
        let mut drafts = Vec::new();
        let mut done = HashSet::new();
        for one in made {
            let source = one.fields.get("source").and_then(|source| source.first());
            for name in &one.names {
                let thing = self.register.thing(*name).filter(|thing| !thing.declared);
                if let Some(thing) = thing.filter(|_| done.insert(*name)) {
                    drafts.push((*name, thing.draft(source)?));
                }
            }
        }
        Ok(drafts)
    }

    fn path(&self, file: &str) -> String {
        self.map.outline.folder.as_ref().map_or_else(|| file.to_owned(), |folder| format!("{folder}/{file}"))
    }

    fn finish(mut self) -> Result<Imported, ImportError> {
        for (origins, made) in self.groups.finish() {
            self.give(&origins, &made)?;
        }
        let (notes, more_notes) = self.notes.finish();
        self.tally.skipped.sort_by_key(|skipped| skipped.line);
        Ok(Imported { tally: self.tally, notes, more_notes })
    }
}

/// The key of the group of a row, and its records.
type Keyed = (Option<String>, Vec<Made>);

/// A record that can be given.
struct Ready {
    file: String,
    draft: Draft,
    /// For a record that is not made again: of which recipe and id it is, and what it says.
    once: Option<((usize, String), u64)>,
}

fn again(recipe: &Recipe) -> Again {
    recipe.again.unwrap_or(if recipe.kind.is_event() { Again::Number } else { Again::Once })
}

/// What a record says, its citations left aside.
fn content(made: &Made) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (name, values) in made.fields.iter().filter(|(name, _)| *name != "source") {
        (name, values).hash(&mut hasher);
    }
    for part in &made.parts {
        format!("{part:?}").hash(&mut hasher);
    }
    hasher.finish()
}

/// The digest of all cells of a row.
fn digest(row: &Row) -> u128 {
    let half = |first: u8| {
        let mut hasher = DefaultHasher::new();
        first.hash(&mut hasher);
        row.content().hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}
