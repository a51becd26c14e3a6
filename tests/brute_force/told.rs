//! What is told of a few made-up events, and how it is written down as facts.

use proptest::prelude::*;
use std::fmt::Write;

/// Who may take part, each for a land of their own.
pub(crate) const PEOPLE: [&str; 3] = ["person-a", "person-b", "person-c"];

/// The places: a hall and a yard in a town, and a port elsewhere.
pub(crate) const PLACES: [&str; 4] = ["town", "hall", "yard", "port"];

/// The days that are tried, in a year of which they are a part; more than any date or question names.
pub(crate) const DAYS: usize = 40;

/// The first day that dates and questions name: the first of May.
pub(crate) const FIRST: usize = 4;

/// Which kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Meeting,
    Session,
    Visit,
}

/// When an account says that it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Silent,
    Day(usize),
    Unsure(usize),
    Month,
    MonthUnsure,
    Year,
    Within(usize, usize),
    Before(usize),
    After(usize),
    Lasted(usize, usize),
    EndUnsure(usize, usize),
    NoEnd(usize),
}

/// What an account says.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    /// The place in the source, which no other account of the event has.
    pub(crate) place_in_source: usize,
    pub(crate) source: usize,
    pub(crate) when: When,
    pub(crate) place: Option<usize>,
    /// Of each person whether it was there, if the account names it.
    pub(crate) people: Vec<Option<bool>>,
    pub(crate) complete: bool,
}

/// A part of an event that can be in dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    Occurrence,
    When,
    Place,
    Person(usize),
}

/// An event with all that is said of it.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) accounts: Vec<Account>,
    pub(crate) denied: Vec<Aspect>,
    /// By whom a ruling goes.
    pub(crate) ruled: Vec<(Aspect, usize)>,
}

/// What is asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) days: Option<(usize, usize)>,
    pub(crate) at: Option<usize>,
}

/// A day as it is written.
pub(crate) fn day(number: usize) -> String {
    // Four days of April, then May and the beginning of June.
    match number {
        0..4 => format!("2001-04-{:02}", 27 + number),
        4..35 => format!("2001-05-{:02}", number - 3),
        _ => format!("2001-06-{:02}", number - 34),
    }
}

fn date(when: When) -> Option<String> {
    Some(match when {
        When::Silent => return None,
        When::Day(one) => day(one),
        When::Unsure(one) => format!("{}?", day(one)),
        When::Month => "2001-05".to_owned(),
        When::MonthUnsure => "2001-05?".to_owned(),
        When::Year => "2001".to_owned(),
        When::Within(from, until) => format!("[{}..{}]", day(from), day(until)),
        When::Before(until) => format!("[..{}]", day(until)),
        When::After(from) => format!("[{}..]", day(from)),
        When::Lasted(from, until) => format!("{}/{}", day(from), day(until)),
        When::EndUnsure(from, until) => format!("{}/{}?", day(from), day(until)),
        When::NoEnd(from) => format!("{}/", day(from)),
    })
}

fn when() -> impl Strategy<Value = When> {
    let one = || FIRST..FIRST + 9;
    let two = || (one(), 0..4_usize).prop_map(|(from, more)| (from, from + more));
    prop_oneof![
        2 => Just(When::Silent),
        5 => one().prop_map(When::Day),
        2 => one().prop_map(When::Unsure),
        1 => Just(When::Month),
        1 => Just(When::MonthUnsure),
        1 => Just(When::Year),
        3 => two().prop_map(|(from, until)| When::Within(from, until)),
        1 => one().prop_map(When::Before),
        1 => one().prop_map(When::After),
        2 => two().prop_map(|(from, until)| When::Lasted(from, until)),
        1 => two().prop_map(|(from, until)| When::EndUnsure(from, until)),
        1 => one().prop_map(When::NoEnd),
    ]
}

fn account() -> impl Strategy<Value = Account> {
    let person = prop::option::weighted(0.8, prop::bool::weighted(0.85));
    let place = prop::option::weighted(0.5, 0..PLACES.len());
    let people = prop::collection::vec(person, PEOPLE.len());
    (0..3_usize, when(), place, people, prop::bool::weighted(0.2)).prop_map(
        |(source, when, place, people, complete)| Account { place_in_source: 0, source, when, place, people, complete },
    )
}

fn aspect() -> impl Strategy<Value = Aspect> {
    prop_oneof![
        Just(Aspect::Occurrence),
        Just(Aspect::When),
        Just(Aspect::Place),
        (0..PEOPLE.len()).prop_map(Aspect::Person),
    ]
}

/// An event with one to four accounts, of which something may be denied and something ruled.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    let accounts = prop::collection::vec(account(), 1..5);
    let denied = prop::collection::vec(aspect(), 0..2);
    let ruled = prop::collection::vec((aspect(), 0..3_usize), 0..3);
    (accounts, denied, ruled).prop_map(|(mut accounts, denied, mut ruled)| {
        accounts.iter_mut().enumerate().for_each(|(at, account)| account.place_in_source = at);
        // Two rulings on one aspect that follow different sources would leave nobody to follow.
        let mut seen = Vec::new();
        ruled.retain(|(aspect, _)| {
            !seen.contains(aspect) && {
                seen.push(*aspect);
                true
            }
        });
        Event { accounts, denied, ruled }
    })
}

/// The facts as they are written.
pub(crate) fn facts(events: &[Event], kind: Kind) -> String {
    let mut text = "[\nForum(id: \"forum\", name: \"Forum\"),\n".to_owned();
    for letter in ["a", "b", "c"] {
        let _ = writeln!(text, "State(id: \"land-{letter}\", name: \"Land {letter}\"),");
        let _ = writeln!(text, "Person(id: \"person-{letter}\", name: \"Person {letter}\"),");
    }
    for place in PLACES {
        let within = if matches!(place, "hall" | "yard") { ", within: \"town\"" } else { "" };
        let _ = writeln!(text, "Place(id: \"{place}\", name: \"Some {place}\"{within}),");
    }
    for source in 0..3 {
        let _ = writeln!(text, "Source(id: \"s{source}\", title: \"Paper {source}\", published: \"2002-12-31\"),");
    }
    for (number, event) in events.iter().enumerate() {
        for account in &event.accounts {
            let _ = writeln!(text, "{}", record(account, kind, number));
        }
        text.extend(event.denied.iter().map(|aspect| denial(*aspect, number)));
        text.extend(event.ruled.iter().map(|ruling| self::ruling(*ruling, number)));
    }
    text + "]"
}

fn record(account: &Account, kind: Kind, number: usize) -> String {
    let when = date(account.when).map(|date| format!("when: \"{date}\", ")).unwrap_or_default();
    let place = account.place.map(|place| format!("place: \"{}\", ", PLACES[place])).unwrap_or_default();
    let complete = if account.complete { "complete: true, " } else { "" };
    let named = account.people.iter().enumerate().filter_map(|(who, there)| Some((who, (*there)?)));
    let people: Vec<String> = named
        .map(|(who, there)| {
            let presence = if there { "" } else { ", presence: Absent" };
            format!("(who: \"{}\", for: \"{}\"{presence})", PEOPLE[who], ["land-a", "land-b", "land-c"][who])
        })
        .collect();
    let (head, list) = match kind {
        Kind::Meeting => ("Meeting", "participants"),
        Kind::Session => ("Session", "of: \"forum\", participants"),
        Kind::Visit => ("Visit", "to: \"land-c\", visitors"),
    };
    let people = people.join(", ");
    format!(
        "{head}(id: \"m{number}\", {when}{place}{complete}{list}: [{people}], source: \"s{}#p{}\"),",
        account.source, account.place_in_source
    )
}

fn named(aspect: Aspect) -> String {
    match aspect {
        Aspect::Occurrence => "aspect: \"occurrence\"".to_owned(),
        Aspect::When => "aspect: \"when\"".to_owned(),
        Aspect::Place => "aspect: \"place\"".to_owned(),
        Aspect::Person(who) => format!("aspect: \"participation\", who: \"{}\"", PEOPLE[who]),
    }
}

/// A part of an id, which no other aspect has.
fn slug(aspect: Aspect) -> String {
    format!("{aspect:?}").to_lowercase().replace(['(', ')'], "")
}

fn denial(aspect: Aspect, number: usize) -> String {
    let (named, slug) = (named(aspect), slug(aspect));
    format!("Denial(id: \"denial-{number}-{slug}\", of: \"m{number}\", {named}, source: \"s0#{slug}\"),\n")
}

fn ruling((aspect, source): (Aspect, usize), number: usize) -> String {
    let (named, slug) = (named(aspect), slug(aspect));
    format!(
        "Ruling(id: \"ruling-{number}-{slug}\", of: \"m{number}\", {named}, prefers: \"s{source}\", why: \"a test\"),\n"
    )
}
