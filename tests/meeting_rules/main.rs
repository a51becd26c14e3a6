//! The rules of answers, case by case: facts, a question and the rows that must come.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

#[path = "../compiled/again.rs"]
mod again;
mod aspects;
mod attendance;
mod chains;
mod meetings;
mod officials;
mod periods;
mod questions;
mod status;
mod taken_back;
mod tenures;
mod world;
