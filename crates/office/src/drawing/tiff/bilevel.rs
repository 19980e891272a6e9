//! Pages in black and white whose strips or tiles are decoded here: CCITT codings, and tiles in LZW.

use super::super::ccitt::{self, Coding};
use super::super::raster::{Color, Raster};
use super::{Problem, Source, number, places, problem};
use ::tiff::tags::Tag;
use std::borrow::Cow;

/// How the pixels of a strip or tile are packed.
enum Packing {
    Fax(Coding),
    Lzw,
}

/// Decodes the current page; `compression` is 2 to 5, `reversed` whether the lowest bit of a byte comes first.
pub(super) fn raster(
    bytes: &[u8],
    decoder: &mut Source<'_>,
    (compression, reversed): (u32, bool),
) -> Result<Raster, Problem> {
    let depth = number(decoder, Tag::BitsPerSample)?.unwrap_or(1);
    let samples = number(decoder, Tag::SamplesPerPixel)?.unwrap_or(1);
    if (depth, samples) != (1, 1) {
        let what = format!("{samples} samples of {depth} bits in compression {compression}");
        return Err(Problem::unsupported(what));
    }
    let (width, height) = decoder.dimensions().map_err(|error| problem(&error))?;
    let packing = match compression {
        2 => Packing::Fax(Coding::Runs),
        3 => {
            // T4Options; the library has no name for it.
            let options = number(decoder, Tag::Unknown(292))?.unwrap_or(0);
            Packing::Fax(Coding::Group3 {
                two_dimensional: options & 1 == 1,
            })
        }
        4 => Packing::Fax(Coding::Group4),
        _ => Packing::Lzw,
    };
    let chunk = Chunk::of(decoder, (width, height))?;
    let stride = width.div_ceil(8) as usize;
    let mut data = vec![0; stride * height as usize];
    for (index, (start, end)) in places(bytes, decoder)?.into_iter().enumerate() {
        let Some((x, y)) = chunk.corner(index, (width, height)) else {
            break;
        };
        let rows = chunk.height.min(height - y);
        let coded = &bytes[start..end];
        let coded = if reversed {
            Cow::Owned(
                coded
                    .iter()
                    .map(|byte| byte.reverse_bits())
                    .collect::<Vec<u8>>(),
            )
        } else {
            Cow::Borrowed(coded)
        };
        let decoded = match packing {
            Packing::Fax(coding) => ccitt::decode(&coded, coding, (chunk.width, rows))?,
            Packing::Lzw => lzw(&coded, (chunk.width, rows))?,
        };
        let from = chunk.width.div_ceil(8) as usize;
        let column = x as usize / 8;
        let taken = from.min(stride - column);
        for (row, line) in decoded.chunks_exact(from).enumerate() {
            let at = (y as usize + row) * stride + column;
            data[at..at + taken].copy_from_slice(&line[..taken]);
        }
    }
    // A set bit is black there and white in PNG, unless the page says that black is zero.
    if number(decoder, Tag::PhotometricInterpretation)? != Some(1) {
        data.iter_mut().for_each(|byte| *byte = !*byte);
    }
    Ok(Raster {
        width,
        height,
        color: Color::Grey,
        depth: 1,
        data,
    })
}

fn lzw(coded: &[u8], (width, rows): (u32, u32)) -> Result<Vec<u8>, Problem> {
    let mut out = vec![0; width.div_ceil(8) as usize * rows as usize];
    let mut decoder = weezl::decode::Decoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8);
    let (mut read, mut written) = (0, 0);
    while written < out.len() {
        let step = decoder.decode_bytes(&coded[read..], &mut out[written..]);
        read += step.consumed_in;
        written += step.consumed_out;
        let is_over = !matches!(step.status, Ok(weezl::LzwStatus::Ok));
        if is_over && written < out.len() {
            return Err(Problem::damaged("a tile in LZW is cut off"));
        }
    }
    Ok(out)
}

/// Size of a strip or tile.
struct Chunk {
    width: u32,
    height: u32,
    across: u32,
}

impl Chunk {
    fn of(decoder: &mut Source<'_>, (width, height): (u32, u32)) -> Result<Self, Problem> {
        let Some(tile) = number(decoder, Tag::TileWidth)? else {
            let rows = number(decoder, Tag::RowsPerStrip)?.unwrap_or(height);
            return Ok(Self {
                width,
                height: rows.clamp(1, height),
                across: 1,
            });
        };
        let length = number(decoder, Tag::TileLength)?.unwrap_or(0);
        // The standard wants multiples of 16; of 8 is what the rows need. A tile is never much larger than its page.
        let most = |side: u32| side.next_multiple_of(16).saturating_add(4096);
        if tile == 0 || tile % 8 != 0 || length == 0 || tile > most(width) || length > most(height)
        {
            return Err(Problem::damaged(
                "the size of its tiles is no size of tiles",
            ));
        }
        Ok(Self {
            width: tile,
            height: length,
            across: width.div_ceil(tile),
        })
    }

    /// The upper left corner of a chunk; `None` when it lies outside the page.
    fn corner(&self, index: usize, (width, height): (u32, u32)) -> Option<(u32, u32)> {
        let index = u32::try_from(index).ok()?;
        let x = (index % self.across).checked_mul(self.width)?;
        let y = (index / self.across).checked_mul(self.height)?;
        (x < width && y < height).then_some((x, y))
    }
}
