//! Literals: texts in their usual quotes, with escapes only where they are needed.

use std::iter::Peekable;
use std::str::CharIndices;

/// The usual way to write a value without brackets; anything but a text stays as it is.
///
/// A raw text stays raw if it holds what would need an escape.
pub(super) fn usual(written: &str) -> String {
    match written.as_bytes() {
        [b'"', ..] => string(written).unwrap_or_else(|| written.to_owned()),
        [b'r', b'"' | b'#', ..] => unraw(written).unwrap_or_else(|| written.to_owned()),
        _ => written.to_owned(),
    }
}

/// Whether a literal is a text in quotes that stays as it is whatever stands in it: no escapes, no control characters.
pub(super) fn is_plain(written: &str) -> bool {
    let needs_a_look = |byte: u8| byte < b' ' || matches!(byte, b'\\' | 0x7F);
    let beyond_ascii = |byte: u8| byte >= 0x80;
    let mut bytes = written.bytes();
    written.starts_with('"')
        && !bytes.clone().any(needs_a_look)
        && (!bytes.any(beyond_ascii) || !written.contains(char::is_control))
}

/// A text in quotes, as a fact file has it: what is written in a [`Draft`](super::Draft) in this way stands there as it is.
pub fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    text.chars().for_each(|c| push(&mut written, c));
    written.push('"');
    written
}

fn push(written: &mut String, c: char) {
    match c {
        '"' => written.push_str("\\\""),
        '\\' => written.push_str("\\\\"),
        '\n' => written.push_str("\\n"),
        c => push_shown(written, c),
    }
}

/// Adds a character as itself, unless it would not be seen.
fn push_shown(written: &mut String, c: char) {
    match c {
        '\r' => written.push_str("\\r"),
        '\t' => written.push_str("\\t"),
        '\0' => written.push_str("\\0"),
        c if c.is_control() => written.extend(c.escape_unicode()),
        c => written.push(c),
    }
}

fn unraw(written: &str) -> Option<String> {
    let inner = written.strip_prefix('r')?.trim_matches('#').strip_prefix('"')?.strip_suffix('"')?;
    let needs_raw = inner.contains(['"', '\\']) || inner.contains(|c: char| c.is_control() && c != '\n');
    (!needs_raw).then(|| format!("\"{inner}\""))
}

/// Rewrites the escapes of a text; line breaks in it stay.
fn string(written: &str) -> Option<String> {
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    let mut usual = String::from("\"");
    let mut chars = inner.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => escape(inner, at, &mut chars, &mut usual)?,
            '\n' => usual.push('\n'),
            c => push_shown(&mut usual, c),
        }
    }
    usual.push('"');
    Some(usual)
}

/// Rewrites one escape whose backslash stands at an offset.
fn escape(inner: &str, at: usize, chars: &mut Peekable<CharIndices<'_>>, usual: &mut String) -> Option<()> {
    let (_, kind) = chars.next()?;
    let digits = match kind {
        '\'' => {
            usual.push('\'');
            return Some(());
        }
        'x' => inner.get(at + 2..at + 4)?,
        'u' => inner.get(at + 2..)?.strip_prefix('{')?.split_once('}')?.0,
        kind => {
            usual.push('\\');
            usual.push(kind);
            return Some(());
        }
    };
    let meant = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    let length = digits.len() + if kind == 'u' { 2 } else { 0 };
    (0..length).try_for_each(|_| chars.next().map(|_| ()))?;
    match meant {
        c if hides(c) => usual.extend(c.escape_unicode()),
        c => push(usual, c),
    }
    Some(())
}

/// Whether a character is written as an escape because nobody would see it, or it would turn what stands around it.
fn hides(c: char) -> bool {
    c.is_whitespace() && c != ' '
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_written_where_they_are_needed() {
        for (written, expected) in [
            (r#""a""#, r#""a""#),
            (r#""\u{e9}\x41\'\"\\\n\t""#, r#""éA'\"\\\n\t""#),
            ("\"a\r\nb\tc\u{7}\"", "\"a\\r\nb\\tc\\u{7}\""),
            (r#""\u{202E}\u{22}\u{5c}\u{a}\u{20}""#, r#""\u{202e}\"\\\u{a} ""#),
            ("\"a \\\n   b\"", "\"a \\\n   b\""),
            (r##"r#"a"#"##, r#""a""#),
            (r##"r#"a"b"#"##, r##"r#"a"b"#"##),
            (r#"r"a\b""#, r#"r"a\b""#),
            ("-1.5", "-1.5"),
            ("true", "true"),
            (r#"b"a""#, r#"b"a""#),
            (r#""\u{110000}""#, r#""\u{110000}""#),
        ] {
            assert_eq!(usual(written), expected, "{written}");
            assert_eq!(usual(expected), expected, "{written}");
        }
    }
}
