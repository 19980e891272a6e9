//! US grants of 1976 to 2001 as text: the Green Book of the Automated Patent System.
//!
//! A line begins with a code of three letters and a value, or continues the value before it; a code of four letters
//! opens a group. The lines become a tree, so that what no one reads is known, as in any other format.
//!
//! Clause: APS

mod biblio;
mod body;
mod lines;
mod party;
mod reader;
mod signs;

pub use lines::parse;
pub use reader::read;

/// Whether a text begins as the Green Book does: with the group of a patent, or with the head of a weekly file.
pub(crate) fn is_greenbook(text: &str) -> bool {
    const FAR: usize = 20;
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(FAR);
    let Some(first) = lines.next() else {
        return false;
    };
    let is_patent = |line: &str| line.trim_end() == "PATN";
    let is_head = first.starts_with("HHHHHT") && first.contains("ISSUE");
    let follows = lines.next().is_some_and(|line| {
        line.get(..3)
            .is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    });
    is_patent(first) && follows || is_head
}
