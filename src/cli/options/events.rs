//! Which events: filters that questions about events share.

use crate::cli::Failure;
use crate::cli::names::{ABOVE, ANY, Names, PLACE};
use crate::cli::options::{Asked, CertaintyArgs};
use chancery::model::Certainty;
use chancery::names::nearest;
use chancery::query::{KindFilter, Scope, StatusWanted};
use chancery::record::{ActivityKind, DocumentKind, Kind, MeetingFormat, MessageKind, Mode, SessionKind, Status};

/// Which events.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct EventArgs {
    /// Only these kinds: meeting, visit, call …, or one of their kinds or formats: meeting/greeting, activity/wreath
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    kind: Vec<KindFilter>,
    /// By which means
    #[arg(long, value_name = "MODE", value_delimiter = ',')]
    mode: Vec<ModeArg>,
    /// How far known to have taken place
    #[arg(long, value_name = "STATUS", default_value = "held")]
    status: StatusArg,
    /// Only at this place, or in it
    #[arg(long, value_name = "PLACE")]
    at: Option<String>,
    /// Only under this event or forum
    #[arg(long, value_name = "EVENT|FORUM")]
    under: Option<String>,
    /// Only about this topic, or whatever else events are about
    #[arg(long, value_name = "TOPIC")]
    about: Option<String>,
    /// Officials are only those who took part in a stated capacity, not whoever held an office that day
    #[arg(long)]
    in_capacity: bool,
    /// Only principals, not members of delegations
    #[arg(long)]
    principals: bool,
}

/// What counts as a pair, for questions that count pairs.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct PairArgs {
    /// Count members of delegations beside principals
    #[arg(long, conflicts_with = "principals")]
    delegations: bool,
    /// Count meetings of more than two sides
    #[arg(long)]
    multilateral: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ModeArg {
    InPerson,
    Video,
    Phone,
    Written,
    Any,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum StatusArg {
    Held,
    Announced,
    Postponed,
    Cancelled,
    Any,
}

impl EventArgs {
    /// The scope of a question, with its names resolved.
    pub(crate) fn scope(
        &self,
        asked: Asked,
        certainty: &CertaintyArgs,
        pairs: &PairArgs,
        names: &mut Names<'_>,
    ) -> Result<Scope, Failure> {
        Ok(Scope {
            period: asked.period,
            when: asked.when,
            at_least: certainty.at_least(Certainty::Disputed),
            kinds: self.kind.clone(),
            modes: modes(&self.mode),
            status: status(self.status),
            at: names.maybe_one(self.at.as_ref(), &PLACE)?,
            under: names.maybe_one(self.under.as_ref(), &ABOVE)?,
            about: names.maybe_one(self.about.as_ref(), &ANY)?,
            in_capacity: self.in_capacity,
            principals: self.principals,
            delegations: pairs.delegations,
            multilateral: pairs.multilateral,
        })
    }
}

fn modes(args: &[ModeArg]) -> Vec<Mode> {
    let of = |arg: &ModeArg| match arg {
        ModeArg::InPerson => vec![Mode::InPerson],
        ModeArg::Video => vec![Mode::Video],
        ModeArg::Phone => vec![Mode::Phone],
        ModeArg::Written => vec![Mode::Written],
        ModeArg::Any => Mode::ALL.to_vec(),
    };
    args.iter().flat_map(of).collect()
}

fn status(arg: StatusArg) -> StatusWanted {
    match arg {
        StatusArg::Held => StatusWanted::Held,
        StatusArg::Announced => StatusWanted::Only(Status::Announced),
        StatusArg::Postponed => StatusWanted::Only(Status::Postponed),
        StatusArg::Cancelled => StatusWanted::Only(Status::Cancelled),
        StatusArg::Any => StatusWanted::Any,
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
    match nearest(text, known.iter().copied()) {
        Some(near) => format!("`{text}` is no kind of event; did you mean `{near}`?"),
        None if known.is_empty() => format!("there is no `{text}` within this kind"),
        None => format!("`{text}` is no kind of event; there are {}", known.join(", ")),
    }
}
