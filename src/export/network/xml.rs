//! XML: the one door through which ids and texts come into GraphML and GEXF, and elements for both.

use crate::export::field::{Field, Type};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// A text as character data or as the value of an attribute in double quotes.
///
/// Follows XML 1.0, fifth edition: `<`, `>`, `&` and quotes become references, and so do tab and line breaks, which a
/// parser would otherwise turn into others (sections 2.11 and 3.3.3). Characters that XML cannot hold at all (section
/// 2.2) become U+FFFD.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push(char::REPLACEMENT_CHARACTER),
            c => escaped.push(c),
        }
    }
    escaped
}

/// What GraphML and GEXF alike call the type of an attribute.
pub(super) fn type_name(field: &Field) -> &'static str {
    match field.of {
        Type::Text | Type::Id | Type::Date | Type::Day | Type::List | Type::Ids => "string",
        Type::Number => "long",
        Type::Real => "double",
        Type::Flag => "boolean",
    }
}

/// A document that is being written.
pub(super) struct Document(Writer<Vec<u8>>);

impl Document {
    /// Begins with the declaration.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self(writer))
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    /// Closes it.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element that holds a text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        self.0.write_event(Event::Text(BytesText::from_escaped(escaped(text))))?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// The document, with a line break at the end.
    pub(super) fn bytes(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut content = name.to_owned();
    for (key, value) in attributes {
        content.push_str(&format!(" {key}=\"{}\"", escaped(value)));
    }
    BytesStart::from_content(content, name.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_what_a_parser_would_change() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text:?}");
        check("Person A", "Person A");
        check("<b> & \"c\" 'd' ]]>", "&lt;b&gt; &amp; &quot;c&quot; 'd' ]]&gt;");
        check("a\tb\nc\r\nd", "a&#9;b&#10;c&#13;&#10;d");
        check("nul \0 bell \u{7} del \u{7F}", "nul \u{FFFD} bell \u{FFFD} del \u{7F}");
        check("\u{FFFE}\u{FFFF}\u{202E}", "\u{FFFD}\u{FFFD}\u{202E}");
    }

    proptest! {
        #[test]
        fn a_parser_gives_the_text_back(text in "(\\PC|\\p{C}){0,20}") {
            let escaped = escaped(&text);
            let back = quick_xml::escape::unescape(&escaped).unwrap();
            let kept = |c: char| c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}') || "\t\n\r".contains(c);
            let expected: String = text.chars().map(|c| if kept(c) { c } else { '\u{FFFD}' }).collect();
            prop_assert_eq!(back, expected);
        }
    }
}
