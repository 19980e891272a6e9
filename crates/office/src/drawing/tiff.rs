//! Pages of TIFF files as rasters.

mod bilevel;
mod convert;

use super::raster::Raster;
use super::{Description, Format, Limits, Problem};
use ::tiff::decoder::Decoder;
use ::tiff::tags::Tag;
use ::tiff::{TiffError, TiffUnsupportedError};
use std::io::Cursor;

type Source<'a> = Decoder<Cursor<&'a [u8]>>;

/// Pages after which nobody looks for more.
const MOST_PAGES: usize = 10_000;

/// Says what a TIFF file holds.
pub(super) fn describe(bytes: &[u8]) -> Result<Description, Problem> {
    let mut decoder = open(bytes, &Limits::default())?;
    let (width, height) = decoder.dimensions().map_err(|error| problem(&error))?;
    let depth = number(&mut decoder, Tag::BitsPerSample)?.unwrap_or(1);
    let samples = number(&mut decoder, Tag::SamplesPerPixel)?.unwrap_or(1);
    Ok(Description {
        format: Format::Tiff,
        width,
        height,
        pages: pages(&mut decoder),
        bits: u16::try_from(depth.saturating_mul(samples)).unwrap_or(u16::MAX),
    })
}

/// Decodes a page, counted from 0.
pub(super) fn raster(bytes: &[u8], page: usize, limits: &Limits) -> Result<Raster, Problem> {
    let mut decoder = open(bytes, limits)?;
    if page > 0 {
        let pages = pages(&mut decoder);
        if page >= pages {
            return Err(Problem::NoPage { page, pages });
        }
        decoder
            .seek_to_image(page)
            .map_err(|error| problem(&error))?;
    }
    let (width, height) = decoder.dimensions().map_err(|error| problem(&error))?;
    if width == 0 || height == 0 {
        return Err(Problem::damaged("it has no pixels"));
    }
    if u64::from(width) * u64::from(height) > limits.pixels {
        return Err(Problem::Large { width, height });
    }
    let reversed = number(&mut decoder, Tag::FillOrder)? == Some(2);
    let compression = number(&mut decoder, Tag::Compression)?.unwrap_or(1);
    match compression {
        2..=4 => bilevel::raster(bytes, &mut decoder, (compression, reversed)),
        // The library cuts the last tiles of a row off.
        5 if number(&mut decoder, Tag::TileWidth)?.is_some() => {
            bilevel::raster(bytes, &mut decoder, (compression, reversed))
        }
        // Bits are never reversed within JPEG data.
        7 => convert::raster(&mut decoder),
        _ if reversed => {
            let copy = unreversed(bytes, &mut decoder)?;
            let mut decoder = open(&copy, limits)?;
            decoder
                .seek_to_image(page)
                .map_err(|error| problem(&error))?;
            convert::raster(&mut decoder)
        }
        _ => convert::raster(&mut decoder),
    }
}

fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Source<'a>, Problem> {
    let mut own = ::tiff::decoder::Limits::default();
    own.decoding_buffer_size = limits.memory;
    own.intermediate_buffer_size = limits.memory;
    own.ifd_value_size = limits.bytes;
    let decoder = Decoder::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    Ok(decoder.with_limits(own))
}

fn pages(decoder: &mut Source<'_>) -> usize {
    let mut pages = 1;
    while pages < MOST_PAGES && decoder.more_images() && decoder.next_image().is_ok() {
        pages += 1;
    }
    pages
}

fn number(decoder: &mut Source<'_>, tag: Tag) -> Result<Option<u32>, Problem> {
    let found = decoder.find_tag(tag).map_err(|error| problem(&error))?;
    let Some(value) = found else {
        return Ok(None);
    };
    let numbers = value.into_u32_vec().map_err(|error| problem(&error))?;
    Ok(numbers.first().copied())
}

fn numbers(decoder: &mut Source<'_>, tag: Tag) -> Result<Vec<u64>, Problem> {
    let found = decoder.find_tag(tag).map_err(|error| problem(&error))?;
    let value = found.ok_or_else(|| Problem::damaged(format!("it does not say its {tag:?}")))?;
    value.into_u64_vec().map_err(|error| problem(&error))
}

/// The places of the strips or tiles in the file.
fn places(bytes: &[u8], decoder: &mut Source<'_>) -> Result<Vec<(usize, usize)>, Problem> {
    let is_tiled = number(decoder, Tag::TileWidth)?.is_some();
    let (offsets, counts) = if is_tiled {
        (Tag::TileOffsets, Tag::TileByteCounts)
    } else {
        (Tag::StripOffsets, Tag::StripByteCounts)
    };
    let offsets = numbers(decoder, offsets)?;
    let counts = numbers(decoder, counts)?;
    let place = |(offset, count): (u64, u64)| {
        let start = usize::try_from(offset).ok()?;
        let end = start.checked_add(usize::try_from(count).ok()?)?;
        // Some senders count a few bytes too many at the end of the file.
        (start < bytes.len()).then(|| (start, end.min(bytes.len())))
    };
    offsets
        .into_iter()
        .zip(counts)
        .map(|pair| place(pair).ok_or_else(|| Problem::damaged("its pixels lie outside the file")))
        .collect()
}

/// A copy of the file in which the bits of the pixel data stand in the usual order.
fn unreversed(bytes: &[u8], decoder: &mut Source<'_>) -> Result<Vec<u8>, Problem> {
    let mut copy = bytes.to_vec();
    for (start, end) in places(bytes, decoder)? {
        for byte in &mut copy[start..end] {
            *byte = byte.reverse_bits();
        }
    }
    Ok(copy)
}

fn problem(error: &TiffError) -> Problem {
    match error {
        TiffError::UnsupportedError(TiffUnsupportedError::UnsupportedCompressionMethod(method)) => {
            Problem::unsupported(format!("compression {method:?}"))
        }
        TiffError::UnsupportedError(other) => Problem::unsupported(other.to_string()),
        TiffError::LimitsExceeded => {
            Problem::unsupported("a page needs more memory than the limit allows")
        }
        TiffError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Problem::damaged("it is cut off")
        }
        other => Problem::damaged(other.to_string()),
    }
}
