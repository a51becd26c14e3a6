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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub range: Range<usize>,
    /// What the user called the struct that this is in or that this is.
    pub owner: Option<Range<usize>>,
    /// The byte before the token, white space and comments set aside.
    pub after: Option<u8>,
    /// Whether this is the last token because nothing stands where more was expected.
    pub is_last: bool,
    /// Where the bracket opens that this is in.
    pub bracket: Option<usize>,
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
            return trail.mark(bytes, side, Some(token));
        }
        trail.pass(token);
    }
    trail.mark(bytes, side, None)
}

/// The tokens passed so far, as far as they matter.
#[derive(Default)]
struct Trail {
    /// The last token and the one before it.
    last: [Option<Token>; 2],
    /// The brackets that are open, each with the word before it.
    open: Vec<(Token, Option<Token>)>,
    /// The bracket pair that was closed last.
    closed: Option<(Token, Option<Token>)>,
}

impl Trail {
    fn pass(&mut self, token: Token) {
        let [last, _] = self.last;
        match token.form {
            Form::Open => {
                let word = last.filter(|word| word.form == Form::Word);
                self.open.push((token, word));
            }
            Form::Close => self.closed = self.open.pop(),
            _ => {}
        }
        self.last = [Some(token), last];
    }

    fn mark(&self, bytes: &[u8], side: Side, next: Option<Token>) -> Mark {
        let [last, before] = self.last;
        let behind_bracket = last.is_some_and(|token| token.form == Form::Close);
        match (side, next, last) {
            (Side::Around, ..) => Self::head(self.open.last()),
            (Side::Behind, ..) if behind_bracket => Self::head(self.closed.as_ref()),
            (Side::Ahead, Some(token), _) => self.token(bytes, token, last),
            (_, next, Some(token)) => {
                Mark { is_last: side == Side::Ahead && next.is_none(), ..self.token(bytes, token, before) }
            }
            (.., None) => Mark::default(),
        }
    }

    fn token(&self, bytes: &[u8], token: Token, before: Option<Token>) -> Mark {
        let around = self.open.last();
        Mark {
            range: token.range(),
            owner: around.and_then(|(_, word)| *word).map(Token::range),
            after: before.and_then(|before| bytes.get(before.end - 1).copied()),
            is_last: false,
            bracket: around.map(|(bracket, _)| bracket.start),
        }
    }

    /// The word and the bracket with which a struct begins.
    fn head(pair: Option<&(Token, Option<Token>)>) -> Mark {
        pair.map_or_else(Mark::default, |(bracket, word)| Mark {
            range: word.map_or(bracket.start, |word| word.start)..bracket.end,
            owner: word.map(Token::range),
            ..Mark::default()
        })
    }
}
