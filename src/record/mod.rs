//! Records: what a fact file may say.

mod kind;

pub use kind::Kind;
