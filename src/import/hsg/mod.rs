//! The data of the U.S. Office of the Historian: visits of foreign leaders, travels of presidents and secretaries of state,
//! presidents, and the posts of the Department of State.
//!
//! `docs/importing-hsg.md` says how each field goes in, and lists the rules by which titles are split from names,
//! spellings are united, and ids of countries become states.

mod concurrent;
mod country;
mod input;
mod intake;
mod leg;
mod level;
mod meeting;
mod person;
mod post;
mod post_date;
mod president;
mod record;
mod register;
mod role;
mod source;
mod spelling;
mod title;
mod visit;
mod xml;

use super::{Sink, Tally};
use input::Go;
use intake::Intake;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// The elements that are rows: what a document breaks off within one of them, that one is left out.
const ROWS: &[&str] =
    &["visit", "trip", "president", "person", "chief", "principal", "role", "concurrent-appointments"];

/// Takes in files of the Office of the Historian as they are published: XML documents, `.tar.gz` archives of them, and
/// folders of both.
///
/// A row is a `visit`, `trip`, `president`, `person`, `chief`, `principal`, `role` or group of concurrent appointments.
/// Files are read in an order of their own, so that what rows refer to is known before them: the same files give the same
/// records in whatever order they are named. Memory grows with the people, states, offices and places, not with the rows.
///
/// # Errors
///
/// If a file can't be read, or the sink fails. What is wrong within a document is in the tally.
pub fn import(files: &[PathBuf], sink: &mut dyn Sink) -> io::Result<Tally> {
    let mut files: Vec<(Rank, String, PathBuf)> =
        input::files(files)?.into_iter().map(ranked).collect::<io::Result<_>>()?;
    files.sort();
    let mut intake = Intake::new(sink);
    for (_, _, file) in &files {
        input::documents(file, &mut |name, bytes| {
            let document = xml::parse(&bytes, ROWS);
            let name: Arc<str> = Arc::from(name);
            intake.document(&name, &document)?;
            intake.advance(bytes.len() as u64);
            Ok(Go::On)
        })?;
    }
    intake.end()
}

/// When a file is read: what others refer to comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Presidents,
    Roles,
    People,
    Posts,
    Concurrent,
    Visits,
    Trips,
    Unknown,
}

impl Rank {
    fn of(root: &str) -> Self {
        match root {
            "presidents" => Self::Presidents,
            "role" => Self::Roles,
            "person" => Self::People,
            "country-mission" | "org-mission" | "principal-position" => Self::Posts,
            "concurrent-appointments" => Self::Concurrent,
            "visits" => Self::Visits,
            "trips" => Self::Trips,
            _ => Self::Unknown,
        }
    }
}

/// A file with its rank by its first document, and with its last names, which do not depend on where it lies.
fn ranked(file: PathBuf) -> io::Result<(Rank, String, PathBuf)> {
    let mut rank = Rank::Unknown;
    input::documents(&file, &mut |_, bytes| {
        rank = Rank::of(&xml::parse(&bytes, ROWS).root.name);
        Ok(Go::Stop)
    })?;
    let names: Vec<String> =
        file.components().rev().take(2).map(|name| name.as_os_str().to_string_lossy().into_owned()).collect();
    Ok((rank, names.into_iter().rev().collect::<Vec<_>>().join("/"), file))
}
