//! The facts that are part of the program load without a problem, and the program holds every file of them.

use chancery::read::built_in::FILES;
use chancery::resolve::{load_built_in, load_folder};
use std::path::Path;

#[test]
fn load_without_a_problem() {
    let loading = load_built_in();
    assert_eq!(loading.problems, []);
    assert!(loading.facts.len() > 90, "{}", loading.facts.len());
}

#[test]
fn are_the_files_of_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data");
    let (files, problems) = chancery::read::files(&folder);
    assert_eq!(problems, []);
    let on_disk: Vec<String> = files
        .iter()
        .map(|file| file.path.strip_prefix(folder.parent().unwrap()).unwrap().display().to_string())
        .collect();
    let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, on_disk);
    assert_eq!(load_folder(&folder).facts.identity, load_built_in().facts.identity);
}
