//! Fonts for pictures that are more than text: the two that the program carries, and others for letters that these lack.

use super::scene::{Scene, Shape};
use super::svg::svg;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use usvg::fontdb::{Database, ID};
use usvg::{FontResolver, Options, Tree};

/// A picture that could not be made into pixels or pages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaintError {
    /// It would take too much memory.
    #[error("the picture would be {width} by {height} pixels, which is too large")]
    TooLarge {
        /// Its width.
        width: u64,
        /// Its height.
        height: u64,
    },
    /// The program that paints could not.
    #[error("the picture could not be painted: {0}")]
    Painter(String),
}

/// The fonts that letters are taken from.
#[derive(Clone)]
pub struct Fonts {
    database: Arc<Database>,
    regular: Option<ID>,
    bold: Option<ID>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({})", self.database.len())
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::carried()
    }
}

impl Fonts {
    /// The fonts that the program carries: Latin, Greek, Cyrillic, Arabic, Hebrew and more; not Chinese, Japanese, Korean
    /// and the scripts of India.
    pub fn carried() -> Self {
        let mut database = Database::new();
        let mut load = |font: &'static [u8]| {
            database.load_font_source(usvg::fontdb::Source::Binary(Arc::new(font))).first().copied()
        };
        let (regular, bold) = (load(dejavu::sans_condensed::regular()), load(dejavu::sans_condensed::bold()));
        Self { database: Arc::new(database), regular, bold }
    }

    /// The letters of a scene that no font has.
    pub fn lacking(&self, scene: &Scene) -> BTreeSet<char> {
        let texts = scene.marks.iter().flat_map(|mark| &mark.shapes).filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        let letters: BTreeSet<char> = texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        letters.into_iter().filter(|c| !self.have(*c)).collect()
    }

    fn have(&self, letter: char) -> bool {
        let has = |id: ID| {
            let glyph = |data: &[u8], index: u32| ttf_parser::Face::parse(data, index).ok()?.glyph_index(letter);
            self.database.with_face_data(id, glyph).flatten().is_some()
        };
        self.database.faces().any(|face| has(face.id))
    }

    /// Takes in the fonts of a folder and the folders in it; those that cannot be read are passed over.
    pub fn take_in(&mut self, folder: &Path) {
        Arc::make_mut(&mut self.database).load_fonts_dir(folder);
    }

    /// A scene as what a painter takes.
    pub(super) fn tree(&self, scene: &Scene) -> Result<Tree, PaintError> {
        let (regular, bold) = (self.regular, self.bold);
        let resolver = FontResolver {
            select_font: Box::new(move |font, _| if font.weight() >= 600 { bold } else { regular }),
            select_fallback: FontResolver::default_fallback_selector(),
        };
        let options = Options { fontdb: Arc::clone(&self.database), font_resolver: resolver, ..Options::default() };
        Tree::from_str(&svg(scene), &options).map_err(|error| PaintError::Painter(error.to_string()))
    }
}
