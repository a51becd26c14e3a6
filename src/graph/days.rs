//! The days of a node as they lie in a column.

use crate::date::{Bounds, Day};
use bytemuck::{Pod, Zeroable};

/// The bounds of an event, or none.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Days {
    start_first: Day,
    start_last: Day,
    end_first: Day,
    end_last: Day,
    flags: u32,
}

const THERE: u32 = 1;
const START_SURE: u32 = 2;
const END_SURE: u32 = 4;

impl Days {
    /// The bounds, where there are any.
    pub(super) fn get(self) -> Option<Bounds> {
        let has = |flag| self.flags & flag != 0;
        has(THERE).then_some(Bounds {
            start_first: self.start_first,
            start_last: self.start_last,
            end_first: self.end_first,
            end_last: self.end_last,
            start_sure: has(START_SURE),
            end_sure: has(END_SURE),
        })
    }
}

impl From<Option<Bounds>> for Days {
    fn from(bounds: Option<Bounds>) -> Self {
        let Some(bounds) = bounds else {
            return Self::zeroed();
        };
        let flag = |is: bool, flag: u32| if is { flag } else { 0 };
        Self {
            start_first: bounds.start_first,
            start_last: bounds.start_last,
            end_first: bounds.end_first,
            end_last: bounds.end_last,
            flags: THERE | flag(bounds.start_sure, START_SURE) | flag(bounds.end_sure, END_SURE),
        }
    }
}
