//! Maps: what a user says about a table, in RON. The documentation of the fields is printed in `docs/importing.md`.

use super::section::{Section, choice, section, words};
use super::template::Template;
use crate::record::Kind;
use std::collections::BTreeMap;

section! {
    /// The whole map.
    Outline
    must {
        /// The records that each row makes.
        records: Vec<Recipe>,
    }
    may {
        /// How the file is read.
        input: Input,
        /// How dates are read; `Days` may say it anew for its columns.
        dates: Reading,
        /// Which rows go in: those that fit all of these conditions. The others are skipped and listed.
        r#where: Vec<Condition>,
        /// Several rows that make one event.
        group: Option<Group>,
        /// What happens to a row whose cells are all as in an earlier one. `Merge` keeps 16 bytes a row in memory.
        repeats: Repeats,
        /// Ids of names that are known already, so that facts written by hand join: `{"Person A": "person-a"}`. No record is made for them. Case, accents and punctuation make no difference. A title of an office may stand after the id of the actor that it belongs to: `{"land-a: President": "land-a-president"}`.
        names: BTreeMap<String, String>,
        /// A folder for all fact files that are written, such as `register-a`.
        folder: Option<String>,
        /// Records that are made once, before the first row, such as the `Source` that the table is.
        first: Vec<Recipe>,
    }
}

section! {
    /// How the file is read.
    Input
    must {}
    may {
        /// The encoding, by its name on the web: `utf-8`, `utf-16le`, `windows-1252`, `gb18030` … A byte order mark goes before it. Silent: UTF-8, or UTF-16 where every other byte is zero.
        encoding: Option<String>,
        /// The sign between two cells. Silent: `,`; a tab is `\t`.
        delimiter: Option<char>,
        /// The quotes around a cell; within, they are doubled. Silent: `"`.
        quote: Option<char>,
        /// A sign that takes the next one as it is, within quotes: `\\`.
        escape: Option<char>,
        /// Lines that begin with this sign are passed over.
        comment: Option<char>,
        /// How many rows stand above the one with the names of the columns.
        skip: usize,
        /// The names of the columns, for a table that has no row with them.
        columns: Vec<String>,
        /// Texts that mean that a cell says nothing: `["-", "n/a"]`.
        empty: Vec<String>,
        /// What happens to a row that is too short or too long.
        ragged: Ragged,
        /// The sheet of a workbook. Silent: the first.
        sheet: Option<String>,
    }
}

section! {
    /// How dates are read. Whatever the order, EDTF, dates that begin with a year of four digits, names of months, parts of dates (`May 2031`, `2031`), ranges (`4–6 May 2031`, `… to …`), `c.` or `about` before a date and `?` after it are understood, and so is a time of day behind it.
    Reading
    must {}
    may {
        /// The order of dates in numbers. Silent: a row with such a date is skipped.
        order: Option<Order>,
        /// The first of the hundred years that two digits can mean: with 1950, `49` is 2049 and `50` is 1950. Silent: a row with such a year is skipped.
        pivot: Option<i32>,
        /// More names of months, with their numbers: `{"janvier": 1}`.
        months: BTreeMap<String, u8>,
        /// What a range of days means.
        range: Range,
    }
}

section! {
    /// A condition on a row; all that is stated has to hold.
    Condition
    must {
        /// What is looked at, mostly one column: `"{Status}"`.
        from: Template,
    }
    may {
        /// It is one of these.
        is: Vec<String>,
        /// It is none of these.
        not: Vec<String>,
        /// It says something, or it does not.
        filled: Option<bool>,
    }
}

section! {
    /// Several rows that make one event: participants, lists and citations are united; where they say two things of which one can stand, the later row is skipped.
    Group
    must {
        /// Rows belong together if all of these are equal: `["{Date}", "{Leader}"]`.
        by: Vec<Template>,
    }
    may {
        /// Where such rows stand.
        rows: Adjacency,
    }
}

section! {
    /// One record that a row makes.
    Recipe
    must {
        /// The kind of record.
        kind: Kind,
        /// The id, made into a slug: `"visit-{row}"`, `"{Leader} {when}"`.
        id: Template,
    }
    may {
        /// A name by which other records of the row say its id: `Record("visit")`.
        label: Option<String>,
        /// The fact file, without its ending. Silent: by the kind of record.
        file: Option<String>,
        /// What happens where an id comes again. Silent: `Number` for events, `Once` for others.
        again: Option<Again>,
        /// When the record is made: if the row fits all of these.
        r#where: Vec<Condition>,
        /// One record for each part of a text; `{each}` is the part.
        each: Option<Parts>,
        /// The fields of the record but those named below, by their names in fact files; after a point, the key of a table: `"ids.hsg"`.
        fields: BTreeMap<String, Value>,
        /// Who took part.
        participants: Vec<Cast>,
        /// What makes a record less certain.
        certainty: Vec<Doubt>,
        /// The citations.
        source: Vec<Cited>,
    }
}

section! {
    /// A text that is split into parts.
    Parts
    must {
        /// The text.
        from: Template,
        /// What stands between two parts. Nothing is split within brackets.
        separators: Vec<String>,
    }
    may {}
}

section! {
    /// Dates from one column, or from two.
    Days
    must {
        /// The date, or the first day: `"{Date}"`, `"{Start} {Start time}"`, `"{Year}-{Month}-{Day}"`.
        from: Template,
    }
    may {
        /// The last day.
        to: Option<Template>,
        /// What it means if `to` is empty.
        without_end: Ending,
        /// How these dates are read. Silent: as `dates` of the map says.
        read: Option<Reading>,
    }
}

section! {
    /// Something that is named in a cell and becomes a record of its own, once.
    Named
    must {
        /// What it is: Person, State, Party, Organization, Forum, Place, Office or Topic.
        kind: Kind,
        /// The name.
        from: Template,
    }
    may {
        /// What stands between several names. Nothing is split within brackets.
        separators: Vec<String>,
        /// The order of the parts of a name.
        order: NameOrder,
        /// The name of the state that it belongs to (or of the actor, see `of_kind`); of a place, where it lies.
        of: Option<Template>,
        /// What `of` names. Silent: State.
        of_kind: Option<Kind>,
    }
}

section! {
    /// A word for each text of a column.
    Words
    must {
        /// What is looked at.
        from: Template,
        /// The words: `{"tel.": "Phone"}`. A row with a text that is not among them is skipped.
        of: BTreeMap<String, String>,
    }
    may {
        /// The word for all other texts.
        other: Option<String>,
        /// The word where the column says nothing.
        silent: Option<String>,
    }
}

section! {
    /// Participants from one column.
    Cast
    must {
        /// The names: `"{Participants}"`.
        from: Template,
    }
    may {
        /// The field: participants, visitors, signatories, speaker, from, to or conveyed_by. Silent: participants, of a visit visitors.
        field: Option<String>,
        /// What they are. Silent: Person.
        kind: Option<Kind>,
        /// What stands between two names: `[";", " and "]`. Nothing is split within brackets.
        separators: Vec<String>,
        /// The order of the parts of a name.
        order: NameOrder,
        /// What stands in round brackets behind a name: in the first, the second, and so on; the last word counts for all that follow. Silent: `[Capacity]`.
        brackets: Vec<Bracket>,
        /// The capacity of all of them: `"President"`, `"{Office}"`.
        capacity: Option<Template>,
        /// What stands between two capacities: `["; "]`.
        capacity_separators: Vec<String>,
        /// Whether capacities become offices.
        capacities: Capacities,
        /// The name of the state (or actor, see `side_kind`) that all of them stand for.
        side: Option<Template>,
        /// What sides are. Silent: State.
        side_kind: Option<Kind>,
        /// The name of the state (or actor) whose offices the capacities are, but for those who have a side in brackets. Silent: the side.
        of: Option<Template>,
        /// The role of all of them.
        role: Option<Template>,
        /// What kind of participants they are.
        part: Option<Template>,
        /// Whether they were there.
        presence: Option<Template>,
        /// What behind a name marks it as uncertain: `["?", "(?)"]`. It is taken off and said in `reason`, and `derived` says that the list is uncertain.
        doubt: Vec<String>,
        /// Names that are none: `["others", "staff"]`. They are passed over.
        ignore: Vec<String>,
    }
}

section! {
    /// What makes a record less certain, and how.
    Doubt
    must {
        /// When: if the row fits all of these conditions.
        r#if: Vec<Condition>,
        /// What is said of the record then.
        then: Vec<Effect>,
    }
    may {}
}

section! {
    /// A citation.
    Cited
    must {
        /// The id of the source, made into a slug.
        id: Template,
    }
    may {
        /// The place in it: `"row {row}"`.
        locator: Option<Template>,
        /// Its words.
        quote: Option<Template>,
        /// The language of the quote.
        lang: Option<Template>,
        /// The id of whom the source quotes.
        says: Option<Template>,
    }
}

choice! {
    /// What stands in a field.
    Value {
        /// A text with columns, `Text("{Title}")`; also a word, a number or `true`.
        Text(Template),
        /// Several texts in one: `List(from: "{Topics}", separators: [";"])`.
        List(Parts),
        /// An id, made into a slug.
        Id(Template),
        /// The id of the record of this row that has this label.
        Record(String),
        /// A date.
        Days(Days),
        /// A person, state, place … by its name.
        Named(Named),
        /// A word for each text.
        Words(Words),
    }
}

choice! {
    /// What a doubt does.
    Effect {
        /// Puts `?` behind the date in this field, so that the row is possible: `Uncertain("when")`.
        Uncertain(String),
        /// Says that a field was worked out, and how: `Derived("place", "…")`. A place, rank, occasion or capacity is possible then.
        Derived(String, String),
        /// The credibility, 1 to 6.
        Credibility(u8),
    }
}

words! {
    /// What a repeated row does.
    Repeats {
        /// It is counted as merged, and nothing else.
        Merge,
        /// It is read like any other.
        Keep,
    }
}

words! {
    /// What happens to a row that is too short or too long.
    Ragged {
        /// It is skipped.
        Skip,
        /// Its last cells are empty; and of one that is too long, empty cells at the end do not count.
        Fill,
    }
}

words! {
    /// What a range of days means.
    Range {
        /// It lasted from the first to the last day: `A/B`.
        Lasted,
        /// It took place on some day within: `[A..B]`.
        Within,
    }
}

words! {
    /// What it means that there is no last day.
    Ending {
        /// It was over on the first.
        OneDay,
        /// When it ended is not stated: `A/`.
        Unstated,
    }
}

words! {
    /// Where the rows of a group stand.
    Adjacency {
        /// One after the other: only one group is held in memory.
        Consecutive,
        /// Anywhere: all records are held in memory up to the end, about 1 KB a row.
        Anywhere,
    }
}

words! {
    /// What happens where an id comes again.
    Again {
        /// The later record gets a number: `visit-2`. It is reported.
        Number,
        /// The record is not made again. If it says something else than before, that is reported.
        Once,
        /// It is one more account of the same fact.
        Account,
    }
}

words! {
    /// The order of the parts of a name.
    NameOrder {
        /// As it is written.
        AsWritten,
        /// `Surname, Given`: it is turned round, and the surname becomes `family`.
        FamilyGiven,
    }
}

words! {
    /// What stands in brackets behind a name.
    Bracket {
        /// Capacities.
        Capacity,
        /// The side.
        Side,
        /// The title as the source prints it.
        Printed,
        /// Why the participant was absent, or took part in this way.
        Reason,
        /// It is a part of the name.
        Name,
        /// Nothing that is taken in.
        Ignored,
    }
}

words! {
    /// Whether capacities become offices.
    Capacities {
        /// Offices of the side, or of the actor that `of` names; where there is neither, the title as printed.
        Offices,
        /// The title as printed.
        Printed,
    }
}

words! {
    /// The order of a date in numbers.
    Order {
        /// `dd-mm-yyyy`, `dd.mm.yy`
        DayMonthYear,
        /// `mm/dd/yyyy`, `mm/dd/yy`
        MonthDayYear,
        /// `yyyy/mm/dd`, `yy-mm-dd`
        YearMonthDay,
    }
}

/// Every structure and choice, in the order in which they are documented.
pub(super) const SECTIONS: &[Section] = &[
    Outline::SECTION,
    Input::SECTION,
    Reading::SECTION,
    Order::SECTION,
    Range::SECTION,
    Condition::SECTION,
    Repeats::SECTION,
    Ragged::SECTION,
    Group::SECTION,
    Adjacency::SECTION,
    Recipe::SECTION,
    Again::SECTION,
    Value::SECTION,
    Days::SECTION,
    Ending::SECTION,
    Named::SECTION,
    NameOrder::SECTION,
    Words::SECTION,
    Parts::SECTION,
    Cast::SECTION,
    Bracket::SECTION,
    Capacities::SECTION,
    Doubt::SECTION,
    Effect::SECTION,
    Cited::SECTION,
];
