//! Countries: an id of the source is the state of that date.

use crate::names::two_letters;

/// A state that an id of the source means for a time.
#[derive(Debug)]
pub(super) struct Stretch {
    /// Our id.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) name: &'static str,
    /// The last day on which the source's id means it; empty for the last.
    pub(super) until: &'static str,
}

const fn stretch(id: &'static str, name: &'static str, until: &'static str) -> Stretch {
    Stretch { id, name, until }
}

/// Ids that join several states over time, with the states in their order.
const JOINED: &[(&str, &[Stretch])] = &[
    (
        "russia",
        &[
            stretch("russian-empire", "Russian Empire", "1917-03-15"),
            stretch("russian-republic", "Russian Republic", "1917-11-06"),
            stretch("soviet-russia", "Soviet Russia", "1922-12-29"),
            stretch("soviet-union", "Soviet Union", "1991-12-25"),
            stretch("russia", "Russia", ""),
        ],
    ),
    (
        "germany",
        &[
            stretch("german-reich", "German Reich", "1945-06-04"),
            stretch("germany-under-occupation", "Germany under occupation", "1949-05-22"),
            stretch("germany", "Germany", ""),
        ],
    ),
    (
        "china",
        &[
            stretch("qing-empire", "Qing Empire", "1911-12-31"),
            stretch("republic-of-china", "Republic of China", "1949-09-30"),
            stretch("china", "China", ""),
        ],
    ),
    ("taiwan", &[stretch("republic-of-china", "Republic of China", "")]),
    (
        "vietnam",
        &[
            stretch("state-of-vietnam", "State of Vietnam", "1955-10-25"),
            stretch("south-vietnam", "Republic of Vietnam", "1975-04-30"),
            stretch("vietnam", "Vietnam", ""),
        ],
    ),
    ("yemen", &[stretch("yemen-arab-republic", "Yemen Arab Republic", "1990-05-21"), stretch("yemen", "Yemen", "")]),
    ("tanzania", &[stretch("tanganyika", "Tanganyika", "1964-04-25"), stretch("tanzania", "Tanzania", "")]),
    ("malaysia", &[stretch("malaya", "Malaya", "1963-09-15"), stretch("malaysia", "Malaysia", "")]),
    (
        "zimbabwe",
        &[stretch("southern-rhodesia", "Southern Rhodesia", "1980-04-17"), stretch("zimbabwe", "Zimbabwe", "")],
    ),
];

/// States that go on after the last day on which an id means them.
const GOING_ON: &[&str] = &["republic-of-china"];

/// Two ids of the source for one state, and why.
const SAME: &[(&str, &str, &str)] = &[
    ("albania", "albania-1946", "the source tells the kingdom from what followed it; one state"),
    ("antigua-barbuda", "antigua-and-barbuda", "two spellings of one name"),
    ("congo-democratic-republic", "congo-kinshasa", "one state under two ids"),
    ("congo-republic", "congo-brazzaville", "one state under two ids"),
    ("czech-republic", "czechia", "one state; `czechia` is its short name"),
    ("eswatini", "swaziland", "one state; it took the name Eswatini in 2018"),
    ("korea-south", "korea", "`korea` is a slip for `korea-south`, in one visit of 2017"),
    ("macedonia", "north-macedonia", "one state; it took the name North Macedonia in 2019"),
    ("micronesia", "micronesia-federated-states-of", "two spellings of one name"),
    ("saint-kitts-nevis", "saint-kitts-and-nevis", "two spellings of one name"),
    ("saint-vincent-grenadines", "saint-vincent-and-grenadines", "two spellings of one name"),
    ("samoa", "somoa", "`somoa` is a slip for `samoa`"),
    ("vietnam", "south-vietnam-1975", "another id for the one state of that time"),
    ("vietnam", "state-of-vietnam-1955", "another id for the one state of that time"),
    ("turkey", "turkiye", "one state; `turkiye` is the name that it asked for in 2022"),
];

/// Codes (ISO 3166-1, of ISO 3166-3 where the state is no more) of states that the source calls by no name of today.
const CODES: &[(&str, &str)] = &[
    ("burma", "MM"),
    ("czechoslovakia", "CSHH"),
    ("congo-democratic-republic", "CD"),
    ("congo-republic", "CG"),
    ("samoa", "WS"),
    ("somalia", "SO"),
    ("soviet-union", "SUHH"),
    ("yugoslavia", "YUCS"),
];

/// The code of a state by a rule; of one of today also by its name.
pub(super) fn code(id: &str, name: &str, is_ended: bool) -> Option<&'static str> {
    let by_rule = CODES.iter().find(|(own, _)| *own == id).map(|(_, code)| *code);
    by_rule.or_else(|| if is_ended { None } else { two_letters(name) })
}

/// The id that stands for an id of the source: another where a rule says that both are one state.
pub(super) fn canonical(country: &str) -> &str {
    SAME.iter().find(|(_, other, _)| *other == country).map_or(country, |(own, ..)| own)
}

/// Why an id of the source is another one, if it is.
pub(super) fn why_same(country: &str) -> Option<&'static str> {
    SAME.iter().find(|(_, other, _)| *other == country).map(|(.., reason)| *reason)
}

/// Whether an id is several states over time.
pub(super) fn is_joined(country: &str) -> bool {
    JOINED.iter().any(|(id, _)| *id == canonical(country))
}

/// A state on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// Our id.
    pub(super) id: String,
    /// Its name, where a rule gives it one.
    pub(super) name: &'static str,
    /// The first day on which the source's id means it, where another was meant before.
    pub(super) from: Option<&'static str>,
    /// Its last day, where it ended.
    pub(super) until: Option<&'static str>,
}

/// The state that an id of the source means on a day (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an empty one is the last).
pub(super) fn state(country: &str, day: &str) -> State {
    let country = canonical(country);
    let Some((_, stretches)) = JOINED.iter().find(|(id, _)| *id == country) else {
        return State { id: country.to_owned(), name: "", from: None, until: None };
    };
    let end = |stretch: &&Stretch| stretch.until.is_empty() || (!day.is_empty() && day <= stretch.until);
    let at = stretches.iter().position(|stretch| end(&stretch)).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|before| stretches.get(before));
    match stretches.get(at) {
        Some(stretch) => State {
            id: stretch.id.to_owned(),
            name: stretch.name,
            from: before.map(|before| before.until),
            until: Some(stretch.until).filter(|until| !until.is_empty() && !GOING_ON.contains(&stretch.id)),
        },
        None => State { id: country.to_owned(), name: "", from: None, until: None },
    }
}

/// Whether a label is the name of another state that the same id means at another time, or that has this label earlier.
pub(super) fn is_of_another(country: &str, state: &str, label: &str) -> bool {
    let stretches = JOINED.iter().find(|(id, _)| *id == country).map(|(_, stretches)| *stretches).unwrap_or_default();
    let name = turned(label);
    stretches.iter().any(|other| other.id != state && (other.name == name || LAGGING.contains(&(other.id, label))))
}

/// Labels that the source still prints when the state has another name.
const LAGGING: &[(&str, &str)] = &[("soviet-union", "U.S.S.R.")];

/// A label as it is read: `Land A, Republic of` is turned round.
pub(super) fn turned(label: &str) -> String {
    let turned = label
        .split_once(", ")
        .filter(|(_, rest)| rest.ends_with(" of") || matches!(*rest, "North" | "South") || rest.ends_with(" of the"));
    turned.map_or_else(|| label.to_owned(), |(name, rest)| format!("{rest} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_state_of_the_day() {
        let check = |country: &str, day: &str, id: &str, from: Option<&str>, until: Option<&str>| {
            let seen = state(country, day);
            assert_eq!((seen.id.as_str(), seen.from, seen.until), (id, from, until), "{country} {day}");
        };
        check("russia", "1972-05-22", "soviet-union", Some("1922-12-29"), Some("1991-12-25"));
        check("russia", "1991-12-25", "soviet-union", Some("1922-12-29"), Some("1991-12-25"));
        check("russia", "1991-12-26", "russia", Some("1991-12-25"), None);
        check("russia", "1809", "russian-empire", None, Some("1917-03-15"));
        check("germany", "1953-02-05", "germany", Some("1949-05-22"), None);
        check("china", "1945-04-26", "republic-of-china", Some("1911-12-31"), None);
        check("taiwan", "1960-06-18", "republic-of-china", None, None);
        check("somoa", "1960-06-18", "samoa", None, None);
        check("land-a", "1960-06-18", "land-a", None, None);
        check("china", "", "china", Some("1949-09-30"), None);
    }

    #[test]
    fn the_days_of_an_id_are_in_order() {
        for (id, stretches) in JOINED {
            let days: Vec<&str> = stretches.iter().map(|stretch| stretch.until).collect();
            let (last, before) = days.split_last().unwrap();
            assert!(last.is_empty() && before.is_sorted() && before.iter().all(|day| day.len() == 10), "{id}");
        }
    }

    #[test]
    fn a_label_that_names_another_state_of_the_id_is_no_name() {
        for (country, state, label, expected) in [
            ("russia", "russia", "U.S.S.R.", true),
            ("russia", "soviet-union", "U.S.S.R.", false),
            ("germany", "german-reich", "Germany", true),
            ("germany", "germany", "Germany, Federal Republic of", false),
            ("land-a", "land-a", "Land A", false),
        ] {
            assert_eq!(is_of_another(country, state, label), expected, "{state} {label}");
        }
    }

    #[test]
    fn labels_are_turned() {
        for (label, name) in
            [("Land A, Republic of", "Republic of Land A"), ("Land, South", "South Land"), ("A, B", "A, B")]
        {
            assert_eq!(turned(label), name);
        }
    }
}
