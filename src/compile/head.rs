//! The head of a compiled file: whose it is, and where the rest lies.

use super::Unused;
use bytemuck::{Pod, Zeroable};
use xxhash_rust::xxh3::xxh3_64;

/// Where the data begins: a multiple of the pages of any system, so that what is aligned in the file is so in memory.
pub(super) const DATA: usize = 4096;

const MAGIC: [u8; 8] = *b"chancery";
/// Reads otherwise on a machine that writes numbers in another order.
const ORDER: u64 = 0x0102_0304_0506_0708;
/// The program that wrote the file: its version, and the sources that decide what such a file holds.
const BUILD: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("CHANCERY_SOURCES"));

/// The head as it lies at the beginning of the file.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Head {
    magic: [u8; 8],
    order: u64,
    build: u64,
    /// The bytes of the data, behind which the checksums of its pages follow.
    pub(super) data: u64,
    /// The bytes of the contents, which follow the checksums.
    pub(super) contents: u64,
    pub(super) sum_of_sums: u64,
    pub(super) sum_of_contents: u64,
    /// The checksum of all that stands before it.
    own_sum: u64,
}

impl Head {
    pub(super) const SIZE: usize = size_of::<Self>();

    pub(super) fn new(data: u64, sums: &[u64], contents: &[u8]) -> Self {
        let head = Self {
            magic: MAGIC,
            order: ORDER,
            build: xxh3_64(BUILD.as_bytes()),
            data,
            contents: contents.len() as u64,
            sum_of_sums: xxh3_64(bytemuck::cast_slice(sums)),
            sum_of_contents: xxh3_64(contents),
            own_sum: 0,
        };
        Self { own_sum: head.sum(), ..head }
    }

    fn sum(&self) -> u64 {
        let bytes = bytemuck::bytes_of(self);
        xxh3_64(bytes.get(..Self::SIZE - size_of::<u64>()).unwrap_or_default())
    }

    /// Becomes the head that another build would have written.
    #[cfg(test)]
    pub(super) fn rebuild(&mut self) {
        self.build += 1;
        self.own_sum = self.sum();
    }

    /// The head of a file.
    ///
    /// # Errors
    /// If the file is none of this build of the program, or is damaged.
    pub(super) fn read(file: &[u8]) -> Result<Self, Unused> {
        let bytes = file.get(..Self::SIZE).ok_or(Unused::Damaged)?;
        let head: Self = bytemuck::pod_read_unaligned(bytes);
        if head.magic != MAGIC || head.order != ORDER {
            return Err(Unused::Foreign);
        }
        if head.own_sum != head.sum() {
            return Err(Unused::Damaged);
        }
        if head.build != xxh3_64(BUILD.as_bytes()) {
            return Err(Unused::Older);
        }
        Ok(head)
    }
}
