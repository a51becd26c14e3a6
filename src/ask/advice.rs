//! Questions that are understood and have no truthful answer, each with what to ask instead.

use super::instead::offers;
use super::matching::Matcher;
use super::reader::Reader;
use super::refusal::Refusal;
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
    ("(is|was) {a:actor} (in|part of) {f:event} <period>", MEMBERS, &["which countries are members of {f}"]),
    ("(what|which) (countries|states) (joined|left) {f:event} <period>", MEMBERS, &["which countries are members of {f}"]),
    ("who (is|was) {a:actor}", NOBODY, &["what is {a}"]),
    ("what (was|were) signed <place, period>", BY_SIGNER, &[]),
    ("will {a:who} [ever] (meet|visit|see|talk to) {b:who} <place, period>", FUTURE,
        &["what is planned between {a} and {b}"]),
    ("when will {a:who} (meet|visit|see|talk to) {b:who} <place, period>", FUTURE,
        &["what is planned between {a} and {b}"]),
    ("who (accompanied|travelled with|traveled with|went with|came with) {a:who} [to {s:destination}] <place, period>", FELLOWS,
        &["who attended {visits}", "visits of {a} to {s}", "visits of {a}"]),
    ("(who|whom) did {a:who} (accompany|travel with) [to {s:destination}] <place, period>", FELLOWS,
        &["who attended {visits}", "visits of {a} to {s}", "visits of {a}"]),
    ("who (accompanied|travelled with|traveled with|went with|came with) {a:who} (on|during|at) {f:event} <period>", FELLOWS,
        &["who attended {f}"]),
    ("who (replaced|succeeded|followed|preceded) {a:person} [as {o:title}] <period>", SUCCESSION,
        &["who served as {offices}", "what offices did {a} hold"]),
    ("who (came|served) (before|after) {a:person} [as {o:title}] <period>", SUCCESSION,
        &["who served as {offices}", "what offices did {a} hold"]),
    ("(who|whom) did {a:person} (replace|succeed|follow|precede) [as {o:title}] <period>", SUCCESSION,
        &["who served as {offices}", "what offices did {a} hold"]),
    ("who (was|were|is|served as) {o:office} (before|after) {a:person}", SUCCESSION, &["who served as {o}"]),
    ("(is|was|has) {a:person} [(ever|still|also|now|been|ever been)] {o:title} <standing>", HELD,
        &["what offices did {a} hold", "who served as {o}"]),
    ("(when|since when|how long) (did|is|was|has|had) {a:person} [(been|become|became|stop being|leave office as)] {o:title} <period>",
        HELD, &["what offices did {a} hold", "who served as {o}"]),
    ("where (is|are) {a:person} [(now|today|currently|right now)]", WHEREABOUTS, &["where was {a}"]),
    ("how many (people|leaders|officials|ministers) did {a:who} meet <place, period>", NUMBER, &["who did {a} meet"]),
    ("which (prime ministers|premiers|chancellors) (visited|have visited|travelled to) {s:destination} <period>", OF_ALL,
        &["which heads of government visited {s}"]),
    ("which (presidents|kings|monarchs) (visited|have visited|travelled to) {s:destination} <period>", OF_ALL,
        &["which heads of state visited {s}"]),
    ("which (prime ministers|premiers|chancellors) (did|has|have) {a:who} (meet|met|see|seen) <place, period>", OF_ALL,
        &["which heads of government has {a} met"]),
    ("who (met|has met) {a:who} as {o:title} <place, period>", AS_WHOM, &["who met {a}", "who did {a} meet as {o}"]),
    ("(who|whom) from {f:event} (met|has met|visited|did|has) {a:who} [(meet|met)] <place, period>", NO_OFFICIALS,
        &["which countries are members of {f}", "who met {a}"]),
    ("(did|has) {a:who} (meet|met) (anyone|anybody|someone|somebody) from {f:event} <place, period>", NO_OFFICIALS,
        &["which countries are members of {f}", "who met {a}"]),
    ("which {l:rank} of {f:event} (met|have met|saw) {a:who} <place, period>", NO_OFFICIALS,
        &["which countries are members of {f}", "who met {a}"]),
    ("which {l:rank} of {f:event} (visited|have visited) {s:destination} <period>", NO_OFFICIALS,
        &["which countries are members of {f}", "visits to {s}"]),
    ("who (is|are|was|were) (leader|leaders) of {f:event} <period>", NO_OFFICIALS,
        &["which countries are members of {f}", "who attended {f}"]),
    ("who represented {a:event} at {f:event} <period>", NO_OFFICIALS, &["who attended {f}"]),
    ("who represented {a:person} at {f:event} <period>", STAND_IN, &["who stood in for {a} at {f}"]),
    ("who (is|was|were) in {s:location} <period>", PRESENCE, &["what happened in {s}", "who met in {s}", "visits to {s}"]),
    ("did {a:who} and {b:who} both attend {f:event} <period>", EACH, &["did {a} attend {f}", "did {b} attend {f}"]),
    ("did both {a:who} and {b:who} meet {f:who} <place, period>", EACH,
        &["when did {a} meet {f}", "when did {b} meet {f}"]),
    ("did {a:who} meet (either|neither) {b:who} (or|nor) {f:who} <place, period>", ONE_AT_A_TIME,
        &["when did {a} meet {b}", "when did {a} meet {f}"]),
    ("(who|whom) (besides|except|apart from|other than) {b:who} did {a:who} meet <place, period>", EXCEPT, &["who did {a} meet"]),
    ("(who|whom) did {a:who} meet (besides|except|apart from|other than) {b:who} <place, period>", EXCEPT, &["who did {a} meet"]),
    ("who (besides|except|apart from|other than) {b:who} (met|has met) {a:who} <place, period>", EXCEPT, &["who met {a}"]),
    ("(who|whom) did {a:who} meet (most|least) (often|frequently) <place, period>", MOST, &["who did {a} meet"]),
    ("who met {a:who} (most|least) (often|frequently) <place, period>", MOST, &["who met {a}"]),
    ("was {a:who} (met|received|hosted) by {b:who} <place, period>", RECEIVED, &["when did {a} meet {b}"]),
    ("(did|when did) {a:who} (receive|host) {b:who} <place, period>", RECEIVED, &["when did {a} meet {b}"]),
    ("who (received|hosted) {a:who} <place, period>", RECEIVED, &["who met {a}"]),
    ("who was (met|received|hosted) by {a:who} <place, period>", RECEIVED, &["who did {a} meet"]),
    ("(who|whom) did {a:who} (receive|host) <place, period>", RECEIVED, &["who did {a} meet"]),
    ("(what|which) (summits|forums|sessions) did {a:who} (not attend|miss|skip) <period>", MISSED,
        &["which summits did {a} attend"]),
    ("did {a:who} (not attend|miss|skip) {f:event} <period>", ATTENDANCE, &["did {a} attend {f}"]),
    ("was {a:who} (absent from|not at) {f:event} <period>", ATTENDANCE, &["did {a} attend {f}"]),
    ("which (presidents|kings|monarchs) (did|has|have) {a:who} (meet|met|see|seen) <place, period>", OF_ALL,
        &["which heads of state has {a} met"]),
    ("how many people met {a:who} <place, period>", NUMBER, &["who met {a}"]),
    ("how many (countries|states|places|cities) did {a:who} visit <period>", NUMBER, &["which countries did {a} visit"]),
    ("(which|what|how many) (countries|states|people) (attended|were at|took part in) {f:event} <period>", DELEGATES,
        &["who attended {f}"]),
    ("[when] (did|has|have) {a:who} (not|never) (meet|met|see|seen) {b:who} <place, period>", NEGATION,
        &["when did {a} meet {b}"]),
    ("did {a:who} not (visit|travel to|go to) {s:destination} <period>", NEGATION, &["when did {a} visit {s}"]),
    ("(did|has|have|when did) {a:who} (meet|met|see|seen) {b:who} or {f:who} <place, period>", ONE_AT_A_TIME,
        &["when did {a} meet {b}", "when did {a} meet {f}"]),
    ("(did|has|have|when did) {a:who} or {b:who} (meet|met|see|seen) {f:who} <place, period>", ONE_AT_A_TIME,
        &["when did {a} meet {f}", "when did {b} meet {f}"]),
    ("who met neither {a:who} nor {b:who} <place, period>", UNMET, &["who met {a}", "who met {b}"]),
    ("(who|whom) (has|have|did) neither {a:who} nor {b:who} (met|meet) <place, period>", UNMET,
        &["who has {a} met", "who has {b} met"]),
    ("what happened between {a:who} and {b:who} <place, period>", BETWEEN,
        &["contacts between {a} and {b}", "what did {a} and {b} sign", "what is disputed about {a}"]),
    ("what (was|has been) (discussed|said) between {a:who} and {b:who} <place, period>", TOPICS,
        &["what did {a} say to {b}", "what did {b} say to {a}", "meetings between {a} and {b}"]),
    ("(who|whom|where) will {a:who} (meet|visit|see|talk to|go|travel) <place, period>", FUTURE,
        &["what is planned for {a}"]),
];

const AS_WHOM: &str = "it does not show whose office is meant: that of those who met somebody, or of the one they met";
const NO_OFFICIALS: &str = "a forum has members, and their officials are asked about state by state";
const STAND_IN: &str = "who came for a person stood in for them";
const EACH: &str = "one question at a time: what is true of both is asked of each";
const PRESENCE: &str = "who was somewhere is known by what they did there";
const EXCEPT: &str = "nobody can be left out of the list: the whole of it is told";
const MOST: &str = "how often each was met is counted person by person: `chancery meetings WHO --count --per who`";
const RECEIVED: &str = "who of two received the other cannot be asked; when they met can";
const MISSED: &str =
    "what somebody did not attend has no end; where they were is listed, and who was absent is told event by event";
const ATTENDANCE: &str = "whether somebody was there or absent is one question";
const TOPICS: &str = "what two sides discussed is not told as a list: meetings and calls rarely say what they were about; \
                      `did … and … discuss TOPIC` asks about one topic";
const UNMET: &str = "everybody not recorded would be in the list: among whom has to be said, as in `which presidents of \
                     Brazil has Xi not met`";
const BY_EVENT: &str = "accounts are shown event by event: `why ID` shows those of one";
const BY_TENURE: &str = "accounts are shown tenure by tenure: `why ID` shows those of one";
const MEMBERS: &str = "the card of a forum or organization lists its members with their days";
const MOTIVES: &str = "why somebody acted is not asked of facts; when they met and what was said is";
const FELLOWS: &str = "a visit, meeting or session lists who was there and in what part, which is asked event by event";
const SUCCESSION: &str = "who came right before or after somebody in an office is only known if no tenure is missing from \
                          what is loaded; those recorded are listed with their days";
const HELD: &str = "tenures are listed with their days, and how far they are attested";
const WHEREABOUTS: &str = "where somebody is now is no fact of the past; where events were that they took part in is";
const NUMBER: &str = "how many there are is the number of rows of the list, and no more than is recorded";
const NOBODY: &str = "that names no person; what it is can be asked";
const BY_SIGNER: &str = "documents are asked by those who signed them: `what did … sign`, `what did … and … sign`";
const OF_ALL: &str = "what an office is called differs from state to state; across states its rank is asked about";
const DELEGATES: &str =
    "attendance is listed by those who were there, each with the office or state that they came for";
const NEGATION: &str = "no record is not a proof that there was nothing; what is recorded can be asked";
const ONE_AT_A_TIME: &str = "one question at a time: two names joined by `or` are two questions";
const BETWEEN: &str = "contacts, documents and disputes are asked one by one";
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
    let offers = advice.instead.iter().flat_map(|instead| offers(reader, &said, instead)).collect();
    Some(Refusal::NoAnswer { why: advice.why, offers })
}
