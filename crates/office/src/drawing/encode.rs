//! Writing of PNG files.

use super::Problem;
use super::raster::{Color, Raster};
use ::png::{BitDepth, ColorType, Compression, Encoder};

/// The PNG file of a raster, compressed fast.
pub(super) fn png(raster: &Raster) -> Result<Vec<u8>, Problem> {
    let failed = |error: ::png::EncodingError| Problem::damaged(error.to_string());
    let mut out = Vec::with_capacity(raster.data.len() / 8 + 1024);
    let mut encoder = Encoder::new(&mut out, raster.width, raster.height);
    encoder.set_compression(Compression::Fast);
    encoder.set_depth(match raster.depth {
        1 => BitDepth::One,
        2 => BitDepth::Two,
        4 => BitDepth::Four,
        16 => BitDepth::Sixteen,
        _ => BitDepth::Eight,
    });
    encoder.set_color(match raster.color {
        Color::Grey => ColorType::Grayscale,
        Color::Rgb => ColorType::Rgb,
        Color::Rgba => ColorType::Rgba,
    });
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&raster.data).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}
