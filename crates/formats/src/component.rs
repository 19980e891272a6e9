//! The components of WIPO ST.96 V6_0 as a vocabulary, whatever the notation: ST.96 writes them in XML, ST.97 in JSON.
//!
//! [`schema`] knows the components, [`draft`] is a document made of them that is made valid before it is written,
//! `writer` composes a draft from a record, and `reader` understands one as a record.

pub mod draft;
mod literature;
mod passage;
mod reader;
pub mod schema;
mod writer;

use crate::Cost;
use model::{Finding, Severity};
pub(crate) use reader::read;
pub(crate) use writer::{draft_of, status_of};

/// No component holds a sequence listing alone.
fn no_document() -> Cost {
    let message = "a sequence listing is a document of its own standard, ST.26, and ST.96 has no document for it; \
                   nothing was written";
    let finding = Finding::new("st96/no-document", Severity::Error, message)
        .hint("convert it with --to st26; in ST.96 the application names it as a file");
    Cost {
        findings: vec![finding],
        lost: 0,
    }
}
