//! Pages: PDF by `krilla`, with texts as text.

use super::fonts::{Fonts, PaintError};
use super::scene::Scene;
use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

/// A scene as a page of its own size. Its letters are those of `fonts`, of which the page holds what it needs; texts can be
/// searched and copied. The same scene and fonts give the same bytes.
///
/// # Errors
/// If the page cannot be written.
pub fn pdf(scene: &Scene, fonts: &Fonts) -> Result<Vec<u8>, PaintError> {
    let failed = |why: &str| PaintError::Painter(why.to_owned());
    #[expect(clippy::cast_possible_truncation, reason = "a page is no longer than that")]
    let (width, height) = (scene.width as f32, scene.height as f32);
    let size = Size::from_wh(width, height).ok_or_else(|| failed("it has no size"))?;
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| failed("it has no size"))?;
    let tree = fonts.tree(scene)?;
    let mut document = Document::new();
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(|| failed("the page stays empty"))?;
    let about = Metadata::new().title(scene.title.clone()).description(scene.description.clone());
    document.set_metadata(about.language("en".to_owned()).creator("chancery".to_owned()));
    document.finish().map_err(|error| PaintError::Painter(format!("{error:?}")))
}
