//! Facts as of a day, and by the names of a language.

use super::Failure;
use super::commands::Command;
use super::invocation::Invocation;
use super::options::FactsArgs;
use chancery::date::Day;
use chancery::graph::KnowledgeGraph;

/// The day as of which a command wants the facts; an error where it is about events, which do not change with the day.
pub(super) fn day(args: &FactsArgs, command: &Command, invocation: &Invocation) -> Result<Option<Day>, Failure> {
    let Some(text) = &args.as_of else {
        return Ok(None);
    };
    if !command.stands_on_a_day() {
        let joined = |option: &str| format!("{option}={text}");
        let until = invocation.with("--as-of", "--until");
        let until = until.or_else(|| invocation.with(&joined("--as-of"), &joined("--until")));
        let what = "--as-of tells offices, memberships and names as they stood on a day";
        return Err(match command {
            Command::Cite(_) => Failure::Usage {
                message: format!("{what}; sources do not change with the day, --as-known-on leaves out later ones"),
                hint: None,
            },
            Command::Search(_) => Failure::Usage { message: format!("{what}; `search` looks through all"), hint: None },
            Command::Ask(_) => Failure::Usage {
                message: format!("{what}; a question in English names the day itself"),
                hint: Some("end the question with the words `as of` and the day, and leave out --as-of".to_owned()),
            },
            _ => Failure::Usage { message: format!("{what}; what events there were, --until tells"), hint: until },
        });
    }
    let day = text.parse().map_err(|error| Failure::Usage {
        message: format!("--as-of: {error}"),
        hint: Some("write it as 2024-12-31".to_owned()),
    })?;
    Ok(Some(day))
}

/// The graph as of a day and by the names of a language, for a command. A picture shows the events of a question, and these
/// do not change with the day, so that only names do.
pub(super) fn stand(graph: KnowledgeGraph, as_of: Option<Day>, command: &Command) -> Result<KnowledgeGraph, Failure> {
    let graph = match (as_of, command) {
        (Some(day), Command::Draw(_)) => graph.named_as_of(day),
        (Some(day), _) => graph.as_of(day),
        (None, _) => graph,
    };
    let Some(language) = command.language() else {
        return Ok(graph);
    };
    let script = format!("{language}-");
    let known = graph.languages();
    if !known.iter().any(|own| *own == language || own.starts_with(&script)) {
        let all: Vec<&str> = known.into_iter().collect();
        return Err(Failure::Usage {
            message: format!("--names: no name is known in `{language}`"),
            hint: (!all.is_empty()).then(|| format!("names are known in {}", all.join(", "))),
        });
    }
    Ok(graph.in_language(language))
}
