//! Ids: the slugs that name every fact, in one name space for all kinds.

use borsh::io::{self, Read, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use smol_str::SmolStr;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{BuildHasher, Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{self, AtomicU32, AtomicU64};

/// How ids are hashed: fast, and seeded anew for each map, so that no file can be made to slow it down.
pub type IdHasher = foldhash::fast::RandomState;

/// A map by id.
pub type IdMap<V> = HashMap<Id, V, IdHasher>;

/// A set of ids.
pub type IdSet = HashSet<Id, IdHasher>;

/// The name of a fact: a slug of `a-z`, `0-9` and single `-`, such as `xi-jinping`.
///
/// Cloning is cheap (a reference count). Ids order by their bytes.
#[derive(Clone)]
pub struct Id(Arc<Slug>);

/// The text of an id, and where the fact of this id was found last. Both lie in one place, so that whoever looks an id up
/// again and again waits for memory once.
struct Slug {
    text: SmolStr,
    /// The list that was asked, in the upper half, and the place in it.
    found: AtomicU64,
}

/// A list of facts in the order of ids that never changes, to which ids remember their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Register(u32);

impl Register {
    /// A register like no other.
    pub(crate) fn new() -> Self {
        static LATEST: AtomicU32 = AtomicU32::new(0);
        // No id remembers a place in the register 0.
        Self(LATEST.fetch_add(1, atomic::Ordering::Relaxed).wrapping_add(1))
    }
}

/// Why a text is no id.
///
/// `Display` gives one sentence; [`IdError::hint`] says what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError {
    text: String,
    proposal: Option<String>,
}

impl IdError {
    fn of(text: &str) -> Self {
        Self { text: text.chars().take(60).collect::<String>().replace(char::is_control, " "), proposal: propose(text) }
    }

    /// How ids are made, with the nearest one to the text.
    pub fn hint(&self) -> Option<String> {
        let rule = "ids are made of a-z, 0-9 and single `-`";
        Some(match &self.proposal {
            Some(proposal) => format!("{rule}, such as `{proposal}`"),
            None => rule.to_owned(),
        })
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.as_str() {
            "" => f.write_str("an empty text is no id"),
            text => write!(f, "`{text}` is no id"),
        }
    }
}

impl std::error::Error for IdError {}

impl Id {
    /// The id of no fact; no text reads as it.
    pub(crate) fn nothing() -> Self {
        Self::of("")
    }

    /// The id of a record, which most often is written once: it takes no place among those that threads remember.
    pub(crate) fn of_record(text: &str) -> Result<Self, IdError> {
        if is_slug(text) { Ok(Self::of(text)) } else { Err(IdError::of(text)) }
    }

    fn of(text: &str) -> Self {
        Self(Arc::new(Slug { text: SmolStr::new(text), found: AtomicU64::new(0) }))
    }

    /// The slug itself.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The place in a register, if it was noted last.
    pub(crate) fn place(&self, register: Register) -> Option<usize> {
        let found = self.0.found.load(atomic::Ordering::Relaxed);
        let place = usize::try_from(found & u64::from(u32::MAX)).ok()?;
        (found >> 32 == u64::from(register.0)).then_some(place)
    }

    /// Notes the place in a register, for all that share this id. Register and place are one number, so that no thread sees
    /// the place of another register.
    pub(crate) fn note(&self, register: Register, place: usize) {
        if let Ok(place) = u32::try_from(place)
            && register.0 != 0
        {
            let found = u64::from(register.0) << 32 | u64::from(place);
            self.0.found.store(found, atomic::Ordering::Relaxed);
        }
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if is_slug(text) { Ok(shared(text)) } else { Err(IdError::of(text)) }
    }
}

impl BorshSerialize for Id {
    fn serialize<W: Write>(&self, to: &mut W) -> io::Result<()> {
        self.as_str().serialize(to)
    }
}

impl BorshDeserialize for Id {
    fn deserialize_reader<R: Read>(from: &mut R) -> io::Result<Self> {
        let text = String::deserialize_reader(from)?;
        text.parse().map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.as_str() == other.as_str()
    }
}

impl Eq for Id {}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Id {
    /// As the text is hashed, by which maps are asked too.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// How many ids a thread remembers.
const REMEMBERED: usize = 1 << 15;

/// The ids that a thread read last, each in the place that its hash gives. Most ids are written many times, and those
/// that follow each other are mostly the same few: remembering them saves most of their memory.
struct Memory {
    hasher: IdHasher,
    /// Each with its hash, so that another one is known as such without a look at it.
    ids: Vec<Option<(u64, Id)>>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::new(Memory { hasher: Default::default(), ids: vec![None; REMEMBERED] });
}

/// The id of a slug, shared with an equal one if the thread remembers it.
fn shared(text: &str) -> Id {
    MEMORY.with_borrow_mut(|memory| {
        let hash = memory.hasher.hash_one(text);
        let at = usize::try_from(hash).unwrap_or(usize::MAX) % REMEMBERED;
        let Some(place) = memory.ids.get_mut(at) else {
            return Id::of(text);
        };
        match place {
            Some((known, id)) if *known == hash && id.as_str() == text => id.clone(),
            _ => place.insert((hash, Id::of(text))).1.clone(),
        }
    })
}

fn is_slug(text: &str) -> bool {
    let mut before = b'-';
    let fits = |byte: u8| {
        let stands_apart = byte != b'-' || before != b'-';
        before = byte;
        stands_apart && (byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    text.bytes().all(fits) && before != b'-'
}

/// The nearest slug, for the hint.
fn propose(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(60).collect();
    (!slug.is_empty()).then(|| slug.trim_end_matches('-').to_owned())
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, &str>) {
        let seen = text.parse::<Id>();
        match expected {
            Ok(id) => assert_eq!(seen.unwrap().as_str(), id),
            Err(proposal) => assert_eq!(seen.unwrap_err().proposal.unwrap_or_default(), proposal, "{text}"),
        }
    }

    #[test]
    fn slugs_only() {
        check("xi-jinping", Ok("xi-jinping"));
        check("a-2024", Ok("a-2024"));
        check("Xi Jinping", Err("xi-jinping"));
        check("-a", Err("a"));
        check("a--b", Err("a-b"));
        check("a-", Err("a"));
        check("-", Err(""));
        check("", Err(""));
        check("习近平", Err(""));
    }

    #[test]
    fn a_place_is_remembered_for_the_register_in_which_it_was_found() {
        let (id, one, other) = ("p".parse::<Id>().unwrap(), Register::new(), Register::new());
        assert_eq!((id.place(one), id.place(other)), (None, None));
        id.note(one, 7);
        assert_eq!((id.clone().place(one), id.place(other)), (Some(7), None));
        id.note(other, 0);
        assert_eq!((id.place(one), id.place(other)), (None, Some(0)));
        id.note(one, usize::MAX);
        assert_eq!((id.place(one), id.place(other)), (None, Some(0)));
    }
}
