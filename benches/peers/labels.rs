//! The labels of the made-up events, and the actors asked about.

use chancery::record::{Medium, Role};
use chancery::table::Shape;

/// Actors of middling, of the highest and of low activity.
pub(crate) const X: &str = "Actor 0000050";
pub(crate) const Y: &str = "Actor 0000001";
pub(crate) const Z: &str = "Actor 0001500";

/// The labels that count as meetings.
pub(crate) const MEETINGS: [&str; 5] =
    ["Make_a_visit", "Host_a_visit", "Consult", "Engage_in_negotiation", "Discuss_by_telephone"];

/// What the labels are; those that the questions don't count are kept as well.
pub(crate) fn meaning(label: &str) -> Option<Shape> {
    let meeting = |medium, roles| Shape::Meeting { format: None, medium, roles };
    Some(match label {
        "Make_a_visit" => meeting(None, [Some(Role::Guest), Some(Role::Host)]),
        "Host_a_visit" => meeting(None, [Some(Role::Host), Some(Role::Guest)]),
        "Discuss_by_telephone" => meeting(Some(Medium::Phone), [None, None]),
        "Sign_formal_agreement" => Shape::Document { kind: None },
        _ if MEETINGS.contains(&label) => meeting(None, [None, None]),
        _ => Shape::Statement { text: String::new(), stance: String::new() },
    })
}
