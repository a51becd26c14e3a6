//! What captions say of rules, gaps, coverage and facts, in as few words as print has room for.

use crate::export;
use crate::query::Answer;

/// By which rules things were counted, as far as they leave something out or are not what everybody expects.
pub(super) fn rules(answer: &Answer) -> Option<String> {
    const FIRST: [&str; 4] = ["status", "mode", "period", "counted"];
    let others = answer.rules.keys().copied().filter(|rule| !FIRST.contains(rule));
    let rules = FIRST.into_iter().chain(others).filter_map(|rule| rule_words(rule, answer.rules.get(rule)?));
    let words: Vec<String> = rules.collect();
    (!words.is_empty()).then(|| format!("Counted: {}.", words.join("; ")))
}

fn rule_words(rule: &str, value: &str) -> Option<String> {
    Some(match (rule, value) {
        // Whether a period is that of the first day is told; that some day lies in it goes without saying.
        ("period", "overlaps it") | ("projection", _) => return None,
        ("trips to forums", "included") | ("counting", "every event") => return None,
        // How many are of which degree, and what a span is, the picture says beside its number.
        ("shown", degrees) if degrees.contains(", and in the span") => return None,
        ("period", _) => "begun in the period".to_owned(),
        ("status", "any") => "held or not".to_owned(),
        ("mode", "any") => "by any mode".to_owned(),
        ("counted", "principals") => "principals only".to_owned(),
        ("meetings of more than two sides", "left out") => "two sides only".to_owned(),
        ("greetings, sessions and activities", "left out") => "no greetings, sessions or activities".to_owned(),
        ("spans of time", how) => how.to_owned(),
        ("status" | "mode" | "counted" | "shown", value) => value.to_owned(),
        (rule, value) => format!("{rule} {value}"),
    })
}

/// What fits the question and is not drawn.
pub(super) fn left_out(answer: &Answer) -> Option<String> {
    let brief = |reason: &String| {
        let end = [", such as", ", and not known"].into_iter().find_map(|words| reason.find(words));
        end.and_then(|end| reason.get(..end)).unwrap_or(reason).to_owned()
    };
    let out: Vec<String> = export::left_out_in_print(answer).iter().map(brief).collect();
    (!out.is_empty()).then(|| format!("Not drawn: {}.", out.join("; ")))
}

/// What the sources claim to cover, and what that means for what is not seen.
pub(super) fn coverage(answer: &Answer) -> String {
    let sentence = answer.coverage.sentence.trim_end_matches('.');
    let sentence = match (sentence.strip_prefix("covered"), sentence.strip_prefix("not covered")) {
        (Some(rest), _) => format!("Covered{rest}"),
        (_, Some(rest)) => format!("Not covered{rest}"),
        _ => format!("Coverage: {sentence}"),
    };
    format!("{sentence}. More may have taken place.")
}

/// Name and version of the facts; where they have no version, the digest that stands for it.
pub(super) fn made_with(answer: &Answer) -> String {
    let (data, program) = (&answer.data, env!("CARGO_PKG_VERSION"));
    match &data.version {
        Some(version) if !data.name.is_empty() => format!("{} {version}; chancery {program}.", data.name),
        _ => format!("{}.", export::made_with(answer)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_leave_nothing_out_are_not_told() {
        let check = |rule: &str, value: &str, expected: Option<&str>| {
            assert_eq!(rule_words(rule, value).as_deref(), expected, "{rule} {value}");
        };
        check("status", "held", Some("held"));
        check("status", "any", Some("held or not"));
        check("period", "overlaps it", None);
        check("period", "began in it", Some("begun in the period"));
        check("trips to forums", "included", None);
        check("trips to forums", "left out", Some("trips to forums left out"));
        check("counted", "principals and delegations", Some("principals and delegations"));
        check("shown", "certain meetings, and in the span those that are disputed", None);
        check("shown", "certain", Some("certain"));
    }
}
