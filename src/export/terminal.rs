//! Text for a terminal: what would steer it, or turn the direction of reading, is shown instead of done.

/// Where a text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// Marks, dashes and lines as Unicode has them.
    Unicode,
    /// The same in ASCII; letters stay as they are.
    Ascii,
}

impl Charset {
    /// A text of a fact or of an answer, safe to print on one line. Every text of a table goes through here.
    pub(super) fn show(self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '\n' => shown.push_str("\\n"),
                '\r' => shown.push_str("\\r"),
                '\t' => shown.push_str("\\t"),
                unseen if is_unseen(unseen) => shown.extend(unseen.escape_unicode()),
                _ => self.mark(letter, &mut shown),
            }
        }
        shown
    }

    fn mark(self, letter: char, shown: &mut String) {
        let plain = match letter {
            '●' => "*",
            '○' => "o",
            '✕' => "x",
            '–' | '—' | '‐' | '‑' | '−' => "-",
            '…' => "...",
            '→' => "->",
            '“' | '”' => "\"",
            '‘' | '’' => "'",
            '·' => ";",
            '\u{a0}' | '\u{202f}' => " ",
            _ => return shown.push(letter),
        };
        match self {
            Self::Unicode => shown.push(letter),
            Self::Ascii => shown.push_str(plain),
        }
    }

    /// What a line under a head is drawn with.
    pub(super) fn line(self) -> char {
        match self {
            Self::Unicode => '─',
            Self::Ascii => '-',
        }
    }
}

/// Control characters; those that turn or isolate the direction of text (Unicode Standard Annex 9), break lines, or
/// carry text that nothing shows. Joiners stay: Persian and Indic spelling needs them.
pub(super) fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(letter, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(charset: Charset, text: &str, expected: &str) {
        assert_eq!(charset.show(text), expected);
    }

    #[test]
    fn nothing_steers_a_terminal() {
        check(Charset::Unicode, "\u{1b}[31mred", "\\u{1b}[31mred");
        check(Charset::Unicode, "a\nb\tc\r\0", "a\\nb\\tc\\r\\u{0}");
        check(Charset::Unicode, "\u{9b}1m\u{7f}", "\\u{9b}1m\\u{7f}");
        check(Charset::Unicode, "abc\u{202e}def\u{2066}", "abc\\u{202e}def\\u{2066}");
    }

    #[test]
    fn letters_stay() {
        check(Charset::Ascii, "Élysée 习近平 Дмитрий", "Élysée 习近平 Дмитрий");
        check(Charset::Unicode, "● ○ ✕ – … →", "● ○ ✕ – … →");
        check(Charset::Ascii, "● ○ ✕ – … →", "* o x - ... ->");
    }
}
