//! From components of ST.96 to a record.
//!
//! A document is read twice from one tree: into nouns, and as it stands. What the nouns do not give back when they
//! are written is carried in the record, so that ST.96 and ST.97 lose nothing of it. What is no part of ST.96 V6_0,
//! such as an office's extension, is kept as unmapped and reported.
//!
//! Clause: ST.96 V6_0 pat:PatentPublication

mod biblio;
mod body;
mod citation;
mod claims;
mod classification;
mod date;
mod document;
mod inline;
mod instance;
mod literature;
mod media;
mod notes;
mod party;
mod relation;
mod status;
mod table;

use super::draft::{Draft, View};
use super::schema::{Name, attr, com, pat};
use super::writer;
use crate::{Entry, Reading};
use model::{Attachment, Attribute, Component, Origin, PageImage, Patent, Record, Unmapped};
use xml::tree::{Element, Tree};

/// Components that are patent publications or parts of them.
const PATENTS: [Name; 6] = [
    pat::PATENT_PUBLICATION,
    pat::APPLICATION_BODY,
    pat::BIBLIOGRAPHIC_DATA,
    pat::SEARCH_REPORT,
    pat::EXAMINATION_REPORT,
    pat::SPC_BIBLIOGRAPHIC_DATA,
];

/// Reads a document of ST.96.
pub(crate) fn read(tree: &Tree<'_>) -> Reading {
    let Some(root) = tree.root() else {
        return Reading::of(tree, Patent::default());
    };
    match instance::draft(root) {
        Some(source) if PATENTS.contains(&source.name(source.root())) => {
            Reading::of(tree, patent(root, &source))
        }
        Some(source) => match status_of(root, &source) {
            Some(patent) => Reading::of(tree, patent),
            None => component(tree, root, &source),
        },
        None => wrapped(tree, root),
    }
}

/// A document of an office's own that holds components: one record each; what stands around them is kept with the
/// first.
fn wrapped(tree: &Tree<'_>, root: Element<'_, '_>) -> Reading {
    let all = instance::within(root, &|name| PATENTS.contains(&name));
    let mut found = Vec::with_capacity(all.len());
    for (element, source) in all {
        let start = element.offset() as u64;
        let bytes = start..start + element.source().len() as u64;
        found.push((patent(element, &source), element.words(), bytes));
    }
    if found.is_empty() {
        return Reading::companion(tree);
    }
    let mut rest = tree.unmapped();
    let mut entries = Vec::with_capacity(found.len());
    let mut inside = 0;
    for (mut patent, words, bytes) in found {
        let own = |part: &Unmapped| bytes.contains(&part.span.offset);
        let (mine, others) = rest.into_iter().partition(own);
        patent.unmapped = mine;
        rest = others;
        patent.origin.recovered = !tree.is_well_formed();
        let mut entry = Entry {
            words,
            offset: bytes.start,
            length: bytes.end - bytes.start,
            ..Entry::default()
        };
        inside += words;
        if entries.is_empty() {
            entry.troubles(tree);
        }
        entries.push((entry, patent));
    }
    if let Some((entry, patent)) = entries.first_mut() {
        entry.words += tree.words().saturating_sub(inside);
        patent.unmapped.append(&mut rest);
    }
    let keep = |(mut entry, patent): (Entry, Patent)| {
        entry.keep(Record::Patent(Box::new(patent)));
        entry
    };
    Reading {
        entries: entries.into_iter().map(keep).collect(),
    }
}

/// A document with nouns, and what it says more than they do.
fn patent(root: Element<'_, '_>, source: &Draft<'_>) -> Patent {
    let view = source.view();
    let mut patent = Patent {
        origin: origin(root),
        language: document::language(view),
        ..Patent::default()
    };
    patent.origin.root = view.name().text().into();
    patent.origin.attributes = attributes(view);
    match view.name() {
        pat::PATENT_PUBLICATION => {
            patent.office = view.text_of(com::IP_OFFICE_CODE);
            if patent.office.is_empty() {
                patent.office = view.value(attr::RECEIVING_OFFICE).into();
            }
            for child in view.all(pat::BIBLIOGRAPHIC_DATA) {
                biblio::bibliographic_data(child, &mut patent);
            }
            text(view, &mut patent);
        }
        pat::APPLICATION_BODY => {
            patent.office = view.value(attr::RECEIVING_OFFICE).into();
            text(view, &mut patent);
        }
        pat::BIBLIOGRAPHIC_DATA => {
            biblio::bibliographic_data(view, &mut patent);
            let named = patent.document().map(|id| id.office.clone());
            patent.office = match view.value(attr::OFFICE_CODE) {
                "" => named.unwrap_or_default(),
                office => office.into(),
            };
        }
        _ => {
            patent.office = view.value(attr::OFFICE_CODE).into();
            biblio::parts(view, &mut patent);
            claims::claims(view, &mut patent);
        }
    }
    patent.carried = {
        let (written, _) = writer::draft(&patent);
        source.carried(&written)
    };
    patent
}

/// A document of legal events with nouns; `None` when they would say less than it does.
fn status_of(root: Element<'_, '_>, source: &Draft<'_>) -> Option<Patent> {
    let view = source.view();
    if view.name() != pat::PATENT_LEGAL_STATUS_DATA {
        return None;
    }
    let mut patent = Patent {
        origin: origin(root),
        part: "legal-status".into(),
        ..Patent::default()
    };
    status::data(view, &mut patent)?;
    let (written, _) = writer::draft_of_status(&patent)?;
    source.carried(&written).is_empty().then_some(patent)
}

/// The attributes of a root, by their names in ST.36.
fn attributes(view: View<'_, '_>) -> Vec<Attribute> {
    let named = view.attributes().filter_map(|(name, value)| {
        let name = match name {
            attr::ID => "id",
            attr::DOCUMENT_FILE_NAME => "file",
            attr::DOCUMENT_STATUS_TEXT | attr::APPLICATION_BODY_STATUS => "status",
            attr::CREATION_DATE => "date-produced",
            attr::DOCUMENT_PUBLICATION_DATE => "date-publ",
            attr::FILE_REFERENCE_IDENTIFIER => "file-reference-id",
            _ => return None,
        };
        Some(Attribute::new(name, value))
    });
    named.collect()
}

/// The text of a document: descriptions, claims, abstracts, drawings, and files that belong to it.
fn text(view: View<'_, '_>, patent: &mut Patent) {
    body::descriptions(view, patent);
    claims::claims(view, patent);
    for child in view.elements() {
        match child.name() {
            pat::ABSTRACT => patent.abstracts.push(body::section(child, "abstract")),
            pat::DRAWINGS => patent.drawings.push(media::drawings(child)),
            com::EXTERNAL_DOCUMENT_BAG => patent.attachments.extend(media::files(child)),
            pat::PAGE_IMAGE => patent.attachments.push(attached(media::page(child))),
            pat::DOCUMENT_URI => {
                patent
                    .attachments
                    .push(attached(media::page_document(child)));
            }
            _ => {}
        }
    }
}

/// A page of a document that is kept as pages.
fn attached(page: PageImage) -> Attachment {
    Attachment {
        name: "doc-page".into(),
        id: page.id,
        file: page.file,
        attributes: page.attributes,
        ..Attachment::default()
    }
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
