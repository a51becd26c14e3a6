//! Pixels: PNG by `resvg`.

use super::fonts::{Fonts, PaintError};
use super::scene::Scene;
use resvg::tiny_skia::{Pixmap, Transform};

/// So many pixels at most: 400 MB of memory.
const MOST: u64 = 100_000_000;

/// A scene as pixels, so many to the inch, which the file says, so that programs show it in its own size. Letters are those
/// of `fonts`. The same scene and fonts give the same bytes.
///
/// # Errors
/// If it would be of more than a hundred million pixels, or cannot be painted.
pub fn png(scene: &Scene, fonts: &Fonts, dots_per_inch: u16) -> Result<Vec<u8>, PaintError> {
    let scale = f64::from(dots_per_inch) / 72.0;
    let [width, height] = [scene.width, scene.height].map(|length| pixels(length * scale));
    if width.saturating_mul(height) > MOST {
        return Err(PaintError::TooLarge { width, height });
    }
    let tree = fonts.tree(scene)?;
    let small = |length: u64| u32::try_from(length).ok();
    let pixmap = small(width).zip(small(height)).and_then(|(width, height)| Pixmap::new(width, height));
    let mut pixmap = pixmap.ok_or(PaintError::TooLarge { width, height })?;
    #[expect(clippy::cast_precision_loss, reason = "there are fewer pixels than that")]
    let [across, down] = [width as f32 / tree.size().width(), height as f32 / tree.size().height()];
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixmap.as_mut());
    let image = pixmap.encode_png().map_err(|error| PaintError::Painter(error.to_string()))?;
    Ok(with_size(image, dots_per_inch))
}

fn pixels(length: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "too large is found out by the caller")]
    let pixels = length.ceil().max(1.0) as u64;
    pixels
}

/// Where the first chunk ends: behind the signature of eight bytes, with its head, thirteen bytes and its check.
const AFTER_HEADER: usize = 8 + 12 + 13;

/// The image with the chunk that tells how large a pixel is
/// ([PNG, section 11.3.4.3](https://www.w3.org/TR/png-3/#11pHYs)).
fn with_size(mut image: Vec<u8>, dots_per_inch: u16) -> Vec<u8> {
    let per_metre = (u32::from(dots_per_inch) * 10_000 + 127) / 254;
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(per_metre.to_be_bytes());
    chunk.extend(per_metre.to_be_bytes());
    chunk.push(1);
    let mut bytes = 9_u32.to_be_bytes().to_vec();
    bytes.extend(&chunk);
    bytes.extend(check(&chunk).to_be_bytes());
    if image.len() >= AFTER_HEADER {
        image.splice(AFTER_HEADER..AFTER_HEADER, bytes);
    }
    image
}

/// The cyclic redundancy check of PNG ([annex D](https://www.w3.org/TR/png-3/#D-CRCAppendix)), bit by bit.
fn check(bytes: &[u8]) -> u32 {
    let mut check = u32::MAX;
    for byte in bytes {
        check ^= u32::from(*byte);
        for _ in 0..8 {
            check = if check & 1 == 1 { 0xEDB8_8320 ^ (check >> 1) } else { check >> 1 };
        }
    }
    !check
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn the_check_is_that_of_the_standard() {
        // The check value of CRC-32/ISO-HDLC, and the last chunk of every PNG.
        assert_eq!(check(b"123456789"), 0xCBF4_3926);
        assert_eq!(check(b"IEND"), 0xAE42_6082);
    }
}
