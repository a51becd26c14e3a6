//! What was said in the slots of a shape.

use crate::date::{Day, Length, Period};
use crate::id::Id;
use crate::query::{CalendarUnit, End, Scope, Stated, Who};
use crate::record::{Level, Mode};

use super::asked::Asked;

/// The slots of the other side of a meeting: who they are, and of which rank.
const OTHERS: [&str; 2] = ["b", "m"];

/// What a slot was filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// What a name stands for.
    Facts(Vec<Id>),
    /// Days.
    Period(Period),
    /// A place where.
    At(Id),
    /// An event or forum under which.
    Under(Id),
    /// What about.
    About(Id),
    /// In which office.
    As(Id),
    /// Of which ranks.
    Levels(&'static [Level]),
    /// Officials of these, of which ranks; of all where none is said.
    Officials(Vec<Id>, &'static [Level]),
    /// Per which span of time.
    Unit(CalendarUnit),
    /// By which means.
    Means(Mode),
    /// Within how much time.
    Length(Length),
    /// How many.
    Number(usize),
    /// A title as it was written.
    Words(String),
}

/// All that was said, slot by slot.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) values: Vec<(&'static str, Value)>,
    pub(super) today: Day,
}

impl Said {
    fn value(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// Whom a slot names.
    pub(super) fn who(&self, name: &str) -> Option<Who> {
        match self.value(name)? {
            Value::Facts(ids) | Value::Officials(ids, _) => Some(Who { ids: ids.clone() }),
            _ => None,
        }
    }

    /// The one fact that a slot names.
    pub(super) fn one(&self, name: &str) -> Option<Id> {
        match self.value(name)? {
            Value::Facts(ids) => ids.first().cloned(),
            _ => None,
        }
    }

    /// The words of a title in a slot.
    pub(super) fn words(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            Value::Words(words) => Some(words),
            _ => None,
        }
    }

    pub(super) fn length(&self) -> Option<Length> {
        self.find(|value| if let Value::Length(length) = value { Some(*length) } else { None })
    }

    pub(super) fn number(&self) -> Option<usize> {
        self.find(|value| if let Value::Number(number) = value { Some(*number) } else { None })
    }

    pub(super) fn unit(&self) -> Option<CalendarUnit> {
        self.find(|value| if let Value::Unit(unit) = value { Some(*unit) } else { None })
    }

    pub(super) fn period(&self) -> Option<Period> {
        self.find(|value| if let Value::Period(period) = value { Some(*period) } else { None })
    }

    fn find<T>(&self, of: impl Fn(&Value) -> Option<T>) -> Option<T> {
        self.values.iter().find_map(|(_, value)| of(value))
    }

    /// Which events were asked about, by the phrases that were said.
    pub(super) fn scope(&self) -> Scope {
        let mut scope = Scope::default();
        for (name, value) in &self.values {
            match value {
                Value::Levels(levels) | Value::Officials(_, levels) if OTHERS.contains(name) => {
                    scope.with_levels = levels.to_vec();
                }
                value => narrow(&mut scope, value),
            }
        }
        scope
    }

    /// The day itself, for what stands now.
    pub(super) fn now(&self) -> Period {
        Period { first: self.today, last: self.today }
    }

    /// Only the first or last row of what another function asks.
    pub(super) fn only(&self, end: End, make: impl Fn(&Self) -> Option<Asked>) -> Option<Asked> {
        make(self).map(|asked| Asked { end: Some(end), ..asked })
    }
}

/// Narrows a scope by a phrase.
pub(super) fn narrow(scope: &mut Scope, value: &Value) {
    match value {
        Value::Period(period) => scope.period = *period,
        Value::At(place) => scope.at = Some(place.clone()),
        Value::Under(event) => scope.under = Some(event.clone()),
        Value::About(topic) => scope.about = Some(topic.clone()),
        Value::As(office) => scope.capacity = Some(Stated { offices: vec![office.clone()], words: None }),
        Value::Levels(levels) | Value::Officials(_, levels) => scope.levels = levels.to_vec(),
        Value::Means(mode) => scope.modes = vec![*mode],
        Value::Facts(_) | Value::Unit(_) | Value::Length(_) | Value::Number(_) | Value::Words(_) => {}
    }
}
