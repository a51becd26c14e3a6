//! A page of its own: the picture, and the same in words.

use super::scene::{Scene, Theme};
use super::svg::{Element, escaped, svg};
use crate::query::row::{Cell, Table};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A scene as one HTML file: the picture, which can be moved, enlarged and asked for what an actor has to do with; below
/// it the same as a table, and the accounts that it rests on. Without script it shows all of that as well.
///
/// Nothing is asked of any other machine, and the page's own policy forbids it; script and style are allowed by their
/// digests ([Content Security Policy, level 3](https://www.w3.org/TR/CSP3/)). Everything that comes from facts is escaped.
/// The same scene gives the same bytes.
pub fn html(scene: &Scene) -> String {
    let title = escaped(&scene.title);
    let class = if scene.theme == Theme::Dark { " class=\"dark\"" } else { "" };
    let (policy, table, sources) = (policy(), table(&scene.table), sources(&scene.sources));
    format!(
        "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body{class}>
<main>
<h1>{title}</h1>
<div class=\"tools\" hidden>
<button type=\"button\" value=\"in\" aria-label=\"Enlarge the picture\">+</button>
<button type=\"button\" value=\"out\" aria-label=\"Make the picture smaller\">−</button>
<button type=\"button\" value=\"whole\">Whole picture</button>
</div>
<figure>
{}</figure>
{table}{sources}</main>
<script>{SCRIPT}</script>
</body>
</html>
",
        svg(scene)
    )
}

/// What the page may do: show its own style and run its own script, and nothing else.
fn policy() -> String {
    let [style, script] = [STYLE, SCRIPT].map(|text| base64(&Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
    )
}

/// Bytes in the letters of [RFC 4648](https://www.rfc-editor.org/rfc/rfc4648#section-4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number =
            (0..3).fold(0_usize, |number, at| number << 8 | three.get(at).map_or(0, |byte| usize::from(*byte)));
        for place in 0..4 {
            let letter = LETTERS.get(number >> (18 - 6 * place) & 63).map_or('=', |letter| char::from(*letter));
            text.push(if place > three.len() { '=' } else { letter });
        }
    }
    text
}

/// The table: a head for each column, and a row with its first cell as its head.
fn table(table: &Table) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let mut out = "<h2 id=\"words\">The same in words</h2>\n".to_owned();
    out.push_str(
        "<div class=\"wide\" role=\"region\" aria-labelledby=\"words\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n",
    );
    for column in &table.columns {
        let mut head = Element::new("th");
        head.set("scope", "col");
        head.with_text(&column.replace('_', " "), &mut out);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>\n");
        row.iter().enumerate().for_each(|(place, cell)| write(place, cell, &mut out));
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    out
}

fn write(place: usize, cell: &Cell, out: &mut String) {
    // A head without a word would be read aloud as nothing.
    if place > 0 || cell.text().is_empty() {
        return Element::new("td").with_text(&cell.text(), out);
    }
    let mut head = Element::new("th");
    head.set("scope", "row");
    head.with_text(&cell.text(), out);
}

fn sources(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut out = "<h2>Sources</h2>\n<ul>\n".to_owned();
    lines.iter().for_each(|line| Element::new("li").with_text(line, &mut out));
    out.push_str("</ul>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_standard_says() {
        let check = |bytes: &str, expected: &str| assert_eq!(base64(bytes.as_bytes()), expected);
        check("", "");
        check("f", "Zg==");
        check("fo", "Zm8=");
        check("foo", "Zm9v");
        check("foobar", "Zm9vYmFy");
    }

    #[test]
    fn style_and_script_end_no_element() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--"), "it would end its own element");
            assert!(!text.contains("http") && !text.contains("url("), "it would ask another machine");
        }
    }
}
