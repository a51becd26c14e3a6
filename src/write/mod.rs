//! Writing: the usual layout of fact files, and files that are replaced as a whole.
//!
//! [`format()`] lays a text out anew without changing what it says; what cannot be read stays as it is. A [`Draft`] is a new
//! record, which [`append()`] puts behind the others of a list.
//! An [`Intake`] brings many records into a folder. [`replace()`] puts a file in the place of another, so that no moment shows half of it.

mod append;
mod canon;
mod draft;
mod file;
mod intake;
mod layout;
mod literal;
mod order;
mod replace;
mod settings;
mod tree;
mod trivia;
mod value;

pub use append::{Appended, append};
pub use draft::{Draft, ValueError};
pub use file::{deviation, format};
pub use intake::{Intake, IntakeError, Taken, Turn, recover};
pub use literal::quoted;
pub use replace::{ReplaceError, check_writable, overwrite, replace};
pub use settings::format_settings;
pub use value::{list, literal, structure};

use crate::diagnostic::Diagnostic;

/// A text in its usual layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatted {
    /// The text; none where the list of records itself is broken, so that all of it has to stay as it is.
    pub text: Option<String>,
    /// What could not be read, and was left as it is.
    pub problems: Vec<Diagnostic>,
}

impl Formatted {
    fn untouched(problems: Vec<Diagnostic>) -> Self {
        Self { text: None, problems }
    }
}
