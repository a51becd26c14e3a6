//! Ids and names that look alike, by the skeletons of Unicode Technical Standard 39.

use super::alias_collision::{name_spot, names, shown};
use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::model::Fact;
use crate::names::fold;
use crate::read::Spot;
use crate::record::Kind;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_security::confusable_detection::skeleton;

pub(super) const CHECK: Check = Check {
    code: Code::ConfusableId,
    severity: Severity::Warning,
    page: Page {
        what: "two ids, or names of two facts of one kind, differ only in letters that look alike.",
        why: "`l` and `1`, `o` and `0`, `m` and `rn`, or a Cyrillic letter in a Latin name: a reader takes one for the other, \
              and who types the name does not find it.",
        mend: "Rename one of the two (`was` keeps the old id alive), or write the name in the letters of its own script.",
        wrong: r#"Person(id: "person-l", name: "Person L"),
Person(id: "person-1", name: "Person One"),"#,
        right: r#"Person(id: "person-l", name: "Person L"),
Person(id: "person-one", was: "person-1", name: "Person One"),"#,
    },
    run: Run::Facts(run),
};

const HINT: &str = "rename one of the two, or write it in the letters of its own script";

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let facts = checked.in_order();
    ids(checked, &facts, findings);
    let mut first: HashMap<(Kind, String), (&Fact, &str)> = HashMap::new();
    for fact in facts {
        let Some(kind) = fact.kind() else { continue };
        for name in names(fact) {
            let (known, other) = *first.entry((kind, looks(name))).or_insert((fact, name));
            // What is the same after folding is found as one name of two facts.
            if known.id != fact.id && fold(other) != fold(name) {
                let message =
                    format!("this name of `{}`, \"{}\", looks like a name of `{}`", fact.id, shown(name), known.id);
                if let Some((item, spot)) = name_spot(checked, fact, name) {
                    findings.between(item, spot, Some(&known.id), message, HINT);
                }
            }
        }
    }
}

fn ids(checked: &Checked<'_>, facts: &[&Fact], findings: &mut Findings<'_>) {
    let mut first: HashMap<String, &Fact> = HashMap::new();
    for fact in facts {
        let known = *first.entry(looks(fact.id.as_str())).or_insert(fact);
        if known.id == fact.id {
            continue;
        }
        let message = format!("the ids `{}` and `{}` look alike", known.id, fact.id);
        if let Some(item) = checked.record(fact, |record| record.head.id == fact.id) {
            findings.between(item, Spot::own(&item.record.head.id), Some(&known.id), message, HINT);
        }
    }
}

/// What a text looks like, whatever letters it is written in.
fn looks(text: &str) -> String {
    // No letter of ASCII is joined with the one before it, so that each can be looked up by itself.
    match text.is_ascii() {
        true => text.bytes().filter_map(|byte| ASCII.get(usize::from(byte))).map(String::as_str).collect(),
        false => looked_up(text),
    }
}

fn looked_up(text: &str) -> String {
    skeleton(text).flat_map(char::to_lowercase).collect()
}

/// What each character of ASCII looks like.
static ASCII: LazyLock<Vec<String>> =
    LazyLock::new(|| (0..128_u8).map(|byte| looked_up(char::from(byte).encode_utf8(&mut [0; 4]))).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_looks_as_the_tables_say() {
        let all: String = (0..128_u8).map(char::from).collect();
        let backwards: String = all.chars().rev().collect();
        for text in [all.as_str(), &backwards, "person-1", "rn m O0 Il|", ""] {
            assert_eq!(looks(text), looked_up(text), "{text}");
        }
        assert_eq!(looks("Реrson-m"), looks("Person-rn"));
    }
}
