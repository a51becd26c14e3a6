//! The table of shapes: one line each.

use super::make::{
    about, absent, as_told, attended, card, changed, cited, common, connected, counted, covered, denied, denied_met,
    did, disputed, encounters, happened, held, holds, in_contact, lead, led, loaded, met, met_equals, passed,
    passed_by, planned, planned_events, planned_visits, present, ranked, ruled, sent, signed, sources, spoke, spoke_by,
    stated, stayed, unmet, visited, why, why_met, within,
};
use super::pattern::each_word;
use super::shape::{Make, Shape};
use super::vocabulary::{MEANS, RANKS, UNITS};
use crate::query::End::{First, Last};
use crate::query::Measure;
use crate::record::Mode;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Every shape, in the order of the families.
pub fn shapes() -> &'static [Shape] {
    static SHAPES: OnceLock<Vec<Shape>> = OnceLock::new();
    SHAPES.get_or_init(|| {
        TABLE.iter().map(|(family, pattern, make, example)| Shape::new(family, pattern, *make, example)).collect()
    })
}

/// Every word that shapes have of their own.
pub(super) fn own_words() -> &'static BTreeSet<&'static str> {
    static WORDS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = BTreeSet::new();
        shapes().iter().for_each(|shape| {
            each_word(&shape.items, &mut |word| {
                words.insert(word);
            });
        });
        let phrases = RANKS.iter().map(|(phrase, _)| *phrase).chain(MEANS.iter().map(|(phrase, _)| *phrase));
        let units = UNITS.iter().map(|(unit, _)| *unit);
        words.extend(phrases.chain(units).chain(PHRASES).flat_map(|phrase| phrase.split(' ')));
        words
    })
}

/// Words that begin phrases.
const PHRASES: [&str; 3] = [
    "in on at during over throughout within for since until till before after between from around ever last this next",
    "about regarding concerning per each every as by under inside",
    "sidelines margins part",
];

/// Family, pattern, what it asks, example.
type Line = (&'static str, &'static str, Make, &'static str);

macro_rules! table {
    ($($family:literal { $($pattern:literal $make:expr, $example:literal;)* })*) => {
        &[$($(($family, $pattern, $make, $example),)*)*]
    };
}

#[rustfmt::skip]
const TABLE: &[Line] = table! {
    "whom somebody met" {
        "(who|whom) (did|does) {a:who} [ever] (meet|meet with|see) <place, period, capacity, about>" met, "Who did Xi meet in Kazan in 2024?";
        "(who|whom) (has|have) {a:who} [ever] (met|met with|seen) <place, period, capacity, about>" met, "Whom has Lavrov met since 2023?";
        "with (whom|who) (did|has|have) {a:who} (meet|met) <place, period, capacity, about>" met, "With whom did Wang Yi meet last year?";
        "who (met|saw|met with|has met|has met with|has seen) {a:who} <place, period, about>" met, "Who met Putin in Beijing?";
        "(who|whom) did {a:who} first meet <place, period>" |said| said.only(First, met), "Who did Medvedev first meet in 2024?";
        "(who|whom) did {a:who} last meet <place, period>" |said| said.only(Last, met), "Whom did Medvedev last meet?";
        "[(show|show me|list|what are|what were|which were)] [all] meetings (of|by) {a:who} <place, period, capacity, about>" met, "Meetings of Xi in 2024";
        "[(show|show me|list|what are|what were|which were)] [all] {a:owner} meetings <place, period, capacity, about>" met, "Xi's meetings in 2024";
        "[(show|show me|list|what are|what were|which were)] [all] meetings <place, period, about>" encounters, "Meetings in Kazan in 2024";
        "who met in {s:location} <period, about>" encounters, "Who met in Kazan?";
        "(what|which) meetings did {a:who} (have|hold) <place, period, capacity, about>" met, "What meetings did Belousov have in October 2024?";
    }
    "meetings of two" {
        "when did {a:who} [ever] meet [with] {b:partner} <place, period, about>" met, "When did Xi meet Putin in 2023?";
        "when (has|have) {a:who} met [with] {b:partner} <place, period, about>" met, "When has Xi met Modi?";
        "(when|where|when and where) did {a:who} first meet [with] {b:partner} <place, period>" |said| said.only(First, met), "When did Xi first meet Putin?";
        "(when|where|when and where) did {a:who} (last|most recently) meet [with] {b:partner} <place, period>" |said| said.only(Last, met), "When did Xi last meet Putin?";
        "when was the first (time|meeting) [that] {a:who} met [with] {b:partner} <place, period>" |said| said.only(First, met), "When was the first time that Xi met Lula?";
        "when was the last time [that] {a:who} met [with] {b:partner} <place, period>" |said| said.only(Last, met), "When was the last time Xi met Medvedev?";
        "(when|where) was the first meeting (between|of) {a:who} (and|with) {b:partner} <place, period>" |said| said.only(First, met), "When was the first meeting between Xi and Modi?";
        "(when|where) was the last meeting (between|of) {a:who} (and|with) {b:partner} <place, period>" |said| said.only(Last, met), "When was the last meeting between Xi and Putin?";
        "[(show|show me|list|what are|what were|which were)] [all] {a:owner} meetings with {b:partner} <place, period, about>" met, "Xi's meetings with Putin in 2024";
        "(when|where) was {a:owner} first meeting with {b:partner} <place, period>" |said| said.only(First, met), "When was Xi's first meeting with Putin?";
        "(when|where) was {a:owner} last meeting with {b:partner} <place, period>" |said| said.only(Last, met), "Where was Xi's last meeting with Lula?";
        "when did {a:who} and {b:partner} [ever] meet <place, period, about>" met, "When did Lavrov and Wang Yi meet in 2023?";
        "when (have|had) {a:who} and {b:partner} met <place, period, about>" met, "When have Xi and Putin met in Moscow?";
        "(when|where|when and where) did {a:who} and {b:partner} first meet <place, period>" |said| said.only(First, met), "When did Xi and Modi first meet?";
        "(when|where|when and where) did {a:who} and {b:partner} (last|most recently) meet <place, period>" |said| said.only(Last, met), "When did Xi and Modi last meet?";
        "(when|where|when and where) did {a:who} and {b:partner} meet (last|most recently)" |said| said.only(Last, met), "When did Putin and Xi meet most recently?";
        "when and where (did|have) {a:who} (meet|met) [with] {b:partner} <period>" met, "When and where did Xi meet Putin in 2024?";
        "when and where (did|have) {a:who} and {b:partner} (meet|met) <period>" met, "When and where did Xi and Putin meet in 2024?";
        "did {a:who} [ever] (meet|meet with|see) {b:partner} <place, period, about>" met, "Did Xi ever meet Zelensky?";
        "did {a:who} and {b:partner} [ever] meet <place, period, about>" met, "Did Putin and Lula meet in 2023?";
        "(has|have) {a:who} [ever] met [with] {b:partner} <place, period, about>" met, "Has Xi ever met Kuleba?";
        "have {a:who} and {b:partner} [ever] met <place, period, about>" met, "Have Xi and Medvedev met since 2016?";
        "where did {a:who} meet [with] {b:partner} <period>" met, "Where did Xi meet Putin in 2019?";
        "where did {a:who} and {b:partner} meet <period>" met, "Where did Xi and Putin meet in 2019?";
        "where have {a:who} and {b:partner} met <period>" met, "Where have Lavrov and Wang Yi met?";
        "in (what|which) capacity did {a:who} meet [with] {b:partner} <place, period>" met, "In what capacity did Medvedev meet Xi?";
        "[(show|show me|list|what are|what were|which were)] [all] meetings (between|of) {a:who} (and|with) {b:partner} <place, period, about>" met, "Meetings between Xi and Putin since 2022";
        "(what|which) meetings (were there|took place) between {a:who} and {b:partner} <place, period, about>" met, "What meetings were there between China and India in 2024?";
        "(what|which) meetings did {a:who} have with {b:partner} <place, period, about>" met, "What meetings did Wang Yi have with Shoigu?";
        "when did {a:who} and {b:partner} discuss {t:topic} <place, period>" |said| about(said, spoke), "When did Lavrov and Wang Yi discuss the Ukraine crisis?";
        "did {a:who} and {b:partner} [ever] discuss {t:topic} <place, period>" |said| about(said, spoke), "Did Xi and Putin discuss the Ukraine crisis?";
        "(who|whom) did {a:who} discuss {t:topic} with <place, period>" |said| about(said, spoke), "Who did Wang Yi discuss the Ukraine crisis with?";
        "with (who|whom) did {a:who} discuss {t:topic} <place, period>" |said| about(said, spoke), "With whom did Wang Yi discuss the Ukraine crisis?";
    }
    "talks and contacts" {
        "(who|whom) did {a:who} [ever] (talk to|talk with|speak to|speak with|hold talks with) <place, period, means, about>" spoke, "Who did Xi talk to by phone in 2022?";
        "(who|whom) has {a:who} [ever] (talked to|talked with|spoken to|spoken with|held talks with) <place, period, means, about>" spoke, "Whom has Lavrov spoken with in 2024?";
        "with (whom|who) did {a:who} (talk|speak|hold talks) <place, period, means, about>" spoke, "With whom did Xi hold talks in 2023?";
        "who (talked to|talked with|spoke to|spoke with|held talks with) {a:who} <place, period, means, about>" spoke, "Who spoke with Zelensky?";
        "did {a:who} [ever] (talk to|talk with|speak to|speak with|hold talks with) {b:partner} <place, period, means, about>" spoke, "Did Xi ever speak with Zelensky?";
        "(has|have) {a:who} [ever] (talked to|talked with|spoken to|spoken with|held talks with) {b:partner} <place, period, means, about>" spoke, "Has Xi ever spoken to Zelensky?";
        "did {a:who} and {b:partner} [ever] (talk|speak|hold talks) <place, period, means, about>" spoke, "Did Xi and Zelensky ever speak?";
        "when did {a:who} (talk to|talk with|speak to|speak with|hold talks with) {b:partner} <place, period, means, about>" spoke, "When did Xi speak with Zelensky?";
        "when did {a:who} last (talk to|talk with|speak to|speak with) {b:partner} <place, period, means>" |said| said.only(Last, spoke), "When did Xi last talk to Putin?";
        "when did {a:who} and {b:partner} (talk|speak|hold talks) <place, period, means, about>" spoke, "When did Xi and Putin speak by video?";
        "who (called|phoned|telephoned) {a:who} <period, about>" |said| spoke_by(said, &[Mode::Phone]), "Who called Zelensky in April 2023?";
        "did {a:who} [ever] (call|phone|telephone) {b:partner} <period, about>" |said| spoke_by(said, &[Mode::Phone]), "Did Xi ever phone Zelensky?";
        "when did {a:who} (call|phone|telephone) {b:partner} <period, about>" |said| spoke_by(said, &[Mode::Phone]), "When did Xi call Zelensky?";
        "(who|whom) did {a:who} (call|phone|telephone) <period, about>" |said| spoke_by(said, &[Mode::Phone]), "Who did Xi phone in 2023?";
        "[(show|show me|list|what are|what were|which were)] [all] [(phone|telephone)] calls (between|of) {a:who} (and|with) {b:partner} <period, about>" |said| spoke_by(said, &[Mode::Phone]), "Calls between Putin and Xi";
        "[(show|show me|list|what are|what were|which were)] [all] [(phone|telephone)] calls (of|by) {a:who} <period, about>" |said| spoke_by(said, &[Mode::Phone]), "Phone calls of Xi in 2023";
        "[(show|show me|list|what are|what were|which were)] [all] {a:owner} [(phone|telephone)] calls <period, about>" |said| spoke_by(said, &[Mode::Phone]), "Putin's phone calls in 2024";
        "(who|whom) (was|has) {a:who} [been] in (contact|touch) with <period, means, about>" in_contact, "Who was Xi in contact with in December 2024?";
        "who (was|has been) in (contact|touch) with {a:who} <period, means, about>" in_contact, "Who was in contact with Medvedev in 2024?";
        "(was|were) {a:who} [ever] in (contact|touch) with {b:partner} <period, means, about>" in_contact, "Was Xi ever in contact with Zelensky?";
        "when (was|were) {a:who} in (contact|touch) with {b:partner} <period, means, about>" in_contact, "When was Xi in contact with Modi?";
        "[(show|show me|list|what are|what were|which were)] [all] contacts (between|of) {a:who} (and|with) {b:partner} <period, means, about>" in_contact, "Contacts between Xi and Putin in 2024";
        "[(show|show me|list|what are|what were|which were)] [all] contacts of {a:who} <period, means, about>" in_contact, "Contacts of Medvedev in 2024";
    }
    "how often" {
        "(how often|how many times) (did|does|do) {a:who} meet [with] {b:partner} <place, period, unit>" |said| counted(said, met), "How often did Xi meet Putin per year?";
        "(how often|how many times) (has|have) {a:who} met [with] {b:partner} <place, period, unit>" |said| counted(said, met), "How many times has Xi met Modi since 2014?";
        "(how often|how many times) (did|do) {a:who} and {b:partner} meet <place, period, unit>" |said| counted(said, met), "How often did Lavrov and Wang Yi meet in 2023?";
        "(how often|how many times) have {a:who} and {b:partner} met <place, period, unit>" |said| counted(said, met), "How often have Xi and Putin met?";
        "how many meetings did {a:who} (have|hold) <place, period, unit>" |said| counted(said, met), "How many meetings did Wang Yi have in 2024?";
        "how many meetings did {a:who} have with {b:partner} <place, period, unit>" |said| counted(said, met), "How many meetings did Xi have with Lula?";
        "how many meetings were there between {a:who} and {b:partner} <place, period, unit>" |said| counted(said, met), "How many meetings were there between China and Russia per year?";
        "(how often|how many times) did {a:who} (talk to|talk with|speak to|speak with) {b:partner} <period, means, unit>" |said| counted(said, spoke), "How often did Xi speak with Putin by phone?";
        "how many [(phone|telephone)] calls did {a:who} have with {b:partner} <period, unit>" |said| counted(said, |said| spoke_by(said, &[Mode::Phone])), "How many calls did Xi have with Putin?";
        "how many [(phone|telephone)] calls were there between {a:who} and {b:partner} <period, unit>" |said| counted(said, |said| spoke_by(said, &[Mode::Phone])), "How many phone calls were there between Xi and Putin?";
        "how many (visits|trips) did {a:who} make to {s:destination} <period, unit>" |said| counted(said, visited), "How many visits did Putin make to China?";
        "(how often|how many times) did {a:who} (visit|travel to|go to) {s:destination} <period, unit>" |said| counted(said, visited), "How often did Xi visit Russia?";
        "(how often|how many times) has {a:who} (visited|travelled to|traveled to|been to) {s:destination} <period, unit>" |said| counted(said, visited), "How many times has Putin been to China?";
    }
    "officials of one side" {
        "which {l:rank} of {a:actor} (met|have met|saw) {b:partner} <place, period>" met, "Which leaders of China met Medvedev?";
        "which {l:rank} of {a:actor} (met|have met) with {b:partner} <place, period>" met, "Which officials of China met with Modi in 2024?";
        "which {l:rank} of {a:actor} (met|have met) [with] those of {b:actor} <place, period>" met_equals, "Which leaders of China met those of India?";
        "which {a:officials} (met|have met|saw) [with] those of {b:actor} <place, period>" met_equals, "Which Chinese officials met those of India in 2024?";
        "which {l:rank} of {a:actor} (did|has|have) {b:partner} (meet|met|see|seen) <place, period>" met, "Which foreign ministers of China has Lavrov met?";
        "which {a:posts} (did|has|have) {b:partner} (meet|met|see|seen) <place, period>" met, "Which presidents of Brazil has Xi met?";
        "which {a:posts} (met|have met|saw) {b:partner} <place, period>" met, "Which presidents of Brazil met Xi?";
        "which {l:rank} of {o:actor} (visited|have visited|travelled to|traveled to) {s:destination} <period>" visited, "Which ministers of Russia visited China?";
        "which {a:posts} (visited|have visited|travelled to|traveled to) {s:destination} <period>" visited, "Which presidents of Russia visited China?";
        "which {a:officials} (met|have met|saw) {b:partner} <place, period>" met, "Which Chinese officials met Medvedev in 2024?";
        "which {a:officials} (did|has|have) {b:partner} (meet|met|see|seen) <place, period>" met, "Which Russian ministers did Wang Yi meet?";
        "which {l:rank} (visited|have visited|travelled to|traveled to) {s:destination} <period>" visited, "Which leaders visited China in 2024?";
        "which {o:officials} (visited|have visited|travelled to|traveled to) {s:destination} <period>" visited, "Which Russian ministers visited China?";
        "which {m:rank} (did|has|have) {a:who} [ever] (meet|met|see|seen) <place, period>" met, "Which heads of state did Xi meet in 2024?";
        "which {m:rank} (met|have met|saw) {a:who} <place, period>" met, "Which foreign ministers met Xi in 2023?";
        "which {a:posts} (did|has|have) {b:partner} (not|never) (meet|met|see|seen) <period>" unmet, "Which presidents of Brazil has Xi not met?";
        "which {l:rank} of {o:actor} (did|has|have) {b:partner} (not|never) (meet|met|see|seen) <period>" unmet, "Which ministers of Russia has Xi not met?";
        "which {o:officials} (did|has|have) {b:partner} (not|never) (meet|met|see|seen) <period>" unmet, "Which Russian ministers has Wang Yi never met?";
        "(did|have) any {a:officials} [ever] (meet|meet with|met|met with|see|seen) {b:partner} <place, period, about>" met, "Did any Chinese officials meet Zelensky?";
        "(did|has) any {a:official} [ever] (meet|meet with|met|met with|see|seen) {b:partner} <place, period, about>" met, "Has any Russian minister met Xi in 2024?";
        "(did|has) {a:who} [ever] (meet|met) [with] (anyone|anybody|someone|somebody) from {b:actor} <place, period, about>" met, "Did Xi meet anyone from Ukraine?";
        "who from {a:actor} (met|has met|met with|saw) {b:partner} <place, period, about>" met, "Who from China met Lavrov in 2024?";
        "(who|whom) from {b:actor} (did|has|have) {a:who} (meet|met) <place, period, about>" met, "Whom from China did Lavrov meet in 2024?";
        "[(when|where|when and where)] did {l:rank} of {a:actor} and {b:actor} [ever] meet <place, period, about>" met_equals, "Did the foreign ministers of China and Russia meet in 2023?";
        "[when] have {l:rank} of {a:actor} and {b:actor} [ever] met <place, period, about>" met_equals, "When have the leaders of China and Russia met?";
        "(when|where|when and where) did {l:rank} of {a:actor} and {b:actor} first meet <place, period>" |said| said.only(First, met_equals), "When did the leaders of China and India first meet?";
        "(when|where|when and where) did {l:rank} of {a:actor} and {b:actor} (last|most recently) meet <place, period>" |said| said.only(Last, met_equals), "When did the foreign ministers of China and Russia last meet?";
        "(how often|how many times) did {l:rank} of {a:actor} and {b:actor} meet <place, period, unit>" |said| counted(said, met_equals), "How often did the leaders of China and Russia meet?";
        "[(show|show me|list|what are|what were|which were)] [all] meetings (between|of) {l:rank} of {a:actor} and {b:actor} <place, period, about>" met_equals, "Meetings between the foreign ministers of China and Russia";
        "which {l:rank} attended {f:event} <period>" present, "Which heads of state attended the 16th BRICS summit?";
    }
    "whom several met" {
        "who met both {a:who} and {b:who} <place, period>" common, "Who met both Xi and Zelensky?";
        "who (met|has met|met with) {a:who} and {b:who} <place, period>" common, "Who met Xi and Putin in 2024?";
        "who met all of {a:who} , {b:who} and {c:who} <place, period>" common, "Who met all of Xi, Putin and Lula?";
        "(who|whom) did both {a:who} and {b:who} meet <place, period>" common, "Whom did both Xi and Putin meet in 2023?";
        "(who|whom) (have|did) {a:who} and {b:who} both (met|meet) <place, period>" common, "Whom have Lavrov and Kuleba both met?";
    }
    "visits" {
        "who (visited|has visited|travelled to|traveled to|went to|came to|has been to) {s:destination} <period, capacity>" visited, "Who visited Russia in 2023?";
        "who (visited|has visited|travelled to|traveled to|went to|came to) {s:destination} from {o:actor} <period, capacity>" visited, "Who visited China from Russia in 2024?";
        "who from {o:actor} (visited|travelled to|traveled to|went to|came to) {s:destination} <period, capacity>" visited, "Who from Russia visited China in 2024?";
        "where did {a:who} (travel|travel to|go) <period>" visited, "Where did Xi travel in 2023?";
        "where has {a:who} (travelled|traveled|been) <period>" visited, "Where has Lavrov travelled since 2023?";
        "(what|which) (countries|states|places|cities) did {a:who} visit <period>" visited, "Which countries did Xi visit in 2023?";
        "when did {a:who} (visit|travel to|go to) {s:destination} <period>" visited, "When did Medvedev visit China?";
        "when did {a:who} first (visit|travel to|go to) {s:destination} <period>" |said| said.only(First, visited), "When did Xi first visit Russia?";
        "when did {a:who} last (visit|travel to|go to) {s:destination} <period>" |said| said.only(Last, visited), "When did Xi last visit Russia?";
        "when was the last time [that] {a:who} visited {s:destination} <period>" |said| said.only(Last, visited), "When was the last time Putin visited China?";
        "when was {a:who} first in {s:destination} <period>" |said| said.only(First, visited), "When was Modi first in Russia?";
        "when was {a:who} last in {s:destination} <period>" |said| said.only(Last, visited), "When was the Russian president last in Beijing?";
        "did {a:who} [ever] (visit|travel to|go to) {s:destination} <period>" visited, "Did Modi ever visit China?";
        "has {a:who} [ever] (visited|travelled to|traveled to|been to) {s:destination} <period>" visited, "Has Xi ever visited Ukraine?";
        "when was {a:owner} first (visit|trip) to {s:destination} <period>" |said| said.only(First, visited), "When was Medvedev's first visit to China?";
        "when was {a:owner} last (visit|trip) to {s:destination} <period>" |said| said.only(Last, visited), "When was Xi's last visit to Moscow?";
        "(what|when) was the first (visit|trip) (of|by) {a:who} to {s:destination} <period>" |said| said.only(First, visited), "When was the first visit of Xi to Russia?";
        "(what|when) was the last (visit|trip) (of|by) {a:who} to {s:destination} <period>" |said| said.only(Last, visited), "When was the last visit of Putin to China?";
        "[(show|show me|list|what are|what were|which were)] [all] {a:owner} (visits|visit|trips|trip) to {s:destination} <period>" visited, "Medvedev's visits to China";
        "[(show|show me|list|what are|what were|which were)] [all] {a:owner} (visits|trips) <period>" visited, "Putin's visits in 2024";
        "in (what|which) capacity did {a:who} (visit|travel to|go to) {s:destination} <period>" visited, "In what capacity did Medvedev visit China?";
        "[(show|show me|list|what are|what were|which were)] [all] visits (of|by) {a:who} to {s:destination} <period>" visited, "Visits of Xi to Russia";
        "[(show|show me|list|what are|what were|which were)] [all] visits to {s:destination} <period>" visited, "Visits to China since 2023";
        "[(show|show me|list|what are|what were|which were)] [all] visits from {o:actor} to {s:destination} <period>" visited, "Visits from Russia to China in 2024";
        "[(show|show me|list|what are|what were|which were)] [all] visits (of|by) {a:who} <period>" visited, "Visits of Medvedev since 2022";
    }
    "offices" {
        "(what|which) (office|offices|post|posts|position|positions) did {a:person} (hold|have) <standing>" held, "What offices did Medvedev hold in 2010?";
        "(what|which) (office|offices|post|posts|position|positions) (has|had) {a:person} held <standing>" held, "Which offices has Shoigu held?";
        "(what|which) (office|offices|post|posts|position|positions) does {a:person} (hold|have)" holds, "Which office does Lavrov hold?";
        "who (is|are) [(now|currently|current|the current)] {a:office}" holds, "Who is the foreign minister of China?";
        "who (was|were|has been) {a:office} <standing>" held, "Who was the foreign minister of China in 2022?";
        "who (served as|has served as|held|held the office of|acted as) {a:office} <standing>" held, "Who served as defence minister of Russia?";
        "who (is|are) (leader|leaders) of {o:actor}" lead, "Who are the leaders of China?";
        "who (was|were) (leader|leaders) of {o:actor} <standing>" led, "Who were the leaders of Russia in 2010?";
        "who were {a:posts} <standing>" held, "Who were the presidents of Brazil?";
    }
    "who and what" {
        "who (is|was) {x:person}" card, "Who is Andrei Belousov?";
        "what (is|was) {x:thing}" card, "What is BRICS?";
        "(what|which) (countries|states) are members of {x:thing}" card, "Which countries are members of BRICS?";
        "who are the members of {x:thing}" card, "Who are the members of BRICS?";
        "(when|where|when and where) was {x:event} [held]" card, "When was the 16th BRICS summit?";
        "where is {x:thing}" card, "Where is Kazan?";
        "(when|where|when and where) did {x:event} (take place|happen)" card, "Where did the 16th BRICS summit take place?";
        "who (hosted|organized|organised) {x:event}" card, "Who hosted the 16th BRICS summit?";
        "where (was|were) {a:person} <period>" did, "Where was Putin in May 2024?";
        "(what do you know|what is known) about {x:fact}" card, "What do you know about Wang Yi?";
        "tell me about {x:fact}" card, "Tell me about the 16th BRICS summit";
        "[when] (was|were) {a:person} [ever] in {s:location} <period>" stayed, "Was Xi in Kazan in October 2024?";
        "what did {a:who} do <place, period, capacity>" did, "What did Medvedev do in December 2024?";
        "what was {a:who} doing <place, period>" did, "What was Shoigu doing in 2024?";
        "what happened to {a:person} <period>" did, "What happened to Qin Gang in 2023?";
        "who met whom <place, period, about>" encounters, "Who met whom in Kazan?";
        "(what happened|what took place) <place, period, about>" happened, "What happened in Kazan in October 2024?";
    }
    "attendance" {
        "who (attended|was at|were at|was present at|took part in|participated in) {f:event} <period>" present, "Who attended the 16th BRICS summit?";
        "who (was|were) absent from {f:event} <period>" absent, "Who was absent from the 15th BRICS summit?";
        "who (missed|skipped|did not attend) {f:event} <period>" absent, "Who missed the 15th BRICS summit?";
        "who stood in for {a:who} <period>" absent, "Who stood in for Putin in 2023?";
        "who represented {a:actor} at {f:event} <period>" present, "Who represented Russia at the 15th BRICS summit?";
        "who stood in for {a:who} at {f:event} <period>" absent, "Who stood in for Putin at the 15th BRICS summit?";
        "did {a:who} (attend|miss|skip|take part in|participate in) {f:event} <period>" attended, "Did Xi attend the 16th BRICS summit?";
        "was {a:who} (at|present at) {f:event} <period>" attended, "Was Putin at the 15th BRICS summit?";
        "in (what|which) capacity did {a:who} attend {f:event} <period>" attended, "In what capacity did Lavrov attend the 15th BRICS summit?";
        "(what|which) (forums|sessions|summits) did {a:who} attend <place, period>" present, "Which summits did Modi attend in 2024?";
        "(what|which) (forums|sessions|summits) did {a:who} and {b:who} [both] attend <place, period>" present, "Which forums did Xi and Putin attend?";
    }
    "chains" {
        "how (is|was) {a:chained} (connected|linked) (to|with) {b:chained} <period>" connected, "How is Zelensky connected to Xi?";
        "how (are|were) {a:chained} and {b:chained} (connected|linked) <period>" connected, "How are Kuleba and Putin connected?";
        "could word have (passed|travelled|traveled|gone) from {a:chained} to {b:chained} <period, place>" passed, "Could word have passed from Zelensky to Xi since 2022?";
        "could word have (passed|travelled|traveled|gone) from {a:chained} to {b:chained} by {d:day}" passed_by, "Could word have passed from Xi to Putin by 2013-06-01?";
        "could word have (passed|travelled|traveled|gone) from {a:chained} to {b:chained} within {n:length} <period>" passed, "Could word have passed from Kuleba to Xi within 90 days?";
        "who is within {n:number} (meetings|meeting|steps) of {a:chained} <period>" within, "Who is within two meetings of Zelensky?";
        "who (met most often|had the most meetings) <place, period>" |said| ranked(said, Measure::Meetings), "Who had the most meetings in 2024?";
        "who met the most people <place, period>" |said| ranked(said, Measure::Partners), "Who met the most people in 2023?";
        "(who|which two|which pairs) met each other most often <place, period>" |said| ranked(said, Measure::Pairs), "Which two met each other most often?";
        "who is most central <place, period>" |said| ranked(said, Measure::Betweenness), "Who is most central?";
    }
    "words and papers" {
        "what did {a:who} say <about, place, period>" stated, "What did Xi say about the Ukraine crisis?";
        "what has {a:who} said <about, place, period>" stated, "What has Lula said about the Ukraine crisis in 2023?";
        "what did {a:who} (say to|tell) {b:who} <about, place, period>" stated, "What did Xi tell Medvedev?";
        "what (was|has been) said <about, place, period>" stated, "What was said about the Ukraine crisis in 2023?";
        "who (spoke|said something) about {t:topic} <place, period>" |said| about(said, stated), "Who spoke about the Ukraine crisis in 2024?";
        "(what|which documents|which treaties|which papers|which agreements|what agreements|what documents) did {a:who} sign <place, period>" signed, "What did China sign in 2024?";
        "(what|which documents|which treaties|which papers|which agreements|what agreements|what documents) did {a:who} and {b:who} sign <place, period>" signed, "What did China and Brazil sign?";
        "what did {a:who} sign with {b:who} <place, period>" signed, "What did Russia sign with China?";
        "who carried (messages|letters|message|letter) from {a:who} to {b:who} <period>" sent, "Who carried messages from Putin to Xi?";
        "(what|which) (messages|letters) (were sent|went|were there) from {a:who} to {b:who} <period>" sent, "Which messages went from Putin to Xi?";
        "who (sent|wrote) (message|messages|letter|letters) to {b:who} <period>" sent, "Who sent a message to Xi in December 2024?";
        "(what|which) (messages|letters) did {b:who} (receive|get) <period>" sent, "Which messages did Xi receive in 2024?";
        "(what|which) (messages|letters) did {b:who} (receive|get) from {a:who} <period>" sent, "What letters did Xi get from Putin?";
        "when did {a:who} write to {b:who} <period>" sent, "When did Xi write to Medvedev?";
        "(what|which) (messages|letters) did {a:who} send <period>" sent, "What messages did Xi send?";
        "(what|which) (messages|letters) did {a:who} send to {b:who} <period>" sent, "What messages did Xi send to Putin?";
        "what did {a:who} write to {b:who} <period>" sent, "What did Xi write to Putin?";
        "(what|which) (messages|letters) did {c:who} carry <period>" sent, "What messages did Medvedev carry?";
    }
    "plans" {
        "what is planned between {a:who} and {b:partner} <period, place>" planned, "What is planned between Xi and Putin?";
        "(what|which) meetings are planned (between|of) {a:who} (and|with) {b:partner} <period, place>" planned, "Which meetings are planned between China and Russia?";
        "what is planned <period, place>" planned_events, "What is planned in 2025?";
        "what is planned (for|by|of) {a:who} <period, place>" planned_events, "What is planned for Putin in 2025?";
        "(what|which) visits are planned <period>" planned_visits, "Which visits are planned?";
        "(what|which) visits are planned to {s:destination} <period>" planned_visits, "Which visits are planned to China since 2024?";
        "(what|which) visits (of|by) {a:who} are planned <period>" planned_visits, "Which visits of Putin are planned?";
    }
    "trust" {
        "(why do you say|how do you know) [that] {a:who} (met|met with) {b:who} <period, place>" why_met, "Why do you say that Xi met Medvedev in 2024?";
        "(why do you say|how do you know) [that] {x:event} (took place|happened|was held)" why, "Why do you say that the 16th BRICS summit took place?";
        "why {x:fact}" why, "Why xi-medvedev-2024-12-12?";
        "is it (true|certain|known) [that] {a:who} (met|met with) {b:who} <period, place>" why_met, "Is it true that Xi met Putin in Kazan?";
        "(who says|who claims|which sources say) [that] {a:who} (met|met with) {b:who} <period, place>" why_met, "Who says that Xi met Medvedev?";
        "who says [that] {x:event} (took place|happened|was held)" why, "Who says that the 16th BRICS summit took place?";
        "who denies [that] {x:event} [(took place|happened|was held)]" denied, "Who denies that the 16th BRICS summit took place?";
        "(who denies|which sources deny) [that] {a:who} (met|met with|ever met) {b:who}" denied_met, "Who denies that Xi met Medvedev?";
        "what is denied" denied, "What is denied?";
        "what is denied about {x:fact}" denied, "What is denied about Putin?";
        "what is disputed" disputed, "What is disputed?";
        "what is disputed about {x:fact}" disputed, "What is disputed about Belousov?";
        "(where do|do) (sources|accounts) (disagree|contradict each other)" disputed, "Where do sources disagree?";
        "(where do|do|which) (sources|accounts) (disagree|contradict each other) about {x:fact}" disputed, "Where do sources disagree about Medvedev?";
        "what (was|has been) ruled" ruled, "What has been ruled?";
        "what (was|has been) ruled about {x:fact}" ruled, "What was ruled about Medvedev?";
        "what does {r:source} say about {a:who} <period>" as_told, "What does cd-2024-12-13 say about Medvedev?";
        "what (rests|is based) on {r:source}" sources, "What rests on cd-2024-12-13?";
        "(what|which) sources (are there|were loaded)" sources, "Which sources are there?";
        "what are the sources (of|for|behind) {x:fact}" cited, "What are the sources for the 16th BRICS summit?";
        "(what changed|what is new|what became known) since {d:day}" changed, "What became known since 2024-12-01?";
        "(what changed|what is new|what became known) about {x:fact} since {d:day}" changed, "What became known about Medvedev since 2024-12-01?";
        "what is covered <period>" covered, "What is covered in 2024?";
        "what is covered (for|of|about) {a:who} <period>" covered, "What is covered for India?";
        "how well is {a:who} covered <period>" covered, "How well is Ukraine covered in 2023?";
        "(what|how much) (is|was) loaded" loaded, "What is loaded?";
    }
};
