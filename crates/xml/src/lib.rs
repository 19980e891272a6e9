#![doc = include_str!("../README.md")]

pub mod encoding;
pub mod entity;
mod error;
pub mod schema;
pub mod tree;

pub use error::Error;
