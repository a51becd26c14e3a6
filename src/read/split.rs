//! Splitting: one list of records becomes its items, so that a broken one never hides the rest of its file.
//!
//! The splitter only looks at brackets, texts and comments; whether an item is a record is for the parser.
//! Where an item is broken, the next line that begins with a record's tag and bracket starts a new item.
//! A text of several lines may hold such a line, so this is only done where the text itself is in doubt.

use super::encoding;
use super::fault::{self, Fault};
use super::glance;
use super::item::{self, Bracket, End, Scan};
use super::lexer::{Form, Lexer, Token};
use super::text::SourceText;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

/// One record as it stands in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its bytes, without the comma after it.
    pub range: Range<usize>,
}

/// The records of a text and what hinders others from being read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// The records, in order; each is UTF-8 without NUL.
    pub items: Vec<Item>,
    /// The problems, in order.
    pub problems: Vec<Diagnostic>,
}

/// Splits a text into the records of its list.
///
/// Never fails: what cannot be split is a problem, and splitting goes on after it.
/// The cost grows with the length of the text and not faster, whatever the text holds.
pub fn split(text: &SourceText) -> Split {
    let mut splitter = Splitter {
        text,
        bytes: text.bytes(),
        at: 0,
        place: Place::Outside,
        before: Before::Start,
        patience: text.bytes().len().saturating_mul(8).saturating_add(1 << 16),
        split: Split::default(),
    };
    match encoding::utf16(text) {
        Some(problem) => splitter.split.problems.push(problem),
        None => splitter.run(),
    }
    splitter.split
}

/// Where the splitter is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between the brackets of the list.
    Inside,
    /// Before a list without its `[` or after its `]`: only whole records are looked for.
    Outside,
}

/// What stands before the next item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    Comma,
    /// An item that ends here.
    Item(usize),
    /// A piece that was given up, so that nothing can be said about commas.
    Broken,
}

struct Splitter<'a> {
    text: &'a SourceText,
    bytes: &'a [u8],
    at: usize,
    place: Place,
    before: Before,
    /// How many bytes may still be looked at twice. Honest files never use it up; a hostile one
    /// is then cut at every line that begins like a record, which needs no second look.
    patience: usize,
    split: Split,
}

impl Splitter<'_> {
    fn run(&mut self) {
        if !self.begin() {
            return;
        }
        while let Some(token) = self.peek() {
            match self.place {
                Place::Inside => self.inside(token),
                Place::Outside => self.outside(token),
            }
            self.skip_to_record();
        }
        if self.place == Place::Inside {
            self.report(Fault::ListNotClosed);
        }
    }

    fn peek(&self) -> Option<Token> {
        Lexer::new(self.bytes, self.at).next()
    }

    fn report(&mut self, fault: Fault) {
        let problem = fault::explain(self.text, fault);
        self.split.problems.push(problem);
    }

    /// Gives up the rest of the text.
    fn stop(&mut self) {
        self.at = self.bytes.len();
        self.place = Place::Outside;
    }

    /// Passes the attributes and the opening bracket; tells whether anything follows.
    fn begin(&mut self) -> bool {
        self.pass_attributes();
        let Some(token) = self.peek() else {
            self.report(Fault::NoList);
            return false;
        };
        match (token.form, self.bytes.get(token.start)) {
            (Form::UnclosedComment, _) => {
                self.report(Fault::Comment(token.start));
                return false;
            }
            (_, Some(b'[')) => {
                self.place = Place::Inside;
                self.at = token.end;
            }
            _ => self.report(Fault::ListNotOpened(token.range())),
        }
        true
    }

    /// Passes `#![enable(…)]`: its extensions are on in any case.
    fn pass_attributes(&mut self) {
        while let Some(token) = self.peek().filter(|token| self.begins_attribute(*token)) {
            let mut depth = 0_usize;
            let end = Lexer::new(self.bytes, token.start).find(|token| {
                match token.form {
                    Form::Open => depth += 1,
                    Form::Close => depth = depth.saturating_sub(1),
                    _ => {}
                }
                depth == 0 && token.form == Form::Close
            });
            self.at = end.map_or(self.bytes.len(), |token| token.end);
        }
    }

    fn begins_attribute(&self, token: Token) -> bool {
        let rest = self.bytes.get(token.start..).unwrap_or_default();
        let signs = rest.iter().filter(|byte| !byte.is_ascii_whitespace());
        signs.take(3).eq(b"#![")
    }

    fn inside(&mut self, token: Token) {
        match (token.form, self.bytes.get(token.start)) {
            (Form::UnclosedComment, _) => {
                self.report(Fault::Comment(token.start));
                self.stop();
            }
            (Form::Comma, _) => self.comma(token),
            (Form::Close, Some(b']')) => self.end_list(token),
            _ => {
                if let Before::Item(end) = self.before {
                    self.report(Fault::NoComma(end));
                }
                self.item(token.start);
            }
        }
    }

    fn comma(&mut self, token: Token) {
        if matches!(self.before, Before::Start | Before::Comma) {
            self.report(Fault::SpareComma(token.range()));
        }
        self.before = Before::Comma;
        self.at = token.end;
    }

    fn end_list(&mut self, token: Token) {
        self.place = Place::Outside;
        self.at = token.end;
        let next = self.peek();
        if let Some(next) = next.filter(|token| token.form != Form::UnclosedComment) {
            self.report(Fault::AfterList(next.range()));
        }
    }

    /// Outside the list a problem was already reported; only what is surely a record is still read.
    fn outside(&mut self, token: Token) {
        if item::opens_record(self.bytes, token.start) {
            return self.item(token.start);
        }
        if token.form == Form::UnclosedComment {
            self.report(Fault::Comment(token.start));
        }
        self.at = self.past_stray(token);
    }

    /// Where to go on after what is no record: at a quotation mark that strayed, what follows it is no text, so that a
    /// line in it that begins like a record is one.
    fn past_stray(&mut self, token: Token) -> usize {
        let is_text = matches!(token.form, Form::Text | Form::UnclosedText);
        let record = is_text.then(|| item::next_record_line(self.bytes, token.start, token.end)).flatten();
        let next = record.unwrap_or(token.end);
        self.patience = self.patience.saturating_sub(token.end - next);
        next
    }

    /// Without patience, only lines that begin like a record are looked at outside the list.
    fn skip_to_record(&mut self) {
        let hurries = self.place == Place::Outside && self.patience == 0;
        if hurries && !item::opens_record(self.bytes, self.at) {
            self.at = item::next_record_line(self.bytes, self.at, self.bytes.len()).unwrap_or(self.bytes.len());
        }
    }

    fn item(&mut self, start: usize) {
        if let Some(end) = glance::end_of(self.bytes, start).filter(|_| self.patience > 0) {
            return self.accept(start..end);
        }
        let limit = self.limit(start);
        let scan = item::scan(self.bytes.get(..limit).unwrap_or(self.bytes), start);
        match scan.end {
            End::Closed(end) => match self.doubted(&scan, end) {
                Some(cut) => self.give_up(&scan, cut),
                None => self.accept(start..end),
            },
            End::NextRecord(next) => {
                let cut = self.doubted(&scan, next);
                self.give_up(&scan, cut.unwrap_or(next));
            }
            End::UnclosedText(open) => {
                let open = scan.doubt.unwrap_or(open);
                match item::next_record_line(self.bytes, open, self.bytes.len()) {
                    Some(cut) => self.give_up(&scan, cut),
                    None => self.lose(Fault::Text { open, next: None }),
                }
            }
            End::UnclosedComment(open) => match self.doubted(&scan, open) {
                Some(cut) => self.give_up(&scan, cut),
                None => (self.at, self.before) = (open, Before::Broken),
            },
            End::OutOfText => self.out_of_text(&scan, limit),
        }
    }

    fn out_of_text(&mut self, scan: &Scan, limit: usize) {
        match self.doubted(scan, limit) {
            Some(cut) => self.give_up(scan, cut),
            None if limit < self.bytes.len() => self.give_up(scan, limit),
            None => self.lose(Self::fault(scan, None)),
        }
    }

    /// Where to look no further for the item at `start`.
    fn limit(&self, start: usize) -> usize {
        let all = self.bytes.len();
        if self.patience > 0 {
            return all;
        }
        item::next_record_line(self.bytes, start, all).unwrap_or(all)
    }

    /// The line at which to cut an item whose texts are in doubt: the first one that begins like a record,
    /// if it or a later one before `end` can be read without doubt.
    fn doubted(&mut self, scan: &Scan, end: usize) -> Option<usize> {
        let first = item::next_record_line(self.bytes, scan.doubt?, end)?;
        let mut candidate = first;
        while self.patience > 0 && !self.is_sound(candidate) {
            candidate = item::next_record_line(self.bytes, candidate, end)?;
        }
        Some(first)
    }

    fn is_sound(&mut self, start: usize) -> bool {
        let scan = item::scan(self.bytes, start);
        self.patience = self.patience.saturating_sub(scan.reached - start);
        let ends_well = match scan.end {
            End::Closed(end) => self.text.slice(start..end).ends_with(b")"),
            End::NextRecord(_) => true,
            _ => false,
        };
        scan.doubt.is_none() && ends_well
    }

    fn accept(&mut self, range: Range<usize>) {
        self.at = range.end;
        self.before = Before::Item(range.end);
        match encoding::decoded(self.text, range.clone()) {
            Ok(_) => self.split.items.push(Item { range }),
            Err(problem) => self.split.problems.push(problem),
        }
    }

    /// Reports a broken item and goes on with the record at `next`.
    fn give_up(&mut self, scan: &Scan, next: usize) {
        self.patience = self.patience.saturating_sub(scan.reached.saturating_sub(next));
        self.report(Self::fault(scan, Some(next)));
        self.before = Before::Broken;
        self.at = next;
    }

    /// Reports a broken item that no record can be seen after.
    fn lose(&mut self, fault: Fault) {
        self.report(fault);
        self.stop();
    }

    fn fault(scan: &Scan, next: Option<usize>) -> Fault {
        let text = match scan.end {
            End::UnclosedText(open) => scan.doubt.or(Some(open)),
            _ => scan.doubt,
        };
        let in_brackets = || match scan.bracket {
            Some(Bracket::Mismatch { open, close }) => Fault::Mismatch { open, close },
            Some(Bracket::Open(open)) => Fault::Bracket { open, next },
            None => Fault::ListNotClosed,
        };
        match text {
            Some(open) => Fault::Text { open, next },
            None => in_brackets(),
        }
    }
}

#[cfg(test)]
mod tests;
