//! Addresses that do not lead to a page of the web.

use super::checked::Checked;
use super::finding::Findings;
use super::{Check, Page, Run};
use crate::diagnostic::{Code, Severity};
use crate::read::Spot;
use crate::record::Body;

pub(super) const CHECK: Check = Check {
    code: Code::UrlNotHttp,
    severity: Severity::Error,
    page: Page {
        what: "`url` or `archived` of a source is no `http://` or `https://` address.",
        why: "Addresses are printed as links. Another scheme may run a program where a reader expects a page, and a text that \
              is no address leads nowhere.",
        mend: "Write the whole address with `https://` before it, as a browser shows it, without spaces. What stands on no page has \
               `archive`, `collection`, `box`, `folder` and `document`.",
        wrong: r#"Source(id: "paper-a", title: "Paper A", url: "www.example.org/a"),"#,
        right: r#"Source(id: "paper-a", title: "Paper A", url: "https://www.example.org/a"),"#,
    },
    run: Run::Facts(run),
};

fn run(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for item in &checked.loaded.records {
        let Body::Source(source) = item.record.body.as_ref() else { continue };
        for (field, address) in [("url", &source.url), ("archived", &source.archived)] {
            if address.as_ref().is_some_and(|address| !is_web(address)) {
                let message = format!("`{field}` is no address of the web");
                let hint = "write the whole address, `https://…`, without spaces";
                findings.at(item, Spot::field(field), message, hint);
            }
        }
    }
}

/// Whether a text is an address of the web: scheme, host, and nothing that could end it early.
fn is_web(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let clean = !address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default()).unwrap_or_default();
    clean && host.chars().any(char::is_alphanumeric) && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_web_are() {
        let check = |address: &str, expected: bool| assert_eq!(is_web(address), expected, "{address}");
        check("https://example.org", true);
        check("HTTP://example.org:8080/a?b#c", true);
        check("http://例え.jp/道", true);
        check("javascript:alert(1)", false);
        check("https://", false);
        check("https:///a", false);
        check("https://user@example.org/", false);
        check("https://example.org/a b", false);
        check("https://example.org/\"><script>", false);
        check(" https://example.org", false);
        check("", false);
    }
}
