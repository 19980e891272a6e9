//! US applications of 2001 to 2004: `patent-application-publication`, v1.4 to v1.6.
//!
//! Clause: PAP patent-application-publication

mod biblio;
mod body;
mod citation;
mod figure;
mod party;
mod reader;
mod relation;
mod text;

pub use reader::read;

/// Names of the root elements.
pub(crate) const ROOTS: &[&str] = &["patent-application-publication"];

/// The version by which the document type is called, from `pap-v15-2001-01-31.dtd` v1.5.
pub(crate) fn version(text: &str) -> model::Str {
    const FAR: usize = 1000;
    let start = &text[..text.floor_char_boundary(FAR.min(text.len()))];
    let digits = start.split("pap-v").nth(1).and_then(|rest| rest.get(..2));
    let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits.map_or_else(model::Str::default, crate::short_version)
}
