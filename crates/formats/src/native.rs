//! The lossless, versioned encoding of a record: JSON text, each field under its declared name.
//!
//! `decode(encode(record))` is the record. An encoding names its version; this program reads every version there was.

mod reader;
mod writer;

pub use reader::{decode, decode_findings};
pub use writer::{encode, encode_findings};

/// The version that is written.
pub const VERSION: i64 = 1;
