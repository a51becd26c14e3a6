//! The ten questions about visits and travels, answered by the documented commands from the published files, where those
//! are: `CHANCERY_HSG_DIR` names their folder.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]
#![expect(clippy::print_stdout, reason = "a test that does not run says so")]

mod hsg;

#[test]
fn explore() {
    let Some(published) = hsg::published("the questions") else { return };
    let (folder, tally) = hsg::import(&[published]);
    println!("read {} kept {} merged {} skipped {}", tally.read, tally.kept, tally.merged, tally.skipped.len());
    for skipped in &tally.skipped {
        println!("{}:{}: {}", skipped.file, skipped.line, skipped.reason);
    }
    for (file, records) in &folder.files {
        println!("{file} {}", records.len());
    }
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("hsg");
    let _ = std::fs::remove_dir_all(&dir);
    folder.write(&dir);
}
