//! How wide texts are.
//!
//! Widths are those of DejaVu Sans Condensed, which the program carries (`docs/decisions/0019-pictures.md`). It is about as
//! wide as Arial and Helvetica, so that a picture fits whichever of these a viewer has. Letters that it lacks are
//! estimated by their script.

use crate::draw::scene::Weight;
use std::fmt;
use ttf_parser::Face;

/// Measures texts.
pub struct Ruler {
    regular: Option<Face<'static>>,
    bold: Option<Face<'static>>,
}

impl fmt::Debug for Ruler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ruler")
    }
}

impl Default for Ruler {
    fn default() -> Self {
        Self::new()
    }
}

impl Ruler {
    /// The height of a line of text for its size.
    pub const LEADING: f64 = 1.25;

    /// Reads the fonts' heads.
    pub fn new() -> Self {
        let face = |font: &'static [u8]| Face::parse(font, 0).ok();
        Self { regular: face(dejavu::sans_condensed::regular()), bold: face(dejavu::sans_condensed::bold()) }
    }

    /// How wide a text is in letters of this size. Costs its length.
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let face = match weight {
            Weight::Regular => self.regular.as_ref(),
            Weight::Bold => self.bold.as_ref(),
        };
        text.chars().map(|c| advance(face, c)).sum::<f64>() * size
    }
}

/// How far a letter of size 1 moves on.
fn advance(face: Option<&Face<'_>>, c: char) -> f64 {
    let known = face.and_then(|face| {
        let glyph = face.glyph_index(c)?;
        let advance = face.glyph_hor_advance(glyph)?;
        Some(f64::from(advance) / f64::from(face.units_per_em()))
    });
    known.unwrap_or_else(|| estimated(c))
}

/// The same for a letter that the font lacks.
fn estimated(c: char) -> f64 {
    match c {
        // Marks that stand on the letter before.
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' => 0.0,
        // Wide letters, as Unicode Standard Annex 11 has them.
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{1F300}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFD}' => 1.0,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_texts_are_wider() {
        let ruler = Ruler::new();
        let width = |text: &str| ruler.width(text, 10.0, Weight::Regular);
        assert!(ruler.regular.is_some() && ruler.bold.is_some(), "the fonts that the program carries can be read");
        assert!(width("") == 0.0 && width("il") < width("mw"));
        assert!((width("习近平") - 30.0).abs() < 0.01, "an em a letter");
        assert!(ruler.width("Person A", 10.0, Weight::Bold) > width("Person A"));
        assert!((width("Иван") - 2.0 * ruler.width("Иван", 5.0, Weight::Regular)).abs() < 1e-9);
        // Helvetica's own metrics give 41.1 for this in size 10.
        assert!((width("Person AB") - 45.0).abs() < 5.0, "{}", width("Person AB"));
    }
}
