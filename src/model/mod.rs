//! Facts: what is true as far as the accounts go.
//!
//! A [`Fact`] is the union of all accounts with one id. Nothing is lost on the way: each account keeps what it says
//! and where it stands, so that every answer can be taken back to the text behind it.
//! This module knows neither files nor graphs; facts are made by [`resolve`](crate::resolve).

mod account;
mod certainty;
mod fact;
mod facts;
mod list;
mod own;
mod part;
mod shelf;

pub use account::{Account, COURSE, Origin};
pub use certainty::Certainty;
pub use fact::{Alternative, Aspect, Fact, Timing};
pub use facts::{Facts, Identity, Iter};
pub use list::{List, Mark};
pub use part::{Part, StatedCapacity};
pub use shelf::Shelf;
