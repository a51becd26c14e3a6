//! Heads of columns for people.

/// What a column is called above a table: its name in capitals; whose capacity it is, the column before it tells.
pub(super) fn head(column: &str) -> String {
    match column {
        "with_as" | "from_as" | "to_as" => "AS".to_owned(),
        "under_name" => "UNDER".to_owned(),
        "stand_in" => "STAND-IN".to_owned(),
        other => other.to_uppercase().replace('_', " "),
    }
}
