//! The register: what is named in cells, each under one id, declared as a record once.

use super::notes::Notes;
use super::split::shortened;
use super::thing::Thing;
use crate::id::Id;
use crate::names::{fold, slug};
use crate::record::Kind;
use std::collections::{BTreeMap, HashMap};

/// Everything that has an id.
pub(super) struct Register {
    /// The ids of names that the map knows, by their folded form.
    known: HashMap<String, String>,
    /// Ids that the map gives itself, and to what kind, where it says so. Such an id is a name too: a name that proposes
    /// it means the same.
    given: HashMap<String, Option<Kind>>,
    /// The ids that are taken.
    ids: HashMap<String, Kind>,
    /// The number that comes next behind an id that is taken.
    numbers: HashMap<String, u64>,
    things: Vec<Thing>,
    /// Things by kind, owner and folded name.
    places: HashMap<(Kind, Option<String>, String), usize>,
    /// Spellings that were met, so that each is looked into once.
    spellings: HashMap<(Kind, Option<String>, String), Mention>,
}

/// What is put behind an id that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// The kind, where the id is that of another kind; then a number.
    Kind,
    /// A number.
    Number,
}

/// A name in a cell: its id, and the thing if the map does not know the name.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub id: String,
    pub thing: Option<usize>,
}

impl Register {
    pub(super) fn new(names: &BTreeMap<String, String>) -> Self {
        Self {
            known: names.iter().map(|(name, id)| (fold(name), id.clone())).collect(),
            given: names.values().map(|id| (id.clone(), None)).collect(),
            ids: HashMap::new(),
            numbers: HashMap::new(),
            things: Vec::new(),
            places: HashMap::new(),
            spellings: HashMap::new(),
        }
    }

    pub(super) fn thing(&mut self, number: usize) -> Option<&mut Thing> {
        self.things.get_mut(number)
    }

    /// The id of a name; `owner` is what it belongs to, and tells apart offices of one title.
    ///
    /// # Errors
    /// If the text holds no name.
    pub(super) fn mention(
        &mut self,
        kind: Kind,
        name: &str,
        owner: Option<&Mention>,
        more: Vec<(&'static str, String)>,
        notes: &mut Notes,
    ) -> Result<Mention, String> {
        let of = owner.filter(|_| kind == Kind::Office).map(|owner| owner.id.clone());
        let spelling = (kind, of.clone(), name.to_owned());
        if let Some(mention) = self.spellings.get(&spelling) {
            return Ok(mention.clone());
        }
        let folded = fold(name);
        if folded.is_empty() {
            return Err(format!("`{}` is no name", shortened(name)));
        }
        let mention = match self.known_id(&folded, of.as_deref()) {
            Some(id) => Mention { id, thing: None },
            None => self.place((kind, of, folded), name, owner, more, notes),
        };
        self.spellings.insert(spelling, mention.clone());
        Ok(mention)
    }

    fn known_id(&self, folded: &str, of: Option<&str>) -> Option<String> {
        let owned = of.and_then(|of| self.known.get(&fold(&format!("{of} {folded}"))));
        owned.or_else(|| self.known.get(folded)).cloned()
    }

    fn place(
        &mut self,
        key: (Kind, Option<String>, String),
        name: &str,
        owner: Option<&Mention>,
        mut more: Vec<(&'static str, String)>,
        notes: &mut Notes,
    ) -> Mention {
        if let Some(number) = self.places.get(&key).copied()
            && let Some(thing) = self.things.get(number)
        {
            notes.add(format!("`{}` is taken for `{}`, `{}`", shortened(name), shortened(&thing.name), thing.id));
            return Mention { id: thing.id.clone(), thing: Some(number) };
        }
        let kind = key.0;
        let proposed = proposal(kind, name, owner);
        if self.given.get(&proposed).is_some_and(|given| given.is_none_or(|given| given == kind)) {
            return Mention { id: proposed, thing: None };
        }
        let id = self.free(kind, &proposed, Behind::Kind);
        if id != proposed {
            notes.add(format!("`{}` gets the id `{id}`, because `{proposed}` is something else", shortened(name)));
        }
        if let (Some(owner), Some(field)) = (owner, owner_field(kind)) {
            more.push((field, owner.id.clone()));
        }
        self.places.insert(key, self.things.len());
        self.things.push(Thing { kind, id: id.clone(), name: name.to_owned(), more, declared: false });
        Mention { id, thing: Some(self.things.len() - 1) }
    }

    /// Takes an id that the map gives; the thing of this id, if a name proposed it before, needs no other record.
    pub(super) fn give(&mut self, kind: Kind, id: &str) {
        self.given.entry(id.to_owned()).or_insert(Some(kind));
        self.ids.entry(id.to_owned()).or_insert(kind);
        let thing = self.things.iter_mut().find(|thing| thing.kind == kind && thing.id == id);
        if let Some(thing) = thing {
            thing.declared = true;
        }
    }

    /// Takes an id if it is free.
    fn take(&mut self, kind: Kind, id: &str) -> bool {
        let free = !self.ids.contains_key(id) && !self.given.contains_key(id);
        if free {
            self.ids.insert(id.to_owned(), kind);
        }
        free
    }

    /// Takes a free id that begins so: with the kind behind it where the id is that of another kind, else with a number.
    pub(super) fn free(&mut self, kind: Kind, proposed: &str, behind: Behind) -> String {
        if self.take(kind, proposed) {
            return proposed.to_owned();
        }
        let clashes = self.ids.get(proposed).is_some_and(|other| *other != kind);
        let base =
            if behind == Behind::Kind && clashes { format!("{proposed}-{}", kind.name()) } else { proposed.to_owned() };
        let mut id = base.clone();
        while !self.take(kind, &id) {
            let number = self.numbers.entry(base.clone()).or_insert(1);
            *number += 1;
            id = format!("{base}-{number}");
        }
        id
    }
}

/// The id that a name proposes; an office belongs to somebody, whose id goes first unless the title names it.
fn proposal(kind: Kind, name: &str, owner: Option<&Mention>) -> String {
    let plain = slug(name);
    let owner = owner.filter(|_| kind == Kind::Office).map(|owner| owner.id.as_str());
    match owner {
        _ if plain.parse::<Id>().is_err() => format!("{}-1", kind.name()),
        Some(owner) if !format!("-{plain}-").contains(&format!("-{owner}-")) => format!("{owner}-{plain}"),
        _ => plain,
    }
}

/// The field of a record that says to what it belongs.
fn owner_field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Place => Some("within"),
        Kind::Office | Kind::Party | Kind::Organization | Kind::Forum => Some("of"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_one_id_each() {
        let names = BTreeMap::from([
            ("Person K".to_owned(), "known-person".to_owned()),
            ("land-a: President".to_owned(), "first-office".to_owned()),
        ]);
        let mut register = Register::new(&names);
        let mut notes = Notes::default();
        let mut of = |kind, name: &str, owner: Option<&Mention>| {
            register.mention(kind, name, owner, Vec::new(), &mut notes).map(|mention| (mention.id.clone(), mention))
        };
        let land = of(Kind::State, "Land A", None).unwrap().1;
        for (kind, name, owner, expected) in [
            (Kind::Person, "Person A", None, "person-a"),
            (Kind::Person, "PERSON  Á", None, "person-a"),
            (Kind::Person, "person k.", None, "known-person"),
            (Kind::Person, "Known Person", None, "known-person"),
            (Kind::Place, "Land A", None, "land-a-place"),
            (Kind::Office, "President", Some(&land), "first-office"),
            (Kind::Office, "Minister", Some(&land), "land-a-minister"),
            (Kind::Office, "Minister of Land A", Some(&land), "minister-of-land-a"),
            (Kind::Office, "Minister", None, "minister"),
            (Kind::Person, "Лицо", None, "litso"),
            (Kind::Person, "Litso", None, "litso-2"),
        ] {
            assert_eq!(of(kind, name, owner).unwrap().0, expected, "{name}");
        }
        assert!(of(Kind::Person, "—", None).is_err());
        let seen = notes.texts();
        assert_eq!(seen.len(), 3, "{seen:?}");
    }
}
