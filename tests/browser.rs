//! Pictures in a real browser: headless Chromium draws each kind of them without an error of a script and without a request to
//! anywhere, and axe-core finds nothing that would keep a reader out.
//!
//! `CHANCERY_BROWSER` is a folder with `tests/browser` and its packages, which `.ci/run` makes. Without it these tests say
//! loudly that they did not run.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail aloud")]
#![expect(clippy::indexing_slicing, reason = "a test may fail aloud")]

#[path = "browser/pages.rs"]
mod pages;
#[path = "browser/run.rs"]
mod run;

use pages::{Folder, Seen, look};
use run::can_be_looked_at;
use serde_json::Value;

/// A picture of each kind, of facts that are built in.
const PICTURES: &[(&str, &[&str])] = &[
    ("network", &["network", "xi-jinping", "vladimir-putin", "--during", "2013..2024"]),
    ("two-states", &["network", "china", "--with", "russia", "--dark"]),
    ("path", &["path", "dmitry-medvedev", "narendra-modi"]),
    ("sequence", &["sequence", "china", "russia", "--during", "2022"]),
    ("timeline", &["timeline", "xi-jinping", "--during", "2023..2024"]),
    ("chart", &["chart", "xi-jinping", "--with", "vladimir-putin", "--per", "year", "--dark"]),
    ("matrix", &["matrix", "--rows", "xi-jinping,vladimir-putin,narendra-modi"]),
    ("map", &["map", "xi-jinping"]),
];

/// Each picture as SVG and as a page, of facts in a folder or the built-in ones; the files in order of names.
fn drawn(folder: &Folder, facts: Option<&str>, pictures: &[(&str, &[&str])]) -> Vec<Seen> {
    let mut files = Vec::new();
    for (name, words) in pictures {
        for extension in ["svg", "html"] {
            files.push(folder.draw(&format!("{name}.{extension}"), facts, words));
        }
    }
    look(&files)
}

/// What holds for any picture in a browser.
fn check(seen: &Seen) {
    let file = &seen.file;
    assert_eq!(seen.errors, [""; 0], "{file}");
    assert_eq!(seen.requests, [""; 0], "{file}");
    assert!(seen.violations.is_empty(), "{file}: {:#?}", seen.violations);
    assert_eq!(seen.broken, 0, "{file}");
    let is_page = file.ends_with(".html");
    assert_eq!(seen.root, if is_page { "html" } else { "svg" }, "{file}");
    assert_eq!(seen.scripts, usize::from(is_page), "{file}");
    assert!(!seen.texts.is_empty(), "{file}");
}

#[test]
fn pictures_are_drawn_without_errors_or_requests() {
    if !can_be_looked_at() {
        return;
    }
    let folder = Folder::new("built-in");
    let seen = drawn(&folder, None, PICTURES);
    assert_eq!(seen.len(), PICTURES.len() * 2);
    for pair in seen.chunks(2) {
        pair.iter().for_each(check);
        assert!(!pair[0].events.is_empty(), "{}", pair[0].file);
        assert_eq!(pair[0].events, pair[1].events, "{}", pair[0].file);
    }
}

#[test]
fn hostile_texts_stay_texts() {
    if !can_be_looked_at() {
        return;
    }
    let folder = Folder::new("hostile");
    let facts = folder.hostile_facts();
    let pictures: Vec<(&str, &[&str])> = vec![
        ("network", &["network", "--multilateral"]),
        ("timeline", &["timeline", "person-a"]),
        ("chart", &["chart", "person-a"]),
        ("path", &["path", "person-a", "person-b"]),
        ("matrix", &["matrix", "--rows", "person-a,person-b"]),
        ("sequence", &["sequence", "person-a"]),
    ];
    for seen in drawn(&folder, Some(&facts), &pictures) {
        check(&seen);
        let is_told = seen.texts.iter().any(|text| text.text.contains("<script>") || text.text.contains("onload"));
        assert!(is_told, "{}: {:?}", seen.file, seen.texts.first());
    }
}

/// What a touch left to be seen of a picture.
fn told<'t>(touch: &'t Value, field: &str) -> (Vec<f64>, Vec<f64>, f64) {
    let numbers = |value: &'t Value| value.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect();
    (numbers(&touch[field]["box"]), numbers(&touch[field]["at"]), touch[field]["scrolled"].as_f64().unwrap())
}

#[test]
fn pages_are_enlarged_and_moved_by_touch() {
    if !can_be_looked_at() {
        return;
    }
    let folder = Folder::new("touch");
    let words = ["network", "xi-jinping", "vladimir-putin", "--during", "2013..2024"];
    let touch = run::node("touch.mjs", &[folder.draw("touch.html", None, &words)]).remove(0);
    assert_eq!(touch["errors"], Value::Array(Vec::new()));
    let of = |field| told(&touch, field);
    let near = |one: &[f64], other: &[f64]| one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1.0);
    let (whole, at, _) = of("whole");
    // Two fingers that go from 100 points apart to 300 enlarge three times, and what is between them stays there.
    let (spread, between, _) = of("spread");
    assert!((whole[2] / spread[2] - 3.0).abs() < 0.01, "{whole:?} {spread:?}");
    assert!(near(&at, &between), "{at:?} {between:?}");
    // One finger takes an enlarged picture with it, and leaves the page where it is.
    let (dragged, moved, scrolled) = of("dragged");
    assert!(moved[0] < between[0] - 5.0 && moved[1] < between[1] - 5.0, "{between:?} {moved:?}");
    assert!(near(&dragged[2..], &spread[2..]) && scrolled == 0.0, "{spread:?} {dragged:?} {scrolled}");
    // Two fingers that come together give back the whole picture; then one finger moves the page.
    assert!(near(&of("pinched").0, &whole), "{:?}", of("pinched"));
    let (still, _, scrolled) = of("scrolled");
    assert!(near(&still, &whole) && scrolled > 50.0, "{still:?} {scrolled}");
    assert_eq!(touch["scrolled"]["chosen"], Value::Bool(false));
    assert_eq!(touch["tapped"]["chosen"], Value::Bool(true));
}
