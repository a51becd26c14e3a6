//! Ids of things that nobody has named before: after their words, and apart from each other.

use super::slug;

/// An id that is not taken, made of a prefix and some words: the words where they are free, else with a digest of them
/// behind, which is the same in every version and on every machine. Words that ids of another use have, such as those of
/// rows (`e12`) and of places (`at-…`), are not free.
pub fn own_id(prefix: &str, words: &[&str], is_taken: impl Fn(&str) -> bool) -> String {
    let slug = slug(&words.join(" "));
    let plain = format!("{prefix}{slug}");
    let is_row = slug.strip_prefix('e').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if !slug.is_empty() && !is_row && !slug.starts_with("at-") && !is_taken(&plain) {
        return plain;
    }
    let digest = digest(words);
    let own = if slug.is_empty() { format!("x{digest:08x}") } else { format!("{slug}-{digest:08x}") };
    let mut id = format!("{prefix}{own}");
    while is_taken(&id) {
        id.push('x');
    }
    id
}

/// FNV-1a of the words, each with a null behind it, folded to 32 bits.
#[expect(clippy::cast_possible_truncation, reason = "that is the folding")]
fn digest(words: &[&str]) -> u32 {
    let step = |digest: u64, byte: u8| (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    let digest = bytes.fold(0xcbf2_9ce4_8422_2325, step);
    (digest ^ (digest >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_where_they_can_be() {
        let id = |words: &[&str], taken: &[&str]| own_id("set-", words, |id| taken.contains(&id));
        assert_eq!(id(&["Actor A"], &[]), "set-actor-a");
        let other = id(&["Actor-A"], &["set-actor-a"]);
        assert!(other.starts_with("set-actor-a-") && other.len() == "set-actor-a-".len() + 8, "{other}");
        assert_eq!(id(&["Actor-A"], &["set-actor-a", &other]), format!("{other}x"));
        assert_eq!(id(&["President", "AAAGOV"], &[]), "set-president-aaagov");
        for (word, begins) in [("E12", "set-e12-"), ("At Town", "set-at-town-"), ("...", "set-x")] {
            assert!(id(&[word], &[]).starts_with(begins), "{word}");
        }
    }
}
