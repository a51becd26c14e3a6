//! The dates of events as fact files write them: records mostly lie in order of time, so that many have the same one, which
//! a thread reads once.

use super::scalar::{Checked, no_date};
use crate::date::EventDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::RefCell;

impl<'de> Deserialize<'de> for EventDate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Checked { what: "a date in quotes", parse: dated })
    }
}

impl Serialize for EventDate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

thread_local! {
    /// The date that a thread read last.
    static LATEST: RefCell<Option<(String, EventDate)>> = const { RefCell::new(None) };
}

/// The date that a text says.
fn dated(text: &str) -> Result<EventDate, String> {
    LATEST.with_borrow_mut(|latest| match latest {
        Some((known, date)) if known == text => Ok(date.clone()),
        _ => {
            let date: EventDate = text.parse().map_err(|error| no_date(&error))?;
            Ok(latest.insert((text.to_owned(), date)).1.clone())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_is_read_as_anew() {
        for text in
            ["2024-12-12", "2024-12-12", "[2024-12-12..2024-12-13]", "2024-12", "2024-12-12/2024-12-13", "2024-12"]
        {
            assert_eq!(dated(text), Ok(text.parse::<EventDate>().unwrap()), "{text}");
        }
        assert!(dated("2024-13").is_err() && dated("2024-13").is_err());
        assert_eq!(dated("2024-12").unwrap().to_string(), "2024-12");
    }
}
