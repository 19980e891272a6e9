#![doc = include_str!("../README.md")]

pub mod docdb;
pub mod epfull;
pub mod native;
mod read;
mod reading;
pub mod redbook;
mod sniff;
pub mod st96;
mod vocabulary;

pub use read::{Document, read};
pub use reading::{Entry, Error, Reading};
pub use sniff::{Format, Sniffed, short_version, sniff};
pub use xml::tree::Limits;
