//! Small pictures of large ones.

use super::Trouble;
use png::{BitDepth, ColorType, Decoder, Encoder, Transformations};
use std::io::Cursor;

/// Most pixels of a picture that is made smaller.
const PIXELS: u64 = 200_000_000;

/// A PNG at most `width` pixels wide in shades of grey; `None` when it is no wider, or too large to try.
///
/// Each pixel is the mean of those that it stands for, so thin lines stay visible as grey ones.
pub(super) fn shrink(bytes: &[u8], width: u32) -> Result<Option<Vec<u8>>, Trouble> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let (from_width, from_height) = (reader.info().width, reader.info().height);
    if from_width <= width || u64::from(from_width) * u64::from(from_height) > PIXELS {
        return Ok(None);
    }
    let height = scaled(from_height, width, from_width).max(1);
    let (color, _) = reader.output_color_type();
    let samples = color.samples();
    let mut rows = Vec::with_capacity(width as usize * height as usize);
    let mut sums = vec![0u64; width as usize];
    let mut counts = vec![0u64; width as usize];
    let mut done = 0u32;
    let mut taken = 0u32;
    while let Some(row) = reader.next_row()? {
        for (x, pixel) in row.data().chunks_exact(samples).enumerate() {
            let at = (x as u64 * u64::from(width) / u64::from(from_width)) as usize;
            sums[at] += u64::from(grey(pixel, color));
            counts[at] += 1;
        }
        taken += 1;
        let end = u64::from(done + 1) * u64::from(from_height) / u64::from(height);
        if u64::from(taken) >= end {
            for (sum, count) in sums.iter_mut().zip(&mut counts) {
                rows.push(u8::try_from(*sum / (*count).max(1)).unwrap_or(u8::MAX));
                (*sum, *count) = (0, 0);
            }
            done += 1;
        }
    }
    rows.resize(width as usize * height as usize, u8::MAX);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rows)?;
    writer.finish()?;
    Ok(Some(out))
}

fn scaled(length: u32, by: u32, of: u32) -> u32 {
    u32::try_from(u64::from(length) * u64::from(by) / u64::from(of)).unwrap_or(u32::MAX)
}

/// How light a pixel is on white paper.
fn grey(pixel: &[u8], color: ColorType) -> u8 {
    let mean = |r: u8, g: u8, b: u8| {
        let sum = u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114;
        u8::try_from(sum / 1000).unwrap_or(u8::MAX)
    };
    let over_white = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        u8::try_from((value * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    match (color, pixel) {
        (ColorType::Rgb, [r, g, b]) => mean(*r, *g, *b),
        (ColorType::Rgba, [r, g, b, alpha]) => over_white(mean(*r, *g, *b), *alpha),
        (ColorType::GrayscaleAlpha, [value, alpha]) => over_white(*value, *alpha),
        (_, [value, ..]) => *value,
        (_, []) => u8::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, grey: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, width, height);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(grey).unwrap();
        writer.finish().unwrap();
        out
    }

    #[test]
    fn means_of_pixels() {
        let large = png(
            4,
            4,
            &[
                0, 0, 255, 255, 0, 0, 255, 255, 10, 10, 20, 20, 10, 10, 20, 20,
            ],
        );
        let small = shrink(&large, 2).unwrap().unwrap();
        assert_eq!(small, png(2, 2, &[0, 255, 10, 20]));
        assert_eq!(shrink(&large, 4).unwrap(), None);
        assert!(shrink(b"no picture", 2).is_err());
    }

    #[test]
    fn odd_sizes_keep_their_form() {
        let small = shrink(&png(7, 5, &[128; 35]), 3).unwrap().unwrap();
        assert_eq!(small, png(3, 2, &[128; 6]));
    }
}
