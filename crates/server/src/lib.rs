#![doc = include_str!("../README.md")]

mod api;
mod assets;
mod finish;
mod http;
mod lookup;
mod problem;
mod router;
mod run;
mod web;

pub use router::{Log, router};
pub use run::{Error, Settings, run};
