//! Made-up events in the form of ICEWS: four columns, source, relation, target and date.
//!
//! A few actors take part in very many events and most in few, as in real event data: the activity of the actor of rank r
//! is as r to the power of -0.9. Half of the partners are neighbours in rank. Days run over twenty years, in order. The
//! same number gives the same bytes.

use chancery::date::Day;
use std::fs::File;
use std::io::{BufWriter, Write};

const LABELS: [&str; 8] = [
    "Make_a_visit",
    "Host_a_visit",
    "Consult",
    "Engage_in_negotiation",
    "Discuss_by_telephone",
    "Make_statement",
    "Criticize_or_denounce",
    "Sign_formal_agreement",
];

/// A sequence of numbers without a pattern (splitmix64, by Sebastiano Vigna).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "fifty-three bits fit")]
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("a small number")
    }
}

/// Writes so many events into a file.
pub(crate) fn write(events: usize, file: &str) {
    let mut out = BufWriter::new(File::create(file).expect("a file that can be written"));
    lines(events, &mut out);
    out.flush().expect("room on the disk");
}

/// Writes the lines of so many events.
pub(crate) fn lines(events: usize, out: &mut dyn Write) {
    let actors = (events / 40).max(2_000);
    let mut sum = 0.0;
    let weights = (1..=actors).map(|rank| {
        sum += f64::from(u32::try_from(rank).expect("few actors")).powf(-0.9);
        sum
    });
    let weights: Vec<f64> = weights.collect();
    let (from, to) = (Day::new(2005, 1, 1).expect("a day"), Day::new(2025, 1, 1).expect("a day"));
    let days = from.days_until(to).and_then(|days| u64::try_from(days).ok()).expect("twenty years");
    let mut chance = Chance(7);
    for event in 0..events {
        let source = pick(&weights, sum, &mut chance);
        let near = chance.below(2) == 0;
        let target = if near { (source + 1 + steps(&mut chance)) % actors } else { pick(&weights, sum, &mut chance) };
        let target = if target == source { (target + 1) % actors } else { target };
        let label = LABELS.get(chance.below(LABELS.len())).expect("one of them");
        let day = i32::try_from(event as u64 * days / events as u64).expect("twenty years");
        writeln!(out, "Actor {source:07}\t{label}\tActor {target:07}\t{}", from.plus_days(day))
            .expect("room on the disk");
    }
}

fn pick(weights: &[f64], sum: f64, chance: &mut Chance) -> usize {
    let at = chance.part() * sum;
    weights.partition_point(|weight| *weight < at).min(weights.len() - 1)
}

/// How far away a neighbour is: twenty on average, each step as likely as the one before.
fn steps(chance: &mut Chance) -> usize {
    (1..200).find(|_| chance.below(20) == 0).unwrap_or(200)
}
