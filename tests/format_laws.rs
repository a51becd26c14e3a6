//! Laws of the usual layout, for any records with comments at any place: nothing that is said changes, what was laid out
//! once stays as it is, and every comment stays in its order and at its record and field.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::read::{SourceText, built_in, read_texts};
use chancery::write::format;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A reader of tokens of the test's own, for texts without comments and raw strings.
fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || "_-.".contains(c);
        let length = match first {
            '"' => 1 + end_of_text(&rest[1..]),
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        found.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    found
}

fn end_of_text(rest: &str) -> usize {
    let mut escaped = false;
    let quote = rest.char_indices().find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    quote.expect("a text ends").0 + 1
}

/// A record: its kind, and its fields, each with its tokens.
type Written = (String, Vec<Vec<String>>);

fn record(text: &str) -> Written {
    let tokens = tokens(text);
    let (mut depth, mut fields) = (0, vec![Vec::new()]);
    for token in &tokens[2..tokens.len() - 1] {
        match *token {
            "," if depth == 0 => {
                fields.push(Vec::new());
                continue;
            }
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        fields.last_mut().expect("one").push((*token).to_owned());
    }
    fields.retain(|field| !field.is_empty());
    (tokens[0].to_owned(), fields)
}

/// Records of every kind, with every field.
static RECORDS: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let every = include_str!("records/every-field.ron");
    let texts = built_in::FILES.iter().map(|(_, text)| (*text).to_owned()).chain([every.to_owned()]);
    let loaded = read_texts(texts.enumerate().map(|(number, text)| (format!("{number}.ron"), text.into_bytes())));
    let written = loaded.records.iter().map(|one| loaded.texts[one.text].slice(one.range.clone()));
    let plain = written.map(|bytes| str::from_utf8(bytes).expect("text")).filter(|text| !text.contains("//"));
    plain.filter(|text| !text.contains("r#\"")).map(record).collect()
});

/// What stands between two tokens; `#` is where the number of a comment goes.
const GAPS: [&str; 12] = [
    "",
    " ",
    "\n",
    "\n\n\n",
    "/* # */",
    " // #\n",
    "\n// #\n",
    "\n\n  /* # */ ",
    "/*#*/ // #\n\n",
    " \t",
    "\r\n",
    "\n/* # */\n",
];

/// Puts gaps between tokens.
struct Weaver<'a> {
    text: String,
    gaps: &'a mut dyn Iterator<Item = usize>,
    /// The number of the next comment.
    number: usize,
    /// The record and field whose part the comment is, for comments between a field's name and its comma.
    owners: BTreeMap<usize, (usize, String)>,
}

impl Weaver<'_> {
    fn gap(&mut self, owner: Option<(usize, &str)>) {
        let gap = GAPS[self.gaps.next().expect("endless") % GAPS.len()];
        for (at, piece) in gap.split('#').enumerate() {
            if at > 0 {
                self.text += &self.number.to_string();
                if let Some((record, field)) = owner {
                    self.owners.insert(self.number, (record, field.to_owned()));
                }
                self.number += 1;
            }
            self.text += piece;
        }
    }

    fn token(&mut self, token: &str, owner: Option<(usize, &str)>) {
        self.text += token;
        self.gap(owner);
    }

    fn record(&mut self, number: usize, (kind, fields): &Written, spare_comma: bool) {
        self.token(kind, None);
        self.token("(", None);
        for (at, field) in fields.iter().enumerate() {
            for token in &field[..field.len() - 1] {
                self.token(token, Some((number, &field[0])));
            }
            self.text += &field[field.len() - 1];
            self.gap(None);
            if at + 1 < fields.len() || spare_comma {
                self.token(",", None);
            }
        }
        self.text += ")";
    }
}

/// A text, and the owners of its comments.
fn woven() -> impl Strategy<Value = (String, BTreeMap<usize, (usize, String)>)> {
    let records = prop::collection::vec((select(RECORDS.clone()), any::<bool>(), any::<Index>()), 0..5);
    let gaps = prop::collection::vec(0..GAPS.len() * 3, 1..60);
    (records, gaps, any::<bool>()).prop_map(|(records, gaps, spare_comma)| {
        // Most gaps are plain, so that some structures stay without comments.
        let mut gaps = gaps.into_iter().map(|gap| if gap < GAPS.len() { gap } else { 1 }).cycle();
        let mut weaver = Weaver { text: String::new(), gaps: &mut gaps, number: 1, owners: BTreeMap::new() };
        weaver.gap(None);
        weaver.token("[", None);
        let last = records.len();
        for (number, ((kind, mut fields), spare, turn)) in records.into_iter().enumerate() {
            let turn = turn.index(fields.len());
            fields.rotate_left(turn);
            weaver.record(number, &(kind, fields), spare);
            weaver.gap(None);
            if number + 1 < last || spare_comma {
                weaver.token(",", None);
            }
        }
        weaver.token("]", None);
        (weaver.text, weaver.owners)
    })
}

fn said(text: &str) -> (Vec<chancery::record::Record>, String, usize) {
    let loaded = read_texts([("a.ron".to_owned(), text.as_bytes().to_vec())]);
    (loaded.records.into_iter().map(|one| one.record).collect(), loaded.digest, loaded.problems.len())
}

/// The numbers of the comments of a text, in order; no text of the records holds such a thing.
fn comments(text: &str) -> Vec<usize> {
    let starts = text.match_indices(['/', '*']).filter(|(at, _)| text[..*at].ends_with('/'));
    let number = |(at, _): (usize, &str)| {
        let tail = text[at + 1..].trim_start_matches(' ');
        tail[..tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len())].parse().ok()
    };
    starts.filter_map(number).collect()
}

/// The record and field to which each comment belongs by the lines of a text that is laid out.
///
/// A line of eight spaces begins a field; a comment in a line of its own there belongs to the field below.
fn attached(text: &str) -> BTreeMap<usize, (usize, String)> {
    let (mut record, mut field) = (0, String::new());
    let (mut found, mut waiting) = (BTreeMap::new(), Vec::new());
    for line in text.lines() {
        let inner = line.trim_start();
        match line.len() - inner.len() {
            4 if inner.starts_with(')') => record += 1,
            // A record in one line holds no comments.
            4 if inner.starts_with(char::is_uppercase) && inner.contains(')') => record += 1,
            8 if inner.starts_with('/') => waiting.extend(comments(line)),
            8 if inner.starts_with(char::is_lowercase) => {
                field = inner.split(':').next().expect("a name").to_owned();
                waiting.extend(comments(line));
                found.extend(waiting.drain(..).map(|comment| (comment, (record, field.clone()))));
            }
            8.. => found.extend(comments(line).into_iter().map(|comment| (comment, (record, field.clone())))),
            _ => waiting.clear(),
        }
    }
    found
}

fn laid_out(text: &str) -> String {
    let formatted = format(&SourceText::new("a.ron", text.as_bytes().to_vec()));
    assert_eq!(formatted.problems, [], "{text}");
    formatted.text.expect("whole")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn layout_changes_nothing_that_is_said((text, owners) in woven()) {
        let after = laid_out(&text);
        prop_assert_eq!(said(&text), said(&after), "{}", after);
        prop_assert_eq!(comments(&text), comments(&after), "{}\n{}", text, after);
        prop_assert_eq!(&laid_out(&after), &after);
        let attached = attached(&after);
        for (comment, owner) in owners {
            prop_assert_eq!(attached.get(&comment), Some(&owner), "comment {} of\n{}\n{}", comment, text, after);
        }
    }

    #[test]
    fn what_was_laid_out_has_no_odd_white_space((text, _) in woven()) {
        let after = laid_out(&text);
        prop_assert!(after.ends_with('\n') && !after.ends_with("\n\n"), "{:?}", after);
        prop_assert!(!after.contains("\n\n\n") && !after.contains(['\r', '\t']), "{:?}", after);
        prop_assert!(after.lines().all(|line| line.trim_end() == line), "{:?}", after);
    }

    #[test]
    fn layout_depends_on_what_is_written_alone(records in prop::collection::vec(select(RECORDS.clone()), 1..4)) {
        let join = |space: &str| {
            let of = |(kind, fields): &Written| {
                let fields: Vec<String> = fields.iter().map(|field| field.join(space)).collect();
                format!("{kind}({})", fields.join(&format!(",{space}")))
            };
            format!("[{}]", records.iter().map(of).collect::<Vec<_>>().join(&format!(",{space}")))
        };
        prop_assert_eq!(laid_out(&join(" ")), laid_out(&join("\n    ")));
    }

    #[test]
    fn any_bytes_are_left_as_they_are_or_keep_their_records(
        file in select(built_in::FILES.to_vec()),
        changes in prop::collection::vec((any::<Index>(), any::<u8>(), 0..4u8), 1..8),
    ) {
        let mut bytes = file.1.as_bytes().to_vec();
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] ^= 1 << (byte % 8),
                1 => bytes.insert(at, byte),
                2 => bytes.insert(at, b"\"()[]{},:\\/*\n#"[usize::from(byte) % 14]),
                _ => drop(bytes.remove(at)),
            }
        }
        let formatted = format(&SourceText::new("a.ron", bytes.clone()));
        if let Some(after) = formatted.text {
            let before = read_texts([("a.ron".to_owned(), bytes)]);
            let again = read_texts([("a.ron".to_owned(), after.clone().into_bytes())]);
            prop_assert_eq!(&before.digest, &again.digest);
            prop_assert_eq!(before.problems.len(), again.problems.len());
            let twice = format(&SourceText::new("a.ron", after.clone().into_bytes())).text;
            prop_assert_eq!(twice, Some(after));
        }
    }
}
