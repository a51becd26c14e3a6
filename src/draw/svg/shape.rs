//! Shapes as elements.

use super::element::Element;
use super::number::number;
use crate::draw::scene::{
    Anchor, Area, Dash, Fill, Halo, Ink, Palette, Point, Scene, Shape, Stroke, Text, Theme, Weight,
};
use std::collections::BTreeSet;

/// The font of a letter, where it is not that of the whole picture.
pub(in crate::draw) type FontOf<'f> = &'f dyn Fn(char) -> Option<String>;

/// Writes a shape.
pub(super) fn write(shape: &Shape, theme: Theme, font: FontOf<'_>, out: &mut String) {
    match shape {
        Shape::Line { from, to, stroke } => line(*from, *to, stroke, theme).empty(out),
        Shape::Path { steps, fill, stroke } => {
            let mut path = Element::new("path");
            path.set("d", &super::path::data(steps));
            look(&mut path, *fill, *stroke, theme);
            path.empty(out);
        }
        Shape::Rect { area, radius, fill, stroke } => {
            let mut rect = rect(area);
            if *radius > 0.0 {
                rect.set("rx", &number(*radius));
            }
            look(&mut rect, *fill, *stroke, theme);
            rect.empty(out);
        }
        Shape::Circle { centre, radius, fill, stroke } => {
            let mut circle = Element::new("circle");
            circle.set("cx", &number(centre.x)).set("cy", &number(centre.y)).set("r", &number(*radius));
            look(&mut circle, *fill, *stroke, theme);
            circle.empty(out);
        }
        Shape::Text(text) => write_text(text, theme, font, out),
    }
}

fn line(from: Point, to: Point, stroke: &Stroke, theme: Theme) -> Element {
    let mut line = Element::new("line");
    line.set("x1", &number(from.x)).set("y1", &number(from.y)).set("x2", &number(to.x)).set("y2", &number(to.y));
    set_stroke(&mut line, stroke, theme);
    line
}

fn rect(area: &Area) -> Element {
    let mut rect = Element::new("rect");
    rect.set("x", &number(area.x)).set("y", &number(area.y));
    rect.set("width", &number(area.width.max(0.0))).set("height", &number(area.height.max(0.0)));
    rect
}

fn look(element: &mut Element, fill: Option<Fill>, stroke: Option<Stroke>, theme: Theme) {
    match fill {
        Some(Fill::Even(ink)) => element.set("fill", Palette::hex(theme, ink)),
        Some(Fill::Hatched(ink)) => element.set("fill", &format!("url(#{})", hatch(theme, ink))),
        Some(Fill::Veiled(ink)) => element.set("fill", Palette::hex(theme, ink)).set("fill-opacity", "0.82"),
        None => element.set("fill", "none"),
    };
    if let Some(stroke) = stroke {
        set_stroke(element, &stroke, theme);
    }
}

fn set_stroke(element: &mut Element, stroke: &Stroke, theme: Theme) {
    element.set("stroke", Palette::hex(theme, stroke.ink)).set("stroke-width", &number(stroke.width));
    let width = stroke.width.max(0.8);
    match stroke.dash {
        Dash::Solid => {}
        Dash::Dashed => {
            element.set("stroke-dasharray", &format!("{} {}", number(width * 3.0), number(width * 2.0)));
        }
        Dash::Dotted => {
            element.set("stroke-dasharray", &format!("0 {}", number(width * 2.2))).set("stroke-linecap", "round");
        }
    }
}

fn write_text(text: &Text, theme: Theme, font: FontOf<'_>, out: &mut String) {
    let mut element = Element::new("text");
    element.set("x", &number(text.at.x)).set("y", &number(text.at.y)).set("font-size", &number(text.size));
    match text.anchor {
        Anchor::Start => &mut element,
        Anchor::Middle => element.set("text-anchor", "middle"),
        Anchor::End => element.set("text-anchor", "end"),
    };
    if text.weight == Weight::Bold {
        element.set("font-weight", "bold");
    }
    if text.ink != Ink::Text {
        element.set("fill", Palette::hex(theme, text.ink));
    }
    if text.halo == Halo::Paper {
        element.set("paint-order", "stroke").set("stroke", Palette::hex(theme, Ink::Paper));
        element.set("stroke-width", "2.4").set("stroke-linejoin", "round");
    }
    if text.turn != 0.0 {
        let about = format!("rotate({} {} {})", number(text.turn), number(text.at.x), number(text.at.y));
        element.set("transform", &about);
    }
    let runs = runs(&text.text, font);
    match runs.as_slice() {
        [(_, None)] | [] => element.with_text(&text.text, out),
        runs => {
            let parts: Vec<(Element, &str)> = runs.iter().map(|(run, font)| (run_of(font.as_deref()), *run)).collect();
            element.with_parts(&parts, out);
        }
    }
}

fn run_of(font: Option<&str>) -> Element {
    let mut run = Element::new("tspan");
    if let Some(font) = font {
        run.set("font-family", &format!("'{font}'"));
    }
    run
}

/// A text cut where the font changes.
fn runs<'t>(text: &'t str, font: FontOf<'_>) -> Vec<(&'t str, Option<String>)> {
    let mut runs: Vec<(usize, Option<String>)> = Vec::new();
    for (at, c) in text.char_indices() {
        let own = font(c);
        if runs.last().is_none_or(|(_, last)| *last != own) {
            runs.push((at, own));
        }
    }
    let ends: Vec<usize> = runs.iter().skip(1).map(|(at, _)| *at).chain([text.len()]).collect();
    runs.into_iter().zip(ends).filter_map(|((from, font), to)| Some((text.get(from..to)?, font))).collect()
}

/// The id of the pattern that hatches in a colour.
fn hatch(theme: Theme, ink: Ink) -> String {
    format!("hatch-{}", Palette::hex(theme, ink).trim_start_matches('#'))
}

/// Writes the patterns that the scene's hatched areas need.
pub(super) fn patterns(scene: &Scene, out: &mut String) {
    let fills = scene.marks.iter().flat_map(|mark| &mark.shapes).filter_map(|shape| match shape {
        Shape::Path { fill, .. } | Shape::Rect { fill, .. } | Shape::Circle { fill, .. } => *fill,
        Shape::Line { .. } | Shape::Text(_) => None,
    });
    let hatched = fills.filter_map(|fill| match fill {
        Fill::Hatched(ink) => Some(ink),
        Fill::Even(_) | Fill::Veiled(_) => None,
    });
    let inks: BTreeSet<Ink> = hatched.collect();
    if inks.is_empty() {
        return;
    }
    Element::new("defs").open(out);
    for ink in inks {
        let mut pattern = Element::new("pattern");
        pattern.set("id", &hatch(scene.theme, ink)).set("width", "4").set("height", "4");
        pattern.set("patternUnits", "userSpaceOnUse").set("patternTransform", "rotate(45)").open(out);
        let ends = (Point::new(0.0, 0.0), Point::new(0.0, 4.0));
        line(ends.0, ends.1, &Stroke::solid(ink, 1.4), scene.theme).empty(out);
        out.push_str("</pattern>\n");
    }
    out.push_str("</defs>\n");
}
