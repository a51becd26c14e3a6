//! Quoting: the one door through which ids and texts come into a drawing.

/// A text as a quoted string of the DOT language that shows as the text.
///
/// Follows Graphviz's rules for [quoted ids](https://graphviz.org/doc/info/lang.html#ids), for
/// [escapes in labels](https://graphviz.org/docs/attr-types/escString/) and for character entities, which it reads in
/// every label: quotes and backslashes are escaped, so that no `\N` is replaced by the name of a node; line breaks
/// become `\n`; `&` becomes `&amp;`. What no drawing can hold is replaced as [`clean`] does. The result always stands
/// between quotes, so that it is never an HTML label.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in clean(text).chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '&' => quoted.push_str("&amp;"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The text without what a drawing cannot hold.
///
/// Line breaks of any kind become `\n` and tabs a space. Other control characters and the two code points that XML
/// forbids become U+FFFD, and marks that turn the direction of writing are left out: they would reach beyond the
/// label.
pub(in crate::export) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            c if turns_direction(c) => {}
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => cleaned.push(char::REPLACEMENT_CHARACTER),
            c => cleaned.push(c),
        }
        before = c;
    }
    cleaned
}

/// Whether the character is a mark, embedding, override or isolate of Unicode's bidirectional algorithm (UAX #9), or
/// a byte order mark.
pub(crate) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads one quoted string as Graphviz reads and shows it; nothing if it is not exactly one.
    fn shown(quoted: &str) -> Option<String> {
        let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let mut shown = String::new();
        let mut rest = inner.chars();
        while let Some(c) = rest.next() {
            match c {
                '"' => return None,
                '\\' => shown.push(match rest.next()? {
                    'n' => '\n',
                    c @ ('"' | '\\') => c,
                    _ => return None,
                }),
                '&' => {
                    let entity: String = rest.by_ref().take_while(|c| *c != ';').collect();
                    shown.push((entity == "amp").then_some('&')?);
                }
                c if c.is_control() => return None,
                c => shown.push(c),
            }
        }
        Some(shown)
    }

    #[test]
    fn quotes_what_graphviz_reads() {
        let check = |text: &str, expected: &str| {
            assert_eq!(quoted(text), expected, "{text:?}");
        };
        check("Person A", r#""Person A""#);
        check("", r#""""#);
        check(r#"the "A""#, r#""the \"A\"""#);
        check(r"ends in \", r#""ends in \\""#);
        check(r#"\""#, r#""\\\"""#);
        check(r"\N \G \l", r#""\\N \\G \\l""#);
        check("a\nb\r\nc\rd\u{2028}e", r#""a\nb\nc\nd\ne""#);
        check("a\tb", r#""a b""#);
        check("a\0b\u{7}c\u{9f}d", "\"a\u{FFFD}b\u{FFFD}c\u{FFFD}d\"");
        check("a\u{FFFE}b\u{FFFF}", "\"a\u{FFFD}b\u{FFFD}\"");
        check("<b>A</b>", r#""<b>A</b>""#);
        check("A & B &amp; &lt;", r#""A &amp; B &amp;amp; &amp;lt;""#);
        check("a\u{202E}b\u{202C}\u{2066}c\u{2069}\u{200F}d\u{200E}\u{61C}", r#""abcd""#);
        check("人物 \u{1F600} \u{5D0}", "\"人物 \u{1F600} \u{5D0}\"");
    }

    proptest! {
        #[test]
        fn reads_back(text in prop_oneof![".*", r#"[\\"&;<>nN\n\r\ta-c]{0,20}"#, "(\\PC|\\p{C}){0,20}"]) {
            prop_assert_eq!(shown(&quoted(&text)), Some(clean(&text)));
        }

        #[test]
        fn clean_twice_is_clean(text in "(\\PC|\\p{C}){0,20}") {
            prop_assert_eq!(clean(&clean(&text)), clean(&text));
        }
    }
}
