//! Words of closed lists.

use chancery::names::nearest;

/// The value of a closed list that a word names; else what is wrong, with the nearest word or all of them.
pub(crate) fn word<T: Copy>(text: &str, all: &[T], name: fn(T) -> &'static str, what: &str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| name(*one) == text);
    found.ok_or_else(|| {
        let names: Vec<&'static str> = all.iter().map(|one| name(*one)).collect();
        match nearest(text, names.iter().copied()) {
            Some(near) => format!("`{text}` is no {what}; did you mean `{near}`?"),
            None => format!("`{text}` is no {what}; there are {}", names.join(", ")),
        }
    })
}
