//! `docs/importing.md`: the fields are those of the code, and the examples are the files.

use chancery::import::table_map::reference;
use std::fs;

const BEGIN: &str = "<!-- The fields of a map, written by tests/import_csv. -->\n";
const END: &str = "<!-- End of the fields of a map. -->";

#[test]
fn every_field_is_documented() {
    let path = format!("{}/docs/importing.md", env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let seen = format!("{before}{BEGIN}\n{}{END}{after}", reference());
    if std::env::var_os("CHANCERY_UPDATE").is_some() {
        fs::write(&path, &seen).unwrap();
    }
    let page = fs::read_to_string(&path).unwrap();
    assert!(seen == page, "docs/importing.md is out of date: CHANCERY_UPDATE=1 cargo test --test import_csv");
}

#[test]
fn the_page_shows_the_examples_as_they_are() {
    let root = env!("CARGO_MANIFEST_DIR");
    let page = fs::read_to_string(format!("{root}/docs/importing.md")).unwrap();
    for name in ["engagements.csv", "engagements.map.ron", "conversations.csv", "conversations.map.ron"] {
        let file = fs::read_to_string(format!("{root}/examples/import/{name}")).unwrap();
        assert!(page.contains(file.trim_end()), "{name}");
    }
}

#[test]
fn the_page_shows_what_comes_out() {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |path: &str| fs::read_to_string(format!("{root}/{path}")).unwrap();
    let files = ["engagements", "conversations"].map(|name| {
        let map = read(&format!("examples/import/{name}.map.ron"));
        map + &read(&format!("tests/import_csv/{name}.txt")).replace("// ", "")
    });
    let page = read("docs/importing.md");
    let blocks: Vec<&str> = page.split("\n```").skip(1).step_by(2).collect();
    assert!(blocks.len() >= 8, "{}", blocks.len());
    for block in blocks {
        let (language, text) = block.split_once('\n').unwrap();
        let plain = text.replace("// ", "");
        let shown = language == "csv" || files.iter().any(|file| file.replace("// ", "").contains(&plain));
        assert!(shown, "{text}");
    }
}
