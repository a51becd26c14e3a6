//! Dates of publications: in words, as date parts, and as biblatex reads them.

use crate::date::{Day, PointDate, Precision};
use serde_json::{Value, json};

/// A day in words: `December 13, 2024`.
pub(super) fn day_in_words(day: Day) -> String {
    format!("{} {}, {}", day.month_name(), day.ymd().2, day.year())
}

/// A date in words, as precise and as sure as it is written: `March 2031`, `ca. 2031`, `2031?`, `2006 or 2009`,
/// `between March 28, 2023, and April 2023`.
pub(super) fn in_words(date: &PointDate) -> String {
    let written = date.to_string();
    match written.strip_prefix('[').and_then(|set| set.strip_suffix(']')) {
        Some(set) => set.split(',').map(choice).collect::<Vec<_>>().join(" or "),
        None => one(date, &written),
    }
}

/// One choice of a set.
fn choice(written: &str) -> String {
    let words = |part: &str| part.parse::<PointDate>().map_or_else(|_| part.to_owned(), |date| in_words(&date));
    match written.trim().split_once("..") {
        None => words(written),
        Some(("", last)) => format!("{} or earlier", words(last)),
        Some((first, "")) => format!("{} or later", words(first)),
        Some((first, last)) => {
            let first = words(first);
            let comma = if first.contains(',') { "," } else { "" };
            format!("between {first}{comma} and {}", words(last))
        }
    }
}

/// A date that is no set. `~` is about, `?` perhaps, `%` both.
fn one(date: &PointDate, written: &str) -> String {
    let first = date.first();
    let plain = match date.precision() {
        Precision::Day => day_in_words(unqualified(written).and_then(|text| text.parse().ok()).unwrap_or(first)),
        Precision::Month => match unqualified(written).and_then(|text| text.parse::<PointDate>().ok()) {
            Some(month) => format!("{} {}", month.first().month_name(), month.first().year()),
            None => date.cell(),
        },
        Precision::Decade | Precision::Century => years(unqualified(written).unwrap_or(written)),
        _ => date.cell().trim_end_matches(['~', '?', '%']).to_owned(),
    };
    let about = if written.ends_with(['~', '%']) { "ca. " } else { "" };
    let perhaps = if written.ends_with(['?', '%']) { "?" } else { "" };
    format!("{about}{plain}{perhaps}")
}

/// Ten or a hundred years: `2030s`, `2000–2099`.
fn years(written: &str) -> String {
    match written.strip_suffix("XX") {
        Some(hundreds) => format!("{hundreds}00–{hundreds}99"),
        None => format!("{}0s", written.trim_end_matches('X')),
    }
}

/// The text of a date without its qualifier, which widens its days.
fn unqualified(written: &str) -> Option<&str> {
    Some(written.trim_end_matches(['~', '?', '%'])).filter(|text| !text.is_empty())
}

/// The date for biblatex's field `date`, which takes EDTF without sets.
pub(super) fn biblatex(date: &PointDate) -> Option<String> {
    (date.precision() != Precision::Span).then(|| date.to_string())
}

/// The date as the Citation Style Language has it: as many date parts as are known, two dates for a span, `circa` for
/// what is not sure. Where an end is open, the words stand beside the end that is known.
pub(super) fn csl(date: &PointDate) -> Value {
    let written = date.to_string();
    let plain = unqualified(&written).and_then(|text| text.parse::<PointDate>().ok());
    let (first, last) = plain.map_or((date.first(), date.last()), |plain| (plain.first(), plain.last()));
    let is_open = first.is_open() || last.is_open();
    let parts = match date.precision() {
        Precision::Day => vec![day_parts(first)],
        Precision::Month => vec![json!([first.year(), first.month()])],
        Precision::Year => vec![json!([first.year()])],
        Precision::Decade | Precision::Century => vec![json!([first.year()]), json!([last.year()])],
        Precision::Season | Precision::Span => {
            [first, last].into_iter().filter(|day| !day.is_open()).map(day_parts).collect()
        }
    };
    let is_sure = date.is_sure() && !is_open && parts.len() == 1;
    let mut value = json!({"date-parts": parts});
    if let Some(fields) = value.as_object_mut().filter(|_| !is_sure) {
        fields.insert("circa".to_owned(), Value::Bool(true));
        if is_open {
            fields.insert("literal".to_owned(), Value::String(in_words(date)));
        }
    }
    value
}

/// A day as date parts.
pub(super) fn day_parts(day: Day) -> Value {
    let (year, month, day) = day.ymd();
    json!([year, month, day])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, words: &str, biblatex_date: Option<&str>, csl_date: &str) {
        let date: PointDate = written.parse().expect(written);
        assert_eq!(in_words(&date), words, "{written}");
        assert_eq!(biblatex(&date).as_deref(), biblatex_date, "{written}");
        assert_eq!(csl(&date).to_string(), csl_date, "{written}");
    }

    #[test]
    fn dates_stay_as_precise_as_they_are() {
        check("2031-03-07", "March 7, 2031", Some("2031-03-07"), r#"{"date-parts":[[2031,3,7]]}"#);
        check("2031-03", "March 2031", Some("2031-03"), r#"{"date-parts":[[2031,3]]}"#);
        check("2031-03-XX", "March 2031", Some("2031-03"), r#"{"date-parts":[[2031,3]]}"#);
        check("2031", "2031", Some("2031"), r#"{"date-parts":[[2031]]}"#);
        check("203X", "2030s", Some("203X"), r#"{"date-parts":[[2030],[2039]],"circa":true}"#);
        check("20XX~", "ca. 2000–2099", Some("20XX~"), r#"{"date-parts":[[2000],[2099]],"circa":true}"#);
        check("2031-21", "spring 2031", Some("2031-21"), r#"{"date-parts":[[2031,3,1],[2031,11,30]],"circa":true}"#);
    }

    #[test]
    fn doubt_is_kept() {
        check("2031~", "ca. 2031", Some("2031~"), r#"{"date-parts":[[2031]],"circa":true}"#);
        check("2031-03-07~", "ca. March 7, 2031", Some("2031-03-07~"), r#"{"date-parts":[[2031,3,7]],"circa":true}"#);
        check("2031-03?", "March 2031?", Some("2031-03?"), r#"{"date-parts":[[2031,3]],"circa":true}"#);
        check("2031%", "ca. 2031?", Some("2031%"), r#"{"date-parts":[[2031]],"circa":true}"#);
    }

    #[test]
    fn sets_are_spans_or_words() {
        let span = r#"{"date-parts":[[2023,3,28],[2023,4,4]],"circa":true}"#;
        check("[2023-03-28..2023-04-04]", "between March 28, 2023, and April 4, 2023", None, span);
        check("[2006,2009]", "2006 or 2009", None, r#"{"date-parts":[[2006,1,1],[2009,12,31]],"circa":true}"#);
        let open = r#"{"date-parts":[[2023,2,20]],"circa":true,"literal":"February 20, 2023 or earlier"}"#;
        check("[..2023-02-20]", "February 20, 2023 or earlier", None, open);
        let open = r#"{"date-parts":[[2023,2,1]],"circa":true,"literal":"February 2023 or later"}"#;
        check("[2023-02..]", "February 2023 or later", None, open);
    }
}
