//! From a record to a document of ST.36: a whole patent document, its bibliographic data where there is no text, or the
//! body of an application where there is nothing else.
//!
//! Each part of the record has its own file here, as it has in the vocabulary that is read. Parts stand in the order of
//! the standard. What it has no element for stays under the source's own name where that is one of an office, or goes
//! to the free text of the bibliographic data; what has no place at all is a finding. Nothing is filled in.
//!
//! Clause: ST.36 bibliographic-data

mod biblio;
mod body;
mod citation;
mod classification;
mod content;
mod date;
mod document;
mod element;
mod event;
mod inline;
mod media;
mod party;
mod relation;
mod sheet;
mod statement;
mod table;

use crate::Cost;
use element::Element;
use model::{Attribute, Finding, Patent, Record, Severity};
use sheet::Sheet;

/// Writes a record as one ST.36 document and appends it to `out`.
pub fn write(record: &Record, out: &mut Vec<u8>) -> Cost {
    let Record::Patent(patent) = record else {
        return no_document(record);
    };
    let mut sheet = Sheet::default();
    let mut root = document(&mut sheet, patent);
    let cost = sheet.finish(&mut root);
    out.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    root.write(out);
    out.push(b'\n');
    cost
}

/// There is no document of ST.36 for a sequence listing alone, and none for other rights than patents.
fn no_document(record: &Record) -> Cost {
    let (what, hint) = match record {
        Record::Listing(_) => (
            "a sequence listing is a document of its own standard, ST.26",
            "convert it with --to st26; in ST.36 the application names it as a file",
        ),
        _ => (
            "the document is of a component of ST.96 that is no patent document",
            "convert it with --to st96 or --to st97",
        ),
    };
    let message = format!("{what}, and ST.36 has no document for it; nothing was written");
    let finding = Finding::new("st36/no-document", Severity::Error, message).hint(hint);
    Cost {
        findings: vec![finding],
        lost: 0,
    }
}

/// The document of a patent, by what the record holds.
fn document<'r>(sheet: &mut Sheet<'r>, patent: &'r Patent) -> Element<'r> {
    let mut biblio = biblio::bibliographic_data(sheet, patent, !has_text(patent));
    let has_data = !biblio.children.is_empty() || sheet.has_notes();
    if !has_data && is_body(patent) {
        return body(patent);
    }
    if !has_text(patent) {
        sheet.place(&mut biblio);
        attributes(&mut biblio, patent, "bibliographic-data");
        return biblio;
    }
    let mut root = Element::new("patent-document");
    attributes(&mut root, patent, "patent-document");
    if has_data || !biblio.is_empty() {
        sheet.place(&mut biblio);
        root.add(biblio);
    }
    for section in &patent.abstracts {
        root.add(body::section("abstract", section));
    }
    text(&mut root, patent);
    for section in &patent.sections {
        let name = section.name.as_str();
        root.add(body::report(report_name(name), section));
    }
    for attachment in &patent.attachments {
        root.add(media::attachment(attachment));
    }
    root.put(event::events(patent));
    root
}

/// The body of an application on its own.
///
/// Clause: ST.36 application-body
fn body(patent: &Patent) -> Element<'_> {
    let mut root = Element::new("application-body");
    attributes(&mut root, patent, "application-body");
    for page in &patent.attachments {
        root.add(media::attachment(page));
    }
    let mut abstracts = Vec::new();
    for section in &patent.abstracts {
        abstracts.push(body::section("abstract", section));
    }
    let mut drawings = Vec::new();
    for section in &patent.descriptions {
        root.add(body::section("description", section));
    }
    claims(&mut root, patent);
    for one in &patent.drawings {
        drawings.push(media::drawings(one));
    }
    abstracts
        .into_iter()
        .chain(drawings)
        .for_each(|one| root.add(one));
    root
}

/// Description, claims and drawings.
fn text<'r>(root: &mut Element<'r>, patent: &'r Patent) {
    for section in &patent.descriptions {
        root.add(body::section("description", section));
    }
    claims(root, patent);
    for one in &patent.drawings {
        root.add(media::drawings(one));
    }
}

/// The claims, each set after the words before its first claim, for which only the US office has an element.
fn claims<'r>(root: &mut Element<'r>, patent: &'r Patent) {
    for set in &patent.claim_sets {
        if !set.statement.is_empty() {
            root.add(inline::mixed("us-claim-statement", &set.statement));
        }
        root.add(body::claims(set));
    }
}

/// The name of a text beside description and claims, as one that the reader knows.
fn report_name(name: &str) -> &str {
    let is_known = matches!(
        name,
        "search-report-data"
            | "amended-claims-statement"
            | "declarations"
            | "amendments"
            | "copyright"
            | "request"
            | "written-opinion"
    );
    if is_known || statement::is_office_word(name) {
        name
    } else {
        "declarations"
    }
}

/// The attributes of the root: language, office, and those of the source.
fn attributes<'r>(root: &mut Element<'r>, patent: &'r Patent, name: &str) {
    let is_biblio = name == "bibliographic-data";
    let own = std::mem::take(&mut root.attributes);
    root.set("lang", said(patent, "lang", language(patent)));
    root.set("country", said(patent, "country", office(patent)));
    for (name, value) in own {
        root.set(name, value);
    }
    for said in &patent.origin.attributes {
        let name = said.name.as_str();
        match name.strip_prefix("application-body/@").unwrap_or(name) {
            "dtd-version" => {}
            "doc-number" | "kind" | "date-publ" if is_biblio => {}
            name => root.set(name, said.value.as_str()),
        }
    }
    if is_biblio {
        return;
    }
    root.set("file-reference-id", patent.application.reference.as_str());
    if patent.origin.format == "st36" {
        root.set("dtd-version", patent.origin.version.as_str());
    } else if name == "application-body" {
        root.set("dtd-version", "v1.6");
    }
}

/// What the root of the source says under a name, else `or`.
fn said<'r>(patent: &'r Patent, name: &str, or: &'r str) -> &'r str {
    let all = || patent.origin.attributes.iter();
    let is_said = |said: &&Attribute| !said.value.is_empty();
    let within = |said: &str| said.strip_prefix("application-body/@") == Some(name);
    let found = all()
        .filter(is_said)
        .find(|said| said.name == name)
        .or_else(|| all().filter(is_said).find(|said| within(&said.name)));
    found.map_or(or, |said| said.value.as_str())
}

/// The language of the document, or of the first part that names one.
fn language(patent: &Patent) -> &str {
    let sections = patent.descriptions.iter().chain(&patent.abstracts);
    let claimed = patent.claim_sets.iter().map(|set| &set.language);
    let spoken = sections.map(|section| &section.language).chain(claimed);
    let biblio = patent.origin.bibliographic.iter();
    let biblio = biblio.filter(|said| said.name == "lang");
    std::iter::once(&patent.language)
        .chain(biblio.map(|said| &said.value))
        .chain(spoken)
        .map(model::Str::as_str)
        .find(|language| !language.is_empty())
        .unwrap_or_default()
}

/// The office of the document, or of its publication.
fn office(patent: &Patent) -> &str {
    let biblio = patent.origin.bibliographic.iter();
    let biblio = biblio.filter(|said| said.name == "country");
    std::iter::once(&patent.office)
        .chain(biblio.map(|said| &said.value))
        .chain(patent.document().map(|id| &id.office))
        .map(model::Str::as_str)
        .find(|office| !office.is_empty())
        .unwrap_or_default()
}

/// Whether there is a text that the body of an application takes, and nothing that it does not.
fn is_body(patent: &Patent) -> bool {
    let fits = patent.root_document().is_none()
        && patent.sections.is_empty()
        && patent.events.is_empty()
        && patent
            .attachments
            .iter()
            .all(|part| part.name == "doc-page");
    fits && has_text(patent)
}

/// Whether there is text beside the bibliographic data, or files.
fn has_text(patent: &Patent) -> bool {
    !patent.abstracts.is_empty()
        || !patent.is_bibliographic()
        || !patent.sections.is_empty()
        || !patent.attachments.is_empty()
        || !patent.events.is_empty()
}
