//! Files, folders and packed folders: the documents in them, one after the other.

use flate2::read::MultiGzDecoder;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// No document is longer than this; upstream the longest has a twentieth of it.
const LONGEST: u64 = 32 << 20;

/// The files that are named, and those in folders that are named: XML, and archives of it. Those of a folder come in the
/// order of their paths.
///
/// # Errors
///
/// If one that is named, or a folder, can't be read.
pub(super) fn files(named: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        let about = fs::metadata(path).map_err(|error| at(path, &error))?;
        if about.is_dir() { below(path, &mut files)? } else { files.push(path.clone()) }
    }
    Ok(files)
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut folders = vec![folder.to_owned()];
    let first = files.len();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| at(&folder, &error))? {
            let entry = entry.map_err(|error| at(&folder, &error))?;
            let path = entry.path();
            // Links to folders are not followed, so that no circle of them is walked.
            if entry.file_type().map_err(|error| at(&path, &error))?.is_dir() {
                folders.push(path);
            } else if is_xml(&path) || is_packed(&path) {
                files.push(path);
            }
        }
    }
    files.get_mut(first..).unwrap_or_default().sort();
    Ok(())
}

fn is_xml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
}

fn is_packed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    [".tar.gz", ".tgz", ".tar"].iter().any(|ending| name.ends_with(ending))
}

/// Passes on the documents of a file with their names and lengths: its own, or those in it where it is packed. Stops
/// when told to.
///
/// # Errors
///
/// If the file can't be read, or what takes the documents fails.
pub(super) fn documents(path: &Path, take: &mut dyn FnMut(&str, Vec<u8>) -> io::Result<Go>) -> io::Result<()> {
    let file = File::open(path).map_err(|error| at(path, &error))?;
    let name = path.to_string_lossy().replace('\\', "/");
    if !is_packed(path) {
        let bytes = whole(BufReader::new(file)).map_err(|error| at(path, &error))?;
        return take(&name, bytes).map(drop);
    }
    let is_plain = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tar"));
    let file = BufReader::new(file);
    let unpacked: Box<dyn Read> = if is_plain { Box::new(file) } else { Box::new(MultiGzDecoder::new(file)) };
    let mut archive = tar::Archive::new(unpacked);
    for entry in archive.entries().map_err(|error| at(path, &error))? {
        let entry = entry.map_err(|error| at(path, &error))?;
        let inside = entry.path().map_err(|error| at(path, &error))?.to_string_lossy().replace('\\', "/");
        if !entry.header().entry_type().is_file() || !is_xml(Path::new(&inside)) {
            continue;
        }
        let bytes = whole(entry).map_err(|error| at(path, &error))?;
        if take(&format!("{name}/{inside}"), bytes)? == Go::Stop {
            break;
        }
    }
    Ok(())
}

/// Whether more is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Go {
    /// It is.
    On,
    /// It is not.
    Stop,
}

fn whole(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("a document is longer than {LONGEST} bytes")));
    }
    Ok(bytes)
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
