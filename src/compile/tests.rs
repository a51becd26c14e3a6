//! Files whose checksums are right and whose contents are not: nothing that is asked of them ends the program.

use super::head::{DATA, Head};
use super::pages::{PAGE, checksum};
use super::{Inputs, Place, Unused, open, write};
use crate::date::Day;
use crate::graph::KnowledgeGraph;
use crate::model::Certainty;
use crate::query::{Attendance, Conflicts, Directory, Events, Meetings, Offices, Path, Query, Scope};
use crate::record::Kind;
use crate::resolve::load_folder;
use std::fs;
use std::path::PathBuf;

const FACTS: &str = r#"[
    Person(id: "person-a", name: "Person A", family: "Ay", was: "person-old"), Person(id: "person-b", name: "Person B"),
    State(id: "land-a", name: "Land A"), Party(id: "party-a", name: "Party A", ruling: [(of: "land-a", from: "1990")]),
    Office(id: "head-a", title: "Head", of: "land-a", seats: 1), Place(id: "hall", name: "Hall", within: "land-a"),
    Tenure(id: "t-1", person: "person-a", office: "head-a", from: "2020-01-01", source: "s"),
    Source(id: "s", title: "Source S", published: "2024-12-13", covers: [(who: "person-a", from: "2020")]),
    Meeting(id: "m-1", when: "2024-12-12", place: "hall", participants: ["person-a", "person-b"], source: ["s#1", "s#2"]),
    Session(id: "m-2", of: "party-a", when: "2024-12", participants: ["person-a", "nobody-known"], source: "s#3"),
]"#;

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The head and what follows it, with the checksums that belong to them.
fn sealed(data: &[u8], contents: &[u8]) -> Vec<u8> {
    let sums: Vec<u64> = data.chunks(PAGE).enumerate().map(|(page, bytes)| checksum(page, bytes)).collect();
    let head = Head::new(data.len() as u64, &sums, contents);
    let mut file = bytemuck::bytes_of(&head).to_vec();
    file.resize(DATA, 0);
    [file.as_slice(), data, bytemuck::cast_slice(&sums), contents].concat()
}

/// Numbers that look like chance, by the generator of Steele, Lea and Flood (SplitMix64, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit.max(1) as u64).unwrap_or(0)
    }

    /// Some bytes of a block become others: any, the greatest, none, or those of another place.
    fn spoil(&mut self, bytes: &mut [u8]) {
        for _ in 0..=self.below(6) {
            let (at, from) = (self.below(bytes.len()), self.below(bytes.len()));
            let new = [u8::try_from(self.below(256)).unwrap_or(0), u8::MAX, 0, bytes.get(from).copied().unwrap_or(0)];
            let (new, run) = (new[self.below(4)], 1 + self.below(8));
            bytes.iter_mut().skip(at).take(run).for_each(|byte| *byte = new);
        }
    }
}

fn ask(graph: &KnowledgeGraph) {
    let scope = Scope { at_least: Certainty::Possible, ..Scope::default() };
    let who = |text: &str| text.parse::<crate::id::Id>().unwrap();
    let (a, b) = (who("person-a"), who("person-b"));
    let met = Meetings { who: a.clone().into(), with: Some(b.clone().into()), scope: scope.clone() };
    let questions = [
        Query::Stats,
        Query::Meetings(met.clone()),
        Query::Contacts(Meetings { with: None, ..met }),
        Query::Events(Events { who: Vec::new(), scope: scope.clone() }),
        Query::Timeline(Events { who: vec![a.clone().into()], scope: scope.clone() }),
        Query::Offices(Offices::default()),
        Query::Attendance(Attendance { scope: scope.clone(), ..Attendance::default() }),
        Query::Path(Path::new(a.clone(), b.clone(), scope)),
        Query::Conflicts(Conflicts { who: Some(a.clone().into()), ..Conflicts::default() }),
        Query::Sources { source: None },
        Query::Changes { known_since: Day::FIRST, who: None },
        Query::Search { text: "a".to_owned() },
        Query::Show { id: a },
        Query::Show { id: who("m-1") },
    ];
    for question in questions {
        let _ = question.answer(graph);
    }
    let wanted = crate::names::Wanted { kinds: Kind::ALL, word: "anything" };
    for text in ["Person A", "ay", "person-old", "Nobody", "B Person", "x:y"] {
        let _ = Directory::new(graph).resolve(text, &wanted, crate::date::Period::ALL);
    }
}

#[test]
fn whatever_a_file_holds_nothing_panics() {
    let folder = Folder(std::env::temp_dir().join(format!("chancery-sealed-{}", std::process::id())));
    fs::create_dir_all(&folder.0).unwrap();
    fs::write(folder.0.join("facts.ron"), FACTS).unwrap();
    let place = Place { facts: &folder.0, cache: None };
    let inputs = Inputs::look(&folder.0, 0).unwrap();
    let loading = load_folder(&folder.0);
    assert_eq!(loading.problems.len(), 1, "an unknown id");
    let path = write(&place, &inputs, &KnowledgeGraph::new(loading.facts), &loading.problems, 0).unwrap();
    let whole = fs::read(&path).unwrap();
    let head = Head::read(&whole).unwrap();
    let end = DATA + usize::try_from(head.data).unwrap();
    let (data, contents) = (&whole[DATA..end], &whole[end + 8 * (end - DATA).div_ceil(PAGE)..]);
    assert!(sealed(data, contents) == whole, "the file is taken apart as it was put together");
    let (mut chance, mut opened) = (Chance(1), 0);
    for round in 0..400 {
        let (mut data, mut contents) = (data.to_vec(), contents.to_vec());
        if round % 4 == 0 {
            chance.spoil(&mut contents)
        } else {
            chance.spoil(&mut data)
        }
        fs::remove_file(&path).unwrap();
        fs::write(&path, sealed(&data, &contents)).unwrap();
        match open(&place, &inputs) {
            Ok(compiled) => {
                opened += 1;
                ask(&compiled.graph);
            }
            Err(why) => assert!(matches!(why, Unused::Damaged | Unused::Changed), "{why}"),
        }
    }
    assert!(opened > 100, "{opened} were opened");
}

#[test]
fn the_file_of_another_build_is_older() {
    let mut head = Head::new(0, &[], &[]);
    assert!(Head::read(bytemuck::bytes_of(&head)).is_ok());
    head.rebuild();
    assert_eq!(Head::read(bytemuck::bytes_of(&head)).map(|_| ()), Err(Unused::Older));
}
