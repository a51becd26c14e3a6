//! The reader: whatever a text holds, its problems have places, and nothing in it hides a record.

use super::places;
use chancery::read::{Loaded, SourceText, read_texts};
use chancery::resolve::resolve;

const BEFORE: &str = "[\n    Person(id: \"person-before\", name: \"Person B\"),\n";
const AFTER: &str = "    Person(id: \"person-after\", name: \"Person A\"),\n]\n";

/// Reads a text as a file of facts.
pub(crate) fn hold(input: &[u8]) {
    let text = SourceText::new("a.ron", input.to_vec());
    let loaded = read(input.to_vec());
    places::hold(&text, &loaded.problems);
    each_reads_alone(&text, &loaded);
    all_read_together(&text, &loaded);
    neighbours_are_read(&text);
    let loading = resolve(loaded);
    places::hold(&text, &loading.problems);
}

fn read(bytes: Vec<u8>) -> Loaded {
    read_texts([("a.ron".to_owned(), bytes)])
}

/// A record says the same in a list of its own.
fn each_reads_alone(text: &SourceText, loaded: &Loaded) {
    for record in &loaded.records {
        let alone = read([b"[", text.slice(record.range.clone()), b"]"].concat());
        let [again] = alone.records.as_slice() else { panic!("{alone:?}") };
        assert_eq!((&again.record, again.digest), (&record.record, record.digest));
        assert_eq!(alone.problems, []);
    }
}

/// The records, and one more, are the records of a list of them.
fn all_read_together(text: &SourceText, loaded: &Loaded) {
    let mut list = b"[\n".to_vec();
    for record in &loaded.records {
        list.extend_from_slice(text.slice(record.range.clone()));
        list.extend_from_slice(b",\n");
    }
    list.extend_from_slice(AFTER.as_bytes());
    let together = read(list);
    assert_eq!(together.problems, []);
    let all = together.records.iter().map(|one| &one.record);
    assert!(all.take(loaded.records.len()).eq(loaded.records.iter().map(|one| &one.record)), "{together:?}");
    assert_eq!(together.records.len(), loaded.records.len() + 1);
}

/// Whatever stands between two records in lines of their own hides neither.
fn neighbours_are_read(text: &SourceText) {
    let between = text.bytes();
    // A comment that is not closed takes what follows it, as its writer said.
    if between.windows(2).any(|two| two == b"/*") {
        return;
    }
    let around = [BEFORE.as_bytes(), between, b"\n,\n", AFTER.as_bytes()].concat();
    let expected = [BEFORE.find('P'), AFTER.find('P').map(|at| at + BEFORE.len() + between.len() + 3)];
    let loaded = read(around);
    for start in expected.into_iter().flatten() {
        assert!(loaded.records.iter().any(|one| one.range.start == start), "{start}: {loaded:?}");
    }
}
