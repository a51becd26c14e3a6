//! Axes: where numbers and days lie on a picture, and which of them are named.

mod number;
mod time;

pub(super) use number::numbers;
pub(super) use time::{Tick, TimeAxis};
