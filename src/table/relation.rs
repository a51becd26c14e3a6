//! Relations: what the rows with one label are.

use crate::record::{DocumentKind, Kind, Listed, Medium, MeetingFormat, MessageKind, Mode, Role};

/// What the rows with one label are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The label, as the input writes it.
    pub label: String,
    /// What such a row becomes.
    pub shape: Shape,
}

/// Which kind of event a row is, with what else its label says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A meeting of both.
    Meeting {
        /// In what form they met.
        format: Option<MeetingFormat>,
        /// By what means, if not in person.
        medium: Option<Medium>,
        /// What the first and the second did.
        roles: [Option<Role>; 2],
    },
    /// A call of both.
    Call {
        /// By what means, if not by telephone.
        medium: Option<Medium>,
    },
    /// A message from the first to the second.
    Message {
        /// What kind of message.
        kind: Option<MessageKind>,
    },
    /// A document that both signed.
    Document {
        /// What kind of document.
        kind: Option<DocumentKind>,
    },
    /// A statement of the first to the second.
    Statement {
        /// What was said, in the words of the coding scheme.
        text: String,
        /// The position taken.
        stance: String,
    },
}

/// What rows have in common by which a question tells them apart: relations of one class count alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The kind of event.
    pub kind: Kind,
    /// The kind within it, or the format.
    pub within: Option<&'static str>,
    /// By what means the two were in contact.
    pub mode: Mode,
}

impl Shape {
    /// The kind of event.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Meeting { .. } => Kind::Meeting,
            Self::Call { .. } => Kind::Call,
            Self::Message { .. } => Kind::Message,
            Self::Document { .. } => Kind::Document,
            Self::Statement { .. } => Kind::Statement,
        }
    }

    /// The class of such contacts; none for documents and statements, at which nobody meets.
    pub fn class(&self) -> Option<Class> {
        let (within, mode) = match self {
            Self::Meeting { format, medium, .. } => {
                (format.map(MeetingFormat::name), mode(medium.unwrap_or(Medium::InPerson)))
            }
            Self::Call { medium } => (None, mode(medium.unwrap_or(Medium::Phone))),
            Self::Message { kind } => (kind.map(MessageKind::name), Mode::Written),
            Self::Document { .. } | Self::Statement { .. } => return None,
        };
        Some(Class { kind: self.kind(), within, mode })
    }

    /// In words that [`Shape::parse`] reads: the kind, then what else there is, each after a blank; texts on lines of
    /// their own.
    pub(super) fn words(&self) -> String {
        let word = |word: Option<&'static str>| word.unwrap_or("-");
        match self {
            Self::Meeting { format, medium, roles: [one, other] } => format!(
                "meeting {} {} {} {}",
                word(format.map(MeetingFormat::name)),
                word(medium.map(Medium::name)),
                word(one.map(Role::name)),
                word(other.map(Role::name))
            ),
            Self::Call { medium } => format!("call {}", word(medium.map(Medium::name))),
            Self::Message { kind } => format!("message {}", word(kind.map(MessageKind::name))),
            Self::Document { kind } => format!("document {}", word(kind.map(DocumentKind::name))),
            Self::Statement { text, stance } => format!("statement\n{text}\n{stance}"),
        }
    }

    /// Reads what [`Shape::words`] writes.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some((text, stance)) = text.strip_prefix("statement\n").and_then(|rest| rest.split_once('\n')) {
            return Some(Self::Statement { text: text.to_owned(), stance: stance.to_owned() });
        }
        let words: Vec<&str> = text.split(' ').collect();
        Some(match *words.as_slice() {
            ["meeting", format, medium, one, other] => Self::Meeting {
                format: listed(format)?,
                medium: listed(medium)?,
                roles: [listed(one)?, listed(other)?],
            },
            ["call", medium] => Self::Call { medium: listed(medium)? },
            ["message", kind] => Self::Message { kind: listed(kind)? },
            ["document", kind] => Self::Document { kind: listed(kind)? },
            _ => return None,
        })
    }
}

/// The word of a list, or nothing for `-`; `None` if the list has no such word.
#[expect(clippy::option_option, reason = "no word, or no such word")]
fn listed<T: Listed + Copy + 'static>(text: &str) -> Option<Option<T>> {
    match text {
        "-" => Some(None),
        _ => T::LIST.iter().copied().find(|word| word.word() == text).map(Some),
    }
}

fn mode(medium: Medium) -> Mode {
    match medium {
        Medium::InPerson => Mode::InPerson,
        Medium::Phone => Mode::Phone,
        Medium::Video => Mode::Video,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        let roles = [Some(Role::Guest), None];
        for shape in [
            Shape::Meeting { format: Some(MeetingFormat::Negotiation), medium: None, roles },
            Shape::Meeting { format: None, medium: Some(Medium::Video), roles: [None, Some(Role::Host)] },
            Shape::Call { medium: None },
            Shape::Message { kind: Some(MessageKind::Letter) },
            Shape::Document { kind: Some(DocumentKind::Agreement) },
            Shape::Statement { text: "Make a statement".to_owned(), stance: String::new() },
        ] {
            assert_eq!(Shape::parse(&shape.words()).as_ref(), Some(&shape), "{}", shape.words());
        }
        for text in ["", "meeting", "meeting - - - nobody", "call - -", "wedding"] {
            assert_eq!(Shape::parse(text), None, "{text}");
        }
    }
}
