//! Questions that are understood and have no truthful answer, each with what to ask instead.

use super::matching::Matcher;
use super::reader::Reader;
use super::refusal::{Offer, Refusal};
use super::said::Said;
use super::sentence::Sentence;
use super::shape::Shape;
use std::sync::OnceLock;

/// A kind of question that no query answers.
struct Advice {
    shape: Shape,
    why: &'static str,
    /// Questions to ask instead, with the names of slots in braces.
    instead: &'static [&'static str],
}

/// Pattern, why it is not answered, what to ask instead.
type Line = (&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const TABLE: &[Line] = &[
    ("what (did|have) {a:who} and {b:who} (discuss|discussed|talk about|talked about|speak about) <place, period>", TOPICS,
        &["what did {a} say to {b}", "what did {b} say to {a}", "meetings between {a} and {b}"]),
    ("what (did|has) {a:who} (discuss|discussed|talk about|talked about|speak about) with {b:who} <place, period>", TOPICS,
        &["what did {a} say to {b}", "what did {b} say to {a}", "meetings between {a} and {b}"]),
    ("what (did|have) {a:who} and {b:who} (discuss|discussed) (or|and) (sign|signed) <place, period>", TOPICS,
        &["what did {a} and {b} sign", "what did {a} say to {b}", "meetings between {a} and {b}"]),
    ("(who|whom) (has|have|did) {a:who} (not|never) (met|meet|seen|see) <place, period>", UNMET,
        &["which heads of state has {a} met", "who has {a} met"]),
    ("who (has|have|did) (not|never) (met|meet|seen|see) {a:who} <place, period>", UNMET,
        &["who met {a}"]),
    ("(why|how) do you (say|know) [that] {a:who} (visited|travelled to|traveled to|went to|has visited) {s:destination} <period>",
        BY_EVENT, &["visits of {a} to {s}"]),
    ("who (says|denies) [that] {a:who} (visited|travelled to|traveled to|went to|has visited) {s:destination} <period>",
        BY_EVENT, &["visits of {a} to {s}", "what is denied about {a}"]),
    ("(why|how) do you (say|know) [that] {a:who} (attended|was at|was absent from|missed) {f:event} <period>", BY_EVENT,
        &["why {f}", "did {a} attend {f}"]),
    ("who (says|denies) [that] {a:who} (attended|was at) {f:event} <period>", BY_EVENT,
        &["why {f}", "who denies {f}"]),
    ("(why|how) do you (say|know) [that] {a:person} (is|was|held|became) {o:office} <period>", BY_TENURE,
        &["what offices did {a} hold"]),
    ("who (says|denies) [that] {a:person} (is|was|held|became) {o:office} <period>", BY_TENURE,
        &["what offices did {a} hold", "what is denied about {a}"]),
    ("why did {a:who} (meet|meet with|see|visit|talk to|call) {b:who} <place, period>", MOTIVES,
        &["when did {a} meet {b}", "what did {a} say to {b}"]),
    ("why (was|were) {a:who} (not at|absent from|not present at) {f:event} <period>", MOTIVES, &["was {a} at {f}", "why {f}"]),
    ("why did {a:who} (not attend|miss|skip) {f:event} <period>", MOTIVES, &["was {a} at {f}", "why {f}"]),
    ("who (says|denies) [that] {a:who} (was absent from|missed|did not attend) {f:event} <period>", BY_EVENT, &["why {f}"]),
    ("(is|was) {a:actor} [a] member of {f:event} <period>", MEMBERS, &["which countries are members of {f}"]),
    ("(when did|did) {a:actor} (join|leave) {f:event} <period>", MEMBERS, &["which countries are members of {f}"]),
    ("will {a:who} [ever] (meet|visit|see|talk to) {b:who} <place, period>", FUTURE,
        &["what is planned between {a} and {b}"]),
    ("when will {a:who} (meet|visit|see|talk to) {b:who} <place, period>", FUTURE,
        &["what is planned between {a} and {b}"]),
    ("(who|whom|where) will {a:who} (meet|visit|see|talk to|go|travel) <place, period>", FUTURE,
        &["what is planned for {a}"]),
];

const TOPICS: &str = "what two sides discussed is not told as a list: meetings and calls rarely say what they were about; \
                      `did … and … discuss TOPIC` asks about one topic";
const UNMET: &str = "everybody not recorded would be in the list: among whom has to be said, as in `which presidents of \
                     Brazil has Xi not met`";
const BY_EVENT: &str = "accounts are shown event by event: `why ID` shows those of one";
const BY_TENURE: &str = "accounts are shown tenure by tenure: `why ID` shows those of one";
const MEMBERS: &str = "the card of a forum or organization lists its members with their days";
const MOTIVES: &str = "why somebody acted is not asked of facts; when they met and what was said is";
const FUTURE: &str = "what will be is not known; what is announced is";

fn all() -> &'static [Advice] {
    static ALL: OnceLock<Vec<Advice>> = OnceLock::new();
    ALL.get_or_init(|| {
        let advice =
            |(pattern, why, instead): &Line| Advice { shape: Shape::new("", pattern, |_| None, ""), why, instead };
        TABLE.iter().map(advice).collect()
    })
}

/// What to ask instead of a sentence that has no shape, if it is of a kind that no query answers.
pub(super) fn advice(reader: &Reader<'_>, sentence: &Sentence) -> Option<Refusal> {
    let sphere = reader.sphere(reader.period_of(sentence));
    let matcher = Matcher::new(sentence, &sphere);
    let (advice, said) = all().iter().find_map(|advice| {
        let found = matcher.whole(&advice.shape).into_iter().min_by_key(|found| found.parts)?;
        Some((advice, found.said))
    })?;
    let offers = advice.instead.iter().filter_map(|instead| offer(reader, &said, instead)).collect();
    Some(Refusal::NoAnswer { why: advice.why, offers })
}

/// A question with the ids of what was said in its slots, if it can be read.
fn offer(reader: &Reader<'_>, said: &Said, instead: &str) -> Option<Offer> {
    let mut question = instead.to_owned();
    for slot in ["a", "b", "s", "f"].into_iter().filter(|slot| instead.contains(&format!("{{{slot}}}"))) {
        question = question.replace(&format!("{{{slot}}}"), said.one(slot)?.as_str());
    }
    let reads = reader.readings(&Sentence::read(&question)?).len() == 1;
    reads.then_some(Offer { question, because: String::new() })
}
