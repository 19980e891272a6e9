//! The house rules, the official mappings and the read-me as ordinary tests.

mod conformance;
mod readme;
mod tidy;
