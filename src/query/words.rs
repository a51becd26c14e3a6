//! Words that narrow a question: channels, voices, capacities.

use crate::id::Id;
use serde::{Serialize, Serializer};

macro_rules! words {
    ($($(#[$doc:meta])* $list:ident { $($word:ident $name:literal,)* })*) => {$(
        $(#[$doc])*
        #[allow(missing_docs, reason = "the words speak for themselves")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $list {
            $($word,)*
        }

        impl $list {
            /// Every word of the list.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// The word in options and output.
            pub fn name(self) -> &'static str {
                match self { $(Self::$word => $name,)* }
            }
        }

        impl crate::record::Listed for $list {
            const LIST: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.name()
            }
        }

        impl Serialize for $list {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }
    )*};
}

words! {
    /// Through which kind of body somebody acts.
    Channel {
        State "state",
        Party "party",
        Legislature "legislature",
        Military "military",
        Security "security",
        Other "other",
    }

    /// Whose account a row is.
    Voice {
        Both "both",
        Host "host",
        Guest "guest",
        One "one",
        Third "third",
    }
}

impl Voice {
    /// The word that rows use.
    pub(super) fn in_rows(self) -> &'static str {
        match self {
            Self::Both => "both sides",
            Self::One => "one side",
            other => other.name(),
        }
    }
}

/// A capacity that an account must state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Stated {
    /// One of these offices.
    pub offices: Vec<Id>,
    /// Or an office with all these words in a title of it, or in the title as a source prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}
