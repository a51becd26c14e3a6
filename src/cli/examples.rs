//! Examples: what stands at the top of the help of each command. A test runs every one of them.
//!
//! Those that read or write files are run in a folder with `facts` as `init --example` makes them, and a copy of it, `before`.

use super::Cli;
use clap::{Command, CommandFactory};

/// Where the examples stand: behind what the command is about.
const TEMPLATE: &str = "{about-section}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The commands, with sub-commands behind a space, and one example a line.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "",
        "chancery ask 'who did Xi meet in Kazan in 2024?'
chancery meetings Xi --with Medvedev
chancery help names",
    ),
    (
        "meetings",
        "chancery meetings Xi --with Medvedev
chancery meetings \"foreign minister of china\" --with India --during 2024
chancery meetings china --with russia --level head-of-state --count --per year
chancery meetings Xi --with-level head-of-state --during 2024",
    ),
    (
        "contacts",
        "chancery contacts Xi --with Putin --during 2024
chancery contacts Xi --mode phone,video --since 2022",
    ),
    (
        "visits",
        "chancery visits --by Medvedev --to china
chancery visits --from russia --to china --during 2023..2024
chancery visits --by Putin --overlapping Xi",
    ),
    (
        "offices",
        "chancery offices Medvedev
chancery offices --of china --office \"foreign minister\" --during 2022..2024
chancery offices Lavrov --as-of 2024-12-12
chancery offices --of russia --level minister --not-met-by \"Wang Yi\"",
    ),
    (
        "attendance",
        "chancery attendance brics
chancery attendance brics-summit-2024
chancery attendance --of Xi --with Putin --during 2023",
    ),
    ("common", "chancery common Xi Zelensky\nchancery common china india --possible"),
    (
        "path",
        "chancery path Zelensky Xi
chancery path Zelensky Xi --all --limit 5
chancery path Zelensky Xi --time-ordered --since 2022-02-24 --within 1y
chancery path Zelensky Xi --time-ordered --possible --via meeting,call --max 4",
    ),
    (
        "reach",
        "chancery reach xi-jinping --during 2015\nchancery reach Xi --steps 1 --during 2015\nchancery reach Xi --steps 3 --possible --columns who,steps,via -f csv",
    ),
    (
        "rank",
        "chancery rank --during 2024 --limit 10
chancery rank --measure betweenness --among state:china --limit 10
chancery rank --measure pagerank --multilateral -f csv
chancery rank --pairs --during 2019 --limit 20",
    ),
    ("timeline", "chancery timeline Medvedev --during 2024\nchancery timeline Xi Putin --kind meeting"),
    ("events", "chancery events --at Kazan\nchancery events Xi --kind session,visit --during 2024"),
    ("statements", "chancery statements --by Xi\nchancery statements --by Xi --to Medvedev"),
    ("messages", "chancery messages --from Putin --to Xi\nchancery messages --carried-by Medvedev"),
    ("documents", "chancery documents\nchancery documents china --since 2023"),
    (
        "matrix",
        "chancery matrix --rows Xi,Putin --cols Modi,Lula\nchancery matrix --rows china --cols russia,india --per year",
    ),
    ("show", "chancery show xi-medvedev-2024-12-12\nchancery show Medvedev"),
    ("search", "chancery search Kazan\nchancery search ukraine crisis --limit 5"),
    ("why", "chancery why xi-medvedev-2024-12-12\nchancery why --met Xi Putin --during 2024 --at Beijing"),
    ("sources", "chancery sources\nchancery sources cd-2024-12-13"),
    (
        "conflicts",
        "chancery conflicts\nchancery conflicts Medvedev\nchancery conflicts --aspect rank --ruled\nchancery conflicts --met Xi Medvedev --denied",
    ),
    ("changes", "chancery changes --known-since 2024-12-01"),
    ("cite", "chancery cite xi-medvedev-2024-12-12\nchancery cite cd-2024-12-13 --style bibtex\nchancery cite --data"),
    ("coverage", "chancery coverage\nchancery coverage Xi --during 2024"),
    ("stats", "chancery stats\nchancery stats --facts facts -f json"),
    (
        "ask",
        "chancery ask 'who did Xi meet in Kazan in 2024?'
chancery ask 'when did Xi last meet Putin?'
chancery ask 'how often did Lavrov and Wang Yi meet per year?' -f csv
chancery ask 'who was the foreign minister of China as of 2022-12-31?'
chancery ask 'how is Zelensky connected to Xi?' --dry-run
chancery ask --interactive",
    ),
    (
        "export",
        "chancery export dot Medvedev --during 2024-12 -o medvedev.dot
chancery export gexf Xi Putin --kind meeting,call --since 2022 -o meetings.gexf
chancery export csv -o all-tables
chancery export dyads china russia --per year -o dyads.csv",
    ),
    (
        "draw",
        "chancery draw network Xi Putin --during 2023 -o network.svg\nchancery draw chart china --with russia -o meetings.svg
chancery draw map china --with russia -o hosts.svg",
    ),
    (
        "draw network",
        "chancery draw network Xi Putin --during 2023 -o network.svg
chancery draw network china --with russia --width-mm 84 -o contacts.svg
chancery draw network brics --table",
    ),
    (
        "draw path",
        "chancery draw path Zelensky Xi -o chain.svg
chancery draw path Zelensky Xi --all --width-mm 84 -o chains.pdf",
    ),
    (
        "draw sequence",
        "chancery draw sequence Putin Xi Medvedev --during 2022..2024 -o sequence.svg
chancery draw sequence \"Li Hui\" -o shuttle.html",
    ),
    (
        "draw timeline",
        "chancery draw timeline Xi Putin --during 2024 -o lanes.svg
chancery draw timeline Xi --with Putin --since 2023 -o pair.svg
chancery draw timeline Medvedev --width-mm 84 --dark -o timeline.svg",
    ),
    (
        "draw chart",
        "chancery draw chart Xi --with Putin -o meetings.svg
chancery draw chart china --with russia --stack level --width-mm 84 -o levels.svg
chancery draw chart china --with russia --stack mode --per quarter --since 2019 -o modes.svg",
    ),
    (
        "draw matrix",
        "chancery draw matrix --rows Xi,Putin,Modi,Lula -o matrix.svg
chancery draw matrix --rows Xi,Modi --cols Putin --per year -o years.svg",
    ),
    (
        "draw map",
        "chancery draw map china --with russia -o hosts.svg
chancery draw map Xi --with Putin --mark places --extent fit -o places.svg
chancery draw map --tour xi-brazil-2024-11 -o tour.svg
chancery draw map Xi --borders none -o visits.svg",
    ),
    (
        "check",
        "chancery check facts\nchancery check --facts facts --only missing-citation -f json\nchancery help check missing-citation",
    ),
    ("fmt", "chancery fmt --check facts\nchancery fmt facts"),
    ("init", "chancery init my-facts\nchancery init --example an-example"),
    ("compile", "chancery compile facts\nchancery compile --verify facts"),
    (
        "add",
        "chancery add topic --id topic-a --name \"Topic A\" --facts facts --file facts/topics.ron --dry-run
chancery help add meeting",
    ),
    (
        "import",
        "chancery import csv --guess table.csv
chancery import events events.tsv --dataset events-a --facts facts --dry-run
chancery help import hsg",
    ),
    (
        "import csv",
        "chancery import csv --guess table.csv > table.map.ron
chancery import csv table.csv --map table.map.ron --to facts --dry-run
chancery import csv table.csv --map table.map.ron --to facts",
    ),
    (
        "import events",
        "chancery import events events.2031.tab --dataset icews --to facts
chancery import events 20310102.export.CSV --as gdelt2 --dataset gdelt --dry-run
chancery import events quads.tsv --reported-within 0 --keep-mirrors --to facts",
    ),
    (
        "import hsg",
        "chancery import hsg visits/data travels --to facts
chancery import hsg visits/data/1970s.xml --dry-run",
    ),
    ("diff", "chancery diff before facts\nchancery diff before facts -f json"),
    ("schema", "chancery schema facts\nchancery schema answer --question meetings"),
    ("completions", "chancery completions bash\nchancery completions fish"),
    ("man", "chancery man\nchancery man meetings\nchancery man --to man-pages"),
    ("help", "chancery help meetings\nchancery help dates\nchancery help check missing-citation"),
];

/// The command line with its examples.
pub(crate) fn command() -> Command {
    let mut root = Cli::command();
    decorate(&mut root, "");
    root
}

/// The examples of a command, one a line.
pub(crate) fn of(path: &str) -> impl Iterator<Item = &'static str> {
    let found = EXAMPLES.iter().find(|(of, _)| *of == path);
    found.into_iter().flat_map(|(_, lines)| lines.lines())
}

fn decorate(command: &mut Command, path: &str) {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let below = format!("{path} {name}").trim_start().to_owned();
        let found = std::mem::take(command).mut_subcommand(&name, |mut sub| {
            decorate(&mut sub, &below);
            sub
        });
        *command = found;
    }
    let text: String = of(path).map(|line| format!("  {line}\n")).collect();
    if !text.is_empty() {
        *command = std::mem::take(command).before_help(format!("Examples:\n{text}")).help_template(TEMPLATE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, path: &str, look: &mut dyn FnMut(&str, &Command)) {
        look(path, command);
        for sub in command.get_subcommands() {
            each(sub, format!("{path} {}", sub.get_name()).trim_start(), look);
        }
    }

    /// A kind of record is shown in the examples of `add`.
    #[test]
    fn every_command_has_examples_at_the_top_of_its_help() {
        let mut missing = Vec::new();
        each(&command(), "", &mut |path, command| {
            let help = command.clone().render_long_help().to_string();
            let at = help.find("Examples:").unwrap_or(usize::MAX);
            let is_at_top = at < help.find("Usage:").unwrap_or(0) && help.matches("Examples:").count() == 1;
            if !is_at_top && !path.starts_with("add ") {
                missing.push(path.to_owned());
            }
        });
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn examples_are_of_commands_that_there_are() {
        let mut paths = Vec::new();
        each(&command(), "", &mut |path, _| paths.push(path.to_owned()));
        for (path, examples) in EXAMPLES {
            assert!(paths.iter().any(|own| own == path), "{path}");
            assert!(examples.lines().all(|line| line.starts_with("chancery ") && line.len() <= 96), "{path}");
        }
    }
}
