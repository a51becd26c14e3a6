//! XML as trees: a document is small, and its elements are asked by name.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements deeper than this are refused, so that no document makes the program run out of stack.
const DEEPEST: usize = 60;

/// An element with everything in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Its name.
    pub(super) name: String,
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    attributes: Vec<(String, String)>,
    text: String,
    /// The elements in it, in their order.
    pub(super) children: Vec<Element>,
}

impl Element {
    /// The first element of a name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The elements of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Its own text, with white space folded.
    pub(super) fn text(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of the element at the end of a path such as `started/date`, with white space folded; empty where there is
    /// none.
    pub(super) fn at(&self, path: &str) -> String {
        let found = path.split('/').try_fold(self, |element, name| element.child(name));
        found.map(Element::text).unwrap_or_default()
    }

    /// The value of an attribute; empty where there is none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim()).unwrap_or_default()
    }
}

/// A place at which a document stops being XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The line.
    pub(super) line: u64,
    /// What is wrong there.
    pub(super) message: String,
}

/// What could be read of a document: the whole of it, or what was complete before a fault.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The outermost element.
    pub(super) root: Element,
    /// What stopped the reading.
    pub(super) fault: Option<Fault>,
}

/// Reads a document. Of one that breaks off, the elements that were complete are kept; those named `whole` are dropped
/// where they are not. Costs what its length is.
pub(super) fn parse(bytes: &[u8], whole: &[&str]) -> Document {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let fault = Fault { line: lines(before) + 1, message: "this is not UTF-8".to_owned() };
            return Document { fault: Some(fault), ..Document::default() };
        }
    };
    let mut tree = Tree { text, seen: 0, line: 1, open: Vec::new(), root: None };
    let fault = tree.read().err().map(|message| Fault { line: tree.line, message });
    Document { root: tree.close(whole), fault }
}

fn lines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

struct Tree<'a> {
    text: &'a str,
    /// How many bytes `line` counts the breaks of.
    seen: usize,
    line: u64,
    open: Vec<Element>,
    root: Option<Element>,
}

impl Tree<'_> {
    fn read(&mut self) -> Result<(), String> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let event = reader.read_event().map_err(|error| error.to_string());
            // White space before an element belongs to what was read before, so this is where the element begins.
            let at = usize::try_from(reader.buffer_position()).unwrap_or(self.text.len());
            match event? {
                Event::Start(start) => {
                    self.advance(at);
                    self.begin(&start)?;
                }
                Event::Empty(start) => {
                    self.advance(at);
                    self.begin(&start)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.push(&text.xml10_content()),
                Event::CData(text) => self.push(&text.xml10_content()),
                Event::GeneralRef(name) => {
                    self.advance(at);
                    let number = name.resolve_char_ref().map_err(|error| error.to_string())?;
                    let named = name.xml10_content();
                    self.push(
                        &number.or(entity(&named)).ok_or(format!("`&{named};` is no entity of XML"))?.to_string(),
                    );
                }
                Event::Eof => break,
                Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
            }
        }
        self.advance(self.text.len());
        match self.open.last() {
            Some(open) => Err(format!("<{}> of line {} is not closed", open.name, open.line)),
            None if self.root.is_none() => Err("there is no element".to_owned()),
            None => Ok(()),
        }
    }

    fn advance(&mut self, to: usize) {
        let passed = self.text.as_bytes().get(self.seen..to).unwrap_or_default();
        self.line += lines(passed);
        self.seen = self.seen.max(to);
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), String> {
        if self.open.len() >= DEEPEST {
            return Err(format!("more than {DEEPEST} elements stand in each other"));
        }
        let broken = self.line - lines(start.attributes_raw().as_bytes()).min(self.line - 1);
        let mut element = Element { name: start.local_name().as_ref().to_owned(), line: broken, ..Element::default() };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            element.attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) {
        let Some(done) = self.open.pop() else {
            return;
        };
        match self.open.last_mut() {
            Some(above) => above.children.push(done),
            None => self.root = self.root.take().or(Some(done)),
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    /// Closes what a fault left open, without what is not whole.
    fn close(mut self, whole: &[&str]) -> Element {
        if let Some(broken) = self.open.iter().position(|open| whole.contains(&open.name.as_str())) {
            self.open.truncate(broken);
        }
        while !self.open.is_empty() {
            self.end();
        }
        self.root.unwrap_or_default()
    }
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_asked_by_name() {
        let text = "<?xml version=\"1.0\"?>\n<a>\n <b id=\" x&amp;y \"\n   n='1'>one\n  &#65; &lt;</b>\n <b/>\n</a>";
        let document = parse(text.as_bytes(), &[]);
        assert_eq!(document.fault, None);
        let b = document.root.child("b").unwrap();
        assert_eq!((b.text().as_str(), b.attribute("id"), b.attribute("n"), b.line), ("one A <", "x&y", "1", 3));
        assert_eq!(document.root.all("b").count(), 2);
        assert_eq!((document.root.at("b"), document.root.at("b/c")), ("one A <".to_owned(), String::new()));
    }

    #[test]
    fn what_was_complete_before_a_fault_is_kept() {
        let check = |text: &[u8], kept: usize, line: u64| {
            let document = parse(text, &["r"]);
            assert_eq!(document.root.all("r").count(), kept);
            assert_eq!(document.fault.map(|fault| fault.line), Some(line));
        };
        check(b"<a>\n<r>1</r>\n<r>2", 1, 3);
        check(b"<a>\n<r>1</r>\n<r>&nbsp;</r></a>", 1, 3);
        check(b"<a>\n<r>1</r>\n<r><b></r></a>", 1, 3);
        check(b"<a>\n<r>\xff</r></a>", 0, 2);
        check(b"", 0, 1);
        check("<r>".repeat(100_000).as_bytes(), 0, 1);
    }
}
