#![doc = include_str!("../README.md")]

pub mod checking;
pub mod convert;
pub mod drawing;
mod error;
pub mod ingest;
pub mod input;
pub mod pipeline;
pub mod register;
pub mod report;
pub mod schemas;

pub use error::Error;
