//! Files: a list of records with everything around them.

use super::Formatted;
use super::canon::Canon;
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
    let mut writer = Writer::new(text, whole, Purpose::Replace);
    let written = writer.write(items);
    let laid_out = written.map(|()| writer.layout.text).filter(|laid_out| is_same_list(whole, laid_out, number));
    Formatted { text: laid_out, problems: writer.problems }
}

/// Where a text first is not as [`format()`] would lay it out; none where it is, or has to stay as it is.
///
/// The items are those into which [`split()`] splits the text. Looks no further than the first deviation, and costs a
/// small part of what laying the text out costs.
pub fn deviation(text: &SourceText, items: Vec<Range<usize>>) -> Option<usize> {
    let whole = str::from_utf8(text.bytes()).ok()?;
    let mut writer = Writer::new(text, whole, Purpose::Compare(Canon::new()));
    writer.write(items)?;
    let now = text.bytes().iter();
    let same = now.zip(writer.layout.text.as_bytes()).take_while(|(now, wanted)| now == wanted).count();
    (writer.layout.text != whole).then(|| same.min(whole.len().saturating_sub(1)))
}

/// Whether a text still is a whole list of so many records, with the comments of the one before.
fn is_same_list(before: &str, after: &str, number: usize) -> bool {
    if before == after {
        return true;
    }
    let split = split(&SourceText::new("", after.as_bytes().to_vec()));
    split.problems.is_empty() && split.items.len() == number && comments(before) == comments(after)
}

/// What a text is written anew for.
enum Purpose {
    /// To stand in the place of what was written.
    Replace,
    /// To see whether it differs.
    Compare(Canon),
}

struct Writer<'a> {
    source: &'a SourceText,
    whole: &'a str,
    layout: Layout,
    problems: Vec<Diagnostic>,
    purpose: Purpose,
    /// How far what is written was seen to be the same.
    same: usize,
}

/// The comments before a record or the end, and whether a blank line stands between them and it.
struct Above {
    comments: Vec<Comment>,
    blank_after: bool,
}

impl<'a> Writer<'a> {
    fn new(source: &'a SourceText, whole: &'a str, purpose: Purpose) -> Self {
        Self { source, whole, layout: Layout::within(1), problems: Vec::new(), purpose, same: 0 }
    }

    /// Whether something is written that nobody wants to see beyond its first deviation.
    fn is_done(&mut self) -> bool {
        let new = self.layout.text.get(self.same..).unwrap_or_default();
        let is_same = || self.whole.get(self.same..).is_some_and(|now| now.starts_with(new));
        let is_done = matches!(self.purpose, Purpose::Compare(_)) && !is_same();
        self.same = self.layout.text.len();
        is_done
    }

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
            if self.is_done() {
                return Some(());
            }
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
        let new = match &self.purpose {
            Purpose::Replace => self.replaced(written, item),
            Purpose::Compare(canon) if canon.knows(written) => None,
            Purpose::Compare(_) => arranged(written).filter(|new| new != written && self.says_the_same(item, new)),
        };
        self.layout.text += new.as_deref().unwrap_or(written);
        self.layout.text.push(',');
        Some(())
    }

    /// A record in its usual layout; none where it has to stay as it is.
    fn replaced(&mut self, written: &str, item: Range<usize>) -> Option<String> {
        match parse_item::<Record>(self.source, item) {
            Ok(record) => arranged(written).filter(|new| new == written || is_equal(written, &record, new)),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// Whether a record can be read and its new text says the same.
    fn says_the_same(&self, item: Range<usize>, new: &str) -> bool {
        let written = self.whole.get(item.clone()).unwrap_or_default();
        parse_item::<Record>(self.source, item).is_ok_and(|record| is_equal(written, &record, new))
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

/// A record in its usual layout.
fn arranged(written: &str) -> Option<String> {
    let mut node = tree(written)?;
    arrange(&mut node);
    let mut layout = Layout::within(1);
    layout.record(&node);
    Some(layout.text)
}

/// Whether a new text says what a record does, with the comments of the one before; else that stays as it is rather.
fn is_equal(written: &str, record: &Record, new: &str) -> bool {
    let again = SourceText::new("", new.as_bytes().to_vec());
    let same = parse_item::<Record>(&again, 0..new.len()).is_ok_and(|again| again == *record);
    same && comments(written) == comments(new)
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
