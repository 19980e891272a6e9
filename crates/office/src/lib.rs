#![doc = include_str!("../README.md")]

pub mod convert;
mod error;
pub mod ingest;
pub mod input;
pub mod pipeline;
pub mod report;

pub use error::Error;
