#![doc = include_str!("../README.md")]

pub mod docdb;
pub mod epfull;
pub mod greenbook;
pub mod html;
mod json;
pub mod markdown;
pub mod native;
pub mod pap;
pub mod patdoc;
mod prose;
mod read;
mod reading;
pub mod redbook;
mod sniff;
pub mod st96;
pub mod st97;
mod target;
pub mod text;
mod view;
mod vocabulary;
pub mod xml4ip;

pub use read::{Document, read};
pub use reading::{Entry, Error, Reading};
pub use sniff::{Format, Sniffed, short_version, sniff, sniff_bytes};
pub use target::{Cost, Target, write};
pub use xml::tree::Limits;
