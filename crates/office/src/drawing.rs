//! Drawings as browsers can show them: the TIFF files of offices become PNG, other images stay as they are.
//!
//! What an image is, is told by its bytes, never by its name.

mod ccitt;
mod encode;
mod header;
mod problem;
mod raster;
mod tiff;

pub use problem::Problem;

use std::borrow::Cow;

/// What an image may ask of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Pixels of a page.
    pub pixels: u64,
    /// Bytes of a page in memory.
    pub memory: usize,
}

impl Default for Limits {
    /// 64 MiB of file, 200 million pixels, 512 MiB of memory.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            pixels: 200_000_000,
            memory: 512 << 20,
        }
    }
}

/// A format of images.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// TIFF, the format in which offices exchange drawings.
    Tiff,
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
}

impl Format {
    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Tiff => "image/tiff",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
        }
    }
}

/// What an image is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description {
    /// Its format.
    pub format: Format,
    /// Width of the first page in pixels.
    pub width: u32,
    /// Height of the first page in pixels.
    pub height: u32,
    /// Pages; 1 but for TIFF.
    pub pages: usize,
    /// Bits of a pixel.
    pub bits: u16,
}

/// A PNG image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// An image in a format that browsers show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The file: the bytes that were given, or a PNG made of them.
    pub bytes: Cow<'a, [u8]>,
    /// Its media type.
    pub media_type: &'static str,
}

/// The format of an image, by its first bytes.
#[must_use]
pub fn format(bytes: &[u8]) -> Option<Format> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"II*\0") || starts(b"MM\0*") || starts(b"II+\0") || starts(b"MM\0+") {
        Some(Format::Tiff)
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        Some(Format::Png)
    } else if starts(b"\xff\xd8\xff") {
        Some(Format::Jpeg)
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        Some(Format::Gif)
    } else {
        None
    }
}

/// Says what an image is without decoding its pixels.
///
/// # Errors
///
/// When the bytes are no image, or its head is damaged.
pub fn describe(bytes: &[u8]) -> Result<Description, Problem> {
    match format(bytes) {
        Some(Format::Tiff) => guarded(|| tiff::describe(bytes)),
        Some(Format::Png) => header::png(bytes),
        Some(Format::Jpeg) => header::jpeg(bytes),
        Some(Format::Gif) => header::gif(bytes),
        None => Err(Problem::Unknown),
    }
}

/// Makes a PNG of the first page of a TIFF; a PNG comes back as it is.
///
/// # Errors
///
/// When the bytes are another image or none, are damaged, or pass a limit.
pub fn png(bytes: &[u8], limits: &Limits) -> Result<Png, Problem> {
    page(bytes, 0, limits)
}

/// Makes a PNG of one page of a TIFF, counted from 0; a PNG has one page and comes back as it is.
///
/// # Errors
///
/// When the bytes are another image or none, are damaged, or pass a limit, and when there is no such page.
pub fn page(bytes: &[u8], page: usize, limits: &Limits) -> Result<Png, Problem> {
    weigh(bytes, limits)?;
    match format(bytes) {
        Some(Format::Tiff) => {
            let raster = guarded(|| tiff::raster(bytes, page, limits))?;
            Ok(Png {
                bytes: encode::png(&raster)?,
                width: raster.width,
                height: raster.height,
            })
        }
        Some(Format::Png) => {
            let Description { width, height, .. } = header::png(bytes)?;
            first_page(page)?;
            Ok(Png {
                bytes: bytes.to_vec(),
                width,
                height,
            })
        }
        Some(format @ (Format::Jpeg | Format::Gif)) => Err(Problem::NotTiff { format }),
        None => Err(Problem::Unknown),
    }
}

/// An image as browsers show it: a page of a TIFF as PNG, any other image as it is.
///
/// # Errors
///
/// When the bytes are no image, a TIFF is damaged, a limit is passed, or there is no such page.
pub fn show<'a>(bytes: &'a [u8], page: usize, limits: &Limits) -> Result<Shown<'a>, Problem> {
    weigh(bytes, limits)?;
    match format(bytes) {
        Some(Format::Tiff) => Ok(Shown {
            bytes: Cow::Owned(self::page(bytes, page, limits)?.bytes),
            media_type: Format::Png.media_type(),
        }),
        Some(format) => {
            first_page(page)?;
            Ok(Shown {
                bytes: Cow::Borrowed(bytes),
                media_type: format.media_type(),
            })
        }
        None => Err(Problem::Unknown),
    }
}

fn weigh(bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    if bytes.len() > limits.bytes {
        return Err(Problem::Heavy {
            bytes: bytes.len(),
            limit: limits.bytes,
        });
    }
    Ok(())
}

fn first_page(page: usize) -> Result<(), Problem> {
    if page > 0 {
        return Err(Problem::NoPage { page, pages: 1 });
    }
    Ok(())
}

/// Runs a decoder; a panic in its library is a damaged file, not the end of the program.
fn guarded<T>(decode: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    let decoded = std::panic::catch_unwind(std::panic::AssertUnwindSafe(decode));
    decoded.unwrap_or_else(|_| {
        Err(Problem::Damaged {
            what: "its structure contradicts itself".into(),
        })
    })
}
