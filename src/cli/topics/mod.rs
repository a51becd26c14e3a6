//! Pages that `help TOPIC` prints. A test runs every command in them, and they name every topic that there is.

/// The topics: name, what it is about, page.
const TOPICS: &[(&str, &str, &str)] = &[
    ("names", "how people, states, offices and events are named", include_str!("names.txt")),
    ("dates", "how periods are written, and what dates of events mean", include_str!("dates.txt")),
    ("meeting", "who met whom: what counts as a meeting", include_str!("meeting.txt")),
    ("offices", "who held which office, and in what capacity people came", include_str!("offices.txt")),
    ("certainty", "certain, possible, disputed, and what rulings do", include_str!("certainty.txt")),
    ("coverage", "what an empty answer means", include_str!("coverage.txt")),
    ("time", "the world as of a day, and what was known by a day", include_str!("time.txt")),
    ("ask", "questions in plain English", include_str!("ask.txt")),
    ("formats", "tables, JSON, CSV and the others", include_str!("formats.txt")),
    ("columns", "the columns of each question", include_str!("columns.txt")),
    ("checks", "what is looked for in facts", include_str!("checks.txt")),
    ("exit-codes", "what the exit code says", include_str!("exit-codes.txt")),
    ("environment", "which variables and files are read", include_str!("environment.txt")),
    ("glossary", "one word for one thing", include_str!("glossary.txt")),
];

/// The names of all topics.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(|(name, ..)| *name)
}

/// The page of a topic.
pub(crate) fn find(name: &str) -> Option<String> {
    TOPICS.iter().find(|(own, ..)| *own == name).map(|(.., page)| (*page).to_owned())
}

/// All topics, one a line.
pub(crate) fn list() -> String {
    let lines = TOPICS.iter().map(|(name, about, _)| format!("  {name:<13} {about}\n"));
    format!("Topics, each with `chancery help TOPIC`:\n{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_fit_a_terminal_and_have_examples() {
        for (name, _, page) in TOPICS {
            assert!(page.ends_with('\n') && page.lines().all(|line| line.chars().count() <= 100), "{name}");
            assert!(page.lines().filter(|line| line.starts_with("  chancery ")).count() >= 2, "{name}");
        }
    }
}
