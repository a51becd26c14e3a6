//! Sources that nothing cites.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::id::Id;
use crate::model::Fact;
use crate::read::Spot;
use crate::record::{Body, Expected, SourceKind};
use std::collections::HashSet;

pub(super) const CHECK: Check = Check {
    code: Code::UnusedSource,
    severity: Severity::Note,
    page: Page {
        what: "nothing cites a source.",
        why: "A source that was read and led to no record may have been forgotten; one that lost its last record may be spare.",
        mend: "Enter what the source says, or delete it. The keeper's own source, and sources that say what they cover, \
               need not be cited.",
        wrong: r#"Source(id: "paper-a", title: "Paper A"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A"),
Visit(id: "visit-a", when: "2031-03-04", source: "paper-a#p1"),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let used = used(checked);
    for fact in checked.facts().iter().filter(|fact| !used.contains(&fact.id) && needs_use(fact)) {
        if let Some(item) = checked.records_of(fact).next() {
            let message = format!("nothing cites `{}`", fact.id);
            let hint = "enter what it says, or delete it";
            findings.at(item, Spot::own(&item.record.head.id), message, hint);
        }
    }
}

fn needs_use(fact: &Fact) -> bool {
    matches!(fact.body.as_deref(), Some(Body::Source(source)) if source.kind != Some(SourceKind::Own) && source.covers.is_empty())
}

/// The sources that some record names, by the ids by which they are known.
fn used<'a>(checked: &Checked<'a>) -> HashSet<&'a Id> {
    let mut ids: HashSet<&Id> = HashSet::new();
    for item in &checked.loaded.records {
        ids.extend(item.record.evidence.source.iter().map(|citation| &citation.source));
        if matches!(*item.record.body, Body::Source(_) | Body::Ruling(_) | Body::Retraction(_) | Body::Remark(_)) {
            let named = item.record.references().into_iter();
            ids.extend(named.filter(|one| matches!(one.expected, Expected::Source | Expected::Any)).map(|one| one.id));
        }
    }
    ids.extend(&checked.loaded.settings.source);
    ids.into_iter().filter_map(|id| checked.facts().get(id.as_str())).map(|fact| &fact.id).collect()
}
