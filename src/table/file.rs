//! The file of a table: a head, and the columns one after the other, as they lie in memory.
//!
//! The head says where each block lies and what its digest is, so that a file that is cut short, damaged, of another
//! program or another machine is known as such before anything is answered from it.

use super::columns::Columns;
use super::ids::Ids;
use super::meta::Meta;
use super::places::Places;
use super::table::classes;
use super::twins::Twins;
use super::{Actors, Table, map};
use crate::column::{Column, Lent};
use atomic_write_file::AtomicWriteFile;
use bytemuck::{Pod, Zeroable};
use std::fmt;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;
use xxhash_rust::xxh3::xxh3_64;

const MAGIC: [u8; 16] = *b"chancery events\n";
/// Counts how the meaning of these files has changed.
const VERSION: u32 = 2;
/// Reads otherwise on a machine with another order of bytes.
const ORDER: u32 = 0x0102_0304;
/// Blocks begin at multiples of this.
const ALIGNED: usize = 64;
const BLOCKS: usize = 32;

#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Head {
    magic: [u8; 16],
    version: u32,
    order: u32,
    blocks: [Block; BLOCKS],
    /// The digest of all before.
    digest: u64,
}

#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Block {
    start: u64,
    length: u64,
    digest: u64,
}

/// A file that is written and not in its place yet; without [`commit`](Self::commit) nothing is left of it.
#[derive(Debug)]
pub struct Staged(AtomicWriteFile);

impl Staged {
    /// Puts it in its place.
    ///
    /// # Errors
    /// If the system refuses; what lay there is then left as it was.
    pub fn commit(self) -> io::Result<()> {
        self.0.commit()
    }
}

/// Why a file is no table.
#[derive(Debug)]
pub enum Damage {
    /// It can't be read.
    Unreadable(io::Error),
    /// It is no file of events.
    Foreign,
    /// It was written by another version of the program, or on another kind of machine.
    Version,
    /// It is cut short, or its bytes are not those that were written.
    Broken,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "it can't be read: {error}"),
            Self::Foreign => f.write_str("it is no file of events"),
            Self::Version => f.write_str("another version of the program, or another kind of machine, wrote it"),
            Self::Broken => f.write_str("it is damaged or cut short"),
        }
    }
}

impl std::error::Error for Damage {}

impl Head {
    fn own_digest(&self) -> u64 {
        let bytes = bytemuck::bytes_of(self);
        xxh3_64(bytes.get(..bytes.len() - size_of::<u64>()).unwrap_or_default())
    }

    fn read(bytes: &[u8]) -> Result<Self, Damage> {
        let head = bytes.get(..size_of::<Self>()).filter(|head| head.starts_with(&MAGIC)).ok_or(Damage::Foreign)?;
        let head: Self = bytemuck::pod_read_unaligned(head);
        if head.version != VERSION || head.order != ORDER {
            return Err(Damage::Version);
        }
        if head.digest != head.own_digest() {
            return Err(Damage::Broken);
        }
        Ok(head)
    }
}

impl Table {
    /// Writes the table as a file.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let meta = self.meta.pack();
        let blocks = self.blocks(&meta);
        let mut head =
            Head { magic: MAGIC, version: VERSION, order: ORDER, blocks: [Block::zeroed(); BLOCKS], digest: 0 };
        let mut start = size_of::<Head>().next_multiple_of(ALIGNED);
        for (block, bytes) in head.blocks.iter_mut().zip(blocks) {
            *block = Block { start: start as u64, length: bytes.len() as u64, digest: xxh3_64(bytes) };
            start = (start + bytes.len()).next_multiple_of(ALIGNED);
        }
        head.digest = head.own_digest();
        for bytes in [bytemuck::bytes_of(&head)].into_iter().chain(blocks) {
            to.write_all(bytes)?;
            to.write_all(&[0; ALIGNED][..bytes.len().next_multiple_of(ALIGNED) - bytes.len()])?;
        }
        to.flush()
    }

    /// Puts the file of the table in place as a whole, and in place of an earlier one.
    ///
    /// # Errors
    /// If it can't be written; what lay there is then left as it was.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        self.stage(path)?.commit()
    }

    /// Writes the file of the table beside its place, so that several can be put in place together.
    ///
    /// # Errors
    /// If it can't be written; nothing is left of it then.
    pub fn stage(&self, path: &Path) -> io::Result<Staged> {
        let file = AtomicWriteFile::open(path)?;
        self.write(&mut BufWriter::with_capacity(1 << 20, file.as_file()))?;
        Ok(Staged(file))
    }

    fn blocks<'t>(&'t self, meta: &'t [u8]) -> [&'t [u8]; BLOCKS] {
        let Columns { source, target, day, relation, line, place } = &self.columns;
        let (twins, places) = (&self.twins, &self.places);
        [
            meta,
            self.actors.text.as_bytes(),
            self.actors.ends.bytes(),
            source.bytes(),
            target.bytes(),
            day.bytes(),
            relation.bytes(),
            line.bytes(),
            self.offsets.bytes(),
            self.contacts.bytes(),
            self.rows.bytes(),
            self.other_offsets.bytes(),
            self.other_rows.bytes(),
            self.ids.text.text.as_bytes(),
            self.ids.text.ends.bytes(),
            self.ids.order.bytes(),
            self.codes.text.as_bytes(),
            self.codes.ends.bytes(),
            self.countries.text.as_bytes(),
            self.countries.ends.bytes(),
            place.bytes(),
            twins.rows.bytes(),
            twins.lines.bytes(),
            twins.places.bytes(),
            places.ids.text.as_bytes(),
            places.ids.ends.bytes(),
            places.names.text.as_bytes(),
            places.names.ends.bytes(),
            places.within.bytes(),
            places.degrees.bytes(),
            places.offsets.bytes(),
            places.rows.bytes(),
        ]
    }

    /// Maps the file of a table, after a look at all of it for damage.
    ///
    /// # Errors
    /// If the file is none, is damaged or is of another version.
    pub fn open(path: &Path) -> Result<Self, Damage> {
        let (bytes, length) = map::map(path).map_err(Damage::Unreadable)?;
        Self::lent(bytes, length)
    }

    /// A table in bytes that somebody else holds.
    fn lent(bytes: Lent, length: usize) -> Result<Self, Damage> {
        let whole = bytes.lend(0..length);
        let head = Head::read(whole)?;
        let mut ranges: [Range<usize>; BLOCKS] = Default::default();
        for (range, block) in ranges.iter_mut().zip(&head.blocks) {
            *range = block.range().ok_or(Damage::Broken)?;
            let inside = whole.get(range.clone()).ok_or(Damage::Broken)?;
            if xxh3_64(inside) != block.digest {
                return Err(Damage::Broken);
            }
        }
        Self::of_blocks(&bytes, ranges).ok_or(Damage::Broken)
    }

    /// The blocks come in the order in which [`blocks`](Self::blocks) gives them.
    fn of_blocks(bytes: &Lent, ranges: [Range<usize>; BLOCKS]) -> Option<Self> {
        let mut blocks = Blocks { bytes, ranges: ranges.into_iter() };
        let meta = Meta::unpack(bytes.lend(blocks.ranges.next()?))?;
        let (classes, class_of) = classes(&meta.relations)?;
        let actors = blocks.texts()?;
        let mut columns = Columns {
            source: blocks.column()?,
            target: blocks.column()?,
            day: blocks.column()?,
            relation: blocks.column()?,
            line: blocks.column()?,
            place: Column::default(),
        };
        let table = Self {
            meta,
            classes,
            class_of,
            actors,
            offsets: blocks.column()?,
            contacts: blocks.column()?,
            rows: blocks.column()?,
            other_offsets: blocks.column()?,
            other_rows: blocks.column()?,
            ids: Ids { text: blocks.texts()?, order: blocks.column()? },
            codes: blocks.texts()?,
            countries: blocks.texts()?,
            columns: {
                columns.place = blocks.column()?;
                columns
            },
            twins: Twins { rows: blocks.column()?, lines: blocks.column()?, places: blocks.column()? },
            places: Places {
                ids: blocks.texts()?,
                names: blocks.texts()?,
                within: blocks.column()?,
                degrees: blocks.column()?,
                offsets: blocks.column()?,
                rows: blocks.column()?,
            },
            by_line: OnceLock::new(),
        };
        table.is_whole().then_some(table)
    }

    /// Whether the columns are of one length.
    fn is_whole(&self) -> bool {
        let Columns { source, target, day, relation, line, place } = &self.columns;
        let rows = [source.len(), target.len(), relation.len(), line.len()];
        let told = [&self.codes, &self.countries].map(Actors::len);
        rows.iter().all(|rows| *rows == day.len())
            && (place.is_empty() || place.len() == day.len())
            && told.iter().all(|told| *told == 0 || *told == self.actors.len())
            && self.twins.is_whole()
            && self.places.is_whole()
            && self.offsets.len() == self.actors.len() + 1
            && self.other_offsets.len() == self.actors.len() + 1
            && self.ids.text.len() == self.actors.len()
            && self.ids.order.len() == self.actors.len()
            && self.contacts.len() == self.rows.len()
    }
}

/// The blocks of a file, one after the other.
struct Blocks<'b> {
    bytes: &'b Lent,
    ranges: std::array::IntoIter<Range<usize>, BLOCKS>,
}

impl Blocks<'_> {
    fn column<T: Pod>(&mut self) -> Option<Column<T>> {
        Column::lent(self.bytes.clone(), self.ranges.next()?)
    }

    fn texts(&mut self) -> Option<Actors> {
        let text = str::from_utf8(self.bytes.lend(self.ranges.next()?)).ok()?.to_owned();
        Some(Actors { text, ends: self.column()? })
    }
}

impl Block {
    fn range(&self) -> Option<Range<usize>> {
        let start = usize::try_from(self.start).ok()?;
        Some(start..start.checked_add(usize::try_from(self.length).ok()?)?)
    }
}
