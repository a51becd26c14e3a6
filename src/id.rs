//! Ids: the slugs that name every fact, in one name space for all kinds.

use borsh::io::{self, Read, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::BuildHasher;
use std::str::FromStr;
use std::sync::Arc;

/// A map by id. Its hashing is fast, and seeded anew for each map, so that no file can be made to slow it down.
pub type IdMap<V> = HashMap<Id, V, foldhash::fast::RandomState>;

/// A set of ids, hashed as [`IdMap`].
pub type IdSet = HashSet<Id, foldhash::fast::RandomState>;

/// The name of a fact: a slug of `a-z`, `0-9` and single `-`, such as `xi-jinping`.
///
/// Cloning is cheap (a reference count). Ids order by their bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// Why a text is no id.
///
/// `Display` gives one sentence; [`IdError::hint`] says what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError {
    text: String,
    proposal: Option<String>,
}

impl IdError {
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
        Self("".into())
    }

    /// The slug itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if is_slug(text) {
            return Ok(Self(shared(text)));
        }
        Err(IdError {
            text: text.chars().take(60).collect::<String>().replace(char::is_control, " "),
            proposal: propose(text),
        })
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

/// How many slugs a thread remembers.
const REMEMBERED: usize = 1 << 13;

/// The slugs that a thread read last, each in the place that its hash gives. Most ids are written many times, and those
/// that follow each other are mostly the same few: remembering them saves most of their memory.
struct Memory {
    hasher: foldhash::fast::RandomState,
    slugs: Vec<Option<Arc<str>>>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::new(Memory { hasher: Default::default(), slugs: vec![None; REMEMBERED] });
}

/// The slug, shared with an equal one if the thread remembers it.
fn shared(text: &str) -> Arc<str> {
    MEMORY.with_borrow_mut(|memory| {
        let at = usize::try_from(memory.hasher.hash_one(text)).unwrap_or(usize::MAX) % REMEMBERED;
        let Some(place) = memory.slugs.get_mut(at) else {
            return text.into();
        };
        match place {
            Some(known) if known.as_ref() == text => Arc::clone(known),
            _ => Arc::clone(place.insert(text.into())),
        }
    })
}

fn is_slug(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty()
        && text.bytes().all(inner)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
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
        f.pad(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
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
        check("", Err(""));
        check("习近平", Err(""));
    }
}
