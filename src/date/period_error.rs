//! Why a text is not a period.

use super::{DateError, Day, phrase};

/// A text that names no period, or one that cannot exist.
///
/// `Display` gives one sentence; [`PeriodError::hint`] says what to write
/// instead, where that can be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PeriodError {
    message: String,
    hint: Hint,
}

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Hint {
    None,
    Told(String),
    /// What is near to a text in no known form: looked for when somebody asks, as many texts are only tried as periods.
    Near {
        text: String,
        today: Day,
    },
}

impl PeriodError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        let message = message.into();
        PeriodError { message, hint: Hint::None }
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Hint::Told(hint.into());
        self
    }

    /// The hint is what is near to a text.
    pub(super) fn with_near(mut self, text: &str, today: Day) -> Self {
        self.hint = Hint::Near { text: text.to_owned(), today };
        self
    }

    /// What to write instead, if that can be told.
    pub fn hint(&self) -> Option<String> {
        match &self.hint {
            Hint::None => None,
            Hint::Told(hint) => Some(hint.clone()),
            Hint::Near { text, today } => Some(phrase::hint(text, *today)),
        }
    }
}

impl From<PeriodError> for DateError {
    fn from(error: PeriodError) -> Self {
        let hint = error.hint();
        let refusal = DateError::new(error.message);
        match hint {
            Some(hint) => refusal.with_hint(hint),
            None => refusal,
        }
    }
}

impl From<DateError> for PeriodError {
    fn from(error: DateError) -> Self {
        PeriodError { message: error.to_string(), hint: error.hint().map_or(Hint::None, Hint::Told) }
    }
}
