//! Kinds of events, and by which means they took place.

use super::did_you_mean;
use crate::cli::Failure;
use chancery::query::{KindFilter, Scope};
use chancery::record::{ActivityKind, DocumentKind, Kind, MeetingFormat, MessageKind, Mode, SessionKind};

/// Which kinds of events.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct KindArgs {
    /// Only these kinds: meeting, visit, call …, or one of their kinds or formats: meeting/greeting, activity/wreath
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    kind: Vec<KindFilter>,
}

/// Which kinds of events join people, by whatever means these take place.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct ViaArgs {
    /// Only by these kinds of events, by their usual means: meeting,call, message, meeting/talks …
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind, conflicts_with = "kind")]
    via: Vec<KindFilter>,
}

/// By which means.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct ModeArgs {
    /// By which means
    #[arg(long, value_name = "MODE", value_delimiter = ',')]
    mode: Vec<ModeArg>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ModeArg {
    InPerson,
    Video,
    Phone,
    Written,
    Any,
}

impl KindArgs {
    /// Narrows a scope to the kinds.
    pub(crate) fn narrow(&self, scope: &mut Scope) {
        scope.kinds.clone_from(&self.kind);
    }

    /// Narrows the scope of a command that lists messages.
    pub(crate) fn narrow_within_messages(&self, scope: &mut Scope) -> Result<(), Failure> {
        self.narrow_within(Kind::Message, scope)
    }

    /// Narrows the scope of a command that lists documents.
    pub(crate) fn narrow_within_documents(&self, scope: &mut Scope) -> Result<(), Failure> {
        self.narrow_within(Kind::Document, scope)
    }

    /// Narrows a scope to kinds within the one kind that a command lists.
    fn narrow_within(&self, listed: Kind, scope: &mut Scope) -> Result<(), Failure> {
        if let Some(foreign) = self.kind.iter().find(|one| one.kind != listed) {
            return Err(Failure::Usage {
                message: format!("--kind {}: this command lists nothing but the kind `{listed}`", foreign.kind),
                hint: Some(format!("chancery events --kind {}", foreign.kind)),
            });
        }
        self.narrow(scope);
        Ok(())
    }
}

impl ViaArgs {
    /// Narrows a scope to the kinds, and to the means by which such events take place where none are asked for.
    pub(crate) fn narrow(&self, scope: &mut Scope) {
        if self.via.is_empty() {
            return;
        }
        scope.kinds.clone_from(&self.via);
        if scope.modes.is_empty() {
            let modes = self.via.iter().flat_map(|one| usual_modes(one.kind)).copied();
            scope.modes = Mode::ALL.iter().copied().filter(|mode| modes.clone().any(|usual| usual == *mode)).collect();
        }
    }
}

/// By which means events of a kind take place unless they say otherwise.
fn usual_modes(kind: Kind) -> &'static [Mode] {
    match kind {
        Kind::Call => &[Mode::Phone, Mode::Video],
        Kind::Message => &[Mode::Written],
        _ => &[Mode::InPerson],
    }
}

impl ModeArgs {
    /// Narrows a scope to the modes.
    pub(crate) fn narrow(&self, scope: &mut Scope) {
        scope.modes = self.mode.iter().flat_map(|arg| modes(*arg)).collect();
    }
}

fn modes(arg: ModeArg) -> Vec<Mode> {
    match arg {
        ModeArg::InPerson => vec![Mode::InPerson],
        ModeArg::Video => vec![Mode::Video],
        ModeArg::Phone => vec![Mode::Phone],
        ModeArg::Written => vec![Mode::Written],
        ModeArg::Any => Mode::ALL.to_vec(),
    }
}

/// Reads a kind of event, with or without a kind or format within it.
fn kind(text: &str) -> Result<KindFilter, String> {
    let (name, within) = match text.split_once('/') {
        Some((name, within)) => (name, Some(within)),
        None => (text, None),
    };
    let events: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| kind.is_event()).collect();
    let kind = Kind::from_name(name).filter(|kind| kind.is_event());
    let kind = kind.ok_or_else(|| unknown(name, events.iter().map(|kind| kind.name()).collect()))?;
    if let Some(within) = within
        && !names_within(kind).contains(&within)
    {
        return Err(unknown(within, names_within(kind)));
    }
    Ok(KindFilter { kind, within: within.map(str::to_owned) })
}

/// The kinds or formats within a kind of event.
fn names_within(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Meeting => MeetingFormat::ALL.iter().map(|one| one.name()).collect(),
        Kind::Session => SessionKind::ALL.iter().map(|one| one.name()).collect(),
        Kind::Activity => ActivityKind::ALL.iter().map(|one| one.name()).collect(),
        Kind::Message => MessageKind::ALL.iter().map(|one| one.name()).collect(),
        Kind::Document => DocumentKind::ALL.iter().map(|one| one.name()).collect(),
        _ => Vec::new(),
    }
}

fn unknown(text: &str, known: Vec<&'static str>) -> String {
    match did_you_mean(text, known.iter().copied()) {
        Some(meant) => format!("`{text}` is no kind of event; {meant}"),
        None if known.is_empty() => format!("there is no `{text}` within this kind"),
        None => format!("`{text}` is no kind of event; there are {}", known.join(", ")),
    }
}
