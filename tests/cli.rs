//! The command line as people and scripts see it: each file of `tests/cli` holds commands with what they print.
//!
//! `TRYCMD=overwrite cargo test --test cli` updates the expectations; read them as a diff.

#[test]
fn prints_what_it_should() {
    trycmd::TestCases::new().env("CHANCERY_TODAY", "2024-12-31").env("NO_COLOR", "1").case("tests/cli/*.trycmd");
}
