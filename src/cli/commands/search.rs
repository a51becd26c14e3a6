//! `search TEXT`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::names::fold;
use chancery::query::Query;

/// Names, titles, quotes and texts in which all words stand
#[derive(Debug, clap::Args)]
pub(crate) struct SearchArgs {
    /// The words to look for
    #[arg(required = true)]
    text: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for SearchArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let _ = context;
        let text = self.text.join(" ");
        if fold(&text).trim().is_empty() {
            return Err(Failure::Usage {
                message: format!("`{text}` holds no word that could be looked for"),
                hint: Some("chancery search WORD".to_owned()),
            });
        }
        Ok((Query::Search { text }, Vec::new()))
    }
}
