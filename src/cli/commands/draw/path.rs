//! `draw path WHO WHO`.

use super::{Context, Paper, Picture};
use crate::cli::Failure;
use crate::cli::commands::path::ChainArgs;
use crate::cli::options::PictureArgs;
use chancery::draw::{Panel, path};
use chancery::query::{Answer, Query};

/// So many chains are drawn where all are asked for.
const CHAINS: u32 = 6;

/// The shortest chain of meetings between two actors, or the one by which word passes first, with who says so
#[derive(Debug, clap::Args)]
pub(crate) struct ChainPictureArgs {
    #[command(flatten)]
    asked: ChainArgs,
    /// Of all chains so many at most
    #[arg(long, value_name = "N", default_value_t = CHAINS, requires = "all", value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    #[command(flatten)]
    picture: PictureArgs,
}

impl Picture for ChainPictureArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        self.asked.query(usize::try_from(self.limit).unwrap_or(usize::MAX), context)
    }

    fn panel(&self, answer: &Answer, _: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        Ok(path(answer, &paper.sheet, &paper.ruler))
    }
}
