//! The program from outside: its commands, its promises, its judgement on real files.

#![expect(
    clippy::print_stdout,
    reason = "tests say plainly what was skipped and measured"
)]

mod arguments;
mod bad_input;
mod commands;
mod crash;
mod json;
mod program;
mod real;
