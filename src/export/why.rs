//! Accounts for people: under each fact a card per account, its fields marked where another account speaks against them.

use super::grid::{measure, pairs};
use super::prose::wrap;
use super::terminal::Charset;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::row::{AccountOf, Judged, Names, WhyRow};
use std::collections::BTreeMap;

/// How far what belongs to an account stands in.
const INDENT: usize = 4;

/// The cards of all accounts, under each fact and before the rulings on it.
pub(super) fn lines(rows: &[WhyRow], names: &Names, width: u16, charset: Charset) -> Vec<String> {
    let page = Page { names, width, charset };
    let mut lines = Vec::new();
    for of_fact in grouped(rows.iter(), |row| &row.fact) {
        for part in page.fact(&of_fact).into_iter().filter(|part| !part.is_empty()) {
            lines.extend(part);
            lines.push(String::new());
        }
    }
    lines.pop();
    lines
}

struct Page<'a> {
    names: &'a Names,
    width: u16,
    charset: Charset,
}

impl Page<'_> {
    /// A text, with all its lines so far in.
    fn text(&self, text: &str, indent: usize) -> Vec<String> {
        let width = self.width.saturating_sub(u16::try_from(indent).unwrap_or_default());
        let lines = wrap(&self.charset.show(text), 0, width);
        lines.into_iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
    }

    fn name(&self, id: &Id) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// What is known of a fact: its head, the cards of its accounts, the rulings on it.
    fn fact(&self, rows: &[&WhyRow]) -> Vec<Vec<String>> {
        let accounts = grouped(rows.iter().copied(), |row| &row.account.number);
        let mut parts = vec![self.head(rows, &accounts)];
        parts.extend(alike(accounts.iter()).iter().map(|alike| self.card(alike)));
        parts.push(self.rulings(rows));
        parts
    }

    fn head(&self, rows: &[&WhyRow], accounts: &[Vec<&WhyRow>]) -> Vec<String> {
        let Some(row) = rows.first() else {
            return Vec::new();
        };
        let name =
            if row.name == row.fact.as_str() { row.name.clone() } else { format!("{} ({})", row.name, row.fact) };
        let mut lines = self.text(&name, 0);
        let told = [Some(row.kind.to_owned()), row.status.map(str::to_owned), row.date.clone()];
        let told: Vec<String> = told.into_iter().flatten().chain(rests_on(accounts, row.sources)).collect();
        lines.extend(self.text(&told.join(" · "), 0));
        let is_disputed =
            |row: &WhyRow| row.certainty == Certainty::Disputed && !row.against.is_empty() && row.ruling.is_none();
        lines.extend(self.aspects("! disputed: ", rows, is_disputed));
        lines.extend(self.aspects("ruled: ", rows, |row| row.ruling.is_some()));
        lines
    }

    /// The aspects of the rows that are meant, each once.
    fn aspects(&self, head: &str, rows: &[&WhyRow], is_meant: impl Fn(&WhyRow) -> bool) -> Vec<String> {
        let mut aspects: Vec<String> = Vec::new();
        for row in rows.iter().filter(|row| is_meant(row)) {
            let aspect = self.aspect(row);
            if !aspects.contains(&aspect) {
                aspects.push(aspect);
            }
        }
        if aspects.is_empty() { aspects } else { self.text(&format!("{head}{}", aspects.join(", ")), 0) }
    }

    /// The card of accounts that say the same.
    fn card(&self, alike: &[&Vec<&WhyRow>]) -> Vec<String> {
        let mut lines = Vec::new();
        for of in alike.iter().filter_map(|rows| Some(&rows.first()?.account)) {
            lines.extend(self.account(of));
        }
        let Some(rows) = alike.first() else {
            return lines;
        };
        lines.extend(rows.first().map(|row| self.text(&row.account.written_at, INDENT)).unwrap_or_default());
        let told: Vec<&WhyRow> = rows.iter().copied().filter(|row| !goes_without_saying(row)).collect();
        let fields: Vec<(String, Vec<String>)> = told.iter().map(|row| (self.field(row), self.says(row))).collect();
        let widest = fields.iter().map(|(field, _)| measure(field)).max().unwrap_or(1);
        lines.extend(pairs(fields.into_iter(), widest, self.width));
        lines
    }

    /// The number of an account, its place in the source, what it supports, its source and the words of that.
    fn account(&self, of: &AccountOf) -> Vec<String> {
        let place = of.locator.as_ref().map(|place| format!("#{place}")).unwrap_or_default();
        let source = of.source.as_ref().map_or_else(|| "without a source".to_owned(), |id| format!("{id}{place}"));
        let kind = Some(of.kind).filter(|kind| *kind != "account").map(str::to_owned);
        let told = [Some(source), kind, of.kept_words(), of.withdrawn_words()];
        let told = told.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let mut lines = self.text(&format!("[{}] {told}", of.number), 0);
        lines.extend(self.source(of).map(|source| self.text(&source, INDENT)).unwrap_or_default());
        if let Some(quote) = &of.quote {
            let lang = of.lang.as_ref().map(|lang| format!(" ({lang})")).unwrap_or_default();
            lines.extend(self.text(&format!("says: \"{quote}\"{lang}"), INDENT));
        }
        lines
    }

    fn source(&self, of: &AccountOf) -> Option<String> {
        let title = of.title.as_ref().map(|title| format!("\"{title}\""));
        let voice = of.voice.as_ref().map(|id| format!("voice of {}", self.name(id)));
        let quotes = of.quotes.as_ref().map(|id| format!("quoting {}", self.name(id)));
        let reprint = of.reprint_of.as_ref().map(|id| format!("reprint of {id}"));
        let told = [of.publisher.clone(), of.published.clone(), voice, quotes, reprint, title];
        let told: Vec<String> = told.into_iter().flatten().collect();
        (!told.is_empty()).then(|| told.join(" · "))
    }

    fn aspect(&self, row: &WhyRow) -> String {
        let who = row.who.as_ref().map(|who| format!(" of {}", self.name(who))).unwrap_or_default();
        format!("{}{who}", row.aspect)
    }

    /// The aspect, with a mark where something speaks against what is said.
    fn field(&self, row: &WhyRow) -> String {
        let mark = if row.against.is_empty() { ' ' } else { '!' };
        self.charset.show(&format!("  {mark} {}", self.aspect(row)))
    }

    /// What is said, how it was inferred, what speaks against it and what was decided, each on a line.
    fn says(&self, row: &WhyRow) -> Vec<String> {
        let derived = row.derived.as_ref().map(|rule| format!("inferred: {rule}"));
        let ruling = row.ruling.as_ref().map(|judged| {
            let by = judged.ruling.as_ref().map(|id| format!(" by {id}")).unwrap_or_default();
            format!("{}{by}", judged.verdict())
        });
        let all = std::iter::once(row.says.clone()).chain(derived).chain(against(row)).chain(ruling);
        all.map(|text| self.charset.show(&text)).collect()
    }

    /// Each ruling once, with its reason and where it is written.
    fn rulings(&self, rows: &[&WhyRow]) -> Vec<String> {
        let mut told: Vec<(String, &Judged)> = Vec::new();
        for (row, judged) in rows.iter().filter_map(|row| Some((row, row.ruling.as_ref()?))) {
            let aspect = self.aspect(row);
            let same = |(other, known): &(String, &Judged)| {
                known.ruling == judged.ruling
                    && known.why == judged.why
                    && (judged.ruling.is_some() || *other == aspect)
            };
            if !told.iter().any(same) {
                told.push((aspect, judged));
            }
        }
        told.into_iter().flat_map(|(aspect, judged)| self.ruling(&aspect, judged)).collect()
    }

    fn ruling(&self, aspect: &str, judged: &Judged) -> Vec<String> {
        let id = judged.ruling.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let mut lines = self.text(&format!("Ruling on {aspect}{id}"), 0);
        lines.extend(self.text(&judged.reason(), INDENT));
        lines.extend(judged.written_at.iter().flat_map(|at| self.text(at, INDENT)));
        lines
    }
}

/// How many accounts a fact has, from how many sources, and how many records speak about it.
fn rests_on(accounts: &[Vec<&WhyRow>], sources: u64) -> Vec<String> {
    let kinds = ["account", "denial", "retraction", "remark"];
    let told = kinds.iter().filter_map(|kind| {
        let of_kind = accounts.iter().filter(|rows| rows.first().is_some_and(|row| row.account.kind == *kind));
        let number = of_kind.count();
        let from = if *kind == "account" && sources > 0 {
            format!(" from {}", several(sources, "source"))
        } else {
            String::new()
        };
        (number > 0).then(|| format!("{}{from}", several(number as u64, kind)))
    });
    told.collect()
}

/// A number of things; `denial` and the like take an `s`.
fn several(number: u64, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// Rows that have something in common together, in the order of the first of each group, however they are sorted.
fn grouped<'r, K: PartialEq>(rows: impl Iterator<Item = &'r WhyRow>, key: fn(&WhyRow) -> &K) -> Vec<Vec<&'r WhyRow>> {
    let mut groups: Vec<Vec<&WhyRow>> = Vec::new();
    for row in rows {
        let has = |group: &&mut Vec<&WhyRow>| group.first().is_some_and(|first| key(first) == key(row));
        // The last group first: rows mostly come in order.
        match groups.iter_mut().rev().find(has) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// Accounts that stand in one record and say the same, together; in the order of the first of each.
fn alike<'r, 'w>(accounts: impl Iterator<Item = &'r Vec<&'w WhyRow>>) -> Vec<Vec<&'r Vec<&'w WhyRow>>> {
    let mut groups: Vec<Vec<&Vec<&WhyRow>>> = Vec::new();
    for account in accounts {
        let like = |group: &&mut Vec<&Vec<&WhyRow>>| group.first().is_some_and(|first| are_alike(first, account));
        match groups.iter_mut().find(like) {
            Some(group) => group.push(account),
            None => groups.push(vec![account]),
        }
    }
    groups
}

fn are_alike(a: &[&WhyRow], b: &[&WhyRow]) -> bool {
    let same = |(a, b): (&&WhyRow, &&WhyRow)| {
        (&a.account.written_at, a.account.status) == (&b.account.written_at, b.account.status)
            && (&a.aspect, &a.who, &a.says, &a.derived) == (&b.aspect, &b.who, &b.says, &b.derived)
            && (&a.against, &a.ruling) == (&b.against, &b.ruling)
    };
    a.len() == b.len() && a.iter().zip(b).all(same)
}

/// Whether the head of the account or of the fact says the same already.
fn goes_without_saying(row: &WhyRow) -> bool {
    let is_plain = row.against.is_empty() && row.ruling.is_none() && row.derived.is_none();
    let is_told = (row.aspect == "occurrence" && row.account.kind == "account" && row.account.status.is_some())
        || (row.aspect == "name" && row.says == row.name);
    is_plain && is_told
}

/// What others say instead: each thing once, with the numbers of the accounts that say it.
fn against(row: &WhyRow) -> Vec<String> {
    let mut said: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for other in &row.against {
        let number = other.number.map(|number| format!("[{number}]"));
        said.entry(&other.says).or_default().extend(number);
    }
    said.into_iter().map(|(says, numbers)| format!("against {}: {says}", numbers.join(" "))).collect()
}
