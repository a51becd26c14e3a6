//! Periods as a reader of print has them.

use crate::date::Period;

/// A period in as few words as name its days: `2023`, `2022–2024`, `2023-03-20 to 2023-10-18`, `since 2022-02-24`; nothing for
/// all days.
pub(super) fn period_in_words(period: Period) -> Option<String> {
    let (first, last) = (period.first, period.last);
    let (from, to) = (first.to_string(), last.to_string());
    let (begins, ends) = (from.strip_suffix("-01-01"), to.strip_suffix("-12-31"));
    Some(match (first.is_open(), last.is_open()) {
        (true, true) => return None,
        (false, true) => format!("since {from}"),
        (true, false) => format!("until {to}"),
        _ if first == last => from,
        _ => match (begins, ends) {
            (Some(from), Some(to)) if from == to => from.to_owned(),
            (Some(from), Some(to)) => format!("{from}–{to}"),
            _ => format!("{from} to {to}"),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::period_in_words;
    use crate::date::{Day, Period};

    #[test]
    fn few_words_name_the_days() {
        let check = |period: &str, expected: &str| {
            let period = Period::parse(period, Day::MIN);
            assert_eq!(period.ok().and_then(period_in_words).as_deref(), Some(expected));
        };
        check("2023", "2023");
        check("2022..2024", "2022–2024");
        check("2023-03-20..2023-10-18", "2023-03-20 to 2023-10-18");
        check("2023-03-20", "2023-03-20");
        check("since 2022", "since 2022-01-01");
        check("until 2019", "until 2019-12-31");
        assert_eq!(period_in_words(Period::ALL), None);
    }
}
