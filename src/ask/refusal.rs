//! Why a question could not be read, and what may have been meant.

use super::asked::Asked;
use super::slot::Slot;
use crate::date::PeriodError;
use crate::names::Suggestion;
use crate::query::Candidate;
use std::fmt;

/// Of what a name may mean so many are listed.
pub(super) const LISTED: usize = 8;

/// One of several meanings.
#[derive(Clone, Debug)]
pub struct Meant {
    /// In words.
    pub understood: String,
    /// What it asks.
    pub asked: Asked,
}

/// Something to ask instead, which can be read as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The whole question.
    pub question: String,
    /// What is different in it, in words; empty where that is plain.
    pub because: String,
}

/// Why a question could not be read.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// There is no word in it.
    Empty,
    /// It is longer than any question.
    TooLong,
    /// Everything but one name was read.
    Unknown {
        /// The name.
        text: String,
        /// What may stand there.
        slot: Slot,
        /// What was read, with a gap where the name stands.
        around: String,
        /// What is wrong with it.
        why: String,
        /// What it may have meant.
        suggestions: Vec<Suggestion>,
        /// The same question with each suggestion.
        offers: Vec<Offer>,
    },
    /// Everything but the period was read.
    Period {
        /// The words of the period.
        text: String,
        /// What was read, with a gap where the period stands.
        around: String,
        /// What is wrong with it.
        error: PeriodError,
    },
    /// Events are asked about as of a day, on which only offices and the like stand.
    Standing {
        /// The phrase.
        text: String,
        /// The same question with `until`.
        offer: Offer,
    },
    /// A name may mean several.
    Ambiguous {
        /// The name.
        text: String,
        /// What it may mean.
        candidates: Vec<Candidate>,
        /// The same question with each.
        offers: Vec<Offer>,
    },
    /// A word of the question is not one that is understood there.
    Misspelt {
        /// The word.
        word: String,
        /// The same question with the word that was meant; several where several are as near.
        offers: Vec<Offer>,
    },
    /// The question is understood, and no query answers it truthfully.
    NoAnswer {
        /// Why.
        why: &'static str,
        /// What to ask instead.
        offers: Vec<Offer>,
    },
    /// The question has no shape that is known.
    NoShape {
        /// The longest beginning that is a question, and what is left of it.
        beginning: Option<(String, String)>,
        /// The nearest shapes in words, at most three.
        shapes: Vec<String>,
        /// The question as far as it was understood.
        offers: Vec<Offer>,
    },
    /// It has more than one meaning.
    Several {
        /// All of them.
        meant: Vec<Meant>,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no question"),
            Self::TooLong => f.write_str("the question is too long to be read; one question at a time"),
            Self::Unknown { around, why, suggestions, .. } => {
                write!(f, "{why}\n  read around it: {around}")?;
                suggestions.iter().try_for_each(|near| write!(f, "\n  {} ({}, {})", near.id, near.name, near.kind))
            }
            Self::Period { around, error, .. } => write!(f, "{error}\n  read around it: {around}"),
            Self::Standing { text, .. } => write!(
                f,
                "`{text}`: offices, memberships and names can be asked as they stood on a day; what events there were, \
                 `until` tells"
            ),
            Self::Ambiguous { text, candidates, .. } => {
                write!(f, "`{text}` is ambiguous: it names {} facts", candidates.len())?;
                candidates.iter().take(LISTED).try_for_each(|one| write!(f, "\n  {one}"))?;
                match candidates.len().saturating_sub(LISTED) {
                    0 => Ok(()),
                    more => write!(f, "\n  and {more} more"),
                }
            }
            Self::Misspelt { word, offers } => {
                let near: Vec<&str> = offers.iter().map(|offer| offer.because.as_str()).collect();
                write!(f, "`{word}` is not understood here; did you mean {}?", near.join(" or "))
            }
            Self::NoAnswer { why, .. } => write!(f, "this is not asked so: {why}"),
            Self::NoShape { beginning: Some((beginning, rest)), .. } => {
                write!(f, "the question was understood up to `{beginning}`; `{rest}` was not")
            }
            Self::NoShape { shapes, .. } => {
                f.write_str("the question was not understood")?;
                if !shapes.is_empty() {
                    f.write_str("; the nearest that can be asked:")?;
                }
                shapes.iter().try_for_each(|near| write!(f, "\n  {near}"))
            }
            Self::Several { meant } => {
                write!(f, "the question has {} meanings", meant.len())?;
                meant.iter().try_for_each(|one| write!(f, "\n  {}", one.understood))
            }
        }
    }
}

impl Refusal {
    /// Whole questions to ask instead.
    pub fn offers(&self) -> &[Offer] {
        match self {
            Self::Unknown { offers, .. } | Self::Ambiguous { offers, .. } => offers,
            Self::Misspelt { offers, .. } | Self::NoShape { offers, .. } | Self::NoAnswer { offers, .. } => offers,
            Self::Standing { offer, .. } => std::slice::from_ref(offer),
            Self::Empty | Self::TooLong | Self::Period { .. } | Self::Several { .. } => &[],
        }
    }

    /// What to do about it, where that is no whole question.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Period { error, .. } => error.hint(),
            _ => None,
        }
    }
}
