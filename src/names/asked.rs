//! Reading what stands before the colon of a name.

use super::lookup::Lookup;
use crate::record::Kind;

/// A text that was asked, taken apart.
pub(super) struct Asked<'t> {
    /// The kind prefix, if there is one.
    pub(super) forced: Option<Forced>,
    /// What follows the kind prefix.
    pub(super) called: Called<'t>,
}

/// A kind prefix: `person:` and the like.
pub(super) struct Forced {
    /// The kinds it stands for.
    pub(super) kinds: Vec<Kind>,
    /// The same for a message.
    pub(super) word: &'static str,
}

/// By what the fact is called.
pub(super) enum Called<'t> {
    /// A name or id.
    Name(&'t str),
    /// A value in an outside scheme.
    Outside {
        /// The scheme as typed.
        scheme: &'t str,
        /// The value as typed.
        value: &'t str,
    },
}

impl<'t> Asked<'t> {
    /// Takes a text apart. A word before the colon that is neither a kind nor a scheme of the table belongs to the name.
    pub(super) fn read(text: &'t str, table: &dyn Lookup) -> Self {
        let prefix = split(text).and_then(|(word, rest)| Some((Forced::read(word)?, rest)));
        match prefix {
            Some((forced, rest)) => Self { forced: Some(forced), called: Called::read(rest, table) },
            None => Self { forced: None, called: Called::read(text, table) },
        }
    }
}

impl Forced {
    fn read(word: &str) -> Option<Self> {
        let (kind, word) = match word.to_ascii_lowercase().as_str() {
            "person" => (Kind::Person, "a person"),
            "state" => (Kind::State, "a state"),
            "party" => (Kind::Party, "a party"),
            "org" => (Kind::Organization, "an organization"),
            "forum" => (Kind::Forum, "a forum"),
            "office" => (Kind::Office, "an office"),
            "place" => (Kind::Place, "a place"),
            "source" => (Kind::Source, "a source"),
            "event" => return Some(Self::event()),
            _ => return None,
        };
        let kinds = vec![kind];
        Some(Self { kinds, word })
    }

    fn event() -> Self {
        let all = Kind::ALL.iter().copied();
        Self { kinds: all.filter(|kind| kind.is_event()).collect(), word: "an event" }
    }
}

impl<'t> Called<'t> {
    fn read(text: &'t str, table: &dyn Lookup) -> Self {
        match split(text) {
            Some((scheme, value)) if table.has_scheme(scheme) => Self::Outside { scheme, value },
            _ => Self::Name(text.trim()),
        }
    }
}

/// The parts before and after the first colon; the wide colon of Chinese keyboards counts.
fn split(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.split_once([':', '：'])?;
    Some((word.trim(), rest.trim()))
}
