//! The integration tests of the office.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod convert;
mod drawing;
mod input;
mod listings;
