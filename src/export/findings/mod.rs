//! What checks found, for programs: JSON, GitHub's annotations, and SARIF. Each has one function that escapes.

mod github;
mod json;
mod sarif;

pub use github::write as write_github;
pub use json::write as write_json;
pub use sarif::write as write_sarif;
