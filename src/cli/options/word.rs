//! Words of closed lists.

use chancery::names::all_nearest;

/// The value of a closed list that a word names; else what is wrong, with the nearest word or all of them.
pub(crate) fn word<T: Copy>(text: &str, all: &[T], name: fn(T) -> &'static str, what: &str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| name(*one) == text);
    found.ok_or_else(|| {
        let names: Vec<&'static str> = all.iter().map(|one| name(*one)).collect();
        match did_you_mean(text, names.iter().copied()) {
            Some(meant) => format!("`{text}` is no {what}; {meant}"),
            None => format!("`{text}` is no {what}; there are {}", names.join(", ")),
        }
    })
}

/// Which of some words a mistyped one can have meant: all that are as near as the nearest, if any is near.
pub(crate) fn did_you_mean<'w>(text: &str, words: impl IntoIterator<Item = &'w str>) -> Option<String> {
    let near: Vec<String> = all_nearest(text, words).iter().map(|near| format!("`{near}`")).collect();
    let (last, before) = near.split_last()?;
    Some(match before {
        [] => format!("did you mean {last}?"),
        before => format!("did you mean {} or {last}?", before.join(", ")),
    })
}
