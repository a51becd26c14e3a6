//! Titles: what stands before a name, by a listed rule for each.

/// How an office is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As held.
    Held,
    /// As one to which somebody was chosen.
    Elect,
    /// A rank or an honour and no office.
    Rank,
}

/// A title as printed, the offices that it states, and how.
struct Rule {
    printed: &'static str,
    offices: &'static [&'static str],
    form: Form,
}

const fn held(printed: &'static str, offices: &'static [&'static str]) -> Rule {
    Rule { printed, offices, form: Form::Held }
}

const fn elect(printed: &'static str, offices: &'static [&'static str]) -> Rule {
    Rule { printed, offices, form: Form::Elect }
}

const fn rank(printed: &'static str) -> Rule {
    Rule { printed, offices: &[], form: Form::Rank }
}

/// The titles that are known; of several that fit, the longest counts.
const RULES: &[Rule] = &[
    held("Acting President", &["Acting President"]),
    held("Acting Prime Minister", &["Acting Prime Minister"]),
    held("Amir", &["Amir"]),
    held("Chairman", &["Chairman"]),
    held("Chairman of the Presidency", &["Chairman of the Presidency"]),
    held("Chancellor", &["Chancellor"]),
    elect("Chancellor-elect", &["Chancellor"]),
    held("Chief of State", &["Chief of State"]),
    held("Crown Prince", &["Crown Prince"]),
    held("Emir", &["Emir"]),
    held("Emperor", &["Emperor"]),
    held("Federal Chancellor", &["Federal Chancellor"]),
    held("First Secretary", &["First Secretary"]),
    held("General Secretary", &["General Secretary"]),
    held("Governor General", &["Governor General"]),
    held("Grand Duchess", &["Grand Duchess"]),
    held("Grand Duke", &["Grand Duke"]),
    held("Head of State", &["Head of State"]),
    held("Interim President", &["Interim President"]),
    held("Interim Prime Minister", &["Interim Prime Minister"]),
    held("Junta Member", &["Junta Member"]),
    held("King", &["King"]),
    held("Pope", &["Pope"]),
    held("Premier", &["Premier"]),
    held("President", &["President"]),
    held("President of the Council of Ministers", &["President of the Council of Ministers"]),
    elect("President-elect", &["President"]),
    elect("President-designate", &["President"]),
    held("Prime Minister", &["Prime Minister"]),
    elect("Prime Minister-elect", &["Prime Minister"]),
    elect("Prime Minister-designate", &["Prime Minister"]),
    held("Prince", &["Prince"]),
    held("Provisional President", &["Provisional President"]),
    held("Queen", &["Queen"]),
    held("Shah", &["Shah"]),
    held("Sultan", &["Sultan"]),
    held("Taoiseach", &["Taoiseach"]),
    held("Vice Premier", &["Vice Premier"]),
    held("Vice President", &["Vice President"]),
    held("Secretary of State", &["Secretary of State"]),
    held("Foreign Minister", &["Foreign Minister"]),
    // Two at once.
    held("Premier & Prince", &["Premier", "Prince"]),
    held("Premier and Prince", &["Premier", "Prince"]),
    held("Prime Minister-Prince", &["Prime Minister", "Prince"]),
    held("Regent Prince", &["Regent", "Prince"]),
    held("President Archbishop", &["President"]),
    // Slips of the pen.
    held("Prime Minster", &["Prime Minister"]),
    held("Prime Ministere", &["Prime Minister"]),
    elect("President- elect", &["President"]),
    elect("President- designate", &["President"]),
    // Ranks and honours.
    rank("Brigadier General"),
    rank("Lieutenant General"),
    rank("General"),
    rank("Sheikh"),
];

/// What may follow a title and is no part of the name.
const HONOURS: &[&str] = &["Dr.", "Sheikh", "Sheik"];

/// One person as a source prints them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Titled<'a> {
    /// Everything before the name; empty where there is nothing.
    pub(super) printed: &'a str,
    /// The offices that it states.
    pub(super) offices: &'static [&'static str],
    /// How it states them.
    pub(super) form: Form,
    /// The name.
    pub(super) name: &'a str,
}

/// The title at the beginning of a text, and the name after it. Without a title that is known, all of it is the name.
pub(super) fn titled(text: &str) -> Titled<'_> {
    let text = text.trim();
    let Some((rule, end)) = title(text) else {
        return Titled { printed: "", offices: &[], form: Form::Rank, name: text };
    };
    let rest = text.get(end..).unwrap_or_default().trim_start();
    let honour = HONOURS.iter().find_map(|honour| rest.strip_prefix(honour)?.strip_prefix(' '));
    let name = honour.unwrap_or(rest).trim();
    let printed = text.strip_suffix(name).unwrap_or(text).trim();
    Titled { printed, offices: rule.offices, form: rule.form, name }
}

/// The longest title that a text begins with, and where it ends. A name has to follow: what goes on in a small letter is
/// another word.
fn title(text: &str) -> Option<(&'static Rule, usize)> {
    let fits = |rule: &&Rule| {
        let start = text.get(..rule.printed.len());
        let next = text.get(rule.printed.len()..).and_then(|rest| rest.trim_start().chars().next());
        let goes_on =
            text.get(rule.printed.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase() || c == '-'));
        start.is_some_and(|start| start.eq_ignore_ascii_case(rule.printed)) && next.is_some() && !goes_on
    };
    let rule = RULES.iter().filter(fits).max_by_key(|rule| rule.printed.len())?;
    Some((rule, rule.printed.len()))
}

/// The people whom one text names: `and` or a comma parts them only where a title follows.
pub(super) fn people(text: &str) -> Vec<Titled<'_>> {
    let mut people = Vec::new();
    let mut rest = text;
    while let Some((first, second)) = parted(rest) {
        people.push(titled(first));
        rest = second;
    }
    people.push(titled(rest));
    people
}

fn parted(text: &str) -> Option<(&str, &str)> {
    // A joint within the first title parts nobody: `Premier and Prince A` is one.
    let from = title(text).map_or(0, |(_, end)| end);
    let joints = [" and ", " & ", ", "].into_iter().flat_map(|joint| text.match_indices(joint));
    let mut joints: Vec<(usize, usize)> = joints.map(|(at, joint)| (at, at + joint.len())).collect();
    joints.sort_unstable();
    let parts = |(at, end): (usize, usize)| {
        let second = text.get(end..)?;
        (at >= from && title(second).is_some()).then_some((text.get(..at)?, second))
    };
    joints.into_iter().find_map(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_split_from_names() {
        let check = |text, printed, offices: &[&str], form, name| {
            let seen = titled(text);
            assert_eq!((seen.printed, seen.offices, seen.form, seen.name), (printed, offices, form, name), "{text}");
        };
        check("Prime Minister Person A", "Prime Minister", &["Prime Minister"], Form::Held, "Person A");
        check("President-Elect Person A", "President-Elect", &["President"], Form::Elect, "Person A");
        check("President- elect Person A", "President- elect", &["President"], Form::Elect, "Person A");
        check("Prime Minster Person A", "Prime Minster", &["Prime Minister"], Form::Held, "Person A");
        check("Prime MinisterPerson A", "Prime Minister", &["Prime Minister"], Form::Held, "Person A");
        check("Prime Ministere Person A", "Prime Ministere", &["Prime Minister"], Form::Held, "Person A");
        check("Premier & Prince Person A", "Premier & Prince", &["Premier", "Prince"], Form::Held, "Person A");
        check("Amir Sheikh Person A", "Amir Sheikh", &["Amir"], Form::Held, "Person A");
        check("Lieutenant General Person A", "Lieutenant General", &[], Form::Rank, "Person A");
        check("Person A", "", &[], Form::Rank, "Person A");
        check("Kingsley Person", "", &[], Form::Rank, "Kingsley Person");
        check("President", "", &[], Form::Rank, "President");
    }

    #[test]
    fn two_people_are_two_only_where_a_second_title_follows() {
        let check = |text, names: &[&str]| {
            assert_eq!(people(text).iter().map(|one| one.name).collect::<Vec<_>>(), names, "{text}");
        };
        check("President Person A and Prime Minister Person B", &["Person A", "Person B"]);
        check("President Person A, Prime Minister Person B", &["Person A", "Person B"]);
        check("President Person A, Jr.", &["Person A, Jr."]);
        check("Premier and Prince Person A", &["Person A"]);
        check("President Person A and Person B", &["Person A and Person B"]);
    }
}
