//! Folding: the form in which two spellings of one name are the same text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Brings a name into the form that is compared.
///
/// Case and width are folded (NFKC of UAX #15, then lower case, `ß` as `ss`, final sigma as sigma).
/// Whatever is neither letter, digit nor mark reads as a space; spaces are joined and trimmed.
/// Combining marks go after a Latin, Greek or Cyrillic letter (so `й` reads as `и`) and stay in every other script.
/// Invisible controls (direction, joining, zero width) go. The result is in NFC, and folding it again changes nothing.
///
/// A text without any letter or digit folds to the empty text.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let lower = text.nfkc().flat_map(char::to_lowercase);
    let mut folded = Folded::default();
    for c in lower.nfd().filter(|c| !is_invisible(*c)) {
        folded.push(c);
    }
    folded.text.nfc().collect()
}

/// The same law for the common case, without the tables of Unicode.
fn fold_ascii(text: &str) -> String {
    let mut folded = Folded::default();
    for c in text.chars() {
        folded.push(c.to_ascii_lowercase());
    }
    folded.text
}

/// Text folded so far.
#[derive(Default)]
struct Folded {
    text: String,
    /// The letter or digit that a following mark belongs to.
    base: Option<char>,
}

impl Folded {
    fn push(&mut self, c: char) {
        if is_combining_mark(c) {
            self.push_mark(c);
        } else if c.is_alphanumeric() && !is_apostrophe(c) {
            self.push_letter(c);
        } else {
            self.base = None;
        }
    }

    /// A mark without a letter before it says nothing and is dropped.
    fn push_mark(&mut self, mark: char) {
        if self.base.is_some_and(|base| !sheds_marks(base)) {
            self.text.push(mark);
        }
    }

    fn push_letter(&mut self, c: char) {
        if self.base.is_none() && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.base = Some(c);
        match c {
            'ß' => self.text.push_str("ss"),
            'ς' => self.text.push('σ'),
            _ => self.text.push(c),
        }
    }
}

/// Modifier letters that writers use where others type an apostrophe.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2ee}')
}

/// Whether this is a Latin, Greek or Cyrillic letter (blocks of Unicode 16, of text in lower case and NFD).
fn sheds_marks(c: char) -> bool {
    is_latin(c) || is_greek(c) || is_cyrillic(c)
}

fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{2af}'
        | '\u{1d00}'..='\u{1d25}' | '\u{1d2c}'..='\u{1d5c}' | '\u{1d62}'..='\u{1d65}'
        | '\u{1d6b}'..='\u{1d77}' | '\u{1d79}'..='\u{1dbe}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2c60}'..='\u{2c7f}' | '\u{a722}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab64}'
        | '\u{10780}'..='\u{107ba}' | '\u{1df00}'..='\u{1dfff}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3e1}' | '\u{3f0}'..='\u{3ff}' | '\u{1d26}'..='\u{1d2a}'
        | '\u{1f00}'..='\u{1fff}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{1d2b}' | '\u{1d78}'
        | '\u{a640}'..='\u{a69f}')
}

/// Characters that show nothing and so must not tell two names apart.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text:?}");
    }

    #[test]
    fn case_width_and_marks() {
        check("Person A", "person a");
        check("Ｐｅｒｓｏｎ　Ａ", "person a");
        check("Érdoğan Çelik", "erdogan celik");
        check("E\u{301}rd", "erd");
        check("İstanbul", "istanbul");
        check("STRASSE Straße STRAẞE", "strasse strasse strasse");
        check("Nguyễn Thị", "nguyen thi");
        check("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ");
        check("Сергей Ёлкин", "сергеи елкин");
        check("Łódź", "łodz");
    }

    #[test]
    fn marks_of_other_scripts_stay() {
        check("习近平", "习近平");
        check("हिन्दी", "हिन्दी");
        check("ガ", "ガ");
        check("カ\u{3099}", "ガ");
        check("שָׁלוֹם", &"שָׁלוֹם".nfc().collect::<String>());
        check("مُحَمَّد", &"مُحَمَّد".nfc().collect::<String>());
        check("각", "각");
    }

    #[test]
    fn punctuation_is_a_space() {
        check("Wang-Huning", "wang huning");
        check("  O’Neil  d'Arc, \t(Jr.) ", "o neil d arc jr");
        check("Sana\u{2bc}a", "sana a");
        check("A·B・C", "a b c");
        check("", "");
        check("?! … — 🙂", "");
        check("\u{301}", "");
        check("- \u{301}a", "a");
    }

    #[test]
    fn invisible_controls_go() {
        check("Per\u{200b}son\u{202e} \u{feff}A", "person a");
        check("\u{2067}习\u{200d}近平\u{2069}", "习近平");
        check("a\u{200d}\u{301}", "a");
    }

    #[test]
    fn every_character_is_folded_once() {
        for c in ('\0'..='\u{323af}').chain('\u{e0000}'..='\u{e01ef}') {
            let once = fold(&format!("x{c}か{c}"));
            assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
        }
    }
}
