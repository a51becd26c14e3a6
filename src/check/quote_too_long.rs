//! Quotes that are longer than the words that support an account.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::Spot;

/// So many characters may be quoted.
const LONGEST: usize = 300;

pub(super) const CHECK: Check = Check {
    code: Code::QuoteTooLong,
    severity: Severity::Warning,
    page: Page {
        what: "a quote has more than 300 characters.",
        why: "A quote is the sentence that supports an account. More of it is hard to check against the source, and may be more \
              than its licence allows to copy.",
        mend: "Keep the words that say it; tell the rest in your own words in `note` or `text`.",
        wrong: "",
        right: "",
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for item in &checked.loaded.records {
        let citations = &item.record.evidence.source;
        for (at, citation) in citations.iter().enumerate() {
            let length = citation.quote.as_ref().map_or(0, |quote| quote.chars().count());
            if length <= LONGEST {
                continue;
            }
            let before = citations.iter().take(at).filter(|other| other.source == citation.source).count();
            let message = format!("this quote has {length} characters, more than {LONGEST}");
            let spot = Spot::used("source", &citation.source).after(before);
            findings.at(item, spot, message, "keep the sentence that supports the account");
        }
    }
}
