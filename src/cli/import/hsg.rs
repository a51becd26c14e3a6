//! `import hsg FILE…`.

use super::{Import, Input, IntakeArgs};
use crate::cli::Failure;
use chancery::import::{Sink, Tally, hsg};
use std::path::Path;

/// Visits, travels, presidents and posts of the U.S. Office of the Historian
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The files are the XML documents of history.state.gov as they are published (repositories visits, travels and pocom); a \
`.tar.gz` of them or a folder will do. Give all that you have at once: presidents and people name those who visit and \
travel. Titles are split from names, and spellings are united, only by listed rules: docs/importing-hsg.md.")]
pub(crate) struct HsgArgs {
    #[command(flatten)]
    intake: IntakeArgs,
}

impl Import for HsgArgs {
    fn intake(&self) -> &IntakeArgs {
        &self.intake
    }

    fn import(&self, sink: &mut dyn Sink, _: &mut Vec<String>) -> Result<Tally, Failure> {
        let first = self.intake.files.first().map_or(Path::new(""), |path| path.as_path());
        hsg::import(&self.intake.files, sink).map_err(|error| Input::failure(first, error))
    }
}
