//! Formats of pictures.

/// In which format a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    #[cfg(feature = "png")]
    Png,
    /// Portable Document Format.
    #[cfg(feature = "pdf")]
    Pdf,
    /// A page of its own, with the picture and the table that says the same.
    Html,
    /// The DOT language, for Graphviz; of networks only.
    Dot,
}

impl PictureFormat {
    /// Every format.
    pub const ALL: &[Self] = &[
        Self::Svg,
        #[cfg(feature = "png")]
        Self::Png,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Html,
        Self::Dot,
    ];

    /// The name in options, and how names of files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            #[cfg(feature = "png")]
            Self::Png => "png",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Dot => "dot",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            #[cfg(feature = "png")]
            Self::Png => "image/png",
            #[cfg(feature = "pdf")]
            Self::Pdf => "application/pdf",
            Self::Html => "text/html",
            Self::Dot => "text/vnd.graphviz",
        }
    }

    /// The format of this name, in small or capital letters.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Whether it is no text, so that a terminal can show nothing of it.
    pub fn is_binary(self) -> bool {
        matches!(self.media_type(), "image/png" | "application/pdf")
    }
}
