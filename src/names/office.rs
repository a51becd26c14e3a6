//! The phrases by which people ask for an office.

use super::fold::fold;

/// The aliases under which an office is known, for [`NameEntry::names`](super::NameEntry::names).
///
/// `title` is the office's own title, `level_words` what its levels are called (`foreign minister`), `actor_names` the names of the actor it belongs to.
/// Gives the title as written, and folded and without `the`: the title, `FORM of ACTOR` and `ACTOR FORM` for each form (title or level word) and actor.
/// A form that already holds the actor's name is not joined to it again. No phrase comes twice.
pub fn office_phrases(title: &str, level_words: &[&str], actor_names: &[&str]) -> Vec<String> {
    let mut phrases = vec![title.to_owned(), without_the(&fold(title))];
    let actors: Vec<String> =
        actor_names.iter().map(|name| without_the(&fold(name))).filter(|name| !name.is_empty()).collect();
    for form in std::iter::once(&title).chain(level_words) {
        let form = without_the(&fold(form));
        let free = |actor: &&String| !form.is_empty() && !holds(&form, actor);
        for actor in actors.iter().filter(free) {
            phrases.push(format!("{form} of {actor}"));
            phrases.push(format!("{actor} {form}"));
        }
    }
    each_once(phrases)
}

/// A folded phrase without the word `the`, which nobody types twice the same way.
pub(super) fn without_the(folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').filter(|word| *word != "the").collect();
    words.join(" ")
}

/// Whether a phrase holds another as whole words.
fn holds(phrase: &str, part: &str) -> bool {
    format!(" {phrase} ").contains(&format!(" {part} "))
}

fn each_once(phrases: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut kept = phrases;
    kept.retain(|phrase| !phrase.is_empty() && seen.insert(phrase.clone()));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, levels: &[&str], actors: &[&str], expected: &[&str]) {
        assert_eq!(office_phrases(title, levels, actors), expected, "{title}");
    }

    #[test]
    fn phrases() {
        check(
            "Minister of Foreign Affairs",
            &["foreign minister"],
            &["Country A", "Republic of A"],
            &[
                "Minister of Foreign Affairs",
                "minister of foreign affairs",
                "minister of foreign affairs of country a",
                "country a minister of foreign affairs",
                "minister of foreign affairs of republic of a",
                "republic of a minister of foreign affairs",
                "foreign minister of country a",
                "country a foreign minister",
                "foreign minister of republic of a",
                "republic of a foreign minister",
            ],
        );
    }

    #[test]
    fn nothing_twice() {
        check("chairman of Party A", &[], &["The Party A", "?!"], &["chairman of Party A", "chairman of party a"]);
        check("president", &["President"], &["A"], &["president", "president of a", "a president"]);
        check("", &[], &["A"], &[]);
    }
}
