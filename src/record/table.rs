//! Tables: values by keys in quotes, in which no key stands twice.

use super::join::{Clashes, JoinField};
use borsh::{BorshDeserialize, BorshSerialize};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// Values by key, such as names by language. A key that is written twice is refused, as one value would be lost.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Table<V>(pub BTreeMap<String, V>);

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<V> Deref for Table<V> {
    type Target = BTreeMap<String, V>;

    fn deref(&self) -> &BTreeMap<String, V> {
        &self.0
    }
}

impl<'a, V> IntoIterator for &'a Table<V> {
    type Item = (&'a String, &'a V);
    type IntoIter = std::collections::btree_map::Iter<'a, String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl JoinField for Table<Vec<String>> {
    fn join_field(&mut self, name: &'static str, others: &[&Self], clashes: &mut Clashes) {
        let mut theirs: BTreeMap<&String, Vec<&Vec<String>>> = BTreeMap::new();
        for (key, values) in others.iter().flat_map(|other| other.iter()) {
            theirs.entry(key).or_default().push(values);
        }
        for (key, values) in theirs {
            self.0.entry(key.clone()).or_default().join_field(name, &values, clashes);
        }
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Table<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(TableVisitor(PhantomData))
    }
}

struct TableVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for TableVisitor<V> {
    type Value = Table<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table in `{` … `}`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<V>, A::Error> {
        let mut table = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            match table.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(map.next_value()?);
                }
                Entry::Occupied(place) => {
                    return Err(A::Error::custom(format!(
                        "`{}` stands twice in this table\nhint: write it once, with all that belongs to it",
                        place.key()
                    )));
                }
            }
        }
        Ok(Table(table))
    }
}
