#![doc = include_str!("../README.md")]

pub mod encoding;
pub mod entity;
mod error;
mod lines;
pub mod parts;
pub mod schema;
pub mod tree;

pub use error::Error;
pub use lines::Lines;
