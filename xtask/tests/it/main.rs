//! The house rules and the read-me as ordinary tests.

mod readme;
mod tidy;
