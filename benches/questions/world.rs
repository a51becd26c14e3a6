//! A made-up world of any size, the same in every run: a few people take part in very many events, most in few, and half
//! of all partners are near each other, as in real collections.

use chancery::read::SourceText;
use chancery::write::format;
use std::fmt::Write;

/// How many records stand in one text, as in a folder kept by hand.
const IN_ONE_TEXT: usize = 2_000;

const KINDS: [(&str, u64); 5] = [("meeting", 55), ("call", 12), ("visit", 13), ("statement", 15), ("message", 5)];

/// The texts of a world.
pub(crate) struct World {
    /// The texts, each under its name.
    pub(crate) texts: Vec<(String, Vec<u8>)>,
}

impl World {
    /// A world with so many events, over twenty years.
    pub(crate) fn new(events: u64) -> Self {
        let people = people(events);
        let states = (people / 20).clamp(8, 150);
        let mut maker = Maker { chance: 1, weights: weights(people), people, states, records: Vec::new() };
        maker.actors();
        for number in 0..events {
            maker.event(number);
        }
        let texts = maker.records.chunks(IN_ONE_TEXT).enumerate();
        let texts = texts.map(|(number, chunk)| (format!("{number:04}.ron"), laid_out(&chunk.concat())));
        Self { texts: texts.collect() }
    }
}

/// A list of records as `fmt` lays it out, as a folder has it whose keeper runs the checks.
fn laid_out(records: &str) -> Vec<u8> {
    let text = SourceText::new("", format!("[\n{records}]\n").into_bytes());
    format(&text).text.expect("a list of records").into_bytes()
}

/// How many people there are in a world with so many events; the first takes part in most.
pub(crate) fn people(events: u64) -> u64 {
    (events / 25).max(80)
}

/// The sums of weights up to each rank: the share of a rank falls with the power -0.9.
fn weights(people: u64) -> Vec<f64> {
    let mut sum = 0.0;
    let mut add = |rank: u64| {
        sum += (rank as f64 + 1.0).powf(-0.9);
        sum
    };
    (0..people).map(&mut add).collect()
}

struct Maker {
    chance: u64,
    weights: Vec<f64>,
    people: u64,
    states: u64,
    records: Vec<String>,
}

impl Maker {
    /// The next number below a limit, by the generator of Steele, Lea and Flood (SplitMix64, 2014).
    fn below(&mut self, limit: u64) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.chance;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn person(&mut self) -> u64 {
        let whole = self.weights.last().copied().unwrap_or(1.0);
        let at = self.below(1 << 40) as f64 / (1_u64 << 40) as f64 * whole;
        self.weights.partition_point(|sum| *sum <= at) as u64
    }

    /// A partner: near in half of all cases.
    fn partner(&mut self, of: u64) -> u64 {
        let partner = if self.below(2) == 0 { (of + 1 + self.below(12)) % self.people } else { self.person() };
        if partner == of { (of + 1) % self.people } else { partner }
    }

    fn actors(&mut self) {
        for n in 0..self.states {
            self.records.push(format!("State(id: \"state-{n}\", name: \"State {n}\"),\n"));
            self.records.push(format!("Place(id: \"country-{n}\", name: \"Country {n}\", within: \"state-{n}\"),\n"));
            self.records.push(format!("Place(id: \"city-{n}\", name: \"City {n}\", within: \"country-{n}\"),\n"));
            self.records.push(format!(
                "Organization(id: \"ministry-{n}\", name: \"Ministry {n}\", kind: Government, of: \"state-{n}\"),\n"
            ));
        }
        for n in 0..self.people {
            let state = n % self.states;
            let of = if n % 3 == 0 { format!("state-{state}") } else { format!("ministry-{state}") };
            let since = 2000 + n % 8;
            self.records.push(format!("Person(id: \"p{n}\", name: \"Person {n}\", family: \"Person\"),\n"));
            self.records.push(format!("Office(id: \"o{n}\", title: \"Office {n}\", of: \"{of}\"),\n"));
            self.records.push(format!(
                "Tenure(id: \"t{n}\", person: \"p{n}\", office: \"o{n}\", from: \"{since}-01-01\", source: \"register\"),\n"
            ));
        }
        self.records.push("Source(id: \"register\", title: \"Register\", genre: Register),\n".to_owned());
        self.records.push("Forum(id: \"forum\", name: \"Forum\"),\n".to_owned());
    }

    fn event(&mut self, number: u64) {
        let (year, month, day) = (2004 + self.below(20), 1 + self.below(12), 1 + self.below(28));
        if number.is_multiple_of(10) {
            let n = number / 10;
            self.records.push(format!(
                "Source(id: \"s{n}\", title: \"Report {n}\", published: \"2025-01-01\", kind: Press, voice: \"state-{}\"),\n",
                n % self.states
            ));
        }
        let when = format!("{year}-{month:02}-{day:02}");
        let (one, other) = self.pair();
        let mut roll = self.below(100);
        let kind = KINDS.iter().find(|(_, share)| {
            let hit = roll < *share;
            roll = roll.saturating_sub(*share);
            hit
        });
        let body = match kind.map_or("meeting", |(kind, _)| *kind) {
            "call" => format!("Call(id: \"e{number}\", when: \"{when}\", participants: [\"p{one}\", \"p{other}\"]"),
            "visit" => self.visit(number, &when, one, other),
            "statement" => format!(
                "Statement(id: \"e{number}\", when: \"{when}\", speaker: \"p{one}\", text: \"A statement on subject {}\"",
                number % 977
            ),
            "message" => format!("Message(id: \"e{number}\", when: \"{when}\", from: \"p{one}\", to: \"p{other}\""),
            _ => self.meeting(number, &when, one, other),
        };
        let more = if self.below(5) == 0 { format!(", \"s{}#p2\"", number / 20) } else { String::new() };
        self.records.push(format!("{body}, source: [\"s{}#p{}\"{more}]),\n", number / 10, number % 10 + 3));
    }

    fn pair(&mut self) -> (u64, u64) {
        let one = self.person();
        (one, self.partner(one))
    }

    fn visit(&mut self, number: u64, when: &str, one: u64, other: u64) -> String {
        let to = other % self.states;
        format!(
            "Visit(id: \"e{number}\", to: \"state-{to}\", when: \"{when}\", rank: Working, place: \"city-{to}\", visitors: [(who: \"p{one}\", as: \"o{one}\")]"
        )
    }

    fn meeting(&mut self, number: u64, when: &str, one: u64, other: u64) -> String {
        let place = other % self.states;
        let mut text = format!(
            "Meeting(id: \"e{number}\", when: \"{when}\", place: \"city-{place}\", participants: [(who: \"p{other}\", as: \"o{other}\", role: Host), (who: \"p{one}\", as: \"o{one}\")"
        );
        for _ in 0..self.below(4) {
            let third = self.partner(one);
            if third != other {
                // Writing to a text cannot fail.
                let _ = write!(text, ", (who: \"p{third}\", for: \"state-{}\", part: Delegation)", one % self.states);
                break;
            }
        }
        text + "]"
    }
}
