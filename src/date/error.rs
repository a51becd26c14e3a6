//! Why a text is not a date.

/// Longest piece of refused text that a message repeats, in characters.
const QUOTED: usize = 48;

/// A text that is not a date, or not one that can exist.
///
/// `Display` gives one sentence; [`DateError::hint`] says what to write
/// instead, where that can be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DateError {
    message: String,
    hint: Option<String>,
    fault: Fault,
}

/// In what way a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not written as dates are.
    Form,
    /// It is written as a date, but the calendar has none such.
    Impossible,
    /// It ends before it begins.
    Reversed,
}

impl DateError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        let message = message.into();
        DateError { message, hint: None, fault: Fault::Form }
    }

    /// The usual refusal: `text` is impossible, for this reason.
    pub(super) fn impossible(text: &str, reason: &str) -> Self {
        DateError::new(format!("{} is impossible: {reason}", quoted(text))).with_fault(Fault::Impossible)
    }

    pub(super) fn with_fault(mut self, fault: Fault) -> Self {
        self.fault = fault;
        self
    }

    /// In what way the text is no date.
    pub fn fault(&self) -> Fault {
        self.fault
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What to write instead, if that can be told.
    pub fn hint(&self) -> Option<String> {
        self.hint.clone()
    }
}

/// The text in backticks, shortened so that a message stays a message.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_shortened() {
        let long = "é".repeat(1_000_000);
        assert!(quoted(&long).chars().count() < 60);
        assert_eq!(quoted("2024"), "`2024`");
    }
}
