//! Rows about accounts: one for each aspect of which an account says something.

use super::column::{Cell, Column, Names, Row, ids, name};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// Where an account stands, and what is known of its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AccountOf {
    /// The number of the account among those shown of its fact.
    pub number: u64,
    /// `account`, or the kind of record where another one speaks about the fact: `denial`, `retraction`, `remark`.
    pub kind: &'static str,
    /// The source.
    pub source: Option<Id>,
    /// The place in it.
    pub locator: Option<String>,
    /// The title of the source.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it became public, in EDTF.
    pub published: Option<String>,
    /// The party whose account it is.
    pub voice: Option<Id>,
    /// The source that it prints again.
    pub reprint_of: Option<Id>,
    /// Whom the source quotes.
    pub quotes: Option<Id>,
    /// The words of the source.
    pub quote: Option<String>,
    /// The language of the quote.
    pub lang: Option<String>,
    /// How far the account supports the event: `held`, `announced`, `postponed` or `cancelled`.
    pub status: Option<&'static str>,
    /// Whether it only announces because it was published before the day that it gives.
    pub announced_by_publication: bool,
    /// Whether its source took it back.
    pub withdrawn: bool,
    /// The sources that say that it was taken back.
    pub withdrawn_by: Vec<Id>,
    /// File, line and column.
    pub written_at: String,
}

/// What another account says instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Instead {
    /// The number of that account; none for a denial that is not shown.
    pub number: Option<u64>,
    /// Its source.
    pub source: Option<Id>,
    /// Whom that source quotes.
    pub quotes: Option<Id>,
    /// What it says.
    pub says: String,
}

impl Instead {
    /// What it says, and where.
    pub fn text(&self, names: &Names) -> String {
        let quotes = self.quotes.as_ref().map(|id| format!(", quoting {}", name(id, names))).unwrap_or_default();
        let source = self.source.as_ref().map(|source| format!(" ({source}{quotes})")).unwrap_or_default();
        format!("{}{source}", self.says)
    }
}

/// What the keeper decided about what an account says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Judged {
    /// The record that holds the ruling.
    pub ruling: Option<Id>,
    /// Whether the keeper follows the account.
    pub followed: bool,
    /// Why.
    pub why: String,
    /// Who judged.
    pub by: Option<String>,
    /// On what day.
    pub on: Option<crate::date::Day>,
    /// File, line and column of the ruling.
    pub written_at: Option<String>,
}

impl Judged {
    /// Whether the account is followed, in words.
    pub fn verdict(&self) -> &'static str {
        if self.followed { "followed" } else { "not followed" }
    }

    /// The judgement in words.
    pub fn text(&self) -> String {
        format!("{}: {}", self.verdict(), self.reason())
    }

    /// Why, and who judged so.
    pub fn reason(&self) -> String {
        let who = self.by.clone().into_iter().chain(self.on.map(|on| on.to_string())).collect::<Vec<_>>();
        let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
        format!("{}{who}", self.why)
    }
}

/// What an account says of one aspect, and what speaks against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WhyRow {
    /// The fact.
    pub fact: Id,
    /// What it is called.
    pub name: String,
    /// The kind of record that it is.
    pub kind: &'static str,
    /// The date of an event, of all its accounts.
    pub date: Option<String>,
    /// Whether an event was held, of all its accounts; `withdrawn` where all of them were taken back.
    pub status: Option<&'static str>,
    /// On how many sources the fact rests, a reprint being none beside what it prints again.
    pub sources: u64,
    /// The account.
    pub account: AccountOf,
    /// The aspect, as disputes name it.
    pub aspect: String,
    /// The participant concerned.
    pub who: Option<Id>,
    /// What the account says, in our terms.
    pub says: String,
    /// How it was worked out, where the source does not state it.
    pub derived: Option<String>,
    /// What speaks against it.
    pub against: Vec<Instead>,
    /// What the keeper decided.
    pub ruling: Option<Judged>,
    /// How sure the fact is in this aspect, as the account has it.
    #[serde(serialize_with = "super::event::certainty")]
    #[schemars(with = "crate::record::Word<Certainty>")]
    pub certainty: Certainty,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl WhyRow {
    /// The aspect, with what the participant concerned is called.
    fn aspect(&self, names: &Names) -> String {
        match &self.who {
            Some(who) => format!("{} of {}", self.aspect, name(who, names)),
            None => self.aspect.clone(),
        }
    }
}

impl AccountOf {
    /// What the account supports, in words.
    pub fn status_words(&self) -> Option<String> {
        let words: Vec<String> = self.kept_words().into_iter().chain(self.withdrawn_words()).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// What it would support if it was not taken back.
    pub fn kept_words(&self) -> Option<String> {
        let by = if self.announced_by_publication { ", by its day of publication" } else { "" };
        self.status.map(|status| format!("{status}{by}"))
    }

    /// That it was taken back, and who says so.
    pub fn withdrawn_words(&self) -> Option<String> {
        let by: Vec<String> = self.withdrawn_by.iter().map(Id::to_string).collect();
        let by = if by.is_empty() { String::new() } else { format!(" as {} says", by.join(" and ")) };
        self.withdrawn.then(|| format!("✕ withdrawn{by}"))
    }
}

impl Row for WhyRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "fact", cell: |row, _| Cell::Text(row.fact.to_string()) },
        Column { name: "account", cell: |row, _| Cell::Number(row.account.number) },
        Column { name: "source", cell: |row, _| Cell::maybe(row.account.source.as_ref().map(Id::to_string)) },
        Column { name: "locator", cell: |row, _| Cell::maybe(row.account.locator.clone()) },
        Column { name: "aspect", cell: |row, names| Cell::Text(row.aspect(names)) },
        Column { name: "says", cell: |row, _| Cell::Text(row.says.clone()) },
        Column { name: "derived", cell: |row, _| Cell::maybe(row.derived.clone()) },
        Column {
            name: "against",
            cell: |row, names| match row.against.as_slice() {
                [] => Cell::Empty,
                [one] => Cell::Text(one.text(names)),
                all => Cell::List(all.iter().map(|one| one.text(names)).collect()),
            },
        },
        Column { name: "ruling", cell: |row, _| Cell::maybe(row.ruling.as_ref().map(Judged::text)) },
        Column { name: "supports", cell: |row, _| Cell::maybe(row.account.status_words()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
        Column { name: "name", cell: |row, _| Cell::Text(row.name.clone()) },
        Column { name: "kind", cell: |row, _| Cell::Text(row.kind.to_owned()) },
        Column { name: "date", cell: |row, _| Cell::maybe(row.date.clone()) },
        Column { name: "status", cell: |row, _| Cell::maybe(row.status) },
        Column { name: "sources", cell: |row, _| Cell::Number(row.sources) },
        Column { name: "account_kind", cell: |row, _| Cell::Text(row.account.kind.to_owned()) },
        Column { name: "title", cell: |row, _| Cell::maybe(row.account.title.clone()) },
        Column { name: "publisher", cell: |row, _| Cell::maybe(row.account.publisher.clone()) },
        Column { name: "published", cell: |row, _| Cell::maybe(row.account.published.clone()) },
        Column {
            name: "voice",
            cell: |row, names| Cell::maybe(row.account.voice.as_ref().map(|voice| name(voice, names))),
        },
        Column { name: "reprint_of", cell: |row, _| Cell::maybe(row.account.reprint_of.as_ref().map(Id::to_string)) },
        Column {
            name: "quotes",
            cell: |row, names| Cell::maybe(row.account.quotes.as_ref().map(|quoted| name(quoted, names))),
        },
        Column { name: "quote", cell: |row, _| Cell::maybe(row.account.quote.clone()) },
        Column { name: "lang", cell: |row, _| Cell::maybe(row.account.lang.clone()) },
        Column {
            name: "ruled_by",
            cell: |row, _| {
                Cell::maybe(row.ruling.as_ref().and_then(|judged| judged.ruling.as_ref()).map(Id::to_string))
            },
        },
        Column { name: "withdrawn_by", cell: |row, _| ids(&row.account.withdrawn_by) },
        Column { name: "certainty", cell: |row, _| Cell::Text(row.certainty.name().to_owned()) },
        Column { name: "written_at", cell: |row, _| Cell::Text(row.account.written_at.clone()) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        let of = &self.account;
        let about = [&of.source, &of.voice, &of.reprint_of, &of.quotes, &self.who].into_iter().flatten();
        let against = self.against.iter().flat_map(|one| one.source.iter().chain(&one.quotes));
        about.chain(&of.withdrawn_by).chain(Some(&self.fact)).chain(against).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
