//! The reference: every field and word of maps, as documented where it is declared.

use super::map::SECTIONS;
use super::section::{Entry, Section};
use std::fmt::Write;

/// The fields and words of maps in Markdown, as `docs/importing.md` prints them.
pub fn reference() -> String {
    let mut page = String::new();
    for section in SECTIONS {
        // Writing to a text can't fail.
        let _ = writeln!(page, "### {}\n\n{}\n", section.name, section.about.trim());
        let _ = if is_structure(section) { fields(&mut page, section) } else { words(&mut page, section) };
    }
    page
}

/// Whether it has fields, rather than words of which one is taken: those begin with a capital.
fn is_structure(section: &Section) -> bool {
    section.must.iter().chain(section.may).all(|(name, ..)| name.starts_with(char::is_lowercase))
}

fn fields(page: &mut String, section: &Section) -> std::fmt::Result {
    writeln!(page, "| field | value | meaning |\n|---|---|---|")?;
    for entry in section.must {
        row(page, entry, "needed. ")?;
    }
    for entry in section.may {
        row(page, entry, "")?;
    }
    writeln!(page)
}

fn row(page: &mut String, (name, kind, about): &Entry, need: &str) -> std::fmt::Result {
    let name = name.trim_start_matches("r#");
    writeln!(page, "| `{name}` | {} | {need}{} |", in_words(kind), cell(about))
}

fn words(page: &mut String, section: &Section) -> std::fmt::Result {
    writeln!(page, "| word | meaning |\n|---|---|")?;
    for (name, kind, about) in section.must {
        let of = if kind.is_empty() { String::new() } else { format!(" of {}", in_words(kind)) };
        writeln!(page, "| `{name}`{of} | {} |", cell(about))?;
    }
    writeln!(page)
}

fn cell(about: &str) -> String {
    about.trim().replace('|', "\\|")
}

/// A type as a user of maps calls it.
fn in_words(kind: &str) -> String {
    let kind: String = kind.split_whitespace().collect();
    let inner = |begin: &str| kind.strip_prefix(begin).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner("Option<") {
        return in_words(inner);
    }
    if let Some(inner) = inner("Vec<") {
        return format!("list of {}", in_words(inner));
    }
    if let Some((_, value)) = inner("BTreeMap<").and_then(|inner| inner.split_once(',')) {
        return format!("table of {}", in_words(value));
    }
    match kind.as_str() {
        "String" => "text".to_owned(),
        "String,String" => "two texts".to_owned(),
        "Template" => "text with columns".to_owned(),
        "char" => "sign".to_owned(),
        "usize" | "i32" | "u8" => "number".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "Kind" => "kind of record".to_owned(),
        kind => format!("[{kind}](#{})", kind.to_lowercase()),
    }
}
