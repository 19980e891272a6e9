//! Pages in any other compression: the library decodes them, and their samples are put as PNG wants them.

use super::super::raster::{Color, Raster};
use super::{Problem, Source, number, problem};
use ::tiff::ColorType;
use ::tiff::decoder::DecodingResult;
use ::tiff::tags::Tag;

/// Decodes the current page.
pub(super) fn raster(decoder: &mut Source<'_>) -> Result<Raster, Problem> {
    let (width, height) = decoder.dimensions().map_err(|error| problem(&error))?;
    let kind = decoder.colortype().map_err(|error| problem(&error))?;
    let samples = number(decoder, Tag::SamplesPerPixel)?.unwrap_or(1);
    if samples > 1 && number(decoder, Tag::PlanarConfiguration)? == Some(2) {
        return Err(Problem::unsupported("colors in planes of their own"));
    }
    let decoded = decoder.read_image().map_err(|error| problem(&error))?;
    let (depth, data) = match decoded {
        DecodingResult::U8(data) => (kind.bit_depth().min(8), data),
        DecodingResult::U16(data) => {
            let bytes = data.into_iter().flat_map(u16::to_be_bytes);
            (16, bytes.collect())
        }
        _ => return Err(Problem::unsupported(format!("samples of {kind:?}"))),
    };
    let (color, depth, data) = match (kind, depth) {
        (ColorType::Gray(_), 1 | 2 | 4 | 8 | 16) => (Color::Grey, depth, data),
        (ColorType::RGB(_), 8 | 16) => (Color::Rgb, depth, data),
        (ColorType::RGBA(_), 8 | 16) => (Color::Rgba, depth, data),
        (ColorType::CMYK(_), 8) => (Color::Rgb, 8, each(&data, from_cmyk)),
        (ColorType::YCbCr(_), 8) => (Color::Rgb, 8, each(&data, from_ycbcr)),
        (ColorType::Multiband { num_samples, .. }, 8) => {
            let first = data.iter().step_by(usize::from(num_samples.max(1)));
            (Color::Grey, 8, first.copied().collect())
        }
        _ => return Err(Problem::unsupported(format!("pixels of {kind:?}"))),
    };
    let raster = Raster {
        width,
        height,
        color,
        depth,
        data,
    };
    if raster.data.len() == wanted(&raster) {
        Ok(raster)
    } else {
        Err(Problem::damaged("it has fewer pixels than it says"))
    }
}

fn wanted(raster: &Raster) -> usize {
    let channels = match raster.color {
        Color::Grey => 1,
        Color::Rgb => 3,
        Color::Rgba => 4,
    };
    let bits = raster.width as usize * channels * usize::from(raster.depth);
    bits.div_ceil(8) * raster.height as usize
}

fn each<const N: usize>(data: &[u8], color: impl Fn([u8; N]) -> [u8; 3]) -> Vec<u8> {
    let (pixels, _) = data.as_chunks::<N>();
    pixels.iter().flat_map(|pixel| color(*pixel)).collect()
}

fn from_cmyk([c, m, y, k]: [u8; 4]) -> [u8; 3] {
    let light = |ink: u8| {
        let product = u32::from(255 - ink) * u32::from(255 - k);
        u8::try_from(product / 255).unwrap_or(u8::MAX)
    };
    [light(c), light(m), light(y)]
}

fn from_ycbcr([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let (y, cb, cr) = (i32::from(y), i32::from(cb) - 128, i32::from(cr) - 128);
    // Factors of ITU-R BT.601 in parts of 65,536.
    let part = |sum: i32| u8::try_from(((sum + 32_768) >> 16).clamp(0, 255)).unwrap_or(u8::MAX);
    [
        part((y << 16) + 91_881 * cr),
        part((y << 16) - 22_554 * cb - 46_802 * cr),
        part((y << 16) + 116_130 * cb),
    ]
}
