#![doc = include_str!("../README.md")]

mod calendar;
mod codes;
mod context;
mod error;
mod form;
mod manual;
mod profile;
pub mod report;
#[macro_use]
mod rule;
#[macro_use]
pub mod listing;
mod rules;
mod run;
pub mod schema;

pub use context::Context;
pub use error::Error;
pub use manual::manual;
pub use profile::Profile;
pub use rule::Rule;
pub use rules::rules;
pub use run::{Report, run};
