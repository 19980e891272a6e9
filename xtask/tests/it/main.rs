//! The house rules as ordinary tests.

mod tidy;
