//! The program from outside: its commands, its promises, its judgement on real files.

mod bad_input;
mod commands;
mod crash;
mod program;
mod real;
