//! Groups of options that commands share.

mod certainty;
mod counting;
mod end;
mod events;
mod facts;
mod kind;
mod official;
mod output;
mod shape;
mod when;
mod word;

pub(crate) use certainty::{CertaintyArgs, DegreeArgs, Degrees};
pub(crate) use counting::CountArgs;
pub(crate) use end::EndArgs;
pub(crate) use events::{EventArgs, FilterArgs, PairArgs, PrincipalArgs, RankArgs};
pub(crate) use facts::FactsArgs;
pub(crate) use kind::{KindArgs, ModeArgs};
pub(crate) use official::OfficialArgs;
pub(crate) use output::OutputArgs;
pub(crate) use shape::ShapeArgs;
pub(crate) use when::{Asked, WhenArgs};
pub(crate) use word::word;
