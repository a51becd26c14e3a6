//! Names: which facts a text can mean, and what was nearly meant.
//!
//! A text names a fact exactly or not at all.
//! The steps are, and the first that gives anything decides: id, earlier id, whole name or alias, the same words in another order, family name, one whole word of a name.
//! What is no name may still be a phrase of a sentence, as `the Russian president`: [`Reading`] says how it was read.
//! Likeness of letters only ever makes a [`Suggestion`], never an answer.

mod asked;
mod codes;
mod entry;
mod error;
mod fold;
mod index;
mod keys;
mod lookup;
#[cfg(test)]
mod made;
mod nearest;
mod office;
mod own_id;
mod phrase;
mod resolve;
mod shortened;
mod slug;
mod suggest;
mod table;

pub use codes::following_code;
pub use entry::NameEntry;
pub use error::{NameError, Suggestion};
pub use fold::fold;
pub use keys::NameKeys;
pub use lookup::Entries;
pub use nearest::{all_nearest, is_one_slip_away, nearest};
pub use office::office_phrases;
pub use own_id::own_id;
pub use phrase::{Careers, Post, Reading, may_be_phrase, two_letters};
pub use resolve::{Resolved, Step, Wanted};
pub use slug::slug;
pub use table::NameTable;
