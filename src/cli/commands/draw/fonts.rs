//! The fonts of this machine, for letters that the program's own lack.

use crate::cli::ui::Ui;
use chancery::draw::{Fonts, Scene};
use std::path::PathBuf;

/// Where systems keep fonts; of those that begin with `~` everybody has an own one.
const FOLDERS: &[&str] = &[
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:\\Windows\\Fonts",
];

/// The fonts for a scene: the program's own, so that the same picture comes out everywhere, and those of this machine only
/// where letters are lacking. Says which are lacking all the same.
pub(super) fn fonts(scene: &Scene, ui: &Ui) -> Fonts {
    let mut fonts = Fonts::carried();
    if fonts.lacking(scene).is_empty() {
        return fonts;
    }
    folders().iter().filter(|folder| folder.is_dir()).for_each(|folder| fonts.take_in(folder));
    let lacking = fonts.lacking(scene);
    if !lacking.is_empty() {
        const SHOWN: usize = 12;
        let some: String = lacking.iter().take(SHOWN).collect();
        let more = if lacking.len() > SHOWN { " and others" } else { "" };
        ui.note(&format!(
            "no font of this machine has the letters {some}{more}: they are left blank; svg and html leave letters to the viewer"
        ));
    }
    fonts
}

fn folders() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let folder = |name: &&str| match name.strip_prefix("~/") {
        Some(below) => home.as_ref().map(|home| home.join(below)),
        None => Some(PathBuf::from(name)),
    };
    FOLDERS.iter().filter_map(folder).collect()
}
