//! YAML as the data that it holds, and a repository with two states of facts.

use crate::folder::{Folder, run};
use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// A file of the checkout.
pub(crate) fn read(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(whole).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The one document of a YAML file of the checkout.
pub(crate) fn load(path: &str) -> Value {
    let text = read(path);
    let documents = Yaml::load_from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let [document] = documents.as_slice() else { panic!("{path}: {} documents", documents.len()) };
    value(document)
}

fn value(node: &Yaml<'_>) -> Value {
    match node {
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(truth)) => (*truth).into(),
        Yaml::Value(Scalar::Integer(number)) => (*number).into(),
        Yaml::Value(Scalar::String(text)) => text.as_ref().into(),
        Yaml::Sequence(items) => items.iter().map(value).collect(),
        Yaml::Mapping(pairs) => pairs.iter().map(|(key, of)| (text(&value(key)), value(of))).collect(),
        other => panic!("{other:?} is not expected in a configuration"),
    }
}

/// The text of a value, which has to be one.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

/// The texts of a list; none where there is no list.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    value.as_array().map(|items| items.iter().map(text).collect()).unwrap_or_default()
}

/// A repository in which `facts` of an example were changed on a branch, and the branch merged.
pub(crate) fn merged(name: &str, change: impl Fn(&Folder)) -> Folder {
    let folder = Folder::new(name);
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    assert_eq!(run(&folder, &["init", "--example", "."]).code, Some(0));
    commit(&folder);
    git(&folder, &["switch", "--quiet", "--create", "change"]);
    change(&folder);
    commit(&folder);
    git(&folder, &["switch", "--quiet", "main"]);
    git(&folder, &["merge", "--quiet", "--no-ff", "--message", "merge", "change"]);
    folder
}

fn commit(folder: &Folder) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "a state"]);
}

fn git(folder: &Folder, words: &[&str]) {
    let person = ["-c", "user.name=Person A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    command.args(person).args(words).current_dir(&folder.0).stdin(Stdio::null());
    assert!(command.status().expect("git starts").success(), "{words:?}");
}
