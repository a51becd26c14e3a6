//! Marks: which token of an item an error of the parser is about.
//!
//! RON reports where its cursor stands: after what it could not accept once read, or before what it did not expect.

use super::lexer::{Form, Lexer, Token};
use super::text::SourceText;
use std::ops::Range;

/// Which side of the parser's place the offending token is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It was read and then refused.
    Behind,
    /// It stands where something else was expected.
    Ahead,
    /// It is the struct that ends here.
    Around,
    /// It is a part of a text, from the first place of the parser to the second.
    Within,
}

/// The offending token and the word before the bracket around it, where one stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub range: Range<usize>,
    /// What the user called the struct that this is in or that this is.
    pub owner: Option<Range<usize>>,
}

/// Finds the token on one side of an offset in an item.
pub(super) fn find(text: &SourceText, item: &Range<usize>, at: usize, side: Side) -> Mark {
    let bytes = text.bytes().get(..item.end).unwrap_or(text.bytes());
    let mut trail = Trail::default();
    for token in Lexer::new(bytes, item.start) {
        let ends = match side {
            Side::Behind | Side::Within => token.start >= at,
            Side::Ahead | Side::Around => token.end > at,
        };
        if ends {
            return trail.mark(side, Some(token));
        }
        trail.pass(token);
    }
    trail.mark(side, None)
}

/// The tokens passed so far, as far as they matter.
#[derive(Default)]
struct Trail {
    previous: Option<Token>,
    /// The brackets that are open, each with the word before it.
    open: Vec<(Token, Option<Token>)>,
    /// The bracket pair that was closed last.
    closed: Option<(Token, Option<Token>)>,
}

impl Trail {
    fn pass(&mut self, token: Token) {
        match token.form {
            Form::Open => {
                let word = self.previous.filter(|word| word.form == Form::Word);
                self.open.push((token, word));
            }
            Form::Close => self.closed = self.open.pop(),
            _ => {}
        }
        self.previous = Some(token);
    }

    fn mark(&self, side: Side, next: Option<Token>) -> Mark {
        let behind_bracket = self.previous.is_some_and(|token| token.form == Form::Close);
        match (side, next) {
            (Side::Around, _) => Self::head(self.open.last()),
            (Side::Behind, _) if behind_bracket => Self::head(self.closed.as_ref()),
            (Side::Ahead, Some(token)) => self.token(token),
            _ => self.previous.map_or_else(Mark::none, |token| self.token(token)),
        }
    }

    fn token(&self, token: Token) -> Mark {
        let owner = self.open.last().and_then(|(_, word)| *word);
        Mark { range: token.range(), owner: owner.map(Token::range) }
    }

    /// The word and the bracket with which a struct begins.
    fn head(pair: Option<&(Token, Option<Token>)>) -> Mark {
        pair.map_or_else(Mark::none, |(bracket, word)| Mark {
            range: word.map_or(bracket.start, |word| word.start)..bracket.end,
            owner: word.map(Token::range),
        })
    }
}

impl Mark {
    fn none() -> Self {
        Self { range: 0..0, owner: None }
    }
}
