//! Whole documents: what a root says of itself, and the parts that it holds.
//!
//! Clause: ST.36 application-body

use super::{attributes, biblio, body, citation, claims, media, statement, text, value};
use model::{
    Attachment, Attribute, Block, Drawings, EventDateRole, Inline, LegalEvent, Origin, Patent,
    Statement, Str,
};
use xml::tree::Element;

/// A record of which the root's attributes are known, and nothing else yet.
pub(crate) fn opened(root: &Element<'_, '_>, format: &str) -> Patent {
    let mut patent = Patent {
        origin: Origin {
            format: format.into(),
            version: value(root, "dtd-version"),
            root: root.qualified().into(),
            ..Origin::default()
        },
        language: value(root, "lang"),
        office: value(root, "country"),
        ..Patent::default()
    };
    for name in ["lang", "country"] {
        if let Some(value) = root.attribute(name) {
            patent.origin.attributes.push(Attribute::new(name, value));
        }
    }
    patent.origin.attributes.extend(attributes(root));
    patent
}

/// Fills in the office and the language that the root does not tell and a part does.
pub(crate) fn completed(patent: &mut Patent) {
    let said = |attributes: &[Attribute], name: &str| -> Str {
        let mut all = attributes.iter();
        let found = all.find(|attribute| attribute.name == name);
        found
            .map(|attribute| attribute.value.clone())
            .unwrap_or_default()
    };
    if patent.office.is_empty() {
        patent.office = said(&patent.origin.bibliographic, "country");
    }
    if patent.office.is_empty()
        && let Some(id) = patent.document()
    {
        patent.office = id.office.clone();
    }
    if patent.language.is_empty() {
        patent.language = said(&patent.origin.bibliographic, "lang");
    }
    if patent.language.is_empty() {
        let sections = patent.descriptions.iter().chain(&patent.abstracts);
        let spoken = sections.map(|section| &section.language);
        let claimed = patent.claim_sets.iter().map(|set| &set.language);
        let mut all = spoken
            .chain(claimed)
            .filter(|language| !language.is_empty());
        patent.language = all.next().cloned().unwrap_or_default();
    }
}

/// Reads a part of a document; says whether it was known.
pub(crate) fn part(element: &Element<'_, '_>, patent: &mut Patent) -> bool {
    match element.name() {
        "bibliographic-data" => {
            patent.origin.bibliographic.extend(attributes(element));
            for child in element.elements() {
                bibliographic(&child, patent);
            }
        }
        "application-body" => {
            let own = attributes(element).into_iter().map(|attribute| {
                Attribute::new(
                    format!("application-body/@{}", attribute.name),
                    attribute.value,
                )
            });
            let own: Vec<Attribute> = own.collect();
            patent.origin.attributes.extend(own);
            for child in element.elements() {
                part(&child, patent);
            }
        }
        "abstract" => abstract_with_figure(element, patent),
        "description" => patent.descriptions.push(body::section(element)),
        "claims" | "amended-claims" => patent.claim_sets.push(claims::claim_set(element)),
        "drawings" => patent.drawings.push(body::drawings(element)),
        "abstract-figure" | "abstract-drawing" => abstract_figure(element, patent),
        "search-report-data"
        | "amended-claims-statement"
        | "declarations"
        | "amendments"
        | "copyright"
        | "request"
        | "written-opinion" => {
            patent.sections.push(body::report(element));
        }
        "legal-status" => legal_status(element, patent),
        "doc-page" => {
            let page = media::page(element);
            patent.attachments.push(Attachment {
                name: "doc-page".into(),
                id: page.id,
                file: page.file,
                attributes: page.attributes,
                ..Attachment::default()
            });
        }
        "sequence-list-doc" | "sequence-list" | "table-external-doc" | "in-page-image" => {
            patent.attachments.push(media::attachment(element));
        }
        _ => return false,
    }
    true
}

/// Reads a child of the bibliographic part; office words for which there is no noun become statements.
pub(crate) fn bibliographic(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "technical-data" | "international-convention-data" => {
            for child in element.elements() {
                bibliographic(&child, patent);
            }
            let own = attributes(element);
            patent.origin.bibliographic.extend(own);
        }
        "designated-states" => biblio::designations(element, &mut patent.designations),
        "citations" => citations(element, patent),
        "abstract" => abstract_with_figure(element, patent),
        "abstract-figure" | "abstract-drawing" => abstract_figure(element, patent),
        "figure-to-publish" => {
            let figures = patent.figures.get_or_insert_default();
            let numbers = element.elements().map(|number| text(&number));
            figures.to_publish.extend(numbers);
        }
        name if biblio::child(element, patent) => {
            let own = attributes(element).into_iter().map(|attribute| {
                let path = format!("{name}/@{}", attribute.name);
                Attribute::new(path, attribute.value)
            });
            patent.origin.bibliographic.extend(own);
        }
        name if is_office_word(name) => patent.statements.push(statement::statement(element)),
        _ => {}
    }
}

/// Whether a name begins with the two letters of an office: such elements are its own additions.
fn is_office_word(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() > 3 && bytes[2] == b'-' && bytes[..2].iter().all(u8::is_ascii_lowercase)
}

/// Reads an abstract; the drawing that is printed with it may be one of its parts.
fn abstract_with_figure(element: &Element<'_, '_>, patent: &mut Patent) {
    const FIGURE: &str = "abstract-figure";
    patent.abstracts.push(body::section_but(element, FIGURE));
    for child in element.elements().filter(|child| child.name() == FIGURE) {
        abstract_figure(&child, patent);
    }
}

/// The drawing that is printed with the abstract stands in it.
fn abstract_figure(element: &Element<'_, '_>, patent: &mut Patent) {
    let drawings: Drawings = body::drawings(element);
    let images = drawings.figures.into_iter().flat_map(|figure| {
        let number = figure.number;
        figure.images.into_iter().map(move |mut image| {
            if !number.is_empty() {
                image
                    .attributes
                    .push(Attribute::new("figure/@num", number.clone()));
            }
            Inline::Image(Box::new(image))
        })
    });
    let images: Vec<Inline> = images.collect();
    if patent.abstracts.is_empty() {
        patent.abstracts.push(model::Section {
            name: "abstract".into(),
            ..model::Section::default()
        });
    }
    let last = patent.abstracts.last_mut().expect("there is one now");
    last.attributes.extend(drawings.attributes);
    if !images.is_empty() {
        last.blocks.push(Block::Loose(images));
    }
    let pages = drawings.pages.into_iter();
    last.blocks
        .extend(pages.map(|page| Block::Page(Box::new(page))));
}

/// Citations in lists of their own for patents and other literature.
fn citations(element: &Element<'_, '_>, patent: &mut Patent) {
    for child in element.elements() {
        match child.name() {
            "patent-citations" | "non-patent-citations" => citations(&child, patent),
            "patcit" | "nplcit" => patent.citations.push(citation::within_text(&child)),
            "citation" => patent.citations.push(citation::citation(&child)),
            _ => patent.statements.push(statement::statement(&child)),
        }
    }
    patent.statements.extend(flags(element));
}

/// The attributes of an element of which nothing else is kept.
fn flags(element: &Element<'_, '_>) -> Option<model::Statement> {
    let own = attributes(element);
    (!own.is_empty()).then(|| model::Statement {
        attributes: own,
        ..model::Statement::flag(element.name())
    })
}

/// Events of the procedure after publication.
fn legal_status(element: &Element<'_, '_>, patent: &mut Patent) {
    patent.statements.extend(flags(element));
    for event in element.elements() {
        if event.name() != "legal-event" {
            patent.statements.push(statement::statement(&event));
            continue;
        }
        let mut out = LegalEvent {
            office: value(&event, "country"),
            code: value(&event, "code"),
            ..LegalEvent::default()
        };
        if let Some(date) = event.attribute("date") {
            out.dated(EventDateRole::Event, "date", date);
        }
        event_words(&event, &mut out);
        out.attributes.extend(attributes(&event));
        patent.events.push(out);
    }
}

/// What is said of an event: its title, and its labels with their values.
fn event_words(element: &Element<'_, '_>, event: &mut LegalEvent) {
    for part in element.elements() {
        match part.name() {
            "legal-event-body" | "event-attributes" => event_words(&part, event),
            "event-title" if event.description.is_empty() => event.description = text(&part),
            "event-attribute" => {
                let words: Vec<Str> = part.elements().map(|word| text(&word)).collect();
                match words.as_slice() {
                    [label, value] => {
                        let label = label.trim();
                        event.statements.push(Statement::text(label, value.clone()));
                    }
                    _ => {
                        let words = Statement::text(part.name(), words.join(": "));
                        event.statements.push(words);
                    }
                }
            }
            _ => {
                event.statements.push(statement::statement(&part));
                continue;
            }
        }
        event.attributes.extend(attributes(&part));
    }
}
