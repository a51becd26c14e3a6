//! Slugs: the id that a name would have.

/// So many characters of a name go into its id.
const LONGEST: usize = 60;

/// The words of a name in Latin letters, lower case and joined by `-`: `Müller, A.` is `muller-a`. It is cut at a word
/// after sixty characters, and empty where nothing of the name can be written so.
pub fn slug(name: &str) -> String {
    let start: String = name.chars().take(4 * LONGEST).collect();
    // An apostrophe parts no word.
    let latin = deunicode::deunicode_with_tofu(&start, " ").replace(['\'', '`'], "").to_ascii_lowercase();
    let mut slug = String::new();
    for word in latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST));
        } else if slug.len() + 1 + word.len() <= LONGEST {
            slug.push('-');
            slug += word;
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
    fn a_slug_is_an_id() {
        for (name, expected) in [
            ("Person A", "person-a"),
            ("Müller, A.", "muller-a"),
            ("  Land-A's (old) -- court ", "land-as-old-court"),
            ("Иван", "ivan"),
            ("北京", "bei-jing"),
            ("...", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
            assert!(expected.is_empty() || expected.parse::<Id>().is_ok());
        }
        let long = slug(&"word ".repeat(40));
        assert!(long.len() <= LONGEST && long.parse::<Id>().is_ok(), "{long}");
        assert_eq!(slug(&"x".repeat(900)).len(), LONGEST);
    }
}
