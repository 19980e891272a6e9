//! Why an image cannot be shown.

use super::Format;

/// Why an image cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The bytes are no image of a known format.
    #[error("this is no TIFF, PNG, JPEG or GIF image; look whether the right file was sent")]
    Unknown,
    /// An image that browsers show as it is.
    #[error("this is a {} image, which needs no conversion; serve it as it is", format.media_type())]
    NotTiff {
        /// Its format.
        format: Format,
    },
    /// The file is too big.
    #[error(
        "the image file has {bytes} bytes; at most {limit} are read: raise the limit or send it in parts"
    )]
    Heavy {
        /// Its bytes.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// The image has too many pixels, or needs too much memory.
    #[error(
        "the image has {width} x {height} pixels, which is more than the limit allows; scan it at a lower resolution"
    )]
    Large {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// There is no such page.
    #[error("there is no page {page}; the image has {pages}, counted from 0")]
    NoPage {
        /// The page asked for.
        page: usize,
        /// Pages there are.
        pages: usize,
    },
    /// The file is damaged.
    #[error("the image is damaged: {what}; ask the sender for it again")]
    Damaged {
        /// What is wrong.
        what: String,
    },
    /// A kind of image that is not decoded here.
    #[error("images of this kind are not decoded here: {what}; save it as CCITT Group 4 or PNG")]
    Unsupported {
        /// The kind.
        what: String,
    },
}

impl Problem {
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }

    pub(super) fn unsupported(what: impl Into<String>) -> Self {
        Self::Unsupported { what: what.into() }
    }
}
