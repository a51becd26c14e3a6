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
}

/// What the bracket belongs to in which a token stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The word before the bracket, such as the kind of a record.
    Kind(Range<usize>),
    /// The field whose value the bracket is part of.
    Field(Range<usize>),
}

/// The offending token and its surroundings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub range: Range<usize>,
    /// What the struct that this is in or that this is belongs to.
    pub owner: Option<Owner>,
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
    let mut trail = Trail { bytes, ..Trail::default() };
    for token in Lexer::new(bytes, item.start) {
        let ends = match side {
            Side::Behind => token.start >= at,
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
struct Trail<'a> {
    bytes: &'a [u8],
    /// The last token and the one before it.
    last: [Option<Token>; 2],
    /// The brackets that are open.
    open: Vec<Bracket>,
    /// The bracket pair that was closed last.
    closed: Option<Bracket>,
}

struct Bracket {
    token: Token,
    owner: Option<Owner>,
    /// The field in this bracket whose name stood last.
    field: Option<Token>,
}

impl Trail<'_> {
    fn pass(&mut self, token: Token) {
        let [last, _] = self.last;
        match token.form {
            Form::Open => self.open.push(Bracket { token, owner: self.owner_of(last), field: None }),
            Form::Mark if self.bytes.get(token.start) == Some(&b':') => {
                let name = last.filter(|word| word.form == Form::Word);
                if let (Some(bracket), Some(_)) = (self.open.last_mut(), name) {
                    bracket.field = name;
                }
            }
            Form::Close => self.closed = self.open.pop(),
            _ => {}
        }
        self.last = [Some(token), last];
    }

    /// What a bracket belongs to that opens after `last`: in a list, what the list belongs to.
    fn owner_of(&self, last: Option<Token>) -> Option<Owner> {
        if let Some(word) = last.filter(|word| word.form == Form::Word) {
            return Some(Owner::Kind(word.range()));
        }
        let around = self.open.last()?;
        let field = around.field.map(|name| Owner::Field(name.range()));
        field.or_else(|| around.owner.clone())
    }

    fn mark(&self, side: Side, next: Option<Token>) -> Mark {
        let [last, before] = self.last;
        let behind_bracket = last.is_some_and(|token| token.form == Form::Close);
        match (side, next, last) {
            (Side::Around, ..) => Self::head(self.open.last()),
            (Side::Behind, ..) if behind_bracket => Self::head(self.closed.as_ref()),
            (Side::Ahead, Some(token), _) => self.token(token, last),
            (_, next, Some(token)) => {
                Mark { is_last: side == Side::Ahead && next.is_none(), ..self.token(token, before) }
            }
            (.., None) => Mark::default(),
        }
    }

    fn token(&self, token: Token, before: Option<Token>) -> Mark {
        let around = self.open.last();
        Mark {
            range: token.range(),
            owner: around.and_then(|around| around.owner.clone()),
            after: before.and_then(|before| self.bytes.get(before.end - 1).copied()),
            is_last: false,
            bracket: around.map(|around| around.token.start),
        }
    }

    /// The word and the bracket with which a struct begins.
    fn head(pair: Option<&Bracket>) -> Mark {
        pair.map_or_else(Mark::default, |bracket| {
            let start = match &bracket.owner {
                Some(Owner::Kind(word)) => word.start,
                _ => bracket.token.start,
            };
            Mark { range: start..bracket.token.end, owner: bracket.owner.clone(), ..Mark::default() }
        })
    }
}
