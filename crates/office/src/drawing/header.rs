//! What the heads of PNG, JPEG and GIF files say.

use super::{Description, Format, Problem};

/// Reads the head of a PNG file.
pub(super) fn png(bytes: &[u8]) -> Result<Description, Problem> {
    let short = || Problem::damaged("its head is cut off");
    if bytes.get(12..16) != Some(b"IHDR") {
        return Err(Problem::damaged("it does not begin with its head"));
    }
    let depth = u16::from(*bytes.get(24).ok_or_else(short)?);
    let channels = match bytes.get(25).ok_or_else(short)? {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    };
    Ok(Description {
        format: Format::Png,
        width: long(bytes, 16).ok_or_else(short)?,
        height: long(bytes, 20).ok_or_else(short)?,
        pages: 1,
        bits: depth * channels,
    })
}

/// Reads the frame head of a JPEG file.
pub(super) fn jpeg(bytes: &[u8]) -> Result<Description, Problem> {
    let mut at = 2;
    loop {
        let marker = match bytes.get(at..at + 2) {
            Some([0xff, marker]) => *marker,
            _ => return Err(Problem::damaged("it has no frame head")),
        };
        match marker {
            // Fill bytes before a marker.
            0xff => {
                at += 1;
                continue;
            }
            0x01 | 0xd0..=0xd8 => {
                at += 2;
                continue;
            }
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return frame(bytes, at)
                    .ok_or_else(|| Problem::damaged("its frame head is cut off"));
            }
            _ => {}
        }
        let length = short(bytes, at + 2).ok_or_else(|| Problem::damaged("it is cut off"))?;
        at += 2 + usize::from(length.max(2));
    }
}

fn frame(bytes: &[u8], at: usize) -> Option<Description> {
    Some(Description {
        format: Format::Jpeg,
        width: u32::from(short(bytes, at + 7)?),
        height: u32::from(short(bytes, at + 5)?),
        pages: 1,
        bits: u16::from(*bytes.get(at + 4)?) * u16::from(*bytes.get(at + 9)?),
    })
}

/// Reads the head of a GIF file.
pub(super) fn gif(bytes: &[u8]) -> Result<Description, Problem> {
    let Some([w0, w1, h0, h1, flags]) = bytes.get(6..11) else {
        return Err(Problem::damaged("its head is cut off"));
    };
    Ok(Description {
        format: Format::Gif,
        width: u32::from(u16::from_le_bytes([*w0, *w1])),
        height: u32::from(u16::from_le_bytes([*h0, *h1])),
        pages: 1,
        bits: u16::from(flags & 7) + 1,
    })
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes(pair.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}
