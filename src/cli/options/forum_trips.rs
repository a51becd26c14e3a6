//! Whether trips to forums count.

use chancery::query::{ForumTrips, Scope};

/// Whether trips to forums count.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Counting")]
pub(crate) struct ForumTripArgs {
    /// Whether visits to a forum or session, and what took place on them, count
    #[arg(long, value_name = "WHETHER", default_value = "include")]
    forum_trips: ForumTripsArg,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ForumTripsArg {
    Include,
    Exclude,
    Only,
}

impl ForumTripArgs {
    /// Narrows a scope.
    pub(crate) fn narrow(&self, scope: &mut Scope) {
        scope.forum_trips = match self.forum_trips {
            ForumTripsArg::Include => ForumTrips::Include,
            ForumTripsArg::Exclude => ForumTrips::Exclude,
            ForumTripsArg::Only => ForumTrips::Only,
        };
    }
}
