//! Texts: what may stand in a picture, how wide it is, and where its lines end.

mod number;
mod plain;
mod ruler;
mod wrap;

pub use number::number;
pub use plain::plain;
pub use ruler::Ruler;
pub use wrap::wrap;
