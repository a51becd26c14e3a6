//! What fits a question and is not shown, and how to see it.

use crate::query::{Answer, Query};

/// What fits the question and is not among the rows: a sentence for each reason, with the option that shows it.
pub fn left_out(answer: &Answer) -> Vec<String> {
    reasons(answer).into_iter().map(|(number, what, how)| format!("{number} {what} ({how})")).collect()
}

/// The same without the options, which mean nothing to the reader of a printed picture.
pub fn left_out_in_print(answer: &Answer) -> Vec<String> {
    reasons(answer).into_iter().map(|(number, what, _)| format!("{number} {what}")).collect()
}

/// How many rows were left out, why, and how to see them.
fn reasons(answer: &Answer) -> Vec<(usize, &'static str, &'static str)> {
    let out = &answer.left_out;
    let undated = match &answer.query {
        Some(Query::Changes { .. }) => "nobody tells when they became known",
        _ => "leave out --as-known-on to see them",
    };
    let is_why = matches!(answer.query, Some(Query::Why(_)));
    let by_option = |how: &'static str, elsewhere: &'static str| if is_why { elsewhere } else { how };
    let reasons = [
        (out.limit, "cut by the limit", "a higher --limit shows them"),
        (out.possible, "only possible", "--possible shows them"),
        (out.disputed, "disputed", "leave out --certain to see them"),
        (
            out.mode,
            "by another mode, such as a call or a letter",
            by_option("`contacts` or --mode any shows them", "`contacts WHO --with WHO` lists them"),
        ),
        (
            out.announced,
            "announced, postponed or cancelled, and not known to have been held",
            by_option("--status any shows them", "`meetings WHO --with WHO --status any` lists them"),
        ),
        (out.no_place, "without a stated place", "leave out --at to see them"),
        (out.multilateral, "of more than two sides", "--multilateral shows them"),
        (out.farther, "earlier or later", "leave out --first or --final to see them"),
        (out.certain, "certain", "leave out --disputed to see them"),
        (out.no_voice, "of which nobody tells whose account they are", "leave out --said-by to see them"),
        (out.forum_trips, "on trips to forums", "--forum-trips include counts them"),
        (out.other_trips, "on no trip to a forum", "--forum-trips include counts them"),
        (out.greetings, "with no more than a greeting", "--kind meeting counts them"),
        (out.undated_source, "from sources without a date", undated),
    ];
    reasons.into_iter().filter(|(number, ..)| *number > 0).collect()
}
