//! Relations: what the codes and descriptions of CAMEO and PLOVER become here.
//!
//! The table is `relations.tsv` beside this file; `docs/importing-events.md` prints it.

use crate::record::{Kind, MeetingFormat, Role};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A coding scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scheme {
    /// Conflict and Mediation Event Observations: numbers of three or four digits.
    Cameo,
    /// Its successor: words, some with a mode.
    Plover,
}

/// A relation of two actors as a coding scheme has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The scheme.
    pub scheme: Scheme,
    /// The code: `042`, `CONSULT` or `CONSULT/phone`.
    pub code: &'static str,
    /// The description as the scheme prints it.
    pub description: &'static str,
    /// The kind of event; none where there is no kind for it here.
    pub kind: Option<Kind>,
    /// The form of a meeting.
    pub format: Option<MeetingFormat>,
    /// The position that a statement takes.
    pub stance: Option<&'static str>,
    /// What the source of the row does in the event, and what the target.
    pub roles: [Option<Role>; 2],
    /// The relation by which the target tells the same event: itself where the two do the same.
    pub mirror: Option<RelationId>,
}

/// A relation by its place in the table; the order is that of this version of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelationId(u16);

impl RelationId {
    /// Its place in the table.
    pub fn index(self) -> usize {
        self.0.into()
    }

    /// The same in two bytes.
    pub(super) fn number(self) -> u16 {
        self.0
    }

    /// The relation; none if the number is from elsewhere.
    pub fn relation(self) -> Option<&'static Relation> {
        TABLE.relations.get(self.index())
    }
}

/// Every relation, by scheme and code.
pub fn relations() -> impl Iterator<Item = (RelationId, &'static Relation)> {
    (0..).map(RelationId).zip(&TABLE.relations)
}

/// The relation that a text means, in a scheme if that is known: a code, a longer code by what it begins with, or a
/// description in any case and with any signs between its words. Costs a look into a table.
pub fn relation(text: &str, scheme: Option<Scheme>) -> Option<RelationId> {
    let schemes: &[Scheme] = match scheme {
        Some(Scheme::Cameo) => &[Scheme::Cameo],
        Some(Scheme::Plover) => &[Scheme::Plover],
        None => &[Scheme::Cameo, Scheme::Plover],
    };
    let named = |scheme: &Scheme| {
        TABLE.codes.get(&(*scheme, key(text))).or_else(|| TABLE.descriptions.get(&(*scheme, key(text)))).copied()
    };
    let cut = |scheme: &Scheme| {
        let shorter = match scheme {
            Scheme::Cameo => text.trim().get(..3).filter(|_| text.trim().bytes().all(|byte| byte.is_ascii_digit())),
            Scheme::Plover => text.split_once('/').map(|(word, _)| word),
        };
        TABLE.codes.get(&(*scheme, key(shorter?))).copied()
    };
    schemes.iter().find_map(named).or_else(|| schemes.iter().find_map(cut))
}

/// What is compared of a code or description: its words in lower case; roots of two digits are the unspecified relation.
fn key(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let general = words.strip_suffix(" not specified below").map(str::to_owned).unwrap_or(words);
    match general.as_bytes() {
        [b'0'..=b'2', b'0'..=b'9'] => format!("{general}0"),
        [b'1'..=b'9'] => format!("0{general}0"),
        _ => general,
    }
}

struct Table {
    relations: Vec<Relation>,
    codes: HashMap<(Scheme, String), RelationId>,
    descriptions: HashMap<(Scheme, String), RelationId>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(include_str!("relations.tsv")));

impl Table {
    fn of(text: &'static str) -> Self {
        let lines = || text.lines().filter(|line| !line.starts_with('#'));
        let rows: Vec<(Relation, &str)> = lines().filter_map(row).collect();
        let index = |text: fn(&Relation) -> &'static str| -> HashMap<_, _> {
            // The first of two that read alike counts.
            let ids: Vec<_> = rows.iter().zip((0..).map(RelationId)).collect();
            ids.into_iter().rev().map(|((relation, _), id)| ((relation.scheme, key(text(relation))), id)).collect()
        };
        let (codes, descriptions) = (index(|relation| relation.code), index(|relation| relation.description));
        let relations = rows.into_iter().zip((0..).map(RelationId)).map(|((relation, mirror), id)| Relation {
            mirror: match mirror {
                "=" => Some(id),
                code => codes.get(&(relation.scheme, key(code))).copied(),
            },
            ..relation
        });
        Self { relations: relations.collect(), codes, descriptions }
    }
}

/// A row of the table, with its mirror as it is written.
fn row(line: &'static str) -> Option<(Relation, &'static str)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [scheme, code, description, kind, form, source, target, mirror] = *cells.as_slice() else {
        return None;
    };
    let scheme = if scheme == "cameo" { Scheme::Cameo } else { Scheme::Plover };
    let kind = Kind::ALL.iter().copied().find(|known| known.tag() == kind);
    let format = MeetingFormat::ALL.iter().copied().find(|format| format!("{format:?}") == form);
    let stance = (kind == Some(Kind::Statement)).then_some(form);
    let role = |text: &str| Role::ALL.iter().copied().find(|role| format!("{role:?}") == text);
    let roles = [role(source), role(target)];
    Some((Relation { scheme, code, description, kind, format, stance, roles, mirror: None }, mirror))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let text = include_str!("relations.tsv");
        assert_eq!(relations().count(), text.lines().count() - 1);
        for (line, (_, relation)) in text.lines().skip(1).zip(relations()) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(relation.kind.map_or("-", Kind::tag), cells[3], "{line}");
            let form = relation.format.map(|format| format!("{format:?}")).or(relation.stance.map(str::to_owned));
            let form = form.or((relation.kind == Some(Kind::Document)).then(|| "Agreement".to_owned()));
            assert_eq!(form.unwrap_or("-".to_owned()), cells[4], "{line}");
            let role = |role: Option<Role>| role.map_or("-".to_owned(), |role| format!("{role:?}"));
            assert_eq!(relation.roles.map(role), [cells[5], cells[6]], "{line}");
            assert_eq!(relation.mirror.is_some(), cells[7] != "-", "{line}");
        }
    }

    #[test]
    fn mirrors_are_mutual_and_exchange_the_roles() {
        for (id, relation) in relations() {
            let Some(mirror) = relation.mirror.and_then(RelationId::relation) else { continue };
            assert_eq!(mirror.mirror, Some(id), "{}", relation.code);
            assert_eq!(mirror.kind, relation.kind);
            assert_eq!([mirror.roles[1], mirror.roles[0]], relation.roles, "{}", relation.code);
        }
    }

    #[test]
    fn codes_and_descriptions_mean_the_same() {
        let code = |text: &str, scheme| relation(text, scheme).and_then(RelationId::relation).map(|one| one.code);
        for (text, expected) in [
            ("042", Some("042")),
            ("Make a visit", Some("042")),
            ("Make_a_visit", Some("042")),
            ("HOST A VISIT", Some("043")),
            ("Consult", Some("040")),
            ("04", Some("040")),
            ("4", Some("040")),
            ("0233", Some("0233")),
            ("0239", Some("023")),
            ("Meet_at_a_'third'_location", Some("044")),
            ("Make an appeal or request", Some("020")),
            ("Express_intent_to_engage_in_diplomatic_cooperation_(such_as_policy_support)", Some("032")),
            ("CONSULT/phone", Some("CONSULT/phone")),
            ("AGREE", Some("AGREE")),
            ("", None),
            ("Play chess", None),
            ("999", None),
            ("042é", None),
        ] {
            assert_eq!(code(text, None), expected, "{text}");
        }
        assert_eq!(code("CONSULT", Some(Scheme::Plover)), Some("CONSULT"));
        assert_eq!(code("CONSULT/by letter", Some(Scheme::Plover)), Some("CONSULT"));
        for (id, one) in relations() {
            assert_eq!(relation(one.code, Some(one.scheme)), Some(id), "{}", one.code);
            assert_eq!(relation(one.description, Some(one.scheme)), Some(id), "{}", one.description);
        }
    }
}
