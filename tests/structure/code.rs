//! Reads Rust source just far enough to see which paths it names: no parser, and no knowledge of types.

use std::fs;
use std::path::{Path, PathBuf};

/// One file of `src`, without comments, texts in quotes and tests.
pub(crate) struct Code {
    /// The file, from `src` on: `query/row/path.rs`.
    pub(crate) file: String,
    /// The code that is left.
    pub(crate) text: String,
}

impl Code {
    /// Every file of `src` that belongs to the program rather than to its tests, in order.
    pub(crate) fn all() -> Vec<Self> {
        let src = root().join("src");
        let mut files = Vec::new();
        rust_files(&src, &mut files);
        files.sort();
        let of = |path: PathBuf| Self {
            file: path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/"),
            text: without_tests(&bare(&fs::read_to_string(path).unwrap())),
        };
        files.into_iter().map(of).filter(|code| !code.file.ends_with("tests.rs")).collect()
    }

    /// The module at the top of the crate that the file belongs to: `query`, or `lib` and `main`.
    pub(crate) fn module(&self) -> &str {
        self.file.split(['/', '.']).next().unwrap()
    }

    /// Every path that is named, written from the crate on: `crate::date::Day`, `serde::Serialize`.
    pub(crate) fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        let mut scope = Scope::of(&self.file);
        let tokens = tokens(&self.text);
        let mut at = 0;
        while at < tokens.len() {
            scope.pass(&tokens, at);
            let behind_sign = at > 0 && tokens[at - 1] == "::";
            let leading_sign = behind_sign && (at == 1 || matches!(tokens[at - 2].as_str(), "use" | "<" | "(" | "="));
            let starts = is_word(&tokens[at]) && tokens[at] != "use" && (!behind_sign || leading_sign);
            let in_use = at > 0 && tokens[at - 1 - usize::from(leading_sign)] == "use";
            let leads_on = tokens.get(at + 1).is_some_and(|next| next == "::");
            if starts && (leads_on || in_use) {
                tree(&tokens, &mut at, "", &mut paths, &scope);
            } else {
                at += 1;
            }
        }
        paths
    }

    /// Whether the file names something: a word, a macro (`print!`) or a path from its beginning on (`std::env`).
    pub(crate) fn names(&self, wanted: &str) -> bool {
        if wanted.contains("::") {
            return self.paths().iter().any(|path| path.starts_with(wanted));
        }
        let tokens = tokens(&self.text);
        match wanted.strip_suffix('!') {
            Some(name) => tokens.windows(2).any(|pair| pair[0] == name && pair[1] == "!"),
            None => tokens.iter().any(|token| token == wanted),
        }
    }
}

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// In which module a token stands, for the sake of `super`.
struct Scope {
    /// The modules from the crate down.
    modules: Vec<String>,
    /// How deep in braces each inline module began.
    inline: Vec<usize>,
    depth: usize,
}

impl Scope {
    fn of(file: &str) -> Self {
        let stem = file.trim_end_matches(".rs");
        let names = stem.split('/').filter(|name| !matches!(*name, "mod" | "lib" | "main"));
        Self { modules: names.map(str::to_owned).collect(), inline: Vec::new(), depth: 0 }
    }

    /// Takes notice of a brace, and of `mod NAME {`.
    fn pass(&mut self, tokens: &[String], at: usize) {
        match tokens[at].as_str() {
            "{" => {
                if at >= 2 && tokens[at - 2] == "mod" {
                    self.modules.push(tokens[at - 1].clone());
                    self.inline.push(self.depth);
                }
                self.depth += 1;
            }
            "}" => {
                self.depth = self.depth.saturating_sub(1);
                if self.inline.last() == Some(&self.depth) {
                    self.inline.pop();
                    self.modules.pop();
                }
            }
            _ => {}
        }
    }

    /// The path with `self` and `super` at its beginning replaced.
    fn absolute(&self, path: &str) -> String {
        let mut modules = self.modules.clone();
        let mut names = path.split("::").peekable();
        let mut relative = false;
        while let Some(name @ ("self" | "super")) = names.peek().copied() {
            if name == "super" {
                modules.pop();
            }
            relative = true;
            names.next();
        }
        let rest: Vec<&str> = names.collect();
        if !relative {
            return rest.join("::");
        }
        std::iter::once("crate").chain(modules.iter().map(String::as_str)).chain(rest).collect::<Vec<_>>().join("::")
    }
}

/// Reads the path, or tree of paths, that begins at `at`, and goes behind it.
fn tree(tokens: &[String], at: &mut usize, before: &str, paths: &mut Vec<String>, scope: &Scope) {
    let mut path = before.to_owned();
    while let Some(token) = tokens.get(*at) {
        match token.as_str() {
            "{" if path.ends_with("::") => return branches(tokens, at, &path, paths, scope),
            "::" => path.push_str("::"),
            word if is_word(word) && (path.is_empty() || path.ends_with("::")) => path.push_str(word),
            _ => break,
        }
        *at += 1;
    }
    if path != before {
        paths.push(scope.absolute(path.trim_end_matches("::")));
    }
}

/// Reads `{a, b::c}` behind a path.
fn branches(tokens: &[String], at: &mut usize, before: &str, paths: &mut Vec<String>, scope: &Scope) {
    *at += 1;
    while let Some(token) = tokens.get(*at) {
        match token.as_str() {
            "}" => {
                *at += 1;
                return;
            }
            // Under which name it is known here does not matter.
            "as" => *at += 2,
            word if is_word(word) => tree(tokens, at, before, paths, scope),
            _ => *at += 1,
        }
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Words, `::`, and every other sign by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len());
        let length = if word > 0 {
            word
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

/// The code without comments; texts in quotes become empty.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(length) = quoted(rest, bare.chars().next_back()) {
            bare.push_str("\"\"");
            length
        } else {
            bare.push(first);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    bare
}

/// How long the text in quotes is that stands at the beginning, if one does.
fn quoted(rest: &str, before: Option<char>) -> Option<usize> {
    let in_word = before.is_some_and(|before| before.is_alphanumeric() || before == '_');
    let raw = rest.strip_prefix('r').filter(|_| !in_word).map(|behind| behind.trim_start_matches('#'));
    if let Some(behind) = raw.filter(|behind| behind.starts_with('"')) {
        let hashes = rest.len() - behind.len() - 1;
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(
            behind[1..].find(&end).map_or(rest.len(), |found| rest.len() - behind.len() + 1 + found + end.len()),
        );
    }
    let mut signs = rest.char_indices();
    match signs.next()?.1 {
        '"' => {
            let mut escaped = false;
            let end = signs.find(|(_, sign)| {
                let ends = *sign == '"' && !escaped;
                escaped = *sign == '\\' && !escaped;
                ends
            });
            Some(end.map_or(rest.len(), |(at, _)| at + 1))
        }
        // A single sign in quotes; anything else behind `'` is a lifetime.
        '\'' => match (signs.next()?.1, signs.next()?) {
            ('\\', _) => rest[3..].find('\'').map(|at| at + 4),
            (_, (at, '\'')) => Some(at + 1),
            _ => None,
        },
        _ => None,
    }
}

/// The code up to the tests at its end.
fn without_tests(bare: &str) -> String {
    let end = bare.match_indices("#[cfg(test)]").find(|(at, _)| {
        let behind = bare[*at..].trim_start_matches("#[cfg(test)]").trim_start();
        behind.starts_with("mod tests {")
    });
    bare[..end.map_or(bare.len(), |(at, _)| at)].to_owned()
}

/// Sees to it that the reader sees what it has to: a reader that sees nothing would let everything pass.
pub(crate) fn check_reader() {
    let text = r##"use super::{a::B, c}; use std::fs; // use crate::no::No;
        mod inner { use super::super::d::E; } fn f<'a>(x: &'a str) -> char { g::h("i::j", r#"k::l"#, 'm'); '\'' }
        use crate::{n::{self, O}, p as q}; use ::s::T; #[cfg(test)] mod tests { use crate::r; }"##;
    let code = Code { file: "date/day.rs".to_owned(), text: without_tests(&bare(text)) };
    let expected = [
        "crate::date::a::B",
        "crate::date::c",
        "std::fs",
        "crate::date::d::E",
        "g::h",
        "crate::n::self",
        "crate::n::O",
        "crate::p",
        "s::T",
    ];
    assert_eq!(code.paths(), expected);
    assert_eq!(code.module(), "date");
}
