//! RON: the whole answer as one value, with the names and the data of the JSON. All escaping is done by `ron`.

use crate::query::Answer;
use ::ron::extensions::Extensions;
use ::ron::ser::PrettyConfig;
use std::io::{self, Write};

/// Writes the envelope, indented, with a line break at the end. What may be missing is written without `Some`, as in
/// fact files, and the first line tells a reader so.
pub(super) fn write(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let style = PrettyConfig::new().new_line("\n").indentor("  ").extensions(Extensions::IMPLICIT_SOME);
    let text = ::ron::ser::to_string_pretty(answer, style).map_err(io::Error::other)?;
    writeln!(out, "{text}")
}
