//! The page of all shapes.

use super::shapes::shapes;

/// Every shape with an example, in Markdown.
pub fn page() -> String {
    let mut page = String::new();
    let mut family = "";
    for shape in shapes() {
        if shape.family != family {
            family = shape.family;
            page += &format!(
                "\n### {}{}\n\n",
                family.get(..1).unwrap_or_default().to_uppercase(),
                family.get(1..).unwrap_or_default()
            );
        }
        page += &format!("* `{}`: \"{}\"\n", shape.in_words(), shape.example);
    }
    page
}
