//! A compiled file that is mapped, each page checked when something of it is first asked for.

use super::Unused;
use super::head::{DATA, Head};
use super::pages::{PAGE, checksum};
use crate::column::Lend;
use memmap2::Mmap;
use std::fmt;
use std::fs::File;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use xxhash_rust::xxh3::xxh3_64;

/// A file whose head, contents and checksums are as they were written.
pub(super) struct Mapped {
    map: Mmap,
    /// Where the data lies.
    data: Range<usize>,
    sums: Box<[u64]>,
    /// A bit for each page that was found to be as it was written.
    checked: Box<[AtomicU64]>,
    is_damaged: AtomicBool,
}

impl Mapped {
    /// Maps a file, and gives its contents.
    pub(super) fn open(path: &Path) -> Result<(Self, Vec<u8>), Unused> {
        let file = File::open(path).map_err(|_| Unused::Missing)?;
        let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() >= DATA as u64);
        if !is_file {
            return Err(Unused::Damaged);
        }
        let map = map(&file).ok_or(Unused::Damaged)?;
        let head = Head::read(&map)?;
        let parts = Parts::of(&head, map.len()).ok_or(Unused::Damaged)?;
        let bytes = |range: Range<usize>| map.get(range).unwrap_or_default();
        let (sums, contents) = (bytes(parts.sums), bytes(parts.contents).to_vec());
        if xxh3_64(sums) != head.sum_of_sums || xxh3_64(&contents) != head.sum_of_contents {
            return Err(Unused::Damaged);
        }
        let words = sums.chunks_exact(size_of::<u64>());
        let sums: Box<[u64]> = words.map(bytemuck::pod_read_unaligned).collect();
        let checked = (0..sums.len().div_ceil(64)).map(|_| AtomicU64::new(0)).collect();
        Ok((Self { map, data: parts.data, sums, checked, is_damaged: AtomicBool::new(false) }, contents))
    }

    /// Whether every page that was asked for so far was as it was written.
    pub(super) fn is_sound(&self) -> bool {
        !self.is_damaged.load(Ordering::Relaxed)
    }

    /// The data without a look at it, and the checksums of its pages.
    pub(super) fn unchecked(&self) -> (&[u8], &[u64]) {
        (self.map.get(self.data.clone()).unwrap_or_default(), &self.sums)
    }

    /// Whether a page is as it was written.
    fn is_good(&self, page: usize) -> bool {
        let Some(word) = self.checked.get(page / 64) else {
            return false;
        };
        let bit = 1_u64 << (page % 64);
        if word.load(Ordering::Relaxed) & bit != 0 {
            return true;
        }
        let start = self.data.start + page * PAGE;
        let bytes = self.map.get(start..self.data.end.min(start + PAGE)).unwrap_or_default();
        let good = self.sums.get(page) == Some(&checksum(page, bytes));
        if good {
            word.fetch_or(bit, Ordering::Relaxed);
        }
        good
    }
}

impl Lend for Mapped {
    /// The bytes of a range of the data, counted from where that begins.
    fn lend(&self, range: Range<usize>) -> &[u8] {
        let within = range.start <= range.end && range.end <= self.data.len();
        let pages = range.start / PAGE..range.end.div_ceil(PAGE);
        if !within || !pages.into_iter().all(|page| self.is_good(page)) {
            self.is_damaged.store(true, Ordering::Relaxed);
            return &[];
        }
        self.map.get(self.data.start + range.start..self.data.start + range.end).unwrap_or_default()
    }
}

impl fmt::Debug for Mapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} mapped bytes", self.map.len())
    }
}

/// The parts of a file behind its head.
struct Parts {
    data: Range<usize>,
    sums: Range<usize>,
    contents: Range<usize>,
}

impl Parts {
    /// Where the parts lie in a file of a length; `None` if they do not fill it.
    fn of(head: &Head, length: usize) -> Option<Self> {
        let size = |number: u64| usize::try_from(number).ok();
        let data = DATA..DATA.checked_add(size(head.data)?)?;
        let bytes_of_sums = data.len().div_ceil(PAGE).checked_mul(size_of::<u64>())?;
        let sums = data.end..data.end.checked_add(bytes_of_sums)?;
        let contents = sums.end..sums.end.checked_add(size(head.contents)?)?;
        (contents.end == length).then_some(Self { data, sums, contents })
    }
}

/// Maps a file for reading.
fn map(file: &File) -> Option<Mmap> {
    // SAFETY: The bytes behind a map must not change while it stands. Compiled files are never changed in place: they are
    // written beside under no name of their own and renamed, so that a map keeps the file that it was made of, whatever
    // takes its name. Whoever cuts such a file off with other means ends the processes that have it mapped.
    #[expect(unsafe_code, reason = "a file can be mapped in no other way")]
    unsafe {
        Mmap::map(file).ok()
    }
}
