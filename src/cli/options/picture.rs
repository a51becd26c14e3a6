//! How pictures are drawn and written.

use super::{file, word};
use crate::cli::Failure;
use chancery::draw::{Captioned, PictureFormat, Sheet, Theme};
use std::path::{Path, PathBuf};

/// How pictures are drawn and written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Picture")]
pub(crate) struct PictureArgs {
    /// Write to this file, which is replaced as a whole; how its name ends says in which format: .svg, .png, .pdf, .html
    /// or .dot
    #[arg(short, long, value_name = "FILE", value_parser = file)]
    output: Option<PathBuf>,
    /// In which format, whatever the file is called [default: by the file's name, else svg]
    #[arg(short, long, value_name = "FORMAT", value_parser = format)]
    format: Option<PictureFormat>,
    /// How wide the picture is in print: 84 for one column of a journal, 174 for two
    #[arg(long, value_name = "MM", default_value = "174", value_parser = clap::value_parser!(u16).range(60..=1000))]
    width_mm: u16,
    /// How fine a png is, in pixels to the inch
    #[arg(long, value_name = "N", default_value = "300", value_parser = clap::value_parser!(u16).range(36..=2400))]
    dpi: u16,
    /// Light letters on dark paper, for screens
    #[arg(long)]
    dark: bool,
    /// Names in this language, where they are known: zh, ru, zh-Hant; else the usual ones
    #[arg(long, value_name = "LANG")]
    names: Option<String>,
    /// No caption below; to be set with the text around the picture
    #[arg(long)]
    no_caption: bool,
    /// Print the table that says the same in words, instead of the picture
    #[arg(long, conflicts_with = "format")]
    table: bool,
}

fn format(text: &str) -> Result<PictureFormat, String> {
    word(text, PictureFormat::ALL, |format| format.name(), "format of a picture")
}

impl PictureArgs {
    /// In which language names are wanted.
    pub(crate) fn names(&self) -> Option<&str> {
        self.names.as_deref()
    }

    /// To which file, if to one.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// Whether the table is wanted.
    pub(crate) fn is_table(&self) -> bool {
        self.table
    }

    /// How fine pixels are.
    #[cfg(feature = "png")]
    pub(crate) fn dots_per_inch(&self) -> u16 {
        self.dpi
    }

    /// Whether the options go together.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        if self.table { Ok(()) } else { self.format().map(drop) }
    }

    /// The format: the one that is named, else by how the file's name ends, else SVG.
    pub(crate) fn format(&self) -> Result<PictureFormat, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let Some(file) = self.file().filter(|file| *file != Path::new("/dev/stdout")) else {
            return Ok(PictureFormat::Svg);
        };
        let extension = file.extension().map(|extension| extension.to_string_lossy().into_owned());
        let known = extension.as_deref().and_then(PictureFormat::of_name);
        known.ok_or_else(|| unknown(file, extension.as_deref()))
    }

    /// The sheet that the picture is drawn on.
    pub(crate) fn sheet(&self) -> Sheet {
        Sheet {
            width_mm: f64::from(self.width_mm),
            theme: if self.dark { Theme::Dark } else { Theme::Light },
            captioned: if self.no_caption { Captioned::LegendOnly } else { Captioned::Full },
        }
    }
}

fn unknown(file: &Path, extension: Option<&str>) -> Failure {
    let all: Vec<String> = PictureFormat::ALL.iter().map(|format| format!(".{}", format.name())).collect();
    let what = match extension {
        Some(extension) => format!("no picture is written as .{extension}"),
        None => "the name does not say in which format".to_owned(),
    };
    Failure::Usage {
        message: format!("-o {}: {what}", file.display()),
        hint: Some(format!("end the name in one of {}, or name one with --format", all.join(", "))),
    }
}
