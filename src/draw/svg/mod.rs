//! Scalable Vector Graphics ([SVG 1.1](https://www.w3.org/TR/SVG11/), as far as every viewer and typesetter reads it).

mod element;
mod escape;
mod number;
mod path;
mod shape;

pub(super) use element::Element;
pub(super) use escape::escaped;
use shape::FontOf;

use super::scene::{Ink, Mark, Palette, Scene, Theme};
use number::number;

/// The fonts asked for: the one that texts were measured in, then ones that are about as wide, then ones that have the
/// letters of Chinese, Arabic and other scripts.
pub(super) const FONTS: &str = "'DejaVu Sans Condensed', 'Noto Sans', Arial, Helvetica, 'Liberation Sans', \
'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans Arabic', 'Geeza Pro', sans-serif";

/// A scene as SVG, with its title and description, and the ids of events and actors as `data-events` and `data-about`.
///
/// Texts are texts. There is no script, no style sheet, no foreign object and no reference to anything outside. The same
/// scene gives the same bytes.
pub fn svg(scene: &Scene) -> String {
    with_fonts(scene, &|_| None)
}

/// The same with the letters for which another font is named set in that.
pub(super) fn with_fonts(scene: &Scene, font: FontOf<'_>) -> String {
    let mut out = String::new();
    let mut root = Element::new("svg");
    root.set("xmlns", "http://www.w3.org/2000/svg")
        .set("width", &format!("{}pt", number(scene.width)))
        .set("height", &format!("{}pt", number(scene.height)))
        .set("viewBox", &format!("0 0 {} {}", number(scene.width), number(scene.height)))
        .set("role", "img")
        .set("aria-labelledby", "picture-title picture-description")
        .set("font-family", FONTS)
        .set("fill", Palette::hex(scene.theme, Ink::Text));
    root.open(&mut out);
    named(&mut out, "title", "picture-title", &scene.title);
    named(&mut out, "desc", "picture-description", &scene.description);
    shape::patterns(scene, &mut out);
    let mut paper = Element::new("rect");
    paper.set("width", "100%").set("height", "100%").set("fill", Palette::hex(scene.theme, Ink::Paper));
    paper.empty(&mut out);
    for mark in &scene.marks {
        write(mark, scene.theme, font, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

fn named(out: &mut String, name: &'static str, id: &str, text: &str) {
    let mut element = Element::new(name);
    element.set("id", id);
    element.with_text(text, out);
}

fn write(mark: &Mark, theme: Theme, font: FontOf<'_>, out: &mut String) {
    let list = |ids: &[crate::id::Id]| ids.iter().map(crate::id::Id::as_str).collect::<Vec<_>>().join(" ");
    let mut group = Element::new("g");
    group.set("class", mark.class);
    if !mark.events.is_empty() {
        group.set("data-events", &list(&mark.events));
    }
    if !mark.about.is_empty() {
        group.set("data-about", &list(&mark.about));
    }
    group.open(out);
    if let Some(tip) = &mark.tip {
        Element::new("title").with_text(tip, out);
    }
    mark.shapes.iter().for_each(|shape| shape::write(shape, theme, font, out));
    out.push_str("</g>\n");
}
