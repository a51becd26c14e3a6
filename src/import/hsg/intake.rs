//! The way of the rows: to the maker of their kind, to the sink and into the tally.

use super::meeting::Seen;
use super::post::Posts;
use super::president::Presidents;
use super::record::Making;
use super::register::Register;
use super::role::Roles;
use super::source::{self, Extent, Repository};
use super::xml::{Document, Element};
use super::{concurrent, leg, person, post, president, role, spelling, visit};
use crate::import::{Sink, Tally};
use crate::record::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

/// What came of a row.
pub(super) enum Came {
    /// Records of its own, each for a fact file.
    Kept(Vec<(String, Making)>),
    /// It adds to the records of other rows.
    Merged,
}

/// What came of a row, or why it was left out.
pub(super) type Made = Result<Came, String>;

/// A person of the tables: of the list of presidents or of the people who held posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The year of birth.
    pub(super) born: String,
}

/// Everything that was read so far and that later rows refer to.
pub(super) struct Context {
    /// States, offices, places and visitors.
    pub(super) register: Register,
    /// Who was president when.
    pub(super) presidents: Presidents,
    /// The titles of posts.
    pub(super) roles: Roles,
    /// Which posts there were.
    pub(super) posts: Posts,
    /// The people of the tables, by our ids.
    pub(super) people: BTreeMap<String, Known>,
    /// People whom rows name without having a row of their own, by our ids, with their names.
    pub(super) named: BTreeMap<String, String>,
    /// Who visited, for the meetings of travellers.
    pub(super) seen: Seen,
    /// The days that each repository is about.
    pub(super) extents: BTreeMap<Repository, Extent>,
    /// The visits and trips that there were.
    rows: BTreeSet<String>,
}

impl Context {
    /// Whether there was no such row before.
    pub(super) fn is_new(&mut self, row: &str) -> bool {
        self.rows.insert(row.to_owned())
    }

    /// Takes in the days of a row and the day of its last change.
    pub(super) fn extend(&mut self, repository: Repository, first: &str, last: &str, row: &Element) {
        let changed = row.at("last-modified-datetime") + &row.at("last-modified-date");
        self.extents.entry(repository).or_default().take(first, last, &changed);
    }
}

/// An import on its way.
pub(super) struct Intake<'a> {
    sink: &'a mut dyn Sink,
    tally: Tally,
    context: Context,
}

impl<'a> Intake<'a> {
    pub(super) fn new(sink: &'a mut dyn Sink) -> Self {
        let context = Context {
            register: Register::default(),
            presidents: Presidents::default(),
            roles: Roles::default(),
            posts: Posts::default(),
            people: BTreeMap::new(),
            named: BTreeMap::new(),
            seen: Seen::default(),
            extents: BTreeMap::new(),
            rows: BTreeSet::new(),
        };
        Self { sink, tally: Tally::default(), context }
    }

    /// Hears how far the reading is.
    pub(super) fn advance(&mut self, bytes: u64) {
        self.sink.advance(bytes);
    }

    /// Takes in a document.
    pub(super) fn document(&mut self, file: &Arc<str>, document: &Document) -> io::Result<()> {
        let root = &document.root;
        match root.name.as_str() {
            "visits" => self.rows(file, root.all("visit"), &mut |context, row| visit::made(context, row))?,
            "trips" => self.rows(file, root.all("trip"), &mut |context, row| leg::made(context, row))?,
            "presidents" => {
                self.rows(file, root.all("president"), &mut |context, row| president::made(context, row))?
            }
            "person" => self.rows(file, [root].into_iter(), &mut |context, row| person::made(context, row))?,
            "role" => self.rows(file, [root].into_iter(), &mut |context, row| role::made(context, row))?,
            "concurrent-appointments" => {
                self.rows(file, [root].into_iter(), &mut |context, row| concurrent::made(context, row))?;
            }
            "country-mission" | "org-mission" | "principal-position" => self.posts(file, root)?,
            // Tables of the meaning of codes have no rows.
            "code-table" | "" => {}
            name => self.tally.skip(file, root.line, format!("`{name}` is no document that this importer knows")),
        }
        if let Some(fault) = &document.fault {
            let reason = format!("what follows was not read, because the XML breaks off here: {}", fault.message);
            self.tally.skip(file, fault.line, reason);
        }
        Ok(())
    }

    fn posts(&mut self, file: &Arc<str>, root: &Element) -> io::Result<()> {
        let mission = post::Mission::of(root);
        mission.note(&mut self.context);
        for container in &root.children {
            let rows = container.children.iter().filter(|row| row.child("person-id").is_some());
            self.rows(file, rows, &mut |context, row| post::made(context, &mission, &container.name, row))?;
        }
        Ok(())
    }

    fn rows<'r>(
        &mut self,
        file: &Arc<str>,
        rows: impl Iterator<Item = &'r Element>,
        make: &mut dyn FnMut(&mut Context, &Element) -> Made,
    ) -> io::Result<()> {
        for row in rows {
            match make(&mut self.context, row).and_then(Self::drafts) {
                Ok(None) => self.tally.merge(),
                Ok(Some(drafts)) => {
                    self.tally.keep();
                    for (file, draft) in drafts {
                        self.sink.record(&file, draft)?;
                    }
                }
                Err(reason) => self.tally.skip(file, row.line, reason),
            }
        }
        Ok(())
    }

    /// The records of a row; all of them or none.
    fn drafts(came: Came) -> Result<Option<Vec<(String, crate::write::Draft)>>, String> {
        match came {
            Came::Merged => Ok(None),
            Came::Kept(makings) => {
                let drafts = makings.into_iter().map(|(file, making)| Ok((file, making.done()?)));
                drafts.collect::<Result<_, String>>().map(Some)
            }
        }
    }

    /// Writes what was collected, and gives the tally.
    pub(super) fn end(mut self) -> io::Result<Tally> {
        if self.tally.kept > 0 {
            self.tables()?;
        }
        Ok(self.tally)
    }

    fn tables(&mut self) -> io::Result<()> {
        self.context.register.state("united-states", "United States", "");
        let context = &self.context;
        let sources = context.extents.iter().map(|(repository, extent)| source::source(*repository, extent));
        let tables = [
            ("sources", sources.collect::<Vec<_>>()),
            ("states", context.register.state_records().collect()),
            ("offices", context.register.office_records().collect()),
            ("places", context.register.place_records().collect()),
            ("people/visitors", context.register.visitor_records().collect()),
            ("people/named", unlisted(context)),
            ("identities", same(context)),
        ];
        for (file, makings) in tables {
            for making in makings {
                let draft = making.done().map_err(|reason| io::Error::new(io::ErrorKind::InvalidData, reason))?;
                self.sink.record(file, draft)?;
            }
        }
        Ok(())
    }
}

/// The people whom rows name and who have no row of their own.
fn unlisted(context: &Context) -> Vec<Making> {
    let unlisted = context.named.iter().filter(|(id, _)| !context.people.contains_key(*id));
    let note = "Named by other rows; the files that were read have no row about this person";
    unlisted.map(|(id, name)| Making::new(Kind::Person, id).text("name", name).text("note", note)).collect()
}

/// What is one although it has two ids, by the listed rules, where both occur.
fn same(context: &Context) -> Vec<Making> {
    let mut pairs: BTreeSet<(String, String, String)> = BTreeSet::new();
    let register = &context.register;
    let spellings = spelling::rules().filter(|rule| register.has_visitor(&rule.a) && register.has_visitor(&rule.b));
    pairs.extend(spellings.map(|rule| (rule.a, rule.b, rule.reason.to_owned())));
    pairs.extend(president::same(context));
    let record = |(a, b, reason): (String, String, String)| {
        let id = format!("hsg-same-{}", b.strip_prefix("hsg-").unwrap_or(&b));
        Making::new(Kind::SameAs, &id).text("a", &a).text("b", &b).text("note", &reason)
    };
    pairs.into_iter().map(record).collect()
}
