//! `draw matrix --rows WHO,… [--cols WHO,…]`.

use super::{Context, Paper, Picture};
use crate::cli::Failure;
use crate::cli::commands::matrix::Pairs;
use crate::cli::options::PictureArgs;
use chancery::draw::{Matrix, Panel};
use chancery::query::row::Table;
use chancery::query::{Answer, Query};

/// How often each of some met each of others: cells with the number, darker the more there were
#[derive(Debug, clap::Args)]
pub(crate) struct MatrixArgs {
    #[command(flatten)]
    pairs: Pairs,
    #[command(flatten)]
    picture: PictureArgs,
}

impl Picture for MatrixArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        self.pairs.query(context)
    }

    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        let matrix = Matrix::new(answer, context.graph).map_err(|error| Failure::Usage {
            message: error.to_string(),
            hint: Some("name fewer in --rows and --cols, or count --per year or decade".to_owned()),
        })?;
        Ok(matrix.panel(&paper.sheet, &paper.ruler))
    }

    fn table(&self, answer: &Answer, _: &Context<'_>) -> Result<Option<Table>, Failure> {
        let columns: Vec<String> = Matrix::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
        Ok(Some(answer.table(Some(&columns))?))
    }
}
