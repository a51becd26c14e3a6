//! `matrix --rows WHO,… [--cols WHO,…] [--per decade|year|quarter|month]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::invocation::command;
use crate::cli::names::Names;
use crate::cli::options::{
    CertaintyArgs, ForumTripArgs, GridArgs, OfficialArgs, OutputArgs, PairArgs, SelectionArgs, WhenArgs, list,
};
use chancery::query::{Matrix, Query, Who};

/// How often each of some met each of others
#[derive(Debug, clap::Args)]
pub(crate) struct MatrixArgs {
    #[command(flatten)]
    pairs: Pairs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Whose meetings with whom are counted.
#[derive(Debug, clap::Args)]
pub(crate) struct Pairs {
    /// Whose meetings, divided by commas; a name that has a comma stands in double quotes
    #[arg(long, value_name = "WHO,…", required = true)]
    rows: Vec<String>,
    /// With whom; with each other where nobody is named
    #[arg(long, value_name = "WHO,…")]
    cols: Vec<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    pairs: PairArgs,
    #[command(flatten)]
    grid: GridArgs,
    #[command(flatten)]
    forum_trips: ForumTripArgs,
}

impl Ask for MatrixArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn check(&self) -> Result<(), Failure> {
        self.output.check_grid()
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        self.pairs.query(context)
    }
}

impl Pairs {
    /// The question, with what there is to say about its names.
    pub(super) fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let rows = all("--rows", &self.rows, &mut names)?;
        let cols = all("--cols", &self.cols, &mut names)?;
        if cols.is_empty() && rows.len() < 2 {
            return Err(self.alone(context));
        }
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        self.pairs.widen(&mut scope);
        self.forum_trips.narrow(&mut scope);
        let (by, per) = (self.grid.by(), self.grid.per());
        Ok((Query::Matrix(Matrix { rows, cols, by, per, scope }), names.notices))
    }

    /// One name makes no pairs; those who can stand beside it another question lists.
    fn alone(&self, context: &Context<'_>) -> Failure {
        let name = self.rows.iter().filter_map(|text| list(text).ok()).flatten().next().unwrap_or_default();
        let facts = context.facts.words(context.invocation);
        let words = ["meetings", &name].into_iter().chain(facts.iter().map(String::as_str));
        Failure::Usage {
            message: "one name alone makes no pairs: more belong into --rows, or those whom they met into --cols"
                .to_owned(),
            hint: Some(command(words)),
        }
    }
}

/// The names of an option, each once.
pub(super) fn all(option: &str, texts: &[String], names: &mut Names<'_>) -> Result<Vec<Who>, Failure> {
    let mut found: Vec<Who> = Vec::new();
    for text in texts {
        let list = list(text).map_err(|error| Failure::Usage { message: format!("{option}: {error}"), hint: None })?;
        for name in list {
            let who = names.who(&name)?;
            if found.contains(&who) {
                names.notices.push(format!("{option}: `{name}` is named twice and stands once"));
            } else {
                found.push(who);
            }
        }
    }
    Ok(found)
}
