//! The bibliographic part of an EP document: `SDOBI` with its B codes, which follow the INID codes.
//!
//! Clause: ST.9

use super::party;
use crate::vocabulary::{
    attributes, classification, code, document, inline, once, statement, text, value,
};
use model::{
    Attribute, Citation, Classification, Designation, DocumentId, Inline, Milestone, NonPatent,
    Patent, Priority, RegionalData, Relation, Search, Statement, Title,
};
use xml::tree::{Child, Element};

/// Reads `SDOBI`.
pub(super) fn sdobi(element: &Element<'_, '_>, patent: &mut Patent) {
    patent.origin.bibliographic = attributes(element);
    if patent.publication.documents.is_empty() {
        patent.publication.documents.push(DocumentId::default());
    }
    if patent.application.documents.is_empty() {
        patent.application.documents.push(DocumentId::default());
    }
    for group in element.elements() {
        match group.name() {
            "B000" => {
                for tags in group.elements() {
                    patent
                        .statements
                        .extend(tags.elements().map(|tag| statement::statement(&tag)));
                }
            }
            "B300" => priorities(&group, patent),
            "B100" | "B200" | "B400" | "B500" | "B600" | "B700" | "B800" | "B900" => {
                note_attributes(&group, patent);
                for code in group.elements() {
                    item(&code, patent);
                }
            }
            _ => {}
        }
    }
    finish(patent);
}

/// Attributes of a B code whose record has no place of their own.
fn note_attributes(element: &Element<'_, '_>, patent: &mut Patent) {
    for attribute in attributes(element) {
        let name = format!("{}/@{}", element.name(), attribute.name);
        patent
            .origin
            .bibliographic
            .push(Attribute::new(name, attribute.value));
    }
}

/// Offices of the numbers are those of the document.
fn finish(patent: &mut Patent) {
    identify(patent);
    let office = patent.publication.documents[0].office.clone();
    let application = &mut patent.application.documents[0];
    if application.office.is_empty() && !application.number.is_empty() {
        application.office.clone_from(&office);
    }
    patent
        .publication
        .documents
        .retain(|id| *id != DocumentId::default());
    patent
        .application
        .documents
        .retain(|id| *id != DocumentId::default());
    if patent.office.is_empty() {
        patent.office = office;
    }
}

/// What `SDOBI` does not say of the identity of the document, the root says.
fn identify(patent: &mut Patent) {
    let Some(said) = patent.root_document() else {
        return;
    };
    let publication = &mut patent.publication.documents[0];
    for (slot, said) in [
        (&mut publication.office, said.office),
        (&mut publication.number, said.number),
        (&mut publication.kind, said.kind),
    ] {
        if slot.is_empty() {
            *slot = said;
        }
    }
}

fn item(element: &Element<'_, '_>, patent: &mut Patent) {
    let publication = &mut patent.publication.documents[0];
    match element.name() {
        "B110" => {
            publication.id = value(element, "id");
            once(&mut publication.number, element);
        }
        "B130" => {
            once(&mut publication.kind, element);
            note_attributes(element, patent);
        }
        "B140" => document::date_once(&mut publication.date, element),
        "B190" => once(&mut publication.office, element),
        "B120" => {
            let parts = element.elements().map(|part| statement::statement(&part));
            patent.publication.designations.extend(parts);
        }
        "B210" => once(&mut patent.application.documents[0].number, element),
        "B220" => {
            patent.application.documents[0].id = value(element, "id");
            document::date_once(&mut patent.application.documents[0].date, element);
        }
        "B250" => {
            once(&mut patent.application.filing_language, element);
            note_attributes(element, patent);
        }
        "B251EP" | "B250EP" => {
            let language = Attribute::new(element.name(), text(element));
            patent.application.languages.push(language);
            note_attributes(element, patent);
        }
        "B260" => {
            once(&mut patent.publication_language, element);
            note_attributes(element, patent);
        }
        "B230" | "B240" | "B472" => {
            note_attributes(element, patent);
            for part in element.elements() {
                milestone_or_statement(&part, patent);
            }
        }
        _ => technical(element, patent),
    }
}

fn technical(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "B510" => patent.classifications.push(code::ipc(element)),
        "B510EP" => {
            let mut out = Classification {
                scheme: "ipcr".into(),
                attributes: attributes(element),
                ..Classification::default()
            };
            out.symbols.extend(
                element
                    .elements()
                    .map(|child| classification::symbol(&child)),
            );
            patent.classifications.push(out);
        }
        "B520EP" => cpc(element, patent),
        "B520" => patent.classifications.push(code::national(element)),
        "B540" => titles(element, patent),
        "B560" => citations(element, patent),
        "B590" => figures(element, patent),
        "B610" | "B620" | "B620EP" | "B630" | "B640" | "B645" | "B650" | "B655" | "B660"
        | "B670" => patent.relations.push(relation(element)),
        "B710" | "B720" | "B730" | "B740" | "B745" | "B780" | "B790" => {
            note_attributes(element, patent);
            for part in element.elements() {
                party::party(&part, patent);
            }
        }
        "B810" | "B820" | "B840" => patent.designations.push(states(element)),
        "B844EP" | "B848EP" => patent.designations.push(dated_states(element)),
        "B860" => patent.filings.push(regional(element)),
        "B870" => patent.publications.push(regional(element)),
        _ => milestone_or_statement(element, patent),
    }
}

/// A B code that holds a date and what goes with it; any other known code is a statement.
pub(super) fn milestone_or_statement(element: &Element<'_, '_>, patent: &mut Patent) {
    if !is_code(element.name()) {
        return;
    }
    match milestones(element) {
        Some(found) => patent.milestones.extend(found),
        None => patent.statements.push(statement::statement(element)),
    }
}

fn is_code(name: &str) -> bool {
    name.strip_prefix('B')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_simple_part(name: &str) -> bool {
    matches!(name, "dnum" | "date" | "ctry" | "kind" | "bnum" | "dtxt")
}

/// Reads the parts `dnum, date, ctry, kind, bnum, dtxt`; a list of them gives several events.
fn milestones(element: &Element<'_, '_>) -> Option<Vec<Milestone>> {
    let mut parts = element.elements().peekable();
    parts.peek()?;
    if !parts.clone().all(|part| is_simple_part(part.name())) {
        return None;
    }
    let mut out = vec![milestone(element)];
    let mut seen_date = false;
    for part in parts {
        if part.name() == "date" && seen_date {
            out.push(Milestone {
                code: element.name().into(),
                ..Milestone::default()
            });
        }
        seen_date |= part.name() == "date";
        fill(&part, out.last_mut().expect("there is one from the start"));
    }
    Some(out)
}

fn milestone(element: &Element<'_, '_>) -> Milestone {
    Milestone {
        code: element.name().into(),
        id: value(element, "id"),
        attributes: attributes(element),
        ..Milestone::default()
    }
}

fn fill(part: &Element<'_, '_>, milestone: &mut Milestone) {
    match part.name() {
        "date" => once(&mut milestone.date.raw, part),
        "ctry" => milestone.countries.push(text(part)),
        "kind" => once(&mut milestone.kind, part),
        "bnum" => once(&mut milestone.gazette, part),
        "dtxt" => milestone.texts.push(text(part)),
        _ => {
            let mut found = numbers(part).into_iter();
            if milestone.document.is_none() {
                milestone.document = found.next();
            }
            milestone.texts.extend(found.map(|id| id.number));
        }
    }
}

/// Reads a `dnum`: an application number, a publication number, or a text.
pub(super) fn numbers(element: &Element<'_, '_>) -> Vec<DocumentId> {
    let mut out = Vec::new();
    let mut inner = false;
    for part in element.elements() {
        inner = true;
        let format = match part.name() {
            "anum" => "application",
            "pnum" => "publication",
            "text" => "",
            _ => continue,
        };
        out.push(DocumentId {
            number: text(&part),
            format: format.into(),
            ..DocumentId::default()
        });
    }
    if !inner && !element.is_blank() {
        out.push(DocumentId {
            number: text(element),
            ..DocumentId::default()
        });
    }
    out
}

fn priorities(element: &Element<'_, '_>, patent: &mut Patent) {
    note_attributes(element, patent);
    for part in element.elements() {
        if part.name() == "B310" {
            let mut priority = Priority {
                id: value(&part, "id"),
                ..Priority::default()
            };
            priority.sequence = (patent.priorities.len() + 1).to_string().into();
            priority.documents.push(DocumentId {
                number: text(&part),
                ..DocumentId::default()
            });
            patent.priorities.push(priority);
            continue;
        }
        let Some(priority) = patent.priorities.last_mut() else {
            milestone_or_statement(&part, patent);
            continue;
        };
        let id = &mut priority.documents[0];
        match part.name() {
            "B320" => document::date_once(&mut id.date, &part),
            "B330" => {
                part.enter();
                if let Some(country) = part.find("ctry") {
                    once(&mut id.office, &country);
                }
            }
            "B340" => {
                part.enter();
                priority
                    .offices
                    .extend(part.find("ctry").map(|country| text(&country)));
            }
            "B310EP" | "B311EP" => priority.statements.push(statement::statement(&part)),
            _ => milestone_or_statement(&part, patent),
        }
    }
}

fn cpc(element: &Element<'_, '_>, patent: &mut Patent) {
    for child in element.elements() {
        match child.name() {
            "classifications-cpc" => {
                let mut out = Classification {
                    scheme: "cpc".into(),
                    ..Classification::default()
                };
                for symbol in child
                    .elements()
                    .filter(|part| part.name() == "classification-cpc")
                {
                    out.symbols.push(classification::symbol(&symbol));
                }
                out.attributes = attributes(&child);
                patent.classifications.push(out);
            }
            _ => patent
                .classifications
                .extend(classification::classification(&child)),
        }
    }
}

/// Titles: a language (`B541`) before each title (`B542`).
fn titles(element: &Element<'_, '_>, patent: &mut Patent) {
    note_attributes(element, patent);
    let mut language = model::Str::default();
    for part in element.elements() {
        title_part(&part, &mut language, patent);
    }
}

/// Reads a language or a title; where the end tag of a language is missing, what follows stands in it.
fn title_part(part: &Element<'_, '_>, language: &mut model::Str, patent: &mut Patent) {
    match part.name() {
        "B541" if part.has_elements() => {
            for child in part.children() {
                match child {
                    Child::Element(child) => title_part(&child, language, patent),
                    Child::Text(text) if text.trim().is_empty() => {}
                    Child::Text(text) => *language = text.trim().into(),
                    Child::Instruction(..) => {}
                }
            }
        }
        "B541" => *language = text(part),
        "B542" => patent.titles.push(Title {
            id: value(part, "id"),
            language: language.clone(),
            content: inline::mixed(part),
            ..Title::default()
        }),
        "B542EP" => patent.statements.push(statement::statement(part)),
        _ => {}
    }
}

/// Citations in free text, with the claims and passages that follow each.
fn citations(element: &Element<'_, '_>, patent: &mut Patent) {
    for part in element.elements() {
        match part.name() {
            "B561" => patent.citations.push(Citation {
                text: words(&part),
                ..Citation::default()
            }),
            "B562" => patent.citations.push(Citation {
                literature: Some(NonPatent {
                    kind: "text".into(),
                    content: words(&part),
                    ..NonPatent::default()
                }),
                ..Citation::default()
            }),
            "B563" | "B564" => match patent.citations.last_mut() {
                Some(citation) => citation.statements.push(statement::statement(&part)),
                None => patent.statements.push(statement::statement(&part)),
            },
            "B565" | "B565EP" | "B566" | "B566EP" => milestone_or_statement(&part, patent),
            _ => {
                let search = patent.search.get_or_insert_with(Search::default);
                search.statements.push(statement::statement(&part));
            }
        }
    }
}

fn words(element: &Element<'_, '_>) -> Vec<Inline> {
    element.enter();
    match element.find("text") {
        Some(text) => inline::mixed(&text),
        None => inline::mixed(element),
    }
}

fn figures(element: &Element<'_, '_>, patent: &mut Patent) {
    let summary = patent.figures.get_or_insert_default();
    for part in element.elements() {
        match part.name() {
            "B598" => summary.to_publish.push(text(&part)),
            "B595" => once(&mut summary.sheets, &part),
            "B596" => once(&mut summary.figures, &part),
            _ => patent.statements.push(statement::statement(&part)),
        }
    }
}

fn relation(element: &Element<'_, '_>) -> Relation {
    let mut out = Relation {
        kind: element.name().into(),
        id: value(element, "id"),
        ..Relation::default()
    };
    relation_parts(element, &mut out);
    out
}

fn relation_parts(element: &Element<'_, '_>, out: &mut Relation) {
    for part in element.elements() {
        match part.name() {
            "parent" => relation_parts(&part, out),
            kind @ ("B631" | "B632" | "B633") => {
                out.kind = kind.into();
                relation_parts(&part, out);
            }
            "dnum" => out.documents.extend(numbers(&part)),
            "pdoc" => out.parents.extend(related_document(&part)),
            "cdoc" => out.children.extend(related_document(&part)),
            "psta" => once(&mut out.status, &part),
            "ppub" => out.parent_grants.extend(related_document(&part)),
            _ => out.statements.push(statement::statement(&part)),
        }
    }
}

/// Related documents: each begins with its numbers, which share country and kind. The date is that of filing
/// where there is an application number, and says nothing of the publication.
///
/// Clause: ST.9 60
fn related_document(element: &Element<'_, '_>) -> Vec<DocumentId> {
    let mut out = Vec::new();
    let mut found = Vec::new();
    let mut common = DocumentId::default();
    for part in element.elements() {
        match part.name() {
            "dnum" => {
                if !found.is_empty() {
                    out.append(&mut shared(&mut found, &mut common));
                }
                found = numbers(&part);
            }
            "date" => once(&mut common.date.raw, &part),
            "ctry" => once(&mut common.office, &part),
            "kind" => once(&mut common.kind, &part),
            "dtxt" => once(&mut common.name, &part),
            _ => {}
        }
    }
    out.append(&mut shared(&mut found, &mut common));
    out
}

/// The numbers of one document, with what they share.
fn shared(found: &mut Vec<DocumentId>, common: &mut DocumentId) -> Vec<DocumentId> {
    let mut out = std::mem::take(found);
    let common = std::mem::take(common);
    if out.is_empty() {
        out.push(DocumentId::default());
    }
    let is_filed = out.iter().any(|id| id.format == "application");
    for id in &mut out {
        if !is_filed || id.format == "application" {
            id.date.clone_from(&common.date);
        }
        id.office.clone_from(&common.office);
        id.kind.clone_from(&common.kind);
        id.name.clone_from(&common.name);
    }
    out
}

fn states(element: &Element<'_, '_>) -> Designation {
    let mut out = Designation {
        code: element.name().into(),
        id: value(element, "id"),
        ..Designation::default()
    };
    for part in element.elements().filter(|part| part.name() == "ctry") {
        out.countries.push(text(&part));
    }
    out
}

fn dated_states(element: &Element<'_, '_>) -> Designation {
    let mut out = Designation {
        code: element.name().into(),
        id: value(element, "id"),
        ..Designation::default()
    };
    for part in element.elements() {
        let mut state = Milestone {
            code: part.name().into(),
            ..Milestone::default()
        };
        let mut withdrawn = None;
        for item in part.elements() {
            match item.name() {
                "B846EP" => withdrawn = Some(statement::statement(&item)),
                name if is_simple_part(name) => fill(&item, &mut state),
                _ => {}
            }
        }
        out.dated.push(state);
        out.statements.extend(withdrawn);
    }
    out
}

/// `B860` and `B870`: the international application or publication.
fn regional(element: &Element<'_, '_>) -> RegionalData {
    let mut out = RegionalData {
        code: element.name().into(),
        ..RegionalData::default()
    };
    for part in element.elements() {
        match part.name() {
            "B861" | "B871" => {
                let mut common = Milestone::default();
                for item in part.elements() {
                    match item.name() {
                        "dnum" => out.documents.extend(numbers(&item)),
                        name if is_simple_part(name) => fill(&item, &mut common),
                        _ => {}
                    }
                }
                if out.documents.is_empty() {
                    out.documents.push(DocumentId::default());
                }
                for id in &mut out.documents {
                    id.date.clone_from(&common.date);
                    id.kind.clone_from(&common.kind);
                    id.office = common.countries.first().cloned().unwrap_or_default();
                }
                let further = common.countries.iter().skip(1).chain(&common.texts);
                out.statements.extend(further.map(|words| Statement {
                    code: part.name().into(),
                    content: vec![Inline::Text(words.clone())],
                    ..Statement::default()
                }));
                if !common.gazette.is_empty() {
                    out.gazette = Some(model::Gazette {
                        number: common.gazette,
                        date: common.date,
                        ..model::Gazette::default()
                    });
                }
            }
            "B862" | "B872" => once(&mut out.language, &part),
            "B863" | "B864" => {
                out.dates.extend(milestones(&part).unwrap_or_default());
            }
            _ => out.statements.push(statement::statement(&part)),
        }
    }
    out.attributes = attributes(element);
    out
}
