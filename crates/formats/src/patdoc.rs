//! US grants of 2001 to 2004 in the tags of ST.32: Red Book v2.4, which is SGML, and v2.5, which is XML.
//!
//! Clause: ST.32

mod biblio;
mod citation;
mod figure;
mod party;
mod reader;
mod relation;
mod text;

pub use reader::read;

/// Names of the root elements.
pub(crate) const ROOTS: &[&str] = &["PATDOC"];

/// Elements that the document type declares to be empty, in SGML without an end tag; `CLREF` and `COLSPEC` only there.
pub(crate) const EMPTY: &[&str] = &[
    "B221US",
    "B473US",
    "B597US",
    "CHEMCDX",
    "CHEMMOL",
    "CITED-BY-EXAMINER",
    "CITED-BY-OTHER",
    "CLREF",
    "COLSPEC",
    "CRF",
    "CUSTOM-CHARACTER",
    "DEL-E",
    "DEL-S",
    "DFREF",
    "EMI",
    "EMR",
    "FOR",
    "INS-E",
    "INS-S",
    "LSTREF",
    "MALIGNGROUP",
    "MALIGNMARK",
    "MATHEMATICA",
    "MPRESCRIPTS",
    "MSPACE",
    "NONE",
    "PAREF",
    "SEP",
    "SEQREF",
    "SPANSPEC",
    "TBLREF",
];
