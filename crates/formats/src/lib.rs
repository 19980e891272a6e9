#![doc = include_str!("../README.md")]

pub mod cnipa;
pub mod component;
pub mod docdb;
pub mod dpma;
pub mod epfull;
pub mod greenbook;
pub mod html;
pub mod jpo;
mod json;
pub mod markdown;
pub mod native;
pub mod odp;
pub mod ops;
pub mod pap;
pub mod patdoc;
mod prose;
mod read;
mod reading;
pub mod redbook;
mod sniff;
pub mod st25;
pub mod st26;
pub mod st36;
pub mod st96;
pub mod st97;
mod target;
pub mod text;
mod view;
mod vocabulary;
pub mod xml4ip;

pub use read::{Document, read};
pub use reading::{Entry, Error, Reading};
pub use sniff::{Format, READ, Sniffed, short_version, sniff, sniff_bytes};
pub use target::{Cost, Second, Target, write, write_second};
pub use xml::tree::Limits;
