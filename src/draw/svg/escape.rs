//! The one door through which texts come into SVG and HTML.

/// A text that shows as the text, in the content of an element or between the quotes of an attribute's value, of XML
/// ([section 2.4](https://www.w3.org/TR/xml/#syntax)) and of HTML. What no XML can hold becomes U+FFFD.
pub(in crate::draw) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("&#10;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => escaped.push(char::REPLACEMENT_CHARACTER),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    /// What an independent reader of XML reads.
    fn read(xml: &str) -> String {
        let mut reader = Reader::from_str(xml);
        let mut text = String::new();
        loop {
            match reader.read_event() {
                Ok(Event::Text(part)) => text += &part,
                Ok(Event::GeneralRef(reference)) => {
                    let named = quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                    let numbered = reference.resolve_char_ref().ok().flatten().map(String::from);
                    text += &named.or(numbered).unwrap_or_default();
                }
                Ok(Event::Eof) | Err(_) => return text,
                Ok(_) => {}
            }
        }
    }

    proptest! {
        #[test]
        fn reads_back(text in prop_oneof!["\\PC*", "[\"'&<>;#a-c \n]{0,20}"]) {
            prop_assume!(!text.contains(['\u{FFFE}', '\u{FFFF}']));
            prop_assert_eq!(read(&format!("<a>{}</a>", escaped(&text))), text);
        }
    }
}
