//! When tenures and memberships began and ended, where their accounts differ.

use crate::date::PointDate;
use crate::model::Account;
use crate::record::{Body, Clashes};

/// The fields that hold one end.
const ENDS: [&str; 2] = ["from", "until"];

/// Joins the ends on which accounts differ in writing: to what they can all mean, which is no contradiction, or else to
/// the span of what they say.
pub(super) fn join(body: &mut Body, accounts: &[Account], clashes: &mut Clashes) {
    for name in ENDS {
        if !clashes.contains(name) {
            continue;
        }
        let standing = accounts.iter().filter(|account| !account.withdrawn);
        let said: Vec<PointDate> = standing.filter_map(|account| end(&account.heard, name)?.clone()).collect();
        let Some(joined) = end_mut(body, name) else {
            continue;
        };
        let common = PointDate::common(&said);
        if common.is_some() {
            clashes.remove(name);
        }
        *joined = common.or_else(|| PointDate::spanning(&said));
    }
}

fn end<'a>(body: &'a Body, name: &str) -> Option<&'a Option<PointDate>> {
    match (body, name) {
        (Body::Tenure(tenure), "from") => Some(&tenure.from),
        (Body::Tenure(tenure), _) => Some(&tenure.until),
        (Body::Membership(membership), "from") => Some(&membership.from),
        (Body::Membership(membership), _) => Some(&membership.until),
        _ => None,
    }
}

fn end_mut<'a>(body: &'a mut Body, name: &str) -> Option<&'a mut Option<PointDate>> {
    match (body, name) {
        (Body::Tenure(tenure), "from") => Some(&mut tenure.from),
        (Body::Tenure(tenure), _) => Some(&mut tenure.until),
        (Body::Membership(membership), "from") => Some(&mut membership.from),
        (Body::Membership(membership), _) => Some(&mut membership.until),
        _ => None,
    }
}
