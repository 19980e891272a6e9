//! Citations of ST.32, and who made them.
//!
//! Clause: ST.32 B560

use super::{biblio, text};
use model::{Citation, Classification, DocumentId, NonPatent, Passage, Symbol};
use xml::tree::Element;

/// Reads `B561` or `B562`.
pub(super) fn citation(element: &Element<'_, '_>) -> Citation {
    let mut out = Citation::default();
    for child in element.elements() {
        part(&child, &mut out);
    }
    for id in out.documents.iter_mut().filter(|id| id.office.is_empty()) {
        // The country is given where it is another one.
        id.office = "US".into();
    }
    out
}

/// Reads a part of a citation.
pub(super) fn part(element: &Element<'_, '_>, out: &mut Citation) {
    match element.name() {
        "PCIT" => {
            for child in element.elements() {
                part(&child, out);
            }
        }
        "DOC" => out.documents.push(biblio::document(element)),
        "PARTY-US" | "NAM" => name(element, out),
        "PIC" => out.classifications.push(classified("ipc", "", element)),
        "PNC" => out
            .classifications
            .push(classified("national", "US", element)),
        "REL" => out.passages.push(Passage {
            texts: vec![text::leaf(element)],
            ..Passage::default()
        }),
        "NCIT" => literature(element, out),
        "CITED-BY-EXAMINER" => {
            element.enter();
            out.categories.push("cited by examiner".into());
        }
        "CITED-BY-OTHER" => {
            element.enter();
            out.categories.push("cited by other".into());
        }
        "B140" | "B220" => {
            let date = biblio::date(element);
            match out.documents.last_mut().filter(|id| id.date.is_empty()) {
                Some(id) => id.date = date,
                None => out
                    .statements
                    .push(text::statement(element, element.name())),
            }
        }
        _ => out
            .statements
            .push(text::statement(element, element.name())),
    }
}

/// The name of the inventor of a cited document.
fn name(element: &Element<'_, '_>, out: &mut Citation) {
    let said = text::leaf(element);
    if out.documents.is_empty() {
        out.documents.push(DocumentId::default());
    }
    let id = out.documents.last_mut().expect("there is one");
    if id.name.is_empty() {
        id.name = said;
    } else {
        id.name = format!("{}; {said}", id.name).into();
    }
}

fn classified(scheme: &str, office: &str, element: &Element<'_, '_>) -> Classification {
    Classification {
        scheme: scheme.into(),
        office: office.into(),
        main: Some(Symbol::of(text::leaf(element))),
        ..Classification::default()
    }
}

fn literature(element: &Element<'_, '_>, out: &mut Citation) {
    let mut content = Vec::new();
    for child in element.elements() {
        if child.name() == "DOC" {
            out.documents.push(biblio::document(&child));
            continue;
        }
        if !content.is_empty() {
            content.push(model::Inline::Text(" ".into()));
        }
        text::push(&child, &mut content);
    }
    out.literature = Some(NonPatent {
        kind: "othercit".into(),
        content,
        ..NonPatent::default()
    });
}
