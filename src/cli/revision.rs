//! Facts of a revision, read by the `git` program straight from its store: nothing is checked out and no shell runs.

use super::Failure;
use chancery::read::{Loaded, SourceText, holds_facts, read_collection};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The settings at the root of a facts folder.
const SETTINGS: &str = "chancery.ron";

/// A file in a revision.
struct Blob {
    object: String,
    path: PathBuf,
}

/// Reads the facts folder as it was in a revision. Links are not followed there.
pub(super) fn read(folder: &Path, revision: &str) -> Result<Loaded, Failure> {
    let commit = commit(folder, revision)?;
    let blobs = blobs(folder, &commit)?;
    let contents = contents(folder, &blobs)?;
    let mut settings = None;
    let mut texts = Vec::new();
    for (blob, bytes) in blobs.into_iter().zip(contents) {
        let name = format!("{revision}:{}", blob.path.display());
        match blob.path == Path::new(SETTINGS) {
            true => settings = Some(SourceText::new(name, bytes)),
            false => texts.push((name, bytes)),
        }
    }
    Ok(read_collection(settings, texts))
}

/// The commit that a revision names. What could be taken for an option never reaches the program.
fn commit(folder: &Path, revision: &str) -> Result<String, Failure> {
    let refused = |message: String| Failure::Usage {
        message,
        hint: Some("a revision is a branch, a tag, a commit, or HEAD~3".to_owned()),
    };
    if revision.starts_with('-') || revision.contains(char::is_control) {
        return Err(refused(format!("`{}` is no revision", revision.escape_debug())));
    }
    let named = format!("{revision}^{{commit}}");
    let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", &named];
    let output = git(folder, &words).output().map_err(|error| not_started(&error))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match output.status.success() && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        true => Ok(text),
        false => Err(refused(format!("there is no revision `{revision}` around {}", folder.display()))),
    }
}

/// The fact files below the folder, in the order of their paths.
fn blobs(folder: &Path, commit: &str) -> Result<Vec<Blob>, Failure> {
    let listing = run(folder, &["ls-tree", "-r", "-z", commit], &[])?;
    let entries = listing.split(|byte| *byte == 0).filter_map(blob);
    let mut blobs: Vec<Blob> =
        entries.filter(|blob| holds_facts(&blob.path) || blob.path == Path::new(SETTINGS)).collect();
    blobs.sort_by(|a, b| a.path.as_os_str().cmp(b.path.as_os_str()));
    Ok(blobs)
}

/// A regular file of a listing: `100644 blob OBJECT<TAB>PATH`.
fn blob(entry: &[u8]) -> Option<Blob> {
    let tab = entry.iter().position(|byte| *byte == b'\t')?;
    let (head, path) = entry.split_at(tab);
    let head = String::from_utf8_lossy(head);
    let mut words = head.split(' ');
    let (mode, kind, object) = (words.next()?, words.next()?, words.next()?);
    let is_file = kind == "blob" && mode.starts_with("100");
    is_file.then(|| Blob { object: object.to_owned(), path: path_of(path.get(1..).unwrap_or_default()) })
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// What stands in each file, read by one process for all.
fn contents(folder: &Path, blobs: &[Blob]) -> Result<Vec<Vec<u8>>, Failure> {
    let asked: String = blobs.iter().map(|blob| format!("{}\n", blob.object)).collect();
    let output = run(folder, &["cat-file", "--batch"], asked.as_bytes())?;
    let mut rest = output.as_slice();
    let mut contents = Vec::with_capacity(blobs.len());
    for blob in blobs {
        let (content, after) = content(rest)
            .ok_or_else(|| Failure::Revision { message: format!("git does not give {}", blob.path.display()) })?;
        contents.push(content.to_vec());
        rest = after;
    }
    Ok(contents)
}

/// One object of a batch, and what follows it: `OBJECT blob SIZE<LF>CONTENT<LF>`.
fn content(batch: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = batch.iter().position(|byte| *byte == b'\n')?;
    let head = str::from_utf8(batch.get(..end)?).ok()?;
    let size: usize = head.rsplit(' ').next()?.parse().ok()?;
    let body = batch.get(end + 1..)?;
    Some((body.get(..size)?, body.get(size + 1..)?))
}

/// The program, in the folder, so that paths are counted from there.
fn git(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("git");
    let folder: OsString = if folder.as_os_str().is_empty() { ".".into() } else { folder.into() };
    command.arg("-C").arg(folder).args(["--no-pager", "--no-optional-locks"]).args(words).stdin(Stdio::null());
    command
}

/// Runs the program with something to read, and gives what it writes.
fn run(folder: &Path, words: &[&str], input: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut child = git(folder, words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(&error))?;
    let pipe = child.stdin.take();
    // Written beside the reading: either side would wait for the other once a pipe is full.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(input)));
        child.wait_with_output()
    });
    let output = output.map_err(|error| not_started(&error))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let said = String::from_utf8_lossy(&output.stderr);
            let first = said.lines().next().unwrap_or_default().to_owned();
            Err(Failure::Revision { message: format!("git {}: {first}", words.first().unwrap_or(&"")) })
        }
    }
}

fn not_started(error: &std::io::Error) -> Failure {
    Failure::Revision { message: format!("the git program could not be run: {error}") }
}
