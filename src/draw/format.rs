//! Formats of pictures.

/// In which format a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable Vector Graphics.
    Svg,
}

impl PictureFormat {
    /// Every format.
    pub const ALL: &[Self] = &[Self::Svg];

    /// The name in options, and how names of files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
        }
    }

    /// The format whose files end so, with small or capital letters.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name().eq_ignore_ascii_case(extension))
    }

    /// Whether it is no text, so that a terminal can show nothing of it.
    pub fn is_binary(self) -> bool {
        false
    }
}
