//! Folders: which files hold facts.

use super::text::SourceText;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use std::collections::{HashSet, VecDeque};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The settings of a facts folder, which hold no facts.
pub(super) const SETTINGS: &str = "chancery.ron";

/// One file of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactFile {
    /// Where to open it.
    pub path: PathBuf,
    /// The path as the user would name it, with `/` between its parts.
    pub name: Arc<str>,
}

/// The fact files of a folder, in the order of their paths' bytes, and what could not be looked at.
///
/// A single `.ron` file stands for a folder of one.
/// Links are followed once: whatever is reached twice, by links or without, is listed once,
/// under its own path rather than that of a link.
pub fn files(dir: &Path) -> (Vec<FactFile>, Vec<Diagnostic>) {
    let mut listing = Listing::default();
    match fs::canonicalize(dir) {
        Err(error) => listing.problem(shown(dir), reason(&error)),
        Ok(real) if real.is_dir() => listing.folder(dir, &real),
        Ok(_) if is_fact_file(name_of(dir)) => listing.single(dir),
        Ok(_) => listing.problem(shown(dir), "this is neither a folder nor a `.ron` file of facts"),
    }
    listing.finish()
}

/// Whether a file below a facts folder holds facts, by its path from there alone.
pub fn holds_facts(below: &Path) -> bool {
    let mut parts = below.components();
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(name) if !is_hidden(name));
    is_fact_file(name_of(below)) && below != Path::new(SETTINGS) && parts.all(is_plain)
}

/// Reads a file of facts. What is no regular file is refused, because reading it might never end.
///
/// # Errors
///
/// A diagnostic that names the file, if it cannot be read.
pub fn read_file(file: &FactFile) -> Result<SourceText, Diagnostic> {
    let metadata = fs::metadata(&file.path).map_err(|error| unreadable(&file.name, reason(&error)))?;
    if !metadata.is_file() {
        return Err(unreadable(&file.name, "this is not a regular file"));
    }
    let bytes = fs::read(&file.path).map_err(|error| unreadable(&file.name, reason(&error)))?;
    Ok(SourceText::new(file.name.clone(), bytes))
}

/// A file or folder under the path by which it was reached, with its own path free of links.
struct Place {
    path: PathBuf,
    real: PathBuf,
}

#[derive(Default)]
struct Listing {
    files: Vec<FactFile>,
    problems: Vec<Diagnostic>,
    /// The own paths of all files and folders that were reached.
    seen: HashSet<PathBuf>,
    /// Links wait until everything that stands in the folder itself is listed.
    links: VecDeque<PathBuf>,
}

impl Listing {
    fn folder(&mut self, dir: &Path, real: &Path) {
        self.seen.insert(real.join(SETTINGS));
        self.walk(dir, real);
        while let Some(link) = self.links.pop_front() {
            self.link(dir, &link);
        }
    }

    fn single(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => self.add(path),
            Ok(_) => self.problem(shown(path), "this is not a regular file"),
            Err(error) => self.problem(shown(path), reason(&error)),
        }
    }

    /// Lists a folder without following links. `real` is the folder's own path.
    fn walk(&mut self, dir: &Path, real: &Path) {
        let mut entries = WalkDir::new(real).follow_links(false).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let skip = match entry {
                Ok(entry) => self.entry(dir, real, &entry),
                Err(error) => self.walk_error(dir, real, &error),
            };
            if skip == Descent::Skip {
                entries.skip_current_dir();
            }
        }
    }

    fn entry(&mut self, dir: &Path, real: &Path, entry: &DirEntry) -> Descent {
        let kind = entry.file_type();
        if entry.depth() > 0 && is_hidden(entry.file_name()) {
            return if kind.is_dir() { Descent::Skip } else { Descent::Go };
        }
        let place = Place { path: joined(dir, real, entry.path()), real: entry.path().to_owned() };
        if kind.is_dir() {
            return match self.seen.insert(place.real) {
                true => Descent::Go,
                false => Descent::Skip,
            };
        }
        if kind.is_symlink() {
            self.links.push_back(place.path);
        } else if is_fact_file(entry.file_name()) {
            self.file(place, kind.is_file());
        }
        Descent::Go
    }

    fn file(&mut self, place: Place, is_regular: bool) {
        if !self.seen.insert(place.real) {
            return;
        }
        match is_regular {
            true => self.add(&place.path),
            false => self.problem(shown(&place.path), "this is not a regular file"),
        }
    }

    fn link(&mut self, dir: &Path, link: &Path) {
        let target = fs::canonicalize(link).and_then(|real| fs::metadata(&real).map(|metadata| (real, metadata)));
        match target {
            Err(error) => self.broken_link(link, &error),
            Ok((real, metadata)) if metadata.is_dir() => {
                if leads_back(dir, link, &real) {
                    self.problem(shown(link), "this link leads back to a folder that holds it");
                } else if !self.seen.contains(&real) {
                    self.walk(link, &real);
                }
            }
            Ok((real, metadata)) if is_fact_file(name_of(link)) => {
                let path = link.to_owned();
                self.file(Place { path, real }, metadata.is_file());
            }
            Ok(_) => {}
        }
    }

    fn broken_link(&mut self, link: &Path, error: &io::Error) {
        match error.kind() {
            io::ErrorKind::NotFound => self.problem(shown(link), "this link leads nowhere"),
            _ => self.problem(shown(link), reason(error)),
        }
    }

    fn walk_error(&mut self, dir: &Path, real: &Path, error: &walkdir::Error) -> Descent {
        let path = error.path().map_or_else(|| dir.to_owned(), |path| joined(dir, real, path));
        let why = error.io_error().map_or_else(|| "it cannot be listed".to_owned(), reason);
        self.problem(shown(&path), why);
        Descent::Go
    }

    fn add(&mut self, path: &Path) {
        self.files.push(FactFile { path: path.to_owned(), name: shown(path) });
    }

    fn problem(&mut self, name: Arc<str>, why: impl AsRef<str>) {
        self.problems.push(unreadable(&name, why));
    }

    fn finish(mut self) -> (Vec<FactFile>, Vec<Diagnostic>) {
        let bytes = |file: &FactFile| file.path.as_os_str().as_encoded_bytes().to_vec();
        self.files.sort_by_cached_key(bytes);
        self.problems.sort_by(|a, b| a.span.cmp(&b.span));
        (self.files, self.problems)
    }
}

/// Whether to go down into a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Descent {
    Go,
    Skip,
}

fn unreadable(name: &Arc<str>, why: impl AsRef<str>) -> Diagnostic {
    let message = format!("cannot read this: {}", why.as_ref());
    Diagnostic::error(Code::Unreadable, Span::whole_file(name.clone()), message)
}

/// What the system says, without the number that it adds.
fn reason(error: &io::Error) -> String {
    let full = error.to_string();
    let short = full.split(" (os error").next().unwrap_or(&full);
    short.to_lowercase()
}

/// The path by which an entry was reached: that of its folder with the part below it.
fn joined(dir: &Path, real: &Path, entry: &Path) -> PathBuf {
    match entry.strip_prefix(real) {
        Ok(below) if below.as_os_str().is_empty() => dir.to_owned(),
        Ok(below) => dir.join(below),
        Err(_) => entry.to_owned(),
    }
}

/// Whether the folder `target` holds `link`, by its own path or by the way on which `link` was reached.
fn leads_back(dir: &Path, link: &Path, target: &Path) -> bool {
    let parents = link.ancestors().skip(1);
    let within = parents.take_while(|parent| parent.starts_with(dir));
    within.filter_map(|parent| fs::canonicalize(parent).ok()).any(|parent| parent.starts_with(target))
}

pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_fact_file(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.ends_with(b".ron") && !name.ends_with(b".map.ron") && !name.starts_with(b".")
}

fn name_of(path: &Path) -> &OsStr {
    path.file_name().unwrap_or_default()
}

/// A path as the user is told of it. What lies here is named without the `.` by which this folder is.
pub(crate) fn shown(path: &Path) -> Arc<str> {
    let here = path.strip_prefix(".").ok().filter(|below| !below.as_os_str().is_empty());
    let text = here.unwrap_or(path).to_string_lossy();
    match std::path::MAIN_SEPARATOR {
        '/' => text.into(),
        separator => text.replace(separator, "/").into(),
    }
}
