//! One letter changed in a word of a shape: the question is never answered as if nothing were wrong.

use crate::{built_in, reader};
use chancery::ask::{Refusal, shapes};
use std::collections::HashMap;

/// In how many shapes the slips of one word are tried.
const MOST_SHAPES: usize = 3;

const LETTERS: [char; 5] = ['a', 'e', 'k', 't', 'z'];

/// Every word that came of another by one slip: a letter changed, left out, or swapped with the next.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for at in (0..letters.len()).step_by(2) {
        let mut one = letters.clone();
        one[at] = LETTERS[(at + letters.len()) % LETTERS.len()];
        slips.push(one);
        let mut one = letters.clone();
        one.remove(at);
        slips.push(one);
        if at + 1 < letters.len() {
            let mut one = letters.clone();
            one.swap(at, at + 1);
            slips.push(one);
        }
    }
    let mut slips: Vec<String> = slips.into_iter().map(|slip| slip.into_iter().collect()).collect();
    slips.retain(|slip| slip != word && !slip.is_empty());
    slips.sort();
    slips.dedup();
    slips
}

/// The words of an example that belong to its shape, by their place.
fn own_words(pattern: &str, example: &str) -> Vec<usize> {
    let own: Vec<&str> =
        pattern.split(|c: char| "()[]|<> ".contains(c)).filter(|word| !word.contains([':', ','])).collect();
    let words = example.split_whitespace().enumerate();
    // Articles stand before names too.
    let is_own = |word: &str| word != "the" && own.contains(&word.trim_end_matches('?').to_lowercase().as_str());
    words.filter(|(_, word)| is_own(word)).map(|(at, _)| at).collect()
}

#[test]
fn a_slip_in_a_word_of_a_shape_is_not_answered_and_the_word_is_suggested() {
    let graph = built_in();
    let reader = reader(&graph);
    let (mut tried, mut suggested) = (0, 0);
    let mut missed = Vec::new();
    // A word such as `did` stands in a hundred shapes; a few of them show what comes of its slips.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for shape in shapes() {
        let bare = shape.example.trim_end_matches('?');
        let right = reader.read(bare).expect("an example").asked;
        let words: Vec<&str> = bare.split_whitespace().collect();
        for at in own_words(shape.pattern, bare) {
            let times = seen.entry(words[at].to_lowercase()).or_default();
            *times += 1;
            if *times > MOST_SHAPES {
                continue;
            }
            for slip in slips(words[at]) {
                let mut slipped: Vec<&str> = words.clone();
                slipped[at] = &slip;
                let question = slipped.join(" ");
                tried += 1;
                match reader.read(&question) {
                    // Another word of the shape asks the same: `who` for `whom`.
                    Ok(reading) if reading.asked == right => suggested += 1,
                    Ok(reading) => {
                        let valid = shapes().iter().any(|other| {
                            own_words(other.pattern, &question).contains(&at) && reading.shape.pattern == other.pattern
                        });
                        assert!(valid, "{question} is answered as {}", reading.asked.understood(&graph));
                        suggested += 1;
                    }
                    Err(refusal) => {
                        let offers = refusal.offers().iter();
                        let right = offers
                            .filter_map(|offer| reader.read(&offer.question).ok())
                            .any(|read| read.asked == right);
                        // Some words stand in names as well, and then the name is what is unknown.
                        let is_of_name = matches!(&refusal, Refusal::Unknown { text, .. }
                            if words[at] == "of" && text.split(' ').any(|word| word == slip));
                        let right = right || is_of_name;
                        let is_slip = matches!(refusal, Refusal::Misspelt { .. });
                        assert!(right || !is_slip, "{question}: {refusal} {:?}", refusal.offers());
                        suggested += usize::from(right);
                        if !right {
                            missed.push(format!("{question}: {refusal}"));
                        }
                    }
                }
            }
        }
    }
    assert!(tried > 1_500, "{tried} slips are tried");
    assert!(missed.is_empty(), "the right word is suggested for {suggested} of {tried} slips, not for {missed:#?}");
}
