//! Slugs: ids that a name proposes.

use super::fold::fold;

/// An id is no longer than this; longer names are cut after a word.
const LONGEST: usize = 80;

/// The id that a name proposes: its folded words in Latin letters, joined by `-`.
///
/// The same name gives the same slug; two names may share one. A name without letters and digits gives an empty text,
/// which is no id.
pub fn slug(name: &str) -> String {
    let start: String = name.chars().take(4 * LONGEST).collect();
    let latin = deunicode::deunicode_with_tofu(&fold(&start), "").to_ascii_lowercase();
    let mut slug = String::new();
    for word in latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST));
        } else if slug.len() + word.len() < LONGEST {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    #[test]
    fn names_propose_ids() {
        for (name, expected) in [
            ("Person A", "person-a"),
            ("  PERSON   a. ", "person-a"),
            ("Pérson Ä", "person-a"),
            ("Лицо А", "litso-a"),
            ("visit-12", "visit-12"),
            ("a--b", "a-b"),
            ("—", ""),
            ("", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        for long in ["a".repeat(200), "ab ".repeat(90), "某".repeat(200)] {
            let slug = slug(&long);
            assert!(slug.len() <= LONGEST && slug.parse::<Id>().is_ok(), "{slug}");
        }
    }
}
