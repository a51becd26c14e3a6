//! Checks: what in the facts cannot be, or surely was not meant so.
//!
//! [`check`] runs the named checks, one file each, and gives every finding in the order of files and lines. What loading
//! finds is a check as well, found there and not again. A check reports only what is certain from what is written: a
//! date that leaves it open is no finding. An `Expect` record accepts one finding.

mod checked;
mod edit;
mod expectation;
mod finding;
mod page;
mod report;
mod side_by_side;

mod after_death;
mod alias_collision;
mod before_birth;
mod bidi_or_control_character;
mod capacity_outside_tenure;
mod confusable_id;
mod contradicting_duplicate;
mod earlier_id_twice;
mod encoding;
mod end_before_start;
mod equal_duplicate;
mod file_not_formatted;
mod held_before_published;
mod identity_forbidden;
mod impossible_date;
mod kind_clash;
mod lifetime;
mod member_before_joining;
mod mirror_duplicate;
mod missing_citation;
mod missing_locator;
mod parse;
mod part_of_cycle;
mod part_outside_whole;
mod quote_too_long;
mod self_meeting;
mod state_not_existing_then;
mod tenure_overlap;
mod two_places_at_once;
mod unknown_aspect;
mod unknown_id;
mod unreadable;
mod unused_expect;
mod unused_source;
mod url_not_http;
mod wrong_kind;

pub use edit::{Edit, Fix, mended};
pub use finding::Finding;
pub use page::{Page, all_pages};
pub use report::{Accepted, Report, check};

use crate::diagnostic::{Code, Severity};
use crate::read::Loaded;
use checked::Checked;
use finding::Findings;

/// A named check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The code of what it finds; its name is that of the check.
    pub code: Code,
    /// How bad what it finds is.
    pub severity: Severity,
    /// What there is to say about it.
    pub page: Page,
    run: Run,
}

impl Check {
    /// The name of the check, as `--only` and `Expect` records have it.
    pub fn name(&self) -> &'static str {
        self.code.name()
    }

    /// The check of a code.
    pub fn of(code: Code) -> Option<&'static Self> {
        ALL.iter().find(|check| check.code == code)
    }
}

/// How a check comes by its findings.
#[derive(Clone, Copy, Debug)]
enum Run {
    /// Loading finds them.
    Loading,
    /// They are looked for in the texts alone.
    Texts(fn(&Loaded, &mut Findings<'_>)),
    /// They are looked for in what was loaded.
    Facts(fn(&Checked<'_>, &mut Findings<'_>)),
    /// They are what is left when findings and expectations were held against each other.
    Expectations,
}

/// Every check, from what hinders reading to what is only worth a look.
pub const ALL: &[Check] = &[
    unreadable::CHECK,
    encoding::CHECK,
    parse::CHECK,
    impossible_date::CHECK,
    unknown_id::CHECK,
    wrong_kind::CHECK,
    kind_clash::CHECK,
    missing_citation::CHECK,
    contradicting_duplicate::CHECK,
    equal_duplicate::CHECK,
    identity_forbidden::CHECK,
    unknown_aspect::CHECK,
    earlier_id_twice::CHECK,
    self_meeting::CHECK,
    part_of_cycle::CHECK,
    end_before_start::CHECK,
    before_birth::CHECK,
    after_death::CHECK,
    part_outside_whole::CHECK,
    url_not_http::CHECK,
    bidi_or_control_character::CHECK,
    tenure_overlap::CHECK,
    capacity_outside_tenure::CHECK,
    two_places_at_once::CHECK,
    state_not_existing_then::CHECK,
    member_before_joining::CHECK,
    held_before_published::CHECK,
    alias_collision::CHECK,
    confusable_id::CHECK,
    mirror_duplicate::CHECK,
    missing_locator::CHECK,
    quote_too_long::CHECK,
    unused_expect::CHECK,
    file_not_formatted::CHECK,
    unused_source::CHECK,
];
