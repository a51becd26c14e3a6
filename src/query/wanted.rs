//! What the words of a question may name: the kinds of facts, and what is wanted in words.

use crate::names::Wanted;
use crate::record::Kind;

/// Somebody asked about.
pub const WHO: Wanted<'static> = Wanted {
    kinds: &[
        Kind::Person,
        Kind::State,
        Kind::Party,
        Kind::Organization,
        Kind::Forum,
        Kind::Office,
        Kind::Session,
        Kind::Visit,
        Kind::Meeting,
        Kind::Activity,
    ],
    word: "a person, office, state, party, organization, forum or session",
};
/// Somebody who takes part: an event is no partner, but what it stands under may be asked about.
pub const PARTNER: Wanted<'static> = Wanted {
    kinds: &[Kind::Person, Kind::State, Kind::Party, Kind::Organization, Kind::Forum, Kind::Office, Kind::Session],
    word: WHO.word,
};
/// A post.
pub const OFFICE: Wanted<'static> = Wanted { kinds: &[Kind::Office], word: "an office" };
/// A human being.
pub const PERSON: Wanted<'static> = Wanted { kinds: &[Kind::Person], word: "a person" };
/// Whoever can be on a chain: who takes part itself, and not what others hold or stand under.
pub const CHAINED: Wanted<'static> = Wanted {
    kinds: &[Kind::Person, Kind::State, Kind::Party, Kind::Organization],
    word: "a person, state, party or organization",
};
/// An actor other than a person.
pub const ACTOR: Wanted<'static> = Wanted {
    kinds: &[Kind::State, Kind::Party, Kind::Organization, Kind::Forum],
    word: "a state, party, organization or forum",
};
/// Somewhere.
pub const PLACE: Wanted<'static> = Wanted { kinds: &[Kind::Place, Kind::State], word: "a place or state" };
/// Where a visit can lead.
pub const DESTINATION: Wanted<'static> =
    Wanted { kinds: &[Kind::Place, Kind::State, Kind::Organization], word: "a state, place or organization" };
/// Something that events stand under.
pub const ABOVE: Wanted<'static> = Wanted {
    kinds: &[
        Kind::Forum,
        Kind::Organization,
        Kind::Visit,
        Kind::Meeting,
        Kind::Call,
        Kind::Session,
        Kind::Activity,
        Kind::Message,
        Kind::Document,
        Kind::Statement,
    ],
    word: "an event or forum",
};
/// A publication.
pub const SOURCE: Wanted<'static> = Wanted { kinds: &[Kind::Source], word: "a source" };
/// Everything but people and posts.
pub const THING: Wanted<'static> = Wanted {
    kinds: &[
        Kind::State,
        Kind::Party,
        Kind::Organization,
        Kind::Forum,
        Kind::Place,
        Kind::Topic,
        Kind::Initiative,
        Kind::Source,
        Kind::Visit,
        Kind::Meeting,
        Kind::Call,
        Kind::Session,
        Kind::Activity,
        Kind::Message,
        Kind::Document,
        Kind::Statement,
    ],
    word: "anything but a person or office",
};
/// Anything.
pub const ANY: Wanted<'static> = Wanted { kinds: Kind::ALL, word: "a fact" };
