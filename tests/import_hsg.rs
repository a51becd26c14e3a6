//! The import of the Office of the Historian's data: records of files of our own making in the same formats, word by word;
//! and of the published files, where they are, the counts that an importer has to reproduce.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::print_stdout, reason = "a test that does not run says so")]

mod hsg;

use chancery::diagnostic::Severity;
use chancery::import::Tally;
use chancery::read::read_texts;
use chancery::record::{Body, Event};
use chancery::resolve::resolve;
use flate2::Compression;
use flate2::write::GzEncoder;
use hsg::Folder;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn fixtures() -> PathBuf {
    PathBuf::from("tests/import/hsg")
}

/// Everything that came of an import, as one text.
fn told(folder: &Folder, tally: &Tally) -> String {
    let mut told = String::new();
    for (file, text) in folder.texts() {
        let _ = writeln!(told, "// {file}\n{text}");
    }
    let _ = writeln!(
        told,
        "read {} = kept {} + merged {} + skipped {}",
        tally.read,
        tally.kept,
        tally.merged,
        tally.skipped.len()
    );
    for skipped in &tally.skipped {
        let _ = writeln!(told, "{}:{}: {}", skipped.file, skipped.line, skipped.reason);
    }
    told
}

#[test]
fn each_case_goes_in_as_its_rule_says() {
    let (folder, tally) = hsg::import(&[fixtures()]);
    let told = told(&folder, &tally);
    let expected = Path::new("tests/import/hsg.expected");
    if env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(expected, &told).expect("the expected text can be written");
    }
    let expected = fs::read_to_string(expected).unwrap_or_default();
    assert!(told == expected, "another text than in tests/import/hsg.expected; CHANCERY_UPDATE=1 writes it anew");
    assert!(folder.bytes > 0, "the bytes that were read are told");
}

/// What is wrong with the records, when they are loaded.
fn problems(folder: &Folder) -> Vec<String> {
    let loaded = read_texts(folder.texts().map(|(name, text)| (name, text.into_bytes())));
    let loading = resolve(loaded);
    let errors = loading.problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| format!("{:?}: {}", problem.code, problem.message)).collect()
}

#[test]
fn what_is_made_can_be_loaded() {
    let (folder, _) = hsg::import(&[fixtures()]);
    assert_eq!(problems(&folder), [""; 0]);
}

#[test]
fn packed_files_and_another_order_give_the_same() {
    let (folder, tally) = hsg::import(&[fixtures()]);
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hsg-packed");
    fs::create_dir_all(&scratch).expect("a folder can be made");
    let archive = scratch.join("posts.tar.gz");
    let file = fs::File::create(&archive).expect("a file can be made");
    let mut packed = tar::Builder::new(GzEncoder::new(file, Compression::fast()));
    packed.append_dir_all("posts", fixtures().join("pocom/posts")).expect("a folder can be packed");
    packed.into_inner().and_then(GzEncoder::finish).expect("the archive can be finished");
    let others = ["other", "visits", "travels", "pocom/roles", "pocom/people", "pocom/concurrent"];
    let mut files: Vec<PathBuf> = others.iter().map(|name| fixtures().join(name)).collect();
    files.insert(2, archive);
    let (again, their_tally) = hsg::import(&files);
    let sorted = |folder: &Folder| {
        let sorted = |mut records: Vec<String>| {
            records.sort();
            records
        };
        folder.files.iter().map(|(file, records)| (file.clone(), sorted(records.clone()))).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(sorted(&folder), sorted(&again));
    assert_eq!((tally.read, tally.kept, tally.merged), (their_tally.read, their_tally.kept, their_tally.merged));
}

#[test]
fn the_same_rows_twice_add_nothing() {
    let visits = fixtures().join("visits/2030.xml");
    let (once, _) = hsg::import(std::slice::from_ref(&visits));
    let (twice, tally) = hsg::import(&[visits.clone(), visits]);
    assert_eq!(once.files, twice.files);
    assert!(tally.skipped.iter().any(|skipped| skipped.reason == "there was a visit 1 before"));
}

#[test]
fn a_file_that_is_not_there_is_an_error_that_names_it() {
    let missing = chancery::import::hsg::import(&[PathBuf::from("tests/import/none.xml")], &mut Folder::default());
    assert!(missing.expect_err("there is no such file").to_string().contains("none.xml"));
}

/// How many records of each kind and file there are.
fn count(folder: &Folder, begins: &str) -> usize {
    let files = folder.files.iter().filter(|(file, _)| file.starts_with(begins));
    files.map(|(_, records)| records.len()).sum()
}

#[test]
fn every_published_row_is_accounted_for() {
    let Some(published) = hsg::published("the counts of the published files") else { return };
    let (folder, tally) = hsg::import(&[published]);
    // Visits, trips, presidents, people, chiefs of countries and organizations, principals, roles, concurrent groups.
    assert_eq!(tally.read, 3_264 + 832 + 3_439 + 47 + 4_261 + 5_743 + 225 + 1_294 + 28 + 333);
    assert_eq!((count(&folder, "visits/"), count(&folder, "trips/")), (3_264, 832 + 3_439));
    let decades = |kind: &str| {
        let files = folder.files.iter().filter(|(file, _)| file.starts_with(kind));
        files.map(|(file, records)| format!("{} {}", &file[kind.len()..], records.len())).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        decades("visits/"),
        "1870s 2, 1880s 2, 1890s 1, 1900s 1, 1910s 5, 1920s 9, 1930s 23, 1940s 91, 1950s 121, 1960s 271, 1970s 288, \
         1980s 353, 1990s 648, 2000s 678, 2010s 495, 2020s 276"
    );
    assert_eq!(
        decades("trips/"),
        "1860s 4, 1900s 17, 1910s 24, 1920s 32, 1930s 53, 1940s 82, 1950s 172, 1960s 225, 1970s 488, 1980s 456, \
         1990s 760, 2000s 800, 2010s 815, 2020s 343"
    );
    let loaded = read_texts(folder.texts().map(|(name, text)| (name, text.into_bytes())));
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for placed in &loaded.records {
        let id = placed.record.head.id.as_str();
        let kind = match placed.record.body.as_ref() {
            Body::Tenure(_) if id.starts_with("hsg-post-") => "appointments",
            Body::Remark(_) if id.starts_with("hsg-post-") => "appointments",
            Body::Tenure(_) => "presidencies",
            Body::Event(Event::Visit(visit)) => {
                *seen.entry("people of visits").or_default() += visit.visitors.len();
                "visits"
            }
            _ => continue,
        };
        *seen.entry(kind).or_default() += 1;
    }
    assert_eq!((seen["appointments"], seen["presidencies"], seen["visits"]), (7_262, 47, 7_535));
    // Seven visitors are two people.
    assert_eq!(seen["people of visits"], 7_535 + 7);
    let reasons: Vec<&str> = tally.skipped.iter().map(|skipped| skipped.reason.as_str()).collect();
    assert!(reasons.iter().all(|reason| reason.starts_with("none of the posts of this group was read")), "{reasons:?}");
    let errors = problems(&folder);
    assert!(
        errors.iter().all(|error| error.starts_with("EndBeforeStart") && error.contains("secr-1866-hunt")),
        "{errors:?}"
    );
}
