//! Expectations: records that accept one finding each.

use super::checked::Checked;
use super::finding::{Finding, Findings};
use super::report::Accepted;
use super::{ALL, Check, Run};
use crate::diagnostic::Code;
use crate::id::Id;
use crate::names::nearest;
use crate::read::{PlacedRecord, Spot};
use crate::record::{Body, Expect};
use crate::span::Span;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// Orders the findings, tells what each is about, takes out those that records accept, one finding a record, and reports
/// the records that accept none.
pub(super) fn accept(checked: &Checked<'_>, asked: &[&Check], findings: &mut Vec<Finding>) -> Vec<Accepted> {
    let loaded = checked.loaded;
    let expects: Vec<(&PlacedRecord, &Expect)> = expects(checked);
    findings.sort_by_cached_key(|finding| (loaded.order_of(&finding.problem.span), finding.problem.code));
    for finding in findings.iter_mut().filter(|finding| finding.about.is_empty()) {
        finding.about.extend(standing_at(checked, &finding.problem.span));
    }
    if expects.is_empty() {
        return Vec::new();
    }
    let mut waiting = Waiting::of(checked, findings);
    let (mut accepting, mut unused) = (BTreeMap::new(), Vec::new());
    for (item, expect) in expects {
        match waiting.take(checked, expect) {
            Some(at) => drop(accepting.insert(at, (item.record.head.id.clone(), expect.why.clone()))),
            None => unused.push((item, expect)),
        }
    }
    let mut accepted = Vec::new();
    for (at, finding) in std::mem::take(findings).into_iter().enumerate() {
        match accepting.remove(&at) {
            Some((by, why)) => accepted.push(Accepted { finding, by, why }),
            None => findings.push(finding),
        }
    }
    if let Some(check) = asked.iter().find(|check| matches!(check.run, Run::Expectations)) {
        let mut into = Findings::of(check, loaded, findings);
        for (item, expect) in unused.into_iter().filter(|(_, expect)| was_asked(asked, expect)) {
            report(item, expect, &mut into);
        }
    }
    accepted
}

/// The findings that nothing accepts yet, by their check and what they are about.
struct Waiting {
    by_about: HashMap<(&'static str, Id), VecDeque<usize>>,
    taken: HashSet<usize>,
}

impl Waiting {
    fn of(checked: &Checked<'_>, findings: &[Finding]) -> Self {
        let mut by_about: HashMap<_, VecDeque<usize>> = HashMap::new();
        for (at, finding) in findings.iter().enumerate() {
            for about in &finding.about {
                by_about.entry((finding.problem.code.name(), known_as(checked, about))).or_default().push_back(at);
            }
        }
        Self { by_about, taken: HashSet::new() }
    }

    /// The first finding that an expectation accepts and none before it did.
    fn take(&mut self, checked: &Checked<'_>, expect: &Expect) -> Option<usize> {
        let code = Code::from_name(&expect.check)?;
        let queue = self.by_about.get_mut(&(code.name(), known_as(checked, &expect.of)))?;
        while let Some(at) = queue.pop_front() {
            if self.taken.insert(at) {
                return Some(at);
            }
        }
        None
    }
}

/// The id by which a fact is known.
fn known_as(checked: &Checked<'_>, id: &Id) -> Id {
    checked.facts().get(id.as_str()).map_or(id, |fact| &fact.id).clone()
}

fn expects<'a>(checked: &Checked<'a>) -> Vec<(&'a PlacedRecord, &'a Expect)> {
    let expect = |item: &'a PlacedRecord| match item.record.body.as_ref() {
        Body::Expect(expect) => Some((item, expect)),
        _ => None,
    };
    checked.loaded.records.iter().filter_map(expect).collect()
}

/// Whether an expectation could have come true in this run. One for a check that there is none of never can.
fn was_asked(asked: &[&Check], expect: &Expect) -> bool {
    let named = ALL.iter().find(|check| check.name() == expect.check);
    named.is_none_or(|named| asked.iter().any(|check| check.code == named.code))
}

/// The id of the record that stands at a place.
fn standing_at(checked: &Checked<'_>, span: &Span) -> Option<Id> {
    let loaded = checked.loaded;
    let (number, ..) = loaded.order_of(span);
    let text = loaded.texts.get(number)?;
    let first = loaded.records.partition_point(|item| item.text < number);
    let after = loaded.records.partition_point(|item| item.text <= number);
    let own = loaded.records.get(first..after)?;
    let begun = own.partition_point(|item| text.span(item.range.start) <= *span);
    let item = own.get(begun.checked_sub(1)?)?;
    (*span < text.span(item.range.end)).then(|| item.record.head.id.clone())
}

fn report(item: &PlacedRecord, expect: &Expect, findings: &mut Findings<'_>) {
    let Expect { check, of, .. } = expect;
    if Code::from_name(check).is_some() {
        let message = format!("`{check}` finds nothing here about `{of}` that is not accepted already");
        findings.at(item, Spot::own(&item.record.head.id), message, "delete this record: there is nothing to accept");
        return;
    }
    let near = nearest(check, Code::ALL.iter().map(|code| code.name()));
    let hint = near
        .map_or_else(|| "`chancery help check` lists the checks".to_owned(), |near| format!("did you mean `{near}`?"));
    findings.at(item, Spot::field("check"), format!("there is no check `{}`", shortened(check)), &hint);
}

/// The beginning of a text that stands where a name should.
fn shortened(text: &str) -> String {
    text.chars().take(60).collect::<String>().replace(char::is_control, " ")
}
