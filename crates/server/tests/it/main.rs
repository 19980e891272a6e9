//! The server over a real loopback socket and in process.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod client;
mod escape;
mod many;
mod pages;
mod register;
