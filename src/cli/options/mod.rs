//! Groups of options that commands share.

mod certainty;
mod counting;
mod end;
mod events;
mod facts;
mod forum_trips;
mod kind;
mod list;
mod official;
mod output;
mod picture;
mod shape;
mod when;
mod word;

pub(crate) use certainty::{CertaintyArgs, DegreeArgs, Degrees};
pub(crate) use counting::{CountArgs, GridArgs};
pub(crate) use end::EndArgs;
pub(crate) use events::{EventArgs, FilterArgs, PairArgs, PrincipalArgs, RankArgs, SelectionArgs, ThroughArgs};
pub(crate) use facts::FactsArgs;
pub(crate) use forum_trips::ForumTripArgs;
pub(crate) use kind::{KindArgs, ModeArgs, ViaArgs};
pub(crate) use list::list;
pub(crate) use official::OfficialArgs;
pub(crate) use output::OutputArgs;
pub(crate) use picture::PictureArgs;
pub(crate) use shape::ShapeArgs;
pub(crate) use when::{Asked, WhenArgs, today};
pub(crate) use word::word;
