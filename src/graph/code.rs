//! Codes of facts in collections of data.

use crate::date::Day;
use crate::model::Fact;
use crate::names::following_code;

/// The code of a fact in a collection: the first that it states, else for states (`iso3`, `cow`, `gw`) the one that
/// [follows](following_code) from its code of ISO 3166-1 on a day, or on the last.
pub fn code<'f>(fact: &'f Fact, scheme: &str, on: Option<Day>) -> Option<&'f str> {
    let stated = |scheme: &str| fact.outside.get(scheme).and_then(|codes| codes.first()).map(String::as_str);
    stated(scheme).or_else(|| following_code(scheme, stated("iso3166")?, on))
}
