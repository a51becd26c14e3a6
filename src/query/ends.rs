//! Ends: when the first and the last of several events were.

use crate::date::Day;

/// The first and the last of several events by date, each as it reads.
///
/// The first one is the one that can have begun first, the last one that which can have gone on longest; both can be the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    first: Option<(Day, Day, String)>,
    last: Option<(Day, Day, String)>,
}

impl Ends {
    /// Takes in an event that took place within these days, and how its date reads.
    pub(super) fn add(&mut self, first: Day, last: Day, cell: &str) {
        let (begins, ends) = ((first, last, cell.to_owned()), (last, first, cell.to_owned()));
        self.first = self.first.take().into_iter().chain([begins]).min();
        self.last = self.last.take().into_iter().chain([ends]).max();
    }

    /// When the first was, as it reads, and the first day that it can have begun.
    pub(super) fn first(&self) -> (Option<String>, Option<Day>) {
        end(self.first.as_ref())
    }

    /// When the last was, as it reads, and the last day that it can have gone on.
    pub(super) fn last(&self) -> (Option<String>, Option<Day>) {
        end(self.last.as_ref())
    }
}

/// How an end reads, and its day where that is known.
fn end(end: Option<&(Day, Day, String)>) -> (Option<String>, Option<Day>) {
    let day = end.map(|(day, ..)| *day).filter(|day| !day.is_open());
    (end.map(|(.., cell)| cell.clone()), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_events_does_not_matter() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let events = [("2031-01-05", "2031-01-05"), ("2031-01-01", "2031-12-31"), ("2031-02-01", "2031-02-03")];
        let ends = |order: [usize; 3]| {
            let mut ends = Ends::default();
            for (first, last) in order.into_iter().filter_map(|at| events.get(at)) {
                ends.add(day(first), day(last), &format!("{first}–{last}"));
            }
            ends
        };
        let found = ends([0, 1, 2]);
        assert_eq!(found, ends([2, 1, 0]));
        assert_eq!(found.first(), (Some("2031-01-01–2031-12-31".to_owned()), Some(day("2031-01-01"))));
        assert_eq!(found.last(), (Some("2031-01-01–2031-12-31".to_owned()), Some(day("2031-12-31"))));
        assert_eq!(Ends::default().first(), (None, None));
        let mut open = Ends::default();
        open.add(Day::MIN, day("2031-01-01"), "..2031-01-01");
        assert_eq!(open.first(), (Some("..2031-01-01".to_owned()), None));
    }
}
