//! Pixels as PNG holds them.

/// How pixels are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Color {
    Grey,
    Rgb,
    Rgba,
}

/// Rows of pixels, each row beginning with a byte; samples of 16 bits with the higher byte first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Raster {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) color: Color,
    /// Bits of a sample: 1, 2, 4, 8 or 16.
    pub(super) depth: u8,
    pub(super) data: Vec<u8>,
}
