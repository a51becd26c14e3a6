//! Fonts for pictures that are more than text: the two that the program carries, and others for letters that these lack.

use super::scene::{Scene, Shape};
use super::svg::with_fonts;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use usvg::fontdb::{Database, FaceInfo, ID, Style};
use usvg::{FontFamily, FontResolver, Options, Tree};

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
        letters(scene).into_iter().filter(|c| !self.have(*c)).collect()
    }

    fn have(&self, letter: char) -> bool {
        self.database.faces().any(|face| self.has(face.id, letter))
    }

    fn has(&self, face: ID, letter: char) -> bool {
        let glyph = |data: &[u8], index: u32| ttf_parser::Face::parse(data, index).ok()?.glyph_index(letter);
        self.database.with_face_data(face, glyph).flatten().is_some()
    }

    /// The face for each letter of a scene that the program's own fonts lack: upright, of usual weight and without serifs as
    /// far as there is one, and as few different ones as do.
    fn others(&self, scene: &Scene) -> BTreeMap<char, (ID, String)> {
        let own = |letter: char| self.regular.is_some_and(|face| self.has(face, letter));
        let lacking = letters(scene).into_iter().filter(|letter| !own(*letter));
        let mut order: Vec<&FaceInfo> = self.database.faces().collect();
        order.sort_by_cached_key(|face| rank(face));
        let mut found: BTreeMap<char, (ID, String)> = BTreeMap::new();
        for letter in lacking {
            let known = found.values().find(|(face, _)| self.has(*face, letter)).cloned();
            let new = || {
                let face = order.iter().find(|face| self.has(face.id, letter))?;
                // Of what is installed only the number is written: a name might hold anything.
                Some((face.id, format!("other-{}", found.len())))
            };
            if let Some(other) = known.or_else(new) {
                found.insert(letter, other);
            }
        }
        found
    }

    /// Takes in the fonts of a folder and the folders in it; those that cannot be read are passed over.
    pub fn take_in(&mut self, folder: &Path) {
        Arc::make_mut(&mut self.database).load_fonts_dir(folder);
    }

    /// A scene as what a painter takes.
    pub(super) fn tree(&self, scene: &Scene) -> Result<Tree, PaintError> {
        let (regular, bold) = (self.regular, self.bold);
        let others = self.others(scene);
        let by_name: BTreeMap<String, ID> = others.values().map(|(face, name)| (name.clone(), *face)).collect();
        let resolver = FontResolver {
            select_font: Box::new(move |font, _| {
                let other = font.families().iter().find_map(|family| match family {
                    FontFamily::Named(name) => by_name.get(name).copied(),
                    _ => None,
                });
                other.or(if font.weight() >= 600 { bold } else { regular })
            }),
            // Each letter has its font already: the painter would set whole texts in another one.
            select_fallback: Box::new(|_, _, _| None),
        };
        let options = Options { fontdb: Arc::clone(&self.database), font_resolver: resolver, ..Options::default() };
        let font = |letter: char| others.get(&letter).map(|(_, name)| name.clone());
        let written = with_fonts(scene, &font);
        Tree::from_str(&written, &options).map_err(|error| PaintError::Painter(error.to_string()))
    }
}

/// The letters of a scene.
fn letters(scene: &Scene) -> BTreeSet<char> {
    let texts = scene.marks.iter().flat_map(|mark| &mark.shapes).filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.text.as_str()),
        _ => None,
    });
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// What orders faces: those that go with the program's own first; simplified letters, as facts mostly have them.
fn rank(face: &FaceInfo) -> (bool, bool, bool, u16, bool, String) {
    let name = face.families.first().map(|(name, _)| name.as_str()).unwrap_or_default();
    let has = |word: &str| name.contains(word);
    let slanted = face.style != Style::Normal;
    (!has("Sans"), face.monospaced || has("Mono"), slanted, face.weight.0.abs_diff(400), !has("SC"), name.to_owned())
}
