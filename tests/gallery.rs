//! The gallery: every picture in it is what its command draws.
//!
//! `CHANCERY_UPDATE=1` draws them anew.

#![expect(clippy::unwrap_used, reason = "a test stops where it can not go on")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gallery")
}

/// The commands of the page, in order.
fn commands(page: &str) -> Vec<&str> {
    page.lines().filter(|line| line.starts_with("chancery draw ")).collect()
}

/// The file that a command writes.
fn file(command: &str) -> &str {
    command.rsplit_once(" -o ").unwrap().1
}

/// Runs a command in a folder, on the built-in facts.
fn run(command: &str, folder: &Path) {
    let program = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().unwrap();
    let old = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(program.to_owned()).chain(std::env::split_paths(&old));
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env_remove("CHANCERY_FACTS")
        .env_remove("CHANCERY_TODAY")
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn pictures_are_what_their_commands_draw() {
    let page = fs::read_to_string(gallery().join("README.md")).unwrap();
    let fresh = std::env::temp_dir().join(format!("chancery-gallery-{}", std::process::id()));
    fs::create_dir_all(&fresh).unwrap();
    let mut stale = Vec::new();
    for command in commands(&page) {
        run(command, &fresh);
        let drawn = fs::read(fresh.join(file(command))).unwrap();
        let kept = gallery().join(file(command));
        if fs::read(&kept).ok().as_ref() != Some(&drawn) {
            stale.push(file(command));
            if std::env::var_os("CHANCERY_UPDATE").is_some() {
                fs::write(kept, drawn).unwrap();
            }
        }
    }
    fs::remove_dir_all(fresh).unwrap();
    let updated = std::env::var_os("CHANCERY_UPDATE").is_some();
    assert!(stale.is_empty() || updated, "{stale:?} are not as drawn now; CHANCERY_UPDATE=1 draws them anew");
}

#[test]
fn the_page_shows_every_picture_and_no_other() {
    let page = fs::read_to_string(gallery().join("README.md")).unwrap();
    let drawn: BTreeSet<String> = commands(&page).into_iter().map(|command| file(command).to_owned()).collect();
    let shown = page.lines().filter_map(|line| line.strip_prefix("![")?.rsplit_once("](")?.1.strip_suffix(')'));
    let shown: BTreeSet<String> = shown.map(str::to_owned).collect();
    let kept: BTreeSet<String> = fs::read_dir(gallery())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    assert_eq!(shown, drawn);
    assert!(std::env::var_os("CHANCERY_UPDATE").is_some() || kept == drawn, "{kept:?}");
}
