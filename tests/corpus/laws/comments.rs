//! Comments and tokens: a reader of its own, so that the formatter and the splitter are not held against themselves.

/// The comments of a text in order, each line of them without the space around it.
pub(crate) fn of(text: &str) -> Vec<String> {
    let is_comment = |token: &&str| token.starts_with("//") || token.starts_with("/*");
    let lines = |token: &str| token.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    tokens(text).into_iter().filter(is_comment).map(lines).collect()
}

/// A text as its words, texts and comments; every other character stands alone.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block(rest),
            '"' => quoted(rest),
            'r' if raw(rest).is_some() => raw(rest).unwrap_or(1),
            '\'' => character(rest),
            c if is_of_word(c) => word(rest),
            c => c.len_utf8(),
        };
        let (token, tail) = rest.split_at(length.min(rest.len()));
        found.push(token);
        rest = tail;
    }
    found
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A word up to a text that it prefixes.
fn word(rest: &str) -> usize {
    let length = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
    match rest.get(..length) {
        Some("br") if raw(&rest[1..]).is_some() => 1,
        _ => length,
    }
}

fn block(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
        match tail {
            tail if tail.starts_with("/*") => (depth, at) = (depth + 1, at + 2),
            tail if tail.starts_with("*/") => (depth, at) = (depth - 1, at + 2),
            tail => at += tail.chars().next().map_or(1, char::len_utf8),
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    let closing = rest.char_indices().skip(1).find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    closing.map_or(rest.len(), |(at, _)| at + 1)
}

/// The length of a raw text, if one begins here.
fn raw(rest: &str) -> Option<usize> {
    let tail = rest.strip_prefix('r')?;
    let signs = tail.len() - tail.trim_start_matches('#').len();
    tail.get(signs..)?.strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(signs));
    let begin = signs + 2;
    Some(rest.get(begin..)?.find(&closing).map_or(rest.len(), |at| begin + at + closing.len()))
}

fn character(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    let (_, first) = signs.next().unwrap_or((1, '\''));
    if first == '\\' {
        let closing = signs.skip(1).find(|(_, c)| *c == '\'');
        return closing.map_or(rest.len(), |(at, _)| at + 1);
    }
    match signs.next() {
        Some((at, '\'')) => at + 1,
        _ => 1,
    }
}
