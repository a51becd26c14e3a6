//! What people are called for short: without initials, and without what tells father from son.

use super::fold::fold;
use super::phrase::is_initial;

/// What tells the generation, folded; only at the end of a name.
const GENERATION: [&str; 8] = ["jr", "sr", "ii", "iii", "iv", "v", "2nd", "3rd"];

/// A name, folded, without its initials, what stands in brackets, and the generation: `henry kissinger` of `Henry A. (Heinz
/// Alfred) Kissinger`. Nothing where that changes nothing, or leaves less than two words.
pub(super) fn shortened(name: &str) -> Option<String> {
    if !may_be_shortened(name) {
        return None;
    }
    let plain = without_brackets(name);
    let folded = fold(&plain);
    let mut words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 2 && words.last().is_some_and(|word| GENERATION.contains(word)) {
        words.pop();
    }
    words.retain(|word| !is_initial(word));
    let short = words.join(" ");
    (words.len() > 1 && short != fold(name)).then_some(short)
}

/// Whether it is worth the folding: most names have nothing of the kind.
fn may_be_shortened(name: &str) -> bool {
    let is_little = |word: &str| word.chars().nth(3).is_none();
    name.contains(['.', '(', '（']) || name.split_whitespace().any(is_little)
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let outside = |letter: &char| {
        let before = depth;
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        before == 0 && depth == 0
    };
    name.chars().filter(outside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(shortened(name).as_deref(), expected, "{name}");
    }

    #[test]
    fn without_initials_and_generation() {
        check("Richard M. Nixon", Some("richard nixon"));
        check("Henry A. (Heinz Alfred) Kissinger", Some("henry kissinger"));
        check("George H. W. Bush", Some("george bush"));
        check("George H.W. Bush", Some("george bush"));
        check("James A. Baker III", Some("james baker"));
        check("James A. Baker, 3rd", Some("james baker"));
        check("Howard Henry Baker Jr.", Some("howard henry baker"));
        check("Сергей В. Лавров", Some("сергеи лавров"));
    }

    #[test]
    fn what_is_whole_stays() {
        for name in
            ["Xi Jinping", "Malcolm X", "Elizabeth II", "李 鹏", "Hassan II", "", "X", "(A) B", "A. B.", "John ((Paul"]
        {
            check(name, None);
        }
    }
}
