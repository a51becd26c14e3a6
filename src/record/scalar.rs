//! Reading of checked values: every newtype is read through the one constructor that checks it.

use crate::date::{DateError, Day, Fault, PointDate};
use crate::diagnostic::Code;
use crate::id::{Id, IdError};
use borsh::{BorshDeserialize, BorshSerialize};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;
use thin_vec::{ThinVec, thin_vec};

/// Turns a failed check into a message; a hint follows on a line of its own.
fn message(error: &dyn fmt::Display, hint: Option<String>) -> String {
    match hint {
        Some(hint) => format!("{error}\nhint: {hint}"),
        None => error.to_string(),
    }
}

/// The message of a text that is no date; what kind of problem it is goes before it, on a line of its own.
pub(super) fn no_date(error: &DateError) -> String {
    let message = message(error, error.hint());
    match error.fault() {
        Fault::Form => message,
        Fault::Impossible => format!("{}: {}\n{message}", Code::MARK, Code::ImpossibleDate),
        Fault::Reversed => format!("{}: {}\n{message}", Code::MARK, Code::EndBeforeStart),
    }
}

/// Reads a text by a check.
pub(super) struct Checked<T> {
    pub(super) what: &'static str,
    pub(super) parse: fn(&str) -> Result<T, String>,
}

impl<T> Visitor<'_> for Checked<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}

macro_rules! read_checked {
    ($($kind:ty, $what:literal, $refusal:expr;)*) => {$(
        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let parse = |text: &str| text.parse().map_err(|error| ($refusal)(&error));
                from.deserialize_str(Checked { what: $what, parse })
            }
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
    )*};
}

read_checked! {
    Id, "an id in quotes", refusal;
    Day, "a day in quotes", no_date;
    PointDate, "a date in quotes", no_date;
    super::Locus, "a source and locator in quotes", refusal;
    super::Capacity, "an office id in quotes", refusal;
}

/// Reads the id of a record.
pub(super) fn own_id<'de, D: Deserializer<'de>>(from: D) -> Result<Id, D::Error> {
    let parse = |text: &str| Id::of_record(text).map_err(|error| refusal(&error));
    from.deserialize_str(Checked { what: "an id in quotes", parse })
}

/// A value that may be written as a text or, for some types, as a struct.
pub trait Loose: Sized {
    /// What is expected, for messages.
    const EXPECTED: &'static str;

    /// Reads the short form.
    ///
    /// # Errors
    /// A sentence on what is wrong with the text.
    fn from_text(text: &str) -> Result<Self, String>;

    /// Reads the long form.
    ///
    /// # Errors
    /// Those of the map; by default there is no long form.
    fn from_map<'de, A: MapAccess<'de>>(_map: A) -> Result<Self, A::Error> {
        Err(A::Error::custom(format!("expected {}", Self::EXPECTED)))
    }
}

/// What facts share with the record that they were made of.
impl<T: Loose> Loose for Arc<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn from_text(text: &str) -> Result<Self, String> {
        T::from_text(text).map(Self::new)
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        T::from_map(map).map(Self::new)
    }
}

/// The message of a text that is no id, with its hint.
pub(super) fn refusal(error: &IdError) -> String {
    message(error, error.hint())
}

macro_rules! loose_texts {
    ($($kind:ty, $what:literal;)*) => {$(
        impl Loose for $kind {
            const EXPECTED: &'static str = $what;

            fn from_text(text: &str) -> Result<Self, String> {
                <$kind>::from_str(text).map_err(|error| refusal(&error))
            }
        }
    )*};
}

loose_texts! {
    Id, "an id in quotes, or a list of ids";
    super::Capacity, "an office id in quotes, or a list of them";
    super::Locus, "a source and locator in quotes, or a list of them";
}

impl Loose for PointDate {
    const EXPECTED: &'static str = "a date in quotes, or a list of dates";

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: DateError| no_date(&error))
    }
}

/// One value or a list of them; one stands without brackets. An empty one takes no more room than a pointer: of the many
/// lists of an event most are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct Many<T>(
    #[borsh(serialize_with = "super::thin::write", deserialize_with = "super::thin::read")] pub ThinVec<T>,
);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(ThinVec::new())
    }
}

impl<T> Deref for Many<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Many<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'de, T: Loose> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ManyVisitor(PhantomData))
    }
}

struct ManyVisitor<T>(PhantomData<T>);

impl<'de, T: Loose> Visitor<'de> for ManyVisitor<T> {
    type Value = Many<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Many<T>, E> {
        T::from_text(text).map(|one| Many(thin_vec![one])).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Many<T>, A::Error> {
        T::from_map(map).map(|one| Many(thin_vec![one]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Many<T>, A::Error> {
        let mut all = ThinVec::new();
        while let Some(One(one)) = list.next_element()? {
            all.push(one);
        }
        // Lists are kept as long as the facts are.
        all.shrink_to_fit();
        Ok(Many(all))
    }
}

/// One element of a list.
pub(super) struct One<T>(pub(super) T);

impl<'de, T: Loose> Deserialize<'de> for One<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OneVisitor(PhantomData)).map(One)
    }
}

struct OneVisitor<T>(PhantomData<T>);

impl<'de, T: Loose> Visitor<'de> for OneVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::from_map(map)
    }
}

/// Reads a value of type `T` from a map whose opening has been read already.
///
/// # Errors
/// Those of `T`.
pub(super) fn through_map<'de, T: Deserialize<'de>, A: MapAccess<'de>>(map: A) -> Result<T, A::Error> {
    T::deserialize(serde::de::value::MapAccessDeserializer::new(map))
}
