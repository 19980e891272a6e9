//! WIPO ST.96 V6_0: the components in XML.
//!
//! Clause: ST.96 V6_0

use crate::{Cost, Reading, component};
use model::Record;
use xml::tree::Tree;

/// Namespaces of the components, by which a document is recognized.
pub(crate) const NAMESPACES: &str = "http://www.wipo.int/standards/XMLSchema/ST96/";

/// Reads a document of ST.96.
pub fn read(tree: &Tree<'_>) -> Reading {
    component::read(tree)
}

/// Writes a record as one ST.96 document and appends it to `out`.
pub fn write(record: &Record, out: &mut Vec<u8>) -> Cost {
    let (draft, cost) = match component::draft_of(record) {
        Ok(drafted) => drafted,
        Err(cost) => return cost,
    };
    draft.write(out);
    cost
}

/// Writes the legal events of a record that holds more than them, and appends the document to `out`.
///
/// Gives `None`, and writes nothing, when there are none, or nothing but them, so that [`write`] has written them.
pub fn write_status(record: &Record, out: &mut Vec<u8>) -> Option<Cost> {
    let (draft, cost) = component::status_of(record)?;
    draft.write(out);
    Some(cost)
}
