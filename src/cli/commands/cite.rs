//! `cite ID…` and `cite --data`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::ANY;
use crate::cli::options::OutputArgs;
use chancery::date::Period;
use chancery::export::CitationStyle;
use chancery::query::{Cite, Query};

/// The sources behind facts as a bibliography, or a citation of the facts themselves
///
/// Without --format a bibliography is printed in the style asked for, and what there is to say about it on standard
/// error. With --format the same sources are printed as rows, as any other answer.
#[derive(Debug, clap::Args)]
pub(crate) struct CiteArgs {
    /// Sources, or facts whose sources are wanted, by id or name
    #[arg(required_unless_present = "data", conflicts_with = "data")]
    id: Vec<String>,
    /// The loaded facts as a whole, with version, digest and licence
    #[arg(long)]
    data: bool,
    /// In which style the bibliography is written [default: chicago]
    #[arg(long, value_name = "STYLE", conflicts_with = "format")]
    style: Option<StyleArg>,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum StyleArg {
    /// Notes by the Chicago Manual of Style, one a line
    Chicago,
    /// Entries for biblatex
    Bibtex,
    /// Items of the Citation Style Language, for reference managers
    CslJson,
}

impl Ask for CiteArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn bibliography(&self) -> Option<CitationStyle> {
        match (self.style, self.output.names_format()) {
            (Some(StyleArg::Bibtex), _) => Some(CitationStyle::Bibtex),
            (Some(StyleArg::CslJson), _) => Some(CitationStyle::CslJson),
            (Some(StyleArg::Chicago), _) | (None, false) => Some(CitationStyle::Chicago),
            (None, true) => None,
        }
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let mut names = context.names(Period::ALL);
        let of = self.id.iter().map(|text| match context.graph.facts().get(text) {
            // A source that no record describes has no names, but its id may be cited all the same.
            Some(fact) => Ok(fact.id.clone()),
            None => names.one(text, &ANY),
        });
        let of = of.collect::<Result<_, _>>()?;
        Ok((Query::Cite(Cite { of }), names.notices))
    }
}
