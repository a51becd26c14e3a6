//! Ids: one for each actor and place of a dataset, whatever file it stands in.

use crate::names::own_id;
use std::collections::{HashMap, HashSet};

/// The actors or places that were seen, by number and with their ids.
#[derive(Debug)]
pub(super) struct Ids {
    /// What every id begins with, its `-` included.
    prefix: String,
    numbers: HashMap<String, u32>,
    ids: Vec<String>,
    taken: HashSet<String>,
    key: String,
}

/// The number of something, and whether it was not seen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) number: u32,
    pub(super) is_new: bool,
}

impl Ids {
    pub(super) fn new(prefix: String) -> Self {
        Self { prefix, numbers: HashMap::new(), ids: Vec::new(), taken: HashSet::new(), key: String::new() }
    }

    /// The number of what these words name together; those that are empty name nothing.
    pub(super) fn number(&mut self, words: &[&str]) -> Seen {
        self.key.clear();
        for word in words {
            self.key.push_str(word);
            self.key.push('\u{0}');
        }
        if let Some(number) = self.numbers.get(&self.key) {
            return Seen { number: *number, is_new: false };
        }
        let number = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        let id = own_id(&self.prefix, words, |id| self.taken.contains(id));
        self.taken.insert(id.clone());
        self.ids.push(id);
        self.numbers.insert(self.key.clone(), number);
        Seen { number, is_new: true }
    }

    pub(super) fn id(&self, number: u32) -> &str {
        self.ids.get(number as usize).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_an_id_of_their_own() {
        let mut ids = Ids::new("set-".to_owned());
        let mut id = |words: &[&str]| {
            let seen = ids.number(words);
            ids.id(seen.number).to_owned()
        };
        assert_eq!(id(&["Actor A"]), "set-actor-a");
        assert_eq!(id(&["Actor A"]), "set-actor-a");
        let other = id(&["Actor-A"]);
        assert!(other.starts_with("set-actor-a-") && other.len() == "set-actor-a-".len() + 8, "{other}");
        assert_eq!(id(&["President", "AAAGOV"]), "set-president-aaagov");
        assert!(id(&["E12"]).starts_with("set-e12-"));
        assert!(id(&["..."]).starts_with("set-x"));
    }
}
