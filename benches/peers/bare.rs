//! The practical limit: nothing but days and two numbers, in sorted lists, on one thread. No events, bounds, degrees,
//! capacities or sources.

use super::labels::{MEETINGS, X, Y, Z};
use super::report::Report;
use chancery::date::Day;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader};

#[derive(Default)]
struct Bare {
    names: Vec<String>,
    number: HashMap<String, u32>,
    /// By day.
    rows: Vec<(i32, u32, u32)>,
    starts: Vec<usize>,
    /// Day and partner, by actor.
    met: Vec<(i32, u32)>,
}

/// Reads the events and answers.
pub(crate) fn read(file: &str) {
    let mut report = Report::new("bare index");
    let bare = Bare::new(file);
    let (x, y, z) = (bare.number[X], bare.number[Y], bare.number[Z]);
    drop(bare.partners(x, day(2012, 1, 1), day(2016, 12, 31)));
    report.loaded();
    let name = |at: u32| bare.names[at as usize].as_str();
    let date = |number: i32| Day::from_number(number).expect("a day");
    report.ask(
        "q1",
        || bare.partners(x, day(2012, 1, 1), day(2016, 12, 31)),
        |rows| {
            rows.iter().map(|(a, n, from, to)| format!("{}\t{n}\t{}\t{}\n", name(*a), date(*from), date(*to))).collect()
        },
    );
    report.ask("q2", || bare.dates(x, y), |days| days.iter().map(|day| format!("{}\n", date(*day))).collect());
    report.ask(
        "q3",
        || bare.two_steps(x, day(2015, 1, 1), day(2015, 12, 31)),
        |all| all.iter().map(|who| format!("{who}\n")).collect(),
    );
    report.ask(
        "q4",
        || bare.pairs(day(2019, 1, 1), day(2019, 12, 31)),
        |pairs| pairs.iter().map(|(n, a, b)| format!("{a}\t{b}\t{n}\n")).collect(),
    );
    report.ask("q5", || bare.distance(x, z), |steps| steps.map_or("none\n".to_owned(), |n| format!("{n}\n")));
    report.ask(
        "q6",
        || bare.arrival(x, z, day(2015, 1, 1)),
        |day| day.map_or("never\n".to_owned(), |day| format!("{}\n", date(day))),
    );
    report.print();
}

fn day(year: i32, month: u8, of_month: u8) -> i32 {
    Day::new(year, month, of_month).expect("a day").number()
}

impl Bare {
    fn new(file: &str) -> Self {
        let mut bare = Self::default();
        let mut lines = BufReader::with_capacity(1 << 20, File::open(file).expect("a file of events"));
        let (mut line, mut latest) = (String::new(), (String::new(), 0));
        while lines.read_line(&mut line).expect("a text") > 0 {
            let mut cells = line.trim_end().split('\t');
            let mut cell = || cells.next().expect("four columns");
            let (one, label, other, date) = (cell(), cell(), cell(), cell());
            if MEETINGS.contains(&label) {
                if latest.0 != date {
                    latest = (date.to_owned(), date.parse::<Day>().expect("a day").number());
                }
                let row = (latest.1, bare.intern(one), bare.intern(other));
                bare.rows.push(row);
            }
            line.clear();
        }
        bare.by_name();
        bare.index();
        bare
    }

    /// Numbers the actors in the order of names, so that answers come in it.
    fn by_name(&mut self) {
        let mut order: Vec<u32> = (0..).take(self.names.len()).collect();
        order.sort_unstable_by_key(|at| &self.names[*at as usize]);
        let mut now = vec![0; order.len()];
        for (at, number) in order.iter().zip(0..) {
            now[*at as usize] = number;
        }
        self.rows.iter_mut().for_each(|row| (row.1, row.2) = (now[row.1 as usize], now[row.2 as usize]));
        self.number.values_mut().for_each(|number| *number = now[*number as usize]);
        self.names.sort_unstable();
    }

    fn intern(&mut self, name: &str) -> u32 {
        if let Some(number) = self.number.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).expect("few actors");
        self.names.push(name.to_owned());
        self.number.insert(name.to_owned(), number);
        number
    }

    fn index(&mut self) {
        self.rows.sort_by_key(|row| row.0);
        self.starts = vec![0; self.names.len() + 1];
        for (_, one, other) in &self.rows {
            self.starts[*one as usize + 1] += 1;
            self.starts[*other as usize + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        let mut next = self.starts.clone();
        self.met = vec![(0, 0); self.rows.len() * 2];
        for (day, one, other) in &self.rows {
            for (own, with) in [(one, other), (other, one)] {
                self.met[next[*own as usize]] = (*day, *with);
                next[*own as usize] += 1;
            }
        }
    }

    fn of(&self, who: u32) -> &[(i32, u32)] {
        &self.met[self.starts[who as usize]..self.starts[who as usize + 1]]
    }

    fn within(&self, who: u32, first: i32, last: i32) -> &[(i32, u32)] {
        let own = self.of(who);
        let own = &own[own.partition_point(|met| met.0 < first)..];
        &own[..own.partition_point(|met| met.0 <= last)]
    }

    fn partners(&self, who: u32, first: i32, last: i32) -> Vec<(u32, usize, i32, i32)> {
        let mut met: Vec<(u32, i32)> = self.within(who, first, last).iter().map(|(day, with)| (*with, *day)).collect();
        met.sort_unstable();
        let groups = met.chunk_by(|one, other| one.0 == other.0);
        let mut rows: Vec<_> = groups.map(|all| (all[0].0, all.len(), all[0].1, all[all.len() - 1].1)).collect();
        rows.sort_unstable_by_key(|row| (usize::MAX - row.1, row.0));
        rows
    }

    fn dates(&self, one: u32, other: u32) -> Vec<i32> {
        let (few, many) = if self.of(one).len() < self.of(other).len() { (one, other) } else { (other, one) };
        self.of(few).iter().filter(|met| met.1 == many).map(|met| met.0).collect()
    }

    fn two_steps(&self, who: u32, first: i32, last: i32) -> Vec<&str> {
        let mut seen = vec![false; self.names.len()];
        let mut near = Vec::new();
        for (_, one) in self.within(who, first, last) {
            if !std::mem::replace(&mut seen[*one as usize], true) {
                near.push(*one);
            }
        }
        near.iter().flat_map(|one| self.within(*one, first, last)).for_each(|met| seen[met.1 as usize] = true);
        seen[who as usize] = false;
        self.names.iter().zip(seen).filter(|(_, seen)| *seen).map(|(name, _)| name.as_str()).collect()
    }

    fn pairs(&self, first: i32, last: i32) -> Vec<(usize, &str, &str)> {
        let from = self.rows.partition_point(|row| row.0 < first);
        let to = self.rows.partition_point(|row| row.0 <= last);
        let rows = self.rows[from..to].iter();
        let mut keys: Vec<u64> = rows.map(|(_, a, b)| u64::from(*a.min(b)) << 32 | u64::from(*a.max(b))).collect();
        keys.sort_unstable();
        let groups = keys.chunk_by(|one, other| one == other);
        let mut counts: Vec<(usize, u64)> = groups.map(|all| (usize::MAX - all.len(), all[0])).collect();
        if counts.len() > 20 {
            counts.select_nth_unstable(20);
            counts.truncate(20);
        }
        counts.sort_unstable();
        let name = |key: u64| self.names[usize::try_from(key & 0xffff_ffff).expect("a number")].as_str();
        counts.into_iter().map(|(rest, key)| (usize::MAX - rest, name(key >> 32), name(key))).collect()
    }

    /// From both ends, a step at a time on the side that has reached fewer.
    fn distance(&self, one: u32, other: u32) -> Option<usize> {
        let (mut near, mut far) = ((HashSet::from([one]), vec![one]), (HashSet::from([other]), vec![other]));
        for steps in 1.. {
            let cost = |end: &(HashSet<u32>, Vec<u32>)| end.1.iter().map(|who| self.of(*who).len()).sum::<usize>();
            let (own, against) = if cost(&near) <= cost(&far) { (&mut near, &far) } else { (&mut far, &near) };
            let mut next = Vec::new();
            for (_, with) in own.1.iter().flat_map(|who| self.of(*who)) {
                if against.0.contains(with) {
                    return Some(steps);
                }
                if own.0.insert(*with) {
                    next.push(*with);
                }
            }
            own.1 = next;
            if own.1.is_empty() {
                break;
            }
        }
        None
    }

    fn arrival(&self, from: u32, to: u32, start: i32) -> Option<i32> {
        let mut know = vec![false; self.names.len()];
        know[from as usize] = true;
        let rows = &self.rows[self.rows.partition_point(|row| row.0 < start)..];
        for today in rows.chunk_by(|one, other| one.0 == other.0) {
            let told = |(_, a, b): &(i32, u32, u32)| match (know[*a as usize], know[*b as usize]) {
                (true, false) => Some(*b),
                (false, true) => Some(*a),
                _ => None,
            };
            for one in today.iter().filter_map(told).collect::<Vec<_>>() {
                know[one as usize] = true;
            }
            if know[to as usize] {
                return Some(today[0].0);
            }
        }
        None
    }
}
