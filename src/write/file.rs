//! Files: a list of records with everything around them.

use super::Formatted;
use super::layout::Layout;
use super::order::arrange;
use super::tree::{after_comma, tree};
use super::trivia::{Comment, Gap};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::lexer::{Form, Lexer, Token};
use crate::read::{SourceText, parse_item, split};
use crate::record::Record;
use std::ops::Range;

/// Lays a text of facts out anew.
///
/// What it says stays the same, and so do its comments and the order of its records. A record that cannot be read stays
/// as it is, with a problem; so does the whole text where its list is broken. What was laid out once stays as it is.
/// The cost grows with the length of the text and not faster.
pub fn format(text: &SourceText) -> Formatted {
    let split = split(text);
    if !split.problems.is_empty() {
        return Formatted::untouched(split.problems);
    }
    let Ok(whole) = str::from_utf8(text.bytes()) else {
        let message = "a comment in this file is not UTF-8, so the file was left as it is";
        let problem = Diagnostic::error(Code::Encoding, text.whole(), message).with_hint("save the file as UTF-8");
        return Formatted::untouched(vec![problem]);
    };
    let items: Vec<Range<usize>> = split.items.into_iter().map(|item| item.range).collect();
    let number = items.len();
    let mut writer = Writer { source: text, whole, layout: Layout::within(1), problems: Vec::new() };
    let written = writer.write(items);
    let laid_out = written.map(|()| writer.layout.text).filter(|laid_out| is_same_list(whole, laid_out, number));
    Formatted { text: laid_out, problems: writer.problems }
}

/// Whether a text still is a whole list of so many records, with the comments of the one before.
fn is_same_list(before: &str, after: &str, number: usize) -> bool {
    let split = split(&SourceText::new("", after.as_bytes().to_vec()));
    split.problems.is_empty() && split.items.len() == number && comments(before) == comments(after)
}

struct Writer<'a> {
    source: &'a SourceText,
    whole: &'a str,
    layout: Layout,
    problems: Vec<Diagnostic>,
}

/// The comments before a record or the end, and whether a blank line stands between them and it.
struct Above {
    comments: Vec<Comment>,
    blank_after: bool,
}

impl Writer<'_> {
    fn gap(&self, range: Range<usize>) -> Option<Gap> {
        self.whole.get(range).map(Gap::of)
    }

    fn token(&self, at: usize) -> Option<Token> {
        Lexer::new(self.whole.as_bytes(), at).next()
    }

    /// Gives none where the text is not what the splitter saw; then nothing is to be changed.
    fn write(&mut self, items: Vec<Range<usize>>) -> Option<()> {
        let open = self.header()?;
        let first = self.token(open.end)?.start;
        let gap = self.gap(open.end..first)?;
        let mut above = self.after_bracket(gap);
        let mut is_first = true;
        let mut end = open.end;
        for item in items {
            self.above(&above.comments, is_first);
            let is_blank = above.blank_after && !(is_first && above.comments.is_empty());
            self.record(item.clone(), is_blank)?;
            (above, end) = self.after_record(item.end)?;
            is_first = false;
        }
        self.above(&above.comments, is_first);
        let close = self.token(end)?;
        self.close(close)
    }

    /// Writes what stands before the list and its bracket.
    fn header(&mut self) -> Option<Token> {
        let mut tokens = Lexer::new(self.whole.as_bytes(), 0);
        let mut depth = 0_usize;
        let mut has_attributes = false;
        let open = tokens.find(|token| {
            let is_list = token.form == Form::Open && depth == 0 && self.source.slice(token.range()) == b"[";
            match token.form {
                Form::Open => depth += 1,
                Form::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            let begins_attribute = self.whole.get(..token.start).is_some_and(|text| text.ends_with('!'));
            has_attributes |= begins_attribute;
            is_list && !begins_attribute
        })?;
        let before = self.whole.get(..open.start)?;
        if has_attributes {
            let lines: Vec<&str> = before.trim_ascii().lines().map(str::trim_ascii_end).collect();
            self.layout.text += &format!("{}\n[", lines.join("\n"));
            return Some(open);
        }
        let gap = Gap::of(before);
        let blank_after = gap.blank_after;
        let comments: Vec<Comment> = gap.all().collect();
        self.lines(&comments, "", true);
        if !comments.is_empty() {
            self.layout.text.push_str(if blank_after { "\n\n" } else { "\n" });
        }
        self.layout.text.push('[');
        Some(open)
    }

    fn after_bracket(&mut self, gap: Gap) -> Above {
        let blank_after = gap.blank_after;
        if !gap.breaks {
            return Above { comments: gap.all().collect(), blank_after };
        }
        gap.same_line.iter().for_each(|comment| self.layout.beside(comment));
        Above { comments: gap.below, blank_after }
    }

    /// Writes comments in lines of their own, each line begun by `indent`.
    fn lines(&mut self, comments: &[Comment], indent: &str, mut is_first: bool) {
        for comment in comments {
            let begins_text = is_first && self.layout.text.is_empty();
            if comment.blank_before && !is_first {
                self.layout.text.push('\n');
            }
            if !begins_text {
                self.layout.text.push('\n');
            }
            self.layout.text += indent;
            self.layout.text += &comment.text;
            is_first = false;
        }
    }

    fn above(&mut self, comments: &[Comment], is_first: bool) {
        self.lines(comments, "    ", is_first);
    }

    /// Writes a record in a line of its own.
    fn record(&mut self, item: Range<usize>, is_blank: bool) -> Option<()> {
        self.layout.text.push_str(if is_blank { "\n\n    " } else { "\n    " });
        let written = self.whole.get(item.clone())?;
        match parse_item::<Record>(self.source, item) {
            Ok(record) => self.layout.text += &laid_out(written, &record).unwrap_or_else(|| written.to_owned()),
            Err(problem) => {
                self.problems.push(problem);
                self.layout.text += written;
            }
        }
        self.layout.text.push(',');
        Some(())
    }

    /// Passes the comma after a record; gives the comments that belong to what follows, and where the comma ends.
    fn after_record(&mut self, end: usize) -> Option<(Above, usize)> {
        let token = self.token(end)?;
        let before = self.gap(end..token.start)?;
        if token.form != Form::Comma {
            let blank_after = before.blank_after;
            before.same_line.iter().for_each(|comment| self.layout.beside(comment));
            return Some((Above { comments: before.below, blank_after }, end));
        }
        let next = self.token(token.end)?.start;
        let after = self.gap(token.end..next)?;
        let blank_after = after.blank_after;
        let (trailing, comments) = after_comma(before, after);
        trailing.iter().for_each(|comment| self.layout.beside(comment));
        Some((Above { comments, blank_after }, token.end))
    }

    /// Writes the closing bracket and what follows it.
    fn close(&mut self, close: Token) -> Option<()> {
        if !self.layout.text.ends_with('[') {
            self.layout.text.push('\n');
        }
        self.layout.text.push(']');
        let after = self.gap(close.end..self.whole.len())?;
        after.same_line.iter().for_each(|comment| self.layout.beside(comment));
        self.lines(&after.below, "", false);
        self.layout.text.push('\n');
        Some(())
    }
}

/// A record in its usual layout; none where that would change what it says, which stays as it is rather.
fn laid_out(written: &str, record: &Record) -> Option<String> {
    let mut node = tree(written)?;
    arrange(&mut node);
    let mut layout = Layout::within(1);
    layout.record(&node);
    let again = SourceText::new("", layout.text.clone().into_bytes());
    let same = parse_item::<Record>(&again, 0..layout.text.len()).is_ok_and(|again| again == *record);
    (same && comments(written) == comments(&layout.text)).then_some(layout.text)
}

/// The comments of a text, in order.
fn comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut end = 0;
    for token in Lexer::new(text.as_bytes(), 0) {
        let gap = text.get(end..token.start).unwrap_or_default();
        found.extend(Gap::of(gap).all().map(|comment| comment.text));
        end = token.end;
    }
    found.extend(Gap::of(text.get(end..).unwrap_or_default()).all().map(|comment| comment.text));
    found
}
