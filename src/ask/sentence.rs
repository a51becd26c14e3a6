//! Sentences: the words of a question, with what does not matter folded away.

/// The most words that a question may have; longer ones are not read.
pub(super) const MOST_WORDS: usize = 60;

/// The most characters that a question may have.
const MOST_LETTERS: usize = 1_000;

/// What says nothing where a shape has words of its own.
const ARTICLES: [&str; 4] = ["the", "a", "an", ","];

/// What is written together and read as two words.
const CONTRACTIONS: &[(&str, &[&str])] = &[
    ("who's", &["who", "is"]),
    ("what's", &["what", "is"]),
    ("where's", &["where", "is"]),
    ("when's", &["when", "is"]),
    ("how's", &["how", "is"]),
    ("who're", &["who", "are"]),
    ("who've", &["who", "have"]),
    ("who'd", &["who", "did"]),
    ("what've", &["what", "have"]),
    ("where'd", &["where", "did"]),
    ("when'd", &["when", "did"]),
    ("what'd", &["what", "did"]),
    ("how'd", &["how", "did"]),
    ("didn't", &["did", "not"]),
    ("hasn't", &["has", "not"]),
    ("haven't", &["have", "not"]),
    ("isn't", &["is", "not"]),
    ("wasn't", &["was", "not"]),
];

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was written.
    pub(super) text: String,
    /// As it is compared.
    pub(super) key: String,
}

/// The words of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
}

impl Sentence {
    /// Takes a question apart; none if it is longer than any question.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.chars().nth(MOST_LETTERS).is_some() {
            return None;
        }
        let text: String = text.chars().map(plain).collect();
        let text = text.trim().trim_end_matches(QUOTES).trim_end_matches(['?', '!', '.', '？', ' ']);
        let mut words = Vec::new();
        for written in text.split_whitespace() {
            push(written, &mut words);
        }
        (words.len() <= MOST_WORDS).then_some(Self { words })
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn key(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.key.as_str())
    }

    /// Whether the word may be left out before a word of a shape.
    pub(super) fn is_article(&self, at: usize) -> bool {
        self.key(at).is_some_and(|key| ARTICLES.contains(&key))
    }

    /// Whether between two words nothing stands but what joins names: `and`, a comma, both.
    pub(super) fn joins(&self, from: usize, to: usize) -> bool {
        let between = self.words.get(from..to).unwrap_or_default();
        !between.is_empty() && between.iter().all(|word| ["and", ","].contains(&word.key.as_str()))
    }

    /// Some of the words as they were written. A comma at an end belongs to the sentence.
    pub(super) fn text(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for word in self.words.iter().take(to).skip(from) {
            if !text.is_empty() && word.key != "," {
                text.push(' ');
            }
            text += &word.text;
        }
        text.trim_matches([',', ' ']).to_owned()
    }

    /// The sentence with some of its words replaced by others.
    pub(super) fn with(&self, from: usize, to: usize, others: &str) -> String {
        let parts = [self.text(0, from), others.to_owned(), self.text(to, self.len())];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Marks around words, which say nothing; within a word they belong to it.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Every apostrophe is one.
fn plain(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' | '`' => '\'',
        letter if letter.is_control() => ' ',
        letter => letter,
    }
}

fn contraction(key: &str) -> Option<&'static [&'static str]> {
    CONTRACTIONS.iter().find(|(short, _)| *short == key).map(|(_, long)| *long)
}

/// Whether a word of a question may stand next; elsewhere `who's` is the end of a name that has such a word in it.
fn opens_question(words: &[Word]) -> bool {
    words.last().is_none_or(|word| [",", "and", "so"].contains(&word.key.as_str()))
}

fn push(written: &str, words: &mut Vec<Word>) {
    let (bare, comma) = match written.trim_end_matches(QUOTES).strip_suffix([',', ';']) {
        Some(bare) => (bare, true),
        None => (written, false),
    };
    let bare = bare.trim_matches(QUOTES);
    let key = bare.to_lowercase();
    match contraction(&key).filter(|long| long.contains(&"not") || opens_question(words)) {
        Some(long) => words.extend(long.iter().map(|word| Word { text: (*word).into(), key: (*word).into() })),
        None if !bare.is_empty() => words.push(Word { text: bare.to_owned(), key }),
        None => {}
    }
    if comma {
        words.push(Word { text: ",".to_owned(), key: ",".to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> String {
        let sentence = Sentence::read(text).expect("short");
        sentence.words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_does_not_matter_is_folded() {
        assert_eq!(keys("WHO did  Person A meet?"), "who|did|person|a|meet");
        assert_eq!(keys("Who’s “Person A”??"), "who|is|person|a");
        assert_eq!(keys("In 2023, who met A, B and C ?"), "in|2023|,|who|met|a|,|b|and|c");
        assert_eq!(keys("who met “A, B”, and “the \"C“"), "who|met|a|,|b|,|and|the|c");
        assert_eq!(keys("who is 甲“乙”丙?"), "who|is|甲“乙”丙");
        assert_eq!(keys("In 2023, who's A?"), "in|2023|,|who|is|a");
        assert_eq!(keys("where was Person Who's last meeting?"), "where|was|person|who's|last|meeting");
        assert_eq!(keys(" ?"), "");
        assert_eq!(keys("person\u{7}a"), "person|a");
    }

    #[test]
    fn parts_are_as_written() {
        let sentence = Sentence::read("Who met A, Jr. on December 12, 2024?").expect("short");
        assert_eq!(sentence.text(2, 5), "A, Jr.");
        assert_eq!(sentence.text(2, 4), "A");
        assert_eq!(sentence.text(6, 10), "December 12, 2024");
        assert_eq!(sentence.with(2, 5, "b"), "Who met b on December 12, 2024");
    }

    #[test]
    fn what_is_too_long_is_not_read() {
        assert_eq!(Sentence::read(&"a ".repeat(MOST_WORDS + 1)), None);
        assert_eq!(Sentence::read(&"a".repeat(MOST_LETTERS + 1)), None);
    }
}
