//! Formats: in which column of a file what stands.

use super::relation::relation;
use std::fmt;
use std::str::FromStr;

/// A format of machine-coded events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventFormat {
    /// Source, relation, target and date, with or without a header.
    Dyads,
    /// ICEWS event data, with its header.
    Icews,
    /// GDELT 1, 57 columns or 58 with the address.
    Gdelt1,
    /// GDELT 2, 61 columns.
    Gdelt2,
    /// POLECAT, with its header.
    Polecat,
}

impl EventFormat {
    /// Every format.
    pub const ALL: &[Self] = &[Self::Dyads, Self::Icews, Self::Gdelt1, Self::Gdelt2, Self::Polecat];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dyads => "dyads",
            Self::Icews => "icews",
            Self::Gdelt1 => "gdelt1",
            Self::Gdelt2 => "gdelt2",
            Self::Polecat => "polecat",
        }
    }

    /// What the outside ids of its actors are called.
    pub fn codes(self) -> &'static str {
        match self {
            Self::Polecat => "wikipedia",
            _ => "cameo",
        }
    }

    /// Whether the same name stands for many, such as every `PRESIDENT`, which their codes tell apart.
    pub(super) fn names_by_code(self) -> bool {
        matches!(self, Self::Gdelt1 | Self::Gdelt2)
    }

    /// The names of its columns, as far as they are looked at: date, relation, its mode or code, the parts of the source
    /// and of the target (name, code, country), and of the place (name, country, latitude, longitude).
    fn columns(self) -> [&'static str; 13] {
        match self {
            Self::Dyads => ["date", "relation", "", "source", "", "", "target", "", "", "", "", "", ""],
            Self::Icews => [
                "event date",
                "event text",
                "cameo code",
                "source name",
                "",
                "source country",
                "target name",
                "",
                "target country",
                "city",
                "country",
                "latitude",
                "longitude",
            ],
            Self::Gdelt1 | Self::Gdelt2 => [
                "sqldate",
                "eventcode",
                "",
                "actor1name",
                "actor1code",
                "actor1countrycode",
                "actor2name",
                "actor2code",
                "actor2countrycode",
                "actiongeo fullname",
                "",
                "actiongeo lat",
                "actiongeo long",
            ],
            Self::Polecat => [
                "event date",
                "event type",
                "event mode",
                "actor name",
                "wikipedia actor id",
                "actor country",
                "recipient name",
                "wikipedia recipient id",
                "recipient country",
                "city",
                "country",
                "latitude",
                "longitude",
            ],
        }
    }

    /// Where they stand in files without a header.
    fn places(self) -> Option<[usize; 13]> {
        const NO: usize = usize::MAX;
        match self {
            Self::Dyads => Some([3, 1, NO, 0, NO, NO, 2, NO, NO, NO, NO, NO, NO]),
            Self::Gdelt1 => Some([1, 26, NO, 6, 5, 7, 16, 15, 17, 50, NO, 53, 54]),
            Self::Gdelt2 => Some([1, 26, NO, 6, 5, 7, 16, 15, 17, 52, NO, 56, 57]),
            Self::Icews | Self::Polecat => None,
        }
    }

    /// How many columns files without a header have.
    fn width(self) -> &'static [usize] {
        match self {
            Self::Dyads => &[4],
            Self::Gdelt1 => &[57, 58],
            Self::Gdelt2 => &[61],
            Self::Icews | Self::Polecat => &[],
        }
    }
}

impl fmt::Display for EventFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for EventFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().copied().find(|format| format.name() == text);
        found.ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|format| format.name()).collect();
            format!("there is no format `{text}`; it is one of {}", names.join(", "))
        })
    }
}

/// What the column of dates is called, in headers in words of their own.
const DATES: [&str; 12] = [
    "date",
    "sqldate",
    "event date",
    "when",
    "dates",
    "datum",
    "fecha",
    "data",
    "jour",
    "day of event",
    "report date",
    "reported",
];

/// Where what stands in the rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) format: EventFormat,
    pub(super) has_header: bool,
    /// Whether the header has words of its own, so that its columns are taken in the order of rows without one.
    pub(super) is_guessed: bool,
    /// How many columns a row has; more only if they are empty.
    pub(super) width: usize,
    places: [usize; 13],
}

/// What is looked at in a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Date,
    Relation,
    Mode,
    SourceName,
    SourceCode,
    SourceCountry,
    TargetName,
    TargetCode,
    TargetCountry,
    City,
    Country,
    Latitude,
    Longitude,
}

impl Columns {
    /// The columns of a file by the bytes of its first line. One without a line is empty, and in the format asked for, or one
    /// of dyads.
    ///
    /// # Errors
    /// As [`Columns::of`].
    pub(super) fn of_first(line: Option<&[u8]>, forced: Option<EventFormat>) -> Result<Self, String> {
        match line {
            None => Self::of("\t\t\t", None),
            Some(line) => Self::of(&String::from_utf8_lossy(line), forced),
        }
    }

    /// The columns of a file by its first line: by the names in its header, or by how many there are.
    ///
    /// # Errors
    /// Why it is in none of the formats, or not in the one that was asked for.
    pub(super) fn of(first: &str, forced: Option<EventFormat>) -> Result<Self, String> {
        let cells: Vec<&str> = first.split('\t').collect();
        let names: Vec<String> = cells.iter().map(|cell| name(cell)).collect();
        let formats: Vec<EventFormat> = forced.map_or_else(|| EventFormat::ALL.to_vec(), |format| vec![format]);
        let by_header = formats.iter().find_map(|format| Self::by_header(*format, &names));
        let by_width = || formats.iter().find_map(|format| Self::by_width(*format, cells.len()));
        let under_words = |columns: Self| {
            if columns.are_words(&cells) { Self { has_header: true, is_guessed: true, ..columns } } else { columns }
        };
        by_header.or_else(by_width).map(under_words).ok_or_else(|| match forced {
            Some(format) => format!("its first line is neither a header nor a row of `{format}`"),
            None => format!("its first line ({} columns between tabs) is in none of the known formats", cells.len()),
        })
    }

    fn by_header(format: EventFormat, names: &[String]) -> Option<Self> {
        // GDELT 2 is told from its elder brother by a column that only it has.
        let is_second = names.iter().any(|name| name.ends_with("geo adm2code"));
        if matches!(format, EventFormat::Gdelt1 if is_second) || matches!(format, EventFormat::Gdelt2 if !is_second) {
            return None;
        }
        let place = |column: &&str| names.iter().position(|name| !column.is_empty() && name == column);
        let places = format.columns().each_ref().map(|column| place(column).unwrap_or(usize::MAX));
        let columns = Self { format, has_header: true, is_guessed: false, width: names.len(), places };
        let needed = [Part::Date, Part::Relation, Part::SourceName, Part::TargetName];
        needed.iter().all(|part| columns.place(*part) < names.len()).then_some(columns)
    }

    fn by_width(format: EventFormat, width: usize) -> Option<Self> {
        let places = format.places().filter(|_| format.width().contains(&width))?;
        Some(Self { format, has_header: false, is_guessed: false, width, places })
    }

    /// Whether a first line in the place of a row is a header in words of its own: no day stands where the date is to stand, no
    /// relation where the relation is, and no digit anywhere else than behind a word.
    fn are_words(&self, cells: &[&str]) -> bool {
        let cell = |part| cells.get(self.place(part)).copied().unwrap_or_default().trim_matches(['#', '"', ' ', '\r']);
        let is_word = |text: &str| {
            let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
            stem.chars().any(char::is_alphabetic) && !stem.chars().any(|c| c.is_ascii_digit())
        };
        let all = [Part::SourceName, Part::Relation, Part::TargetName, Part::Date].map(cell);
        self.format == EventFormat::Dyads
            && !self.has_header
            && DATES.contains(&name(cell(Part::Date)).as_str())
            && relation(cell(Part::Relation), None).is_none()
            && all.iter().all(|text| is_word(text))
    }

    /// The number of the column in which something stands, from 0; larger than any where it stands in none.
    pub(super) fn place(&self, part: Part) -> usize {
        self.places.get(part as usize).copied().unwrap_or(usize::MAX)
    }
}

/// The name of a column as it is compared: older and newer files differ in case and signs.
fn name(cell: &str) -> String {
    let cell = cell.trim_start_matches('\u{feff}').trim_matches(|c: char| c == '"' || c == '#' || c.is_whitespace());
    let lower = cell.to_lowercase().replace('_', " ");
    match lower.as_str() {
        "subject" | "head" => "source".to_owned(),
        "object" | "tail" => "target".to_owned(),
        "day" => "sqldate".to_owned(),
        "time" | "timestamp" => "date".to_owned(),
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_header_or_width() {
        let known = |line: &str| Columns::of(line, None).map(|columns| (columns.format, columns.has_header));
        let wide = |width: usize| vec!["x"; width].join("\t");
        assert_eq!(known("A\tConsult\tB\t2031-01-01"), Ok((EventFormat::Dyads, false)));
        assert_eq!(known("\u{feff}Source\tRelation\tTarget\tDate"), Ok((EventFormat::Dyads, true)));
        assert_eq!(known("Actor1\tEvent\tActor2\tDay"), Ok((EventFormat::Dyads, true)));
        assert_eq!(known("Who\tWhat\tWith whom\tWhen"), Ok((EventFormat::Dyads, true)));
        assert_eq!(known("Actor A\tConsult\tActor B\tDate"), Ok((EventFormat::Dyads, false)));
        assert_eq!(known("Actor A\tnothing\tActor B\tnever"), Ok((EventFormat::Dyads, false)));
        assert_eq!(known("date\tsubject\trelation\tobject\tmore"), Ok((EventFormat::Dyads, true)));
        assert_eq!(known(&wide(57)), Ok((EventFormat::Gdelt1, false)));
        assert_eq!(known(&wide(58)), Ok((EventFormat::Gdelt1, false)));
        assert_eq!(known(&wide(61)), Ok((EventFormat::Gdelt2, false)));
        assert_eq!(known("Event ID\tEvent Date\tSource Name\tEvent Text\tTarget Name"), Ok((EventFormat::Icews, true)));
        assert_eq!(
            known("\"Event ID\"\tEvent Date\tEvent Type\tActor Name\tRecipient Name"),
            Ok((EventFormat::Polecat, true))
        );
        let gdelt = "GLOBALEVENTID\tSQLDATE\tActor1Name\tActor2Name\tEventCode";
        assert_eq!(known(gdelt), Ok((EventFormat::Gdelt1, true)));
        assert_eq!(known(&format!("{gdelt}\tActionGeo_ADM2Code")), Ok((EventFormat::Gdelt2, true)));
        assert!(known("").is_err() && known(&wide(5)).is_err() && known("a,b,c,d").is_err());
        assert!(Columns::of(&wide(57), Some(EventFormat::Gdelt2)).is_err());
    }
}
