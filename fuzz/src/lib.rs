//! The laws that the targets look for a breach of; `cargo test` of the program itself tries the same on the corpus.

#[path = "../../tests/corpus/laws/mod.rs"]
mod laws;

macro_rules! targets {
    ($($target:ident)*) => {
        $(
            /// Tries one input.
            ///
            /// # Panics
            ///
            /// If a law does not hold.
            pub fn $target(input: &[u8]) {
                laws::$target::hold(input);
            }
        )*
    };
}

targets!(reader splitter dates periods names formatter);
