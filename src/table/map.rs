//! Files that are mapped instead of read.

use crate::column::Lent;
use memmap2::Mmap;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The bytes of a file, mapped into memory: a part is read from the disk when it is first looked at.
///
/// # Errors
/// If there is no such file, or it can't be mapped.
#[expect(unsafe_code, reason = "mapping a file is unsafe wherever it is done")]
pub(super) fn map(path: &Path) -> io::Result<(Lent, usize)> {
    let file = File::open(path)?;
    // SAFETY: the bytes are only read, and any bytes are valid numbers. A file that we write is put in place as a whole
    // and never changed afterwards; somebody else who cuts it short while it is mapped ends the program, as with every
    // mapped file.
    let mapped = unsafe { Mmap::map(&file)? };
    let length = mapped.len();
    Ok((Arc::new(mapped), length))
}
