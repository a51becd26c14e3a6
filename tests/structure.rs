//! The shape of the program: which module may use which, where each outside crate is at home, and what is absent.
//!
//! `docs/architecture.md` says the same for people; its code map is held against the table and the folders. A new module or
//! crate is a new row in one of the tables below, with a sentence on why it belongs there.

#![expect(clippy::unwrap_used, reason = "a test stops where it can not go on")]
#![expect(clippy::indexing_slicing, reason = "a test stops where it can not go on")]

#[path = "structure/code.rs"]
mod code;

use code::{Code, root};
use std::collections::BTreeSet;
use std::fs;

/// Each module, its layer, and what it may use within its own layer. Everything of lower layers may be used.
const LAYERS: &[(&str, u8, &[&str])] = &[
    // Dates, bounds, periods; the rest of the program never sees another date type.
    ("date", 0, &[]),
    // One checked constructor, which reading calls.
    ("id", 0, &[]),
    // File, line and column.
    ("span", 0, &[]),
    // Lists of plain numbers, in memory or in a mapped file.
    ("column", 0, &[]),
    // Problems know their place, and not the records that they are about.
    ("diagnostic", 1, &[]),
    // What a fact file may say; a value that is refused knows which problem that is.
    ("record", 1, &["diagnostic"]),
    // A fact holds the bodies of its records: docs/decisions/0001-facts-share-the-bodies-of-records.md.
    ("model", 1, &["record"]),
    // Which facts a text can mean.
    ("names", 2, &[]),
    // A misspelt field is answered by the nearest one, which `names` finds.
    // A folder can hold tables, of which it needs the actors.
    ("read", 2, &["names", "table"]),
    // It lays out what `read` takes apart, with the same lexer, and reads its own work again; a mistyped field of a draft
    // is answered by the nearest one.
    ("write", 2, &["names", "read"]),
    // Many events of two actors each, in columns; it knows the words of records, and no facts. Actors have the ids that
    // their names give them.
    ("table", 2, &["names"]),
    // From records to facts.
    ("resolve", 3, &[]),
    // The projection, and every call of a graph algorithm.
    ("graph", 4, &[]),
    // Facts and graph as a mapped file, and back.
    ("compile", 5, &[]),
    // One file a named check.
    ("check", 5, &[]),
    // One file a question.
    ("query", 6, &[]),
    // From sentences to questions: docs/decisions/0018-controlled-english.md.
    ("ask", 7, &[]),
    // One file an outside format; it makes records, never facts.
    ("import", 7, &[]),
    // What two states of a collection say differently.
    ("diff", 7, &[]),
    // One file a format; takes an answer, a view, a comparison or a reading.
    ("export", 7, &["ask", "diff"]),
    // One file or folder a kind of picture, and one a format of pictures: docs/decisions/0019-pictures.md.
    ("draw", 8, &[]),
    // The command line, in the binary only.
    ("cli", 9, &[]),
];

/// Each outside crate, and the modules that may name it.
const HOMES: &[(&str, &[&str])] = &[
    // Civil days; no other module sees its types.
    ("jiff", &["date"]),
    // Items as bytes and back, without a copy; the types that lie in columns derive its marker.
    ("bytemuck", &["column", "date", "graph", "model", "compile", "table"]),
    // Facts as bytes; whoever declares what a fact holds derives them: docs/decisions/0013-compiled-facts.md.
    ("borsh", &["date", "id", "record", "model", "compile"]),
    // The compiled file and tables of events: mapped, and their checksums; names are found by their hashes in it.
    ("memmap2", &["compile", "table"]),
    ("xxhash-rust", &["compile", "names", "table"]),
    // Whatever is read from or written as data: records, what is read, and the rows of answers.
    // Maps of tables are such data too.
    ("serde", &["record", "read", "query", "import"]),
    // Schemas are derived where serde reads and writes: of records, and of answers with their rows.
    ("schemars", &["record", "query"]),
    // The language of fact files, and of answers in it: docs/decisions/0009-answers-in-ron.md.
    ("ron", &["read", "export"]),
    // Folders, and the digest of what was read; a page names the digests of its own script and style.
    // Work on several threads, in whatever grows with the facts: docs/decisions/0011-loading-at-speed.md.
    ("rayon", &["read", "resolve", "graph", "model", "write", "cli"]),
    // Maps by id, which are looked into for every use of one.
    ("foldhash", &["id"]),
    // The places of facts by id, of which only the places are kept.
    ("hashbrown", &["model"]),
    // Their texts, which are short and lie beside what an id remembers.
    ("smol_str", &["id", "record"]),
    // Lists that mostly have one entry, which then lies in them.
    ("smallvec", &["model", "resolve"]),
    // Lists that are mostly empty: an event has twenty of them.
    ("thin-vec", &["record", "model", "resolve"]),
    // The allocator of the program.
    ("mimalloc", &["main"]),
    ("walkdir", &["read"]),
    // A data package names the digests of its tables, a page of a picture those of its style and script.
    ("sha2", &["read", "table", "export", "draw"]),
    // Lines and cells of long files.
    ("memchr", &["import", "read", "table"]),
    // Files that are replaced as a whole.
    ("atomic-write-file", &["write", "compile", "table"]),
    // What a formatted file would change, line by line.
    ("similar", &["cli"]),
    // Likeness and folding of names.
    ("strsim", &["names"]),
    ("deunicode", &["names"]),
    ("unicode-normalization", &["names"]),
    // What looks alike.
    ("unicode-security", &["check"]),
    // Algorithms run on our graph through its traits.
    ("petgraph", &["graph"]),
    // One format each. `query` looks through its own rows for citations by way of their JSON.
    ("serde_json", &["export", "query"]),
    ("csv", &["export"]),
    // Tables: their rows, their encodings, and workbooks. A map is read as any RON is, through `read`.
    ("csv-core", &["import"]),
    ("encoding_rs", &["import"]),
    ("calamine", &["import"]),
    ("comfy-table", &["export"]),
    ("dot-generator", &["export"]),
    ("dot-structures", &["export"]),
    ("graphviz-rust", &["export"]),
    // Linked data: triples, and two ways to write them.
    ("oxrdf", &["export"]),
    ("oxttl", &["export"]),
    ("oxjsonld", &["export"]),
    // Tables in columns: docs/decisions/0024-parquet.md.
    ("parquet", &["export"]),
    // The formats of others: XML, and packed folders of it. GraphML and GEXF are XML too.
    ("quick-xml", &["import", "export"]),
    ("flate2", &["import"]),
    ("tar", &["import"]),
    // Words of the command line, and what a terminal can show.
    ("clap", &["cli"]),
    // Words that a shell offers, and pages for man.
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("anstream", &["cli"]),
    ("annotate-snippets", &["cli"]),
    // Questions on a terminal.
    ("inquire", &["cli"]),
    // How far a long input is read.
    ("indicatif", &["cli"]),
    ("terminal_size", &["cli"]),
    // Colours of a table and of a message; values only, nothing is printed by it.
    ("anstyle", &["cli", "export"]),
    // Pictures: how wide letters are, the font that measures and draws them.
    ("ttf-parser", &["draw"]),
    ("dejavu", &["draw"]),
    // The same pictures as pixels and as pages.
    ("usvg", &["draw"]),
    ("resvg", &["draw"]),
    ("krilla", &["draw"]),
    ("krilla-svg", &["draw"]),
    // Derives `Display` and `Error`; it shows in no signature.
    ("thiserror", EVERYWHERE),
];

const EVERYWHERE: &[&str] = &[];

/// What must not be named: the words, where, and why.
const ABSENCES: &[(&[&str], &[&str], &str)] = &[
    (
        &["println!", "eprintln!", "print!", "eprint!", "dbg!", "stdout", "stderr"],
        LIBRARY,
        "the library prints nothing",
    ),
    (&["std::env", "option_env!"], LIBRARY, "the library reads no environment when it runs"),
    (&["SystemTime", "Instant", "Zoned"], LIBRARY, "the library reads no clock"),
    (&["home_dir", "temp_dir", "current_dir"], LIBRARY, "the library looks for no folder by itself"),
    (&["std::fs", "std::path"], &["model", "graph", "query", "record", "date", "id"], "files are for `read`"),
    (&["std::fs", "std::path"], &["export"], "export writes to a given writer"),
    (&["std::process"], LIBRARY, "the library ends no process"),
];

/// Every module but the command line.
const LIBRARY: &[&str] = &[];

/// What may lie at the root of the checkout. What is not listed is build output or another tool's own.
const TOP_LEVEL: &[&str] = &[
    ".ci",
    ".gitignore",
    // Where pre-commit looks for it.
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "benches",
    // Gives the program the digest of its own sources that compiled files carry.
    "build.rs",
    "clippy.toml",
    "docs",
    "examples",
    "fuzz",
    "graph-data",
    "rustfmt.toml",
    "src",
    "tests",
];

fn layer(module: &str) -> Option<&'static (&'static str, u8, &'static [&'static str])> {
    LAYERS.iter().find(|(name, ..)| *name == module)
}

/// The modules of this program that a file names.
fn used(code: &Code) -> BTreeSet<String> {
    let paths = code.paths().into_iter();
    let ours = paths.filter_map(|path| {
        let mut names = path.split("::");
        let inside = matches!(names.next(), Some("crate" | "chancery"));
        names.next().filter(|_| inside).map(str::to_owned)
    });
    ours.collect()
}

#[test]
fn the_reader_of_paths_sees_them() {
    code::check_reader();
}

#[test]
fn modules_use_lower_layers_only() {
    let files = Code::all();
    assert!(files.len() > 100, "the files are found");
    for code in files.iter().filter(|code| !matches!(code.module(), "lib" | "main")) {
        let (module, own, beside) =
            layer(code.module()).unwrap_or_else(|| panic!("{} has no row in LAYERS", code.file));
        for other in used(code).iter().filter(|other| other != module) {
            let row = layer(other).unwrap_or_else(|| panic!("{} names {other}, which has no row in LAYERS", code.file));
            let allowed = row.1 < *own || (row.1 == *own && beside.contains(&row.0));
            assert!(allowed, "{}: {module} (layer {own}) uses {other} (layer {})", code.file, row.1);
        }
    }
}

#[test]
fn every_row_of_the_layers_is_a_module() {
    let files = Code::all();
    let modules: BTreeSet<&str> = files.iter().map(Code::module).collect();
    let rows: BTreeSet<&str> = LAYERS.iter().map(|(name, ..)| *name).chain(["lib", "main"]).collect();
    assert_eq!(modules, rows);
}

#[test]
fn what_a_layer_is_allowed_beside_itself_is_used() {
    for (module, _, beside) in LAYERS {
        for other in *beside {
            let uses = Code::all().iter().any(|code| code.module() == *module && used(code).contains(*other));
            assert!(uses, "{module} no longer uses {other}: take it out of LAYERS");
        }
    }
}

#[test]
fn outside_crates_stay_at_home() {
    for code in Code::all() {
        for path in code.paths() {
            let first = path.split("::").next().unwrap();
            let home = HOMES.iter().find(|(name, _)| name.replace('-', "_") == first);
            let Some((name, homes)) = home.filter(|(_, homes)| !homes.is_empty()) else { continue };
            assert!(homes.contains(&code.module()), "{}: {name} is at home in {homes:?} ({path})", code.file);
        }
    }
}

#[test]
fn every_dependency_has_a_home_and_is_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lines = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let crates: BTreeSet<&str> = lines.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
    let homes: BTreeSet<&str> = HOMES.iter().map(|(name, _)| *name).collect();
    assert_eq!(crates, homes);
    let paths: Vec<String> = Code::all().iter().flat_map(Code::paths).collect();
    for name in crates {
        let begins = format!("{}::", name.replace('-', "_"));
        assert!(paths.iter().any(|path| path.starts_with(&begins)), "{name} is not used");
    }
}

#[test]
fn what_must_be_absent_is_absent() {
    for code in Code::all() {
        for (words, modules, why) in ABSENCES {
            let concerned = if modules.is_empty() {
                !matches!(code.module(), "cli" | "main")
            } else {
                modules.contains(&code.module())
            };
            for word in words.iter().filter(|_| concerned) {
                assert!(!code.names(word), "{} names {word}: {why}", code.file);
            }
        }
    }
}

#[test]
fn petgraphs_own_index_is_in_no_signature() {
    for code in Code::all() {
        let public = code.text.lines().filter(|line| line.trim_start().starts_with("pub "));
        for line in public {
            let words = line.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
            assert!(!words.clone().any(|word| word == "NodeIndex" || word == "EdgeIndex"), "{}: {line}", code.file);
        }
    }
}

#[test]
fn each_question_is_answered_in_the_library() {
    // The command line makes queries and prints answers; whatever walks the graph is a question of its own.
    for code in Code::all().iter().filter(|code| code.file.starts_with("cli/commands/")) {
        let walks =
            code.paths().iter().any(|path| path.starts_with("petgraph") || path.starts_with("chancery::record"));
        assert!(!walks, "{} answers by itself", code.file);
    }
}

#[test]
fn the_code_map_names_every_module_and_folder_and_no_other() {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let map = page.split("## Code map").nth(1).unwrap().split("\n## ").next().unwrap();
    let row = |line: &str| {
        let (layer, rest) = line.strip_prefix("| ")?.split_once(" | `")?;
        Some((rest.split(['`', '.']).next()?.to_owned(), layer.parse::<u8>().ok()?))
    };
    let named: Vec<(String, u8)> = map.lines().filter_map(row).collect();
    let rows: Vec<(String, u8)> = LAYERS.iter().map(|(name, layer, _)| ((*name).to_owned(), *layer)).collect();
    let sorted = |mut rows: Vec<(String, u8)>| {
        rows.sort();
        rows
    };
    assert_eq!(sorted(named), sorted(rows));
    for code in Code::all() {
        let folders: Vec<&str> = code.file.split('/').rev().skip(1).collect();
        for folder in folders {
            assert!(map.contains(&format!("`{folder}`")), "the code map does not name {folder} ({})", code.file);
        }
    }
}

#[test]
fn only_what_is_agreed_lies_at_the_root() {
    let there: BTreeSet<String> =
        fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let hidden_or_built = |name: &str| name == "target" || (name.starts_with('.') && name != ".ci");
    let strangers: Vec<&String> =
        there.iter().filter(|name| !TOP_LEVEL.contains(&name.as_str()) && !hidden_or_built(name)).collect();
    assert_eq!(strangers, [""; 0], "beside what TOP_LEVEL lists");
    let missing: Vec<&&str> = TOP_LEVEL.iter().filter(|name| !there.contains(**name)).collect();
    assert_eq!(missing, [&""; 0], "TOP_LEVEL lists them");
}
