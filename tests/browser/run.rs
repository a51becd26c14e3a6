//! The browser, and the scripts that drive it.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether there is a browser to look with; a loud line where there is none.
pub(crate) fn can_be_looked_at() -> bool {
    let is_set = std::env::var_os("CHANCERY_BROWSER").is_some();
    if !is_set {
        // Written past the test harness, which would keep the line to itself.
        let line = "SKIPPED: CHANCERY_BROWSER is not set, so no browser looks at the pictures and charts";
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    is_set
}

/// What a script of `tests/browser` tells of files, one value a file. Panics if it fails.
pub(crate) fn node(script: &str, files: &[PathBuf]) -> Vec<Value> {
    let folder = std::env::var_os("CHANCERY_BROWSER").expect("the test asked");
    let script = Path::new(&folder).join(script);
    let output = Command::new("node").arg(script).args(files).output().expect("node starts");
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{complaint}");
    serde_json::from_slice(&output.stdout).expect(&complaint)
}
