//! Silencing: taking out of an account what it says about one aspect, as a ruling wants it.

use super::names::Names;

/// Something that can be made to say nothing about an aspect.
pub trait Silence {
    /// Forgets what is said about the aspect; aspects that it does not speak of change nothing.
    fn silence(&mut self, aspect: &str);

    /// Takes over what another account says about an aspect of which no account can be silent, because its field has to
    /// be written; other aspects change nothing.
    fn follow(&mut self, _aspect: &str, _preferred: &Self) {}
}

/// Names are never in dispute, so that nothing is ever ruled about them.
impl Silence for Names {
    fn silence(&mut self, _: &str) {}
}
