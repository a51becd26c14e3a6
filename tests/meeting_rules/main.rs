//! The rules of answers, case by case: facts, a question and the rows that must come.

mod attendance;
mod meetings;
mod officials;
mod periods;
mod questions;
mod status;
mod tenures;
mod world;
