//! Each program in `examples` runs and prints what it should.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use std::path::Path;
use std::process::Command;

fn check(example: &str, expected: &[&str]) {
    // Cargo builds examples before it runs tests, beside the test programs' own folder.
    let mut folder = std::env::current_exe().expect("a test knows its own path");
    folder.pop();
    folder.pop();
    let program = folder.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        Path::new(&program).is_file(),
        "{} was not built: run `cargo test` without naming one test",
        program.display()
    );
    let output = Command::new(program).output().expect("the example starts");
    let printed = String::from_utf8(output.stdout).expect("output is text");
    assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
    for line in expected {
        assert!(printed.lines().any(|printed| printed.trim() == *line), "{example} should print {line:?}:\n{printed}");
    }
}

#[test]
fn who_met_whom() {
    check(
        "who_met_whom",
        &[
            "meetings of Dmitry Medvedev (dmitry-medvedev), during 2024-12-01..2024-12-31",
            "2024-12-12  Xi Jinping  (certain)",
            "2024-12-12  Wang Huning  (certain)",
            "cd-2024-12-13 caption",
        ],
    );
}

#[test]
fn draw_ego_network() {
    check("draw_ego_network", &["digraph \"chancery\" {", "}"]);
}

#[test]
fn own_facts() {
    check("own_facts", &["2001-05: Person A met person-b, certain"]);
}

#[test]
fn every_example_is_run() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = std::fs::read_to_string(here.join("tests/examples.rs")).expect("this file is there");
    for entry in std::fs::read_dir(here.join("examples")).expect("there are examples") {
        let path = entry.expect("it can be listed").path();
        // What lies in folders are the tables and maps of `docs/importing.md`, whose test runs them.
        if path.is_dir() {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(tests.contains(&format!("\"{name}\"")), "{name} is not run");
    }
}
