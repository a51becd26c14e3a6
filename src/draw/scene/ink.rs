//! Colours by what they are for, so that one scene can be light or dark.
//!
//! Colours of groups are those of Okabe and Ito (*Color Universal Design*, 2008), which stay distinct for colour-blind
//! readers. They come with a shape of their own in pictures, as some of them are alike in grey print.

/// Light or dark paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// For print.
    #[default]
    Light,
    /// For dark screens.
    Dark,
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// The paper.
    Paper,
    /// Words to be read first, and outlines.
    Text,
    /// Words to be read later.
    Muted,
    /// Thin lines that only divide.
    Rule,
    /// A pale ground under something.
    Ground,
    /// Lines that join.
    Line,
    /// What belongs to one of up to eight groups, by number.
    Group(usize),
    /// What belongs to no group that the legend names.
    Other,
    /// How dark a cell is, from 0 to 8.
    Depth(usize),
}

/// The colours of a theme.
pub struct Palette;

impl Palette {
    /// How many groups have a colour of their own.
    pub const GROUPS: usize = 8;
    /// How many depths there are.
    pub const DEPTHS: usize = 9;

    const LIGHT: [&'static str; Self::GROUPS] =
        ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7A7A7A"];
    const DARK: [&'static str; Self::GROUPS] =
        ["#3E9FDB", "#E69F00", "#1FBF91", "#DB93BC", "#7CC7F0", "#F07F2E", "#F0E442", "#A8A8A8"];
    const PALE: [&'static str; Self::DEPTHS] =
        ["#FFFFFF", "#EDF4F9", "#D6E6F1", "#B8D4E7", "#94BEDA", "#6CA4CA", "#4586B5", "#23699B", "#0B4F7D"];
    const DEEP: [&'static str; Self::DEPTHS] =
        ["#16191D", "#1B2733", "#1F3445", "#23435B", "#285473", "#2F688E", "#3C80AC", "#559BC8", "#7CBAE2"];

    /// A colour as `#RRGGBB`.
    pub fn hex(theme: Theme, ink: Ink) -> &'static str {
        let of =
            |list: &[&'static str], number: usize| list.get(number % list.len().max(1)).copied().unwrap_or("#000000");
        match (theme, ink) {
            (Theme::Light, Ink::Paper) => "#FFFFFF",
            (Theme::Light, Ink::Text) => "#1A1A1A",
            (Theme::Light, Ink::Muted) => "#555555",
            (Theme::Light, Ink::Rule) => "#C9C9C9",
            (Theme::Light, Ink::Ground) => "#F3F3F1",
            (Theme::Light, Ink::Line) => "#6B6B6B",
            (Theme::Light, Ink::Other) => "#D9D9D9",
            (Theme::Light, Ink::Group(number)) => of(&Self::LIGHT, number),
            (Theme::Light, Ink::Depth(depth)) => of(&Self::PALE, depth),
            (Theme::Dark, Ink::Paper) => "#16191D",
            (Theme::Dark, Ink::Text) => "#F2F2F2",
            (Theme::Dark, Ink::Muted) => "#B9B9B9",
            (Theme::Dark, Ink::Rule) => "#4A4E54",
            (Theme::Dark, Ink::Ground) => "#22262B",
            (Theme::Dark, Ink::Line) => "#9A9A9A",
            (Theme::Dark, Ink::Other) => "#5C6066",
            (Theme::Dark, Ink::Group(number)) => of(&Self::DARK, number),
            (Theme::Dark, Ink::Depth(depth)) => of(&Self::DEEP, depth),
        }
    }
}
