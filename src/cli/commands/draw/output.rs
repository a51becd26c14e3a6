//! A picture in the format asked for.

use super::Picture;
use crate::cli::Failure;
use crate::cli::options::PictureArgs;
use crate::cli::ui::Ui;
use chancery::draw::{PictureFormat, Scene, html, svg};
use std::io::IsTerminal;

/// The bytes of a picture. Those that are no text are not for a terminal.
pub(super) fn written(
    kind: &dyn Picture,
    scene: &Scene,
    dot: impl FnOnce() -> Result<Vec<u8>, Failure>,
    ui: &Ui,
) -> Result<Vec<u8>, Failure> {
    let args = kind.picture();
    let format = args.format()?;
    if format.is_binary() && args.file().is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::Usage {
            message: format!("a terminal can show no {}", format.name()),
            hint: Some(format!("-o FILE.{} writes it to a file", format.name())),
        });
    }
    match format {
        PictureFormat::Svg => Ok(svg(scene).into_bytes()),
        PictureFormat::Html => Ok(html(scene).into_bytes()),
        PictureFormat::Dot => dot(),
        #[cfg(any(feature = "png", feature = "pdf"))]
        format => painted(scene, args, format, ui),
    }
}

#[cfg(any(feature = "png", feature = "pdf"))]
fn painted(scene: &Scene, args: &PictureArgs, format: PictureFormat, ui: &Ui) -> Result<Vec<u8>, Failure> {
    let fonts = super::fonts::fonts(scene, ui);
    let painted = match format {
        #[cfg(feature = "png")]
        PictureFormat::Png => chancery::draw::png(scene, &fonts, args.dots_per_inch()),
        #[cfg(feature = "pdf")]
        PictureFormat::Pdf => chancery::draw::pdf(scene, &fonts),
        _ => Ok(svg(scene).into_bytes()),
    };
    painted.map_err(|error| Failure::Usage {
        message: error.to_string(),
        hint: Some("a smaller --width-mm or --dpi makes it smaller".to_owned()),
    })
}
