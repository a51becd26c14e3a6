//! Values: plain text and structures as a fact file has them, for what makes records rather than types them.

use super::literal::quoted;
use crate::record::Shape;

/// A text as it is written in a field of a shape: in quotes where the shape is a text, an id or a date, as it is where it
/// is a word, a number or a flag.
///
/// Where the field takes several, this is one of them. Unlike what [`Draft::add`](super::Draft::add) is given, the text
/// is never read as brackets or quotes.
pub fn literal(shape: Shape, text: &str) -> String {
    match shape {
        Shape::Many(inner) | Shape::List(inner) | Shape::Loose(inner, _) | Shape::Table(inner) => literal(*inner, text),
        Shape::Word(_) | Shape::Number | Shape::Flag => text.to_owned(),
        Shape::Text | Shape::Id | Shape::Capacity | Shape::Locus | Shape::Date | Shape::Struct(_) => quoted(text),
    }
}

/// A list of values that are written already; one value stands without brackets.
pub fn list(values: &[String]) -> String {
    match values {
        [one] => one.clone(),
        values => format!("[{}]", values.join(", ")),
    }
}

/// A structure of fields whose values are written already: `(who: "person-a", role: Host)`.
pub fn structure<'a>(fields: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("({})", fields.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;
    use crate::write::Draft;

    #[test]
    fn plain_text_is_never_read_as_anything_else() {
        for text in ["[a", "\"a\"", "(who: \"a\")", "{", "a\\\"b", "\0", "\u{202e}", "\r\n", "r#\"a\"#"] {
            let mut draft = Draft::new(Kind::Topic);
            draft.add("id", "\"topic-a\"").unwrap();
            draft.add("name", &literal(Shape::Text, text)).unwrap();
            draft.add("note", &literal(Shape::Text, text)).unwrap();
            let record = draft.check().unwrap();
            assert_eq!(record.head.note.as_deref(), Some(text));
        }
    }

    #[test]
    fn structures_and_lists() {
        let who =
            |id: &str| structure([("who", literal(Shape::Id, id)), ("role", literal(Shape::Word(&["Host"]), "Host"))]);
        assert_eq!(list(&[who("a")]), r#"(who: "a", role: Host)"#);
        assert_eq!(list(&[who("a"), "\"b\"".to_owned()]), r#"[(who: "a", role: Host), "b"]"#);
    }
}
