//! What a new facts folder holds: a skeleton with comments, or one meeting with all that it needs.

use chancery::read::{PlacedRecord, SourceText, read_built_in};
use chancery::record::{Kind, Record};
use chancery::write::format;
use std::collections::{BTreeMap, BTreeSet};

/// The files of a new folder, by path.
pub(crate) type Files = BTreeMap<&'static str, String>;

/// The meeting of the example, and the source by which it is told.
const MEETING: &str = "xi-medvedev-2024-12-12";
const ARTICLE: &str = "cd-2024-12-13";

/// Files without a record, each with comments on what goes into it.
pub(crate) fn skeleton() -> Files {
    let files = [
        ("chancery.ron", include_str!("chancery.ron")),
        ("sources.ron", include_str!("sources.ron")),
        ("people.ron", include_str!("people.ron")),
        ("actors.ron", include_str!("actors.ron")),
        ("offices.ron", include_str!("offices.ron")),
        ("places.ron", include_str!("places.ron")),
        ("events/events.ron", include_str!("events.ron")),
    ];
    files.into_iter().map(|(path, text)| (path, text.to_owned())).collect()
}

/// One meeting of the built-in facts with every record that it needs, so that questions have an answer.
pub(crate) fn example() -> Files {
    let loaded = read_built_in();
    let wanted = needed(&loaded.records);
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for placed in loaded.records.iter().filter(|placed| wanted.contains(&key(placed))) {
        let Some(text) = loaded.texts.get(placed.text) else { continue };
        let record = String::from_utf8_lossy(text.slice(placed.range.clone()));
        let (path, about) = file_of(placed.record.body.kind());
        let list = files.entry(path).or_insert_with(|| format!("// {about}\n[\n"));
        *list += &format!("{record},\n");
    }
    let laid_out = files.into_iter().map(|(path, list)| {
        let list = format!("{list}]\n");
        let text = SourceText::new(path, list.clone().into_bytes());
        (path, format(&text).text.unwrap_or(list))
    });
    let settings = ("chancery.ron", include_str!("chancery.ron").replace("My facts", "One meeting, as an example"));
    laid_out.chain([settings]).collect()
}

/// A record by its place.
fn key(placed: &PlacedRecord) -> (usize, usize) {
    (placed.text, placed.range.start)
}

/// The records of the meeting, of all that they name, and of the offices that those people hold.
fn needed(records: &[PlacedRecord]) -> BTreeSet<(usize, usize)> {
    let mut ids: BTreeSet<&str> = BTreeSet::from([MEETING]);
    loop {
        let before = ids.len();
        for placed in of(records, &ids) {
            ids.extend(placed.record.references().iter().map(|reference| reference.id.as_str()));
        }
        if ids.len() == before {
            break;
        }
    }
    let names_known = |record: &Record| record.references().iter().all(|one| ids.contains(one.id.as_str()));
    let tenures = records.iter().filter(|one| one.record.body.kind() == Kind::Tenure && names_known(&one.record));
    of(records, &ids).chain(tenures).map(key).collect()
}

/// The records of these ids, as far as the article has them; where it has none, all.
fn of<'a>(records: &'a [PlacedRecord], ids: &BTreeSet<&str>) -> impl Iterator<Item = &'a PlacedRecord> + use<'a> {
    let named = |placed: &&PlacedRecord| ids.contains(placed.record.head.id.as_str());
    let found: Vec<&PlacedRecord> = records.iter().filter(named).collect();
    let told: BTreeSet<&str> =
        found.iter().filter(|one| is_of_article(one)).map(|one| one.record.head.id.as_str()).collect();
    found.into_iter().filter(move |one| is_of_article(one) || !told.contains(one.record.head.id.as_str()))
}

fn is_of_article(placed: &PlacedRecord) -> bool {
    placed.record.evidence.source.iter().all(|citation| citation.source.as_str() == ARTICLE)
}

/// The file for a kind of record, and what stands at its top.
fn file_of(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Source => ("sources.ron", "The source of these facts."),
        Kind::Person => ("people.ron", "Who took part."),
        Kind::State | Kind::Party | Kind::Organization | Kind::Forum => ("actors.ron", "Whom they stood for."),
        Kind::Office | Kind::Tenure | Kind::Membership => ("offices.ron", "Their posts, and when they held them."),
        Kind::Place => ("places.ron", "Where it was."),
        _ => ("events/events.ron", "The meeting, and what it was part of."),
    }
}
