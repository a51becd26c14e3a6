//! Trees: a value as it is written, with the comments at the place they belong to.

use super::trivia::{Comment, Gap};
use crate::read::lexer::{Form, Lexer, Token};
use std::iter::Peekable;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// A text, a number, a word.
    Leaf(String),
    /// Something in brackets.
    Group(Box<Group>),
}

impl Node {
    /// Takes in comments that stood before the bracket.
    fn begin_with(&mut self, stray: Vec<Comment>) -> Option<()> {
        let Self::Group(group) = self else { return None };
        let Group { opening, parts, closing, .. } = &mut **group;
        let after = parts.first_mut().map_or(closing, |part| &mut part.leading);
        after.splice(..0, stray.into_iter().chain(std::mem::take(opening)));
        Some(())
    }
}

/// A pair of brackets and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The word before the bracket, such as the kind of a record; may be empty.
    pub head: String,
    /// Which brackets.
    pub brackets: (char, char),
    /// Comments directly after the opening bracket.
    pub opening: Vec<Comment>,
    /// Its values.
    pub parts: Vec<Part>,
    /// Comments before the closing bracket.
    pub closing: Vec<Comment>,
}

/// One value in brackets, with its name and comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Comments above it.
    pub leading: Vec<Comment>,
    /// The field's name or the key.
    pub key: Option<String>,
    /// What stands there.
    pub value: Node,
    /// Comments after it in its line.
    pub trailing: Vec<Comment>,
}

impl Group {
    /// Whether a comment stands anywhere in it.
    pub(super) fn has_comments(&self) -> bool {
        let in_part = |part: &Part| {
            let inside = matches!(&part.value, Node::Group(group) if group.has_comments());
            inside || !part.leading.is_empty() || !part.trailing.is_empty()
        };
        !self.opening.is_empty() || !self.closing.is_empty() || self.parts.iter().any(in_part)
    }
}

/// Reads one value that fills the whole text.
///
/// Gives none where the text is no plain value: tokens that do not follow each other as usual, such as a comment within
/// a number, or anything that the parser would refuse as well.
pub(super) fn tree(text: &str) -> Option<Node> {
    let mut builder = Builder { text, tokens: Lexer::new(text.as_bytes(), 0).peekable(), end: 0 };
    let mut stray = Vec::new();
    let mut value = builder.value(&mut stray, 0)?;
    if !stray.is_empty() {
        value.begin_with(stray)?;
    }
    (builder.tokens.next().is_none() && builder.gap(text.len())?.is_silent()).then_some(value)
}

/// So deep may brackets stand in each other; records need four levels.
const DEEPEST: usize = 32;

struct Builder<'a> {
    text: &'a str,
    tokens: Peekable<Lexer<'a>>,
    /// Where the last token ended.
    end: usize,
}

impl<'a> Builder<'a> {
    fn gap(&self, until: usize) -> Option<Gap> {
        self.text.get(self.end..until).map(Gap::of)
    }

    /// Takes the next token, with what stands before it.
    fn next(&mut self) -> Option<(Token, &'a str, Gap)> {
        let token = self.tokens.next()?;
        let gap = self.gap(token.start)?;
        self.end = token.end;
        Some((token, self.text.get(token.range())?, gap))
    }

    fn peek(&mut self) -> Option<Token> {
        self.tokens.peek().copied()
    }

    /// Reads a value; comments within it that stand in no bracket are added to `stray`.
    fn value(&mut self, stray: &mut Vec<Comment>, depth: usize) -> Option<Node> {
        let mut word = String::new();
        while let Some(token) = self.peek() {
            match token.form {
                Form::Open => return self.group(word, stray, depth),
                Form::Close | Form::Comma => break,
                Form::Mark if self.text.get(token.range()) == Some(":") => break,
                Form::UnclosedText | Form::UnclosedComment => return None,
                Form::Word | Form::Text | Form::Mark => {
                    if !word.is_empty() && self.end != token.start {
                        return None;
                    }
                    let (_, written, gap) = self.next()?;
                    stray.extend(gap.all());
                    word.push_str(written);
                }
            }
        }
        (!word.is_empty()).then_some(Node::Leaf(word))
    }

    fn group(&mut self, head: String, stray: &mut Vec<Comment>, depth: usize) -> Option<Node> {
        let (_, open, gap) = self.next()?;
        stray.extend(gap.all());
        let brackets = match open {
            "(" => ('(', ')'),
            "[" => ('[', ']'),
            _ => ('{', '}'),
        };
        if depth > DEEPEST {
            return None;
        }
        let mut group = Group { head, brackets, opening: Vec::new(), parts: Vec::new(), closing: Vec::new() };
        let mut leading = self.after_opening(&mut group)?;
        while self.peek()?.form != Form::Close {
            let (part, below) = self.part(leading, depth)?;
            group.parts.push(part);
            leading = below;
        }
        let (_, close, gap) = self.next()?;
        leading.extend(gap.all());
        group.closing = leading;
        close.starts_with(brackets.1).then(|| Node::Group(Box::new(group)))
    }

    /// The comments after an opening bracket: those in its line belong to it, if nothing else stands there.
    fn after_opening(&mut self, group: &mut Group) -> Option<Vec<Comment>> {
        let next = self.peek()?.start;
        let gap = self.gap(next)?;
        self.end = next;
        if !gap.breaks {
            return Some(gap.all().collect());
        }
        group.opening = gap.same_line;
        Some(gap.below)
    }

    /// Reads a part up to its comma; gives the comments after it that belong to what follows.
    fn part(&mut self, mut leading: Vec<Comment>, depth: usize) -> Option<(Part, Vec<Comment>)> {
        let mut value = self.value(&mut leading, depth + 1)?;
        let mut key = None;
        if let Some(token) = self.peek()
            && self.text.get(token.range()) == Some(":")
        {
            let (_, _, gap) = self.next()?;
            leading.extend(gap.all());
            let Node::Leaf(name) = value else { return None };
            key = Some(name);
            value = self.value(&mut leading, depth + 1)?;
        }
        let (trailing, below) = self.after_part()?;
        Some((Part { leading, key, value, trailing }, below))
    }

    /// Passes the comma; gives the comments in the line of the part, and those below.
    fn after_part(&mut self) -> Option<(Vec<Comment>, Vec<Comment>)> {
        let token = self.peek()?;
        let before = self.gap(token.start)?;
        if token.form == Form::Close {
            self.end = token.start;
            return Some((before.same_line, before.below));
        }
        if token.form != Form::Comma {
            return None;
        }
        self.next()?;
        let next = self.peek()?.start;
        let after = self.gap(next)?;
        self.end = next;
        Some(after_comma(before, after))
    }
}

/// Shares the comments around a comma between what stands before and what follows it.
///
/// Those in the line of the part are its own as long as one that ends the line is the last of them; those after the
/// comma only if the line ends before the next part.
pub(super) fn after_comma(before: Gap, after: Gap) -> (Vec<Comment>, Vec<Comment>) {
    let mut trailing = before.same_line;
    let mut below = before.below;
    let line_is_full = trailing.last().is_some_and(Comment::ends_line) && !after.same_line.is_empty();
    match after.breaks && below.is_empty() && !line_is_full {
        true => trailing.extend(after.same_line),
        false => below.extend(after.same_line),
    }
    below.extend(after.below);
    (trailing, below)
}
