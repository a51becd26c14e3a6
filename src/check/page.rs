//! Pages: what there is to say about each check, for `help check NAME` and the list in the documentation.

use super::{ALL, Check};
use std::fmt;

/// What there is to say about a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it finds, in one sentence.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// How it is mended.
    pub mend: &'static str,
    /// Records in which it finds something; empty where records cannot show it.
    pub wrong: &'static str,
    /// The same records, mended.
    pub right: &'static str,
}

/// The page of one check, as it is shown on a terminal and in the documentation: Markdown.
impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Page { what, why, mend, wrong, right } = self.page;
        writeln!(f, "## {}\n\n*{}*: {what}\n\n{why}\n\n{mend}", self.name(), self.severity.name())?;
        if wrong.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n```ron\n{wrong}\n```\n\nMended:\n\n```ron\n{right}\n```")
    }
}

/// The pages of all checks under one head, in Markdown.
pub fn all_pages() -> String {
    let mut text = String::from(HEAD);
    for check in ALL {
        text.push_str(&format!("| [{0}](#{0}) | {1} | {2} |\n", check.name(), check.severity.name(), check.page.what));
    }
    for check in ALL {
        text.push_str(&format!("\n{check}"));
    }
    text
}

const HEAD: &str = "# Checks

`chancery check [PATH…]` runs these checks and prints every finding, in the order of files and lines. This page is made
from the program (`CHANCERY_UPDATE=1 cargo test --test diagnostics`); `chancery help check NAME` prints one part of it.

* An **error** means that something was not read or that an answer may be wrong: `check` exits with 1.
* A **warning** was read, and surely not meant so: `check` exits with 1 only if `--strict` stands there.
* A **note** is allowed and worth a look: it never changes the exit code.

A check reports what is certain from what is written: a date that leaves it open is no finding. `--only NAME,…` runs some
checks alone. `--fix` mends what has one certain mending and leaves the rest. Where a finding is right as it stands, a record
accepts it, one finding each, and is reported when the finding is gone:

```ron
Expect(id: \"expect-1\", check: \"two-places-at-once\", of: \"meeting-b\", why: \"flew on at noon\"),
```

`of` is the id of the record in which the finding stands, or of the other one that it names.

| check | severity | finds |
|---|---|---|
";
