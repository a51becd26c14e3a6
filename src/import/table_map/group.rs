//! Groups: several rows that make one event.

use super::made::Made;
use super::map::{Adjacency, Group};
use super::row::Scene;
use super::run::Origin;
use super::template::Template;
use std::collections::HashMap;

/// Rows of one group, with the records that they make together.
pub(super) type Together = (Vec<Origin>, Vec<Made>);

/// The groups that are not finished.
pub(super) struct Groups {
    by: Vec<Template>,
    rows: Adjacency,
    /// In the order of their first rows.
    open: Vec<Together>,
    places: HashMap<String, usize>,
}

impl Groups {
    pub(super) fn new(spec: Option<&Group>) -> Self {
        let (by, rows) = spec.map(|group| (group.by.clone(), group.rows)).unwrap_or_default();
        Self { by, rows, open: Vec::new(), places: HashMap::new() }
    }

    /// What a row has in common with others of its group; nothing where each row stands alone.
    pub(super) fn key(&self, scene: &Scene<'_>) -> Result<Option<String>, String> {
        let mut key = String::new();
        for template in &self.by {
            let text = template.fill(scene)?.unwrap_or_default();
            // The length before each text keeps apart what would read the same.
            key += &format!("{}:{text}", text.len());
        }
        Ok((!self.by.is_empty()).then_some(key))
    }

    /// Whether the group of a key is open.
    pub(super) fn holds(&self, key: Option<&str>) -> bool {
        key.is_some_and(|key| self.places.contains_key(key))
    }

    /// Adds a row; gives the groups that it finishes.
    ///
    /// # Errors
    /// Why it can't join its group, which stays as it was.
    pub(super) fn add(
        &mut self,
        key: Option<String>,
        origin: Origin,
        made: Vec<Made>,
    ) -> Result<Vec<Together>, String> {
        let Some(key) = key else { return Ok(vec![(vec![origin], made)]) };
        let place = self.places.get(&key).copied();
        if let Some((origins, before)) = place.and_then(|place| self.open.get_mut(place)) {
            let mut joined = before.clone();
            join(&mut joined, made)?;
            *before = joined;
            origins.push(origin);
            return Ok(Vec::new());
        }
        let finished = match self.rows {
            Adjacency::Consecutive => self.finish(),
            Adjacency::Anywhere => Vec::new(),
        };
        self.places.insert(key, self.open.len());
        self.open.push((vec![origin], made));
        Ok(finished)
    }

    /// All groups that are open, which are finished now.
    pub(super) fn finish(&mut self) -> Vec<Together> {
        self.places.clear();
        std::mem::take(&mut self.open)
    }
}

/// Joins the records of a row with those of its group: the first of one recipe with the first, and so on.
fn join(group: &mut Vec<Made>, made: Vec<Made>) -> Result<(), String> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for one in made {
        let nth = counts.entry(one.recipe).or_default();
        let same = group.iter_mut().filter(|before| before.recipe == one.recipe).nth(*nth);
        *nth += 1;
        match same {
            Some(before) => before.join(one)?,
            None => group.push(one),
        }
    }
    Ok(())
}
