//! What fits a question and is not among the rows of its answer.

use serde::Serialize;

/// What fits the question and is not among the rows, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LeftOut {
    /// Cut by a limit.
    pub limit: usize,
    /// Only possible.
    pub possible: usize,
    /// Disputed, where only certain rows were asked for.
    pub disputed: usize,
    /// By another mode than asked for.
    pub mode: usize,
    /// Announced, postponed or cancelled, and not known to have been held.
    pub announced: usize,
    /// At events without a stated place, where a place was asked for.
    pub no_place: usize,
    /// At events of more than two sides, which give no pairs unless asked for.
    pub multilateral: usize,
    /// Nearer to the other end, where only the first or the last was asked for.
    #[serde(skip_serializing_if = "is_none")]
    pub farther: usize,
    /// Certain, where only disputed rows were asked for.
    #[serde(skip_serializing_if = "is_none")]
    pub certain: usize,
    /// Of which nobody tells whose account they are, where that was asked for.
    #[serde(skip_serializing_if = "is_none")]
    pub no_voice: usize,
    /// On trips to forums, where these were not wanted.
    #[serde(skip_serializing_if = "is_none")]
    pub forum_trips: usize,
    /// Not on trips to forums, where only these were wanted.
    #[serde(skip_serializing_if = "is_none")]
    pub other_trips: usize,
    /// Greetings, which give no pairs unless asked for.
    #[serde(skip_serializing_if = "is_none")]
    pub greetings: usize,
    /// From sources without a date, where a day of knowledge was asked for.
    pub undated_source: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_none(number: &usize) -> bool {
    *number == 0
}
