//! Why a text is not a period.

use super::DateError;

/// A text that names no period, or one that cannot exist.
///
/// `Display` gives one sentence; [`PeriodError::hint`] says what to write
/// instead, where that can be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PeriodError {
    message: String,
    hint: Option<String>,
}

impl PeriodError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        let message = message.into();
        PeriodError { message, hint: None }
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What to write instead, if that can be told.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl From<PeriodError> for DateError {
    fn from(error: PeriodError) -> Self {
        let refusal = DateError::new(error.message);
        match error.hint {
            Some(hint) => refusal.with_hint(hint),
            None => refusal,
        }
    }
}

impl From<DateError> for PeriodError {
    fn from(error: DateError) -> Self {
        PeriodError { message: error.to_string(), hint: error.hint() }
    }
}
