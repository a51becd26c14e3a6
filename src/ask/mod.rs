//! Controlled English: from a question as people put it to a [`Query`](crate::query::Query).
//!
//! There are fixed [shapes](Shape), in one table. Each has words that must stand so and slots between them. A slot takes
//! only a name or a period that resolves, so that a sentence has one meaning or none: the reader tries every division of
//! its words among the slots, and what more than one reading fits is refused, with all of them. Likeness of words only
//! ever suggests.

mod advice;
mod asked;
mod follow;
mod instead;
mod make;
mod matching;
mod near;
mod page;
mod pattern;
mod place;
mod reader;
mod recovery;
mod refusal;
mod said;
mod sentence;
mod session;
mod shape;
mod shapes;
mod slot;
mod vocabulary;
mod when;

pub use asked::{Asked, Reading};
pub use follow::FollowUp;
pub use page::page;
pub use pattern::Teller;
pub use reader::Reader;
pub use refusal::{Meant, Offer, Refusal};
pub use shape::Shape;
pub use shapes::shapes;
pub use slot::Slot;
