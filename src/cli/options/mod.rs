//! Groups of options that commands share.

mod certainty;
mod counting;
mod events;
mod facts;
mod output;
mod when;

pub(crate) use certainty::CertaintyArgs;
pub(crate) use counting::CountArgs;
pub(crate) use events::{EventArgs, PairArgs};
pub(crate) use facts::FactsArgs;
pub(crate) use output::OutputArgs;
pub(crate) use when::{Asked, WhenArgs};
