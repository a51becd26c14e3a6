//! Fact files as JSON: the same values with the signs of the other language. Only what fact files use is known.

use std::iter::Peekable;
use std::str::Chars;

/// The JSON of a fact file.
pub(crate) fn json_of(ron: &str) -> String {
    let tokens = tokens(ron);
    let mut json = String::new();
    let mut closers: Vec<&str> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map(String::as_str).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(String::as_str).unwrap_or_default();
        match token.as_str() {
            "(" => {
                let is_named = before.starts_with(|letter: char| letter.is_ascii_uppercase());
                json += "{";
                closers.push(if is_named { "}}" } else { "}" });
            }
            ")" => json += closers.pop().unwrap_or_default(),
            "," if matches!(next, ")" | "]" | "}" | "") => {}
            word if word.starts_with(|letter: char| letter.is_ascii_alphabetic()) => match (word, next) {
                ("true" | "false", _) => json += word,
                (_, "(") => json += &format!("{{\"{word}\":"),
                _ => json += &format!("\"{word}\""),
            },
            other => json += other,
        }
    }
    json
}

/// Texts as JSON has them, words, numbers and signs; no blanks and no comments.
fn tokens(ron: &str) -> Vec<String> {
    let mut letters = ron.chars().peekable();
    let mut tokens = Vec::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => tokens.push(text(&mut letters)),
            '/' => while letters.next_if(|letter| *letter != '\n').is_some() {},
            letter if letter.is_whitespace() => {}
            letter if letter.is_ascii_alphanumeric() || letter == '-' => {
                let mut word = letter.to_string();
                while let Some(more) =
                    letters.next_if(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.'))
                {
                    word.push(more);
                }
                tokens.push(word);
            }
            sign => tokens.push(sign.to_string()),
        }
    }
    tokens
}

/// A text whose opening quotation mark was read.
fn text(letters: &mut Peekable<Chars<'_>>) -> String {
    let mut text = String::from("\"");
    while let Some(letter) = letters.next() {
        text.push(letter);
        match letter {
            '"' => break,
            '\\' => text.extend(letters.next()),
            _ => {}
        }
    }
    text
}
