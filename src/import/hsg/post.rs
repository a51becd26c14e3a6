//! Posts: chiefs of mission and principal officers, and those who were named and did not serve.

use super::intake::{Came, Context, Made};
use super::post_date::softened;
use super::record::Making;
use super::register::{Office, words};
use super::source::Repository;
use super::xml::Element;
use super::{country, person};
use crate::names::slug;
use crate::record::Kind;
use std::collections::BTreeMap;

/// Words of a note which say that the post was not taken up, where no day is given on which it was.
const NOT_SERVED: &[&str] = &[
    "did not serve",
    "declined",
    "not commissioned",
    "did not proceed to post",
    "before proceeding to post",
    "nomination of",
    "nomination not",
    "nomination withdrawn",
    "nomination was",
    "nominations of",
];

/// The posts that were read.
#[derive(Debug, Default)]
pub(super) struct Posts {
    /// The tenure of each id of the source; of one that occurs twice, the first.
    tenures: BTreeMap<String, String>,
    /// How often each id of a record was wanted.
    wanted: BTreeMap<String, u32>,
}

impl Posts {
    /// The tenure that an id of the source became.
    pub(super) fn record(&self, own: &str) -> Option<&str> {
        self.tenures.get(own).map(String::as_str)
    }

    /// The id of the next record of an id of the source.
    fn next(&mut self, own: &str) -> (String, u32) {
        let id = format!("hsg-post-{}", slug(own));
        let number = self.wanted.entry(id.clone()).or_default();
        *number += 1;
        (if *number == 1 { id } else { format!("{id}-{number}") }, *number)
    }
}

/// The document that posts stand in.
pub(super) struct Mission {
    kind: MissionKind,
    id: String,
    title: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MissionKind {
    Country,
    Organization,
    Position,
}

impl Mission {
    /// The document of a root element.
    pub(super) fn of(root: &Element) -> Self {
        let kind = match root.name.as_str() {
            "country-mission" => MissionKind::Country,
            "org-mission" => MissionKind::Organization,
            _ => MissionKind::Position,
        };
        Self { kind, id: root.at("territory-id") + &root.at("id"), title: root.at("names/singular") }
    }

    /// Notes what the posts of the document are called.
    pub(super) fn note(&self, context: &mut Context) {
        if self.kind != MissionKind::Country {
            context.roles.note(self.id.clone(), self.title.clone());
        }
    }

    fn file(&self) -> &'static str {
        match self.kind {
            MissionKind::Country => "posts/countries",
            MissionKind::Organization => "posts/organizations",
            MissionKind::Position => "posts/principals",
        }
    }

    /// The office of a row, and what it is called.
    fn office(&self, context: &mut Context, row: &Element, day: &str) -> (String, String) {
        let role = row.at("role-title-id");
        let title = context.roles.title(&role);
        let level = level(&role);
        let (id, to, title) = match self.kind {
            MissionKind::Country => {
                let state = self.receiving(context, row, day);
                (format!("hsg-{role}-{}", state.id), Some(state.id), title)
            }
            _ if role == self.id || self.kind == MissionKind::Position => (format!("hsg-{role}"), None, title),
            _ => (format!("hsg-{role}-{}", self.id), None, format!("{title} ({})", self.title)),
        };
        context.register.office(&Office { id: &id, title: &title, of: "united-states", to: to.as_deref(), level });
        let to = to.map(|to| format!(" to {}", words(&to))).unwrap_or_default();
        (id, title + &to)
    }

    fn receiving(&self, context: &mut Context, row: &Element, day: &str) -> country::State {
        let own = row.at("contemporary-territory-id");
        let territory = if own.is_empty() { self.id.clone() } else { own };
        // The source has both Chinas under one id; who resided at Taipei was sent to the other.
        let at_taipei = territory == "china" && row.at("note").contains("Taipei");
        context.register.state(if at_taipei { "taiwan" } else { &territory }, "", day)
    }
}

/// The level of a role, as fact files have it.
fn level(role: &str) -> &'static str {
    match role {
        "secretary" => "ForeignMinister",
        "deputy-secretary" => "DeputyMinister",
        role if role.starts_with("ambassador") => "Ambassador",
        role if role.starts_with("charge-daffaires") => "Charge",
        role if role.starts_with("envoy") || role.starts_with("minister") => "Envoy",
        role if role.contains("secretary") => "SeniorOfficial",
        _ => "",
    }
}

/// The record of a post: a tenure, or a remark where the person did not serve.
pub(super) fn made(context: &mut Context, mission: &Mission, container: &str, row: &Element) -> Made {
    let (own, holder) = (row.at("id"), row.at("person-id"));
    if own.is_empty() || holder.is_empty() || row.at("role-title-id").is_empty() {
        return Err("this appointment has no id, no person or no role".to_owned());
    }
    let dates = ["started/date", "appointed/date", "ended/date"].map(|path| row.at(path));
    let day = dates.iter().find(|date| !date.is_empty()).cloned().unwrap_or_default();
    let (office, title) = mission.office(context, row, &day);
    let person = person::id(&holder);
    context.named.insert(person.clone(), words(&holder));
    let last = row.at("ended/date").max(day.clone());
    context.extend(Repository::Pocom, &day, &last, row);
    let (id, number) = context.posts.next(&own);
    let cited = Repository::Pocom.row(&own);
    let mut note = notes(row);
    if number > 1 {
        note.push(format!("the source has the id {own} {number} times"));
    }
    let born = context.people.get(&person).map(|known| known.born.clone()).unwrap_or_default();
    let post = Post { id, person, office, title, note, born, cited, row };
    let makings = if serves(container, row) {
        let id = post.id.clone();
        context.posts.tenures.entry(own).or_insert(id);
        post.tenure(mission)
    } else {
        vec![post.remark()]
    };
    Ok(Came::Kept(makings.into_iter().map(|making| (mission.file().to_owned(), making)).collect()))
}

/// Whether the person of a row took up the post.
fn serves(container: &str, row: &Element) -> bool {
    let started = !row.at("started/date").is_empty();
    let note = row.at("note").to_lowercase();
    match container {
        "chiefs" | "principals" => started || !NOT_SERVED.iter().any(|words| note.contains(words)),
        "other-nominees" => false,
        _ => started,
    }
}

/// What has no field of its own: the note of each date beside that date, the day of arrival, and the note of the row.
fn notes(row: &Element) -> Vec<String> {
    let of_date = |field: &str| {
        let (date, note) = (row.at(&format!("{field}/date")), row.at(&format!("{field}/note")));
        let told = !note.is_empty() || field == "arrived" && !date.is_empty();
        told.then(|| format!("{field}: {}", [note, date].join(" ").trim()))
    };
    let mut notes: Vec<String> = ["appointed", "arrived", "started", "ended"].into_iter().filter_map(of_date).collect();
    notes.extend(Some(row.at("note")).filter(|note| !note.is_empty()));
    notes
}

struct Post<'a> {
    id: String,
    person: String,
    office: String,
    title: String,
    note: Vec<String>,
    /// The year in which the holder was born, where that is known.
    born: String,
    cited: String,
    row: &'a Element,
}

impl Post<'_> {
    fn date(&self, field: &str) -> String {
        softened(&self.row.at(&format!("{field}/date")), &self.row.at(&format!("{field}/note")))
    }

    fn tenure(&self, mission: &Mission) -> Vec<Making> {
        let role = self.row.at("role-title-id");
        let started = self.date("started");
        let from = if started.is_empty() { self.date("arrived") } else { started.clone() };
        let beside = self.row.at("started/note").to_lowercase();
        // The day on which a chief of mission started is the one of the credentials, unless the note says otherwise.
        let is_credentials = mission.kind != MissionKind::Position && !role.ends_with("ad-interim");
        let is_credentials = is_credentials && (beside.is_empty() || beside.contains("credentials"));
        let making = Making::new(Kind::Tenure, &self.id).text("person", &self.person).text("office", &self.office);
        let making = making.text("appointed", &self.date("appointed")).text("from", &from);
        let making = if is_credentials { making.text("credentials", &started) } else { making };
        let making = making.text("until", &self.date("ended"));
        let making = if role.ends_with("ad-interim") { making.value("acting", "true") } else { making };
        let making = if died(self.row) { making.value("how_ended", "Died") } else { making };
        let making = making.text("note", &self.note.join("; ")).text("source", &self.cited);
        std::iter::once(making).chain(self.reversed()).chain(self.unborn()).collect()
    }

    /// What accepts that a post lies before the birth of its holder, as the source has them.
    fn unborn(&self) -> Option<Making> {
        let first =
            ["started/date", "appointed/date"].into_iter().map(|path| self.row.at(path)).find(|day| !day.is_empty())?;
        let is_unborn = !self.born.is_empty() && first.get(..4)? < self.born.as_str();
        let why = format!("the source has the person born in {} and the post begun on {first}", self.born);
        is_unborn.then(|| self.expected("before-birth", &why))
    }

    fn expected(&self, check: &str, why: &str) -> Making {
        let id = format!("hsg-expect-{check}-{}", self.id.trim_start_matches("hsg-"));
        Making::new(Kind::Expect, &id).text("check", check).text("of", &self.id).text("why", why)
    }

    /// What accepts that a post ends before it starts, as the source has it.
    fn reversed(&self) -> Option<Making> {
        let (started, ended) = (self.row.at("started/date"), self.row.at("ended/date"));
        let is_reversed = started.len() == ended.len() && ended < started;
        let why = format!("the source has it started on {started} and ended on {ended}");
        is_reversed.then(|| self.expected("end-before-start", &why))
    }

    fn remark(&self) -> Making {
        let dates = ["appointed", "started", "ended"].map(|field| (field, self.date(field)));
        let dates = dates.iter().filter(|(_, date)| !date.is_empty()).map(|(field, date)| format!("; {field} {date}"));
        let mut text = format!("Named to a post and not recorded as having served: {}", self.title);
        text.extend(dates);
        for note in &self.note {
            text += &format!("; {note}");
        }
        let about = [self.person.as_str(), self.office.as_str()];
        Making::new(Kind::Remark, &self.id).texts("about", about).text("text", &text).text("source", &self.cited)
    }
}

fn died(row: &Element) -> bool {
    let note = row.at("ended/note").to_lowercase();
    ["died at post", "died in office", "assassinated at post", "killed"].iter().any(|words| note.starts_with(words))
}
