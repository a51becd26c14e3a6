//! Splitting: the parts of a text, and what stands in brackets behind a name.

/// A list is no longer.
pub(super) const MOST: usize = 2_000;

/// The parts between separators, none of them empty. Within brackets nothing is split.
///
/// # Errors
/// If brackets do not match, or there are too many parts.
pub(super) fn parts<'t>(text: &'t str, separators: &[String]) -> Result<Vec<&'t str>, String> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut skip_to) = (0_usize, 0, 0);
    for (at, sign) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        depth = deeper(depth, sign).ok_or_else(|| unmatched(text))?;
        let rest = text.get(at..).unwrap_or_default();
        let separator = separators.iter().find(|separator| depth == 0 && rest.starts_with(separator.as_str()));
        if let Some(separator) = separator {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at + separator.len();
            skip_to = start;
        }
        if parts.len() > MOST {
            return Err(format!("it has more than {MOST} parts"));
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    if depth > 0 {
        return Err(unmatched(text));
    }
    Ok(parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect())
}

/// How many brackets are open after a sign.
fn deeper(depth: usize, sign: char) -> Option<usize> {
    match sign {
        '(' | '[' | '（' => Some(depth + 1),
        ')' | ']' | '）' => depth.checked_sub(1),
        _ => Some(depth),
    }
}

fn unmatched(text: &str) -> String {
    format!("the brackets in `{}` do not match", shortened(text))
}

/// The beginning of a text, for a message.
pub(super) fn shortened(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    let mark = if start.len() < text.len() { "…" } else { "" };
    format!("{}{mark}", start.replace(char::is_control, " "))
}

/// A name and the texts in round brackets behind it, from left to right.
pub(super) fn brackets(text: &str) -> (&str, Vec<&str>) {
    let mut name = text.trim();
    let mut inside = Vec::new();
    while let Some((before, inner)) = last_bracket(name) {
        inside.push(inner.trim());
        name = before.trim_end();
    }
    inside.reverse();
    (name, inside)
}

/// The bracket at the end of a text; nothing where the text is nothing but a bracket.
fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix([')', '）'])?;
    let mut depth = 1;
    for (at, sign) in inner.char_indices().rev() {
        match sign {
            ')' | '）' => depth += 1,
            '(' | '（' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let (before, inner) = inner.split_at(at);
            return (!before.trim().is_empty()).then(|| (before, inner.strip_prefix(sign).unwrap_or(inner)));
        }
    }
    None
}

/// A name as it is said, and the family name where the order tells it.
pub(super) fn turned(name: &str) -> (String, Option<String>) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.split_once(',').map(|(family, given)| (words(family), words(given))) {
        Some((family, given)) if !family.is_empty() && !given.is_empty() => {
            // What follows a second comma stands behind the name as it does here: `A, Person, Jr.`
            let said = match given.split_once(',') {
                Some((given, rest)) => format!("{} {family} {}", given.trim(), rest.trim()),
                None => format!("{given} {family}"),
            };
            (said, Some(family))
        }
        _ => (words(name), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, separators: &[&str], expected: &[&str]) {
        let separators: Vec<String> = separators.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(parts(text, &separators).unwrap(), expected, "{text}");
    }

    #[test]
    fn nothing_is_split_within_brackets() {
        check("a; b (c; d (e; f)); g", &[";"], &["a", "b (c; d (e; f))", "g"]);
        check("a, b and c", &[",", " and "], &["a", "b", "c"]);
        check("a and b", &[], &["a and b"]);
        check(" ;; ", &[";"], &[]);
        check("某；乙（丙；丁）", &["；"], &["某", "乙（丙；丁）"]);
        for wrong in ["a (b", "a) b", "(a; b"] {
            assert!(parts(wrong, &[";".to_owned()]).is_err(), "{wrong}");
        }
        assert!(parts(&"a;".repeat(MOST + 2), &[";".to_owned()]).is_err());
    }

    #[test]
    fn brackets_behind_a_name_nest() {
        let check =
            |text: &str, name: &str, inside: &[&str]| assert_eq!(brackets(text), (name, inside.to_vec()), "{text}");
        check(
            "Person A (President (acting) of Land A) (Land A)",
            "Person A",
            &["President (acting) of Land A", "Land A"],
        );
        check("Person A", "Person A", &[]);
        check("Person (A) B", "Person (A) B", &[]);
        check("(Person A)", "(Person A)", &[]);
        check("Person A ()", "Person A", &[""]);
        check("人（总统）", "人", &["总统"]);
        check(")", ")", &[]);
    }

    #[test]
    fn names_are_turned_round() {
        let check = |text: &str, name: &str, family: Option<&str>| {
            assert_eq!(turned(text), (name.to_owned(), family.map(str::to_owned)), "{text}");
        };
        check("A, Person", "Person A", Some("A"));
        check("A,  Person  Middle", "Person Middle A", Some("A"));
        check("A, Person, Jr.", "Person A Jr.", Some("A"));
        check("Person A", "Person A", None);
        check(", Person", ", Person", None);
    }
}
