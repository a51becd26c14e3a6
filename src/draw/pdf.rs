//! Pages: PDF by `svg2pdf`, with texts as text.

use super::fonts::{Fonts, PaintError};
use super::scene::Scene;
use svg2pdf::{ConversionOptions, PageOptions};

/// A scene as a page of its own size. Its letters are those of `fonts`, of which the page holds what it needs; texts can be
/// searched and copied. The same scene and fonts give the same bytes.
///
/// # Errors
/// If the page cannot be written.
pub fn pdf(scene: &Scene, fonts: &Fonts) -> Result<Vec<u8>, PaintError> {
    // A point of the scene is a ninety-sixth of an inch to the reader of SVG, as a pixel is.
    let page = PageOptions { dpi: 96.0 };
    let tree = fonts.tree(scene)?;
    svg2pdf::to_pdf(&tree, ConversionOptions::default(), page).map_err(|error| PaintError::Painter(error.to_string()))
}
