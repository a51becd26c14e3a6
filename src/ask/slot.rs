//! Slots: what may stand between the words of a shape, and what a text in one means.

use super::place;
use super::said::Value;
use super::shapes::own_words;
use super::vocabulary::{MEANS, RANKS, UNITS, listed, number};
use super::when;
use crate::date::{Day, Length, Period, PeriodError};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::names::{NameError, Reading, Step, Wanted, may_be_phrase};
use crate::query::{Directory, is_title, wanted};
use crate::record::Kind;

/// What a text in a slot means.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// This, with what there is to say about it.
    Is(Value, Aside),
    /// One of several facts.
    Several(Vec<Id>),
    /// It is meant to be a period, and is none.
    NoPeriod(PeriodError),
    /// It asks for what stood on a day, in a question about what happened.
    Standing,
    /// A name with a title that nobody of the name ever bore, in words.
    Unfit(String),
    /// Nothing.
    Nothing,
}

/// What there is to say about a meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Aside {
    /// What else the name could have meant.
    pub(super) notice: Option<String>,
    /// Whether only one word of a longer name was said.
    pub(super) is_part: bool,
}

macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident $name:literal $words:literal,)*) => {
        /// What may stand in a slot.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Slot {
            $($(#[$doc])* $slot,)*
        }

        impl Slot {
            /// Every slot.
            pub const ALL: &[Self] = &[$(Self::$slot,)*];

            /// The name in patterns.
            pub fn name(self) -> &'static str {
                match self { $(Self::$slot => $name,)* }
            }

            /// What people read in its place.
            pub fn in_words(self) -> &'static str {
                match self { $(Self::$slot => $words,)* }
            }
        }
    };
}

slots! {
    /// Somebody asked about: a person, an office, a state, a party, an organization, a forum or an event.
    Who "who" "WHO",
    /// The same with the ending of what is theirs.
    Owner "owner" "WHO's",
    /// Somebody whom others meet.
    Partner "partner" "WHO",
    /// A human being.
    Person "person" "PERSON",
    /// Whoever can be on a chain: a person, state, party or organization.
    Chained "chained" "WHO",
    /// A state, party or organization.
    Actor "actor" "STATE",
    /// Where a visit can lead.
    Destination "destination" "PLACE",
    /// A place or state.
    Location "location" "PLACE",
    /// An event or forum.
    Event "event" "EVENT",
    /// A publication.
    Source "source" "SOURCE",
    /// Anything that events can be about.
    Topic "topic" "TOPIC",
    /// Any fact.
    Fact "fact" "NAME",
    /// A post.
    Office "office" "OFFICE",
    /// A post in the plural, where no rank of officials is meant.
    Posts "posts" "OFFICES",
    /// What is neither a person nor a post.
    Thing "thing" "THING",
    /// Officials by what their state or party is called: `Chinese ministers`.
    Officials "officials" "OFFICIALS",
    /// One of them, whoever it is: `Chinese minister`.
    Official "official" "OFFICIAL",
    /// What a post is called, whosever it is; only where nothing is answered.
    Title "title" "OFFICE",
    /// A rank of officials.
    Rank "rank" "OFFICIALS",
    /// How many.
    Number "number" "NUMBER",
    /// How long.
    Length "length" "90 days",
    /// A bare day or period.
    Day "day" "DATE",
    /// The phrase of a place, or of the event or forum at which.
    Place "place" "at PLACE",
    /// A phrase of time.
    Period "period" "in PERIOD",
    /// A phrase of time, or of the day as of which.
    Standing "standing" "in PERIOD|as of DATE",
    /// The phrase of what something is about.
    About "about" "about TOPIC",
    /// The phrase of the office in which somebody took part.
    Capacity "capacity" "as OFFICE",
    /// The phrase of means.
    Means "means" "by phone",
    /// The phrase of spans of time.
    Unit "unit" "per year",
}

/// Words that begin the phrase of what something is about.
const ABOUT: [&str; 4] = ["about ", "regarding ", "concerning ", "on "];
/// Words that begin the phrase of spans of time.
const PER: [&str; 3] = ["per ", "each ", "every "];

/// Who has officials. Those of a forum's members are none of its own.
const SERVED: Wanted<'static> =
    Wanted { kinds: &[Kind::State, Kind::Party, Kind::Organization], word: "a state, party or organization" };

/// What there is to resolve names among.
pub(super) struct Sphere<'s, 'g> {
    pub(super) graph: &'g KnowledgeGraph,
    pub(super) directory: &'s Directory<'g>,
    pub(super) today: Day,
    /// The days that the sentence asks about, in which a title has to fit.
    pub(super) period: Period,
}

impl Slot {
    /// The slot with a name.
    pub(super) fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|slot| slot.name() == name)
    }

    /// Which kinds of facts a name in the slot may stand for; none where it takes no names.
    pub fn wanted(self) -> Option<Wanted<'static>> {
        Some(match self {
            Self::Who | Self::Owner => wanted::WHO,
            Self::Partner => wanted::PARTNER,
            Self::Person => wanted::PERSON,
            Self::Chained => wanted::CHAINED,
            Self::Actor | Self::Officials | Self::Official => SERVED,
            Self::Destination => wanted::DESTINATION,
            Self::Location => wanted::PLACE,
            Self::Event => wanted::ABOVE,
            Self::Source => wanted::SOURCE,
            Self::Topic | Self::Fact | Self::About => wanted::ANY,
            Self::Office | Self::Posts | Self::Capacity => wanted::OFFICE,
            Self::Thing => wanted::THING,
            Self::Place => place::WHERE,
            _ => return None,
        })
    }

    /// Whether the name may stand for several facts at once, as outside ids do.
    fn takes_several(self) -> bool {
        matches!(self, Self::Who | Self::Owner | Self::Partner | Self::Actor | Self::Destination)
    }

    /// The name in a text, without the words of a phrase before it.
    pub(super) fn name_in(self, text: &str) -> &str {
        let openers: &[&str] = match self {
            Self::About => &ABOUT,
            Self::Capacity => &["as "],
            Self::Owner => return owner_in(text).unwrap_or_default(),
            Self::Place => return place::name_in(text),
            _ => return text,
        };
        openers.iter().find_map(|opener| without(text, opener)).unwrap_or_default()
    }

    /// Whether a word can begin what stands in the slot.
    pub(super) fn may_begin(self, key: &str) -> bool {
        let opens = |openers: &[&str]| openers.iter().any(|opener| opener.split(' ').next() == Some(key));
        match self {
            Self::About => opens(&ABOUT),
            Self::Capacity => key == "as",
            Self::Unit => opens(&PER),
            Self::Means => MEANS.iter().any(|(phrase, _)| phrase.split(' ').next() == Some(key)),
            Self::Place => place::may_begin(key),
            Self::Period | Self::Standing => when::may_begin(key),
            _ => true,
        }
    }

    /// What a text in the slot means.
    pub(super) fn read(self, text: &str, sphere: &Sphere<'_, '_>) -> Meaning {
        let is = |value: Option<Value>| value.map_or(Meaning::Nothing, |value| Meaning::Is(value, Aside::default()));
        match self {
            Self::Rank => is(listed(without(text, "the ").unwrap_or(text), RANKS).map(Value::Levels)),
            Self::Title => title(text, sphere),
            Self::Means => is(listed(text, MEANS).map(Value::Means)),
            Self::Unit => is(per(text)),
            Self::Number => is(number(text).map(Value::Number)),
            Self::Length => is(Length::parse(text).ok().map(Value::Length)),
            Self::Day => period(when::read_bare(text, sphere.today)),
            Self::Standing => period(when::read_standing(text, sphere.today)),
            Self::Period if when::as_of(text).is_some() => Meaning::Standing,
            Self::Period => period(when::read(text, sphere.today)),
            Self::Place => place::read(text, sphere),
            Self::Event => place::event(without(text, "the ").unwrap_or(text), sphere),
            Self::About if when::lacks_year(self.name_in(text)) => Meaning::Nothing,
            Self::About => self.named(text, sphere, |mut ids| ids.pop().map(Value::About)),
            Self::Capacity => self.named(text, sphere, |mut ids| ids.pop().map(Value::As)),
            Self::Posts if is_rank(text) => Meaning::Nothing,
            Self::Posts => posts(text, sphere),
            Self::Officials => officials(text, sphere),
            Self::Official => officials(&format!("{text}s"), sphere),
            Self::Partner => self.partner(text, sphere),
            _ => self.named(text, sphere, |ids| Some(Value::Facts(ids))),
        }
    }

    /// Those on the other side of a meeting may be officials of some ranks.
    fn partner(self, text: &str, sphere: &Sphere<'_, '_>) -> Meaning {
        match self.named(text, sphere, |ids| Some(Value::Facts(ids))) {
            Meaning::Unfit(why) => match officials(text, sphere) {
                Meaning::Nothing => Meaning::Unfit(why),
                found => found,
            },
            other => other,
        }
    }

    fn named(self, text: &str, sphere: &Sphere<'_, '_>, value: impl Fn(Vec<Id>) -> Option<Value>) -> Meaning {
        let name = self.name_in(text);
        match self.wanted().map(|wanted| name_of(name, &wanted, sphere)) {
            Some(Meaning::Is(Value::Facts(ids), aside)) if ids.len() == 1 || self.takes_several() => {
                value(ids).map_or(Meaning::Nothing, |value| Meaning::Is(value, aside))
            }
            Some(Meaning::Is(Value::Facts(ids), _)) => Meaning::Several(ids),
            Some(other) => other,
            None => Meaning::Nothing,
        }
    }
}

/// Which facts a text names. The one place where questions in English look names up.
pub(super) fn name_of(text: &str, wanted: &Wanted<'_>, sphere: &Sphere<'_, '_>) -> Meaning {
    if text.is_empty() || when::is_period(text, sphere.today) {
        return Meaning::Nothing;
    }
    match sphere.directory.find(text, wanted) {
        // A word of questions is none of a name: "said" in the title of a paper.
        Ok(resolved) if matches!(resolved.step, Step::Family | Step::Word) && is_own_word(text) => Meaning::Nothing,
        Ok(resolved) => {
            let others: Vec<&str> = resolved.passed_over.iter().map(Id::as_str).collect();
            let taken: Vec<&str> = resolved.ids.iter().map(Id::as_str).collect();
            let notice = (!others.is_empty()).then(|| {
                let (taken, others) = (taken.join(", "), others.join(", "));
                format!("`{text}` was taken to mean {taken}; also so named, but in no event: {others}")
            });
            Meaning::Is(Value::Facts(resolved.ids), Aside { notice, is_part: resolved.step == Step::Word })
        }
        Err(_) if is_own_word(text) => Meaning::Nothing,
        Err(_) if may_be_phrase(text) => phrase_of(text, wanted, sphere),
        Err(NameError::Ambiguous { candidates, .. }) => Meaning::Several(candidates),
        Err(_) => Meaning::Nothing,
    }
}

/// What a text means that is no name as it stands: `the Russian president`, `Mr Lavrov`.
fn phrase_of(text: &str, wanted: &Wanted<'_>, sphere: &Sphere<'_, '_>) -> Meaning {
    // Whose it is would be said without what is theirs.
    if is_owner(text) {
        return Meaning::Nothing;
    }
    match sphere.directory.find_phrase(text, wanted, sphere.period) {
        // Officials of some ranks only are asked by shapes of their own, as a rank narrows one side of a question.
        Ok(reading) if reading.officials.is_some_and(|levels| !levels.is_empty()) => Meaning::Unfit(of_ranks(text)),
        Ok(reading) => {
            let notice = reading.understood.map(|understood| format!("`{text}` is {understood}"));
            Meaning::Is(Value::Facts(reading.ids), Aside { notice, is_part: true })
        }
        Err(NameError::Ambiguous { candidates, .. }) => Meaning::Several(candidates),
        Err(error @ NameError::Unfit { .. }) => Meaning::Unfit(error.to_string()),
        Err(_) => Meaning::Nothing,
    }
}

/// How officials of some ranks are asked about.
fn of_ranks(text: &str) -> String {
    let bare = without(text, "the ").unwrap_or(text);
    format!(
        "`{text}` are officials of some ranks, who are asked about by `which {bare} met …`, `when did … meet {bare}` and \
         `which {bare} visited …`"
    )
}

/// The officials of an actor that a phrase names together with their rank.
fn officials(text: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    match sphere.directory.find_phrase(text, &SERVED, sphere.period) {
        Ok(Reading { ids, officials: Some(levels), understood, .. }) => {
            let notice = understood.map(|understood| format!("`{text}` is {understood}"));
            Meaning::Is(Value::Officials(ids, levels), Aside { notice, is_part: true })
        }
        _ => Meaning::Nothing,
    }
}

/// What a post is called: one that is known, or the words of a title, whoever's it is.
fn title(text: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    let bare = without(text, "the ").unwrap_or(text);
    match name_of(bare, &wanted::OFFICE, sphere) {
        Meaning::Is(value, aside) => Meaning::Is(value, aside),
        _ if is_title(sphere.graph, bare) => Meaning::Is(Value::Words(bare.to_owned()), Aside::default()),
        _ => Meaning::Nothing,
    }
}

fn is_owner(text: &str) -> bool {
    owner_in(text).is_some()
}

/// What stands before the ending of what is somebody's: `Xi's`, `the Russians'`.
fn owner_in(text: &str) -> Option<&str> {
    let plural = || text.strip_suffix(['\'', '’']).filter(|name| name.ends_with(['s', 'S']));
    ["'s", "’s", "'S", "’S"].iter().find_map(|ending| text.strip_suffix(ending)).or_else(plural)
}

fn is_own_word(text: &str) -> bool {
    own_words().contains(text.to_lowercase().as_str())
}

/// What follows the words that open a phrase, in whatever case they are written.
pub(super) fn without<'t>(text: &'t str, opener: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(opener.len())?;
    start.eq_ignore_ascii_case(opener).then_some(rest)
}

fn per(text: &str) -> Option<Value> {
    let unit = PER.iter().find_map(|opener| without(text, opener))?;
    listed(unit, UNITS).map(Value::Unit)
}

fn period(phrase: Option<when::Phrase>) -> Meaning {
    match phrase {
        Some(Ok(period)) => Meaning::Is(Value::Period(period), Aside::default()),
        Some(Err(error)) => Meaning::NoPeriod(error),
        None => Meaning::Nothing,
    }
}

/// Whether a text is a rank of officials, with a state or without, which another shape takes.
fn is_rank(text: &str) -> bool {
    let lower = without(text, "the ").unwrap_or(text).to_lowercase();
    let rest =
        |phrase: &str| lower.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(" of "));
    RANKS.iter().any(|(phrase, _)| rest(phrase))
}

/// A post, be it in the plural: `presidents of country a` for its president.
fn posts(text: &str, sphere: &Sphere<'_, '_>) -> Meaning {
    if sphere.graph.facts().get(text).is_some() {
        return name_of(text, &wanted::OFFICE, sphere);
    }
    let (head, rest) = match text.split_once(" of ") {
        Some((head, rest)) => (head, format!(" of {rest}")),
        None => (text, String::new()),
    };
    let single = head.strip_suffix("ies").map(|stem| format!("{stem}y"));
    match single.or_else(|| head.strip_suffix('s').map(str::to_owned)) {
        Some(single) => name_of(&format!("{single}{rest}"), &wanted::OFFICE, sphere),
        None => name_of(text, &wanted::OFFICE, sphere),
    }
}
