//! The folders of pictures that the browser reads, and what it saw.

use crate::run;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A folder of one test, removed at the end.
pub(crate) struct Folder(PathBuf);

/// A text of a picture.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
}

/// What the browser saw of a file.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) file: String,
    pub(crate) root: String,
    pub(crate) errors: Vec<String>,
    pub(crate) requests: Vec<String>,
    pub(crate) violations: Vec<Value>,
    pub(crate) broken: usize,
    pub(crate) scripts: usize,
    pub(crate) texts: Vec<Text>,
    pub(crate) events: Vec<String>,
}

/// Names that would become markup, script or another line if one format did not escape them.
const HOSTILE: &str = r#"[
    Source(id: "s", title: "</title><script>throw 1</script> & \"quoted\" 'source'"),
    State(id: "state-a", name: "<b>State</b> A & \u{202E}reversed"),
    State(id: "state-b", name: "State \"B\"; --> ]]>"),
    Person(id: "person-a", name: "<script>throw 2</script> Person A"),
    Person(id: "person-b", name: "\" onload=\"throw 3\" x=\" Person B\n<image href='file:///x'/>"),
    Office(id: "office-a", title: "President </text><script>throw 4</script>", of: "state-a", level: [HeadOfState]),
    Office(id: "office-b", title: "President \\ of & B", of: "state-b", level: [HeadOfState]),
    Meeting(id: "m1", when: "2001-02-03", participants: [(who: "person-a", as: "office-a"), (who: "person-b", as: "office-b")],
            source: "s#</desc><script>throw 5</script>"),
    Message(id: "m2", when: "2001-03-04", from: ["person-a"], to: ["person-b"], name: "</style><script>throw 6</script>", source: "s"),
]"#;

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-browser-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A file of facts whose names are hostile.
    pub(crate) fn hostile_facts(&self) -> String {
        let file = self.0.join("hostile.ron");
        fs::write(&file, HOSTILE).unwrap();
        file.to_str().unwrap().to_owned()
    }

    /// Draws a picture into a file.
    pub(crate) fn draw(&self, name: &str, facts: Option<&str>, words: &[&str]) -> PathBuf {
        let file = self.0.join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.arg("draw").args(words).arg("-o").arg(&file).env_remove("CHANCERY_FACTS");
        command.args(facts.into_iter().flat_map(|facts| ["--facts", facts]));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the browser sees of files.
pub(crate) fn look(files: &[PathBuf]) -> Vec<Seen> {
    run::node("look.mjs", files).iter().map(Seen::of).collect()
}

impl Seen {
    fn of(told: &Value) -> Self {
        let number = |field: &str| usize::try_from(told[field].as_u64().unwrap()).unwrap();
        Self {
            file: text(&told["file"]),
            root: text(&told["root"]),
            errors: texts(&told["errors"]),
            requests: texts(&told["requests"]),
            violations: told["violations"].as_array().unwrap().clone(),
            broken: number("broken"),
            scripts: number("scripts"),
            texts: told["texts"].as_array().unwrap().iter().map(|one| Text { text: text(&one["text"]) }).collect(),
            events: texts(&told["events"]),
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(text).collect()
}
