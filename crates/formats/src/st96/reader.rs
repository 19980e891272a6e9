//! The reader of ST.96 documents.
//!
//! A document is read twice from one tree: into nouns, and as it stands. What the nouns do not give back when they
//! are written is carried in the record, so that ST.96 and ST.97 lose nothing of it. What is no part of ST.96 V6_0,
//! such as an office's extension, is kept as unmapped and reported.
//!
//! Clause: ST.96 V6_0 pat:PatentPublication

mod instance;

use super::draft::Draft;
use super::schema::{Name, pat};
use super::writer;
use crate::{Entry, Reading};
use model::{Attribute, Component, Origin, Patent, Record};
use xml::tree::{Element, Tree};

/// Namespaces of the components, by which a document is recognized.
pub(crate) const NAMESPACES: &str = "http://www.wipo.int/standards/XMLSchema/ST96/";

/// Components that are patent publications or parts of them.
const PATENTS: [Name; 4] = [
    pat::PATENT_PUBLICATION,
    pat::APPLICATION_BODY,
    pat::BIBLIOGRAPHIC_DATA,
    pat::SEARCH_REPORT,
];

/// Reads a document of ST.96.
pub fn read(tree: &Tree<'_>) -> Reading {
    let Some(root) = tree.root() else {
        return Reading::of(tree, Patent::default());
    };
    match instance::draft(root) {
        Some(source) if PATENTS.contains(&source.name(source.root())) => {
            patent(tree, root, &source)
        }
        Some(source) => component(tree, root, &source),
        None => Reading::companion(tree),
    }
}

/// A document with nouns, and what it says more than they do.
fn patent(tree: &Tree<'_>, root: Element<'_, '_>, source: &Draft<'_>) -> Reading {
    let mut patent = Patent {
        origin: origin(root),
        ..Patent::default()
    };
    patent.office = root.value("com:receivingOffice").into();
    patent.carried = {
        let (written, _) = writer::draft(&patent);
        source.carried(&written)
    };
    Reading::of(tree, patent)
}

/// A document without nouns.
fn component(tree: &Tree<'_>, root: Element<'_, '_>, source: &Draft<'_>) -> Reading {
    let mut origin = origin(root);
    origin.recovered = !tree.is_well_formed();
    let component = Component {
        origin,
        root: source.markup(source.root()),
        unmapped: tree.unmapped(),
    };
    Reading {
        entries: vec![Entry::of(tree, Record::Component(Box::new(component)))],
    }
}

fn origin(root: Element<'_, '_>) -> Origin {
    Origin {
        format: "st96".into(),
        version: root.value("com:st96Version").into(),
        root: root.qualified().into(),
        attributes: Vec::<Attribute>::new(),
        ..Origin::default()
    }
}
