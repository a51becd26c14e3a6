//! Words of closed lists that slots take: ranks of officials, units of time, means, numbers.

use crate::query::CalendarUnit;
use crate::record::{Level, Mode};

/// What officials are called together, and the ranks that are meant; all of them where none is named.
pub(super) const RANKS: &[(&str, &[Level])] = &[
    ("officials", &[]),
    ("leaders", &[Level::HeadOfState, Level::HeadOfGovernment, Level::RulingPartyLeader]),
    ("heads of state", &[Level::HeadOfState]),
    ("heads of government", &[Level::HeadOfGovernment]),
    ("ministers", &[Level::ForeignMinister, Level::DefenceMinister, Level::Minister]),
    ("foreign ministers", &[Level::ForeignMinister]),
    ("defence ministers", &[Level::DefenceMinister]),
    ("defense ministers", &[Level::DefenceMinister]),
    ("deputy ministers", &[Level::DeputyMinister]),
    ("speakers", &[Level::Speaker]),
    ("ambassadors", &[Level::Ambassador]),
    ("envoys", &[Level::Envoy]),
];

/// Spans of time that make a row each.
pub(super) const UNITS: &[(&str, CalendarUnit)] = &[
    ("month", CalendarUnit::Month),
    ("quarter", CalendarUnit::Quarter),
    ("year", CalendarUnit::Year),
    ("decade", CalendarUnit::Decade),
];

/// By which means people were in contact.
pub(super) const MEANS: &[(&str, Mode)] = &[
    ("in person", Mode::InPerson),
    ("by phone", Mode::Phone),
    ("by telephone", Mode::Phone),
    ("on the phone", Mode::Phone),
    ("by video", Mode::Video),
    ("in writing", Mode::Written),
    ("by letter", Mode::Written),
];

/// Small numbers, one first.
const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Which of several: the first, the second …
const PLACES: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// What a phrase of a list stands for; letter case does not matter.
pub(super) fn listed<T: Copy>(text: &str, list: &[(&str, T)]) -> Option<T> {
    let text = text.to_lowercase();
    list.iter().find(|(phrase, _)| *phrase == text).map(|(_, meant)| *meant)
}

/// A number of one to two digits, or in words up to ten.
pub(super) fn number(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let in_words = NUMBERS.iter().position(|word| *word == lower).map(|at| at + 1);
    let short = lower.len() <= 2 && lower.bytes().all(|byte| byte.is_ascii_digit());
    in_words.or_else(|| lower.parse().ok().filter(|number| short && *number > 0))
}

/// Which of several rows: `second`, `2nd`, `2`.
pub(super) fn place_in_list(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let in_words = PLACES.iter().position(|word| *word == lower).map(|at| at + 1);
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    let short = bare.len() <= 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    in_words.or_else(|| bare.parse().ok().filter(|number| short && *number > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_lists() {
        assert_eq!(listed("Foreign Ministers", RANKS), Some([Level::ForeignMinister].as_slice()));
        assert_eq!(listed("foreigners", RANKS), None);
        assert_eq!(
            (number("Two"), number("12"), number("0"), number("123"), number("-1")),
            (Some(2), Some(12), None, None, None)
        );
        assert_eq!(
            (place_in_list("second"), place_in_list("22nd"), place_in_list("x"), place_in_list("0")),
            (Some(2), Some(22), None, None)
        );
    }
}
