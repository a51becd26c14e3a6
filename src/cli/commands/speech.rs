//! `statements [--by WHO] [--to WHO]`, `messages [--from WHO] [--to WHO] [--carried-by WHO]` and `documents [WHO…]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{
    CertaintyArgs, EndArgs, FilterArgs, KindArgs, OfficialArgs, OutputArgs, ShapeArgs, WhenArgs,
};
use chancery::export::Format;
use chancery::query::{Documents, End, Messages, Query, Shape, Statements};

/// Who said what, and to whom
#[derive(Debug, clap::Args)]
pub(crate) struct StatementsArgs {
    /// Said by them
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Addressed to them
    #[arg(long, value_name = "WHO")]
    to: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for StatementsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn end(&self) -> Option<End> {
        self.end.end()
    }

    fn shape(&self, format: Format) -> Result<Option<Shape>, Failure> {
        self.shape.shape(format)
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let by = names.maybe_who(self.by.as_ref())?;
        let to = names.maybe_who(self.to.as_ref())?;
        let mut scope = self.filter.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        Ok((Query::Statements(Statements { by, to, scope }), names.notices))
    }
}

/// Who sent a message to whom, and who carried it
#[derive(Debug, clap::Args)]
pub(crate) struct MessagesArgs {
    /// Sent by them
    #[arg(long, value_name = "WHO")]
    from: Option<String>,
    /// Addressed to them
    #[arg(long, value_name = "WHO")]
    to: Option<String>,
    /// Handed over by them
    #[arg(long, value_name = "WHO")]
    carried_by: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    kind: KindArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for MessagesArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn end(&self) -> Option<End> {
        self.end.end()
    }

    fn shape(&self, format: Format) -> Result<Option<Shape>, Failure> {
        self.shape.shape(format)
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let from = names.maybe_who(self.from.as_ref())?;
        let to = names.maybe_who(self.to.as_ref())?;
        let carried_by = names.maybe_who(self.carried_by.as_ref())?;
        let mut scope = self.filter.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        self.kind.narrow_within_messages(&mut scope)?;
        Ok((Query::Messages(Messages { from, to, carried_by, scope }), names.notices))
    }
}

/// Treaties, communiques and other documents
#[derive(Debug, clap::Args)]
pub(crate) struct DocumentsArgs {
    /// Signed or issued by all of these; all documents without any
    who: Vec<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    kind: KindArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for DocumentsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn end(&self) -> Option<End> {
        self.end.end()
    }

    fn shape(&self, format: Format) -> Result<Option<Shape>, Failure> {
        self.shape.shape(format)
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.all(&self.who)?;
        let mut scope = self.filter.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        self.kind.narrow_within_documents(&mut scope)?;
        Ok((Query::Documents(Documents { who, scope }), names.notices))
    }
}
